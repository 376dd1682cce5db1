"""One topic's file to a `Topic`, strictly: front matter, and Markdown below it."""

import re
from collections.abc import Sequence
from typing import TypeVar

import msgspec
from msgspec import structs

from kiosk.content import header
from kiosk.content.blocks import Block
from kiosk.content.clean import clean
from kiosk.content.file_reading import FileReading, check_name
from kiosk.content.markdown import read_markdown
from kiosk.content.model import Topic
from kiosk.content.records import compose, read_record

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_Front = TypeVar("_Front", bound=msgspec.Struct)


class _FrontMatter(header.Header, frozen=True, kw_only=True):
    """What stands above a topic's text."""

    keywords: tuple[header.Text, ...]
    sources: header.Sources
    next: tuple[header.Text, ...]
    take: header.TakeAddress | None = None
    easy: tuple[header.Text, ...] = ()


class _FrontWords(header.HeaderWords, frozen=True, kw_only=True):
    """The front matter of a translated topic."""

    keywords: tuple[header.Text, ...]
    easy: tuple[header.Text, ...] | None = None
    """The topic in easy words; without them, those in English stay."""


def read_topic(name: str, reading: FileReading) -> Topic | None:
    """Read a topic.

    Args:
        name: The file's name without its ending.
        reading: The file.

    Returns:
        The topic, or None where it has a fault that leaves it without form.
    """
    check_name(name, "my-topic.md", reading)
    front, blocks = _parts(reading, _FrontMatter)
    if front is None:
        return None
    reading.check_dates(front.reviewed, front.review_by)
    next_line = reading.line_of_key("next")
    if name in front.next:
        reading.faults.add(next_line, "'next' leads to the topic itself; name others.")
    reading.sources += front.sources
    return Topic(
        **header.header_of(front),
        id=name,
        keywords=front.keywords,
        sources=front.sources,
        next=reading.lead_on(front.next, next_line),
        take=front.take,
        blocks=blocks,
        easy=_easy(front.easy, reading),
    )


def read_translated_topic(original: Topic, reading: FileReading) -> Topic | None:
    """Read a topic in another language; what is no word is that of the original.

    Args:
        original: The topic in English.
        reading: The file.

    Returns:
        The topic, or None where it has a fault that leaves it without form.
    """
    words, blocks = _parts(reading, _FrontWords)
    if words is None:
        return None
    reading.check_dates(words.reviewed, original.review_by)
    return structs.replace(
        original,
        **header.overlay(words),
        keywords=words.keywords,
        blocks=blocks,
        easy=original.easy if words.easy is None else _easy(words.easy, reading),
    )


def _parts(reading: FileReading, record: type[_Front]) -> tuple[_Front | None, tuple[Block, ...]]:
    """The front matter and the text; the faults of both are noted, whatever the other has."""
    text = reading.text
    matter = FRONT_MATTER.match(text)
    if matter is None:
        if text:
            reading.faults.add(
                1,
                "The front matter does not end; write a line '---' below its last key."
                if text.startswith("---")
                else "Begin with front matter: a line '---', keys like 'title:', a line '---'.",
            )
        return None, ()
    node = compose(f"\n{matter[1]}", reading.faults)  # below the line that opens it
    front = read_record(node, record, reading.faults)
    first_line = matter[0].count("\n") + 1
    words = clean(text[matter.end() :].expandtabs(4))
    return front, read_markdown(words, reading, first_line)


def _easy(steps: Sequence[str], reading: FileReading) -> tuple[tuple[Block, ...], ...]:
    line = reading.line_of_key("easy")
    return tuple(read_markdown(clean(step), reading, line) for step in steps)
