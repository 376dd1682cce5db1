"""What visitors leave behind when they say so: a form is sealed, an opened topic is counted."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Protocol

from kiosk.content.blocks import Place
from kiosk.desk.forms import AnyForm, Feedback, FormError, Mailing
from kiosk.desk.trouble import DeskError
from kiosk.pages.comfort import LASTING, Comfort
from kiosk.pages.form import FORGET, SEND
from kiosk.pages.visit import Visit

_START = Place("start")


class Desk(Protocol):
    """Where it is left."""

    def submit(self, form: AnyForm) -> None:
        """Keep a form; it is on the disk once this returns."""

    def count(self, topic: str) -> None:
        """Add one to a topic's number of today."""

    def wishes(self) -> dict[str, str]:
        """How a visitor before wanted the pages, and agreed to leave it so."""

    def keep_wishes(self, wishes: Mapping[str, str]) -> None:
        """Keep how this visitor wants the pages."""

    def forget_wishes(self) -> None:
        """Keep no wishes any longer."""


class LeaveBehind:
    """Hands what a visitor leaves behind to the desk; without one, nothing is left."""

    def __init__(self, desk: Desk | None = None) -> None:
        self._desk = desk

    def go(self, visit: Visit, place: Place) -> None:
        """Go on to a place, and do what that means for what the visitor leaves behind."""
        before = visit.comfort
        if place.kind == FORGET:
            visit.end_form(place.name, _START)
        elif place.kind == SEND:
            self._send(place.name, visit)
        else:
            visit.go(place)
            self._keep(before, visit)
            self._count(visit)

    def wishes(self) -> Comfort:
        """How the pages are to be shown to a new visitor."""
        kept = self._desk.wishes() if self._desk else {}
        return Comfort(**{name: kept[name] for name in LASTING & kept.keys()})

    def _send(self, form: str, visit: Visit) -> None:
        """Send a form; one that is not on the disk afterwards stays in the visit."""
        if self._is_submitted(form, visit):
            visit.end_form(form, Place("sent", form))
        else:
            visit.go(Place("unsent", form))

    def _is_submitted(self, form: str, visit: Visit) -> bool:
        if self._desk is None:
            return False
        try:
            self._desk.submit(_form(form, visit))
        except (DeskError, FormError):
            return False
        return True

    def _keep(self, before: Comfort, visit: Visit) -> None:
        """Keep the visitor's wishes, or those of nobody, as the visitor has just said."""
        after = visit.comfort
        if self._desk is None or after == before or not (after.keep or before.keep):
            return
        try:
            if after.keep:
                self._desk.keep_wishes({name: getattr(after, name) for name in LASTING})
            else:
                self._desk.forget_wishes()
        except DeskError:
            visit.comfort = replace(after, keep="", answered="failed")
            visit.go(Place("choices"))

    def _count(self, visit: Visit) -> None:
        """Count the topic that is open, once a visit, if the visitor agreed to it."""
        place = visit.here.place
        if self._desk is None or place.kind != "topic" or visit.comfort.count != "yes":
            return
        if place.name not in visit.counted:
            visit.counted.add(place.name)
            with suppress(DeskError):  # a number that is missing is no visitor's trouble
                self._desk.count(place.name)


def _form(form: str, visit: Visit) -> AnyForm:
    draft, identity = visit.draft, visit.form_id(form)
    if form == "feedback":
        rating = int(draft.of("feedback/useful"))
        return Feedback(id=identity, rating=rating, words=draft.of("feedback/words"))
    return Mailing(
        id=identity,
        email=draft.of("mailing/email"),
        name=draft.of("mailing/name"),
        topics=draft.ticked("mailing/topics"),
        consent=True,  # nobody comes here but by the line that says so
    )
