"""What a visitor's process tells the guard, which alone writes the idle warning."""

import os
from contextlib import suppress

from kiosk.app.themes import LOOKS
from kiosk.pages.visit import Visit

_TOLD_FD = 3
"""The pipe on which the first page was said to be drawn: see `kiosk.guard.warm`."""


class ToGuard:
    """Tells what has changed."""

    def __init__(self, theme: str, descriptor: int = _TOLD_FD) -> None:
        """Begin as the guard supposes: at no page to spend more time with, in the usual theme."""
        self._descriptor = descriptor
        self._told = self._signs(theme, is_patient=False)

    def tell(self, visit: Visit, theme: str) -> None:
        """Tell what page is open, and in which theme, if that is news.

        Args:
            visit: The visit.
            theme: The theme that is shown.
        """
        signs = self._signs(theme, is_patient=visit.is_patient)
        if signs != self._told:
            self._told = signs
            with suppress(OSError):  # nobody reads there any more
                os.write(self._descriptor, signs)

    def _signs(self, theme: str, *, is_patient: bool) -> bytes:
        return (b"+" if is_patient else b"-") + LOOKS[theme].encode()
