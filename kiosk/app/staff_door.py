"""The staff door, as one visitor's process knows it: shut, until the passphrase opens it."""

import time
from collections.abc import Callable

from kiosk.content.blocks import Place
from kiosk.door.passphrase import is_right
from kiosk.door.tries import Tries
from kiosk.pages.staff_page import DOOR, STAFF
from kiosk.pages.staff_status import StaffStatus

KNOCKS = 3
WITHIN_SECONDS = 2.0


class StaffDoor:
    """The way in for staff; there is none without a hash.

    Attributes:
        status: What staff may see; None while the door is shut.
    """

    def __init__(
        self,
        stored_hash: str = "",
        tries: Tries | None = None,
        look_around: Callable[[int], StaffStatus] | None = None,
        end_kiosk: Callable[[], object] = lambda: None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Make a door that is shut.

        Args:
            stored_hash: What the passphrase is compared with.
            tries: Counts wrong passphrases, for all visitors.
            look_around: Tells what staff may see, given the wrong tries before the right one.
            end_kiosk: Ends the kiosk.
            monotonic: Tells seconds.
        """
        self.status: StaffStatus | None = None
        self._hash = stored_hash
        self._tries = tries or Tries()
        self._look_around = look_around
        self._end_kiosk = end_kiosk
        self._monotonic = monotonic
        self._knocks: list[float] = []

    def knock(self) -> bool:
        """Press the key; tell whether it was pressed often enough, in a short time."""
        now = self._monotonic()
        recent = [at for at in self._knocks if now - at <= WITHIN_SECONDS]
        self._knocks = [*recent, now][-KNOCKS:]
        return bool(self._hash) and len(self._knocks) == KNOCKS

    def answer(self, typed: str) -> Place:
        """Try a passphrase.

        Args:
            typed: What stands in the box.

        Returns:
            Where it leads: behind the door, or back to it, with the seconds to wait.
        """
        if self._tries.wait_seconds:
            return Place(DOOR.kind, str(self._tries.wait_seconds))
        if not typed or not self._hash or self._look_around is None:
            return DOOR
        wrong_before = self._tries.wrong
        self._tries.begin()
        if not is_right(self._hash, typed):
            return Place(DOOR.kind, str(self._tries.wait_seconds))
        self._tries.forget()
        self.status = self._look_around(wrong_before)
        return STAFF

    def shut(self) -> None:
        """Forget that it was open, and who knocked."""
        self.status = None
        self._knocks.clear()

    def end_kiosk(self) -> None:
        """End the kiosk, if the door is open."""
        if self.status is not None:
            self._end_kiosk()
