"""Brings a database to the tables that this version of the kiosk knows."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from kiosk.desk.trouble import DeskError, Reason

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0002"
"""The newest revision in `migrations/`. Named here, since looking there takes a visitor's time."""
VERSION_TABLE = "alembic_version"


def revision_of(connection: Connection) -> str | None:
    """The revision that a database has, or None where it is empty."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    revision: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608 - a constant
    return revision


def migrate(connection: Connection) -> None:
    """Bring a database to `HEAD`, in the transaction that is open. What is in it stays.

    Raises:
        DeskError: A newer version of the kiosk has been here.
    """
    revision = revision_of(connection)
    if revision == HEAD:
        return
    from alembic import command

    config = alembic_config(connection)
    _refuse_newer(revision, config)
    command.upgrade(config, HEAD)


def alembic_config(connection: Connection) -> "Config":
    """What Alembic needs to work on an open connection with our migrations."""
    from alembic.config import Config

    config = Config()
    folder = Path(__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _refuse_newer(revision: str | None, config: "Config") -> None:
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if revision is not None and revision not in known:
        raise DeskError(
            Reason.NEWER,
            f"The database was made by a newer version of the kiosk (it has {revision}, this one "
            f"knows {HEAD}). Nothing was changed in it. Install that version, or a later one.",
        )
