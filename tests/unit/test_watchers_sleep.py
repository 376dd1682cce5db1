"""The watcher asleep: what wakes it up, what ends it, and that it is small."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from inotify_simple import INotify, flags

from kiosk.edits import watchers_sleep
from kiosk.edits.store import Store
from kiosk.edits.watch import Watcher, main
from kiosk.guard.link import environment_with_our_path
from tests.unit.test_live import Edit, edit, said, settings, store
from tests.unit.test_live_watch import GUARD, Watch, watch

__all__ = ["edit", "settings", "store", "watch"]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """Give the server's end of the watcher's standard input."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        monkeypatch.setattr(watchers_sleep, "_SERVER", theirs.fileno())
        yield ours


def test_it_sleeps_until_there_is_quiet_after_a_change(
    server: socket.socket, tmp_path: Path
) -> None:
    """And has read what the kernel tells of it."""
    assert server
    with INotify(nonblocking=True) as changes:
        changes.add_watch(tmp_path, flags.CREATE)
        (tmp_path / "new").touch()
        assert watchers_sleep.sleep(changes.fileno(), -1)
        assert changes.read(timeout=0) == []


def test_it_waits_no_longer_where_quiet_never_comes(
    server: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten times at most."""
    assert server
    monkeypatch.setattr("os.read", lambda *_: b"")
    reading, writing = os.pipe()
    os.write(writing, b"x")
    assert watchers_sleep.sleep(reading, -1)
    os.close(reading)
    os.close(writing)


def test_it_ends_with_the_server(server: socket.socket) -> None:
    """Whatever else has changed."""
    reading, writing = os.pipe()
    os.write(writing, b"x")
    server.close()
    assert not watchers_sleep.sleep(reading, -1)
    os.close(reading)
    os.close(writing)


@pytest.fixture
def become(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Give the commands that this process should have become; it does not go on after one."""
    commands: list[list[str]] = []

    def execv(_: str, command: list[str]) -> None:
        commands.append(command)
        raise SystemExit

    monkeypatch.setattr("os.execv", execv)
    return commands


def test_a_watcher_with_nothing_to_do_sleeps(
    watch: Watch, become: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what it has to know again, and what it watches still open; also in a container."""
    monkeypatch.setattr("kiosk.edits.watch.is_elsewhere", lambda _: False)
    with pytest.raises(SystemExit):
        watch.watcher.run()
    shown = watch.watcher.shown
    assert become[0][-7:-4] != ["-1"] * 3
    assert become[0][-4:] == [str(GUARD), watch.store, str(watch.settings), shown]


def test_a_watcher_that_waits_for_a_trial_stays_awake(
    watch: Watch, become: list[list[str]]
) -> None:
    """It may have to tell of the edit again."""
    watch.write(said("Two."))
    watch.end_guard()
    watch.watcher.run()
    assert not become


def test_what_sleeps_becomes_the_watcher_that_it_was(
    become: list[list[str]], server: socket.socket
) -> None:
    """Its descriptors come last, to be closed."""
    assert server
    reading, writing = os.pipe()
    os.write(writing, b"x")
    os.close(writing)
    with pytest.raises(SystemExit):
        watchers_sleep.main(str(reading), "-1", "-1", "42", "/store", "", "print")
    os.close(reading)
    assert become[0][1:] == [
        *("-P", "-m", "kiosk.edits.watch", "42", "/store", "", "print"),
        *(str(reading), "-1", "-1"),
    ]


def test_another_set_that_came_during_sleep_is_told(watch: Watch, edit: Edit, store: Store) -> None:
    """What visitors saw before it is known, and not looked up anew."""
    shown = watch.watcher.shown
    edit(said("Two."))
    later = Watcher(GUARD, watch.store, str(watch.settings), shown)
    later._look()
    assert len(watch.told) == 1
    current = store.current()
    assert current is not None
    assert shown != later.shown == current.fingerprint


@pytest.mark.parametrize(
    ("more", "taken"),
    [
        ((), ("", None, [])),
        (("/settings",), ("/settings", None, [])),
        (("/settings", "print", "7", "-1"), ("/settings", "print", [7, -1])),
    ],
)
def test_the_command_names_the_guard_the_store_and_the_settings(
    monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], taken: tuple[object, ...]
) -> None:
    """Without a settings file, the defaults count; after a sleep, what was before it."""
    made = Mock()
    monkeypatch.setattr("kiosk.edits.watch.Watcher", made)
    main("42", "/store", *more)
    made.assert_called_once_with(42, "/store", *taken)
    made.return_value.run.assert_called_once_with()


def test_it_imports_little() -> None:
    """It is there for as long as the kiosk is: a third of the memory is what it is for."""
    asked = "import sys; from kiosk.edits.watchers_sleep import main; print(len(sys.modules))"
    alone = "import sys; print(len(sys.modules))"
    environment = environment_with_our_path(os.environ)
    more, less = (
        int(subprocess.check_output([sys.executable, "-S", "-P", "-c", script], env=environment))
        for script in (asked, alone)
    )
    assert more - less < 30, "with os; without a site's packages, pathlib, typing and re"
