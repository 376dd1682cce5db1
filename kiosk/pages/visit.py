"""One visitor's way through the pages, for as long as the visit lasts. Pure."""

from dataclasses import dataclass

from kiosk.content.blocks import Place
from kiosk.pages.comfort import CHANGE, Comfort


@dataclass
class Stop:
    """A page on the way, and where on it the visitor was."""

    place: Place
    top: int = 0
    """The line at the top."""
    letters: int = 0
    """The letters of the page before the line at the top; the same at every width."""
    spot: int | None = None
    """What Enter would have opened."""


class Visit:
    """The way back. It lives in memory only, and a new one begins at every leaving."""

    def __init__(self, first: Place) -> None:
        self._stops = [Stop(first)]
        self.comfort = Comfort()
        """How this visitor wants the pages."""

    @property
    def here(self) -> Stop:
        """Where the visitor is."""
        return self._stops[-1]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page to go back to."""
        return len(self._stops) > 1

    @property
    def audience(self) -> str:
        """Who the visitor is, as far as the way here tells; nothing where it does not."""
        told = (stop.place.name for stop in reversed(self._stops) if stop.place.kind == "topics")
        return next(told, "")

    def go(self, place: Place) -> None:
        """Go on to a place; going to where one is changes nothing. A change stays where it is."""
        if place.kind == CHANGE:
            self.comfort = self.comfort.after(place)
        elif place != self.here.place:
            self._stops.append(Stop(place))

    def replace(self, place: Place) -> None:
        """Change the place without a step, as when a search is typed."""
        self._stops[-1] = Stop(place)

    def back(self) -> bool:
        """Go back one page, to the line that was read.

        Returns:
            False where there is none to go back to.
        """
        if not self.can_go_back:
            return False
        self._stops.pop()
        return True
