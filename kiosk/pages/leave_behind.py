"""What visitors leave behind when they say so: a form is sealed, an opened topic is counted."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, fields, replace
from typing import Protocol
from uuid import UUID

from kiosk.content.blocks import Place
from kiosk.desk.forms import FORMS, Form
from kiosk.desk.questions import FormError
from kiosk.desk.trouble import DeskError
from kiosk.pages.comfort import Comfort
from kiosk.pages.visit import Agreed, Event, Filled, Opened, Visit, Wished

_WISHES = frozenset(field.name for field in fields(Comfort))


class Desk(Protocol):
    """Where it is left."""

    def submit(self, form: Form) -> None:
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
    """Listens to what happens in a visit, and hands the desk what is meant for it.

    Without a desk, nothing is left.
    """

    def __init__(self, desk: Desk | None = None) -> None:
        self._desk = desk

    def hear(self, event: Event | None, visit: Visit) -> None:
        """Do what an event means for what the visitor leaves behind."""
        match event:
            case Opened(place):
                self._count(place, visit)
            case Wished() if visit.consent.keep:
                self._keep(visit)
            case Agreed(before, now) if before.keep or now.keep:
                self._keep(visit)
            case Filled(form, identity, answers):
                is_kept = self._is_kept(form, identity, answers)
                visit.was_sent(form, is_kept=is_kept)

    def wishes(self) -> Comfort:
        """How the pages are to be shown to a new visitor."""
        kept = self._desk.wishes() if self._desk else {}
        return Comfort(**{name: kept[name] for name in _WISHES & kept.keys()})

    def _is_kept(self, form: str, identity: UUID, answers: Mapping[str, str]) -> bool:
        if self._desk is None:
            return False
        try:
            self._desk.submit(FORMS[form].from_answers(identity, answers))
        except (DeskError, FormError):
            return False
        return True

    def _keep(self, visit: Visit) -> None:
        """Keep the visitor's wishes, or those of nobody, as the visitor has said."""
        if self._desk is None:
            return
        try:
            if visit.consent.keep:
                self._desk.keep_wishes(asdict(visit.comfort))
            else:
                self._desk.forget_wishes()
        except DeskError:
            visit.consent = replace(visit.consent, keep=False, answered="failed")
            visit.follow(Place("choices"))

    def _count(self, place: Place, visit: Visit) -> None:
        """Count the topic that is open, once a visit, if the visitor agreed to it."""
        if self._desk is None or place.kind != "topic" or not visit.consent.count:
            return
        if place.name not in visit.counted:
            visit.counted.add(place.name)
            with suppress(DeskError):  # a number that is missing is no visitor's trouble
                self._desk.count(place.name)
