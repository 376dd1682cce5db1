"""The files of the pieces, strictly: every fault with its line."""

from typing import Any

import msgspec
from msgspec import structs

from kiosk.content import header
from kiosk.content.drawing import read_drawing
from kiosk.content.file_reading import FileReading, check_name
from kiosk.content.markdown import read_passage
from kiosk.content.piece import QUIZ, TRAVELS, Part, Quiz, Sequence, Statement, Step, Travels
from kiosk.content.records import NOTHING, Located, Passage


class _File(header.Header, frozen=True, kw_only=True):
    """What all pieces have."""

    also_show: Passage = NOTHING
    next: tuple[header.Text, ...]


class _PartWords(Located, frozen=True, kw_only=True):
    title: header.Title
    say: Passage


class _Part(_PartWords, frozen=True, kw_only=True):
    sources: header.Sources


class _Step(_Part, frozen=True, kw_only=True):
    draw: Passage


class _Statement(_Part, frozen=True, kw_only=True):
    title: header.Summary = msgspec.field(name="statement")
    is_true: bool = msgspec.field(name="true")
    read: header.Text


class _SequenceFile(_File, frozen=True, kw_only=True):
    parts: dict[str, _Part]


class _SequenceWords(header.HeaderWords, frozen=True, kw_only=True):
    """What a translation of a sequence says itself; all else is as in the original."""

    also_show: Passage = NOTHING
    parts: dict[str, _PartWords]


class _TravelsFile(_File, frozen=True, kw_only=True):
    keywords: tuple[header.Text, ...]
    signs: dict[str, Passage]
    steps: dict[str, _Step]


class _QuizFile(_File, frozen=True, kw_only=True):
    keywords: tuple[header.Text, ...]
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
    return Travels(id=TRAVELS, keywords=written.keywords, parts=steps, **common)


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
    return Quiz(id=QUIZ, keywords=written.keywords, parts=statements, **common)


def read_sequence(name: str, reading: FileReading) -> Sequence | None:
    """Read a sequence; None where a fault leaves it without form.

    Args:
        name: The file's name without its ending.
        reading: The file.
    """
    check_name(name, "my-lines.yaml", reading)
    if (written := reading.record(_SequenceFile)) is None:
        return None
    if not written.parts:
        reading.faults.add(0, "There is no part here; write one under 'parts:'.")
        return None
    parts = {
        part: Part(title=each.title, say=read_passage(each.say, reading), sources=each.sources)
        for part, each in written.parts.items()
    }
    sequence = Sequence(id=name, parts=parts, **_common(written, reading))
    reading.sources += sequence.sources
    return sequence


def read_translated_sequence(original: Sequence, reading: FileReading) -> Sequence | None:
    """Read a sequence's words in another language; its parts are those of the original."""
    if (words := reading.record(_SequenceWords)) is None:
        return None
    reading.check_dates(words.reviewed, original.review_by)
    if list(words.parts) != list(original.parts):
        names = ", ".join(original.parts)
        line = reading.line_of_key("parts")
        reading.faults.add(line, f"In English, these parts stand here in this order: {names}.")
        return None
    parts = {
        name: structs.replace(
            original.parts[name], title=each.title, say=read_passage(each.say, reading)
        )
        for name, each in words.parts.items()
    }
    return structs.replace(
        original,
        **header.overlay(words),
        also_show=read_passage(words.also_show, reading),
        parts=parts,
    )


def _common(written: _File, reading: FileReading) -> dict[str, Any]:
    """The fields that every piece has."""
    reading.check_dates(written.reviewed, written.review_by)
    return {
        **header.header_of(written),
        "next": reading.lead_on(written.next, reading.line_of_key("next")),
        "also_show": read_passage(written.also_show, reading),
    }
