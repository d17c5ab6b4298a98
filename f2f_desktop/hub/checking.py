"""Events looked at before any table is asked: whether their device signed them, and whether they can be read.

The signatures are checked by libsodium, in half of OpenSSL's time and without keeping other threads waiting: nothing
else takes a hub as long.
"""

from collections.abc import Sequence

import msgspec
from nacl.bindings import crypto_sign_open
from nacl.exceptions import BadSignatureError

from f2f_desktop.events.envelope import Event, EventUnreadable, SignedEvent, read_event
from f2f_desktop.events.facts import type_of
from f2f_desktop.events.signing import SIGNATURE_BYTES, PublicKey
from f2f_desktop.protocol.api import LARGEST_EVENT, RejectCode

_LONGEST_ID = 64


class Checked(msgspec.Struct, frozen=True):
    """An event with its signature checked, or why it cannot be taken."""

    signed: SignedEvent
    event: Event | None
    code: RejectCode | None = None


def checked(stream: str, signed: Sequence[SignedEvent], key: PublicKey) -> tuple[Checked, ...]:
    """The events, each with its signature checked against the device's key. No table is asked."""
    return tuple(_checked(stream, each, key) for each in signed)


def _checked(stream: str, signed: SignedEvent, key: PublicKey) -> Checked:
    if len(signed.body) > LARGEST_EVENT:
        return Checked(signed, None, RejectCode.TOO_LARGE)
    if not _is_signed(signed, key):
        return Checked(signed, None, RejectCode.BAD_SIGNATURE)
    try:
        event = read_event(signed.body)
    except EventUnreadable:
        return Checked(signed, None, RejectCode.UNREADABLE)
    if event.stream != stream:
        return Checked(signed, event, RejectCode.WRONG_STREAM)
    if not 0 < event.seq < 1 << 53 or not _is_id(event.id) or not _is_id(type_of(event.fact)):
        return Checked(signed, event, RejectCode.UNREADABLE)
    return Checked(signed, event)


def _is_signed(signed: SignedEvent, key: PublicKey) -> bool:
    if len(signed.signature) != SIGNATURE_BYTES:
        return False
    try:
        crypto_sign_open(signed.signature + signed.body, key.to_bytes())
    except BadSignatureError:
        return False
    return True


def _is_id(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_ID and text.isascii() and text.isprintable()
