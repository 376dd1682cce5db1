"""How long to wait before the next try: 1, 2, 4 ... 60 seconds."""

from __future__ import annotations

FIRST_SECONDS = 1
LONGEST_SECONDS = 60


class Backoff:
    """Doubles with every failure until it is told that things went well."""

    def __init__(self) -> None:
        """Start with the shortest wait."""
        self._next = FIRST_SECONDS

    def failed(self) -> int:
        """Return the seconds to wait now."""
        seconds = self._next
        self._next = min(2 * seconds, LONGEST_SECONDS)
        return seconds

    def succeeded(self) -> None:
        """Start again with the shortest wait."""
        self._next = FIRST_SECONDS
