"""The mouse, and a finger, on the whole kiosk: as a terminal reports them."""

import sys
from collections.abc import Iterator
from functools import partial

import pytest

from tests.terminal.coming_in import come_in
from tests.terminal.kiosk_terminal import KioskTerminal

HELPLINES = "People to talk to"


@pytest.fixture
def kiosk() -> Iterator[KioskTerminal]:
    """A kiosk whose page of helplines is open."""
    with KioskTerminal([sys.executable, "-m", "kiosk"]) as terminal:
        come_in(terminal)
        terminal.send(b"h")
        terminal.wait_until(lambda: HELPLINES in terminal.lines[1])
        terminal.settle()
        yield terminal


def report(kind: int, column: int, row: int, end: bytes = b"M") -> bytes:
    """What a terminal sends of the mouse, with cells counted from 0."""
    return b"\x1b[<%d;%d;%d%s" % (kind, column + 1, row + 1, end)


def test_more_is_clicked_and_a_finger_drags_back(kiosk: KioskTerminal) -> None:
    """The next screen comes, and the first one again; the page stays the one that is open."""
    first = kiosk.text
    row, line = next((row, line) for row, line in enumerate(kiosk.lines) if "More" in line)
    at = line.index("More")
    kiosk.send(report(0, at, row) + report(0, at, row, b"m"))
    kiosk.wait_until(lambda: kiosk.text != first)
    moves = b"".join(report(32, 40, y) for y in range(5, 23))
    while kiosk.text != first:
        before = kiosk.text
        kiosk.send(report(0, 40, 4) + moves + report(0, 40, 22, b"m"))
        kiosk.wait_until(partial(_differs, kiosk, before))
        kiosk.settle()
        assert HELPLINES in kiosk.lines[1]


def _differs(kiosk: KioskTerminal, before: str) -> bool:
    return kiosk.text != before


def test_the_wheel_scrolls_over_the_keys_too(kiosk: KioskTerminal) -> None:
    """As anywhere in the window."""
    first = kiosk.text
    kiosk.send(report(65, 40, 23))
    kiosk.wait_until(lambda: kiosk.text != first)
    kiosk.send(report(64, 0, 0))
    kiosk.wait_until(lambda: kiosk.text == first)
