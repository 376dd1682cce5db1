"""What whoever serves visitors does about edits: has them watched for, and tells staff."""

import os
import signal
import sys
from typing import Any

import pytest

from kiosk.edits.serving import follow_edits, start_watcher, tell_refused
from kiosk.guard.link import environment_with_our_path


@pytest.mark.parametrize(("is_terminal", "silenced"), [(True, [1, 2]), (False, [1])])
def test_the_watcher_is_started_apart_from_the_screen(
    monkeypatch: pytest.MonkeyPatch, silenced: list[int], *, is_terminal: bool
) -> None:
    """In a session of its own, with the pipe as its input, and no way to write on a terminal."""
    spawned: dict[str, Any] = {}

    def spawn(path: str, arguments: list[str], environment: object, **named: Any) -> None:  # noqa: ANN401 - any of them
        spawned.update(path=path, arguments=arguments, environment=environment, **named)

    monkeypatch.setattr("kiosk.edits.serving.os.posix_spawn", spawn)
    monkeypatch.setattr(
        "kiosk.edits.serving.os.isatty", lambda descriptor: descriptor == 2 and is_terminal
    )
    ours = start_watcher("/store", "/settings")
    command = [sys.executable, "-P", "-m", "kiosk.edits.watch", str(os.getpid()), "/store"]
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


@pytest.mark.parametrize("reason", ["platform", "process"])
def test_where_nothing_can_watch_earlier_edits_are_tried_once(
    monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    """By the same signal: those that were made while the kiosk was off would be lost else."""

    def fail(*_: object) -> int:
        raise OSError

    told: list[tuple[int, int]] = []
    monkeypatch.setattr("kiosk.edits.serving.os.kill", lambda *signals: told.append(signals))
    monkeypatch.setattr("kiosk.edits.serving.start_watcher", fail)
    if reason == "platform":
        monkeypatch.setattr("kiosk.edits.serving.sys.platform", "darwin")
    assert follow_edits("/store", "/settings") == -1
    assert told == [(os.getpid(), signal.SIGUSR2)]


@pytest.mark.parametrize(
    ("reason", "count", "told"),
    [
        ("ContentError: a.md:1: x\nb.md:2: y", 2, "a.md:1: x\nb.md:2: y"),
        ("SettingsError: kiosk.toml:3: z", 1, "kiosk.toml:3: z"),
        ("OSError: full", 1, "OSError: full"),
    ],
)
def test_a_refusal_is_told_to_staff_and_counted(
    capsys: pytest.CaptureFixture[str], reason: str, count: int, told: str
) -> None:
    """Standard error has the faults; the log has their number and no word of them."""
    events: list[tuple[str, dict[str, object]]] = []
    tell_refused(reason, lambda event, **fields: events.append((event, fields)))
    assert events == [("edit_refused", {"faults": count})]
    assert capsys.readouterr().err == (
        f"kiosk: an edit was refused; visitors see the words before it.\n{told}\n"
    )


def test_on_the_screen_of_visitors_no_fault_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where standard error is a terminal, the log and `kiosk history` alone tell."""
    monkeypatch.setattr("kiosk.edits.serving.os.isatty", lambda descriptor: descriptor == 2)
    tell_refused("ContentError: a.md:1: x", lambda *_, **__: None)
    assert capsys.readouterr().err == ""
