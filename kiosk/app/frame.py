"""Where the parts of a page stand on a screen of any size."""

from functools import cache
from typing import NamedTuple

from kiosk.neutral import MEASURE, margin

SIDE = 28
"""Cells of the column beside the text."""
GAP = 4
"""Empty cells between the text and that column."""
_LEAST_MARGIN = 6
_TALL = 18


class Frame(NamedTuple):
    """The columns of a screen."""

    left: int
    """Empty cells left of everything."""
    width: int
    """Cells from the first one used to the last."""
    measure: int
    """Cells of the text, which begins at the left."""
    side: int
    """Cells of the column beside the text; 0 where there is no room for one."""


@cache
def frame_of(columns: int) -> Frame:
    """The frame on a screen of so many columns."""
    width = MEASURE + GAP + SIDE
    if columns >= width + 2 * _LEAST_MARGIN:
        return Frame((columns - width) // 2, width, MEASURE, SIDE)
    left = margin(columns)
    width = columns - 2 * left
    return Frame(left, width, min(MEASURE, width), 0)


def rows_of_frame(rows: int) -> int:
    """The lines of a screen that its title and its keys take."""
    return 6 if rows >= _TALL else 3
