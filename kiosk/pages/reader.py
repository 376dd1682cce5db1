"""Where a reader is on a page: the line at the top, and what Enter would open. Pure."""

from kiosk.content.blocks import Place
from kiosk.pages.typesetting import Page, Spot
from kiosk.pages.wrapping import Line

_WHEEL_LINES = 3


class Reader:
    """Moves through one page.

    Attributes:
        page: The page that is read.
        height: The lines that can be seen at once.
        top: The first line that is seen, from 0.
        spot: The spot that Enter would open, or None.
    """

    def __init__(self, page: Page, height: int, *, reading: bool) -> None:
        """Begin at the top.

        Args:
            page: The page.
            height: The lines that can be seen at once.
            reading: Whether the arrows scroll first (an article) or choose first (a menu).
        """
        self.page = page
        self.height = max(height, 1)
        self.reading = reading
        self.top = 0
        self._choices = [n for n, spot in enumerate(page.spots) if spot.is_choice]
        self.spot: int | None = None
        self._forget_unseen()

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
        """The spot that Enter would open."""
        return None if self.spot is None else self.page.spots[self.spot]

    def resume(self, top: int, spot: int | None) -> None:
        """Return to where the reader was, on this page or on the same one set anew."""
        self.spot = spot if spot is not None and spot < len(self.page.spots) else None
        self.top = min(max(top, 0), self.last_top)
        self._forget_unseen()

    def resize(self, height: int) -> None:
        """Keep the place when fewer or more lines can be seen."""
        self.height = max(height, 1)
        self.top = min(self.top, self.last_top)
        self._show_spot()

    def down(self) -> None:
        """The next choice, in an article only where it is in sight; a line down otherwise."""
        following = self._choice_after()
        if following is not None and (not self.reading or self._sees_all(following)):
            unseen = self.top + self.height
            self._select(following)
            if self.top > unseen:  # a heading stands between, which may not be passed unread
                self._jump(unseen)
        else:
            self._scroll(1)

    def up(self) -> None:
        """A line up, or the choice before."""
        before = self._choice_before()
        if before is not None and (not self.reading or self._is_choice_chosen()):
            self._select(before)
            return
        if self.reading:
            self.spot = None
        self._scroll(-1)

    def page_down(self) -> None:
        """A screen down, keeping one line of what was read."""
        self._jump(self.top + max(1, self.height - 1))

    def page_up(self) -> None:
        """A screen up, keeping one line of what was read."""
        self._jump(self.top - max(1, self.height - 1))

    def home(self) -> None:
        """To the beginning."""
        self.spot = None
        self._jump(0)

    def end(self) -> None:
        """To the end."""
        self._jump(self.last_top)
        if not self.reading:
            seen = (n for n in reversed(self._choices) if self._sees(n))
            self.spot = next(seen, self.spot)

    def wheel(self, direction: int) -> None:
        """Scroll by the wheel: 1 is down, -1 is up."""
        self._scroll(direction * _WHEEL_LINES)

    def show_lines(self, first: int, last: int) -> None:
        """Have lines in sight, with one around them; if they were not, at the top."""
        if not (self.top < first and last + 1 < self.top + self.height):
            self._jump(first - 1)

    def next_spot(self, step: int) -> bool:
        """Go to the next link or choice (step 1) or to the one before (step -1).

        Returns:
            False where there is none, and nothing has changed.
        """
        if self.spot is not None:
            following = self.spot + step
        else:
            following = self._first_in_sight() if step > 0 else self._first_in_sight() - 1
        if not 0 <= following < len(self.page.spots):
            return False
        self._select(following)
        return True

    def forget_spot(self, step: int) -> None:
        """Mark nothing, so that the next spot is the first one (step 1) or the last (step -1)."""
        self.spot = None if step > 0 else len(self.page.spots)
        if self.spot is not None and not self.next_spot(-1):
            self.spot = None

    def numbered(self, number: int) -> Spot | None:
        """The choice with that number, counted from 1.

        In an article only where it is in sight: above, a number may be that of a step to take.
        """
        if not 1 <= number <= len(self._choices):
            return None
        choice = self._choices[number - 1]
        if self.reading and not self._sees(choice):
            return None
        self._select(choice)
        return self.chosen

    def _first_in_sight(self) -> int:
        spots = self.page.spots
        return next((n for n, spot in enumerate(spots) if spot.last >= self.top), len(spots))

    def _is_choice_chosen(self) -> bool:
        return self.chosen is not None and self.chosen.is_choice

    def _choice_after(self) -> int | None:
        if self.spot is not None:
            return next((n for n in self._choices if n > self.spot), None)
        return next((n for n in self._choices if self.page.spots[n].first >= self.top), None)

    def _choice_before(self) -> int | None:
        if self.spot is None:
            return None
        return next((n for n in reversed(self._choices) if n < self.spot), None)

    def _select(self, spot: int) -> None:
        self.spot = spot
        self._show_spot()

    def _show_spot(self) -> None:
        """Scroll as little as needed to have the chosen spot in sight, with a line around it."""
        if (spot := self.chosen) is None:
            return
        if spot.first - 1 < self.top:
            self.top = max(0, spot.first - 1)
        elif spot.last + 2 > self.top + self.height:
            self.top = spot.last + 2 - self.height
        if self._choices[:1] == [self.spot] and spot.last < self.height:
            # Nothing above the first choice can be chosen, so this is the way to read it.
            self.top = 0
        self.top = min(max(self.top, 0), self.last_top)

    def _scroll(self, lines: int) -> None:
        self.top = min(max(self.top + lines, 0), self.last_top)
        self._forget_unseen()

    def _jump(self, top: int) -> None:
        self.top = min(max(top, 0), self.last_top)
        self._forget_unseen()

    def _forget_unseen(self) -> None:
        """What Enter opens is always in sight."""
        if self.spot is not None and self._sees(self.spot):
            return
        self.spot = None
        if not self.reading:
            self.spot = next((n for n in self._choices if self._sees(n)), None)

    def _sees_all(self, n: int) -> bool:
        return self.page.spots[n].last < self.top + self.height

    def _sees(self, n: int) -> bool:
        """Whether its first line, which names it, is in sight."""
        return self.top <= self.page.spots[n].first < self.top + self.height


def nearest(reader: Reader, kind: str) -> Spot | None:
    """Of the spots that lead to a kind of page, the first one in sight, or else the first."""
    found = [
        spot
        for spot in reader.page.spots
        if isinstance(spot.leads_to, Place) and spot.leads_to.kind == kind
    ]
    seen = (spot for spot in found if reader.top <= spot.last < reader.top + reader.height)
    return next(seen, next(iter(found), None))


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
