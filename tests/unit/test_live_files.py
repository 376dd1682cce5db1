"""What counts as an edit, how it is copied, and which accepted sets are kept."""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.edits import sources
from kiosk.edits.sources import copy_whole, fingerprint
from kiosk.edits.store import AcceptedSet, Store
from kiosk.edits.thinning import KEPT
from kiosk.settings import Settings
from tests.unit.test_live import Edit, edit, said, settings, store

__all__ = ["edit", "settings", "store"]
Change = Callable[[Path], object]


def touch(name: str, text: str = "x") -> Change:
    """Write a file in the local words, in a folder that is made."""

    def write(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)

    return write


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        (touch("en/topics/new.md"), True),
        (touch("en/topics/ours.md", "other"), True),
        (touch("new/folder/file.txt"), True),
        (lambda folder: (folder / "en/topics/ours.md").unlink(), True),
        (lambda folder: (folder / "en/topics/ours.md").rename(folder / "en/topics/other.md"), True),
        (lambda folder: shutil.move(folder / "en/topics/ours.md", folder / "ours.md"), True),
        (touch("en/topics/.ours.md.swp"), False),
        (touch("en/topics/ours.md~"), False),
        (touch(".git/config"), False),
        (touch("en/topics/ours.md", "same"), False),
        (lambda folder: (folder / "empty").mkdir(), False),
        (lambda folder: (folder / "link").symlink_to("nowhere"), True),
    ],
)
def test_what_is_an_edit(settings: Path, change: Change, *, counts: bool) -> None:
    """Any file by its name and text; what editors leave, hidden folders and empty ones do not."""
    folder = settings.parent / "words"
    touch("en/topics/ours.md", "same")(folder)
    before = fingerprint(str(settings))
    change(folder)
    assert (fingerprint(str(settings)) != before) is counts


def test_the_settings_are_a_part_of_it(settings: Path) -> None:
    """Also where they have a fault, and then alone; a file that cannot be read is a state, too."""
    seen = {fingerprint(str(settings)), fingerprint("")}
    good = settings.read_text()
    for text in (good + "# more\n", "nmae = 1\n", "nmae = 2\n"):
        settings.write_text(text)
        seen.add(fingerprint(str(settings)))
    settings.unlink()
    seen.add(fingerprint(str(settings)))
    assert len(seen) == 6
    settings.write_text(good)
    assert fingerprint(str(settings)) in seen


def test_two_texts_are_told_apart_by_where_they_end(settings: Path) -> None:
    """Moving a line from one file's end to the next one's beginning is an edit."""
    folder = settings.parent / "words"
    seen = set()
    for first, second in (("ab", "c"), ("a", "bc"), ("", "abc")):
        touch("a.md", first)(folder)
        touch("b.md", second)(folder)
        seen.add(fingerprint(str(settings)))
    assert len(seen) == 3


def test_a_copy_has_what_counts_and_nothing_else(settings: Path, tmp_path: Path) -> None:
    """A folder for each that is there, by its number; the settings beside them.

    Of what is no words there is the name alone: a video would be kept ten times.
    """
    folder = settings.parent / "words"
    (folder / "en").mkdir(exist_ok=True)
    (folder / "en/video.mp4").write_bytes(bytes(1000))
    for name in ("en/topics/ours.md", "en/topics/ours.md~", "en/.hidden", ".git/config"):
        touch(name)(folder)
    settings.write_text('content = ["nowhere", "words"]\ndata = "data"\n')
    into = tmp_path / "copy"
    touch("old/file")(into)
    assert copy_whole(str(settings), into) == fingerprint(str(settings))
    assert sorted(path.name for path in into.iterdir()) == ["0", "2", "kiosk.toml"]
    local = [path.relative_to(into).as_posix() for path in (into / "2").rglob("*")]
    assert sorted(local) == ["2/en", "2/en/topics", "2/en/topics/ours.md", "2/en/video.mp4"]
    assert (into / "2/en/video.mp4").read_bytes() == b""
    assert (into / "kiosk.toml").read_text() == settings.read_text()


def test_without_a_settings_file_none_is_copied(settings: Path, tmp_path: Path) -> None:
    """The defaults need none."""
    assert settings.exists()
    copy_whole("", tmp_path / "copy")
    assert [path.name for path in (tmp_path / "copy").iterdir()] == ["0"]


@pytest.mark.parametrize(("busy", "is_copied"), [(19, True), (20, False)])
def test_what_is_written_all_the_time_is_given_up(
    settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, busy: int, *, is_copied: bool
) -> None:
    """Twenty times it is tried, a tenth of a second apart."""
    waits: list[float] = []
    edits = iter(range(1000))
    real = sources._copy_folder

    def copy_and_edit(folder: Path, into: Path, troubles: list[OSError]) -> None:
        real(folder, into, troubles)
        if into.name == "0" and next(edits) < busy:
            touch("en/topics/ours.md", f"edit {len(waits)}")(settings.parent / "words")

    monkeypatch.setattr("kiosk.edits.sources.time.sleep", waits.append)
    monkeypatch.setattr("kiosk.edits.sources._copy_folder", copy_and_edit)
    if is_copied:
        copy_whole(str(settings), tmp_path / "copy")
    else:
        with pytest.raises(OSError, match="written all the time"):
            copy_whole(str(settings), tmp_path / "copy")
    assert waits == [0.1] * busy


def test_sets_are_in_the_order_of_their_numbers(store: Store, edit: Edit) -> None:
    """Ten comes after nine; the number goes on from the highest, whatever is shown."""
    for number in range(KEPT):
        edit(said(f"{number}"))
    store.go_back(3, "print")
    assert [each.number for each in store.sets()] == list(range(1, KEPT + 1))
    edit(said("more"))
    assert [each.number for each in store.sets()] == list(range(2, KEPT + 2))
    edit(said("still more"))
    assert [each.number for each in store.sets()] == list(range(3, KEPT + 3))
    current = store.current()
    assert current is not None
    assert current.number == KEPT + 2
    assert KEPT == 10


def test_a_damaged_set_is_passed_over(store: Store, edit: Edit) -> None:
    """Without its description, or with one that is none; a file beside the sets is none."""
    for number in range(4):
        edit(said(f"{number}"))
    folders = {each.number: each.folder for each in store.sets()}
    (folders[1] / "about.json").unlink()
    (folders[2] / "about.json").write_text("{")
    (folders[3] / "about.json").write_text('{"number": 3}')
    (folders[4].parent / "note").write_text("x")
    assert [each.number for each in store.sets()] == [4]


def test_what_has_changed_is_named_as_staff_know_it(
    settings: Path, store: Store, edit: Edit
) -> None:
    """New, changed and deleted files without the number of their folder, and the settings."""
    folder = settings.parent / "words"
    touch("en/topics/ours.md", said("One."))(folder)
    edit(said("One."))
    (folder / "en/topics/gone.md").write_text(said("Gone."))
    edit(said("One."))
    (folder / "en/topics/gone.md").unlink()
    settings.write_text(settings.read_text() + 'name = "x"\n')
    edit(said("Two."))
    assert [each.changed for each in store.sets()] == [
        [],
        ["en/topics/gone.md"],
        ["en/topics/gone.md", "en/topics/ours.md", "kiosk.toml"],
    ]


def test_a_set_names_the_files_that_staff_edit(settings: Path, store: Store, edit: Edit) -> None:
    """In a fault, shipped files have their short name, local ones the folder that was copied."""
    edit(said("One."))
    (each,) = store.sets()
    shipped, local = each.layers()
    assert (shipped.folder, shipped.name) == (each.folder / "0", "")
    assert (local.folder, local.name) == (each.folder / "1", f"{settings.parent}/words/")
    assert each.settings_path == str(settings)
    assert each.settings().data == str(settings.parent / "data")


def test_a_set_without_settings_has_the_defaults(tmp_path: Path) -> None:
    """Whatever file may lie there."""
    (tmp_path / "kiosk.toml").write_text('name = "x"\n')
    assert AcceptedSet(tmp_path, 1, "", "", "", [], []).settings() == Settings()


def test_refusing_keeps_what_is_shown(store: Store, edit: Edit) -> None:
    """The report has the time and every fault, until an edit is accepted; the copy is gone."""
    edit(said("One."))
    store.staging.mkdir()
    store.refuse("a:1: First.\nb:2: Second.", "print")
    refusal = store.refusal
    assert refusal is not None
    assert refusal.faults == ["a:1: First.", "b:2: Second."]
    assert store.was_tried("print")
    assert not store.staging.exists()
    current = store.current()
    assert current is not None
    assert current.number == 1
    edit(said("Two."))
    assert store.refusal is None


def test_going_back_is_no_fault(settings: Path, store: Store, edit: Edit) -> None:
    """What staff have edited is not tried again, so that it does not come back by itself."""
    edit(said("One."))
    edit(said("Two."))
    store.go_back(1, fingerprint(str(settings)))
    assert store.was_tried(fingerprint(str(settings)))
    assert store.refusal is not None
    assert store.refusal.faults == []
    current = store.current()
    assert current is not None
    assert current.number == 1


def test_an_empty_store_has_nothing(tmp_path: Path) -> None:
    """Neither a set nor a report; asking makes no folder."""
    store = Store(tmp_path / "store")
    assert (store.sets(), store.current(), store.refusal) == ([], None, None)
    assert not store.was_tried("")
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("text", ["", "[]", "3", "{", '{"when": 1}'])
def test_a_report_that_makes_no_sense_tells_nothing(tmp_path: Path, text: str) -> None:
    """Then what staff have edited is tried again."""
    (tmp_path / "refused.json").write_text(text)
    assert Store(tmp_path).refusal is None


def test_one_process_changes_the_store_at_a_time(tmp_path: Path) -> None:
    """Another has to wait; the folder is made for its owner alone."""
    store = Store(tmp_path / "deep/store")
    with (
        store.locked(),
        (tmp_path / "deep/store/lock").open() as other,
        pytest.raises(BlockingIOError),
    ):
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    with (tmp_path / "deep/store/lock").open() as other:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    assert (tmp_path / "deep/store").stat().st_mode & 0o777 == 0o700
