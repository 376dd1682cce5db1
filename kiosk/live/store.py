"""The accepted sets of words: visitors are made from these copies, never from what staff edit."""

import fcntl
import filecmp
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kiosk.content.layers import Layer
from kiosk.live.in_force import SETTINGS, STATE, read_state, set_folder
from kiosk.settings import Settings, load_settings

KEPT = 10
"""How many accepted sets are kept, the current one among them."""


class AcceptedSet(NamedTuple):
    """One state of the words and the settings in which nothing was wrong."""

    folder: Path
    number: int
    accepted: str
    """The time, in ISO 8601."""
    settings_path: str
    """The settings file that was copied; empty for the defaults."""
    folders: list[str]
    """The folders that were copied, the shipped words' first."""
    changed: list[str]
    """The files in which it differs from the set before it."""

    def settings(self) -> Settings:
        """The settings of this set; what they name is seen from the file that was copied.

        Raises:
            SettingsError: This kiosk does not take them.
        """
        copied = self.folder / SETTINGS
        return load_settings(str(copied) if self.settings_path else None, self.settings_path)

    def layers(self) -> list[Layer]:
        """The copied folders; faults name the files that staff edit."""
        names = ["", *(f"{folder}/" for folder in self.folders[1:])]
        return [Layer(self.folder / str(number), name) for number, name in enumerate(names)]


class Store:
    """A folder of accepted sets, and which of them is in force."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._report_file = folder / "refused.txt"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other process from changing the store."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self._folder / "lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    @property
    def staging(self) -> Path:
        """Where a copy is made before it is accepted."""
        return self._folder / "staging"

    @property
    def judged(self) -> str:
        """The fingerprint of what was last accepted or refused."""
        return str(read_state(str(self._folder)).get("judged", ""))

    @property
    def refused(self) -> str:
        """When the last edit was refused, and every fault in it; empty where it was accepted."""
        try:
            return self._report_file.read_text(encoding="utf-8")
        except OSError:
            return ""

    def current(self) -> AcceptedSet | None:
        """The set in force."""
        number = self._current_number()
        return next((each for each in self.sets() if each.number == number), None)

    def sets(self) -> list[AcceptedSet]:
        """The sets that are kept, oldest first."""
        found = []
        for folder in self._folder.glob("sets/*"):
            try:
                about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
                found.append(AcceptedSet(folder, **about))
            except (OSError, ValueError, TypeError):
                continue  # damaged: it cannot be used
        return sorted(found, key=lambda each: each.number)

    def staged(self, settings_path: str, folders: list[Path]) -> AcceptedSet:
        """The copy in `staging`, as the set that it would be."""
        sets = self.sets()
        number = max((each.number for each in sets), default=0) + 1
        before = self.current()
        changed = _differences(before.folder, self.staging) if before else []
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        names = [str(folder) for folder in folders]
        return AcceptedSet(self.staging, number, now, settings_path, names, changed)

    def accept(self, staged: AcceptedSet, fingerprint: str) -> AcceptedSet:
        """Put the staged set in force, in one step."""
        about = {name: value for name, value in staged._asdict().items() if name != "folder"}
        (staged.folder / "about.json").write_text(json.dumps(about), encoding="utf-8")
        place = Path(set_folder(str(self._folder), staged.number))
        place.parent.mkdir(exist_ok=True)
        staged.folder.rename(place)
        self._set_state(staged.number, fingerprint)
        self._report_file.unlink(missing_ok=True)
        for old in self.sets()[:-KEPT]:
            shutil.rmtree(old.folder, ignore_errors=True)
        return staged._replace(folder=place)

    def refuse(self, faults: str, fingerprint: str) -> None:
        """Leave everything as it is, and keep for staff what was wrong."""
        shutil.rmtree(self.staging, ignore_errors=True)
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        _write(self._report_file, f"{now}\n{faults}\n")
        self._set_state(self._current_number(), fingerprint)

    def put_in_force(self, number: int) -> None:
        """Go back to a set that is kept; what staff have edited since is not judged again."""
        self._set_state(number, self.judged)

    def _current_number(self) -> object:
        return read_state(str(self._folder)).get("current")

    def _set_state(self, current: object, judged: str) -> None:
        _write(self._folder / STATE, json.dumps({"current": current, "judged": judged}))


def _write(path: Path, text: str) -> None:
    """Write a file so that nobody ever reads half of it."""
    new = path.with_suffix(".new")
    with new.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _differences(old: Path, new: Path) -> list[str]:
    """The files that differ between two sets, without the number of the folder."""
    names = {
        path.relative_to(folder)
        for folder in (old, new)
        for path in folder.rglob("*")
        if path.is_file() and path.name != "about.json"
    }
    different = (
        name
        for name in names
        if not (old / name).exists()
        or not (new / name).exists()
        or not filecmp.cmp(old / name, new / name, shallow=False)
    )
    return sorted({"/".join(name.parts[1:]) or name.name for name in different})
