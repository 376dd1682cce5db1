"""The warm parent in an asyncio loop, and the visitors that are forked from it.

The same warm parent and the same visitors' processes as under the guard: a visitor talks to a
pty, and does not know that the terminal is a browser.
"""

import asyncio
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress

from kiosk.edits.kept import accepted_settings
from kiosk.edits.serving import tell_refused, try_earlier_edits, visitor_options, watcher
from kiosk.guard.births import Births
from kiosk.guard.companion import Companion
from kiosk.guard.options import Hooks
from kiosk.guard.renewal import Parents
from kiosk.guard.visitor import Visitor
from kiosk.settings import Settings, SettingsError, load_settings

_TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
"""What the page's screen can show."""


class NotReadyError(Exception):
    """There is no warm parent at the moment: it is starting, or the words have faults."""


class Visitors:
    """Everybody who is in."""

    def __init__(
        self, settings: Settings, settings_path: str, store: str, log: Callable[..., None]
    ) -> None:
        """Prepare nothing yet; `keep_ready` does.

        Args:
            settings: The library's settings.
            settings_path: Where they come from, for the visitors; nothing for the defaults.
            store: The folder of accepted words, or nothing.
            log: Takes the warm parent's events, as the guard's log does.
        """
        self.settings = settings
        """Those that the next visitor has."""
        self.failure = ""
        """Why nobody can come in; empty while there is hope."""
        self._news = asyncio.Event()
        self._settings_path = settings_path
        self._store = store
        self._watcher = Companion("watcher", watcher(store, settings_path), log)
        self._has_begun = False
        variables = {**os.environ, **_TERMINAL}
        self._parents = Parents(
            visitor_options(settings_path, store, browser=True, environment=variables),
            Hooks(self._on_ready, self._on_failed, lambda why: tell_refused(why, log), log=log),
        )
        self._births = Births()
        self._wake = asyncio.Event()

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
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR2, self._renew)
        while True:
            self._parents.tick(time.monotonic(), self._births.alive)
            if self._parents.next_is_ready and not self._births.asked:  # they are answered first
                self._parents.replace(self._births.alive)
            self._watcher.tick(time.monotonic())
            due = min((*self._parents.deadlines(), *self._watcher.deadlines()), default=None)
            ready = await readable(
                *self._parents.descriptors(),
                *self._watcher.descriptors(),
                within_seconds=None if due is None else due - time.monotonic(),
                wake=self._wake,
            )
            self._watcher.handle(ready, time.monotonic())
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
        self._watcher.end()

    def _renew(self) -> None:
        """Have the next visitors made of what there is now."""
        self._parents.renew()
        self._wake.set()

    def _on_ready(self) -> None:
        self.failure = ""
        self._news.set()
        if not self._store:
            return
        if copied := accepted_settings(self._store):
            with suppress(SettingsError):
                self.settings = load_settings(copied, self._settings_path)
        if not self._has_begun:
            self._has_begun = True
            try_earlier_edits()
            self._watcher.plan(time.monotonic())

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


async def readable(
    *descriptors: int, within_seconds: float | None = None, wake: asyncio.Event | None = None
) -> set[int]:
    """Wait until there is something to read, or an end, or the time is over.

    Args:
        descriptors: What to read from.
        within_seconds: The longest time to wait, None for ever.
        wake: Ends the wait when it is set, too; it is cleared.

    Returns:
        The descriptors that have something.
    """
    loop = asyncio.get_running_loop()
    ready: set[int] = set()
    news = wake or asyncio.Event()

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
        news.clear()
    return ready
