"""Sizes, resizes and kinds of terminals."""

import subprocess
import sys
import time

import pytest

from kiosk.guard.pool import RESIZED_AFTER_SECONDS
from tests.terminal.conftest import StartGuard
from tests.terminal.kiosk_terminal import ROOT, KioskTerminal
from tests.terminal.processes import is_alive, stat_of
from tests.tools import wait_until

COMMAND = [sys.executable, "-m", "tests.terminal.run_guard"]
BEYOND_THE_CONSOLE = (
    b"\x1b]0",
    b"\x1b]2",
    b"\x1b]5",
    b"\x1b]8",
    b"\x1b[>",
    b"\x1b[<",
    b"\x1b[=",
    b"\x1b[?u",
    b"\x1b[c",
)


@pytest.mark.parametrize(("columns", "rows"), [(20, 6), (80, 24), (132, 50), (300, 100)])
def test_sizes(start_guard: StartGuard, columns: int, rows: int) -> None:
    """From 20 by 6 to 300 by 100 the page is drawn, opened and cleared as a whole."""
    terminal = start_guard(columns=columns, rows=rows)
    terminal.wait_for_visitor()
    terminal.send(b"\r")
    terminal.wait_until(lambda: terminal.text.count("SENSITIVE") >= rows)
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: terminal.is_neutral)
    terminal.settle()
    assert terminal.is_neutral


def test_a_storm_of_resizes(start_guard: StartGuard) -> None:
    """After a hundred resizes the page has the last size, at the screen and waiting.

    However slow the machine is, nobody is made who would be of the wrong size a moment later.
    """
    terminal = start_guard()
    terminal.wait_for_visitor()
    terminal.open_sensitive_page()
    began = time.monotonic()
    for step in range(100):
        terminal.resize(40 + step, 10 + step // 4)
        terminal.pump(0.005)
    terminal.resize(100, 30)
    terminal.wait_until(lambda: len(terminal.lines[0]) == 100 and "typed" in terminal.lines[29])
    terminal.wait_until(lambda: len(terminal.visitors) == 2)
    terminal.settle(0.3)
    most = (time.monotonic() - began) / RESIZED_AFTER_SECONDS
    assert sum(event.startswith("visitor_ended") for event in terminal.log) <= most
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: terminal.is_neutral)
    assert len(terminal.lines) == 30


def test_a_resize_and_a_panic_at_once(start_guard: StartGuard) -> None:
    """With the waiting visitor of the wrong size, the guard's own page clears in the right one."""
    terminal = start_guard()
    terminal.wait_for_visitor()
    terminal.open_sensitive_page()
    terminal.resize(50, 12)
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: terminal.is_neutral and len(terminal.lines) == 12)
    terminal.wait_until(lambda: "neutral visitor 1" in terminal.text)


def test_a_resize_under_the_warning(start_guard: StartGuard) -> None:
    """The warning is painted for the new size, and still shows nothing of the page."""
    terminal = start_guard(idle_seconds=0.5, warning_seconds=30)
    terminal.wait_for_visitor()
    terminal.open_sensitive_page()
    terminal.wait_until(lambda: "Still there?" in terminal.lines[11])
    terminal.resize(60, 10)
    terminal.wait_until(lambda: "Still there?" in terminal.lines[4])
    assert not terminal.is_sensitive


def test_the_linux_console_gets_no_stray_characters(start_guard: StartGuard) -> None:
    """TERM=linux is sent no string, no kitty sequence and no question, which it may print."""
    terminal = start_guard(term="linux")
    terminal.wait_for_visitor()
    terminal.open_sensitive_page()
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: terminal.is_neutral)
    raw = bytes(terminal.raw)
    assert not [sequence for sequence in BEYOND_THE_CONSOLE if sequence in raw]


@pytest.mark.parametrize("term", ["xterm-256color", "tmux-256color", "screen-256color", "vt100"])
def test_kinds_of_terminals(start_guard: StartGuard, term: str) -> None:
    """Common terminals all get the page, and Escape clears it."""
    terminal = start_guard(term=term)
    terminal.wait_for_visitor()
    terminal.open_sensitive_page()
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: terminal.is_neutral)


@pytest.mark.parametrize(
    ("variable", "advice"), [("TMUX", "set -s escape-time 0"), ("STY", "maptimeout 0")]
)
def test_staff_are_warned_of_multiplexers(
    start_guard: StartGuard, variable: str, advice: str
) -> None:
    """In tmux and screen, which hold Escape back and open shells, a line and the log say so."""
    terminal = start_guard(environment={variable: "/tmp/x,1,0"})
    terminal.wait_for_visitor()
    assert advice.encode() in terminal.raw.partition(b"\x1b[?1049h")[0]
    assert "multiplexer" in terminal.log


@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_a_terminal_that_cannot_is_refused(term: str) -> None:
    """One line says why, with exit code 2, and no control sequence is written."""
    with KioskTerminal(COMMAND, term=term) as terminal:
        terminal.wait_until(lambda: terminal.process.poll() is not None)
        terminal.settle()
        assert terminal.process.returncode == 2
        assert terminal.raw.count(b"\n") == 1
        assert b"TERM" in terminal.raw
        assert b"\x1b" not in terminal.raw


def test_no_terminal_is_refused() -> None:
    """Standard input from a file or a pipe is refused in one line with exit code 2."""
    result = subprocess.run(
        COMMAND, stdin=subprocess.DEVNULL, capture_output=True, cwd=ROOT, check=False, text=True
    )
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "needs a terminal" in result.stderr
    assert not result.stdout


def test_kitty_flags_do_not_pile_up(start_guard: StartGuard) -> None:
    """After many swaps there is one push on the stack, and none after the end."""
    terminal = start_guard(kitty=True, deaf_seconds=0.01)
    terminal.wait_for_visitor()
    for _ in range(3):
        terminal.open_sensitive_page()
        terminal.send(b"m")
        terminal.pump(0.1)
        terminal.send(b"\x1b[27u")
        terminal.wait_until(lambda: terminal.is_neutral)
        assert "kitty" in terminal.modes
    terminal.process.terminate()
    terminal.wait_until(lambda: terminal.process.poll() is not None)
    terminal.settle()
    assert "kitty" not in terminal.modes


def test_a_terminal_that_takes_nothing_stalls_nobody(start_guard: StartGuard) -> None:
    """With output stalled under a flood, Escape clears as soon as the terminal reads again."""
    terminal = start_guard()
    terminal.wait_for_visitor()
    terminal.open_sensitive_page()
    terminal.send(b"f")
    terminal.wait_until(lambda: b"38;5;" in terminal.raw[-4096:])
    visitor = terminal.visitors[0]

    def is_held_back() -> bool:
        stat = stat_of(visitor)
        return stat is not None and stat.state == "S"

    wait_until(is_held_back, "a flood that nobody reads any more")
    terminal.send(b"\x1b")  # read at once, although nothing can be written
    wait_until(lambda: not is_alive(visitor), "the end of who flooded")
    terminal.wait_until(lambda: terminal.is_neutral)
