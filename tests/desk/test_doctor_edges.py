"""The doctor's probes of what is left behind, at their edges: revisions, languages, refusals."""

import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.content.language import Language
from kiosk.content.load import load_content
from kiosk.content.model import Content
from kiosk.desk.outbox import FILE_NAME
from kiosk.desk.schema import HEAD
from kiosk.edits.store import Store
from kiosk.paths import content_folder
from kiosk.settings import Settings
from kiosk.staff.doctor import desk, live
from tests.desk.conftest import outbox_in, settings_in
from tests.machine import machine_with, only


@pytest.fixture(scope="module")
def content() -> Content:
    """The shipped words."""
    return load_content(content_folder())


@pytest.mark.parametrize(
    ("revision", "state"), [("0001", "ok"), (HEAD, "ok"), (HEAD + "0", "error"), ("9999", "error")]
)
def test_a_file_of_a_newer_kiosk_is_a_fault(folder: Path, revision: str, state: str) -> None:
    """An older one is brought up to date at the next start."""
    outbox_in(folder)
    file = sqlite3.connect(folder / FILE_NAME)
    file.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    file.commit()
    file.close()
    finding = only(desk.outbox, machine_with(settings_in(folder)))
    assert finding.severity == state
    assert revision in finding.what


@pytest.mark.parametrize("damage", ["no table", "no revision", "no database"])
def test_a_file_that_cannot_be_read_is_a_fault(folder: Path, damage: str) -> None:
    """Whatever of it is missing; the remedy keeps the file."""
    outbox_in(folder)
    if damage == "no database":
        (folder / FILE_NAME).write_bytes(b"x" * 5000)
    else:
        file = sqlite3.connect(folder / FILE_NAME)
        table = "forms" if damage == "no table" else "alembic_version"
        file.execute(f"DROP TABLE {table}" if damage == "no table" else f"DELETE FROM {table}")
        file.commit()
        file.close()
    finding = only(desk.outbox, machine_with(settings_in(folder)))
    assert finding.severity == "error"
    assert "move it away and keep it" in finding.instead


@pytest.mark.parametrize(
    ("wanted", "offered", "drafts", "state", "text"),
    [
        (("en",), ("en",), False, "ok", "Languages: en."),
        (("en", "cy"), ("en", "cy"), False, "ok", "Languages: en, cy."),
        (("en", "cy"), ("en", "cy"), True, "ok", "en, cy; drafts are offered, too."),
        (("en",), ("en",), True, "ok", "Languages: en."),
        (("en", "cy"), ("en",), False, "warning", "nobody has reviewed it: cy."),
        (("en", "cy", "pl"), ("en", "cy"), False, "warning", "reviewed it: pl."),
        (("en", "ar"), ("en", "ar"), True, "ok", "In browsers alone: ar."),
    ],
)
def test_which_languages_visitors_are_offered(
    content: Content,
    monkeypatch: pytest.MonkeyPatch,
    wanted: tuple[str, ...],
    offered: tuple[str, ...],
    state: str,
    text: str,
    *,
    drafts: bool,
) -> None:
    """Each that the settings name and nobody has reviewed is told, and what no terminal shows."""
    editions = [
        SimpleNamespace(
            content=SimpleNamespace(
                language=Language(code=code, name=code, needs_browser=code == "ar")
            )
        )
        for code in offered
    ]
    catalogue = SimpleNamespace(editions=editions)
    monkeypatch.setattr("kiosk.pages.loading.load_catalogue", lambda _: catalogue)
    settings = Settings(languages=wanted, drafts=drafts)
    finding = only(live.languages, machine_with(settings, content))
    assert (finding.severity, text in finding.what) == (state, True), finding.what


def test_without_words_nothing_is_said_of_languages() -> None:
    """That they do not load is told already."""
    assert list(live.languages(machine_with(Settings()))) == []


def test_what_was_refused_is_told_beside_what_is_shown(tmp_path: Path) -> None:
    """With its time, and every fault in one line."""
    (tmp_path / "data").mkdir()
    Store(tmp_path / "data/words/default").staging.mkdir(parents=True)
    Store(tmp_path / "data/words/default").refuse("a:1: First.\nb:2: Second.", "print")
    settings = replace_data(Settings(), tmp_path / "data")
    shown, refused = live.accepted(machine_with(settings))
    assert shown.severity == "error"
    assert refused.severity == "warning"
    assert refused.what.endswith("a:1: First. b:2: Second.")
    (nowhere,) = live.accepted(machine_with(replace_data(Settings(), tmp_path / "none")))
    assert nowhere.severity == "warning"  # the settings name a folder that is not there
    assert "not kept" in nowhere.what


def replace_data(settings: Settings, folder: Path) -> Settings:
    """Settings with another data folder."""
    return settings._replace(data=str(folder))
