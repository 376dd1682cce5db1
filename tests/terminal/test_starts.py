"""However the guard is started: with what it inherits, and on what terminal."""

import contextlib
import fcntl
import os
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.guard.terminal import Terminal
from kiosk.guard_log import log_trouble
from tests.terminal.conftest import GuardTerminal
from tests.terminal.kiosk_terminal import ROOT, KioskTerminal
from tests.terminal.processes import children, is_alive, kill
from tests.tools import DEADLINE_SECONDS, need_descriptors

MANY = 1100
LATER = """
import json, os, resource, signal, sys
{before}
settings = json.dumps({{"log_file": sys.argv[1]}})
os.execv(sys.executable, [sys.executable, "-m", "tests.terminal.run_guard", settings])
"""
BLOCKED = "signal.pthread_sigmask(signal.SIG_SETMASK, signal.valid_signals())"
CHILDREN_IGNORED = "signal.signal(signal.SIGCHLD, signal.SIG_IGN)"
MANY_OPEN = f"""
most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, ({MANY + 100}, most))
for _ in range({MANY}): os.set_inheritable(os.open(os.devnull, os.O_RDONLY), True)
"""
NAMELESS = """
import os, runpy, sys
def no_name(_): raise OSError(19, "No such device")
os.ttyname = no_name
runpy.run_module("tests.terminal.run_guard", run_name="__main__")
"""
FEW_TO_OPEN = "resource.setrlimit(resource.RLIMIT_NOFILE, (11, 11))"


def _no_name(_descriptor: int) -> str:
    raise OSError(19, "No such device")


@contextlib.contextmanager
def started(before: str, log: Path) -> Iterator[KioskTerminal]:
    """The guard, started by a program that has done something to itself before."""
    with KioskTerminal([sys.executable, "-c", LATER.format(before=before), str(log)]) as terminal:
        yield terminal


@pytest.mark.parametrize("before", [BLOCKED, CHILDREN_IGNORED, MANY_OPEN])
def test_what_is_inherited_changes_nothing(tmp_path: Path, before: str) -> None:
    """Signals blocked or ignored, a thousand descriptors: a visitor comes, and goes."""
    if before is MANY_OPEN:
        need_descriptors(MANY + 100)
    with started(before, tmp_path / "log") as terminal:
        terminal.wait_until(lambda: "neutral visitor 1" in terminal.text)
        terminal.send(b"\r")
        terminal.wait_until(lambda: terminal.text.count("SENSITIVE") > 20)
        terminal.resize(70, 20)
        terminal.wait_until(lambda: "resized columns=70 rows=20" in (tmp_path / "log").read_text())
        terminal.send(b"\x1b")
        terminal.wait_until(lambda: "SENSITIVE" not in terminal.everywhere)
        terminal.process.terminate()
        terminal.wait_until(lambda: terminal.process.poll() is not None)
        assert terminal.process.returncode == 0


def test_what_ran_before_the_kiosk_outlives_it(tmp_path: Path) -> None:
    """`helper & exec kiosk`: our child, as a visitor's leavings are, but neither it nor its own."""
    note = tmp_path / "note"
    command = ["sh", "-c", f"trap '' HUP; sleep 600 & echo $$ $! >{note}; wait"]
    before = f"os.posix_spawn('/bin/sh', {command}, os.environ)"
    with started(before, tmp_path / "log") as terminal:
        terminal.wait_until(lambda: "neutral visitor 1" in terminal.text)
        helper, its_child = map(int, note.read_text().split())
        assert helper in children(terminal.process.pid)
        kill(helper)
        terminal.send(b"\r\x1b")
        terminal.process.terminate()
        terminal.wait_until(lambda: terminal.process.poll() is not None)
        assert is_alive(its_child)
        kill(its_child)


def test_two_on_one_terminal_are_refused(guard: GuardTerminal) -> None:
    """Each key would go to either; the first one goes on."""
    second = subprocess.run(
        [sys.executable, "-m", "tests.terminal.run_guard"],
        stdin=guard.slave,
        stdout=guard.slave,
        stderr=subprocess.PIPE,
        env={**os.environ, "TERM": "xterm"},
        cwd=ROOT,
        text=True,
        check=False,
    )
    assert second.returncode == 2
    assert second.stderr == ("kiosk: another kiosk runs on this terminal. End that one first.\n")
    guard.open_sensitive_page()


def test_a_terminal_that_cannot_be_opened_anew_is_used_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Another user's under su, or one from outside a container; at the end it waits again."""
    master, slave = os.openpty()
    monkeypatch.setattr("kiosk.guard.terminal.os.ttyname", _no_name)
    terminal = Terminal(slave, "xterm")
    assert terminal.path == ""
    assert not os.get_blocking(slave)
    terminal.leave()
    assert os.get_blocking(slave)
    for descriptor in (master, slave):
        os.close(descriptor)


def test_a_guard_that_dies_on_such_a_terminal_leaves_it_in_order() -> None:
    """The second survivor has it from the guard, since it could not open it either."""
    with KioskTerminal([sys.executable, "-c", NAMELESS]) as terminal:
        terminal.wait_until(lambda: "neutral visitor 1" in terminal.text)
        terminal.send(b"\r")
        terminal.wait_until(lambda: terminal.text.count("SENSITIVE") > 20)
        terminal.process.kill()
        terminal.wait_until(lambda: "SENSITIVE" not in terminal.everywhere)
        terminal.wait_until(lambda: terminal.attributes() == terminal.first_attributes)
        terminal.wait_until(lambda: os.get_blocking(terminal.slave))


def test_what_stty_has_done_is_mended(guard: GuardTerminal) -> None:
    """Else Escape would wait for Enter: whatever happens next, the terminal is raw again."""
    subprocess.run(["stty", "sane"], stdin=guard.slave, check=True)
    guard.process.send_signal(signal.SIGUSR2)
    guard.wait_until(lambda: not guard.attributes()[3] & termios.ICANON)
    guard.open_sensitive_page()
    guard.send(b"\x1b")
    guard.wait_until(lambda: guard.is_neutral)


def test_what_the_machine_lacks_is_told(tmp_path: Path) -> None:
    """Without a descriptor for the next visitor the guard goes on, and the log says what lacks."""
    log = tmp_path / "log"
    log.touch()
    with started(FEW_TO_OPEN, log) as terminal:
        terminal.wait_until(lambda: "no_visitor reason=descriptors" in log.read_text())
        terminal.wait_until(lambda: "neutral guard 1" in terminal.text)
        terminal.process.terminate()
        terminal.wait_until(lambda: terminal.process.poll() is not None)
        assert terminal.process.returncode == 0


def test_a_fifo_without_a_reader_holds_nothing_up(tmp_path: Path) -> None:
    """As a log it is refused in one line, at once."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    assert log_trouble(str(fifo)).startswith(f"kiosk: the log {fifo} cannot be written (")


def test_answers_of_a_slow_terminal_are_not_typed_into_the_shell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ended before it has answered what it speaks, the guard waits for that, and drops it."""
    monkeypatch.setattr("kiosk.guard.terminal.ANSWERS_WITHIN_SECONDS", DEADLINE_SECONDS)
    master, slave = os.openpty()
    terminal = Terminal(slave, "xterm")
    terminal.set_raw()
    terminal.ask_kitty()
    if os.fork() == 0:
        select.select([master], [], [])
        time.sleep(0.1)  # a slow line
        os.write(master, b"\x1b[?62;22c")
        os._exit(0)
    terminal.leave()
    os.wait()
    os.set_blocking(slave, False)
    flags = fcntl.fcntl(slave, fcntl.F_GETFL)
    assert flags & os.O_NONBLOCK
    with pytest.raises(BlockingIOError):
        os.read(slave, 100)
    for descriptor in (master, slave):
        os.close(descriptor)
