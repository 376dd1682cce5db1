"""The files in a folder of words: which ones are passed over, and where links lead.

What reads words, copies them, watches them or checks them asks here, so that none of these sees a
file that another one does not.
"""

import errno
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.plain_file import read_plain

WORDS = frozenset({".md", ".yaml", ".ftl"})
"""How the names of files end whose text visitors read."""
_LITTER = re.compile(
    r"\..*|.*~|#.*#|~\$.*|4913|thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|"
    r".*\.(?:bak|old|orig|rej|save|tmp|sw[a-z]|part|filepart|crdownload)|.*\.sb-[\w-]+|"
    # What disks and servers have of their own in each folder that they share.
    r"lost\+found|system volume information|\$recycle\.bin|#recycle|@eadir|__macosx",
    re.IGNORECASE | re.DOTALL,
)
"""Names that editors, word processors and file managers leave behind beside what was meant."""


def is_passed_over(name: str) -> bool:
    """Whether nobody has meant a file or folder of that name to be read."""
    return _LITTER.fullmatch(name) is not None


def walk(
    folder: Path, on_trouble: Callable[[OSError], object]
) -> Iterator[tuple[Path, list[Path]]]:
    """A folder and those in it, each with its files, in an order that is always the same.

    Args:
        folder: Where to begin.
        on_trouble: Called for a folder that cannot be read, and for a link to nothing, or to a
            folder that it is in.
    """
    rest: list[tuple[Path, frozenset[str]]] = [(folder, frozenset())]
    while rest:
        here, above = rest.pop()
        try:
            real = os.path.realpath(here)
            if real in above:
                raise OSError(errno.ELOOP, "a link to a folder that it is in", str(here))
            paths = sorted(path for path in here.iterdir() if not is_passed_over(path.name))
        except OSError as error:
            on_trouble(error)
            continue
        inner = [path for path in paths if os.path.isdir(path)]
        broken = {path: why for path in paths if (why := _why_nowhere(path))}
        for why in broken.values():
            on_trouble(why)
        yield here, [path for path in paths if path not in inner and path not in broken]
        rest += [(path, above | {real}) for path in reversed(inner)]


def _why_nowhere(path: Path) -> OSError | None:
    """What keeps a link from leading anywhere; None for all else."""
    try:
        os.stat(path)
    except OSError as error:
        return error if os.path.islink(path) else None
    return None


def files_in(folder: Path, on_trouble: Callable[[OSError], object]) -> Iterator[Path]:
    """Every file below a folder; for the arguments, see `walk`."""
    for _, files in walk(folder, on_trouble):
        yield from files


def troubles_in(folder: Path) -> list[OSError]:
    """What cannot be read in a folder of words, each with its file's name."""
    troubles: list[OSError] = []
    for path in files_in(folder, troubles.append):
        try:
            if path.suffix in WORDS:
                read_plain(path)
        except OSError as error:
            troubles.append(OSError(error.errno, error.strerror, str(path)))
    return troubles
