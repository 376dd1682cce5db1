"""One file while it is read: what is wrong in it, and where its words lead."""

from collections.abc import Callable, Collection, Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

import msgspec

from kiosk.content.faults import FaultList
from kiosk.content.header import NAME
from kiosk.content.records import compose, read_record, read_records

NumberOf = Callable[[str], str | None]
"""A helpline's id to what is printed behind its name, or None for an unknown id."""
_Record = TypeVar("_Record", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Link:
    """Where some words lead, to be checked once everything else is known."""

    to: str
    """The id of a topic, and for a way on that of a pathway or piece as well."""
    line: int


def _no_helpline(_: str) -> None:
    """Knows no helpline."""


@dataclass
class FileReading:
    """A file's text, with all that those who read a part of it have to know and to tell."""

    faults: FaultList
    """What is wrong in it."""
    text: str = ""
    """Ends in a line break; empty where the file could not be read, which is a fault already."""
    number_of: NumberOf = _no_helpline
    hidden: Container[str] = ()
    """Topics and pathways that the library does not show: nothing leads to them."""
    links: list[Link] = field(default_factory=list)
    """Links in the words, to topics."""
    ways: list[Link] = field(default_factory=list)
    """Where the page leads on: to topics, pathways or pieces."""
    worries: list[Link] = field(default_factory=list)
    """Where fears are answered: in sequences."""
    sources: list[str] = field(default_factory=list)
    """The sources that it names."""

    def record(self, record: type[_Record]) -> _Record | None:
        """The whole file as one record; None where it has a fault that leaves it without form."""
        if not self.text:
            return None
        return read_record(compose(self.text, self.faults), record, self.faults)

    def records(self, record: type[_Record]) -> Iterator[tuple[int, _Record]]:
        """The whole file as a list of records, each with the line at which it begins."""
        return read_records(self.text, record, self.faults) if self.text else iter(())

    def lead_on(self, names: Iterable[str], line: int) -> tuple[str, ...]:
        """Note ways on from a line; those of them that are shown."""
        named = tuple(names)
        self.ways += [Link(name, line) for name in named]
        return tuple(name for name in named if name not in self.hidden)

    def line_of_key(self, key: str) -> int:
        """The line of a key that stands at the left edge, counted from 1; 0 where it is not."""
        lines = self.text.splitlines()
        return next((n for n, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 0)

    def check_dates(self, reviewed: date, review_by: date) -> None:
        """Note a page that would have to be read again before it was read."""
        if review_by <= reviewed:
            line = self.line_of_key("review_by")
            self.faults.add(line, "'review_by' must be later than 'reviewed'.")

    def check_links(
        self, topics: Collection[str], pages: Collection[str], sequences: Collection[str]
    ) -> None:
        """Note what leads nowhere.

        Args:
            topics: The ids of all topics.
            pages: Those of all topics, pathways and pieces.
            sequences: Those of all sequences.
        """
        for worry in self.worries:
            if worry.to not in sequences:
                self.faults.add(worry.line, f"There is no sequence '{worry.to}' for the worries.")
        for link in self.links:
            if link.to not in topics:
                self.faults.add(link.line, f"There is no topic '{link.to}' to lead to.")
        for way in self.ways:
            if way.to not in pages:
                self.faults.add(way.line, f"There is no topic or pathway '{way.to}' to lead to.")


def check_name(name: str, example: str, reading: FileReading) -> None:
    """Note a page whose file's name cannot be an id.

    Args:
        name: The file's name without its ending.
        example: A name that can be.
        reading: The file.
    """
    if reading.text and not NAME.fullmatch(name):
        reading.faults.add(0, f"Name the file with small letters and hyphens, like {example}.")
