"""The tables, alike in a kiosk's own SQLite file and in the PostgreSQL hub."""

from sqlalchemy import Column, Date, Integer, LargeBinary, MetaData, String, Table, Uuid

metadata = MetaData()

FORMS = Table(
    "forms",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    # The day on which staff first opened it, by the clock of their machine: a kiosk's may be wrong.
    Column("opened", Date),
    # The day on which it came to this database, by which its time to stay runs out.
    Column("arrived", Date),
    # Rows in the order of their random key: the order in which forms were sent is not to be found.
    sqlite_with_rowid=False,
)
"""Forms that wait to be sent or read. Beside the seal stands nothing of the visitor but a day."""

COUNTS = Table(
    "counts",
    metadata,
    Column("kiosk", Uuid, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("topic", String, primary_key=True),
    Column("number", Integer, nullable=False),
    # How much of it the hub has: a kiosk sends what has grown since.
    Column("delivered", Integer, nullable=False, server_default="0"),
    # Rows in the order of their key: the order in which topics were opened is not to be found.
    sqlite_with_rowid=False,
)
"""How often a topic was opened on a day at a kiosk."""

KIOSK = Table("kiosk", metadata, Column("id", Uuid, primary_key=True))
"""In a kiosk's own file: the name under which its counts are added up, drawn at random."""
