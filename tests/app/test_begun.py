"""A visit that was begun once, of which each visitor goes on with a copy."""

import fcntl
import os
import select
import signal
import termios
import threading
import time
from collections.abc import Callable

import pyte

from kiosk.app.begun import BegunVisit
from kiosk.app.forked_call import ForkedCall
from kiosk.app.session import Session
from kiosk.confinement.confine import close_all_but
from kiosk.pages.catalogue import Catalogue
from tests.tools import DEADLINE_SECONDS

INVITATION = "Press Enter"
BEGUN_FOR = (80, 24)


def open_files() -> set[str]:
    """The descriptors of this process."""
    return set(os.listdir("/proc/self/fd"))


def begin(catalogue: Catalogue) -> BegunVisit:
    """Begin a visit as the warm parent does, with /dev/null as standard output."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return BegunVisit(Session(catalogue), *BEGUN_FOR)


class Copy:
    """A visitor who goes on, on a terminal of their own."""

    def __init__(self, begun: BegunVisit, columns: int, rows: int) -> None:
        """Fork them."""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._master, terminal = os.openpty()
        termios.tcsetwinsize(terminal, (rows, columns))
        self.drawn, drawn = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            _be_copy(begun, terminal, drawn)
        os.close(terminal)
        os.close(drawn)

    def type(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._master, keys)

    def shows(self, words: str) -> bool:
        """Whether words come to be on the screen."""
        return self._comes(lambda: words in "".join(self.screen.display))

    def draws(self) -> bool:
        """Whether "drawn" comes to be said; all that was drawn by then is on the screen."""
        return self._comes(lambda: self.drawn in select.select([self.drawn], [], [], 0)[0])

    def _comes(self, condition: Callable[[], bool]) -> bool:
        deadline = time.monotonic() + DEADLINE_SECONDS
        is_met = False
        while not is_met and time.monotonic() < deadline:
            is_met = condition()
            while select.select([self._master], [], [], 0.1)[0]:
                self._stream.feed(os.read(self._master, 65536))
        return is_met

    def end(self) -> int:
        """Take their terminal away; return the status with which they end."""
        os.close(self._master)
        os.close(self.drawn)
        return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])


def _be_copy(begun: BegunVisit, terminal: int, drawn: int) -> None:
    try:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # their own way to end is looked at
        os.setsid()
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
        for standard in range(3):
            os.dup2(terminal, standard)
        close_all_but({0, 1, 2, drawn})
        begun.go_on(lambda: os.close(drawn))
    finally:
        os._exit(1)


def test_what_is_copied_holds_nothing_open(catalogue: Catalogue) -> None:
    """A visit that stands still has no descriptor and no thread that visitors could share."""

    def opened() -> tuple[set[str], int]:
        before = open_files()
        begin(catalogue)
        return open_files() - before, threading.active_count()

    assert ForkedCall(opened).result() == (set(), 1)


def test_each_copy_is_a_visitor_alone(catalogue: Catalogue) -> None:
    """Two copies draw the neutral page; what one does, the other is not told of."""

    def both() -> tuple[list[bool], list[int]]:
        begun = begin(catalogue)
        first, second = Copy(begun, *BEGUN_FOR), Copy(begun, *BEGUN_FOR)
        shown = [first.shows(INVITATION), second.shows(INVITATION)]
        first.type(b"\r")
        shown += [first.shows("Do you need help now?"), second.shows(INVITATION)]
        return shown, [first.end(), second.end()]

    assert ForkedCall(both).result() == ([True] * 4, [0, 0])


def test_a_copy_fits_its_own_terminal(catalogue: Catalogue) -> None:
    """It is drawn once its page has the size of the terminal, which was resized meanwhile."""

    def drawn() -> tuple[bool, bool]:
        copy = Copy(begin(catalogue), 120, 40)
        is_drawn = copy.draws()
        is_low = any(INVITATION in line for line in copy.screen.display[30:])
        copy.end()
        return is_drawn, is_low

    assert ForkedCall(drawn).result() == (True, True)
