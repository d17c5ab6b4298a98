"""The schema: made by migrations alone, equal to the tables that the code works with, never guessed."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import alembic.command
import alembic.config
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, MetaData, Table, inspect, text

from f2f_desktop.hub import database as hub_database
from f2f_desktop.vault import database as room
from f2f_desktop.vault.database import Database, VaultDamaged, VaultTooNew
from f2f_desktop.vault.files import DiskFull
from f2f_desktop.vault.tables import metadata

KEY = b"k" * 32


def test_the_newest_migration_makes_exactly_the_tables_of_the_code(tmp_path: Path) -> None:
    opened = Database(tmp_path / "vault.db", KEY)
    with opened.transaction() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        connection.execute(text("DROP TABLE drafts"))
        assert compare_metadata(MigrationContext.configure(connection), metadata) != []
    opened.close()


def test_vaults_that_are_made_at_once_have_all_their_tables(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda number: Database(tmp_path / f"vault-{number}.db", KEY), range(8)))
    for each in made:
        with each.transaction() as connection:
            assert set(metadata.tables) <= set(inspect(connection).get_table_names())
        each.close()


def test_a_vault_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "vault.db"
    opened = Database(path, KEY)
    with opened.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    opened.close()
    with pytest.raises(VaultTooNew, match="newest version"):
        Database(path, KEY)


NEXT = """
revision = "9000"
down_revision = "{head}"
branch_labels = None
depends_on = None

def upgrade():
    from alembic import op
    op.execute("CREATE TABLE invented (x INTEGER)")
    op.execute("INSERT INTO invented SELECT count(*) FROM events")
    {then}
"""


def first_version(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Makes a vault as the first version of the program did, with a row in every table, and gives its content."""
    engine = room._engine(path, KEY)
    with engine.begin() as connection:
        config = alembic.config.Config()
        config.set_main_option("script_location", str(room.MIGRATIONS))
        config.attributes["connection"] = connection
        alembic.command.upgrade(config, "0001")
        names = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
        # The table that others refer to comes first.
        for name in sorted(names, key=lambda name: name != "imports"):
            table = Table(name, MetaData(), autoload_with=connection)
            connection.execute(table.insert().values({column.name: sample(column) for column in table.columns}))
        content = {name: rows(connection, name) for name in names}
    engine.dispose()
    return content


def sample(column: Column[object]) -> object:
    """A value that fits a column."""
    samples: dict[type, object] = {int: 1, str: "i", bytes: b"{}", float: 0.5, bool: False}
    return samples[column.type.python_type]


def rows(connection: Connection, name: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(text(f"SELECT * FROM {name}"))]


def test_a_vault_of_the_first_version_opens_with_all_that_it_holds(tmp_path: Path) -> None:
    content = first_version(tmp_path / "vault.db")
    assert len(content) >= 15
    assert all(content.values())
    opened = Database(tmp_path / "vault.db", KEY, must_exist=True)
    with opened.transaction() as connection:
        assert {name: rows(connection, name) for name in content} == content
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    opened.close()


@pytest.mark.parametrize("folder", [room.MIGRATIONS, hub_database.MIGRATIONS])
def test_the_names_of_the_files_tell_the_newest_migration(folder: Path) -> None:
    """Opening a database asks them, and not Alembic, which takes longer to import than the rest to open."""
    head = ScriptDirectory(str(folder)).get_current_head()
    assert room.newest_revision(folder) == hub_database.newest_revision(folder) == head


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program with one migration more than this one; the file of that migration."""
    migrations = tmp_path / "migrations"
    shutil.copytree(room.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    head = ScriptDirectory(str(migrations)).get_current_head()
    path = migrations / "versions" / "v9000_next.py"
    path.write_text(NEXT.format(head=head, then=""))
    monkeypatch.setattr(room, "MIGRATIONS", migrations)
    return path


def test_a_vault_is_copied_and_then_migrated(tmp_path: Path, newer_program: Path) -> None:
    path = tmp_path / "vault.db"
    content = first_version(path)
    opened = Database(path, KEY)
    with opened.transaction() as connection:
        assert rows(connection, "invented") == [(1,)]
        assert rows(connection, "alembic_version") == [("9000",)]
        assert rows(connection, "cards") == content["cards"]
    opened.close()
    copy = room._engine(tmp_path / "vault.db.before-0001", KEY)
    with copy.connect() as connection:
        assert {name: rows(connection, name) for name in content} == content
        assert rows(connection, "alembic_version") == [("0001",)]
    copy.dispose()
    # Opened again, it is neither copied nor migrated again.
    (tmp_path / "vault.db.before-0001").unlink()
    Database(path, KEY).close()
    assert not list(tmp_path.glob("*.before-*"))


def test_a_migration_that_fails_leaves_the_vault_as_it_was(tmp_path: Path, newer_program: Path) -> None:
    path = tmp_path / "vault.db"
    content = first_version(path)
    script = newer_program.read_text()
    newer_program.write_text(script + "    raise InterruptedError\n")
    with pytest.raises(InterruptedError):
        Database(path, KEY)
    newer_program.write_text(script)
    opened = Database(path, KEY)
    with opened.transaction() as connection:
        assert {name: rows(connection, name) for name in content} == content
        assert rows(connection, "invented") == [(1,)]
    opened.close()


def test_a_vault_is_not_migrated_where_there_is_no_room_for_the_copy(
    tmp_path: Path, newer_program: Path, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "vault.db"
    first_version(path)
    request.getfixturevalue("little_room")
    with pytest.raises(DiskFull):
        Database(path, KEY)
    assert [each.name for each in tmp_path.glob("vault.db.*")] == []


def test_a_damaged_file_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "vault.db"
    Database(path, KEY).close()
    data = bytearray(path.read_bytes())
    data[100:200] = bytes(100)
    path.write_bytes(data)
    with pytest.raises(VaultDamaged, match="backup"):
        Database(path, KEY)
