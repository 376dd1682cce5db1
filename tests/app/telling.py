"""Which pages between them show every role of a theme on every surface, and every kind of frame.

To draw all pages in all themes would take minutes. What a page is set from tells which roles it
will be drawn in, so only those that bring something new need be drawn.
"""

from collections.abc import Iterator
from itertools import chain

from kiosk.content.blocks import Place
from kiosk.pages.acts import Change
from kiosk.pages.catalogue import Catalogue, places
from kiosk.pages.comfort import EASY
from kiosk.pages.wrapping import NO_SPOT
from tests.app.kiosk import TestKiosk, run_kiosk
from tests.easy_steps import step_places

DECORATION = set("─━═┃│▀▄█▌")
"""What is no text; beside the codes, whose colours are the roles of text as well."""
Telling = dict[str, list[Place]]
"""Places, by the words that they are shown in."""


async def find_telling(catalogue: Catalogue, size: tuple[int, int]) -> Telling:
    """Go through every page, as it is usually and in easy words, and keep those with news."""
    seen: set[object] = set()
    kept: Telling = {}
    walks = {"": places(catalogue.edition), EASY: step_places(catalogue.edition)}
    async with run_kiosk(catalogue, size) as kiosk:
        for words, walk in walks.items():
            kiosk.screen.follow(Change("words", words))
            for place in walk:
                signs = set(signs_of(kiosk, place))
                if not signs <= seen:
                    kept.setdefault(words, []).append(place)
                seen |= signs
    return kept


def signs_of(kiosk: TestKiosk, place: Place) -> Iterator[object]:
    """What decides how a page is drawn: its frame, and each role with its surface and its use."""
    view, page = kiosk.opened(place)
    rows = kiosk.screen.size.height
    goes_on = len(page.lines) > rows
    yield view.framed, bool(view.aside), view.box is None, page.has_title, goes_on
    chosen = kiosk.screen._reader(page, 0, None).chosen
    marked = range(chosen.first, chosen.last + 1) if chosen else range(0)
    parts = page.lines[:rows], page.foot, tuple(chain(*page.beside))
    for part, lines in enumerate(parts):
        for number, line in enumerate(lines):
            is_marked = part == 0 and number in marked
            for piece in line:
                is_choice = piece.spot != NO_SPOT and page.spots[piece.spot].is_choice
                use = part, is_marked, piece.spot == NO_SPOT, is_choice
                for is_decoration in {letter in DECORATION for letter in set(piece.text) - {" "}}:
                    yield piece.style, piece.ground, use, is_decoration
