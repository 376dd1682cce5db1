"""What visitors read from the settings: the name, the news, and who is near the library."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kiosk.content.local import local_helplines
from kiosk.settings import LocalHelpline, Settings
from kiosk.settings.lines import line_of
from kiosk.settings.toml_tables import Step
from kiosk.staff.check.confirmed import when_checked
from kiosk.staff.check.glyphs import glyphs_missing
from kiosk.staff.check.marks import marks_left
from kiosk.staff.check.passages import EVERYBODY, Passage
from kiosk.staff.check.report import WordsFinding
from kiosk.staff.check.words_not_to_use import WordsNotToUse, words_found

_TEXTS = {"name": "name", "text": "text", "address": "address", "serves": "for", "note": "note"}
"""The texts of a helpline near here, and what they are called in the file."""


def check_settings(
    settings: Settings, path: str, forbidden: Sequence[WordsNotToUse], today: date
) -> Iterator[WordsFinding]:
    """Check the texts of a settings file that has no fault.

    Args:
        settings: What was read from the file.
        path: The file, as findings are to call it.
        forbidden: The words not to use.
        today: The day by which dates are judged.

    Raises:
        OSError: The file cannot be read any more.
    """
    text = Path(path).read_text(encoding="utf-8-sig")
    passages = [
        Passage(path, line_of(text, steps), words, is_running, EVERYBODY)
        for steps, words, is_running in _texts(settings)
    ]
    for passage in passages:
        yield from glyphs_missing(passage, "en")
        yield from marks_left(passage)
    yield from words_found(passages, forbidden)
    near = local_helplines(settings, str)
    for (steps, _), helpline in zip(_near(settings), near.values(), strict=True):
        yield from when_checked(helpline, path, line_of(text, steps), today)


def _texts(settings: Settings) -> Iterator[tuple[Sequence[Step], str, bool]]:
    """Each text with the keys that lead to it, and whether it is made of sentences."""
    yield ("name",), settings.name, False
    for notice in settings.notices:
        yield ("notices",), notice.text, True
    for steps, line in _near(settings):
        for field, key in _TEXTS.items():
            if words := getattr(line, field):
                yield (*steps, key), words, key == "note"


def _near(settings: Settings) -> Iterator[tuple[tuple[Step, ...], LocalHelpline]]:
    """Everybody near the library, in the order of `local_helplines`."""
    if settings.local_police:
        yield ("local_police",), settings.local_police
    if settings.childrens_services:
        yield ("childrens_services",), settings.childrens_services
    for number, line in enumerate(settings.helplines):
        yield ("helplines", number), line
