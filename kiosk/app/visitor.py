"""One visitor's process under the guard: what the warm parent prepares, and the visit itself."""

import asyncio
import signal
from collections.abc import Callable

from kiosk.app import environment  # noqa: F401 - first, since Textual reads the environment
from kiosk.app.app import KioskApp
from kiosk.app.visitor_driver import VisitorDriver
from kiosk.neutral import MEASURE
from kiosk.pages.catalogue import Catalogue, load_catalogue
from kiosk.settings import load_settings

_prepared: list[Catalogue] = []
"""What the warm parent has made, for the visitors forked from it."""


def prepare(settings_path: str = "") -> dict[str, str]:
    """Do once what every visitor needs: load the words, and set the pages.

    Args:
        settings_path: The settings file, or nothing for the defaults.

    Returns:
        The words that the guard itself shows when no key has been touched for long.

    Raises:
        ContentError: The words have faults.
        SettingsError: The settings have faults.
    """
    catalogue = load_catalogue(load_settings(settings_path or None))
    catalogue.keep_all(MEASURE)
    _prepared[:] = [catalogue]
    word = catalogue.library.word
    return {"question": word("idle.question"), "hint": word("idle.hint")}


def visit(drawn: Callable[[], None]) -> None:
    """Be one visitor, from the neutral page on.

    Args:
        drawn: To be called once the neutral page is drawn.
    """
    app = KioskApp(_prepared[0], driver_class=VisitorDriver, on_drawn=drawn)
    asyncio.run(_run(app))


async def _run(app: KioskApp) -> None:
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, app.repaint)
    await app.run_async()
