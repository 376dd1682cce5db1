"""Where the accepted words are kept: in the data folder, or only for as long as the kiosk runs.

Imported before the first frame is painted, so it imports little itself.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from zlib import crc32

from kiosk.settings import Settings

CURRENT = "current"
"""The link, in a store, to the set that visitors see; it is replaced in one step."""
REFUSED = "refused.json"
"""The file, in a store, that tells which edit was refused, or taken back."""
SETTINGS = "kiosk.toml"
"""The name of the settings file in a set."""


def store_in(data: str, settings_path: str) -> str:
    """The folder of accepted sets in a data folder, or nothing where none can be kept there.

    Each settings file has a store of its own, so that two kiosks with one data folder do not
    accept each other's words in turn.

    Args:
        data: The data folder.
        settings_path: The settings file, or nothing for the defaults.
    """
    usable = os.path.isdir(data) and os.access(data, os.W_OK | os.X_OK)  # noqa: PTH112 - before the first frame
    if not usable:
        return ""
    if not settings_path:
        return f"{data}/words/default"
    path = os.path.realpath(settings_path)
    name = path.rpartition("/")[2].removesuffix(".toml")
    return f"{data}/words/{name}-{crc32(path.encode()):08x}"


@contextmanager
def store_for(data: str, settings_path: str) -> Iterator[str]:
    """Give the store's folder: a private one that goes afterwards, where none can be kept.

    Args:
        data: The data folder. It is made, unless it is the default: only settings that name a
            folder ask for one.
        settings_path: The settings file, or nothing for the defaults.

    Yields:
        The folder, or nothing where there is no place at all for one.
    """
    if data != Settings().data:
        with suppress(OSError):
            os.makedirs(data, 0o700, exist_ok=True)  # noqa: PTH103 - before the first frame
    kept = store_in(data, settings_path)
    temporary = "" if kept else _temporary()
    try:
        yield kept or temporary
    finally:
        if temporary:
            from shutil import rmtree

            rmtree(temporary, ignore_errors=True)


def accepted_settings(store: str) -> str | None:
    """The copied settings file of the set that visitors see, or None where it has none.

    Args:
        store: The folder of accepted sets.
    """
    path = f"{store}/{CURRENT}/{SETTINGS}"
    return path if os.path.exists(path) else None  # noqa: PTH110 - before the first frame


def _temporary() -> str:
    # `tempfile` would cost milliseconds before the first frame.
    base = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("TMPDIR") or "/tmp"  # noqa: S108 - the name is unguessable
    folder = f"{base}/kiosk-{os.urandom(8).hex()}"
    try:
        os.mkdir(folder, 0o700)  # noqa: PTH102 - before the first frame
    except OSError:
        return ""
    return folder
