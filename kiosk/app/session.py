"""What one visitor's app works with, put together once and handed to all its parts."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.app.aloud import Aloud
from kiosk.app.environment import ANY_TERMINAL, Terminal
from kiosk.app.staff_door import StaffDoor
from kiosk.app.themes import ShownTheme
from kiosk.clerk.speech import Voice
from kiosk.clock import local_time
from kiosk.neutral import DEAF_SECONDS
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.visit import Visit


class Deafness:
    """Whether keys and clicks are swallowed, since the visitor left only a moment ago.

    Args:
        monotonic: Tells seconds from some moment on.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._until = float("-inf")

    def begin(self) -> None:
        """Be deaf from now on, for a moment."""
        self._until = self._monotonic() + DEAF_SECONDS

    @property
    def is_on(self) -> bool:
        """Whether it still lasts."""
        return self._monotonic() < self._until


@dataclass
class Session:
    """What is given, and what belongs to this visitor's app alone."""

    catalogue: Catalogue
    """Makes the pages."""
    clock: Callable[[], datetime] = local_time
    """Tells the time of day: the machine's own, where it names no time zone."""
    monotonic: Callable[[], float] = time.monotonic
    """Tells seconds from some moment on."""
    panic_keys: frozenset[str | None] = frozenset()
    """Keys that leave like Escape does: characters, or names such as `f12`."""
    terminal: Terminal = ANY_TERMINAL
    """What the terminal can show."""
    leave_behind: LeaveBehind = field(default_factory=LeaveBehind)
    """Takes what the visitor leaves behind; without a desk, nothing."""
    door: StaffDoor = field(default_factory=StaffDoor)
    """The way in for staff; without a passphrase, there is none."""
    speech: Voice | None = None
    """Says what is read aloud; without it, nothing is."""
    prints: bool = False
    """Whether the card of numbers can be printed."""
    on_drawn: Callable[[], None] | None = None
    """Called once when the neutral page is on the screen."""
    on_shown: Callable[[Visit, str], None] = lambda _visit, _theme: None
    """Called with the visit and the theme's name when a page is shown."""
    on_leave: Callable[[], None] | None = None
    """Called when the visitor leaves; without it, the neutral page is shown."""

    def __post_init__(self) -> None:
        self.aloud = Aloud(self.speech)
        self.deafness = Deafness(self.monotonic)
        self.theme = ShownTheme(self.terminal.colours, self.catalogue.edition.settings.theme)
