"""The files of helplines: in English all that is known of them, in other languages their words."""

import re
from collections.abc import Mapping

import msgspec
from msgspec import structs

from kiosk.content.faults import FaultList
from kiosk.content.file_reading import FileReading
from kiosk.content.files import Files
from kiosk.content.header import Line, Text
from kiosk.content.model import Helpline

_FILE = "helplines.yaml"
_NUMBER = "{number}"
"""Stands in a translated `text` for the number to text to."""
_PHONE_NUMBER = re.compile(r"\d(?:[\d ]*\d)?")


class HelplineWords(msgspec.Struct, frozen=True, kw_only=True):
    """A helpline's words in another language; its numbers and hours are the English ones."""

    id: Text
    name: Text | None = None
    serves: Line | None = msgspec.field(name="for", default=None)
    cost: Text | None = None
    note: Text | None = None
    quiet: Text | None = None
    text: Text | None = None
    """How to text it, with `{number}` for the number."""
    languages: tuple[Text, ...] | None = None


def read_helplines(files: Files) -> dict[str, Helpline]:
    """The helplines of all layers, by their ids."""
    helplines: dict[str, Helpline] = {}
    for reading in files.each(_FILE):
        here: set[str] = set()
        for line, helpline in reading.records(Helpline):
            if helpline.id in here:
                message = f"The id '{helpline.id}' stands here twice; ids must differ."
                reading.faults.add(line, message)
            here.add(helpline.id)
            _check(helpline, line, reading)
            reading.sources += helpline.sources
            helplines[helpline.id] = helpline
    return helplines


def read_translated_helplines(english: Mapping[str, Helpline], files: Files) -> dict[str, Helpline]:
    """The English helplines, in their order, with the words that are translated.

    Args:
        english: The helplines in English, by their ids.
        files: The files of the other language.
    """
    helplines = dict(english)
    for reading in files.each(_FILE) if files.has(_FILE) else ():
        for line, words in reading.records(HelplineWords):
            original = english.get(words.id)
            if original is None:
                reading.faults.add(line, f"There is no helpline '{words.id}' in English.")
            elif helplines[words.id] is not original:
                message = f"The id '{words.id}' stands here twice; keep one of them."
                reading.faults.add(line, message)
            else:
                helplines[words.id] = translated(original, words, line, reading.faults)
    return helplines


def translated(helpline: Helpline, words: HelplineWords, line: int, faults: FaultList) -> Helpline:
    """The helpline with its words changed, as far as they are translated.

    Args:
        helpline: The helpline in English.
        words: Its words in another language.
        line: The line at which these stand.
        faults: Takes the faults.
    """
    changed = {name: value for name, value in structs.asdict(words).items() if value is not None}
    for name in changed.keys() & {"name", "serves", "cost", "note"}:
        wanted, found = (_numbers(getattr(of, name)) for of in (helpline, words))
        if wanted != found:
            listed = ", ".join(wanted) or "none"
            faults.add(line, f"The numbers in the words of '{helpline.id}' must be: {listed}.")
    if words.text is not None:
        changed["text"] = _filled_in(words.text, helpline.text, line, faults)
    return structs.replace(helpline, **changed)


def _filled_in(words: str, english: str, line: int, faults: FaultList) -> str:
    """How to text a helpline, with the number that the English words have."""
    number, *others = _PHONE_NUMBER.findall(english) or [""]
    if not number or others or words.count(_NUMBER) != 1 or _numbers(words):
        faults.add(line, f"Write {_NUMBER} in 'text' where the number to text to belongs.")
    return words.replace(_NUMBER, number)


def _numbers(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", text))


def _check(helpline: Helpline, line: int, reading: FileReading) -> None:
    """Note what a helpline's keys cannot say each for itself."""
    faults = reading.faults
    if not helpline.contact:
        faults.add(line, f"'{helpline.id}' has no number, text or address; give it one.")
    if helpline.is_on_card and not helpline.number:
        faults.add(line, f"'{helpline.id}' has no number for the card; drop 'card'.")
    for opening in helpline.hours if isinstance(helpline.hours, tuple) else ():
        if opening.fault:
            faults.add(line, f"'{helpline.id}' {opening.fault}")
