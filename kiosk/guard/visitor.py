"""One visitor, as the guard sees them: a process behind a pty of their own.

A visitor's first output is the neutral page, and the guard keeps those bytes as their `frame`
for as long as no key has reached them: a swap writes them to the terminal.
"""

import os
import signal
import termios
from contextlib import suppress

from kiosk.guard.children import kill_group
from kiosk.guard.terminal import raw_attributes

READ_BYTES = 16384
_read_buffer = bytearray(READ_BYTES)  # one for all: one visitor is read at a time
LARGEST_FRAME = 4 << 20  # a neutral page that is not drawn after so many bytes never will be
_MOST_TOLD = 64
WORN_BYTES = 16384  # what the clock may add to a frame until the visitor is replaced


class Visitor:
    """A visitor's pty, the pipe on which they say "drawn", and what the guard knows of them.

    Attributes:
        master: The guard's end of the pty, non-blocking.
        drawn_pipe: Readable once the first page is drawn, and when they tell more; -1 once they
            have closed it.
        is_patient: Whether they are at a page to spend more time with.
        look: The letter of the look that they have chosen, "" for the usual one.
        pid: The process, None until the warm parent has said it; it leads its own session.
        born: When the fork was asked for, in seconds of the guard's clock.
        drawn: Whether the first page is complete.
        touched: Whether a key was passed on to them.
        frame: The bytes that paint their neutral page as it is now, None once it is not known.
        closed: Whether `kill` was called.
        ended: Whether the process is known to have ended.
        outdated: Whether visitors are made from something newer by now.
    """

    def __init__(self, columns: int, rows: int, born: float) -> None:
        """Open a pty of `columns` by `rows`, and the pipe.

        Raises:
            OSError: There are no ptys or descriptors left.
        """
        self.master, self._slave = os.openpty()
        try:
            self.drawn_pipe, self._drawn_end = os.pipe()
        except OSError:
            os.close(self.master)
            os.close(self._slave)
            raise
        for descriptor in (self.master, self.drawn_pipe, self._drawn_end):
            os.set_blocking(descriptor, False)
        attributes = raw_attributes(termios.tcgetattr(self._slave))
        attributes[1] |= termios.OPOST  # keys come as they are; what is written may be lines
        termios.tcsetattr(self._slave, termios.TCSANOW, attributes)
        termios.tcsetwinsize(self._slave, (rows, columns))
        self.pid: int | None = None
        self.born = born
        self.drawn = False
        self.is_patient = False
        self.look = ""
        self.touched = False
        self.closed = False
        self.ended = False
        self.outdated = False
        self.frame: bytearray | None = bytearray()
        self._drawn_bytes = 0

    def fileno(self) -> int:
        """Return the guard's end of the pty, so that select takes the visitor itself."""
        return self.master

    def descriptors(self) -> list[int]:
        """Return what to wait for input on."""
        return [self.master] if self.drawn_pipe < 0 else [self.master, self.drawn_pipe]

    @property
    def child_ends(self) -> tuple[int, int]:
        """The descriptors that the forked process gets: its terminal, the drawn pipe."""
        return self._slave, self._drawn_end

    def close_child_ends(self) -> None:
        """Close what was handed over, so that the end of the process is seen as end of file."""
        for descriptor in self.child_ends:
            os.close(descriptor)
        self._slave = self._drawn_end = -1

    def read(self) -> memoryview:
        """Return what they wrote, at most 16 KB, nothing if nothing; it lasts until the next read.

        It is the caller's to wipe.

        Raises:
            EOFError: They have closed their terminal: the process has ended.
        """
        try:
            count = os.readv(self.master, [_read_buffer])
        except BlockingIOError:
            return memoryview(_read_buffer)[:0]
        except OSError as error:  # Linux says EIO where others say end of file
            raise EOFError from error
        if not count:
            raise EOFError
        data = memoryview(_read_buffer)[:count]
        if self.frame is not None:
            self.frame += data
        return data

    def notice_drawn(self) -> bool:
        """Read what they tell; return whether the first page is complete now."""
        try:
            told = os.read(self.drawn_pipe, _MOST_TOLD)
        except BlockingIOError:
            return False
        if not told:
            os.close(self.drawn_pipe)
            self.drawn_pipe = -1
        if not self.drawn and told.startswith(b"1"):
            self.drawn = True
            self._drawn_bytes = len(self.frame or b"")
        for byte in told:
            self._take_in(chr(byte))
        return self.drawn

    def _take_in(self, sign: str) -> None:
        """Take in one thing of what they tell; there is no other."""
        if sign in "+-":
            self.is_patient = sign == "+"
        elif "a" <= sign <= "z":
            self.look = sign

    @property
    def worn(self) -> bool:
        """Whether the frame has grown too long to be kept, by a clock that ticks on it."""
        size = len(self.frame or b"")
        return size > (self._drawn_bytes + WORN_BYTES if self.drawn else LARGEST_FRAME)

    def type(self, keys: bytes | bytearray) -> None:
        """Pass keys on; what a visitor who does not read cannot take is dropped."""
        self.touched = True
        self.frame = None
        try:
            os.write(self.master, keys)
        except (BlockingIOError, OSError):
            return  # full, or ended: then the next read says so

    def resize(self, columns: int, rows: int) -> None:
        """Set the size, which sends them SIGWINCH; the kept frame was for the old one."""
        self.frame = None
        try:
            termios.tcsetwinsize(self.master, (rows, columns))
        except (OSError, termios.error):
            return  # ended: the next read says so

    def repaint(self) -> None:
        """Ask for everything to be painted anew, with SIGUSR1."""
        if self.pid is not None and not self.closed:
            with suppress(OSError):  # it may be gone
                os.kill(self.pid, signal.SIGUSR1)

    def kill(self) -> None:
        """End the process and all it started, and close what we hold of it; harmless twice."""
        if self.pid is not None:
            kill_group(self.pid)
            self.pid = None
        if not self.closed:
            self.closed = True
            if self._slave >= 0:
                self.close_child_ends()
            if self.drawn_pipe >= 0:
                os.close(self.drawn_pipe)
            os.close(self.master)  # hangs up what could not be killed by number
