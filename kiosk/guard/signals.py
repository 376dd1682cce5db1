"""Signals as bytes on a pipe, so that the one select loop sees them in their turn."""

from __future__ import annotations

import os
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

_IGNORED = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU)
_USER = (signal.SIGUSR1, signal.SIGALRM)
RENEW = signal.SIGUSR2
"""What visitors are made from has changed: the next ones are to be made from it."""
_HEARD = (signal.SIGTERM, signal.SIGHUP, signal.SIGWINCH, signal.SIGCONT, RENEW)


def _wake(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the signal's number is in the wake-up pipe already."""


def listen() -> int:
    """Ignore what must not end the kiosk, and hear the rest.

    Returns:
        A non-blocking descriptor to read the numbers of SIGTERM, SIGHUP, SIGWINCH, SIGCONT
        and SIGUSR2 from, one byte each.
    """
    read_end, write_end = os.pipe()
    for descriptor in (read_end, write_end):
        os.set_blocking(descriptor, False)
    signal.set_wakeup_fd(write_end, warn_on_full_buffer=False)
    for number in (*_IGNORED, *_USER):
        signal.signal(number, signal.SIG_IGN)
    for number in _HEARD:
        signal.signal(number, _wake)
    return read_end


def heard(descriptor: int) -> set[int]:
    """Return the numbers of the signals that have come."""
    try:
        return set(os.read(descriptor, 512))
    except BlockingIOError:
        return set()
