"""Every theme can be read by everybody, on every page; and none says something by colour alone."""

import asyncio
import re
from dataclasses import replace

import pytest
from rich.color import ColorSystem
from rich.style import Style

from kiosk.app.environment import Terminal
from kiosk.app.lines import FEW_GLYPHS
from kiosk.app.themes import read_tokens
from kiosk.content.blocks import Place
from kiosk.pages.acts import Change
from kiosk.pages.catalogue import START, Catalogue, places
from kiosk.pages.comfort import WIDE
from kiosk.paths import styles_folder
from kiosk.settings import FEW_COLOURS, THEMES
from tests.app.colours import PALETTES, Run, contrast_of, runs_of
from tests.app.kiosk import TestKiosk, run_kiosk
from tests.app.telling import DECORATION, Telling, find_telling
from tests.app.voice import FakeSpeech

CONSOLE = Terminal(colours=16, all_glyphs=False)
WITHOUT_COLOURS = Terminal(colours=0)
SYSTEMS = {"true": ColorSystem.TRUECOLOR, "256": ColorSystem.EIGHT_BIT}
TOPIC = Place("topic", "someone-is-threatening-me")
Found = dict[tuple[Style, bool], Run]
LEAST = 7.0
"""The least contrast of text."""
AS_CLEAR_AS_CAN_BE = {"contrast": 15.0}
"""The themes that promise more."""


def in_theme(catalogue: Catalogue, theme: str) -> Catalogue:
    """The same pages, where staff have chosen a theme."""
    edition = catalogue.edition
    return Catalogue(replace(edition, settings=edition.settings._replace(theme=theme)))


@pytest.fixture(scope="module", params=[(80, 24), (120, 150)], ids=["small", "large"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Columns and rows: of a page at a time, and of the whole of nearly every page."""
    chosen: tuple[int, int] = request.param
    return chosen


@pytest.fixture(scope="module")
def telling(catalogue: Catalogue, size: tuple[int, int]) -> Telling:
    """The places that between them show every role of a theme on every ground that it stands on."""
    return asyncio.run(find_telling(catalogue, size))


async def styles_of(kiosk: TestKiosk, telling: Telling) -> Found:
    """Each style that occurs on those pages, for text and for decoration, and where it is seen."""
    found: Found = {}
    for words, walk in telling.items():
        kiosk.screen.follow(Change("words", words))
        for place in walk:
            await kiosk.go(place)
            look(kiosk, found)
    return found


async def styles_of_all_marks(kiosk: TestKiosk) -> Found:
    """Each style that occurs while somebody moves by keys, and types."""
    found: Found = {}
    await kiosk.go(TOPIC)
    for keys in (["tab"] * 30, ["home", "end", "up"], ["slash", *"threat"], ["tab"] * 30):
        for key in keys:
            await kiosk.press(key)
            look(kiosk, found)
    await kiosk.press(*["backspace"] * len("threat"))
    look(kiosk, found)
    return found


async def styles_of_all_read_aloud(kiosk: TestKiosk, speech: FakeSpeech) -> Found:
    """Each style that occurs while a menu with its mark, a topic and numbers are read aloud."""
    found: Found = {}
    for place in (START, TOPIC, Place("people")):
        await kiosk.go(place)
        await kiosk.press("r")
        while speech.is_speaking:
            look(kiosk, found)
            speech.end()
            await kiosk.pilot.pause()
    return found


def look(kiosk: TestKiosk, found: Found) -> None:
    """Add what is on the screen."""
    for run in runs_of(kiosk):
        characters = set(run.text) - {" "}
        for is_decoration in {character in DECORATION for character in characters}:
            found.setdefault((run.style, is_decoration), run)


@pytest.mark.slow
@pytest.mark.parametrize("theme", [*THEMES, FEW_COLOURS])
async def test_every_cell_of_every_page_can_be_read(
    catalogue: Catalogue, theme: str, size: tuple[int, int], telling: Telling
) -> None:
    """Text has a contrast of 7 to 1 or more, marks and rules of 4.5, in true colour and in 256."""
    themed = in_theme(catalogue, theme)
    terminal = CONSOLE if theme == FEW_COLOURS else Terminal()
    async with run_kiosk(themed, size, terminal=terminal) as kiosk:
        found = await styles_of(kiosk, telling)
    assert len(found) >= 10
    assert_readable(found, theme)


@pytest.mark.slow
@pytest.mark.parametrize("theme", [*THEMES, FEW_COLOURS])
@pytest.mark.parametrize("columns", [80, 120])
async def test_what_is_marked_and_said_can_be_read(
    catalogue: Catalogue, theme: str, columns: int
) -> None:
    """So can what is marked by keys, typed, or read aloud, also beside the contents of a page."""
    terminal = CONSOLE if theme == FEW_COLOURS else Terminal()
    speech = FakeSpeech()
    themed = in_theme(catalogue, theme)
    async with run_kiosk(themed, (columns, 24), terminal=terminal, speech=speech) as kiosk:
        found = await styles_of_all_read_aloud(kiosk, speech)
        found |= await styles_of_all_marks(kiosk)
    assert len(found) >= 10
    assert_readable(found, theme)


@pytest.mark.slow
@pytest.mark.parametrize("theme", [*THEMES, FEW_COLOURS])
async def test_the_contents_beside_a_text_can_be_read(catalogue: Catalogue, theme: str) -> None:
    """So can they with wide spacing, from the beginning of every topic to its end."""
    themed = in_theme(catalogue, theme)
    terminal = CONSOLE if theme == FEW_COLOURS else Terminal()
    found: Found = {}
    async with run_kiosk(themed, (120, 30), terminal=terminal) as kiosk:
        kiosk.screen.follow(Change("spacing", WIDE))
        for place in places(themed.edition):
            if place.kind == "topic":
                await kiosk.go(place)
                look(kiosk, found)
                assert "On this page" in kiosk.text()
                await kiosk.press("end")
                look(kiosk, found)
    assert_readable(found, theme)


def assert_readable(found: Found, theme: str) -> None:
    """Fail for a style that not everybody can read."""
    for (style, is_decoration), run in found.items():
        for name, system in SYSTEMS.items():
            for palette_of, palette in PALETTES.items():
                contrast = contrast_of(style, system, palette)
                least = 4.5 if is_decoration else AS_CLEAR_AS_CAN_BE.get(theme, LEAST)
                assert contrast >= least, (theme, name, palette_of, contrast, str(style), run)


def test_every_theme_has_the_same_tokens() -> None:
    """A role without a colour would take that of another theme, or stop the app."""
    names = {
        path.stem: set(read_tokens(styles_folder(), path.stem))
        for path in (styles_folder() / "themes").glob("*.tcss")
    }
    assert {*THEMES, FEW_COLOURS, "plain"} == names.keys()
    assert len({frozenset(tokens) for tokens in names.values()}) == 1


def test_colours_stand_in_themes_alone() -> None:
    """Neither the other style sheets nor the code name one."""
    root = styles_folder().parent
    for path in [*styles_folder().glob("*.tcss"), *(root / "kiosk" / "app").glob("*.py")]:
        text = path.read_text(encoding="utf-8")
        assert not re.findall(r"#[0-9a-fA-F]{6}\b|\bansi_[a-z]+_?[a-z]*;|rgb\(", text), path


@pytest.mark.parametrize("terminal", [CONSOLE, WITHOUT_COLOURS, Terminal()])
async def test_nothing_is_said_by_colour_alone(catalogue: Catalogue, terminal: Terminal) -> None:
    """Without any colour, what Enter would open, a link and the focus still show themselves."""
    async with run_kiosk(catalogue, terminal=terminal) as kiosk:
        marked = [line for line in kiosk.lines() if re.match(r" +[┃│] 1  ", line)]
        assert len(marked) == 1
        await kiosk.press("shift+tab", "shift+tab")
        assert re.search(r"[┃│]\S", kiosk.lines()[-1]), kiosk.text()
        await kiosk.go(TOPIC)
        links: list[str] = []
        for _ in range(6):
            links += [run.text for run in runs_of(kiosk) if run.style.underline]
            await kiosk.press("pagedown")
        assert any("Getting a picture" in text for text in links)


async def test_without_colours_the_way_out_and_the_mark_are_reversed(catalogue: Catalogue) -> None:
    """They stand out by reversal, and no cell has a colour of its own."""
    async with run_kiosk(catalogue, terminal=WITHOUT_COLOURS) as kiosk:
        runs = list(runs_of(kiosk))
        reversed_words = {run.line for run in runs if run.style.reverse}
        assert any("Leave now" in line for line in reversed_words)
        assert any("1  Someone is threatening me" in line for line in reversed_words)
        for run in runs:
            assert run.style.color is None or run.style.color.is_default
            assert run.style.bgcolor is None or run.style.bgcolor.is_default


@pytest.mark.slow
async def test_the_console_gets_its_own_characters(catalogue: Catalogue) -> None:
    """Every character of every page is one of the 256 that the console's font has."""
    async with run_kiosk(catalogue, (120, 24), terminal=CONSOLE) as kiosk:
        for place in places(catalogue.edition):
            await kiosk.go(place)
            lines = kiosk.screen.page.reader.page.lines
            text = kiosk.text() + "".join(piece.text for line in lines for piece in line)
            # In the font, the arrow is a control character; the others are drawn with others of it.
            text.translate(FEW_GLYPHS).replace("←", "").encode("cp437")


@pytest.mark.slow
async def test_the_console_gets_sixteen_colours_and_no_bold(
    catalogue: Catalogue, size: tuple[int, int], telling: Telling
) -> None:
    """Grounds are the plain eight; bold would turn black to grey on many terminals."""
    speech = FakeSpeech()
    async with run_kiosk(catalogue, size, terminal=CONSOLE) as kiosk:
        found = await styles_of(kiosk, telling)
    async with run_kiosk(catalogue, (120, 24), terminal=CONSOLE, speech=speech) as kiosk:
        found |= await styles_of_all_read_aloud(kiosk, speech)
        found |= await styles_of_all_marks(kiosk)
    for style, _ in found:
        assert style.color is not None
        assert style.bgcolor is not None
        assert style.color.number is not None
        assert style.bgcolor.number is not None
        assert style.color.number < 16
        assert style.bgcolor.number < 8
        assert not style.bold


async def test_the_console_leaves_no_choice_of_colours(catalogue: Catalogue) -> None:
    """There, the page of comfort offers what can be had, and a wish for more changes nothing."""
    async with run_kiosk(catalogue, terminal=CONSOLE) as kiosk:
        await kiosk.press("c")
        assert "Colours" not in kiosk.text()
        assert "Space between lines" in kiosk.text()
        before = kiosk.screen._compositor.render_strips()
        kiosk.screen.follow(Change("theme", "dark"))
        assert kiosk.screen._compositor.render_strips() == before


async def test_staff_choose_the_theme_that_a_visit_begins_with(catalogue: Catalogue) -> None:
    """The neutral page is in it already."""
    dark = in_theme(catalogue, "dark")
    async with run_kiosk(dark, entered=False) as kiosk:
        (ground,) = {str(run.style.bgcolor) for run in runs_of(kiosk)}
        await kiosk.press("enter")
        assert kiosk.place == START
        assert ground in {str(run.style.bgcolor) for run in runs_of(kiosk)}
    async with run_kiosk(catalogue, entered=False) as kiosk:
        assert ground not in {str(run.style.bgcolor) for run in runs_of(kiosk)}
