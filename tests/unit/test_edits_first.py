"""Rules of edits where little is there yet: no set, no store, or a settings file that is broken."""

import errno
import os
import shutil
from pathlib import Path
from unittest.mock import Mock

import pytest
from inotify_simple import Event

from kiosk.content.faults import ContentError
from kiosk.edits import trial
from kiosk.edits.kept import last_store, store_in
from kiosk.edits.store import Store
from kiosk.edits.trial import renew, start
from kiosk.edits.watch import Watcher
from tests.unit.test_live import edit, make_pages, said, settings, shown, store, tried
from tests.unit.test_live_watch import GUARD

__all__ = ["edit", "settings", "store"]


@pytest.fixture
def ours(settings: Path) -> Path:
    """The library's own topic, as it should be."""
    page = settings.parent / "words/en/topics/ours.md"
    page.write_text(said("Ours."))
    return page


@pytest.mark.parametrize("place", ["", "/dev/null/store"])
def test_where_no_set_can_be_kept_staffs_own_files_are_shown(
    settings: Path, ours: Path, place: str
) -> None:
    """Without a store, or with one that cannot be written."""
    assert ours.exists()
    kept = Store(Path(place)) if place else None
    topics = start(str(settings), kept, make_pages).edition.content.topics
    assert "Ours." in str(topics["ours"].blocks)


def test_on_a_full_disk_the_first_start_shows_staffs_own_files(
    settings: Path, store: Store, ours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They need no room; that they were not kept is told."""
    assert ours.exists()
    full = Mock(side_effect=OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    monkeypatch.setattr(trial, "copy_whole", full)
    assert "Ours." in shown(settings, store)
    assert store.refusal is not None
    assert store.refusal.may_pass


def test_an_edit_that_no_store_takes_is_told_by_the_store(settings: Path) -> None:
    """Its folder is what somebody has to look at."""
    with pytest.raises(ContentError, match=r"^/dev/null/store: "):
        renew(str(settings), Store(Path("/dev/null/store")), make_pages)


def test_what_the_first_start_refused_is_not_tried_by_the_next(
    settings: Path, store: Store, ours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But once it is mended."""
    ours.write_text("bad")
    assert shown(settings, store) == ""
    tries = Mock(wraps=trial._first_edit)
    monkeypatch.setattr(trial, "_first_edit", tries)
    assert (shown(settings, store), tries.call_count) == ("", 0)
    ours.write_text(said("Mended."))
    assert "Mended." in shown(settings, store)
    assert tries.call_count == 1


def test_words_that_vanish_are_refused(settings: Path, store: Store, ours: Path) -> None:
    """An empty mount point, and a share that is gone, look like edits; nobody has made them."""
    words = settings.parent / "words"
    assert tried(settings, store) == ""
    ours.unlink()
    assert tried(settings, store).startswith(f"{words}: There are no words in this folder any more")
    shutil.rmtree(words)
    assert tried(settings, store).startswith(f"{words}: ")
    assert "Ours." in shown(settings, store)
    settings.write_text('data = "data"\n')
    assert tried(settings, store) == ""


def test_settings_that_were_empty_may_stay_so(settings: Path, store: Store) -> None:
    """Only what was there can vanish; a line of them is enough to mean it."""
    text = settings.read_text()
    assert tried(settings, store) == ""
    settings.write_text("")
    assert tried(settings, store).startswith(f"{settings}: This file is empty, and was not.")
    settings.write_text("# meant\n")
    assert tried(settings, store) == ""
    settings.write_text(text)
    assert tried(settings, store) == ""


@pytest.mark.parametrize(
    "broken",
    [
        b'name = "Ashby\ndata = "far"\n',
        b"\xef\xbb\xbfnmae = 1\ndata='far'\n",
        b'name = "Caf\xe9"\n\tdata = "far" # here\n',
    ],
)
def test_the_last_store_is_found_in_the_folder_that_broken_settings_name(
    settings: Path, broken: bytes
) -> None:
    """However they are broken, and whatever their letters are."""
    folder = settings.parent / "library"
    folder.mkdir()
    path = settings.rename(folder / "kiosk.toml")
    (settings.parent / "far").mkdir()
    path.write_text(f'data = "{settings.parent}/far"\n')
    assert last_store(str(path)) == ""
    made = Store(Path(store_in(f"{settings.parent}/far", str(path))))
    assert tried(path, made) == ""
    path.write_bytes(broken.replace(b"far", f"{settings.parent}/far".encode()))
    assert last_store(str(path)) == str(made.folder)
    path.write_text("nmae = 1\n")  # names no folder, and none is noted
    assert last_store(str(path)) == ""


@pytest.mark.parametrize("number", [1, 2])
def test_without_a_store_every_change_counts(settings: Path, tmp_path: Path, number: int) -> None:
    """The kernel numbers what is watched from 1 on; nothing of that is the store's."""
    watcher = Watcher(GUARD, str(tmp_path / "none"), str(settings))
    assert watcher._counts(Event(number, 0, 0, "ours.md"))
