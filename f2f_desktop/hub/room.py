"""A room's hub: made in a folder from what an organizer's laptop gives it, opened with a new join code each time.

Its content comes over HTTP, from the same laptop, which is an organizer there; so does the question what it has taken.
"""

import contextlib
import ipaddress
import socket
from pathlib import Path

from sqlalchemy import select, update

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import PublicKey
from f2f_desktop.hub.certificates import own_certificate
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.enrolment import issue, person_of, write_audit
from f2f_desktop.hub.facts import insert_new_one
from f2f_desktop.hub.hub import add_campaign, set_up
from f2f_desktop.hub.opening import kit_of, open_hub
from f2f_desktop.hub.settings import FILE, HubSettings, database_key, read_settings, where, write_settings
from f2f_desktop.hub.tables import campaigns, devices, invites
from f2f_desktop.protocol.api import NewInvite
from f2f_desktop.protocol.invites import Address, Invite, write_link
from f2f_desktop.protocol.roles import Role
from f2f_desktop.protocol.room import MOST_LAPTOPS, OpenRoom, RoomKit

PORT = 8443
OPERATOR = "room"
"""Who issued a room's invites, in the audit log."""


def set_up_room(folder: Path, addresses: tuple[str, ...]) -> RoomKit:
    """Makes the room's hub in a folder that has a kit, unless it is there already. Raises `KnownError`."""
    kit = kit_of(folder)
    if kit is None:
        raise KnownError(f"There is no room in {folder}.", "Open it from the app.")
    folder.chmod(0o700)
    if not (folder / FILE).exists():
        write_settings(folder, HubSettings(f"https://127.0.0.1:{PORT}", host="0.0.0.0", port=PORT))  # noqa: S104
    own_certificate(folder, ("localhost", "127.0.0.1", *addresses))
    database = HubDatabase(where(folder, read_settings(folder)), database_key())
    try:
        set_up(database)
        with database.reading() as connection:
            present = connection.scalar(select(campaigns.c.id).where(campaigns.c.id == kit.campaign))
        if present is None:
            add_campaign(database, kit.campaign, kit.campaign_name, PublicKey.from_bytes(kit.campaign_key))
        organizer = kit.organizer
        with database.writing() as connection:
            insert_new_one(
                connection,
                devices,
                {
                    "id": organizer.device,
                    "campaign_id": kit.campaign,
                    "public_key": organizer.key,
                    "role": Role.ORGANIZER,
                    "name": organizer.name,
                    "email": organizer.email,
                    "person": person_of(organizer.device, organizer.email),
                    "enrolled_at": organizer.at,
                },
            )
            # A code that was shown in one room is not good in the next.
            connection.execute(update(invites).where(invites.c.revoked_at.is_(None)).values(revoked_at=now()))
    finally:
        database.close()
    return kit


def open_room(folder: Path, kit: RoomKit, port: int, addresses: tuple[str, ...], hours: float) -> OpenRoom:
    """A room that listens at `port`: with a new join code if it has addresses, otherwise for its own laptop alone."""
    hub = open_hub(folder)
    try:
        if not addresses:
            return OpenRoom(port, hub.identity, hub.certificate)
        shown = tuple(f"{_bracketed(address)}:{port}" for address in addresses)
        wanted = NewInvite(Role.VOLUNTEER, "room", MOST_LAPTOPS, hours, with_code=True)
        with hub.database.writing() as connection:
            issued = issue(connection, kit.campaign, wanted, OPERATOR, hub.identity.key)
            write_audit(connection, kit.campaign, OPERATOR, "room.opened", issued.id)
        invite = Invite(
            Address(f"https://{shown[0]}", hub.certificate),
            hub.identity,
            kit.campaign,
            kit.campaign_name,
            kit.campaign_key,
            issued.secret,
            issued.role,
            issued.expires_at,
        )
        return OpenRoom(
            port,
            hub.identity,
            hub.certificate,
            shown,
            issued.code,
            write_link(invite),
            Milliseconds(issued.expires_at),
        )
    finally:
        hub.close()


def free_port(host: str, wanted: int) -> int:
    """`wanted`, if nobody listens there; otherwise 0, for any that is free."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, wanted))
        except OSError:
            return 0
    return wanted


def own_addresses() -> tuple[str, ...]:
    """This machine's addresses on its networks, as far as it can be asked without a word to anybody."""
    found: list[str] = []
    for target in ("192.0.2.1", "10.255.255.255", "192.168.255.255"):
        # Connecting a datagram socket sends nothing: it only asks which way a datagram would go.
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
            try:
                asked.connect((target, 9))
                found.append(asked.getsockname()[0])
            except OSError:
                continue
    with contextlib.suppress(OSError):
        found += [str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    usable = [each for each in dict.fromkeys(found) if not ipaddress.ip_address(each).is_loopback]
    return tuple(usable) or ("127.0.0.1",)


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address
