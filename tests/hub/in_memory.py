"""Vaults and a hub in memory, for histories by the thousand: the real tables and the real code, without files,
threads and sockets. A copy of one is a copy of all its pages, as a backup would be."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, select
from sqlalchemy.pool import StaticPool

from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import PublicKey, SigningKey
from f2f_desktop.hub import database as hub_database
from f2f_desktop.hub import enrolment, faults
from f2f_desktop.hub.checking import checked
from f2f_desktop.hub.content import changes
from f2f_desktop.hub.hub import HubKeys
from f2f_desktop.hub.intake import Push, held, receipt_of, take_in
from f2f_desktop.hub.results.projector import advance
from f2f_desktop.hub.tables import campaigns, identity
from f2f_desktop.protocol.api import EnrolRequest, NewInvite, PushAnswer, PushRequest, SignedEnrolment
from f2f_desktop.protocol.sealing import new_sealing_key
from f2f_desktop.vault import database as vault_database
from tests.hub.quick_connection import QuickConnection

CAMPAIGN = CampaignId("harbor-votes")

_free: list[tuple[Any, Engine, Connection]] = []
"""Databases that were given up. They are used again, because an engine remembers the SQL that it has compiled."""

Hook = Callable[[str], None]
"""Told "begin" before a transaction and "end" after it is committed."""


class Memory:
    """A database in memory."""

    def __init__(self, source: Any) -> None:
        """A copy of another one."""
        self.raw, self.engine, self._connection = _free.pop() if _free else _made()
        self.put_back(source)

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A transaction."""
        with self._connection.begin():
            yield self._connection

    def copy(self) -> Any:
        """All its pages, as they are now."""
        copied = sqlcipher3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self.raw.backup(copied)
        return copied

    def put_back(self, source: Any) -> None:
        """Becomes what `copy` gave."""
        source.backup(self.raw)

    def close(self) -> None:
        _free.append((self.raw, self.engine, self._connection))


def _made() -> tuple[Any, Engine, Connection]:
    raw = sqlcipher3.connect(":memory:", check_same_thread=False, isolation_level=None)
    raw.execute("PRAGMA foreign_keys=ON")
    raw.execute("PRAGMA recursive_triggers=ON")
    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2, creator=lambda: raw, poolclass=StaticPool)
    engine._connection_cls = QuickConnection
    # As a listener to "begin" would, but without listening every statement takes longer way.
    engine.dialect.do_begin = lambda _: raw.execute("BEGIN")  # type: ignore[method-assign]
    return raw, engine, engine.connect()


@cache
def new_vault() -> Any:
    """The pages of a new vault."""
    memory = Memory(sqlcipher3.connect(":memory:"))
    vault_database._bring_up_to_date(memory.engine, None, must_exist=False)  # type: ignore[arg-type]
    return memory.copy()


@cache
def new_hub() -> Any:
    """The pages of a new hub's database."""
    memory = Memory(sqlcipher3.connect(":memory:"))
    hub_database._bring_up_to_date(memory.engine, on_sqlite=True)
    return memory.copy()


class MemoryVault:
    """What `Vault` is to the courier."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.hook: Hook = lambda _: None

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        self.hook("begin")
        with self.memory.begin() as connection:
            yield connection
        self.hook("end")


class MemoryHub:
    """The core of the hub's operations over a database in memory."""

    def __init__(self, memory: Memory) -> None:
        """A hub that was set up in this database."""
        self.memory, self.invite = memory, b""
        self.read_keys()

    @classmethod
    def set_up(cls, memory: Memory) -> "MemoryHub":
        """A new hub with a campaign and an invite to it."""
        signing, campaign = SigningKey.generate(), SigningKey.generate()
        with memory.begin() as connection:
            connection.execute(
                identity.insert().values(
                    only=1, signing_key=signing.to_bytes(), sealing_key=new_sealing_key(), epoch="epoch-0"
                )
            )
            connection.execute(
                campaigns.insert().values(
                    id=CAMPAIGN,
                    name="Harbor Votes",
                    public_key=campaign.public.to_bytes(),
                    position=0,
                    created_at=0,
                )
            )
            wanted = NewInvite(uses=100)
            secret = enrolment.issue(connection, CAMPAIGN, wanted, "", signing.public.to_bytes()).secret
        hub = cls(memory)
        hub.invite = secret
        return hub

    def read_keys(self) -> None:
        """As a hub does when it starts."""
        with self.memory.begin() as connection:
            row = connection.execute(select(identity)).one()
        self.keys = HubKeys(SigningKey.from_bytes(row.signing_key), row.sealing_key, row.epoch)

    def begin_epoch(self, epoch: str) -> None:
        """As `hub restored` does."""
        with self.memory.begin() as connection:
            connection.execute(identity.update().values(epoch=epoch))
        self.read_keys()

    def answer(self, target: str, content: bytes, key: bytes) -> tuple[int, bytes]:
        """Status and content of the answer to a request of the device with this key."""
        try:
            with self.memory.begin() as connection:
                answer = msgspec.json.encode(self._answer(connection, urlsplit(target), content, key))
            if target == "/v1/events":
                self._project()
        except KnownError as error:
            problem = faults.problem_of(error)
            return problem.status, msgspec.json.encode(problem)
        return 200, answer

    def _project(self) -> None:
        """What the projector's thread does behind the intake."""
        with self.memory.begin() as connection:
            while advance(connection):
                pass

    def _answer(self, connection: Connection, target: Any, content: bytes, key: bytes) -> Any:
        public, signing = PublicKey.from_bytes(key), self.keys.signing
        if target.path == "/v1/enrol":
            request = msgspec.json.decode(content, type=EnrolRequest)
            return enrolment.enrol(connection, request, public, signing)
        if target.path == "/v1/enrol-again":
            again = msgspec.json.decode(content, type=SignedEnrolment)
            return enrolment.enrol_again(connection, again, public, signing)
        caller = enrolment.caller_by_key(connection, key)
        if caller is None:
            raise faults.UnknownDevice
        numbers = {name: int(values[0]) for name, values in parse_qs(target.query).items()}
        if target.path == "/v1/changes":
            return changes(connection, caller.campaign, numbers["cursor"], self.keys.epoch)
        if target.path == "/v1/events":
            data = msgspec.json.decode(content, type=PushRequest)
            found = checked(data.stream, data.events, public)
            push = Push(caller.campaign, caller.device, data.stream, found)
            return PushAnswer(*take_in(connection, push, signing, self.keys.epoch))
        _, _, _, stream, *rest = target.path.split("/")
        if rest:
            return held(connection, caller.campaign, caller.device, stream, numbers["after"])
        return receipt_of(connection, caller.campaign, caller.device, stream, signing, self.keys.epoch)
