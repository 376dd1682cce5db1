"""The pool's rules at their edges: when a visitor is asked for, given up, killed or replaced."""

import os
from collections.abc import Iterator
from typing import Any, cast

import pytest

from kiosk.guard import pool as pool_module
from kiosk.guard import renewal as renewal_module
from kiosk.guard import visitor as visitor_module
from kiosk.guard.pool import (
    DRAWN_WITHIN_SECONDS,
    FORK_AFTER_SECONDS,
    KILL_AFTER_SECONDS,
    QUICK_DEATH_SECONDS,
    RESIZED_AFTER_SECONDS,
    Pool,
)
from kiosk.guard.terminal import Terminal
from kiosk.guard.visitor import LARGEST_FRAME, WORN_BYTES, Visitor
from tests.guard.fake_pool import FakeParent
from tests.terminal.run_guard import guard_options

END_STATUS = 90


class Stand:
    """A pool with a warm parent that is ready, and what was logged and killed."""

    def __init__(self) -> None:
        """Have the first visitor asked for at time 0."""
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.killed: list[int] = []
        options = guard_options(
            {
                "log": lambda event, **fields: self.events.append((event, fields)),
                "end_status": END_STATUS,
            }
        )
        self.pool = Pool(options, cast("Terminal", object()), (80, 24))

    @property
    def parent(self) -> FakeParent:
        """The warm parent in office."""
        return cast("FakeParent", self.pool.parents.current)

    @property
    def waiting(self) -> Visitor:
        """Who waits."""
        assert self.pool.spare is not None
        return self.pool.spare

    def says(self, event: str, now: float = 0.0, **fields: int | str) -> None:
        """Let the warm parent say something."""
        assert self.parent.link is not None
        self.parent.link.messages.append({"event": event, **fields})
        self.pool.handle([self.parent.link.fileno()], now)

    def draw(self) -> None:
        """Let who waits say that they have drawn."""
        os.write(self.parent.drawn_end, b"1")
        self.pool.handle([self.waiting.drawn_pipe], 0.0)

    def die(self, now: float) -> int | None:
        """Let who waits end as soon as they were born; how long the next fork waits for that."""
        self.waiting.born = now
        self.events.clear()
        self.pool.reap(self.waiting, now)
        self.ask_again(now)
        assert {event for event, _ in self.events} <= {"visitor_failed"}
        (seconds,) = [fields["retry_seconds"] for _, fields in self.events] or (None,)
        return seconds

    def ask_again(self, now: float) -> None:
        """Have another visitor asked for, without waiting."""
        self.pool._fork_at = 0
        self.pool.tick(now)

    def is_asked_at(self, now: float) -> bool:
        """Whether a visitor is asked for by a tick at that time."""
        before = len(self.parent.asked)
        self.pool.tick(now)
        return len(self.parent.asked) > before


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stand]:
    """Give a pool whose first visitor is forked as process 100, drawn and waiting."""
    monkeypatch.setattr(FakeParent, "made", [])
    monkeypatch.setattr(renewal_module, "Parent", FakeParent)
    stand = Stand()
    for module in (visitor_module, pool_module):
        monkeypatch.setattr(module, "kill_group", stand.killed.append)
    stand.pool.tick(0)
    stand.parent.load()
    stand.pool.tick(0)
    stand.says("forked", pid=100)
    stand.draw()
    yield stand
    for parent in FakeParent.made:
        for visitor in parent.asked:
            visitor.kill()


def test_the_warm_parent_is_started_when_it_is_time(stand: Stand) -> None:
    """At once at first; when it has died, at the time that it has planned itself."""
    assert stand.parent.done == [("start", 0, [])]
    assert stand.parent.link is not None
    stand.parent.link.is_cut = True
    stand.pool.handle([stand.parent.link.fileno()], 10)
    stand.parent.start_at = 11
    assert 11 in stand.pool.deadlines()
    stand.pool.tick(10.9)
    assert len(stand.parent.done) == 1
    stand.pool.tick(11)
    assert stand.parent.done[1] == ("start", 11, [])


@pytest.mark.parametrize(("ready", "asked"), [(False, False), (True, True)])
def test_a_visitor_is_asked_for_once_the_warm_parent_is_ready(
    stand: Stand, *, ready: bool, asked: bool
) -> None:
    """Before that there is nobody to fork from, and no time at which to try."""
    stand.pool.take(10)
    stand.parent.ready = ready
    until_ready = stand.parent.ready_by
    expected = 10 + FORK_AFTER_SECONDS if ready else until_ready
    assert list(stand.pool.deadlines()) == [expected]
    assert stand.is_asked_at(10 + FORK_AFTER_SECONDS) is asked


@pytest.mark.parametrize(
    ("what", "wait"), [("take", FORK_AFTER_SECONDS), ("resize", RESIZED_AFTER_SECONDS)]
)
def test_a_moment_passes_until_the_next_one_is_asked_for(
    stand: Stand, what: str, wait: float
) -> None:
    """A quarter of a second after a swap, a tenth after a new size; never before."""
    if what == "take":
        stand.pool.take(10)
    else:
        stand.pool.resize(90, 30, 10)
    assert not stand.is_asked_at(10 + wait - 0.01)
    assert stand.is_asked_at(10 + wait)


def test_a_longer_wait_is_not_cut_short(stand: Stand) -> None:
    """Neither a swap nor a new size brings a visitor sooner than the back-off allows."""
    for _ in range(4):
        stand.pool._fork_at = 0
        stand.pool.tick(1)
        stand.pool.reap(stand.waiting, 1)
    due = 1 + 2
    stand.pool.resize(90, 30, 1)
    assert list(stand.pool.deadlines())[-1] == due
    stand.pool.take(1)
    assert list(stand.pool.deadlines())[-1] == due


@pytest.mark.parametrize(("after", "killed"), [(KILL_AFTER_SECONDS / 2, []), (0.002, [100])])
def test_who_is_retired_is_killed_a_moment_later(
    stand: Stand, after: float, killed: list[int]
) -> None:
    """The new page goes first; when they are to be killed, something is due."""
    visitor = stand.pool.take(10)
    assert visitor is not None
    stand.pool.retire(visitor, 10)
    assert 10 + KILL_AFTER_SECONDS in stand.pool.deadlines()
    stand.pool.tick(10 + after)
    assert stand.killed == killed
    assert visitor.closed is bool(killed)


def test_all_moments_whose_time_has_come_are_filled(stand: Stand) -> None:
    """Several in one turn, in their order, and none before its time."""
    first = stand.pool.take(10)
    stand.pool.tick(11)
    second = stand.waiting
    assert first is not None
    stand.pool.retire(first, 20)
    stand.pool.retire(second, 20)
    stand.pool.retire(Visitor(80, 24, 0), 30)
    stand.pool.tick(21)
    assert first.closed
    assert second.closed
    (_, third) = stand.pool._leaving[0]
    assert not third.closed
    third.kill()


@pytest.mark.parametrize(
    ("undrawn_for", "given_up"),
    [(DRAWN_WITHIN_SECONDS - 0.1, False), (DRAWN_WITHIN_SECONDS, True)],
)
def test_who_does_not_draw_is_given_up(stand: Stand, undrawn_for: float, *, given_up: bool) -> None:
    """After twenty seconds another is made; who has drawn may wait for ever."""
    stand.pool.tick(1000)
    assert stand.waiting.pid == 100
    stand.pool.take(1000)
    stand.pool.tick(2000)
    undrawn = stand.waiting
    assert 2000 + DRAWN_WITHIN_SECONDS in stand.pool.deadlines()
    stand.pool.tick(2000 + undrawn_for)
    assert (stand.pool.spare is not undrawn) is given_up


@pytest.mark.parametrize(("grown", "worn"), [(WORN_BYTES, False), (WORN_BYTES + 1, True)])
def test_a_page_whose_clock_has_ticked_for_too_long_is_replaced(
    stand: Stand, grown: int, *, worn: bool
) -> None:
    """The bytes that paint it are kept up to a limit above the page itself."""
    visitor = stand.waiting
    assert visitor.frame is not None
    visitor.frame += bytes(grown)
    assert visitor.worn is worn
    stand.pool.tick(100)
    assert (stand.pool.spare is not visitor) is worn


@pytest.mark.parametrize(("size", "worn"), [(LARGEST_FRAME, False), (LARGEST_FRAME + 1, True)])
def test_a_page_that_is_not_drawn_has_a_limit_too(size: int, *, worn: bool) -> None:
    """Whoever writes and writes without ever being done is given up."""
    visitor = Visitor(80, 24, 0)
    visitor.frame = bytearray(size)
    assert visitor.worn is worn
    visitor.kill()


@pytest.mark.parametrize("lived", [QUICK_DEATH_SECONDS - 0.01, QUICK_DEATH_SECONDS])
@pytest.mark.parametrize("how", ["reap", "retire"])
def test_a_life_of_two_seconds_forgives_quick_deaths(stand: Stand, how: str, lived: float) -> None:
    """A third quick death makes the next fork wait, unless a longer life was in between."""
    stand.die(100)
    stand.die(100)
    stand.waiting.born = 100
    getattr(stand.pool, how)(stand.waiting, 100 + lived)
    stand.pool.spare = None
    stand.ask_again(200)
    stand.events.clear()
    retries = [stand.die(200) for _ in range(3)]
    if lived == QUICK_DEATH_SECONDS:
        assert retries == [None, None, 1]
    else:
        assert retries == ([2, 4, 8] if how == "reap" else [1, 2, 4])


def test_who_is_reaped_makes_room_only_where_they_waited(stand: Stand) -> None:
    """The end of who is at the screen leaves who waits where they are."""
    reader = stand.pool.take(10)
    stand.pool.tick(11)
    waiting = stand.waiting
    assert reader is not None
    stand.pool.reap(reader, 12)
    assert stand.pool.spare is waiting
    stand.pool.tick(12)
    assert reader.closed
    assert not waiting.closed
