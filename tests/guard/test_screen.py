"""What the screen shows and when it swaps, rule by rule, with a clock made of numbers."""

import pytest

from kiosk.guard.modes import ABORT
from kiosk.guard.options import IdleTimes
from kiosk.guard.screen import NEUTRAL_CLOCK_SECONDS
from tests.guard.fake_screen import BEGAN, CLEAN, DEAF, IDLE, WARNING, FakeVisitor, Stage

GUARDS_OWN = ("replace", CLEAN + b"guard 80 24")


def swapped(reason: str, page: bytes = b"guard 80 24") -> list[tuple[object, ...]]:
    """What a swap does: it writes the page, then says so."""
    return [("replace", CLEAN + page), ("swap", {"reason": reason})]


def test_a_panic_swaps_a_visitor_who_was_touched() -> None:
    """The page is written before the old visitor is ended, and the next one is at the screen."""
    reader, following = FakeVisitor(None, touched=True), FakeVisitor(b"next")
    stage = Stage(reader)
    stage.pool.spare = following
    stage.screen.prepare(BEGAN)
    stage.screen.panic(BEGAN + 5)
    page, event = swapped("panic", b"next")
    assert stage.told() == [page, ("retire", reader, BEGAN + 5), event]
    assert stage.terminal.forgotten == 1
    assert stage.visitor is following


@pytest.mark.parametrize("page", [b"guard 80 24", b"untouched"])
def test_a_panic_on_the_neutral_page_paints_it_again(page: bytes) -> None:
    """Nobody is ended where nobody has touched anything; keys are ignored for the moment."""
    stage = Stage(FakeVisitor(page) if page == b"untouched" else None)
    stage.screen.panic(BEGAN + 5)
    assert stage.told() == [("replace", CLEAN + page)]
    assert stage.screen.deaf_until == BEGAN + 5 + DEAF


def test_escape_held_down_does_not_start_the_page_anew() -> None:
    """While the neutral page is still on its way to a slow terminal, it is left alone."""
    stage = Stage()
    stage.terminal.pending = b"rest"
    stage.screen.panic(BEGAN)
    assert stage.told() == []


@pytest.mark.parametrize(
    ("after", "heard"), [(0.0, False), (DEAF - 0.001, False), (DEAF, True), (DEAF + 1, True)]
)
def test_keys_count_again_a_moment_after_a_swap(after: float, *, heard: bool) -> None:
    """Frantic keys do not lead back in; from the moment on, the first key counts."""
    stage = Stage(FakeVisitor(None, touched=True))
    following = stage.pool.spare = FakeVisitor()
    stage.screen.swap("panic", BEGAN)
    stage.screen.type(b"a", BEGAN + after)
    assert following.done == ([b"a"] if heard else [])


def test_the_first_key_counts_at_once_after_the_start() -> None:
    """Nothing was swapped yet, so nothing is ignored."""
    visitor = FakeVisitor()
    Stage(visitor).screen.type(b"a", BEGAN)
    assert visitor.done == [b"a"]


def test_a_swallowed_key_is_passed_to_nobody() -> None:
    """A visitor whom no key has reached keeps their neutral page."""
    visitor = FakeVisitor()
    Stage(visitor).screen.type(b"", BEGAN)
    assert visitor.done == []


@pytest.mark.parametrize(
    ("typed", "passed"),
    [([b"\r"], [b"\r"]), ([b"a\rb"], [b"\r"]), ([b"a"], []), ([b"\r", b"a"], [b"\r"]), ([], [])],
)
def test_an_enter_before_there_is_a_visitor_lets_them_in(
    typed: list[bytes], passed: list[bytes]
) -> None:
    """Whoever presses Enter on the guard's own page need not press it again; no other key waits."""
    stage = Stage()
    for keys in typed:
        stage.screen.type(keys, BEGAN + 1)
    first = stage.pool.spare = FakeVisitor()
    assert stage.after(2)[0] == ("replace", CLEAN + b"page")
    assert first.done == passed
    second = stage.pool.spare = FakeVisitor()
    stage.screen.swap("panic", BEGAN + 3)
    assert second.done == []


def test_escape_takes_an_enter_back() -> None:
    """Who presses Enter and then Escape while there is nobody stays on the neutral page."""
    stage = Stage()
    stage.screen.type(b"\r", BEGAN)
    stage.screen.panic(BEGAN)
    visitor = stage.pool.spare = FakeVisitor()
    stage.after(1)
    assert visitor.done == []


def test_an_enter_that_was_passed_on_is_not_passed_on_twice() -> None:
    """The one who comes after is let in by a key of their own."""
    stage = Stage()
    stage.screen.type(b"\r", BEGAN)
    stage.pool.spare = FakeVisitor()
    stage.after(1)
    stage.screen.visitor = None
    other = stage.pool.spare = FakeVisitor()
    stage.after(2)
    assert other.done == []


@pytest.mark.parametrize(
    ("after", "painted"),
    [(NEUTRAL_CLOCK_SECONDS - 0.1, False), (NEUTRAL_CLOCK_SECONDS, True)],
)
def test_the_guards_own_page_keeps_its_clock_right(after: float, *, painted: bool) -> None:
    """A minute after it was painted, and no sooner, it is painted anew; it says when that is."""
    stage = Stage()
    assert list(stage.screen.deadlines(BEGAN)) == [BEGAN + NEUTRAL_CLOCK_SECONDS]
    assert stage.after(after) == ([GUARDS_OWN] if painted else [])
    due = after if painted else 0.0
    assert list(stage.screen.deadlines(BEGAN)) == [BEGAN + due + NEUTRAL_CLOCK_SECONDS]


@pytest.mark.parametrize("how", ["panic", "resize", "show again"])
def test_whenever_the_guards_own_page_is_painted_its_minute_begins(how: str) -> None:
    """It is right then, so it has to be painted again a minute after that."""
    stage = Stage()
    if how == "panic":
        stage.screen.panic(BEGAN + 30)
    elif how == "resize":
        stage.screen.resize((80, 25), BEGAN + 30)
    else:
        stage.screen.show_again(BEGAN + 30)
    assert list(stage.screen.deadlines(BEGAN + 30)) == [BEGAN + 30 + NEUTRAL_CLOCK_SECONDS]


def test_a_page_that_could_not_be_loaded_is_said_once_each_time() -> None:
    """With every failure of the warm parent the guard's page is painted anew, and only then."""
    stage = Stage()
    assert stage.after(1) == []
    stage.pool.parents.failures = 1
    assert stage.after(2) == [GUARDS_OWN]
    assert stage.after(3) == []
    stage.pool.parents.failures = 2
    assert stage.after(4) == [GUARDS_OWN]


def test_a_swap_counts_as_painting() -> None:
    """The minute of the guard's own page begins when it was last on the screen."""
    stage = Stage(FakeVisitor(None, touched=True))
    stage.screen.swap("panic", BEGAN + 30)
    assert stage.screen.visitor is None
    assert list(stage.screen.deadlines(BEGAN)) == [BEGAN + 30 + NEUTRAL_CLOCK_SECONDS]


def test_who_has_ended_is_reaped_and_not_retired() -> None:
    """A process that is gone already is not ended once more."""
    visitor = FakeVisitor(None, touched=True)
    visitor.ended = True
    stage = Stage(visitor)
    assert stage.after(1) == [("reap", visitor, BEGAN + 1), *swapped("finish")]


@pytest.mark.parametrize(
    ("ended", "frame", "worn", "touched", "outdated", "reason"),
    [
        (True, b"p", True, True, True, "finish"),
        (False, b"p", True, False, True, "worn"),
        (False, None, True, True, False, ""),
        (False, None, True, False, False, ""),
        (False, b"p", False, False, True, "renewed"),
        (False, None, False, True, True, ""),
        (False, b"p", False, False, False, ""),
    ],
)
def test_why_a_visitor_is_swapped(
    frame: bytes | None, reason: str, *, ended: bool, worn: bool, touched: bool, outdated: bool
) -> None:
    """An end before wear, wear before new words; who reads is not swapped for new words."""
    visitor = FakeVisitor(frame, touched=touched)
    visitor.ended, visitor.worn, visitor.outdated = ended, worn, outdated
    stage = Stage(visitor)
    stage.pool.spare = FakeVisitor()
    swaps = [fields for event, *fields in stage.after(1) if event == "swap"]
    assert swaps == ([[{"reason": reason}]] if reason else [])


def test_who_is_outdated_stays_until_the_next_one_is_drawn() -> None:
    """New words do not lead back to the guard's own page."""
    visitor = FakeVisitor()
    visitor.outdated = True
    stage = Stage(visitor)
    stage.pool.spare = FakeVisitor()
    stage.pool.spare.drawn = False
    assert stage.after(1) == []


@pytest.mark.parametrize(
    ("after", "left"),
    [(IDLE - 0.1, None), (IDLE, 20), (IDLE + 1, 19), (IDLE + WARNING - 0.1, 1)],
)
def test_the_warning_is_shown_after_a_time_without_a_key(after: float, left: int | None) -> None:
    """It replaces the page, and says how many seconds are left."""
    stage = Stage(FakeVisitor(None, touched=True))
    warning = b"still there? %d 80 24" % (left or 0)
    assert stage.after(after) == ([("replace", CLEAN + warning)] if left else [])


def test_the_warning_counts_down_and_ends_the_visit() -> None:
    """Each second is written over the last without erasing; at none the visitor is swapped."""
    visitor = FakeVisitor(None, touched=True)
    stage = Stage(visitor)
    stage.after(IDLE)
    assert stage.after(IDLE + 0.5) == []
    assert stage.after(IDLE + 1) == [("replace", ABORT + b"still there? 19 80 24")]
    page, event = swapped("idle")
    ended = stage.after(IDLE + WARNING)
    assert ended == [page, ("retire", visitor, BEGAN + IDLE + WARNING), event]


def test_under_the_warning_nothing_of_the_visitor_is_written() -> None:
    """What they write then is painted anew when the warning goes; else it is written at once."""
    visitor = FakeVisitor(None, touched=True)
    stage = Stage(visitor)
    stage.screen.output(b"words")
    assert stage.told() == [("write", b"words")]
    stage.after(IDLE)
    stage.screen.output(b"words")
    assert stage.told() == []


@pytest.mark.parametrize("keys", [b"a", b"\r", b""])
def test_any_key_ends_the_warning_and_is_nothing_else(keys: bytes) -> None:
    """The page comes back, the count begins anew, and the key is not the visitor's."""
    visitor = FakeVisitor(None, touched=True)
    stage = Stage(visitor)
    stage.after(IDLE)
    stage.screen.type(keys, BEGAN + IDLE + 5)
    assert stage.told() == [("replace", CLEAN)]
    assert visitor.done == ["repaint"]
    assert list(stage.screen.deadlines(BEGAN + IDLE + 5)) == [BEGAN + 2 * IDLE + 5]
    stage.screen.output(b"words")
    assert stage.told() == [("write", b"words")]


@pytest.mark.parametrize("keys", [b"a", b""])
def test_every_key_begins_the_count_anew(keys: bytes) -> None:
    """Also a key that is swallowed: somebody is there."""
    stage = Stage(FakeVisitor(None, touched=True))
    stage.screen.type(keys, BEGAN + 100)
    stage.screen.output(b"")
    assert list(stage.screen.deadlines(BEGAN + 100)) == [BEGAN + 100 + IDLE]


def test_an_untouched_visitor_is_never_idle() -> None:
    """The neutral page stays for as long as nobody comes, and nothing is due."""
    stage = Stage(FakeVisitor())
    assert list(stage.screen.deadlines(BEGAN)) == []
    assert stage.after(10 * IDLE) == []


def test_new_idle_times_count_from_the_next_visitor_on() -> None:
    """Staff who change them need not start the kiosk anew; who reads keeps the old ones."""
    stage = Stage(FakeVisitor(None, touched=True))
    stage.pool.times = IdleTimes(30.0, 40)
    assert stage.after(IDLE - 1) == []
    following = stage.pool.spare = FakeVisitor()
    stage.screen.swap("panic", BEGAN + 100)
    following.touched = True
    stage.told()
    assert list(stage.screen.deadlines(BEGAN + 100)) == [BEGAN + 130]
    assert stage.after(130)[0][1].endswith(b"still there? 40 80 24")


def test_who_is_let_in_by_an_early_enter_has_all_their_time() -> None:
    """The count begins when they are there, not when the kiosk was started."""
    stage = Stage()
    stage.screen.type(b"\r", BEGAN)
    stage.pool.spare = FakeVisitor()
    stage.after(60)
    stage.screen.output(b"")
    assert list(stage.screen.deadlines(BEGAN + 60)) == [BEGAN + 60 + IDLE]
