"""The card of numbers, to be printed where there is a printer."""

from dataclasses import replace

import pytest

from kiosk.app.session import Session
from kiosk.content.blocks import Choice, Place
from kiosk.pages.acts import PrintCard
from kiosk.pages.card_page import card_numbers, card_view
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.here import PAPER, Here
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.navigation import follow
from kiosk.pages.visit import visit_at
from tests.app.desk import TestDesk
from tests.unit.test_linear import talk

CARD = Place("card")


def test_without_a_printer_none_is_offered(catalogue: Catalogue) -> None:
    """The card is there to be copied, as before."""
    assert not [b for b in card_view(catalogue.edition, PAPER, "").blocks if isinstance(b, Choice)]
    assert not Session(catalogue).prints


def test_what_is_printed_are_the_numbers_alone(catalogue: Catalogue) -> None:
    """Digits and spaces: whoever finds the paper learns nothing from it."""
    view = card_view(catalogue.edition, Here(prints=True), "")
    (choice,) = (block for block in view.blocks if isinstance(block, Choice))
    assert choice.leads_to == PrintCard(card_numbers(catalogue.edition.content))
    assert all(set(number) <= set("0123456789 ") for number in choice.leads_to.numbers)


@pytest.mark.parametrize(("is_broken", "name"), [(False, "printed"), (True, "unprinted")])
def test_the_visitor_is_told_how_it_went(catalogue: Catalogue, is_broken: bool, name: str) -> None:
    """The card stays on the screen, so that it can be copied all the same."""
    desk = TestDesk(is_broken=is_broken)
    numbers = card_numbers(catalogue.edition.content)
    visit, event = follow(visit_at(CARD), PrintCard(numbers))
    visit = LeaveBehind(desk).hear(visit, event)
    assert visit.here.place == Place("card", name)
    assert desk.cards == ([] if is_broken else [numbers])
    view, _ = catalogue.open(visit.here.place, 72, Here(prints=True))
    assert catalogue.edition.word(f"card.{name}") in str(view.blocks)
    assert numbers[0].split()[0] in str(view.blocks)


def test_by_ear_the_card_is_printed_too(catalogue: Catalogue) -> None:
    """Where the settings name a printer; the page says that it is on its way."""
    settings = catalogue.edition.settings._replace(printer="kiosk-card")
    printing = Catalogue(replace(catalogue.edition, settings=settings))
    desk = TestDesk()
    word = catalogue.edition.word
    said = talk(printing, "", "h", _number_of(printing, word("card.title")), "1", desk=desk)
    assert word("card.printed") in said
    assert desk.cards == [card_numbers(catalogue.edition.content)]


def _number_of(catalogue: Catalogue, label: str) -> str:
    """The number by which the list of helplines leads to a page."""
    said = talk(catalogue, "", "h")
    line = next(line for line in said.splitlines() if line.endswith(label) and "Type" in line)
    return line.split()[1].rstrip(":")
