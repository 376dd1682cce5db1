"""Processes that live beside the guard for as long as it does; one that dies is started again."""

import os
import signal
import socket
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress

from kiosk.confinement.libc import adopt_orphans
from kiosk.guard.children import adopted, children, kill_group, kill_stopped
from kiosk.guard.link import PYTHON, start
from kiosk.guard.options import GuardOptions
from kiosk.guard.parent import HEALTHY_SECONDS, CoolDown
from kiosk.guard.pool import Pool
from kiosk.guard.second_survivor import COMMAND
from kiosk.guard.terminal import Terminal

LONGEST_WORDS = 4096
MOST_LEFT = 8


class Companion:
    """One such process: alive, dead or asleep.

    One that has nothing to do need not stay. It sends a line, together with descriptors, and ends;
    once the first of these is readable, it is started again with the line as one argument more.
    They are kept open until it says the next, or dies.

    Attributes:
        start_at: When to start it, in seconds of the guard's clock; None for not yet.
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        log: Callable[..., None],
        terminal: int = -1,
    ) -> None:
        """Plan nothing yet.

        Args:
            name: Its end is logged as the event NAME_ended.
            command: The program and its arguments; nothing for none.
            log: Takes events.
            terminal: What it gets as its standard output.
        """
        self.start_at: float | None = None
        self._name = name
        self._command = command
        self._log = log
        self._terminal = terminal
        self._told = b""
        self._pid: int | None = None
        self._end: socket.socket | None = None
        self._born = 0.0
        self._cool_down = CoolDown()
        self._last_words: tuple[str, ...] = ()
        self._left: list[int] = []
        self._sleeps = False

    def plan(self, now: float) -> None:
        """Have it started at the next tick; without a command there is nothing to start."""
        if self._command:
            self.start_at = now

    def tick(self, now: float) -> None:
        """Start it if it is due."""
        if self.start_at is None or now < self.start_at:
            return
        self.start_at = None
        self._sleeps = False
        self._reap()
        self._born = now
        command = (*self._command, *self._last_words)
        try:
            self._pid, self._end = start(command, self._told, terminal=self._terminal)
        except OSError:
            self._retry(now)

    def tell(self, words: bytes) -> None:
        """Say something to it; one that is gone is told it as soon as it is started again."""
        self._told = words
        if self._end is not None:
            with suppress(OSError):
                self._end.send(words)

    def handle(self, ready: Collection[int], now: float) -> None:
        """Notice its end, which makes our end of the socket readable, and what wakes it up."""
        if self._sleeps and self._left[0] in ready:
            self.start_at = now
        if self._end is None or self._end.fileno() not in ready:
            return
        try:
            words, left, _, _ = socket.recv_fds(self._end, LONGEST_WORDS, MOST_LEFT)
        except OSError:
            words, left = b"", []
        if left:
            self._fall_asleep(words, left)
            return
        self._end.close()
        self._end = None
        if self._sleeps:
            self._reap()
            return
        self._close_left()
        if now - self._born >= HEALTHY_SECONDS:
            self._cool_down.succeeded()
        self._retry(now)

    def _fall_asleep(self, words: bytes, left: list[int]) -> None:
        """Take over what it leaves."""
        self._close_left()
        for descriptor in left:
            os.set_inheritable(descriptor, False)
        self._left = left
        self._last_words = (words.decode().rstrip("\n"),)
        self._sleeps = True
        self._cool_down.succeeded()

    def _close_left(self) -> None:
        """Close what it has left."""
        for descriptor in self._left:
            os.close(descriptor)
        self._left = []

    def pids(self) -> Iterator[int]:
        """Return the process, until it is collected."""
        if self._pid is not None:
            yield self._pid

    def deadlines(self) -> Iterator[float]:
        """Return the time of the guard's clock at which `tick` has something to do, if any."""
        if self.start_at is not None:
            yield self.start_at

    def descriptors(self) -> Iterator[int]:
        """Return what to wait for input on."""
        if self._end is not None:
            yield self._end.fileno()
        elif self._sleeps and self.start_at is None:
            yield self._left[0]

    def end(self) -> None:
        """End it."""
        if self._end is not None:
            self._end.close()
            self._end = None
        self._close_left()
        self._reap()

    def _retry(self, now: float) -> None:
        """Plan the next start, and tell staff."""
        seconds = self._cool_down.failed()
        self.start_at = now + seconds
        self._log(f"{self._name}_ended", retry_seconds=seconds)

    def _reap(self) -> None:
        """Kill the process if it still lives, and collect it."""
        if self._pid is not None:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            self._pid = None


class SecondSurvivor(Companion):
    """Clears the screen when the guard dies: see `kiosk.guard.second_survivor`."""

    def __init__(self, terminal: Terminal, log: Callable[..., None]) -> None:
        """Plan to start it at once, for this terminal."""
        numbers = ",".join(map(str, [*terminal.saved[:6], *terminal.saved[6]]))
        command = (*COMMAND, str(os.getpid()), terminal.path, terminal.term, numbers)
        # Handed over, the terminal would stay locked until it is put back.
        super().__init__(
            "second_survivor", command, log, -1 if terminal.path else terminal.fileno()
        )
        self.plan(0.0)
        self._kept: set[int] = set()

    def keep(self, processes: set[int]) -> None:
        """Say which processes are to die with the guard, if that has changed."""
        if processes != self._kept:
            self._kept = processes
            self.tell(" ".join(map(str, processes)).encode() + b"\n")


class Companions:
    """The second survivor, the watcher if the options have one, and what dead warm parents leave.

    That the kernel makes our children.
    """

    def __init__(self, options: GuardOptions, terminal: Terminal) -> None:
        """Plan to start them."""
        # Whoever was our child before us may leave others, which are no visitor's.
        self._adopts = not children() and adopt_orphans()
        self._survivor = SecondSurvivor(terminal, options.hooks.log)
        watcher = options.watcher and (*PYTHON, *options.watcher)
        self._watcher = Companion("watcher", watcher, options.hooks.log)
        self._awaits_visitors = True
        self._all = (self._survivor, self._watcher)

    def tick(self, now: float, pool: Pool) -> None:
        """Start what is due, and tell the survivor whom the guard would leave."""
        if self._awaits_visitors and pool.parents.current.ready:
            self._awaits_visitors = False
            self._watcher.plan(now)
        for companion in self._all:
            companion.tick(now)
        self._survivor.keep({*pool.processes(), *self._watcher.pids()})
        pool.parents.know(self._pids())

    def hear_children(self, pool: Pool, now: float) -> None:
        """Take in that children were stopped or have ended, and look after those left to us."""
        kill_stopped()
        if self._adopts:
            pool.parents.left, ended = adopted({*self._pids(), *pool.parents.pids()})
            for pid, status in ended.items():
                pool.hear_ended(pid, status, now)

    def _pids(self) -> set[int]:
        """Return their processes."""
        return {pid for companion in self._all for pid in companion.pids()}

    def handle(self, ready: Collection[int], now: float) -> None:
        """Notice who has ended."""
        for companion in self._all:
            companion.handle(ready, now)

    def deadlines(self) -> Iterator[float]:
        """Return the times of the guard's clock at which `tick` has something to do."""
        for companion in self._all:
            yield from companion.deadlines()

    def descriptors(self) -> Iterator[int]:
        """Return what to wait for input on."""
        for companion in self._all:
            yield from companion.descriptors()

    def end(self) -> None:
        """End them."""
        for companion in self._all:
            companion.end()
        for pid in children() if self._adopts else ():
            kill_group(pid)
