"""The part of a page that is in sight: from which line on, and how many. Pure."""

from collections.abc import Sequence

from kiosk.pages.page import Page, Spot
from kiosk.pages.wrapping import NO_SPOT, Line, Piece

_WHEEL_LINES = 3
_MOST_OF_CHOICE, _MOST_OF_CARD = 4, 7
"""Lines of a choice, and of a card of several ones, that wait rather than cut it in two."""
_PART_OF_ALL = 4
"""Nor do more wait than such a part of all that can be seen."""
_NO_CARD = ("", NO_SPOT, False)
_HEADINGS = {"heading2", "heading3"}
_EDGES = {"edge", "quote"}
"""What stands before every line of a card, even where nothing is said."""


class Sight:
    """A window on the lines of a page.

    Attributes:
        page: The page that is read.
        height: The lines that can be seen at once.
        top: The first line that is seen, from 0.
    """

    keeps_cards = False
    """Whether a card of several choices waits, too, rather than be cut."""

    def __init__(self, page: Page, height: int) -> None:
        """Begin at the top.

        Args:
            page: The page.
            height: The lines that can be seen at once.
        """
        self.page = page
        self.height = max(height, 1)
        self.top = 0

    @property
    def last_top(self) -> int:
        """The top line at which the page's end is in sight."""
        return max(0, len(self.page.lines) - self.height)

    @property
    def percent(self) -> int:
        """How much of the page has been in sight so far, in percent."""
        if not self.last_top:
            return 100
        return 100 * (self.top + self.height) // len(self.page.lines)

    @property
    def chosen(self) -> Spot | None:
        """What is marked, if anything."""
        return None

    @property
    def shown(self) -> int:
        """The lines that are shown.

        A card at the end that would be cut in two waits unless something on it is marked, and so
        does a heading for what it stands above.
        """
        if self.top >= self.last_top:
            return self.height
        lines = self.page.lines[self.top : self.top + self.height]
        most_of_card = _MOST_OF_CARD if self.keeps_cards else 0
        whole = shown = _whole(self.page.lines, self.top, len(lines), most_of_card)
        while shown and (not lines[shown - 1] or _is_heading(lines[shown - 1])):
            shown -= 1
        has_heading = any(map(_is_heading, lines[shown:]))
        shown = shown if shown and has_heading else whole
        is_marked = self.chosen and shown <= self.chosen.first - self.top < self.height
        return self.height if is_marked else shown

    def move_to(self, top: int) -> None:
        """Have another line at the top, as far as there are lines."""
        self.top = min(max(top, 0), self.last_top)

    def page_down(self) -> None:
        """A screen down, keeping one line of what was read, or the empty one above a card."""
        last = self.top + self.shown - 1
        line, following = (*self.page.lines[last : last + 2], (), ())[:2]
        is_edge = bool(following) and not _has_words(following)
        goes_on = not _has_words(line) and not (is_edge and not line)
        self.move_to(max(last + goes_on, self.top + 1))

    def page_up(self) -> None:
        """A screen up, keeping one line of what was read."""
        self.move_to(self.top - max(1, self.height - 1))

    def wheel(self, direction: int) -> None:
        """Scroll by the wheel: 1 is down, -1 is up."""
        self.move_to(self.top + direction * _WHEEL_LINES)

    def show_lines(self, first: int, last: int) -> None:
        """Have lines in sight, with one around them; if they were not, at the top."""
        if not (self.top < first and last + 1 < self.top + self.shown):
            self.move_to(first - 1)

    def sees(self, spot: Spot) -> bool:
        """Whether a spot's first line, which names it, is in sight."""
        return self.top <= spot.first < self.top + self.shown

    def sees_all(self, spot: Spot) -> bool:
        """Whether it is in sight to its last line, or fills all there is to see."""
        return spot.last < self.top + self.shown or self._is_filled_by(spot)

    def show(self, spot: Spot, *, is_first: bool) -> None:
        """Scroll as little as needed to have a spot in sight, with a line around it.

        Args:
            spot: The spot.
            is_first: Whether nothing above can be chosen, so that this is the way to read it.
        """
        if self._is_filled_by(spot):
            return
        top = self.top
        if spot.first - 1 < self.top:
            top = max(0, spot.first - 1)
        elif spot.last + 2 > self.top + self.height:
            top = min(spot.last + 2 - self.height, spot.first)  # what names it is seen
        if is_first and spot.last < self.height:
            top = 0
        self.move_to(top)

    def _is_filled_by(self, spot: Spot) -> bool:
        return spot.first <= self.top and spot.last >= self.top + self.height - 1


def _whole(lines: Sequence[Line], top: int, height: int, most_of_card: int) -> int:
    """How many lines to show so that no card is cut, unless it is a high one."""
    end = top + height
    least = min(1, height - 1)
    for most, is_one in ((most_of_card, _is_one_card), (_MOST_OF_CHOICE, _is_one_choice)):
        for cut in range(min(most, max(least, height // _PART_OF_ALL)) + 1):
            if not is_one(lines[end - cut - 1], lines[end - cut]):
                return height - cut
    return height


def _is_one_card(line: Line, following: Line) -> bool:
    """Whether two lines that follow each other stand on the same card."""
    if not line or not following:
        return False
    return line[0].ground == following[0].ground != "" or _is_one_choice(line, following)


def _is_one_choice(line: Line, following: Line) -> bool:
    """Whether they belong to the same choice, or to the same quotation."""
    if not line or not following:
        return False
    first, second = (_card_of(each[0]) for each in (line, following))
    return first == second != _NO_CARD


def _card_of(piece: Piece) -> tuple[str, int, bool]:
    return piece.ground, piece.spot, piece.style == "quote"


def _has_words(line: Line) -> bool:
    return any(piece.text.strip() and piece.style not in _EDGES for piece in line)


def _is_heading(line: Line) -> bool:
    return bool(line) and line[0].style in _HEADINGS


def letters_before(page: Page, line: int) -> int:
    """How many letters of a page stand before a line, spaces not counted."""
    return sum(_letters(page.lines[number]) for number in range(min(line, len(page.lines))))


def line_of_letter(page: Page, letters: int) -> int:
    """The line of a page that so many letters stand before, or in."""
    for number, line in enumerate(page.lines):
        if letters <= 0:
            return number
        letters -= _letters(line)
        if letters < 0:
            return number
    return 0


def _letters(line: Line) -> int:
    return sum(len(piece.text) - piece.text.count(" ") for piece in line)
