"""The installed `kiosk` in a real pty: a visitor comes, reads, and leaves no trace."""

import re
import signal
import sys
from pathlib import Path

import pytest

from kiosk.guard.modes import ERASE
from tests.terminal.kiosk_terminal import KioskTerminal

KIOSK = str(Path(sys.executable).with_name("kiosk"))
TOPIC_WORDS = ("threatening", "Don't pay", "blackmail", "Childline", "police")
INVITATION = "Press Enter to use this information point"

GUARDED = [KIOSK]
BARE = [KIOSK, "--no-guard"]


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """A library's settings file."""
    path = tmp_path / "kiosk.toml"
    path.write_text('name = "Central Library"\nidle_seconds = 30\n', encoding="utf-8")
    return path


def open_topic(terminal: KioskTerminal) -> None:
    """Come in and open the topic about threats from the young people's list, as a visitor does."""
    terminal.wait_until(lambda: INVITATION in terminal.text)
    terminal.send(b"\r")
    terminal.wait_until(lambda: "Do you need help now?" in terminal.text)
    terminal.send(b"4")
    terminal.wait_until(lambda: "For young people" in terminal.text)
    terminal.send(b"6")
    terminal.wait_until(lambda: "It happens to boys, too" in terminal.text)
    terminal.send(b"4")
    terminal.wait_until(lambda: "Don't pay" in terminal.text)


@pytest.mark.parametrize("command", [GUARDED, BARE], ids=["guarded", "bare"])
def test_a_visitor_reads_a_topic_and_leaves_no_trace(command: list[str]) -> None:
    """After Escape none of the topic's words is on the screen, below it, or in the scrollback."""
    with KioskTerminal(command) as terminal:
        open_topic(terminal)
        terminal.send(b"\x1b[6~")
        terminal.wait_until(lambda: "any bank or payment details" in terminal.text)
        terminal.send(b"\x1b")
        terminal.wait_until(lambda: INVITATION in terminal.text)
        terminal.wait_until(lambda: not any(word in terminal.everywhere for word in TOPIC_WORDS))


def test_a_swap_writes_the_page_once() -> None:
    """Whoever waits has drawn it once: the half of what was written would be for nothing."""
    with KioskTerminal(GUARDED) as terminal:
        open_topic(terminal)
        before = len(terminal.raw)
        terminal.send(b"\x1b")
        terminal.wait_until(lambda: INVITATION in terminal.text)
        pages = bytes(terminal.raw[before:]).split(ERASE)
    assert {page.count(INVITATION.encode()) for page in pages[1:]} == {1}


@pytest.mark.slow
@pytest.mark.parametrize(("columns", "rows"), [(20, 6), (40, 12), (80, 24), (120, 40), (300, 100)])
def test_the_kiosk_works_at_every_size(columns: int, rows: int) -> None:
    """From 20 by 6 to 300 by 100 a visitor gets in, reads, and gets out."""
    with KioskTerminal(GUARDED, columns=columns, rows=rows) as terminal:
        terminal.wait_until(lambda: "Enter" in terminal.text)
        terminal.send(b"\r")
        terminal.wait_until(lambda: "Leave now" in terminal.text)
        terminal.send(b"1")
        terminal.wait_until(lambda: "Are you safe" in terminal.text)
        terminal.send(b"\x1b")
        terminal.wait_until(lambda: "Enter" in terminal.text)
        terminal.wait_until(lambda: "Are you safe" not in terminal.everywhere)


@pytest.mark.parametrize("term", ["linux", "xterm", "xterm-256color", "screen-256color"])
def test_the_kiosk_works_on_every_terminal(term: str) -> None:
    """What the terminal calls itself changes colours, not what a visitor can do."""
    with KioskTerminal(GUARDED, term=term) as terminal:
        open_topic(terminal)
        terminal.send(b"\x1b")
        terminal.wait_until(lambda: INVITATION in terminal.text)


def test_the_idle_limit_is_told(settings: Path) -> None:
    """The page about the kiosk says after what time without a key the screen clears itself."""
    with KioskTerminal([KIOSK, "--settings", str(settings)]) as terminal:
        terminal.wait_until(lambda: "Central Library" in terminal.text)
        terminal.send(b"\r")
        terminal.wait_until(lambda: "About this kiosk" in terminal.text)
        terminal.send(b"\x1b[F")
        terminal.wait_until(
            lambda: re.search("\N{BOX DRAWINGS HEAVY VERTICAL}[ 0]+About", terminal.text)
        )
        terminal.send(b"\r")
        terminal.wait_until(lambda: "After 30 seconds" in " ".join(terminal.text.split()))


IDLE_NOW = """
import os, sys
from kiosk.guard.patience import Idle
from kiosk.guarded import run_guarded
from kiosk.settings import Settings
Idle._warn_at = property(lambda idle: idle._last_key if os.path.exists(sys.argv[1]) else 1e9)
run_guarded(Settings(warning_seconds=1000), None)
"""
"""Runs a kiosk that thinks that nobody is there for as long as a file is there."""


def test_an_idle_screen_asks_and_any_key_returns_to_the_exact_place(tmp_path: Path) -> None:
    """The question shows nothing of the topic, and a key brings back the page as it was."""
    nobody = tmp_path / "nobody"
    with KioskTerminal([sys.executable, "-c", IDLE_NOW, str(nobody)]) as terminal:
        open_topic(terminal)
        terminal.send(b"\x1b[6~")
        terminal.wait_until(lambda: "any bank or payment details" in terminal.text)
        terminal.settle()
        read = terminal.lines
        nobody.touch()
        terminal.process.send_signal(signal.SIGWINCH)  # which makes the guard look
        terminal.wait_until(lambda: "Are you still there?" in terminal.text)
        for word in TOPIC_WORDS:
            assert word not in terminal.text
        nobody.unlink()
        terminal.send(b" ")
        terminal.wait_until(lambda: terminal.lines == read)


def test_the_page_is_painted_anew_after_a_resize() -> None:
    """The visitor who is reading keeps the page when the window changes its size."""
    with KioskTerminal(GUARDED) as terminal:
        open_topic(terminal)
        terminal.resize(60, 30)
        terminal.wait_until(lambda: "Leave now" in terminal.lines[29])
        assert "If someone threatens you" in terminal.text


def test_faults_in_the_words_are_told_and_the_shipped_words_are_shown(tmp_path: Path) -> None:
    """A library's first words with a fault take no advice away; at the end the fault is told."""
    (tmp_path / "content/en/topics").mkdir(parents=True)
    (tmp_path / "content/en/topics/ours.md").write_text("Our words.\n", encoding="utf-8")
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f'content = "{tmp_path}/content"\n', encoding="utf-8")
    with KioskTerminal([KIOSK, "--settings", str(settings)]) as terminal:
        open_topic(terminal)
        terminal.process.terminate()
        terminal.wait_until(lambda: terminal.process.poll() is not None)
        terminal.settle()
        assert "Begin with front matter" in " ".join(terminal.text.split())


def test_faults_in_the_settings_stop_the_start(tmp_path: Path) -> None:
    """A wrong setting is named with its remedy before the screen is touched; the exit code is 2."""
    path = tmp_path / "kiosk.toml"
    path.write_text('nmae = "x"\n', encoding="utf-8")
    with KioskTerminal([KIOSK, "--settings", str(path)]) as terminal:
        terminal.wait_until(lambda: terminal.process.poll() is not None)
        terminal.settle()
        assert "Did you mean 'name'?" in terminal.text
        assert terminal.process.returncode == 2
        assert terminal.modes == set()


def test_a_visitors_panic_key_clears_the_screen(tmp_path: Path) -> None:
    """A key that the settings name, such as that of a panic button, works like Escape."""
    path = tmp_path / "kiosk.toml"
    path.write_text('panic_keys = ["f12"]\n', encoding="utf-8")
    with KioskTerminal([KIOSK, "--settings", str(path)]) as terminal:
        open_topic(terminal)
        terminal.send(b"\x1b[24~")
        terminal.wait_until(lambda: INVITATION in terminal.text)
        terminal.wait_until(lambda: "Don't pay" not in terminal.everywhere)


def test_an_unknown_panic_key_stops_the_start(tmp_path: Path) -> None:
    """A panic key that does not exist is named, with those that do."""
    path = tmp_path / "kiosk.toml"
    path.write_text('panic_keys = ["big red"]\n', encoding="utf-8")
    with KioskTerminal([KIOSK, "--settings", str(path)]) as terminal:
        terminal.wait_until(lambda: terminal.process.poll() is not None)
        terminal.settle()
        assert "big red" in terminal.text
        assert "f12" in terminal.text
        assert terminal.process.returncode == 2
