"""What the screen can draw: each sign is drawn, and the terminal asked how wide it came out."""

import array
import fcntl
import os
import re
import select
import struct
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from kiosk.cells import width_of
from kiosk.guard.modes import is_linux_console
from kiosk.staff.doctor.machine import Machine
from kiosk.staff.findings import Finding, advice, tick

DRAWN = "─━═│║┃┬├└┤←…½"
"""What the kiosk draws besides letters."""
NOT_ON_CONSOLE = "▀▄█▌●○✓“”"
"""For codes, large letters and drawings, and what is done; not drawn on the Linux console, whose
fonts often lack them."""
_CONSOLE = "/dev/tty1"
_ASK_CURSOR = b"\x1b[6n"
_CURSOR = re.compile(rb"\x1b\[\d+;(\d+)R")
_ANSWERS_WITHIN_SECONDS = 1.0
_GET_FONT = 0x4B66  # GIO_UNIMAP of console_ioctl(4): which signs the console's font has
_MOST_SIGNS = 0xFFFF
_FONT_REMEDY = "Choose the character set 'Lat15' or 'Uni2': sudo dpkg-reconfigure console-setup"


def widths(machine: Machine) -> Iterator[Finding]:
    """Whether every sign takes as many cells as the pages are set for."""
    if machine.terminal is None:
        return
    blocks = "" if is_linux_console(machine.environment.get("TERM", "")) else NOT_ON_CONSOLE
    wrong = []
    with _raw(machine.terminal):
        for sign in (*DRAWN, *blocks):
            width = drawn_width(machine.terminal, sign)
            if width is None:
                yield advice(
                    "The terminal does not say where its cursor is, so signs were not tested.",
                    "Look at the kiosk's pages yourself, or use another terminal.",
                )
                return
            if width != width_of(sign):
                wrong.append(sign)
    if wrong:
        yield advice(
            f"Drawn too wide or too narrow: {' '.join(wrong)}",
            "Use a font of one width, and set the terminal to UTF-8.",
        )
    else:
        yield tick(f"Every sign has its width: {DRAWN}{blocks}")


def drawn_width(terminal: int, sign: str) -> int | None:
    """Draw a sign at the line's beginning, ask for the cursor, and erase the line.

    Args:
        terminal: A descriptor of a terminal in raw mode.
        sign: What to draw.

    Returns:
        The cells that it took; None where the terminal does not answer.
    """
    os.write(terminal, b"\r" + sign.encode() + _ASK_CURSOR)
    answer = b""
    while not (match := _CURSOR.search(answer)):
        if not select.select([terminal], [], [], _ANSWERS_WITHIN_SECONDS)[0]:
            break
        answer += os.read(terminal, 100)
    os.write(terminal, b"\r\x1b[K")
    return int(match[1]) - 1 if match else None


def console_font(_machine: Machine) -> Iterator[Finding]:
    """Whether the Linux console's font has the signs; its cursor tells nothing of that."""
    with suppress(OSError):
        console = os.open(_CONSOLE, os.O_RDONLY | os.O_NOCTTY)
        try:
            missing = [sign for sign in DRAWN if ord(sign) not in signs_of_font(console)]
        finally:
            os.close(console)
        if missing:
            what = f"The font of the first screen lacks: {' '.join(missing)}"
            yield advice(what, _FONT_REMEDY)
        else:
            yield tick("The font of the first screen has every sign.")


def signs_of_font(console: int) -> set[int]:
    """The Unicode numbers that a virtual terminal's font can draw.

    Raises:
        OSError: This is no virtual terminal, or not ours to ask.
    """
    pairs = array.array("H", bytes(4 * _MOST_SIGNS))
    request = struct.pack("HP", _MOST_SIGNS, pairs.buffer_info()[0])
    count = struct.unpack("HP", fcntl.ioctl(console, _GET_FONT, request))[0]
    return set(pairs[: 2 * count : 2])


@contextmanager
def _raw(terminal: int) -> Iterator[None]:
    """Have answers come at once and unseen, and everything as before afterwards."""
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
