"""Where the parts of a page stand on a screen of any size."""

from functools import cache
from typing import NamedTuple

from kiosk.neutral import GAP, MEASURE, SIDES, margin, page_width
from kiosk.pages.here import Room
from kiosk.pages.page import Page

_TALL, _HIGH = 18, 36
"""Rows from which on title and keys have air around them, and the keys below them, too."""
BREAKPOINTS = [(0, "-low"), (_TALL, "-tall"), (_HIGH, "-high")]
"""The class that a screen has, by its rows."""


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

    @property
    def middle(self) -> int:
        """The first cell of a column between the text and that one, 0 where there is no room."""
        has_middle = self.side and self.main >= self.measure + GAP + self.side
        return self.left + self.measure + GAP if has_middle else 0


@cache
def frame_of(columns: int) -> Frame:
    """The frame on a screen of so many columns."""
    left = margin(columns)
    width = page_width(columns)
    measure = min(MEASURE, width)
    for least, side in SIDES.items():
        if width >= least:
            return Frame(left, width, width - GAP - side, measure, side)
    return Frame(left, width, measure, measure, 0)


def rows_of_frame(rows: int) -> int:
    """The lines of a screen that its title and its keys take."""
    if rows < _TALL:
        return 2
    return 6 if rows < _HIGH else 8


def has_place(rows: int) -> bool:
    """Whether the place on the page has a line of its own on a screen of so many rows."""
    return rows >= _TALL


def rows_of_text(page: Page, rows: int, screen_rows: int) -> int:
    """Of the rows there are above the foot of a page, those for its text.

    Args:
        page: The page.
        rows: The rows there are.
        screen_rows: The rows of the whole screen.
    """
    return rows - 2 * air_at_place(page, rows, screen_rows)


def air_at_place(page: Page, rows: int, screen_rows: int) -> int:
    """The empty lines above and below the line that says where on the page one is.

    Where nothing goes on below, that line is the only empty one.
    """
    return 1 if len(page.lines) > rows and screen_rows >= _HIGH else 0


def room_of(
    columns: int, rows: int, *, half_blocks: bool = True, has_surfaces: bool = True
) -> Room:
    """What there is room for within the frame of a screen."""
    frame = frame_of(columns)
    width = frame.width if frame.side else 0
    height = max(rows - rows_of_frame(rows), 1)
    return Room(height, width, frame.side, half_blocks, has_surfaces)
