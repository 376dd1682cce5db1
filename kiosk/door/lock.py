"""The lock of the staff door: compares passphrases, and counts the wrong ones for all visitors."""

from collections.abc import Callable

from kiosk.door.passphrase import is_right
from kiosk.door.tries import Tries
from kiosk.pages.staff_status import StaffStatus


class Lock:
    """What the passphrase opens: what staff may see, given the wrong tries before the right one."""

    def __init__(
        self,
        stored_hash: str,
        look_around: Callable[[int], StaffStatus],
        tries: Tries | None = None,
    ) -> None:
        self._hash = stored_hash
        self._look_around = look_around
        self._tries = tries or Tries()

    def open(self, typed: str) -> StaffStatus | str:
        """Try a passphrase.

        Returns:
            What staff may see; or, where it was wrong, the seconds until another try counts.
            Nothing where nothing was typed.
        """
        if self._tries.wait_seconds:
            return str(self._tries.wait_seconds)
        if not typed:
            return ""
        wrong_before = self._tries.wrong
        self._tries.begin()
        if not is_right(self._hash, typed):
            return str(self._tries.wait_seconds)
        self._tries.forget()
        return self._look_around(wrong_before)
