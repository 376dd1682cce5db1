"""How the last visitor who agreed to it wanted the pages, kept for the next one."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.desk.trouble import DeskError, Reason

_NAME = "wishes.json"
_LONGEST_FILE = 1000
"""Characters; what is longer was not written here."""


def read_wishes(folder: Path) -> dict[str, str]:
    """What was kept; nothing where there is no such file, or none that makes sense."""
    try:
        with (folder / _NAME).open(encoding="utf-8") as file:
            wishes = json.loads(file.read(_LONGEST_FILE))
    except (OSError, ValueError, RecursionError):
        return {}
    pairs = wishes.items() if isinstance(wishes, dict) else ()
    return {name: value for name, value in pairs if isinstance(value, str)}


def keep_wishes(folder: Path, wishes: Mapping[str, str]) -> None:
    """Put them on the disk whole, or not at all.

    Raises:
        DeskError: They could not be kept; what was kept before still is.
    """
    new = folder / f"{_NAME}.{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8") as file:
            json.dump(dict(wishes), file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(folder / _NAME)
    except OSError as error:
        with suppress(OSError):
            new.unlink()
        raise _trouble(folder, error) from error


def forget_wishes(folder: Path) -> None:
    """Keep them no longer.

    Raises:
        DeskError: They are still there.
    """
    try:
        (folder / _NAME).unlink(missing_ok=True)
    except OSError as error:
        raise _trouble(folder, error) from error


def _trouble(folder: Path, error: OSError) -> DeskError:
    return DeskError(
        Reason.READ_ONLY,
        f"{folder}: a visitor's settings cannot be kept ({error.strerror}). Let the kiosk's user "
        "own the folder, and see that the disk has room.",
    )
