"""Over the shoulder: one key dims the page to the line that is read, and shortens titles."""

import pytest

from kiosk.app.page_view import PageView
from kiosk.content.blocks import Place
from kiosk.pages.acts import BeDiscreet
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.here import Here
from kiosk.pages.reader import Reader
from kiosk.pages.ruler import begin, is_seen, moved
from tests.app.kiosk import TestKiosk, run_kiosk

TOPIC = Place("topic", "someone-is-threatening-me")
KINDS = {"topic", "question", "plan", "travels", "quiz", "sequence"}
TELLING = ("threat", "blackmail", "nude", "picture", "sext")
SIZES = [(80, 24), (120, 40), (40, 12)]


def seen_lines(kiosk: TestKiosk) -> list[int]:
    """The rows of the page that are drawn in ink, of those with words."""
    page = kiosk.screen.query_one(PageView)
    dimmed = page._role_style("dimmed").color
    rows = range(min(page.reader.height, page.size.height))
    strips = {y: [s for s in page.render_line(y) if s.text.strip()] for y in rows}
    return [
        y for y, texts in strips.items() if any(s.style and s.style.color != dimmed for s in texts)
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_leaves_the_line_and_its_neighbours(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """On every size; the same key shows the whole page again."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(TOPIC)
        whole = seen_lines(kiosk)
        await kiosk.press("d")
        assert 1 <= len(seen_lines(kiosk)) <= 3 < len(whole)
        await kiosk.press("d")
        assert seen_lines(kiosk) == whole


async def test_the_arrows_move_the_line_that_is_seen(catalogue: Catalogue) -> None:
    """A line down, and a line up again."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(TOPIC)
        await kiosk.press("d")
        first = seen_lines(kiosk)
        await kiosk.press("down", "down")
        later = seen_lines(kiosk)
        assert later[0] > first[0]
        await kiosk.press("up", "up")
        assert seen_lines(kiosk) == first


async def test_a_line_is_read_by_touching_it(catalogue: Catalogue) -> None:
    """A finger on a dimmed line brings that one up, and opens nothing."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(TOPIC)
        await kiosk.press("d")
        await kiosk.pilot.click(PageView, offset=(10, 8))
        assert kiosk.place == TOPIC
        assert 8 in range(seen_lines(kiosk)[0], seen_lines(kiosk)[-1] + 1)


async def test_it_lasts_for_the_visit_and_not_longer(catalogue: Catalogue) -> None:
    """The next page is dimmed, too; the next visitor's is not."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("enter", "d", "1")
        assert len(seen_lines(kiosk)) <= 3
        await kiosk.press("escape")
        kiosk.time.seconds += 5
        await kiosk.press("enter", "1")
        assert len(seen_lines(kiosk)) > 3


async def test_a_mouse_finds_it_among_what_makes_reading_easier(catalogue: Catalogue) -> None:
    """The page of comfort has it as a choice, which says that it is on."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(Place("comfort"))
        kiosk.screen.follow(BeDiscreet(is_on=True))
        assert kiosk.screen.visit.is_discreet
        view, _ = catalogue.open(Place("comfort"), 72, Here(is_discreet=True))
        assert view.title


def test_no_title_names_the_subject(catalogue: Catalogue) -> None:
    """Not in the title line, nor beside it, on any page that is about it."""
    here = Here(is_discreet=True)
    for place in places(catalogue.edition):
        if place.kind in KINDS:
            view, _ = catalogue.open(place, 72, here)
            shown = f"{view.title} {view.aside}".lower()
            assert not any(word in shown for word in TELLING), (place, shown)


@pytest.mark.parametrize("kind", ["topic", "question", "plan", "start", "people"])
def test_every_line_can_be_read(catalogue: Catalogue, kind: str) -> None:
    """From the top, Down comes to every line with words, and Up comes back."""
    place = next(place for place in places(catalogue.edition) if place.kind == kind)
    view, page = catalogue.open(place, 72)
    reader = Reader(page, 18, reading=view.reading)
    reader.spot = None
    line = begin(reader)
    read: set[int] = set()
    for _ in range(len(page.lines)):
        read |= {n for n in range(len(page.lines)) if is_seen(reader, line, n)}
        assert reader.top <= line < reader.top + reader.height
        line = moved(reader, line, "down")
    with_words = {n for n, text in enumerate(page.lines) if any(p.text.strip() for p in text)}
    assert with_words <= read
    for _ in range(len(page.lines)):
        line = moved(reader, line, "up")
    assert line == min(with_words)


def test_what_is_read_can_be_opened(catalogue: Catalogue) -> None:
    """A choice that the line comes to is marked, so that Enter opens it; a text marks nothing."""
    view, page = catalogue.open(Place("start"), 72)
    reader = Reader(page, 18, reading=view.reading)
    reader.spot, line = None, begin(reader)
    marked = []
    for _ in page.lines:
        marked += [reader.chosen] if reader.chosen not in marked else []
        line = moved(reader, line, "down")
    assert [spot for spot in page.spots if spot.is_choice] == [spot for spot in marked if spot]
