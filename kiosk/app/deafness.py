"""For how long keys and clicks count for nothing, once the visitor has left."""

from collections.abc import Callable

from kiosk.neutral import DEAF_SECONDS


class Deafness:
    """Whether keys and clicks are swallowed, since the visitor left only a moment ago."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._until = float("-inf")

    def begin(self) -> None:
        """Be deaf from now on, for a moment."""
        self._until = self._monotonic() + DEAF_SECONDS

    @property
    def is_on(self) -> bool:
        """Whether it still lasts."""
        return self._monotonic() < self._until
