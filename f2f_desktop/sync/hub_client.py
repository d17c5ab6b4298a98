"""Speaking to one hub: signed requests, signed answers, and words for whatever comes between.

An answer counts only if the hub itself signed it, for this very request. Whatever else comes back, from a captive
portal or a proxy, is no answer.
"""

import logging
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec
import requests
import urllib3
import zstandard
from requests.adapters import HTTPAdapter

from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.protocol.api import Problem, ProblemCode
from f2f_desktop.protocol.http_signatures import Message, NotSigned, sign_request, verify_answer
from f2f_desktop.protocol.invites import Address
from f2f_desktop.sync.troubles import (
    AccessEnded,
    ClockWrong,
    Garbled,
    HubAnswersNot,
    HubBroken,
    HubBusy,
    NetworkMissing,
    NotTheHub,
    OtherCertificate,
    RefusedByHub,
    UnknownToHub,
)

# It warns, with a traceback, of a head that was cut short: here that is a trouble like any other.
logging.getLogger("urllib3.connection").setLevel(logging.ERROR)

Answer = TypeVar("Answer")

CONNECT_SECONDS, READ_SECONDS = 6.0, 30.0
LARGEST_ANSWER = 16 * 1024 * 1024
PACKED_FROM = 1_024
"""Bytes of content from which it is packed."""

WRITTEN_HEAD = 64
"""Bytes of a request that no header here accounts for: the first line's ends, the host, the lengths."""

Ledger = Callable[[str, str, bytes, int, int], None]
"""Told before anything leaves: method, path, content, its bytes as packed, bytes in all."""


class Pinned(HTTPAdapter):
    """Believes one certificate, whoever signed it and whatever this laptop's clock says."""

    def __init__(self, pin: bytes) -> None:
        self._pin = pin.hex()
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        """The connections' settings."""
        super().init_poolmanager(
            *arguments,
            **options,
            assert_fingerprint=self._pin,
            assert_hostname=False,
            cert_reqs="CERT_NONE",
        )

    def cert_verify(self, conn: Any, url: str, verify: bool | str, cert: Any) -> None:
        """Nothing but the pin is asked for."""
        del url, verify, cert
        conn.cert_reqs = "CERT_NONE"


def new_session(address: Address) -> requests.Session:
    """A session that reaches the address, and nobody else by accident."""
    session = requests.Session()
    if address.pin:
        session.trust_env = False
        session.mount("https://", Pinned(address.pin))
    return session


@dataclass
class HubClient:
    """One hub, as one device speaks to it.

    Attributes:
        offset: seconds by which the hub's clock is ahead of this laptop's, as far as it has said so.
    """

    address: Address
    hub: bytes
    key: SigningKey
    ledger: Ledger
    offset: float = 0.0
    session: requests.Session = field(default_factory=requests.Session)

    @classmethod
    def to(cls, address: Address, hub: bytes, key: SigningKey, ledger: Ledger) -> "HubClient":
        """A client with a session of its own."""
        return cls(address, hub, key, ledger, session=new_session(address))

    def close(self) -> None:
        """Ends the connections."""
        self.session.close()

    def get(self, target: str, answer: type[Answer]) -> Answer:
        """Asks for something. Raises the errors of `troubles`."""
        return self._read(self._exchange("GET", target, b""), answer)

    def get_bytes(self, target: str) -> bytes:
        """Asks for bytes."""
        return self._exchange("GET", target, b"")

    def post(self, target: str, content: object, answer: type[Answer]) -> Answer:
        """Sends something."""
        return self._read(self._exchange("POST", target, msgspec.json.encode(content)), answer)

    def send_bytes(self, method: str, target: str, content: bytes, answer: type[Answer]) -> Answer:
        """Sends bytes as they are."""
        return self._read(self._exchange(method, target, content, "application/octet-stream"), answer)

    def _read(self, body: bytes, answer: type[Answer]) -> Answer:
        try:
            return msgspec.json.decode(body, type=answer)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise Garbled from error

    def _exchange(self, method: str, target: str, content: bytes, media: str = "application/json") -> bytes:
        try:
            return self._once(method, target, content, media)
        except ClockWrong:
            # The hub has said what time it is: sign by its clock, once more.
            return self._once(method, target, content, media)
        except RefusedByHub as error:
            if error.code is not ProblemCode.REPLAYED:
                raise
            # Something on the way has sent the request twice, and this is the answer to the second: ask anew.
            return self._once(method, target, content, media)

    def _once(self, method: str, target: str, content: bytes, media: str) -> bytes:
        body, headers = content, {"user-agent": "f2f-desktop", "accept-encoding": "identity"}
        if content:
            headers["content-type"] = media
            if len(content) >= PACKED_FROM and media == "application/json":
                body = zstandard.ZstdCompressor(level=3).compress(content)
                headers["content-encoding"] = "zstd"
        signature = sign_request(self.key, self.hub, method, target, body, time.time() + self.offset)
        headers |= signature
        written = sum(len(name) + len(value) + 4 for name, value in headers.items())
        self.ledger(
            method, target, content, len(body), len(method) + len(target) + written + WRITTEN_HEAD + len(body)
        )
        status, answer_headers, answer = self._send(method, target, headers, body)
        message = Message(method, f"https://hub{target}", signature)
        try:
            verify_answer(self.hub, status, answer_headers, answer, message)
        except NotSigned as error:
            raise _unsigned(status, answer_headers, answer) from error
        if status < 400:
            return answer
        raise self._refusal(answer, _retry_after(answer_headers))

    def _send(
        self, method: str, target: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        try:
            with self.session.request(
                method,
                self.address.url + target,
                data=body or None,
                headers=headers,
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                allow_redirects=False,
                stream=True,
            ) as response:
                parts, size = [], 0
                for part in response.iter_content(64 * 1024):
                    parts.append(part)
                    size += len(part)
                    if size > LARGEST_ANSWER:
                        raise NotTheHub
                return response.status_code, response.headers, b"".join(parts)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, UnicodeError) as error:
            raise trouble_of(error) from error

    def _refusal(self, body: bytes, retry_after: float) -> KnownError:
        problem = self._read(body, Problem)
        if problem.code is ProblemCode.WRONG_TIME:
            self.offset = problem.now - time.time()
            return ClockWrong(self.offset)
        if problem.code is ProblemCode.REVOKED:
            return AccessEnded()
        if problem.code is ProblemCode.UNKNOWN_DEVICE:
            return UnknownToHub()
        if problem.code in (ProblemCode.BUSY, ProblemCode.TOO_MANY):
            return HubBusy(retry_after)
        if problem.code is ProblemCode.BROKEN:
            return HubBroken()
        return RefusedByHub(problem.code, problem.title, problem.detail)


def _unsigned(status: int, headers: Mapping[str, str], body: bytes) -> KnownError:
    """What an answer means that the hub did not sign."""
    if status in (429, 503):
        return HubBusy(_retry_after(headers))
    if status in (502, 504) or (not body and status == 200 and not headers.get("content-length", "").strip()):
        return HubAnswersNot()  # nobody behind a proxy; or the line was cut within the answer's head
    try:
        problem = msgspec.json.decode(body, type=Problem)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return NotTheHub()
    if problem.code is ProblemCode.NOT_SIGNED:
        return NotTheHub()
    return HubBroken() if status >= 500 else NotTheHub()


def _retry_after(headers: Mapping[str, str]) -> float:
    """Seconds that the other side asks to wait, an hour at most (RFC 9110, 10.2.3)."""
    try:
        return max(0.0, min(float(headers.get("retry-after", "0")), 3_600.0))
    except ValueError:
        return 60.0


def trouble_of(error: Exception) -> KnownError:
    """What a failed exchange means in words."""
    text = _chain(error)
    if "certificate" in text or "fingerprint" in text or "ssl" in text:
        if "not yet valid" in text or "expired" in text:
            return ClockWrong(0.0)
        return OtherCertificate()
    names = ("name or service not known", "getaddrinfo", "nodename", "temporary failure in name", "nameresolution")
    if any(name in text for name in (*names, "network is unreachable", "no route to host")):
        return NetworkMissing()
    if isinstance(error, socket.gaierror):
        return NetworkMissing()
    return HubAnswersNot()


def _chain(error: BaseException | None) -> str:
    texts = []
    for _ in range(10):
        if error is None:
            break
        texts.append(f"{type(error).__name__} {error}")
        error = error.__cause__ or error.__context__
    return " ".join(texts).lower()
