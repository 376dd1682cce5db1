"""When a line answers, in words: each way to say it, and the moment at which it changes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import msgspec
import pytest

from kiosk.content.hours import Hours, Opening
from kiosk.content.model import Helpline
from kiosk.content.opening import LONDON
from kiosk.dates import DAYS, Day
from kiosk.pages.date_words import date_words
from kiosk.pages.edition import Edition
from kiosk.pages.here import PAPER, Here
from kiosk.pages.open_now import hours_words, open_count_words, state_words

MONTHS = (
    "january february march april may june july august september october november december".split()
)
LINE = Helpline(
    id="x", name="X", serves="anyone", audiences=(), checked=date.min, mark="C", sources=()
)


def opening(days: str, opens: str, closes: str) -> Opening:
    """Hours on some days, bank holidays as well, so that none changes what is tested."""
    found = tuple(name for name in DAYS if name[:2] in days.split())
    return Opening(days=found, opens=opens, closes=closes, bank_holidays="open")


EVERY_DAY = "mo tu we th fr sa su"
OFFICE = (opening("mo tu we th fr", "9:00", "17:00"),)
SUNDAYS = (opening("su", "0:00", "24:00"),)
ROUND_THE_CLOCK = (opening(EVERY_DAY, "0:00", "24:00"),)
UNTIL_NINE_NEXT_DAY = (opening("mo", "9:00", "24:00"), opening("tu", "0:00", "9:00"))
UNTIL_TEN_NEXT_DAY = (opening("mo", "9:00", "24:00"), opening("tu", "0:00", "10:00"))


def at(when: datetime | None) -> Here:
    """A moment."""
    return Here(now=when)


def london(day_of_november: int, clock: str) -> datetime:
    """A time in London; the 23rd of November 2026 is a Monday."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 11, day_of_november, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("hours", "when", "key", "values"),
    [
        ("always", london(23, "12:00"), "hours.open", {}),
        (OFFICE, london(23, "9:00"), "hours.until", {"time": "17:00"}),
        (OFFICE, london(23, "8:59"), "hours.opens", {"time": "9:00"}),
        (OFFICE, london(23, "0:00"), "hours.opens", {"time": "9:00"}),
        (OFFICE, london(23, "17:00"), "hours.opens.day", {"day": "tuesday", "time": "9:00"}),
        (OFFICE, london(23, "23:59"), "hours.opens.day", {"day": "tuesday", "time": "9:00"}),
        (OFFICE, london(27, "18:00"), "hours.opens.day", {"day": "monday", "time": "9:00"}),
        (SUNDAYS, london(28, "12:00"), "hours.opens.day", {"day": "sunday", "time": "midnight"}),
        (SUNDAYS, london(29, "0:00"), "hours.open", {}),
        (SUNDAYS, london(29, "0:01"), "hours.until", {"time": "midnight"}),
        (UNTIL_NINE_NEXT_DAY, london(23, "9:01"), "hours.until", {"time": "9:00"}),
        (UNTIL_NINE_NEXT_DAY, london(23, "9:00"), "hours.open", {}),
        (UNTIL_TEN_NEXT_DAY, london(23, "9:30"), "hours.open", {}),
        (UNTIL_TEN_NEXT_DAY, london(23, "10:01"), "hours.until", {"time": "10:00"}),
        (ROUND_THE_CLOCK, london(23, "12:00"), "hours.open", {}),
    ],
)
def test_what_is_said_at_a_moment(
    edition: Edition, hours: Hours, when: datetime, key: str, values: dict[str, str]
) -> None:
    """An hour alone is said where it comes within a day; a day's name where it is not today."""
    names = {"midnight": "hours.midnight"} | {str(name): f"day.{name}" for name in DAYS}
    words = {name: edition.word(names[v]) if v in names else v for name, v in values.items()}
    helpline = msgspec.structs.replace(LINE, hours=hours)
    assert state_words(edition, at(when), helpline) == edition.word(key, **words)


def test_today_is_the_day_in_london(edition: Edition) -> None:
    """Half past eleven in UTC in summer is the next day there already."""
    helpline = msgspec.structs.replace(LINE, hours=OFFICE)
    when = datetime(2026, 7, 5, 23, 30, tzinfo=UTC)
    words = edition.word("hours.opens", time="9:00")
    assert state_words(edition, at(when), helpline) == words


@pytest.mark.parametrize("when", [None, london(23, "12:00")])
def test_nothing_is_said_where_nothing_is_known(edition: Edition, when: datetime | None) -> None:
    """Neither on paper, nor of hours that nobody has confirmed."""
    unknown = msgspec.structs.replace(LINE, hours=None if when else "always")
    assert state_words(edition, at(when), unknown) == ""


@pytest.mark.parametrize(
    ("lines", "count"),
    [([], 0), ([None], 0), (["always"], 1), (["always", OFFICE, None, SUNDAYS], 2)],
)
def test_how_many_are_open(edition: Edition, lines: list[Hours], count: int) -> None:
    """Only who is known to be open is counted; none is not said; on paper nothing is."""
    helplines = {
        str(n): msgspec.structs.replace(LINE, hours=hours) for n, hours in enumerate(lines)
    }
    edition = replace(
        edition, content=msgspec.structs.replace(edition.content, helplines=helplines)
    )
    said = edition.word("start.open", count=count) if count else ""
    assert open_count_words(edition, at(london(23, "12:00"))) == said
    assert open_count_words(edition, at(None)) == ""


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("mo", "monday"),
        ("th", "thursday"),
        ("mo tu", "monday,tuesday"),
        ("mo tu we", "monday-wednesday"),
        ("mo we fr", "monday,wednesday,friday"),
        ("sa su", "saturday,sunday"),
        ("fr sa su", "friday-sunday"),
        ("mo sa su", "monday,saturday,sunday"),
        ("mo tu we fr", "monday,tuesday,wednesday,friday"),
        (EVERY_DAY, "monday-sunday"),
    ],
)
def test_days_that_follow_one_another_are_a_span(edition: Edition, days: str, said: str) -> None:
    """From three on; two are named, and so are days with a gap between them."""
    is_span = "-" in said
    names = [edition.word(f"day.{name}") for name in said.replace("-", ",").split(",")]
    words = (
        edition.word("hours.span", first=names[0], last=names[-1]) if is_span else ", ".join(names)
    )
    hours = (msgspec.structs.replace(opening(days, "9:00", "24:00"), bank_holidays=None),)
    sentence = edition.word(
        "hours.days", days=words, opens="9:00", closes=edition.word("hours.midnight")
    )
    assert hours_words(edition, PAPER, msgspec.structs.replace(LINE, hours=hours)) == sentence


def test_days_may_be_written_in_any_order_and_twice(edition: Edition) -> None:
    """They are said in the order of the week, each once."""
    written: tuple[Day, ...] = ("wednesday", "monday", "tuesday", "monday")
    lines = [
        msgspec.structs.replace(LINE, hours=(Opening(days=days, opens="9:00", closes="10:30"),))
        for days in (written, DAYS[:3])
    ]
    assert hours_words(edition, PAPER, lines[0]) == hours_words(edition, PAPER, lines[1])


@pytest.mark.parametrize(
    ("hours", "keys"),
    [
        (None, []),
        ("always", ["hours.always"]),
        (OFFICE, ["hours.holidays.open"]),
        (OFFICE + SUNDAYS, ["hours.holidays.open", "hours.holidays.open"]),
        ((msgspec.structs.replace(OFFICE[0], bank_holidays="closed"),), ["hours.holidays.closed"]),
    ],
)
def test_hours_in_general(edition: Edition, hours: Hours, keys: list[str]) -> None:
    """A sentence for each opening, each with what holds on bank holidays, where that is known."""
    said = hours_words(edition, PAPER, msgspec.structs.replace(LINE, hours=hours))
    for key in ("hours.always", "hours.holidays.open", "hours.holidays.closed"):
        assert said.count(edition.word(key)) == keys.count(key)
    assert bool(said) is bool(keys)


@pytest.mark.parametrize(("month", "name"), [*enumerate(MONTHS, start=1)])
def test_a_date_in_words(edition: Edition, month: int, name: str) -> None:
    """Each month by its own name."""
    words = edition.word("time.date", day=1, month=edition.word(f"month.{name}"), year=2026)
    assert date_words(edition, date(2026, month, 1)) == words


MAY_MONDAYS = (Opening(days=("monday",), opens="9:00", closes="17:00", bank_holidays="closed"),)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (datetime(2027, 4, 27, 12, tzinfo=LONDON), "opens Monday 10 May at 9:00"),
        (datetime(2027, 5, 3, 12, tzinfo=LONDON), "opens Monday 10 May at 9:00"),
        (datetime(2027, 5, 4, 8, tzinfo=LONDON), "opens Monday at 9:00"),
        (datetime(2027, 5, 10, 17, tzinfo=LONDON), "opens Monday 17 May at 9:00"),
    ],
)
def test_a_day_that_is_not_the_next_of_its_name_has_its_date(
    edition: Edition, when: datetime, said: str
) -> None:
    """On 3 May 2027, a bank holiday, nobody answers; "opens Monday" would be read as that day."""
    line = msgspec.structs.replace(LINE, hours=MAY_MONDAYS)
    assert state_words(edition, at(when), line) == said


CHRISTMAS = (
    Opening(days=DAYS, opens="9:00", closes="17:00", bank_holidays="open"),
    Opening(dates=("2026-12-24", "2026-12-31"), opens="9:00", closes="12:00"),
    Opening(dates=("2026-12-25 - 2026-12-27",), closed=True),
)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (datetime(2026, 12, 23, 18, tzinfo=LONDON), "opens Thursday at 9:00"),
        (datetime(2026, 12, 24, 11, tzinfo=LONDON), "open now, until 12:00"),
        (datetime(2026, 12, 24, 12, tzinfo=LONDON), "opens Monday at 9:00"),
        (datetime(2026, 12, 26, 10, tzinfo=LONDON), "opens Monday at 9:00"),
        (datetime(2026, 12, 28, 10, tzinfo=LONDON), "open now, until 17:00"),
    ],
)
def test_on_a_date_only_the_hours_of_the_date_hold(
    edition: Edition, when: datetime, said: str
) -> None:
    """Neither the week's nor those of bank holidays; closed means that nobody answers."""
    line = msgspec.structs.replace(LINE, hours=CHRISTMAS)
    assert state_words(edition, at(when), line) == said


def test_dates_are_told_until_they_have_passed(edition: Edition) -> None:
    """After it, a date is no help to anybody; on paper, all of them stand."""
    line = msgspec.structs.replace(LINE, hours=CHRISTMAS)
    usual = "It answers Monday to Sunday, 9:00 to 17:00. Bank holidays, too."
    early = "On 24 December, 31 December: 9:00 to 12:00."
    closed = "It does not answer on 25 December to 27 December."
    assert hours_words(edition, PAPER, line) == f"{usual} {early} {closed}"
    new_year = at(datetime(2026, 12, 31, 10, tzinfo=LONDON))
    assert hours_words(edition, new_year, line) == f"{usual} {early}"
    later = at(datetime(2027, 1, 1, 10, tzinfo=LONDON))
    assert hours_words(edition, later, line) == usual
