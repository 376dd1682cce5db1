"""What goes wrong with the outbox, and what staff are told of it."""

import sqlite3
import traceback
from datetime import date
from pathlib import Path
from unittest.mock import Mock
from uuid import UUID

import pytest

from kiosk.desk.outbox import FILE_NAME, _reason
from kiosk.desk.trouble import DeskError, Reason
from tests.desk.conftest import outbox_in

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("SQLITE_FULL", Reason.FULL),
        ("SQLITE_IOERR_WRITE", Reason.FULL),
        ("SQLITE_IOERR_FSYNC", Reason.FULL),
        ("SQLITE_IOERR_SHMSIZE", Reason.FULL),
        ("SQLITE_IOERR_READ", Reason.BROKEN),
        ("SQLITE_IOERR", Reason.BROKEN),
        ("SQLITE_READONLY", Reason.READ_ONLY),
        ("SQLITE_READONLY_DBMOVED", Reason.READ_ONLY),
        ("SQLITE_CANTOPEN", Reason.READ_ONLY),
        ("SQLITE_CANTOPEN_ISDIR", Reason.READ_ONLY),
        ("SQLITE_BUSY", Reason.BUSY),
        ("SQLITE_BUSY_SNAPSHOT", Reason.BUSY),
        ("SQLITE_LOCKED", Reason.BUSY),
        ("SQLITE_CORRUPT", Reason.BROKEN),
        ("SQLITE_NOTADB", Reason.BROKEN),
        ("", Reason.BROKEN),
    ],
)
def test_what_sqlite_says_comes_to_a_reason(name: str, reason: Reason) -> None:
    """Each by its name; what has none is a damage."""
    error = sqlite3.OperationalError("x")
    if name:
        error.sqlite_errorname = name
    assert _reason(error) is reason


@pytest.mark.parametrize(
    ("error", "reason", "remedy"),
    [
        ("SQLITE_FULL", Reason.FULL, "Make room"),
        ("SQLITE_READONLY", Reason.READ_ONLY, "`data`"),
        ("SQLITE_BUSY", Reason.BUSY, "Try again"),
        ("SQLITE_CORRUPT", Reason.BROKEN, "Move it away and keep it"),
        ("", Reason.READ_ONLY, "`data`"),
    ],
)
def test_a_trouble_names_the_file_and_what_to_do(
    folder: Path, error: str, reason: Reason, remedy: str
) -> None:
    """And nothing of what was to be written, in no traceback either."""
    outbox = outbox_in(folder)
    cause: Exception = OSError(28, "secret")
    if error:
        cause = sqlite3.OperationalError("secret")
        cause.sqlite_errorname = error
    with pytest.raises(DeskError) as raised, outbox.begin():
        raise cause
    assert raised.value.reason is reason
    told = str(raised.value)
    assert told.startswith(f"{folder / FILE_NAME}: ")
    assert remedy in told
    assert told.endswith("What was kept before is not touched.")
    assert "secret" not in "".join(traceback.format_exception(raised.value))


def test_a_file_that_cannot_be_made_is_named(folder: Path) -> None:
    """It is the one that staff are to look at."""
    folder.touch()
    with pytest.raises(DeskError, match=f"^{folder / FILE_NAME}: the folder may not be written"):
        outbox_in(folder)


def test_a_log_that_cannot_be_emptied_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the file that it belongs to."""
    outbox = outbox_in(folder)
    with monkeypatch.context() as patch:
        patch.setattr(outbox, "_open", Mock(side_effect=sqlite3.Error("x")))
        with pytest.raises(DeskError, match=f"^{outbox.path}: "):
            outbox.forget_order()


def test_a_form_is_kept_where_the_log_cannot_be_emptied(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The visitor is not told to try again what is safe; a count is not kept in its order."""
    outbox = outbox_in(folder)
    with monkeypatch.context() as patch:
        patch.setattr(outbox, "forget_order", Mock(side_effect=DeskError(Reason.FULL, "x")))
        outbox.add_form(UUID(int=1), b"sealed")
        with pytest.raises(DeskError):
            outbox.add_count("a", MONDAY)
    assert outbox.count_forms() == 1


def test_what_was_to_be_written_is_in_no_message(folder: Path) -> None:
    """Not where the library itself says what is wrong with a statement, either."""
    outbox = outbox_in(folder)
    with pytest.raises(DeskError) as raised, outbox.begin() as connection:
        connection.execute("INSERT INTO nothing VALUES (?)", ("secret",))
    assert "secret" not in "".join(traceback.format_exception(raised.value))
