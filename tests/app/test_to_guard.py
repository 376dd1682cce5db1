"""What the visitor's process tells the guard while pages are opened."""

import os

from kiosk.app.to_guard import ToGuard
from kiosk.content.blocks import Place
from kiosk.pages.catalogue import START, Catalogue
from tests.app.kiosk import run_kiosk

PLAN = Place("plan", "help-threatened", "asked")


async def test_it_tells_pages_to_spend_time_with_and_the_theme(catalogue: Catalogue) -> None:
    """A plan, and what is taken along, and any other page after them; each once."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    async with run_kiosk(catalogue) as kiosk:
        session = kiosk.screen.session
        session.on_shown = ToGuard(session.theme.name, writing).tell
        told = []
        for place in (
            START,
            Place("people"),
            Place("take", "help-threatened"),
            Place("card"),
            START,
        ):
            await kiosk.go(place)
            try:
                told.append(os.read(reading, 64))
            except BlockingIOError:
                told.append(b"")
        assert told == [b"", b"", b"+a", b"", b"-a"]
        await kiosk.go(Place("comfort"))
        await kiosk.press("3")
        assert os.read(reading, 64) in (b"-b", b"-c")
    for descriptor in (reading, writing):
        os.close(descriptor)


async def test_nobody_who_listens_is_no_trouble(catalogue: Catalogue) -> None:
    """As in a browser, or once the guard is gone."""
    reading, writing = os.pipe()
    os.close(reading)
    os.close(writing)
    async with run_kiosk(catalogue) as kiosk:
        kiosk.screen.session.on_shown = ToGuard("light", writing).tell
        await kiosk.go(Place("card"))
        assert kiosk.place == Place("card")
