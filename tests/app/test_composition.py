"""What stands where, on a screen of any size."""

import pytest

from kiosk.content.blocks import Place
from kiosk.pages.catalogue import START, Catalogue, places
from tests.app.kiosk import run_kiosk

PLAN = Place("plan", "help-threatened", "under-18")
TOPIC = Place("topic", "someone-is-threatening-me")
SMALLEST, SMALL, WIDE, FULL = (40, 12), (80, 24), (120, 40), (200, 60)


async def test_all_answers_are_seen_at_once_on_the_smallest_screen(catalogue: Catalogue) -> None:
    """At 40 by 12, every answer of every question is in sight, and so is whom to call."""
    async with run_kiosk(catalogue, SMALLEST) as kiosk:
        for place in places(catalogue.edition):
            if place.kind != "question":
                continue
            await kiosk.go(place)
            pathway = catalogue.edition.content.pathways[place.name]
            reader = kiosk.screen.page.reader
            spots = reader.page.spots[: len(pathway.questions[place.part].answers)]
            assert [spot for spot in spots if spot.last >= reader.height] == [], place
            assert "999" in kiosk.text(), place


@pytest.mark.parametrize("size", [SMALLEST, SMALL, WIDE, FULL])
async def test_whom_to_call_stays_in_sight(catalogue: Catalogue, size: tuple[int, int]) -> None:
    """However far somebody has read in a plan, 999 and the Samaritans are on the screen."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(PLAN)
        for key in ("home", "pagedown", "end"):
            await kiosk.press(key)
            below = "\n".join(kiosk.lines()[-6:])
            assert "999" in below
            assert "116 123" in below


@pytest.mark.parametrize(
    ("opened", "words"),
    [
        (PLAN, ("Anyone under 19", "Or chat on childline.org.uk", "day and night")),
        (TOPIC, ("On this page", "You are not the only one")),
        (START, ("Rather talk to someone?", "Anyone under 19", "press 55")),
    ],
)
async def test_a_wide_screen_has_a_second_column_that_works(
    catalogue: Catalogue, opened: Place, words: tuple[str, ...]
) -> None:
    """At 120 by 40: whom to call, when and without speaking; what a topic has; who is open."""
    async with run_kiosk(catalogue, WIDE) as kiosk:
        await kiosk.go(opened)
        for each in words:
            assert each in kiosk.text()


@pytest.mark.parametrize("size", [SMALL, WIDE, FULL])
async def test_text_is_never_wider_than_72(catalogue: Catalogue, size: tuple[int, int]) -> None:
    """Wider screens get order beside the text, and no longer lines."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(TOPIC)
        lines = kiosk.screen.page.reader.page.lines
        assert max(len("".join(p.text for p in line).rstrip()) for line in lines) <= 72


async def test_the_number_to_call_is_large_where_there_is_room(catalogue: Catalogue) -> None:
    """At 120 by 40 the figures are three lines high; at 80 by 24 they are text."""
    async with run_kiosk(catalogue, WIDE) as kiosk:
        await kiosk.go(PLAN)
        assert any("█▀█" in line for line in kiosk.lines())
        await kiosk.pilot.resize_terminal(*SMALL)
        await kiosk.until(lambda: not any("█▀█" in line for line in kiosk.lines()))
        assert "0800 1111" in kiosk.text()


async def test_what_stands_beside_on_a_wide_screen_stands_below_on_a_small_one(
    catalogue: Catalogue,
) -> None:
    """Nobody with a small screen misses how to reach somebody without speaking."""
    async with run_kiosk(catalogue, SMALL) as kiosk:
        await kiosk.go(PLAN)
        await kiosk.press("end")
        assert "Or chat on childline.org.uk" in kiosk.text()


async def test_the_doors_of_the_start_page_are_seen_whole(catalogue: Catalogue) -> None:
    """At 120 by 40 and larger nothing of it is out of sight, and each door has three lines."""
    async with run_kiosk(catalogue, WIDE) as kiosk:
        for size in (WIDE, FULL):
            await kiosk.pilot.resize_terminal(*size)
            await kiosk.pilot.pause()
            reader = kiosk.screen.page.reader
            assert reader.last_top == 0
            assert all(spot.last - spot.first >= 2 for spot in reader.page.spots[:6])
