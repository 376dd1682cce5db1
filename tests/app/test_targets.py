"""Fingers and shaky hands hit what they aim at: every target is 8 cells wide, or 3 high."""

from functools import partial

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from kiosk.app.key_line import KeyLine
from kiosk.app.page_view import PageView
from kiosk.content.blocks import Place
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.commands import Command
from kiosk.pages.page import Page, Spot
from tests.app.kiosk import TestKiosk, run_kiosk

WIDE, HIGH = 8, 3
OTHER = Place("topic", "a-picture-is-out-there")
TOPIC = Place("topic", "someone-is-threatening-me")


def width_of(page: Page, number: int, spot: Spot) -> int:
    """The cells of a spot in the widest of its lines, and one at each side of a link."""
    lines = page.lines[spot.first : spot.last + 1]
    cells = max(sum(cell_len(p.text) for p in line if p.spot == number) for line in lines)
    return cells if spot.is_choice else cells + 2


@pytest.mark.slow
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_every_target_is_large_enough(catalogue: Catalogue, size: tuple[int, int]) -> None:
    """On every page, all that a click would open, and every key of the bottom line."""
    lines_of_keys: set[frozenset[Command]] = set()
    async with run_kiosk(catalogue, size) as kiosk:
        keys = kiosk.screen.query_one(KeyLine)
        for place in places(catalogue.edition):
            kiosk.screen.view, page = kiosk.opened(place)
            for number, spot in enumerate(page.spots):
                high = spot.last - spot.first + 1
                assert width_of(page, number, spot) >= WIDE or high >= HIGH, (place, spot)
            left_out = kiosk.screen._useless_commands()
            if left_out not in lines_of_keys:
                lines_of_keys.add(left_out)
                await kiosk.go(place)
                for item in keys._items():
                    assert item.width + 2 >= WIDE, item  # a cell of the space at each side counts


async def test_a_click_beside_a_key_counts(catalogue: Catalogue) -> None:
    """The cell before a command and the one after it belong to it."""
    async with run_kiosk(catalogue) as kiosk:
        keys = kiosk.screen.query_one(KeyLine)
        item = next(item for item in keys._items() if item.command.name == "people")
        for x in (item.start - 1, item.start + item.width):
            await click(kiosk.pilot, KeyLine, x, 0)
            assert kiosk.place == Place("people")
            await kiosk.press("left")


async def test_a_click_beside_a_link_counts(catalogue: Catalogue) -> None:
    """The cell before its words and the one after them belong to it; the next ones do not."""
    async with run_kiosk(catalogue, (80, 100)) as kiosk:
        await kiosk.go(TOPIC)
        row = next(row for row, line in enumerate(kiosk.lines()) if "Getting a picture" in line)
        first = kiosk.lines()[row].index("Getting a picture")
        for x, place in ((first - 2, TOPIC), (first - 1, OTHER), (first, OTHER)):
            await click(kiosk.pilot, PageView, x, row - 4)
            assert kiosk.place == place
            if place == OTHER:
                await kiosk.press("left")


async def test_the_contents_lead_to_their_part(catalogue: Catalogue) -> None:
    """A click on a heading beside the text shows that part, and marks it."""
    async with run_kiosk(catalogue, (120, 30)) as kiosk:
        await kiosk.go(TOPIC)
        row, line = next(
            (row, line) for row, line in enumerate(kiosk.lines()) if "  If you have paid" in line
        )
        assert "┃" not in line[80:]
        await click(kiosk.pilot, PageView, line.index("If you have paid"), row - 4)
        assert kiosk.place == TOPIC
        assert any("┃ If you have paid" in line[80:] for line in kiosk.lines())
        assert any(line.strip().startswith("If you have paid") for line in kiosk.lines())


async def test_the_contents_come_and_go_with_the_width(catalogue: Catalogue) -> None:
    """A resize shows them where there is room, and nowhere else; the text stays within 72 cells."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(TOPIC)
        for columns, has_contents in ((80, False), (115, False), (116, True), (200, True)):
            await kiosk.pilot.resize_terminal(columns, 24)
            await kiosk.until(partial(_contents_are, kiosk, shown=has_contents))
            lines = kiosk.screen.page.reader.page.lines
            widest = max(sum(cell_len(p.text) for p in line) for line in lines)
            assert widest in (71, 72)  # where a word ends


def _contents_are(kiosk: TestKiosk, *, shown: bool) -> bool:
    return ("On this page" in kiosk.text()) is shown


async def click(pilot: Pilot[None], widget: type[PageView | KeyLine], x: int, y: int) -> None:
    """Click on a cell of a part of the screen."""
    await pilot.click(widget, offset=(x, y))
    await pilot.pause()
