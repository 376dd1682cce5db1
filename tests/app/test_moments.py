"""What changes while it is shown, and what can be taken along."""

from dataclasses import replace
from datetime import datetime, timedelta

import msgspec
import pytest
from textual.pilot import Pilot

from kiosk.app.app import KioskApp
from kiosk.app.environment import Terminal
from kiosk.app.screen import KioskScreen
from kiosk.app.session import Session
from kiosk.content.blocks import Place
from kiosk.content.hours import Opening
from kiosk.content.opening import LONDON
from kiosk.dates import DAYS
from kiosk.pages.catalogue import Catalogue
from tests.app.kiosk import FakeTime, TestKiosk, run_kiosk
from tests.app.voice import FakeSpeech

PICTURE = Place("topic", "a-picture-is-out-there")
TAKE = Place("take", "https://childline.org.uk")
OFFICE = (Opening(days=DAYS[:5], opens="9:00", closes="21:00", bank_holidays="closed"),)


@pytest.fixture
def office_hours(catalogue: Catalogue) -> Catalogue:
    """The shipped words, with Childline open in office hours and nobody else known to be."""
    content = catalogue.edition.content
    helplines = {
        name: msgspec.structs.replace(line, hours=OFFICE if name == "childline" else None)
        for name, line in content.helplines.items()
    }
    content = msgspec.structs.replace(content, helplines=helplines)
    return Catalogue(replace(catalogue.edition, content=content))


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 8, 59, 30, tzinfo=LONDON)

    def __call__(self) -> datetime:
        """The time now."""
        return self.now


async def enter(app: KioskApp, pilot: Pilot[None]) -> TestKiosk:
    """Come in."""
    kiosk = TestKiosk(app, pilot, FakeTime())
    await kiosk.press("enter")
    return kiosk


async def test_a_page_that_is_shown_follows_the_clock(office_hours: Catalogue) -> None:
    """When the minute changes, the page says who is open now, at the line that was read."""
    clock = Clock()
    app = KioskApp(Session(office_hours, clock=clock))
    async with app.run_test(size=(80, 24)) as pilot:
        kiosk = await enter(app, pilot)
        assert "Open now" not in kiosk.text()
        await kiosk.press("h", "down")
        assert "Opens at 9:00. Anyone under 19." in kiosk.text()
        top = kiosk.screen.page.reader.top
        clock.now += timedelta(minutes=1)
        kiosk.screen._minute()
        await kiosk.until(lambda: "Open now, until 21:00. Anyone under 19." in kiosk.text())
        assert kiosk.screen.page.reader.top == top == 1
        await kiosk.press("left")
        assert "at least 1 open now" in kiosk.text()


async def test_a_new_minute_leaves_what_is_read_aloud_in_peace(office_hours: Catalogue) -> None:
    """The page says who is open now once it is silent."""
    clock = Clock()
    app = KioskApp(Session(office_hours, clock=clock, speech=FakeSpeech()))
    async with app.run_test(size=(80, 24)) as pilot:
        kiosk = await enter(app, pilot)
        await kiosk.press("h", "r")
        reader = kiosk.screen.page.reader
        clock.now += timedelta(minutes=1)
        kiosk.screen._minute()
        assert kiosk.screen.page.reader is reader
        await kiosk.press("r")
        kiosk.screen._minute()
        await kiosk.until(lambda: "Open now, until 21:00. Anyone under 19." in kiosk.text())


async def test_a_new_minute_changes_nothing_else(office_hours: Catalogue) -> None:
    """A topic stays where it was read, down to the mark."""
    clock = Clock()
    app = KioskApp(Session(office_hours, clock=clock))
    async with app.run_test(size=(80, 24)) as pilot:
        kiosk = await enter(app, pilot)
        await kiosk.press("1", "pagedown", "tab")
        before, reader = kiosk.text(), kiosk.screen.page.reader
        clock.now += timedelta(minutes=1)
        kiosk.screen._minute()
        await kiosk.pilot.pause()
        assert kiosk.text() == before
        assert kiosk.screen.page.reader is reader


async def test_the_people_page_knows_who_came(catalogue: Catalogue) -> None:
    """Whoever came as a parent sees the lines for parents, by the list's choice and by the key."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("5", "end", "enter")
        assert kiosk.place == Place("people", "parents and carers")
        await kiosk.press("left", "1", "h")
        assert kiosk.place == Place("people", "parents and carers")
        assert "For parents and carers" in kiosk.text()


async def test_without_an_audience_everybody_is_shown(catalogue: Catalogue) -> None:
    """From the start page the people are those for everyone; a new visitor is nobody yet."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press("4", "h")
        await kiosk.leave()
        await kiosk.press("enter", "h")
        assert kiosk.place == Place("people")


async def test_t_takes_the_address_of_a_topic_along(catalogue: Catalogue) -> None:
    """On a topic that has one, the bottom line says so, and the key shows code and address."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(PICTURE)
        assert "t  Take it" in kiosk.lines()[-1]
        await kiosk.press("t")
        assert kiosk.place == TAKE
        text = kiosk.text()
        assert "▀" in text
        assert "childline.org.uk" in text
        assert "The code opens that page on" in text
        await kiosk.press("left")
        assert kiosk.place == PICTURE


async def test_t_takes_the_address_of_a_plan_along(catalogue: Catalogue) -> None:
    """A plan's key shows its one address, Back returns to the plan, and no page of it is kept."""
    fresh = Catalogue(catalogue.edition)
    plan = Place("plan", "help-threatened", "under-18-paid")
    async with run_kiosk(fresh) as kiosk:
        await kiosk.press("1", "3", "1", "4")
        assert kiosk.place == plan
        assert "t  Take it" in kiosk.lines()[-1]
        await kiosk.press("t")
        assert kiosk.place == Place("take", "https://ceop.police.uk")
        assert "ceop.police.uk" in kiosk.text()
        assert "▀" in kiosk.text()
        assert "threat" not in kiosk.text().lower()
        await kiosk.press("left")
        assert kiosk.place == plan
    assert not [place for place, *_ in fresh._kept if place.kind in ("plan", "take")]


@pytest.mark.parametrize("keys", [["t"], ["h", "t"], ["4", "t"], ["question_mark", "t"]])
async def test_t_does_nothing_where_there_is_nothing_to_take(
    catalogue: Catalogue, keys: list[str]
) -> None:
    """The key is not offered there, and leads nowhere."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.press(*keys[:-1])
        before = kiosk.text()
        assert "Take it" not in kiosk.lines()[-1]
        await kiosk.press("t")
        assert kiosk.text() == before


@pytest.mark.parametrize(
    ("size", "half_blocks", "has_code"),
    [
        ((80, 24), True, True),
        ((80, 24), False, False),
        ((128, 48), False, True),
        ((40, 20), True, True),
        ((40, 12), True, False),
        ((20, 6), True, False),
    ],
)
async def test_a_code_is_drawn_where_it_fits(
    catalogue: Catalogue, size: tuple[int, int], *, half_blocks: bool, has_code: bool
) -> None:
    """As a whole, or not at all; then the address is there to be copied by hand."""
    app = KioskApp(Session(catalogue, terminal=Terminal(all_glyphs=half_blocks)))
    async with app.run_test(size=size) as pilot:
        kiosk = await enter(app, pilot)
        await kiosk.go(TAKE)
        lines = kiosk.screen.page.reader.page.lines
        code = [n for n, line in enumerate(lines) if any("code" in p.style for p in line)]
        assert bool(code) is has_code
        assert code == list(range(len(code)))
        assert len(code) <= kiosk.screen.page.size.height
        glyphs = {c for line in lines for p in line if "code" in p.style for c in p.text}
        assert glyphs == (set(" ▀▄") if half_blocks else set(" ")) if has_code else not glyphs


async def test_the_card_is_one_step_from_the_code(catalogue: Catalogue) -> None:
    """Tab marks the way to the numbers, and Enter opens them."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(PICTURE)
        await kiosk.press("t", "tab", "enter")
        assert kiosk.place == Place("card")
        assert "116 123" in kiosk.text()


async def test_the_screen_keeps_no_address_after_leaving(catalogue: Catalogue) -> None:
    """After Escape, t leads nowhere."""
    async with run_kiosk(catalogue) as kiosk:
        await kiosk.go(PICTURE)
        await kiosk.leave()
        screen = kiosk.screen
        assert isinstance(screen, KioskScreen)
        assert screen.view.take is None
