"""The watcher: sleeps until staff edit something, has it judged, and tells the guard.

`python -m kiosk.live.watch GUARD STORE [SETTINGS]`, with a pipe as standard input that closes
when the guard ends. It waits in the kernel (inotify) and does not wake up by itself.
"""

import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from inotify_simple import INotify, flags  # type: ignore[import-untyped]  # it has no types

from kiosk.live.sources import fingerprint, folders
from kiosk.live.store import Store
from kiosk.settings import SettingsError

_CHANGES = (
    flags.CLOSE_WRITE | flags.MOVED_FROM | flags.MOVED_TO | flags.CREATE | flags.DELETE
    | flags.DELETE_SELF | flags.MOVE_SELF
)  # fmt: skip
_QUIET_SECONDS = 0.5
"""An editor writes, renames and writes again; what is judged is what it has come to."""
_LONGEST_WAIT = 10
"""So many times is it waited for quiet, where it never comes."""


class Watcher:
    """Waits for edits.

    Attributes:
        shown: The number of the set that the guard was last told of.
    """

    def __init__(self, guard: int, store: str, settings_path: str) -> None:
        self._guard = guard
        self._store_path = store
        self._store = Store(Path(store))
        self._settings_path = settings_path
        self._folders: list[Path] = []
        self.shown = self._current()

    def run(self) -> None:
        """Watch until the guard is gone."""
        while True:
            with INotify(nonblocking=True) as changes:
                self._watch(changes)
                self._judge()  # what was edited before the watch began
                if not self._wait(changes):
                    return

    def _watch(self, changes: INotify) -> None:
        """Watch every folder that counts, and the ones in which they could be made anew."""
        with suppress(SettingsError):  # as long as they have faults, the folders stay as before
            self._folders = folders(self._settings_path)
        watched = {Path(self._store_path)}
        if self._settings_path:
            watched.add(Path(self._settings_path).resolve().parent)
        for folder in self._folders:
            watched |= {folder.parent, *(Path(parent) for parent, _, _ in os.walk(folder))}
        for path in watched:
            try:
                changes.add_watch(path, _CHANGES | flags.ONLYDIR)
            except OSError:
                continue  # not there (yet); then the folder above it is watched

    def _wait(self, changes: INotify) -> bool:
        """Wait for an edit and then for quiet; return False where the guard has ended."""
        guard = sys.stdin.fileno()
        patience = None
        for _ in range(_LONGEST_WAIT):
            ready = select.select([changes.fileno(), guard], [], [], patience)[0]
            if guard in ready:
                return False
            if not ready:
                break
            changes.read(timeout=0)
            patience = _QUIET_SECONDS
        return True

    def _judge(self) -> None:
        """Have what is new judged in a fresh process."""
        if fingerprint(self._settings_path) == self._store.judged:
            self._tell()  # what has changed may be which set is in force
            return
        command = [sys.executable, "-P", "-m", "kiosk.live.judge", self._store_path]
        subprocess.run([*command, self._settings_path], check=False, stdin=subprocess.DEVNULL)  # noqa: S603 - our own
        self._tell()

    def _tell(self) -> None:
        """Tell the guard if another set is in force than it knows of."""
        current = self._current()
        if current != self.shown:
            self.shown = current
            os.kill(self._guard, signal.SIGUSR2)

    def _current(self) -> int:
        current = self._store.current()
        return current.number if current else 0


def main(guard: str, store: str, settings_path: str = "") -> None:
    """Watch until the guard ends.

    Args:
        guard: The guard's process.
        store: The folder of accepted sets.
        settings_path: The settings file, or nothing for the defaults.
    """
    Watcher(int(guard), store, settings_path).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
