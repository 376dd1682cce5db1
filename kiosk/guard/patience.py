"""How long nobody has touched a key, and how long a visitor has answered none.

Both are told the time and have no clock.
"""

import math
from collections.abc import Callable

from kiosk.guard.options import IdleTimes

FIRST_ANSWER_SECONDS = 1.0  # to the first key; whoever is silent for twice as long hangs
ANSWER_SECONDS = 15.0  # to any other key, since a visit ends with it


class Patience:
    """For how long a visitor has left keys without an answer: anything on the screen is one.

    Some keys do nothing, so that a visitor who is silent is asked to paint before being given up.

    Attributes:
        due: When something is to be done about it, in seconds of the guard's clock; None if not.
        enter: Whether Enter is among the keys, and they were the first.
    """

    def __init__(self) -> None:
        """Wait for nothing."""
        self.due: float | None = None
        self.enter = False
        self._seconds = 0.0
        self._has_asked = False

    def typed(self, now: float, *, first: bool, enter: bool) -> None:
        """Note that keys were passed on."""
        if self.due is None:
            self._seconds = FIRST_ANSWER_SECONDS if first else ANSWER_SECONDS
            self.due = now + self._seconds
            self.enter = False
            self._has_asked = False
        self.enter |= enter and self._seconds == FIRST_ANSWER_SECONDS

    def answered(self) -> None:
        """Note that the visitor has painted."""
        self.due = None

    def is_over(self, now: float, ask: Callable[[], None]) -> bool:
        """Return whether the visitor hangs; `ask` has them paint, the first time that it is due."""
        if self.due is None or now < self.due:
            return False
        if self._has_asked:
            return True
        self._has_asked = True
        self.due = now + self._seconds
        ask()
        return False


class Idle:
    """Counts the time since the last key.

    Attributes:
        shown: The seconds that the warning on the screen tells, None if there is no warning.
        is_patient: Whether the page is one to spend more time with.
    """

    def __init__(self, times: IdleTimes, now: float) -> None:
        """Count from `now`."""
        self.shown: int | None = None
        self.is_patient = False
        self._times = times
        self._last_key = now

    def restart(self, now: float) -> None:
        """Note a key, or a new visitor: count from here."""
        self._last_key = now
        self.shown = None

    def seconds_left(self, now: float) -> int | None:
        """Return the whole seconds that a warning has to tell, 0 at the end, None before it."""
        warn_at = self._warn_at
        if now < warn_at:
            return None
        return max(0, math.ceil(warn_at + self._times.warning_seconds - now))

    def next_change(self, now: float) -> float:
        """Return when `seconds_left` will next say something else."""
        left = self.seconds_left(now)
        warn_at = self._warn_at
        if left is None:
            return warn_at
        return warn_at + self._times.warning_seconds - (left - 1)

    @property
    def _warn_at(self) -> float:
        """When the warning is due."""
        least = self._times.patient_seconds if self.is_patient else 0.0
        return self._last_key + max(self._times.idle_seconds, least)
