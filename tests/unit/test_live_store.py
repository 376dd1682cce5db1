"""The store of accepted words, by itself: what is kept where, and how two sets are compared."""

import os
from pathlib import Path

import pytest

from kiosk.edits.kept import store_for, store_in
from kiosk.edits.store import Store


def stage(store: Store, text: str) -> None:
    """Make a copy that is to be accepted."""
    store.staging.mkdir(parents=True)
    (store.staging / "words").write_text(text)


def test_what_is_accepted_stands_in_its_place(tmp_path: Path) -> None:
    """Under its number, with nothing left where it was made."""
    store = Store(tmp_path)
    stage(store, "one")
    accepted = store.accept(store.staged("", [], "print"))
    assert accepted.folder == tmp_path / "sets/1"
    assert (accepted.folder / "words").read_text() == "one"
    assert not store.staging.exists()
    assert store.current() == accepted
    assert store.was_tried("print")


def test_two_files_are_compared_by_what_they_say(tmp_path: Path) -> None:
    """Also where they are as long and as old as each other."""
    store = Store(tmp_path)
    for text in ("one", "two", "two"):
        stage(store, text)
        os.utime(store.staging / "words", (1, 1))
        store.accept(store.staged("", [], f"{len(store.sets())}"))
    assert [each.changed for each in store.sets()] == [[], ["words"], []]


@pytest.mark.parametrize(("rights", "is_usable"), [(os.W_OK | os.X_OK, True), (os.R_OK, False)])
def test_a_folder_must_be_open_to_the_kiosk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rights: int, *, is_usable: bool
) -> None:
    """To write in, and to go into."""
    monkeypatch.setattr("os.access", lambda _, asked: asked == asked & rights)
    assert bool(store_in(str(tmp_path), "")) is is_usable
    assert store_in(f"{tmp_path}/none", "") == ""


def test_the_last_resort_is_the_folder_for_what_is_temporary(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Under a name that nobody guesses, for the kiosk's user alone."""
    made: list[tuple[str, int]] = []
    for name in ("XDG_RUNTIME_DIR", "TMPDIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("kiosk.edits.kept.os.mkdir", lambda *told: made.append(told))
    with store_for("/dev/null/data", "") as folder:
        assert made[-1] == (folder, 0o700)
    assert folder.startswith("/tmp/kiosk-")
    assert len(folder) == len("/tmp/kiosk-") + 16
