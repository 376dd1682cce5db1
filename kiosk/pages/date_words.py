"""Days of the calendar in words."""

from datetime import date

from kiosk.pages.edition import Edition

MONTHS = (
    "january february march april may june july august september october november december".split()
)


def date_words(edition: Edition, day: date) -> str:
    """A date, such as 22 November 2026."""
    return edition.word("time.date", day=day.day, month=_month(edition, day), year=day.year)


def day_words(edition: Edition, day: date) -> str:
    """A date without its year, such as 22 November."""
    return edition.word("time.day", day=day.day, month=_month(edition, day))


def _month(edition: Edition, day: date) -> str:
    return edition.word(f"month.{MONTHS[day.month - 1]}")
