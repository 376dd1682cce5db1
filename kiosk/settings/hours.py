"""Opening hours as the settings give them: by weekday, on bank holidays, and on single days.

Imported before the first frame is painted, so it imports little itself.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from kiosk.bank_holidays import Feast, feast_on
from kiosk.dates import DAYS, Dates, dates_of
from kiosk.settings.toml_tables import Parser, read_table

DAY = 24 * 60
"""Minutes of a day."""
_BANK_HOLIDAYS = "bank_holidays"
EXAMPLE = """\
[opening_hours]
monday = "9:00 - 17:30"
tuesday = "9:00 - 17:30"
wednesday = "9:00 - 17:30"
thursday = "9:00 - 19:00"
friday = "9:00 - 17:30"
saturday = "9:00 - 12:30, 13:30 - 16:00"
sunday = "closed"
bank_holidays = "closed"
"2026-12-24" = "9:00 - 13:00"
"2026-12-27 - 2027-01-03" = "closed\""""
"""How the library's hours are written."""


class Period(NamedTuple):
    """From when to when, in minutes from the beginning of the day."""

    opens: int
    closes: int
    """More than a day's minutes where it is on the next day."""


Hours = tuple[Period, ...]
"""The hours of one day, the earliest first; none where it is closed."""


class SomeDays(NamedTuple):
    """Days with hours of their own, whatever the week says."""

    days: Dates
    hours: Hours


class OpeningHours(NamedTuple):
    """When somewhere is open."""

    week: tuple[Hours, ...]
    """Seven days, Monday first."""
    bank_holidays: str = ""
    """`open` as in the week, or `closed`; nothing where nobody has said."""
    dates: tuple[SomeDays, ...] = ()

    def on(self, day: date) -> Hours | None:
        """The hours of a day, or None where a bank holiday makes them unsure."""
        for some in self.dates:
            if day in some.days:
                return some.hours
        usual = self.week[day.weekday()]
        feast = feast_on(day)
        if feast is None or self.bank_holidays == "open" or not usual:
            return usual
        return () if (feast, self.bank_holidays) == (Feast.BANK_HOLIDAY, "closed") else None


def read_opening_hours(value: object) -> OpeningHours:
    """The library's own hours; a day left out is closed.

    Raises:
        MisfitsError: Some of it cannot be read; all of it is told.
        ValueError: It is not a table.
    """
    return _read(value, partial(_hours, longest=0))


def read_helpline_hours(value: object) -> OpeningHours:
    """Those of somebody to talk to, who may answer until the next morning.

    Raises:
        MisfitsError: Some of it cannot be read; all of it is told.
        ValueError: It is not a table.
    """
    return _read(value, partial(_hours, longest=DAY))


def written(hours: Hours) -> str:
    """Hours as they are written: `9:00 - 12:30, 13:30 - 17:30`, or `closed`."""
    return ", ".join(f"{clock(opens)} - {clock(closes)}" for opens, closes in hours) or "closed"


def clock(minutes: int) -> str:
    """A time of day as people write it; the end of a day is 24:00.

    Args:
        minutes: From the beginning of the day, or of the day before.
    """
    hour, minute = divmod(minutes if minutes <= DAY else minutes - DAY, 60)
    return f"{hour}:{minute:02}"


def _read(value: object, read: Callable[[object], Hours]) -> OpeningHours:
    dated = [key for key in value if key[:1].isdigit()] if isinstance(value, dict) else []
    parsers: dict[str, Parser] = dict.fromkeys(DAYS, read)
    parsers[_BANK_HOLIDAYS] = _on_bank_holidays
    parsers |= {key: partial(_some_days, key, read) for key in dated}
    values = read_table(value, parsers)
    return OpeningHours(
        tuple(values.get(day, ()) for day in DAYS),
        values.get(_BANK_HOLIDAYS, ""),
        tuple(values[key] for key in dated),
    )


def _on_bank_holidays(value: object) -> str:
    if value not in ("open", "closed"):
        raise ValueError('must be "closed", or "open" for the hours of the weekday.')
    return str(value)


def _some_days(days: str, read: Callable[[object], Hours], value: object) -> SomeDays:
    return SomeDays(dates_of(days), read(value))


def _hours(value: object, longest: int) -> Hours:
    """Read one day's hours, the last of which may end so many minutes into the next day."""
    if value == "closed":
        return ()
    try:
        periods = tuple(_period(part, longest) for part in str(value).split(","))
    except ValueError:
        periods = ()
    in_order = all(one.closes < two.opens for one, two in pairwise(periods))
    if not periods or not in_order:
        raise ValueError(
            'must be written like "9:00 - 17:30", "9:00 - 12:30, 13:30 - 17:30", or "closed".'
        )
    return periods


def _period(text: str, longest: int) -> Period:
    opens, closes = (_minutes(part.strip()) for part in text.replace("\N{EN DASH}", "-").split("-"))
    if opens in (closes, DAY):
        raise ValueError(text)
    if closes < opens:
        closes += DAY
    if closes > DAY + longest:
        raise ValueError(text)
    return Period(opens, closes)


def _minutes(clock: str) -> int:
    hour, _, minute = clock.replace(".", ":").partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == len("00")):
        raise ValueError(clock)
    count = int(hour) * 60 + int(minute)
    if int(minute) >= 60 or count > DAY:
        raise ValueError(clock)
    return count
