"""The real terminal: raw mode in and out, its size, and writing to it without ever waiting.

`python -m kiosk.guard.terminal` puts the terminal it is started in back in order: the one
line for staff after a guard was killed and nobody survived it.
"""

import os
import sys
import termios
import time
from typing import TYPE_CHECKING, Any

from kiosk.guard import modes
from kiosk.guard.restore import restore, take_lock
from kiosk.guard.waiting import wait_for

if TYPE_CHECKING:
    from kiosk.guard.selection import Selection

Attributes = list[Any]

READ_BYTES = 4096
DEFAULT_SIZE = (80, 24)
# The kernel hands a pty's bytes over in a worker of its own, which may be on our processor: going
# on at once held a new page back by 0.1 ms in the middle and by 4 ms at worst.
YIELD_SECONDS = 0.001
ANSWERS_WITHIN_SECONDS = 0.5  # at the end, a terminal on a slow line is not waited for any longer
LARGEST_SIZE = (1000, 500)  # what a terminal claims beyond this is not believed


def wipe(data: bytearray | memoryview) -> None:
    """Fill a buffer with zeros: what a visitor typed or read has passed through it.

    The guard outlives every visitor, and memory that is merely freed stays readable until something
    else happens to take its place. So what is a visitor's is read into buffers, written on from
    there, never copied into what cannot be changed, and wiped.
    """
    data[:] = bytes(len(data))


class NoTerminalError(Exception):
    """There is no terminal that a kiosk can run on; the message says so in one line."""


def raw_attributes(attributes: Attributes) -> Attributes:
    """Return a copy of tcgetattr's list with every key passed on as a byte and nothing done to it.

    The same as cfmakeraw(3), written out since `tty.setraw` differs between Python versions.
    """
    iflag, oflag, cflag, lflag, ispeed, ospeed, characters = attributes
    iflag &= ~(
        termios.IGNBRK
        | termios.BRKINT
        | termios.PARMRK
        | termios.ISTRIP
        | termios.INLCR
        | termios.IGNCR
        | termios.ICRNL
        | termios.IXON
        | termios.IXOFF
    )
    oflag &= ~termios.OPOST
    cflag = (cflag & ~(termios.CSIZE | termios.PARENB)) | termios.CS8
    lflag &= ~(termios.ECHO | termios.ECHONL | termios.ICANON | termios.ISIG | termios.IEXTEN)
    characters = list(characters)
    characters[termios.VMIN], characters[termios.VTIME] = 1, 0
    return [iflag, oflag, cflag, lflag, ispeed, ospeed, characters]


def portable_attributes(attributes: Attributes) -> Attributes:
    """Return tcgetattr's list with control characters as integers, fit for JSON and tcsetattr."""
    characters = [value if isinstance(value, int) else value[0] for value in attributes[6]]
    return [*attributes[:6], characters]


def refuse_reason(term: str, *, is_a_terminal: bool) -> str | None:
    """Say in one line why a kiosk cannot run here, or None if it can."""
    if not is_a_terminal:
        return "kiosk: needs a terminal: standard input and output must be one."
    if term in ("", "dumb", "unknown"):
        known = f"TERM is {term!r}" if term else "TERM is not set"
        return f"kiosk: {known}, and such a terminal cannot show a full screen."
    return None


class Terminal:
    """The terminal, by a descriptor of our own: non-blocking, and that stays with us.

    O_NONBLOCK belongs to the open file; set on descriptor 1 it would leak to the shell. Where the
    device cannot be opened anew, under `su` or in some containers, it does until `leave`.

    Attributes:
        path: Its device, so that another process can open it; "" where none can.
        term: The value of $TERM.
        saved: Its attributes as they were found, for tcsetattr.
        pending: Bytes that it has not taken yet.
        kitty: Whether it speaks the kitty keyboard protocol.
        selection: The X display's selections, if it is on one.
        owes_answer: Whether it was asked what it speaks, and has not answered yet.
    """

    def __init__(self, descriptor: int, term: str) -> None:
        """Open the terminal that `descriptor` is.

        Raises:
            NoTerminalError: It is none, or another kiosk runs on it.
        """
        self.path, self._fd = _open_anew(descriptor)
        self.term = term
        self.saved: Attributes = portable_attributes(termios.tcgetattr(self._fd))
        self.pending = bytearray()
        self._typed = bytearray(READ_BYTES)
        self.kitty = False
        self.selection: Selection | None = None
        self.owes_answer = False

    def fileno(self) -> int:
        """Return the descriptor, so that select takes the terminal itself."""
        return self._fd

    def set_raw(self) -> None:
        """Let every key through as bytes; none makes a signal, a stop or an echo."""
        try:
            termios.tcsetattr(self._fd, termios.TCSANOW, raw_attributes(self.saved))
            termios.tcflow(self._fd, termios.TCOON)
        except termios.error:  # hung up: the next read says so
            return

    def is_raw(self) -> bool:
        """Tell whether a key still comes at once, and as a byte: somebody may have undone it."""
        try:
            local = termios.tcgetattr(self._fd)[3]
        except termios.error:  # hung up: the next read says so
            return False
        return not local & (termios.ICANON | termios.ISIG)

    def takes_output(self) -> bool:
        """Tell whether the terminal would take something now: one that was stopped does not."""
        return bool(wait_for([], [self._fd], 0)[1])

    def size(self) -> tuple[int, int]:
        """Return columns and rows; a terminal that does not know says 80 by 24."""
        try:
            columns, rows = os.get_terminal_size(self._fd)
        except OSError:  # hung up: the next read says so
            return DEFAULT_SIZE
        if not columns or not rows:
            return DEFAULT_SIZE
        return min(columns, LARGEST_SIZE[0]), min(rows, LARGEST_SIZE[1])

    def enter(self, title: str, frame: bytes) -> None:
        """Go full screen and paint `frame`, after taking back what a killed guard left."""
        self.set_raw()
        start = modes.reset(self.term) + modes.ALTERNATE_SCREEN
        self.write(start + modes.clean_page(self.term, title, kitty=False) + frame)

    def ask_kitty(self) -> None:
        """Ask whether it speaks the kitty protocol; the answer comes as keyboard input."""
        if not modes.is_linux_console(self.term):
            self.write(modes.ASK_KITTY)
            self.owes_answer = True

    def speak_kitty(self) -> None:
        """Turn the kitty protocol on, since the terminal has said that it speaks it."""
        if not self.kitty:
            self.kitty = True
            self.write(modes.KITTY_PUSH)

    def read(self) -> memoryview:
        """Return what was typed, at most 4096 bytes, nothing if nothing was; wipe it afterwards.

        Raises:
            EOFError: The terminal is gone.
        """
        try:
            count = os.readv(self._fd, [self._typed])
        except BlockingIOError:
            return memoryview(self._typed)[:0]
        except OSError as error:
            raise EOFError from error
        if not count:
            raise EOFError
        return memoryview(self._typed)[:count]

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Write, and keep in `pending` what the terminal does not take at once."""
        if self.pending:
            before = self.pending
            self.pending = bytearray(len(before) + len(data))  # to let it grow could leave a copy
            self.pending[: len(before)] = before
            self.pending[len(before) :] = data
            wipe(before)
            return
        try:
            written = os.write(self._fd, data)
        except BlockingIOError:
            written = 0
        except OSError:  # hung up: the next read says so
            return
        self.pending = bytearray(memoryview(data)[written:])

    def flush(self) -> None:
        """Write more of what is pending."""
        data, self.pending = self.pending, bytearray()
        self.write(data)
        wipe(data)

    def replace(self, data: bytes) -> None:
        """Write `data` and nothing queued before it, here or in the kernel; let it be delivered."""
        before, self.pending = self.pending, bytearray()
        try:
            termios.tcflush(self._fd, termios.TCOFLUSH)
        except termios.error:  # hung up: the next read says so
            return
        self.write(data)
        wipe(before)
        time.sleep(YIELD_SECONDS)

    def forget_selection(self) -> None:
        """Let nobody paste what was selected on the screen."""
        if self.selection is not None:
            self.selection.clear()

    def leave(self) -> None:
        """Erase both screens and the scrollback, put all modes back, close."""
        self.forget_selection()
        if self.owes_answer:  # which would be typed into the shell
            wait_for([self._fd], seconds=ANSWERS_WITHIN_SECONDS)
        restore(self._fd, self.term, self.saved)
        os.set_blocking(self._fd, True)
        os.close(self._fd)


def _open_anew(descriptor: int) -> tuple[str, int]:
    """Open a terminal once more, for us alone; return its device, "" for none, and a descriptor.

    Raises:
        NoTerminalError: It is none, or another kiosk runs on it.
    """
    path = ""
    try:
        path = os.ttyname(descriptor)
        ours = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:  # another user's, or of a system around this one
        path, ours = "", os.dup(descriptor)
        os.set_blocking(ours, False)
    if not take_lock(ours):
        os.close(ours)
        raise NoTerminalError("kiosk: another kiosk runs on this terminal. End that one first.")
    return path, ours


def main() -> int:
    """Put the terminal on standard input back in order.

    Returns:
        The exit code: 0, or 2 if standard input is no terminal.
    """
    try:
        terminal = Terminal(0, os.environ.get("TERM", ""))
    except (NoTerminalError, termios.error) as error:
        print(error, file=sys.stderr)
        return 2
    restore(terminal.fileno(), terminal.term, None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
