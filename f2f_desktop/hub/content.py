"""Content on its way down: signed manifests, and blobs in pieces. The hub signs none of it and changes none of it."""

import hashlib
from functools import cache

import msgspec
from sqlalchemy import BindParameter, Connection, Select, bindparam, delete, func, select, update

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import PublicKey
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.enrolment import Caller, NotThere, write_audit
from f2f_desktop.hub.facts import insert_new, insert_new_one
from f2f_desktop.hub.linking import note_links
from f2f_desktop.hub.noting import notes_after
from f2f_desktop.hub.results.asking import note_published
from f2f_desktop.hub.tables import blobs, campaigns, events, manifests, opt_outs, pieces, projected, voids
from f2f_desktop.protocol.api import LARGEST_BLOB, PIECE, BlobState, Changes, Published
from f2f_desktop.protocol.manifest import Manifest, Part, PartKind, read_manifest

OPT_OUTS_IN_A_PAGE = 2_000

MOST_UNFINISHED = 4 * LARGEST_BLOB
"""Bytes of files of a campaign that may be on their way at once."""

UNFINISHED_LIFE = 7 * 24 * 3600 * 1000
"""Milliseconds after which a file that never came to its end is thrown away."""

UNNAMED_LIFE = 30 * 24 * 3600 * 1000
"""Milliseconds after which a file that arrived, but was never published, is thrown away."""


class Refused(KnownError):
    """What was handed in does not fit."""


def publish(connection: Connection, caller: Caller, body: bytes, *, without_extracts: bool = False) -> Published:
    """Makes a signed manifest the campaign's newest. The same one again changes nothing.

    `without_extracts` lets it name extracts that the hub lacks: a room's may be opened far from any internet.

    Raises `SignedFileDamaged`, `ManifestForeign`, `Refused` where it is older or names blobs that are missing.
    """
    stored = connection.execute(
        select(campaigns.c.public_key).where(campaigns.c.id == caller.campaign).with_for_update()
    ).scalar_one()
    key = PublicKey.from_bytes(stored)
    manifest = read_manifest(body, caller.campaign, key)
    present = connection.scalar(
        select(manifests.c.body).where(
            manifests.c.campaign_id == caller.campaign, manifests.c.version == manifest.version
        )
    )
    if present is not None and bytes(present) == body:
        return Published(manifest.version)
    newest = newest_version(connection, caller.campaign)
    if manifest.version <= newest:
        raise Refused(
            f"The hub has version {newest} of this campaign already.",
            "Fetch it, make your changes on it, publish.",
        )
    named = {part.hash for part in manifest.parts} if without_extracts else _named(manifest)
    missing = [name for name in named if not is_complete(connection, caller.campaign, name)]
    if missing:
        raise Refused(
            f"{len(missing)} parts of this publication have not arrived at the hub.", "Send them, then publish."
        )
    connection.execute(
        manifests.insert().values(
            campaign_id=caller.campaign,
            version=manifest.version,
            body=body,
            published_at=now(),
            published_by=caller.device,
        )
    )
    for part in manifest.parts:
        content = _content_of(connection, caller.campaign, part)
        if content is not None:
            note_links(connection, caller.campaign, content)
            note_published(connection, caller.campaign, content)
    forget_unnamed(connection, caller.campaign, key)
    write_audit(connection, caller.campaign, caller.device, "content.published", str(manifest.version))
    return Published(manifest.version)


def _content_of(connection: Connection, campaign: CampaignId, part: Part) -> CampaignContent | None:
    """The content in a part, as far as this hub can read it; None: it is no core, or a later version's."""
    if part.kind is not PartKind.CORE:
        return None
    try:
        return msgspec.json.decode(_whole(connection, campaign, part.hash, part.size), type=CampaignContent)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _named(manifest: Manifest) -> set[str]:
    return (
        {part.hash for part in manifest.parts}
        | {extract.hash for extract in manifest.extracts}
        | {delta.hash for extract in manifest.extracts for delta in extract.deltas.values()}
    )


def newest_version(connection: Connection, campaign: CampaignId) -> int:
    """Version of the newest manifest; 0 before the first."""
    return connection.scalar(_NEWEST, {"campaign": campaign}) or 0


def newest_manifest(connection: Connection, campaign: CampaignId) -> bytes:
    """The newest manifest's bytes. Raises `NotThere` before the first."""
    body = connection.scalar(
        select(manifests.c.body)
        .where(manifests.c.campaign_id == campaign)
        .order_by(manifests.c.version.desc())
        .limit(1)
    )
    if body is None:
        raise NotThere
    return bytes(body)


def changes(
    connection: Connection, campaign: CampaignId, cursor: int, epoch: str, device: str = "", note: int = 0
) -> Changes:
    """The next page after `cursor`: opt-outs of the campaign's contacts in the order of their positions."""
    # First of all: what is projected later has a higher position, and belongs on a later page.
    until = connection.scalar(_PROJECTED, {"campaign": campaign}) or 0
    rows = connection.execute(_OPT_OUTS, {"campaign": campaign, "after": cursor, "until": until}).all()
    more = len(rows) == OPT_OUTS_IN_A_PAGE
    if more:
        # The page ends with a whole event: the rest of the last one begins the next page.
        last = rows[-1].position
        whole = [row for row in rows if row.position < last]
        rows = whole or rows
    # Where the cursor lies beyond the newest event, the data was put back: the laptop is told by a cursor before its.
    newest = rows[-1].position if more and rows else until
    return Changes(
        epoch,
        newest,
        more,
        tuple(row.point_hash for row in rows),
        _withdrawn(connection, campaign, cursor, newest),
        () if more else notes_after(connection, device, note),
        newest_version(connection, campaign),
        _event_at(connection, campaign, cursor),
        _event_at(connection, campaign, newest),
    )


_CAMPAIGN: BindParameter[str] = bindparam("campaign")

# Every laptop asks for changes every few minutes: these statements are made once.
_NEWEST = select(func.max(manifests.c.version)).where(manifests.c.campaign_id == _CAMPAIGN)
_PROJECTED = select(projected.c.position).where(projected.c.campaign_id == _CAMPAIGN)
_AT = select(events.c.id, events.c.received_at).where(
    events.c.campaign_id == _CAMPAIGN, events.c.position == bindparam("at")
)
_OPT_OUTS = (
    select(opt_outs.c.point_hash, opt_outs.c.position)
    .where(
        opt_outs.c.campaign_id == _CAMPAIGN,
        opt_outs.c.position > bindparam("after"),
        opt_outs.c.position <= bindparam("until"),
        ~select(voids.c.voided)
        .where(
            voids.c.campaign_id == _CAMPAIGN,
            voids.c.voided == opt_outs.c.event_id,
            voids.c.device_id == opt_outs.c.device_id,
        )
        .exists(),
    )
    .order_by(opt_outs.c.position)
    .limit(OPT_OUTS_IN_A_PAGE)
)


@cache
def _withdrawing() -> Select[str]:
    undone, other, undoing = opt_outs.alias(), opt_outs.alias(), voids.alias()
    still = (
        select(other.c.event_id)
        .where(
            other.c.campaign_id == _CAMPAIGN,
            other.c.point_hash == undone.c.point_hash,
            ~select(undoing.c.event_id)
            .where(
                undoing.c.campaign_id == _CAMPAIGN,
                undoing.c.voided == other.c.event_id,
                undoing.c.device_id == other.c.device_id,
            )
            .exists(),
        )
        .exists()
    )
    return (
        select(undone.c.point_hash)
        .distinct()
        .join(
            voids,
            (voids.c.campaign_id == undone.c.campaign_id)
            & (voids.c.voided == undone.c.event_id)
            & (voids.c.device_id == undone.c.device_id),
        )
        .where(
            voids.c.campaign_id == _CAMPAIGN,
            voids.c.position > bindparam("after"),
            voids.c.position <= bindparam("until"),
            ~still,
        )
    )


def _event_at(connection: Connection, campaign: CampaignId, position: int) -> str:
    """What lies at a position, and when it was received: after a restore the same event may come to the same place
    again, but never at the same time."""
    row = connection.execute(_AT, {"campaign": campaign, "at": position}).one_or_none()
    return "" if row is None else f"{row.id}@{row.received_at}"


def _withdrawn(connection: Connection, campaign: CampaignId, after: int, until: int) -> tuple[str, ...]:
    """Hashes whose opt-out was undone between two positions, and that nobody else has opted out."""
    return tuple(connection.scalars(_withdrawing(), {"campaign": campaign, "after": after, "until": until}))


def state_of(connection: Connection, campaign: CampaignId, name: str, size: int) -> BlobState:
    """Which pieces of a blob of `size` bytes are missing."""
    if is_complete(connection, campaign, name):
        return BlobState(size, ())
    there = set(
        connection.scalars(select(pieces.c.number).where(pieces.c.campaign_id == campaign, pieces.c.hash == name))
    )
    return BlobState(size, tuple(number for number in range(_pieces_of(size)) if number not in there))


def put_piece(connection: Connection, caller: Caller, name: str, size: int, number: int, data: bytes) -> BlobState:
    """Stores a piece; the last one completes the blob, if the whole hashes to its name.

    Raises `Refused`; what does not hash to its name is thrown away whole.
    """
    campaign = caller.campaign
    if not 0 < size <= LARGEST_BLOB or not _is_name(name):
        raise Refused("A file of this size or name is not kept.", f"At most {LARGEST_BLOB // 1_048_576} MB.")
    count = _pieces_of(size)
    expected = PIECE if number < count - 1 else size - PIECE * (count - 1)
    if not 0 <= number < count or len(data) != expected:
        raise Refused("The piece has the wrong length or number.", "Send it again.")
    if is_complete(connection, campaign, name):
        return BlobState(size, ())
    _begin(connection, campaign, name, size)
    insert_new(connection, pieces, [{"campaign_id": campaign, "hash": name, "number": number, "data": data}])
    state = state_of(connection, campaign, name, size)
    if state.missing:
        return state
    if _complete(connection, campaign, name, size):
        write_audit(connection, campaign, caller.device, "content.stored", f"{name} {size}")
    return state_of(connection, campaign, name, size)


def _whole(connection: Connection, campaign: CampaignId, name: str, size: int) -> bytes:
    return b"".join(piece(connection, campaign, name, number) for number in range(_pieces_of(size)))


def _begin(connection: Connection, campaign: CampaignId, name: str, size: int) -> None:
    """Enters a blob, and holds it: of pieces that arrive at two replicas at once, one is the last."""
    row = {"campaign_id": campaign, "hash": name, "size": size, "complete": False, "at": now()}
    if insert_new_one(connection, blobs, row):
        _forget_unfinished(connection, campaign)
        unfinished = connection.scalar(
            select(func.sum(blobs.c.size)).where(blobs.c.campaign_id == campaign, ~blobs.c.complete)
        )
        if int(unfinished or 0) > MOST_UNFINISHED:
            raise Refused("Too many files have begun to arrive.", "Finish those, or wait a week.")
    connection.execute(
        select(blobs.c.hash).where(blobs.c.campaign_id == campaign, blobs.c.hash == name).with_for_update()
    )


def _forget_unfinished(connection: Connection, campaign: CampaignId) -> None:
    """Throws away what has begun to arrive long ago and never came to its end."""
    old = select(blobs.c.hash).where(
        blobs.c.campaign_id == campaign, ~blobs.c.complete, blobs.c.at < now() - UNFINISHED_LIFE
    )
    connection.execute(delete(pieces).where(pieces.c.campaign_id == campaign, pieces.c.hash.in_(old)))
    connection.execute(delete(blobs).where(blobs.c.campaign_id == campaign, blobs.c.hash.in_(old)))


def forget_unnamed(connection: Connection, campaign: CampaignId, key: PublicKey) -> None:
    """Throws away files that lie here for long and that no manifest names: nobody will ever ask for them.

    What older versions name is kept. The campaign must be locked, so that no manifest comes to name them meanwhile.
    """
    old = blobs.c.campaign_id == campaign, blobs.c.complete, blobs.c.at < now() - UNNAMED_LIFE
    found = set(connection.scalars(select(blobs.c.hash).where(*old)))
    for body in connection.scalars(select(manifests.c.body).where(manifests.c.campaign_id == campaign)):
        if not found:
            return
        found -= _named(read_manifest(bytes(body), campaign, key))
    for name in found:
        connection.execute(delete(pieces).where(pieces.c.campaign_id == campaign, pieces.c.hash == name))
        connection.execute(delete(blobs).where(blobs.c.campaign_id == campaign, blobs.c.hash == name))


def _complete(connection: Connection, campaign: CampaignId, name: str, size: int) -> bool:
    digest = hashlib.sha256()
    for number in range(_pieces_of(size)):
        digest.update(
            connection.scalar(
                select(pieces.c.data).where(
                    pieces.c.campaign_id == campaign, pieces.c.hash == name, pieces.c.number == number
                )
            )
            or b""
        )
    if digest.hexdigest() != name:
        connection.execute(delete(pieces).where(pieces.c.campaign_id == campaign, pieces.c.hash == name))
        return False
    connection.execute(
        update(blobs).where(blobs.c.campaign_id == campaign, blobs.c.hash == name).values(complete=True, size=size)
    )
    return True


def piece(connection: Connection, campaign: CampaignId, name: str, number: int) -> bytes:
    """A piece of a complete blob. Raises `NotThere`."""
    if not is_complete(connection, campaign, name):
        raise NotThere
    data = connection.scalar(
        select(pieces.c.data).where(
            pieces.c.campaign_id == campaign, pieces.c.hash == name, pieces.c.number == number
        )
    )
    if data is None:
        raise NotThere
    return bytes(data)


def is_complete(connection: Connection, campaign: CampaignId, name: str) -> bool:
    """Whether the hub has the whole blob."""
    return bool(
        connection.scalar(select(blobs.c.complete).where(blobs.c.campaign_id == campaign, blobs.c.hash == name))
    )


def _pieces_of(size: int) -> int:
    return -(-size // PIECE)


def _is_name(name: str) -> bool:
    return len(name) == 64 and set(name) <= set("0123456789abcdef")
