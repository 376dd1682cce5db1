"""Days as staff write them: by name, by date, or a run of dates (2026-12-24 - 2027-01-02)."""

from datetime import date
from typing import Literal, NamedTuple, get_args

Day = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
DAYS: tuple[Day, ...] = get_args(Day)
"""Monday first, as `date.weekday` counts."""


class Dates(NamedTuple):
    """A run of days, both ends in it."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        """Whether a day is one of them."""
        return isinstance(day, date) and self.first <= day <= self.last


def dates_of(text: str) -> Dates:
    """Read a day or a run of days.

    Raises:
        ValueError: It is neither, or ends before it begins; the message says what to write.
    """
    first, _, last = (part.strip() for part in text.replace("\N{EN DASH}", "-").partition(" - "))
    try:
        dates = Dates(date.fromisoformat(first), date.fromisoformat(last or first))
    except ValueError:
        dates = Dates(date.max, date.min)
    if dates.last < dates.first or len(first) != len("2026-12-25"):
        raise ValueError(
            'is no day and no run of days: write "2026-12-25", or "2026-12-24 - 2027-01-02".'
        )
    return dates
