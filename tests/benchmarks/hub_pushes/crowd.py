"""Simulated laptops: keys, events and requests of their own, signed beforehand and in other processes.

What a laptop would have done before it speaks to the hub is done before the clock starts, so that the load takes as
little as possible of the processors that the hub is measured on.
"""

import multiprocessing
import os
import secrets
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import msgspec
import zstandard

from f2f_desktop.campaign.ids import CampaignId, Milliseconds
from f2f_desktop.events.envelope import Event, SignedEvent, signed
from f2f_desktop.events.facts import Fact
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.tables import devices
from f2f_desktop.protocol.api import PushRequest
from f2f_desktop.protocol.http_signatures import sign_request
from f2f_desktop.protocol.roles import Role
from tests.hub.laptops import message, opt_out, report

AT_A_TIME = 50
"""Laptops that a process prepares at a time."""

GOOD_FOR = 200.0
"""Seconds for which a signed request is used; the hub would take it for 300."""


@dataclass(frozen=True)
class Laptop:
    """One laptop: its key, its stream, and the contents of its pushes as they travel."""

    key: SigningKey
    stream: str
    pushes: tuple[bytes, ...]


@dataclass(frozen=True)
class Ready:
    """A signed request, ready to be written to a connection."""

    method: str
    target: str
    content: bytes
    data: bytes
    signed_at: float


def crowd(laptops: int, pushes: int, events: int) -> list[Laptop]:
    """Laptops with so many pushes each of so many events."""
    sizes = [min(AT_A_TIME, laptops - start) for start in range(0, laptops, AT_A_TIME)]
    with _processes() as pool:
        made = pool.map(_laptops, sizes, [pushes] * len(sizes), [events] * len(sizes))
        return [laptop for some in made for laptop in some]


def requests_of(laptops: list[Laptop], hub: bytes) -> list[tuple[Ready, ...]]:
    """Each laptop's pushes as signed requests."""
    some = [laptops[start : start + AT_A_TIME] for start in range(0, len(laptops), AT_A_TIME)]
    with _processes() as pool:
        return [each for part in pool.map(_signed, some, [hub] * len(some)) for each in part]


def request(key: SigningKey, hub: bytes, method: str, target: str, content: bytes = b"") -> Ready:
    """A request, signed now."""
    at = time.time()
    headers = {"host": "hub", "content-length": str(len(content))}
    if content:
        headers |= {"content-type": "application/json", "content-encoding": "zstd"}
    headers |= sign_request(key, hub, method, target, content, at)
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    data = f"{method} {target} HTTP/1.1\r\n{head}\r\n".encode() + content
    return Ready(method, target, content, data, at)


def fresh(ready: Ready, key: SigningKey, hub: bytes) -> Ready:
    """The request, signed anew if it has waited long: a laptop signs when it sends."""
    if time.time() - ready.signed_at < GOOD_FOR:
        return ready
    return request(key, hub, ready.method, ready.target, ready.content)


def enter(where: Path | str, campaign: str, laptops: list[Laptop]) -> None:
    """Registers the laptops, as if they had joined long ago."""
    database = HubDatabase(where)
    with database.writing() as connection:
        connection.execute(
            devices.insert(),
            [
                {
                    "id": secrets.token_hex(8),
                    "campaign_id": CampaignId(campaign),
                    "public_key": laptop.key.public.to_bytes(),
                    "role": Role.VOLUNTEER,
                    "name": "Vera Volunteer",
                    "email": "vera@example.org",
                    "person": "vera@example.org",
                    "enrolled_at": 0,
                }
                for laptop in laptops
            ],
        )
    database.close()


def _processes() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn"))


def _laptops(count: int, pushes: int, events: int) -> list[Laptop]:
    return [_laptop(pushes, events) for _ in range(count)]


def _laptop(pushes: int, events: int) -> Laptop:
    key, stream = SigningKey.generate(), secrets.token_hex(16)
    facts = _facts()
    contents = []
    for first in range(1, pushes * events + 1, events):
        made = tuple(_event(stream, seq, next(facts), key) for seq in range(first, first + events))
        content = msgspec.json.encode(PushRequest(stream, made))
        contents.append(zstandard.ZstdCompressor(level=3).compress(content))
    return Laptop(key, stream, tuple(contents))


def _event(stream: str, seq: int, fact: Fact, key: SigningKey) -> SignedEvent:
    at = Milliseconds(int(time.time() * 1000))
    return signed(Event(secrets.token_hex(16), stream, seq, at, fact), key)


def _facts() -> Iterator[Fact]:
    """What an evening looks like: messages and reports, now and then somebody who wants no more."""
    number = 0
    while True:
        number += 1
        yield message(number)
        yield report(number)
        if number % 10 == 0:
            yield opt_out(secrets.randbits(64))


def _signed(laptops: list[Laptop], hub: bytes) -> list[tuple[Ready, ...]]:
    return [
        tuple(request(laptop.key, hub, "POST", "/v1/events", content) for content in laptop.pushes)
        for laptop in laptops
    ]
