"""Pieces of several parts, one a page: how one picture travels, a quiz, and sequences of words."""

from collections.abc import Mapping

import msgspec

from kiosk.content.blocks import Block, Place, Spans
from kiosk.content.header import Header


class Piece(Header, frozen=True, kw_only=True):
    """What both pieces have: a place in the lists, and parts that follow one another."""

    id: str
    """Its file's name without the ending."""
    keywords: tuple[str, ...] = ()
    also_show: tuple[Block, ...]
    """What stands on every page of it."""
    next: tuple[str, ...]
    """Where to go from its end: topics, pathways or the other piece."""

    @property
    def parts(self) -> Mapping[str, "Part | Step | Statement"]:
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


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One screen of a sequence: a few lines to read, or to say."""

    title: str
    say: tuple[Block, ...]
    sources: tuple[str, ...]


SEQUENCE = "sequence"
"""The kind of the pages of all sequences."""


class Sequence(Piece, frozen=True, kw_only=True):
    """A few short pages, one after the other: answers to fears, or lines to practise."""

    all_parts: Mapping[str, Part]

    @property
    def parts(self) -> Mapping[str, Part]:
        """Its pages."""
        return self.all_parts

    def place_of(self, name: str) -> Place:
        """The place of the part of that id."""
        return Place(SEQUENCE, self.id, name)


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One moment of a picture's way: a drawing, and what happens in it."""

    title: str
    drawing: tuple[Spans, ...]
    signs: Mapping[str, str]
    """What the signs in this drawing mean."""
    say: tuple[Block, ...]
    sources: tuple[str, ...]


TRAVELS = "travels"
"""The id of that piece, its file and its pages."""
QUIZ = "quiz"
"""Likewise."""


class Travels(Piece, frozen=True, kw_only=True):
    """How one picture travels, step by step."""

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

    statements: Mapping[str, Statement]

    @property
    def parts(self) -> Mapping[str, Statement]:
        """The statements."""
        return self.statements
