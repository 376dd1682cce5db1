"""Whether a helpline is open at a moment, in Europe/London, bank holidays heeded. Pure.

It claims the least: where hours or a bank holiday are not confirmed, the answer is None, and the
kiosk shows the number alone. In the hour that the clocks repeat in October, or skip in March, a
line is taken to open late and to close early.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.bank_holidays import Feast, feast_on
from kiosk.content.hours import Hours, Opening, time_of
from kiosk.dates import DAYS

LONDON = ZoneInfo("Europe/London")
_DAYS_AHEAD = 14
"""A line that opens once a week, kept closed by a bank holiday, opens within this many days."""
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Open:
    """The line is open."""

    until: datetime | None
    """When it closes, in Europe/London; None where it never does."""


@dataclass(frozen=True)
class Closed:
    """The line is closed."""

    opens: datetime
    """When it opens next, in Europe/London."""


@dataclass(frozen=True)
class _Span:
    """One opening of a line, in UTC, so that comparing and sorting know both clock changes."""

    start: datetime
    end: datetime
    is_sure: bool
    """False on a day that may or may not count as a bank holiday for this line."""


def opening_at(hours: Hours, now: datetime) -> Open | Closed | None:
    """Whether a line is open.

    Args:
        hours: When the line answers.
        now: The moment; without a time zone, it is the machine's own time.

    Returns:
        The answer, or None where nothing can be said for sure.
    """
    if hours is None:
        return None
    if hours == "always":
        return Open(until=None)
    now = now.astimezone(UTC)
    today = now.astimezone(LONDON).date()
    ahead = [
        span for span in sorted(_spans(hours, today), key=lambda span: span.start) if span.end > now
    ]
    running = [span for span in ahead if span.start <= now]
    if sure := [span for span in running if span.is_sure]:
        return Open(until=_end_of_run(sure, ahead).astimezone(LONDON))
    if running or not ahead or not ahead[0].is_sure:
        return None
    return Closed(opens=ahead[0].start.astimezone(LONDON))


def _spans(openings: tuple[Opening, ...], today: date) -> Iterator[_Span]:
    """The openings from yesterday, whose night may last until now, to two weeks ahead."""
    for days in range(-1, _DAYS_AHEAD + 1):
        day = today + timedelta(days=days)
        dated = [opening for opening in openings if any(day in run for run in opening.calendar)]
        if dated:
            yield from (
                _span(opening, day, is_sure=True) for opening in dated if not opening.closed
            )
            continue
        for opening in openings:
            if DAYS[day.weekday()] not in opening.days:
                continue
            feast = feast_on(day) if opening.bank_holidays != "open" else None
            if feast is Feast.BANK_HOLIDAY and opening.bank_holidays == "closed":
                continue
            yield _span(opening, day, is_sure=feast is None)


def _span(opening: Opening, day: date, *, is_sure: bool) -> _Span:
    start = datetime.combine(day, time_of(opening.opens))
    last_day = day + _ONE_DAY if opening.ends_next_day else day
    end = datetime.combine(last_day, time_of(opening.closes))
    return _Span(max(_moments(start)), min(_moments(end)), is_sure)


def _moments(wall: datetime) -> list[datetime]:
    """The moments at which the clocks of London show a time: two where they are turned back."""
    return [wall.replace(tzinfo=LONDON, fold=fold).astimezone(UTC) for fold in (0, 1)]


def _end_of_run(running: list[_Span], ahead: list[_Span]) -> datetime:
    """When the line closes, openings that follow without a gap counted as one."""
    end = max(span.end for span in running)
    for span in ahead:
        if span.is_sure and span.start <= end < span.end:
            end = span.end
    return end
