"""What travels between laptop and hub: paths, requests and answers, as JSON.

Every answer to a signed request is signed in turn (see `http_signatures`). Bytes are base64. A field that a side does
not know is passed over, so that an old laptop and a new hub understand each other, and the reverse.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from f2f_desktop.campaign.ids import CampaignId, Milliseconds
from f2f_desktop.events.envelope import SignedEvent
from f2f_desktop.protocol.receipts import SignedReceipt
from f2f_desktop.protocol.roles import Role

MOST_EVENTS = 500
"""Events in one push."""

LARGEST_EVENT = 64 * 1024
"""Bytes of one event."""

LARGEST_REQUEST = 8 * 1024 * 1024
"""Bytes of a request's content, unpacked."""

PIECE = 1024 * 1024
"""Bytes of one piece of a blob."""

LARGEST_BLOB = 512 * 1024 * 1024
"""Bytes of the largest file that a hub keeps."""

MOST_WAITING = 1 << 53
"""What `waiting` of a request to `/v1/streams` and `/v1/changes` may say: how many events wait on the laptop."""

LONGEST_NOTE = 1_000
"""Characters of a note to volunteers."""


class ProblemCode(StrEnum):
    """Why a request was refused, for programs; `Problem.detail` says it for people."""

    NOT_SIGNED = "not_signed"
    WRONG_TIME = "wrong_time"
    REPLAYED = "replayed"
    UNKNOWN_DEVICE = "unknown_device"
    REVOKED = "revoked"
    FORBIDDEN = "forbidden"
    BAD_INVITE = "bad_invite"
    TOO_MANY = "too_many"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"
    BUSY = "busy"
    BROKEN = "broken"


class Problem(msgspec.Struct, frozen=True):
    """The content of an answer that refuses (`application/problem+json`, RFC 9457)."""

    status: int
    code: ProblemCode
    title: str
    detail: str = ""
    now: float = 0.0
    """The hub's clock, in seconds since 1970: a laptop whose clock is wrong signs by it."""


class HubIdentity(msgspec.Struct, frozen=True):
    """The keys by which a laptop knows a hub."""

    key: bytes
    """Ed25519 public key: signs answers and receipts."""
    sealing_key: bytes
    """X25519 public key: packets are sealed to it."""


class HelloRequest(msgspec.Struct, frozen=True):
    """Asks a hub who it is, before joining by a code (see `join_codes`)."""

    nonce: bytes
    """16 to 64 random bytes."""


class Hello(msgspec.Struct, frozen=True):
    """Who a hub says it is, with a proof for each join code that is open."""

    hub: HubIdentity
    now: float
    proofs: tuple[bytes, ...] = ()


class EnrolRequest(msgspec.Struct, frozen=True):
    """Exchanges an invite for a registered device; signed by the device's own new key."""

    secret: bytes
    """The invite's secret, or what the join code gives (see `join_codes`)."""
    name: str
    email: str = ""


class Enrolment(msgspec.Struct, frozen=True):
    """That a device belongs to a campaign, said by the hub for later: a hub restored from a backup believes it."""

    campaign: CampaignId
    device: str
    key: bytes
    role: Role
    name: str
    email: str
    at: Milliseconds


class SignedEnrolment(msgspec.Struct, frozen=True):
    """An enrolment's bytes and the hub's signature over them."""

    body: bytes
    signature: bytes


class MainHub(msgspec.Struct, frozen=True):
    """Where the campaign's own hub is, as a room's hub says it to the laptops that join there."""

    url: str
    pin: bytes
    """As in `invites.Address`."""
    hub: HubIdentity


class Enrolled(msgspec.Struct, frozen=True):
    """What a device learns when it joins."""

    campaign: CampaignId
    campaign_name: str
    campaign_key: bytes
    """Ed25519 public key that the campaign's content is signed by."""
    device: str
    role: Role
    enrolment: SignedEnrolment
    main: MainHub | None = None
    """Said by a room's hub alone: the hub that it will be handed over to."""


class EventStatus(StrEnum):
    """What became of one event."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    """The hub holds the same bytes already."""
    CONFLICT = "conflict"
    """The hub holds other bytes under this id, or another event in its place in the stream."""
    REJECTED = "rejected"


class RejectCode(StrEnum):
    """Why an event was not taken."""

    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    BAD_SIGNATURE = "bad_signature"
    WRONG_STREAM = "wrong_stream"
    SAME_ID = "same_id"
    """Other bytes are held under this id."""
    SAME_PLACE = "same_place"
    """Another event is held under this number of the stream: the laptop's data was copied or restored."""


class PushRequest(msgspec.Struct, frozen=True):
    """Events of one stream on their way up."""

    stream: str
    events: tuple[SignedEvent, ...] = ()


class EventAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of the event at the same place of the request."""

    status: EventStatus
    code: RejectCode | None = None
    text: str = ""


class PushAnswer(msgspec.Struct, frozen=True):
    """An answer per event, in the order of the request, and what the hub now holds of the stream."""

    answers: tuple[EventAnswer, ...]
    receipt: SignedReceipt


class NewNote(msgspec.Struct, frozen=True):
    """What an organizer asks of volunteers."""

    devices: tuple[str, ...]
    text: str
    action: str = ""
    """The action that it is about, which the note leads to; empty: none."""


class Note(msgspec.Struct, frozen=True):
    """A note to this laptop's volunteer."""

    id: int
    at: Milliseconds
    by: str
    text: str
    action: str = ""


class Changes(msgspec.Struct, frozen=True):
    """A page of what is new for a laptop. It is stored together with its cursor, in one transaction."""

    epoch: str
    cursor: int
    """Where the next page begins."""
    more: bool
    opt_outs: tuple[str, ...] = ()
    """Keyed hashes of phones and addresses that nobody may contact any more."""
    withdrawn: tuple[str, ...] = ()
    """Hashes whose opt-out was a mistake and has been undone."""
    notes: tuple[Note, ...] = ()
    """Notes to the volunteer who asks, after the number that was asked for."""
    manifest: int = 0
    """Version of the newest manifest; 0: nothing was published yet."""
    before: str = ""
    """Names the event at the cursor that was asked for, and its arrival; empty: none is there."""
    after: str = ""
    """Names the event at `cursor` likewise. If it is another one the next time, the hub's data was put back from a
    backup, and what lies before the cursor is not what the laptop has seen."""


class HeldEvent(msgspec.Struct, frozen=True, array_like=True):
    """An event that the hub holds: its number, and the first 16 bytes of its SHA-256."""

    seq: int
    hash: bytes


class PacketAnswer(msgspec.Struct, frozen=True):
    """What a hub took of one stream out of a packet, and the receipt for its laptop."""

    stream: str
    answers: tuple[EventAnswer, ...]
    receipt: SignedReceipt


class NewInvite(msgspec.Struct, frozen=True):
    """What an organizer asks an invite to be."""

    role: Role = Role.VOLUNTEER
    label: str = ""
    uses: int = 1
    """How many devices may join by it."""
    hours: float = 72.0
    """How long it is good for."""
    with_code: bool = False
    """Whether there is a join code as well; it is good for at most a day."""


class IssuedInvite(msgspec.Struct, frozen=True):
    """A new invite; its secrets are shown this once."""

    id: str
    secret: bytes
    role: Role
    expires_at: Milliseconds
    uses: int
    code: str = ""


class InviteRow(msgspec.Struct, frozen=True):
    """An invite as organizers see it later."""

    id: str
    role: Role
    label: str
    created_at: Milliseconds
    created_by: str
    expires_at: Milliseconds
    uses_left: int
    revoked: bool
    with_code: bool


class DeviceRow(msgspec.Struct, frozen=True):
    """A device as organizers see it."""

    id: str
    role: Role
    name: str
    email: str
    enrolled_at: Milliseconds
    last_seen: Milliseconds | None
    revoked_at: Milliseconds | None
    events: int
    waiting: int | None = None
    """Events that had reached no hub when it was last there, as it said itself; None: it never did."""


class DevicePage(msgspec.Struct, frozen=True):
    """Devices, sorted and searched as was asked (see `listing`)."""

    rows: tuple[DeviceRow, ...]
    after: str
    """What the next page is asked for by; empty: this was the last one."""


class OptOutRow(msgspec.Struct, frozen=True):
    """Something that put phones and addresses on the campaign's opt-out list, and was not undone."""

    id: str
    at: Milliseconds
    """By the clock of the device."""
    device: str
    name: str
    """The volunteer or organizer who recorded it."""
    source: str
    """`contact`: a contact asked a volunteer; else as in `events.facts.OptOutSource`."""
    points: int
    """How many phones and addresses: their hashes stay where they are."""


class OptOutList(msgspec.Struct, frozen=True):
    """The campaign's opt-out list as organizers see it."""

    points: int
    """Different phones and addresses on it."""
    rows: tuple[OptOutRow, ...]
    """How they came on it, the newest first, a thousand at most."""


class HeldExtract(msgspec.Struct, frozen=True):
    """Which extract the device that asks has installed."""

    extract: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    """SHA-256 of the whole file, in hexadecimal."""


class ExtractHolder(msgspec.Struct, frozen=True):
    """Which extract a device has installed, as it has said itself."""

    device: str
    extract: str
    """SHA-256 of the whole file, in hexadecimal."""
    at: Milliseconds
    """When the hub heard of it."""


class AuditRow(msgspec.Struct, frozen=True):
    """Something that an organizer or owner did."""

    at: Milliseconds
    device: str
    name: str
    operation: str
    detail: str


class DeadLetter(msgspec.Struct, frozen=True):
    """An event that the hub did not take, kept all the same."""

    id: int
    at: Milliseconds
    device: str
    code: RejectCode
    body: bytes
    signature: bytes


class Published(msgspec.Struct, frozen=True):
    """What became of a publication: the version in force."""

    version: int


class BlobState(msgspec.Struct, frozen=True):
    """How much of a blob the hub holds: the pieces that are missing still."""

    size: int
    missing: tuple[int, ...]


class Whoami(msgspec.Struct, frozen=True):
    """What the hub knows of the device that asks."""

    campaign: CampaignId
    campaign_name: str
    device: str
    name: str
    role: Role


class ForwardedDevices(msgspec.Struct, frozen=True):
    """Volunteers' devices that joined at a room's hub, on their way to the campaign's own."""

    devices: tuple[Enrolment, ...] = ()
    revoked: tuple[bytes, ...] = ()
    """Public keys of those whose access was ended in the room. Sent last: what they did before counts."""


class ForwardedEvents(msgspec.Struct, frozen=True):
    """Events of one device that a room's hub has taken in, as the device signed them."""

    key: bytes
    stream: str
    events: tuple[SignedEvent, ...]


class StoredEvent(msgspec.Struct, frozen=True):
    """An event as a hub holds it, for organizers who hand a room over."""

    position: int
    """Its place in the order in which the hub took events in."""
    device: str
    """The id by which this hub knows the device that signed it."""
    event: SignedEvent
