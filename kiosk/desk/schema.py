"""The tables: in a kiosk's own SQLite file and in the PostgreSQL hub, made step by step.

Steps only ever add, with a default: so a kiosk that is older than its hub can still deliver. Which
step a database has come to stands in it, in a table that has the name by which kiosks of all
versions know it.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol

from kiosk.desk.trouble import DeskError, Reason


class Found(Protocol):
    """What came of a statement."""

    @property
    def rowcount(self) -> int:
        """How many rows it has changed."""

    def fetchall(self) -> list[Any]:
        """All rows."""


class Connection(Protocol):
    """An open transaction: in statements, a `?` stands for each value."""

    def execute(self, statement: str, values: Sequence[Any] = (), /) -> Found:
        """Do as a statement says."""

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]], /) -> Found:
        """Do so once for each row of values."""


class Store(Protocol):
    """An outbox, or the hub."""

    def begin(self) -> AbstractContextManager[Connection]:
        """One transaction."""


class Database(NamedTuple):
    """What is said otherwise to SQLite than to PostgreSQL."""

    has_tables: str
    """Asks whether there are tables of ours."""
    steps: Mapping[str, tuple[str, ...]]
    """The statements of each step."""


def _first(uuid: str, octets: str, by_key: str) -> tuple[str, ...]:
    """Forms and counts; beside a form's seal stands nothing of the visitor."""
    return (
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)",
        "INSERT INTO alembic_version VALUES ('')",
        f"CREATE TABLE forms (id {uuid} NOT NULL PRIMARY KEY, sealed {octets} NOT NULL)",
        # How much of a number the hub has: a kiosk sends what has grown since.
        f"CREATE TABLE counts (kiosk {uuid} NOT NULL, day DATE NOT NULL, topic VARCHAR NOT NULL, "
        "number INTEGER NOT NULL, delivered INTEGER NOT NULL DEFAULT 0, "
        f"PRIMARY KEY (kiosk, day, topic)) {by_key}",
        # In a kiosk's own file: the name under which its counts are added up, drawn at random.
        f"CREATE TABLE kiosk (id {uuid} NOT NULL PRIMARY KEY)",
    )


_OPENED = "ALTER TABLE forms ADD COLUMN opened DATE"
"""The day on which staff first opened a form, by the clock of their machine."""
_ARRIVED = "ALTER TABLE forms ADD COLUMN arrived DATE"
"""The day on which it came to this database, by which its time to stay runs out."""
_WITHOUT_ORDER = (
    "CREATE TABLE sorted (id CHAR(32) NOT NULL PRIMARY KEY, sealed BLOB NOT NULL, opened DATE,"
    " arrived DATE) WITHOUT ROWID",
    "INSERT INTO sorted SELECT id, sealed, opened, arrived FROM forms",
    "DROP TABLE forms",
    "ALTER TABLE sorted RENAME TO forms",
)
"""Rows by their random keys: in which order forms were sent is not to be found."""
# Whoever takes a kiosk over has its login. With it they can add forms of the sizes that forms have,
# and make the numbers of this kiosk larger; they read nothing, and reach no other kiosk's numbers.
_BOUNDS = """
ALTER TABLE forms ADD CONSTRAINT forms_size
    CHECK (octet_length(sealed) IN (1072, 4144, 16432)) NOT VALID;
ALTER TABLE counts ADD CONSTRAINT counts_size
    CHECK (number BETWEEN 0 AND 100000 AND length(topic) <= 255) NOT VALID;
CREATE TABLE kiosk_logins (kiosk uuid PRIMARY KEY, login name NOT NULL);
"""
"""NOT VALID: what is there already stays."""
# A temporary schema comes last, so that the caller's own names stand for nothing.
_PUT_COUNT = """
CREATE FUNCTION put_count(of_kiosk uuid, of_day date, of_topic text, so_many integer)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    INSERT INTO kiosk_logins VALUES (of_kiosk, session_user) ON CONFLICT DO NOTHING;
    IF session_user <> (SELECT login FROM kiosk_logins WHERE kiosk = of_kiosk) THEN
        RAISE 'these are the counts of another login' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO counts (kiosk, day, topic, number) VALUES (of_kiosk, of_day, of_topic, so_many)
    ON CONFLICT (kiosk, day, topic)
    DO UPDATE SET number = greatest(counts.number, excluded.number);
END $$;
DO $$ BEGIN
    EXECUTE format('ALTER FUNCTION put_count SET search_path = %I, pg_temp', current_schema());
END $$;
REVOKE ALL ON FUNCTION put_count FROM PUBLIC;
"""

KIOSK = Database(
    "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'",
    {
        "0001": _first("CHAR(32)", "BLOB", "WITHOUT ROWID"),
        "0002": (_OPENED,),
        "0003": (_ARRIVED,),
        "0004": _WITHOUT_ORDER,
    },
)
HUB = Database(
    "SELECT to_regclass('alembic_version') IS NOT NULL",
    {
        "0001": _first("uuid", "bytea", ""),
        "0002": (_OPENED,),
        # A hub fills it in by itself, since older kiosks do not.
        "0003": (_ARRIVED, "ALTER TABLE forms ALTER arrived SET DEFAULT CURRENT_DATE"),
        "0004": (_BOUNDS, _PUT_COUNT),
    },
)
HEAD = max(KIOSK.steps)
"""The newest step; steps sort as text."""


def step_of(connection: Connection, database: Database) -> str:
    """The step that a database has come to; empty where it has no tables of ours."""
    ((has_tables,),) = connection.execute(database.has_tables).fetchall()
    if not has_tables:
        return ""
    rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    return str(rows[0][0]) if rows else ""


def migrate(connection: Connection, database: Database) -> None:
    """Bring a database to `HEAD`, in the transaction that is open. What is in it stays.

    Raises:
        DeskError: A newer version of the kiosk has been here.
    """
    step = step_of(connection, database)
    if step > HEAD:
        raise DeskError(
            Reason.NEWER,
            f"The database was made by a newer version of the kiosk (it has {step}, this one "
            f"knows {HEAD}). Nothing was changed in it. Install that version, or a later one.",
        )
    for name, statements in database.steps.items():
        if name > step:
            for statement in statements:
                connection.execute(statement)
    if step < HEAD:
        connection.execute("UPDATE alembic_version SET version_num = ?", (HEAD,))
