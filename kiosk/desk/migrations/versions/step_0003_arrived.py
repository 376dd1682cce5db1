"""Forms know on which day they came to the database."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column. A hub fills it in by itself, since older kiosks do not; SQLite cannot."""
    is_hub = op.get_bind().dialect.name == "postgresql"
    default = sa.text("CURRENT_DATE") if is_hub else None
    op.add_column("forms", sa.Column("arrived", sa.Date))
    if default is not None:  # of the forms that are there, nobody knows the day
        op.alter_column("forms", "arrived", server_default=default)


def downgrade() -> None:
    """Take the column away; every form stays."""
    op.drop_column("forms", "arrived")
