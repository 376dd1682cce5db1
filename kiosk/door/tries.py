"""Wrong tries at the passphrase, counted where no visitor can make the kiosk forget them."""

import math
import time
from collections.abc import Callable

FREE_TRIES = 3
"""Wrong tries in a row until one has to wait."""
FIRST_WAIT_SECONDS = 10
LONGEST_WAIT_SECONDS = 900
_MOST_DOUBLINGS = 10


class Tries:
    """The wrong tries since the last right one, whoever made them.

    They are in the clerk's process: Escape ends a visitor, but not the wait that this visitor has
    earned.

    Attributes:
        wrong: How many there were.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.wrong = 0
        self._last = 0.0
        self._monotonic = monotonic

    @property
    def wait_seconds(self) -> int:
        """Seconds until another try counts; 0 where it does now."""
        if self.wrong < FREE_TRIES:
            return 0
        doublings = min(self.wrong - FREE_TRIES, _MOST_DOUBLINGS)
        wait = min(FIRST_WAIT_SECONDS << doublings, LONGEST_WAIT_SECONDS)
        return max(0, math.ceil(self._last + wait - self._monotonic()))

    def begin(self) -> None:
        """Count a try as wrong before it is known."""
        self.wrong += 1
        self._last = self._monotonic()

    def forget(self) -> None:
        """Begin anew, since a try was right."""
        self.wrong = 0
