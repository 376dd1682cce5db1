"""What staff edit: the settings file and the folders of words; and a whole copy of all of it."""

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.content.layers import folders_of
from kiosk.edits.kept import SETTINGS
from kiosk.settings import SettingsError, load_settings

_TRIES = 20
_BETWEEN_SECONDS = 0.1
_IGNORED = shutil.ignore_patterns(".*", "*~")


def folders(settings_path: str) -> list[Path]:
    """The folders of words that the settings name, the shipped one first.

    Raises:
        SettingsError: The settings have faults.
    """
    return folders_of(load_settings(settings_path or None))


def fingerprint(settings_path: str) -> str:
    """What tells one state of everything that staff edit from another.

    Args:
        settings_path: The settings file, or nothing for the defaults.
    """
    digest = hashlib.blake2b(digest_size=16)
    for name, read in _files(settings_path):
        digest.update(f"{name}\0{len(read)}\0".encode())
        digest.update(read)
    return digest.hexdigest()


def copy_whole(settings_path: str, into: Path) -> str:
    """Copy everything, as it was at one moment.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        into: A folder that does not exist yet: it gets the settings file, and a folder `0`, `1`
            ... for each folder of words that exists.

    Returns:
        The fingerprint of what was copied.

    Raises:
        SettingsError: The settings have faults.
        OSError: Something cannot be copied, or is being written all the time.
    """
    for _ in range(_TRIES):
        before = fingerprint(settings_path)
        listed = folders(settings_path)
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir(parents=True)
        if settings_path:
            shutil.copy(settings_path, into / SETTINGS)
        for number, folder in enumerate(listed):
            if folder.is_dir():
                shutil.copytree(folder, into / str(number), ignore=_IGNORED)
        if fingerprint(settings_path) == before:
            return before
        time.sleep(_BETWEEN_SECONDS)
    raise OSError("the words are being written all the time")


def _files(settings_path: str) -> Iterator[tuple[str, bytes]]:
    """Every file that counts, in an order that is always the same."""
    if settings_path:
        yield settings_path, _read(Path(settings_path))
    try:
        listed = folders(settings_path)
    except SettingsError:
        return
    for folder in listed:
        for parent, inner, names in os.walk(folder):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith(".") and not name.endswith("~"):
                    yield f"{parent}/{name}", _read(Path(parent, name))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        return f"cannot be read: {error.errno}".encode()
