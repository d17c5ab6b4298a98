"""What was sent to a hub, for people to read: JSON laid out, with the events in it taken out of their base64."""

import base64
import binascii
import json
from collections import Counter
from enum import StrEnum
from typing import Any

import msgspec

from f2f_desktop.protocol.sealing import is_sealed

MOST_SHOWN = 2 * 1024 * 1024
"""Bytes of a content that are laid out; whatever is larger is a file."""


class Sending(StrEnum):
    """What a request was for."""

    JOINING = "joining"
    EVENTS = "events"
    """Reports, messages and the like."""
    STATE = "state"
    """What does the hub hold of this laptop?"""
    NEWS = "news"
    """What is new in the campaign?"""
    CONTENT = "content"
    """A part of the campaign's content, or of an extract, was asked for."""
    PACKET = "packet"
    """A packet, this laptop's or another's."""
    HOLDING = "holding"
    """Which of the campaign's extracts is installed here."""
    PUBLISHING = "publishing"
    OTHER = "other"


class Told(msgspec.Struct, frozen=True):
    """What a request was for; of events, how many of each kind."""

    sending: Sending
    events: int = 0
    reports: int = 0
    messages: int = 0


class _Pushed(msgspec.Struct):
    events: list["_PushedEvent"] = []


class _PushedEvent(msgspec.Struct):
    body: bytes = b""


class _Typed(msgspec.Struct):
    fact: "_Fact"


class _Fact(msgspec.Struct):
    type: str = ""


def told(method: str, path: str, content: bytes) -> Told:
    """What a request was for, by its path (see `protocol.api`) and its content."""
    if path.startswith(("/v1/events", "/v1/forward")):
        return _events(content)
    if path.startswith(("/v1/enrol", "/v1/hello")):
        return Told(Sending.JOINING)
    if method != "GET" and path.startswith("/v1/holders"):
        return Told(Sending.HOLDING)
    if path.startswith("/v1/packet"):
        return Told(Sending.PACKET)
    if method != "GET" and path.startswith(("/v1/manifest", "/v1/blobs")):
        return Told(Sending.PUBLISHING)
    for start, sending in (
        ("/v1/streams/", Sending.STATE),
        ("/v1/changes", Sending.NEWS),
        ("/v1/manifest", Sending.CONTENT),
        ("/v1/blobs/", Sending.CONTENT),
    ):
        if path.startswith(start):
            return Told(sending)
    return Told(Sending.OTHER)


def _events(content: bytes) -> Told:
    try:
        pushed = msgspec.json.decode(content, type=_Pushed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Told(Sending.EVENTS)
    kinds: Counter[str] = Counter()
    for event in pushed.events:
        try:
            kinds[msgspec.json.decode(event.body, type=_Typed).fact.type.partition(".")[0]] += 1
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            kinds[""] += 1
    return Told(Sending.EVENTS, len(pushed.events), kinds["report"], kinds["message"])


def readable(content: bytes) -> str:
    """A request's content as text; of bytes that are no text, how many there are."""
    if not content:
        return ""
    if is_sealed(content):
        return f"(a packet sealed to the hub, {len(content):,} bytes)"
    try:
        found = json.loads(content) if len(content) <= MOST_SHOWN else None
    except (ValueError, RecursionError):
        found = None
    if found is None:
        return f"(a file, {len(content):,} bytes)"
    return json.dumps(_opened(found), indent=2, ensure_ascii=False)


def _opened(value: Any, depth: int = 0) -> Any:
    """JSON with what is JSON inside base64 in its place."""
    if depth > 20:
        return value
    if isinstance(value, dict):
        return {key: _body(each) if key == "body" else _opened(each, depth + 1) for key, each in value.items()}
    if isinstance(value, list):
        return [_opened(each, depth + 1) for each in value]
    return value


def _body(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(base64.b64decode(value, validate=True))
    except (ValueError, binascii.Error, RecursionError):
        return value
