"""Forms and counts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "forms",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "counts",
        sa.Column("kiosk", sa.Uuid, primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("topic", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("delivered", sa.Integer, nullable=False, server_default="0"),
        sqlite_with_rowid=False,
    )
    op.create_table("kiosk", sa.Column("id", sa.Uuid, primary_key=True))


def downgrade() -> None:
    """Refuse: there is nothing below, and dropping the tables would drop what visitors sent.

    Raises:
        NotImplementedError: Always.
    """
    raise NotImplementedError("To begin anew, move the database file away.")
