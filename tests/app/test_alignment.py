"""What lines up on a wide screen, and what keeps off its edge."""

from dataclasses import replace

import pytest

from kiosk.app.frame import frame_of
from kiosk.content.blocks import Place
from kiosk.pages.catalogue import START, Catalogue
from kiosk.pages.wrapping import Line, width_of
from tests.app.kiosk import run_kiosk
from tests.app.test_rhythm import FULL, PLAN, QUESTION, SMALL, WIDE

COMFORT = Place("comfort")


@pytest.mark.parametrize("size", [WIDE, FULL])
@pytest.mark.parametrize("place", [START, COMFORT])
async def test_a_heading_has_air_below(
    catalogue: Catalogue, size: tuple[int, int], place: Place
) -> None:
    """Where a page is seen whole with it, no heading touches its cards."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(place)
        lines = kiosk.screen.page.reader.page.lines
        below = [lines[n + 1] for n, line in enumerate(lines) if line and _is_heading(line)]
        assert below
        assert not any(map(_words, below))


@pytest.mark.parametrize("size", [WIDE, FULL])
async def test_words_keep_off_the_edge_of_their_tile(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """At the right of each tile on the first page, two cells are empty on every line."""
    async with run_kiosk(catalogue, size) as kiosk:
        page = kiosk.screen.page.reader.page
        for number, spot in enumerate(page.spots):
            for line in page.lines[spot.first : spot.last + 1]:
                tile = "".join(piece.text for piece in line if piece.spot == number)
                assert tile.endswith("  "), tile


@pytest.mark.parametrize("size", [WIDE, FULL])
async def test_all_doors_stand_in_the_same_columns(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """The quiet ones, too; what ends them stands in the row of the last one."""
    async with run_kiosk(catalogue, size) as kiosk:
        page = kiosk.screen.page.reader.page
        assert len({spot.left for spot in page.spots}) == 3
        last = page.lines[page.spots[-1].first : page.spots[-1].last + 1]
        assert any("What you read here is not recorded." in _words(line) for line in last)


@pytest.mark.parametrize("size", [WIDE, FULL])
async def test_cards_side_by_side_are_equally_wide(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """What is over parts them, and the last one ends where the page does."""
    async with run_kiosk(catalogue, size) as kiosk:
        page = kiosk.screen.page.reader.page
        line = page.lines[page.spots[0].first]
        widths = [width_of([p for p in line if p.spot == number]) for number in range(3)]
        assert len(set(widths)) == 1
        assert page.spots[2].left + widths[2] == frame_of(size[0]).width


async def test_what_ends_quiet_doors_is_not_squeezed_beside_them(
    catalogue: Catalogue,
) -> None:
    """With a language to choose there are five: what is said of privacy is one line below them."""
    languages = {"en": "English", "cy": "Cymraeg"}
    edition = replace(catalogue.edition, languages=languages)
    async with run_kiosk(Catalogue(edition), WIDE) as kiosk:
        page = kiosk.screen.page.reader.page
        said = "What you read here is not recorded. Check who can see or hear you."
        assert [_words(line) for line in page.lines].count(said) == 1
        assert sum(spot.left == 0 for spot in page.spots) == 4


async def test_the_cards_beside_a_page_look_alike(catalogue: Catalogue) -> None:
    """All numbers are large, and who has too much to say for that makes way for the next."""
    async with run_kiosk(catalogue, WIDE) as kiosk:
        await kiosk.go(PLAN)
        cards = kiosk.screen.page.reader.page.beside
        assert len(cards) == 3
        assert all(any("▄▄▄" in _words(line) for line in card) for card in cards)
        assert "Police" not in kiosk.text()


@pytest.mark.parametrize(("size", "stands"), [(SMALL, False), (WIDE, True), (FULL, True)])
async def test_a_question_stands_on_a_surface_of_its_own(
    catalogue: Catalogue, size: tuple[int, int], *, stands: bool
) -> None:
    """It is as wide as its answers, where there is air; elsewhere it is a heading."""
    async with run_kiosk(catalogue, size) as kiosk:
        await kiosk.go(QUESTION)
        page = kiosk.screen.page.reader.page
        found = [line for line in page.lines if any(piece.ground == "asked" for piece in line)]
        assert bool(found) is stands
        widths = {width_of(line) for line in found}
        assert not stands or widths == {width_of(page.lines[page.spots[0].first])}
        assert "Are you safe right now?" in kiosk.text()


def _is_heading(line: Line) -> bool:
    return line[0].style == "heading3" and "▄" not in line[0].text


def _words(line: Line) -> str:
    return "".join(piece.text for piece in line).strip()
