"""Cards side by side where there is room, and one below the other where there is none."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from kiosk.pages.surfaces import PADDING, side_by_side
from kiosk.pages.tiles import level
from kiosk.pages.wrapping import Line, Piece

_BETWEEN = 2
"""Cells between what stands side by side."""
_LEAST_COLUMN = 36
"""Cells that a card beside another one must have."""
_MOST_COLUMNS = 3

Card = Callable[[int], list[Line]]
"""Sets a card for a width in cells."""


class End(NamedTuple):
    """What ends a grid: words in its last row, or below it where these take no more lines."""

    words: Callable[[int], Iterable[Line]]
    """Sets them for a width in cells."""
    above: int
    """Empty lines above them within the row."""
    gap: int
    """Those above them below it."""


def grid(
    cards: Sequence[Card],
    measure: int,
    width: int,
    *,
    is_loose: bool,
    is_airy: bool,
    end: End | None = None,
) -> Iterator[Line]:
    """Set cards.

    Args:
        cards: The cards.
        measure: The cells of a card that stands below another one.
        width: The cells of all that stand side by side.
        is_loose: Whether an empty line parts one from the next below.
        is_airy: Whether one parts a row from the next, too.
        end: What follows them.
    """
    columns = _columns(len(cards), width, has_end=end is not None)
    if columns == 1:
        for index, card in enumerate(cards):
            if index and is_loose:
                yield ()
            yield from card(measure)
        yield from _below(end, measure)
        return
    room, rest = divmod(width - (columns - 1) * _BETWEEN, columns)
    # What is over parts the cards, which are all as wide as each other.
    more, rest = divmod(rest, columns - 1)
    between = _BETWEEN + more
    for first in range(0, len(cards), columns):
        if first and is_airy:
            yield ()
        row = [card(room) for card in cards[first : first + columns - 1]]
        # The last one of a whole row ends where the page does.
        row += [card(room + rest) for card in cards[first + columns - 1 : first + columns]]
        row = level(row)
        if end and len(row) < columns:
            free = (columns - len(row)) * (room + between) - between
            lead = Piece(" " * PADDING, "plain")  # they align with what stands on the cards above
            words = ((lead, *line) for line in end.words(free - PADDING))
            lines: list[Line] = [*[()] * end.above, *words]
            if len(lines) - len(row[0]) < len(list(_below(end, measure))):
                row.append(lines)
                end = None
        yield from side_by_side(row, room, between)
    yield from _below(end, measure)


def _below(end: End | None, measure: int) -> Iterator[Line]:
    if end:
        yield from [()] * end.gap
        yield from end.words(measure)


def _columns(cards: int, width: int, *, has_end: bool) -> int:
    """How many cards may stand side by side: four make two rows, not three and one."""
    room = (width + _BETWEEN) // (_LEAST_COLUMN + _BETWEEN)
    most = min(room, _MOST_COLUMNS, cards)
    return 2 if most == _MOST_COLUMNS and cards == 4 and not has_end else max(most, 1)
