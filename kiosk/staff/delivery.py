"""`kiosk sync`: once, or again and again."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk.desk.hub import Hub
from kiosk.desk.inbox import delete_in_time
from kiosk.desk.outbox import Outbox
from kiosk.desk.sync import sync
from kiosk.desk.trouble import DeskError


def deliver(
    file: Path, hub: Hub, minutes: int | None, say: Callable[[str], object], keep_days: int = 0
) -> None:
    """Deliver what waits; what could not be delivered goes when its time is over.

    Args:
        file: The outbox; there is none until a visitor leaves something.
        hub: Where to.
        minutes: How long to wait until the next time; None to do it once.
        say: Tells staff what was done.
        keep_days: How many days a form may stay here; 0 for no end.

    Raises:
        DeskError: It could not be delivered; only where it is done once.
    """
    if minutes is None:
        say(_once(file, hub, keep_days))
        return
    while True:
        try:
            say(_once(file, hub, keep_days))
        except DeskError as error:
            say(str(error))
        time.sleep(60 * minutes)


def _once(file: Path, hub: Hub, keep_days: int) -> str:
    if not file.exists():
        return "Nothing has been kept yet."
    outbox = Outbox(file)
    try:
        delivered = sync(outbox, hub)
    finally:
        if keep_days:
            delete_in_time(outbox, keep_days, date.today())
    return f"Forms delivered: {delivered}. The counts are up to date."
