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
_SMALL_COLUMN, _SMALL_COLUMNS = 26, 4
"""The cells that a small card must have, and how many of these stand in a row of their own."""

Card = Callable[[int], list[Line]]
"""Sets a card for a width in cells."""


def grid(
    cards: Sequence[Card],
    measure: int,
    width: int,
    *,
    is_loose: bool,
    is_airy: bool,
    is_small: bool = False,
) -> Iterator[Line]:
    """Set cards.

    Args:
        cards: The cards.
        measure: The cells of a card that stands below another one.
        width: The cells of all that stand side by side.
        is_loose: Whether an empty line parts one from the next below.
        is_airy: Whether one parts a row from the next, too.
        is_small: Whether four may stand in one row.
    """
    columns = _columns(len(cards), width, is_small=is_small)
    if columns == 1:
        for index, card in enumerate(cards):
            if index and is_loose:
                yield ()
            yield from card(measure)
        return
    room, rest = divmod(width - (columns - 1) * _BETWEEN, columns)
    for first in range(0, len(cards), columns):
        if first and is_airy:
            yield ()
        row = [card(room) for card in cards[first : first + columns - 1]]
        # The last one of a whole row ends where the page does.
        row += [card(room + rest) for card in cards[first + columns - 1 : first + columns]]
        yield from side_by_side(level(row), room, _BETWEEN)


def _columns(cards: int, width: int, *, is_small: bool) -> int:
    """How many cards may stand side by side: four make two rows, not three and one."""
    in_one_row = _SMALL_COLUMNS * (_SMALL_COLUMN + _BETWEEN) - _BETWEEN
    if is_small and cards == _SMALL_COLUMNS and width >= in_one_row:
        return cards
    room = (width + _BETWEEN) // (_LEAST_COLUMN + _BETWEEN)
    most = min(room, _MOST_COLUMNS, cards)
    return 2 if most == _MOST_COLUMNS and cards == 4 else max(most, 1)
