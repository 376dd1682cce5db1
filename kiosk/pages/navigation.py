"""From a visit and what the visitor chose to the next visit: the one way through, for all screens.

Pure, but for the number that a form is given: each function takes a visit and returns another.
"""

from dataclasses import replace
from uuid import uuid4

from kiosk.content.blocks import Place, Target
from kiosk.pages import acts
from kiosk.pages.catalogue import TROUBLE, Catalogue
from kiosk.pages.comfort import Consent
from kiosk.pages.commands import PEOPLE, SEARCH, TAKE
from kiosk.pages.events import (
    CardWanted,
    Event,
    FormFilled,
    KioskEnded,
    TopicOpened,
    WishesAgreed,
    WishesWithdrawn,
)
from kiosk.pages.here import Here
from kiosk.pages.page import Page
from kiosk.pages.view import View
from kiosk.pages.visit import FORM, Stop, Visit

_OF_A_FORM = frozenset({FORM, "sent", "unsent"})
_AFTER_FORGETTING = Place("start")
_CHOICES = Place("choices")
Step = tuple[Visit, Event | None]
"""The next visit, and what happened that has consequences outside it."""


def follow(visit: Visit, target: Target) -> Step:
    """Go to a place, or carry out an act: the one interpreter of what a choice leads to."""
    match target:
        case Place():
            return _go(visit, target)
        case acts.Answer(form, question, option, onward):
            draft = visit.draft.with_answer(form, question, option)
            return _go(replace(visit, draft=draft), onward)
        case acts.Change(wish, value):
            visit = replace(visit, comfort=replace(visit.comfort, **{wish: value}))
            return visit, WishesAgreed(visit.comfort) if visit.consent.keep else None
        case acts.Agree():
            return _agree(visit, target)
        case acts.PrintCard(numbers):
            return visit, CardWanted(numbers)
        case acts.Send(form):
            return _send(visit, form)
        case acts.EndKiosk():
            return visit, KioskEnded()
        case _:
            return _stay(visit, target), None


def command(visit: Visit, name: str, view: View) -> Place | None:
    """Where a command that opens a page leads from here; None where it leads nowhere.

    Args:
        visit: The visit.
        name: The command's name.
        view: The page that is open.
    """
    if name == TAKE.name:
        return view.take
    return Place(name, visit.audience if name == PEOPLE.name else "")


def back(visit: Visit) -> Visit:
    """Go back a page, to the line that was read; on the first page, stay."""
    return replace(visit, stops=visit.stops[:-1]) if visit.can_go_back else visit


def typed(visit: Visit, text: str) -> Visit:
    """Take what stands in the box of the page now."""
    place = visit.here.place
    if place.kind == SEARCH.name:
        return visit.instead_at(Place(place.kind, text))
    if place.kind == FORM:
        return replace(visit, draft=visit.draft.with_answer(place.name, place.part, text))
    return visit


def sent(visit: Visit, form: str, *, is_kept: bool) -> Visit:
    """Go on after a form was to be sent; one that is not on the disk stays in the visit."""
    return _ended(visit, form, Place("sent", form)) if is_kept else visit.at(Place("unsent", form))


def printed(visit: Visit, *, is_done: bool) -> Visit:
    """Go on after the card was to be printed, and tell the visitor how that went."""
    return visit.instead_at(Place("card", "printed" if is_done else "unprinted"))


def not_remembered(visit: Visit) -> Visit:
    """Take the yes back that could not be carried out, and tell the visitor so."""
    consent = replace(visit.consent, keep=False, answered="failed")
    return replace(visit, consent=consent).at(_CHOICES)


def page_of(catalogue: Catalogue, visit: Visit, measure: int, here: Here) -> tuple[View, Page]:
    """The page that is open in a visit; where it cannot be made, the one that says so.

    Args:
        catalogue: Makes the pages.
        visit: The visit.
        measure: The longest line there may be, in cells.
        here: The moment and the screen; what the visit knows is added to it.
    """
    here = replace(
        here,
        comfort=visit.comfort,
        consent=visit.consent,
        draft=visit.draft,
        is_discreet=visit.is_discreet,
        done=visit.done,
    )
    try:
        return catalogue.open(visit.here.place, measure, here)
    except Exception:
        return catalogue.open(TROUBLE, measure, Here(comfort=visit.comfort))


def _go(visit: Visit, place: Place) -> Step:
    """Go on to a place. A topic counts once a visit, if the visitor agreed to it."""
    visit = visit.at(place)
    if place.kind != "topic" or not visit.consent.count or place.name in visit.counted:
        return visit, None
    return replace(visit, counted=visit.counted | {place.name}), TopicOpened(place.name)


def _agree(visit: Visit, act: acts.Agree) -> Step:
    """Say what may be remembered. Wishes are withdrawn only by somebody who had agreed."""
    had_agreed = visit.consent.keep
    visit = replace(visit, consent=Consent(act.keep, act.count, "yes"))
    if act.keep:
        return visit, WishesAgreed(visit.comfort)
    return visit, WishesWithdrawn() if had_agreed else None


def _send(visit: Visit, form: str) -> Step:
    """Send a form under one number, however often it is tried."""
    number = visit.form_ids.get(form) or uuid4()
    visit = replace(visit, form_ids={**visit.form_ids, form: number})
    return visit, FormFilled(form, number, visit.draft.answers.get(form, {}))


def _stay(visit: Visit, act: Target) -> Visit:
    """Do what changes the page that is open."""
    match act:
        case acts.Breathe():
            return visit
        case acts.BeDiscreet(is_on):
            return replace(visit, is_discreet=is_on)
        case acts.TickStep(plan, number):
            return replace(visit, done=visit.done ^ {(plan, number)})
    return _fill_in(visit, act)


def _fill_in(visit: Visit, act: Target) -> Visit:
    """Do what concerns a form that stays here."""
    match act:
        case acts.Tick(form, question, option):
            return replace(visit, draft=visit.draft.with_tick(form, question, option))
        case acts.AskAgain(form, question):
            place = Place(FORM, form, question)
            visit = replace(visit, draft=visit.draft.asking_again(form, question)).at(place)
            return visit.instead_at(place)  # from the top, where the fault is told
        case acts.Forget(form):
            return _ended(visit, form, _AFTER_FORGETTING)
    raise TypeError(f"nobody has said what comes of {type(act).__name__}")


def _ended(visit: Visit, form: str, place: Place) -> Visit:
    """Forget a form and the way through it, and go on to a place."""
    stops = tuple(stop for stop in visit.stops if not _is_of(form, stop.place))
    if not stops or stops[-1].place != place:
        stops = (*stops, Stop(place))
    ids = {name: number for name, number in visit.form_ids.items() if name != form}
    return replace(visit, stops=stops, draft=visit.draft.without(form), form_ids=ids)


def _is_of(form: str, place: Place) -> bool:
    """Whether a page belongs to a form."""
    return place.kind in _OF_A_FORM and place.name == form
