"""Alembic's environment and the versions of the hub's schema, run when its database is opened."""
