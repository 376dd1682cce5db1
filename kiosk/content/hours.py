"""When a helpline answers, as staff write it: always, or on which days from when to when."""

from datetime import time
from typing import Annotated, Literal

import msgspec

Day = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
DAYS: tuple[Day, ...] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
"""Monday first, as `date.weekday` counts."""
_CLOCK = r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$"
_EXAMPLES = ["9:00", "17:30"]
Start = Annotated[str, msgspec.Meta(pattern=_CLOCK, examples=_EXAMPLES)]
"""A time of day as people write it, 9:00 or 17:30."""
End = Annotated[str, msgspec.Meta(pattern=f"{_CLOCK}|^24:00$", examples=_EXAMPLES)]
"""Likewise; 24:00 is the end of the day."""


class Opening(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hours that hold on some days of the week, by the clocks of England and Wales."""

    days: Annotated[tuple[Day, ...], msgspec.Meta(min_length=1)]
    opens: Start = msgspec.field(name="from")
    closes: End = msgspec.field(name="to")
    """Where it is before `opens`, it is on the next day."""
    bank_holidays: Literal["open", "closed"] | None = None
    """Whether these hours hold on bank holidays; None where nobody has confirmed it."""

    @property
    def ends_next_day(self) -> bool:
        """Whether the line closes at midnight or later."""
        return minutes(self.closes) in (0, _DAY) or minutes(self.closes) < minutes(self.opens)

    @property
    def is_empty(self) -> bool:
        """Whether it opens and closes at the same moment, which nobody can mean."""
        return minutes(self.opens) == minutes(self.closes)


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
