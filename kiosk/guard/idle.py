"""When to warn that nobody has touched the keys, and when to give up on them."""

from __future__ import annotations

import math


class Idle:
    """Counts the time since the last key; it is told the time and has no clock.

    Attributes:
        shown: The seconds that the warning on the screen tells, None if there is no warning.
    """

    def __init__(self, idle_seconds: float, warning_seconds: int, now: float) -> None:
        """Count from `now`: idle_seconds until the warning, warning_seconds until the end."""
        self.shown: int | None = None
        self._idle_seconds = idle_seconds
        self._warning_seconds = warning_seconds
        self._last_key = now

    def restart(self, now: float) -> None:
        """Note a key, or a new visitor: count from here."""
        self._last_key = now
        self.shown = None

    def seconds_left(self, now: float) -> int | None:
        """Return the whole seconds that a warning has to tell, 0 at the end, None before it."""
        warn_at = self._last_key + self._idle_seconds
        if now < warn_at:
            return None
        return max(0, math.ceil(warn_at + self._warning_seconds - now))

    def next_change(self, now: float) -> float:
        """Return when `seconds_left` will next say something else."""
        left = self.seconds_left(now)
        warn_at = self._last_key + self._idle_seconds
        if left is None:
            return warn_at
        return warn_at + self._warning_seconds - (left - 1)
