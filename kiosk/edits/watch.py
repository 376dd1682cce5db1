"""The watcher: sleeps until staff edit something, and tells whoever serves visitors.

`python -m kiosk.edits.watch SERVER STORE [SETTINGS]`, with a pipe as standard input that closes
when the server ends. It waits in the kernel (inotify), as the smaller program of `watchers_sleep`,
and wakes up by itself only while something is in the way of an edit, or where the words are on a
share, of which the kernel tells nothing.
"""

import os
import select
import shutil
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

from inotify_simple import Event, INotify, flags

from kiosk.confinement.libc import continue_when_parent_ends
from kiosk.content.faults import ContentError
from kiosk.content.walk import walk
from kiosk.edits.kept import CURRENT, REFUSED
from kiosk.edits.mounts import is_elsewhere, open_mounts
from kiosk.edits.retry import Retry
from kiosk.edits.serving import tell_what_stands
from kiosk.edits.sources import copy_whole, fingerprint, folders
from kiosk.edits.store import Store
from kiosk.edits.watched import watching
from kiosk.edits.watchers_sleep import LONGEST_WAIT, QUIET_SECONDS, fall_asleep
from kiosk.settings import SettingsError

_CHANGES = (
    flags.CLOSE_WRITE | flags.MOVED_FROM | flags.MOVED_TO | flags.CREATE | flags.DELETE
    | flags.DELETE_SELF | flags.MOVE_SELF | flags.ATTRIB
)  # fmt: skip
_STUCK_SECONDS = 2.0
"""Between two looks while something is in the way of an edit."""
_SHARE_SECONDS = 5.0
"""Between two looks where the words are on a share."""


class Watcher:
    """Waits for edits.

    Attributes:
        shown: The fingerprint of the set that visitors see.
        told: That of the edit that the server tries now, as far as we know.
    """

    def __init__(
        self,
        server: int,
        store: str,
        settings_path: str,
        shown: str | None = None,
        inherited: Iterable[int] = (),
    ) -> None:
        """Begin, or go on.

        Args:
            server: The process that serves visitors.
            store: The folder of accepted sets.
            settings_path: The settings file, or nothing for the defaults.
            shown: What visitors saw at the last look; None if this is the first.
            inherited: Descriptors that were open during sleep, and are to be closed.
        """
        self._server = server
        self._folder = Path(store)
        self._store = Store(self._folder)
        self._settings_path = settings_path
        self._folders: list[Path] = []
        self._store_watch = -1
        self._is_elsewhere = False
        self._retry = Retry()
        self._inherited = inherited
        if shown is None:
            tell_what_stands(store)  # on a terminal, that leads nowhere
        self.shown = self._current() if shown is None else shown
        self.told = ""

    def run(self) -> None:
        """Watch until the server is gone, or this process becomes the one that only waits."""
        with open_mounts() as mounts, watching(self._folder, self._server) as lock:
            for descriptor in self._inherited:
                with suppress(OSError):  # -1 where there was none
                    os.close(descriptor)
            while True:
                with INotify(nonblocking=True) as changes:
                    self._watch(changes)
                    self._look()  # at what was edited before the watch began, too
                    if self._patience() is None:
                        state = [str(self._server), str(self._folder), self._settings_path]
                        kept = (file.fileno() if file else -1 for file in (changes, mounts, lock))
                        fall_asleep([*state, self.shown], *kept)
                    if not self._wait(changes, mounts):
                        return

    def _watch(self, changes: INotify) -> None:
        """Watch every folder that counts, and the ones in which they could be made."""
        with suppress(SettingsError):  # as long as they have faults, the folders stay as before
            self._folders = folders(self._settings_path, str(self._folder))
        watched = {self._folder}
        if self._settings_path:
            watched |= _around(Path(self._settings_path))
        for folder in self._folders:
            watched |= _around(folder)
            for here, files in walk(folder, lambda _: None):
                watched.add(here)
                links = (path for path in files if path.is_symlink())
                watched |= {parent for link in links for parent in _around(link)}
        self._is_elsewhere = is_elsewhere(watched)
        for path in watched:
            try:
                watch = changes.add_watch(path, _CHANGES | flags.ONLYDIR)
            except OSError:
                continue  # not there (yet); then the folder above it is watched
            if path == self._folder:
                self._store_watch = watch

    def _wait(self, changes: INotify, mounts: IO[bytes] | None = None) -> bool:
        """Wait for an edit and then for quiet; return False where the server has ended."""
        server = sys.stdin.fileno()
        patience = self._patience()
        waits = 0
        while waits < LONGEST_WAIT:
            watched = [mounts] if mounts else []
            ready, _, moved = select.select([changes.fileno(), server], [], watched, patience)
            if server in ready:
                return False
            if not ready or moved:
                break
            news = changes.read(timeout=0)
            if waits or any(map(self._counts, news)):
                patience = QUIET_SECONDS
                waits += 1
        return True

    def _counts(self, change: Event) -> bool:
        """Tell whether something may have changed: of a store, a trial's end alone does."""
        return change.wd != self._store_watch or change.name in (CURRENT, REFUSED)

    def _patience(self) -> float | None:
        """How long to sleep where no edit comes; None for as long as it takes.

        The kernel tells of every edit on this machine. It does not tell of one that another machine
        makes on a share, of a disk with room again, or of a target of a link that is back.
        """
        refusal = self._store.refusal
        is_stuck = bool(self.told) or (refusal is not None and bool(refusal.faults))
        return _STUCK_SECONDS if is_stuck else _SHARE_SECONDS if self._is_elsewhere else None

    def _look(self) -> None:
        """Tell the server of an edit that was not tried, or of another set to be shown."""
        edited = fingerprint(self._settings_path, str(self._folder))
        current = self._current()
        refusal = self._store.refusal
        if edited == current:
            with suppress(OSError):
                self._store.forget_refusal()  # what was refused was mended, or taken back
        elif not self._store.was_tried(edited):
            if edited != self.told:
                self.told = edited
                self._retry = Retry()
                self._tell()
            elif self._retry.is_due(self._can_be_kept, has_failed=False):
                self._tell()
            return
        elif (
            refusal and refusal.may_pass and self._retry.is_due(self._can_be_kept, has_failed=True)
        ):
            self._tell()
            return
        if current not in (self.shown, self.told):
            self._tell()
        self.shown, self.told = current, ""

    def _can_be_kept(self) -> bool:
        """Whether what was edited can be copied by now."""
        probe = self._folder / f"probe-{self._server}"  # another kiosk may share the store
        try:
            copy_whole(self._settings_path, probe, str(self._folder))
        except (ContentError, SettingsError, OSError):
            return False
        finally:
            shutil.rmtree(probe, ignore_errors=True)
        return True

    def _tell(self) -> None:
        os.kill(self._server, signal.SIGUSR2)

    def _current(self) -> str:
        current = self._store.current()
        return current.fingerprint if current else ""


def _around(path: Path) -> set[Path]:
    """The folders in which a file, or what a link leads to, would be replaced."""
    return {path.parent, Path(os.path.realpath(path)).parent}


def main(
    server: str, store: str, settings_path: str = "", shown: str | None = None, *inherited: str
) -> None:
    """Watch until the server ends; for the arguments, see `Watcher`."""
    continue_when_parent_ends()
    Watcher(int(server), store, settings_path, shown, [int(each) for each in inherited]).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
