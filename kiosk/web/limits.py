"""Limits: how many visitors at once, and how fast one may send."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class FullError(Exception):
    """There is no place left for another visitor."""


class Places:
    """Counts who is in. Addresses are kept only while somebody from there is in."""

    def __init__(self, in_all: int, per_address: int) -> None:
        """Open the doors.

        Args:
            in_all: Most visitors at once.
            per_address: Most of them from one address.
        """
        self._in_all = in_all
        self._per_address = per_address
        self._taken: Counter[str] = Counter()

    @property
    def taken(self) -> int:
        """How many are in."""
        return self._taken.total()

    @contextmanager
    def place_for(self, address: str) -> Iterator[None]:
        """Hold a place for a visitor from an address.

        Raises:
            FullError: There is none left.
        """
        if self.taken >= self._in_all or self._taken[address] >= self._per_address:
            self._taken += Counter()  # drops the zero that asking has left
            raise FullError
        self._taken[address] += 1
        try:
            yield
        finally:
            self._taken[address] -= 1
            self._taken += Counter()


class Allowance:
    """A token bucket: so much at once, and so much a second in the long run."""

    def __init__(
        self, at_once: float, per_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin with a full bucket.

        Args:
            at_once: What the bucket holds.
            per_second: How fast it fills.
            clock: Tells seconds from some moment on.
        """
        self._at_once = at_once
        self._per_second = per_second
        self._clock = clock
        self._left = at_once
        self._since = clock()

    def spend(self, amount: float) -> bool:
        """Take out an amount; False where there is not so much left."""
        now = self._clock()
        self._left = min(self._at_once, self._left + (now - self._since) * self._per_second)
        self._since = now
        if amount > self._left:
            return False
        self._left -= amount
        return True
