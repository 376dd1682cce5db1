"""The kiosk's own file: sealed forms and counts in SQLite, on the disk before anything returns."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from kiosk.desk.schema import KIOSK, migrate
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
_BEGIN = "BEGIN IMMEDIATE"
"""With the right to write at once: a reader that wants to write later may be refused."""
sqlite3.register_adapter(UUID, lambda number: number.hex)
sqlite3.register_adapter(date, date.isoformat)
# By the types with which columns are declared.
sqlite3.register_converter("CHAR", lambda number: UUID(number.decode()))
sqlite3.register_converter("DATE", lambda day: date.fromisoformat(day.decode()))


class Outbox:
    """The file; made where there is none, and opened again for each transaction.

    Args:
        path: The file.

    Raises:
        DeskError: It cannot be made, opened or brought up to date.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with _staff_errors(path):
            _make_file(path)
        with self.begin() as connection:
            migrate(connection, KIOSK)

    @contextmanager
    def begin(self) -> Iterator[sqlite3.Connection]:
        """One transaction: on the disk at the end, or undone where anything is raised.

        Raises:
            DeskError: The file cannot be read or written.
        """
        with _staff_errors(self.path), closing(self._open()) as connection:
            connection.execute(_BEGIN)
            with connection:
                yield connection

    def add_form(self, number: UUID, sealed: bytes) -> None:
        """Keep a form, in the one file. One that is there already stays as it is."""
        with self.begin() as connection:
            connection.execute(
                "INSERT INTO forms (id, sealed, arrived) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (number, sealed, date.today()),
            )
        with suppress(DeskError):  # it is safe: all that a full disk keeps apart is the log
            self.forget_order()

    def count_forms(self) -> int:
        """How many forms are kept here."""
        with self.begin() as connection:
            return int(connection.execute("SELECT count(*) FROM forms").fetchone()[0])

    def add_count(self, topic: str, day: date) -> None:
        """Count one more, and leave no trace of the order in which topics were counted.

        SQLite lays rows down as they come, also inside a page. So the day is laid down anew, in
        the order of the topics' names: whatever the order was, the bytes are the same.
        """
        with self.begin() as connection:
            today = (kiosk_id(connection), day)
            counted = "FROM counts WHERE kiosk = ? AND day = ?"
            rows = connection.execute(f"SELECT topic, number, delivered {counted}", today)
            counts = {name: (number, delivered) for name, number, delivered in rows}
            number, delivered = counts.get(topic, (0, 0))
            counts[topic] = (number + 1, delivered)
            connection.execute(f"DELETE {counted}", today)
            connection.executemany(
                "INSERT INTO counts (kiosk, day, topic, number, delivered) VALUES (?, ?, ?, ?, ?)",
                [(*today, name, *counts[name]) for name in sorted(counts)],
            )
        self.forget_order()

    def forget_order(self) -> None:
        """Empty the write-ahead log, in which the changes stand one after the other.

        Then all is in the one file that staff copy. Where somebody reads just now, this is left to
        the next time.
        """
        with _staff_errors(self.path), closing(self._open()) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            detect_types=sqlite3.PARSE_DECLTYPES,
        )
        try:
            for pragma in _PRAGMAS:
                connection.execute(pragma).close()
        except sqlite3.Error:
            connection.close()
            raise
        return connection


def kiosk_id(connection: sqlite3.Connection) -> UUID:
    """The name under which this kiosk's counts are added up; drawn at random at first use."""
    found = connection.execute("SELECT id FROM kiosk").fetchone()
    number: UUID = found[0] if found else uuid4()
    if not found:
        connection.execute("INSERT INTO kiosk (id) VALUES (?)", (number,))
    return number


def _make_file(path: Path) -> None:
    """Make the file so that nobody else on the machine may read it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))


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
    except sqlite3.Error as error:
        reason = _reason(error)
    else:
        return
    message = f"{path}: {_REMEDIES[reason]} What was kept before is not touched."
    raise DeskError(reason, message) from None  # a `with` would name the cause in spite of it all


def _reason(error: sqlite3.Error) -> Reason:
    name = getattr(error, "sqlite_errorname", "")
    return next((_REASONS[known] for known in _REASONS if name.startswith(known)), Reason.BROKEN)
