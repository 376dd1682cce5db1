"""What whoever serves visitors does about edits: has them watched for, and tells staff."""

import os
import select
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.edits.serving import tell_refused, tell_what_stands, try_earlier_edits, watcher
from kiosk.edits.store import Store


@pytest.mark.parametrize(
    ("platform", "store", "watches"),
    [("linux", "/store", True), ("darwin", "/store", False), ("linux", "", False)],
)
def test_edits_are_watched_for_where_they_can_be(
    monkeypatch: pytest.MonkeyPatch, platform: str, store: str, *, watches: bool
) -> None:
    """Where the kernel tells of them, and accepted words can be kept."""
    monkeypatch.setattr("kiosk.edits.serving.sys.platform", platform)
    command = ("-m", "kiosk.edits.watch", str(os.getpid()), "/store", "/settings")
    assert watcher(store, "/settings") == ((*command, "") if watches else ())
    asleep = watcher(store, "/settings", sleeps=True)
    assert asleep == ((*command, "sleeps") if watches else ())


@pytest.mark.parametrize(("platform", "tells"), [("linux", False), ("darwin", True)])
def test_where_nothing_can_watch_earlier_edits_are_tried_once(
    monkeypatch: pytest.MonkeyPatch, platform: str, *, tells: bool
) -> None:
    """By the watcher's signal: those that were made while the kiosk was off would be lost else."""
    told: list[tuple[int, int]] = []
    monkeypatch.setattr("kiosk.edits.serving.os.kill", lambda *signals: told.append(signals))
    monkeypatch.setattr("kiosk.edits.serving.sys.platform", platform)
    try_earlier_edits()
    assert told == ([(os.getpid(), signal.SIGUSR2)] if tells else [])


@pytest.mark.parametrize(
    ("reason", "count", "told"),
    [
        ("ContentError: a.md:1: x\nb.md:2: y", 2, "a.md:1: x\nb.md:2: y"),
        ("SettingsError: kiosk.toml:3: z", 1, "kiosk.toml:3: z"),
        ("OSError: full", 1, "OSError: full"),
        ("ContentError: caf\udce9.md:1: x", 1, "caf?.md:1: x"),
    ],
)
def test_a_refusal_is_told_to_staff_and_counted(
    capfd: pytest.CaptureFixture[str], reason: str, count: int, told: str
) -> None:
    """Standard error has the faults; the log has their number and no word of them."""
    events: list[tuple[str, dict[str, object]]] = []
    tell_refused(reason, lambda event, **fields: events.append((event, fields)))
    assert events == [("edit_refused", {"faults": count})]
    assert capfd.readouterr().err == (
        f"kiosk: an edit was refused; visitors see the words before it.\n{told}\n"
    )


def test_on_the_screen_of_visitors_no_fault_is_told(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Where standard error is a terminal, the log and `kiosk history` alone tell."""
    monkeypatch.setattr("kiosk.edits.serving.os.isatty", lambda descriptor: descriptor == 2)
    tell_refused("ContentError: a.md:1: x", lambda *_, **__: None)
    assert capfd.readouterr().err == ""


def test_only_a_start_waits_for_who_reads_of_faults(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A second at most; while visitors are there Escape would wait, too."""
    waits: list[float | None] = []

    def wait(
        _reading: object, _writing: object, seconds: float | None
    ) -> tuple[list[int], list[int]]:
        waits.append(seconds)
        return [], []

    monkeypatch.setattr("kiosk.edits.serving.wait_for", wait)
    tell_refused("ContentError: a.md:1: x", lambda *_, **__: None)
    Store(tmp_path).refuse("a.md:1: x", "print")
    tell_what_stands(str(tmp_path))
    assert waits == [0, 1]


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, int]]:
    """Give a pipe that has the place of standard error."""
    ends = os.pipe()
    monkeypatch.setattr("kiosk.edits.serving._STDERR", ends[1])
    yield ends
    for end in ends:
        os.close(end)


def test_nobody_waits_for_a_reader_of_faults(pipe: tuple[int, int]) -> None:
    """Staff may have stopped what reads them: the guard would hang, and Escape with it."""
    for _ in range(2):
        tell_refused("ContentError: " + 100 * "a.md:1: x\n" * 100, lambda *_, **__: None)
    assert not select.select([], [pipe[1]], [], 0)[1]
    assert os.read(pipe[0], 20) == b"kiosk: an edit was r"


def test_a_reader_of_faults_who_is_gone_ends_nothing(pipe: tuple[int, int]) -> None:
    """The guard would end, and the kiosk with it."""
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, pipe[0])
    os.close(null)
    tell_refused("ContentError: a.md:1: x", lambda *_, **__: None)
