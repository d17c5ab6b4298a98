"""An event: a fact with its id, its place in the device's stream, and the device's signature.

Canonical bytes are JSON with sorted keys and no blanks (as in RFC 8785 for what occurs here: no floats, keys in
ASCII). They are made once, when the fact is written, then stored, signed and sent as they are; nobody encodes an
event anew.
"""

import msgspec

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.errors import KnownError
from f2f_desktop.events.facts import Fact, UnknownFact
from f2f_desktop.events.signing import PublicKey, SigningKey


class EventUnreadable(KnownError):
    """Bytes that should be an event are none."""


class Event(msgspec.Struct, frozen=True):
    """What happened. `(stream, seq)` proves completeness; `at` is the laptop's clock, only shown."""

    id: str
    stream: str
    """Random id of the device's stream of events."""
    seq: int
    """1, 2, 3, ... without gaps in the stream."""
    at: Milliseconds
    fact: Fact | UnknownFact


class SignedEvent(msgspec.Struct, frozen=True):
    """An event as it is stored and sent: its canonical bytes and the device's Ed25519 signature over them."""

    body: bytes
    signature: bytes


class _Raw(msgspec.Struct, frozen=True):
    id: str
    stream: str
    seq: int
    at: int
    fact: msgspec.Raw


class _Tag(msgspec.Struct, frozen=True):
    type: str


_encoder = msgspec.json.Encoder(order="sorted")
# Made once: what a union looks like is worked out anew for every call of `decode`.
_raw, _tag, _fact = msgspec.json.Decoder(_Raw), msgspec.json.Decoder(_Tag), msgspec.json.Decoder(Fact)


def signed(event: Event, key: SigningKey) -> SignedEvent:
    """The canonical bytes of `event`, signed by the device's key."""
    body = _encoder.encode(event)
    return SignedEvent(body, key.sign(body))


def read_event(body: bytes) -> Event:
    """The event in canonical bytes; a fact of an unknown type becomes `UnknownFact`.

    Raises `EventUnreadable`.
    """
    try:
        raw = _raw.decode(body)
        tag = _tag.decode(raw.fact).type
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise EventUnreadable("An event in the file is damaged.", "Export the packet again.") from error
    fact: Fact | UnknownFact
    try:
        fact = _fact.decode(raw.fact)
    except msgspec.ValidationError:
        # Of a type that is not known here, or of a newer form of one that is.
        fact = UnknownFact(tag)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        # The texts of a fact are looked at only now.
        raise EventUnreadable("An event in the file is damaged.", "Export the packet again.") from error
    return Event(raw.id, raw.stream, raw.seq, Milliseconds(raw.at), fact)


def verified_event(event: SignedEvent, device: PublicKey) -> Event:
    """The event, after its signature was checked. Raises `BadSignature` or `EventUnreadable`."""
    device.verify(event.signature, event.body)
    return read_event(event.body)
