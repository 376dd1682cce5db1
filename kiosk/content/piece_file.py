"""The files of the two pieces, strictly: every fault with its line."""

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

import msgspec

from kiosk.content.drawing import read_drawing
from kiosk.content.faults import FaultList
from kiosk.content.markdown import NumberOf, TopicLink
from kiosk.content.model import Audiences, Sources, Summary, Text, Title
from kiosk.content.passages import NOTHING, PassageReader
from kiosk.content.piece import Quiz, Statement, Step, Travels
from kiosk.content.records import Located, Passage, compose, read_record

_COMMON = ("title", "audiences", "summary", "keywords", "order", "reviewed", "review_by", "next")


class _Step(Located, frozen=True, kw_only=True):
    title: Title
    draw: Passage
    say: Passage
    sources: Sources


class _Statement(Located, frozen=True, kw_only=True):
    title: Summary = msgspec.field(name="statement")
    is_true: bool = msgspec.field(name="true")
    say: Passage
    sources: Sources
    read: Text


class _File(msgspec.Struct, frozen=True, kw_only=True):
    title: Title
    audiences: Audiences = msgspec.field(name="for")
    summary: Summary
    keywords: tuple[Text, ...]
    order: int = 100
    reviewed: date
    review_by: date
    also_show: Passage = NOTHING
    next: tuple[Text, ...]


class _TravelsFile(_File, frozen=True, kw_only=True):
    signs: dict[str, Passage]
    steps: dict[str, _Step]


class _QuizFile(_File, frozen=True, kw_only=True):
    statements: dict[str, _Statement]


_Written = TypeVar("_Written", bound=_File)


@dataclass
class Onward:
    """Where a piece leads, to be checked once everything else is known."""

    hidden: Container[str] = ()
    """What the library does not show, so that nothing leads there."""
    links: list[TopicLink] = field(default_factory=list)
    """Links in the text, to topics."""
    next: list[TopicLink] = field(default_factory=list)
    """To topics, pathways or pieces."""


def read_travels(
    text: str, number_of: NumberOf, faults: FaultList, onward: Onward
) -> Travels | None:
    """Read how a picture travels.

    Args:
        text: The file's text.
        number_of: Tells a helpline's number.
        faults: Takes the faults.
        onward: Takes where it leads.

    Returns:
        The piece, or None where its file has a fault that leaves it without form.
    """
    if (written := _read(text, _TravelsFile, faults, onward)) is None:
        return None
    signs = {sign: meaning.text for sign, meaning in written.signs.items()}
    for sign in signs:
        if len(sign) != 1:
            faults.add(written.signs[sign].line, f"'{sign}' must be one character, as it is drawn.")
    if not written.steps:
        faults.add(0, "There is no step here; write one under 'steps:'.")
        return None
    passages = PassageReader(number_of, faults, onward.hidden)
    steps = {
        name: Step(
            title=step.title,
            drawing=read_drawing(step.draw, signs, faults),
            signs={sign: signs[sign] for sign in signs if sign in step.draw.text},
            say=passages.blocks(step.say),
            sources=step.sources,
        )
        for name, step in written.steps.items()
    }
    piece = Travels(steps=steps, **_common(written, passages, onward))
    onward.links += passages.links
    return piece


def read_quiz(text: str, number_of: NumberOf, faults: FaultList, onward: Onward) -> Quiz | None:
    """Read the quiz.

    Args:
        text: The file's text.
        number_of: Tells a helpline's number.
        faults: Takes the faults.
        onward: Takes where it leads.

    Returns:
        The piece, or None where its file has a fault that leaves it without form.
    """
    if (written := _read(text, _QuizFile, faults, onward)) is None:
        return None
    if not written.statements:
        faults.add(0, "There is no statement here; write one under 'statements:'.")
        return None
    passages = PassageReader(number_of, faults, onward.hidden)
    onward.next += [TopicLink(each.read, each.line) for each in written.statements.values()]
    statements = {
        name: Statement(
            title=each.title,
            is_true=each.is_true,
            say=passages.blocks(each.say),
            sources=each.sources,
            read="" if each.read in onward.hidden else each.read,
        )
        for name, each in written.statements.items()
    }
    piece = Quiz(statements=statements, **_common(written, passages, onward))
    onward.links += passages.links
    return piece


def _read(text: str, form: type[_Written], faults: FaultList, onward: Onward) -> _Written | None:
    written = read_record(compose(text, faults), form, faults)
    if written is None:
        return None
    line = _line_of_key(text, "next")
    onward.next += [TopicLink(name, line) for name in written.next]
    if written.review_by <= written.reviewed:
        line = _line_of_key(text, "review_by")
        faults.add(line, "'review_by' must be later than 'reviewed'.")
    return written


def _common(written: _File, passages: PassageReader, onward: Onward) -> dict[str, Any]:
    """The fields that every piece has."""
    same = {name: getattr(written, name) for name in _COMMON}
    same["next"] = tuple(name for name in written.next if name not in onward.hidden)
    return {**same, "also_show": passages.blocks(written.also_show)}


def _line_of_key(text: str, key: str) -> int:
    lines = text.splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 0)
