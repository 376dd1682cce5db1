"""The conversation on a real terminal: nothing is drawn, and leaving leaves nothing."""

import re
import signal
import sys
from functools import partial

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
        terminal.wait_until(lambda: "safe for now" in terminal.text)
        before = len(terminal.raw)
        terminal.send(way_out)
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        assert ERASED in terminal.raw[before:]
        assert "safe for now" not in terminal.text


def test_it_sends_text_alone_but_for_erasing() -> None:
    """No cursor move, colour or mode: a braille display follows line by line."""
    with KioskTerminal(COMMAND) as terminal:
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        for typed in (b"\r", b"1\r", b"h\r", b"someone asks for pics\r"):
            answered = terminal.raw.count(b"leave.\r\n")
            terminal.send(typed)
            terminal.wait_until(partial(_answers_again, terminal, answered))
        assert not re.search(rb"\x1b", bytes(terminal.raw).replace(ERASED, b""))


def _answers_again(terminal: KioskTerminal, answered: int) -> bool:
    return terminal.raw.count(b"leave.\r\n") > answered


def test_being_told_to_end_erases_too() -> None:
    """SIGTERM leaves an empty screen, and a program that ended well."""
    with KioskTerminal(COMMAND) as terminal:
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        terminal.send(b"\r1\r")
        terminal.wait_until(lambda: "safe for now" in terminal.text)
        terminal.process.send_signal(signal.SIGTERM)
        terminal.wait_until(lambda: terminal.process.poll() is not None)
        assert terminal.process.returncode == 0
        assert "safe for now" not in terminal.text


@pytest.mark.parametrize("key", [b"\x1a", b"\x1c", b"\x13"], ids=["Ctrl+Z", "Ctrl+\\", "Ctrl+S"])
def test_no_key_leaves_the_page_where_it_is(key: bytes) -> None:
    """None stops the program or its output; what leaves, leaves after it as before it."""
    with KioskTerminal(COMMAND, rows=12) as terminal:
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        terminal.send(b"\r1\r")
        terminal.wait_until(lambda: "safe for now" in terminal.text)
        terminal.send(key + b"\r")
        terminal.send(b"0\r")
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        assert terminal.process.poll() is None
        assert "safe for now" not in terminal.text


def test_what_was_typed_and_not_sent_is_gone_with_the_visit() -> None:
    """Ctrl+R asks a terminal to show an unfinished line again; there is none, and no such key."""
    with KioskTerminal([*COMMAND[:1], "-c", IDLE], rows=12) as terminal:
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        terminal.send(b"\r")
        terminal.wait_until(lambda: "Type 0 to leave" in terminal.text)
        terminal.send(b"he has my words")
        terminal.wait_until(lambda: "he has my words" in terminal.text)
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        terminal.send(b"\x12")
        terminal.send(b"\r")
        terminal.wait_until(lambda: "Type 0 to leave" in terminal.text)
        assert "he has my words" not in terminal.text


IDLE = """
from kiosk.linear import conversation
conversation._SECONDS_TO_ANSWER = 3
from kiosk.edits import store
from kiosk.linear.start import run_linear
from kiosk.settings import Settings
store.load_settings = lambda *_: Settings(idle_seconds=3)
run_linear(Settings(), "")
"""
"""The conversation, of a kiosk that soon thinks that nobody is there."""


def test_the_terminal_is_as_it_was_afterwards() -> None:
    """Whoever started it has all keys again."""
    with KioskTerminal(COMMAND) as terminal:
        terminal.wait_until(lambda: "Press Enter" in terminal.text)
        assert terminal.attributes() != terminal.first_attributes
        terminal.process.send_signal(signal.SIGTERM)
        terminal.wait_until(lambda: terminal.process.poll() is not None)
        assert terminal.attributes() == terminal.first_attributes
