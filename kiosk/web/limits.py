"""Limits: how fast one may send."""

import time
from collections.abc import Callable
from functools import partial

_MOST_ADDRESSES = 1000


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

    @property
    def is_full(self) -> bool:
        """Whether all of it is there again, as if nobody had ever come."""
        return self._left + (self._clock() - self._since) * self._per_second >= self._at_once


class Allowances:
    """A bucket for each address; one that is full again is forgotten."""

    def __init__(
        self, at_once: float, per_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Know nobody yet; for the arguments, see `Allowance`."""
        self._new = partial(Allowance, at_once, per_second, clock)
        self._known: dict[str, Allowance] = {}

    def __len__(self) -> int:
        """How many addresses are known."""
        return len(self._known)

    def spend(self, address: str) -> bool:
        """Take one out of an address's bucket; False where there is none left, or too many ask."""
        if address not in self._known:
            if len(self._known) >= _MOST_ADDRESSES:
                self._known = {who: own for who, own in self._known.items() if not own.is_full}
            if len(self._known) >= _MOST_ADDRESSES:
                return False
            self._known[address] = self._new()
        return self._known[address].spend(1)
