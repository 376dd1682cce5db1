"""What is typed stays, and a digit opens what it stands before."""

from dataclasses import replace

import pytest

from kiosk.content.blocks import Place
from kiosk.pages.acts import TickStep
from kiosk.pages.catalogue import START, Catalogue
from tests.app.kiosk import run_kiosk

WORDS = Place("form", "feedback", "words")
EMAIL = Place("form", "mailing", "email")


@pytest.fixture
def forms(catalogue: Catalogue) -> Catalogue:
    """The shipped pages, at a kiosk that offers forms."""
    edition = catalogue.edition
    on = edition.settings._replace(forms=edition.settings.forms._replace(public_key="given"))
    return Catalogue(replace(edition, settings=on))


@pytest.mark.parametrize("question", [WORDS, EMAIL])
async def test_a_forms_words_survive_leaving_the_page(forms: Catalogue, question: Place) -> None:
    """Whoever looks up a helpline in between finds them as they were; and the next visitor none."""
    async with run_kiosk(forms) as kiosk:
        await kiosk.go(question)
        await kiosk.press(*"sam@example.org")
        await kiosk.go(Place("people"))
        await kiosk.press("left")
        assert kiosk.place == question
        assert "sam@example.org" in kiosk.text()
        await kiosk.go(START)
        await kiosk.go(question)
        assert "sam@example.org" in kiosk.text()
        await kiosk.press("home", "x", "backspace", *["backspace"] * 3, *"com")
        assert "sam@example.com" in kiosk.text()
        await kiosk.leave()
        await kiosk.press("enter")
        await kiosk.go(question)
        assert "sam@example" not in kiosk.text()


@pytest.mark.parametrize(("key", "at"), [("1", 0), ("9", 8), ("0", 9)])
async def test_each_digit_opens_the_choice_that_it_stands_before(
    catalogue: Catalogue, key: str, at: int
) -> None:
    """The tenth one's is 0, as on a telephone; there are lists of ten."""
    async with run_kiosk(catalogue, (120, 60)) as kiosk:
        spots = [spot for spot in kiosk.screen.page.reader.page.spots if spot.is_choice]
        assert len(spots) >= 10
        await kiosk.press(key)
        assert kiosk.place == spots[at].leads_to


def test_a_key_means_one_thing_on_a_page(catalogue: Catalogue) -> None:
    """All that can be chosen on a plan has a key, and no two have the same: digits tick steps."""
    content = catalogue.edition.content
    for pathway in content.pathways.values():
        for part in pathway.plans:
            _, page = catalogue.open(pathway.place_of(part), 72)
            keys = [spot.key for spot in page.spots if spot.is_choice]
            assert all(keys)
            assert len(set(keys)) == len(keys)
            ticks = [s.key for s in page.spots if isinstance(s.leads_to, TickStep)]
            assert ticks == [key for key in keys if key.isdecimal()]


@pytest.mark.parametrize("key", ["a", "A"])
async def test_a_letter_opens_what_it_stands_before(catalogue: Catalogue, key: str) -> None:
    """The first press shows it, if it is out of sight, and the second one opens it."""
    place = Place("plan", "help-threatened", "under-18")
    async with run_kiosk(catalogue, (120, 40)) as kiosk:
        await kiosk.go(place)
        spot = next(spot for spot in kiosk.screen.page.reader.page.spots if spot.key == "a")
        await kiosk.press(key)
        assert (kiosk.place, kiosk.screen.page.reader.chosen) == (place, spot)
        await kiosk.press(key)
        assert kiosk.place == spot.leads_to
