"""What was sent, for people to read: whatever it is, and whatever somebody made of it."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.protocol.readable import Sending, Told, readable, told
from f2f_desktop.protocol.sealing import new_sealing_key, seal, sealing_public


def event(type_: str) -> dict[str, str]:
    body = json.dumps({"id": "1", "fact": {"type": type_}}).encode()
    return {"body": base64.b64encode(body).decode(), "signature": "AAAA"}


def test_events_are_counted_by_what_they_are() -> None:
    content = json.dumps({"stream": "s", "events": [event("report.filed"), event("message.sent"), event("x")]})
    assert told("POST", "/v1/events", content.encode()) == Told(Sending.EVENTS, 3, 1, 1)


@pytest.mark.parametrize(
    ("method", "path", "sending"),
    [
        ("POST", "/v1/enrol", Sending.JOINING),
        ("POST", "/v1/hello", Sending.JOINING),
        ("GET", "/v1/streams/abc", Sending.STATE),
        ("GET", "/v1/changes?cursor=1", Sending.NEWS),
        ("GET", "/v1/manifest", Sending.CONTENT),
        ("PUT", "/v1/manifest", Sending.PUBLISHING),
        ("GET", "/v1/blobs/00/1", Sending.CONTENT),
        ("POST", "/v1/packets", Sending.PACKET),
        ("GET", "/v1/something-new", Sending.OTHER),
    ],
)
def test_a_request_is_told_by_its_path(method: str, path: str, sending: Sending) -> None:
    assert told(method, path, b"").sending is sending


def test_events_are_taken_out_of_their_base64() -> None:
    text = readable(json.dumps({"events": [event("report.filed")]}).encode())
    assert '"type": "report.filed"' in text


def test_what_is_no_text_is_said_to_be_so() -> None:
    sealed = seal(b"reports", sealing_public(new_sealing_key()))
    assert readable(sealed) == f"(a packet sealed to the hub, {len(sealed)} bytes)"
    assert readable(b"\x00\xff") == "(a file, 2 bytes)"
    assert readable(b"") == ""


@given(st.binary(max_size=200))
def test_nothing_that_was_sent_cannot_be_told(content: bytes) -> None:
    readable(content)
    told("POST", "/v1/events", content)
