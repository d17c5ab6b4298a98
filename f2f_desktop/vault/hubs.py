"""The hubs that this laptop has joined: how to reach them, and how far it is with each."""

import msgspec
from sqlalchemy import Connection, Row, select, update
from sqlalchemy.dialects.sqlite import insert

from f2f_desktop.campaign.ids import CampaignId, Milliseconds
from f2f_desktop.protocol.api import Enrolled, HubIdentity, SignedEnrolment
from f2f_desktop.protocol.invites import Address
from f2f_desktop.protocol.manifest import ExtractOffer
from f2f_desktop.protocol.roles import Role
from f2f_desktop.vault.content import OtherCampaign
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.properties import get_text, set_text
from f2f_desktop.vault.tables import bundles, foreign_opt_outs, hubs, parts

_SEEN = "event_at_cursor_"
_OFFERS = select(hubs.c.offers).order_by(hubs.c.manifest_version.desc()).limit(1)
_KNOWN = select(hubs).order_by(hubs.c.room.desc(), hubs.c.joined_at)


class KnownHub(msgspec.Struct, frozen=True):
    """A hub that this laptop has joined."""

    address: Address
    identity: HubIdentity
    room: bool
    campaign: CampaignId
    campaign_name: str
    campaign_key: bytes
    device: str
    role: Role
    enrolment: SignedEnrolment
    epoch: str = ""
    """Of the hub's data when it was last asked."""
    cursor: int = 0
    manifest_version: int = 0
    complete_at: Milliseconds | None = None
    """When the hub last gave a receipt for everything that this laptop has."""
    complete_count: int = 0
    """How many events that receipt was for."""
    failures: int = 0
    """Attempts in a row that failed."""
    next_try: Milliseconds = Milliseconds(0)
    trouble: str = ""
    """Name of the error that the last attempt ended in; empty: it went well."""
    revoked_at: Milliseconds | None = None

    @property
    def expected(self) -> bool:
        """Whether a room has named this hub, and it does not know this laptop yet as far as that is known here."""
        return not self.device


def join(
    connection: Connection, address: Address, identity: HubIdentity, enrolled: Enrolled, *, room: bool
) -> None:
    """Stores a hub, in place of what was known of it."""
    values = {
        "room": room,
        "url": address.url,
        "pin": address.pin,
        "sealing_key": identity.sealing_key,
        "campaign_id": enrolled.campaign,
        "campaign_name": enrolled.campaign_name,
        "campaign_key": enrolled.campaign_key,
        "device_id": enrolled.device,
        "role": enrolled.role,
        "enrolment": msgspec.json.encode(enrolled.enrolment),
        "joined_at": now(),
        "failures": 0,
        "next_try": 0,
        "trouble": "",
        "revoked_at": None,
    }
    fresh = {"epoch": "", "cursor": 0, "manifest_version": 0, "offers": b"[]", "complete_count": 0}
    statement = insert(hubs).values(key=identity.key, **values, **fresh)
    connection.execute(statement.on_conflict_do_update(["key"], set_=values))


def expect(connection: Connection, address: Address, identity: HubIdentity, room: Enrolled) -> None:
    """Stores the campaign's own hub, which a room has named, unless it is known already."""
    values = {
        "key": identity.key,
        "room": False,
        "url": address.url,
        "pin": address.pin,
        "sealing_key": identity.sealing_key,
        "campaign_id": room.campaign,
        "campaign_name": room.campaign_name,
        "campaign_key": room.campaign_key,
        "device_id": "",
        "role": room.role,
        "enrolment": msgspec.json.encode(SignedEnrolment(b"", b"")),
        "joined_at": now(),
        "epoch": "",
        "cursor": 0,
        "manifest_version": 0,
        "offers": b"[]",
        "complete_count": 0,
        "failures": 0,
        "next_try": 0,
        "trouble": "",
    }
    if main_hub(connection) is None:
        connection.execute(insert(hubs).values(**values).on_conflict_do_nothing())


def check_campaign(connection: Connection, campaign: CampaignId, key: bytes) -> None:
    """Returns if the content that is here, if any, is this campaign's. Raises `OtherCampaign`."""
    present = connection.execute(select(bundles.c.campaign_id, bundles.c.signer)).one_or_none()
    if present is not None and (present.campaign_id, present.signer) != (campaign, key):
        raise OtherCampaign("This vault already belongs to another campaign.", "Join from a vault of its own.")


def known_hubs(connection: Connection) -> list[KnownHub]:
    """The hubs, a room's first: it is the nearer one. The main one may be `expected` still."""
    return [_hub(row) for row in connection.execute(_KNOWN)]


def main_hub(connection: Connection) -> KnownHub | None:
    """The campaign's own hub, or None."""
    row = connection.execute(
        select(hubs).where(hubs.c.room.is_(False)).order_by(hubs.c.joined_at.desc()).limit(1)
    ).one_or_none()
    return None if row is None else _hub(row)


def leave(connection: Connection, key: bytes) -> None:
    """Forgets a hub; what it holds it holds."""
    connection.execute(hubs.delete().where(hubs.c.key == key))


def note_success(connection: Connection, key: bytes, complete: int | None, next_try: Milliseconds) -> None:
    """Notes that a round went well; `complete`: for how many events the receipt was, None: not for all."""
    values = {"failures": 0, "trouble": "", "next_try": next_try}
    if complete is not None:
        values |= {"complete_at": now(), "complete_count": complete}
    connection.execute(update(hubs).where(hubs.c.key == key).values(**values))


def note_complete(connection: Connection, key: bytes, complete: int, at: Milliseconds) -> None:
    """Notes that a receipt which came by file was for everything that this laptop has."""
    connection.execute(update(hubs).where(hubs.c.key == key).values(complete_at=at, complete_count=complete))


def note_failure(connection: Connection, key: bytes, trouble: str, next_try: Milliseconds) -> None:
    """Notes that a round failed, and when to try again."""
    connection.execute(
        update(hubs)
        .where(hubs.c.key == key)
        .values(failures=hubs.c.failures + 1, trouble=trouble, next_try=next_try)
    )


def note_revoked(connection: Connection, key: bytes) -> None:
    """Notes that the campaign has ended this laptop's access."""
    connection.execute(update(hubs).where(hubs.c.key == key, hubs.c.revoked_at.is_(None)).values(revoked_at=now()))


def store_page(
    connection: Connection, key: bytes, epoch: str, cursor: int, seen: str, opt_outs: tuple[str, ...]
) -> None:
    """Stores a page of changes, where the next one begins, and the event there, in the caller's transaction."""
    set_text(connection, _SEEN + key.hex(), seen)
    for point in opt_outs:
        connection.execute(insert(foreign_opt_outs).values(point_hash=point).on_conflict_do_nothing())
    connection.execute(update(hubs).where(hubs.c.key == key).values(epoch=epoch, cursor=cursor))


def seen_at_cursor(connection: Connection, key: bytes) -> str:
    """Id of the event that lay at the hub's cursor when its last page was stored; empty: none did."""
    return get_text(connection, _SEEN + key.hex())


def withdraw_opt_outs(connection: Connection, points: tuple[str, ...]) -> None:
    """Forgets opt-outs that were undone."""
    if points:
        connection.execute(foreign_opt_outs.delete().where(foreign_opt_outs.c.point_hash.in_(points)))


def store_offers(connection: Connection, key: bytes, version: int, offers: tuple[ExtractOffer, ...]) -> None:
    """Stores which version of the content is installed, and the extracts that it offers."""
    connection.execute(
        update(hubs).where(hubs.c.key == key).values(manifest_version=version, offers=msgspec.json.encode(offers))
    )


def store_manifest(connection: Connection, key: bytes, manifest: bytes) -> None:
    """Keeps the newest manifest as the campaign signed it, so that a room can pass it on."""
    connection.execute(update(hubs).where(hubs.c.key == key).values(manifest=manifest))


def manifest_of(connection: Connection, key: bytes) -> bytes:
    """The newest manifest that a hub gave; empty if none was kept."""
    return connection.scalar(select(hubs.c.manifest).where(hubs.c.key == key)) or b""


def offers_of(connection: Connection) -> tuple[ExtractOffer, ...]:
    """The extracts that the campaign offers, by its newest manifest."""
    row = connection.execute(_OFFERS).one_or_none()
    return () if row is None else msgspec.json.decode(row.offers, type=tuple[ExtractOffer, ...])


def content_version(connection: Connection) -> int:
    """The version of the campaign's content here; 0: none."""
    return connection.scalar(select(bundles.c.version)) or 0


def stored_part(connection: Connection, name: str) -> bytes | None:
    """A part of the content that was fetched before."""
    return connection.scalar(select(parts.c.data).where(parts.c.hash == name))


def store_part(connection: Connection, name: str, data: bytes) -> None:
    """Keeps a part."""
    connection.execute(insert(parts).values(hash=name, data=data).on_conflict_do_nothing())


def keep_parts(connection: Connection, names: set[str]) -> None:
    """Forgets every other part."""
    connection.execute(parts.delete().where(parts.c.hash.not_in(names)))


def _hub(row: Row[tuple[object, ...]]) -> KnownHub:
    found = row._mapping
    return KnownHub(
        Address(found["url"], found["pin"]),
        HubIdentity(found["key"], found["sealing_key"]),
        found["room"],
        found["campaign_id"],
        found["campaign_name"],
        found["campaign_key"],
        found["device_id"],
        Role(found["role"]),
        msgspec.json.decode(found["enrolment"], type=SignedEnrolment),
        found["epoch"],
        found["cursor"],
        found["manifest_version"],
        found["complete_at"],
        found["complete_count"],
        found["failures"],
        found["next_try"],
        found["trouble"],
        found["revoked_at"],
    )
