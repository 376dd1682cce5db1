"""Puts a terminal back as a shell expects it: at the guard's end, and by those who survive it.

Imports next to nothing, since whoever survives the guard is to be quick.
"""

from __future__ import annotations

import os
import termios
import time

from kiosk.guard import modes
from kiosk.guard.waiting import wait_for

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing's own constant would have the second survivor import all of typing
    from typing import Any

    Attributes = list[Any]

FULL_SECONDS = 0.5  # a terminal that has taken nothing for so long never will
GONE_WITHIN_SECONDS = 5.0  # the guard's own end, on a machine with much else to do
FREE_WITHIN_SECONDS = 1.0  # whoever survives a guard holds its terminal for a moment


def restore(descriptor: int, term: str, attributes: Attributes | None) -> None:
    """Erase a terminal and put it back as a shell expects it.

    Never waits for longer than a terminal that takes nothing is worth.

    Args:
        descriptor: The terminal, opened with O_NONBLOCK.
        term: The value of $TERM.
        attributes: For tcsetattr; None for sane ones.
    """
    data = modes.reset(term)
    try:
        termios.tcflow(descriptor, termios.TCOON)
        termios.tcflush(descriptor, termios.TCIOFLUSH)
        while data and wait_for([], [descriptor], FULL_SECONDS)[1]:
            data = data[os.write(descriptor, data) :]
        current = termios.tcgetattr(descriptor)
        termios.tcsetattr(descriptor, termios.TCSANOW, attributes or sane_attributes(current))
    except (OSError, termios.error):
        return  # hung up: nobody sees it any more


def restore_for_guard(path: str, term: str, attributes: Attributes | None, ours: int = -1) -> None:
    """Do the same in the place of a guard that is gone, but not under the next one.

    Args:
        path: The terminal's device.
        term: The value of $TERM.
        attributes: For tcsetattr.
        ours: A descriptor of the terminal, for where its device cannot be opened; -1 for none.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:  # the terminal is gone too, or is somebody else's
        descriptor = ours
    if descriptor < 0 or not take_lock(descriptor):
        return  # the next guard is there already
    os.set_blocking(descriptor, False)
    restore(descriptor, term, attributes)
    os.set_blocking(descriptor, True)


def take_lock(descriptor: int) -> bool:
    """Take the lock that whoever owns a terminal holds; return whether it was to be had.

    The kernel frees it with the last descriptor of whoever took it.
    """
    import fcntl

    deadline = time.monotonic() + FREE_WITHIN_SECONDS
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.005)
        except OSError:
            return True  # no terminal can be locked here
        else:
            return True


def sane_attributes(attributes: Attributes) -> Attributes:
    """Return a copy of tcgetattr's list with what a shell needs on: echo, lines, signals."""
    iflag, oflag, cflag, lflag, ispeed, ospeed, characters = attributes
    iflag |= termios.ICRNL | termios.IXON | termios.BRKINT
    oflag |= termios.OPOST | termios.ONLCR
    lflag |= termios.ICANON | termios.ISIG | termios.IEXTEN
    lflag |= termios.ECHO | termios.ECHOE | termios.ECHOK | termios.ECHOCTL | termios.ECHOKE
    characters = list(characters)
    characters[termios.VMIN], characters[termios.VTIME] = 1, 0
    return [iflag, oflag, cflag, lflag, ispeed, ospeed, characters]
