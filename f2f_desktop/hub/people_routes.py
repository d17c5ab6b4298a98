"""Joining, devices, invites, and who did what."""

from typing import Annotated, Any

import msgspec
from litestar import Request, get, post
from litestar.params import FromQuery, JSONBody, PathParameter
from sqlalchemy import Connection, select

from f2f_desktop.hub.access import OPTION, Access
from f2f_desktop.hub.enrolment import (
    BadInvite,
    NotAllowed,
    audit_rows,
    enrol,
    enrol_again,
    enrolled_as,
    invite_rows,
    is_long_secret,
    issue,
    revoke_device,
    revoke_invite,
    volunteer_enrolments,
    write_audit,
)
from f2f_desktop.hub.forwarding import register_forwarded
from f2f_desktop.hub.noting import leave_note
from f2f_desktop.hub.paging import After, MostRows, Search
from f2f_desktop.hub.people import device_page
from f2f_desktop.hub.tables import invites
from f2f_desktop.hub.threads import read, written
from f2f_desktop.hub.throttle import check_guesses, count_guess, forget_guesses, name_of_source
from f2f_desktop.hub.visits import TheHub, TheVisit, caller_of
from f2f_desktop.protocol.api import (
    AuditRow,
    DevicePage,
    Enrolled,
    Enrolment,
    EnrolRequest,
    ForwardedDevices,
    InviteRow,
    IssuedInvite,
    NewInvite,
    NewNote,
    SignedEnrolment,
    Whoami,
)
from f2f_desktop.protocol.listing import ROWS_IN_A_PAGE, DeviceOrder
from f2f_desktop.protocol.roles import Role

Id = Annotated[str, PathParameter(min_length=1, max_length=64)]

ANY_KEY = {OPTION: Access.ANY_KEY}
VOLUNTEER = {OPTION: Role.VOLUNTEER}
ORGANIZER = {OPTION: Role.ORGANIZER}
OWNER = {OPTION: Role.OWNER}


@post("/v1/enrol", opt=ANY_KEY, operation_id="enrol", status_code=200)
async def enrolling(
    data: JSONBody[EnrolRequest], request: Request[Any, Any, Any], visit: TheVisit, hub: TheHub
) -> Enrolled:
    """Exchanges an invite's secret, or what a join code gives, for a registered device."""
    source = name_of_source(request.client.host if request.client else "", hub.keys.sealing)

    def work(connection: Connection) -> Enrolled | None:
        forget_guesses(connection)
        guessed = not is_long_secret(connection, data.secret)
        if guessed:
            check_guesses(connection, source)
        try:
            return enrol(connection, data, visit.signed.key, hub.keys.signing)
        except BadInvite:
            if guessed:
                count_guess(connection, source)
            return None

    enrolled = await written(hub, work)
    if enrolled is None:
        raise BadInvite
    return msgspec.structs.replace(enrolled, main=hub.room.main) if hub.room else enrolled


@post("/v1/enrol-again", opt=ANY_KEY, operation_id="enrolAgain", status_code=200)
async def enrolling_again(data: JSONBody[SignedEnrolment], visit: TheVisit, hub: TheHub) -> Enrolled:
    """Takes a device back that joined before the hub was restored from a backup."""
    return await written(hub, lambda connection: enrol_again(connection, data, visit.signed.key, hub.keys.signing))


@get("/v1/me", opt=VOLUNTEER, operation_id="me", sync_to_thread=False)
def me(visit: TheVisit) -> Whoami:
    """What the hub knows of the device that asks."""
    caller = caller_of(visit)
    return Whoami(caller.campaign, caller.campaign_name, caller.device, caller.name, caller.role)


@get("/v1/enrolment", opt=VOLUNTEER, operation_id="enrolment")
async def enrolment(visit: TheVisit, hub: TheHub) -> Enrolled:
    """What the device that asks learned when it joined: for one that joined in a room, which was handed over."""
    caller = caller_of(visit)
    return await read(hub, lambda connection: enrolled_as(connection, caller, hub.keys.signing))


@get("/v1/enrolments", opt=ORGANIZER, operation_id="enrolments")
async def listing_enrolments(visit: TheVisit, hub: TheHub) -> list[Enrolment]:
    """The volunteers' devices with their keys, to hand a room over."""
    caller = caller_of(visit)
    return await read(hub, lambda connection: volunteer_enrolments(connection, caller.campaign))


@post("/v1/invites", opt=ORGANIZER, operation_id="issueInvite")
async def issuing(data: JSONBody[NewInvite], visit: TheVisit, hub: TheHub) -> IssuedInvite:
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
async def listing_invites(visit: TheVisit, hub: TheHub) -> list[InviteRow]:
    """The campaign's invites, without their secrets."""
    caller = caller_of(visit)
    return await read(hub, lambda connection: invite_rows(connection, caller.campaign))


@post("/v1/invites/{invite:str}/revoke", opt=ORGANIZER, operation_id="revokeInvite", status_code=200)
async def revoking_invite(invite: Id, visit: TheVisit, hub: TheHub) -> dict[str, str]:
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
async def listing_devices(
    visit: TheVisit,
    hub: TheHub,
    order: FromQuery[DeviceOrder] = DeviceOrder.PRESENT,
    descending: FromQuery[bool] = False,
    search: Search = "",
    after: After = "",
    most: MostRows = ROWS_IN_A_PAGE,
) -> DevicePage:
    """A page of the campaign's devices."""
    campaign = caller_of(visit).campaign

    def work(connection: Connection) -> DevicePage:
        return device_page(
            connection, campaign, order, descending=descending, search=search, after=after, most=most
        )

    return await read(hub, work)


@post("/v1/devices", opt=ORGANIZER, operation_id="forwardDevices", status_code=200)
async def forwarding_devices(data: JSONBody[ForwardedDevices], visit: TheVisit, hub: TheHub) -> dict[str, int]:
    """Enters volunteers' devices that joined at a room's hub."""
    caller = caller_of(visit)
    return {"entered": await written(hub, lambda connection: register_forwarded(connection, caller, data))}


@post("/v1/devices/{device:str}/revoke", opt=ORGANIZER, operation_id="revokeDevice", status_code=200)
async def revoking_device(device: Id, visit: TheVisit, hub: TheHub) -> dict[str, str]:
    """Ends a device's access."""
    caller = caller_of(visit)

    def work(connection: Connection) -> dict[str, str]:
        revoke_device(connection, caller, device)
        return {"revoked": device}

    return await written(hub, work)


@post("/v1/notes", opt=ORGANIZER, operation_id="leaveNote")
async def leaving_note(data: JSONBody[NewNote], visit: TheVisit, hub: TheHub) -> dict[str, int]:
    """Asks something of volunteers; it reaches their app with the next synchronization."""
    caller = caller_of(visit)
    return {"left": await written(hub, lambda connection: leave_note(connection, caller, data))}


@get("/v1/audit", opt=OWNER, operation_id="audit")
async def auditing(visit: TheVisit, hub: TheHub) -> list[AuditRow]:
    """What organizers and owners did."""
    caller = caller_of(visit)
    return await read(hub, lambda connection: audit_rows(connection, caller.campaign))


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
