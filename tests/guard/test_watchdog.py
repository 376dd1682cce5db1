"""The line to systemd: what is sent, when, and that it is silent while Escape would not work."""

import os
import socket
import termios
from collections.abc import Iterator
from pathlib import Path
from typing import cast
from uuid import uuid4

import pytest

from kiosk.guard import watchdog as watchdog_module
from kiosk.guard.keys import KeyScanner
from kiosk.guard.options import Hooks
from kiosk.guard.screen import Screen
from kiosk.guard.terminal import Terminal
from kiosk.guard.watchdog import BEATS_A_LIMIT, Watchdog

LIMIT_SECONDS = 20


class FakeScreen:
    """A screen of which only one thing is asked."""

    is_ready = True


class Systemd:
    """The other end of the line: a datagram socket."""

    def __init__(self, path: Path) -> None:
        """Listen at `path`."""
        self.line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.line.bind(str(path))
        self.line.setblocking(False)
        self.environment = {
            "NOTIFY_SOCKET": str(path),
            "WATCHDOG_USEC": str(LIMIT_SECONDS * 1_000_000),
            "WATCHDOG_PID": str(os.getpid()),
        }

    def heard(self) -> list[str]:
        """Everything that was sent since this was last asked."""
        words = []
        while True:
            try:
                words.append(self.line.recv(100).decode())
            except BlockingIOError:
                return words


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[Systemd]:
    """Give somebody who listens."""
    manager = Systemd(tmp_path / "notify")
    yield manager
    manager.line.close()


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """Give a raw terminal that takes output."""
    master, slave = os.openpty()
    terminal = Terminal(slave, "xterm")
    terminal.set_raw()
    yield terminal
    for descriptor in (master, slave, terminal.fileno()):
        os.close(descriptor)


def trouble(terminal: Terminal) -> str:
    """What the self-test finds, with a page that is ready unless a test says otherwise."""
    return watchdog_module.trouble(terminal, cast("Screen", FakeScreen))


def test_nobody_who_listens_costs_no_wakeups() -> None:
    """Without systemd nothing is due, before the start and after it."""
    watchdog = Watchdog({}, Hooks().log)
    watchdog.ready(10)
    assert list(watchdog.deadlines()) == []


def test_a_service_without_a_watchdog_is_told_of_the_start_alone(systemd: Systemd) -> None:
    """Where systemd asks for no beats, none is due."""
    del systemd.environment["WATCHDOG_USEC"]
    watchdog = Watchdog(systemd.environment, Hooks().log)
    watchdog.ready(10)
    assert list(watchdog.deadlines()) == []
    assert systemd.heard() == ["READY=1"]


def test_it_beats_well_within_the_limit(systemd: Systemd) -> None:
    """Several beats fit into the time after which systemd restarts the kiosk."""
    watchdog = Watchdog(systemd.environment, Hooks().log)
    watchdog.ready(10)
    watchdog.beat("", 15)
    assert list(watchdog.deadlines()) == [15 + LIMIT_SECONDS / BEATS_A_LIMIT]
    assert systemd.heard() == ["READY=1", "WATCHDOG=1"]


def test_in_trouble_it_is_silent_and_says_so_once_in_the_log(systemd: Systemd) -> None:
    """A guard that could not clear the screen is not kept alive; the log tells since when."""
    events: list[str] = []

    def log(event: str, **fields: object) -> None:
        events.append(f"{event} {fields}")

    watchdog = Watchdog(systemd.environment, log)
    watchdog.beat("raw", 10)
    watchdog.beat("raw", 15)
    assert systemd.heard() == []
    assert watchdog.due == 20
    watchdog.beat("", 20)
    assert systemd.heard() == ["WATCHDOG=1"]
    assert events == ["unwell {'reason': 'raw'}", "well {}"]


def test_visitors_inherit_no_line_to_systemd(systemd: Systemd) -> None:
    """What systemd says is taken out of the environment before a process is started."""
    Watchdog(systemd.environment, Hooks().log)
    assert systemd.environment == {}


def test_a_watchdog_for_another_process_is_not_fed(systemd: Systemd) -> None:
    """A limit that is meant for the process which started us is no limit of ours."""
    systemd.environment["WATCHDOG_PID"] = "1"
    watchdog = Watchdog(systemd.environment, Hooks().log)
    watchdog.ready(10)
    assert list(watchdog.deadlines()) == []


def test_a_socket_without_a_file_is_reached() -> None:
    """An address that begins with @ is an abstract one, as sd_notify(3) says.

    It is the machine's, also where the tests run in a root folder and among processes of their own.
    """
    name = f"kiosk-test-{uuid4()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(f"\0{name}")
        line.setblocking(False)
        environment = {"NOTIFY_SOCKET": f"@{name}"}
        Watchdog(environment, Hooks().log).ready(0)
        assert line.recv(100) == b"READY=1"


def test_a_line_that_is_gone_does_no_harm(systemd: Systemd) -> None:
    """The kiosk runs on where systemd does not listen any more."""
    watchdog = Watchdog(systemd.environment, Hooks().log)
    systemd.line.close()
    watchdog.ready(10)
    watchdog.beat("", 15)
    assert watchdog.due == 20


@pytest.mark.parametrize("kitty", [False, True])
def test_a_raw_terminal_with_a_page_ready_is_well(terminal: Terminal, *, kitty: bool) -> None:
    """With both kinds of keyboard an Escape would work."""
    terminal.kitty = kitty
    assert trouble(terminal) == ""


def test_a_terminal_that_keeps_keys_back_is_trouble(terminal: Terminal) -> None:
    """Somebody who makes the terminal wait for whole lines makes Escape wait with them."""
    termios.tcsetattr(terminal.fileno(), termios.TCSANOW, terminal.saved)
    assert trouble(terminal) == "raw"


def test_a_terminal_that_was_stopped_is_trouble(terminal: Terminal) -> None:
    """A terminal that takes no output would keep the page that is on it."""
    termios.tcflow(terminal.fileno(), termios.TCOOFF)
    assert trouble(terminal) == "output"


def test_no_page_is_trouble(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A swap that had nothing to show would show nothing."""
    monkeypatch.setattr(FakeScreen, "is_ready", False)
    assert trouble(terminal) == "page"


def test_an_escape_that_is_not_known_is_trouble(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The scanner itself is asked, not a flag about it."""
    monkeypatch.setattr(KeyScanner, "_open", KeyScanner.settle)
    terminal.kitty = True
    assert trouble(terminal) == "keys"
