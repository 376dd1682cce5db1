"""Every page there is, by kind: the one list that the app, the commands and the tests share."""

from collections.abc import Callable, Iterator

from kiosk.content.blocks import Place
from kiosk.pages.keys import keys_view
from kiosk.pages.library import Library
from kiosk.pages.people import people_view
from kiosk.pages.plan import plan_view
from kiosk.pages.question import question_view
from kiosk.pages.search import search_view
from kiosk.pages.start import start_view
from kiosk.pages.topic import topic_view
from kiosk.pages.topics import topics_view
from kiosk.pages.trouble import trouble_view
from kiosk.pages.typesetting import Page, typeset
from kiosk.pages.view import View

VIEWS: dict[str, Callable[[Library, str], View]] = {
    "start": start_view,
    "topics": topics_view,
    "topic": topic_view,
    "question": question_view,
    "plan": plan_view,
    "people": people_view,
    "search": search_view,
    "keys": keys_view,
    "trouble": trouble_view,
}
START = Place("start")
TROUBLE = Place("trouble")
_TELLING = {"search", "question", "plan"}
"""Pages that tell what a visitor typed or answered: none is kept because it was opened."""


def places(library: Library) -> Iterator[Place]:
    """Every place a visitor can go, each once."""
    named: dict[str, list[str]] = {
        "topics": [door.audience for door in library.content.doors.audiences],
        "topic": list(library.content.topics),
    }
    for pathway in library.content.pathways.values():
        for part in (*pathway.questions, *pathway.plans):
            place = pathway.place_of(part)
            named.setdefault(place.kind, []).append(place.name)
    for kind in VIEWS:
        for name in named.get(kind, [""]):
            yield Place(kind, name)


class Catalogue:
    """Makes the pages, and keeps those that are always the same, set and ready to be drawn."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._kept: dict[tuple[Place, int], tuple[View, Page]] = {}

    def open(self, place: Place, measure: int) -> tuple[View, Page]:
        """A page, set for a measure in cells.

        Raises:
            LookupError: There is no such place.
        """
        kept = self._kept.get((place, measure))
        if kept is None:
            kept = self._make(place, measure)
            if place.kind not in _TELLING:
                self._kept[place, measure] = kept
        return kept

    def keep_all(self, measure: int) -> None:
        """Set every page for a measure beforehand, so that opening one takes no time."""
        for place in places(self.library):
            self._kept[place, measure] = self._make(place, measure)

    def _make(self, place: Place, measure: int) -> tuple[View, Page]:
        view = VIEWS[place.kind](self.library, place.name)
        return view, typeset(view.blocks, measure, numbered=view.numbered)
