"""Figures: what was read, in which nobody can be found."""

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.desk.figures import Day, Figure, add_up, read_days
from kiosk.desk.hub import Hub
from kiosk.desk.sync import sync
from kiosk.staff.figures import print_csv, print_json, print_table
from tests.desk.conftest import outbox_in

FIRST = date(2026, 11, 1)
LAW, TELL = "the-law", "who-to-tell"
DAYS = [
    Day(FIRST, LAW, 5),
    Day(FIRST, TELL, 4),
    Day(FIRST + timedelta(1), LAW, 30),
    Day(FIRST + timedelta(2), LAW, 1),
    Day(date(2026, 12, 1), TELL, 9),
]


def test_a_day_under_five_is_never_a_number() -> None:
    """Five readers are told; four are "under 5"."""
    told = {(figure.period, figure.topic): figure.shown for figure in add_up(DAYS, monthly=False)}
    assert told["2026-11-01", LAW] == "5"
    assert told["2026-11-01", TELL] == told["2026-11-03", LAW] == "under 5"


def test_a_month_adds_up_the_days_that_may_be_told() -> None:
    """The days under 5 are told beside the sum, as days, and the topics most read come first."""
    assert [(*tuple(figure), figure.shown) for figure in add_up(DAYS, monthly=True)] == [
        ("2026-11", LAW, 35, 1, "35 and 1 day under 5"),
        ("2026-11", TELL, 0, 1, "under 5"),
        ("2026-12", TELL, 9, 0, "9"),
    ]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=28), st.integers(1, 4))
def test_no_sum_gives_a_small_day_away(small: list[int], other: int) -> None:
    """Whatever the small numbers are, the month reads the same: nothing to take apart."""

    def month(numbers: list[int]) -> list[Figure]:
        days = [Day(FIRST + timedelta(place), LAW, n) for place, n in enumerate(numbers)]
        return add_up([*days, Day(date(2026, 11, 30), LAW, 12)], monthly=True)

    assert month(small) == month([other] * len(small))


def test_the_kiosks_of_a_hub_are_added_up(tmp_path: Path, hub: Hub) -> None:
    """Three readers here and four there make seven, in the hub's figures and in no kiosk's."""
    for name, readers in (("one", 3), ("two", 4)):
        outbox = outbox_in(tmp_path / name)
        for _ in range(readers):
            outbox.add_count(LAW, FIRST)
        assert [figure.shown for figure in add_up(read_days(outbox), monthly=False)] == ["under 5"]
        sync(outbox, hub)
    assert read_days(hub) == [Day(FIRST, LAW, 7)]


def test_the_table_shows_bars(capsys: pytest.CaptureFixture[str]) -> None:
    """Each topic has its figure and a bar beside it; the note tells what "under 5" is."""
    print_table(add_up(DAYS, monthly=True))
    out = capsys.readouterr().out
    law = next(line for line in out.splitlines() if LAW in line)
    assert "35 and 1 day under 5" in law
    assert "█" * 30 in law
    assert "fewer than 5" in out.replace("\n", " ")
    print_table([])
    assert "Nothing has been counted yet." in capsys.readouterr().out


def test_exports_say_under_five_too(capsys: pytest.CaptureFixture[str]) -> None:
    """CSV and JSON hold the figures as the table tells them."""
    figures = add_up(DAYS, monthly=False)
    print_csv(figures)
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    print_json(figures)
    assert json.loads(capsys.readouterr().out) == rows
    assert {"period": "2026-11-03", "topic": LAW, "opened": "under 5"} in rows
