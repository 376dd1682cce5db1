"""Wrong tries at the passphrase, counted where no visitor can make the kiosk forget them."""

import math
import mmap
import struct
import time
from collections.abc import Callable

FREE_TRIES = 3
"""Wrong tries in a row until one has to wait."""
FIRST_WAIT_SECONDS = 10
LONGEST_WAIT_SECONDS = 900
_MOST_DOUBLINGS = 10
_SHARED = struct.Struct("=qd")
"""How many there were, and when the last one was."""


class Tries:
    """The wrong tries since the last right one.

    They are in memory that is shared with every process forked later on: Escape ends a visitor,
    but not the wait that this visitor has earned.

    Args:
        monotonic: Tells seconds, the same ones in every process, as CLOCK_MONOTONIC does.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._memory = mmap.mmap(-1, _SHARED.size)
        self._monotonic = monotonic

    @property
    def wrong(self) -> int:
        """How many there were."""
        wrong: int = _SHARED.unpack_from(self._memory)[0]
        return wrong

    @property
    def wait_seconds(self) -> int:
        """Seconds until another try counts; 0 where it does now."""
        wrong: int
        last: float
        wrong, last = _SHARED.unpack_from(self._memory)
        if wrong < FREE_TRIES:
            return 0
        doublings = min(wrong - FREE_TRIES, _MOST_DOUBLINGS)
        wait = min(FIRST_WAIT_SECONDS << doublings, LONGEST_WAIT_SECONDS)
        return max(0, math.ceil(last + wait - self._monotonic()))

    def begin(self) -> None:
        """Count a try as wrong before it is known: Escape may end whoever tries in between."""
        _SHARED.pack_into(self._memory, 0, self.wrong + 1, self._monotonic())

    def forget(self) -> None:
        """Begin anew, since a try was right."""
        _SHARED.pack_into(self._memory, 0, 0, 0.0)
