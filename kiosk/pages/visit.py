"""One visitor's way through the pages, for as long as the visit lasts. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from kiosk.content.blocks import Place, Target
from kiosk.pages.acts import Agree, Answer, AskAgain, Change, EndKiosk, Forget, Send, Tick
from kiosk.pages.comfort import AS_IT_STANDS, NONE_GIVEN, Comfort, Consent
from kiosk.pages.commands import SEARCH
from kiosk.pages.draft import EMPTY

FORM = "form"
"""The kind of a question's page. Its name is the form's, its part the question's."""
_OF_A_FORM = frozenset({FORM, "sent", "unsent"})
_AFTER_FORGETTING = Place("start")


@dataclass(frozen=True)
class Opened:
    """A page was gone to."""

    place: Place


@dataclass(frozen=True)
class Wished:
    """The visitor has said how the pages shall be."""

    comfort: Comfort


@dataclass(frozen=True)
class Agreed:
    """The visitor has said what may be remembered."""

    before: Consent
    now: Consent


@dataclass(frozen=True)
class Filled:
    """A form is to be sent. The visit goes on once somebody says how that went."""

    form: str
    id: UUID
    """What tells this filling-in from any other, so that sending it twice is sending it once."""
    answers: Mapping[str, str]
    """By question."""


@dataclass(frozen=True)
class KioskEnded:
    """Staff have chosen to end the kiosk."""


Event = Opened | Wished | Agreed | Filled | KioskEnded
"""What happened that may have consequences outside the visit."""


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
        self.comfort = AS_IT_STANDS
        """How this visitor wants the pages."""
        self.consent = NONE_GIVEN
        """What may be remembered of this visitor."""
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

    def follow(self, target: Target) -> Event | None:
        """Go to a place, or carry out an act: the one interpreter of what a choice leads to.

        Returns:
            What happened that may have consequences outside the visit.
        """
        match target:
            case Place():
                return self._go(target)
            case Change(wish, value):
                self.comfort = replace(self.comfort, **{wish: value})
                return Wished(self.comfort)
            case Agree(keep, count):
                before, self.consent = self.consent, Consent(keep, count, "yes")
                return Agreed(before, self.consent)
            case Tick(form, question, option):
                self.draft = self.draft.with_tick(form, question, option)
            case Answer(form, question, option, onward):
                self.draft = self.draft.with_answer(form, question, option)
                return self._go(onward)
            case AskAgain(form, question):
                self._ask_again(form, question)
            case Send(form):
                return Filled(form, self._form_id(form), self.draft.answers.get(form, {}))
            case Forget(form):
                self._end_form(form, _AFTER_FORGETTING)
            case EndKiosk():
                return KioskEnded()
        return None

    def was_sent(self, form: str, *, is_kept: bool) -> None:
        """Go on after a form was to be sent; one that is not on the disk stays in the visit."""
        if is_kept:
            self._end_form(form, Place("sent", form))
        else:
            self._go(Place("unsent", form))

    def replace(self, place: Place) -> None:
        """Change the place without a step, as when a search is typed."""
        self._stops[-1] = Stop(place)

    def type(self, text: str) -> None:
        """Take what stands in the box of the page now."""
        place = self.here.place
        if place.kind == SEARCH.name:
            self.replace(Place(place.kind, text))
        elif place.kind == FORM:
            self.draft = self.draft.with_answer(place.name, place.part, text)

    def back(self) -> bool:
        """Go back one page, to the line that was read.

        Returns:
            False where there is none to go back to.
        """
        if not self.can_go_back:
            return False
        self._stops.pop()
        return True

    def _go(self, place: Place) -> Opened:
        """Go on to a place; going to where one is changes nothing."""
        if place != self.here.place:
            self._stops.append(Stop(place))
        return Opened(place)

    def _ask_again(self, form: str, question: str) -> None:
        """Show a question with what is wrong with its answer, from the top of the page."""
        self.draft = self.draft.asking_again(form, question)
        self._go(Place(FORM, form, question))
        self.replace(self.here.place)

    def _form_id(self, form: str) -> UUID:
        return self._form_ids.setdefault(form, uuid4())

    def _end_form(self, form: str, place: Place) -> None:
        """Forget a form and the way through it, and go on to a place."""
        self.draft = self.draft.without(form)
        self._form_ids.pop(form, None)
        self._stops = [stop for stop in self._stops if _form_of(stop.place) != form]
        if not self._stops or self.here.place != place:
            self._stops.append(Stop(place))


def _form_of(place: Place) -> str:
    """The form that a page belongs to, or nothing."""
    return place.name if place.kind in _OF_A_FORM else ""
