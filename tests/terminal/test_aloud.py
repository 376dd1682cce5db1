"""Silence on a real terminal: whoever leaves, and however, no voice goes on speaking."""

import sys
from pathlib import Path

import pytest

from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.processes import is_alive

KIOSK = [sys.executable, "-m", "kiosk"]
INVITATION = "Press Enter to use this information point"
ENGINE = '#!/bin/sh\necho $$ >"$0.new"\nmv "$0.new" "$0.pid"\nexec sleep 600\n'
"""Speaks for ever, and says which process it is."""


class Voice:
    """An engine that never comes to the end of a sentence.

    Args:
        folder: Where to put it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._program = folder / "espeak-ng"
        self._program.write_text(ENGINE)
        self._program.chmod(0o755)

    @property
    def pid(self) -> int | None:
        """The process that speaks, or spoke; None before the first word."""
        told = self._program.with_name("espeak-ng.pid")
        return int(told.read_text()) if told.exists() else None

    @property
    def is_speaking(self) -> bool:
        """Whether it lives."""
        return self.pid is not None and is_alive(self.pid)


@pytest.fixture
def voice(tmp_path: Path) -> Voice:
    """An engine."""
    return Voice(tmp_path)


def read_aloud(terminal: KioskTerminal) -> None:
    """Come in, and have the first page read."""
    terminal.wait_until(lambda: INVITATION in terminal.text)
    terminal.send(b"\r")
    terminal.wait_until(lambda: "Do you need help now?" in terminal.text)
    terminal.send(b"r")
    terminal.wait_until(lambda: "Any key stops the voice" in terminal.text)


@pytest.mark.parametrize("options", [[], ["--no-guard"]], ids=["guarded", "bare"])
@pytest.mark.parametrize("end", ["escape", "a key", "the kiosk ends"])
def test_no_voice_goes_on_speaking(voice: Voice, options: list[str], end: str) -> None:
    """The engine's process is dead after Escape, after any key, and when the kiosk is ended."""
    settings = voice.folder / "kiosk.toml"
    settings.write_text("reading_aloud = true\n", encoding="utf-8")
    command = [*KIOSK, "--settings", str(settings), *options]
    path = {"PATH": f"{voice.folder}:/usr/bin:/bin"}
    with KioskTerminal(command, environment=path) as terminal:
        read_aloud(terminal)
        terminal.wait_until(lambda: voice.is_speaking)
        if end == "the kiosk ends":
            terminal.process.terminate()
        else:
            terminal.send(b"\x1b" if end == "escape" else b" ")
        terminal.wait_until(lambda: not voice.is_speaking)
        if end == "escape":
            terminal.wait_until(lambda: INVITATION in terminal.text)
        elif end == "a key":
            terminal.wait_until(lambda: "Any key stops the voice" not in terminal.text)
            assert "Do you need help now?" in terminal.text


def test_without_the_setting_nothing_is_heard(voice: Voice) -> None:
    """An engine that is installed alone speaks to nobody, and the key is not shown."""
    path = {"PATH": f"{voice.folder}:/usr/bin:/bin"}
    with KioskTerminal(KIOSK, environment=path, columns=120) as terminal:
        terminal.wait_until(lambda: INVITATION in terminal.text)
        terminal.send(b"\r")
        terminal.wait_until(lambda: "Do you need help now?" in terminal.text)
        assert "Read aloud" not in terminal.text
        terminal.send(b"r?")
        terminal.wait_until(lambda: "You can do everything" in terminal.text)
        assert voice.pid is None
