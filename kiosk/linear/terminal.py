"""A terminal that shows one line after the other: no cursor moves, no colours, no redraws."""

import os
import select
import shutil
import termios
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from kiosk.guard.alarm import seconds as boot_seconds

_CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""To the first cell; erase the screen, and what was scrolled out of it (ECMA-48; xterm)."""
_TAKEN_AWAY = (
    termios.VQUIT,
    termios.VSUSP,
    termios.VREPRINT,
    termios.VLNEXT,
    termios.VDISCARD,
)
"""Ctrl+\\, Ctrl+Z, Ctrl+R, Ctrl+V and Ctrl+O, as a terminal takes them unless told otherwise."""
_LONGEST = 1 << 16
"""Bytes of one line; what is longer is no line that somebody typed."""

_LOOKS_AGAIN_SECONDS = 5.0
"""While the machine sleeps, what is waited for by comes no nearer: it is looked at again."""


class Terminal:
    """Reads lines from one descriptor, and prints them to another."""

    def __init__(self, source: int = 0, target: int = 1) -> None:
        self._source, self._target = source, target
        self._read = b""

    @property
    def columns(self) -> int:
        """The longest line there may be, in cells."""
        return shutil.get_terminal_size().columns

    def print(self, lines: Iterable[str]) -> None:
        """Print lines."""
        self.prompt("".join(f"{line}\n" for line in lines))

    def prompt(self, text: str) -> None:
        """Print a text, and stay behind it.

        Raises:
            EOFError: Nobody takes what is printed.
        """
        left = text.encode(errors="replace")
        try:
            while left:
                left = left[os.write(self._target, left) :]
        except OSError as error:
            raise EOFError from error

    def clear(self) -> None:
        """Leave nothing on the screen, nor above it, nor of what was typed and not sent."""
        if os.isatty(self._source):
            termios.tcflush(self._source, termios.TCIFLUSH)
            self._read = b""
        if os.isatty(self._target):
            self.prompt(_CLEAR)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Take the keys away by which a visitor could stop the program, or show old words again.

        A line is still edited and echoed by the terminal, and Ctrl+C leaves.
        """
        if not os.isatty(self._source):
            yield
            return
        before = termios.tcgetattr(self._source)
        nothing = bytes([os.fpathconf(self._source, "PC_VDISABLE")])
        modes = termios.tcgetattr(self._source)
        modes[0] &= ~termios.IXON  # Ctrl+S would hold everything back that is to be cleared
        for key in _TAKEN_AWAY:
            modes[6][key] = nothing
        termios.tcsetattr(self._source, termios.TCSANOW, modes)
        try:
            yield
        finally:
            with suppress(termios.error):  # the terminal may be gone
                termios.tcsetattr(self._source, termios.TCSANOW, before)

    def read(self, seconds: float | None = None) -> str | None:
        """One line, without its end; None where none came in time.

        Args:
            seconds: How long to wait; for ever where None or 0.

        Raises:
            EOFError: The input has ended.
        """
        end = boot_seconds() + seconds if seconds else None
        while b"\n" not in self._read:
            try:
                left = None if end is None else end - boot_seconds()
                if left is not None and left <= 0:
                    return None
                patience = None if left is None else min(left, _LOOKS_AGAIN_SECONDS)
                if not select.select([self._source], [], [], patience)[0]:
                    continue
                data = os.read(self._source, 4096)
            except OSError as error:
                raise EOFError from error
            if not data:
                raise EOFError
            self._read = (self._read + data)[-_LONGEST:]
        line, _, self._read = self._read.partition(b"\n")
        return line.decode(errors="replace")
