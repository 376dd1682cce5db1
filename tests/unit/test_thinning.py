"""How long accepted sets are kept: an afternoon of edits pushes no earlier day out."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.edits.store import Store
from kiosk.edits.thinning import KEPT, kept
from tests.unit.test_live import Edit, edit, said, settings, shown, store

__all__ = ["edit", "settings", "store"]
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
TEN_LATER = [100.0] * KEPT
"""Of one later day."""


def at(day: float) -> str:
    """A time so many days after a Monday."""
    return (MONDAY + timedelta(days=day)).isoformat(timespec="seconds")


@pytest.mark.parametrize(
    ("days", "left"),
    [
        ([], []),
        ([0] * KEPT, [0] * KEPT),
        ([0] * (KEPT + 5), [0] * KEPT),
        ([0, 0.1, *TEN_LATER], [0.1, *TEN_LATER]),
        ([0, 1, 2, *TEN_LATER], [0, 1, 2, *TEN_LATER]),
        # Nine earlier days, and the last of each week.
        ([*range(15), *TEN_LATER], [*range(6, 15), *TEN_LATER]),
        ([*range(0, 7 * 11, 7), *TEN_LATER], [*range(14, 7 * 11, 7), *TEN_LATER]),
        ([0, 1, *range(20, 29), *TEN_LATER], [1, *range(20, 29), *TEN_LATER]),
    ],
)
def test_the_last_of_a_day_and_of_a_week_outlive_the_last_ten(
    days: list[float], left: list[float]
) -> None:
    """Ten sets, those of ten days, and those of ten weeks; each the last of its time."""
    places = kept([at(day) for day in days])
    assert [days[place] for place in sorted(places)] == left


def test_there_is_a_bound_and_a_long_memory() -> None:
    """Who edits four times a day has ten weeks to go back, in thirty sets at most."""
    alive: list[str] = []
    for number in range(1000):
        alive = [*alive, at(number / 4)]
        alive = [alive[place] for place in sorted(kept(alive))]
        assert len(alive) <= 3 * KEPT
    assert at(250 - 9 * 7 - 7) < alive[0] < at(250 - 8 * 7)


def test_an_afternoon_of_edits_leaves_yesterday(
    settings: Path, store: Store, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last words of the day before are there to go back to."""
    times = iter([at(0), at(0.1), *(at(1 + number / 100) for number in range(KEPT + 5))])
    monkeypatch.setattr("kiosk.edits.store._now", lambda: next(times))
    for number in range(KEPT + 7):
        assert edit(said(f"Number {number}.")) == ""
    first = store.sets()[0]
    assert (first.number, len(store.sets())) == (2, KEPT + 1)
    assert "Number 1." in (first.folder / "1/en/topics/ours.md").read_text()
    assert f"Number {KEPT + 6}." in shown(settings, store)
