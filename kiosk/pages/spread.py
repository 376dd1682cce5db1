"""A page in three columns: what to do, the rest of it, and whom to call, all seen at once."""

from collections.abc import Sequence

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
    cuts = [n for n, block in enumerate(blocks) if n and isinstance(block, Heading)]
    for density in _DENSITIES:
        pages = [
            typeset(blocks[:n], measure, density=density, second=blocks[n:], second_width=room.side)
            for n in cuts
        ]
        page = min(pages, key=lambda page: len(page.lines), default=None)
        if page and len(page.lines) <= rows:
            return page
    return None
