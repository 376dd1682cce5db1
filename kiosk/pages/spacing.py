"""How generously a page is set: the air in it, and the empty lines between two blocks."""

from enum import IntEnum
from typing import NamedTuple

from kiosk.content.blocks import (
    Block,
    Calls,
    Choice,
    Doors,
    Gap,
    Heading,
    Items,
    Paragraph,
    Quote,
    Row,
    Steps,
    Term,
)


class Spacing(IntEnum):
    """How much air there is."""

    CLOSE = 0
    """Choices, and the items of a short list, follow line on line."""
    APART = 1
    """An empty line stands between them."""
    WIDE = 2
    """And one between the lines of a text, too."""


class Density(NamedTuple):
    """How generously a page is set."""

    spacing: Spacing = Spacing.CLOSE
    padding: int = 0
    """Empty lines above and below what stands on a card."""
    rim: int = 0
    """Empty lines above and below choices that share a card, and around a quotation."""
    air: int = 0
    """Empty lines between the steps of a plan, and between quiet doors on the page itself."""
    asked: int = 0
    """Empty lines above and below the question that the choices answer, on its surface."""
    has_figures: bool = False
    """Whether numbers to call are three lines high."""
    has_airy_calls: bool = False
    """Whether an empty line stands below such a number."""
    has_low_tools: bool = False
    """Whether quiet doors stand on the page itself, while others stand on cards with air."""
    is_even: bool = False
    """Whether one empty line parts parts, too."""
    is_tight: bool = False
    """Whether a heading stands right above its choices."""
    has_few_notes: bool = False
    """Whether of doors only urgent ones have notes."""
    is_close: bool = False
    """Whether choices on one card stand line on line."""
    is_short: bool = False
    """Whether choices have their short labels."""


CLOSE = Density()
_CARDS = (Choice, Doors, Calls)
_ON_CARDS = (Choice, Quote, Steps)
"""Blocks below which a heading begins another part, even in an article."""
_CLOSE = (Choice, Row, Term, Items)
"""Blocks of which those of one kind stand together without an empty line."""


def space_between(before: Block | None, block: Block, density: Density) -> int:
    """The empty lines between two blocks: one between thoughts, two between parts."""
    spacing = density.spacing
    more = 1 if spacing is Spacing.WIDE else 0
    if isinstance(before, Heading) and isinstance(block, _CARDS) and density.is_tight:
        return 0
    if isinstance(before, Gap) and isinstance(block, Choice) and spacing:
        return 1  # so that groups of choices still stand apart
    if isinstance(block, Choice) and block.is_part:
        return 0
    if before is None or isinstance(before, Gap) or isinstance(block, Gap):
        return 0
    if density.is_close and isinstance(before, Choice) and isinstance(block, Choice):
        return 0
    if isinstance(block, _CLOSE) and type(before) is type(block):
        return 1 if spacing or (density.padding and isinstance(block, Choice)) else 0
    if isinstance(before, Row) and isinstance(block, Paragraph):
        return more
    if spacing and isinstance(before, Choice) and isinstance(block, Paragraph):
        more += 1  # what stands below choices is none of them
    is_part = isinstance(block, Heading) and (
        block.level == 2
        or (spacing is Spacing.APART and not block.is_asked)
        or (density.rim > 0 and isinstance(before, _ON_CARDS))
    )
    return more + (2 if is_part and not density.is_even else 1)
