"""Which files count as words: one answer for copying, watching, reading and checking."""

import errno
import os
from pathlib import Path

import pytest

from kiosk.content.layers import Layers
from kiosk.content.walk import files_in, is_passed_over, troubles_in, walk
from kiosk.desk.outbox import FILE_NAME
from kiosk.edits.sources import fingerprint
from kiosk.edits.store import Store
from kiosk.staff import own_user
from kiosk.staff.check.documents import files_of
from kiosk.staff.check.unread import files_unreadable
from tests.command import run_with
from tests.tools import need_root
from tests.unit.library import Library
from tests.unit.test_last_good import base, library
from tests.unit.test_live import Edit, edit, said, settings, shown, store, tried

__all__ = ["base", "edit", "library", "settings", "store"]


def names(folder: Path) -> list[str]:
    """The files that are found."""
    return [path.relative_to(folder).as_posix() for path in files_in(folder, lambda _: None)]


@pytest.mark.parametrize(
    ("name", "is_passed"),
    [
        ("ours.md", False),
        ("4913.md", False),
        ("notes.txt", False),
        ("#tag.md", False),
        ("._ours.md", True),
        (".#ours.md", True),
        (".git", True),
        ("ours.md~", True),
        ("#ours.md#", True),
        ("~$ours.docx", True),
        ("4913", True),
        ("Thumbs.db", True),
        ("desktop.ini", True),
        ("Icon\r", True),
        ("ours.md.BAK", True),
        ("ours.md.sb-6a1c-xyz", True),
        ("ours.md.filepart", True),
        ("lost+found", True),
        ("System Volume Information", True),
        ("lost.md", False),
        ("old.md", False),
    ],
)
def test_what_programs_leave_behind_is_passed_over(name: str, *, is_passed: bool) -> None:
    """And nothing that somebody may have written."""
    assert is_passed_over(name) is is_passed


def test_links_are_followed_and_circles_are_not(tmp_path: Path) -> None:
    """A linked folder is read like any other; one that leads back, or to nothing, is told."""
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/a.md").write_text("x")
    words = tmp_path / "words"
    words.mkdir()
    (words / "topics").symlink_to("../shared")
    (words / "again").symlink_to(".")
    (words / "gone.yaml").symlink_to("nowhere")
    (words / "round.yaml").symlink_to("round.yaml")
    assert names(words) == ["topics/a.md"]
    assert {Path(error.filename).name: error.errno for error in troubles_in(words)} == {
        "again": errno.ELOOP,
        "gone.yaml": errno.ENOENT,
        "round.yaml": errno.ELOOP,
    }
    assert [here.name for here, _ in walk(words, lambda _: None)] == ["words", "topics"]


def test_an_edit_in_a_linked_folder_is_one(settings: Path, store: Store, edit: Edit) -> None:
    """It changes the fingerprint, is shown, and is checked."""
    shared = settings.parent / "shared"
    (settings.parent / "words/en/topics").rmdir()
    shared.mkdir()
    (settings.parent / "words/en/topics").symlink_to(shared)
    edit(said("One."))
    before = fingerprint(str(settings))
    (shared / "ours.md").write_text(said("Two."))
    assert fingerprint(str(settings)) != before
    assert tried(settings, store) == ""
    assert "Two." in shown(settings, store)
    assert [path.name for path in files_of(Layers(settings.parent / "words"), "en")] == ["ours.md"]


def test_what_finder_leaves_is_seen_by_nobody(settings: Path, store: Store, edit: Edit) -> None:
    """`read` and `check` agree with the kiosk."""
    edit(said("One."))
    folder = settings.parent / "words/en/topics"
    (folder / "._ours.md").write_bytes(b"\0\5\x16\7")
    assert tried(settings, store) == ""
    assert run_with(settings, "read", "ours").exit_code == 0
    assert "._ours" not in run_with(settings, "check").stdout


def test_the_check_tells_what_the_kiosk_cannot_copy(library: Library) -> None:
    """A right that lacks and a link to nothing, as faults with what to do; no traceback."""
    (library.words / "en/new.yaml").symlink_to("nowhere.yaml")
    library.page.chmod(0)
    reading, writing = os.pipe()
    if os.fork() == 0:
        library._be_nobody()
        found = [str(fault) for fault in files_unreadable(Layers(library.words))]
        os.write(writing, "\n".join(found).encode())
        os._exit(0)
    os.close(writing)
    with open(reading, encoding="utf-8") as file:
        messages = file.read().splitlines()
    os.wait()
    link, page = messages
    assert link.startswith("en/new.yaml: This is a link to nothing, or has just gone. Take it away")
    assert page.startswith("en/topics/ours.md: This cannot be read (no permission).")
    assert page.endswith(f"sudo chmod a+rX {library.page}")


def test_a_rollback_by_root_leaves_the_store_to_its_user(library: Library) -> None:
    """From then on, too, the kiosk may take edits, though nothing was accepted before."""
    need_root("root alone answers for somebody else")
    library.write(1)
    assert library.renewed() == "edit 1."
    done = run_with(library.settings, "rollback")
    assert done.exit_code == 0, done.output
    owners = {path.lstat().st_uid for path in (library.folder / "data").rglob("*")}
    assert owners == {library.store.folder.stat().st_uid}
    assert 0 not in owners
    library.write(2)
    library.give_away()
    assert library.renewed() == "edit 2."


@pytest.mark.parametrize("closed", ["ours.md", "topics", "en", "words"])
@pytest.mark.parametrize("name", ["check", "read", "doctor", "history"])
def test_root_answers_for_the_kiosks_own_user(library: Library, name: str, closed: str) -> None:
    """What the kiosk may not read is a fault, though root may read it; then root is root again."""
    need_root("root alone answers for somebody else")
    library.page.write_text(said("Untold."))
    (path,) = (each for each in (library.page, *library.page.parents) if each.name == closed)
    path.chmod(0o700 if path.is_dir() else 0)
    os.chown(path, 0, 0)
    before = os.geteuid(), os.getegid(), os.getgroups()
    done = run_with(library.settings, name)
    said_all = " ".join((done.stdout + done.stderr).split())
    assert done.exception is None or isinstance(done.exception, SystemExit)
    if name == "history":
        assert "Your files say something that visitors do not see." in said_all
    else:
        assert closed in said_all
        assert "This cannot be read (no permission)." in said_all
        assert f"sudo chmod a+rX {path}" in said_all
    assert (os.geteuid(), os.getegid(), os.getgroups()) == before


def test_what_was_given_to_root_by_mistake_is_told(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed kiosk has a user of its own, who owns nothing then: root does not answer."""
    need_root("root alone answers for somebody else")
    monkeypatch.setenv("CONFIGURATION_DIRECTORY", str(library.folder))
    monkeypatch.setattr(own_user, "SERVICE_USER", "nobody")
    data = library.folder / "data"
    (data / FILE_NAME).touch()
    for path in (data, *data.rglob("*")):
        os.chown(path, 0, 0, follow_symlinks=False)
    data.chmod(0o700)
    for name in ("doctor", "history"):
        told = " ".join(run_with(library.settings, name).output.split())
        assert f"sudo chown -R nobody: {data}" in told
        assert "'outbox' could not be done" not in told
        assert os.geteuid() == 0
