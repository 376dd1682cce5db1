"""The doctor in a real pty: it draws signs and asks for the cursor, and asks for keys."""

import sys
from pathlib import Path

import pytest

from kiosk.staff.doctor.glyphs import DRAWN
from tests.terminal.kiosk_terminal import KioskTerminal

DOCTOR = [str(Path(sys.executable).with_name("kiosk")), "doctor"]
PATIENT = """
from kiosk.__main__ import main
from kiosk.staff.doctor import glyphs
glyphs._ANSWERS_WITHIN_SECONDS = 60
main()
"""
"""Runs the command, which waits longer for each answer of a terminal that is slow to give it."""
ASK_CURSOR = b"\x1b[6n"


class CursorTerminal(KioskTerminal):
    """A terminal that says where its cursor is, beside what every terminal says."""

    too_wide = ""
    """Signs that this terminal's font draws two cells wide."""

    def _answer(self) -> None:
        """Answer the last query; the doctor asks one at a time."""
        if self.raw.endswith(ASK_CURSOR):
            column = self.screen.cursor.x + 1
            sign = self.raw[: -len(ASK_CURSOR)].rpartition(b"\r")[2].decode()
            self.send(b"\x1b[1;%dR" % (column + (sign in self.too_wide)))


class WideTerminal(CursorTerminal):
    """A terminal whose font is too wide for one sign."""

    too_wide = "…"


def press(terminal: KioskTerminal, name: str, key: bytes) -> None:
    """Press a key once it is asked for."""
    terminal.wait_until(lambda: f"Please press {name} ..." in terminal.text)
    terminal.send(key)


def finish(terminal: KioskTerminal) -> str:
    """Everything that was printed, once the doctor has ended."""
    terminal.wait_until(lambda: terminal.process.poll() is not None)
    terminal.settle()
    return terminal.raw.decode()


def test_signs_of_the_right_width_are_well() -> None:
    """Every sign is drawn, measured, and gone again before the report."""
    with CursorTerminal([sys.executable, "-c", PATIENT, "doctor"], rows=60) as terminal:
        printed = finish(terminal)
        assert f"Every sign has its width: {DRAWN}" in printed
        assert terminal.lines[0].startswith("Program")


def test_a_sign_that_is_too_wide_is_named() -> None:
    """A font that draws one sign over two cells would push lines out of place."""
    with WideTerminal([sys.executable, "-c", PATIENT, "doctor"], rows=60) as terminal:
        assert "Drawn too wide or too narrow: …\r\n" in finish(terminal)
        assert terminal.process.returncode == 1


def test_a_terminal_that_says_nothing_is_told() -> None:
    """Without an answer the signs are not judged, and the doctor goes on."""
    with KioskTerminal(DOCTOR, rows=60) as terminal:
        printed = finish(terminal)
        assert "does not say where its cursor is" in printed
        assert "Speech" in printed


@pytest.fixture
def settings(tmp_path: Path) -> str:
    """Settings with a panic key of the library's own."""
    path = tmp_path / "kiosk.toml"
    path.write_text('panic_keys = ["f12"]\n', encoding="utf-8")
    return str(path)


def test_keys_are_asked_for(settings: str) -> None:
    """Each key is asked for by name; what comes is judged as the guard would take it."""
    command = [DOCTOR[0], "--settings", settings, "doctor", "--keys"]
    with CursorTerminal(command, rows=60) as terminal:
        for name, key in (
            ("Escape", b"\x1b"),
            ("f12", b"\x1b[24~"),
            ("Enter", b"\r"),
            ("the arrow down", b"\x1b[B"),
            ("Page Down", b"\x1b[5~"),
            ("Backspace", b"\x7f"),
        ):
            press(terminal, name, key)
        printed = finish(terminal)
        for told in ("Escape clears", "f12 clears", "Enter works", "arrow down works"):
            assert f"ok    {told}" in printed or f"ok    the {told}" in printed
        assert "look  Page Down came as another key." in printed
        assert "ok    Backspace works." in printed
        assert terminal.attributes() == terminal.first_attributes


def test_a_panic_key_that_is_none_is_a_fault(settings: str) -> None:
    """A panic button that sends another key would leave a visitor on the screen."""
    command = [DOCTOR[0], "--settings", settings, "doctor", "--keys"]
    with CursorTerminal(command, rows=60) as terminal:
        press(terminal, "Escape", b"\x1b")
        press(terminal, "f12", b"a")
        for name in ("Enter", "the arrow down", "Page Down", "Backspace"):
            press(terminal, name, b"\r")
        printed = finish(terminal)
        assert "MEND  f12 did not clear the screen." in printed
        assert terminal.process.returncode == 2
