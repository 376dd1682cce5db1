"""Who is open when: a whole year, hour by hour, against a second way of reckoning."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest

from kiosk.bank_holidays import Feast, feast_on
from kiosk.content.hours import Hours, Opening
from kiosk.content.opening import LONDON, Closed, Open, opening_at
from kiosk.dates import DAYS

HOUR = timedelta(hours=1)
WEEKDAYS = DAYS[:5]
YEARS = [2026, 2027]
"""In 2026 Boxing Day is a Saturday; in 2027 Christmas Day is one, and has a substitute."""

OFFICE = (Opening(days=WEEKDAYS, opens="9:00", closes="21:00", bank_holidays="closed"),)
EVERY_DAY = (Opening(days=DAYS, opens="8:00", closes="24:00", bank_holidays="open"),)
NIGHTS = (Opening(days=DAYS, opens="20:00", closes="2:00", bank_holidays="open"),)
TWO_SPANS = (
    Opening(days=WEEKDAYS, opens="9:30", closes="21:00", bank_holidays="open"),
    Opening(days=("saturday", "sunday"), opens="10:00", closes="15:00", bank_holidays="open"),
)


def easter(year: int) -> date:
    """Easter Sunday.

    Source: "Ten Divisions Lead to Easter", T. H. O'Beirne, New Scientist 228 (1961).
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    last = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * last) // 451
    month, day = divmod(h + last - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_monday(year: int, month: int, *, last: bool) -> date:
    """The first or the last Monday of a month."""
    days = [date(year, month, 1) + timedelta(days=n) for n in range(31)]
    mondays = [day for day in days if day.month == month and day.weekday() == 0]
    return mondays[-1 if last else 0]


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of England and Wales by the rules of the 1971 Act.

    A holiday at a weekend moves to the next weekday that is not a holiday itself.
    """
    found = {
        easter(year) - timedelta(days=2),
        easter(year) + timedelta(days=1),
        nth_monday(year, 5, last=False),
        nth_monday(year, 5, last=True),
        nth_monday(year, 8, last=True),
    }
    for feast in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        day = feast
        while day.weekday() > 4 or day in found:
            day += timedelta(days=1)
        found.add(day)
    return frozenset(found)


def last_sunday(year: int, month: int) -> date:
    """The last Sunday of a month of 31 days."""
    end = date(year, month, 31)
    return end - timedelta(days=(end.weekday() + 1) % 7)


def wall_clock(moment: datetime) -> datetime:
    """What the clocks of London show, by the rule of the Summer Time Order 2002.

    Summer time begins and ends at 1:00 UTC on the last Sundays of March and October.
    """
    year = moment.year
    begins, ends = (
        datetime.combine(last_sunday(year, month), datetime.min.time(), UTC) + HOUR
        for month in (3, 10)
    )
    return (moment + (HOUR if begins <= moment < ends else timedelta())).replace(tzinfo=None)


def office_open(wall: datetime) -> bool:
    """Monday to Friday from 9 to 21, not on bank holidays."""
    works = wall.weekday() < 5 and wall.date() not in bank_holidays(wall.year)
    return works and 9 <= wall.hour < 21


def two_spans_open(wall: datetime) -> bool:
    """Monday to Friday from 9:30 to 21, at weekends from 10 to 15."""
    if wall.weekday() < 5:
        return wall.hour < 21 and (wall.hour, wall.minute) >= (9, 30)
    return 10 <= wall.hour < 15


CASES: list[tuple[Hours, Callable[[datetime], bool]]] = [
    (OFFICE, office_open),
    (EVERY_DAY, lambda wall: wall.hour >= 8),
    (NIGHTS, lambda wall: wall.hour >= 20 or wall.hour < 2),
    (TWO_SPANS, two_spans_open),
    ("always", lambda _: True),
]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("hours", "is_open"), CASES, ids="office every nights two always".split())
@pytest.mark.slow
def test_a_whole_year_hour_by_hour(
    hours: Hours, is_open: Callable[[datetime], bool], year: int
) -> None:
    """Every hour of a year, both clock changes and all bank holidays in it, is told right.

    What is told to come next is right, too: the line stays as it is until then, and changes then.
    """
    moments = [datetime(year, 1, 1, tzinfo=UTC) + HOUR * n for n in range(8760)]
    truth = [is_open(wall_clock(moment)) for moment in moments]
    for moment, expected in zip(moments, truth, strict=True):
        state = opening_at(hours, moment)
        assert isinstance(state, Open if expected else Closed), moment
        change = state.until if isinstance(state, Open) else state.opens
        if change is None:
            continue
        assert is_open(wall_clock(change.astimezone(UTC))) is not expected, moment
        before = change.astimezone(UTC) - timedelta(minutes=1)
        assert is_open(wall_clock(before)) is expected, moment


@pytest.mark.parametrize("year", range(2026, 2037))
def test_the_bank_holidays_are_those_of_england_and_wales(year: int) -> None:
    """The days that are known are those of the Act; feasts besides are at weekends."""
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    found = {day for day in days if feast_on(day) is Feast.BANK_HOLIDAY}
    assert found == bank_holidays(year)
    assert all(day.weekday() > 4 for day in days if feast_on(day) is Feast.AT_A_WEEKEND)


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2037, 1, 1), date(2040, 7, 3)])
def test_of_a_year_that_is_not_known_nothing_is_said(day: date) -> None:
    """Where holidays are not known, a line that may be closed on one is neither open nor closed."""
    assert feast_on(day) is Feast.NOT_KNOWN
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=LONDON)
    assert opening_at(OFFICE, noon) is None
    assert isinstance(opening_at(EVERY_DAY, noon), Open)


def london(text: str, fold: int = 0) -> datetime:
    """A moment by the clocks of London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON, fold=fold)


def test_the_moment_of_opening_is_open_and_that_of_closing_is_not() -> None:
    """At 9:00 the line is open; a second before, and at 21:00, it is not."""
    assert opening_at(OFFICE, london("2026-11-23T08:59:59")) == Closed(london("2026-11-23T09:00"))
    assert opening_at(OFFICE, london("2026-11-23T09:00")) == Open(london("2026-11-23T21:00"))
    assert opening_at(OFFICE, london("2026-11-23T21:00")) == Closed(london("2026-11-24T09:00"))


def test_a_line_that_is_closed_over_christmas_says_when_it_opens() -> None:
    """From Christmas Eve 2026 the weekend and the substitute day pass before it opens."""
    assert opening_at(OFFICE, london("2026-12-24T22:00")) == Closed(london("2026-12-29T09:00"))


def test_where_bank_holidays_are_not_confirmed_nothing_is_said_on_them() -> None:
    """On the holiday, and before it where it would come next, there is the number alone."""
    hours = (Opening(days=WEEKDAYS, opens="9:00", closes="21:00"),)
    assert opening_at(hours, london("2026-05-04T12:00")) is None
    assert opening_at(hours, london("2026-05-03T12:00")) is None
    assert opening_at(hours, london("2026-05-05T12:00")) == Open(london("2026-05-05T21:00"))
    assert opening_at(hours, london("2026-05-01T12:00")) == Open(london("2026-05-01T21:00"))


def test_a_feast_at_a_weekend_is_not_taken_for_either() -> None:
    """Boxing Day 2026 is a Saturday and no bank holiday; a line may be closed all the same."""
    hours = (Opening(days=DAYS, opens="9:00", closes="21:00", bank_holidays="closed"),)
    assert opening_at(hours, london("2026-12-26T12:00")) is None
    assert isinstance(opening_at(hours, london("2026-12-19T12:00")), Open)


def test_the_hour_that_comes_twice_is_told_carefully() -> None:
    """Closing at 1:30 means the first 1:30, and opening at 1:30 the second."""
    closes = (Opening(days=DAYS, opens="20:00", closes="1:30", bank_holidays="open"),)
    assert isinstance(opening_at(closes, london("2026-10-25T01:15")), Open)
    assert isinstance(opening_at(closes, london("2026-10-25T01:15", fold=1)), Closed)
    opens = (Opening(days=DAYS, opens="1:30", closes="8:00", bank_holidays="open"),)
    assert isinstance(opening_at(opens, london("2026-10-25T01:45")), Closed)
    assert isinstance(opening_at(opens, london("2026-10-25T01:45", fold=1)), Open)


def test_the_hour_that_is_skipped_is_told_carefully() -> None:
    """There is no 1:30 on the last Sunday of March: the line opens an hour later on the clock."""
    opens = (Opening(days=DAYS, opens="1:30", closes="8:00", bank_holidays="open"),)
    before = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert opening_at(opens, before) == Closed(london("2026-03-29T02:30"))
    assert isinstance(opening_at(opens, before + timedelta(minutes=31)), Open)


def test_openings_without_a_gap_are_one() -> None:
    """A line whose hours are written in two parts closes at the end of the second."""
    hours = (
        Opening(days=DAYS, opens="9:00", closes="12:00", bank_holidays="open"),
        Opening(days=DAYS, opens="12:00", closes="17:00", bank_holidays="open"),
    )
    assert opening_at(hours, london("2026-11-23T10:00")) == Open(london("2026-11-23T17:00"))


def test_where_hours_are_not_confirmed_nothing_is_said() -> None:
    """No hours: neither open nor closed."""
    assert opening_at(None, london("2026-11-23T10:00")) is None


def test_a_moment_from_another_zone_is_the_same_moment() -> None:
    """Noon in London in summer is 11:00 UTC."""
    assert opening_at(OFFICE, datetime(2026, 7, 1, 8, 0, tzinfo=UTC)) == Open(
        london("2026-07-01T21:00")
    )
    assert isinstance(opening_at(OFFICE, datetime(2026, 7, 1, 7, 59, tzinfo=UTC)), Closed)
