"""The rhythm of a screen: what lines up, what has air, and what stays whole."""

from itertools import pairwise

import pytest

from kiosk.app.environment import Terminal
from kiosk.app.frame import frame_of
from kiosk.app.key_line import KeyLine
from kiosk.content.blocks import Place
from kiosk.pages.acts import Change
from kiosk.pages.catalogue import START, Catalogue
from kiosk.pages.wrapping import Line
from tests.app.kiosk import TestKiosk, run_kiosk

TOPIC = Place("topic", "someone-is-threatening-me")
PLAN = Place("plan", "help-threatened", "under-18")
GROUP, QUESTION = Place("topics", "young people"), Place("question", "help-threatened", "danger")
SMALL, WIDE, FULL = (80, 24), (120, 40), (200, 60)


def ground_at(kiosk: TestKiosk, x: int, y: int) -> str:
    """The ground of a cell of the page."""
    segments = list(kiosk.screen.page.render_line(y).crop(x, x + 1))
    return str(segments[0].style and segments[0].style.bgcolor)


@pytest.mark.parametrize("size", [SMALL, WIDE, FULL])
async def test_the_way_out_begins_where_cards_do(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """The red block and the cards have one left edge."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(QUESTION)
        keys = kiosk.screen.query_one(KeyLine)
        left = frame_of(size[0]).left
        line = keys.render_line(1 if keys.size.height > 1 else 0)
        assert line.crop(0, left).text.strip() == ""
        grounds = {segment.style and segment.style.bgcolor for segment in line.crop(left, left + 6)}
        assert line.crop(left, left + 6).text == "  Esc "
        assert len(grounds) == 1
        assert grounds != {
            segment.style and segment.style.bgcolor for segment in line.crop(0, left)
        }


async def test_each_cap_stands_nearer_to_its_own_label(catalogue: Catalogue) -> None:
    """At 80 columns, two empty cells part a label from the next key, and one a key from its own."""
    async with run_kiosk(catalogue, SMALL) as kiosk:
        await kiosk.go(QUESTION)
        assert "Back   h  Helplines   /  Search   ?  Keys   c  Easier" in kiosk.text()


@pytest.mark.parametrize("size", [WIDE, FULL])
async def test_the_place_on_the_page_has_air_around_it(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """Wherever somebody has come to, it touches neither the text above nor the band below."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(TOPIC)
        for key in ("home", "down", "pagedown", "end"):
            await kiosk.press(key)
            page = kiosk.screen.page
            side = frame_of(size[0])
            rows = range(page.size.height - 3, page.size.height)
            texts = [page.render_line(row).crop(0, side.left + side.measure).text for row in rows]
            assert [bool(text.strip()) for text in texts] == [False, True, False]
            assert "%" in texts[1]


async def test_a_list_without_tiles_is_one_card(catalogue: Catalogue) -> None:
    """Where tiles have no air of their own, what is above the first and below the last has it."""
    async with run_kiosk(catalogue, WIDE) as kiosk:
        await kiosk.go(GROUP)
        spots = kiosk.screen.page.reader.page.spots
        x = frame_of(WIDE[0]).left + 1
        assert spots[2].first <= spots[1].last + 2
        for line in (spots[0].first - 1, spots[1].last + 1, spots[-1].last + 1):
            assert ground_at(kiosk, x, line) == ground_at(kiosk, x, spots[1].last)


@pytest.mark.parametrize("size", [WIDE, FULL])
@pytest.mark.parametrize("opened", [PLAN, TOPIC, Place("people"), Place("search"), START])
async def test_no_large_number_touches_the_words_below(
    catalogue: Catalogue, size: tuple[int, int], opened: Place
) -> None:
    """Beside a page fewer people stand rather than close ones."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(opened)
        side = frame_of(size[0])
        column = slice(side.left + side.main, None)
        lines = [line[column].strip() for line in kiosk.lines()]
        for above, below in pairwise(lines):
            is_foot = above and set(above) <= set("▀▄█ ") and "▄" not in below and "█" not in below
            assert not is_foot or set(below) <= set("▀▄█ "), below


async def test_a_short_page_stands_lower_on_a_full_screen(catalogue: Catalogue) -> None:
    """A question begins below the top, with its cards; a page that scrolls does not."""
    async with run_kiosk(catalogue, FULL) as kiosk:
        await kiosk.go(QUESTION)
        page = kiosk.screen.page.reader.page
        assert page.lines[:3] == page.beside[0][:3] == ((),) * 3
        assert page.lines[3]
        await kiosk.go(TOPIC)
        assert kiosk.screen.page.reader.page.lines[0]


@pytest.mark.parametrize(("size", "rows"), [(SMALL, 1), (WIDE, 3)])
async def test_a_box_is_as_high_as_a_tile(
    catalogue: Catalogue, size: tuple[int, int], rows: int
) -> None:
    """What is typed into stands out where there is room, and the list still ends above the keys."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(Place("search"))
        await kiosk.pilot.pause()
        assert kiosk.screen.query_one("TypingBox").size.height + 2 * (rows > 1) == rows
        page = kiosk.screen.page
        assert page.reader.height + 1 + len(page.reader.page.foot) == page.size.height


async def test_a_list_on_the_smallest_screen_is_labels(catalogue: Catalogue) -> None:
    """At 40 by 12, what only explains a label gives way: seven doors are seen in place of three."""
    async with run_kiosk(catalogue, (40, 12)) as kiosk:
        await kiosk.go(GROUP)
        reader = kiosk.screen.page.reader
        assert sum(spot.last < reader.height for spot in reader.page.spots) >= 7
        await kiosk.pilot.resize_terminal(*SMALL)
        await kiosk.until(lambda: "They want a nude picture" in kiosk.text())


async def test_what_is_marked_has_one_mark(catalogue: Catalogue) -> None:
    """One bar as high as the tile, of one colour, with no sign of its own within."""
    async with run_kiosk(catalogue, WIDE) as kiosk:
        await kiosk.go(QUESTION)
        reader = kiosk.screen.page.reader
        spot, x = reader.page.spots[0], frame_of(WIDE[0]).left
        bar = {ground_at(kiosk, x, y) for y in range(spot.first, spot.last + 1)}
        digit = {ground_at(kiosk, x + 2, y) for y in range(spot.first, spot.last + 1)}
        assert len(bar) == len(digit) == 1
        assert bar != digit


async def test_a_marked_step_has_as_much_air_below_as_above(catalogue: Catalogue) -> None:
    """The ground of what is marked ends with its words where it begins with them."""
    async with run_kiosk(catalogue, WIDE) as kiosk:
        await kiosk.go(PLAN)
        await kiosk.press("1")
        spot = kiosk.screen.page.reader.page.spots[kiosk.screen.page.reader.spot or 0]
        x = frame_of(WIDE[0]).left + 1
        assert spot.last > spot.first
        assert ground_at(kiosk, x, spot.first) != ground_at(kiosk, x, spot.last)
        assert ground_at(kiosk, x, spot.first - 1) == ground_at(kiosk, x, spot.last)


async def test_a_button_without_a_key_looks_like_one(catalogue: Catalogue) -> None:
    """While Left moves in the box, Back has no key, and stands on a cap all the same."""
    async with run_kiosk(catalogue, WIDE) as kiosk:
        await kiosk.go(Place("search"))
        await kiosk.press("a")
        line = list(kiosk.screen.query_one(KeyLine).render_line(1))
        back = next(segment for segment in line if segment.text.strip() == "Back")
        leave = next(segment for segment in line if "Esc" in segment.text)
        band = line[-1]
        grounds = [str(segment.style and segment.style.bgcolor) for segment in (back, band, leave)]
        assert len(set(grounds)) == 3


async def test_the_contents_of_an_article_have_a_column_of_their_own(catalogue: Catalogue) -> None:
    """At 200 by 60 they stand between text and cards, and a click on them leads there."""
    async with run_kiosk(catalogue, FULL) as kiosk:
        await kiosk.go(TOPIC)
        row = next(n for n, line in enumerate(kiosk.lines()) if "On this page" in line)
        line = kiosk.lines()[row]
        assert (
            frame_of(FULL[0]).middle <= line.index("On this page") < line.rindex("What they") + 80
        )
        assert "Emergency help" in kiosk.lines()[row + 2]
        at = next(n for n, line in enumerate(kiosk.lines()) if "You are not the only one" in line)
        await kiosk.pilot.click(offset=(kiosk.lines()[at].index("You are not the only"), at))
        assert kiosk.screen.page.reader.top > 0


@pytest.mark.parametrize(("place", "above"), [(QUESTION, 3), (Place("quiz", "pay"), 9)])
async def test_a_short_page_stands_lower(catalogue: Catalogue, place: Place, above: int) -> None:
    """On a full screen; one that fills less than half of it so far that it does not hang on top."""
    async with run_kiosk(catalogue, FULL) as kiosk:
        await kiosk.go(place)
        lines = kiosk.screen.page.reader.page.lines
        assert next(n for n, line in enumerate(lines) if line) == above


@pytest.mark.parametrize("size", [WIDE, FULL])
async def test_a_question_is_stronger_than_its_answers(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """Its surface is as high as the tile of an answer, and only its own words are bold."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(QUESTION)
        page = kiosk.screen.page.reader.page
        asked = [line for line in page.lines if line and line[0].ground == "asked"]
        answers = [spot for spot in page.spots if spot.is_choice]
        assert {spot.last - spot.first + 1 for spot in answers} == {len(asked)}
        first = page.lines[answers[0].first : answers[0].last + 1]
        assert not any(piece.style == "strong" for line in first for piece in line)


async def test_a_screen_down_does_not_begin_with_the_edge_of_a_card(catalogue: Catalogue) -> None:
    """Its first line says something, or parts what was read from what comes."""
    async with run_kiosk(catalogue, WIDE) as kiosk:
        await kiosk.go(Place("topic", "someone-keeps-asking"))
        reader = kiosk.screen.page.reader
        while reader.top < reader.last_top:
            await kiosk.press("space")
            first = reader.page.lines[reader.top]
            words = "".join(piece.text for piece in first).strip(" ▌")
            assert words or not first or reader.top == reader.last_top


@pytest.mark.parametrize("terminal", [Terminal(0), Terminal(16)])
async def test_without_surfaces_answers_stand_together(
    catalogue: Catalogue, terminal: Terminal
) -> None:
    """A tile is nothing but its words there, and those of a list are not torn apart."""
    async with run_kiosk(catalogue, WIDE, terminal=terminal) as kiosk:
        await kiosk.go(Place("quiz", "pay"))
        first, second = kiosk.screen.page.reader.page.spots[:2]
        assert second.first - first.first <= 4


async def test_with_more_space_a_step_is_nearer_to_itself_than_to_the_next(
    catalogue: Catalogue,
) -> None:
    """One empty line parts the lines of a step, and two part it from the next one."""
    async with run_kiosk(catalogue, WIDE) as kiosk:
        kiosk.screen.follow(Change("spacing", "wide"))
        await kiosk.go(PLAN)
        page = kiosk.screen.page.reader.page
        steps = [spot for spot in page.spots if spot.is_choice][:2]
        words = [number for number, line in enumerate(page.lines) if _says_something(line)]
        between = [n for n in words if steps[0].first <= n <= steps[1].last]
        gaps = {after - before for before, after in pairwise(between)}
        assert gaps == {2, 3}


def _says_something(line: Line) -> bool:
    return any(piece.text.strip() for piece in line)


async def test_a_list_keeps_what_explains_its_entries(catalogue: Catalogue) -> None:
    """Only doors side by side give up their notes for the size of the numbers."""
    async with run_kiosk(catalogue, WIDE) as kiosk:
        await kiosk.go(GROUP)
        spots = kiosk.screen.page.reader.page.spots[:-1]
        assert all(spot.last > spot.first for spot in spots)
