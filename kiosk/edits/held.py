"""What `kiosk rollback` holds: files that stay as they were before, until somebody edits them.

Of each file that the rollback takes back, the store has the version that visitors are to see, and
a hash of the one that they are not. Another edit, or an upgrade, takes the hold of none of them.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.edits.kept import HELD, SETTINGS
from kiosk.plain_file import read_plain

_INDEX = "index.json"


class Held:
    """The files that are held in a store.

    Args:
        store: The folder of accepted sets.
    """

    def __init__(self, store: Path) -> None:
        self._folder = store / HELD
        self._files: dict[str, list[str]] = {}
        """By the file's path: the hash of what is not to be shown, and the name of the copy that
        is; without a hash, the file was taken away, and without a copy, it was not there."""
        with suppress(OSError, ValueError):
            found = json.loads((self._folder / _INDEX).read_text(encoding="utf-8"))
            self._files = {str(name): [str(part) for part in told] for name, told in found.items()}

    @property
    def files(self) -> list[str]:
        """The paths of the files that are held, as long as nobody has edited them."""
        return sorted(name for name in self._files if self._holds(name, _hash_of(Path(name))))

    def copy_of(self, path: str) -> Path | None:
        """The version of a file that visitors see, where it is held and was there before."""
        if path not in self._files or not self._holds(path, _hash_of(Path(path))):
            return None
        name = self._files[path][1]
        return self._folder / name if name else None

    def put_into(self, into: Path, settings_path: str, folders: Sequence[Path]) -> None:
        """Have a copy of what staff edit hold what is held.

        Args:
            into: The copy.
            settings_path: The settings file.
            folders: The folders that were copied.

        Raises:
            OSError: A file cannot be replaced.
        """
        for name, (_, copy) in self._files.items():
            copied = place_in(into, name, settings_path, folders)
            if copied is None or not self._holds(name, _hash_of(copied)):
                continue
            if copy:
                copied.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(self._folder / copy, copied)
            else:
                copied.unlink(missing_ok=True)

    def replace(self, files: Mapping[str, tuple[Path, Path]]) -> None:
        """Hold these files from now on, and none that was held before.

        Args:
            files: By their paths: the version that is not to be shown, and the one that is; either
                may be missing.

        Raises:
            OSError: They cannot be kept. Nothing is held then.
        """
        shutil.rmtree(self._folder, ignore_errors=True)
        self._files = {}
        if not files:
            return
        self._folder.mkdir(mode=0o700)
        for number, (name, (hidden, shown)) in enumerate(files.items()):
            copy = str(number) if shown.exists() else ""
            if copy:
                shutil.copyfile(shown, self._folder / copy)
            self._files[name] = [_hash_of(hidden), copy]
        self._write()

    def forget_edited(self) -> None:
        """Hold no more what somebody has edited, also where they write the same again one day.

        Raises:
            OSError: It cannot be written down.
        """
        held = self.files
        if len(held) < len(self._files):
            self._files = {name: self._files[name] for name in held}
            self._write()

    def _write(self) -> None:
        new = self._folder / f"{_INDEX}.new"
        new.write_text(json.dumps(self._files), encoding="utf-8")
        new.replace(self._folder / _INDEX)

    def _holds(self, name: str, found: str) -> bool:
        return self._files[name][0] == found


def place_in(copy: Path, name: str, settings_path: str, folders: Sequence[Path]) -> Path | None:
    """Where a file is in a copy of what staff edit; None where the copy has no place for it."""
    if name == settings_path:
        return copy / SETTINGS
    for number, folder in enumerate(folders):
        if Path(name).is_relative_to(folder):
            return copy / str(number) / Path(name).relative_to(folder)
    return None


def _hash_of(path: Path) -> str:
    try:
        return hashlib.blake2b(read_plain(path), digest_size=16).hexdigest()
    except OSError:
        return ""
