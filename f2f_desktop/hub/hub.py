"""A hub: its database, its keys, and the one who writes."""

import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Connection, select

from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import PublicKey, SigningKey
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.facts import insert_new_one
from f2f_desktop.hub.results.projector import Projector
from f2f_desktop.hub.tables import campaigns, identity
from f2f_desktop.hub.writer import Writer
from f2f_desktop.protocol.api import HubIdentity
from f2f_desktop.protocol.room import RoomKit
from f2f_desktop.protocol.sealing import new_sealing_key, sealing_public

Result = TypeVar("Result")

THREADS = 8


class NoHubYet(KnownError):
    """The database holds no hub."""

    def __init__(self) -> None:
        super().__init__("No hub was set up in this database yet.", "Run: f2f-desktop hub init")


class CampaignExists(KnownError):
    """There is a campaign by this id already."""


@dataclass(frozen=True)
class HubKeys:
    """The hub's own keys, and the epoch of its data."""

    signing: SigningKey
    sealing: bytes = field(repr=False)
    epoch: str

    @property
    def public(self) -> HubIdentity:
        """How laptops know the hub."""
        return HubIdentity(self.signing.public.to_bytes(), sealing_public(self.sealing))


class Hub:
    """An open hub.

    Attributes:
        database: to read by.
        keys: the hub's own.
        pool: threads for what waits: reading, checking signatures.
        certificate: SHA-256 of the certificate that it shows itself; empty: somebody else does TLS, or nobody.
        room: what it was made from, if it is a room's.
    """

    def __init__(self, database: HubDatabase, certificate: bytes = b"", room: RoomKit | None = None) -> None:
        """Raises `NoHubYet`."""
        self.database = database
        self.room = room
        self.keys = read_keys(database)
        self.certificate = certificate
        self.identity = self.keys.public
        self.writer = Writer(database)
        self.projector = Projector(self.writer)
        self.pool = ThreadPoolExecutor(THREADS, "hub")

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Does something in one transaction, and waits for it."""
        return self.writer.submit(work).result()

    def close(self) -> None:
        """Finishes what was handed in; gives the database up."""
        self.pool.shutdown()
        self.projector.close()
        self.writer.close()
        self.database.close()


def read_keys(database: HubDatabase) -> HubKeys:
    """The keys in a database. Raises `NoHubYet`."""
    with database.reading() as connection:
        row = connection.execute(select(identity)).one_or_none()
    if row is None:
        raise NoHubYet
    return HubKeys(SigningKey.from_bytes(bytes(row.signing_key)), bytes(row.sealing_key), row.epoch)


def set_up(database: HubDatabase) -> HubKeys:
    """Gives a database its hub's keys, unless it has them."""
    with database.writing() as connection:
        insert_new_one(  # another hub may be just as new to this database
            connection,
            identity,
            {
                "only": 1,
                "signing_key": SigningKey.generate().to_bytes(),
                "sealing_key": new_sealing_key(),
                "epoch": secrets.token_hex(8),
            },
        )
    return read_keys(database)


def begin_epoch(database: HubDatabase) -> str:
    """Says that the data is not what it was: after a restore from a backup."""
    epoch = secrets.token_hex(8)
    with database.writing() as connection:
        connection.execute(identity.update().values(epoch=epoch))
    return epoch


def campaign_named(database: HubDatabase, name: str) -> CampaignId | None:
    """The campaign of this name, if there is one."""
    with database.reading() as connection:
        found = connection.scalar(select(campaigns.c.id).where(campaigns.c.name == name).limit(1))
    return None if found is None else CampaignId(found)


def add_campaign(database: HubDatabase, campaign: CampaignId, name: str, key: PublicKey) -> None:
    """Enters a campaign. Raises `CampaignExists`."""
    with database.writing() as connection:
        if connection.scalar(select(campaigns.c.id).where(campaigns.c.id == campaign)) is not None:
            raise CampaignExists("The hub has a campaign by this id already.", "Choose another id.")
        connection.execute(
            campaigns.insert().values(
                id=campaign, name=name, public_key=key.to_bytes(), position=0, created_at=now()
            )
        )
