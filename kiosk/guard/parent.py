"""A warm parent, as the guard sees it: started, started again when it dies, talked to."""

import os
import signal
import time
from collections.abc import Callable, Iterable
from contextlib import suppress

from kiosk.guard.children import kill_group
from kiosk.guard.link import PYTHON, Link, Message, as_line, start, what_lacks
from kiosk.guard.options import VisitorOptions
from kiosk.guard.terminal import Terminal
from kiosk.guard.visitor import Visitor

READY_WITHIN_SECONDS = 300.0  # on the slowest machine
HEALTHY_SECONDS = 60.0  # one that has lived so long did not die of how it was started
ENDS_WITHIN_SECONDS = 0.5
DEATHS_ALLOWED = 1  # of processes that load; after more, visitors are told
FIRST_COOL_DOWN_SECONDS = 1
LONGEST_COOL_DOWN_SECONDS = 60


class CoolDown:
    """How long to wait before the next try: 1, 2, 4 ... 60 seconds, until things go well."""

    def __init__(self) -> None:
        """Begin with the shortest wait."""
        self._next = FIRST_COOL_DOWN_SECONDS

    def failed(self) -> int:
        """Return the seconds to wait now."""
        seconds = self._next
        self._next = min(2 * seconds, LONGEST_COOL_DOWN_SECONDS)
        return seconds

    def succeeded(self) -> None:
        """Begin again with the shortest wait."""
        self._next = FIRST_COOL_DOWN_SECONDS


class Parent:
    """A warm parent, dead or alive.

    Attributes:
        pid: The process, until it is collected.
        link: Our end of the socket, None while there is no process.
        ready: Whether it can fork visitors.
        texts: What the module's `prepare` returned.
        renews: Whether the next process makes visitors of what may be new.
        log: Takes events; whoever holds it tells those of its beginning.
        lack: What the machine lacks for a process, or "visitors" where each dies as it loads; "" if
            nothing.
        start_at: When to start the next process, in seconds of the guard's clock.
        born: When the last one was started.
    """

    def __init__(
        self,
        options: VisitorOptions,
        terminal: Terminal | None,
        log: Callable[..., None],
        *,
        renews: bool = False,
    ) -> None:
        """Plan to start a process at once.

        Args:
            options: Which module it serves, and in which environment.
            terminal: What it is to clear if we die, if anything.
            log: Takes events.
            renews: Whether it is to replace another one.
        """
        self.renews = renews
        self.link: Link | None = None
        self.ready = False
        self.texts: dict[str, str] = {}
        self.lack = ""
        self.start_at = 0.0
        self.born = 0.0
        self.log = log
        self._options = options
        self._terminal = terminal
        self.pid: int | None = None
        self._cool_down = CoolDown()
        self._early_deaths = 0

    def start(self, now: float, others: Iterable[int]) -> None:
        """Start a process.

        Args:
            now: The guard's clock.
            others: The processes that it is to kill if we die, besides its own.
        """
        self.reap()
        ours = self._terminal
        begin = {
            "do": "begin",
            "renews": self.renews,
            "terminal": ours.path if ours else None,
            "attributes": ours.saved if ours else None,
            "size": ours.size() if ours else None,
            "others": list(others),
        }
        self.born = now
        options = self._options
        command = [*PYTHON, "-m", "kiosk.guard.warm", options.module, *options.arguments]
        variables = os.environ if options.environment is None else options.environment
        try:
            self.pid, end = start(command, as_line(begin), variables)
            self.link = Link(end)
        except OSError as error:
            self.lack = what_lacks(error, "processes")
            self._retry(now)

    def fork(self, visitor: Visitor) -> bool:
        """Have a process forked for `visitor`; return whether the request went out."""
        assert self.link is not None
        try:
            self.link.send({"do": "fork"}, visitor.child_ends)
        except OSError:
            return False  # it is gone: its end of the socket says so next
        return True

    def know(self, others: Iterable[int]) -> None:
        """Tell it which processes it is to kill if we die, besides its own; not while it loads."""
        if self.link is not None and self.ready:
            with suppress(OSError):
                self.link.send({"do": "know", "others": list(others)})

    def retire(self) -> None:
        """End it in favour of another; its visitors live on. `reap` is to be called later."""
        self.kill()  # before it sees the socket close, which alarms it
        self._close()

    def receive(self, now: float) -> list[Message]:
        """Return what it says; "ready" is taken in here, too.

        Raises:
            EOFError: It has died; the next one is planned.
        """
        assert self.link is not None
        try:
            messages, _ = self.link.receive()
        except EOFError:
            self._died(now)
            raise
        for message in messages:
            if message["event"] == "ready":
                self.ready = True
                self.lack = ""
                self._early_deaths = 0
                self.texts = message["texts"]
        return messages

    def end(self) -> None:
        """Let it kill its visitors and end; kill it if it does not."""
        if self.pid is None:
            return
        if self.link is not None:
            with suppress(OSError):
                self.link.send({"do": "end"})
        deadline = time.monotonic() + ENDS_WITHIN_SECONDS
        while time.monotonic() < deadline and not self._has_ended():
            time.sleep(0.002)
        self.reap()

    def kill_if_late(self, now: float) -> None:
        """Kill it if it should have been ready long ago; then it is seen to end."""
        if self.link is not None and not self.ready and now >= self.ready_by:
            self.kill()

    @property
    def ready_by(self) -> float:
        """When a process that loads is given up."""
        return self.born + READY_WITHIN_SECONDS

    def kill(self) -> None:
        """Kill the process; one that loads, with all that it has started for that."""
        if self.pid is not None:
            if not self.ready:  # later, visitors rely on what it has started
                kill_group(self.pid)
            os.kill(self.pid, signal.SIGKILL)

    def reap(self) -> None:
        """Kill the process if it still lives, with all that it has started, and collect it."""
        self._close()
        if self.pid is not None and not self._has_ended():
            kill_group(self.pid)
            os.waitpid(self.pid, 0)
            self.pid = None

    def _close(self) -> None:
        """Speak to it no more."""
        if self.link is not None:
            self.link.close()
            self.link = None

    def _died(self, now: float) -> None:
        """Forget it and plan the next one; it is reaped then, so that nobody waits for it now."""
        self._close()
        self.kill()  # it may only have closed its socket
        self._early_deaths += not self.ready
        if self._early_deaths > DEATHS_ALLOWED:
            self.lack = "visitors"
        self.ready = False
        if now - self.born >= HEALTHY_SECONDS:
            self._cool_down.succeeded()
        self._retry(now)

    def _retry(self, now: float) -> None:
        """Plan the next start."""
        seconds = self._cool_down.failed()
        self.start_at = now + seconds
        self.log("warm_ended", retry_seconds=seconds)

    def _has_ended(self) -> bool:
        """Return whether the process has ended, and reap it if so."""
        if self.pid is not None and os.waitpid(self.pid, os.WNOHANG)[0]:
            self.pid = None
        return self.pid is None
