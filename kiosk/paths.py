"""Where the words and the styles are: inside an installed package, or beside it in a checkout."""

import sys
from contextlib import suppress
from pathlib import Path

_PACKAGE = Path(__file__).parent


def content_folder() -> Path:
    """The folder of the words themselves: one folder per language, and the sources."""
    return _bundled_or_checkout("content")


def how_to_add_libraries() -> str:
    """The command that installs what only some commands need, for the folder of the project."""
    return (
        f"In the folder of the kiosk's README, run: {sys.executable} -m pip install "
        "--require-hashes -r packaging/constraints-extras.txt"
    )


def styles_folder() -> Path:
    """The folder of the style sheets."""
    return _bundled_or_checkout("styles")


def is_somewhere() -> bool:
    """Whether the folder from which paths are seen is there; a shell may be in one that is not."""
    with suppress(OSError):
        return Path.cwd().exists()
    return False


def _bundled_or_checkout(name: str) -> Path:
    bundled = _PACKAGE / f"_{name}"
    return bundled if bundled.is_dir() else _PACKAGE.parent / name
