"""What reads the value of each setting; each says what to write instead where it cannot."""

from datetime import date
from typing import NamedTuple

THEMES = ("light", "dark", "contrast")
"""The themes that a visitor can choose from; the files are in `styles/themes`."""
FEW_COLOURS = "console"
"""The theme of sixteen colours, shown wherever the terminal has no more."""

PANIC_KEY_NAMES = (
    *(f"f{number}" for number in range(1, 13)),
    "insert",
    "menu",
    "pause",
    "printscreen",
)
"""The keys that can be named in `panic_keys`, besides single characters."""
_NEEDED = frozenset("0123456789/ ")
"""What visitors type to choose and to search."""
STAFF_KEY = "f10"
"""What staff press three times on the first page to be asked for their passphrase."""


def text(value: object) -> str:
    """One line of text."""
    words = " ".join(value.split()) if isinstance(value, str) else ""
    if not words or not words.isprintable() or "\n" in str(value):
        raise ValueError('must be one line of text in quotes, for example "Central Library".')
    return words


def texts(value: object) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(value, list):
        raise ValueError('must be a list of texts, for example ["One", "Two"].')
    return tuple(text(item) for item in value)


def day(value: object) -> date:
    """A day of the calendar.

    Raises:
        ValueError: It is not a date of TOML.
    """
    if type(value) is not date:
        raise ValueError("must be a day without quotes, for example 2026-11-22.")
    return value


def folders(value: object) -> tuple[str, ...]:
    """One folder, or a list of them."""
    if isinstance(value, str):
        return (text(value),)
    if not isinstance(value, list):
        raise ValueError('must be a folder in quotes, for example "/srv/kiosk/words".')
    return texts(value)


def languages(value: object) -> tuple[str, ...]:
    """Codes of languages, each once."""
    codes = texts(value)
    are_names = all(code.replace("-", "").isalnum() for code in codes)
    if not codes or not are_names or len(set(codes)) < len(codes):
        raise ValueError('must name languages by their folders, each once: ["en", "cy"].')
    return codes


_OF_A_QUEUE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.+@-")


def printer(value: object) -> str:
    """The name of a queue of CUPS: lpadmin(8) forbids spaces, "/", "#" and quotes."""
    known = isinstance(value, str) and value and value[0] != "-" and _OF_A_QUEUE.issuperset(value)
    if not isinstance(value, str) or not known:
        raise ValueError('must be the name of a queue as lpstat -e lists it, like "kiosk-card".')
    return value


def switch(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("must be true or false, without quotation marks.")
    return value


def theme(value: object) -> str:
    """The name of a theme."""
    names = (*THEMES, FEW_COLOURS)
    if value not in names:
        raise ValueError(f"must be one of {', '.join(names)}.")
    return str(value)


class Seconds(NamedTuple):
    """Reads a whole number of seconds.

    Attributes:
        least: The fewest that are taken.
        most: The most that are taken.
    """

    least: int
    most: int

    def __call__(self, value: object) -> int:
        """Read the number.

        Raises:
            ValueError: It is not a whole number, or too small or large.
        """
        if type(value) is not int or not self.least <= value <= self.most:
            raise ValueError(
                f"must be a whole number of seconds from {self.least} to {self.most}, "
                "without quotation marks."
            )
        return value


def panic_keys(value: object) -> tuple[str, ...]:
    """The names of keys."""
    names = tuple(name if len(name) == 1 else name.lower() for name in texts(value))
    if unknown := [name for name in names if len(name) > 1 and name not in PANIC_KEY_NAMES]:
        known = ", ".join(PANIC_KEY_NAMES)
        raise ValueError(f"knows no {', '.join(unknown)}: use one character, or one of {known}.")
    if needed := [name for name in names if name in _NEEDED]:
        raise ValueError(
            f"has {', '.join(needed)}, which visitors need: digits choose, / searches."
        )
    return names


_PARTS_OF_A_HASH = 6  # nothing, kind, version, costs, salt, hash


def passphrase_hash(value: object) -> str:
    """A hash of Argon2id, in the form that all its libraries write."""
    parts = value.split("$") if isinstance(value, str) and value.isascii() else []
    if parts[:2] != ["", "argon2id"] or len(parts) != _PARTS_OF_A_HASH:
        raise ValueError(
            "must be the line that `kiosk passphrase` prints, whole; never the passphrase itself."
        )
    return str(value)
