"""An outbox on a stick that may not be written: it is read from a copy."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
