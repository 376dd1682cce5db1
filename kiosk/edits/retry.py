"""When an edit that could not be kept is tried again: once what was in its way has gone."""

import time
from collections.abc import Callable

_FIRST_SECONDS = 4.0
_LONGEST_SECONDS = 60.0
_PATIENCE_SECONDS = 120.0
"""How long a trial may take, until it counts as one of which nothing was heard."""


class Retry:
    """Of one edit."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._told = clock()
        self._wait = _FIRST_SECONDS
        self._was_stuck = False

    def is_due(self, can_be_kept: Callable[[], bool], *, has_failed: bool) -> bool:
        """Whether to try it again.

        Args:
            can_be_kept: Whether there is room for it now, and all of it can be read.
            has_failed: Whether it is known to have failed, or nothing was heard of it yet.
        """
        waited = self._clock() - self._told
        if not can_be_kept():
            self._was_stuck = True
            return False
        if (
            not ((self._was_stuck or has_failed) and waited >= self._wait)
            and waited < _PATIENCE_SECONDS
        ):
            return False
        self._told = self._clock()
        self._wait = min(_LONGEST_SECONDS, 2 * self._wait)
        self._was_stuck = False
        return True
