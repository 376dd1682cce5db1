"""Which page a swap writes, and what a new size changes: always the page of who gets the keys."""

import pytest

from kiosk.guard.modes import clean_page
from tests.guard.fake_screen import BEGAN, CLEAN, IDLE, TITLE, FakeVisitor, Stage


def next_page(stage: Stage, now: float = BEGAN) -> bytes:
    """What a swap would write now."""
    stage.screen.prepare(now)
    stage.screen.swap("panic", now)
    page = next(what for event, what in stage.told() if event == "replace")
    assert isinstance(page, bytes)
    return page


def test_nothing_is_ready_before_it_was_made() -> None:
    """The watchdog asks for this: a swap without a page would show nothing."""
    stage = Stage()
    assert not stage.screen.is_ready
    stage.screen.prepare(BEGAN)
    assert stage.screen.is_ready


@pytest.mark.parametrize(
    ("waiting", "drawn", "page"),
    [(None, False, b"guard 80 24"), (b"half", False, b"guard 80 24"), (b"whole", True, b"whole")],
)
def test_the_page_is_that_of_who_comes_next(
    waiting: bytes | None, page: bytes, *, drawn: bool
) -> None:
    """The waiting visitor's once it is whole; the guard's own before that."""
    stage = Stage()
    if waiting is not None:
        stage.pool.spare = FakeVisitor(waiting)
        stage.pool.spare.drawn = drawn
    assert next_page(stage) == CLEAN + page


def test_a_page_that_has_grown_is_made_ready_anew() -> None:
    """The clock on a waiting page ticks; the swap shows the time as it is."""
    stage = Stage()
    waiting = stage.pool.spare = FakeVisitor(b"10:00")
    stage.screen.prepare(BEGAN)
    assert waiting.frame is not None
    waiting.frame += b"\b1"
    assert next_page(stage) == CLEAN + b"10:00\b1"


def test_a_page_of_the_same_length_is_another_page() -> None:
    """When somebody else waits, it is theirs that is made ready."""
    stage = Stage()
    stage.pool.spare = FakeVisitor(b"first")
    stage.screen.prepare(BEGAN)
    stage.pool.spare = FakeVisitor(b"other")
    assert next_page(stage) == CLEAN + b"other"


def test_the_guards_own_page_is_made_ready_once_a_minute() -> None:
    """It has a clock: within a minute it is the same one, after it another."""
    times = iter((b"first", b"second"))
    stage = Stage(neutral_frame=lambda _columns, _rows: next(times))
    stage.screen.prepare(1020.0)
    stage.screen.prepare(1079.9)
    stage.screen.swap("panic", 1079.9)
    assert stage.told()[0] == ("replace", CLEAN + b"first")
    assert next_page(stage, 1080.0) == CLEAN + b"second"


def test_the_kitty_protocol_is_asked_for_on_the_next_page() -> None:
    """Once the terminal has said that it speaks it, each page turns it on again."""
    stage = Stage()
    stage.screen.prepare(BEGAN)
    stage.terminal.kitty = True
    assert next_page(stage) == clean_page("xterm", TITLE, kitty=True) + b"guard 80 24"


def test_a_new_size_is_for_everybody() -> None:
    """The pool makes visitors of that size, who reads is told, and the guard's page has it."""
    reader = FakeVisitor(None, touched=True)
    stage = Stage(reader)
    stage.screen.prepare(BEGAN)
    stage.screen.resize((100, 30), BEGAN + 1)
    assert stage.told() == [("resize", 100, 30, BEGAN + 1)]
    assert reader.done == [(100, 30)]
    assert next_page(stage) == CLEAN + b"guard 100 30"


def test_the_guards_own_page_is_painted_for_a_new_size() -> None:
    """While nobody is there yet, the guard paints by itself."""
    stage = Stage()
    stage.screen.resize((100, 30), BEGAN + 1)
    assert stage.told()[1:] == [("replace", CLEAN + b"guard 100 30")]


def test_a_warning_is_painted_anew_for_a_new_size() -> None:
    """It is still due, so it comes back whole, for the size that there is."""
    stage = Stage(FakeVisitor(None, touched=True))
    stage.after(IDLE)
    stage.screen.resize((100, 30), BEGAN + IDLE)
    stage.told()
    assert stage.after(IDLE) == [("replace", CLEAN + b"still there? 20 100 30")]


@pytest.mark.parametrize("frame", [b"untouched", None])
def test_after_something_else_was_there_all_is_painted_anew(frame: bytes | None) -> None:
    """The neutral page from its bytes; what somebody reads by asking for it."""
    visitor = FakeVisitor(frame, touched=frame is None)
    stage = Stage(visitor)
    stage.screen.show_again(BEGAN)
    assert stage.told() == [("replace", CLEAN + (frame or b""))]
    assert visitor.done == ([] if frame else ["repaint"])


def test_the_guards_own_page_is_painted_anew_too() -> None:
    """After somebody has stopped the kiosk and gone on, before the first visitor is there."""
    stage = Stage()
    stage.screen.show_again(BEGAN)
    assert stage.told() == [("replace", CLEAN + b"guard 80 24")]
