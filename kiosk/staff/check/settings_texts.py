"""What visitors read from the settings: the name, the news, and who is near the library."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from kiosk.cells import wrap
from kiosk.content.local import local_helplines
from kiosk.neutral import MEASURE, neutral_text
from kiosk.plain_file import read_text
from kiosk.settings import LocalHelpline, Settings
from kiosk.settings.lines import line_of
from kiosk.settings.toml_tables import Step
from kiosk.staff.check.confirmed import when_checked
from kiosk.staff.check.glyphs import glyphs_missing
from kiosk.staff.check.marks import marks_left
from kiosk.staff.check.passages import EVERYBODY, Passage
from kiosk.staff.check.report import Rule, WordsFinding, mistake
from kiosk.staff.check.words_not_to_use import WordsNotToUse, words_found
from kiosk.staff.findings import Severity
from kiosk.staff.service_view import unusable

_TEXTS = {"name": "name", "text": "text", "address": "address", "serves": "for", "note": "note"}
"""The texts of a helpline near here, and what they are called in the file."""
_SCREEN = 80, 24
"""The smallest common screen, in columns and rows."""


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
    text = read_text(path)
    for name, what, remedy in unusable(path, settings):
        yield mistake((path, line_of(text, (name,))), Rule.STRUCTURE, what, remedy)
    passages = [
        Passage(path, line_of(text, steps), words, is_running, EVERYBODY)
        for steps, words, is_running in _texts(settings)
    ]
    for passage in passages:
        yield from glyphs_missing(passage, "en")
        yield from marks_left(passage)
    yield from words_found(passages, forbidden)
    yield from _left_out(settings, path, line_of(text, ("notices",)), today)
    near = local_helplines(settings, str)
    for (steps, _), helpline in zip(_near(settings), near.values(), strict=True):
        yield from when_checked(helpline, path, line_of(text, steps), today)


def _left_out(settings: Settings, path: str, line: int, today: date) -> Iterator[WordsFinding]:
    """News for which the first page has no room on its day, on a screen of 80 columns."""
    for notice in settings.notices:
        day = datetime.combine(max(today, notice.days.first), time(12))
        shown = neutral_text(settings, day, *_SCREEN).lines
        if day.date() in notice.days and wrap(notice.text, MEASURE)[-1] not in shown:
            yield WordsFinding(
                path=path,
                line=line,
                severity=Severity.WARNING,
                rule=Rule.ROOM,
                what=f"The first page has no room on {day:%d %B} for '{notice.text[:40]}'",
                instead="Make it shorter, or show less of other news on that day.",
            )


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
