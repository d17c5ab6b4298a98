"""The hub's database: a SQLite file by default, PostgreSQL by URL; one engine for readers, one writer.

SQLite through `sqlcipher3`, which brings a current SQLite, and encrypts the file where a key is given. `FULL`
synchronous on both: what was acknowledged survives a power cut.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError, DatabaseError, DataError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from f2f_desktop.errors import KnownError

MIGRATIONS = Path(__file__).parent / "migrations"

READERS = 8
"""Connections that one process keeps for reading."""

WAL_TRIES, WAL_PAUSE = 400, 0.05
"""How often, and after how many seconds, the journal's mode is asked for again."""

MIGRATION_LOCK = 0x46_32_46
"""PostgreSQL's advisory lock under which one of several replicas migrates."""


class HubDatabaseUnusable(KnownError):
    """The database cannot be reached, opened or written."""


class NotStorable(KnownError):
    """A text or number that a database cannot hold, and nobody honest sends."""

    def __init__(self) -> None:
        super().__init__("The request holds a text or a number that cannot be kept.", "Send another one.")


class HubTooNew(KnownError):
    """The database was last used by a newer version of the program."""


class HubDatabase:
    """An open database of a hub.

    Attributes:
        engine: for reading, from any thread.
        on_sqlite: whether it is a file.
    """

    def __init__(self, where: Path | str, key: bytes = b"") -> None:
        """Opens the database, and brings it to the newest schema.

        Args:
            where: a file, made if it is missing, or `postgresql://user@host/name`.
            key: 32 bytes that encrypt the file; none: it is not encrypted.

        Raises `HubDatabaseUnusable`, `HubTooNew`.
        """
        self.on_sqlite = isinstance(where, Path)
        self.engine = _sqlite(where, key) if isinstance(where, Path) else _postgresql(where)
        try:
            with words_for_faults():
                _bring_up_to_date(self.engine, self.on_sqlite)
        except BaseException:
            self.engine.dispose()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read by, at one moment of the data. Raises `HubDatabaseUnusable`."""
        with words_for_faults(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that writes, committed as a whole. Raises `HubDatabaseUnusable`."""
        with words_for_faults(), self.engine.connect() as connection:
            if self.on_sqlite:
                connection.info["immediate"] = True
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Gives the connections up."""
        self.engine.dispose()


def _sqlite(path: Path, key: bytes) -> Engine:
    with suppress(OSError):
        # For its owner's eyes, wherever the folder is; the files beside it take after it. SQLite tells of the rest.
        path.touch(0o600)
    if key:
        url = URL.create("sqlite+pysqlcipher", password=f"x'{key.hex()}'", database=str(path))
    else:
        url = URL.create("sqlite", database=str(path))
    engine = create_engine(
        url,
        module=sqlcipher3.dbapi2,
        poolclass=QueuePool,
        pool_size=READERS,
        max_overflow=READERS,
        connect_args={"check_same_thread": False, "isolation_level": None},
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def configure(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        del entry
        cursor = connection.cursor()
        for pragma in ("busy_timeout=20000", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
            cursor.execute(f"PRAGMA {pragma}")
        _take_to_wal(cursor)
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.info.pop("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _take_to_wal(cursor: DBAPICursor) -> None:
    """Sets the journal's mode, which SQLite refuses without waiting while somebody else does just that."""
    for moment in range(WAL_TRIES):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlcipher3.dbapi2.OperationalError as error:
            if "locked" not in str(error) or moment == WAL_TRIES - 1:
                raise
            time.sleep(WAL_PAUSE)
        else:
            return


def _postgresql(where: str) -> Engine:
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise HubDatabaseUnusable(
            "The database's address cannot be read.", "Write it as postgresql://user@host/name."
        ) from error
    if url.get_backend_name() != "postgresql":
        raise HubDatabaseUnusable(
            f"A hub does not run on {url.get_backend_name()}.", "Give a file, or postgresql://user@host/name."
        )
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=READERS,
        max_overflow=READERS,
        pool_pre_ping=True,
        hide_parameters=True,
    )


@contextmanager
def words_for_faults() -> Iterator[None]:
    """Turns what a database says of disks, damage, broken lines and values into words; our own faults pass."""
    try:
        yield
    except OverflowError as error:  # SQLite's driver, of integers beyond 64 bits
        raise NotStorable from error
    except DatabaseError as error:
        # PostgreSQL's class 54: beyond a limit of its own, as an index entry of over 2,704 bytes.
        if isinstance(error, DataError) or str(getattr(error.orig, "sqlstate", "")).startswith("54"):
            raise NotStorable from error
        said = str(error.orig).lower()
        if "disk is full" in said or "no space left" in said:
            raise HubDatabaseUnusable("The hub's disk is full.", "Make some room; nothing was lost.") from error
        if "not a database" in said or "malformed" in said:
            raise HubDatabaseUnusable(
                "The hub's database is damaged, or its key does not fit.", "Restore it from a backup."
            ) from error
        if isinstance(error, OperationalError):
            raise HubDatabaseUnusable(
                "The hub's database cannot be reached or written just now.",
                "Check that it runs, that its disk is connected, and that you may write there.",
            ) from error
        raise


def newest_revision(migrations: Path) -> str:
    """The newest migration in a folder, as the names of its files tell: `versions/v0002_clicks_counted.py` is 0002."""
    return max(path.name[1:5] for path in (migrations / "versions").glob("v[0-9]*.py"))


def _bring_up_to_date(engine: Engine, on_sqlite: bool) -> None:
    with engine.connect() as connection:
        if on_sqlite:
            connection.info["immediate"] = True
        with connection.begin():
            if not on_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
            current = _revision(connection)
            if current == newest_revision(MIGRATIONS):
                return
            from f2f_desktop.hub import migrating

            if current is not None and not migrating.knows(MIGRATIONS, current):
                raise HubTooNew(
                    "This database was used by a newer F2F Desktop.", "Install the newest version of the hub."
                )
            migrating.migrate(MIGRATIONS, connection)


def _revision(connection: Connection) -> str | None:
    """The newest migration that the database has seen; None: it is new."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
