"""One visitor's visit: the way through the pages, and what was said on it. It lives in memory only.

A visit never changes: `navigation.py` makes the next one of it.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from uuid import UUID

from kiosk.content.blocks import Place
from kiosk.pages.comfort import AS_IT_STANDS, NONE_GIVEN, Comfort, Consent
from kiosk.pages.draft import EMPTY, Draft

NEUTRAL = Place("neutral")
"""Where a visit begins on a screen."""
FORM = "form"
"""The kind of a question's page. Its name is the form's, its part the question's."""


PATIENT_KINDS = frozenset(("plan", "take", "card"))
"""Kinds of pages beside which one does something else, such as on one's own phone."""


@dataclass(frozen=True)
class Stop:
    """A page on the way, and where on it the visitor was."""

    place: Place
    top: int = 0
    """The line at the top."""
    letters: int = 0
    """The letters of the page before the line at the top; the same at every width."""
    spot: int | None = None
    """What Enter would have opened."""


@dataclass(frozen=True)
class Visit:
    """What there is to know of one visitor; a new one begins at every leaving."""

    stops: tuple[Stop, ...]
    """The pages on the way, which Back returns to; the last is the one that is open."""
    comfort: Comfort = AS_IT_STANDS
    """How this visitor wants the pages."""
    consent: Consent = NONE_GIVEN
    """What may be remembered of this visitor."""
    draft: Draft = EMPTY
    """What this visitor has filled in."""
    is_discreet: bool = False
    """Whether only the line that is read is to be seen, since others may look on."""
    done: AbstractSet[tuple[Place, int]] = frozenset()
    """The steps that were ticked off: the plan, and the step's number from 1."""
    counted: frozenset[str] = frozenset()
    """The topics that were counted."""
    form_ids: Mapping[str, UUID] = field(default_factory=dict)
    """The numbers of the forms that somebody wanted to send."""

    @property
    def here(self) -> Stop:
        """Where the visitor is."""
        return self.stops[-1]

    @property
    def is_neutral(self) -> bool:
        """Whether nobody has come in yet."""
        return self.here.place == NEUTRAL

    @property
    def is_patient(self) -> bool:
        """Whether the page is one to spend more time with, without a key."""
        return self.here.place.kind in PATIENT_KINDS

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page to go back to."""
        return len(self.stops) > 1

    @property
    def audience(self) -> str:
        """Who the visitor is, as far as the way here tells; nothing where it does not."""
        told = (stop.place.name for stop in reversed(self.stops) if stop.place.kind == "topics")
        return next(told, "")

    def at(self, place: Place) -> "Visit":
        """The visit one step further; to go where one is is no step."""
        return self if place == self.here.place else self._with(*self.stops, Stop(place))

    def instead_at(self, place: Place) -> "Visit":
        """The visit with its last step to another place, or to the same from its beginning."""
        return self.read_to(Stop(place))

    def read_to(self, stop: Stop) -> "Visit":
        """The visit with where on its page the visitor is."""
        return self._with(*self.stops[:-1], stop)

    def wishing(self, comfort: Comfort) -> "Visit":
        """The visit of somebody who wants the pages so."""
        return replace(self, comfort=comfort)

    def _with(self, *stops: Stop) -> "Visit":
        return replace(self, stops=stops)


def visit_at(place: Place = NEUTRAL) -> Visit:
    """A new visit, of which nothing is known."""
    return Visit((Stop(place),))
