"""Joining, devices, invites, and who did what."""

from typing import Any

import msgspec
from litestar import Request, get, post
from sqlalchemy import Connection, select

from f2f_desktop.hub.access import OPTION, Access
from f2f_desktop.hub.enrolment import (
    BadInvite,
    NotAllowed,
    audit_rows,
    device_rows,
    enrol,
    enrol_again,
    enrolled_as,
    invite_rows,
    issue,
    revoke_device,
    revoke_invite,
    volunteer_enrolments,
    write_audit,
)
from f2f_desktop.hub.forwarding import ForwardedDevices, register_forwarded
from f2f_desktop.hub.gate import Visit
from f2f_desktop.hub.hub import Hub
from f2f_desktop.hub.noting import leave_note
from f2f_desktop.hub.tables import invites
from f2f_desktop.hub.threads import read, written
from f2f_desktop.hub.throttle import check_guesses, count_guess
from f2f_desktop.hub.visits import caller_of
from f2f_desktop.protocol.api import (
    AuditRow,
    DeviceRow,
    Enrolled,
    Enrolment,
    EnrolRequest,
    InviteRow,
    IssuedInvite,
    NewInvite,
    NewNote,
    SignedEnrolment,
    Whoami,
)
from f2f_desktop.protocol.roles import Role

ANY_KEY = {OPTION: Access.ANY_KEY}
VOLUNTEER = {OPTION: Role.VOLUNTEER}
ORGANIZER = {OPTION: Role.ORGANIZER}
OWNER = {OPTION: Role.OWNER}


@post("/v1/enrol", opt=ANY_KEY, operation_id="enrol", status_code=200)
async def enrolling(data: EnrolRequest, request: Request[Any, Any, Any], visit: Visit, hub: Hub) -> Enrolled:
    """Exchanges an invite's secret, or what a join code gives, for a registered device."""
    source = _source(request)
    await read(hub, lambda connection: check_guesses(connection, source))
    try:
        enrolled = await written(
            hub, lambda connection: enrol(connection, data, visit.signed.key, hub.keys.signing)
        )
    except BadInvite:
        await written(hub, lambda connection: count_guess(connection, source))
        raise
    return msgspec.structs.replace(enrolled, main=hub.room.main) if hub.room else enrolled


@post("/v1/enrol-again", opt=ANY_KEY, operation_id="enrolAgain", status_code=200)
async def enrolling_again(data: SignedEnrolment, visit: Visit, hub: Hub) -> Enrolled:
    """Takes a device back that joined before the hub was restored from a backup."""
    return await written(hub, lambda connection: enrol_again(connection, data, visit.signed.key, hub.keys.signing))


@get("/v1/me", opt=VOLUNTEER, operation_id="me", sync_to_thread=False)
def me(visit: Visit) -> Whoami:
    """What the hub knows of the device that asks."""
    caller = caller_of(visit)
    return Whoami(caller.campaign, caller.campaign_name, caller.device, caller.name, caller.role)


@get("/v1/enrolment", opt=VOLUNTEER, operation_id="enrolment")
async def enrolment(visit: Visit, hub: Hub) -> Enrolled:
    """What the device that asks learned when it joined: for one that joined in a room, which was handed over."""
    caller = caller_of(visit)
    return await read(hub, lambda connection: enrolled_as(connection, caller, hub.keys.signing))


@get("/v1/enrolments", opt=ORGANIZER, operation_id="enrolments")
async def listing_enrolments(visit: Visit, hub: Hub) -> list[Enrolment]:
    """The volunteers' devices with their keys, to hand a room over."""
    caller = caller_of(visit)
    return await read(hub, lambda connection: volunteer_enrolments(connection, caller.campaign))


@post("/v1/invites", opt=ORGANIZER, operation_id="issueInvite")
async def issuing(data: NewInvite, visit: Visit, hub: Hub) -> IssuedInvite:
    """Makes an invite, for a role that the caller has."""
    caller = caller_of(visit)
    if data.role not in caller.role.includes:
        raise NotAllowed("You can invite up to your own role.", "Ask an owner.")

    def work(connection: Connection) -> IssuedInvite:
        issued = issue(connection, caller.campaign, data, caller.device, hub.identity.key)
        write_audit(connection, caller.campaign, caller.device, "invite.issued", f"{issued.id} {data.role}")
        return issued

    return await written(hub, work)


@get("/v1/invites", opt=ORGANIZER, operation_id="invites")
async def listing_invites(visit: Visit, hub: Hub) -> list[InviteRow]:
    """The campaign's invites, without their secrets."""
    caller = caller_of(visit)
    return await read(hub, lambda connection: invite_rows(connection, caller.campaign))


@post("/v1/invites/{invite:str}/revoke", opt=ORGANIZER, operation_id="revokeInvite", status_code=200)
async def revoking_invite(invite: str, visit: Visit, hub: Hub) -> dict[str, str]:
    """Ends an invite."""
    caller = caller_of(visit)

    def work(connection: Connection) -> dict[str, str]:
        role = connection.scalar(
            select(invites.c.role).where(invites.c.id == invite, invites.c.campaign_id == caller.campaign)
        )
        if role is not None and Role(role) not in caller.role.includes:
            raise NotAllowed("You can revoke invites up to your own role.", "Ask an owner.")
        revoke_invite(connection, caller, invite)
        return {"revoked": invite}

    return await written(hub, work)


@get("/v1/devices", opt=ORGANIZER, operation_id="devices")
async def listing_devices(visit: Visit, hub: Hub) -> list[DeviceRow]:
    """The campaign's devices."""
    caller = caller_of(visit)
    return await read(hub, lambda connection: device_rows(connection, caller.campaign))


@post("/v1/devices", opt=ORGANIZER, operation_id="forwardDevices", status_code=200)
async def forwarding_devices(data: ForwardedDevices, visit: Visit, hub: Hub) -> dict[str, int]:
    """Enters volunteers' devices that joined at a room's hub."""
    caller = caller_of(visit)
    return {"entered": await written(hub, lambda connection: register_forwarded(connection, caller, data))}


@post("/v1/devices/{device:str}/revoke", opt=ORGANIZER, operation_id="revokeDevice", status_code=200)
async def revoking_device(device: str, visit: Visit, hub: Hub) -> dict[str, str]:
    """Ends a device's access."""
    caller = caller_of(visit)

    def work(connection: Connection) -> dict[str, str]:
        revoke_device(connection, caller, device)
        return {"revoked": device}

    return await written(hub, work)


@post("/v1/notes", opt=ORGANIZER, operation_id="leaveNote")
async def leaving_note(data: NewNote, visit: Visit, hub: Hub) -> dict[str, int]:
    """Asks something of volunteers; it reaches their app with the next synchronization."""
    caller = caller_of(visit)
    return {"left": await written(hub, lambda connection: leave_note(connection, caller, data))}


@get("/v1/audit", opt=OWNER, operation_id="audit")
async def auditing(visit: Visit, hub: Hub) -> list[AuditRow]:
    """What organizers and owners did."""
    caller = caller_of(visit)
    return await read(hub, lambda connection: audit_rows(connection, caller.campaign))


def _source(request: Request[Any, Any, Any]) -> str:
    """Where guesses come from; kept for ten minutes, and in no log."""
    return request.client.host if request.client else "unknown"


HANDLERS = [
    enrolling,
    enrolling_again,
    me,
    enrolment,
    listing_enrolments,
    issuing,
    listing_invites,
    revoking_invite,
    listing_devices,
    forwarding_devices,
    revoking_device,
    leaving_note,
    auditing,
]
