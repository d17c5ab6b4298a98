"""Alembic's environment and the versions of the vault's schema, run when a vault is opened."""
