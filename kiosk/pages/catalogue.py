"""Every page there is, by kind: the one list that the app, the commands and the tests share."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kiosk.content.blocks import Place
from kiosk.content.piece import SEQUENCE
from kiosk.neutral import MEASURE
from kiosk.pages.about_page import about_view
from kiosk.pages.breath_page import BREATH, breath_view
from kiosk.pages.card_page import card_view
from kiosk.pages.choices_page import choices_view
from kiosk.pages.comfort import WIDE, Comfort
from kiosk.pages.comfort_page import comfort_view
from kiosk.pages.composition import compose
from kiosk.pages.edition import Edition, without_what_is_indexed
from kiosk.pages.form_page import form_places, form_view, sent_view, unsent_view
from kiosk.pages.heads import with_language_mark, with_short_title, with_whole_title
from kiosk.pages.here import PAPER, Here, Room
from kiosk.pages.keys_page import keys_view
from kiosk.pages.page import Page
from kiosk.pages.people_page import people_view
from kiosk.pages.plan_page import plan_view
from kiosk.pages.question_page import question_view
from kiosk.pages.quiz_page import quiz_places, quiz_view
from kiosk.pages.search_page import search_view
from kiosk.pages.sequence_page import one_part_view
from kiosk.pages.shared import Shared
from kiosk.pages.show_page import show_places, show_view
from kiosk.pages.speech_card import SHOW
from kiosk.pages.staff_page import DOOR, STAFF, door_view, staff_view
from kiosk.pages.start_page import start_view
from kiosk.pages.step import MakeView, easily
from kiosk.pages.take_page import addresses, take_view
from kiosk.pages.topic_page import topic_view
from kiosk.pages.topics_page import GROUP, group_places, group_view, topics_view
from kiosk.pages.travels_page import travels_view
from kiosk.pages.trouble_page import trouble_view
from kiosk.pages.view import View
from kiosk.pages.visit import FORM
from kiosk.pages.wrapping import remembering


def _by_name(view: Callable[[Edition, Here, str], View]) -> MakeView:
    """A kind whose pages have a name each, if any."""
    return lambda edition, here, place: view(edition, here, place.name)


def _by_part(view: Callable[[Edition, Here, str, str], View]) -> MakeView:
    """A kind whose pages are parts of what has the name."""
    return lambda edition, here, place: view(edition, here, place.name, place.part)


VIEWS: dict[str, MakeView] = {
    "start": _by_name(start_view),
    "topics": _by_name(topics_view),
    GROUP: _by_part(group_view),
    "topic": easily(_by_name(topic_view)),
    "question": _by_part(question_view),
    "plan": easily(_by_part(plan_view)),
    "travels": _by_name(travels_view),
    "quiz": _by_part(quiz_view),
    SEQUENCE: _by_part(one_part_view),
    SHOW: show_view,
    BREATH: _by_name(breath_view),
    "people": _by_name(people_view),
    "take": _by_name(take_view),
    "card": _by_name(card_view),
    "search": _by_name(search_view),
    "comfort": _by_name(comfort_view),
    "keys": _by_name(keys_view),
    "about": _by_name(about_view),
    "choices": _by_name(choices_view),
    FORM: _by_part(form_view),
    "sent": _by_name(sent_view),
    "unsent": _by_name(unsent_view),
    "trouble": _by_name(trouble_view),
    DOOR.kind: _by_name(door_view),
    STAFF.kind: _by_name(staff_view),
}
START = Place("start")
TROUBLE = Place("trouble")
_STAFF = {DOOR.kind, STAFF.kind}
"""Pages to which no visitor finds the way."""
_NAMED = {
    *("topics", GROUP, "topic", "question", "plan", "travels", "quiz", SEQUENCE, SHOW, "take"),
    *(FORM, "sent", "unsent"),
    *_STAFF,
}
"""Kinds that have no page without a name; nor do visitors find the way to those of the staff."""
_TELLING = {"search", "question", "plan", "take", "quiz", SEQUENCE, SHOW, FORM, "comfort", *_STAFF}
"""Pages that tell what a visitor typed, answered or wished, or which plan came of it: none is
kept because it was opened. Nor are those of the staff."""
_LASTS_FOR: dict[str, Callable[[Here], object]] = {
    "start": lambda here: (here.minute, here.consent),
    "about": lambda here: here.consent,
    "choices": lambda here: here.consent,
    "people": lambda here: here.minute,
    "plan": lambda here: here.done,
    "take": lambda here: here.screen,
    "card": lambda here: here.prints,
    BREATH: lambda here: (here.beat, here.half_blocks),
    SHOW: lambda here: here.screen,
    FORM: lambda here: here.draft,
    "keys": lambda here: (here.speaks, here.has_mouse),
    "comfort": lambda here: (here.comfort, here.theme, here.is_discreet),
}
"""What a kind of page depends on beside the words: it is kept until that changes."""


_Key = tuple[Place, int, Room, bool, Comfort]
"""What a kept page was made for: a place, a measure, and how the visitor wants it."""


def places(edition: Edition) -> Iterator[Place]:
    """Every place a visitor can go, each once, in the order of `VIEWS`."""
    content = edition.content
    audiences = [door.audience for door in content.doors.audiences]
    found = [
        *(Place("topics", name) for name in audiences),
        *group_places(content.doors),
        *(Place("topic", name) for name in content.topics),
        *(
            pathway.place_of(part)
            for pathway in content.pathways.values()
            for part in (*pathway.questions, *pathway.plans)
        ),
        *(Place("travels", name) for name in content.travels.parts),
        *quiz_places(content.quiz),
        *(
            sequence.place_of(part)
            for sequence in content.sequences.values()
            for part in sequence.parts
        ),
        *show_places(content),
        *(Place("people", name) for name in audiences),
        *(Place("take", address) for address in addresses(content)),
        *form_places(edition),
    ]
    for kind in VIEWS:
        if kind not in _NAMED:
            yield Place(kind)
        yield from (place for place in found if place.kind == kind)


def _kept_by(place: Place, measure: int, here: Here) -> tuple[_Key, object]:
    """By what a page is kept, and the state for which it is."""
    lasts_for = _LASTS_FOR.get(place.kind)
    state = lasts_for(here) if lasts_for else None
    return (place, measure, here.room, here.is_discreet, replace(here.comfort, theme="")), state


def view_of(edition: Edition, place: Place, here: Here = PAPER) -> View:
    """What a page says, before it is set.

    Raises:
        LookupError: There is no such place.
    """
    return with_language_mark(VIEWS[place.kind](edition, here, place), edition, place)


class Catalogue:
    """Makes the pages, and keeps them, set and ready to be drawn, for as long as they are true.

    Attributes:
        edition: The words in the language that a visit begins with.
        editions: The words in every language that a browser offers.
    """

    def __init__(
        self,
        edition: Edition,
        translations: Iterable[Edition] = (),
        in_browsers: Iterable[Edition] = (),
    ) -> None:
        """Make a catalogue.

        Args:
            edition: The words in the language that a visit begins with.
            translations: The words in the other languages that visitors may choose.
            in_browsers: The words in every language that a browser offers, that one's first;
                the same ones where it is left out.
        """
        self.edition = edition
        self._translations = {other.content.language.code: other for other in translations}
        self.editions = tuple(in_browsers) or (edition, *self._translations.values())
        self._kept: dict[_Key, tuple[object, View, Page]] = {}

    def edition_for(self, comfort: Comfort) -> Edition:
        """The words in the language that a visitor has chosen."""
        return self._translations.get(comfort.language, self.edition)

    def open(self, place: Place, measure: int, here: Here = PAPER) -> tuple[View, Page]:
        """A page, set for a measure in cells.

        Args:
            place: Which page.
            measure: The longest line there may be, in cells.
            here: The moment and the screen that the page is for.

        Raises:
            LookupError: There is no such place.
        """
        key, state = _kept_by(place, measure, here)
        kept = self._kept.get(key)
        if kept is None or kept[0] != state:
            kept = (state, *self._make(place, measure, here))
            if place.kind not in _TELLING:
                self._kept[key] = kept
        return kept[1:]

    def forget_what_is_indexed(self) -> None:
        """Drop the words that only the index is made of, which takes a tenth of the memory."""
        self.edition = without_what_is_indexed(self.edition)
        self._translations = {
            code: without_what_is_indexed(other) for code, other in self._translations.items()
        }
        self.editions = (self.edition, *self._translations.values())

    def keep_all(self, here: Here = PAPER) -> None:
        """Set every page beforehand, as wide as text may be, so that opening one takes no time."""
        shared = Shared()
        with remembering():
            for place in places(self.edition):
                if place.kind != SHOW:  # hundreds of sentences, each soon drawn
                    key, state = _kept_by(place, MEASURE, here)
                    view, page = self._make(place, MEASURE, here)
                    self._kept[key] = state, view, shared.page(page)

    def _make(self, place: Place, measure: int, here: Here) -> tuple[View, Page]:
        edition = self.edition_for(here.comfort)
        view = view_of(edition, place, here)
        view = with_short_title(view, edition, place, is_discreet=here.is_discreet)
        view = with_whole_title(view, measure)
        return view, compose(view, measure, here.room, is_wide=here.comfort.spacing == WIDE)
