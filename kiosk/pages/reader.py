"""Where a reader is on a page: the line at the top, and what Enter would open. Pure."""

from collections.abc import Sequence

from kiosk.content.blocks import Place
from kiosk.pages.acts import TickStep
from kiosk.pages.page import Page, Spot
from kiosk.pages.sight import Sight


class Reader(Sight):
    """Moves through one page.

    Attributes:
        spot: The spot that Enter would open, or None.
    """

    def __init__(self, page: Page, height: int, *, reading: bool) -> None:
        """Begin at the top.

        Args:
            page: The page.
            height: The lines that can be seen at once.
            reading: Whether the arrows scroll first (an article) or choose first (a menu).
        """
        super().__init__(page, height)
        self.reading = self.keeps_cards = reading
        self._choices = [n for n, spot in enumerate(page.spots) if spot.is_choice]
        self._has_steps = any(isinstance(spot.leads_to, TickStep) for spot in page.spots)
        self.spot: int | None = None
        self._forget_unseen()

    @property
    def chosen(self) -> Spot | None:
        """The spot that Enter would open."""
        return None if self.spot is None else self.page.spots[self.spot]

    def resume(self, top: int, spot: int | None) -> None:
        """Return to where the reader was, on this page or on the same one set anew."""
        self.spot = spot if spot is not None and spot < len(self.page.spots) else None
        super().move_to(top)
        if not self.reading and self.chosen is not None and not self.sees(self.chosen):
            self._show_spot()  # set anew, the page has it elsewhere
        self._forget_unseen()

    def resize(self, height: int) -> None:
        """Keep the place when fewer or more lines can be seen."""
        self.height = max(height, 1)
        super().move_to(self.top)
        self._show_spot()
        self._forget_unseen()

    def down(self) -> None:
        """The next choice, in an article only where it is in sight; a line down otherwise."""
        following = self._choice_after()
        if following is not None and (
            not self.reading or self.sees_all(self.page.spots[following])
        ):
            unseen = self.top + self.shown
            self._select(following)
            if self.top > unseen:  # a heading stands between, which may not be passed unread
                self.move_to(unseen)
        else:
            self.move_to(self.top + 1)

    def up(self) -> None:
        """A line up, or the choice before."""
        before = self._choice_before()
        if before is not None and (not self.reading or self._is_choice_chosen()):
            self._select(before)
            return
        if self.reading:
            self.spot = None
        self.move_to(self.top - 1)

    def beside(self, step: int) -> bool:
        """The choice at the right of the one that is marked (step 1), or at its left (step -1).

        Returns:
            False where none stands there, and nothing has changed.
        """
        chosen, spots = self.chosen, self.page.spots
        if chosen is None or not chosen.is_choice:
            return False
        row = [n for n in self._choices if spots[n].first == chosen.first]
        on = [n for n in row if (spots[n].left - chosen.left) * step > 0]
        if self.page.second_at:
            # Columns of their own have no rows in common: the choice that is nearest stands there.
            column = self.page.column_of(chosen) + step
            there = [n for n in self._choices if self.page.column_of(spots[n]) == column]
            on = sorted(there, key=lambda n: abs(spots[n].first - chosen.first))[:1]
        if on:
            self._select(min(on) if step > 0 else max(on))
        return bool(on)

    def home(self) -> None:
        """To the beginning."""
        self.spot = None
        self.move_to(0)

    def end(self) -> None:
        """To the end."""
        self.move_to(self.last_top)
        if not self.reading:
            seen = (n for n in reversed(self._choices) if self.sees(self.page.spots[n]))
            self.spot = next(seen, self.spot)

    def next_spot(self, step: int) -> bool:
        """Go to the next link or choice (step 1) or to the one before (step -1).

        Returns:
            False where there is none, and nothing has changed.
        """
        spots = self.page.spots
        if self.spot is not None:
            following = self.spot + step
        else:
            seen = next((n for n, spot in enumerate(spots) if spot.last >= self.top), len(spots))
            following = seen if step > 0 else seen - 1
        if not 0 <= following < len(spots):
            return False
        self._select(following)
        return True

    def forget_spot(self, step: int) -> None:
        """Mark nothing, so that the next spot is the first one (step 1) or the last (step -1)."""
        self.spot = None if step > 0 else len(self.page.spots)
        if self.spot is not None and not self.next_spot(-1):
            self.spot = None

    def keyed(self, key: str) -> Spot | None:
        """The choice or the link that a digit or a letter stands at.

        In an article only where it is in sight: above, a number may be that of a line in a list.
        In a plan each key means one thing, so there one that is out of sight is shown and marked.
        """
        choice = next((n for n, spot in enumerate(self.page.spots) if spot.key == key), None)
        if choice is None:
            return None
        is_ready = not self.reading or self.spot == choice or self.sees(self.page.spots[choice])
        if is_ready or self._has_steps:
            self._select(choice)
        return self.chosen if is_ready else None

    def _is_choice_chosen(self) -> bool:
        return self.chosen is not None and self.chosen.is_choice

    def _choice_after(self) -> int | None:
        spots = self.page.spots
        if self.spot is None:
            return next((n for n in self._choices if spots[n].first >= self.top), None)
        if self.page.second_at:  # the second column follows below the first one
            return next((n for n in self._choices if n > self.spot), None)
        last = spots[self.spot].last
        below = [n for n in self._choices if n > self.spot and spots[n].first > last]
        return self._nearest_in_row(below, spots[below[0]].first) if below else None

    def _choice_before(self) -> int | None:
        if self.spot is None:
            return None
        spots = self.page.spots
        if self.page.second_at:
            return next((n for n in reversed(self._choices) if n < self.spot), None)
        # The step that a link stands in begins above it, and ends below.
        first = spots[self.spot].first
        end = first if self._is_choice_chosen() else first + 1
        above = [n for n in self._choices if n < self.spot and spots[n].first < end]
        return self._nearest_in_row(above, spots[above[-1]].first) if above else None

    def _nearest_in_row(self, choices: Sequence[int], first: int) -> int:
        """Of the choices that begin at a line, the one that stands most nearly in this column."""
        spots = self.page.spots
        left = 0 if self.chosen is None else self.chosen.left
        row = (n for n in choices if spots[n].first == first)
        return min(row, key=lambda n: abs(spots[n].left - left))

    def _select(self, spot: int) -> None:
        self.spot = spot
        self._show_spot()

    def _show_spot(self) -> None:
        if (spot := self.chosen) is not None:
            self.show(spot, is_first=self._choices[:1] == [self.spot])

    def move_to(self, top: int) -> None:
        """Have another line at the top, and mark nothing that is out of sight."""
        super().move_to(top)
        self._forget_unseen()

    def _forget_unseen(self) -> None:
        """What Enter opens is always in sight."""
        if self.spot is not None and self.sees(self.page.spots[self.spot]):
            return
        self.spot = None
        if not self.reading:
            self.spot = next((n for n in self._choices if self.sees(self.page.spots[n])), None)


def nearest(reader: Reader, kind: str) -> Spot | None:
    """Of the spots that lead to a kind of page, the first one in sight, or else the first."""
    found = [
        spot
        for spot in reader.page.spots
        if isinstance(spot.leads_to, Place) and spot.leads_to.kind == kind
    ]
    seen = (spot for spot in found if reader.top <= spot.last < reader.top + reader.height)
    return next(seen, next(iter(found), None))
