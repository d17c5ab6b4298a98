"""A room: a hub on an organizer's laptop, for a venue without internet, until it is handed over to the campaign's own.

RoomKit    laptop -> room's hub, as the file `room.json` in its folder: no secret is in it
OpenRoom   room's hub -> laptop, as one line: where it is, and how to join
RoomFile   laptop -> campaign's hub, on a stick: devices and events, signed by the organizer's device
"""

import msgspec

from f2f_desktop.campaign.ids import CampaignId, Milliseconds
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import PublicKey, SigningKey
from f2f_desktop.protocol.api import Enrolment, ForwardedEvents, HubIdentity, MainHub
from f2f_desktop.protocol.signed_file import SignedFileDamaged, read_signed, write_signed

KIT = "room.json"
FORMAT = "f2f-room"
VERSION = 1
SUFFIX = ".f2froom"
MOST_LAPTOPS = 1_000
"""Uses of a room's join code."""


class RoomDamaged(KnownError):
    """The room's folder cannot be used."""

    def __init__(self) -> None:
        super().__init__("The room's folder is damaged.", "Open a new room.")


class RoomNotStarted(KnownError):
    """The room's hub ended before it listened, or said what nobody understands."""

    def __init__(self, remedy: str = "Try again; if it stays so, restart the app.") -> None:
        super().__init__("The room's hub did not start.", remedy)


class RoomKit(msgspec.Struct, frozen=True):
    """What a room's hub is made from."""

    campaign: CampaignId
    campaign_name: str
    campaign_key: bytes
    main: MainHub
    organizer: Enrolment
    """The laptop that runs the room: it may do there what organizers may."""
    opt_outs: tuple[str, ...] = ()
    """Keyed hashes that this laptop knew when the room was opened."""


class OpenRoom(msgspec.Struct, frozen=True):
    """A room's hub that listens."""

    port: int
    hub: HubIdentity
    pin: bytes
    addresses: tuple[str, ...] = ()
    """`192.0.2.7:8443`, the likeliest first; none: it listens to this laptop alone."""
    code: str = ""
    link: str = ""
    """An invite, for a QR code."""
    expires_at: Milliseconds = Milliseconds(0)

    @property
    def url(self) -> str:
        """How the laptop that runs it reaches it."""
        return f"https://127.0.0.1:{self.port}"


class RoomFile(msgspec.Struct, frozen=True):
    """What a room has taken in."""

    campaign: CampaignId
    devices: tuple[Enrolment, ...]
    events: tuple[ForwardedEvents, ...]
    revoked: tuple[bytes, ...] = ()
    """Public keys of the devices whose access was ended in the room."""


def read_kit(data: bytes) -> RoomKit:
    """The kit in a room's folder. Raises `RoomDamaged`."""
    try:
        return msgspec.json.decode(data, type=RoomKit)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RoomDamaged from error


def read_open_room(line: str) -> OpenRoom:
    """The line that a room's hub prints when it listens. Raises `RoomNotStarted`."""
    try:
        return msgspec.json.decode(line, type=OpenRoom)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise RoomNotStarted from error


def write_room_file(room: RoomFile, organizer: SigningKey) -> bytes:
    """The bytes of a room's file, signed by the organizer's device; whoever carries it seals it (`sealing`)."""
    return write_signed(FORMAT, VERSION, msgspec.json.encode(room, order="deterministic"), organizer)


def is_room_file(data: bytes) -> bool:
    """Whether the bytes say that they are a room's file."""
    return data[:64].startswith(b'{"format":"f2f-room"')


def read_room_file(data: bytes) -> tuple[RoomFile, PublicKey]:
    """A room's file and the key of the device that signed it: whether that may hand a room over is the hub's question.

    Raises `SignedFileDamaged`, `SignedFileTooNew`.
    """
    content, signer = read_signed(FORMAT, VERSION, data, "room's file")
    try:
        return msgspec.json.decode(content, type=RoomFile), signer
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SignedFileDamaged("This room's file is damaged.", "Write it again.") from error
