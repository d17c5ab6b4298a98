"""The schema: made by migrations alone, equal to the tables that the code works with, never guessed."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from f2f_desktop.vault import database as room
from f2f_desktop.vault.database import Database, VaultDamaged, VaultTooNew
from f2f_desktop.vault.tables import metadata

KEY = b"k" * 32


def test_the_newest_migration_makes_exactly_the_tables_of_the_code(tmp_path: Path) -> None:
    opened = Database(tmp_path / "vault.db", KEY)
    with opened.transaction() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        connection.execute(text("DROP TABLE drafts"))
        assert compare_metadata(MigrationContext.configure(connection), metadata) != []
    opened.close()


def test_a_vault_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "vault.db"
    opened = Database(path, KEY)
    with opened.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    opened.close()
    with pytest.raises(VaultTooNew, match="newest version"):
        Database(path, KEY)


def test_a_vault_is_copied_before_it_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "vault.db"
    opened = Database(path, KEY)
    with opened.transaction() as connection:
        connection.execute(text("INSERT INTO properties VALUES ('volunteer_name', x'56616c')"))
    engine = opened._engine
    assert engine is not None
    room._copy_before_migration(engine, path, "0001")
    opened.close()
    copy = Database(tmp_path / "vault.db.before-0001", KEY)
    with copy.transaction() as connection:
        assert connection.scalar(text("SELECT value FROM properties")) == b"Val"
    copy.close()


def test_a_damaged_file_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "vault.db"
    Database(path, KEY).close()
    data = bytearray(path.read_bytes())
    data[100:200] = bytes(100)
    path.write_bytes(data)
    with pytest.raises(VaultDamaged, match="backup"):
        Database(path, KEY)
