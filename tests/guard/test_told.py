"""What a visitor may tell the guard, and what comes of it: how long it waits, and how it asks."""

import os
from collections.abc import Iterator

import pytest

from kiosk.guard.visitor import Visitor
from tests.guard.fake_screen import BEGAN, CLEAN, IDLE, PATIENCE, FakeVisitor, Stage


class Telling:
    """A visitor without a process, and the end of the pipe that it would have."""

    def __init__(self) -> None:
        """Be asked for."""
        self.visitor = Visitor(80, 24, born=0)
        self.end = os.dup(self.visitor.child_ends[1])
        self.visitor.close_child_ends()

    def tell(self, signs: bytes) -> bool:
        """Tell something; return what the guard makes of it."""
        os.write(self.end, signs)
        return self.visitor.notice_drawn()


@pytest.fixture
def telling() -> Iterator[Telling]:
    """Give one, and close all of it."""
    telling = Telling()
    yield telling
    os.close(telling.end)
    telling.visitor.kill()


def test_that_the_page_is_drawn_is_told_first_and_more_afterwards(telling: Telling) -> None:
    """What is not told changes nothing; the pipe stays open, and what is told last counts."""
    visitor = telling.visitor
    assert not visitor.notice_drawn()
    assert telling.tell(b"1")
    assert (visitor.is_patient, visitor.look) == (False, "")
    telling.tell(b"+b")
    assert (visitor.is_patient, visitor.look) == (True, "b")
    telling.tell(b"+c-")
    assert (visitor.is_patient, visitor.look) == (False, "c")
    assert visitor.descriptors() == [visitor.master, visitor.drawn_pipe]


@pytest.mark.parametrize("signs", [b"x\x00\xff", b"0", b"A", b"\x1b[2J", b"`{"])
def test_nothing_else_can_be_told(telling: Telling, signs: bytes) -> None:
    """A letter is a look that there may be, and all else is nothing: none of it is ever written."""
    telling.tell(b"1")
    telling.tell(signs)
    assert telling.visitor.is_patient is False
    assert telling.visitor.look in ("", "x")


def test_who_has_closed_the_pipe_is_listened_to_no_more(telling: Telling) -> None:
    """It would be readable for ever, and the loop would never sleep again."""
    visitor = telling.visitor
    os.close(telling.end)
    assert not visitor.notice_drawn()
    assert visitor.descriptors() == [visitor.master]
    telling.end = os.open(os.devnull, os.O_RDONLY)


def test_a_guard_that_does_not_read_holds_no_visitor_up(telling: Telling) -> None:
    """In a browser nobody reads what they tell after the first page."""
    assert not os.get_blocking(telling.end)


def patient(stage: Stage) -> FakeVisitor:
    """The visitor at the screen, at a page to spend more time with."""
    assert stage.visitor is not None
    stage.visitor.is_patient = True
    return stage.visitor


def test_a_page_to_spend_time_with_is_left_for_five_minutes() -> None:
    """Whoever does on their own phone what a plan says finds it there; then they are asked."""
    stage = Stage(FakeVisitor(None, touched=True))
    patient(stage)
    assert stage.after(IDLE) == []
    assert list(stage.screen.deadlines(BEGAN + IDLE)) == [BEGAN + PATIENCE]
    assert stage.after(PATIENCE)[0][1].endswith(b"still there? 20 80 24")


def test_longer_times_of_the_library_stay_longer_and_other_pages_are_as_before() -> None:
    """Five minutes are the least there; and the page that is open now is the one that counts."""
    stage = Stage(FakeVisitor(None, touched=True))
    visitor = patient(stage)
    stage.after(0)
    visitor.is_patient = False
    assert stage.after(IDLE)[0][1].endswith(b"still there? 20 80 24")
    stage = Stage(FakeVisitor(None, touched=True))
    stage.screen._idle._times = stage.pool.times._replace(idle_seconds=2 * PATIENCE)
    patient(stage)
    assert stage.after(2 * PATIENCE - 1) == []


@pytest.mark.parametrize(("look", "shown"), [("", b"usual "), ("b", b"dark "), ("z", b"")])
def test_the_question_looks_as_the_visitors_page_does(look: str, shown: bytes) -> None:
    """In the theme that they chose, else in the usual one; a letter of none is no look at all."""
    stage = Stage(FakeVisitor(None, touched=True))
    stage.pool.parents.texts = {"idle": "there?", "look": "usual ", "look-b": "dark "}
    assert stage.visitor is not None
    stage.visitor.look = look
    ((_, page),) = stage.after(IDLE)
    assert page == CLEAN + shown + b"there? 20 80 24"
