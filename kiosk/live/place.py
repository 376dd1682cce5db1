"""Where the accepted words are kept: in the data folder, or only for as long as the kiosk runs."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from kiosk.settings import Settings


def store_in(data: str) -> str:
    """The store's folder in a data folder, or nothing where none can be kept there."""
    usable = os.path.isdir(data) and os.access(data, os.W_OK | os.X_OK)  # noqa: PTH112 - before the first frame
    return f"{data}/words" if usable else ""


@contextmanager
def store_for(data: str) -> Iterator[str]:
    """Give the store's folder: a private one that goes afterwards, where none can be kept.

    Args:
        data: The data folder. It is made, unless it is the default: only settings that name a
            folder ask for one.

    Yields:
        The folder, or nothing where there is no place at all for one.
    """
    if data != Settings().data:
        with suppress(OSError):
            os.makedirs(data, 0o700, exist_ok=True)  # noqa: PTH103 - before the first frame
    kept = store_in(data)
    temporary = "" if kept else _temporary()
    try:
        yield kept or temporary
    finally:
        if temporary:
            from shutil import rmtree

            rmtree(temporary, ignore_errors=True)


def _temporary() -> str:
    # `tempfile` would cost milliseconds before the first frame.
    base = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("TMPDIR") or "/tmp"  # noqa: S108 - the name is unguessable
    folder = f"{base}/kiosk-{os.urandom(8).hex()}"
    try:
        os.mkdir(folder, 0o700)  # noqa: PTH102 - before the first frame
    except OSError:
        return ""
    return folder
