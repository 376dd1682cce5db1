"""A page set in lines, and what can be chosen on it."""

from collections.abc import Iterator, Sequence

import msgspec

from kiosk.content.blocks import Target
from kiosk.pages.wrapping import NO_SPOT, Line, width_of


class Spot(msgspec.Struct, frozen=True):
    """Something on a page that can be chosen."""

    leads_to: Target
    first: int
    """Its first line, from 0."""
    last: int
    """Its last line."""
    is_choice: bool
    """Whether it is a line of its own, which the arrow keys reach, or a link in the text."""
    left: int = 0
    """Its first cell, from 0."""
    key: str = ""
    """The digit or the letter that opens it; empty where there is none."""


class Page(msgspec.Struct, frozen=True):
    """A page set in lines."""

    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]
    beside: tuple[tuple[Line, ...], ...] = ()
    """What stands beside the lines, card by card; of those as many as there is room for."""
    has_title: bool = False
    """Whether its first lines are a title in large letters."""
    foot: tuple[Line, ...] = ()
    """What is always in sight below the lines."""
    second_at: int = 0
    """The cell at which a second column of lines begins; 0 where there is only one."""

    def column_of(self, spot: Spot) -> int:
        """In which column a spot stands, from 0."""
        return 1 if self.second_at and spot.left >= self.second_at else 0


Aim = tuple[Target, bool, str]
"""Where a spot leads, whether it is a choice, and its key."""


def spots_in(lines: Sequence[Line], targets: Sequence[Aim]) -> Iterator[Spot]:
    """The spots of set lines.

    Args:
        lines: All lines of a page.
        targets: What is known of each spot before it has lines; by the numbers in the lines.
    """
    found: dict[int, tuple[int, int, int]] = {}
    for number, line in enumerate(lines):
        for index, piece in enumerate(line):
            if (spot := piece.spot) == NO_SPOT:
                continue
            if spot in found:
                first, _, left = found[spot]
                found[spot] = (first, number, left)
            else:
                found[spot] = (number, number, width_of(line[:index]))
    for spot, (target, is_choice, key) in enumerate(targets):
        first, last, left = found.get(spot, (0, 0, 0))
        yield Spot(target, first, last, is_choice, left, key)
