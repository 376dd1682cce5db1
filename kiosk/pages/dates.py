"""Days of the calendar in words."""

from datetime import date

from kiosk.pages.library import Library

_MONTHS = (
    "january february march april may june july august september october november december".split()
)


def date_words(library: Library, day: date) -> str:
    """A date, such as 22 November 2026."""
    return library.word("time.date", day=day.day, month=_month(library, day), year=day.year)


def day_words(library: Library, day: date) -> str:
    """A date without its year, such as 22 November."""
    return library.word("time.day", day=day.day, month=_month(library, day))


def _month(library: Library, day: date) -> str:
    return library.word(f"month.{_MONTHS[day.month - 1]}")
