"""The conversation on a real terminal: nothing is drawn, and leaving leaves nothing."""

import re
import signal
import sys

import pytest

from tests.terminal.kiosk_terminal import KioskTerminal

COMMAND = [sys.executable, "-m", "kiosk", "--linear"]
ERASED = b"\x1b[H\x1b[2J\x1b[3J"


@pytest.mark.parametrize("way_out", [b"0\r", b"\x1b\r", b"\x03"], ids=["0", "Escape", "Ctrl+C"])
def test_leaving_erases_what_was_said(way_out: bytes) -> None:
    """The screen and what was scrolled out of it are erased, and the neutral page follows."""
    with KioskTerminal(COMMAND, rows=12) as terminal:
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        terminal.send(b"\r")
        terminal.wait_until(lambda: "Type 0 to leave" in terminal.text)
        terminal.send(b"1\r")
        terminal.wait_until(lambda: "Samaritans" in terminal.text)
        before = len(terminal.raw)
        terminal.send(way_out)
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        assert ERASED in terminal.raw[before:]
        assert "Samaritans" not in terminal.text


def test_it_sends_text_alone_but_for_erasing() -> None:
    """No cursor move, colour or mode: a braille display follows line by line."""
    with KioskTerminal(COMMAND) as terminal:
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        for typed in (b"\r", b"1\r", b"h\r", b"someone asks for pics\r"):
            before = len(terminal.raw)
            terminal.send(typed)
            terminal.wait_until(lambda: b"leave.\r\n" in terminal.raw[before:])  # noqa: B023 - asked at once
        assert not re.search(rb"\x1b", bytes(terminal.raw).replace(ERASED, b""))


def test_being_told_to_end_erases_too() -> None:
    """SIGTERM leaves an empty screen, and a program that ended well."""
    with KioskTerminal(COMMAND) as terminal:
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        terminal.send(b"\r1\r")
        terminal.wait_until(lambda: "Samaritans" in terminal.text)
        terminal.process.send_signal(signal.SIGTERM)
        terminal.wait_until(lambda: terminal.process.poll() is not None)
        assert terminal.process.returncode == 0
        assert "Samaritans" not in terminal.text
