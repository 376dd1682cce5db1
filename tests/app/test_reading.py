"""Reading a page, and going back."""

import pytest

from kiosk.content.blocks import Place
from kiosk.pages.catalogue import START, Catalogue
from kiosk.pages.circumstances import PAPER, Circumstances
from tests.app.kiosk import run_kiosk

THREAT = Place("topic", "someone-is-threatening-me")


async def test_every_page_opens_and_scrolls_to_its_end(catalogue: Catalogue, place: Place) -> None:
    """Page Down shows every line of every page, and the last line in the end."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(place)
        reader = kiosk.screen._page.reader
        seen: set[str] = set()
        while True:
            seen.update(line.strip(" ┃") for line in kiosk.lines())
            if reader.top == reader.last_top:
                break
            before = reader.top
            await kiosk.press("pagedown")
            assert reader.top > before
        for line in reader.page.lines:
            assert "".join(piece.text for piece in line).strip() in seen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (20, 6), (300, 100)])
async def test_no_line_is_cut_off_at_any_size(
    catalogue: Catalogue, place: Place, size: tuple[int, int]
) -> None:
    """At every size, the page is set for the screen, and the way out is in sight."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(place)
        lines = kiosk.lines()
        assert len(lines) == size[1]
        assert "Esc  Leave now" in lines[-1]
        widest = max(
            sum(len(p.text) for p in line) for line in kiosk.screen._page.reader.page.lines
        )
        assert widest <= min(72, size[0])


async def test_going_back_returns_to_the_same_line(catalogue: Catalogue) -> None:
    """The line that was read is at the top again after looking at another page."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("1", "pagedown", "down")
        read = kiosk.text()
        await kiosk.press("h", "pagedown", "left")
        assert kiosk.place == THREAT
        assert kiosk.text() == read


@pytest.mark.parametrize("key", ["left", "backspace"])
async def test_left_and_backspace_go_back(catalogue: Catalogue, key: str) -> None:
    """Escape is never needed to go back."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("1", key)
        assert kiosk.place == START


async def test_back_leaves_the_empty_search_box_but_edits_a_full_one(catalogue: Catalogue) -> None:
    """Backspace deletes what is typed, and goes back where nothing is."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", "a", "b", "backspace", "left")
        assert kiosk.place == Place("search", "a")
        await kiosk.press("end", "backspace")
        assert kiosk.place == Place("search", "")
        await kiosk.press("backspace")
        assert kiosk.place == START


async def test_going_back_to_a_search_finds_what_was_typed(catalogue: Catalogue) -> None:
    """The words of a search are still in the box after looking at what it found."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("slash", *"threat", "enter", "left")
        assert kiosk.place == Place("search", "threat")
        assert "threat" in kiosk.text()


async def test_the_end_of_a_page_leads_on(catalogue: Catalogue) -> None:
    """Down at the end of a topic marks where to go from there, and Enter goes."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("1", "end", "down")
        assert "┃ 1" in kiosk.text()
        await kiosk.press("enter")
        first = catalogue.library.content.topics[THREAT.name].front.next[0]
        assert kiosk.place == Place("topic", first)


async def test_the_place_on_the_page_is_shown(catalogue: Catalogue) -> None:
    """The bottom line tells how far through a long page the reader is."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("1")
        assert "↓ More" in kiosk.lines()[-1]
        await kiosk.press("end")
        assert "100 %" in kiosk.lines()[-1]


async def test_a_resize_keeps_the_place(catalogue: Catalogue) -> None:
    """A screen that grows or shrinks shows the same page, set for its new size."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("1", "pagedown")
        await kiosk.pilot.resize_terminal(40, 12)
        await kiosk.until(lambda: len(kiosk.lines()) == 12)
        assert kiosk.place == THREAT
        assert "Esc  Leave now" in kiosk.lines()[-1]


async def test_a_page_that_fails_says_so_and_offers_help(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in one page shows an honest message with people to ring; the kiosk goes on."""
    working = catalogue.open

    def broken(place: Place, measure: int, here: Circumstances = PAPER) -> object:
        if place == THREAT:
            raise RuntimeError("words of a visitor")
        return working(place, measure, here)

    monkeypatch.setattr(catalogue, "open", broken)
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("1")
        for words in ("That did not work", "It is our fault", "Childline"):
            assert words in kiosk.text()
        assert "words of a visitor" not in kiosk.text()
        await kiosk.press("left", "2")
        assert kiosk.place == Place("topic", "a-picture-is-out-there")
