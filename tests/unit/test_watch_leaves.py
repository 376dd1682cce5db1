"""A watcher with nothing to do leaves the waiting to the server, and is started again by it."""

import fcntl
import os
import select
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO
from unittest.mock import Mock

import pytest

from kiosk.edits.store import Store
from kiosk.edits.watch import Watcher, main
from tests.unit.test_live import Edit, edit, said, settings, store
from tests.unit.test_live_watch import GUARD, Watch, watch

__all__ = ["edit", "settings", "store", "watch"]


@pytest.fixture
def server(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """Give the end of a server that waits in the watcher's place while there is nothing to do."""
    assert watch
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        monkeypatch.setattr(sys, "stdin", theirs)
        monkeypatch.setattr("kiosk.edits.watch.is_elsewhere", lambda _: False)  # in a container
        yield ours


def test_a_watcher_with_nothing_to_do_leaves_the_waiting_to_the_server(
    watch: Watch, server: socket.socket
) -> None:
    """What it left is silent until there is an edit, and says that somebody watches."""
    Watcher(GUARD, watch.store, str(watch.settings), sleeps=True).run()
    words, left, _, _ = socket.recv_fds(server, 1000, 8)
    assert words.decode() == f"{watch.watcher.shown}\n"
    assert select.select([left[0]], [], [], 0)[0] == []
    watch.write(said("Two."))
    assert select.select([left[0]], [], [], 0)[0] == [left[0]]
    kinds = [os.readlink(f"/proc/self/fd/{each}").rpartition("/")[2] for each in left]
    watched = [can_be_locked(watch)]
    for descriptor in left:
        os.close(descriptor)
    assert kinds == ["anon_inode:[eventpoll]", "anon_inode:inotify", "mountinfo", "watched"]
    assert [*watched, can_be_locked(watch)] == [False, True]


def can_be_locked(watch: Watch) -> bool:
    """Whether nobody watches, as far as the kernel knows."""
    with (Path(watch.store) / "watched").open("rb") as file, suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def test_a_server_that_has_just_ended_is_left_nothing(watch: Watch, server: socket.socket) -> None:
    """It is nobody's fault, and the watcher ends as well."""
    server.close()
    watcher = Watcher(GUARD, watch.store, str(watch.settings), sleeps=True)
    watcher.run()
    assert watcher.shown == watch.watcher.shown


@pytest.mark.parametrize("is_woken", [True, False])
def test_disks_are_waited_for_beside_edits(
    watch: Watch, monkeypatch: pytest.MonkeyPatch, *, is_woken: bool
) -> None:
    """Every time; whoever an edit has woken waits for quiet first, and only once."""
    waited: list[tuple[str, bool]] = []

    def wait(_: Watcher, _changes: object, mounts: IO[bytes], *, for_quiet: bool = False) -> bool:
        waited.append((mounts.name, for_quiet))
        return len(waited) < 3

    monkeypatch.setattr(Watcher, "_wait", wait)
    Watcher(GUARD, watch.store, str(watch.settings), "" if is_woken else None).run()
    assert waited == [
        ("/proc/self/mountinfo", first and is_woken) for first in (True, False, False)
    ]


def test_waking_up_changes_nothing_that_is_watched(watch: Watch, server: socket.socket) -> None:
    """Else two kiosks with the same settings would wake each other for ever."""
    left = []
    for shown in (None, watch.watcher.shown):
        Watcher(GUARD, watch.store, str(watch.settings), shown, sleeps=True).run()
        left.append(socket.recv_fds(server, 1000, 8)[1])
    is_silent = select.select([left[0][0]], [], [], 0)[0] == []
    for descriptor in (*left[0], *left[1]):
        os.close(descriptor)
    assert is_silent


def test_a_watcher_that_waits_for_a_trial_stays(watch: Watch, server: socket.socket) -> None:
    """It may have to tell of the edit again."""
    watch.write(said("Two."))
    watcher = Watcher(GUARD, watch.store, str(watch.settings), sleeps=True)
    server.shutdown(socket.SHUT_WR)
    watcher.run()
    with pytest.raises(BlockingIOError):
        server.recv(1)


def test_another_set_that_came_meanwhile_is_told(watch: Watch, edit: Edit, store: Store) -> None:
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
    ("more", "taken", "sleeps"),
    [
        ((), ("", None), False),
        (("/settings", ""), ("/settings", None), False),
        (("/settings", "sleeps"), ("/settings", None), True),
        (("/settings", "sleeps", ""), ("/settings", ""), True),
    ],
)
def test_the_command_names_the_guard_the_store_and_the_settings(
    monkeypatch: pytest.MonkeyPatch,
    more: tuple[str, ...],
    taken: tuple[object, ...],
    *,
    sleeps: bool,
) -> None:
    """Without a settings file, the defaults count; after a sleep, what was before it."""
    made = Mock()
    monkeypatch.setattr("kiosk.edits.watch.Watcher", made)
    main("42", "/store", *more)
    made.assert_called_once_with(42, "/store", *taken, sleeps=sleeps)
    made.return_value.run.assert_called_once_with()
