"""An outbox that was carried here: whether it is one, and a copy where it may not be written."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def readable(path: Path, say: Callable[[str], object]) -> Iterator[Path]:
    """Give a file that can be opened: the one that was named, or a copy of it that goes again.

    Args:
        path: The file.
        say: Tells staff that it is a copy.

    Raises:
        OSError: It cannot be copied.
    """
    if not path.exists() or _may_be_written(path):
        yield path
        return
    with TemporaryDirectory(prefix="kiosk-inbox-") as folder:  # for its owner alone
        for name in (path.name, f"{path.name}-wal"):
            if path.with_name(name).exists():
                shutil.copyfile(path.with_name(name), Path(folder, name))
        say(f"{path} may not be written: nothing in it is marked as read, or deleted.")
        yield Path(folder, path.name)


def holds_forms(path: Path) -> bool:
    """Whether a database is one of ours. To open it as one would give it our tables."""
    try:
        with closing(sqlite3.connect(path)) as database:
            return bool(
                database.execute("SELECT 1 FROM sqlite_master WHERE name='forms'").fetchall()
            )
    except sqlite3.Error:
        return True  # whoever opens it tells what is wrong with it


def _may_be_written(path: Path) -> bool:
    """Whether the file and its folder may be changed; a right alone does not say so on a disk."""
    probe = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with path.open("ab"):
            probe.touch(exist_ok=False)
    except OSError:
        return False
    probe.unlink()
    return True
