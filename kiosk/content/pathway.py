"""Pathways as typed, frozen data: questions one after the other, and a plan at every end."""

from collections import Counter
from collections.abc import Mapping

import msgspec

from kiosk.content.blocks import Block, Place
from kiosk.content.header import Header


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Something a visitor may answer, and where that leads."""

    label: str
    short: str = ""
    """The label where there is little room; nothing where it is short enough."""
    to: str
    """The id of a question or plan of the same pathway."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One question on the way."""

    ask: str
    say: tuple[Block, ...]
    """A sentence of reassurance, or why it is asked."""
    answers: tuple[Answer, ...]
    number: int
    """Which question it is, counted from 1, on the longest way to it."""
    of: int
    """How many questions the longest way through it has."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What to do: the end of a way."""

    title: str
    say: tuple[Block, ...]
    steps: tuple[Block, ...]
    next: tuple[str, ...]
    """Topics and pathways to read or take from here."""
    take: str | None = None
    """The one address to take along, as a code for a phone."""


class Pathway(Header, frozen=True, kw_only=True):
    """A few questions that lead to a plan."""

    id: str
    """The file's name without its ending."""
    sources: tuple[str, ...]
    also_show: tuple[Block, ...]
    """What stands on every question and every plan, such as the emergency number."""
    questions: Mapping[str, Question]
    """By id, as they stand in the file; the first one begins."""
    plans: Mapping[str, Plan]

    @property
    def beginning(self) -> Place:
        """The place of the first question."""
        return self.place_of(next(iter(self.questions)))

    @property
    def reading(self) -> str | None:
        """The topic or pathway that most plans lead on to first: all about the same need."""
        first = Counter(plan.next[0] for plan in self.plans.values() if plan.next)
        return first.most_common(1)[0][0] if first else None

    def place_of(self, name: str) -> Place:
        """The place of a question or plan. It says nothing of how a visitor got there."""
        kind = "question" if name in self.questions else "plan"
        return Place(kind, self.id, name)
