"""A packet: a device's events on their way up as a signed file (`.f2fpacket`).

The same events always give the same bytes, and an event keeps its id: exporting or importing a packet twice, or
two packets that overlap, changes nothing.
"""

from itertools import pairwise

import msgspec

from f2f_desktop.events.envelope import Event, SignedEvent, verified_event
from f2f_desktop.events.signing import PublicKey, SigningKey
from f2f_desktop.protocol.signed_file import MAX_CONTENT, SignedFileDamaged, read_signed, write_signed

FORMAT = "f2f-packet"
VERSION = 1
SUFFIX = ".f2fpacket"


class Packet(msgspec.Struct, frozen=True):
    """A device's events in order, as they were signed when they were written; `stream` is its newest one.

    A device has more than one stream after its vault was restored or copied.
    """

    campaign: str
    stream: str
    events: tuple[SignedEvent, ...]


def write_packet(packet: Packet, device: SigningKey) -> bytes:
    """The bytes of a packet file, signed by the device's key."""
    return write_signed(FORMAT, VERSION, msgspec.json.encode(packet, order="deterministic"), device)


def read_packet(data: bytes, largest: int = MAX_CONTENT) -> tuple[Packet, tuple[Event, ...], PublicKey]:
    """A packet of up to `largest` bytes unpacked, its events with their signatures checked, and the device's key.

    Within a stream the numbers rise; there may be gaps. Raises
    `SignedFileDamaged`, `SignedFileTooNew`, `BadSignature` or `EventUnreadable`.
    """
    content, device = read_signed(FORMAT, VERSION, data, "packet of reports", largest)
    try:
        packet = msgspec.json.decode(content, type=Packet)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SignedFileDamaged("This packet of reports is damaged.", "Export it again.") from error
    events = tuple(verified_event(event, device) for event in packet.events)
    ordered = sorted(events, key=lambda event: event.stream)  # stable: the order within a stream stays
    if any(later.stream == earlier.stream and later.seq <= earlier.seq for earlier, later in pairwise(ordered)):
        raise SignedFileDamaged("The events of this packet are out of order.", "Export it again.")
    return packet, events, device
