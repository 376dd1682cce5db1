"""The empty lines between two blocks, by how generously a page is set."""

import pytest

from kiosk.content.blocks import Block, Choice, Gap, Heading, Place, Row, Span, heading, paragraph
from kiosk.pages.spacing import CLOSE, Density, Spacing, space_between

APART, WIDE = Density(Spacing.APART), Density(Spacing.WIDE)
CHOICE = Choice("a", Place("start"))
PART = Choice("b", Place("start"), is_part=True)
ROW = Row((Span("a"),), (Span("b"),))


@pytest.mark.parametrize(
    ("before", "block", "spaces"),
    [
        (None, CHOICE, (0, 0, 0)),
        (CHOICE, CHOICE, (0, 1, 1)),
        (CHOICE, PART, (0, 0, 0)),
        (paragraph("x"), PART, (0, 0, 0)),
        (Gap(), CHOICE, (0, 1, 1)),
        (Gap(), paragraph("x"), (0, 0, 0)),
        (paragraph("x"), Gap(), (0, 0, 0)),
        (paragraph("x"), paragraph("y"), (1, 1, 2)),
        (ROW, paragraph("x"), (0, 0, 1)),
        (ROW, ROW, (0, 1, 1)),
        (CHOICE, paragraph("x"), (1, 2, 3)),
        (paragraph("x"), heading("y"), (1, 2, 2)),
        (paragraph("x"), Heading((Span("y"),), 3, is_asked=True), (1, 1, 2)),
        (paragraph("x"), heading("y", level=2), (2, 2, 3)),
    ],
)
def test_so_many_empty_lines_part_two_blocks(
    before: Block | None, block: Block, spaces: tuple[int, int, int]
) -> None:
    """Close, apart and wide: what belongs together stands together at any of them."""
    assert tuple(space_between(before, block, each) for each in (CLOSE, APART, WIDE)) == spaces


@pytest.mark.parametrize(("is_tight", "space"), [(True, 0), (False, 1)])
def test_a_heading_may_stand_right_above_its_choices(*, is_tight: bool, space: int) -> None:
    """Where there is little room; never above a text."""
    tight = Density(is_tight=is_tight)
    assert space_between(heading("x"), CHOICE, tight) == space
    assert space_between(heading("x"), paragraph("y"), tight) == 1
