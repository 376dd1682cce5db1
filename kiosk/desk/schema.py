"""Brings a database to the tables that this version of the kiosk knows.

Steps only ever add, with a default: so a kiosk that is older than its hub can still deliver.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.desk.trouble import DeskError, Reason

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

HEAD = "0004"
"""The newest revision in `migrations/`; revisions sort as text.

Named here, since to look there would take a visitor's time.
"""


def revision_of(connection: "Connection") -> str:
    """The revision that a database has; empty where it has no tables of ours."""
    from sqlalchemy import inspect, text

    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.scalar(text("SELECT version_num FROM alembic_version")) or ""


def migrate(connection: "Connection") -> None:
    """Bring a database to `HEAD`, in the transaction that is open. What is in it stays.

    Raises:
        DeskError: A newer version of the kiosk has been here.
    """
    revision = revision_of(connection)
    if revision > HEAD:
        raise DeskError(
            Reason.NEWER,
            f"The database was made by a newer version of the kiosk (it has {revision}, this one "
            f"knows {HEAD}). Nothing was changed in it. Install that version, or a later one.",
        )
    if revision < HEAD:
        from alembic import command

        command.upgrade(alembic_config(connection), HEAD)


def alembic_config(connection: "Connection") -> "Config":
    """What Alembic needs to take our steps in the transaction that is open."""
    from alembic.config import Config

    config = Config()
    folder = Path(__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
