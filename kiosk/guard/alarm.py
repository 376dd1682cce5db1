"""Time that goes on while the machine sleeps, and an alarm by it.

The clock that `select` waits by stands still meanwhile: what was due at night would be done
only in the morning, once as much time has passed awake. See clock_gettime(2), timerfd_create(2).
"""

import os
import time
from contextlib import suppress

from kiosk.confinement.libc import make_timer, set_timer

CLOCK = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Linux alone has one that counts sleep."""


def seconds() -> float:
    """Return the seconds since the machine started, asleep or awake."""
    return time.clock_gettime(CLOCK)


class Alarm:
    """Wakes a `select` up, at once when the machine wakes up after the time is over.

    Attributes:
        descriptor: Readable once the time is over; -1 where the system has no such alarm.
    """

    def __init__(self) -> None:
        """Be silent."""
        self.descriptor = make_timer(CLOCK)
        self._due: float | None = None

    def set(self, due: float | None, now: float) -> None:
        """Wake up at a time, and at no other.

        Args:
            due: When, None for never.
            now: The time by the same clock.
        """
        if self.descriptor >= 0 and due != self._due:
            self._due = due
            set_timer(self.descriptor, None if due is None else max(0.0, due - now))

    def hear(self) -> None:
        """Have heard it."""
        with suppress(BlockingIOError):
            os.read(self.descriptor, 8)
