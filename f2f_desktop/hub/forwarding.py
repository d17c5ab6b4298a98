"""What comes by another way than from the laptop itself: packets that others carry, and what a room's hub took in.

Events keep their ids and the signatures of the devices that made them, so that it does not matter who carries them.
"""

from sqlalchemy import Connection

from f2f_desktop.events.envelope import SignedEvent, read_event
from f2f_desktop.events.signing import PublicKey
from f2f_desktop.hub.checking import checked
from f2f_desktop.hub.enrolment import Caller, NotAllowed, caller_by_key, write_audit
from f2f_desktop.hub.facts import insert_new_one
from f2f_desktop.hub.faults import Unreadable
from f2f_desktop.hub.hub import HubKeys
from f2f_desktop.hub.intake import Push, take_in
from f2f_desktop.hub.tables import devices
from f2f_desktop.protocol.api import Enrolment, ForwardedDevices, ForwardedEvents, PacketAnswer
from f2f_desktop.protocol.packet import Packet, read_packet
from f2f_desktop.protocol.roles import Role
from f2f_desktop.protocol.sealing import is_sealed, unsealed

__all__ = ["ForwardedDevices", "ForwardedEvents", "register_forwarded", "take_forwarded", "take_packet"]


def register_forwarded(connection: Connection, caller: Caller, forwarded: ForwardedDevices) -> int:
    """Enters devices that joined at a room's hub; gives how many were new.

    Raises `NotAllowed` for another role than volunteer or another campaign's device.
    """
    new = 0
    for device in forwarded.devices:
        if device.role is not Role.VOLUNTEER or device.campaign != caller.campaign:
            raise NotAllowed("Only volunteers of this campaign can join by a room.", "Invite others yourself.")
        PublicKey.from_bytes(device.key)
        new += _entered(connection, device)
    if new:
        write_audit(connection, caller.campaign, caller.device, "devices.forwarded", str(new))
    return new


def _entered(connection: Connection, device: Enrolment) -> bool:
    return insert_new_one(
        connection,
        devices,
        {
            "id": device.device[:64],
            "campaign_id": device.campaign,
            "public_key": device.key,
            "role": device.role,
            "name": device.name[:200].replace("\x00", ""),
            "email": device.email[:200].replace("\x00", ""),
            "enrolled_at": device.at,
        },
    )


def take_forwarded(
    connection: Connection, carrier: Caller, forwarded: ForwardedEvents, keys: HubKeys
) -> PacketAnswer:
    """Takes in events that a room's hub has taken from a device."""
    return _taken(connection, carrier, forwarded.key, forwarded.stream, forwarded.events, keys)


def take_packet(connection: Connection, carrier: Caller, data: bytes, keys: HubKeys) -> tuple[PacketAnswer, ...]:
    """Takes in a packet, sealed or not, whoever carries it; an answer per stream.

    Raises `SignedFileDamaged`, `NotAllowed` where the device that made it is not of this campaign.
    """
    packet, device = packet_of(data, keys)
    if packet.campaign and packet.campaign != carrier.campaign:
        raise NotAllowed("This packet belongs to another campaign.", "Hand it to that campaign.")
    streams: dict[str, list[SignedEvent]] = {packet.stream: []}
    for event in packet.events:
        streams.setdefault(read_event(event.body).stream, []).append(event)
    return tuple(
        _taken(connection, carrier, device.to_bytes(), stream, tuple(inside), keys)
        for stream, inside in streams.items()
        if stream
    )


def packet_of(data: bytes, keys: HubKeys) -> tuple[Packet, PublicKey]:
    """The packet in the bytes, unsealed if it is sealed, and the key of the device that made it.

    Raises `SignedFileDamaged`, `SignedFileTooNew`, `BadSignature`, `EventUnreadable`.
    """
    packet, _, device = read_packet(unsealed(data, keys.sealing) if is_sealed(data) else data)
    return packet, device


def _taken(
    connection: Connection,
    carrier: Caller,
    key: bytes,
    stream: str,
    signed: tuple[SignedEvent, ...],
    keys: HubKeys,
) -> PacketAnswer:
    device = caller_by_key(connection, key)
    if device is None or device.campaign != carrier.campaign:
        raise NotAllowed(
            "The laptop that made this packet has not joined the campaign.", "Let it join, then carry it again."
        )
    if device.revoked:
        raise NotAllowed("The laptop that made this packet was locked out.", "Ask an organizer.")
    if not _is_stream(stream):
        raise Unreadable("The packet names no stream.")
    push = Push(carrier.campaign, device.device, stream, checked(stream, signed, PublicKey.from_bytes(key)))
    answers, receipt = take_in(connection, push, keys.signing, keys.epoch)
    return PacketAnswer(stream, answers, receipt)


def _is_stream(stream: str) -> bool:
    return 0 < len(stream) <= 64 and stream.isascii() and stream.isprintable()


def check_stream(stream: str) -> str:
    """`stream` itself. Raises `Unreadable` where it cannot be one."""
    if not _is_stream(stream):
        raise Unreadable("This is no stream.")
    return stream
