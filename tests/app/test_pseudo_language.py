"""No word stands in the code, and none is cut off in a language that takes more room."""

import re
from collections.abc import Iterable

import pytest

from kiosk.app.title_line import TitleLine
from kiosk.content.blocks import Place
from kiosk.pages.catalogue import Catalogue, places
from tests.app.kiosk import TestKiosk, run_kiosk
from tests.app.pseudo import LONGER, pseudo_catalogue, pseudo_text

WAY_OUT = f"{pseudo_text('Esc')}  {pseudo_text('Leave now')}"
SEARCHES = (Place("search", "ж"), Place("search", "123"))


@pytest.fixture(scope="module")
def pseudo(catalogue: Catalogue) -> Catalogue:
    """Every page in a language that nobody speaks."""
    return pseudo_catalogue(catalogue.edition.content)


def test_the_language_is_longer_and_keeps_the_gaps() -> None:
    """Texts grow by two fifths, in brackets, and what is filled in stays where it is."""
    longer = pseudo_text("After {time} without a key, this screen clears itself.")
    assert longer.startswith("[Åƒţéŕ {time} ")
    assert len(longer) >= LONGER * 53
    assert longer.endswith("]")


@pytest.mark.slow
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_every_page_is_whole_and_from_the_catalogue(
    pseudo: Catalogue, size: tuple[int, int]
) -> None:
    """At every place, no letter is from the code, and no label is cut; Esc is always in sight."""
    async with run_kiosk(pseudo, size) as kiosk:
        for place in (*places(pseudo.edition), *SEARCHES):
            await kiosk.go(place)
            await kiosk.pilot.pause()  # the search box comes and goes with the next layout
            assert faults(kiosk) == [], place


def faults(kiosk: TestKiosk) -> list[str]:
    """What is wrong with the page that is shown."""
    lines, page = kiosk.lines(), kiosk.screen.page
    around = [*lines[: page.region.y], *lines[page.region.bottom :]]
    said = one_line("".join(piece.text for piece in line) for line in page.reader.page.lines)
    title = one_line([kiosk.screen.query_one(TitleLine)._title])
    letters = re.findall(r"\S*[A-Za-z]\S*", kiosk.text() + said)
    keys = {spot.key for spot in page.reader.page.spots}
    found = [f"in the code: {word}" for word in letters if word not in keys]
    if said.startswith(title):  # on a narrow screen, the title stands whole below its line
        around = [line for line in around if not line.rstrip().endswith("…")]
    elif title not in one_line(around):
        found.append(f"title cut off: {title}")
    found += [f"cut off: {text}" for text in (*around, said) if text.count("[") != text.count("]")]
    if not any(WAY_OUT in line for line in lines[-2:]):
        found.append(f"no way out: {lines[-2:]}")
    return found


def one_line(lines: Iterable[str]) -> str:
    """Lines as one, with one space between words."""
    return " ".join(" ".join(lines).split())
