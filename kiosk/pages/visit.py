"""One visitor's way through the pages, for as long as the visit lasts. Pure."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from kiosk.content.blocks import Place
from kiosk.pages.comfort import CHANGE, Comfort
from kiosk.pages.commands import SEARCH
from kiosk.pages.draft import AGAIN, ANSWER, EMPTY, FORM, TICK, form_of, onward_from, told


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
        self.draft = EMPTY
        """What this visitor has filled in."""
        self.counted: set[str] = set()
        """The topics that were counted."""
        self._form_ids: dict[str, UUID] = {}

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
        """Go on to a place; going to where one is changes nothing. A change or a tick stays."""
        if place.kind == CHANGE:
            self.comfort = self.comfort.after(place)
        elif place.kind == TICK:
            self.draft = self.draft.with_tick(*told(place))
        elif place.kind == ANSWER:
            self.draft = self.draft.with_answer(*told(place))
            self.go(onward_from(place))
        elif place != self.here.place:
            self._stops.append(Stop(place))

    def replace(self, place: Place) -> None:
        """Change the place without a step, as when a search is typed."""
        self._stops[-1] = Stop(place)

    def type(self, text: str) -> None:
        """Take what stands in the box of the page now."""
        kind, name = self.here.place.kind, self.here.place.name
        if kind == SEARCH.name:
            self.replace(Place(kind, text))
        elif kind == FORM:
            self.draft = self.draft.with_answer(name.removesuffix(AGAIN), text)

    def form_id(self, form: str) -> UUID:
        """What tells this filling-in from any other, so that sending it twice is sending once."""
        return self._form_ids.setdefault(form, uuid4())

    def end_form(self, form: str, place: Place) -> None:
        """Forget a form and the way through it, and go on to a place."""
        self.draft = self.draft.without(form)
        self._form_ids.pop(form, None)
        self._stops = [stop for stop in self._stops if form_of(stop.place) != form]
        if not self._stops or self.here.place != place:
            self._stops.append(Stop(place))

    def back(self) -> bool:
        """Go back one page, to the line that was read.

        Returns:
            False where there is none to go back to.
        """
        if not self.can_go_back:
            return False
        self._stops.pop()
        return True
