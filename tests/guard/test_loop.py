"""The loop's own rules, with a clock made of numbers: replies, ends, signals, unfinished keys."""

import os
import signal
import termios
from collections.abc import Iterator
from typing import Any, cast

import pytest

from kiosk.guard import loop
from kiosk.guard import renewal as renewal_module
from kiosk.guard.keys import SEQUENCE_PATIENCE
from kiosk.guard.loop import (
    EARLIEST_END_SECONDS,
    KITTY_ANSWERS_WITHIN_SECONDS,
    RENEW,
    Guard,
)
from kiosk.guard.terminal import LARGEST_SIZE, Terminal
from kiosk.guard.visitor import Visitor
from tests.guard.fake_pool import FakeParent, Nobody
from tests.guard.fake_screen import FakeVisitor
from tests.terminal.run_guard import guard_options

BEGAN = 1000.0


class Stand:
    """A guard on a pty, with no visitor yet."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Begin."""
        self.now = BEGAN
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.master, self.slave = os.openpty()
        self.terminal = Terminal(self.slave, "xterm")
        self.terminal.set_raw()
        monkeypatch.setattr(loop, "Companions", Nobody)
        options = guard_options(
            {"log": lambda event, **fields: self.events.append((event, fields))}
        )
        self.guard = Guard(options, self.terminal, (80, 24), clock=lambda: self.now)
        self.panics: list[float] = []
        self.typed: list[bytes] = []
        monkeypatch.setattr(self.guard._screen, "panic", self.panics.append)
        monkeypatch.setattr(
            self.guard._screen, "type", lambda keys, _: self.typed.append(bytes(keys))
        )

    def press(self, keys: bytes, now: float = BEGAN) -> None:
        """Let keys be read at a time."""
        self.now = now
        os.write(self.master, keys)
        self.guard._hear_keyboard()

    def hear(self, *numbers: int) -> None:
        """Let signals come."""
        self.guard._hear_signals(set(numbers))


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stand]:
    """Give a guard, and close its pty afterwards."""
    monkeypatch.setattr(FakeParent, "made", [])
    monkeypatch.setattr(renewal_module, "Parent", FakeParent)
    stand = Stand(monkeypatch)
    yield stand
    for descriptor in (stand.master, stand.slave, stand.terminal.fileno()):
        os.close(descriptor)


@pytest.mark.parametrize(
    ("replies", "after", "speaks"),
    [
        ([b"\x1b[?0u"], 0.0, True),
        ([b"\x1b[?0u"], KITTY_ANSWERS_WITHIN_SECONDS, True),
        ([b"\x1b[?0u"], KITTY_ANSWERS_WITHIN_SECONDS + 0.1, False),
        ([b"\x1b[?62c"], 0.0, False),
        ([b"\x1b[?0u", b"\x1b[?62c"], 0.0, True),
        ([b"\x1b[?1;2R"], 0.0, False),
    ],
)
def test_kitty_is_spoken_where_the_terminal_says_so_in_time(
    stand: Stand, replies: list[bytes], after: float, *, speaks: bool
) -> None:
    """Later, somebody may have typed it; nobody is given a key for a reply."""
    for reply in replies:
        stand.press(reply, BEGAN + after)
    assert (stand.terminal.kitty, stand.guard._scanner.kitty) == (speaks, speaks)
    assert stand.typed == []


def test_after_the_answer_that_all_terminals_give_no_other_is_believed(stand: Stand) -> None:
    """It was asked for last, so all that was asked for has been answered."""
    stand.press(b"\x1b[?62c", BEGAN)
    stand.press(b"\x1b[?0u", BEGAN + 0.1)
    assert not stand.terminal.kitty


@pytest.mark.parametrize(
    ("keys", "typed", "panics"),
    [
        (b"a", [b"a"], []),
        (b"\x1b[15~", [b""], []),
        (b"\x1b[27u", [], [BEGAN]),
        (b"\x1b", [], [BEGAN]),
        (b"a\x1b[?0u", [b"a"], []),
    ],
)
def test_what_keys_come_to(
    stand: Stand, keys: bytes, typed: list[bytes], panics: list[float]
) -> None:
    """A key is the visitor's, a swallowed one still means somebody is there, Escape clears."""
    stand.press(keys)
    assert (stand.typed, stand.panics) == (typed, panics)


@pytest.mark.parametrize(
    ("after", "panics"), [(SEQUENCE_PATIENCE - 0.01, 0), (SEQUENCE_PATIENCE + 0.001, 1)]
)
def test_an_unfinished_key_is_an_escape_when_its_time_is_over(
    stand: Stand, after: float, panics: int
) -> None:
    """And it is a time at which something is due."""
    stand.press(b"\x1b[")
    assert BEGAN + SEQUENCE_PATIENCE in list(stand.guard._deadlines(BEGAN))
    stand.now = BEGAN + after
    stand.guard._do_what_is_due()
    assert len(stand.panics) == panics


@pytest.mark.parametrize(("deaf_for", "typed"), [(0.5, [b""]), (0.0, [b"[A"])])
def test_the_rest_of_a_torn_key_is_swallowed_until_keys_count_again(
    stand: Stand, deaf_for: float, typed: list[bytes]
) -> None:
    """After that it is what somebody types."""
    stand.guard._screen.deaf_until = BEGAN + deaf_for
    stand.press(b"\x1b")
    stand.press(b"[A")
    assert stand.typed == typed


@pytest.mark.parametrize(
    ("after", "ends"), [(EARLIEST_END_SECONDS - 0.1, False), (EARLIEST_END_SECONDS, True)]
)
def test_staff_can_end_a_kiosk_that_has_run_for_a_moment(
    stand: Stand, after: float, *, ends: bool
) -> None:
    """Sooner, the wish is dropped, so that nothing can make it end time and again."""
    stand.guard._pool.end_asked = True
    stand.now = BEGAN + after
    stand.guard._end_for_staff()
    assert not stand.guard._pool.end_asked
    assert stand.guard._exit_code == (0 if ends else None)
    assert [event for event, _ in stand.events] == (["ended_by_staff", "ended"] if ends else [])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_guard_in_order(stand: Stand, number: int) -> None:
    """With exit code 0; what comes after it changes nothing."""
    stand.hear(number, signal.SIGCONT)
    stand.guard._end(0, 1)
    assert stand.guard._exit_code == 0
    assert stand.events == [("ended", {"signal": int(number)})]


def test_a_terminal_that_is_gone_ends_it_with_1(stand: Stand) -> None:
    """There is nobody to show anything."""
    os.close(stand.master)
    stand.guard._hear_keyboard()
    assert stand.guard._exit_code == 1
    assert stand.events == [("ended", {"signal": 0})]
    stand.master = os.dup(stand.slave)


@pytest.mark.parametrize(
    ("size", "taken"),
    [
        ((100, 30), (100, 30)),
        ((80, 24), None),
        ((0, 0), None),
        ((1000, 500), (1000, 500)),
        ((1001, 501), LARGEST_SIZE),
    ],
)
def test_a_new_size_is_taken_in_once(
    stand: Stand, size: tuple[int, int], taken: tuple[int, int] | None
) -> None:
    """By the scanner, too; what cannot be is not believed, and no size is 80 by 24."""
    for _ in range(2):
        termios.tcsetwinsize(stand.slave, size[::-1])
        stand.hear(signal.SIGWINCH)
    told = [fields for event, fields in stand.events if event == "resized"]
    assert told == ([{"columns": taken[0], "rows": taken[1]}] if taken else [])
    expected = taken or (80, 24)
    assert (stand.guard._scanner.columns, stand.guard._scanner.rows) == expected


@pytest.mark.parametrize(
    ("number", "raw", "shown", "new"),
    [(signal.SIGCONT, True, 1, 0), (RENEW, False, 0, 1), (signal.SIGWINCH, False, 0, 0)],
)
def test_what_the_other_signals_do(
    stand: Stand,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    shown: int,
    new: int,
    *,
    raw: bool,
) -> None:
    """After a stop the terminal is raw again and all is painted; a wish for new words is heard."""
    painted: list[float] = []
    monkeypatch.setattr(stand.guard._screen, "show_again", painted.append)
    termios.tcsetattr(stand.slave, termios.TCSANOW, stand.terminal.saved)
    stand.hear(number)
    assert stand.terminal.is_raw() is raw
    assert len(painted) == shown
    assert len(FakeParent.made) - 1 == new


def test_a_night_asleep_is_a_night_without_a_key(stand: Stand) -> None:
    """What was due meanwhile is done in the first turn, and the alarm that wakes for it is set."""
    swaps: list[str] = []
    screen = stand.guard._screen
    visitor = FakeVisitor(None, touched=True)
    screen.visitor = cast("Visitor", visitor)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(screen, "swap", lambda reason, _now: swaps.append(reason))
        stand.guard._do_what_is_due()
        assert stand.guard._alarm._due == BEGAN + 150
        stand.now = BEGAN + 30_000
        stand.guard._do_what_is_due()
    assert swaps == ["idle"]
