"""The lock of the staff door: compares passphrases, and counts the wrong ones for all visitors."""

import math
import time
from collections.abc import Callable

from kiosk.door.passphrase import is_right
from kiosk.pages.staff_status import StaffStatus

FREE_TRIES = 3
"""Wrong tries in a row until one has to wait."""
FIRST_WAIT_SECONDS = 10
LONGEST_WAIT_SECONDS = 900
_MOST_DOUBLINGS = 10


class Tries:
    """The wrong tries since the last right one, whoever made them.

    They are in the clerk's process: Escape ends a visitor, but not the wait that this visitor has
    earned.

    Args:
        monotonic: Tells seconds from some moment on.

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


class Lock:
    """What the passphrase opens.

    Args:
        stored_hash: What the passphrase is compared with.
        look_around: Tells what staff may see, given the wrong tries before the right one.
        tries: Counts wrong passphrases, for all visitors.
    """

    def __init__(
        self,
        stored_hash: str,
        look_around: Callable[[int], StaffStatus],
        tries: Tries | None = None,
    ) -> None:
        self._hash = stored_hash
        self._look_around = look_around
        self._tries = tries or Tries()

    def open(self, typed: str) -> StaffStatus | str:
        """Try a passphrase.

        Args:
            typed: What stands in the box.

        Returns:
            What staff may see; or, where it was wrong, the seconds until another try counts.
            Nothing where nothing was typed.
        """
        if self._tries.wait_seconds:
            return str(self._tries.wait_seconds)
        if not typed:
            return ""
        wrong_before = self._tries.wrong
        self._tries.begin()
        if not is_right(self._hash, typed):
            return str(self._tries.wait_seconds)
        self._tries.forget()
        return self._look_around(wrong_before)
