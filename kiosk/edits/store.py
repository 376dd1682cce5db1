"""The accepted sets of words: visitors are made from these copies, never from what staff edit.

A store is a folder with `sets/1`, `sets/2` ..., the link `current` to the one that visitors see,
and `refused.json` where an edit was refused, or taken back, and still stands in the files.
"""

import errno
import fcntl
import filecmp
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kiosk.content.clean import told_name
from kiosk.content.layers import Layer
from kiosk.edits.held import Held
from kiosk.edits.kept import CURRENT, REFUSED, SETTINGS
from kiosk.edits.thinning import kept
from kiosk.settings import Settings, load_settings

_ABOUT = "about.json"
_SYNCED_AT_ONCE = 32


class AcceptedSet(NamedTuple):
    """One state of the words and the settings in which nothing was wrong."""

    folder: Path
    number: int
    accepted: str
    """The time, in ISO 8601."""
    fingerprint: str
    """That of the files which were copied."""
    settings_path: str
    """The settings file that was copied; empty for the defaults."""
    folders: list[str]
    """The folders that were copied, the shipped words' first."""
    changed: list[str]
    """The files in which it differs from the set that visitors saw before it."""
    content: str = ""
    """What tells its files from those of another set, whatever staff's own files say by now."""

    def settings(self) -> Settings:
        """The settings of this set; what they name is seen from the file that was copied.

        Raises:
            SettingsError: This kiosk does not take them.
        """
        copied = self.folder / SETTINGS
        return load_settings(str(copied) if self.settings_path else "", self.settings_path)

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it was lost, as when the power fails; of old sets, nobody knows."""
        return not self.content or _digest(self.folder) == self.content

    def layers(self) -> list[Layer]:
        """The copied folders; faults name the files that staff edit."""
        names = ["", *(f"{folder}/" for folder in self.folders[1:])]
        return [Layer(self.folder / str(number), name) for number, name in enumerate(names)]


class Refusal(NamedTuple):
    """What stands in the files that staff edit, and is not to be shown."""

    when: str
    """The time, in ISO 8601."""
    fingerprint: str
    """That of the files."""
    faults: list[str]
    """Every fault; none where staff have gone back to an earlier set."""
    may_pass: bool = False
    """Whether what is in the way may pass without an edit: a full disk, or a share that is away."""


class Store:
    """A folder of accepted sets, and which of them visitors see."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._refusal_file = folder / REFUSED

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other process from changing the store.

        Raises:
            OSError: It cannot be used; or there is a link where none of ours is, which could lead
                the administrator's commands to write elsewhere.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for folder in (self.folder.parent, self.folder, self.folder / "sets"):
            if folder.is_symlink():
                raise OSError(errno.ENOTDIR, "is a link, not a folder: take it away", str(folder))
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        lock = os.open(self.folder / "lock", flags, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    @property
    def held(self) -> Held:
        """What a rollback holds."""
        return Held(self.folder)

    @property
    def staging(self) -> Path:
        """Where a copy is made before it is accepted."""
        return self.folder / "staging"

    @property
    def refusal(self) -> Refusal | None:
        """The edit that was refused, or taken back, if there is one."""
        try:
            return Refusal(**json.loads(self._refusal_file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def current(self) -> AcceptedSet | None:
        """The set that visitors see."""
        return _read(self.folder / CURRENT)

    def sets(self) -> list[AcceptedSet]:
        """The sets that are kept, oldest first; one that is damaged is left out."""
        found = (_read(folder) for folder in self.folder.glob("sets/*"))
        return sorted((each for each in found if each), key=lambda each: each.number)

    def was_tried(self, fingerprint: str) -> bool:
        """Whether files of this fingerprint are what visitors see, or were refused."""
        return fingerprint in (each.fingerprint for each in (self.current(), self.refusal) if each)

    def staged(self, settings_path: str, folders: list[Path], fingerprint: str) -> AcceptedSet:
        """The copy in `staging`, as the set that it would be."""
        number = max((each.number for each in self.sets()), default=0) + 1
        before = self.current()
        changed = _differences(before.folder, self.staging) if before else []
        names = [str(folder) for folder in folders]
        content = _digest(self.staging)
        return AcceptedSet(
            self.staging, number, _now(), fingerprint, settings_path, names, changed, content
        )

    def accept(self, staged: AcceptedSet) -> AcceptedSet:
        """Have visitors see the staged set, in one step. Of sets that are equal, it alone stays.

        Where it equals the one in force, as when a rollback holds all that was edited, that one
        stays, and is known by what staff's files say now.
        """
        current = self.current()
        same_place = current is not None and current.folders == staged.folders
        if current and same_place and _digest(current.folder) == staged.content:
            self._describe(current._replace(fingerprint=staged.fingerprint))
            self.forget_refusal()
            shutil.rmtree(staged.folder, ignore_errors=True)
            return current._replace(fingerprint=staged.fingerprint)
        self._describe(staged)
        _sync(staged.folder)
        folder = self.folder / "sets" / str(staged.number)
        folder.parent.mkdir(exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)  # a damaged one may have this number
        staged.folder.rename(folder)
        self.show(staged.number)
        self.forget_refusal()
        sets = self.sets()
        once = [each for each in sets if each.content != staged.content or each == sets[-1]]
        wanted = [once[place] for place in kept([each.accepted for each in once])]
        for old in sets:
            if old not in wanted:
                shutil.rmtree(old.folder, ignore_errors=True)
        return staged._replace(folder=folder)

    def refuse(self, faults: str, fingerprint: str, *, may_pass: bool = False) -> None:
        """Leave everything as it is, and keep for staff what was wrong; see `Refusal`."""
        shutil.rmtree(self.staging, ignore_errors=True)
        refusal = Refusal(_now(), fingerprint, faults.splitlines(), may_pass)
        _write(self._refusal_file, refusal._asdict())

    def forget_refusal(self) -> None:
        """Nothing that was refused stands in the files any more."""
        self._refusal_file.unlink(missing_ok=True)

    def go_back(self, number: int, fingerprint: str) -> None:
        """Have visitors see a set that is kept.

        Args:
            number: Which set.
            fingerprint: That of the files as they are, which are not to be tried again.

        Raises:
            OSError: It cannot be done: the disk is full, say. Visitors see what they saw.
        """
        self.refuse("", fingerprint)
        self.show(number)

    def show(self, number: int) -> None:
        """Replace the link."""
        new = self.folder / f"{CURRENT}.new"
        new.unlink(missing_ok=True)
        new.symlink_to(f"sets/{number}")
        new.replace(self.folder / CURRENT)

    @staticmethod
    def _describe(accepted: AcceptedSet) -> None:
        about = {name: value for name, value in accepted._asdict().items() if name != "folder"}
        _write(accepted.folder / _ABOUT, about)


def store_at(folder: str) -> Store | None:
    """The store in a folder; None where there is no place for one."""
    return Store(Path(folder)) if folder else None


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _read(folder: Path) -> AcceptedSet | None:
    """The set in a folder, or behind a link; None where it cannot be used."""
    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        return AcceptedSet(folder.resolve(), **about)
    except (OSError, ValueError, TypeError):
        return None


def _write(path: Path, value: object) -> None:
    """Write a file so that nobody ever reads half of it, and no link leads elsewhere."""
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    with new.open("x", encoding="utf-8") as file:  # whatever is there by now, it is not written to
        json.dump(value, file)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _sync(folder: Path) -> None:
    """Have every file on the disk, before a set is shown that has them.

    Asked for them one by one, a disk takes twenty times as long: it writes its journal each time.
    """
    from concurrent.futures import ThreadPoolExecutor  # not for the watcher, which stays small

    with ThreadPoolExecutor(_SYNCED_AT_ONCE) as pool:
        for _ in pool.map(_sync_one, folder.rglob("*")):
            pass  # whatever cannot be written is raised here


def _sync_one(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _digest(folder: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != _ABOUT:
            text = path.read_bytes()
            digest.update(
                f"{path.relative_to(folder)}\0{len(text)}\0".encode(errors="surrogateescape")
            )
            digest.update(text)
    return digest.hexdigest()


def _differences(old: Path, new: Path) -> list[str]:
    """The files that differ between two sets, without the number of the folder."""
    names = {
        path.relative_to(folder)
        for folder in (old, new)
        for path in folder.rglob("*")
        if path.is_file() and path.name != _ABOUT
    }
    different = (
        name
        for name in names
        if not (old / name).exists()
        or not (new / name).exists()
        or not filecmp.cmp(old / name, new / name, shallow=False)
    )
    return sorted({told_name("/".join(name.parts[1:]) or name.name) for name in different})
