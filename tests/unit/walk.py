"""A visitor in a test: follows places and acts, with a desk that listens."""

from collections.abc import Iterable

from kiosk.content.blocks import Place, Target
from kiosk.pages import navigation
from kiosk.pages.draft import Draft
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.visit import Stop, Visit, visit_at
from tests.app.desk import TestDesk


class Walk:
    """One visit, from a first page on.

    Args:
        first: That page.
        desk: Takes what is left behind.
    """

    def __init__(self, first: Place, desk: TestDesk | None = None) -> None:
        self.visit: Visit = visit_at(first)
        self._leave_behind = LeaveBehind(desk)

    @property
    def here(self) -> Stop:
        """Where the visitor is."""
        return self.visit.here

    @property
    def place(self) -> Place:
        """The page that is open."""
        return self.here.place

    @property
    def draft(self) -> Draft:
        """What was filled in."""
        return self.visit.draft

    def follow(self, *targets: Target) -> None:
        """Follow each; a topic is counted once its page would be drawn."""
        for target in targets:
            visit, event = navigation.follow(self.visit, target)
            self.visit = self._leave_behind.hear(visit, event)
            self._leave_behind.count(event)

    def type(self, *texts: str) -> None:
        """Type into the box of the page, again and again."""
        for text in texts:
            self.visit = navigation.typed(self.visit, text)

    def back(self) -> bool:
        """Go back; tell whether there was a page to go back to."""
        before, self.visit = self.visit, navigation.back(self.visit)
        return self.visit is not before

    def way_back(self) -> Iterable[Place]:
        """Every place on the way back, the one here first; the walk is at its beginning then."""
        way = [self.place]
        while self.back():
            way.append(self.place)
        return way
