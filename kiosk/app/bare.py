"""The app without the guard: for trying, for tests, and where there is no pty (Windows)."""

import asyncio
import os
import signal
import sys
from contextlib import suppress

from kiosk.app import environment  # first, since Textual reads the environment
from kiosk.app.app import KioskApp
from kiosk.app.session import Session
from kiosk.clerk.speech import speech_for
from kiosk.content.faults import ContentError
from kiosk.desk.desk import Desk
from kiosk.exits import FAULT
from kiosk.pages.leave_behind import LeaveBehind
from kiosk.pages.loading import load_catalogue
from kiosk.settings import Settings


def run_bare(settings: Settings) -> int:
    """Run the app on this terminal.

    Args:
        settings: The library's settings; the idle time is the guard's, and is not kept here.

    Returns:
        The exit code.
    """
    print("The kiosk runs without its guard: Escape is slower.", file=sys.stderr)
    if not (os.isatty(0) and os.isatty(1)) or os.environ.get("TERM") == "dumb":
        print("kiosk: needs a terminal that can show a full screen.", file=sys.stderr)
        return FAULT
    try:
        catalogue = load_catalogue(settings._replace(idle_seconds=0))
    except ContentError as error:
        print(error, file=sys.stderr)
        return FAULT
    session = Session(
        catalogue,
        panic_keys=frozenset(settings.panic_keys),
        terminal=environment.this_terminal(),
        leave_behind=LeaveBehind(Desk(settings)),
        speech=speech_for(settings),
    )
    app = KioskApp(session)
    asyncio.run(_run(app))
    if app.return_code:
        print("kiosk: the app has failed. Start it again.", file=sys.stderr)
    return app.return_code or 0


async def _run(app: KioskApp) -> None:
    """Run until a signal says to end, so that the terminal is put right."""
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError):  # Windows knows no such handlers
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, app.exit)
    await app.run_async()
