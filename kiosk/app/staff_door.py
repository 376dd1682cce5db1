"""The staff door, as one visitor's process knows it: shut, until the passphrase opens it."""

import time
from collections.abc import Callable
from typing import Protocol

from kiosk.content.blocks import Place
from kiosk.pages.staff_page import DOOR, STAFF
from kiosk.pages.staff_status import StaffStatus

KNOCKS = 3
WITHIN_SECONDS = 2.0


class Opens(Protocol):
    """The lock: it is not in the visitor's process, see `kiosk.clerk`."""

    def open(self, typed: str) -> StaffStatus | str:
        """Try a passphrase; see `kiosk.door.lock.Lock.open`."""


class StaffDoor:
    """The way in for staff; there is none without a lock.

    Attributes:
        status: What staff may see; None while the door is shut.
    """

    def __init__(
        self,
        lock: Opens | None = None,
        end_kiosk: Callable[[], object] = lambda: None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Make a door that is shut.

        Args:
            lock: Compares what is typed.
            end_kiosk: Ends the kiosk.
            monotonic: Tells seconds.
        """
        self.status: StaffStatus | None = None
        self._lock = lock
        self._end_kiosk = end_kiosk
        self._monotonic = monotonic
        self._knocks: list[float] = []

    def knock(self) -> bool:
        """Press the key; tell whether it was pressed often enough, in a short time."""
        now = self._monotonic()
        recent = [at for at in self._knocks if now - at <= WITHIN_SECONDS]
        self._knocks = [*recent, now][-KNOCKS:]
        return self._lock is not None and len(self._knocks) == KNOCKS

    def answer(self, typed: str) -> Place:
        """Try a passphrase.

        Args:
            typed: What stands in the box.

        Returns:
            Where it leads: behind the door, or back to it, with the seconds to wait.
        """
        if self._lock is None:
            return DOOR
        opened = self._lock.open(typed)
        if isinstance(opened, str):
            return Place(DOOR.kind, opened)
        self.status = opened
        return STAFF

    def shut(self) -> None:
        """Forget that it was open, and who knocked."""
        self.status = None
        self._knocks.clear()

    def end_kiosk(self) -> None:
        """End the kiosk, if the door is open."""
        if self.status is not None:
            self._end_kiosk()
