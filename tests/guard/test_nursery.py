"""When visitors are forked and buried, with a clock made of numbers and no process at all."""

import os
import time
from collections.abc import Iterator
from typing import cast

import pytest

from kiosk.guard import nursery as nursery_module
from kiosk.guard.nursery import BURY_AFTER_SECONDS, FORK_AFTER_SECONDS, Nursery
from kiosk.guard.options import GuardOptions
from kiosk.guard.terminal import Terminal
from kiosk.guard.visitor import Visitor
from tests.terminal.run_guard import guard_options


class FakeParent:
    """A warm parent that forks nothing and notes what it was asked for."""

    link = object()
    ready = True
    failures = 0
    texts: dict[str, str] = {}

    def __init__(self, _options: GuardOptions, _terminal: Terminal) -> None:
        """Note nothing yet."""
        self.asked: list[Visitor] = []

    def fork(self, visitor: Visitor) -> bool:
        """Note who was asked for, and be drawn at once."""
        self.asked.append(visitor)
        os.write(visitor.child_ends[1], b"1")
        return True


@pytest.fixture
def nursery(monkeypatch: pytest.MonkeyPatch) -> Iterator[Nursery]:
    """Give a nursery at 80 by 24 with a visitor drawn and waiting at time 0."""
    monkeypatch.setattr(nursery_module, "Parent", FakeParent)
    master, slave = os.openpty()
    nursery = Nursery(guard_options({}), Terminal(slave, "xterm"), (80, 24))
    nursery.tick(0)
    draw(nursery)
    yield nursery
    for visitor in asked(nursery):
        visitor.kill()
    for descriptor in (master, slave):
        os.close(descriptor)


def asked(nursery: Nursery) -> list[Visitor]:
    """Return all visitors that were asked for."""
    return cast("FakeParent", nursery.parent).asked


def draw(nursery: Nursery) -> None:
    """Let the waiting visitor say "drawn"."""
    assert nursery.waiting is not None
    assert nursery.waiting.notice_drawn()


def test_the_next_fork_is_a_moment_after_the_swap(nursery: Nursery) -> None:
    """Forking at once would hold the new page back in the kernel."""
    assert nursery.take(10) is not None
    nursery.tick(10)
    nursery.tick(10 + FORK_AFTER_SECONDS / 2)
    assert len(asked(nursery)) == 1
    nursery.tick(10 + FORK_AFTER_SECONDS)
    assert len(asked(nursery)) == 2


def test_the_old_visitor_is_killed_a_moment_after_the_swap(nursery: Nursery) -> None:
    """Killing and hanging up at once would hold the new page back in the kernel."""
    visitor = nursery.take(10)
    assert visitor is not None
    nursery.bury(visitor, 10)
    nursery.tick(10)
    assert not visitor.closed
    nursery.tick(10 + BURY_AFTER_SECONDS)
    assert visitor.closed


def test_nobody_is_handed_over_undrawn(nursery: Nursery) -> None:
    """A visitor who has not said "drawn" stays behind the neutral page."""
    nursery.take(10)
    nursery.tick(11)
    assert nursery.take(11) is None
    draw(nursery)
    assert nursery.take(11) is not None


def test_a_resize_replaces_the_waiting_visitor(nursery: Nursery) -> None:
    """A page drawn for another size is never shown; a storm forks once."""
    for step in range(50):
        nursery.resize(81 + step, 24, 10 + step / 1000)
        nursery.tick(10 + step / 1000)
    assert nursery.take(10.05) is None
    nursery.tick(10.2)
    assert len(asked(nursery)) == 2
    assert os.get_terminal_size(asked(nursery)[1].master).columns == 130


def test_quick_deaths_back_off_and_long_lives_forgive(nursery: Nursery) -> None:
    """From the third quick death on the waits are 1, 2, 4 s; a visitor of 2 s ends that."""
    now = 10.0
    waits = []
    for _ in range(5):
        assert nursery.waiting is not None
        nursery.waiting.born = now
        nursery.mourn(nursery.waiting, now)
        wait = min(at for at in nursery.deadlines() if at > now) - now
        waits.append(round(wait, 2))
        now += wait
        nursery.tick(now)
    assert waits == [FORK_AFTER_SECONDS, FORK_AFTER_SECONDS, 1, 2, 4]
    assert nursery.waiting is not None
    nursery.mourn(nursery.waiting, now + 5)
    nursery.tick(now + 5 + FORK_AFTER_SECONDS)
    assert nursery.waiting is not None


def test_a_waiting_nursery_needs_no_wakeups(nursery: Nursery) -> None:
    """With a drawn visitor waiting there is no time at which anything is due."""
    nursery.tick(time.monotonic())
    assert list(nursery.deadlines()) == []
