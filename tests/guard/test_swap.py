"""What a swap writes when several things happen in one turn of the loop."""

import os
import time

import pytest

from kiosk.guard import loop
from kiosk.guard import renewal as renewal_module
from kiosk.guard.loop import Guard
from kiosk.guard.terminal import Terminal
from tests.guard.fake_pool import Nobody
from tests.guard.test_pool_moments import FakeParent
from tests.terminal.run_guard import guard_options

PAGE = b"page of the waiting visitor"


def test_a_visitor_drawn_in_the_turn_of_a_swap_is_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page on the screen is that of the visitor who gets the keys, never one made before."""
    monkeypatch.setattr(renewal_module, "Parent", FakeParent)
    monkeypatch.setattr(loop, "Companions", Nobody)
    master, slave = os.openpty()
    guard = Guard(guard_options({}), Terminal(slave, "xterm"), (80, 24))
    guard._do_what_is_due()  # asks for a first visitor
    first = guard._pool.spare
    assert first is not None
    first.notice_drawn()
    guard._do_what_is_due()  # lets them in
    guard._pool.take(time.monotonic())
    guard._pool._fork_at = 0
    guard._do_what_is_due()  # asks for the next, who is not drawn: a page of the guard's is ready
    waiting = guard._pool.spare
    assert guard._screen.visitor is first
    assert waiting is not None
    assert waiting.frame is not None
    waiting.frame += PAGE
    waiting.notice_drawn()
    first.ended = True
    os.read(master, 65536)
    guard._do_what_is_due()
    assert guard._screen.visitor is waiting
    assert os.read(master, 65536).endswith(PAGE)
    for visitor in (first, waiting):
        visitor.kill()
    for descriptor in (master, slave, guard._terminal.fileno()):
        os.close(descriptor)
