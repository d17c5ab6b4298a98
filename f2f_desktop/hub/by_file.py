"""Packets and rooms that came on a stick, taken in at the hub itself."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.hub.enrolment import Caller, caller_by_key
from f2f_desktop.hub.forwarding import packet_of, take_packet, take_room
from f2f_desktop.hub.hub import HubKeys
from f2f_desktop.hub.opening import open_hub
from f2f_desktop.hub.tables import campaigns
from f2f_desktop.protocol.api import PacketAnswer
from f2f_desktop.protocol.receipts import SignedReceipt
from f2f_desktop.protocol.roles import Role
from f2f_desktop.protocol.room import is_room_file
from f2f_desktop.protocol.sealing import is_sealed, unsealed

LARGEST_PACKET = 256 * 1024 * 1024


@dataclass(frozen=True)
class Taken:
    """What became of each file, the receipts to take back, and the hub's key that signs them."""

    outcomes: tuple[tuple[Path, tuple[PacketAnswer, ...] | KnownError], ...]
    receipts: tuple[SignedReceipt, ...]
    hub: SigningKey


def take_files(folder: Path, files: list[Path]) -> Taken:
    """Takes packets into the hub in a folder; a bad one keeps no other out. Raises what opening the hub raises."""
    hub = open_hub(folder)
    outcomes: list[tuple[Path, tuple[PacketAnswer, ...] | KnownError]] = []
    receipts: dict[str, SignedReceipt] = {}
    try:
        for path in files:
            try:
                data = _bytes_of(path)
                with hub.database.writing() as connection:
                    answer, refused = _taken(connection, data, hub.keys)
            except KnownError as error:
                outcomes.append((path, error))
            else:
                outcomes += [(path, answer), *((path, error) for error in refused)]
                receipts |= {each.stream: each.receipt for each in answer}
    finally:
        hub.close()
    return Taken(tuple(outcomes), tuple(receipts.values()), hub.keys.signing)


def _taken(
    connection: Connection, data: bytes, keys: HubKeys
) -> tuple[tuple[PacketAnswer, ...], tuple[KnownError, ...]]:
    plain = unsealed(data, keys.sealing) if is_sealed(data) else data
    if is_room_file(plain):
        return take_room(connection, plain, keys)
    return take_packet(connection, _operator(connection, plain, keys), plain, keys), ()


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_PACKET:
            raise KnownError("The file is too large for a packet of reports.", "Choose another file.")
        return path.read_bytes()
    except OSError as error:
        raise KnownError("The file cannot be read.", "Check its name, and that you may open it.") from error


def _operator(connection: Connection, data: bytes, keys: HubKeys) -> Caller:
    """Whoever runs the hub, carrying for the campaign of the device that made the packet."""
    packet, key = packet_of(data, keys)
    device = caller_by_key(connection, key.to_bytes())
    campaign = device.campaign if device else CampaignId(packet.campaign)
    name = connection.scalar(select(campaigns.c.name).where(campaigns.c.id == campaign)) or ""
    return Caller(campaign, name, "operator", b"", Role.OWNER, "", "", 0, revoked=False)
