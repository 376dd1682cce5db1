"""Two pieces to look at and try: how one picture travels, and a quiz."""

from collections.abc import Mapping
from typing import ClassVar

import msgspec

from kiosk.content.blocks import Block, Place, Spans
from kiosk.content.header import Header


class Piece(Header, frozen=True, kw_only=True):
    """What both pieces have: a place in the lists, and parts that follow one another."""

    id: ClassVar[str]
    """Its file's name without the ending, and the kind of its pages."""
    keywords: tuple[str, ...]
    also_show: tuple[Block, ...]
    """What stands on every page of it."""
    next: tuple[str, ...]
    """Where to go from its end: topics, pathways or the other piece."""

    @property
    def parts(self) -> Mapping[str, "Step | Statement"]:
        """Its pages by their ids, in order."""
        raise NotImplementedError

    @property
    def beginning(self) -> Place:
        """The place of its first page."""
        return self.place_of(next(iter(self.parts)))

    def place_of(self, name: str) -> Place:
        """The place of the part of that id."""
        return Place(self.id, name)

    @property
    def sources(self) -> tuple[str, ...]:
        """What its parts rest on, each source once."""
        return tuple(dict.fromkeys(name for part in self.parts.values() for name in part.sources))


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One moment of a picture's way: a drawing, and what happens in it."""

    title: str
    drawing: tuple[Spans, ...]
    signs: Mapping[str, str]
    """What the signs in this drawing mean."""
    say: tuple[Block, ...]
    sources: tuple[str, ...]


class Travels(Piece, frozen=True, kw_only=True):
    """How one picture travels, step by step."""

    id: ClassVar[str] = "travels"
    steps: Mapping[str, Step]

    @property
    def parts(self) -> Mapping[str, Step]:
        """The steps."""
        return self.steps


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is true or not, and why."""

    title: str
    """What is stated."""
    is_true: bool
    say: tuple[Block, ...]
    """Why; and what helps, where it is about a danger."""
    sources: tuple[str, ...]
    read: str
    """The topic or pathway to read on."""


class Quiz(Piece, frozen=True, kw_only=True):
    """Statements to think about. Nobody counts the answers."""

    id: ClassVar[str] = "quiz"
    statements: Mapping[str, Statement]

    @property
    def parts(self) -> Mapping[str, Statement]:
        """The statements."""
        return self.statements
