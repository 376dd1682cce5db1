"""The watcher's rules: what it watches, how long it waits for quiet, and when the guard is told."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest
from inotify_simple import INotify  # type: ignore[import-untyped]  # it has no types

from kiosk.guard.link import environment_with_our_path
from kiosk.live.spawn import start_watcher
from kiosk.live.store import Store
from kiosk.live.watch import Watcher, main
from tests.unit.test_live import Edit, edit, said, settings, store

__all__ = ["edit", "settings", "store"]
GUARD = 4242
INotify().close()  # at its first use it looks for the C library by starting a program


class Watch:
    """A watcher with a guard that notes its signals, and a pipe for standard input."""

    def __init__(self, settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Begin."""
        self.told: list[tuple[int, int]] = []
        self.judged: list[list[str]] = []
        self.judged_how: list[dict[str, Any]] = []
        monkeypatch.setattr("kiosk.live.watch.os.kill", lambda *told: self.told.append(told))
        monkeypatch.setattr("kiosk.live.watch.subprocess.run", self._judge)
        self.reading, self.guards_end = os.pipe()
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(fileno=lambda: self.reading))
        self.settings = settings
        self.store = str(settings.parent / "data/words")
        self.watcher = Watcher(GUARD, self.store, str(settings))

    def _judge(self, command: list[str], **how: Any) -> None:  # noqa: ANN401 - any of them
        self.judged.append(command)
        self.judged_how.append(how)

    def end_guard(self) -> None:
        """Close the guard's end of the pipe."""
        os.close(self.guards_end)
        self.guards_end = -1


@pytest.fixture
def watch(settings: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """Give a watcher of words of which one set is in force."""
    edit(said("One."))
    watch = Watch(settings, monkeypatch)
    yield watch
    for descriptor in (watch.reading, watch.guards_end):
        if descriptor >= 0:
            os.close(descriptor)


def test_the_guard_is_told_of_another_set_once(watch: Watch, store: Store, edit: Edit) -> None:
    """By SIGUSR2; of the set that was in force when the watcher began it knows already."""
    assert watch.watcher.shown == 1
    watch.watcher._judge()
    assert watch.told == []
    edit(said("Two."))
    watch.watcher._judge()
    watch.watcher._judge()
    assert watch.told == [(GUARD, signal.SIGUSR2)]
    store.put_in_force(1)
    watch.watcher._judge()
    assert watch.told == [(GUARD, signal.SIGUSR2)] * 2
    assert watch.judged == []


def test_only_what_is_new_is_judged(watch: Watch) -> None:
    """In a process of its own; the guard hears nothing where it was refused."""
    (watch.settings.parent / "words/en/topics/ours.md").write_text("bad")
    watch.watcher._judge()
    command = [sys.executable, "-P", "-m", "kiosk.live.judge", watch.store, str(watch.settings)]
    assert watch.judged == [command]
    assert watch.judged_how == [{"check": False, "stdin": subprocess.DEVNULL}]
    assert watch.told == []


def test_a_store_without_a_set_shows_none(settings: Path, tmp_path: Path) -> None:
    """The first set that is accepted is then another one."""
    assert Watcher(GUARD, str(tmp_path / "none"), str(settings)).shown == 0


@pytest.mark.parametrize(
    ("name", "is_watched"),
    [
        ("words", True),
        ("words/en/topics", True),
        ("shipped/en", True),
        ("data/words", True),
        (".", True),
        ("data/words/sets", False),
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

    def __init__(self, *ready: list[str]) -> None:
        """Say these, one after the other."""
        self._ready = list(ready)
        self.patience: list[float | None] = []

    def __call__(
        self, reading: list[int], _w: object, _x: object, patience: float | None
    ) -> tuple[list[int], list[int], list[int]]:
        """Answer."""
        self.patience.append(patience)
        names = dict(zip(("edit", "guard"), reading, strict=True))
        return [names[name] for name in self._ready.pop(0)], [], []


@pytest.mark.parametrize(
    ("ready", "goes_on", "patience"),
    [
        ([["guard"]], False, [None]),
        ([["edit", "guard"]], False, [None]),
        ([["edit"], []], True, [None, 0.5]),
        ([["edit"], ["edit"], []], True, [None, 0.5, 0.5]),
        ([["edit"], ["guard"]], False, [None, 0.5]),
        ([["edit"]] * 10, True, [None, *[0.5] * 9]),
    ],
)
def test_it_waits_for_quiet(
    watch: Watch,
    monkeypatch: pytest.MonkeyPatch,
    ready: list[list[str]],
    goes_on: bool,
    patience: list[float | None],
) -> None:
    """For an edit as long as it takes, then half a second without one, ten times at most."""
    selects = Selects(*ready)
    monkeypatch.setattr("kiosk.live.watch.select.select", selects)
    with INotify(nonblocking=True) as changes:
        assert watch.watcher._wait(changes) is goes_on
    assert selects.patience == patience


def test_it_ends_with_the_guard(watch: Watch) -> None:
    """Once what was edited before it began is judged."""
    (watch.settings.parent / "words/en/topics/ours.md").write_text("bad")
    watch.end_guard()
    main(str(GUARD), watch.store, str(watch.settings))
    assert len(watch.judged) == 1


@pytest.mark.parametrize("more", [(), ("/settings",)])
def test_the_command_names_the_guard_the_store_and_the_settings(
    monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    """Without a settings file, the defaults count."""
    made = Mock()
    monkeypatch.setattr("kiosk.live.watch.Watcher", made)
    main("42", "/store", *more)
    made.assert_called_once_with(42, "/store", *(more or ("",)))
    made.return_value.run.assert_called_once_with()


@pytest.mark.parametrize(("is_terminal", "silenced"), [(True, [1, 2]), (False, [1])])
def test_the_watcher_is_started_apart_from_the_screen(
    monkeypatch: pytest.MonkeyPatch, silenced: list[int], *, is_terminal: bool
) -> None:
    """In a session of its own, with the pipe as its input, and no way to write on a terminal."""
    spawned: dict[str, Any] = {}

    def spawn(path: str, arguments: list[str], environment: object, **named: Any) -> None:  # noqa: ANN401 - any of them
        spawned.update(path=path, arguments=arguments, environment=environment, **named)

    monkeypatch.setattr("kiosk.live.spawn.os.posix_spawn", spawn)
    monkeypatch.setattr(
        "kiosk.live.spawn.os.isatty", lambda descriptor: descriptor == 2 and is_terminal
    )
    ours = start_watcher("/store", "/settings")
    command = [sys.executable, "-P", "-m", "kiosk.live.watch", str(os.getpid()), "/store"]
    assert spawned["path"] == sys.executable
    assert spawned["arguments"] == [*command, "/settings"]
    assert spawned["setsid"] is True
    assert spawned["environment"] == environment_with_our_path(os.environ)
    (dup, reading, zero), *opened = spawned["file_actions"]
    assert (dup, zero) == (os.POSIX_SPAWN_DUP2, 0)
    assert opened == [(os.POSIX_SPAWN_OPEN, d, os.devnull, os.O_WRONLY, 0) for d in silenced]
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(reading)
    os.close(ours)
