"""What is told to somebody who may not look into the kiosk's folders: the line to type instead."""

import os
import pwd
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import Result

from kiosk.system_paths import system_settings
from tests.command import run, run_with
from tests.unit.conftest import write_few_words
from tests.unit.library import Library
from tests.unit.test_last_good import base, library

__all__ = ["base", "library"]
_NOBODY = pwd.getpwnam("nobody").pw_uid


@contextmanager
def somebody() -> Iterator[None]:
    """Be somebody whom rights bind, where root runs the tests."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(_NOBODY, _NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def closed(library: Library) -> Iterator[Path]:
    """An installed kiosk's data folder, as its service has it."""
    data = library.folder / "data"
    data.chmod(0)
    yield data
    data.chmod(0o755)


def typed(monkeypatch: pytest.MonkeyPatch, settings: Path, *words: str) -> Result:
    """Run a command with its own words as root, so that all is imported; then as somebody."""
    monkeypatch.setattr(sys, "argv", ["kiosk", *words])
    run_with(settings, *words)
    with somebody():
        return run_with(settings, *words)


@pytest.mark.parametrize(
    "words", [["history"], ["rollback", "3"], ["check", "--strict"], ["doctor"], ["figures"]]
)
def test_the_line_to_type_is_told(
    library: Library, closed: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """And no answer that holds for whoever asks alone, such as that there is no such folder."""
    done = typed(monkeypatch, library.settings, *words)
    assert done.exit_code == 2
    told = (
        f"Only the kiosk and the administrator may look into {closed}. Type:\n"
        f"    sudo kiosk {' '.join(words)}\n"
    )
    assert done.stderr.endswith(told)
    assert "is not there" not in done.stderr
    assert words == ["figures"] or (done.stdout, done.stderr) == ("", told)


def test_what_can_be_answered_is(
    library: Library, closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages may be read by anybody."""
    assert closed.exists()
    done = typed(monkeypatch, library.settings, "read", "ours")
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_page_that_may_not_be_written_is_told(
    library: Library, closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As that, with the line that writes it."""
    assert closed.exists()
    for folder in (library.words, *library.words.rglob("")):
        folder.chmod(0o555)
    monkeypatch.setattr(sys, "argv", ["kiosk", "new", "topic", "club"])
    with somebody():
        done = run_with(library.settings, "new", "topic", "club")
    assert done.exit_code == 2
    assert "club.md cannot be written: you may not do so.\n" in done.stderr
    assert done.stderr.endswith("    sudo kiosk new topic club\n")


def test_settings_that_may_not_be_looked_for_are_not_taken_for_none(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The defaults would pass the check, and say nothing of the library's own words."""
    folder = base / "etc"
    folder.mkdir()
    monkeypatch.setenv("CONFIGURATION_DIRECTORY", str(folder))
    Path(system_settings()).write_text('name = "Ours"\n')
    write_few_words(folder / "shipped")
    monkeypatch.setattr("kiosk.content.layers.content_folder", lambda: folder / "shipped")
    monkeypatch.setattr(sys, "argv", ["kiosk", "read"])
    assert run("read").exit_code == 0
    folder.chmod(0)
    try:
        with somebody():
            done = run("read")
    finally:
        folder.chmod(0o755)
    assert done.exit_code == 2
    assert f"{folder}/kiosk.toml: This cannot be read (no permission)." in done.stderr
    assert done.stderr.endswith("    sudo kiosk read\n")
