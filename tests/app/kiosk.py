"""A kiosk to test with: presses keys as a visitor would, and reads the screen."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from textual.pilot import Pilot

from kiosk.app.app import KioskApp
from kiosk.app.environment import ANY_TERMINAL, Terminal
from kiosk.app.screen import KioskScreen
from kiosk.app.session import Session
from kiosk.app.staff_door import StaffDoor
from kiosk.clerk.speech import Voice
from kiosk.content.blocks import Place
from kiosk.content.opening import LONDON
from kiosk.neutral import DEAF_SECONDS
from kiosk.pages import navigation
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.page import Page
from kiosk.pages.view import View
from kiosk.settings import Settings
from tests.tools import DEADLINE_SECONDS

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=LONDON)
"""A Monday, at which the library of the tests is open."""


@dataclass
class FakeTime:
    """Seconds that pass only when a test says so."""

    seconds: float = 0.0

    def __call__(self) -> float:
        """The time now."""
        return self.seconds


@dataclass
class TestKiosk:
    """A running kiosk."""

    __test__ = False

    app: KioskApp
    pilot: Pilot[None]
    time: FakeTime

    @property
    def screen(self) -> KioskScreen:
        """The kiosk's one screen."""
        screen = self.app.screen
        assert isinstance(screen, KioskScreen)
        return screen

    @property
    def place(self) -> Place:
        """Where the visitor is."""
        return self.screen.visit.here.place

    def lines(self) -> list[str]:
        """The screen's lines, as they are drawn."""
        strips = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    def text(self) -> str:
        """The screen as text."""
        return "\n".join(self.lines())

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        await self.pilot.press(*keys)

    async def leave(self) -> None:
        """Press Escape, and wait until keys count again."""
        await self.press("escape")
        self.time.seconds += DEAF_SECONDS

    async def go(self, place: Place) -> None:
        """Go straight to a place, past the keys, and wait until it is drawn and counted."""
        self.screen.follow(place)
        await self.until(lambda: self.place == place)
        await self.pilot.pause()

    def opened(self, place: Place) -> tuple[View, Page]:
        """A page as it would be shown, without drawing it: that takes most of the time."""
        self.screen.visit, _ = navigation.follow(self.screen.visit, place)
        return self.screen._open()

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so; fail where it is not within the deadline."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not is_so():
            assert time.monotonic() < deadline, f"It never was so. The screen:\n{self.text()}"
            await self.pilot.pause()
            await asyncio.sleep(0)


@asynccontextmanager
async def run_kiosk(
    catalogue: Catalogue,
    size: tuple[int, int] = (80, 24),
    *,
    entered: bool = True,
    panic_keys: tuple[str, ...] = (),
    leave_behind: LeaveBehind | None = None,
    door: StaffDoor | None = None,
    terminal: Terminal = ANY_TERMINAL,
    speech: Voice | None = None,
    on_leave: Callable[[], None] | None = None,
) -> AsyncIterator[TestKiosk]:
    """Run a kiosk.

    Args:
        catalogue: Its pages.
        size: The screen's columns and rows.
        entered: Whether the visitor has come in already, or the neutral page is still shown.
        panic_keys: Keys that leave like Escape does.
        leave_behind: Takes what the visitor leaves behind.
        door: The way in for staff.
        terminal: What the terminal can show.
        speech: Reads pages aloud.
        on_leave: Called when the visitor leaves.
    """
    fake_time = FakeTime()
    session = Session(
        catalogue,
        clock=lambda: NOON,
        monotonic=fake_time,
        panic_keys=frozenset(panic_keys),
        leave_behind=leave_behind or LeaveBehind(),
        door=door or StaffDoor(),
        terminal=terminal,
        speech=speech,
        on_leave=on_leave,
    )
    app = KioskApp(session)
    async with app.run_test(size=size, notifications=True) as pilot:
        kiosk = TestKiosk(app, pilot, fake_time)
        if entered:
            await kiosk.press("enter")
        yield kiosk


def library_settings() -> Settings:
    """The settings of the library of the tests."""
    from kiosk.settings import Notice
    from kiosk.settings.hours import read_opening_hours

    weekdays = "monday tuesday wednesday thursday friday".split()
    return Settings(
        name="Central Library",
        opening_hours=read_opening_hours(dict.fromkeys(weekdays, "9:00 - 17:00")),
        notices=(Notice("Large print books are on the first floor."),),
    )
