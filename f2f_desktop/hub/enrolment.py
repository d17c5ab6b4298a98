"""Joining a campaign: invites are issued, exchanged for registered devices, and revoked."""

import hashlib
import secrets
from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, bindparam, func, or_, select, update

from f2f_desktop.campaign.ids import CampaignId, Milliseconds
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import BadSignature, PublicKey, SigningKey
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.tables import audit, campaigns, devices, invites
from f2f_desktop.protocol.api import (
    AuditRow,
    Enrolled,
    Enrolment,
    EnrolRequest,
    InviteRow,
    IssuedInvite,
    NewInvite,
    SignedEnrolment,
)
from f2f_desktop.protocol.join_codes import new_code, stretched
from f2f_desktop.protocol.roles import Role

LONGEST_CODE_LIFE = Milliseconds(24 * 3600 * 1000)
LONGEST_INVITE_HOURS = 24 * 365.0
MOST_USES = 10_000
MOST_OPEN_CODES = 32
LONGEST_NAME = 200

_ENROLMENT_PREFIX = b"f2f-enrolment/1\n"


class BadInvite(KnownError):
    """No invite that is good now has this secret."""

    def __init__(self) -> None:
        super().__init__(
            "This invite or code is not good, or not any more.", "Check it, or ask your organizer for a new one."
        )


class NotAllowed(KnownError):
    """The role does not reach that far."""


class NotThere(KnownError):
    """Nothing by this id in this campaign."""

    def __init__(self) -> None:
        super().__init__("There is nothing by this id.", "Reload the list.")


class Caller(msgspec.Struct, frozen=True):
    """The registered device that asks."""

    campaign: CampaignId
    campaign_name: str
    device: str
    key: bytes
    role: Role
    name: str
    email: str
    last_seen: int
    revoked: bool
    waiting: int | None = None


_BY_KEY = (
    select(devices, campaigns.c.name.label("campaign_name"))
    .join(campaigns, campaigns.c.id == devices.c.campaign_id)
    .where(devices.c.public_key == bindparam("key"))
)


def caller_by_key(connection: Connection, key: bytes) -> Caller | None:
    """The device with this public key, or None."""
    row = connection.execute(_BY_KEY, {"key": key}).one_or_none()
    if row is None:
        return None
    return Caller(
        CampaignId(row.campaign_id),
        row.campaign_name,
        row.id,
        bytes(row.public_key),
        Role(row.role),
        row.name,
        row.email,
        row.last_seen or 0,
        row.revoked_at is not None,
        row.waiting,
    )


def note_waiting(connection: Connection, said: Sequence[tuple[str, int]]) -> list[None]:
    """Notes of devices how many events wait on them, as they say; the last word of each holds."""
    connection.execute(
        update(devices).where(devices.c.id == bindparam("device")).values(waiting=bindparam("count")),
        [{"device": device, "count": count} for device, count in sorted(dict(said).items())],
    )
    return [None] * len(said)


def issue(connection: Connection, campaign: CampaignId, wanted: NewInvite, by: str, hub: bytes) -> IssuedInvite:
    """Makes an invite. Its secrets are given this once; the hub keeps hashes.

    Args:
        by: the device, or who else it was.
        hub: the hub's public key, which join codes are salted with.

    Raises `KnownError` where too many codes are open or a number is out of bounds.
    """
    if not (0 < wanted.uses <= MOST_USES and 0 < wanted.hours <= LONGEST_INVITE_HOURS):
        raise KnownError(
            f"An invite is good for 1 to {MOST_USES} devices and up to a year.", "Choose other numbers."
        )
    at = now()
    secret = secrets.token_bytes(16)
    expires = Milliseconds(at + int(wanted.hours * 3_600_000))
    code, code_values = "", {}
    if wanted.with_code:
        if len(open_proof_keys(connection, campaign)) >= MOST_OPEN_CODES:
            raise KnownError(f"{MOST_OPEN_CODES} join codes are open already.", "Revoke one first.")
        code = new_code()
        keys = stretched(code, hub)
        code_values = {
            "code_hash": _hashed(keys.secret),
            "proof_key": keys.proof_key,
            "code_expires_at": min(expires, at + LONGEST_CODE_LIFE),
        }
    invite = secrets.token_hex(8)
    connection.execute(
        invites.insert().values(
            id=invite,
            campaign_id=campaign,
            secret_hash=_hashed(secret),
            role=wanted.role,
            label=wanted.label[:LONGEST_NAME].replace("\x00", ""),
            uses_left=wanted.uses,
            expires_at=expires,
            created_at=at,
            created_by=by,
            **code_values,
        )
    )
    return IssuedInvite(invite, secret, wanted.role, expires, wanted.uses, code)


def open_proof_keys(connection: Connection, campaign: CampaignId | None = None) -> list[bytes]:
    """The proof keys of the join codes that are good now, of one or every campaign of the hub."""
    at = now()
    query = select(invites.c.proof_key).where(
        invites.c.proof_key.is_not(None),
        invites.c.code_expires_at > at,
        invites.c.revoked_at.is_(None),
        invites.c.uses_left > 0,
    )
    if campaign is not None:
        query = query.where(invites.c.campaign_id == campaign)
    rows = connection.scalars(query)
    return [bytes(key) for key in rows if key is not None]


def is_long_secret(connection: Connection, secret: bytes) -> bool:
    """Whether this is the secret of an invite's link or file: 128 bits, which nobody guesses."""
    found = connection.scalar(select(invites.c.id).where(invites.c.secret_hash == _hashed(secret)))
    return found is not None


def enrol(connection: Connection, request: EnrolRequest, key: PublicKey, hub: SigningKey) -> Enrolled:
    """Exchanges an invite for a registered device. The same device asking again gets the same answer.

    Raises `BadInvite`.
    """
    at = now()
    hashed = _hashed(request.secret)
    invite = connection.execute(
        select(invites)
        .where(
            or_(
                invites.c.secret_hash == hashed,
                (invites.c.code_hash == hashed) & (invites.c.code_expires_at > at),
            )
        )
        .with_for_update()
    ).one_or_none()
    if invite is None or invite.revoked_at is not None or invite.expires_at <= at:
        raise BadInvite
    present = caller_by_key(connection, key.to_bytes())
    if present is not None:
        if present.campaign != invite.campaign_id or present.revoked:
            raise BadInvite
        return _enrolled(connection, present, hub, at)
    if invite.uses_left <= 0:
        raise BadInvite
    connection.execute(update(invites).where(invites.c.id == invite.id).values(uses_left=invites.c.uses_left - 1))
    return register(
        connection,
        Enrolment(
            CampaignId(invite.campaign_id),
            secrets.token_hex(8),
            key.to_bytes(),
            Role(invite.role),
            tidy_name(request.name),
            tidy_name(request.email),
            at,
        ),
        hub,
        invite.id,
    )


def register(connection: Connection, enrolment: Enrolment, hub: SigningKey, invite: str | None = None) -> Enrolled:
    """Enters a device."""
    connection.execute(
        devices.insert().values(
            id=enrolment.device,
            campaign_id=enrolment.campaign,
            public_key=enrolment.key,
            role=enrolment.role,
            name=enrolment.name,
            email=enrolment.email,
            person=person_of(enrolment.device, enrolment.email),
            invite_id=invite,
            enrolled_at=enrolment.at,
        )
    )
    caller = caller_by_key(connection, enrolment.key)
    assert caller is not None
    return _enrolled(connection, caller, hub, enrolment.at)


def person_of(device: str, email: str) -> str:
    """Whose a device is: those under one e-mail address are one volunteer's, others are one's each."""
    return email.casefold() or device


def enrol_again(connection: Connection, signed: SignedEnrolment, key: PublicKey, hub: SigningKey) -> Enrolled:
    """Takes a device back that joined before the hub lost it: what the hub itself signed then is the proof.

    Raises `BadInvite`.
    """
    try:
        hub.public.verify(signed.signature, _ENROLMENT_PREFIX + signed.body)
        enrolment = msgspec.json.decode(signed.body, type=Enrolment)
    except (BadSignature, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadInvite from error
    known = connection.scalar(select(campaigns.c.id).where(campaigns.c.id == enrolment.campaign))
    if enrolment.key != key.to_bytes() or known is None:
        raise BadInvite
    present = caller_by_key(connection, key.to_bytes())
    if present is not None:
        if present.revoked or present.campaign != enrolment.campaign:
            raise BadInvite
        return _enrolled(connection, present, hub, now())
    if connection.scalar(select(devices.c.id).where(devices.c.id == enrolment.device)) is not None:
        raise BadInvite
    write_audit(connection, enrolment.campaign, enrolment.device, "device.returned", enrolment.role)
    return register(connection, enrolment, hub)


def _enrolled(connection: Connection, caller: Caller, hub: SigningKey, at: int) -> Enrolled:
    enrolment = Enrolment(
        caller.campaign, caller.device, caller.key, caller.role, caller.name, caller.email, Milliseconds(at)
    )
    body = msgspec.json.encode(enrolment, order="sorted")
    key = connection.scalar(select(campaigns.c.public_key).where(campaigns.c.id == caller.campaign))
    assert key is not None
    return Enrolled(
        caller.campaign,
        caller.campaign_name,
        bytes(key),
        caller.device,
        caller.role,
        SignedEnrolment(body, hub.sign(_ENROLMENT_PREFIX + body)),
    )


def enrolled_as(connection: Connection, caller: Caller, hub: SigningKey) -> Enrolled:
    """What a registered device learns when it joins."""
    return _enrolled(connection, caller, hub, now())


def volunteer_enrolments(connection: Connection, campaign: CampaignId) -> list[Enrolment]:
    """The volunteers' devices, in the order in which they joined."""
    rows = connection.execute(
        select(devices)
        .where(devices.c.campaign_id == campaign, devices.c.role == Role.VOLUNTEER)
        .order_by(devices.c.enrolled_at, devices.c.id)
    )
    return [
        Enrolment(
            campaign,
            row.id,
            bytes(row.public_key),
            Role(row.role),
            row.name,
            row.email,
            Milliseconds(row.enrolled_at),
        )
        for row in rows
    ]


def revoke_device(connection: Connection, caller: Caller, device: str) -> None:
    """Ends a device's access, from its next request on. Raises `NotThere`, `NotAllowed`."""
    row = connection.execute(
        select(devices.c.role).where(devices.c.id == device, devices.c.campaign_id == caller.campaign)
    ).one_or_none()
    if row is None:
        raise NotThere
    if Role(row.role) not in caller.role.includes:
        raise NotAllowed("Only an owner can revoke an owner.", "Ask one.")
    if Role(row.role) is Role.OWNER:
        others = connection.scalar(
            select(func.count())
            .select_from(devices)
            .where(
                devices.c.campaign_id == caller.campaign,
                devices.c.role == Role.OWNER,
                devices.c.revoked_at.is_(None),
                devices.c.id != device,
            )
        )
        if not others:
            raise NotAllowed("This is the campaign's only owner.", "Invite another owner first.")
    connection.execute(
        update(devices).where(devices.c.id == device, devices.c.revoked_at.is_(None)).values(revoked_at=now())
    )
    write_audit(connection, caller.campaign, caller.device, "device.revoked", device)


def revoke_invite(connection: Connection, caller: Caller, invite: str) -> None:
    """Ends an invite. Raises `NotThere`."""
    changed = connection.execute(
        update(invites)
        .where(invites.c.id == invite, invites.c.campaign_id == caller.campaign)
        .values(revoked_at=func.coalesce(invites.c.revoked_at, now()))
    )
    if not changed.rowcount:
        raise NotThere
    write_audit(connection, caller.campaign, caller.device, "invite.revoked", invite)


def invite_rows(connection: Connection, campaign: CampaignId) -> list[InviteRow]:
    """The campaign's invites, the newest first."""
    rows = connection.execute(
        select(invites)
        .where(invites.c.campaign_id == campaign)
        .order_by(invites.c.created_at.desc(), invites.c.id)
    )
    return [
        InviteRow(
            row.id,
            Role(row.role),
            row.label,
            Milliseconds(row.created_at),
            row.created_by,
            Milliseconds(row.expires_at),
            row.uses_left,
            row.revoked_at is not None,
            row.code_hash is not None,
        )
        for row in rows
    ]


def write_audit(connection: Connection, campaign: CampaignId, device: str, operation: str, detail: str) -> None:
    """Writes down what an organizer or owner did."""
    connection.execute(
        audit.insert().values(
            campaign_id=campaign, at=now(), device_id=device, operation=operation, detail=detail[:1_000]
        )
    )


def audit_rows(connection: Connection, campaign: CampaignId, most: int = 1_000) -> list[AuditRow]:
    """What organizers and owners did, the newest first."""
    rows = connection.execute(
        select(audit, devices.c.name)
        .outerjoin(devices, devices.c.id == audit.c.device_id)
        .where(audit.c.campaign_id == campaign)
        .order_by(audit.c.id.desc())
        .limit(most)
    )
    return [
        AuditRow(Milliseconds(row.at), row.device_id, row.name or "", row.operation, row.detail) for row in rows
    ]


def _hashed(secret: bytes) -> bytes:
    return hashlib.sha256(b"f2f-invite/1\n" + secret).digest()


def tidy_name(text: str) -> str:
    """A name or address as it is kept: in one line, of a bounded length."""
    return " ".join("".join(each for each in " ".join(text.split()) if each.isprintable()).split())[:LONGEST_NAME]
