"""What visitors change about the pages: at once, from anywhere, and for their visit alone."""

from itertools import pairwise

import pytest

from kiosk.app.key_line import KeyLine
from kiosk.content.blocks import Place
from kiosk.pages.acts import Change
from kiosk.pages.catalogue import START, Catalogue, places
from kiosk.pages.comfort import EASY, WIDE
from kiosk.pages.step import steps_of
from kiosk.pages.wrapping import NO_SPOT
from tests.app.colours import runs_of
from tests.app.everywhere import one_of_each_kind
from tests.app.kiosk import TestKiosk, run_kiosk

COMFORT = Place("comfort")
TOPIC = Place("topic", "someone-is-threatening-me")
URGENT = [
    "someone-is-threatening-me",
    "a-picture-is-out-there",
    "someone-keeps-asking",
    "someone-sent-me-a-picture",
    "i-passed-one-on",
]


def grounds(kiosk: TestKiosk) -> set[str]:
    """The colours behind the words."""
    return {str(run.style.bgcolor) for run in runs_of(kiosk)}


async def test_c_changes_the_page_from_anywhere_and_back_leads_back(catalogue: Catalogue) -> None:
    """One key leads to the wishes; Back leads to the page that was read, at the line it was at."""
    async with run_kiosk(catalogue) as kiosk:
        for place in one_of_each_kind():
            if place.kind in ("search", "comfort"):  # a box takes letters as text
                continue
            await kiosk.go(place)
            await kiosk.press("pagedown", "pagedown", "pageup")
            before = kiosk.text()
            await kiosk.press("c")
            assert kiosk.place == COMFORT
            await kiosk.press("left")
            assert (kiosk.place, kiosk.text()) == (place, before)


async def test_the_line_of_keys_reaches_it_from_a_search(catalogue: Catalogue) -> None:
    """There, c is a letter; Tab and Enter lead to the wishes all the same."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", "c", "shift+tab")
        assert kiosk.place.kind == "search"
        assert kiosk.screen.query_one(KeyLine).has_focus
        await kiosk.press("enter")
        assert kiosk.place.kind in ("start", "people", "search", "neutral")


async def test_a_theme_is_shown_at_once_and_for_one_visit(catalogue: Catalogue) -> None:
    """It is marked in words, holds on the other pages, and the next visit begins without it."""
    async with run_kiosk(catalogue) as kiosk:
        light = grounds(kiosk)
        (leave,) = {str(r.style.bgcolor) for r in runs_of(kiosk) if "Leave now" in r.text}
        await kiosk.press("c", "2")
        assert kiosk.place == COMFORT
        assert [line.split("  ")[-1].strip() for line in kiosk.lines() if "2  Light" in line] == [
            "✓ this is on"
        ]
        dark = grounds(kiosk)
        assert not dark & light - {leave}
        await kiosk.press("left", "down", "down", "down")  # a choice that is not urgent
        assert kiosk.place == START
        assert dark <= grounds(kiosk)
        assert not grounds(kiosk) & light - {leave}
        await kiosk.leave()
        await kiosk.press("enter")
        assert grounds(kiosk) == light


async def test_a_wish_keeps_the_mark_where_it_was(catalogue: Catalogue) -> None:
    """Whoever tries one after the other need not begin at the top again."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("c", "down", "down", "enter")
        chosen = kiosk.screen.page.reader.chosen
        assert chosen is not None
        assert chosen.leads_to == Change("theme", "contrast")


async def test_more_space_parts_the_lines(catalogue: Catalogue) -> None:
    """An empty line follows every line of a text, and parts every choice from the next."""
    async with run_kiosk(catalogue) as kiosk:
        kiosk.screen.follow(Change("spacing", WIDE))
        await kiosk.go(TOPIC)
        lines = kiosk.screen.page.reader.page.lines
        texts = [
            any(piece.text.strip(" ▌") and piece.spot == NO_SPOT for piece in line)
            for line in lines
        ]
        assert not any(first and second for first, second in pairwise(texts))
        spots = kiosk.screen.page.reader.page.spots
        choices = [spot for spot in spots if spot.is_choice]
        assert all(b.first - a.last == 2 for a, b in pairwise(choices))


@pytest.mark.parametrize("name", URGENT)
async def test_easy_words_are_one_step_at_a_time(catalogue: Catalogue, name: str) -> None:
    """Each step fits on a small screen, tells which one it is, and one key leads to the next."""
    steps = steps_of(catalogue.edition, Place("topic", name))
    assert 4 <= len(steps) <= 7
    async with run_kiosk(catalogue, (40, 20)) as kiosk:
        kiosk.screen.follow(Change("words", EASY))
        await kiosk.go(Place("topic", name))
        for number in range(1, len(steps) + 1):
            assert f"{number} of {len(steps)}" in kiosk.text()
            assert "999" in kiosk.text()
            if number < len(steps):
                await kiosk.press("1")
        assert any(spot.leads_to == Place("people") for spot in kiosk.screen.page.reader.page.spots)


async def test_plans_are_taken_step_by_step_and_whole_again(catalogue: Catalogue) -> None:
    """In easy words a plan is its steps; with all words again, the whole plan is back."""
    plan = next(place for place in places(catalogue.edition) if place.kind == "plan")
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(plan)
        whole = kiosk.screen.page.reader.page.lines
        kiosk.screen.follow(Change("words", EASY))
        assert "Step 1 of" in kiosk.text()
        await kiosk.press("1")
        assert "Step 2 of" in kiosk.text()
        kiosk.screen.follow(Change("words", ""))
        assert kiosk.screen.page.reader.page.lines == whole


async def test_a_wish_opens_no_new_page(catalogue: Catalogue) -> None:
    """After any number of wishes, one step back leads to where one came from."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("4", "c", "1", "2", "3", "5", "7", "left")
        assert kiosk.place == Place("topics", "young people")


async def test_no_wish_is_kept_by_the_catalogue(catalogue: Catalogue) -> None:
    """Pages are kept ready to be drawn, but the page of wishes is none of them."""
    fresh = Catalogue(catalogue.edition)
    async with run_kiosk(fresh) as kiosk:
        await kiosk.press("c", "2")
        assert not [place for place, *_ in fresh._kept if place.kind == "comfort"]
