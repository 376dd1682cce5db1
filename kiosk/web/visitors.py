"""The warm parent in an asyncio loop, and the visitors that are forked from it.

The same warm parent and the same visitors' processes as under the guard: a visitor talks to a
pty, and does not know that the terminal is a browser.
"""

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.guard.options import Hooks, VisitorOptions
from kiosk.guard.pool import Births
from kiosk.guard.renewal import Parents
from kiosk.guard.visitor import Visitor

VISITOR = "kiosk.app.visitor"
_TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
"""What the page's screen can show."""


class NotReadyError(Exception):
    """There is no warm parent at the moment: it is starting, or the words have faults."""


class Visitors:
    """Everybody who is in."""

    def __init__(self, settings_path: str | None, log: Callable[..., None]) -> None:
        """Prepare nothing yet; `keep_ready` does.

        Args:
            settings_path: The settings file, for the visitors; None for the defaults.
            log: Takes the warm parent's events, as the guard's log does.
        """
        self.failure = ""
        """Why nobody can come in; empty while there is hope."""
        self._news = asyncio.Event()
        path = str(Path(settings_path).resolve()) if settings_path else ""
        self._parents = Parents(
            VisitorOptions(VISITOR, (path, "", "browser"), {**os.environ, **_TERMINAL}),
            Hooks(self._on_ready, self._on_failed, log=log),
        )
        self._births = Births()

    @property
    def ready(self) -> bool:
        """Whether a visitor can come in."""
        return self._parents.current.ready

    @property
    def texts(self) -> dict[str, str]:
        """The words that the page around the terminal needs."""
        return self._parents.current.texts

    async def keep_ready(self) -> None:
        """Keep a warm parent alive, for ever; one that dies is started again, ever more slowly."""
        while True:
            self._parents.tick(time.monotonic(), self._births.alive)
            due = min(self._parents.deadlines(), default=None)
            ready = await readable(
                *self._parents.descriptors(),
                within_seconds=None if due is None else due - time.monotonic(),
            )
            self._hear_parents(ready)

    async def first_news(self) -> None:
        """Wait until the first visitor can come in, or `failure` says why not."""
        await self._news.wait()

    def admit(self, columns: int, rows: int) -> Visitor:
        """Let a visitor in. Should their process never come to be, their pty ends at once.

        Args:
            columns: The width of their screen.
            rows: Its height.

        Raises:
            NotReadyError: Nobody can come in at the moment.
        """
        if not self.ready:
            raise NotReadyError
        try:
            visitor = Visitor(columns, rows, born=time.monotonic())
        except OSError as error:  # no ptys or no descriptors left
            raise NotReadyError from error
        if not self._births.ask(self._parents.current, visitor):
            raise NotReadyError
        visitor.frame = None  # nobody else is ever shown what they were
        return visitor

    def dismiss(self, visitor: Visitor) -> None:
        """End a visitor at once, whatever their process is doing."""
        self._births.kill(visitor)

    def end(self) -> None:
        """End everybody, and the warm parent."""
        self._births.kill_all()
        self._parents.end()

    def _on_ready(self) -> None:
        self.failure = ""
        self._news.set()

    def _on_failed(self, reason: str) -> None:
        self.failure = reason.removeprefix("ContentError: ")
        self._news.set()

    def _hear_parents(self, ready: set[int]) -> None:
        try:
            messages = self._parents.receive(ready, time.monotonic())
        except EOFError:
            self._births.forget_asked()  # what they were handed is closed, as their readers see
            return
        for message in messages:
            self._births.hear(message)


async def readable(*descriptors: int, within_seconds: float | None = None) -> set[int]:
    """Wait until there is something to read, or an end, or the time is over.

    Returns:
        The descriptors that have something.
    """
    loop = asyncio.get_running_loop()
    ready: set[int] = set()
    news = asyncio.Event()

    def note(descriptor: int) -> None:
        ready.add(descriptor)
        news.set()

    for descriptor in descriptors:
        loop.add_reader(descriptor, note, descriptor)
    try:
        async with asyncio.timeout(within_seconds):
            await news.wait()
    except TimeoutError:
        pass
    finally:
        for descriptor in descriptors:
            loop.remove_reader(descriptor)
    return ready
