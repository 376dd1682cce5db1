"""When the watcher looks by itself: where the kernel does not tell of what has changed."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.edits import mounts
from kiosk.edits.mounts import is_elsewhere, open_mounts
from kiosk.edits.retry import Retry
from kiosk.edits.store import Store
from kiosk.pages.catalogue import Catalogue
from tests.unit.test_live import Edit, edit, said, settings, store, tried
from tests.unit.test_live_watch import Watch, watch

__all__ = ["edit", "settings", "store", "watch"]
MOUNTS = """\
22 1 253:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / /srv/a\\040share rw,relatime shared:5 - cifs //server/share rw
31 22 0:41 / /srv rw - tmpfs tmpfs rw
32 22 0:42 / /home rw - fuse.sshfs host: rw
33 22 0:43 / /media rw - autofs systemd-1 rw
34 33 0:44 / /media rw - nfs4 host:/words rw
35 22 0:45 / /mnt rw - nfs4 host:/words rw
36 35 0:46 / /mnt rw - ext4 /dev/vdb rw
"""


@pytest.mark.parametrize(
    ("folder", "is_share"),
    [
        ("/", False),
        ("/srv", False),
        ("/srv/a share/words", True),
        ("/home", True),
        ("/srv/a", False),
        ("/homes", False),
        ("/media/words", True),
        ("/mnt/words", False),
    ],
)
def test_a_share_is_known_by_what_is_mounted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, *, is_share: bool
) -> None:
    """The nearest mount above a folder says what it is on, and of two in one place the later one.

    A share that is mounted once somebody looks stands over what waits for that. Blanks are written
    as numbers there.
    """
    (tmp_path / "mountinfo").write_text(MOUNTS)
    monkeypatch.setattr(mounts, "_MOUNTS", str(tmp_path / "mountinfo"))
    assert is_elsewhere([Path(folder)]) is is_share
    assert is_elsewhere([Path("/"), Path(folder)]) is is_share


def test_a_share_may_be_at_the_top_and_have_any_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container; and names of folders are bytes, whatever they say."""
    known = MOUNTS.replace("ext4 /dev/vda", "overlay overlay").encode()
    (tmp_path / "mountinfo").write_bytes(known.replace(b"/home", b"/caf\xe9"))
    monkeypatch.setattr(mounts, "_MOUNTS", str(tmp_path / "mountinfo"))
    names = [b"/", b"/opt/words", b"/srv/words", b"/caf\xe9/words"]
    told = [is_elsewhere([Path(os.fsdecode(name))]) for name in names]
    assert told == [True, True, False, True]


def test_where_nothing_is_known_of_mounts_nothing_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a machine without /proc, or where what is mounted at the top is not told."""
    (tmp_path / "few").write_text(MOUNTS.partition("\n")[2])
    monkeypatch.setattr(mounts, "_MOUNTS", str(tmp_path / "few"))
    assert not is_elsewhere([Path("/opt")])
    monkeypatch.setattr(mounts, "_MOUNTS", str(tmp_path / "none"))
    assert not is_elsewhere([tmp_path])
    with open_mounts() as file:
        assert file is None


def test_it_looks_by_itself_only_where_it_must(
    watch: Watch, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every few seconds on a share, or while an edit stands refused; else the kernel wakes it."""
    assert watch.watcher._patience() is None
    watch.watcher._is_elsewhere = True
    assert watch.watcher._patience() == 5
    store.refuse("ours.md: This cannot be read.", "print")
    assert watch.watcher._patience() == 2
    store.refuse("", "print")  # a rollback is nothing to mend
    watch.watcher._is_elsewhere = False
    assert watch.watcher._patience() is None
    monkeypatch.setattr(watch.watcher, "told", "print")
    assert watch.watcher._patience() == 2


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


@pytest.mark.parametrize("has_failed", [True, False])
def test_an_edit_is_tried_again_once_there_is_room(*, has_failed: bool) -> None:
    """Not while there is none; then at once, and if it fails again, ever more seldom."""
    clock = Clock()
    retry = Retry(clock)
    times = []
    for clock.now in range(1, 100):
        if retry.is_due(lambda: clock.now >= 10, has_failed=has_failed):
            times.append(clock.now)
    assert times == ([10, 18, 34, 66] if has_failed else [10])


def test_an_edit_of_which_nothing_was_heard_is_tried_again_in_the_end() -> None:
    """As where the process that tried it was killed."""
    clock = Clock()
    retry = Retry(clock)
    assert not retry.is_due(lambda: True, has_failed=False)
    clock.now = 120.0
    assert retry.is_due(lambda: True, has_failed=False)


def test_what_a_full_disk_refused_is_told_again(
    watch: Watch, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once what was edited can be copied; nothing of the probe is left."""
    watch.write(said("Two."))
    assert watch.looks() == 1
    store.refuse("The disk is full.", watch.watcher.told, may_pass=True)
    clock = Clock()
    monkeypatch.setattr(watch.watcher, "_retry", Retry(clock))
    clock.now = 5.0
    room = watch.watcher._can_be_kept
    monkeypatch.setattr(watch.watcher, "_can_be_kept", lambda: False)
    assert watch.looks() == 0
    monkeypatch.setattr(watch.watcher, "_can_be_kept", room)
    assert watch.looks() == 1
    assert not list(store.folder.glob("probe*"))


def test_another_edit_does_not_wait_for_the_one_before(
    watch: Watch, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often that one was tried in vain, the next is tried again as soon as any."""
    clock = Clock()
    monkeypatch.setattr("kiosk.edits.watch.Retry", lambda: Retry(clock))
    for text in ("Two.", "Three."):
        watch.write(said(text))
        assert watch.looks() == 1
        store.refuse("The disk is full.", watch.watcher.told, may_pass=True)
        for wait, is_told in ((3.0, 0), (1.0, 1), (7.0, 0), (1.0, 1)):
            clock.now += wait
            assert watch.looks() == is_told


def test_a_changed_right_is_noticed(watch: Watch) -> None:
    """As when an administrator lets the kiosk read a page; so is what a linked file says."""
    from inotify_simple import INotify

    page = watch.settings.parent / "words/en/topics/ours.md"
    elsewhere = watch.settings.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "linked.md").write_text(said("One."))
    (page.parent / "linked.md").symlink_to(elsewhere / "linked.md")
    for change in (lambda: page.chmod(0o640), lambda: (elsewhere / "linked.md").write_text("x")):
        with INotify(nonblocking=True) as changes:
            watch.watcher._watch(changes)
            change()
            assert any(map(watch.watcher._counts, changes.read(timeout=0)))


def _lacks(*_: object) -> None:
    raise OSError(errno.EMFILE, "Too many open files")


def _has_no_memory(_: Catalogue) -> None:
    raise MemoryError


@pytest.mark.parametrize(
    ("place", "lack"),
    [
        ("kiosk.content.files.read_text", _lacks),
        ("pathlib.Path.iterdir", _lacks),
        ("tests.unit.test_live.make_pages", _has_no_memory),
    ],
)
def test_what_the_machine_lacks_is_no_fault_of_the_words(
    edit: Edit,
    settings: Path,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    lack: Callable[..., object],
) -> None:
    """Without descriptors or memory nothing can be said of an edit: it is tried again."""
    edit(said("One."))
    with monkeypatch.context() as patch:
        patch.setattr(place, lack)
        assert edit(said("Two.")) != ""
    refusal = store.refusal
    assert refusal is None or refusal.may_pass
    assert tried(settings, store) == ""
    assert len(store.sets()) == 2
