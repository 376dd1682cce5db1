"""The bytes that really go out to terminals with few colours, or with none."""

import re
import sys
from functools import partial

import pytest

from tests.terminal.kiosk_terminal import KioskTerminal

KIOSK = [sys.executable, "-m", "kiosk"]
INVITATION = "Press Enter to use this information point"
_SGR = re.compile(rb"\x1b\[([\d;:]*)m")
SIXTEEN = {*range(30, 38), *range(40, 48), *range(90, 98)}
WEIGHTS = {0, 4, 7}
NO_COLOUR_AT_ALL = {0, 1, 3, 4, 7, 39, 49}


def walk(terminal: KioskTerminal) -> None:
    """Come in, and go to pages of every kind."""
    terminal.wait_until(lambda: INVITATION in terminal.text)
    ways = (
        (b"\r", "Do you need help now?"),
        (b"c", "Space between lines"),
        (b"\x1b[D", "Do you need help now?"),
        (b"4", "For young people"),
        (b"6", "It happens to boys, too"),
        (b"4", "Don't pay"),
        (b"t", "Only want numbers?"),
        (b"h", "Childline"),
        (b"/", "Type a word"),
        (b"threat", " found"),
        (b"\t\t\t\t\t", "Leave now"),
    )
    for keys, words in ways:
        terminal.send(keys)
        terminal.wait_until(partial(_shows, terminal, words))


def _shows(terminal: KioskTerminal, words: str) -> bool:
    return words in terminal.text


def numbers_in(raw: bytes) -> set[int]:
    """Every number of every sequence that sets a colour or a weight."""
    return {int(n or 0) for found in _SGR.findall(raw) for n in re.split(rb"[;:]", found)}


@pytest.mark.parametrize("term", ["linux", "xterm-16color", "xterm"])
def test_sixteen_colours_are_sixteen(term: str) -> None:
    """On no page goes out a colour of the 256, a bright ground, or a bold letter."""
    with KioskTerminal(KIOSK, term=term) as terminal:
        walk(terminal)
        terminal.wait_until(lambda: {37, 40, 96, 46} <= numbers_in(bytes(terminal.raw)))
        assert numbers_in(bytes(terminal.raw)) - WEIGHTS <= SIXTEEN


@pytest.mark.parametrize(
    ("term", "variables"), [("xterm-256color", {"NO_COLOR": "1"}), ("vt100", {})]
)
def test_no_colour_is_none(term: str, variables: dict[str, str]) -> None:
    """Weights and reversal alone go out, and the way out is reversed."""
    with KioskTerminal(KIOSK, term=term, environment=variables) as terminal:
        walk(terminal)
        assert numbers_in(bytes(terminal.raw)) <= NO_COLOUR_AT_ALL
        row = next(row for row, line in enumerate(terminal.lines) if "Leave now" in line)
        column = terminal.lines[row].index("Leave now")
        assert terminal.screen.buffer[row][column].reverse
