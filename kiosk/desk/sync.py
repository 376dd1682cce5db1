"""Brings what waits at a kiosk to the hub: in batches, again and again until all is there.

Whatever is cut off where, nothing is lost and nothing counts twice: a form has a number of its
own, a count is sent as a whole and never as a difference, and the kiosk forgets a form only after
the hub has promised to keep it.
"""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import SystemRandom

from kiosk.desk.hub import Hub
from kiosk.desk.inbox import delete_in_time
from kiosk.desk.outbox import Outbox
from kiosk.desk.trouble import DeskError, Reason

BATCH = 500
"""Rows to a transaction: some 500 KB, soon sent again where a line is cut."""
PATIENCE = 8
"""Tries without any progress until one gives up for now."""
LONGEST_WAIT = 60.0
"""Seconds between two tries, at most."""
_PUT_FORM = "INSERT INTO forms (id, sealed) VALUES (?, ?) ON CONFLICT DO NOTHING"
"""Without a target of the conflict, so that kiosks need no right to read at the hub."""
_PUT_COUNT = "SELECT put_count(?, ?, ?, ?)"
"""A function at the hub, since a kiosk may not look into the table itself."""
_GROWN = "SELECT kiosk, day, topic, number FROM counts WHERE number > delivered LIMIT ?"
_DELIVERED = "UPDATE counts SET delivered = ? WHERE kiosk = ? AND day = ? AND topic = ?"


def sync(outbox: Outbox, hub: Hub, sleep: Callable[[float], None] = time.sleep) -> int:
    """Deliver everything that waits, with pauses where the hub does not answer.

    Args:
        outbox: What is to be delivered.
        hub: Where to.
        sleep: Waits for some seconds.

    Returns:
        How many forms were delivered.

    Raises:
        DeskError: Something still waits. It stays where it is, for the next time.
    """
    delivered = failures = 0
    while True:
        try:
            batch = _deliver_forms(outbox, hub)
            delivered, failures = delivered + batch, 0
            if not batch and not _deliver_counts(outbox, hub):
                return delivered
        except DeskError as error:
            failures += 1
            if failures == PATIENCE or error.reason not in (Reason.UNREACHED, Reason.BUSY):
                raise
            sleep(pause(failures))


def pause(failures: int) -> float:
    """Seconds to wait after so many failures: at random, so that kiosks do not all come at once.

    https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/, "full jitter".
    """
    return SystemRandom().uniform(0, min(LONGEST_WAIT, 2.0**failures))


def _deliver_forms(outbox: Outbox, hub: Hub) -> int:
    """Deliver one batch of forms; how many there were."""
    with outbox.begin() as connection:
        waiting = "SELECT id, sealed FROM forms ORDER BY id LIMIT ?"
        rows = connection.execute(waiting, (BATCH,)).fetchall()
    if rows:
        with hub.begin() as line:
            line.executemany(_PUT_FORM, rows)
        with outbox.begin() as connection:
            connection.executemany("DELETE FROM forms WHERE id = ?", [row[:1] for row in rows])
    return len(rows)


def _deliver_counts(outbox: Outbox, hub: Hub) -> int:
    """Deliver one batch of the counts that have grown; how many there were."""
    with outbox.begin() as connection:
        rows = connection.execute(_GROWN, (BATCH,)).fetchall()
    if rows:
        with hub.begin() as line:
            line.executemany(_PUT_COUNT, rows)
        with outbox.begin() as connection:
            connection.executemany(_DELIVERED, [(number, *place) for *place, number in rows])
    return len(rows)


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
