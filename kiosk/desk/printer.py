"""The card of numbers on paper, by the client programs of CUPS; nothing of it stays in the queue.

CUPS keeps finished jobs unless told otherwise (`PreserveJobHistory` of cupsd.conf). Where it does,
the queue is emptied once the card is out, which is why it must be a queue of the kiosk's own.
"""

import os
import subprocess
import time
from collections.abc import Sequence
from threading import RLock, Thread

from kiosk.desk.trouble import DeskError, Reason

_TITLE = "card"
"""What the job is called while it waits: it tells nothing."""
_ANSWERS_WITHIN_SECONDS = 10.0
_PRINTED_WITHIN_SECONDS = 60.0
"""After that, the card is taken back: whoever wanted it may have gone."""
_LOOK_EVERY_SECONDS = 0.5


class Printer:
    """One queue of CUPS.

    Args:
        queue: Its name.
    """

    def __init__(self, queue: str) -> None:
        self._queue = queue
        self._asking = RLock()
        """Held while a card is handed over, and while the queue is emptied: never both at once."""

    def print_lines(self, lines: Sequence[str]) -> None:
        """Hand lines to the queue, and see to it that they do not stay there.

        Raises:
            DeskError: The queue does not take them.
        """
        text = "".join(f"{line}\n\n" for line in lines)
        with self._asking:
            told = _run("lp", "-d", self._queue, "-t", _TITLE, "-", given=text)
        job = next((word for word in told.split() if word.startswith(f"{self._queue}-")), None)
        if job is None:
            raise DeskError(Reason.UNREACHED, f"The queue '{self._queue}' did not take the card.")
        Thread(target=self._tidy_up, args=(job,), daemon=True).start()

    def empty(self) -> None:
        """Leave nothing in the queue, as when a kiosk was switched off before it could."""
        with self._asking:
            if self._jobs("all"):
                _run("cancel", "-a", "-x", self._queue)

    def _tidy_up(self, job: str) -> None:
        """Wait until a job is out, or take it back; then empty the queue."""
        deadline = time.monotonic() + _PRINTED_WITHIN_SECONDS
        try:
            while job in self._jobs("not-completed") and time.monotonic() < deadline:
                time.sleep(_LOOK_EVERY_SECONDS)
            if job in self._jobs("not-completed"):
                _run("cancel", "-x", job)
            with self._asking:
                if not self._jobs("not-completed"):  # another card that is on its way tidies up
                    self.empty()
        except DeskError:
            pass  # CUPS is gone, and with it whoever could be asked

    def _jobs(self, which: str) -> list[str]:
        """The jobs of the queue: `not-completed`, `completed` or `all`."""
        told = _run("lpstat", "-W", which, "-o", self._queue)
        return [line.split()[0] for line in told.splitlines() if line.strip()]


def queues() -> list[str]:
    """The queues that CUPS has.

    Raises:
        DeskError: It cannot be asked.
    """
    return _run("lpstat", "-e").split()


def _run(*command: str, given: str = "") -> str:
    """Run one of CUPS's programs, and return what it prints.

    Raises:
        DeskError: It is not there, does not end, or fails.
    """
    try:
        done = subprocess.run(  # noqa: S603 - programs of CUPS, and no shell
            command,
            input=given,
            capture_output=True,
            text=True,
            timeout=_ANSWERS_WITHIN_SECONDS,
            check=True,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.SubprocessError):
        raise DeskError(Reason.UNREACHED, f"'{command[0]}' of CUPS did not do it.") from None
    return done.stdout
