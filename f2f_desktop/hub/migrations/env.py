"""Alembic's entry point: runs on the connection that the hub has opened."""

from alembic import context

from f2f_desktop.hub.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
