"""The PostgreSQL server that gathers the forms and counts of many kiosks."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, NullPool, create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError

from kiosk.content.clean import clean
from kiosk.desk.schema import HEAD, migrate, revision_of
from kiosk.desk.trouble import DeskError, Reason

# What libpq is given unless the address says otherwise:
# https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
_DEFAULTS = {"connect_timeout": "10", "tcp_user_timeout": "30000", "application_name": "kiosk"}
# The server must prove by a certificate that it is the one that was meant.
_TLS = {"sslmode": "verify-full", "sslrootcert": "system"}
# A line that was cut is reported once, by us.
logging.getLogger("psycopg").setLevel(logging.CRITICAL)


class Hub:
    """A hub, reached again for each transaction.

    Args:
        url: `postgresql://user@host/database`, with parameters of libpq after a `?`.

    Raises:
        DeskError: The address is not valid, or the library for it is not installed.
    """

    def __init__(self, url: str) -> None:
        try:
            address = make_url(url).set(drivername="postgresql+psycopg")
            tls = {} if "sslmode" in address.query else _TLS
            address = address.set(query={**_DEFAULTS, **tls, **address.query})
            self._engine = create_engine(address, poolclass=NullPool, hide_parameters=True)
        except (ArgumentError, ValueError) as error:
            raise DeskError(
                Reason.SETTINGS,
                "The hub's url is not valid. Write postgresql://kiosk@host/database.",
            ) from error
        except ImportError as error:
            raise DeskError(
                Reason.SETTINGS,
                "To reach a hub, the kiosk needs one more library. Run: "
                "pip install 'advice-kiosk[hub]'",
            ) from error

        self._is_ready = False

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction in tables that are up to date.

        Raises:
            DeskError: The hub does not answer, or is not ready.
        """
        with self._transaction() as connection:
            revision = HEAD if self._is_ready else revision_of(connection)
            if revision < HEAD:
                raise DeskError(
                    Reason.SETTINGS,
                    f"The hub's tables are older ({revision or 'none'}) than this kiosk's ({HEAD})."
                    " Run `kiosk hub migrate` with the rights to change them.",
                )
            self._is_ready = True
            yield connection

    def migrate(self) -> None:
        """Make the tables, or bring them up to date.

        Raises:
            DeskError: The hub does not answer, or a newer version has been here.
        """
        with self._transaction() as connection:
            migrate(connection)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except (OperationalError, InterfaceError) as error:
            said = _first_line(error)
            raise DeskError(
                Reason.UNREACHED, f"The hub does not answer. Nothing is lost. It said: {said}"
            ) from None
        except DBAPIError as error:
            said = _first_line(error)
            raise DeskError(
                Reason.SETTINGS,
                f"The hub refuses. See docs/forms.md for the rights that are needed: {said}",
            ) from None


def _first_line(error: DBAPIError) -> str:
    return clean(str(error.orig).partition("\n")[0])
