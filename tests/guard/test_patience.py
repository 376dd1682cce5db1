"""When a visitor who leaves keys without an answer is given up, with a clock made of numbers."""

import pytest

from kiosk.guard.patience import ANSWER_SECONDS, FIRST_ANSWER_SECONDS
from tests.guard.fake_screen import BEGAN, FakeVisitor, Stage

HUNG: tuple[str, dict[str, object]] = ("visitor_hung", {})


@pytest.mark.parametrize(
    ("touched", "seconds"), [(False, FIRST_ANSWER_SECONDS), (True, ANSWER_SECONDS)]
)
def test_who_answers_nothing_is_asked_to_paint_and_then_swapped(
    seconds: float, *, touched: bool
) -> None:
    """Soon on the neutral page, where nothing is lost; later in a visit."""
    visitor = FakeVisitor(None, touched=touched)
    stage = Stage(visitor)
    stage.screen.type(b"\r", BEGAN)
    assert BEGAN + seconds in list(stage.screen.deadlines(BEGAN))
    stage.after(seconds - 0.1)
    assert visitor.done == [b"\r"]
    stage.after(seconds)
    assert visitor.done == [b"\r", "repaint"]
    assert HUNG not in stage.after(2 * seconds - 0.1)
    assert HUNG in stage.after(2 * seconds)
    assert stage.visitor is None


@pytest.mark.parametrize("answers_after", [0.5, FIRST_ANSWER_SECONDS + 0.5])
def test_anything_painted_is_an_answer(answers_after: float) -> None:
    """Also one that comes when it is asked for: some keys do nothing."""
    stage = Stage(FakeVisitor(None))
    stage.screen.type(b"x", BEGAN)
    stage.after(answers_after)
    stage.screen.output(b"words")
    stage.told()
    assert stage.after(10 * FIRST_ANSWER_SECONDS) == []


@pytest.mark.parametrize(("keys", "gets"), [(b"\r", [b"\r"]), (b"x", [])])
@pytest.mark.parametrize("is_there", [True, False])
def test_the_next_one_gets_the_enter_that_led_nowhere(
    keys: bytes, gets: list[bytes], *, is_there: bool
) -> None:
    """At once or once they are there, and nobody after them; other keys are not kept."""
    stage = Stage(FakeVisitor(None))
    following, other = FakeVisitor(), FakeVisitor()
    stage.pool.spare = following if is_there else None
    stage.screen.type(keys, BEGAN)
    stage.after(FIRST_ANSWER_SECONDS)
    stage.after(2 * FIRST_ANSWER_SECONDS)
    if not is_there:
        stage.pool.spare = following
        stage.after(2 * FIRST_ANSWER_SECONDS + 0.1)
    assert stage.visitor is following
    assert following.done == gets
    stage.screen.visitor, stage.pool.spare = None, other
    stage.after(2 * FIRST_ANSWER_SECONDS + 0.2)
    assert other.done == []


def test_in_a_visit_no_key_is_passed_on() -> None:
    """What was pressed there was not meant for the neutral page."""
    stage = Stage(FakeVisitor(None, touched=True))
    following = stage.pool.spare = FakeVisitor()
    stage.screen.type(b"\r", BEGAN)
    stage.after(ANSWER_SECONDS)
    stage.after(2 * ANSWER_SECONDS)
    assert stage.visitor is following
    assert following.done == []


def test_nobody_owes_an_answer_to_keys_of_a_visit_before() -> None:
    """Escape while somebody else's page is silent: who comes next is let be, and asked nothing."""
    stage = Stage(FakeVisitor(None, touched=True))
    following = stage.pool.spare = FakeVisitor()
    stage.screen.type(b"x", BEGAN)
    stage.screen.swap("panic", BEGAN + 1)
    stage.told()
    for seconds in (ANSWER_SECONDS, 2 * ANSWER_SECONDS):
        assert stage.after(seconds) == []
    assert following.done == []


def test_a_terminal_that_takes_nothing_is_no_fault_of_the_visitors() -> None:
    """Their answer is still on its way."""
    stage = Stage(FakeVisitor(None))
    stage.screen.type(b"\r", BEGAN)
    stage.terminal.pending = b"page"
    assert HUNG not in stage.after(FIRST_ANSWER_SECONDS)
    assert HUNG not in stage.after(20 * FIRST_ANSWER_SECONDS)


def test_the_neutral_page_is_painted_anew_when_something_lacks() -> None:
    """Whoever makes it says that it is out of order, and no longer when it is not."""
    stage = Stage()
    assert stage.after(1) == []
    for number, reason in enumerate(("ptys", "")):
        stage.pool.lack.note(reason)
        (told,) = stage.after(2 + number)
        assert told[0] == "replace"
        assert stage.after(2.5 + number) == []
