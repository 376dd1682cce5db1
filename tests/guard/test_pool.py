"""The pool's rules at their edges: when a visitor is asked for, given up, killed or replaced."""

import os
from collections.abc import Iterator
from typing import Any, cast

import pytest

from kiosk.guard import nursery as nursery_module
from kiosk.guard import succession as succession_module
from kiosk.guard import visitor as visitor_module
from kiosk.guard.nursery import (
    BURY_AFTER_SECONDS,
    DRAWN_WITHIN_SECONDS,
    FORK_AFTER_SECONDS,
    QUICK_DEATH_SECONDS,
    RESIZED_AFTER_SECONDS,
    Nursery,
)
from kiosk.guard.terminal import Terminal
from kiosk.guard.visitor import LARGEST_FRAME, WORN_BYTES, Visitor
from tests.guard.fake_pool import FakeParent
from tests.terminal.run_guard import guard_options

END_STATUS = 90


class Pool:
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
        self.nursery = Nursery(options, cast("Terminal", object()), (80, 24))

    @property
    def parent(self) -> FakeParent:
        """The warm parent in office."""
        return cast("FakeParent", self.nursery.parent)

    @property
    def waiting(self) -> Visitor:
        """Who waits."""
        assert self.nursery.waiting is not None
        return self.nursery.waiting

    def says(self, event: str, now: float = 0.0, **fields: int) -> None:
        """Let the warm parent say something."""
        assert self.parent.link is not None
        self.parent.link.messages.append({"event": event, **fields})
        self.nursery.handle([self.parent.link.fileno()], now)

    def draw(self) -> None:
        """Let who waits say that they have drawn."""
        os.write(self.parent.drawn_end, b"1")
        self.nursery.handle([self.waiting.drawn_pipe], 0.0)

    def die(self, now: float) -> int | None:
        """Let who waits end as soon as they were born; how long the next fork waits for that."""
        self.waiting.born = now
        self.events.clear()
        self.nursery.mourn(self.waiting, now)
        self.ask_again(now)
        assert {event for event, _ in self.events} <= {"visitor_failed"}
        (seconds,) = [fields["retry_seconds"] for _, fields in self.events] or (None,)
        return seconds

    def ask_again(self, now: float) -> None:
        """Have another visitor asked for, without waiting."""
        self.nursery._fork_at = 0
        self.nursery.tick(now)

    def is_asked_at(self, now: float) -> bool:
        """Whether a visitor is asked for by a tick at that time."""
        before = len(self.parent.asked)
        self.nursery.tick(now)
        return len(self.parent.asked) > before


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    """Give a pool whose first visitor is forked as process 100, drawn and waiting."""
    monkeypatch.setattr(FakeParent, "made", [])
    monkeypatch.setattr(nursery_module, "Parent", FakeParent)
    monkeypatch.setattr(succession_module, "Parent", FakeParent)
    pool = Pool()
    monkeypatch.setattr(visitor_module, "_kill_group", pool.killed.append)
    pool.nursery.tick(0)
    pool.parent.load()
    pool.nursery.tick(0)
    pool.says("forked", pid=100)
    pool.draw()
    yield pool
    for parent in FakeParent.made:
        for visitor in parent.asked:
            visitor.kill()


def test_the_warm_parent_is_started_when_it_is_time(pool: Pool) -> None:
    """At once at first; when it has died, at the time that it has planned itself."""
    assert pool.parent.done == [("start", 0, [])]
    assert pool.parent.link is not None
    pool.parent.link.is_cut = True
    pool.nursery.handle([pool.parent.link.fileno()], 10)
    pool.parent.start_at = 11
    assert 11 in pool.nursery.deadlines()
    pool.nursery.tick(10.9)
    assert len(pool.parent.done) == 1
    pool.nursery.tick(11)
    assert pool.parent.done[1] == ("start", 11, [100])


@pytest.mark.parametrize(("ready", "asked"), [(False, False), (True, True)])
def test_a_visitor_is_asked_for_once_the_warm_parent_is_ready(
    pool: Pool, *, ready: bool, asked: bool
) -> None:
    """Before that there is nobody to fork from, and no time at which to try."""
    pool.nursery.take(10)
    pool.parent.ready = ready
    assert list(pool.nursery.deadlines()) == ([10 + FORK_AFTER_SECONDS] if ready else [])
    assert pool.is_asked_at(10 + FORK_AFTER_SECONDS) is asked


@pytest.mark.parametrize(
    ("what", "wait"), [("take", FORK_AFTER_SECONDS), ("resize", RESIZED_AFTER_SECONDS)]
)
def test_a_moment_passes_until_the_next_one_is_asked_for(
    pool: Pool, what: str, wait: float
) -> None:
    """A quarter of a second after a swap, a tenth after a new size; never before."""
    if what == "take":
        pool.nursery.take(10)
    else:
        pool.nursery.resize(90, 30, 10)
    assert not pool.is_asked_at(10 + wait - 0.01)
    assert pool.is_asked_at(10 + wait)


def test_a_longer_wait_is_not_cut_short(pool: Pool) -> None:
    """Neither a swap nor a new size brings a visitor sooner than the back-off allows."""
    for _ in range(4):
        pool.nursery._fork_at = 0
        pool.nursery.tick(1)
        pool.nursery.mourn(pool.waiting, 1)
    due = 1 + 2
    pool.nursery.resize(90, 30, 1)
    assert list(pool.nursery.deadlines())[-1] == due
    pool.nursery.take(1)
    assert list(pool.nursery.deadlines())[-1] == due


@pytest.mark.parametrize(("after", "killed"), [(BURY_AFTER_SECONDS / 2, []), (0.002, [100])])
def test_who_is_buried_is_killed_a_moment_later(
    pool: Pool, after: float, killed: list[int]
) -> None:
    """The new page goes first; that a grave waits is a time at which something is due."""
    visitor = pool.nursery.take(10)
    assert visitor is not None
    pool.nursery.bury(visitor, 10)
    assert 10 + BURY_AFTER_SECONDS in pool.nursery.deadlines()
    pool.nursery.tick(10 + after)
    assert pool.killed == killed
    assert visitor.closed is bool(killed)


def test_all_graves_whose_time_has_come_are_filled(pool: Pool) -> None:
    """Several in one turn, in their order, and none before its time."""
    first = pool.nursery.take(10)
    pool.nursery.tick(11)
    second = pool.waiting
    assert first is not None
    pool.nursery.bury(first, 20)
    pool.nursery.bury(second, 20)
    pool.nursery.bury(Visitor(80, 24, 0), 30)
    pool.nursery.tick(21)
    assert first.closed
    assert second.closed
    (_, third) = pool.nursery._graves[0]
    assert not third.closed
    third.kill()


@pytest.mark.parametrize(
    ("undrawn_for", "given_up"),
    [(DRAWN_WITHIN_SECONDS - 0.1, False), (DRAWN_WITHIN_SECONDS, True)],
)
def test_who_does_not_draw_is_given_up(pool: Pool, undrawn_for: float, *, given_up: bool) -> None:
    """After twenty seconds another is made; who has drawn may wait for ever."""
    pool.nursery.tick(1000)
    assert pool.waiting.pid == 100
    pool.nursery.take(1000)
    pool.nursery.tick(2000)
    undrawn = pool.waiting
    assert 2000 + DRAWN_WITHIN_SECONDS in pool.nursery.deadlines()
    pool.nursery.tick(2000 + undrawn_for)
    assert (pool.nursery.waiting is not undrawn) is given_up


@pytest.mark.parametrize(("grown", "worn"), [(WORN_BYTES, False), (WORN_BYTES + 1, True)])
def test_a_page_whose_clock_has_ticked_for_too_long_is_replaced(
    pool: Pool, grown: int, *, worn: bool
) -> None:
    """The bytes that paint it are kept up to a limit above the page itself."""
    visitor = pool.waiting
    assert visitor.frame is not None
    visitor.frame += bytes(grown)
    assert visitor.worn is worn
    pool.nursery.tick(100)
    assert (pool.nursery.waiting is not visitor) is worn


@pytest.mark.parametrize(("size", "worn"), [(LARGEST_FRAME, False), (LARGEST_FRAME + 1, True)])
def test_a_page_that_is_not_drawn_has_a_limit_too(size: int, *, worn: bool) -> None:
    """Whoever writes and writes without ever being done is given up."""
    visitor = Visitor(80, 24, 0)
    visitor.frame = bytearray(size)
    assert visitor.worn is worn
    visitor.kill()


@pytest.mark.parametrize("lived", [QUICK_DEATH_SECONDS - 0.01, QUICK_DEATH_SECONDS])
@pytest.mark.parametrize("how", ["mourn", "bury"])
def test_a_life_of_two_seconds_forgives_quick_deaths(pool: Pool, how: str, lived: float) -> None:
    """A third quick death makes the next fork wait, unless a longer life was in between."""
    pool.die(100)
    pool.die(100)
    pool.waiting.born = 100
    getattr(pool.nursery, how)(pool.waiting, 100 + lived)
    pool.nursery.waiting = None
    pool.ask_again(200)
    pool.events.clear()
    retries = [pool.die(200) for _ in range(3)]
    if lived == QUICK_DEATH_SECONDS:
        assert retries == [None, None, 1]
    else:
        assert retries == ([2, 4, 8] if how == "mourn" else [1, 2, 4])


def test_who_is_mourned_makes_room_only_where_they_waited(pool: Pool) -> None:
    """The end of who is at the screen leaves who waits where they are."""
    reader = pool.nursery.take(10)
    pool.nursery.tick(11)
    waiting = pool.waiting
    assert reader is not None
    pool.nursery.mourn(reader, 12)
    assert pool.nursery.waiting is waiting
    pool.nursery.tick(12)
    assert reader.closed
    assert not waiting.closed
