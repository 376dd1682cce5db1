"""`kiosk sync`: once, or again and again."""

import time
from collections.abc import Callable

from kiosk.desk.hub import Hub
from kiosk.desk.outbox import Outbox
from kiosk.desk.sync import sync
from kiosk.desk.trouble import DeskError


def deliver(outbox: Outbox, hub: Hub, minutes: int | None, say: Callable[[str], object]) -> None:
    """Deliver what waits.

    Args:
        outbox: What is to be delivered.
        hub: Where to.
        minutes: How long to wait until the next time; None to do it once.
        say: Tells staff what was done.

    Raises:
        DeskError: It could not be delivered; only where it is done once.
    """
    while True:
        try:
            say(f"{sync(outbox, hub)} forms were delivered; the counts are up to date.")
        except DeskError as error:
            if minutes is None:
                raise
            say(str(error))
        if minutes is None:
            return
        time.sleep(60 * minutes)
