"""Signed requests and answers, attacked: replayed, changed, late, meant for another hub."""

import base64
import hashlib
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import HTTPMessageSigner, HTTPMessageVerifier, HTTPSignatureKeyResolver, algorithms

from f2f_desktop.events.signing import SigningKey
from f2f_desktop.hub import gate
from f2f_desktop.hub.facts import insert_new
from f2f_desktop.hub.tables import nonces
from f2f_desktop.protocol import http_signatures
from f2f_desktop.protocol.api import ProblemCode
from f2f_desktop.protocol.http_signatures import (
    HUB_HEADER,
    Message,
    NotSigned,
    encoded,
    sign_answer,
    sign_request,
    verify_answer,
    verify_request,
)
from tests.hub.conftest import Open
from tests.hub.processes import HubProcess, invite
from tests.hub.replicas import Replica

HUB = SigningKey.generate()
BODY = b'{"stream":"s"}'


def request(**changes: Any) -> tuple[str, str, dict[str, str], bytes]:
    """A signed request; `changes` are made to it on the way."""
    key = SigningKey.generate()
    made = {"method": "POST", "target": "/v1/events?a=1", "body": BODY, "created": time.time()}
    headers = sign_request(key, HUB.public.to_bytes(), **made)  # type: ignore[arg-type]
    headers = {name.lower(): value for name, value in headers.items()} | changes.pop("headers", {})
    made |= changes
    return str(made["method"]), str(made["target"]), headers, made["body"]  # type: ignore[return-value]


def accepted(method: str, target: str, headers: dict[str, str], body: bytes, now: float | None = None) -> None:
    verify_request(method, target, headers, body, HUB.public.to_bytes(), time.time() if now is None else now)


CHANGES: dict[str, dict[str, Any]] = {
    "method": {"method": "PUT"},
    "path": {"target": "/v1/eventz?a=1"},
    "path written in another way": {"target": "/v1/%65vents?a=1"},
    "query": {"target": "/v1/events?a=2"},
    "query added to": {"target": "/v1/events?a=1&b=2"},
    "query taken away": {"target": "/v1/events"},
    "body": {"body": BODY + b" "},
    "body emptied": {"body": b""},
    "digest": {"headers": {"content-digest": "sha-256=:" + base64.b64encode(bytes(32)).decode() + ":"}},
    "hub": {"headers": {HUB_HEADER: encoded(bytes(32))}},
    "signature": {"headers": {"signature": "f2f=:" + base64.b64encode(bytes(64)).decode() + ":"}},
    "no signature": {"headers": {"signature": ""}},
    "no input": {"headers": {"signature-input": ""}},
    "input of rubbish": {"headers": {"signature-input": "f2f=((((("}},
    "a number for a signature": {"headers": {"signature": "f2f=1"}},
    "input not ASCII": {"headers": {"signature-input": "f2f=\u00ff"}},
    "a list of nothing": {"headers": {"signature-input": "f2f=()"}},
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_request_that_was_changed_is_refused(change: str) -> None:
    accepted(*request())
    with pytest.raises(NotSigned):
        accepted(*request(**CHANGES[change]))


@pytest.mark.parametrize("missing", http_signatures._REQUEST)
def test_a_request_whose_signature_leaves_something_out_is_refused(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = http_signatures._REQUEST
    monkeypatch.setattr(http_signatures, "_REQUEST", tuple(each for each in whole if each != missing))
    made = request()
    accepted(*made)
    monkeypatch.setattr(http_signatures, "_REQUEST", whole)
    if missing != "content-digest":  # the library covers the digest whether it is asked to or not
        with pytest.raises(NotSigned):
            accepted(*made)


@pytest.mark.parametrize("parameter", ["created", "nonce", "keyid", "tag"])
def test_a_request_without_time_number_key_or_tag_is_refused(parameter: str) -> None:
    method, target, headers, body = request()
    parts = headers["signature-input"].split(";")
    kept = [part for part in parts if not part.startswith(f"{parameter}=")]
    assert len(kept) == len(parts) - 1
    with pytest.raises(NotSigned):
        accepted(method, target, headers | {"signature-input": ";".join(kept)}, body)


def test_a_request_is_good_for_five_minutes_of_the_hubs_clock_and_the_refusal_tells_the_time(
    sqlite_replica: Replica,
) -> None:
    device = sqlite_replica.device()
    for offset, status in ((-290.0, 200), (290.0, 200), (-310.0, 401), (310.0, 401), (-3e8, 401), (3e8, 401)):
        headers = device.signed("GET", "/v1/me", at=time.time() + offset)
        answer = sqlite_replica.ask("GET", "/v1/me", headers)
        assert answer.status == status, offset
        if status == 401:
            assert answer.problem.code is ProblemCode.WRONG_TIME
            assert abs(answer.problem.now - time.time()) < 60
            message = Message("GET", "https://hub/v1/me", headers)
            verify_answer(sqlite_replica.hub.identity.key, 401, answer.headers, answer.body, message)


def test_a_replayed_request_is_refused_by_every_replica_and_after_a_restart(opened: Open) -> None:
    first, second = opened(), opened()
    device = first.device()
    body = b'{"stream":"' + device.stream.encode() + b'","events":[]}'
    for method, target, content in (("GET", "/v1/me", b""), ("POST", "/v1/events", body)):
        headers = device.signed(method, target, content)
        assert first.ask(method, target, headers, content).status == 200
        for replica in (first, second, opened()):
            again = replica.ask(method, target, headers, content)
            assert again.problem.code is ProblemCode.REPLAYED
            assert again.status == 409


def test_the_control_without_numbers_used_once_a_replay_is_taken(
    sqlite_replica: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = sqlite_replica.device()
    headers = device.signed("GET", "/v1/me")
    monkeypatch.setattr(
        gate, "newly_inserted", lambda _connection, _table, _key, rows: {row["nonce"] for row in rows}
    )
    assert [sqlite_replica.ask("GET", "/v1/me", headers).status for _ in range(2)] == [200, 200]


def test_a_hub_that_was_killed_remembers_what_it_has_seen(hub: HubProcess) -> None:
    import requests as web

    from f2f_desktop.protocol.api import EnrolRequest
    from f2f_desktop.protocol.invites import read_invite

    asked = read_invite(invite(hub))
    key = SigningKey.generate()
    content = msgspec.json.encode(EnrolRequest(asked.secret, "Vera"))
    headers = sign_request(key, asked.hub.key, "POST", "/v1/enrol", content, time.time())
    headers["content-type"] = "application/json"
    assert web.post(hub.url + "/v1/enrol", data=content, headers=headers, timeout=20).status_code == 200
    hub.kill()
    hub.start()
    again = web.post(hub.url + "/v1/enrol", data=content, headers=headers, timeout=20)
    assert again.json()["code"] == "replayed"


def test_numbers_used_once_are_forgotten_when_their_signature_is_too_old_anyway(sqlite_replica: Replica) -> None:
    old = {"nonce": b"old", "until": 1}
    sqlite_replica.hub.write(lambda connection: insert_new(connection, nonces, [old]))
    device = sqlite_replica.device()

    def is_there() -> bool:
        with sqlite_replica.hub.database.reading() as connection:
            return connection.execute(nonces.select().where(nonces.c.nonce == b"old")).first() is not None

    while True:  # one request in 256 clears up
        headers = device.signed("GET", "/v1/me")
        nonce = headers["Signature-Input"].split('nonce="')[1].split('"')[0]
        if hashlib.sha256(device.key.public.to_bytes() + nonce.encode()).digest()[0] == 0:
            break
    assert is_there()
    assert sqlite_replica.ask("GET", "/v1/me", headers).status == 200
    assert not is_there()


def test_a_request_for_another_hub_is_refused(sqlite_replica: Replica) -> None:
    device = sqlite_replica.device()
    headers = sign_request(device.key, HUB.public.to_bytes(), "GET", "/v1/me", b"", time.time())
    assert sqlite_replica.ask("GET", "/v1/me", headers).problem.code is ProblemCode.NOT_SIGNED


def test_an_answer_fits_its_own_request_alone() -> None:
    hub = HUB.public.to_bytes()
    first, second = (request()[2] for _ in range(2))
    asked, other = (
        Message("POST", "https://hub/v1/events?a=1", first),
        Message("POST", "https://hub/v1/events?a=1", second),
    )
    answer = {name.lower(): value for name, value in sign_answer(HUB, 200, b"yes", asked, time.time()).items()}
    verify_answer(hub, 200, answer, b"yes", asked)
    with pytest.raises(NotSigned):
        verify_answer(hub, 200, answer, b"yes", other)
    with pytest.raises(NotSigned):
        verify_answer(hub, 201, answer, b"yes", asked)
    with pytest.raises(NotSigned):
        verify_answer(hub, 200, answer, b"no", asked)
    with pytest.raises(NotSigned):
        verify_answer(bytes(32), 200, answer, b"yes", asked)
    with pytest.raises(NotSigned):
        verify_answer(hub, 200, {}, b"yes", asked)
    forged = sign_answer(SigningKey.generate(), 200, b"yes", asked, time.time())
    with pytest.raises(NotSigned):
        verify_answer(hub, 200, forged, b"yes", asked)


@pytest.mark.parametrize("status", [200, 404, 503])
@pytest.mark.parametrize("body", [b"", b"answer", bytes(range(256)) * 9])
def test_an_answer_that_is_written_is_the_one_that_the_library_composes(status: int, body: bytes) -> None:
    hub, device, at = SigningKey.generate(), SigningKey.generate(), 1_800_000_000.7
    signed = sign_request(device, hub.public.to_bytes(), "GET", "/v1/me", b"", at)
    request = Message("GET", "https://hub/v1/me", {name.lower(): value for name, value in signed.items()})
    written = http_signatures._written(hub, status, body, request, int(at))
    assert written == http_signatures._composed(hub, status, body, request, at)
    assert written == sign_answer(hub, status, body, request, at)
    verify_answer(hub.public.to_bytes(), status, sign_answer(hub, status, body, request, at), body, request)


@pytest.mark.parametrize("change", ["{};x", "{}, other=:AAAA:", "other=:AAAA:, {}", " {}"])
def test_what_a_request_says_in_another_way_is_left_to_the_library(change: str) -> None:
    hub, device = SigningKey.generate(), SigningKey.generate()
    headers = sign_request(device, hub.public.to_bytes(), "GET", "/v1/me", b"", 1_800_000_000)
    signature = change.format(headers.pop("Signature"))
    request = Message("GET", "https://hub/v1/me", {**headers, "signature": signature})
    assert http_signatures._written(hub, 200, b"", request, 1_800_000_000) is None
    assert sign_answer(hub, 200, b"", request, 1_800_000_000) == http_signatures._composed(
        hub, 200, b"", request, 1_800_000_000
    )


def test_the_library_signs_as_the_rfc_does() -> None:
    """RFC 9421, B.2.6: test-request, signed by test-key-ed25519 (B.1.4)."""
    secret = Ed25519PrivateKey.from_private_bytes(_raw("n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU"))
    public = Ed25519PublicKey.from_public_bytes(_raw("JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs"))

    class Keys(HTTPSignatureKeyResolver):
        def resolve_public_key(self, key_id: str) -> Ed25519PublicKey:
            assert key_id == "test-key-ed25519"
            return public

        def resolve_private_key(self, key_id: str) -> Ed25519PrivateKey:
            return secret

    import datetime as dt

    headers = {
        "Host": "example.com",
        "Date": "Tue, 20 Apr 2021 02:07:55 GMT",
        "Content-Type": "application/json",
        "Content-Length": "18",
    }
    message = Message("POST", "https://example.com/foo?param=Value&Pet=dog", headers)
    HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=Keys()).sign(
        message,
        key_id="test-key-ed25519",
        created=dt.datetime.fromtimestamp(1_618_884_473, dt.UTC),
        label="sig-b26",
        include_alg=False,
        covered_component_ids=("date", "@method", "@path", "@authority", "content-type", "content-length"),
    )
    assert message.headers["Signature"] == (
        "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:"
    )

    class Then(HTTPMessageVerifier):
        def validate_created_and_expires(self, sig_input: Any, max_age: Any = None) -> None:
            """The RFC's example was signed in 2021."""

    Then(signature_algorithm=algorithms.ED25519, key_resolver=Keys()).verify(message, max_age=None)


def _raw(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_signatures_of_rubbish_never_break_the_hub(sqlite_replica: Replica, tmp_path: Path) -> None:
    device = sqlite_replica.device()
    good = device.signed("GET", "/v1/me")
    rubbish = ["", "f2f", "f2f=", "f2f=:", "f2f=::", "f2f=:AA==:", "f2f=?1", "\x00", "\xff" * 10, "a" * 20_000]
    rubbish += ["f2f=(" + '"@method" ' * 5_000 + ")", "f2f=" + "(" * 5_000, "f2f=();created=99999999999999999999"]
    rubbish += ['f2f=("@method" "@path" "@query" "f2f-hub" "content-digest");created=1;keyid="x"']
    rubbish += ['f2f=("@method";req "@status" "@signature-params");created=1;keyid="x"']
    for name in ("Signature", "Signature-Input", "Content-Digest", "f2f-hub", "content-encoding"):
        for value in rubbish:
            answer = sqlite_replica.ask("GET", "/v1/me", good | {name: value})
            assert answer.status < 500, (name, value[:40])
            assert answer.status >= 400 or (name == "content-encoding" and not value)
