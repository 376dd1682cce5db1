"""Run by Alembic: the steps happen on the connection, and in the transaction, that it is given."""

from alembic import context

from kiosk.desk.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # a step that is cut off leaves what was there before
)
with context.begin_transaction():
    context.run_migrations()
