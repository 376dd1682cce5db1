"""Cards side by side where there is room, and one below the other where there is none."""

from collections.abc import Callable, Iterator, Sequence

from kiosk.pages.surfaces import side_by_side
from kiosk.pages.tiles import level
from kiosk.pages.wrapping import Line

_BETWEEN = 2
"""Cells between what stands side by side."""
_LEAST_COLUMN = 36
"""Cells that a card beside another one must have."""
_MOST_COLUMNS = 3

Card = Callable[[int], list[Line]]
"""Sets a card for a width in cells."""


def grid(
    cards: Sequence[Card], measure: int, width: int, *, is_loose: bool, is_airy: bool
) -> Iterator[Line]:
    """Set cards.

    Args:
        cards: The cards.
        measure: The cells of a card that stands below another one.
        width: The cells of all that stand side by side.
        is_loose: Whether an empty line parts one from the next below.
        is_airy: Whether one parts a row from the next, too.
    """
    columns = _columns(len(cards), width)
    if columns == 1:
        for index, card in enumerate(cards):
            if index and is_loose:
                yield ()
            yield from card(measure)
        return
    room = (width - (columns - 1) * _BETWEEN) // columns
    for first in range(0, len(cards), columns):
        if first and is_airy:
            yield ()
        row = [card(room) for card in cards[first : first + columns]]
        yield from side_by_side(level(row), room, _BETWEEN)


def _columns(cards: int, width: int) -> int:
    """How many cards may stand side by side: four make two rows, not three and one."""
    room = (width + _BETWEEN) // (_LEAST_COLUMN + _BETWEEN)
    most = min(room, _MOST_COLUMNS, cards)
    return 2 if most == _MOST_COLUMNS and cards == 4 else max(most, 1)
