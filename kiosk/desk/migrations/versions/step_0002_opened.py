"""Forms know on which day staff first opened them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; forms that are there have not been opened."""
    op.add_column("forms", sa.Column("opened", sa.Date))


def downgrade() -> None:
    """Take the column away; every form stays."""
    op.drop_column("forms", "opened")
