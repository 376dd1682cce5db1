"""Delivery at its edges: how often it tries, how much it takes at once, and what ends it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import SystemRandom
from typing import Any, cast
from uuid import UUID

import pytest

from kiosk.desk import sync as sync_module
from kiosk.desk.hub import Hub
from kiosk.desk.outbox import Outbox
from kiosk.desk.schema import Connection
from kiosk.desk.sync import BATCH, LONGEST_WAIT, PATIENCE, pause, sync
from kiosk.desk.trouble import DeskError, Reason
from tests.desk.conftest import outbox_in


class FakeHub:
    """A hub that fails as it is told to, and keeps the rows that it gets.

    Attributes:
        batches: How many rows each delivery had.
    """

    def __init__(self, *troubles: Reason | None) -> None:
        """Fail with these, one after the other; then take everything."""
        self._troubles = list(troubles)
        self.batches: list[int] = []

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction."""
        trouble = self._troubles.pop(0) if self._troubles else None
        if trouble is not None:
            raise DeskError(trouble, "x")
        yield cast("Connection", self)

    def executemany(self, _statement: object, rows: list[Any]) -> None:
        """Take rows; whoever never ends is ended."""
        assert len(self.batches) < 20
        self.batches.append(len(rows))


@pytest.fixture
def outbox(folder: Path) -> Outbox:
    """An outbox with three forms and two counts."""
    outbox = outbox_in(folder)
    for number in range(3):
        outbox.add_form(UUID(int=number), b"sealed")
    for topic in "ab":
        outbox.add_count(topic, date(2026, 11, 23))
    return outbox


def deliver(outbox: Outbox, hub: FakeHub, monkeypatch: pytest.MonkeyPatch) -> tuple[int, list[int]]:
    """Deliver; how many forms, and after how many failures each pause was made."""
    monkeypatch.setattr(sync_module, "pause", float)
    waits: list[float] = []
    delivered = sync(outbox, cast("Hub", hub), waits.append)
    return delivered, [int(wait) for wait in waits]


def test_everything_is_delivered_in_batches(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forms first, then counts; the last batch may be smaller, and nothing is sent twice."""
    monkeypatch.setattr(sync_module, "BATCH", 2)
    hub = FakeHub()
    assert deliver(outbox, hub, monkeypatch) == (3, [])
    assert hub.batches == [2, 1, 2]
    assert outbox.count_forms() == 0
    assert deliver(outbox, hub, monkeypatch) == (0, [])
    assert hub.batches == [2, 1, 2]


def test_only_what_has_grown_is_told_again(outbox: Outbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that the hub has already is not sent."""
    deliver(outbox, FakeHub(), monkeypatch)
    outbox.add_count("b", date(2026, 11, 23))
    hub = FakeHub()
    deliver(outbox, hub, monkeypatch)
    assert hub.batches == [1]


@pytest.mark.parametrize("reason", [Reason.UNREACHED, Reason.BUSY])
def test_what_may_pass_is_tried_again(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch, reason: Reason
) -> None:
    """Seven failures in a row are borne, each with a longer pause; the eighth ends it for now."""
    hub = FakeHub(*[reason] * (PATIENCE - 1))
    assert deliver(outbox, hub, monkeypatch) == (3, [1, 2, 3, 4, 5, 6, 7])
    outbox.add_form(UUID(int=9), b"sealed")
    with pytest.raises(DeskError):
        deliver(outbox, FakeHub(*[reason] * PATIENCE), monkeypatch)
    assert outbox.count_forms() == 1


@pytest.mark.parametrize("reason", [r for r in Reason if r not in (Reason.UNREACHED, Reason.BUSY)])
def test_what_only_staff_can_mend_ends_it_at_once(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch, reason: Reason
) -> None:
    """Waiting would not help; everything stays."""
    with pytest.raises(DeskError) as raised:
        deliver(outbox, FakeHub(reason), monkeypatch)
    assert raised.value.reason is reason
    assert outbox.count_forms() == 3


def test_progress_forgives_failures(outbox: Outbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a batch that got through, patience is whole again."""
    monkeypatch.setattr(sync_module, "BATCH", 2)
    some = [Reason.UNREACHED] * (PATIENCE - 1)
    hub = FakeHub(*some, None, *some)
    delivered, waits = deliver(outbox, hub, monkeypatch)
    assert delivered == 3
    assert waits == [*range(1, PATIENCE), *range(1, PATIENCE)]


@pytest.mark.parametrize(
    ("failures", "longest"), [(1, 2), (2, 4), (5, 32), (6, LONGEST_WAIT), (30, LONGEST_WAIT)]
)
def test_a_pause_is_drawn_from_a_range_that_doubles(
    monkeypatch: pytest.MonkeyPatch, failures: int, longest: float
) -> None:
    """From nothing up to twice as long each time, a minute at most."""
    monkeypatch.setattr(SystemRandom, "uniform", lambda _, least, most: (least, most))
    assert cast("tuple[float, float]", pause(failures)) == (0, longest)


def test_how_much_is_taken_at_once() -> None:
    """Some 500 KB; eight tries; a minute between two at most."""
    assert (BATCH, PATIENCE, LONGEST_WAIT) == (500, 8, 60)


@pytest.mark.parametrize(("days", "left"), [(0, 3), (30, 0), (32, 3)])
def test_what_a_hub_never_takes_goes_when_its_time_is_over(
    outbox: Outbox, days: int, left: int
) -> None:
    """As visitors were promised, however long the hub is away; 0 days are no promise."""
    with outbox.begin() as connection:
        connection.execute("UPDATE forms SET arrived = ?", (date.today() - timedelta(days=30),))
    with pytest.raises(DeskError):
        sync_module.deliver(outbox.path, cast("Hub", FakeHub(Reason.SETTINGS)), None, print, days)
    assert outbox.count_forms() == left
