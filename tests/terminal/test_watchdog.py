"""A whole guard with systemd's end of the line in the test's hands."""

import select
import signal
import socket
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.conftest import StartGuard
from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.processes import stat_of
from tests.terminal.test_kiosk import INVITATION
from tests.tools import DEADLINE_SECONDS, wait_until

LIMIT_MICROSECONDS = 400_000


@pytest.fixture
def line(tmp_path: Path) -> Iterator[socket.socket]:
    """Give the socket at which systemd would listen."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.settimeout(DEADLINE_SECONDS)
        yield listening


def asks_for_beats(tmp_path: Path) -> dict[str, str]:
    """The environment that systemd gives to a service with a watchdog."""
    address = str(tmp_path / "notify")
    return {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": str(LIMIT_MICROSECONDS)}


def drain(line: socket.socket) -> None:
    """Take every datagram that is there."""
    while select.select([line], [], [], 0)[0]:
        line.recv(100)


def test_the_guard_beats_while_it_idles(
    start_guard: StartGuard, line: socket.socket, tmp_path: Path
) -> None:
    """First it says that it is ready, then that it is well, with nobody touching a key."""
    start_guard(environment=asks_for_beats(tmp_path))
    assert line.recv(100) == b"READY=1"
    assert [line.recv(100) for _ in range(3)] == [b"WATCHDOG=1"] * 3


def test_the_guard_is_silent_while_escape_would_not_work(
    start_guard: StartGuard, line: socket.socket, tmp_path: Path
) -> None:
    """A terminal that takes nothing ends the beats until it does again."""
    terminal = start_guard(environment=asks_for_beats(tmp_path))
    terminal.wait_for_visitor()
    terminal.open_sensitive_page()
    terminal.send(b"f")  # a flood, which nobody reads now
    wait_until(lambda: "unwell reason=output" in terminal.log, "the trouble")
    drain(line)
    terminal.send(b"\x1b")
    terminal.wait_until(lambda: "well" in terminal.log)
    assert line.recv(100) == b"WATCHDOG=1"


def test_the_guard_mends_what_it_can_itself(
    start_guard: StartGuard, line: socket.socket, tmp_path: Path
) -> None:
    """A terminal that somebody has taken out of raw mode is raw again at the next beat."""
    terminal = start_guard(environment=asks_for_beats(tmp_path))
    terminal.wait_for_visitor()
    termios.tcsetattr(terminal.slave, termios.TCSANOW, terminal.first_attributes)
    terminal.wait_until(lambda: not terminal.attributes()[3] & termios.ICANON)
    drain(line)
    assert line.recv(100) == b"WATCHDOG=1"


def test_a_guard_that_hangs_does_not_beat(
    start_guard: StartGuard, line: socket.socket, tmp_path: Path
) -> None:
    """The beat comes from the loop itself: a guard that stands still is silent."""
    terminal = start_guard(environment=asks_for_beats(tmp_path))
    terminal.wait_for_visitor()
    terminal.process.send_signal(signal.SIGSTOP)
    terminal.wait_until(lambda: _is_stopped(terminal.process.pid))
    drain(line)
    line.settimeout(2 * LIMIT_MICROSECONDS / 1e6)
    with pytest.raises(TimeoutError):
        line.recv(100)
    terminal.process.send_signal(signal.SIGCONT)
    line.settimeout(DEADLINE_SECONDS)
    assert line.recv(100) == b"WATCHDOG=1"


def _is_stopped(pid: int) -> bool:
    stat = stat_of(pid)
    return stat is not None and stat.state == "T"


def test_a_service_with_broken_settings_has_the_defaults_until_they_are_mended(
    line: socket.socket, tmp_path: Path
) -> None:
    """Nobody reads why a service ends, so it gives advice; mended, it ends, to be started anew."""
    settings = tmp_path / "kiosk.toml"
    settings.write_text('nmae = "Ashby Library"\n', encoding="utf-8")
    command = [str(Path(sys.executable).with_name("kiosk")), "--settings", str(settings)]
    with KioskTerminal(command, environment=asks_for_beats(tmp_path)) as terminal:
        assert line.recv(100) == b"READY=1"
        terminal.wait_until(lambda: INVITATION in terminal.text)
        terminal.send(b"\r")
        terminal.wait_until(lambda: "Do you need help now?" in terminal.text)
        settings.write_text('name = "Ashby Library"\n', encoding="utf-8")
        terminal.wait_until(lambda: terminal.process.poll() is not None)
        assert terminal.process.returncode == 0
