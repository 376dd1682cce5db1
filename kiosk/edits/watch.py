"""The watcher: sleeps until staff edit something, and tells whoever serves visitors.

`python -m kiosk.edits.watch SERVER STORE [SETTINGS [SLEEPS]]`, with a pipe as standard input that
closes when the server ends. It waits in the kernel (inotify), and wakes up by itself only while
something is in the way of an edit, or where the words are on a share, of which the kernel tells
nothing. With SLEEPS, a server that can do so waits in its place: see `Companion` in
`kiosk.guard.companion`.
"""

import os
import select
import shutil
import signal
import socket
import sys
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
from kiosk.edits.watched import note_server, watching
from kiosk.settings import SettingsError

_CHANGES = (
    flags.CLOSE_WRITE | flags.MOVED_FROM | flags.MOVED_TO | flags.CREATE | flags.DELETE
    | flags.DELETE_SELF | flags.MOVE_SELF | flags.ATTRIB
)  # fmt: skip
_QUIET_SECONDS = 0.3
"""An editor writes, renames and writes again; what is tried is what it has come to."""
_LONGEST_WAIT = 10
"""So many times is it waited for quiet, where it never comes."""
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
        *,
        sleeps: bool = False,
    ) -> None:
        """Begin, or go on.

        Args:
            server: The process that serves visitors.
            store: The folder of accepted sets.
            settings_path: The settings file, or nothing for the defaults.
            shown: What visitors saw at the last look; None if this is the first.
            sleeps: Whether the server waits for changes while there is nothing else to do.
        """
        self._server = server
        self._folder = Path(store)
        self._store = Store(self._folder)
        self._settings_path = settings_path
        self._folders: list[Path] = []
        self._store_watch = self._sets_watch = -1
        self._is_elsewhere = False
        self._retry = Retry()
        self._sleeps = sleeps
        self._is_woken = shown is not None
        if not self._is_woken:
            tell_what_stands(store)  # on a terminal, that leads nowhere
            note_server(self._folder, server)
        self.shown = self._current() if shown is None else shown
        self.told = ""

    def run(self) -> None:
        """Watch until the server is gone, or waits in our place."""
        with open_mounts() as mounts, watching(self._folder) as lock:
            while True:
                with INotify(nonblocking=True) as changes:
                    self._watch(changes)
                    if self._is_woken and not self._wait(changes, mounts, for_quiet=True):
                        return
                    self._is_woken = False
                    self._look()  # at what was edited before the watch began, too
                    if self._sleeps and self._patience() is None:
                        self._leave(changes, mounts, lock)
                        return
                    if not self._wait(changes, mounts):
                        return

    def _leave(self, changes: INotify, mounts: IO[bytes] | None, lock: IO[bytes] | None) -> None:
        """Leave to the server what is waited on, what keeps the lock, and what visitors see."""
        with select.epoll() as bell, socket.socket(fileno=os.dup(sys.stdin.fileno())) as server:
            bell.register(changes, select.EPOLLIN)
            if mounts:
                bell.register(mounts, select.EPOLLPRI)
            kept = [file.fileno() for file in (bell, changes, mounts, lock) if file]
            with suppress(OSError):  # it has just ended
                socket.send_fds(server, [f"{self.shown}\n".encode()], kept)

    def _watch(self, changes: INotify) -> None:
        """Watch every folder that counts, and the ones in which they could be made."""
        with suppress(SettingsError):  # as long as they have faults, the folders stay as before
            self._folders = folders(self._settings_path, str(self._folder))
        sets = self._folder / "sets"
        watched = {self._folder, sets}
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
            elif path == sets:
                self._sets_watch = watch

    def _wait(
        self, changes: INotify, mounts: IO[bytes] | None = None, *, for_quiet: bool = False
    ) -> bool:
        """Wait for an edit and then for quiet; return False where the server has ended."""
        server = sys.stdin.fileno()
        patience = _QUIET_SECONDS if for_quiet else self._patience()
        waits = int(for_quiet)
        while waits < _LONGEST_WAIT:
            watched = [mounts] if mounts else []
            ready, _, moved = select.select([changes.fileno(), server], [], watched, patience)
            if server in ready:
                return False
            if not ready or moved:
                break
            news = changes.read(timeout=0)
            if waits or any(map(self._counts, news)):
                patience = _QUIET_SECONDS
                waits += 1
        return True

    def _counts(self, change: Event) -> bool:
        """Tell whether something may have changed: of a store, by a trial's end or a set's loss."""
        if change.wd == self._sets_watch:
            return self._store.current() is None
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
    server: str, store: str, settings_path: str = "", sleeps: str = "", shown: str | None = None
) -> None:
    """Watch until the server ends; for the arguments, see `Watcher`."""
    continue_when_parent_ends()
    Watcher(int(server), store, settings_path, shown, sleeps=bool(sleeps)).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
