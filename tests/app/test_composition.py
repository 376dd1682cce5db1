"""What stands where, on a screen of any size."""

from dataclasses import replace

import pytest

from kiosk.app.environment import Terminal
from kiosk.app.frame import frame_of, room_of
from kiosk.app.themes import read_tokens
from kiosk.content.blocks import Calls, Choice, Place
from kiosk.pages import comfort
from kiosk.pages.catalogue import START, Catalogue, places
from kiosk.pages.here import PAPER, Here
from kiosk.pages.numerals import numerals
from kiosk.pages.plan_page import plan_view
from kiosk.pages.topics_page import GROUP
from kiosk.pages.typesetting import MARKER
from kiosk.paths import styles_folder
from kiosk.settings import FEW_COLOURS, THEMES
from tests.app.colours import runs_of
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
            told = kiosk.text()
            for number in ("999", "116 123"):
                # What is solid in a figure is a ground, and no character.
                drawn = (line.replace("█", " ").strip() for line in numerals(number, 72))
                assert number in told or all(line in told for line in drawn), number


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
        assert any("▄▄▄ ▄▄▄" in line for line in kiosk.lines())
        await kiosk.pilot.resize_terminal(*SMALL)
        await kiosk.until(lambda: not any("▄▄▄ ▄▄▄" in line for line in kiosk.lines()))
        assert "0800 1111" in kiosk.text()


async def test_what_stands_beside_on_a_wide_screen_stands_below_on_a_small_one(
    catalogue: Catalogue,
) -> None:
    """Nobody with a small screen misses how to reach somebody without speaking."""
    async with run_kiosk(catalogue, SMALL) as kiosk:
        await kiosk.go(PLAN)
        lines = kiosk.screen.page.reader.page.lines
        texts = ["".join(piece.text for piece in line).strip() for line in lines]
        at = texts.index("Or chat on childline.org.uk.")
        assert at < texts.index("Where to go from here")


async def test_the_doors_of_the_start_page_are_seen_whole(catalogue: Catalogue) -> None:
    """At 120 by 40 and larger nothing of it is out of sight, and each door has three lines."""
    async with run_kiosk(catalogue, WIDE) as kiosk:
        for size in (WIDE, FULL):
            await kiosk.pilot.resize_terminal(*size)
            await kiosk.pilot.pause()
            reader = kiosk.screen.page.reader
            assert reader.last_top == 0
            assert all(spot.last - spot.first >= 2 for spot in reader.page.spots[:6])


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_no_screen_ends_in_a_heading(catalogue: Catalogue, size: tuple[int, int]) -> None:
    """A screen after the other, the last line that is read is never a lone heading."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(TOPIC)
        reader = kiosk.screen.page.reader
        while reader.top < reader.last_top:
            shown = [line for line in reader.page.lines[reader.top :][: reader.shown] if line]
            assert not all(piece.style.startswith("heading") for piece in shown[-1])
            await kiosk.press("pagedown")


async def test_more_space_keeps_what_is_marked_in_sight(catalogue: Catalogue) -> None:
    """Whoever chooses it sees that it is on."""
    async with run_kiosk(catalogue, SMALL) as kiosk:
        await kiosk.press("c", "5")
        (marked,) = (line for line in kiosk.lines() if "┃ 5" in line)
        assert "this is on" in marked


async def test_tab_to_the_keys_leaves_one_mark(catalogue: Catalogue) -> None:
    """What Enter would do is told in one place; back on the page, it is marked there again."""
    async with run_kiosk(catalogue, SMALL) as kiosk:
        await kiosk.press("shift+tab")
        await kiosk.press("shift+tab")
        assert kiosk.text().count("┃") == 1
        assert "┃" in kiosk.lines()[-1]


@pytest.mark.parametrize("size", [SMALL, WIDE, FULL])
async def test_the_librarys_name_stays_where_it_is(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """On the neutral page and on the first page it begins in one cell."""
    async with run_kiosk(catalogue, size, entered=False) as kiosk:
        before = [(row, line.find("Central Library")) for row, line in enumerate(kiosk.lines())]
        await kiosk.press("enter")
        after = [(row, line.find("Central Library")) for row, line in enumerate(kiosk.lines())]
        assert [at for at in before if at[1] >= 0] == [at for at in after if at[1] >= 0]


@pytest.mark.slow
async def test_a_title_is_large_only_where_it_names_nothing(catalogue: Catalogue) -> None:
    """At 200 by 60 the first page and the helplines have large letters; no topic or plan has."""
    async with run_kiosk(catalogue, FULL) as kiosk:
        found = set()
        for place in places(catalogue.edition):
            await kiosk.go(place)
            first = kiosk.screen.page.reader.page.lines[0]
            if any(piece.style == "heading3" and "▄" in piece.text for piece in first):
                found.add(place.kind)
        assert found == {"start", "people"}


@pytest.mark.parametrize("theme", [*THEMES, FEW_COLOURS])
async def test_leaving_is_red_in_every_theme(catalogue: Catalogue, theme: str) -> None:
    """Where no red is clear enough as a ground for words, it is an edge before them."""
    settings = catalogue.edition.settings._replace(theme=theme)
    themed = Catalogue(replace(catalogue.edition, settings=settings))
    terminal = Terminal(16, all_glyphs=False) if theme == FEW_COLOURS else Terminal()
    async with run_kiosk(themed, SMALL, terminal=terminal) as kiosk:
        strip = kiosk.screen._compositor.render_strips()[-1]
        first = next(n for n, segment in enumerate(strip) if "Esc" in segment.text)
        edge = list(strip)[first - 1]
        assert edge.style is not None
        assert edge.style.bgcolor is not None
        red, green, blue = edge.style.bgcolor.get_truecolor()
        assert red > 2 * max(green, blue)


async def test_what_is_urgent_looks_urgent_while_it_is_marked(catalogue: Catalogue) -> None:
    """The first door has a marked ground of its own; a door for somebody has the usual one."""
    tokens = read_tokens(styles_folder(), "light")
    async with run_kiosk(catalogue, (120, 40)) as kiosk:
        for words, token in (("someone is threatening", "marked-urgent"), ("young", "marked")):
            while not any(_is_marked(line, words) for line in kiosk.lines()):
                await kiosk.press("down")
            grounds = {
                run.style.bgcolor.get_truecolor().hex
                for run in runs_of(kiosk)
                if words in run.text.lower() and run.style.bgcolor
            }
            assert tokens[token] in grounds


def _is_marked(line: str, words: str) -> bool:
    """Whether the mark stands before some words."""
    return words in line.lower().partition(MARKER)[2][:40]


def test_whom_to_call_in_danger_stands_first_on_every_plan(catalogue: Catalogue) -> None:
    """As on every question: where 999 is among the cards, it is the first one."""
    edition = catalogue.edition
    urgent = {line.name for line in edition.content.helplines.values() if line.is_urgent}
    found = 0
    for pathway in edition.content.pathways.values():
        for plan_id in pathway.plans:
            for block in plan_view(edition, PAPER, pathway.id, plan_id).beside:
                assert isinstance(block, Calls)
                named = [call.name in urgent for call in block.calls]
                assert named == sorted(named, reverse=True)
                found += any(named)
    assert found


async def test_back_is_offered_where_there_is_a_page_to_go_back_to(catalogue: Catalogue) -> None:
    """On the first page it would lead out, which the red key says more clearly."""
    async with run_kiosk(catalogue) as kiosk:
        assert "Back" not in kiosk.lines()[-1]
        await kiosk.press("4")
        assert "← Back" in " ".join(kiosk.lines()[-1].split())


@pytest.mark.parametrize("size", [SMALLEST, SMALL, WIDE, FULL])
def test_every_list_can_be_read_with_more_space(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """However many can be chosen on a page, each of them stands there."""
    room, measure = room_of(*size), frame_of(size[0]).measure
    here = Here(columns=measure, room=room, comfort=comfort.Comfort(spacing=comfort.WIDE))
    listed = [at for at in places(catalogue.edition) if at.kind in ("question", "topics", GROUP)]
    assert listed
    for place in listed:
        view, page = catalogue.open(place, measure, here)
        choices = [block.leads_to for block in view.blocks if isinstance(block, Choice)]
        assert [spot.leads_to for spot in page.spots if spot.is_choice] == choices
