"""The encrypted database of one vault: opened with its data key, brought to the newest schema, locked again.

SQLCipher with the raw data key, write-ahead log, `synchronous=FULL`: what a transaction has committed survives a
killed process and a power cut. One connection, used by one thread at a time; locking closes it.
"""

import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from f2f_desktop.errors import KnownError
from f2f_desktop.vault.files import DiskFull, copy_durably

OLDEST_SQLITE = (3, 51, 3)
"""Before it, SQLite can lose committed writes when a write races a checkpoint of the write-ahead log."""

MIGRATIONS = Path(__file__).parent / "migrations"


class VaultLocked(KnownError):
    """The vault was locked while something still wanted to use it."""

    def __init__(self) -> None:
        super().__init__("The vault is locked.", "Unlock it and try again; nothing was lost.")


class VaultDamaged(KnownError):
    """The database file cannot be read, or its key does not fit."""


class VaultUnreachable(KnownError):
    """The database file cannot be opened or written just now."""


class VaultTooNew(KnownError):
    """The vault was last used by a newer version of the program."""


class SqliteTooOld(KnownError):
    """The SQLite that is built in has a known fault."""


class Database:
    """An open vault database.

    Attributes:
        path: the database file.
    """

    def __init__(self, path: Path, data_key: bytes, *, must_exist: bool = False) -> None:
        """Opens the database in `path`, creating it if it is missing, unless it `must_exist`.

        Raises `SqliteTooOld`, `VaultDamaged`, `VaultTooNew`, `VaultUnreachable`, `DiskFull`.
        """
        check_sqlite(sqlcipher3.sqlite_version)
        _silence_sqlcipher()
        # SQLite would take a file without a byte for a new database.
        if must_exist and not (path.exists() and path.stat().st_size):
            raise _emptied()
        make_private(path)
        self.path = path
        self._lock = threading.RLock()
        self._engine: Engine | None = _engine(path, data_key)
        try:
            with words_for_faults():
                _bring_up_to_date(self._engine, path, must_exist)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction: committed as a whole at the end, undone by any exception.

        Raises `VaultLocked`, `DiskFull`, `VaultDamaged`, `VaultUnreachable`.
        """
        with self._lock:
            if self._engine is None:
                raise VaultLocked
            with words_for_faults(), self._engine.begin() as connection:
                yield connection

    def close(self) -> None:
        """Locks the vault: the connection and its decrypted pages are given up. Safe to call twice."""
        with self._lock:
            engine, self._engine = self._engine, None
            if engine is not None:
                engine.dispose()


def make_private(path: Path) -> None:
    """Makes a database for its user's eyes alone, new or not; SQLite gives its log the same mode."""
    with contextlib.suppress(OSError):  # where it cannot be made, SQLite says why
        path.touch(0o600)
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)


def check_sqlite(version: str) -> None:
    """Raises `SqliteTooOld` for a SQLite that could lose what it has committed."""
    if tuple(int(part) for part in version.split(".")[:3]) < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise SqliteTooOld(
            f"The built-in SQLite {version} can lose saved data; {needed} or newer is needed.",
            "Install the newest F2F Desktop.",
        )


def _silence_sqlcipher() -> None:
    """Keeps SQLCipher's own log off the terminal: what it has to say comes as an exception as well."""
    connection = sqlcipher3.connect(":memory:")
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.close()


def _engine(path: Path, data_key: bytes) -> Engine:
    # The key goes in as a URL's password, which SQLAlchemy keeps out of its messages.
    url = URL.create("sqlite+pysqlcipher", password=f"x'{data_key.hex()}'", database=str(path))
    engine = create_engine(
        url,
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "isolation_level": None},
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def configure(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        del entry
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "busy_timeout=5000",
            "recursive_triggers=ON",  # otherwise INSERT OR REPLACE deletes behind the triggers' back
            "temp_store=MEMORY",
            "secure_delete=ON",
            "cipher_memory_security=OFF",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    # The driver's own transactions begin late and end before a DDL statement: so it has none (isolation_level
    # None), and we say BEGIN ourselves.
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def words_for_faults() -> Iterator[None]:
    """Turns what SQLite says of disks and damaged files into words; what is our own fault passes."""
    try:
        yield
    except DatabaseError as error:
        known = _fault(str(error.orig).lower())
        if known is None:
            raise
        raise known from error


def _fault(text: str) -> KnownError | None:
    """What SQLite's message means to the user; None for what only a mistake of ours can bring about."""
    if "disk is full" in text or "disk i/o error" in text:
        return DiskFull()
    if "not a database" in text or "malformed" in text or "hmac check failed" in text:
        return VaultDamaged(
            "The vault's file is damaged, or belongs to another vault.",
            "Restore the folder from a backup, or start a new vault and import your contacts again.",
        )
    if "unable to open database" in text or "readonly database" in text or "database is locked" in text:
        return VaultUnreachable(
            "The vault's file cannot be opened or written just now.",
            "Check that its disk is connected and that you may write there, close programs that copy or "
            "synchronize the folder, and try again.",
        )
    return None


def _emptied() -> VaultDamaged:
    return VaultDamaged(
        "The vault's database is missing or empty.",
        "Restore the folder from a backup, or start a new vault and import your contacts again.",
    )


_one_migration = threading.Lock()
"""Alembic's operations find their connection in a global: of two vaults made at once, one got the other's tables."""


def newest_revision(migrations: Path) -> str:
    """The newest migration in a folder, as the names of its files tell: `versions/v0005_carried.py` is 0005."""
    return max(path.name[1:5] for path in (migrations / "versions").glob("v[0-9]*.py"))


def _bring_up_to_date(engine: Engine, path: Path, must_exist: bool) -> None:
    """Runs the migrations that the file has not seen; copies the file first."""
    with engine.connect() as connection:
        current = _revision(connection)
    if current == newest_revision(MIGRATIONS):
        return
    if current is None and must_exist:
        raise _emptied()
    from f2f_desktop.vault import migrating

    if current is not None:
        if not migrating.knows(MIGRATIONS, current):
            raise VaultTooNew(
                "This vault was used by a newer F2F Desktop.", "Install the newest version and open it again."
            )
        _copy_before_migration(engine, path, current)
    with _one_migration, engine.begin() as connection:
        migrating.migrate(MIGRATIONS, connection)


def _revision(connection: Connection) -> str | None:
    """The newest migration that the database has seen; None: it is new."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _copy_before_migration(engine: Engine, path: Path, revision: str) -> None:
    """Keeps the file as it was, still encrypted, so that a failed migration costs nothing."""
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    copy_durably(path, path.with_name(f"{path.name}.before-{revision}"))
