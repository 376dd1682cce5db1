"""Pieces of several parts, one a page: how one picture travels, a quiz, and sequences of words."""

from collections.abc import Mapping

import msgspec

from kiosk.content.blocks import Block, Place, Spans
from kiosk.content.header import Header

TRAVELS = "travels"
"""The id of that piece, its file and its pages."""
QUIZ = "quiz"
"""Likewise."""
SEQUENCE = "sequence"
"""The kind of the pages of all sequences."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One page of a piece: a few lines to read, or to say."""

    title: str
    say: tuple[Block, ...]
    sources: tuple[str, ...]


class Piece(Header, frozen=True, kw_only=True):
    """What all pieces have: a place in the lists, and parts that follow one another."""

    id: str
    """Its file's name without the ending."""
    keywords: tuple[str, ...] = ()
    also_show: tuple[Block, ...]
    """What stands on every page of it."""
    next: tuple[str, ...]
    """Where to go from its end: topics, pathways or the other piece."""
    parts: Mapping[str, Part]
    """Its pages by their ids, in order."""

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


class Sequence(Piece, frozen=True, kw_only=True):
    """A few short pages, one after the other: answers to fears, or lines to practise."""

    def place_of(self, name: str) -> Place:
        """The place of the part of that id."""
        return Place(SEQUENCE, self.id, name)


class Step(Part, frozen=True, kw_only=True):
    """One moment of a picture's way: a drawing, and what happens in it."""

    drawing: tuple[Spans, ...]
    signs: Mapping[str, str]
    """What the signs in this drawing mean."""


class Travels(Piece, frozen=True, kw_only=True):
    """How one picture travels, step by step."""

    parts: Mapping[str, Step]


class Statement(Part, frozen=True, kw_only=True):
    """Something that is true or not, as its title, and why; what helps, if it is a danger."""

    is_true: bool
    read: str
    """The topic or pathway to read on."""


class Quiz(Piece, frozen=True, kw_only=True):
    """Statements to think about. Nobody counts the answers."""

    parts: Mapping[str, Statement]
