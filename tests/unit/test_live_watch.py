"""The watcher's rules: what it watches, how long it waits for quiet, and when the guard is told."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from inotify_simple import INotify

from kiosk.edits.sources import fingerprint
from kiosk.edits.store import Store
from kiosk.edits.watch import Watcher, main
from tests.unit.test_live import Edit, edit, said, settings, store, tried

__all__ = ["edit", "settings", "store"]
GUARD = 4242
INotify().close()  # at its first use it looks for the C library by starting a program


class Watch:
    """A watcher with a guard that notes its signals, and a pipe for standard input."""

    def __init__(self, settings: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        """Begin."""
        self.told: list[tuple[int, int]] = []
        monkeypatch.setattr("kiosk.edits.watch.os.kill", lambda *told: self.told.append(told))
        self.reading, self.guards_end = os.pipe()
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(fileno=lambda: self.reading))
        self.settings = settings
        self.store = str(store.staging.parent)
        self.watcher = Watcher(GUARD, self.store, str(settings))

    def write(self, text: str) -> None:
        """Edit the local topic, with nobody there to try it."""
        (self.settings.parent / "words/en/topics/ours.md").write_text(text)

    def looks(self) -> int:
        """How often the server is told when the watcher looks twice."""
        before = len(self.told)
        self.watcher._look()
        self.watcher._look()
        assert set(self.told) <= {(GUARD, signal.SIGUSR2)}
        return len(self.told) - before

    def end_guard(self) -> None:
        """Close the guard's end of the pipe."""
        os.close(self.guards_end)
        self.guards_end = -1


@pytest.fixture
def watch(
    settings: Path, store: Store, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Watch]:
    """Give a watcher of words of which one set is accepted."""
    edit(said("One."))
    watch = Watch(settings, store, monkeypatch)
    yield watch
    for descriptor in (watch.reading, watch.guards_end):
        if descriptor >= 0:
            os.close(descriptor)


def test_the_server_is_told_of_an_edit_once(watch: Watch, settings: Path, store: Store) -> None:
    """By SIGUSR2; that the edit was accepted then is no news, for it was told of it."""
    assert watch.looks() == 0
    watch.write(said("Two."))
    assert watch.looks() == 1
    assert tried(settings, store) == ""
    assert watch.looks() == 0


def test_the_server_is_told_of_a_refused_edit_once(
    watch: Watch, settings: Path, store: Store
) -> None:
    """Also where it is taken back: then the report goes, and what is shown has not changed."""
    watch.write("bad")
    assert watch.looks() == 1
    assert tried(settings, store) != ""
    assert watch.looks() == 0
    reports = [store.refusal]
    watch.write(said("One."))
    assert watch.looks() == 0
    reports.append(store.refusal)
    assert [bool(report) for report in reports] == [True, False]
    watch.write("bad")
    assert watch.looks() == 1


def test_an_edit_after_a_refused_one_is_told(watch: Watch, settings: Path, store: Store) -> None:
    """Each in its turn."""
    for text in ("bad", "worse", said("Good.")):
        watch.write(text)
        assert watch.looks() == 1
        tried(settings, store)


def test_going_back_is_told(watch: Watch, settings: Path, store: Store, edit: Edit) -> None:
    """To an earlier set, and forward again, also to the one that was the last to be told of."""
    watch.write(said("Two."))
    assert watch.looks() == 1
    assert tried(settings, store) == ""
    watch.looks()
    for number in (1, 2, 1):
        store.go_back(number, fingerprint(str(settings)))
        assert watch.looks() == 1
    edit(said("Three."))
    watch.looks()


def test_what_another_kiosk_has_accepted_is_told(watch: Watch, edit: Edit) -> None:
    """With the same settings file it has the same words, and this one is to show them, too."""
    edit(said("Two."))
    assert watch.looks() == 1


def test_what_was_edited_while_the_kiosk_was_off_is_told(
    watch: Watch, settings: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the watcher's first look."""
    watch.write(said("Two."))
    later = Watch(settings, store, monkeypatch)
    assert later.looks() == 1


def test_a_store_without_a_set_shows_none(settings: Path, tmp_path: Path) -> None:
    """The first set that is accepted is then another one."""
    assert Watcher(GUARD, str(tmp_path / "none"), str(settings)).shown == ""


@pytest.mark.parametrize(
    ("name", "is_watched"),
    [
        ("words", True),
        ("words/en/topics", True),
        ("shipped/en", True),
        (".", True),
        ("elsewhere", False),
    ],
)
def test_what_is_watched(watch: Watch, tmp_path: Path, name: str, *, is_watched: bool) -> None:
    """Every folder of words with all that is in it, where they are, the settings, the store."""
    (tmp_path / "elsewhere").mkdir()
    with INotify(nonblocking=True) as changes:
        watch.watcher._watch(changes)
        (tmp_path / name / "new").touch()
        assert bool(changes.read(timeout=0)) is is_watched


@pytest.mark.parametrize(
    ("name", "counts"),
    [("current", True), ("refused.json", True), ("lock", False), ("sets", False)],
)
def test_of_the_store_the_end_of_a_trial_counts(watch: Watch, name: str, *, counts: bool) -> None:
    """What is done there before is a trial's own affair, and no edit."""
    with INotify(nonblocking=True) as changes:
        watch.watcher._watch(changes)
        folder = Path(watch.store)
        (folder / "new").touch()
        (folder / "new").rename(folder / name) if name != "sets" else (folder / "sets/9").mkdir()
        assert any(map(watch.watcher._counts, changes.read(timeout=0))) is counts


@pytest.mark.parametrize("how", ["write", "delete", "rename away", "rename to", "folder"])
def test_every_kind_of_edit_is_noticed(watch: Watch, how: str) -> None:
    """However an editor saves: in place, by another file, by deleting or moving."""
    folder = watch.settings.parent / "words/en/topics"
    (watch.settings.parent / "data/elsewhere").write_text("x")
    with INotify(nonblocking=True) as changes:
        watch.watcher._watch(changes)
        if how == "write":
            with (folder / "ours.md").open("r+") as file:
                file.write("x")
        elif how == "delete":
            (folder / "ours.md").unlink()
        elif how == "rename away":
            (folder / "ours.md").rename(watch.settings.parent / "data/away")
        elif how == "rename to":
            (watch.settings.parent / "data/elsewhere").rename(folder / "new.md")
        else:
            (folder / "folder").mkdir()
        assert changes.read(timeout=0)


def test_reading_is_no_edit(watch: Watch) -> None:
    """Nor is it to look at a folder."""
    with INotify(nonblocking=True) as changes:
        watch.watcher._watch(changes)
        (watch.settings.parent / "words/en/topics/ours.md").read_text()
        list((watch.settings.parent / "words/en/topics").iterdir())
        assert changes.read(timeout=0) == []


def test_with_bad_settings_the_folders_stay_as_they_were(watch: Watch) -> None:
    """Where words were before the slip, an edit is still noticed."""
    with INotify(nonblocking=True) as changes:
        watch.watcher._watch(changes)
    watch.settings.write_text("nmae = 1\n")
    with INotify(nonblocking=True) as changes:
        watch.watcher._watch(changes)
        (watch.settings.parent / "words/en/topics/new").touch()
        assert changes.read(timeout=0)


def test_a_folder_that_is_not_there_yet_is_waited_for(watch: Watch, tmp_path: Path) -> None:
    """The folder above it is watched, in which it would be made."""
    watch.settings.write_text('content = "later/words"\ndata = "data"\n')
    (tmp_path / "later").mkdir()
    with INotify(nonblocking=True) as changes:
        watch.watcher._watch(changes)
        (tmp_path / "later/words").mkdir()
        assert changes.read(timeout=0)


def test_a_folder_that_is_gone_keeps_no_other_from_being_watched(watch: Watch) -> None:
    """Each is tried, whichever comes first."""
    tried: list[Path] = []

    class Changes:
        """Takes nothing."""

        def add_watch(self, path: Path, _flags: int) -> None:
            """Refuse."""
            tried.append(path)
            raise OSError

    watch.watcher._watch(Changes())
    assert len(tried) == len(set(tried)) > 5


class Selects:
    """Stands in for select: notes how long it was to wait, and says what is ready."""

    def __init__(self, edit: Callable[[str], None], *ready: list[str]) -> None:
        """Say these, one after the other; an edit is made then."""
        self._edit = edit
        self._ready = list(ready)
        self.patience: list[float | None] = []

    def __call__(
        self, reading: list[int], _w: object, _x: object, patience: float | None
    ) -> tuple[list[int], list[int], list[int]]:
        """Answer."""
        self.patience.append(patience)
        names = dict(zip(("edit", "guard"), reading, strict=True))
        ready = self._ready.pop(0)
        if "edit" in ready:
            self._edit("x")
        return [names[name] for name in ready], [], []


@pytest.mark.parametrize(
    ("woken", "ready", "goes_on", "patience"),
    [
        (False, [["guard"]], False, [None]),
        (False, [["edit", "guard"]], False, [None]),
        (False, [["edit"], []], True, [None, 0.3]),
        (False, [["edit"], ["edit"], []], True, [None, 0.3, 0.3]),
        (False, [["edit"], ["guard"]], False, [None, 0.3]),
        (False, [["edit"]] * 10, True, [None, *[0.3] * 9]),
        (True, [[]], True, [0.3]),
        (True, [["edit"], []], True, [0.3, 0.3]),
        (True, [["guard"]], False, [0.3]),
    ],
)
def test_it_waits_for_quiet(
    watch: Watch,
    monkeypatch: pytest.MonkeyPatch,
    woken: bool,
    ready: list[list[str]],
    goes_on: bool,
    patience: list[float | None],
) -> None:
    """For an edit as long as it takes, then a third of a second without one, ten times at most.

    One whom an edit has woken has seen it.
    """
    selects = Selects(watch.write, *ready)
    monkeypatch.setattr("kiosk.edits.watch.select.select", selects)
    with INotify(nonblocking=True) as changes:
        watch.watcher._watch(changes)
        assert watch.watcher._wait(changes, for_quiet=woken) is goes_on
    assert selects.patience == patience


def test_it_ends_with_the_guard(watch: Watch) -> None:
    """Once it has told of what was edited before it began."""
    watch.write("bad")
    watch.end_guard()
    main(str(GUARD), watch.store, str(watch.settings))
    assert len(watch.told) == 1
