"""A visit that was begun once, and stands still: each visitor goes on with a copy of it.

Most of what an app does until its first page is drawn is the same for every visitor, and so is the
memory that this takes. So the warm parent does it, and stops there; the kernel makes the copy, as
it makes that of the process.
"""

import asyncio
import signal
from collections.abc import Callable
from selectors import PollSelector
from typing import TYPE_CHECKING

from kiosk.app.app import KioskApp
from kiosk.app.session import Session
from kiosk.app.to_guard import ToGuard
from kiosk.app.visitor_driver import VisitorDriver


class _Loop(asyncio.SelectorEventLoop):
    """A loop that holds nothing open while it stands still, and can be copied with its process."""

    if TYPE_CHECKING:  # asyncio's own, of which its stubs do not tell

        def _make_self_pipe(self) -> None: ...
        def _close_self_pipe(self) -> None: ...

    def __init__(self) -> None:
        super().__init__(PollSelector())  # has no descriptor, as that of epoll(7) has

    def stand_still(self) -> None:
        """Close what wakes the loop up."""
        self._close_self_pipe()

    def go_on(self) -> None:
        """Have a pair of sockets for that again, which no other copy has."""
        self._make_self_pipe()


class BegunVisit:
    """An app that has drawn its first page, on no terminal yet."""

    def __init__(self, session: Session, columns: int, rows: int) -> None:
        """Begin, and stop once the first page is drawn.

        Args:
            session: What the app works with, of which nothing is one visitor's yet.
            columns: The width that the terminal will have, unless it is resized.
            rows: Its height.

        Raises:
            RuntimeError: The app has failed.
        """
        self._session = session
        self._loop = _Loop()
        session.on_drawn = self._loop.stop
        self._app = KioskApp(session, driver_class=VisitorDriver)
        self._run = self._loop.create_task(self._app.run_async(size=(columns, rows)))
        self._run.add_done_callback(lambda _: self._loop.stop())
        self._loop.run_forever()
        if self._run.done():
            raise RuntimeError("the app has ended before its first page was drawn")
        self._loop.stand_still()

    def go_on(self, drawn: Callable[[], None]) -> None:
        """Be one visitor, in a process of their own, until they leave.

        Args:
            drawn: To be called once the first page is on their terminal.
        """
        self._loop.go_on()
        self._session.on_shown = ToGuard(self._session.theme.name).tell
        self._loop.add_signal_handler(signal.SIGUSR1, self._app.repaint)
        self._loop.call_soon(self._draw, drawn)
        self._loop.run_until_complete(self._run)

    def _draw(self, drawn: Callable[[], None]) -> None:
        """Draw the first page once more: on this terminal, in this minute."""
        size = VisitorDriver.of(self._app).attach()
        screen = self._app.screen

        def laid_out(_: object) -> None:
            if screen.size == size:
                screen.screen_layout_refresh_signal.unsubscribe(self._app)
                self._app.call_after_refresh(drawn)

        screen.screen_layout_refresh_signal.subscribe(self._app, laid_out, immediate=True)
        self._app.catch_up()
        self._app.repaint()
