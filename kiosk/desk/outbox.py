"""The kiosk's own file: sealed forms and counts in SQLite, on the disk before anything returns."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import Connection, NullPool, create_engine, delete, event, func, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from kiosk.desk.schema import migrate
from kiosk.desk.tables import COUNTS, FORMS, KIOSK
from kiosk.desk.trouble import DeskError, Reason

FILE_NAME = "outbox.sqlite"
"""What it is called in the library's data folder."""
BUSY_SECONDS = 5
"""How long a writer waits for another one."""
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # a commit is on the disk when it returns
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten with zeros
)

_ADD_FORM = insert_or(FORMS).on_conflict_do_nothing()


class Outbox:
    """The file; made where there is none, and opened again for each transaction.

    Args:
        path: The file.

    Raises:
        DeskError: It cannot be made, opened or brought up to date.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with _staff_errors(self.path):
            _make_file(self.path)
            self._engine = create_engine(
                URL.create("sqlite", database=str(self.path)),
                connect_args={"timeout": BUSY_SECONDS, "isolation_level": None},
                poolclass=NullPool,
                hide_parameters=True,  # no error message may hold what was to be written
            )
            event.listen(self._engine, "connect", _set_up)
            event.listen(self._engine, "begin", _begin)
        with self.begin() as connection:
            migrate(connection)

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction: on the disk at the end, or undone where anything is raised.

        Raises:
            DeskError: The file cannot be read or written.
        """
        with _staff_errors(self.path), self._engine.begin() as connection:
            yield connection

    def add_form(self, number: UUID, sealed: bytes) -> None:
        """Keep a form, in the one file. One that is there already stays as it is."""
        with self.begin() as connection:
            row = {"id": number, "sealed": sealed, "arrived": date.today()}
            connection.execute(_ADD_FORM, row)
        with suppress(DeskError):  # it is safe: all that a full disk keeps apart is the log
            self.forget_order()

    def count_forms(self) -> int:
        """How many forms are kept here."""
        with self.begin() as connection:
            return connection.scalar(select(func.count()).select_from(FORMS)) or 0

    def add_count(self, topic: str, day: date) -> None:
        """Count one more, and leave no trace of the order in which topics were counted.

        SQLite lays rows down as they come, also inside a page. So the day is laid down anew, in
        the order of the topics' names: whatever the order was, the bytes are the same.
        """
        c = COUNTS.c
        with self.begin() as connection:
            kiosk = kiosk_id(connection)
            today = (c.kiosk == kiosk, c.day == day)
            rows = {
                row["topic"]: dict(row)
                for row in connection.execute(select(COUNTS).where(*today)).mappings()
            }
            new = {"kiosk": kiosk, "day": day, "topic": topic, "number": 0, "delivered": 0}
            rows.setdefault(topic, new)["number"] += 1
            connection.execute(delete(COUNTS).where(*today))
            connection.execute(insert(COUNTS), [rows[name] for name in sorted(rows)])
        self.forget_order()

    def forget_order(self) -> None:
        """Empty the write-ahead log, in which the changes stand one after the other.

        Then all is in the one file that staff copy. Where somebody reads just now, this is left to
        the next time.
        """
        with _staff_errors(self.path), self._engine.connect() as connection:
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()


def kiosk_id(connection: Connection) -> UUID:
    """The name under which this kiosk's counts are added up; drawn at random at first use."""
    number = connection.scalar(select(KIOSK.c.id))
    if number is None:
        number = uuid4()
        connection.execute(insert(KIOSK).values(id=number))
    return number


def _make_file(path: Path) -> None:
    """Make the file so that nobody else on the machine may read it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in _PRAGMAS:
        connection.execute(pragma).close()


def _begin(connection: Connection) -> None:
    """Take the right to write at once: a reader that wants to write later may be refused."""
    connection.connection.cursor().execute("BEGIN IMMEDIATE").close()


_REASONS = {
    "SQLITE_FULL": Reason.FULL,
    "SQLITE_IOERR_WRITE": Reason.FULL,
    "SQLITE_IOERR_FSYNC": Reason.FULL,
    "SQLITE_IOERR_SHMSIZE": Reason.FULL,
    "SQLITE_READONLY": Reason.READ_ONLY,
    "SQLITE_CANTOPEN": Reason.READ_ONLY,
    "SQLITE_BUSY": Reason.BUSY,
    "SQLITE_LOCKED": Reason.BUSY,
}
_REMEDIES = {
    Reason.FULL: "the disk takes nothing more. Make room on it.",
    Reason.READ_ONLY: "the folder may not be written. Let the kiosk's user own it, or name another "
    "one as `data` in the settings.",
    Reason.BUSY: "another program holds it. Try again; end the other program if it hangs.",
    Reason.BROKEN: "it is damaged, or not an outbox. Move it away and keep it: a new one is made.",
}


@contextmanager
def _staff_errors(path: Path) -> Iterator[None]:
    """Turn what the system says into what staff can act on.

    The causes are cut off, so that nothing of what was to be written is in a traceback.
    """
    try:
        yield
    except OSError:
        reason = Reason.READ_ONLY
    except (DBAPIError, sqlite3.Error) as error:
        reason = _reason(error)
    else:
        return
    message = f"{path}: {_REMEDIES[reason]} What was kept before is not touched."
    raise DeskError(reason, message) from None  # a `with` would name the cause in spite of it all


def _reason(error: DBAPIError | sqlite3.Error) -> Reason:
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", "")
    return next((_REASONS[known] for known in _REASONS if name.startswith(known)), Reason.BROKEN)
