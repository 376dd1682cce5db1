"""How the terminal is left, after every kind of end, and who is left alive."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import GuardTerminal, StartGuard
from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.processes import is_alive, kill
from tests.terminal.visitors.plain import MODES, sensitive_page
from tests.tools import DEADLINE_SECONDS, need_root

ON_BY_DEFAULT = {"7", "25"}  # wrap, cursor


def assert_as_found(terminal: KioskTerminal) -> None:
    """Check modes, attributes, both screens, scrollback and title."""
    assert terminal.modes == ON_BY_DEFAULT
    assert terminal.attributes() == terminal.first_attributes
    assert "SENSITIVE" not in terminal.everywhere
    assert "neutral" not in terminal.text
    assert terminal.screen.main is None
    assert terminal.screen.title in ("", "Library")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("trouble", [b"", b"h", b"f", b"z", b"m", b"o", b"d"])
def test_a_clean_end(sensitive: GuardTerminal, number: int, trouble: bytes) -> None:
    """SIGTERM and SIGHUP leave an empty terminal, its modes as before, and no process."""
    sensitive.send(trouble)
    sensitive.pump(0.1)
    family = sensitive.family()
    sensitive.process.send_signal(number)
    sensitive.wait_until(lambda: sensitive.process.poll() is not None)
    sensitive.settle()
    assert sensitive.process.returncode == 0
    sensitive.wait_until_gone(family)
    assert_as_found(sensitive)


@pytest.mark.parametrize("trouble", [b"", b"h", b"g", b"f", b"z", b"m", b"o", b"d"])
def test_the_guard_is_killed(sensitive: GuardTerminal, trouble: bytes) -> None:
    """After SIGKILL of the guard the warm parent clears the screen and ends every visitor."""
    sensitive.send(trouble)
    sensitive.pump(0.1)
    family = sensitive.family()
    assert len(family) >= 4
    kill(sensitive.process.pid)
    sensitive.wait_until_gone(family)
    sensitive.settle()
    assert_as_found(sensitive)


def test_the_guard_is_killed_while_the_app_is_loading(start_guard: StartGuard) -> None:
    """A warm parent that is still importing notices too, since a thread of its watches."""
    terminal = start_guard(visitor_arguments=["prepare_seconds=60"])
    terminal.wait_until(lambda: "neutral guard 1" in terminal.text and terminal.warm_parent)
    family = terminal.family()
    kill(terminal.process.pid)
    terminal.wait_until_gone(family)
    terminal.settle()
    assert_as_found(terminal)


def test_the_guard_is_killed_after_its_warm_parent(sensitive: GuardTerminal) -> None:
    """A new warm parent ends the visitors that an earlier one has left, too."""
    family = sensitive.family()
    first = sensitive.warm_parent
    assert first is not None
    kill(first)
    sensitive.wait_until(lambda: sensitive.warm_parent not in (None, first))
    sensitive.wait_until(lambda: sum("warm_ready" in event for event in sensitive.log) == 2)
    assert sensitive.is_sensitive
    family |= sensitive.family()
    kill(sensitive.process.pid)
    sensitive.wait_until_gone(family)
    sensitive.settle()
    assert_as_found(sensitive)


def test_under_nohup_nobody_is_left_spinning(start_guard: StartGuard) -> None:
    """A kiosk started with SIGHUP ignored still takes its visitors with it."""
    handler = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        terminal = start_guard()
    finally:
        signal.signal(signal.SIGHUP, handler)
    terminal.wait_for_visitor()
    terminal.open_sensitive_page()
    family = terminal.family()
    warm_parent = terminal.warm_parent
    assert warm_parent is not None
    kill(warm_parent)  # nobody but the hang-up can end the visitors now
    kill(terminal.process.pid)
    terminal.wait_until_gone(family)


def test_visitors_that_ignore_the_hang_up_die_with_the_guard(sensitive: GuardTerminal) -> None:
    """The warm parent kills by number whom the hang-up does not reach."""
    sensitive.send(b"d")
    sensitive.wait_until(lambda: "SENSITIVE deaf" in sensitive.text)
    family = sensitive.family()
    kill(sensitive.process.pid)
    sensitive.wait_until_gone(family)


def test_the_next_start_clears_what_a_killed_guard_left(start_guard: StartGuard) -> None:
    """A start on a terminal with every mode on and a full page ends as any other start."""
    left = b"\x1b[?1049h" + sensitive_page(80, 24) + MODES + b"\x1b[>25u\x1b]2;SENSITIVE"
    terminal = start_guard(before=left)
    terminal.wait_for_visitor()
    assert terminal.is_neutral
    assert terminal.modes == {"1049", "1002", "1006", "2004"}


def test_the_one_liner_puts_a_terminal_back_in_order() -> None:
    """`python -m kiosk.guard.terminal` empties a terminal, and ends modes and raw input."""
    left = b"\x1b[?1049h" + sensitive_page(80, 24) + MODES + b"\x1b[>25u\x1b]2;SENSITIVE"
    raw = "import tty, os; tty.setraw(0); os.execv('{0}', ['{0}', '-m', 'kiosk.guard.terminal'])"
    command = [sys.executable, "-c", raw.format(sys.executable)]
    with KioskTerminal(command, before=left) as terminal:
        terminal.wait_until(lambda: terminal.process.poll() is not None)
        terminal.settle()
        assert terminal.process.returncode == 0
        assert "SENSITIVE" not in terminal.everywhere
        assert terminal.modes == ON_BY_DEFAULT
        raw_flags = terminal.attributes()[3]
        assert raw_flags == terminal.first_attributes[3]


def test_signals_from_the_keyboard_and_users_do_nothing(sensitive: GuardTerminal) -> None:
    """SIGINT, SIGQUIT, SIGTSTP and the user signals neither end nor stop the guard."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGUSR1, signal.SIGUSR2):
        sensitive.process.send_signal(number)
    sensitive.send(b".")
    sensitive.wait_until(lambda: sensitive.typed == b".".hex())
    assert is_alive(sensitive.process.pid)


def test_a_continued_guard_paints_everything_anew(sensitive: GuardTerminal) -> None:
    """After a stop and a shell's own output, SIGCONT brings the visitor's page back, raw."""
    os.kill(sensitive.process.pid, signal.SIGSTOP)
    os.write(sensitive.slave, b"\x1b[2J\x1b[Hsome shell")
    subprocess.run(["stty", "sane"], stdin=sensitive.slave, check=True)
    sensitive.wait_until(lambda: "some shell" in sensitive.text)
    os.kill(sensitive.process.pid, signal.SIGCONT)
    sensitive.wait_until(lambda: sensitive.text.count("SENSITIVE") > 20)
    assert "some shell" not in sensitive.everywhere
    sensitive.send(b"\x1b")
    sensitive.wait_until(lambda: sensitive.is_neutral)


def test_nothing_leaks_to_the_shells_descriptors(sensitive: GuardTerminal) -> None:
    """The terminal that the shell shares with us does not become non-blocking."""
    need_root("the guard's process is closed to others of its user")
    flags = Path(f"/proc/{sensitive.process.pid}/fdinfo/1").read_text()
    value = next(line.split()[1] for line in flags.splitlines() if line.startswith("flags"))
    assert not int(value, 8) & os.O_NONBLOCK


def test_the_terminal_goes_away(start_guard: StartGuard) -> None:
    """When the terminal hangs up, everybody ends by themselves."""
    terminal = start_guard()
    terminal.wait_for_visitor()
    family = terminal.family()
    os.close(terminal.master)
    terminal.master = os.open(os.devnull, os.O_RDWR)
    deadline_process = terminal.process
    assert deadline_process.wait(timeout=DEADLINE_SECONDS) in (0, 1)
    terminal.wait_until_gone(family)


def test_nothing_is_left_open_at_the_end(guard: GuardTerminal) -> None:
    """Of what is, Python would tell after all else: a warning is an error in what tests start."""
    guard.process.terminate()
    guard.process.wait(DEADLINE_SECONDS)
    while guard.pump():
        pass
    assert b"Warning" not in guard.raw
