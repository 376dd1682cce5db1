"""When a helpline answers, as staff write it: always, or on which days from when to when."""

from datetime import date, time
from typing import Annotated, Literal

import msgspec

from kiosk.dates import Dates, Day, dates_of

_CLOCK = r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$"
_EXAMPLES = ["9:00", "17:30"]
_DATES = r"^\d{4}-\d\d-\d\d( - \d{4}-\d\d-\d\d)?$"
_DATE_EXAMPLES = ["2026-12-25", "2026-12-24 - 2027-01-02"]
Start = Annotated[str, msgspec.Meta(pattern=_CLOCK, examples=_EXAMPLES)]
"""A time of day as people write it, 9:00 or 17:30."""
End = Annotated[str, msgspec.Meta(pattern=f"{_CLOCK}|^24:00$", examples=_EXAMPLES)]
"""Likewise; 24:00 is the end of the day."""


class Opening(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hours that hold on some days, by the clocks of England and Wales."""

    days: tuple[Day, ...] = ()
    """The days of the week on which they hold."""
    dates: tuple[Annotated[str, msgspec.Meta(pattern=_DATES, examples=_DATE_EXAMPLES)], ...] = ()
    """Or the days of the calendar; no hours of the week hold on them."""
    opens: Start = msgspec.field(name="from", default="")
    closes: End = msgspec.field(name="to", default="")
    """Where it is before `opens`, it is on the next day."""
    closed: bool = False
    """Whether nobody answers on the dates."""
    bank_holidays: Literal["open", "closed"] | None = None
    """Whether these hours hold on bank holidays; None where nobody has confirmed it."""

    @property
    def ends_next_day(self) -> bool:
        """Whether the line closes at midnight or later."""
        return minutes(self.closes) in (0, _DAY) or minutes(self.closes) < minutes(self.opens)

    @property
    def fault(self) -> str:
        """What is wrong with it besides the form of each key; nothing where all is right."""
        if bool(self.days) == bool(self.dates):
            return "needs either 'days' or 'dates' with each of its hours."
        if self.closed:
            if self.days or self.opens or self.closes:
                return "is closed only on 'dates', which need no 'from' and no 'to'."
        elif not (self.opens and self.closes):
            return "needs both 'from' and 'to' with its hours."
        elif minutes(self.opens) == minutes(self.closes):
            return f"opens and closes at {self.closes}."
        try:
            for dates in self.dates:
                dates_of(dates)
        except ValueError as error:
            return f"has a date that {error}"
        return ""

    def is_over(self, today: date) -> bool:
        """Whether all of its dates have passed."""
        return bool(self.dates) and all(dates.last < today for dates in self.calendar)

    @property
    def calendar(self) -> tuple[Dates, ...]:
        """The dates, read.

        Raises:
            ValueError: One is no day, or ends before it begins.
        """
        return tuple(map(dates_of, self.dates))


_DAY = 24 * 60
"""Minutes of a day."""

Hours = Literal["always"] | tuple[Opening, ...] | None
"""When a helpline answers: day and night, at some times, or not confirmed."""


def minutes(clock: str) -> int:
    """Minutes from the beginning of the day, up to 1440."""
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute)


def time_of(clock: str) -> time:
    """The time on a clock face; the end of a day is the beginning of the next."""
    hour, minute = divmod(minutes(clock) % _DAY, 60)
    return time(hour, minute)
