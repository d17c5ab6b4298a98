"""Runs Alembic's migrations of the hub: a module of its own, since importing Alembic takes a quarter of a second."""

from pathlib import Path

import alembic.command
import alembic.config
import alembic.script
import alembic.util
from sqlalchemy import Connection


def _config(migrations: Path) -> alembic.config.Config:
    config = alembic.config.Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    return config


def knows(migrations: Path, revision: str) -> bool:
    """Whether the revision is one of the folder's."""
    try:
        alembic.script.ScriptDirectory.from_config(_config(migrations)).get_revision(revision)
    except alembic.util.CommandError:
        return False
    return True


def migrate(migrations: Path, connection: Connection) -> None:
    """Runs the migrations that the database has not seen, in the connection's transaction."""
    config = _config(migrations)
    config.attributes["connection"] = connection
    alembic.command.upgrade(config, "head")
