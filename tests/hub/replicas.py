"""Hubs inside the test's own process: the whole application on a real database, asked without a network.

A `Replica` is what a process of `hub serve` is, but for sockets; several on one PostgreSQL are replicas. Whoever asks
decides every byte of the request, and from which address it comes.
"""

import asyncio
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote

import msgspec

from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.events.envelope import Event, SignedEvent, signed
from f2f_desktop.events.facts import ActionSeen, Fact
from f2f_desktop.events.signing import PublicKey, SigningKey
from f2f_desktop.hub.app import make_app
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.enrolment import issue
from f2f_desktop.hub.hub import Hub, add_campaign, set_up
from f2f_desktop.protocol.api import (
    Enrolled,
    EnrolRequest,
    IssuedInvite,
    NewInvite,
    Problem,
    PushAnswer,
    PushRequest,
)
from f2f_desktop.protocol.http_signatures import Message, sign_request, verify_answer
from f2f_desktop.protocol.receipts import Receipt, SignedReceipt, verified_receipt
from f2f_desktop.protocol.roles import Role

HARBOR, VALLEY = CampaignId("harbor"), CampaignId("valley")
KEYS = {HARBOR: SigningKey.generate(), VALLEY: SigningKey.generate()}

Result = TypeVar("Result")


class Answer(msgspec.Struct, frozen=True):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    def read(self, kind: type[Result]) -> Result:
        assert self.status < 400, self.body
        return msgspec.json.decode(self.body, type=kind)

    @property
    def problem(self) -> Problem:
        assert self.status >= 400, self.body
        assert self.headers["content-type"] == "application/problem+json", self.headers
        return msgspec.json.decode(self.body, type=Problem)


class Replica:
    """A hub with an event loop of its own in a thread."""

    def __init__(self, where: Path | str) -> None:
        self.hub = Hub(HubDatabase(where))
        self.app = make_app(self.hub)
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, name="replica")
        self._thread.start()

    def ask(
        self,
        method: str,
        target: str,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        client: str = "192.0.2.1",
    ) -> Answer:
        """Sends a request as it is."""
        asking = self.asking(method, target, headers or {}, body, client)
        return asyncio.run_coroutine_threadsafe(asking, self.loop).result(60)

    async def asking(
        self, method: str, target: str, headers: Mapping[str, str], body: bytes, client: str = "192.0.2.1"
    ) -> Answer:
        path, _, query = target.partition("?")
        scope: dict[str, Any] = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(path),
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()],
            "client": (client, 50_000),
            "server": ("hub", 80),
        }
        sent: list[dict[str, Any]] = []
        given = False

        async def receive() -> dict[str, Any]:
            nonlocal given
            if given:
                return {"type": "http.disconnect"}
            given = True
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        await self.app(scope, receive, send)  # type: ignore[arg-type]
        fields = {name.decode().lower(): value.decode("latin-1") for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], fields, b"".join(each.get("body", b"") for each in sent[1:]))

    def issue(self, campaign: CampaignId = HARBOR, **wanted: Any) -> IssuedInvite:
        """An invite as `hub invite` makes it."""
        made = NewInvite(**wanted)
        return self.hub.write(
            lambda connection: issue(connection, campaign, made, "operator", self.hub.identity.key)
        )

    def device(self, role: Role = Role.VOLUNTEER, campaign: CampaignId = HARBOR, name: str = "Vera") -> "Device":
        """A laptop that has joined."""
        device = Device(self)
        device.join(self.issue(campaign, role=role).secret, name).read(Enrolled)
        return device

    def close(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()
        self.loop.close()
        self.hub.close()


class Device:
    """A key that signs requests; `replica` can be changed, as a balancer does."""

    def __init__(self, replica: Replica, key: SigningKey | None = None) -> None:
        self.replica = replica
        self.key = key or SigningKey.generate()
        self.enrolled: Enrolled | None = None
        self.stream = "stream-" + self.key.public.to_bytes().hex()[:12]
        self.client = "192.0.2.1"

    @property
    def id(self) -> str:
        assert self.enrolled is not None
        return self.enrolled.device

    def signed(self, method: str, target: str, body: bytes = b"", at: float | None = None) -> dict[str, str]:
        """The headers of a request."""
        hub = self.replica.hub.identity.key
        headers = sign_request(self.key, hub, method, target, body, time.time() if at is None else at)
        return headers | ({"content-type": "application/json"} if body else {})

    def ask(self, method: str, target: str, content: object = None, media: str = "application/json") -> Answer:
        """Sends a signed request; the answer must be signed for it."""
        body = content if isinstance(content, bytes) else b"" if content is None else msgspec.json.encode(content)
        headers = self.signed(method, target, body)
        if body:
            headers["content-type"] = media
        answer = self.replica.ask(method, target, headers, body, self.client)
        message = Message(method, f"https://hub{target}", headers)
        verify_answer(self.replica.hub.identity.key, answer.status, answer.headers, answer.body, message)
        return answer

    def join(self, secret: bytes, name: str = "Vera") -> Answer:
        answer = self.ask("POST", "/v1/enrol", EnrolRequest(secret, name, ""))
        if answer.status < 400:
            self.enrolled = answer.read(Enrolled)
        return answer

    def event(self, seq: int, fact: Fact | None = None, **changes: Any) -> SignedEvent:
        """An event of this device's stream."""
        made = Event(f"{self.stream}-{seq}", self.stream, seq, 1_700_000_000_000, fact or ActionSeen("a", 1))  # type: ignore[arg-type]
        return signed(msgspec.structs.replace(made, **changes), self.key)

    def push(self, *events: SignedEvent, stream: str = "") -> Answer:
        return self.ask("POST", "/v1/events", PushRequest(stream or self.stream, events))

    def pushed(self, *events: SignedEvent) -> PushAnswer:
        return self.push(*events).read(PushAnswer)

    def receipt(self, stream: str = "") -> Receipt:
        answer = self.ask("GET", f"/v1/streams/{stream or self.stream}").read(SignedReceipt)
        return verified_receipt(answer, PublicKey.from_bytes(self.replica.hub.identity.key))


def set_up_hub(where: Path | str) -> None:
    """A database with a hub and two campaigns."""
    database = HubDatabase(where)
    try:
        set_up(database)
        for campaign, key in KEYS.items():
            add_campaign(database, campaign, campaign.title(), key.public)
    finally:
        database.close()
