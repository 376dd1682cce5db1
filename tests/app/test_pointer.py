"""Mouse and touch: the whole page can be read with them, and no drag or "More" opens anything."""

import pytest
from textual import events
from textual.geometry import Offset
from textual.widget import Widget

from kiosk.app.drag import Drag
from kiosk.app.environment import Terminal
from kiosk.app.key_line import KeyLine
from kiosk.app.page_view import PageView
from kiosk.app.place_line import RULE, WAY
from kiosk.app.title_line import TitleLine
from kiosk.content.blocks import Place
from kiosk.pages.catalogue import Catalogue
from tests.app.kiosk import TestKiosk, run_kiosk

TOPIC = Place("topic", "someone-is-threatening-me")
SIZES = [(40, 12), (80, 24), (120, 40)]


def mouse(kind: type[events.MouseEvent], x: int, y: int, button: int = 1) -> events.MouseEvent:
    """What Textual makes of a report of the mouse."""
    return kind(None, x, y, 0, 0, button, shift=False, meta=False, ctrl=False)


async def do(kiosk: TestKiosk, *steps: events.MouseEvent) -> None:
    """Let the mouse do something."""
    for step in steps:
        kiosk.app.post_message(step)
        await kiosk.pilot.pause()


async def drag(kiosk: TestKiosk, first: int, last: int, x: int = 20) -> None:
    """Drag from one row to another, row by row."""
    step = 1 if last >= first else -1
    moves = [mouse(events.MouseMove, x, y) for y in range(first + step, last + step, step)]
    down, up = mouse(events.MouseDown, x, first), mouse(events.MouseUp, x, last)
    await do(kiosk, down, *moves, up)


def top(kiosk: TestKiosk) -> int:
    """The first line in sight."""
    return kiosk.screen.page.reader.top


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_follows_a_finger_and_opens_nothing(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """Wherever the finger lies; it may even lie on a link, or on a key."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(TOPIC)
        for x in range(4, size[0] - 1, 9):
            before = top(kiosk)
            await drag(kiosk, size[1] - 1, size[1] - 6, x)
            assert (top(kiosk), kiosk.place) == (before + 5, TOPIC)
            await drag(kiosk, size[1] - 6, size[1] - 1, x)
            assert (top(kiosk), kiosk.place) == (before, TOPIC)


async def test_a_hand_that_shakes_still_clicks(catalogue: Catalogue) -> None:
    """A finger that moves by one row opens what it lies on; one that moves by two drags."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(Place("topics", "young people"))
        row = next(y for y, line in enumerate(kiosk.lines()) if " 2 " in line)
        place = kiosk.place
        await drag(kiosk, row, row + 2)
        await drag(kiosk, row + 2, row)
        assert kiosk.place == place
        await drag(kiosk, row + 1, row)
        assert kiosk.place != place


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("part", [TitleLine, PageView, KeyLine])
async def test_the_wheel_scrolls_anywhere_in_the_window(
    catalogue: Catalogue, size: tuple[int, int], part: type[Widget]
) -> None:
    """Over the title, the text, what stands beside it, and the keys; in the page's own step."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(TOPIC)
        region = kiosk.screen.query_one(part).region
        for x in (region.x, region.x + region.width - 1):
            await do(kiosk, mouse(events.MouseScrollDown, x, region.y, 0))
            assert top(kiosk) == 3
            await do(kiosk, mouse(events.MouseScrollUp, x, region.y, 0))
            assert top(kiosk) == 0


@pytest.mark.parametrize("size", SIZES)
async def test_more_is_a_button_that_leads_through_the_whole_page(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """Clicks on it alone show every line of a topic, and open nothing, not even at the end."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(TOPIC)
        reader = kiosk.screen.page.reader
        seen = set(range(reader.height))
        for _ in range(len(reader.page.lines)):
            y, x = place_on_screen(kiosk)
            await click(kiosk, x, y)
            reader = kiosk.screen.page.reader
            seen |= set(range(reader.top, reader.top + reader.height))
            if reader.top == reader.last_top:
                break
        assert seen >= set(range(len(reader.page.lines)))
        y, x = place_on_screen(kiosk)
        await click(kiosk, x, y)
        assert (kiosk.place, reader.top) == (TOPIC, reader.last_top)


def place_on_screen(kiosk: TestKiosk) -> tuple[int, int]:
    """Row and column of the words that tell how far the reader has come, or that there is more."""
    signs = (f"{kiosk.screen.page.reader.percent} %", "↓ More")
    lines = enumerate(kiosk.lines())
    found = [(y, line.rindex(sign)) for y, line in lines for sign in signs if sign in line]
    return found[-1]


async def click(kiosk: TestKiosk, x: int, y: int) -> None:
    """Click a cell."""
    await kiosk.pilot.click(offset=Offset(x, y))
    await kiosk.pilot.pause()


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_way_through_the_page_is_a_scroll_bar(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """A click on its beginning leads there, on its middle to the middle; and never out of it."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(TOPIC)
        row = next(n for n, line in enumerate(kiosk.lines()) if " Space  More" in line)
        line = kiosk.lines()[row]
        way, first = line.count(WAY) + line.count(RULE), line.index(WAY)
        for part in (0.5, 0.0, 0.9):
            await click(kiosk, first + round(way * part), row)
            reader = kiosk.screen.page.reader
            assert abs(reader.top - part * reader.last_top) <= 1 + reader.last_top / way
            assert kiosk.place == TOPIC
        for x in range(size[0]):
            await click(kiosk, x, row)
            assert kiosk.place == TOPIC


async def test_on_the_neutral_page_nothing_scrolls_and_a_drag_is_no_way_in(
    catalogue: Catalogue,
) -> None:
    """Only a click is one."""
    async with run_kiosk(catalogue, entered=False) as kiosk:
        before = kiosk.text()
        await do(kiosk, mouse(events.MouseScrollDown, 5, 5, 0))
        await drag(kiosk, 15, 5)
        assert kiosk.text() == before
        assert kiosk.screen.visit.is_neutral


@pytest.mark.parametrize("has_mouse", [True, False])
async def test_a_mouse_is_promised_only_where_it_would_be_heard(
    catalogue: Catalogue, *, has_mouse: bool
) -> None:
    """The plain screen has none; and no page promises a touch screen, which few can hear."""
    async with run_kiosk(catalogue, terminal=Terminal(has_mouse=has_mouse)) as kiosk:
        await kiosk.go(Place("keys"))
        assert ("A mouse works, too" in kiosk.text()) is has_mouse
        assert "touch screen" not in kiosk.text()


def test_a_drag_is_counted_in_rows() -> None:
    """From the row where it began; without a button that was pressed, a move is nothing."""
    drag = Drag()

    def down(y: int) -> events.MouseEvent:
        return mouse(events.MouseDown, 0, y)

    def move(y: int) -> events.MouseEvent:
        return mouse(events.MouseMove, 0, y)

    def up(y: int) -> events.MouseEvent:
        return mouse(events.MouseUp, 0, y)

    assert drag.rows(move(5)) is None
    steps = [down(10), move(9), move(8), move(8), move(12), up(12), up(12), move(3)]
    assert [drag.rows(step) for step in steps] == [None, 0, 2, 0, -4, 0, None, None]
    assert [drag.rows(step) for step in (down(4), move(5), up(5))] == [None, 0, None]
