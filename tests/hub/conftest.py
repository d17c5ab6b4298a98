"""Hubs on both databases."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.hub.processes import Cluster, HubProcess, new_hub, postgresql, server_binaries
from tests.hub.replicas import Replica, set_up_hub
from tests.memory_folder import tmp_path

__all__ = ["tmp_path"]


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """One PostgreSQL for the whole run; every test has a database of its own."""
    if server_binaries() is None:
        pytest.skip("no PostgreSQL server is installed (Debian: postgresql)")
    with postgresql() as made:
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """A database's URL; empty: a file in the hub's folder."""
    if request.param == "sqlite":
        return ""
    made: Cluster = request.getfixturevalue("cluster")
    return made.database()


@pytest.fixture
def hub(database: str, tmp_path: Path) -> Iterator[HubProcess]:
    """A running hub, on each database."""
    made = new_hub(tmp_path / "hub", database).start()
    yield made
    made.stop()


@pytest.fixture
def sqlite_hub(tmp_path: Path) -> Iterator[HubProcess]:
    """A running hub on SQLite."""
    made = new_hub(tmp_path / "hub").start()
    yield made
    made.stop()


Open = Callable[[], Replica]


@pytest.fixture
def opened(database: str, tmp_path: Path) -> Iterator[Open]:
    """Opens hubs inside the test's process, all on one database with two campaigns, on each kind of database."""
    where = database or tmp_path / "hub.db"
    set_up_hub(where)
    made: list[Replica] = []

    def another() -> Replica:
        made.append(Replica(where))
        return made[-1]

    yield another
    for each in made:
        each.close()


@pytest.fixture
def replica(opened: Open) -> Replica:
    """One of them."""
    return opened()


@pytest.fixture
def open_sqlite(tmp_path: Path) -> Iterator[Open]:
    """As `opened`, on SQLite alone: for what the database has no part in."""
    set_up_hub(tmp_path / "hub.db")
    made: list[Replica] = []

    def another() -> Replica:
        made.append(Replica(tmp_path / "hub.db"))
        return made[-1]

    yield another
    for each in made:
        each.close()


@pytest.fixture
def sqlite_replica(open_sqlite: Open) -> Replica:
    """One of them."""
    return open_sqlite()
