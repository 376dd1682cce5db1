"""The watcher: sleeps until staff edit something, and tells whoever serves visitors.

`python -m kiosk.edits.watch SERVER STORE [SETTINGS]`, with a pipe as standard input that closes
when the server ends. It waits in the kernel (inotify) and does not wake up by itself.
"""

import os
import select
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from inotify_simple import INotify, flags  # type: ignore[import-untyped]  # it has no types

from kiosk.edits.kept import CURRENT, REFUSED
from kiosk.edits.sources import fingerprint, folders
from kiosk.edits.store import Store
from kiosk.settings import SettingsError

_CHANGES = (
    flags.CLOSE_WRITE | flags.MOVED_FROM | flags.MOVED_TO | flags.CREATE | flags.DELETE
    | flags.DELETE_SELF | flags.MOVE_SELF
)  # fmt: skip
_QUIET_SECONDS = 0.5
"""An editor writes, renames and writes again; what is tried is what it has come to."""
_LONGEST_WAIT = 10
"""So many times is it waited for quiet, where it never comes."""


class Watcher:
    """Waits for edits.

    Attributes:
        shown: The fingerprint of the set that visitors see.
        told: That of the edit that the server tries now, as far as we know.
    """

    def __init__(self, server: int, store: str, settings_path: str) -> None:
        self._server = server
        self._folder = Path(store)
        self._store = Store(self._folder)
        self._settings_path = settings_path
        self._folders: list[Path] = []
        self._store_watch = -1
        self.shown = self._current()
        self.told = ""

    def run(self) -> None:
        """Watch until the server is gone."""
        while True:
            with INotify(nonblocking=True) as changes:
                self._watch(changes)
                self._look()  # at what was edited before the watch began, too
                if not self._wait(changes):
                    return

    def _watch(self, changes: INotify) -> None:
        """Watch every folder that counts, and the ones in which they could be made."""
        with suppress(SettingsError):  # as long as they have faults, the folders stay as before
            self._folders = folders(self._settings_path)
        watched = {self._folder}
        if self._settings_path:
            watched.add(Path(self._settings_path).resolve().parent)
        for folder in self._folders:
            watched |= {folder.parent, *(Path(parent) for parent, _, _ in os.walk(folder))}
        for path in watched:
            try:
                watch = changes.add_watch(path, _CHANGES | flags.ONLYDIR)
            except OSError:
                continue  # not there (yet); then the folder above it is watched
            if path == self._folder:
                self._store_watch = watch

    def _wait(self, changes: INotify) -> bool:
        """Wait for an edit and then for quiet; return False where the server has ended."""
        server = sys.stdin.fileno()
        patience = None
        waits = 0
        while waits < _LONGEST_WAIT:
            ready = select.select([changes.fileno(), server], [], [], patience)[0]
            if server in ready:
                return False
            if not ready:
                break
            news = changes.read(timeout=0)
            if patience or any(map(self._counts, news)):
                patience = _QUIET_SECONDS
                waits += 1
        return True

    def _counts(self, change: Any) -> bool:  # noqa: ANN401 - it has no types
        """Tell whether something may have changed: of a store, a trial's end alone does."""
        return change.wd != self._store_watch or change.name in (CURRENT, REFUSED)

    def _look(self) -> None:
        """Tell the server of an edit that was not tried, or of another set to be shown."""
        edited = fingerprint(self._settings_path)
        current = self._current()
        if edited == current:
            self._store.forget_refusal()  # what was refused was mended, or taken back
        elif not self._store.was_tried(edited):
            if edited != self.told:
                self.told = edited
                self._tell()
            return
        if current not in (self.shown, self.told):
            self._tell()
        self.shown, self.told = current, ""

    def _tell(self) -> None:
        os.kill(self._server, signal.SIGUSR2)

    def _current(self) -> str:
        current = self._store.current()
        return current.fingerprint if current else ""


def main(server: str, store: str, settings_path: str = "") -> None:
    """Watch until the server ends.

    Args:
        server: The process that serves visitors.
        store: The folder of accepted sets.
        settings_path: The settings file, or nothing for the defaults.
    """
    Watcher(int(server), store, settings_path).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
