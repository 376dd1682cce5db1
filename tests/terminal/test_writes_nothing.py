"""A kiosk without settings keeps nothing: no file of its own appears anywhere."""

import os
import sys
from functools import partial
from pathlib import Path

import pytest

from kiosk.settings import Settings
from tests.terminal.coming_in import come_in
from tests.terminal.kiosk_terminal import KioskTerminal
from tests.terminal.processes import open_files
from tests.terminal.test_kiosk import INVITATION
from tests.tools import need_root


def files_in(*folders: Path) -> set[str]:
    """Every file and folder below some folders."""
    return {str(path) for folder in folders for path in folder.rglob("*")}


def is_shown(terminal: KioskTerminal, text: str) -> bool:
    """Tell whether a text is on the screen."""
    return text in terminal.text


def open_for_writing(pid: int) -> set[str]:
    """The files on a disk that a process has open for writing."""
    need_root("the guard's process is closed to others of its user")
    return {
        name
        for name, flags in open_files(pid).items()
        if name.startswith("/") and not name.startswith("/dev/") and flags & os.O_ACCMODE
    }


@pytest.mark.parametrize("data", ["", 'data = "/proc/1"\n'])
def test_nothing_is_offered_and_nothing_is_written(tmp_path: Path, data: str) -> None:
    """No form, no count, no file: with no settings, and with a folder that cannot be written."""
    off = Settings()
    assert not any((off.counts, off.keep_settings, off.forms.public_key, off.hub.url, off.log))
    home, runtime = tmp_path / "home", tmp_path / "runtime"
    for folder in (home, runtime):
        folder.mkdir()
    settings = tmp_path / "kiosk.toml"
    settings.write_text(data)
    before = files_in(tmp_path)
    command = [sys.executable, "-m", "kiosk", "--settings", str(settings)]
    environment = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "TMPDIR": str(runtime),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    with KioskTerminal(command, environment=environment) as terminal:
        terminal.wait_until(lambda: INVITATION in terminal.text)
        for key, shown in ((b"\r", "About this kiosk"), (b"1", "1 of"), (b"\x1b", INVITATION)):
            terminal.send(key)
            terminal.wait_until(partial(is_shown, terminal, shown))
        come_in(terminal)
        terminal.send(b"\x1b[F\r")  # About is the last, and has no number
        terminal.wait_until(lambda: "What is this kiosk?" in terminal.text)
        assert "Tell us what you think" not in terminal.text
        assert "Get news by email" not in terminal.text
        words = {path for path in files_in(runtime) if "/runtime/kiosk-" in path}
        assert files_in(tmp_path) - words == before  # words alone, which go when the kiosk does
        assert open_for_writing(terminal.process.pid) <= words
    assert files_in(tmp_path) == before
