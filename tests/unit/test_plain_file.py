"""Files of which nobody knows who put them there: read whole, as text, or refused with a remedy."""

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.edits.store import Store
from kiosk.plain_file import LONGEST_MB, read_plain, read_text, why_not
from kiosk.settings import SettingsError, load_settings
from tests.unit.conftest import FEW_WORDS, faults_of, write_few_words
from tests.unit.test_live import Edit, edit, settings, shown, store, tried

__all__ = ["edit", "settings", "store"]

ONE = FEW_WORDS["en/topics/one.md"]


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _long(path: Path) -> None:
    path.touch()
    os.truncate(path, (LONGEST_MB << 20) + 1)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (os.mkfifo, "This is not a file that can be read. Take it away."),
        (_socket, "This is not a file that can be read. Take it away."),
        (_endless, "This is not a file that can be read. Take it away."),
        (Path.mkdir, "This is not a file that can be read. Take it away."),
        (_long, f"This has more than {LONGEST_MB} MB, too much to read."),
    ],
)
def test_nothing_is_waited_for_or_read_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None], told: str
) -> None:
    """In the place of the settings, and in that of a page."""
    monkeypatch.chdir(tmp_path)
    write_few_words(tmp_path / "words")
    page, toml = tmp_path / "words/en/topics/two.md", tmp_path / "kiosk.toml"
    make(page)
    make(toml)
    with pytest.raises(SettingsError) as raised:
        load_settings(str(toml))
    assert str(raised.value).startswith(f"{toml}: {told}")
    if not page.is_dir():
        assert faults_of(tmp_path / "words")[0].startswith(f"en/topics/two.md: {told}")


def test_what_is_long_and_not_too_long_is_read(tmp_path: Path) -> None:
    """The limit is the last length that is read."""
    path = tmp_path / "a.md"
    path.touch()
    os.truncate(path, LONGEST_MB << 20)
    assert len(read_plain(path)) == LONGEST_MB << 20


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ONE.encode("utf-16-le"), "1: This is not UTF-8 text; save the file as UTF-8."),
        (ONE.encode("utf-16"), "1: This is not UTF-8 text; save the file as UTF-8."),
        (b"name = 'A'\n# caf\xe9\n", "2: This is not UTF-8 text; save the file as UTF-8."),
        (bytes(4096), "1: This was cut off, as when the power fails: nothing is left of it."),
    ],
)
def test_what_is_no_text_is_told_as_such(tmp_path: Path, text: bytes, told: str) -> None:
    """UTF-16 without its mark has bytes of zero; so has what a power cut leaves of a file."""
    write_few_words(tmp_path / "words")
    page, toml = tmp_path / "words/en/topics/one.md", tmp_path / "kiosk.toml"
    page.write_bytes(text)
    toml.write_bytes(text)
    assert any(f.startswith(f"en/topics/one.md:{told}") for f in faults_of(tmp_path / "words"))
    with pytest.raises(SettingsError) as raised:
        load_settings(str(toml))
    assert str(raised.value).startswith(f"{toml}:{told}")


def test_an_accent_of_its_own_is_part_of_its_letter(tmp_path: Path) -> None:
    """As macOS writes it; a console would draw a block beside the letter."""
    (tmp_path / "a.md").write_text("cafe\N{COMBINING ACUTE ACCENT}\r\n", newline="")
    assert read_text(tmp_path / "a.md") == "caf\N{LATIN SMALL LETTER E WITH ACUTE}\n"


@pytest.mark.parametrize(
    "number",
    [errno.EACCES, errno.EIO, errno.ENOTCONN, errno.ENOTDIR, errno.EROFS, errno.ENAMETOOLONG],
)
def test_what_is_in_the_way_comes_with_what_to_do(number: int) -> None:
    """And without the system's own words for it."""
    said = why_not(OSError(number, os.strerror(number)))
    assert os.strerror(number) not in said
    assert said.partition(". ")[2]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (b"caf\xe9.md", "caf?.md"),
        (b"a\nb.md", "a?b.md"),
        (b"a\x1b[31m.md", "a?[31m.md"),
    ],
)
def test_a_name_that_no_terminal_can_show_is_told_and_refused(
    settings: Path, store: Store, edit: Edit, name: bytes, told: str
) -> None:
    """Its own bytes would end the line, colour the screen, or end the trial with a traceback."""
    assert edit(ONE.replace("One", "Ours")) == ""
    topics = settings.parent / "words/en/topics"
    Path(os.fsdecode(os.fsencode(topics) + b"/" + name)).write_text(ONE)
    assert f"{told}: Name the file with small letters" in tried(settings, store)
    assert "Words." in shown(settings, store)
    refusal = store.refusal
    assert refusal is not None
    assert len(refusal.faults) == 1
