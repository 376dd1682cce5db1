"""A sentence in letters that can be read from a step away, drawn with half blocks.

The letters are those of the X Window System's misc-fixed fonts, in `styles/letters/`.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kiosk.pages.half_blocks import half_blocks
from kiosk.paths import styles_folder

_SIZES = ("9x15B", "7x13B", "5x8")
"""The files, the largest letters first."""
_BETWEEN_LETTERS = 1
"""Pixels; a pixel is as wide as a cell, and half as high."""

_Rows = tuple[str, ...]
"""Rows of pixels, each a 0 or a 1."""


class _Letters(NamedTuple):
    height: int
    drawn: dict[str, _Rows]

    @property
    def space(self) -> int:
        """The width of a space, in pixels."""
        return self.height * 2 // 5


def large(text: str, columns: int, rows: int) -> tuple[str, ...]:
    """Draw a text in the largest letters with which it fits.

    Args:
        text: The words; only spaces part them.
        columns: The longest line there may be, in cells.
        rows: The most lines there may be.

    Returns:
        The lines; none where it fits in no letters, or has one that is not among them.
    """
    for name in _SIZES:
        letters = _letters(name)
        if not set(text) - {" "} <= letters.drawn.keys():
            continue
        lines = _even(text.split(), letters, columns)
        height = -(-letters.height // 2)
        if len(lines) * height <= rows and all(len(line[0]) <= columns for line in lines):
            return tuple(cells for line in lines for cells in half_blocks(_pixels(line)))
    return ()


@cache
def _letters(name: str) -> _Letters:
    """Read a file of letters: the height, then each letter, its width, and its rows."""
    text = (styles_folder() / "letters" / f"{name}.txt").read_text(encoding="utf-8")
    height, *lines = (line for line in text.splitlines() if not line.startswith("# "))
    drawn: dict[str, _Rows] = {}
    for line in lines:
        letter, width, digits = line.split()
        length = len(digits) // int(height)
        parts = (digits[at : at + length] for at in range(0, len(digits), length))
        drawn[letter] = tuple(f"{int(part, 16):0{4 * length}b}"[: int(width)] for part in parts)
    return _Letters(int(height), drawn)


def _even(words: Sequence[str], letters: _Letters, columns: int) -> list[_Rows]:
    """The words in as few lines as can be, and these as short as they can be then."""
    lines = shorter = list(_filled(words, letters, columns))
    while len(shorter) == len(lines) and max(len(line[0]) for line in shorter) <= columns:
        lines, columns = shorter, max(len(line[0]) for line in shorter) - 1
        shorter = list(_filled(words, letters, columns))
    return lines


def _filled(words: Sequence[str], letters: _Letters, columns: int) -> Iterator[_Rows]:
    """The words in lines, filled greedily; a last word alone takes the one before it along."""
    lines: list[list[_Rows]] = [[]]
    for word in words:
        drawn = _side_by_side([letters.drawn[letter] for letter in word], _BETWEEN_LETTERS)
        if lines[-1] and _width([*lines[-1], drawn], letters.space) > columns:
            lines.append([])
        lines[-1].append(drawn)
    if len(lines) > 1 and len(lines[-1]) == 1 < len(lines[-2]) - 1:
        together = [lines[-2][-1], lines[-1][0]]
        if _width(together, letters.space) <= columns:
            lines[-2:] = [lines[-2][:-1], together]
    return (_side_by_side(line, letters.space) for line in lines)


def _width(line: Sequence[_Rows], space: int) -> int:
    return sum(len(word[0]) for word in line) + space * (len(line) - 1)


def _side_by_side(parts: Sequence[_Rows], pixels: int) -> _Rows:
    return tuple(("0" * pixels).join(rows) for rows in zip(*parts, strict=True))


def _pixels(line: _Rows) -> list[list[bool]]:
    return [[digit == "1" for digit in row] for row in line]
