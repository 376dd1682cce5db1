"""The files of the two pieces, strictly: every fault with its line."""

from typing import Any

import msgspec

from kiosk.content.drawing import read_drawing
from kiosk.content.file_reading import FileReading
from kiosk.content.header import Header, Sources, Summary, Text, Title, check_dates, header_of
from kiosk.content.markdown import read_passage
from kiosk.content.piece import Quiz, Statement, Step, Travels
from kiosk.content.records import NOTHING, Located, Passage


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


class _File(Header, frozen=True, kw_only=True):
    """What both pieces have."""

    keywords: tuple[Text, ...]
    also_show: Passage = NOTHING
    next: tuple[Text, ...]


class _TravelsFile(_File, frozen=True, kw_only=True):
    signs: dict[str, Passage]
    steps: dict[str, _Step]


class _QuizFile(_File, frozen=True, kw_only=True):
    statements: dict[str, _Statement]


def read_travels(reading: FileReading) -> Travels | None:
    """Read how a picture travels; None where a fault leaves it without form."""
    if (written := reading.record(_TravelsFile)) is None:
        return None
    common = _common(written, reading)
    signs = {sign: meaning.text for sign, meaning in written.signs.items()}
    for sign, meaning in written.signs.items():
        if len(sign) != 1:
            reading.faults.add(meaning.line, f"'{sign}' must be one character, as it is drawn.")
    if not written.steps:
        reading.faults.add(0, "There is no step here; write one under 'steps:'.")
        return None
    steps = {
        name: Step(
            title=step.title,
            drawing=read_drawing(step.draw, signs, reading.faults),
            signs={sign: signs[sign] for sign in signs if sign in step.draw.text},
            say=read_passage(step.say, reading),
            sources=step.sources,
        )
        for name, step in written.steps.items()
    }
    return Travels(steps=steps, **common)


def read_quiz(reading: FileReading) -> Quiz | None:
    """Read the quiz; None where a fault leaves it without form."""
    if (written := reading.record(_QuizFile)) is None:
        return None
    common = _common(written, reading)
    if not written.statements:
        reading.faults.add(0, "There is no statement here; write one under 'statements:'.")
        return None
    statements = {
        name: Statement(
            title=each.title,
            is_true=each.is_true,
            say=read_passage(each.say, reading),
            sources=each.sources,
            read="".join(reading.lead_on([each.read], each.line)),
        )
        for name, each in written.statements.items()
    }
    return Quiz(statements=statements, **common)


def _common(written: _File, reading: FileReading) -> dict[str, Any]:
    """The fields that every piece has."""
    check_dates(
        written.reviewed, written.review_by, reading.line_of_key("review_by"), reading.faults
    )
    return {
        **header_of(written),
        "keywords": written.keywords,
        "next": reading.lead_on(written.next, reading.line_of_key("next")),
        "also_show": read_passage(written.also_show, reading),
    }
