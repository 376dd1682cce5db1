"""Hours at their edges: what staff may write, what it means, and what is not said for sure."""

from collections.abc import Iterator
from datetime import datetime, time
from time import tzset

import msgspec
import pytest

from kiosk.content.hours import Opening, minutes, time_of
from kiosk.content.opening import LONDON, Closed, Open, opening_at
from kiosk.dates import DAYS, Day

MONDAYS: tuple[Day, ...] = ("monday",)


def london(text: str) -> datetime:
    """A moment by the clocks of London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def hours(opens: str, closes: str, days: tuple[Day, ...] = DAYS, holidays: str = "open") -> Opening:
    """Hours as staff write them."""
    wanted = {"days": days, "from": opens, "to": closes, "bank_holidays": holidays}
    return msgspec.convert(wanted, Opening)


@pytest.mark.parametrize(
    ("clock", "is_one"),
    [
        ("0:00", True),
        ("00:00", True),
        ("9:00", True),
        ("09:59", True),
        ("19:00", True),
        ("20:00", True),
        ("23:59", True),
        ("24:00", True),
        ("24:01", False),
        ("25:00", False),
        ("29:00", False),
        ("30:00", False),
        ("9:60", False),
        ("9:5", False),
        ("9", False),
        ("9.00", False),
        ("009:00", False),
        ("9:000", False),
        ("-1:00", False),
        ("", False),
    ],
)
def test_a_time_of_day_is_written_as_people_do(clock: str, *, is_one: bool) -> None:
    """From 0:00 to 23:59, and 24:00 for the end of a day."""
    try:
        hours("8:30", clock)
    except msgspec.ValidationError:
        assert not is_one
    else:
        assert is_one


@pytest.mark.parametrize(("clock", "is_one"), [("0:00", True), ("23:59", True), ("24:00", False)])
def test_nothing_opens_at_the_end_of_a_day(clock: str, *, is_one: bool) -> None:
    """Whether that day's or the next one's morning is meant, nobody could tell."""
    try:
        hours(clock, "8:30")
    except msgspec.ValidationError:
        assert not is_one
    else:
        assert is_one


@pytest.mark.parametrize(
    ("clock", "count", "face"),
    [
        ("0:00", 0, time(0, 0)),
        ("0:59", 59, time(0, 59)),
        ("1:00", 60, time(1, 0)),
        ("23:59", 1439, time(23, 59)),
        ("24:00", 1440, time(0, 0)),
    ],
)
def test_a_time_is_so_many_minutes(clock: str, count: int, face: time) -> None:
    """The end of a day is as many as a day has, and looks like its beginning."""
    assert minutes(clock) == count
    assert time_of(clock) == face


@pytest.mark.parametrize(
    ("opens", "closes", "next_day", "is_a_slip"),
    [
        ("9:00", "17:00", False, False),
        ("9:00", "9:01", False, False),
        ("9:00", "8:59", True, False),
        ("9:00", "9:00", False, True),
        ("09:00", "9:00", False, True),
        ("20:00", "2:00", True, False),
        ("20:00", "24:00", True, False),
        ("20:00", "0:00", True, False),
        ("0:00", "24:00", True, False),
        ("0:00", "0:00", True, True),
        ("0:00", "0:01", False, False),
    ],
)
def test_hours_may_last_into_the_next_day(
    opens: str, closes: str, *, next_day: bool, is_a_slip: bool
) -> None:
    """Where they end before they begin, or at midnight; the same moment twice is a slip."""
    found = hours(opens, closes)
    assert found.ends_next_day is next_day
    assert found.fault == (f"opens and closes at {closes}." if is_a_slip else "")


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026-11-23T19:59", Closed(london("2026-11-23T20:00"))),
        ("2026-11-23T20:00", Open(london("2026-11-24T02:00"))),
        ("2026-11-24T01:59", Open(london("2026-11-24T02:00"))),
        ("2026-11-24T02:00", Closed(london("2026-11-30T20:00"))),
        ("2026-11-24T20:00", Closed(london("2026-11-30T20:00"))),
        ("2026-11-23T01:00", Closed(london("2026-11-23T20:00"))),
    ],
)
def test_a_night_belongs_to_the_day_on_which_it_begins(when: str, expected: Open | Closed) -> None:
    """After midnight it is yesterday's hours that count."""
    assert opening_at((hours("20:00", "2:00", MONDAYS),), london(when)) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026-03-30T18:00", Closed(london("2026-04-13T09:00"))),
        ("2026-03-30T08:00", Closed(london("2026-03-30T09:00"))),
        ("2026-04-06T12:00", Closed(london("2026-04-13T09:00"))),
        ("2028-12-18T18:00", None),
        ("2028-12-24T12:00", None),
        ("2028-12-25T12:00", Closed(london("2029-01-08T09:00"))),
        ("2028-12-26T08:00", Closed(london("2029-01-08T09:00"))),
    ],
)
def test_the_next_opening_is_looked_for_two_weeks_ahead(when: str, expected: Closed | None) -> None:
    """A weekly line misses one bank holiday; two in a row are more than is said."""
    mondays = (hours("9:00", "17:00", MONDAYS, "closed"),)
    assert opening_at(mondays, london(when)) == expected


MORNING, NOON = hours("9:00", "12:00"), hours("12:00", "17:00")
UNSURE = Opening(days=DAYS, opens="12:00", closes="17:00")
"""Whether it holds on bank holidays, nobody has confirmed."""


@pytest.mark.parametrize(
    ("openings", "until"),
    [
        ((MORNING,), "12:00"),
        ((MORNING, NOON), "17:00"),
        ((NOON, MORNING), "17:00"),
        ((MORNING, UNSURE), "12:00"),
        ((MORNING, hours("12:01", "17:00")), "12:00"),
        ((MORNING, hours("11:00", "17:00")), "17:00"),
        ((MORNING, hours("10:00", "11:00")), "12:00"),
        ((MORNING, NOON, hours("17:00", "19:00")), "19:00"),
        ((hours("9:00", "11:00"), MORNING), "12:00"),
    ],
)
def test_a_line_is_open_until_what_is_sure(openings: tuple[Opening, ...], until: str) -> None:
    """On May Day, hours that follow without a gap count as one, but none that may not hold."""
    assert opening_at(openings, london("2026-05-04T10:30")) == Open(london(f"2026-05-04T{until}"))


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026-05-04T12:30", None),
        ("2026-05-04T10:00", None),
        ("2026-05-04T17:00", Closed(london("2026-05-05T12:00"))),
        ("2026-05-03T17:00", None),
        ("2026-05-05T12:30", Open(london("2026-05-05T17:00"))),
    ],
)
def test_what_may_not_hold_is_not_said(when: str, expected: Open | Closed | None) -> None:
    """Neither that it is open on that day, nor that it opens then; after it, all is sure again."""
    assert opening_at((UNSURE,), london(when)) == expected


def test_every_opening_is_looked_at() -> None:
    """One that does not hold on a day, or is kept closed on it, hides none behind it."""
    tuesdays = hours("9:00", "12:00", ("tuesday",))
    assert opening_at((tuesdays, MORNING), london("2026-05-04T10:00")) == Open(
        london("2026-05-04T12:00")
    )
    closed = hours("9:00", "11:00", DAYS, "closed")
    assert opening_at((closed, MORNING), london("2026-05-04T10:00")) == Open(
        london("2026-05-04T12:00")
    )


@pytest.fixture(params=["Asia/Tokyo", "America/Los_Angeles"])
def elsewhere(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let this machine's clock be that of another country."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        tzset()
        yield
    tzset()


@pytest.mark.usefixtures("elsewhere")
def test_the_answer_is_in_londons_time_wherever_the_machine_is() -> None:
    """The days, the moment of opening and that of closing."""
    for when in ("2026-07-06T00:30", "2026-07-06T09:30", "2026-07-06T23:30"):
        state = opening_at((MORNING,), london(when))
        assert state is not None
        moment = state.until if isinstance(state, Open) else state.opens
        assert moment is not None
        assert moment.tzinfo is LONDON
        assert (isinstance(state, Open), f"{moment:%d %H:%M}") == {
            "00:30": (False, "06 09:00"),
            "09:30": (True, "06 12:00"),
            "23:30": (False, "07 09:00"),
        }[when[-5:]]


@pytest.mark.usefixtures("elsewhere")
def test_yesterday_and_two_weeks_ahead_are_counted_in_london() -> None:
    """Where it is tomorrow already, or still yesterday, the days that count are the same."""
    nearly_a_day = (hours("18:00", "17:00", MONDAYS),)
    assert opening_at(nearly_a_day, london("2026-11-24T16:30")) == Open(london("2026-11-24T17:00"))
    mondays = (hours("9:00", "17:00", MONDAYS, "closed"),)
    assert opening_at(mondays, london("2028-12-25T03:00")) == Closed(london("2029-01-08T09:00"))


def test_where_one_opening_is_sure_the_unsure_one_beside_it_does_not_count() -> None:
    """A line whose day is sure is open, whatever its evening is."""
    both = (hours("9:00", "17:00"), Opening(days=DAYS, opens="9:00", closes="20:00"))
    assert opening_at(both, london("2026-05-04T10:00")) == Open(london("2026-05-04T17:00"))


def test_without_any_day_ahead_nothing_is_said() -> None:
    """Hours of no opening at all are no hours."""
    assert opening_at((), london("2026-05-04T10:00")) is None
    assert opening_at("always", london("2026-05-04T10:00")) == Open(None)


def test_a_moment_without_a_zone_is_the_machines() -> None:
    """The clock that staff have set."""
    naive = datetime(2026, 11, 23, 10, 0)
    zoned = naive.astimezone()
    assert opening_at((MORNING,), naive) == opening_at((MORNING,), zoned)
