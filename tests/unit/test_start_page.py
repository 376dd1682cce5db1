"""The first page that is worth reading is seen whole."""

from kiosk.app.frame import rows_of_frame
from kiosk.content.blocks import Place
from kiosk.pages.catalogue import START
from kiosk.pages.here import Here, Room
from kiosk.pages.loading import load_catalogue
from kiosk.settings.desk import PUBLIC_PREFIX, FormSettings
from tests.app.kiosk import NOON, library_settings

KEY = f"{PUBLIC_PREFIX}NeEGncmYla47VxiNYx+nr3ZnNk38Uskv0Em8NtScBDA="


def test_it_fits_with_everything_switched_on() -> None:
    """At 80 by 24 nobody has to scroll, whatever staff offer beside the words."""
    settings = library_settings()._replace(
        languages=("en", "cy"),
        drafts=True,
        counts=True,
        keep_settings=True,
        forms=FormSettings(KEY),
    )
    rows = 24 - rows_of_frame(24)
    here = Here(now=NOON, columns=72, room=Room(rows))
    _, page = load_catalogue(settings).open(START, 72, here)
    assert Place("about") in {spot.leads_to for spot in page.spots}
    assert any("Cymraeg" in piece.text for line in page.lines for piece in line)
    assert any("may remember" in piece.text for line in page.lines for piece in line)
    assert len(page.lines) <= rows


def test_the_doors_of_those_who_need_help_now_are_seen_on_the_smallest_screen() -> None:
    """At 40 by 12 the three urgent doors are in sight, and one key opens each."""
    catalogue = load_catalogue(library_settings())
    rows = 12 - rows_of_frame(12)
    _, page = catalogue.open(START, 38, Here(now=NOON, columns=38, room=Room(rows)))
    urgent = catalogue.edition.content.doors.urgent
    assert [door.to for door in urgent] == ["help-threatened", "help-picture-out", "help-not-safe"]
    assert [spot.last < rows for spot in page.spots[:3]] == [True] * 3
