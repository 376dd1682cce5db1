"""The PostgreSQL server that gathers the forms and counts of many kiosks."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.desk.hub_trouble import why_not_reached, why_refused
from kiosk.desk.schema import HEAD, HUB, Connection, Found, migrate, step_of
from kiosk.desk.trouble import DeskError, Reason
from kiosk.paths import how_to_add_libraries

if TYPE_CHECKING:
    from psycopg import Cursor

# What libpq is given unless the address says otherwise:
# https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
_DEFAULTS = {"connect_timeout": "10", "tcp_user_timeout": "30000", "application_name": "kiosk"}
# The server must prove by a certificate that it is the one that was meant.
_TLS = {"sslmode": "verify-full", "sslrootcert": "system"}
_MODES = ("verify-full", "disable")
"""All other modes take a line for safe that may lead to somebody else."""
# A line that was cut is reported once, by us.
logging.getLogger("psycopg").setLevel(logging.CRITICAL)


_RIGHTS = {
    "INSERT (id, sealed) ON forms": "has_column_privilege('forms', 'id', 'INSERT')"
    " AND has_column_privilege('forms', 'sealed', 'INSERT')",
    "EXECUTE ON FUNCTION put_count": "has_function_privilege("
    "'put_count(uuid, date, text, integer)', 'EXECUTE')",
}
"""What a kiosk does at the hub, and how the hub is asked whether it may."""
_READS = (
    "has_any_column_privilege('forms', 'SELECT') OR has_any_column_privilege('counts', 'SELECT')"
)

_TOO_MUCH = (
    "This login may read there, too, and so could whoever takes the kiosk. Give each kiosk a login "
    "of its own: see docs/forms.md."
)


class Welcome(NamedTuple):
    """What a hub that can be used says of itself, for staff."""

    told: str
    advice: str
    """What is to be mended; empty where the login may do no more than it has to."""


class _Asked:
    """A transaction there, asked as SQLite is."""

    def __init__(self, cursor: "Cursor[Any]") -> None:
        self._cursor = cursor

    def execute(self, statement: str, values: Sequence[Any] = (), /) -> Found:
        # Without values, several statements may stand in one text.
        return self._cursor.execute(_written(statement), values or None)

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]], /) -> Found:
        self._cursor.executemany(_written(statement), rows)
        return self._cursor


class Hub:
    """A hub, reached again for each transaction.

    Args:
        url: `postgresql://user@host/database`, with parameters of libpq after a `?`.

    Raises:
        DeskError: The address is not valid, or the library for it is not installed.
    """

    def __init__(self, url: str) -> None:
        try:
            from psycopg import ProgrammingError
            from psycopg.conninfo import conninfo_to_dict, make_conninfo
        except ImportError as error:
            raise DeskError(
                Reason.SETTINGS,
                f"To reach a hub, the kiosk needs one more library. {how_to_add_libraries()}",
            ) from error
        try:
            named = conninfo_to_dict(url)
            int(named.get("port") or 0)
        except (ProgrammingError, ValueError) as error:
            raise DeskError(
                Reason.SETTINGS,
                "The hub's url is not valid. Write postgresql://kiosk@host/database.",
            ) from error
        _check_mode(named.get("sslmode", "verify-full"))
        tls = {} if "sslmode" in named else _TLS
        self._address = make_conninfo("", **{**_DEFAULTS, **tls, **named})
        self._is_ready = False

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction in tables that are up to date.

        Raises:
            DeskError: The hub does not answer, or is not ready.
        """
        with self._transaction() as connection:
            step = HEAD if self._is_ready else step_of(connection, HUB)
            if step < HEAD:
                raise DeskError(
                    Reason.SETTINGS,
                    f"The hub's tables are older ({step or 'none'}) than this kiosk's ({HEAD})."
                    " Run `kiosk hub migrate` with the rights to change them.",
                )
            self._is_ready = True
            yield connection

    def test(self) -> Welcome:
        """Reach the hub, and try what a kiosk needs there; nothing is left behind.

        Raises:
            DeskError: It cannot be used; the message says what to do.
        """
        with self.begin() as connection:
            asked = ", ".join(("current_user", "current_database()", _READS, *_RIGHTS.values()))
            ((user, database, reads, *granted),) = connection.execute(f"SELECT {asked}").fetchall()
        missing = [right for right, is_there in zip(_RIGHTS, granted, strict=True) if not is_there]
        if missing:
            raise DeskError(
                Reason.SETTINGS,
                f"The hub answers, but {user} may not {', '.join(missing)}. Its owner can grant "
                "it: see docs/forms.md.",
            )
        told = f"The hub answers: {user} may add forms and counts to {database}."
        return Welcome(told, _TOO_MUCH if reads else "")

    def migrate(self) -> None:
        """Make the tables, or bring them up to date.

        Raises:
            DeskError: The hub does not answer, or a newer version has been here.
        """
        with self._transaction() as connection:
            migrate(connection, HUB)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        from psycopg import Error, InterfaceError, OperationalError, connect

        try:
            with connect(self._address) as connection, connection.cursor() as cursor:
                yield _Asked(cursor)
        except (OperationalError, InterfaceError) as error:
            raise why_not_reached(error) from None
        except Error as error:
            raise why_refused(error) from None


def _written(statement: str) -> bytes:
    """A statement as psycopg wants it."""
    return statement.replace("?", "%s").encode()


def _check_mode(mode: object) -> None:
    """Refuse a line of which nobody could say where it ends.

    Source: https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION

    Raises:
        DeskError: The mode is none of the two that mean what they say.
    """
    if mode not in _MODES:
        raise DeskError(
            Reason.SETTINGS,
            f"With sslmode={mode}, another machine could pass itself off as the hub. Leave it out, "
            "or write sslmode=verify-full; on one machine alone, sslmode=disable.",
        )
