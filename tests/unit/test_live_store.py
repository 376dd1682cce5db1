"""The store of accepted words, by itself: what is kept where, and how two sets are compared."""

import os
from pathlib import Path

import pytest

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


def test_what_is_accepted_takes_the_place_of_a_damaged_set(tmp_path: Path) -> None:
    """One that says no longer what it is has no number, so that the next one may get that."""
    store = Store(tmp_path)
    (tmp_path / "sets/1").mkdir(parents=True)
    (tmp_path / "sets/1/damaged").touch()
    stage(store, "one")
    accepted = store.accept(store.staged("", [], "print"))
    assert accepted.folder == tmp_path / "sets/1"
    assert not (accepted.folder / "damaged").exists()


def test_two_files_are_compared_by_what_they_say(tmp_path: Path) -> None:
    """Also where they are as long and as old as each other."""
    store = Store(tmp_path)
    for text in ("one", "two", "two"):  # what equals the set in force makes none
        stage(store, text)
        os.utime(store.staging / "words", (1, 1))
        accepted = store.accept(store.staged("", [], f"edit {text}"))
        assert store.current() == accepted
    assert [each.changed for each in store.sets()] == [[], ["words"]]


def test_a_set_is_on_the_disk_before_anybody_sees_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file and folder of it: no power cut leaves a set that is shown and half empty."""
    store = Store(tmp_path)
    kept: set[int] = set()
    shown: list[bool] = []

    def show(number: int) -> None:
        files = (tmp_path / f"sets/{number}").rglob("*")
        shown.append({path.stat().st_ino for path in files} <= kept)

    monkeypatch.setattr(os, "fsync", lambda number: kept.add(os.fstat(number).st_ino))
    monkeypatch.setattr(store, "show", show)
    stage(store, "one")
    (store.staging / "en").mkdir()
    (store.staging / "en/words").write_text("two")
    store.accept(store.staged("", [], "print"))
    assert shown == [True]
