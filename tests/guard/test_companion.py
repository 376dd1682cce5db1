"""The processes beside the guard: where they can write, and that they are started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.guard import companion as companion_module
from kiosk.guard.companion import Companion, SecondSurvivor
from kiosk.guard.link import PYTHON, start
from kiosk.guard.second_survivor import COMMAND
from kiosk.guard.terminal import Terminal
from kiosk.guard.waiting import wait_for
from tests.terminal.processes import is_alive
from tests.tools import DEADLINE_SECONDS, need_descriptors, wait_until

WAITS = (*PYTHON, "-c", "import sys; sys.stdin.read()")


class Beside:
    """A companion that only waits, and what was logged of it."""

    def __init__(self) -> None:
        """Have it started at time 0."""
        self.events: list[tuple[str, dict[str, Any]]] = []
        self.companion = Companion(
            "watcher", WAITS, lambda event, **fields: self.events.append((event, fields))
        )
        self.companion.plan(0)
        self.companion.tick(0)

    @property
    def pid(self) -> int:
        """Its process."""
        assert self.companion._pid is not None
        return self.companion._pid

    def wait_for_end(self, now: float) -> None:
        """Wait until its end is seen."""
        ready, _ = wait_for(self.companion.descriptors(), seconds=DEADLINE_SECONDS)
        self.companion.handle(ready, now)


@pytest.fixture
def beside() -> Iterator[Beside]:
    """Give a companion, and end it."""
    beside = Beside()
    yield beside
    beside.companion.end()


TELLS = """
import os
files = [os.stat(os.devnull).st_rdev == os.fstat(each).st_rdev for each in (1, 2)]
os.write(0, repr([os.getsid(0) == os.getpid(), *files]).encode())
"""


@pytest.mark.parametrize("is_terminal", [True, False])
def test_it_is_started_apart_from_the_screen(
    monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool
) -> None:
    """In a session of its own, with the socket as its input, and no way to write on a terminal."""
    monkeypatch.setattr(
        "kiosk.guard.link.os.isatty", lambda descriptor: descriptor == 2 and is_terminal
    )
    pid, ours = start((*PYTHON, "-c", TELLS))
    with ours:
        ours.settimeout(DEADLINE_SECONDS)
        told = ours.recv(100)
    os.waitpid(pid, 0)
    assert told.decode() == repr([True, True, is_terminal])


STARTS = """
import os, signal
from kiosk.guard.link import PYTHON, start
pid, _ = start((*PYTHON, "-c", "import os; os.read(0, 1)"))
while "-P" not in open(f"/proc/{pid}/cmdline").read().split("\\0"):
    continue  # it is empty for a moment as the new program comes
os.kill(pid, signal.SIGSTOP)
os.waitid(os.P_PID, pid, os.WSTOPPED)
print(pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_one_that_is_stopped_as_it_starts_ends_with_the_guard() -> None:
    """Its parent's death continues it, although its own program has not begun to run."""
    done = subprocess.run(
        [sys.executable, "-c", STARTS], capture_output=True, check=False, timeout=DEADLINE_SECONDS
    )
    pid = int(done.stdout)
    wait_until(lambda: not is_alive(pid), "its end")


def test_one_that_dies_is_started_again(beside: Beside) -> None:
    """After a pause that grows from death to death; staff are told of each."""
    first = beside.pid
    os.kill(first, signal.SIGKILL)
    beside.wait_for_end(10)
    assert beside.events == [("watcher_ended", {"retry_seconds": 1})]
    assert list(beside.companion.deadlines()) == [11]
    beside.companion.tick(10.9)
    assert list(beside.companion.descriptors()) == []
    beside.companion.tick(11)
    assert beside.pid != first
    os.kill(beside.pid, signal.SIGKILL)
    beside.wait_for_end(20)
    assert beside.events[1:] == [("watcher_ended", {"retry_seconds": 2})]


SLEEPS = """
import os, socket, sys
server = socket.socket(fileno=0)
bell, other = int(sys.argv[1]), os.open(os.devnull, os.O_RDONLY)
if len(sys.argv) == 2:
    socket.send_fds(server, [b"last words\\n"], [bell, other])
else:
    server.send(sys.argv[2].encode())
    server.recv(1)
"""


@pytest.fixture
def bell() -> Iterator[tuple[int, int]]:
    """Give a pipe, of which what sleeps leaves the reading end."""
    ends = os.pipe()
    os.set_inheritable(ends[0], True)
    yield ends
    for end in ends:
        os.close(end)


def test_one_that_sleeps_is_started_again_once_there_is_something_to_do(
    bell: tuple[int, int],
) -> None:
    """With its last words. Meanwhile there is no process, and what it has left stays open."""
    events: list[str] = []
    command = (*PYTHON, "-c", SLEEPS, str(bell[0]))
    companion = Companion("watcher", command, lambda event, **_: events.append(event))
    before = len(os.listdir("/proc/self/fd"))
    companion.plan(0)
    companion.tick(0)
    pid = companion._pid
    assert pid is not None
    while companion._pid is not None:  # its words, then its end
        ready, _ = wait_for(companion.descriptors(), seconds=DEADLINE_SECONDS)
        assert ready
        companion.handle(ready, 1)
    assert not is_alive(pid)
    assert len(os.listdir("/proc/self/fd")) == before + 2
    assert (list(companion.deadlines()), list(companion.pids())) == ([], [])
    assert wait_for(companion.descriptors(), seconds=0) == ([], [])
    os.write(bell[1], b"x")
    ready, _ = wait_for(companion.descriptors(), seconds=0)
    companion.handle(ready, 2)
    assert list(companion.deadlines()) == [2]
    assert list(companion.descriptors()) == []
    companion.tick(2)
    assert companion._end is not None
    companion._end.settimeout(DEADLINE_SECONDS)
    assert companion._end.recv(100) == b"last words"
    os.kill(next(companion.pids()), signal.SIGKILL)
    wait_for(companion.descriptors(), seconds=DEADLINE_SECONDS)
    companion.handle(list(companion.descriptors()), 3)
    assert (events, list(companion.deadlines())) == (["watcher_ended"], [4])
    assert len(os.listdir("/proc/self/fd")) == before
    companion.end()


def test_one_that_cannot_be_started_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine may have no process for it now."""

    def fail(*_: object, **__: object) -> tuple[int, socket.socket]:
        raise OSError

    events: list[str] = []
    monkeypatch.setattr(companion_module, "start", fail)
    companion = Companion("watcher", WAITS, lambda event, **_: events.append(event))
    companion.plan(5)
    companion.tick(5)
    assert (events, list(companion.deadlines())) == (["watcher_ended"], [6])


def test_without_a_command_nothing_is_started() -> None:
    """Where nothing can watch, there is no watcher."""
    companion = Companion("watcher", (), lambda *_, **__: None)
    companion.plan(0)
    assert list(companion.deadlines()) == []


def told(end: socket.socket) -> list[set[int]]:
    """All that was said to a second survivor."""
    with end.makefile() as lines:
        return [set(map(int, line.split())) for line in lines]


def test_the_second_survivor_hears_who_is_to_die_with_the_guard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each change is told once; one that is started anew is told the last."""
    ends: list[socket.socket] = []

    def start(_: object, first: bytes, **__: object) -> tuple[int, socket.socket]:
        ours, theirs = socket.socketpair()
        ours.sendall(first)
        ends.append(theirs)
        return os.spawnvp(os.P_NOWAIT, "true", ["true"]), ours

    monkeypatch.setattr(companion_module, "start", start)
    master, slave = os.openpty()
    survivor = SecondSurvivor(Terminal(slave, "xterm"), lambda *_, **__: None)
    survivor.tick(0)
    survivor.keep({11, 12})
    survivor.keep({11, 12})
    survivor.keep({12, 13})
    ends[0].shutdown(socket.SHUT_WR)
    survivor.handle(list(survivor.descriptors()), 1)
    assert told(ends[0]) == [{11, 12}, {12, 13}]
    survivor.tick(100)
    survivor.end()
    assert told(ends[1]) == [{12, 13}]
    for end in ends:
        end.close()
    for descriptor in (master, slave):
        os.close(descriptor)


@pytest.mark.parametrize(
    ("told", "left"), [("", ""), ("1 2\n", "1 2"), ("1 2\n\n", ""), ("1\n3 4\n5", "3 4")]
)
def test_a_shell_waits_in_the_place_of_the_second_survivor(told: str, left: str) -> None:
    """At the end of its input it becomes what it was told to, with the last whole line."""
    shell = COMMAND[: COMMAND.index(sys.executable)]
    done = subprocess.run(
        [*shell, "echo", "a b"], input=told, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"a b {left}\n"


def test_waiting_knows_descriptors_beyond_a_thousand() -> None:
    """Whoever starts the kiosk may leave it so many; select(2) knows 1024."""
    reading, writing = os.pipe()
    import fcntl
    import resource

    need_descriptors(1200)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 1200), hard))
    try:
        high = fcntl.fcntl(reading, fcntl.F_DUPFD_CLOEXEC, 1100)
        began = time.monotonic()
        assert wait_for([high], seconds=0.01) == ([], [])
        assert time.monotonic() >= began + 0.01
        os.write(writing, b"x")
        assert wait_for([high], [writing]) == ([high], [writing])
        os.close(high)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    for descriptor in (reading, writing):
        os.close(descriptor)
