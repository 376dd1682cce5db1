"""The guard's side of the warm parent: starts it, starts it anew when it dies, talks to it."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress

from kiosk.guard.backoff import Backoff
from kiosk.guard.options import WarmOptions
from kiosk.guard.spawn import spawn_warm_parent
from kiosk.guard.terminal import Terminal
from kiosk.guard.visitor import Visitor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.guard.link import Link, Message

HEALTHY_SECONDS = 60.0  # one that has lived so long did not die of how it was started
ENDS_WITHIN_SECONDS = 0.5


class Parent:
    """The warm parent, dead or alive.

    Attributes:
        link: Our end of the socket, None while there is no warm parent.
        ready: Whether it can fork visitors.
        texts: What the module's `prepare` returned.
        log: Takes events.
        failures: How many of them could not load the app.
        start_at: When to start the next one, in seconds of the guard's clock.
    """

    def __init__(
        self,
        options: WarmOptions,
        terminal: Terminal | None = None,
        log: Callable[..., None] | None = None,
    ) -> None:
        """Plan to start one at once; it logs to the options' log where no other is given."""
        self.link: Link | None = None
        self.ready = False
        self.texts: dict[str, str] = {}
        self.failures = 0
        self.start_at = 0.0
        self.log = log or options.log
        self._options = options
        self._terminal = terminal
        self._pid: int | None = None
        self._born = 0.0
        self._backoff = Backoff()

    def start(self, now: float, visitors: Iterable[int]) -> None:
        """Start one.

        Args:
            now: The guard's clock.
            visitors: Processes that live on from an earlier one.
        """
        self.reap()
        try:
            self._pid, self.link = spawn_warm_parent(self._options, self._terminal, visitors)
        except OSError:
            self._retry(now)
        self._born = now

    def fork(self, visitor: Visitor) -> bool:
        """Have a process forked for `visitor`; return whether the request went out."""
        assert self.link is not None
        try:
            self.link.send({"do": "fork"}, visitor.child_ends)
        except OSError:
            return False  # it is gone: its end of the socket says so next
        return True

    def adopt(self, visitors: Iterable[int]) -> None:
        """Make it responsible for processes that an earlier one has left."""
        assert self.link is not None
        with suppress(OSError):
            self.link.send({"do": "adopt", "visitors": list(visitors)})

    def retire(self) -> None:
        """End it in favour of another; its visitors live on. `reap` is to be called later."""
        if self._pid is not None:
            os.kill(self._pid, signal.SIGKILL)  # before it sees the socket close, which alarms it
        if self.link is not None:
            self.link.close()
            self.link = None

    def receive(self, now: float) -> list[Message]:
        """Return what it says of visitors.

        Raises:
            EOFError: It has died; the next one is planned.
        """
        assert self.link is not None
        try:
            messages, _ = self.link.receive()
        except EOFError:
            self._died(now)
            raise
        return [message for message in messages if not self._is_about_itself(message, now)]

    def end(self) -> None:
        """Let it kill its visitors and end; kill it if it does not."""
        if self._pid is None:
            return
        if self.link is not None:
            with suppress(OSError):
                self.link.send({"do": "end"})
        deadline = time.monotonic() + ENDS_WITHIN_SECONDS
        while time.monotonic() < deadline and not self._has_ended():
            time.sleep(0.002)
        self.reap()

    def reap(self) -> None:
        """Kill the process if it still lives, and collect it."""
        if self._pid is not None and not self._has_ended():
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
            self._pid = None

    def _is_about_itself(self, message: Message, now: float) -> bool:
        """Take in "ready" and "failed"; return whether it was one of them."""
        match message["event"]:
            case "ready":
                self.ready = True
                self.texts = message["texts"]
                milliseconds = round((now - self._born) * 1000)
                self.log("warm_ready", milliseconds=milliseconds)
            case "failed":
                self.failures += 1
                self.log("warm_failed", reason=message["reason"])
            case _:
                return False
        return True

    def _died(self, now: float) -> None:
        """Forget it and plan the next one; it is reaped then, so that nobody waits for it now."""
        assert self.link is not None
        self.link.close()
        self.link = None
        self.ready = False
        if self._pid is not None:
            os.kill(self._pid, signal.SIGKILL)  # it may only have closed its socket
        if now - self._born >= HEALTHY_SECONDS:
            self._backoff.succeeded()
        self._retry(now)

    def _retry(self, now: float) -> None:
        """Plan the next start."""
        seconds = self._backoff.failed()
        self.start_at = now + seconds
        self.log("warm_ended", retry_seconds=seconds)

    def _has_ended(self) -> bool:
        """Return whether the process has ended, and reap it if so."""
        if self._pid is not None and os.waitpid(self._pid, os.WNOHANG)[0]:
            self._pid = None
        return self._pid is None
