"""The two loads: laptops that push one after the other, and all of them at once."""

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field

import msgspec

from f2f_desktop.protocol.api import EventStatus, PushAnswer
from f2f_desktop.protocol.receipts import SignedReceipt
from f2f_desktop.sync.courier import FIRST_WAIT, LONGEST_WAIT
from tests.benchmarks.hub_pushes.crowd import Laptop, Ready, fresh, request
from tests.benchmarks.hub_pushes.exchange import Connection, Reply

NO_ANSWER = (OSError, TimeoutError, asyncio.IncompleteReadError)

COMES_ONLINE_WITHIN = 1.0
"""Seconds within which a whole crowd comes online."""


@dataclass
class Outcome:
    """What a load measured.

    Attributes:
        latencies: seconds, one per push or per laptop.
        receipts: the last one of each stream.
        troubles: why something was tried again, and how often.
    """

    seconds: float = 0.0
    accepted: int = 0
    latencies: list[float] = field(default_factory=list)
    receipts: dict[str, SignedReceipt] = field(default_factory=dict)
    troubles: Counter[str] = field(default_factory=Counter)

    def take(self, stream: str, reply: Reply) -> None:
        """Counts an answer to a push."""
        answer = msgspec.json.decode(reply.body, type=PushAnswer)
        self.accepted += sum(each.status is EventStatus.ACCEPTED for each in answer.answers)
        self.receipts[stream] = answer.receipt

    def percentile(self, share: float) -> float:
        """The latency that this share of them does not exceed, in seconds."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def pushes(laptops: list[Laptop], ready: list[tuple[Ready, ...]], ports: list[int], connections: int) -> Outcome:
    """Every push of every laptop, over so many connections, each of which waits for its answer."""
    return asyncio.run(_pushes(laptops, ready, ports, connections))


async def _pushes(
    laptops: list[Laptop], ready: list[tuple[Ready, ...]], ports: list[int], connections: int
) -> Outcome:
    outcome = Outcome()
    waiting = list(zip(laptops, ready, strict=True))

    async def work(number: int) -> None:
        connection = Connection(ports[number % len(ports)])
        while waiting:
            laptop, requests = waiting.pop()
            for each in requests:
                begun = time.perf_counter()
                reply = await connection.send(each.data)
                outcome.latencies.append(time.perf_counter() - begun)
                if reply.status != 200:
                    raise AssertionError(reply)
                outcome.take(laptop.stream, reply)
        connection.close()

    begun = time.perf_counter()
    await asyncio.gather(*(work(number) for number in range(connections)))
    outcome.seconds = time.perf_counter() - begun
    return outcome


def all_at_once(laptops: list[Laptop], ready: list[tuple[Ready, ...]], ports: list[int], hub: bytes) -> Outcome:
    """All laptops come online together, each over a connection of its own: ask for the receipt, push, be safe.

    Whoever is turned away or gets no answer comes back as the courier does: full jitter, doubled each time, after
    what `Retry-After` asks for.
    """
    return asyncio.run(_all_at_once(laptops, ready, ports, hub))


async def _all_at_once(
    laptops: list[Laptop], ready: list[tuple[Ready, ...]], ports: list[int], hub: bytes
) -> Outcome:
    outcome = Outcome()

    async def sync(number: int) -> None:
        await asyncio.sleep(random.uniform(0, COMES_ONLINE_WITHIN))
        begun = time.perf_counter()
        visit = _Visit(laptops[number], ready[number], hub, Connection(ports[number % len(ports)]), outcome)
        failures = 0
        while (wait := await visit.attempt(first=not failures)) is not None:
            longest = min(LONGEST_WAIT, FIRST_WAIT * 2**failures) / 1000
            failures += 1
            await asyncio.sleep(random.uniform(0, longest) + wait)
        outcome.latencies.append(time.perf_counter() - begun)

    begun = time.perf_counter()
    await asyncio.gather(*(sync(number) for number in range(len(laptops))))
    outcome.seconds = time.perf_counter() - begun
    return outcome


@dataclass(frozen=True)
class _Visit:
    """A laptop that comes online to be rid of what it has."""

    laptop: Laptop
    ready: tuple[Ready, ...]
    hub: bytes
    connection: Connection
    outcome: Outcome

    async def attempt(self, *, first: bool) -> float | None:
        """A round as the courier has it; None if it went well, else what `Retry-After` asks for, in seconds."""
        try:
            reply = await self._round(first=first)
        except NO_ANSWER as error:
            self.outcome.troubles[type(error).__name__] += 1
            return 0.0
        finally:
            self.connection.close()
        if reply.status == 200:
            return None
        if reply.status not in (429, 503):
            raise AssertionError(reply)
        self.outcome.troubles[str(reply.status)] += 1
        return reply.retry_after

    async def _round(self, *, first: bool) -> Reply:
        asking = request(self.laptop.key, self.hub, "GET", f"/v1/streams/{self.laptop.stream}")
        reply = await self.connection.send(asking.data)
        for each in self.ready:
            if reply.status != 200:
                break
            # A request is good once: what is tried again is signed anew.
            pushing = each if first else request(self.laptop.key, self.hub, "POST", each.target, each.content)
            reply = await self.connection.send(fresh(pushing, self.laptop.key, self.hub).data)
            if reply.status == 200:
                self.outcome.take(self.laptop.stream, reply)
        return reply
