"""A receipt: what a hub holds of one device's stream, signed by the hub.

It is the only ground on which a laptop says "safe". The digest is the sum of the SHA-256 hashes of all events' bytes
modulo 2**256, so that it grows with each event in whatever order they arrive, and equals the laptop's own only if
the hub holds the same bytes.
"""

import hashlib
from collections.abc import Iterable

import msgspec

from f2f_desktop.campaign.ids import CampaignId, Milliseconds
from f2f_desktop.events.envelope import SignedEvent
from f2f_desktop.events.signing import BadSignature, PublicKey, SigningKey
from f2f_desktop.protocol.signed_file import SignedFileDamaged, read_signed, write_signed

FORMAT = "f2f-receipt"
VERSION = 1
SUFFIX = ".f2freceipt"

MOST_GAPS = 1_000
"""Ranges named in a receipt; what lies beyond the last of them is not counted as present."""

_MODULUS = 1 << 256


class Receipt(msgspec.Struct, frozen=True):
    """What the hub holds of a stream."""

    campaign: CampaignId
    epoch: str
    """Random id of the hub's data: another one after the hub was set up anew or restored from a backup."""
    stream: str
    highest: int
    """Number of the newest event; 0 if there is none."""
    count: int
    gaps: tuple[tuple[int, int], ...]
    """First and last number of each range below `highest` that is missing; see `MOST_GAPS`."""
    digest: bytes
    """32 bytes: the sum of the events' hashes (see the module)."""
    at: Milliseconds
    """The hub's clock."""

    def has(self, seq: int) -> bool:
        """Whether the hub is sure to hold the event with this number."""
        if seq > self.highest or any(first <= seq <= last for first, last in self.gaps):
            return False
        return len(self.gaps) < MOST_GAPS or seq < self.gaps[-1][0]


class SignedReceipt(msgspec.Struct, frozen=True):
    """A receipt's bytes and the hub's signature over them."""

    body: bytes
    signature: bytes


_PREFIX = b"f2f-receipt/1\n"


def sign_receipt(receipt: Receipt, hub: SigningKey) -> SignedReceipt:
    """A receipt as it travels."""
    body = msgspec.json.encode(receipt, order="sorted")
    return SignedReceipt(body, hub.sign(_PREFIX + body))


def verified_receipt(receipt: SignedReceipt, hub: PublicKey) -> Receipt:
    """The receipt, after its signature was checked. Raises `BadSignature`."""
    hub.verify(receipt.signature, _PREFIX + receipt.body)
    try:
        return msgspec.json.decode(receipt.body, type=Receipt)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadSignature("The receipt cannot be read.", "Synchronize again.") from error


def event_hash(body: bytes) -> int:
    """The number that an event adds to a stream's digest."""
    return int.from_bytes(hashlib.sha256(body).digest(), "big")


def added(digest: bytes, bodies: Iterable[bytes]) -> bytes:
    """The digest after more events."""
    total = int.from_bytes(digest, "big") + sum(event_hash(body) for body in bodies)
    return (total % _MODULUS).to_bytes(32, "big")


def digest_of(events: Iterable[SignedEvent]) -> bytes:
    """The digest of events."""
    return added(bytes(32), (event.body for event in events))


EMPTY = bytes(32)
"""The digest of no event."""


class ReceiptFile(msgspec.Struct, frozen=True):
    """Receipts that go back to laptops by file."""

    receipts: tuple[SignedReceipt, ...]


def write_receipts(receipts: tuple[SignedReceipt, ...], writer: SigningKey) -> bytes:
    """The bytes of a receipt file; `writer` is the hub, or who carries them: each receipt is signed itself."""
    return write_signed(FORMAT, VERSION, msgspec.json.encode(ReceiptFile(receipts)), writer)


def is_receipts(data: bytes) -> bool:
    """Whether the bytes say that they are a file of receipts."""
    return data[:64].startswith(b'{"format":"f2f-receipt"')


def read_receipts(data: bytes) -> tuple[tuple[SignedReceipt, ...], PublicKey]:
    """The receipts in a file, unchecked, and the key that signed the file.

    Raises `SignedFileDamaged`, `SignedFileTooNew`.
    """
    content, writer = read_signed(FORMAT, VERSION, data, "file of receipts")
    try:
        return msgspec.json.decode(content, type=ReceiptFile).receipts, writer
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SignedFileDamaged("This file of receipts is damaged.", "Ask for it again.") from error
