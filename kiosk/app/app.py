"""The app: wiring between Textual and the kiosk's one screen."""

from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.driver import Driver
from textual.screen import Screen

from kiosk.app.drag import Drag
from kiosk.app.lockdown import LockedApp
from kiosk.app.screen import KioskScreen
from kiosk.app.session import Session
from kiosk.app.themes import read_tokens, style_sheets
from kiosk.neutral import TITLE as WINDOW_TITLE
from kiosk.pages.commands import LEAVE
from kiosk.paths import styles_folder


class KioskApp(LockedApp):
    """The kiosk as one visitor uses it."""

    TITLE = WINDOW_TITLE
    CSS_PATH: ClassVar = [str(path) for path in style_sheets(styles_folder())]
    BINDINGS = [
        Binding(key, action, priority=True, show=False) for key, action in LEAVE.keys.items()
    ]
    ALLOWED_ACTIONS = frozenset(
        "leave move left right choose next open command press step submit knock "
        "delete_left delete_right left_or_back cursor_right".split()
    )

    def __init__(self, session: Session, driver_class: type[Driver] | None = None) -> None:
        """Make the app.

        Args:
            session: What it works with.
            driver_class: Talks to the terminal; Textual's own where None.
        """
        self.session = session  # first, since Textual asks for the tokens at once
        self._drag = Drag()
        super().__init__(driver_class=driver_class, ansi_color=session.theme.has_names)

    def get_css_variables(self) -> dict[str, str]:
        """Textual's variables, and the design tokens."""
        tokens = read_tokens(styles_folder(), self.session.theme.name)
        return {**super().get_css_variables(), **tokens}

    def get_default_screen(self) -> Screen[None]:
        """The kiosk's one screen."""
        return KioskScreen(self.session)

    def on_ready(self) -> None:
        """Tell that the first frame is out."""
        if self.session.on_drawn is not None:
            self.call_after_refresh(self.session.on_drawn)

    async def on_event(self, event: events.Event) -> None:
        """Look at every key and click before anything else does."""
        if isinstance(event, events.Key) and self._is_panic(event):
            self.action_leave()
        elif not isinstance(event, events.InputEvent) or (
            self._listens_to(event) and not self._is_done_by(event)
        ):
            await super().on_event(event)

    def _listens_to(self, event: events.InputEvent) -> bool:
        """Whether a key or click counts; Escape itself always does."""
        is_escape = isinstance(event, events.Key) and event.key == "escape"
        return is_escape or not self.session.deafness.is_on

    def _is_done_by(self, event: events.InputEvent) -> bool:
        """Whether a key or click stops what is read aloud, or scrolls, and so does nothing else."""
        # What comes back up was looked at on its way down, and may have begun the reading.
        if event.is_forwarded:
            return False
        return self.session.aloud.is_stopped_by(event) or self._scrolls(event)

    def _scrolls(self, event: events.InputEvent) -> bool:
        """Whether a turn of the wheel or a drag scrolls the page, and so does nothing else."""
        screen = self.screen
        if not isinstance(screen, KioskScreen):
            return False
        if isinstance(event, events.MouseScrollDown | events.MouseScrollUp):
            screen.page.wheel(1 if isinstance(event, events.MouseScrollDown) else -1)
            return True
        rows = self._drag.rows(event)
        if rows:
            screen.page.read_from(screen.page.reader.top + rows)
        return rows is not None

    def action_leave(self) -> None:
        """Clear the screen: back to the neutral page, with nothing kept."""
        if self.session.speech is not None:
            self.session.speech.hush()
        if self.session.on_leave is not None:
            self.session.on_leave()
        self.session.deafness.begin()
        self.clear_notifications()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if isinstance(self.screen, KioskScreen):
            self.screen.begin()

    def catch_up(self) -> None:
        """Show what has changed on the page while nothing ran here: the time."""
        if isinstance(self.screen, KioskScreen):
            self.screen.show_change()

    def repaint(self) -> None:
        """Draw the whole screen anew, for a terminal that has shown something else."""
        self.screen.refresh(layout=True)

    def _is_panic(self, key: events.Key) -> bool:
        """Whether a key means leaving, besides Escape itself.

        Escape with a modifier does; and Alt with a key is how Escape arrives when another key
        follows it at once.
        """
        *modifiers, name = key.key.split("+")
        is_escape = bool(modifiers) and (name == "escape" or "alt" in modifiers)
        return is_escape or not self.session.panic_keys.isdisjoint({key.key, key.character})
