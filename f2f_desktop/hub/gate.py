"""The gate in front of every operation: checks the signature, the device, the role and the nonce; signs the answer.

It reads a request's whole content first, since the signature covers it, and holds an answer back until it is signed.
"""

import asyncio
import hashlib
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import msgspec
import zstandard
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send
from sqlalchemy import Connection, bindparam, delete, update

from f2f_desktop.errors import KnownError
from f2f_desktop.hub import faults
from f2f_desktop.hub.access import OPTION, WRITES_NONCE, Access, may
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.enrolment import Caller, caller_by_key
from f2f_desktop.hub.facts import newly_inserted
from f2f_desktop.hub.hub import Hub
from f2f_desktop.hub.tables import devices, nonces
from f2f_desktop.hub.threads import in_thread, written_together
from f2f_desktop.hub.throttle import Hand, Limits, name_of_source
from f2f_desktop.hub.writer import HubBusy
from f2f_desktop.protocol import http_signatures
from f2f_desktop.protocol.api import LARGEST_REQUEST, Problem
from f2f_desktop.protocol.http_signatures import Signed, verify_request
from f2f_desktop.protocol.roles import Role

ARRIVES_WITHIN = 120.0
"""Seconds that a request may take to arrive: a megabyte over the worst of networks."""

LARGEST_OPEN_REQUEST = 4 * 1024
"""Bytes of a request's content where nobody has to sign."""

SEEN_EVERY = 60_000
"""Milliseconds after which a device's last visit is noted anew."""

MOST_AT_ONCE = 256
"""Requests in work. Whoever comes then is asked at once to come back: a laptop that waits longer than its patience
comes again anyway, and a hub that works for those who have left serves nobody."""


@dataclass(frozen=True)
class Visit:
    """A request that has passed the gate."""

    signed: Signed
    caller: Caller | None
    """None: the key belongs to nobody yet."""


class Gate:
    """The middleware; see the module."""

    def __init__(self, app: ASGIApp, hub: Hub, limits: Limits) -> None:
        self._app = app
        self._hub = hub
        self._limits = limits
        self._in_work = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request through, or answers it with what is missing."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        needed = scope["route_handler"].opt.get(OPTION)
        request, held, arrived = _request_of(scope), _Held(), _Arrived(self._limits.hand)
        try:
            if needed is Access.PUBLIC:
                self._limits.strangers.take(self._source(scope))
                content = await arrived.whole(receive, LARGEST_OPEN_REQUEST)
                await self._app(scope, _replayed(content), send)
                return
            body = await arrived.whole(receive, LARGEST_REQUEST)
            with self._place():
                visit = await self._visit(request, body, needed, self._source(scope))
                if not scope["route_handler"].opt.get(WRITES_NONCE):
                    await written_together(self._hub, note_visits, visit)
                content = _unpacked(body, request.headers.get("content-encoding", ""))
                scope["state"]["visit"] = visit
                scope["headers"] = [pair for pair in scope["headers"] if pair[0] != b"content-encoding"]
                await self._app(scope, _replayed(content), held.send)
        except KnownError as error:
            held.problem(faults.problem_of(error), faults.wait_of(error))
        finally:
            arrived.done()
        await self._answer(request, held, send)

    def _source(self, scope: Scope) -> bytes:
        client = scope.get("client")
        return name_of_source(client[0] if client else "", self._hub.keys.sealing).encode()

    @contextmanager
    def _place(self) -> Iterator[None]:
        """A place among the requests in work, taken once a request has arrived whole. Raises `HubBusy`."""
        if self._in_work >= MOST_AT_ONCE:
            raise HubBusy
        self._in_work += 1
        try:
            yield
        finally:
            self._in_work -= 1

    async def _visit(self, request: http_signatures.Message, body: bytes, needed: Any, source: bytes) -> Visit:
        target = request.url.removeprefix("https://hub")
        signed = verify_request(request.method, target, request.headers, body, self._hub.identity.key, time.time())
        self._limits.devices.take(signed.key.to_bytes())
        caller = await in_thread(self._hub, lambda: self._caller(signed.key.to_bytes()))
        if caller is None:
            self._limits.strangers.take(source)  # fresh keys cost nothing
        if needed is Access.ANY_KEY:
            return Visit(signed, caller)
        if caller is None:
            raise faults.UnknownDevice
        if caller.revoked:
            raise faults.Revoked
        if not may(caller.role, needed if isinstance(needed, Role) else None):
            raise faults.Forbidden
        return Visit(signed, caller)

    def _caller(self, key: bytes) -> Caller | None:
        with self._hub.database.reading() as connection:
            return caller_by_key(connection, key)

    async def _answer(self, request: http_signatures.Message, held: "_Held", send: Send) -> None:
        """Sends what was held back, signed, unless the request itself bore no signature that one could answer."""
        try:
            headers = http_signatures.sign_answer(
                self._hub.keys.signing, held.status, held.body, request, time.time()
            )
        except Exception:  # noqa: BLE001 - of what a stranger sent, whatever it was
            headers = {}
        fields = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": held.status, "headers": [*held.headers, *fields]})
        await send({"type": "http.response.body", "body": held.body, "more_body": False})


class _Held:
    """An answer that is held back."""

    def __init__(self) -> None:
        self.status = int(HTTPStatus.INTERNAL_SERVER_ERROR)
        self.headers: list[tuple[bytes, bytes]] = []
        self.body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = [(name, value) for name, value in message["headers"] if name != b"content-digest"]
            self.body = b""
        elif message["type"] == "http.response.body":
            self.body += message["body"]

    def problem(self, problem: Problem, wait: int) -> None:
        self.status = problem.status
        self.body = msgspec.json.encode(problem)
        self.headers = faults.headers_of(problem, len(self.body), wait)


def note_visits(connection: Connection, visits: Sequence[Visit]) -> list[faults.Replayed | None]:
    """Stores that requests were seen; gives `Replayed` for each that was seen before."""
    at = now()
    names = [hashlib.sha256(each.signed.key.to_bytes() + each.signed.nonce.encode()).digest() for each in visits]
    until = at + 3 * int(http_signatures.TOLERANCE.total_seconds() * 1000)
    rows = [{"nonce": name, "until": until} for name in sorted(names)]
    unseen = newly_inserted(connection, nonces, nonces.c.nonce, rows)
    if any(name[0] == 0 for name in names):  # one request in 256 clears up
        connection.execute(delete(nonces).where(nonces.c.until < at))
    noted: list[faults.Replayed | None] = []
    arrived: set[str] = set()
    for name, visit in zip(names, visits, strict=True):
        if name not in unseen:
            noted.append(faults.Replayed())
            continue
        unseen.remove(name)
        noted.append(None)
        if visit.caller is not None and visit.caller.last_seen < at - SEEN_EVERY:
            arrived.add(visit.caller.device)
    if arrived:
        connection.execute(
            update(devices).where(devices.c.id == bindparam("device")).values(last_seen=at),
            [{"device": device} for device in sorted(arrived)],
        )
    return noted


def _request_of(scope: Any) -> http_signatures.Message:
    headers: dict[str, str] = {}
    for name, value in scope["headers"]:
        key = name.decode("latin-1").lower()
        text = value.decode("latin-1")
        headers[key] = f"{headers[key]}, {text}" if key in headers else text
    path = scope.get("raw_path") or scope["path"].encode()
    query = scope["query_string"].decode("latin-1")
    target = path.decode("latin-1").split("?", 1)[0] + (f"?{query}" if query else "")
    return http_signatures.Message(scope["method"], f"https://hub{target}", headers)


class _Arrived:
    """What has arrived of a request, counted among all that the process holds."""

    def __init__(self, hand: Hand) -> None:
        self._hand, self._size = hand, 0

    async def whole(self, receive: Receive, most: int) -> bytes:
        """The whole content. Raises `TooLarge`, `TooLong`, `GoneAway`, `HubBusy`."""
        parts: list[bytes] = []
        try:
            async with asyncio.timeout(ARRIVES_WITHIN):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise faults.GoneAway
                    if message["type"] != "http.request":
                        continue
                    part = message["body"]
                    self._hand.take(len(part))
                    self._size += len(part)
                    if self._size > most:
                        raise faults.TooLarge
                    parts.append(part)
                    if not message["more_body"]:
                        return b"".join(parts)
        except TimeoutError:
            raise faults.TooLong from None

    def done(self) -> None:
        """The request is answered."""
        self._hand.give_back(self._size)


def _unpacked(body: bytes, encoding: str) -> bytes:
    if not encoding:
        return body
    if encoding != "zstd":
        raise faults.Unreadable("The content's encoding is not known; zstd is.")
    try:
        size = zstandard.frame_content_size(body)
        if size > LARGEST_REQUEST:
            raise faults.TooLarge
        if size < 0:
            raise faults.Unreadable("The content does not say how large it is unpacked.")
        return zstandard.ZstdDecompressor().decompress(body, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise faults.Unreadable("The content cannot be unpacked.") from error


def _replayed(body: bytes) -> Receive:
    given = False

    async def receive() -> Any:
        nonlocal given
        if given:
            return {"type": "http.disconnect"}
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
