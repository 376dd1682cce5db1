"""What the server gives now, and how it comes to give what staff have edited."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress

import msgspec

from kiosk.desk.desk import Desk
from kiosk.edits.kept import accepted_settings
from kiosk.edits.serving import tell_refused, watcher
from kiosk.guard.link import environment_with_our_path
from kiosk.guard.parent import HEALTHY_SECONDS, CoolDown
from kiosk.settings import Settings, SettingsError, load_settings
from kiosk.web.making import Made
from kiosk.web.packing import Packed


class NotMadeError(Exception):
    """The files could not be made; the message says why."""


class Current:
    """The files for whoever comes next, and the desk that takes what they leave.

    Attributes:
        files: By their names; none before they are made.
        topics: What may be counted.
        desk: Takes forms and counts.
        settings: Those with which all of it was made.
    """

    def __init__(
        self,
        settings: Settings,
        settings_path: str,
        store: str,
        neutral_address: str,
        log: Callable[..., None],
    ) -> None:
        """Give nothing yet.

        Args:
            settings: The library's settings.
            settings_path: Where they come from; nothing for the defaults.
            store: The folder of accepted words, or nothing.
            neutral_address: Where leaving leads.
            log: Takes the events of edits.
        """
        self.files: Mapping[str, Packed] = {}
        self.topics: frozenset[str] = frozenset()
        self._settings_path = settings_path
        self._store = store
        self._arguments = (settings_path, store, neutral_address)
        self._log = log
        self._edited = asyncio.Event()
        self._use(settings)

    def _use(self, settings: Settings) -> None:
        self.settings = settings
        self.desk = Desk(settings)

    async def begin(self) -> None:
        """Make the files of the accepted words.

        Raises:
            NotMadeError: They cannot be used.
        """
        await self._make("start")

    async def keep(self) -> None:
        """Make them anew after each edit, for ever; one with a fault changes nothing."""
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR2, self._edited.set)
        watching = asyncio.create_task(self._watch())
        try:
            while True:
                await self._edited.wait()
                self._edited.clear()
                try:
                    await self._make("renew")
                except NotMadeError as error:
                    tell_refused(str(error), self._log)
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching

    async def _watch(self) -> None:
        """Have a process tell of edits, for ever; one that has died is started again."""
        arguments = watcher(self._store, self._settings_path)
        cool_down = CoolDown()
        if self._store and not arguments:  # nothing can watch here: what was edited before counts
            self._edited.set()
        while arguments:
            born = time.monotonic()
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", *arguments),
                env=environment_with_our_path(os.environ),
                stdin=asyncio.subprocess.PIPE,  # it ends with us, since this ends with us
                stdout=asyncio.subprocess.DEVNULL,
            )
            try:
                await process.wait()
            except asyncio.CancelledError:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
                raise
            if time.monotonic() - born >= HEALTHY_SECONDS:
                cool_down.succeeded()
            seconds = cool_down.failed()
            self._log("watcher_ended", retry_seconds=seconds)
            await asyncio.sleep(seconds)

    async def _make(self, what: str) -> None:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "kiosk.web.making", what, *self._arguments),
            env=environment_with_our_path(os.environ),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            output, trouble = await process.communicate()
        except asyncio.CancelledError:
            with suppress(ProcessLookupError):
                process.kill()
            raise
        if process.returncode:
            raise NotMadeError(trouble.decode(errors="replace").strip())
        made = msgspec.msgpack.decode(output, type=Made)
        self.files = made.files
        self.topics = frozenset(made.topics)
        if self._store and (copied := accepted_settings(self._store)):
            with suppress(SettingsError):
                self._use(load_settings(copied, self._settings_path))
