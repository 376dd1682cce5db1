"""A terminal that shows one line after the other: no cursor moves, no colours, no redraws."""

import os
import select
import shutil
from collections.abc import Iterable

_CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""To the first cell; erase the screen, and what was scrolled out of it (ECMA-48; xterm)."""
_LONGEST = 1 << 16
"""Bytes of one line; what is longer is no line that somebody typed."""


class InputEnded(Exception):  # noqa: N818 - it is no error
    """The input has ended."""


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
            InputEnded: Nobody takes what is printed.
        """
        left = text.encode(errors="replace")
        try:
            while left:
                left = left[os.write(self._target, left) :]
        except OSError as error:
            raise InputEnded from error

    def clear(self) -> None:
        """Leave nothing on the screen, nor above it."""
        if os.isatty(self._target):
            self.prompt(_CLEAR)

    def read(self, seconds: float | None = None) -> str | None:
        """One line, without its end; None where none came in time.

        Args:
            seconds: How long to wait; for ever where None or 0.

        Raises:
            InputEnded: The input has ended.
        """
        while b"\n" not in self._read:
            try:
                if not select.select([self._source], [], [], seconds or None)[0]:
                    return None
                data = os.read(self._source, 4096)
            except OSError as error:
                raise InputEnded from error
            if not data:
                raise InputEnded
            self._read = (self._read + data)[-_LONGEST:]
        line, _, self._read = self._read.partition(b"\n")
        return line.decode(errors="replace")
