"""What stands beside a page's text on a wide screen: its contents, and whom to call."""

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.app.frame import Frame
from kiosk.neutral import GAP
from kiosk.pages.contents import Entry, closer
from kiosk.pages.reader import Reader
from kiosk.pages.surfaces import side_by_side
from kiosk.pages.wrapping import Line


class Beside(NamedTuple):
    """Lines, the cell at which they begin, and the contents among them."""

    at: int = 0
    lines: Sequence[Line] = ()
    contents: Sequence[Entry] = ()
    width: int = 0

    def leads_to(self, x: int, y: int) -> int | None:
        """The line of the page for which a cell of the contents stands; None beside them."""
        if 0 <= x - self.at < self.width and y < len(self.contents):
            return self.contents[y][1]
        return None


def beside(reader: Reader, rows: int, contents: Sequence[Entry], frame: Frame) -> Beside:
    """Set the contents above the cards; before them, where an article leaves a column for that.

    Args:
        reader: Where on which page the visitor is.
        rows: The rows that there are.
        contents: The contents of the page.
        frame: The columns of the screen.
    """
    has_middle = bool(contents) and reader.reading and frame.middle > 0
    rows_of_cards = sum(len(card) + 1 for card in reader.page.beside) - 1
    if not has_middle and len(contents) + rows_of_cards > rows:
        contents = closer(contents)  # whom to call has the room that is left
    lines = [line for line, _ in contents]
    cards: list[Line] = [] if has_middle else [*lines]
    for card in reader.page.beside:
        if len(cards) + len(card) <= rows:
            cards += [*card, ()]
    if has_middle:
        both = [*side_by_side([lines, cards], frame.side, GAP)]
        return Beside(frame.middle, both, contents, frame.side)
    return Beside(frame.left + frame.main + GAP, cards, contents, frame.side)
