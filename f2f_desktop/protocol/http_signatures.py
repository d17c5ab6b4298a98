"""Signed requests and signed answers: HTTP Message Signatures (RFC 9421) with Ed25519 keys.

A request covers its method, path, query, the hub that it is meant for, and the digest of its content (RFC 9530). Its
key id is the device's public key itself, in base64url, so that a signature is checked before any table is asked. An
answer covers its status, its content, and the signature of the request that it answers: whoever cannot sign as the
hub, a captive portal for one, cannot answer, and an old answer fits no new request.

The authority is not covered: a balancer or a room's network may call the hub by another name. The hub's key is.
"""

import base64
import datetime as dt
import hashlib
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageSigner,
    HTTPMessageVerifier,
    HTTPSignatureKeyResolver,
    InvalidSignature,
    algorithms,
)

from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import KEY_BYTES, PublicKey, SigningKey

HUB_HEADER = "f2f-hub"
"""Names the hub's public key that a request is meant for, in base64url."""

TOLERANCE = dt.timedelta(minutes=5)
"""How far a request's time may lie from the hub's clock."""

_TAG = "f2f"
_LABEL = "f2f"
_REQUEST = ("@method", "@path", "@query", HUB_HEADER, "content-digest")
_ANSWER = ("@status", "content-digest", f'"signature";req;key="{_LABEL}"')


class NotSigned(KnownError):
    """A request or an answer bears no signature that fits."""

    def __init__(self, what: str = "The signature does not fit.") -> None:
        super().__init__(what, "Nothing was accepted.")


class WrongTime(NotSigned):
    """A request was signed at a time that lies too far from the hub's clock."""

    def __init__(self) -> None:
        super().__init__("The request's time is too far from the hub's clock.")


@dataclass
class Message:
    """What the signature library wants to see of a request."""

    method: str
    url: str
    headers: dict[str, str]


@dataclass
class Answer:
    """What the signature library wants to see of an answer."""

    status_code: int
    headers: dict[str, str]
    request: Message
    url: str = field(default="https://hub/")


@dataclass(frozen=True)
class Signed:
    """A request whose signature fits: by whom, when, and the number used once."""

    key: PublicKey
    created: int
    nonce: str


def encoded(raw: bytes) -> str:
    """Bytes in base64url without padding, as keys travel in headers, links and addresses."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """The bytes behind `encoded`. Raises `NotSigned`."""
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        raise NotSigned("A key is not written in base64url.") from None


class _Keys(HTTPSignatureKeyResolver):
    """The key in the key id; the private one where this side signs."""

    def __init__(self, secret: SigningKey | None = None) -> None:
        self._secret = secret

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey:
        return Ed25519PublicKey.from_public_bytes(decoded(key_id))

    def resolve_private_key(self, key_id: str) -> Ed25519PrivateKey:
        del key_id
        assert self._secret is not None
        return Ed25519PrivateKey.from_private_bytes(self._secret.to_bytes())


class _Verifier(HTTPMessageVerifier):
    max_clock_skew = TOLERANCE

    def __init__(self, now: dt.datetime | None) -> None:
        super().__init__(signature_algorithm=algorithms.ED25519, key_resolver=_Keys())
        self._now = now

    def validate_created_and_expires(self, sig_input: Any, max_age: dt.timedelta | None = None) -> None:
        """Checks the time against the hub's clock; an answer is bound to its request instead."""
        del max_age
        if self._now is None:
            return
        created = sig_input.params.get("created")
        if type(created) is not int:
            raise InvalidSignature("no time")
        if abs(created - self._now.timestamp()) > self.max_clock_skew.total_seconds():
            raise WrongTime


def sign_request(
    key: SigningKey, hub: bytes, method: str, target: str, body: bytes, created: float
) -> dict[str, str]:
    """The headers that sign a request by a device's key.

    Args:
        hub: the public key of the hub that it is meant for.
        target: path and query, encoded: `/v1/changes?cursor=7`.
        created: seconds since 1970, by the hub's clock as far as it is known.
    """
    message = Message(method, f"https://hub{target}", {HUB_HEADER: encoded(hub)})
    HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=_Keys(key)).sign(
        message,
        key_id=encoded(key.public.to_bytes()),
        created=dt.datetime.fromtimestamp(created, dt.UTC),
        nonce=secrets.token_urlsafe(16),
        label=_LABEL,
        tag=_TAG,
        covered_component_ids=_REQUEST,
        body=body,
    )
    return message.headers


def verify_request(
    method: str, target: str, headers: Mapping[str, str], body: bytes, hub: bytes, now: float
) -> Signed:
    """Who signed a request. Raises `NotSigned`, `WrongTime`.

    Whether that key belongs to anybody, and whether the nonce was used before, are the caller's questions.
    """
    message = Message(method, f"https://hub{target}", dict(headers))
    if headers.get(HUB_HEADER) != encoded(hub):
        raise NotSigned("The request is meant for another hub.")
    moment = dt.datetime.fromtimestamp(now, dt.UTC)
    try:
        results = _Verifier(moment).verify(
            message, max_age=None, expect_tag=_TAG, expect_label=_LABEL, require_components=_REQUEST, body=body
        )
        parameters = results[0].parameters
        key = PublicKey.from_bytes(decoded(str(parameters["keyid"])))
    except (HTTPMessageSignaturesException, KeyError, IndexError, ValueError, RecursionError) as error:
        raise NotSigned from error
    except KnownError as error:
        raise error if isinstance(error, NotSigned) else NotSigned() from error
    nonce = results[0].nonce
    if not nonce or len(nonce) > 64:
        raise NotSigned("The request has no number used once.")
    return Signed(key, int(parameters["created"]), nonce)


def sign_answer(key: SigningKey, status: int, body: bytes, request: Message, now: float) -> dict[str, str]:
    """The headers that sign the answer to a signed request by the hub's key."""
    return _written(key, status, body, request, int(now)) or _composed(key, status, body, request, now)


def _written(key: SigningKey, status: int, body: bytes, request: Message, now: int) -> dict[str, str] | None:
    """What `_composed` gives, at a quarter of its cost; None where the request is not written as ours are.

    An answer covers three components that are always the same, so that its signature base (RFC 9421, 2.5) is a form
    to fill in. Whatever has to be understood, rather than written, is the library's.
    """
    answered = _ONE_SIGNATURE.fullmatch(request.headers.get("signature", ""))
    if answered is None:
        return None
    digest = f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"
    covered = f'("@status" "content-digest" {_ANSWER[-1]})'
    parameters = f'{covered};created={now};keyid="{_name_of(key)}";alg="ed25519";tag="{_TAG}"'
    base = (
        f'"@status": {status}\n"content-digest": {digest}\n{_ANSWER[-1]}: {answered[1]}\n'
        f'"@signature-params": {parameters}'
    )
    signature = base64.b64encode(key.sign(base.encode())).decode()
    return {
        "Content-Digest": digest,
        "Signature-Input": f"{_LABEL}={parameters}",
        "Signature": f"{_LABEL}=:{signature}:",
    }


_ONE_SIGNATURE = re.compile(rf"{_LABEL}=(:[A-Za-z0-9+/]{{86}}==:)")


@lru_cache(maxsize=4)
def _name_of(key: SigningKey) -> str:
    return encoded(key.public.to_bytes())


def _composed(key: SigningKey, status: int, body: bytes, request: Message, now: float) -> dict[str, str]:
    answer = Answer(status, {}, request)
    HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=_Keys(key)).sign(
        answer,
        key_id=encoded(key.public.to_bytes()),
        created=dt.datetime.fromtimestamp(now, dt.UTC),
        label=_LABEL,
        tag=_TAG,
        covered_component_ids=_ANSWER,
        body=body,
    )
    return answer.headers


def verify_answer(hub: bytes, status: int, headers: Mapping[str, str], body: bytes, request: Message) -> None:
    """Returns if the hub itself gave this answer to this request. Raises `NotSigned`."""
    answer = Answer(status, dict(headers), request)
    try:
        results = _Verifier(None).verify(
            answer, max_age=None, expect_tag=_TAG, expect_label=_LABEL, require_components=_ANSWER, body=body
        )
        signer = decoded(str(results[0].parameters["keyid"]))
    except (HTTPMessageSignaturesException, KeyError, IndexError, ValueError, RecursionError) as error:
        raise NotSigned("The answer does not come from the campaign's hub.") from error
    if len(signer) != KEY_BYTES or signer != hub:
        raise NotSigned("The answer does not come from the campaign's hub.")
