"""The outbox rule by rule: what it asks of SQLite, and what is on the disk."""

import os
import sqlite3
import stat
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from kiosk.desk import outbox as outbox_module
from kiosk.desk.outbox import BUSY_SECONDS, FILE_NAME, kiosk_id
from tests.desk.conftest import numbers_in, outbox_in

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
MARK = b"what a visitor has sent"


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """An SQLite that does nothing for safety by itself, as it may be on another machine."""
    connect = sqlite3.connect

    def connect_carelessly(*arguments: Any, **named: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **named)
        for pragma in ("secure_delete = OFF", "synchronous = OFF"):
            connection.execute(f"PRAGMA {pragma}").close()
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect_carelessly)


@pytest.mark.usefixtures("careless")
@pytest.mark.parametrize("size", [len(MARK), 700, 20_000])
def test_what_is_deleted_is_gone_from_the_file(folder: Path, size: int) -> None:
    """Also where SQLite would leave it: in a row's place on a page, and on pages of its own."""
    outbox = outbox_in(folder)
    kept, gone = uuid4(), uuid4()
    outbox.add_form(kept, b"kept" * 10)
    outbox.add_form(gone, (MARK * (size // len(MARK) + 1))[:size])
    assert MARK in everything_in(folder)
    with outbox.begin() as connection:
        connection.execute("DELETE FROM forms WHERE id = ?", (gone,))
    outbox.forget_order()
    assert MARK not in everything_in(folder)
    assert outbox.count_forms() == 1


@pytest.mark.usefixtures("careless")
def test_each_commit_is_on_the_disk_when_it_returns(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It writes ahead, syncs in full and waits for others, whatever SQLite does by itself."""
    assert BUSY_SECONDS == 5
    monkeypatch.setattr(outbox_module, "BUSY_SECONDS", 7)
    with outbox_in(folder).begin() as connection:
        told = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "busy_timeout")
        }
    assert told == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "busy_timeout": 7000,
    }


def everything_in(folder: Path) -> bytes:
    """The bytes of every file."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_only_the_kiosks_user_may_look(folder: Path) -> None:
    """The folders that are made and the file are closed to others, whatever the umask is."""
    before = os.umask(0)
    try:
        outbox_in(folder / "deep")
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "deep").stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "deep" / FILE_NAME).stat().st_mode) == 0o600


def test_a_file_that_is_there_is_opened_and_not_made_anew(folder: Path) -> None:
    """What was kept before a start is kept after it."""
    first = outbox_in(folder)
    first.add_form(UUID(int=1), b"sealed")
    again = outbox_in(folder)
    assert again.count_forms() == 1


def test_a_writer_takes_its_right_at_once(folder: Path) -> None:
    """Two that have read and then want to write would refuse each other; here the second waits."""
    outbox = outbox_in(folder)
    other = sqlite3.connect(folder / FILE_NAME, isolation_level=None, timeout=0)
    with outbox.begin(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.execute("ROLLBACK")
    other.close()


def test_a_transaction_is_whole_or_not_at_all(folder: Path) -> None:
    """Where anything is raised, what was written in it is undone."""
    outbox = outbox_in(folder)

    def begin_and_fail() -> None:
        with outbox.begin() as connection:
            connection.execute("INSERT INTO forms (id, sealed) VALUES (?, ?)", (uuid4(), b"half"))
            raise LookupError

    with pytest.raises(LookupError):
        begin_and_fail()
    assert outbox.count_forms() == 0


def test_of_one_number_the_first_form_stays(folder: Path) -> None:
    """Another with the same number changes nothing; one with another number is one more."""
    outbox = outbox_in(folder)
    for number, sealed in ((1, b"first"), (1, b"second"), (2, b"third")):
        outbox.add_form(UUID(int=number), sealed)
        assert outbox.count_forms() == number
    with outbox.begin() as connection:
        rows = connection.execute("SELECT id, sealed FROM forms").fetchall()
    assert {(number.int, sealed) for number, sealed in rows} == {(1, b"first"), (2, b"third")}


def test_each_day_and_topic_has_a_number_of_its_own(folder: Path) -> None:
    """Counting one leaves the others, and what of them the hub has, as they were."""
    outbox = outbox_in(folder)
    outbox.add_count("b", MONDAY)
    with outbox.begin() as connection:
        connection.execute("UPDATE counts SET delivered = 1")
        other = (UUID(int=7), MONDAY, "b", 5)
        connection.execute(
            "INSERT INTO counts (kiosk, day, topic, number) VALUES (?, ?, ?, ?)", other
        )
    for topic, day in (("a", MONDAY), ("b", MONDAY), ("b", TUESDAY), ("b", MONDAY)):
        outbox.add_count(topic, day)
    with outbox.begin() as connection:
        own = kiosk_id(connection)
        assert kiosk_id(connection) == own
    with outbox.begin() as connection:
        rows = connection.execute(
            "SELECT kiosk, day, topic, number, delivered FROM counts"
        ).fetchall()
    found = {(kiosk == own, day, topic): of_it for kiosk, day, topic, *of_it in rows}
    assert found == {
        (True, MONDAY, "a"): [1, 0],
        (True, MONDAY, "b"): [3, 1],
        (True, TUESDAY, "b"): [1, 0],
        (False, MONDAY, "b"): [5, 0],
    }


def test_no_row_says_in_which_order_forms_came(folder: Path) -> None:
    """Forms have no number of a row; they stand in the order of their own, which is random."""
    outbox = outbox_in(folder)
    for number in (3, 1, 2):
        outbox.add_form(UUID(int=number), b"sealed")
    with outbox.begin() as connection:
        assert [number.int for (number,) in connection.execute("SELECT id FROM forms")] == [1, 2, 3]
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            connection.execute("SELECT rowid FROM forms")


def test_two_files_have_two_names(tmp_path: Path) -> None:
    """The counts of two kiosks are added up apart."""
    names = set()
    for number in "12":
        outbox = outbox_in(tmp_path / number)
        with outbox.begin() as connection:
            names.add(kiosk_id(connection))
    assert len(names) == 2


def test_the_log_is_empty_after_a_count(folder: Path) -> None:
    """In it the changes would stand in their order."""
    outbox = outbox_in(folder)
    outbox.add_count("a", MONDAY)
    log = folder / f"{FILE_NAME}-wal"
    assert not log.exists() or log.stat().st_size == 0
    assert numbers_in(outbox) == {"a": 1}


def test_a_reader_does_not_keep_a_count_from_being_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Emptying the log is left to the next time then."""
    monkeypatch.setattr(outbox_module, "BUSY_SECONDS", 0.01)
    outbox = outbox_in(folder)
    outbox.add_count("a", MONDAY)
    reader = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM counts").fetchall()
    outbox.add_count("a", MONDAY)
    reader.execute("ROLLBACK")
    reader.close()
    assert numbers_in(outbox) == {"a": 2}


def test_between_transactions_no_file_is_held(folder: Path) -> None:
    """Nothing of an outbox stays open in the process."""
    before = len(os.listdir("/proc/self/fd"))
    outbox = outbox_in(folder)
    outbox.add_count("a", MONDAY)
    with outbox.begin():
        assert len(os.listdir("/proc/self/fd")) > before
    assert len(os.listdir("/proc/self/fd")) == before
