"""Rules of edits that need no running kiosk: with what it begins, what is told, and to whom."""

import errno
import os
import subprocess
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from inotify_simple import INotify

from kiosk.edits.kept import not_ours, settings_in_force
from kiosk.edits.serving import VISITOR, settings_to_start, visitor_options
from kiosk.edits.store import Store
from kiosk.edits.trial import _lacking, newest, pending, start
from kiosk.edits.watched import is_abandoned, note_server
from kiosk.settings import load_settings
from kiosk.system_paths import SERVICE_USER
from tests.tools import wait_until
from tests.unit.test_live import Edit, edit, make_pages, said, settings, store, tried
from tests.unit.test_live_watch import Watch, watch

__all__ = ["edit", "settings", "store", "watch"]
FAULT = "nmae = 1\n"


def test_nothing_is_pending_unless_something_else_stands_in_the_files(
    settings: Path, store: Store, edit: Edit
) -> None:
    """Not before the first set, not once it was tried: accepted, or refused with its faults."""
    told = [pending(str(settings), store)]
    edit(said("One."))
    told.append(pending(str(settings), store))
    page = settings.parent / "words/en/topics/ours.md"
    page.write_text(said("Two."))
    told.append(pending(str(settings), store))
    tried(settings, store)
    told.append(pending(str(settings), store))
    edit("bad")
    told.append(pending(str(settings), store))
    assert told == [False, False, True, False, False]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EROFS])
def test_who_owns_the_folder_is_told_only_where_that_is_what_is_wrong(
    store: Store, number: int
) -> None:
    """By the store's folder, with the command; a full disk would be as full for another user."""
    fault = _lacking(store, OSError(number, os.strerror(number)))
    is_right = number in {errno.EACCES, errno.EPERM}
    data = store.folder.parent.parent
    assert (fault.path, fault.line) == (str(store.folder), 0)
    assert fault.message.endswith(f": {data}") is is_right
    assert fault.message.startswith("The kiosk may not write here. ") is is_right


@pytest.mark.parametrize("name", ["kiosk-user", ""])
def test_who_is_to_own_a_folder_is_named(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The user who asks; that of the service, where a user has no name."""

    def entry(user: int) -> SimpleNamespace:
        assert user == os.getuid()
        if not name:
            raise KeyError(user)
        return SimpleNamespace(pw_name=name)

    monkeypatch.setattr("pwd.getpwuid", entry)
    told = not_ours("/srv/a b")
    assert told.endswith(f"sudo chown -R {name or SERVICE_USER}: '/srv/a b'")


@pytest.mark.parametrize(
    ("text", "name"), [('name = "Ashby"\ncontent = "away"\n', "Ashby"), (FAULT, "Library")]
)
def test_a_first_start_with_a_fault_has_the_shipped_words(
    settings: Path, text: str, name: str
) -> None:
    """With the library's settings where these can be used, and the defaults where they cannot."""
    settings.write_text(text)
    for kept in (None, Store(settings.parent / "data/store")):
        edition = start(str(settings), kept, make_pages).edition
        assert (edition.settings.name, edition.settings.content) == (name, ())
        assert list(edition.content.topics) == ["one"]


@pytest.mark.parametrize(
    ("text", "page", "name", "topics"),
    [
        ('name = "Ashby"\n', said("New."), "Ashby", ["one", "ours"]),
        ('name = "Ashby"\n', "bad", "Ashby", ["one"]),
        (FAULT, said("New."), "Library", ["one"]),
    ],
)
def test_who_comes_once_gets_the_newest_words_that_can_be_used(
    settings: Path, text: str, page: str, name: str, topics: list[str]
) -> None:
    """Without a store they are read as they are; with a fault, the shipped ones are."""
    (settings.parent / "words/en/topics/ours.md").write_text(page)
    settings.write_text(text + settings.read_text())
    edition = newest(str(settings), None, make_pages).edition
    assert (edition.settings.name, sorted(edition.content.topics)) == (name, topics)


def test_who_comes_once_has_an_edit_tried(settings: Path, store: Store, edit: Edit) -> None:
    """It is accepted for the visitors to come, too; after a bad one, the set before it is shown."""
    edit(said("One."))
    page = settings.parent / "words/en/topics/ours.md"
    page.write_text(said("Two."))
    for _ in range(2):
        blocks = newest(str(settings), store, make_pages).edition.content.topics["ours"].blocks
        assert "Two." in str(blocks)
        assert len(store.sets()) == 2
        page.write_text("bad")


def test_a_start_begins_with_the_settings_that_were_accepted(
    settings: Path, store: Store, edit: Edit
) -> None:
    """Seen from the file that was copied; where they are damaged by now, with those of the file."""
    text = settings.read_text()
    settings.write_text(text + 'name = "Accepted"\n')
    edit(said("One."))
    settings.write_text(text + 'name = "Untried"\n')
    wanted = load_settings(str(settings))
    begun = settings_to_start(wanted, str(settings), str(store.folder))
    assert (begun.name, begun.content) == ("Accepted", (f"{settings.parent}/words",))
    (store.folder / "current/kiosk.toml").write_text(FAULT)
    assert settings_to_start(wanted, str(settings), str(store.folder)) == wanted


def test_settings_in_force_are_the_best_that_can_be_used(
    settings: Path, store: Store, edit: Edit
) -> None:
    """Those of the accepted set, else those of the file, else the defaults."""
    text = settings.read_text()
    settings.write_text(text + 'name = "Accepted"\n')
    edit(said("One."))
    settings.write_text(text + 'name = "Untried"\n')
    names = [settings_in_force(str(settings), str(store.folder)).name]
    names.append(settings_in_force(str(settings), "").name)
    names.append(settings_in_force(str(settings), f"{settings.parent}/none").name)
    (store.folder / "current/kiosk.toml").write_text(FAULT)
    names.append(settings_in_force(str(settings), str(store.folder)).name)
    settings.write_text(FAULT)
    names.append(settings_in_force(str(settings), str(store.folder)).name)
    names.append(settings_in_force("", "").name)
    assert names == ["Accepted", "Untried", "Untried", "Untried", "Library", "Library"]


@pytest.mark.parametrize(("service", "kind"), [(True, "service"), (False, "")])
def test_a_warm_parent_is_told_what_it_makes_visitors_of(service: bool, kind: str) -> None:
    """The settings, the store, and whether somebody starts the kiosk again when it ends."""
    options = visitor_options("/kiosk.toml", "/store", service=service)
    assert options[:2] == (VISITOR, ("/kiosk.toml", "/store", kind))


def _is_begun(process: int, name: str) -> bool:
    """Whether a program has replaced the copy of ours that starts it."""
    return name.encode() in Path(f"/proc/{process}/cmdline").read_bytes()


def test_looking_whether_somebody_watches_harms_no_kiosk(tmp_path: Path) -> None:
    """The process is asked after, and goes on; one that is no kiosk has the number by chance."""
    for name, is_ours in (("kiosk", True), ("other", False)):
        waits = ("sh", "-c", "cat", name, b"\xe9")
        with subprocess.Popen(waits, stdin=subprocess.PIPE) as process:
            wait_until(partial(_is_begun, process.pid, name))
            note_server(tmp_path, process.pid)
            assert is_abandoned(tmp_path) is is_ours
            assert process.poll() is None
            process.communicate()
            assert process.returncode == 0


@pytest.mark.parametrize("is_known", [True, False])
def test_a_disk_that_comes_or_goes_wakes_the_watcher(
    watch: Watch, monkeypatch: pytest.MonkeyPatch, *, is_known: bool
) -> None:
    """However long it would sleep: what is mounted over the words are other words."""
    asked: list[tuple[object, object]] = []

    def something_moved(
        _reading: object, _writing: object, moving: Sequence[object], patience: float | None
    ) -> tuple[object, ...]:
        asked.append((moving, patience))
        return [], [], moving

    monkeypatch.setattr("kiosk.edits.watch.select.select", something_moved)
    with INotify(nonblocking=True) as changes, open(os.devnull, "rb") as mounts:
        assert watch.watcher._wait(changes, mounts if is_known else None)
        assert asked == [([mounts] if is_known else [], None)]
