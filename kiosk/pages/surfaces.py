"""Surfaces: a card, a call card, what is asked, a notice. `styles/` says what each looks like."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from kiosk.pages.wrapping import NO_SPOT, Line, Piece, fill

Ground = Literal["", "card", "urgent", "call", "notice", "asked"]
"""A surface by name; empty for the page itself."""
PADDING = 2
"""Empty cells at each side of what stands on a card."""


def on_ground(
    lines: Iterable[Line],
    width: int,
    ground: Ground,
    *,
    padding: int = PADDING,
    above: int = 0,
    spot: int = NO_SPOT,
) -> Iterator[Line]:
    """Lay lines on a surface.

    Args:
        lines: Lines that are no wider than the surface without its padding.
        width: The cells of the surface.
        ground: Which surface.
        padding: Empty cells at each side.
        above: Empty lines above and below.
        spot: What all of the surface belongs to.
    """
    empty = fill((), width, spot, ground)
    lead = (Piece(" " * padding, "plain", spot, ground),) if padding else ()
    yield from [empty] * above
    for line in lines:
        laid = (
            msgspec.structs.replace(
                piece,
                ground=piece.ground or ground,
                spot=piece.spot if piece.spot != NO_SPOT else spot,
            )
            for piece in line
        )
        yield fill((*lead, *laid), width, spot, ground)
    yield from [empty] * above


def side_by_side(columns: list[list[Line]], width: int, gap: int) -> Iterator[Line]:
    """Set columns of lines beside each other; the shorter ones end earlier.

    Args:
        columns: The lines of each column.
        width: The cells of a column.
        gap: The empty cells between two columns.
    """
    for number in range(max(map(len, columns), default=0)):
        line: list[Piece] = []
        for index, column in enumerate(columns):
            if index:
                line.append(Piece(" " * gap, "plain"))
            line += fill(column[number] if number < len(column) else (), width, NO_SPOT)
        yield tuple(line)
