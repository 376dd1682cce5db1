"""What is mounted: where shares are, and when that changes."""

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

_MOUNTS = "/proc/self/mountinfo"
"""See proc_pid_mountinfo(5). It can be waited on: a change is an exceptional condition."""
_ELSEWHERE = ("nfs", "cifs", "smb", "fuse", "9p", "afs", "ceph", "virtiofs", "vboxsf", "overlay")
"""How the names of file systems begin of whose changes on other machines the kernel is silent."""


@contextmanager
def open_mounts() -> Iterator[IO[bytes] | None]:
    """Give what to wait on for a disk or share that comes or goes; None where there is none."""
    with ExitStack() as stack:
        file = None
        with suppress(OSError):
            file = stack.enter_context(Path(_MOUNTS).open("rb"))
        yield file


def is_elsewhere(folders: Iterable[Path]) -> bool:
    """Whether one of the folders is on a share."""
    try:
        lines = Path(_MOUNTS).read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    mounts = [(_unescaped(line.split()[4]), line.partition(" - ")[2].split()[0]) for line in lines]
    return any(_kind(os.path.realpath(folder), mounts).startswith(_ELSEWHERE) for folder in folders)


def _kind(folder: str, mounts: Iterable[tuple[str, str]]) -> str:
    """The kind of file system that a folder is on; of two in one place, the later one is seen."""
    around = [
        (len(place), kind)
        for place, kind in mounts
        if folder == place or folder.startswith(place.rstrip("/") + "/")
    ]
    return max(reversed(around), default=(0, ""), key=lambda each: each[0])[1]


def _unescaped(place: str) -> str:
    for code in ("040", "011", "012", "134"):
        place = place.replace(f"\\{code}", chr(int(code, 8)))
    return place
