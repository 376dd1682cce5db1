"""The log: which events it keeps, where they go, and that nobody's words can get into it."""

import json
import re
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import guard_log, guarded
from kiosk.guard.options import EVENTS
from kiosk.guard_log import log_trouble, make_log
from kiosk.log_record import record
from kiosk.settings import Settings

SECRET = "my name is Sam"
WORDS = st.text(max_size=20)
FIELDS = ["columns", "rows", "reason", "milliseconds", "retry_seconds", "status", "signal", "text"]
KNOWN_WORDS = {*EVENTS, "guard_failed", "crashed", "raw", "keys", "page", "output"}


def lines_of(path: Path) -> list[dict[str, object]]:
    """The records in a log file, without their times."""
    records = [json.loads(line) for line in path.read_text().splitlines()]
    return [{name: value for name, value in one.items() if name != "time"} for one in records]


@given(
    st.sampled_from([*EVENTS, "guard_failed", "typed"]),
    st.dictionaries(
        st.sampled_from(FIELDS),
        st.one_of(
            st.just(SECRET),
            WORDS,
            WORDS.map(f"ValueError: {SECRET} {{}}".format),
            st.integers(),
            st.binary(max_size=20),
            st.booleans(),
        ),
    ),
)
def test_nothing_smuggled_in_is_kept(event: str, fields: dict[str, object]) -> None:
    """Whatever a field holds, kept are known words, numbers in range and names of errors."""
    kept = record(event, fields) or {}
    for name, value in kept.items():
        if name == "error":
            assert re.fullmatch(r"[A-Za-z]{1,60}", str(value))
        elif isinstance(value, str):
            assert name == "place" or value in KNOWN_WORDS
        else:
            assert 0 <= value < 10_000_000
    assert SECRET not in json.dumps(kept)


@pytest.mark.parametrize("status", [*range(256), -1, -9, -15])
def test_a_visitor_cannot_say_a_letter_with_their_end(status: int) -> None:
    """The number with which a visitor's process ends is reduced to whether it crashed."""
    kept = record("visitor_ended", {"status": status})
    assert kept in (None, {"event": "visitor_ended", "status": "crashed"})


@pytest.mark.parametrize("reason", ["panic", "finish", "idle", "worn", SECRET])
def test_nobodys_coming_and_going_is_kept(reason: str) -> None:
    """When somebody left, and how, could be laid beside a camera's pictures: it is not written."""
    assert record("swap", {"reason": reason}) is None


def test_a_fault_is_kept_by_its_kind_and_place() -> None:
    """Staff learn which file to open; what the file says stays out of the log."""
    reason = f"ContentError: en/topics/the-law.md:2: The key '{SECRET}' is not known."
    assert record("warm_failed", {"reason": reason}) == {
        "event": "warm_failed",
        "error": "ContentError",
        "place": "en/topics/the-law.md:2",
    }
    assert record("warm_failed", {"reason": f"ValueError: {SECRET}"}) == {
        "event": "warm_failed",
        "error": "ValueError",
    }


def test_every_event_of_the_guard_has_its_rule() -> None:
    """No event is dropped because somebody forgot it: only swaps are dropped on purpose."""
    sound = {
        "columns": 80,
        "rows": 24,
        "reason": "raw",
        "milliseconds": 1,
        "retry_seconds": 1,
        "status": 70,
        "signal": 15,
    }
    lacks = {**sound, "reason": "ptys"}
    kept = {event for event in EVENTS if record(event, sound) or record(event, lacks)}
    assert set(EVENTS) - kept == {"swap"}


def test_a_file_gets_a_line_for_each_event(tmp_path: Path) -> None:
    """Each line is one JSON object with its time."""
    path = tmp_path / "kiosk.log"
    log = make_log(str(path), {})
    log("started", columns=80, rows=24)
    log("swap", reason="panic")
    log("ended", signal=15)
    assert lines_of(path) == [
        {"event": "started", "columns": 80, "rows": 24},
        {"event": "ended", "signal": 15},
    ]
    assert all("time" in json.loads(line) for line in path.read_text().splitlines())


def test_a_log_file_stays_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full file takes the place of the older one, so that two are all there ever are."""
    monkeypatch.setattr(guard_log, "LARGEST_BYTES", 1000)
    path = tmp_path / "kiosk.log"
    log = make_log(str(path), {})
    for number in range(200):
        log("ended", signal=number)
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] in (["kiosk.log", "kiosk.log.1"], ["kiosk.log.1"])
    assert all(file.stat().st_size < 1200 for file in files)
    newest = [*lines_of(files[-1]), *(lines_of(files[0]) if len(files) == 2 else [])]
    assert newest[-1] == {"event": "ended", "signal": 199}


def test_systemds_journal_takes_the_events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a service without a log file the kiosk writes to the journal, in fields of its own."""
    address = str(tmp_path / "journal")
    monkeypatch.setattr(guard_log, "_JOURNAL", address)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as journal:
        journal.bind(address)
        make_log("", {"NOTIFY_SOCKET": "/run/notify"})("warm_ended", retry_seconds=2)
        assert journal.recv(1000).decode().splitlines() == [
            "MESSAGE=warm_ended retry_seconds=2",
            "PRIORITY=6",
            "SYSLOG_IDENTIFIER=kiosk",
            "KIOSK_EVENT=warm_ended",
            "KIOSK_RETRY_SECONDS=2",
        ]


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """Its events are dropped; staff are told at the start."""
    path = str(tmp_path / "no" / "kiosk.log")
    make_log(path, {})("ended", signal=15)
    assert "No such file or directory" in log_trouble(path)
    assert not (tmp_path / "no").exists()


def test_a_guard_that_fails_is_told_without_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error's message could quote a key; the log and standard error tell its kind and place."""

    def fail(_options: object) -> int:
        raise ValueError(SECRET)

    monkeypatch.setattr(guarded, "run", fail)
    path = tmp_path / "kiosk.log"
    assert guarded.run_guarded(Settings(log=str(path)), "") == 2
    (kept,) = lines_of(path)
    assert kept["error"] == "ValueError"
    assert "test_guard_log.py:" in str(kept["place"])
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert SECRET not in told + path.read_text()
