"""A page in three columns: what to do, the rest of it, and whom to call, all seen at once."""

from collections.abc import Sequence
from itertools import pairwise

from kiosk.content.blocks import Block, Heading
from kiosk.pages.here import Room
from kiosk.pages.page import Page
from kiosk.pages.spacing import Density, Spacing
from kiosk.pages.typesetting import typeset

_AIRY = Density(Spacing.APART, padding=1, air=1, is_even=True)
_SHARED = _AIRY._replace(padding=0, rim=1)
_DENSITIES = (_AIRY, _SHARED._replace(rim=2), _SHARED, _SHARED._replace(is_tight=True))
"""From the most generous one."""


def spread(blocks: Sequence[Block], measure: int, room: Room, rows: int) -> Page | None:
    """Set the blocks in two columns, cut at the heading that makes them most alike.

    Args:
        blocks: The page.
        measure: The longest line of text in the first column, in cells.
        room: What there is room for; the second column is as wide as the one for calls.
        rows: The lines that can be seen at once.

    Returns:
        The page; None where it would scroll.
    """
    widths = measure, room.side
    cuts = [n for n, block in enumerate(blocks) if n and isinstance(block, Heading)]
    for density in _DENSITIES if cuts else ():
        # The columns' heights are told by each part's own, so that the page is set once.
        ends = [0, *cuts, len(blocks)]
        parts = [blocks[first:end] for first, end in pairwise(ends)]
        left, right = ([_rows(part, width, density) + 1 for part in parts] for width in widths)
        heights = [max(sum(left[:n]), sum(right[n:])) - 1 for n in range(1, len(parts))]
        if min(heights) > rows:
            continue
        cut = cuts[heights.index(min(heights))]
        page = typeset(
            blocks[:cut], measure, density=density, second=blocks[cut:], second_width=room.side
        )
        if len(page.lines) <= rows:
            return page
    return None


def _rows(blocks: Sequence[Block], width: int, density: Density) -> int:
    return len(typeset(blocks, width, density=density).lines)
