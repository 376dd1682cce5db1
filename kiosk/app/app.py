"""The app: wiring between Textual and the kiosk's one screen."""

import time
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.driver import Driver
from textual.screen import Screen

from kiosk.app.environment import ANY_TERMINAL, Terminal
from kiosk.app.lockdown import LockedApp
from kiosk.app.screen import Clock, KioskScreen
from kiosk.app.speech import Speech
from kiosk.app.staff_door import StaffDoor
from kiosk.app.themes import NAMED_COLOURS, read_tokens, style_sheets, theme_for
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.commands import LEAVE
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.paths import styles_folder

DEAF_SECONDS = 0.4
"""How long keys are ignored after leaving, so that a panicked second key leads nowhere."""


class KioskApp(LockedApp):
    """The kiosk as one visitor uses it."""

    TITLE = "Information"
    CSS_PATH: ClassVar = [str(path) for path in style_sheets(styles_folder())]
    BINDINGS = [
        Binding(key, action, priority=True, show=False) for key, action in LEAVE.keys.items()
    ]
    ALLOWED_ACTIONS = frozenset(
        "leave move choose next number command press step delete_or_back submit knock".split()
    )

    def __init__(
        self,
        catalogue: Catalogue,
        *,
        clock: Clock = datetime.now,
        monotonic: Callable[[], float] = time.monotonic,
        panic_keys: Iterable[str] = (),
        terminal: Terminal = ANY_TERMINAL,
        leave_behind: LeaveBehind | None = None,
        door: StaffDoor | None = None,
        speech: Speech | None = None,
        driver_class: type[Driver] | None = None,
        on_drawn: Callable[[], None] | None = None,
        on_leave: Callable[[], None] | None = None,
    ) -> None:
        """Make the app.

        Args:
            catalogue: Makes the pages.
            clock: Tells the time of day.
            monotonic: Tells seconds from some moment on.
            panic_keys: Keys that leave like Escape does: characters, or names such as `f12`.
            leave_behind: Takes what the visitor leaves behind; without it, nothing is.
            door: The way in for staff; without it, there is none.
            speech: Reads pages aloud; without it, none is.
            terminal: What the terminal can show.
            driver_class: Talks to the terminal; Textual's own where None.
            on_drawn: Called once when the neutral page is on the screen.
            on_leave: Called when the visitor leaves; without it, the neutral page is shown.
        """
        theme = theme_for(terminal.colours, catalogue.library.settings.theme)
        self._first_theme = self._shown_theme = theme  # Textual asks for the tokens at once
        super().__init__(driver_class=driver_class, ansi_color=theme in NAMED_COLOURS)
        self._catalogue = catalogue
        self._clock = clock
        self._monotonic = monotonic
        self._panic_keys: frozenset[str | None] = frozenset(panic_keys)
        self._leave_behind = leave_behind or LeaveBehind()
        self._door = door or StaffDoor()
        self._speech = speech
        self._terminal = terminal
        self._on_drawn = on_drawn
        self._on_leave = on_leave
        self._deaf_until = float("-inf")

    def get_css_variables(self) -> dict[str, str]:
        """Textual's variables, and the design tokens."""
        return {**super().get_css_variables(), **read_tokens(styles_folder(), self._shown_theme)}

    def get_default_screen(self) -> Screen[None]:
        """The kiosk's one screen."""
        return KioskScreen(
            self._catalogue,
            self._clock,
            lambda: self.is_deaf,
            self._show_theme,
            terminal=self._terminal,
            leave_behind=self._leave_behind,
            door=self._door,
            speech=self._speech,
        )

    def _show_theme(self, wished: str) -> str:
        """Change the theme, if there is a choice.

        Args:
            wished: The theme's name; the one that staff have chosen where this is empty.

        Returns:
            The theme that is shown, or nothing where the terminal leaves no choice.
        """
        if self._first_theme in NAMED_COLOURS:
            return ""
        theme = wished or self._first_theme
        if theme != self._shown_theme:
            self._shown_theme = theme
            self.refresh_css(animate=False)
        return theme

    def on_ready(self) -> None:
        """Tell that the first frame is out."""
        if self._on_drawn is not None:
            self.call_after_refresh(self._on_drawn)

    async def on_event(self, event: events.Event) -> None:
        """Look at every key and click before anything else does."""
        if isinstance(event, events.Key) and self._is_panic(event):
            self.action_leave()
        elif not isinstance(event, events.InputEvent) or (
            self._listens_to(event) and not self._stops_reading(event)
        ):
            await super().on_event(event)

    @property
    def is_deaf(self) -> bool:
        """Whether keys and clicks are swallowed, since the visitor left only a moment ago."""
        return self._monotonic() < self._deaf_until

    def _listens_to(self, event: events.InputEvent) -> bool:
        """Whether a key or click counts; Escape itself always does."""
        is_escape = isinstance(event, events.Key) and event.key == "escape"
        return is_escape or not self.is_deaf

    def _stops_reading(self, event: events.InputEvent) -> bool:
        """Whether a key or click stops what is read aloud, and so does nothing else."""
        # What comes back up was looked at on its way down, and may have begun the reading.
        if event.is_forwarded or not isinstance(self.screen, KioskScreen):
            return False
        return self.screen.aloud.is_stopped_by(event)

    def action_leave(self) -> None:
        """Clear the screen: back to the neutral page, with nothing kept."""
        if self._speech is not None:
            self._speech.hush()
        if self._on_leave is not None:
            self._on_leave()
        self._deaf_until = self._monotonic() + DEAF_SECONDS
        self.clear_notifications()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, KioskScreen):
            self.screen.begin()

    def repaint(self) -> None:
        """Draw the whole screen anew, for a terminal that has shown something else."""
        self.screen.refresh(layout=True)

    def _is_panic(self, key: events.Key) -> bool:
        """Whether a key means leaving, beside Escape itself.

        Escape with a modifier does; and Alt with a key is how Escape arrives when another key
        follows it at once.
        """
        *modifiers, name = key.key.split("+")
        is_escape = bool(modifiers) and (name == "escape" or "alt" in modifiers)
        return is_escape or not self._panic_keys.isdisjoint({key.key, key.character})
