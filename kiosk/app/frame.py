"""Where the parts of a page stand on a screen of any size."""

from functools import cache
from typing import NamedTuple

from kiosk.neutral import MEASURE, WIDTHS, margin
from kiosk.pages.here import Room

GAP = 4
"""Empty cells between the text and the column beside it."""
_SIDES = dict(zip(WIDTHS, (54, 36), strict=True))
"""The column beside the text, by all the cells that are used."""
_TALL = 18
"""Rows from which on title and keys have air around them."""


class Frame(NamedTuple):
    """The columns of a screen."""

    left: int
    """Empty cells left of everything."""
    width: int
    """Cells from the first one used to the last."""
    main: int
    """Cells of the first column, in which the text stands."""
    measure: int
    """Cells of a line of text."""
    side: int
    """Cells of the column beside it; 0 where there is no room for one."""


@cache
def frame_of(columns: int) -> Frame:
    """The frame on a screen of so many columns."""
    left = margin(columns)
    width = columns - 2 * left
    measure = min(MEASURE, width)
    for least, side in _SIDES.items():
        if width >= least:
            return Frame(left, width, width - GAP - side, measure, side)
    return Frame(left, width, measure, measure, 0)


def rows_of_frame(rows: int) -> int:
    """The lines of a screen that its title and its keys take."""
    if rows < _TALL:
        return 2
    return 6


def room_of(columns: int, rows: int, *, half_blocks: bool = True) -> Room:
    """What there is room for within the frame of a screen."""
    frame = frame_of(columns)
    width = frame.width if frame.side else 0
    return Room(max(rows - rows_of_frame(rows), 1), width, frame.side, half_blocks)
