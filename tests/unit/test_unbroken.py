"""On a phone-sized screen, no number to ring and no address is torn apart."""

import re

import pytest

from kiosk.content.blocks import text_of
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.comfort import EASY, WIDE, Comfort
from kiosk.pages.here import Here
from tests.easy_steps import step_places

MEASURE = 38
"""The cells of a line on a screen of 40 columns."""
ADDRESS = re.compile(r"(?:[\w-]+\.)+(?:uk|org|com|net)\b[\w/-]*")
NUMBER = re.compile(r"\b(?:0\d{2,4}(?: \d{3,4}){1,2}|116 123|116 000)\b")
COMFORTS = (Comfort(), Comfort(spacing=WIDE), Comfort(words=EASY))


def found_in(text: str) -> list[str]:
    """The numbers and addresses of a text, sorted."""
    spaced = text.replace("\N{NO-BREAK SPACE}", " ")
    return sorted(ADDRESS.findall(spaced) + NUMBER.findall(spaced))


@pytest.mark.parametrize("comfort", COMFORTS, ids=["normal", "wide", "easy"])
def test_numbers_and_addresses_stay_whole(catalogue: Catalogue, comfort: Comfort) -> None:
    """Every one of them that a page holds stands on one line, on every page."""
    total = 0
    here = Here(comfort=comfort)
    steps = step_places(catalogue.edition) if comfort.words else ()
    for place in (*places(catalogue.edition), *steps):
        view, page = catalogue.open(place, MEASURE, here)
        wanted = found_in("\n".join(map(text_of, (*view.blocks, *view.beside))))
        lines = ("".join(piece.text for piece in line) for line in page.lines)
        shown = sorted(word for line in lines for word in found_in(line))
        assert shown == wanted, place
        total += len(shown)
    assert total > 100
