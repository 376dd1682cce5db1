"""The warm parent in an asyncio loop, and the visitors that are forked from it.

The same warm parent and the same visitors' processes as under the guard: a visitor talks to a
pty, and does not know that the terminal is a browser.
"""

import asyncio
import os
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.guard.options import WarmOptions
from kiosk.guard.parent import Parent
from kiosk.guard.visitor import Visitor

if TYPE_CHECKING:
    from kiosk.guard.link import Message

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
        self._log = log
        self._news = asyncio.Event()
        path = str(Path(settings_path).resolve()) if settings_path else ""
        self._parent = Parent(
            WarmOptions(
                visitor_module=VISITOR,
                visitor_arguments=(path, "", "browser"),
                visitor_environment={**os.environ, **_TERMINAL},
                log=self._note,
            )
        )
        self._asked: deque[Visitor] = deque()  # forks that were asked for and not answered yet
        self._alive: dict[int, Visitor] = {}

    @property
    def ready(self) -> bool:
        """Whether a visitor can come in."""
        return self._parent.ready

    @property
    def texts(self) -> dict[str, str]:
        """The words that the page around the terminal needs."""
        return self._parent.texts

    async def keep_ready(self) -> None:
        """Keep a warm parent alive, for ever; one that dies is started anew, ever more slowly."""
        while True:
            await asyncio.sleep(max(0.0, self._parent.start_at - time.monotonic()))
            self._parent.start(time.monotonic(), self._alive)
            while self._parent.link is not None:
                await readable(self._parent.link.fileno())
                self._hear_parent()

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
        if not self._parent.ready:
            raise NotReadyError
        try:
            visitor = Visitor(columns, rows, born=time.monotonic())
        except OSError as error:  # no ptys or no descriptors left
            raise NotReadyError from error
        if not self._parent.fork(visitor):
            visitor.kill()
            raise NotReadyError
        visitor.close_child_ends()
        visitor.frame = None  # nobody else is ever shown what they were
        self._asked.append(visitor)
        return visitor

    def dismiss(self, visitor: Visitor) -> None:
        """End a visitor at once, whatever their process is doing."""
        if visitor.pid is not None:
            self._alive.pop(visitor.pid, None)
        visitor.kill()

    def end(self) -> None:
        """End everybody, and the warm parent."""
        for visitor in [*self._alive.values(), *self._asked]:
            visitor.kill()
        self._parent.end()

    def _note(self, event: str, **fields: int | str) -> None:
        if event == "warm_failed":
            self.failure = str(fields["reason"]).removeprefix("ContentError: ")
            self._news.set()
        elif event == "warm_ready":
            self.failure = ""
            self._news.set()
        self._log(event, **fields)

    def _hear_parent(self) -> None:
        try:
            messages = self._parent.receive(time.monotonic())
        except EOFError:
            self._asked.clear()  # what it was handed is closed now, which their readers see
            return
        for message in messages:
            self._hear(message)

    def _hear(self, message: "Message") -> None:
        """Take in what the warm parent says of a visitor."""
        match message["event"]:
            case "forked":
                visitor = self._asked.popleft()
                visitor.pid = message["pid"]
                self._alive[message["pid"]] = visitor
                if visitor.closed:  # gone before they were there
                    self.dismiss(visitor)
            case "not_forked":
                self._asked.popleft()
            case "ended":
                ended = self._alive.pop(message["pid"], None)
                if ended is not None:
                    ended.pid = None  # the number may soon be another's


async def readable(descriptor: int) -> None:
    """Wait until there is something to read, or an end."""
    loop = asyncio.get_running_loop()
    ready = asyncio.Event()
    loop.add_reader(descriptor, ready.set)
    try:
        await ready.wait()
    finally:
        loop.remove_reader(descriptor)
