"""When visitors are forked and killed, with a clock made of numbers and no process at all."""

import os
import time
from collections.abc import Iterator
from typing import cast

import pytest

from kiosk.guard import renewal as renewal_module
from kiosk.guard.pool import FORK_AFTER_SECONDS, KILL_AFTER_SECONDS, Lack, Pool
from kiosk.guard.terminal import Terminal
from kiosk.guard.visitor import Visitor
from tests.terminal.run_guard import guard_options


class FakeParent:
    """A warm parent that forks nothing and notes what it was asked for."""

    link = object()
    ready = True
    lack = ""
    pid = None
    texts: dict[str, str] = {}

    def __init__(self, *_arguments: object, **_named: object) -> None:
        """Note nothing yet."""
        self.asked: list[Visitor] = []

    def kill_if_late(self, now: float) -> None:
        """Be ready."""

    def kill(self) -> None:
        """Be as ever."""

    def fork(self, visitor: Visitor) -> bool:
        """Note who was asked for, and be drawn at once."""
        self.asked.append(visitor)
        os.write(visitor.child_ends[1], b"1")
        return True

    def answer(self, pool: Pool) -> None:
        """Have forked whom it was asked for."""
        pool._births.hear({"event": "forked", "pid": 2**30})


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    """Give a pool at 80 by 24 with a visitor drawn and waiting at time 0."""
    monkeypatch.setattr(renewal_module, "Parent", FakeParent)
    master, slave = os.openpty()
    pool = Pool(guard_options({}), Terminal(slave, "xterm"), (80, 24))
    pool.tick(0)
    draw(pool)
    yield pool
    for visitor in asked(pool):
        visitor.kill()
    for descriptor in (master, slave):
        os.close(descriptor)


def asked(pool: Pool) -> list[Visitor]:
    """Return all visitors that were asked for."""
    return cast("FakeParent", pool.parents.current).asked


def draw(pool: Pool) -> None:
    """Let the waiting visitor say "drawn"."""
    assert pool.spare is not None
    assert pool.spare.notice_drawn()


def test_the_next_fork_is_a_moment_after_the_swap(pool: Pool) -> None:
    """Forking at once would hold the new page back in the kernel."""
    assert pool.take(10) is not None
    pool.tick(10)
    pool.tick(10 + FORK_AFTER_SECONDS / 2)
    assert len(asked(pool)) == 1
    pool.tick(10 + FORK_AFTER_SECONDS)
    assert len(asked(pool)) == 2


def test_the_old_visitor_is_killed_a_moment_after_the_swap(pool: Pool) -> None:
    """Killing and hanging up at once would hold the new page back in the kernel."""
    visitor = pool.take(10)
    assert visitor is not None
    pool.retire(visitor, 10)
    pool.tick(10)
    assert not visitor.closed
    pool.tick(10 + KILL_AFTER_SECONDS)
    assert visitor.closed


def test_nobody_is_handed_over_undrawn(pool: Pool) -> None:
    """A visitor who has not said "drawn" stays behind the neutral page."""
    pool.take(10)
    pool.tick(11)
    assert pool.take(11) is None
    draw(pool)
    assert pool.take(11) is not None


def test_a_resize_replaces_the_waiting_visitor(pool: Pool) -> None:
    """A page drawn for another size is never shown; a storm forks once."""
    for step in range(50):
        pool.resize(81 + step, 24, 10 + step / 1000)
        pool.tick(10 + step / 1000)
    assert pool.take(10.05) is None
    pool.tick(10.2)
    assert len(asked(pool)) == 2
    assert os.get_terminal_size(asked(pool)[1].master).columns == 130


def test_quick_deaths_back_off_and_long_lives_forgive(pool: Pool) -> None:
    """From the third quick death on the waits are 1, 2, 4 s; a visitor of 2 s ends that."""
    now = 10.0
    waits = []
    for _ in range(5):
        assert pool.spare is not None
        pool.spare.born = now
        pool.reap(pool.spare, now)
        wait = min(at for at in pool.deadlines() if at > now) - now
        waits.append(round(wait, 2))
        now += wait
        pool.tick(now)
    assert waits == [FORK_AFTER_SECONDS, FORK_AFTER_SECONDS, 1, 2, 4]
    assert pool.spare is not None
    pool.reap(pool.spare, now + 5)
    pool.tick(now + 5 + FORK_AFTER_SECONDS)
    assert pool.spare is not None


def test_a_waiting_pool_needs_no_wakeups(pool: Pool) -> None:
    """With a drawn visitor waiting there is no time at which anything is due."""
    cast("FakeParent", pool.parents.current).answer(pool)
    pool.tick(time.monotonic())
    assert list(pool.deadlines()) == []


def test_each_change_of_what_lacks_is_told_once() -> None:
    """With its reason, and with none when visitors can be had again."""
    told: list[str] = []
    lack = Lack(told.append)
    for reason in ("", "ptys", "ptys", "memory", "", ""):
        lack.note(reason)
    assert told == ["ptys", "memory", ""]
