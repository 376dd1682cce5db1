"""A rollback holds until somebody edits the same file; an upgrade is no edit."""

from pathlib import Path

import pytest

from kiosk.edits.store import Store
from kiosk.edits.trial import start
from tests.command import run_with
from tests.unit.conftest import replace_in
from tests.unit.test_live import Edit, edit, make_pages, said, settings, shown, store, tried

__all__ = ["edit", "settings", "store"]


@pytest.fixture
def back(settings: Path, store: Store, edit: Edit) -> Path:
    """A library that has gone back from a wrong edit; gives the folder of its words."""
    assert edit(said("Right.")) == ""
    assert edit(said("Wrong.")) == ""
    assert run_with(settings, "rollback").exit_code == 0
    assert "Right." in shown(settings, store)
    return settings.parent / "words/en/topics"


def test_an_upgrade_does_not_undo_it(settings: Path, store: Store, back: Path) -> None:
    """New shipped words are shown, and the file as it was before."""
    assert back.exists()
    replace_in(settings.parent / "shipped/en/topics/one.md", "Words.", "Newer words.")
    assert tried(settings, store) == ""
    topics = start(str(settings), store, make_pages).edition.content.topics
    assert "Newer words." in str(topics["one"].blocks)
    assert "Right." in str(topics["ours"].blocks)


def test_an_edit_of_another_file_does_not_undo_it(settings: Path, store: Store, back: Path) -> None:
    """That file is taken; the one that was taken back stays so, until it is edited itself."""
    (back / "other.md").write_text(said("Other."))
    assert tried(settings, store) == ""
    topics = start(str(settings), store, make_pages).edition.content.topics
    assert "Other." in str(topics["other"].blocks)
    assert "Right." in str(topics["ours"].blocks)
    (back / "ours.md").write_text(said("Mended."))
    assert tried(settings, store) == ""
    assert "Mended." in shown(settings, store)
    (back / "other.md").unlink()
    assert tried(settings, store) == ""
    assert "Mended." in shown(settings, store)


@pytest.mark.parametrize("change", ["new", "gone", "settings"])
def test_what_was_new_gone_or_set_is_held(
    settings: Path, store: Store, edit: Edit, change: str
) -> None:
    """A file that the edit made stays away, one that it took away stays, and so does a setting."""
    folder = settings.parent / "words/en/topics"
    edit(said("Right."))
    if change == "new":
        (folder / "wrong.md").write_text(said("Wrong."))
    elif change == "gone":
        (folder / "ours.md").unlink()
        (folder / "other.md").write_text(said("Other."))
    else:
        settings.write_text('name = "Wrong"\n' + settings.read_text().replace("words", "wrods"))
        (settings.parent / "wrods/en").mkdir(parents=True)
    assert tried(settings, store) == ""
    assert run_with(settings, "rollback").exit_code == 0
    (folder / "more.md").write_text(said("More."))
    assert tried(settings, store) == ""
    edition = start(str(settings), store, make_pages).edition
    assert {"ours", "more"} <= set(edition.content.topics)
    assert not {"wrong", "other"} & set(edition.content.topics)
    assert edition.settings.name == "Library"


def test_it_is_told(settings: Path, back: Path) -> None:
    """By the history, with each file that is held; an edit of it is the end of that."""
    held = "A rollback holds these, until you edit them:"
    assert f"{held}\n{back}/ours.md" in run_with(settings, "history").stdout
    (back / "ours.md").write_text(said("Mended."))
    assert held not in run_with(settings, "history").stdout


def test_what_is_in_force_is_printed(settings: Path, store: Store, edit: Edit) -> None:
    """`kiosk settings` says where visitors have another value than the file."""
    edit(said("One."))
    settings.write_text('name = "Wrong"\n' + settings.read_text())
    assert tried(settings, store) == ""
    note = "# Visitors still have name = \"Library\": see 'kiosk history'."
    assert note not in run_with(settings, "settings").stdout
    run_with(settings, "rollback")
    assert note in run_with(settings, "settings").stdout
    settings.write_text("nmae = 1\n")
    done = run_with(settings, "settings")
    assert done.exit_code == 2
    assert 'name = "Library"' in done.stdout
    assert "Until that is mended, visitors have these:" in done.stderr


def test_going_forward_again_holds_nothing(settings: Path, store: Store, back: Path) -> None:
    """To go to what the files say is no rollback."""
    assert run_with(settings, "rollback", "2").exit_code == 0
    assert "Wrong." in shown(settings, store)
    assert store.held.files == []
    (back / "other.md").write_text(said("Other."))
    assert tried(settings, store) == ""
    assert "Wrong." in shown(settings, store)


def test_on_a_full_disk_it_is_refused(
    settings: Path, store: Store, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a sentence, and nothing has changed."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    edit(said("One."))
    edit(said("Two."))
    monkeypatch.setattr("kiosk.edits.store._write", full)
    done = run_with(settings, "rollback")
    assert done.exit_code == 2
    assert "The disk is full. Make room on it" in done.stderr
    assert "Two." in shown(settings, store)
    assert store.held.files == []


def test_with_a_folder_in_the_place_of_the_settings_it_works(
    settings: Path, store: Store, edit: Edit
) -> None:
    """The store is found by the file's name, whatever has that name by now."""
    edit(said("One."))
    edit(said("Two."))
    settings.unlink()
    settings.mkdir()
    done = run_with(settings, "history")
    assert (done.exit_code, "*   2 " in done.stdout) == (0, True)
    assert f"{settings}: This is not a file that can be read. Take it away." in done.stderr
    assert run_with(settings, "rollback").exit_code == 0
    assert "One." in shown(settings, store)


def test_with_a_fault_in_the_settings_it_works(settings: Path, store: Store, edit: Edit) -> None:
    """The way back is open exactly when it is needed."""
    edit(said("One."))
    edit(said("Two."))
    settings.write_text(settings.read_text() + "nmae = 1\n")
    done = run_with(settings, "history")
    assert done.exit_code == 0
    assert "*   2 " in done.stdout
    assert "'nmae'" in done.stderr
    assert run_with(settings, "rollback").exit_code == 0
    assert "One." in shown(settings, store)


def test_an_edit_of_the_same_file_ends_it_for_good(
    settings: Path, store: Store, back: Path
) -> None:
    """Also where somebody writes again, and means it, what was taken back."""
    (back / "ours.md").write_text(said("Mended."))
    assert tried(settings, store) == ""
    (back / "ours.md").write_text(said("Wrong."))
    assert tried(settings, store) == ""
    assert "Wrong." in shown(settings, store)
    assert store.held.files == []


def test_it_ends_for_the_edited_file_alone(settings: Path, store: Store, edit: Edit) -> None:
    """Another file that it has taken back stays as it was before."""
    folder = settings.parent / "words/en/topics"
    (folder / "other.md").write_text(said("Right too."))
    edit(said("Right."))
    (folder / "other.md").write_text(said("Wrong too."))
    edit(said("Wrong."))
    assert run_with(settings, "rollback").exit_code == 0
    edit(said("Mended."))
    topics = start(str(settings), store, make_pages).edition.content.topics
    assert "Mended." in str(topics["ours"].blocks)
    assert "Right too." in str(topics["other"].blocks)
    assert store.held.files == [str(folder / "other.md")]
