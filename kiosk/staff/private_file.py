"""Files for one pair of eyes."""

import os
from pathlib import Path
from typing import TextIO


def new_private_file(path: Path, encoding: str = "utf-8") -> TextIO:
    """Make a file that only its owner may read.

    Raises:
        OSError: It cannot be made; FileExistsError where there is one, which is left alone.
    """
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    return os.fdopen(number, "w", encoding=encoding, newline="")
