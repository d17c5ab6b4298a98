"""Histories of bad luck between laptops and a hub, each told by a seed: what is done, what the line does with every
request, where a process dies, which disk is put back from a backup, which vault is copied.

At the end all faults cease; a few rounds later everything that any laptop has must be at the hub, once.
"""

import gc
import random
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import func, select

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ActionId, ContactId, ScriptId, TagId
from f2f_desktop.errors import KnownError
from f2f_desktop.events.facts import (
    Answers,
    ContactReference,
    Fact,
    MessageKind,
    MessageSent,
    OptedOut,
    ReportFiled,
)
from f2f_desktop.hub import tables as at_hub
from f2f_desktop.protocol.api import Enrolled, EnrolRequest, RejectCode
from f2f_desktop.protocol.invites import Address
from f2f_desktop.protocol.receipts import EMPTY, added
from f2f_desktop.sync.courier import Courier
from f2f_desktop.sync.hub_client import HubClient
from f2f_desktop.sync.pushing import Pushed
from f2f_desktop.sync.troubles import HubAnswersNot, HubBusy, NotTheHub
from f2f_desktop.vault import hubs, outbox, properties
from f2f_desktop.vault import tables as at_laptop
from f2f_desktop.vault.hubs import KnownHub
from f2f_desktop.vault.journal import record
from tests.hub.in_memory import Memory, MemoryHub, MemoryVault, new_hub, new_vault

LARGEST_EVENT = 900
"""Bytes from which the hub refuses an event here, so that a refusal costs little."""

QUIET_ROUNDS = 8
"""Rounds without faults within which everything has to settle."""

ADDRESS = Address("http://hub.example.org")


AT_HUB = select(at_hub.events.c.id)
AT_LAPTOP = select(at_laptop.events.c.id).order_by(at_laptop.events.c.position)
BURIED = select(at_laptop.dead_letters.c.event_id, at_laptop.dead_letters.c.code)


class Crash(BaseException):
    """The laptop's process is gone."""


class Broken(AssertionError):
    """What must hold does not."""


@cache
def beginning() -> tuple[Any, Any, list[Any]]:
    """What every history begins with: a hub that nobody has joined, the same with two laptops, and their vaults."""
    hub = MemoryHub.set_up(Memory(new_hub()))
    empty, vaults = hub.memory.copy(), []
    for _ in range(2):
        vault = MemoryVault(Memory(new_vault()))
        with vault.transaction() as connection:
            key = properties.device_key(connection)
        request = msgspec.json.encode(EnrolRequest(hub.invite, "Vera"))
        status, answer = hub.answer("/v1/enrol", request, key.public.to_bytes())
        assert status == 200
        with vault.transaction() as connection:
            enrolled = msgspec.json.decode(answer, type=Enrolled)
            hubs.join(connection, ADDRESS, hub.keys.public, enrolled, room=False)
            properties.stream_id(connection)
        vaults.append(vault.memory.copy())
    return empty, hub.memory.copy(), vaults


class Line:
    """What lies between a laptop and the hub."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self._late: list[tuple[str, bytes, bytes]] = []

    def carry(self, target: str, content: bytes, key: bytes) -> tuple[int, bytes]:
        """Takes a request to the hub and brings the answer back, with luck. Raises the errors of `troubles`."""
        world, rng, hub = self._world, self._world.rng, self._world.hub
        if rng.random() >= world.badness:
            return hub.answer(target, content, key)
        match rng.randrange(10):
            case 0:
                raise HubAnswersNot
            case 1 | 2:  # the answer is lost
                hub.answer(target, content, key)
                raise HubAnswersNot
            case 3:  # the request arrives twice
                answers = [hub.answer(target, content, key) for _ in range(2)]
                return rng.choice(answers)
            case 4:  # it arrives when nobody waits for it any more, after others
                self._late.append((target, content, key))
                raise HubAnswersNot
            case 5:
                raise rng.choice([HubBusy(3.0), NotTheHub()])
            case 6 | 7:  # other processes, other laptops, and the hub itself go on meanwhile
                world.something(nested=True)
                return hub.answer(target, content, key)
            case 8:
                answer = hub.answer(target, content, key)
                world.something(nested=True)
                return answer
            case _:
                self.deliver_late(one=True)
                raise Crash

    def deliver_late(self, *, one: bool = False) -> None:
        """What was on its way for long arrives, in any order; nobody hears the answers."""
        self._world.rng.shuffle(self._late)
        count = min(1, len(self._late)) if one else len(self._late)
        for _ in range(count):
            self._world.hub.answer(*self._late.pop())


class LineClient(HubClient):
    """A hub's client whose requests go over a `Line`; what is signed here are events and receipts."""

    line: Line

    def _once(self, method: str, target: str, content: bytes, media: str) -> bytes:
        status, answer = self.line.carry(target, content, self.key.public.to_bytes())
        if status < 400:
            return answer
        raise self._refusal(answer, 0.0)


class LineCourier(Courier):
    """A courier over a `Line`."""

    def __init__(self, vault: MemoryVault, line: Line) -> None:
        super().__init__(vault, jitter=lambda _: 0.0)  # type: ignore[arg-type]
        self._line, self._memory_vault = line, vault

    def client(self, hub: KnownHub) -> HubClient:
        """The same, over the line, without a ledger."""
        with self._memory_vault.transaction() as connection:
            key = properties.device_key(connection)
        client = LineClient(ADDRESS, hub.identity.key, key, lambda *_: None, session=_NoSession())  # type: ignore[arg-type]
        client.line = self._line
        return client


class _NoSession:
    def close(self) -> None: ...


class SimLaptop:
    """A laptop: a vault, and processes that come and go.

    Attributes:
        restores: how often the hub had been put back when this laptop's last round went well.
    """

    def __init__(self, memory: Memory, line: Line) -> None:
        self.vault = MemoryVault(memory)
        self._line = line
        self.restores = 0
        self.backup: tuple[Any, int] | None = None

    def start(self) -> LineCourier:
        """A process begins."""
        return LineCourier(self.vault, self._line)

    def do(self, fact: Fact) -> None:
        with self.vault.transaction() as connection:
            record(connection, fact)


class World:
    """One history."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.badness = self.rng.choice([0.0, 0.1, 0.25, 0.4])
        self._steps = self.rng.choice([5, 6, 7, 8, 9, 20])
        # A hub that is put back is asked for everything anew, which heals what other faults have done: often none is.
        self._hub_stays = self.rng.random() < 0.4
        self._looks_again = seed % 4 == 0
        self.figures: Counter[str] = Counter()
        self._numbers = iter(range(1, 1_000_000))
        self._depth = 0
        self.restores = 0
        empty, begun, vaults = beginning()
        self.hub = MemoryHub(Memory(begun))
        # A backup from before anybody had joined, and one from after.
        self._backups = [empty, begun]
        self.line = Line(self)
        self.laptops = [SimLaptop(Memory(pages), self.line) for pages in vaults[: self.rng.choice([1, 1, 2])]]

    def run(self) -> Counter[str]:
        """Plays the history and checks its end. Raises `Broken`."""
        try:
            for _ in range(self._steps):
                self.something()
            self._quiet()
            self._check()
        finally:
            for laptop in self.laptops:
                laptop.vault.memory.close()
                if laptop.backup:
                    laptop.backup[0].close()
            self.hub.memory.close()
            for backup in self._backups[2:]:
                backup.close()
        return self.figures

    def something(self, *, nested: bool = False) -> None:
        """The next thing that happens."""
        if nested and self._depth:
            return
        self._depth += nested
        try:
            doings: list[Callable[[], None]] = [
                *([self.work] * 5),
                *([self.round] * 7),
                *([] if self._hub_stays else [self.back_up_hub, self.put_hub_back]),
                self.back_up_vault,
                *([] if nested else [self.put_vault_back, self.copy_vault]),
                self.line.deliver_late,
            ]
            self.rng.choice(doings)()
        finally:
            self._depth -= nested

    def work(self) -> None:
        """A volunteer records something."""
        laptop = self.rng.choice(self.laptops)
        for _ in range(self.rng.randint(1, 4)):
            laptop.do(self._fact())

    def _fact(self) -> Fact:
        self.figures["facts"] += 1
        number = next(self._numbers)
        contact = ContactReference(ContactId(f"contact-{number}"), name="", point_hash=f"{number:032x}")
        match self.rng.randrange(14):
            case 0 | 11 | 12 | 13:
                return OptedOut(contact, (f"{number:032x}",))
            case 1:
                self.figures["too large"] += 1
                return ReportFiled(ActionId("a"), 1, contact, Answers(note="n" * LARGEST_EVENT))
            case 2 | 3 | 4:
                return ReportFiled(ActionId("a"), 1, contact, Answers((TagId("yes"),)))
            case _:
                return MessageSent(ActionId("a"), 1, contact, Channel.TEXT, MessageKind.INITIAL, ScriptId("s"))

    def round(self) -> None:
        """A laptop synchronizes; its process may die before or after any of its transactions."""
        laptop = self.rng.choice(self.laptops)
        if self.rng.random() < self.badness:
            # Often while it pulls, which comes last.
            steps = iter(range(self.rng.randint(0, 24) if self.rng.random() < 0.5 else self.rng.randint(10, 22)))

            def dies(_: str) -> None:
                if next(steps, None) is None:
                    raise Crash

            laptop.vault.hook = dies
        before = self.restores
        try:
            self.figures["rounds"] += 1
            done = laptop.start().round()[0]
        except Crash:
            self.figures["crashes"] += 1
            laptop.vault.hook = lambda _: None
        else:
            laptop.vault.hook = lambda _: None
            if done.trouble is None:
                laptop.restores = before  # a hub that was put back meanwhile may have lost what it vouched for
                if done.pushed is not None and done.pushed.complete and before == self.restores:
                    self._check_count(laptop, done.pushed.safe)
            self.figures[type(done.trouble).__name__ if done.trouble else "went well"] += 1
        self._check_claims(laptop)

    def back_up_hub(self) -> None:
        self._backups.append(self.hub.memory.copy())

    def put_hub_back(self) -> None:
        """The hub's disk is put back; its operator says so, or forgets it."""
        self.figures["hub put back"] += 1
        self.restores += 1
        self.hub.memory.put_back(self.rng.choice(self._backups))
        self.hub.read_keys()
        if self.rng.random() < 0.5:
            self.hub.begin_epoch(f"epoch-{self.restores}")

    def back_up_vault(self) -> None:
        laptop = self.rng.choice(self.laptops)
        laptop.backup = laptop.vault.memory.copy(), laptop.restores

    def put_vault_back(self) -> None:
        laptop = self.rng.choice(self.laptops)
        if laptop.backup is not None:
            self.figures["vault put back"] += 1
            pages, laptop.restores = laptop.backup
            laptop.vault.memory.put_back(pages)
            self._noticed(laptop)

    def copy_vault(self) -> None:
        """A vault is copied, and both go on."""
        if len(self.laptops) < 3:
            self.figures["vault copied"] += 1
            original = self.rng.choice(self.laptops)
            copied = SimLaptop(Memory(original.vault.memory.raw), self.line)
            copied.restores = original.restores
            self.laptops.append(copied)
            self._noticed(copied)

    def _noticed(self, laptop: SimLaptop) -> None:
        """The mark outside the folder tells of it; unless the whole disk was copied."""
        if self.rng.random() < 0.5:
            with laptop.vault.transaction() as connection:
                outbox.begin_stream(connection)

    def _quiet(self) -> None:
        """No faults any more: rounds, until all is settled."""
        self.line.deliver_late()
        self.badness = 0.0
        behind = list(self.laptops)
        for _ in range(QUIET_ROUNDS * len(self.laptops)):
            laptop = behind.pop(0)
            pushed = self._quiet_round(laptop)
            if not pushed.complete:
                behind.append(laptop)
            if pushed.sent:  # the others have to hear of it
                behind += [each for each in self.laptops if each is not laptop and each not in behind]
            if not behind:
                break
        else:
            raise Broken("it does not settle")
        for laptop in self.laptops if self._looks_again else ():
            pushed = self._quiet_round(laptop)
            if pushed.sent or not pushed.complete:
                raise Broken("what had settled moves again")

    def _quiet_round(self, laptop: SimLaptop) -> Pushed:
        done = laptop.start().round()[0]
        if done.trouble is not None:
            raise Broken(f"a quiet round ended in {done.trouble}")
        laptop.restores = self.restores
        assert done.pushed is not None
        if done.pushed.complete:
            self._check_safe(laptop, "a round was complete")
        else:
            self._check_claims(laptop)
        return done.pushed

    def _ids_at_hub(self) -> Counter[str]:
        with self.hub.memory.begin() as connection:
            return Counter(connection.scalars(AT_HUB))

    def _check_claims(self, laptop: SimLaptop) -> None:
        """Whatever the laptop shows as safe is safe, unless the hub lost it since the laptop last heard of it."""
        if laptop.restores == self.restores and laptop.start().standing().all_safe:
            self.figures["all safe"] += 1
            self._check_safe(laptop, "the laptop shows all safe")

    def _check_count(self, laptop: SimLaptop, safe: int) -> None:
        there = self._ids_at_hub()
        living, _ = self._living(laptop)
        if sum(1 for each in living if there[each]) < safe:
            raise Broken("a round counted more as safe than there is at the hub")

    def _check_safe(self, laptop: SimLaptop, why: str) -> None:
        there = self._ids_at_hub()
        living, _ = self._living(laptop)
        if missing := [each for each in living if not there[each]]:
            raise Broken(f"{why}, but {len(missing)} events are not at the hub")

    @staticmethod
    def _living(laptop: SimLaptop) -> tuple[list[str], list[Any]]:
        with laptop.vault.memory.begin() as connection:
            buried = connection.execute(BURIED).all()
            ids = list(connection.scalars(AT_LAPTOP))
        gone = {row.event_id for row in buried}
        return [each for each in ids if each not in gone], list(buried)

    def _check(self) -> None:
        there = self._ids_at_hub()
        if doubled := [each for each, count in there.items() if count != 1]:
            raise Broken(f"{len(doubled)} events are at the hub twice")
        self._check_hub()
        for laptop in self.laptops:
            living, dead = self._living(laptop)
            if missing := [each for each in living if not there[each]]:
                raise Broken(f"{len(missing)} events are not at the hub")
            for row in dead:
                if row.code == RejectCode.TOO_LARGE:
                    if there[row.event_id]:
                        raise Broken("an event is refused and taken")
                elif not there[row.event_id]:
                    raise Broken(f"an event is buried for {row.code} and nowhere else")
                else:
                    self.figures[f"buried {row.code}"] += 1
            standing = laptop.start().standing()
            if standing.waiting or (not standing.dead and not standing.all_safe and living):
                raise Broken("everything is there, and the laptop does not say so")
            self._check_pulled(laptop)
        self.figures["events"] += len(there)
        self.figures["histories"] += 1

    def _check_hub(self) -> None:
        with self.hub.memory.begin() as connection:
            events, streams = at_hub.events, at_hub.streams
            for row in connection.execute(select(streams)):
                bodies = list(connection.scalars(select(events.c.body).where(events.c.stream == row.stream)))
                if (row._mapping["count"], row.digest) != (len(bodies), added(EMPTY, bodies)):
                    raise Broken("the hub's receipt is not what it holds")
            for table in (at_hub.messages, at_hub.reports):
                found = select(func.count()).select_from(table).group_by(table.c.contact_id)
                if any(count != 1 for count in connection.scalars(found)):
                    raise Broken("a fact counts more than once")
            counted = sum(
                connection.scalar(select(func.count()).select_from(table)) or 0
                for table in (at_hub.messages, at_hub.reports, at_hub.opt_outs)
            )
            if counted != connection.scalar(select(func.count()).select_from(events)):
                raise Broken("the figures are not what the events say")

    def _check_pulled(self, laptop: SimLaptop) -> None:
        with self.hub.memory.begin() as connection:
            wanted = set(connection.scalars(select(at_hub.opt_outs.c.point_hash)))
        with laptop.vault.memory.begin() as connection:
            known = set(connection.scalars(select(at_laptop.foreign_opt_outs.c.point_hash)))
        if not wanted <= known:
            raise Broken(f"a laptop does not know of {len(wanted - known)} opt-outs")


def play(seeds: range, plant: Callable[[], Any] | None = None) -> tuple[Counter[str], list[tuple[int, str]]]:
    """Plays histories; gives their figures, and the seeds of those that broke with what broke."""
    from f2f_desktop.hub import checking

    figures: Counter[str] = Counter()
    broken: list[tuple[int, str]] = []
    largest, checking.LARGEST_EVENT = checking.LARGEST_EVENT, LARGEST_EVENT
    undo = plant() if plant is not None else None
    threshold = gc.get_threshold()
    # Statements are cycles of objects; looking for them after every few hundred takes a fifth of the time.
    gc.set_threshold(20_000, 20, 100)
    try:
        for seed in seeds:
            try:
                figures += World(seed).run()
            except (Broken, KnownError) as error:
                broken.append((seed, f"{type(error).__name__}: {error}"))
    finally:
        checking.LARGEST_EVENT = largest
        gc.set_threshold(*threshold)
        if undo is not None:
            undo()
    return figures, broken
