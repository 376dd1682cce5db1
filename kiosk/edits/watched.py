"""Whether somebody watches for edits, told by a lock that the kernel frees when they end."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

FILE = "watched"
"""The file, in a store, that a watcher has locked; in it stands for which process it watches."""


@contextmanager
def watching(store: Path) -> Iterator[IO[bytes] | None]:
    """Hold the lock, where it can be had, for as long as one watches for edits.

    Two kiosks with the same settings have two watchers; both hold it.

    Yields:
        What holds it as long as it is open; None where it cannot be had.
    """
    with ExitStack() as held:
        file = None
        with suppress(OSError):
            file = held.enter_context((store / FILE).open("rb"))
            fcntl.flock(file, fcntl.LOCK_SH)
        yield file


def note_server(store: Path, server: int) -> None:
    """Note for which process one watches: once, since whoever watches sees the file written."""
    with suppress(OSError):
        (store / FILE).write_bytes(b"%d" % server)


def is_abandoned(store: Path) -> bool:
    """Whether a kiosk runs that nobody tells of edits."""
    try:
        with (store / FILE).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            server = int(file.read())
    except (OSError, ValueError):  # somebody does, or nobody ever has
        return False
    try:
        os.kill(server, 0)
    except OSError:
        return False
    return "kiosk" in Path(f"/proc/{server}/cmdline").read_text(errors="replace")
