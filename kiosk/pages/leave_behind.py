"""What visitors leave behind when they say so: a form is sealed, an opened topic is counted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Protocol

from kiosk.desk.forms import FORMS, Form
from kiosk.desk.questions import FormError
from kiosk.desk.trouble import DeskError
from kiosk.pages.comfort import Comfort
from kiosk.pages.events import (
    CardWanted,
    Event,
    FormFilled,
    TopicOpened,
    WishesAgreed,
    WishesWithdrawn,
)
from kiosk.pages.navigation import not_remembered, printed, sent
from kiosk.pages.visit import Visit

WISHES = frozenset(field.name for field in fields(Comfort))
"""What may greet the next visitor."""


class Desk(Protocol):
    """Where it is left."""

    def submit(self, form: Form) -> None:
        """Keep a form; it is on the disk once this returns."""

    def count(self, topic: str) -> None:
        """Add one to a topic's number of today."""

    def print_card(self, numbers: Sequence[str]) -> None:
        """Print the card of numbers."""

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

    def hear(self, visit: Visit, event: Event | None) -> Visit:
        """Do at once what the visitor is to be told about: send a form, keep wishes.

        Returns:
            The visit that goes on from there.
        """
        match event:
            case FormFilled(form):
                return sent(visit, form, is_kept=self._takes(lambda desk: _submit(desk, event)))
            case CardWanted(numbers):
                return printed(visit, is_done=self._takes(lambda desk: desk.print_card(numbers)))
            case WishesAgreed(wishes) if self._desk is not None:
                is_kept = self._takes(lambda desk: desk.keep_wishes(asdict(wishes)))
            case WishesWithdrawn() if self._desk is not None:
                is_kept = self._takes(lambda desk: desk.forget_wishes())
            case _:
                return visit
        return visit if is_kept else not_remembered(visit)

    def count(self, event: Event | None) -> None:
        """Count an opened topic: to be called once its page is drawn, since the disk takes time.

        A number that is missing is no visitor's trouble.
        """
        if isinstance(event, TopicOpened):
            self._takes(lambda desk: desk.count(event.topic))

    def wishes(self) -> Comfort:
        """How the pages are to be shown to a new visitor."""
        kept = self._desk.wishes() if self._desk else {}
        return Comfort(**{name: kept[name] for name in WISHES & kept.keys()})

    def _takes(self, leave: Callable[[Desk], None]) -> bool:
        """Whether the desk has taken something."""
        if self._desk is None:
            return False
        try:
            leave(self._desk)
        except (DeskError, FormError):
            return False
        return True


def _submit(desk: Desk, filled: FormFilled) -> None:
    desk.submit(FORMS[filled.form].from_answers(filled.id, filled.answers))
