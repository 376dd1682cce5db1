"""What staff edit is tried, kept, and gone back to: the store alone, without a screen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.faults import ContentError
from kiosk.edits import sources
from kiosk.edits.kept import store_for
from kiosk.edits.sources import copy_whole, fingerprint
from kiosk.edits.store import Store
from kiosk.edits.thinning import KEPT
from kiosk.edits.trial import renew, start
from kiosk.pages.catalogue import Catalogue
from kiosk.settings import SettingsError
from tests.command import run_with, store_of
from tests.unit.conftest import FEW_WORDS, write_few_words

ONE = FEW_WORDS["en/topics/one.md"]
Edit = Callable[[str], str]


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library's settings, with a local folder over few shipped words, and a data folder."""
    write_few_words(tmp_path / "shipped")
    monkeypatch.setattr("kiosk.content.layers.content_folder", lambda: tmp_path / "shipped")
    (tmp_path / "words/en/topics").mkdir(parents=True)
    (tmp_path / "data").mkdir()
    path = tmp_path / "kiosk.toml"
    path.write_text('content = "words"\ndata = "data"\n')
    return path


@pytest.fixture
def store(settings: Path) -> Store:
    """Where `kiosk` keeps the accepted words of these settings."""
    return store_of(settings)


@pytest.fixture
def edit(settings: Path, store: Store) -> Edit:
    """Write the local topic's text and have it tried; returns the faults."""

    def write(text: str) -> str:
        (settings.parent / "words/en/topics/ours.md").write_text(text)
        return tried(settings, store)

    return write


make_pages = Catalogue.keep_all
"""Makes every page, as a warm parent does."""


def tried(settings: Path, store: Store) -> str:
    """Have what staff have edited tried, as the next warm parent does; returns the faults."""
    try:
        renew(str(settings), store, make_pages)
    except (ContentError, SettingsError, OSError) as error:
        return str(error)
    return ""


def said(words: str) -> str:
    """A topic that says these words."""
    return ONE.replace("Words.", words)


def shown(settings: Path, store: Store) -> str:
    """What visitors read in the local topic after a start of the kiosk."""
    topics = start(str(settings), store, make_pages).edition.content.topics
    return str(topics["ours"].blocks) if "ours" in topics else ""


def test_a_good_edit_is_accepted(settings: Path, store: Store, edit: Edit) -> None:
    """What is accepted is what the next visitor sees, and each edit is a set of its own."""
    assert shown(settings, store) == ""
    assert edit(said("First.")) == ""
    assert "First." in shown(settings, store)
    assert [each.changed for each in store.sets()] == [[], ["en/topics/ours.md"]]


def test_a_bad_edit_changes_nothing(settings: Path, store: Store, edit: Edit) -> None:
    """Visitors see the words before it, even after a new start; the faults are kept for staff."""
    edit(said("Good."))
    assert "ours.md:2: The key 'titel'" in edit(said("Bad.").replace("title:", "titel:"))
    assert "Good." in shown(settings, store)
    assert store.refusal is not None
    assert "titel" in store.refusal.faults[0]
    assert edit(said("Mended.")) == ""
    assert store.refusal is None


def test_bad_settings_change_nothing(settings: Path, store: Store, edit: Edit) -> None:
    """The settings are tried with the words."""
    edit(said("Good."))
    text = settings.read_text()
    settings.write_text(text + "nmae = 1\n")
    assert tried(settings, store).startswith(f"{settings}:3: 'nmae'")
    assert "Good." in shown(settings, store)
    settings.write_text(text + 'name = "Ashby"\n')
    assert tried(settings, store) == ""
    assert start(str(settings), store, make_pages).edition.settings.name == "Ashby"


def test_accepted_words_are_copies(settings: Path, store: Store, edit: Edit) -> None:
    """A file that is half written is not read by a visitor who is made at that moment."""
    edit(said("Whole."))
    accepted = store.current()
    assert accepted is not None
    (settings.parent / "words/en/topics/ours.md").write_text("---\nti")
    assert all(settings.parent / "data" in layer.folder.parents for layer in accepted.layers())
    assert "Whole." in shown(settings, store)


def test_without_an_accepted_set_the_shipped_words_are_shown(
    settings: Path, store: Store, edit: Edit
) -> None:
    """A first start with bad words shows nothing that nobody accepted; staff read the faults."""
    edit("no front matter")
    for _ in range(2):
        assert shown(settings, store) == ""
        assert "one" in start(str(settings), store, make_pages).edition.content.topics
    assert store.refusal is not None
    assert "Begin with front matter" in store.refusal.faults[0]
    assert store.sets() == []


def test_a_damaged_set_is_made_again(settings: Path, store: Store, edit: Edit) -> None:
    """A file that is lost from the store does not keep the kiosk from starting."""
    edit(said("Ours."))
    accepted = store.current()
    assert accepted is not None
    (accepted.folder / "0/en/start.yaml").unlink()
    assert "Ours." in shown(settings, store)


def test_an_edit_that_comes_to_the_same_is_none(store: Store, edit: Edit) -> None:
    """Saving without a change makes no new set."""
    edit(said("Same."))
    edit(said("Same."))
    assert len(store.sets()) == 1


def test_of_equal_sets_the_newest_is_kept(settings: Path, store: Store, edit: Edit) -> None:
    """Words that were there before take one place among the ten, as the last that was accepted."""
    for words in ("One.", "Two.", "One."):
        edit(said(words))
    assert [each.number for each in store.sets()] == [2, 3]
    assert "One." in shown(settings, store)


def test_ten_sets_are_kept(store: Store, edit: Edit) -> None:
    """The oldest goes when an eleventh comes."""
    for number in range(KEPT + 2):
        edit(said(f"Number {number}."))
    assert [each.number for each in store.sets()] == list(range(3, KEPT + 3))


def test_each_settings_file_has_a_store_of_its_own(
    settings: Path, store: Store, edit: Edit
) -> None:
    """Two kiosks with one data folder leave each other's words alone."""
    edit(said("Ours."))
    other = settings.with_name("other.toml")
    other.write_text('data = "data"\n')
    theirs = store_of(other)
    assert "ours" not in start(str(other), theirs, make_pages).edition.content.topics
    assert "Ours." in shown(settings, store)
    assert [len(each.sets()) for each in (store, theirs)] == [1, 1]


def test_a_copy_is_of_one_moment(
    settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is edited while it is copied is copied again, until nothing has changed meanwhile."""
    topic = settings.parent / "words/en/topics/ours.md"
    copies = []

    real = sources._copy_folder

    def edited_during_the_first_copy(folder: Path, into: Path, troubles: list[OSError]) -> None:
        real(folder, into, troubles)
        copies.append(into.name)
        if copies == ["0", "1"]:
            topic.write_text(said("Later."))

    topic.write_text(said("Earlier."))
    monkeypatch.setattr("kiosk.edits.sources._copy_folder", edited_during_the_first_copy)
    seen = copy_whole(str(settings), tmp_path / "copy")
    assert copies == ["0", "1", "0", "1"]
    assert seen == fingerprint(str(settings))
    assert "Later." in (tmp_path / "copy/1/en/topics/ours.md").read_text()


def test_rollback_shows_the_words_before(settings: Path, store: Store, edit: Edit) -> None:
    """It lasts until the next edit, also over a new start."""
    edit(said("Old."))
    edit(said("New."))
    done = run_with(settings, "rollback")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "The next visitor sees set 1" in done.stdout
    assert "Old." in shown(settings, store)
    assert tried(settings, store) == ""
    assert "Old." in shown(settings, store)
    edit(said("Newest."))
    assert "Newest." in shown(settings, store)
    assert run_with(settings, "rollback", "2").exit_code == 0
    assert "New." in shown(settings, store)


def test_history_lists_what_was_accepted(settings: Path, edit: Edit) -> None:
    """Each set with its files, a star at the one in force, and the faults of a refused edit."""
    assert run_with(settings, "history").exit_code == 1
    edit(said("One."))
    edit(said("Two."))
    edit("broken")
    done = run_with(settings, "history")
    assert done.exit_code == 0
    first, second, *rest = done.stdout.splitlines()
    assert first.startswith("    1  ")
    assert second.startswith("*   2  ")
    assert second.endswith("en/topics/ours.md")
    assert any("was refused" in line for line in rest)
    assert any("Begin with front matter" in line for line in rest)


def test_rollback_to_what_is_not_there_is_refused(settings: Path, edit: Edit) -> None:
    """Nothing changes, and the exit code is 2."""
    edit(said("One."))
    assert run_with(settings, "rollback").exit_code == 2
    assert run_with(settings, "rollback", "9").exit_code == 2


@pytest.mark.parametrize("arguments", ["history", "rollback"])
def test_without_a_data_folder_it_is_said_how_to_have_one(tmp_path: Path, arguments: str) -> None:
    """Edits are live all the same, but nothing is kept."""
    path = tmp_path / "kiosk.toml"
    path.write_text('data = "none"\n')
    done = run_with(path, arguments)
    assert done.exit_code == 2
    assert f"{tmp_path}/none is not there" in done.stderr


def test_a_data_folder_that_the_settings_name_is_made(tmp_path: Path) -> None:
    """Staff write one line; where the folder cannot be made, the kiosk runs without."""
    with store_for(f"{tmp_path}/data", "") as store:
        assert store == f"{tmp_path}/data/words/default"
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    (tmp_path / "file").touch()
    with store_for(f"{tmp_path}/file/data", "") as store:
        assert not store.startswith(f"{tmp_path}/file")
