"""What staff edit: the settings file and the folders of words; and a whole copy of all of it."""

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.content.faults import ContentError, is_lack, trouble_with
from kiosk.content.layers import folders_of
from kiosk.content.walk import WORDS, files_in
from kiosk.edits.held import Held
from kiosk.edits.kept import SETTINGS
from kiosk.plain_file import read_plain
from kiosk.settings import SettingsError, load_settings

_TRIES = 20
_BETWEEN_SECONDS = 0.1


def folders(settings_path: str, store: str = "") -> list[Path]:
    """The folders of words that the settings name, the shipped one first.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        store: The folder of accepted sets, whose held settings count; nothing where there is none.

    Raises:
        SettingsError: The settings have faults.
    """
    held = Held(Path(store)).copy_of(settings_path) if store and settings_path else None
    return folders_of(load_settings(str(held or settings_path), settings_path))


def fingerprint(settings_path: str, store: str = "") -> str:
    """What tells one state of everything that staff edit from another.

    For the arguments, see `folders`.
    """
    digest = hashlib.blake2b(digest_size=16)
    for name, read in _files(settings_path, store):
        digest.update(f"{name}\0{len(read)}\0".encode(errors="surrogateescape"))
        digest.update(read)
    return digest.hexdigest()


def copy_whole(settings_path: str, into: Path, store: str = "") -> str:
    """Copy everything, as it was at one moment; what a rollback holds is as it was before.

    Args:
        settings_path: The settings file, or nothing for the defaults.
        into: A folder that does not exist yet: it gets the settings file, and a folder `0`, `1`
            ... for each folder of words that exists. Of files that are no words, it gets the
            names alone, for these may be wrong.
        store: As for `folders`.

    Returns:
        The fingerprint of what was copied.

    Raises:
        ContentError: Something cannot be read; all of it is told.
        SettingsError: The settings have faults.
        OSError: There is no room for the copy, something is being written all the time, or the
            machine lacks what it takes to read.
    """
    for _ in range(_TRIES):
        before = fingerprint(settings_path, store)
        listed = folders(settings_path, store)
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir(parents=True)
        if settings_path:
            (into / SETTINGS).write_bytes(read_plain(settings_path))
        troubles: list[OSError] = []
        for number, folder in enumerate(listed):
            if folder.is_dir():
                _copy_folder(folder, into / str(number), troubles)
        if fingerprint(settings_path, store) == before:
            if lack := next(filter(is_lack, troubles), None):
                raise lack
            if troubles:
                raise ContentError([trouble_with("", error) for error in troubles]) from troubles[0]
            Held(Path(store)).put_into(into, settings_path, listed)
            return before
        time.sleep(_BETWEEN_SECONDS)
    raise OSError("the words are being written all the time")


def _copy_folder(folder: Path, into: Path, troubles: list[OSError]) -> None:
    """Copy what counts; what cannot be read goes to the troubles, and what cannot be written up."""
    into.mkdir()
    for path in files_in(folder, troubles.append):
        text = b""
        try:
            if path.suffix in WORDS:
                text = read_plain(path)
        except OSError as error:
            troubles.append(OSError(error.errno, error.strerror, str(path)))
            continue
        copied = into / path.relative_to(folder)
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_bytes(text)


def _files(settings_path: str, store: str) -> Iterator[tuple[str, bytes]]:
    """Every file that counts, in an order that is always the same."""
    if settings_path:
        yield settings_path, _read(Path(settings_path))
    try:
        listed = folders(settings_path, store)
    except SettingsError:
        return
    for folder in listed:
        troubles: list[OSError] = []
        for path in files_in(folder, troubles.append):
            yield os.fspath(path), _read(path) if path.suffix in WORDS else b""
        for error in troubles:
            yield str(error.filename), _why_not(error)


def _read(path: Path) -> bytes:
    try:
        return read_plain(path)
    except OSError as error:
        return _why_not(error)


def _why_not(error: OSError) -> bytes:
    return f"cannot be read: {error.errno}".encode()
