"""What a start of the kiosk and the next warm parent make of edits: shown, accepted or refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.blocks import Place
from kiosk.edits import trial
from kiosk.edits.kept import store_in
from kiosk.edits.sources import fingerprint
from kiosk.edits.store import Store
from kiosk.edits.trial import load, renew, start
from kiosk.exits import FAULT
from kiosk.pages.catalogue import Catalogue
from kiosk.pages.edition import Edition
from kiosk.pages.here import Here
from kiosk.pages.view import View
from kiosk.settings import Settings, load_settings
from kiosk.start import start as start_kiosk
from tests.command import store_of
from tests.unit.test_live import Edit, edit, make_pages, said, settings, shown, store, tried

__all__ = ["edit", "settings", "store"]


@pytest.fixture
def write(settings: Path) -> Callable[[str], None]:
    """Write the local topic's text, with nobody there to try it."""

    def write(text: str) -> None:
        (settings.parent / "words/en/topics/ours.md").write_text(text)

    return write


@pytest.fixture
def unmakable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind of page that cannot be made of a topic that says "unmakable"."""
    from kiosk.pages.catalogue import VIEWS

    make = VIEWS["topic"]

    def fail(edition: Edition, here: Here, place: Place) -> View:
        view = make(edition, here, place)
        if "unmakable" in str(view.blocks):
            raise ZeroDivisionError("no such page")
        return view

    monkeypatch.setitem(VIEWS, "topic", fail)


def test_a_start_shows_accepted_words_first(
    settings: Path, store: Store, write: Callable[[str], None]
) -> None:
    """An edit made while the kiosk was off comes after them, and is a set of its own."""
    write(said("Before."))
    assert "Before." in shown(settings, store)
    write(said("After."))
    assert "Before." in shown(settings, store)
    assert [each.number for each in store.sets()] == [1]
    assert tried(settings, store) == ""
    assert "After." in shown(settings, store)
    assert [each.number for each in store.sets()] == [1, 2]


def test_a_start_without_an_edit_accepts_nothing_again(
    settings: Path, store: Store, edit: Edit
) -> None:
    """What was tried is loaded as it was kept, also where staff have gone back to it."""
    edit(said("One."))
    edit(said("Two."))
    store.go_back(1, fingerprint(str(settings)))
    assert "One." in shown(settings, store)
    assert tried(settings, store) == ""
    assert "One." in shown(settings, store)
    assert len(store.sets()) == 2


def test_what_was_refused_is_not_tried_again(settings: Path, store: Store, edit: Edit) -> None:
    """The next visitors are made of the words before it, and staff keep one report."""
    edit(said("Good."))
    assert "Begin with front matter" in edit("no front matter")
    refusal = store.refusal
    assert tried(settings, store) == ""
    assert "Good." in shown(settings, store)
    assert store.refusal == refusal


def test_what_is_mended_while_a_fault_is_found_is_tried(
    settings: Path,
    store: Store,
    edit: Edit,
    write: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a slow machine a trial takes seconds: what it refuses is what it has read."""
    edit(said("Good."))
    write("no front matter")

    def load_slowly(*arguments: Any) -> Catalogue:
        write(said("Mended."))
        return load(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr("kiosk.edits.trial.load", load_slowly)
        assert "Begin with front matter" in tried(settings, store)
    assert tried(settings, store) == ""
    assert "Mended." in shown(settings, store)


def test_settings_that_a_power_cut_has_emptied_lead_to_the_accepted_ones(
    settings: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty file is no fault, and names no folder of data; what it had is found all the same."""
    edit(said("Good."))
    before = load_settings(str(settings))
    settings.write_bytes(b"")
    started: list[Settings] = []

    def run(read: Settings, *_: object, **__: object) -> int:
        started.append(read)
        return 0

    monkeypatch.setattr("kiosk.guarded.run_guarded", run)
    assert start_kiosk(str(settings)) == 0
    settings.write_text("# Nothing, and that is meant.\n")
    assert start_kiosk(str(settings)) == 0
    assert started == [before, Settings()]


@pytest.mark.parametrize("opens", [start, renew])
def test_each_page_is_made_once(
    settings: Path, store: Store, write: Callable[[str], None], opens: Callable[..., object]
) -> None:
    """What was made to try an edit is what visitors see: nothing is loaded a second time."""
    made: list[object] = []
    write(said("One."))
    catalogue = opens(str(settings), store, made.append)
    assert made == [catalogue]


@pytest.mark.usefixtures("unmakable")
def test_words_of_which_a_page_cannot_be_made_are_refused(store: Store, edit: Edit) -> None:
    """Whatever it is that fails, it is a fault of the edit, and visitors never meet it."""
    assert edit(said("Good.")) == ""
    told = edit(said("unmakable"))
    assert told.startswith("content: A page cannot be made of these words (ZeroDivisionError")
    assert "take back the last edit" in told
    assert len(store.sets()) == 1


@pytest.mark.usefixtures("unmakable")
def test_without_an_accepted_set_they_are_told(
    settings: Path, store: Store, write: Callable[[str], None]
) -> None:
    """And the shipped words are shown."""
    write(said("unmakable"))
    assert shown(settings, store) == ""
    assert store.refusal is not None
    assert store.refusal.faults[0].startswith("content: A page cannot be made")


def test_bad_settings_at_a_first_start_are_told(settings: Path, store: Store) -> None:
    """At every start, as long as they are bad; the shipped words are shown, with the defaults."""
    settings.write_text(settings.read_text() + "nmae = 1\n")
    for _ in range(2):
        catalogue = start(str(settings), store, make_pages)
        assert catalogue.edition.settings.name == Settings().name
        assert store.refusal is not None
        assert "'nmae'" in store.refusal.faults[0]


@pytest.mark.parametrize("damage", ["words", "settings"])
def test_a_set_that_cannot_be_read_any_more_is_made_anew(
    settings: Path, store: Store, edit: Edit, damage: str
) -> None:
    """Damaged, or made by another version of the kiosk; the number goes on."""
    edit(said("Ours."))
    accepted = store.current()
    assert accepted is not None
    file = "0/en/start.yaml" if damage == "words" else "kiosk.toml"
    (accepted.folder / file).write_text("x: [")
    assert "Ours." in shown(settings, store)
    current = store.current()
    assert current is not None
    assert current.number == 2


def test_damage_and_a_bad_edit_together_lead_to_the_set_before(
    settings: Path, store: Store, edit: Edit, write: Callable[[str], None]
) -> None:
    """The damaged set is not shown, however little it lacks; staff read the fault of the edit."""
    edit(said("Before."))
    edit(said("Ours."))
    accepted = store.current()
    assert accepted is not None
    (accepted.folder / "1/en/topics/ours.md").write_text("")
    write("no front matter")
    for _ in range(2):
        assert "Before." in shown(settings, store)
    assert store.refusal is not None
    assert "Begin with front matter" in store.refusal.faults[0]
    current = store.current()
    assert current is not None
    assert current.number == 1


def test_an_edit_that_cannot_be_copied_is_refused(
    settings: Path, store: Store, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk leaves what visitors see, and staff read why."""
    edit(said("Good."))

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(trial, "copy_whole", full)
    assert "The disk is full. Make room" in edit(said("More."))
    assert store.refusal is not None
    assert "The disk is full." in store.refusal.faults[0]
    assert store.refusal.may_pass
    assert "Good." in shown(settings, store)


def test_a_report_that_cannot_be_written_hides_no_fault(
    settings: Path, store: Store, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever tries the edit hears of its faults, not of the report."""
    edit(said("Good."))

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Store, "refuse", full)
    assert "Begin with front matter" in edit("no front matter")
    assert "Good." in shown(settings, store)


@pytest.mark.parametrize("kept", [True, False])
def test_a_service_with_a_fault_in_its_settings_starts_with_the_accepted_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kept: bool
) -> None:
    """A slip of the pen takes no advice away; without any, it has the defaults until mended."""
    (tmp_path / "state").mkdir()
    path = tmp_path / "kiosk.toml"
    defaults = Settings(data=str(tmp_path / "state"))
    path.write_text('name = "Ashby"\n')
    if kept:
        start(str(path), Store(Path(store_in(defaults.data, str(path)))), make_pages)
    path.write_text('nmae = "Ashby"\n')
    runs: list[tuple[Settings, str | None, bool]] = []

    def run(settings: Settings, settings_path: str | None, *, ends_when_mended: bool) -> int:
        runs.append((settings, settings_path, ends_when_mended))
        return 0

    monkeypatch.setenv("NOTIFY_SOCKET", "/run/notify")
    monkeypatch.setattr("kiosk.start.Settings", lambda: defaults)
    monkeypatch.setattr("kiosk.edits.kept.Settings", lambda: defaults)
    monkeypatch.setattr("kiosk.guarded.run_guarded", run)
    assert start_kiosk(str(path)) == 0
    ((settings, settings_path, ends_when_mended),) = runs
    assert settings.name == ("Ashby" if kept else defaults.name)
    assert settings_path == str(path)
    assert ends_when_mended is not kept
    assert "'nmae'" in capsys.readouterr().err


def test_the_bare_app_shows_what_the_files_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is for trying things out: with a fault in them it ends, whatever was accepted before."""
    path = tmp_path / "kiosk.toml"
    path.write_text('data = "data"\n')
    (tmp_path / "data").mkdir()
    start(str(path), store_of(path), make_pages)
    path.write_text('data = "data"\nnmae = "Ashby"\n')
    assert start_kiosk(str(path), guarded=False) == FAULT
    assert "'nmae'" in capsys.readouterr().err
