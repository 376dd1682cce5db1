"""A QR code for a terminal: dark on light whatever the colours around it, with a quiet zone.

Two modules stand above one another in a cell: a half block where they differ, else a space on
the one ground or the other, since a full block leaves gaps in some fonts. A font without half
blocks gets spaces alone, two cells a module, which take four times the room.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from kiosk.content.blocks import Span, Spans, Style

if TYPE_CHECKING:
    import segno

_QUIET = 4
"""Modules of quiet zone at each side, as ISO/IEC 18004 asks for."""
_LEAST_QUIET = 1
"""With less room than that, no code is drawn; phones read a code with one, see the tests."""
_Cell = tuple[str, Style]
_CELLS: dict[tuple[int, int], _Cell] = {
    (0, 0): (" ", "code"),
    (1, 0): ("▀", "code"),
    (0, 1): ("▄", "code"),
    (1, 1): (" ", "code-dark"),
}
"""Two modules, the upper one first, as a character and its role."""
_WIDE_CELLS: tuple[_Cell, _Cell] = (("  ", "code"), ("  ", "code-dark"))
Matrix = list[list[int]]
"""Rows of modules: 1 is dark."""


def draw_code(address: str, columns: int, rows: int, *, half_blocks: bool) -> tuple[Spans, ...]:
    """A code as large as its modules need.

    Args:
        address: What the code says.
        columns: The cells there are from left to right.
        rows: The lines there are.
        half_blocks: Whether the font has the half blocks.

    Returns:
        The code's lines; none where there is too little room for it.
    """
    matrix = [list(row) for row in code_of(address).matrix]
    size = len(matrix)
    across = columns if half_blocks else columns // 2
    down = rows * 2 if half_blocks else rows
    quiet_across = min(_QUIET, (across - size) // 2)
    quiet_down = min(_QUIET, (down - size) // 2)
    if min(quiet_across, quiet_down) < _LEAST_QUIET:
        return ()
    padded = _pad(matrix, quiet_across, quiet_down)
    return tuple(_in_half_blocks(padded) if half_blocks else _in_spaces(padded))


def code_of(address: str) -> "segno.QRCode":
    """The code of an address, with the fewest modules, hence the largest."""
    import segno  # a twentieth of a second, and only for this page

    return segno.make_qr(address, error="l")


def _pad(matrix: Matrix, across: int, down: int) -> Matrix:
    side = [0] * across
    empty = [0] * (len(matrix) + 2 * across)
    return [*[empty] * down, *([*side, *row, *side] for row in matrix), *[empty] * down]


def _in_half_blocks(matrix: Matrix) -> Iterator[Spans]:
    empty = [0] * len(matrix[0])
    for upper in range(0, len(matrix), 2):
        below = matrix[upper + 1] if upper + 1 < len(matrix) else empty
        pairs = zip(matrix[upper], below, strict=True)
        yield _joined(_CELLS[pair] for pair in pairs)


def _in_spaces(matrix: Matrix) -> Iterator[Spans]:
    for row in matrix:
        yield _joined(_WIDE_CELLS[module] for module in row)


def _joined(cells: Iterable[_Cell]) -> Spans:
    """The cells of a line, neighbours of one role as one span."""
    runs = groupby(cells, key=lambda cell: cell[1])
    return tuple(Span("".join(text for text, _ in run), role) for role, run in runs)
