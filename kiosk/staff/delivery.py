"""`kiosk sync`: once, or again and again."""

import time
from collections.abc import Callable
from pathlib import Path

from kiosk.desk.hub import Hub
from kiosk.desk.outbox import Outbox
from kiosk.desk.sync import sync
from kiosk.desk.trouble import DeskError


def deliver(file: Path, hub: Hub, minutes: int | None, say: Callable[[str], object]) -> None:
    """Deliver what waits.

    Args:
        file: The outbox; there is none until a visitor leaves something.
        hub: Where to.
        minutes: How long to wait until the next time; None to do it once.
        say: Tells staff what was done.

    Raises:
        DeskError: It could not be delivered; only where it is done once.
    """
    if minutes is None:
        say(_once(file, hub))
        return
    while True:
        try:
            say(_once(file, hub))
        except DeskError as error:
            say(str(error))
        time.sleep(60 * minutes)


def _once(file: Path, hub: Hub) -> str:
    if not file.exists():
        return "Nothing has been kept yet."
    return f"Forms delivered: {sync(Outbox(file), hub)}. The counts are up to date."
