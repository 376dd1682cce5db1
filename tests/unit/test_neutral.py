"""The neutral page: ordinary library news that fits every screen and gives nothing away."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from kiosk.dates import DAYS
from kiosk.neutral import INVITATION, margin, neutral_text, today
from kiosk.settings import Notice, Settings
from kiosk.settings.hours import read_opening_hours

BOUNDED = settings(max_examples=200)
NINE_TO_FIVE = dict.fromkeys(DAYS, "9:00 - 17:30")
WEEK = read_opening_hours(
    NINE_TO_FIVE | {"thursday": "closed", "saturday": "10:00 - 16:00", "sunday": "closed"}
)
BUSY = Settings(
    name="Central Library and Learning Centre",
    opening_hours=WEEK,
    notices=(
        Notice("Story time is on Friday at half past ten, for children under five."),
        Notice("Quiz night."),
    ),
)
# The date with the longest words there are.
WEDNESDAY = datetime(2026, 9, 30, 14, 5)
MONDAY = datetime(2026, 11, 23)
SUBJECT = (
    "nude nudes picture pictures photo sext sexting sexual sextortion naked intimate porn abuse "
    "blackmail threat threatening share shared police crime law child childline help advice report"
)


def text_at(columns: int, rows: int, settings: Settings = BUSY) -> list[str]:
    """The neutral page's lines on a screen."""
    return neutral_text(settings, WEDNESDAY, columns, rows).lines


@pytest.mark.parametrize("settings", [Settings(), BUSY], ids=["default", "busy"])
@pytest.mark.slow
def test_it_fits_every_screen(settings: Settings) -> None:
    """From 20 by 6 to 300 by 100, no line is wider than the page and no line is too many."""
    too_wide, too_many = [], []
    for columns in range(20, 301):
        for rows in range(6, 101):
            text = neutral_text(settings, WEDNESDAY, columns, rows)
            assert margin(columns) + text.width <= columns
            if max(map(cell_len, text.lines)) > text.width:
                too_wide.append((columns, rows))
            if len(text.lines) > rows:
                too_many.append((columns, rows))
    assert (too_wide[:5], too_many[:5]) == ([], [])


@BOUNDED
@given(
    st.text("ab é\N{BOOKS}図", min_size=1, max_size=120).filter(str.strip),
    st.lists(st.text("ab é\N{BOOKS}図", min_size=1, max_size=120).filter(str.strip), max_size=3),
    st.integers(20, 120),
    st.integers(6, 50),
)
def test_any_name_and_notices_fit(name: str, notices: list[str], columns: int, rows: int) -> None:
    """A long name, an emoji or wide characters do not push a line past the edge."""
    settings = Settings(name=name.strip(), opening_hours=WEEK, notices=tuple(map(Notice, notices)))
    text = neutral_text(settings, WEDNESDAY, columns, rows)
    assert [line for line in text.lines if cell_len(line) > text.width] == []
    assert len(text.lines) <= rows


def test_it_shows_the_name_the_date_the_time_and_how_to_begin() -> None:
    """The name stands left of the date, the time under the date, and the invitation last."""
    lines = text_at(80, 24)
    assert lines[0] == "Central Library and Learning Centre" + "Wednesday 30 September".rjust(37)
    assert lines[1] == "14:05".rjust(72)
    assert lines[-1] == INVITATION


def test_notices_are_shown_where_there_is_room() -> None:
    """Library news stands on an ordinary screen, and gives way on a very low one."""
    assert "Quiz night." in text_at(80, 24)
    assert "Quiz night." not in text_at(80, 7)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (MONDAY.replace(hour=8, minute=59), "Opens today at 9:00"),
        (MONDAY.replace(hour=9), "Open today until 17:30"),
        (MONDAY.replace(hour=17, minute=29), "Open today until 17:30"),
        (MONDAY.replace(hour=17, minute=30), "Closed for today"),
        (MONDAY.replace(day=26, hour=12), "Closed today"),
    ],
)
def test_it_says_whether_the_library_is_open(now: datetime, said: str) -> None:
    """Before, during and after the hours, and on a closed day, the page says what holds now."""
    assert today(WEEK, now) == said
    assert said in neutral_text(BUSY, now, 80, 24).lines


def test_days_with_the_same_hours_are_grouped() -> None:
    """Neighbouring days with the same hours make one line; two days are joined by "and"."""
    hours = read_opening_hours(NINE_TO_FIVE | {"friday": "closed", "saturday": "closed"})
    lines = text_at(80, 30, Settings(opening_hours=hours))
    week = [" ".join(line.split()) for line in lines if line.endswith(("17:30", "closed"))]
    assert week[1:] == [
        "Monday to Thursday 9:00 - 17:30",
        "Friday and Saturday closed",
        "Sunday 9:00 - 17:30",
    ]


def test_without_hours_nothing_is_said_of_them() -> None:
    """A library that gives no hours is not called closed."""
    text = "\n".join(text_at(80, 24, Settings())).casefold()
    assert "closed" not in text
    assert "open" not in text


@pytest.mark.parametrize("now", [MONDAY.replace(hour=hour) for hour in (7, 12, 20)])
def test_the_subject_is_never_named(now: datetime) -> None:
    """Nobody who passes by can tell from this page what the kiosk is about."""
    words = set(" ".join(neutral_text(BUSY, now, 80, 40).lines).casefold().split())
    assert not words & set(SUBJECT.split())


def test_hours_stand_below_each_other() -> None:
    """Of one digit or two, and of a day in parts: their colons are in one column."""
    hours = {"monday": "9:00 - 12:30, 13:30 - 17:30", "tuesday": "10:00 - 13:00"}
    days = read_opening_hours(NINE_TO_FIVE | hours | {"sunday": "closed"})
    lines = text_at(80, 30, Settings(opening_hours=days))
    at = [line.index(":") for line in lines if " - " in line]
    assert len(at) == 3
    assert len(set(at)) == 1
    [closed] = [line for line in lines if "closed" in line]
    assert closed.index("closed") == at[0] - 1


def test_each_notice_stands_by_itself_where_there_is_room() -> None:
    """So that two of them are not read as one."""
    lines = text_at(80, 30)
    first = next(n for n, line in enumerate(lines) if line.startswith("Story time"))
    assert lines[first + 1 : first + 3] == ["", "Quiz night."]


def test_the_last_word_of_the_invitation_does_not_stand_alone() -> None:
    """On a small screen it takes the word before it along."""
    assert text_at(40, 12)[-1] == "information point"
