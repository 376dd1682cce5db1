"""Limits: how fast one may send."""

import time
from collections.abc import Callable

_MOST_ADDRESSES = 1000


class Allowances:
    """For each address so much at once, and so much a second in the long run.

    Of each is known from when on all of it is there again (a generic cell rate algorithm, ITU-T
    I.371); then the address is forgotten, as if nobody had ever come.
    """

    def __init__(
        self, at_once: float, per_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Know nobody yet; so much may be spent at once, and so much comes back in a second."""
        self._seconds_for_one = 1 / per_second
        self._seconds_for_all = at_once / per_second
        self._clock = clock
        self._whole_from: dict[str, float] = {}

    def __len__(self) -> int:
        """How many addresses are known."""
        return len(self._whole_from)

    def spend(self, address: str) -> bool:
        """Take one of what an address may; False where there is none left, or too many ask."""
        now = self._clock()
        if address not in self._whole_from and len(self) >= _MOST_ADDRESSES:
            known = self._whole_from.items()
            self._whole_from = {who: moment for who, moment in known if moment > now}
            if len(self) >= _MOST_ADDRESSES:
                return False
        whole_from = max(now, self._whole_from.get(address, now)) + self._seconds_for_one
        if whole_from - now > self._seconds_for_all:
            return False
        self._whole_from[address] = whole_from
        return True
