"""What comes by another way than from the laptop itself: packets that others carry, and what a room's hub took in.

Events keep their ids and the signatures of the devices that made them, so that it does not matter who carries them.
"""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection

from f2f_desktop.errors import KnownError
from f2f_desktop.events.envelope import SignedEvent, read_event
from f2f_desktop.events.signing import PublicKey
from f2f_desktop.hub.access import may
from f2f_desktop.hub.checking import Checked, checked
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.enrolment import (
    Caller,
    NotAllowed,
    caller_by_key,
    person_of,
    revoke_device,
    tidy_name,
    write_audit,
)
from f2f_desktop.hub.facts import insert_new_one
from f2f_desktop.hub.faults import Unreadable
from f2f_desktop.hub.hub import HubKeys
from f2f_desktop.hub.intake import Push, ids_held, take_in
from f2f_desktop.hub.tables import devices
from f2f_desktop.protocol.api import (
    MOST_EVENTS,
    Enrolment,
    EventStatus,
    ForwardedDevices,
    ForwardedEvents,
    PacketAnswer,
)
from f2f_desktop.protocol.packet import Packet, read_packet
from f2f_desktop.protocol.roles import Role
from f2f_desktop.protocol.room import read_room_file
from f2f_desktop.protocol.sealing import is_sealed, unsealed
from f2f_desktop.protocol.signed_file import MAX_CONTENT


class Part(msgspec.Struct, frozen=True):
    """Events of one stream with their signatures checked, on a way of their own to the hub."""

    key: bytes
    """The device that made them."""
    campaign: str
    stream: str
    checked: tuple[Checked, ...]


def register_forwarded(connection: Connection, caller: Caller, forwarded: ForwardedDevices) -> int:
    """Enters devices that joined at a room's hub, and ends the access of those that lost it there; gives how many
    were new.

    Raises `NotAllowed` for another role than volunteer or another campaign's device.
    """
    new = 0
    for device in forwarded.devices:
        if device.role is not Role.VOLUNTEER or device.campaign != caller.campaign:
            raise NotAllowed("Only volunteers of this campaign can join by a room.", "Invite others yourself.")
        if not _is_name(device.device):
            raise Unreadable("This is no device.")
        PublicKey.from_bytes(device.key)
        new += _entered(connection, device)
    if new:
        write_audit(connection, caller.campaign, caller.device, "devices.forwarded", str(new))
    for key in forwarded.revoked:
        _revoke(connection, caller, key)
    return new


def _revoke(connection: Connection, caller: Caller, key: bytes) -> None:
    """Ends the access of a volunteer's device, by its key: the room may have known it by another id."""
    device = caller_by_key(connection, key)
    if device is None or device.campaign != caller.campaign or device.role is not Role.VOLUNTEER:
        return
    if not device.revoked:
        revoke_device(connection, caller, device.device)


def _entered(connection: Connection, device: Enrolment) -> bool:
    return insert_new_one(
        connection,
        devices,
        {
            "id": device.device,
            "campaign_id": device.campaign,
            "public_key": device.key,
            "role": device.role,
            "name": tidy_name(device.name),
            "email": tidy_name(device.email),
            "person": person_of(device.device, tidy_name(device.email)),
            "enrolled_at": max(0, min(device.at, now())),
        },
    )


def forwarded_part(forwarded: ForwardedEvents) -> Part:
    """Events that a room's hub has taken from a device, with their signatures checked. No table is asked."""
    found = checked(forwarded.stream, forwarded.events, PublicKey.from_bytes(forwarded.key))
    return Part(forwarded.key, "", forwarded.stream, found)


def take_forwarded(connection: Connection, carrier: Caller, part: Part, keys: HubKeys) -> PacketAnswer:
    """Takes in events that a room's hub has taken from a device."""
    answer = take_part(connection, carrier, part, keys)
    new = sum(each.status is EventStatus.ACCEPTED for each in answer.answers)
    if new:
        write_audit(connection, carrier.campaign, carrier.device, "events.forwarded", f"{part.stream}: {new}")
    return answer


def take_packet(connection: Connection, carrier: Caller, data: bytes, keys: HubKeys) -> tuple[PacketAnswer, ...]:
    """Takes in a packet, sealed or not, whoever carries it; an answer per stream.

    Raises `SignedFileDamaged`, `NotAllowed` where the device that made it is not of this campaign.
    """
    return joined([take_part(connection, carrier, part, keys) for part in parts_of(data, keys)])


def packet_of(data: bytes, keys: HubKeys, largest: int = MAX_CONTENT) -> tuple[Packet, PublicKey]:
    """The packet in the bytes, unsealed if it is sealed, and the key of the device that made it.

    Raises `SignedFileDamaged`, `SignedFileTooNew`, `BadSignature`, `EventUnreadable`.
    """
    packet, _, device = read_packet(unsealed(data, keys.sealing) if is_sealed(data) else data, largest)
    return packet, device


def take_room(
    connection: Connection, data: bytes, keys: HubKeys
) -> tuple[tuple[PacketAnswer, ...], tuple[KnownError, ...]]:
    """Takes in a room's file: an answer per stream, and why streams were refused.

    Raises `SignedFileDamaged`, `NotAllowed` where no organizer of the campaign has signed it.
    """
    room, signer = read_room_file(data)
    organizer = caller_by_key(connection, signer.to_bytes())
    if organizer is None or organizer.revoked or not may(organizer.role, Role.ORGANIZER):
        raise NotAllowed("No organizer of this campaign has signed this room's file.", "Ask who wrote it.")
    if room.campaign != organizer.campaign:
        raise NotAllowed("This room belongs to another campaign.", "Hand it to that campaign.")
    register_forwarded(connection, organizer, ForwardedDevices(room.devices))
    answers: list[PacketAnswer] = []
    refused: list[KnownError] = []
    for forwarded in room.events:
        try:
            answers.append(take_forwarded(connection, organizer, forwarded_part(forwarded), keys))
        except KnownError as error:  # each is raised before anything of that stream is written
            refused.append(error)
    register_forwarded(connection, organizer, ForwardedDevices(revoked=room.revoked))
    return tuple(answers), tuple(refused)


def parts_of(data: bytes, keys: HubKeys, largest: int = MAX_CONTENT) -> tuple[Part, ...]:
    """A packet's events by stream, up to `MOST_EVENTS` to a part. No table is asked. Raises as `packet_of` does."""
    packet, device = packet_of(data, keys, largest)
    streams: dict[str, list[SignedEvent]] = {packet.stream: []}
    for event in packet.events:
        streams.setdefault(read_event(event.body).stream, []).append(event)
    return tuple(
        Part(
            device.to_bytes(),
            packet.campaign,
            stream,
            checked(stream, inside[start : start + MOST_EVENTS], device),
        )
        for stream, inside in streams.items()
        if stream
        for start in range(0, max(len(inside), 1), MOST_EVENTS)
    )


def joined(answers: Sequence[PacketAnswer]) -> tuple[PacketAnswer, ...]:
    """Answers to the parts of a packet, as one per stream with its last receipt."""
    found: dict[str, PacketAnswer] = {}
    for each in answers:
        former = found[each.stream].answers if each.stream in found else ()
        found[each.stream] = PacketAnswer(each.stream, former + each.answers, each.receipt)
    return tuple(found.values())


def take_part(connection: Connection, carrier: Caller, part: Part, keys: HubKeys) -> PacketAnswer:
    """Takes in a part of a packet. Raises `NotAllowed` where its device is not of the carrier's campaign."""
    if part.campaign and part.campaign != carrier.campaign:
        raise NotAllowed("This packet belongs to another campaign.", "Hand it to that campaign.")
    device = caller_by_key(connection, part.key)
    if device is None or device.campaign != carrier.campaign:
        raise NotAllowed(
            "The laptop that made this packet has not joined the campaign.", "Let it join, then carry it again."
        )
    if device.revoked and not _holds_all(connection, part):
        raise NotAllowed("The laptop that made this packet was locked out.", "Ask an organizer.")
    if not _is_name(part.stream):
        raise Unreadable("The packet names no stream.")
    push = Push(carrier.campaign, device.device, part.stream, part.checked)
    answers, receipt = take_in(connection, push, keys.signing, keys.epoch)
    return PacketAnswer(part.stream, answers, receipt)


def _holds_all(connection: Connection, part: Part) -> bool:
    """Whether nothing in a part is new: what was taken before its device was locked out is vouched for ever after."""
    known = ids_held(connection, part.stream, [each.event.id for each in part.checked if each.event is not None])
    return all(each.event is not None and each.event.id in known for each in part.checked)


def _is_name(stream: str) -> bool:
    return 0 < len(stream) <= 64 and stream.isascii() and stream.isprintable()


def check_stream(stream: str) -> str:
    """`stream` itself. Raises `Unreadable` where it cannot be one."""
    if not _is_name(stream):
        raise Unreadable("This is no stream.")
    return stream
