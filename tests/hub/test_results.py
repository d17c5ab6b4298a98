"""Figures against an independent count of the raw events, whatever is corrected, undone or taken out."""

import itertools
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Connection, select

from f2f_desktop.campaign.action import Action, ActionStatus
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId, CampaignId, ContactId, FieldId, Milliseconds, ScriptId, TagId
from f2f_desktop.campaign.scripts import InitialScripts, Script
from f2f_desktop.events.envelope import Event, read_event, signed
from f2f_desktop.events.facts import (
    ActionCompleted,
    ActionSeen,
    ActionStarted,
    Answers,
    ContactReference,
    MessageKind,
    MessageSent,
    ReportCorrected,
    ReportFiled,
    SuggestionsCounted,
    Voided,
)
from f2f_desktop.events.ids import new_event_id
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.hub.checking import checked
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.enrolment import Caller, register
from f2f_desktop.hub.hub import HubKeys, add_campaign, set_up
from f2f_desktop.hub.intake import Push, take_in
from f2f_desktop.hub.results import reading
from f2f_desktop.hub.results.asking import note_published
from f2f_desktop.hub.results.bursting import stretches
from f2f_desktop.hub.results.projector import advance, start_anew
from f2f_desktop.hub.results.users import users as users_of
from f2f_desktop.hub.results.withdrawing import put_back, withdraw
from f2f_desktop.hub.tables import PROJECTIONS, devices, events, streams
from f2f_desktop.protocol.api import Enrolment
from f2f_desktop.protocol.results import Figure, ReceiverRow, Withdrawal
from f2f_desktop.protocol.roles import Role

CAMPAIGN, ACTION = CampaignId("c"), ActionId("vote")
DAY = 24 * 3600 * 1000


class House:
    """A hub's database with some devices in it."""

    def __init__(self, where: Path | str, devices: int = 3) -> None:
        self.database = HubDatabase(where)
        self.keys: HubKeys = set_up(self.database)
        add_campaign(self.database, CAMPAIGN, "C", SigningKey.generate().public)
        self.publish(ACTION)
        self.devices = {f"d{number}": SigningKey.generate() for number in range(devices)}
        with self.database.writing() as connection:
            for name, key in self.devices.items():
                email = f"{name}@example.org" if name != "d2" else "d1@example.org"
                register(
                    connection,
                    Enrolment(
                        CAMPAIGN, name, key.public.to_bytes(), Role.VOLUNTEER, name, email, Milliseconds(now())
                    ),
                    self.keys.signing,
                )

    def publish(self, action: ActionId, status: ActionStatus = ActionStatus.PUBLISHED) -> None:
        made = Action(action, 1, "T", "D", InitialScripts(Script(ScriptId("s"), "hi")), status=status)
        content = CampaignContent(CAMPAIGN, "C", 1, actions=(made,))
        self.write(lambda connection: note_published(connection, CAMPAIGN, content))

    def push(self, made: list[Event]) -> None:
        by_stream: dict[str, list[Event]] = defaultdict(list)
        for event in made:
            by_stream[event.stream].append(event)
        with self.database.writing() as connection:
            for stream, inside in by_stream.items():
                key = self.devices[stream]
                push = Push(
                    CAMPAIGN, stream, stream, checked(stream, [signed(each, key) for each in inside], key.public)
                )
                take_in(connection, push, self.keys.signing, self.keys.epoch)

    def project(self) -> None:
        while self.write(advance):
            pass

    def write(self, work):  # type: ignore[no-untyped-def]
        with self.database.writing() as connection:
            return work(connection)

    def read(self, work):  # type: ignore[no-untyped-def]
        with self.database.reading() as connection:
            return work(connection)


@pytest.fixture
def house(database: str, tmp_path: Path) -> Iterator[House]:
    made = House(database or tmp_path / "hub.db")
    yield made
    made.database.close()


def history(seed: int, devices: list[str], length: int) -> list[Event]:
    """A history with messages, reports, corrections, undone facts and undone corrections."""
    draw = random.Random(seed)
    seqs: dict[str, int] = defaultdict(int)
    made: list[Event] = []
    reports: dict[tuple[str, str], str] = {}
    for _ in range(length):
        device = draw.choice(devices)
        contact = ContactReference(
            ContactId(f"{device}-{draw.randrange(6)}"), point_hash=f"p{draw.randrange(8)}", name="Ann"
        )
        roll = draw.random()
        own = [event for event in made if event.stream == device]
        if roll < 0.4:
            fact: object = MessageSent(
                ACTION,
                1,
                contact,
                draw.choice(list(Channel)),
                draw.choice(list(MessageKind)),
                ScriptId(f"s{draw.randrange(3)}"),
                suggested=draw.random() < 0.3,
                in_district=draw.choice([None, True, False]),
            )
        elif roll < 0.6:
            answers = Answers((TagId(f"t{draw.randrange(3)}"),), {FieldId("f"): draw.choice(["yes", "no", ""])})
            former = reports.get((device, contact.id))
            fact = (
                ReportCorrected(former, ACTION, 1, contact, answers)
                if former and draw.random() < 0.7
                else ReportFiled(ACTION, 1, contact, answers)
            )
        elif roll < 0.75 and own:
            fact = Voided(draw.choice(own).id)
        else:
            fact = draw.choice([ActionSeen, ActionStarted, ActionCompleted])(ACTION, 1)
        seqs[device] += 1
        at = Milliseconds(now() - draw.randrange(5 * DAY))
        event = Event(new_event_id(at), device, seqs[device], at, fact)  # type: ignore[arg-type]
        if isinstance(fact, ReportFiled | ReportCorrected):
            reports[device, contact.id] = event.id
        made.append(event)
    return made


def counted(connection: Connection, taken_out: frozenset[str] = frozenset()) -> dict[str, int]:
    """The overview, counted from the raw events in the plainest way."""
    rows = connection.execute(
        select(events.c.body, streams.c.device_id)
        .join(streams, streams.c.stream == events.c.stream)
        .order_by(events.c.position)
    ).all()
    gone: set[tuple[str, str]] = set()
    seen: set[tuple[str, str]] = set()
    for row in rows:
        event = read_event(row.body)
        if isinstance(event.fact, Voided) and (row.device_id, event.fact.event) in seen:
            gone.add((row.device_id, event.fact.event))
        seen.add((row.device_id, event.id))
    living = [
        (row.device_id, event)
        for row in rows
        for event in [read_event(row.body)]
        if (row.device_id, event.id) not in gone and event.id not in taken_out
    ]
    user = {"d0": "d0", "d1": "d1", "d2": "d1"}
    sent = [(device, event.fact) for device, event in living if isinstance(event.fact, MessageSent)]
    first = [(device, fact) for device, fact in sent if fact.kind is MessageKind.INITIAL]
    reported = {
        (device, event.fact.contact.id)
        for device, event in living
        if isinstance(event.fact, ReportFiled | ReportCorrected)
    }

    def users(kind: type) -> int:
        return len({user[device] for device, event in living if isinstance(event.fact, kind)})

    return {
        Figure.SENT_TO: 2,
        Figure.SEEN: users(ActionSeen),
        Figure.STARTED: users(ActionStarted),
        Figure.COMPLETED: users(ActionCompleted),
        Figure.PERFORMS: sum(isinstance(event.fact, ActionCompleted) for _, event in living),
        Figure.REPORTS: len(reported),
        Figure.INITIAL: len(first),
        Figure.PHONES: len({fact.contact.point_hash for _, fact in first}),
        Figure.FOLLOWED_UP: len(
            {(device, fact.contact.id) for device, fact in sent if fact.kind is MessageKind.RESPONSE}
        ),
        Figure.RESPONSES: len(sent) - len(first),
        Figure.REACHED: len({(device, fact.contact.id) for device, fact in first}),
    }


def shown(connection: Connection) -> dict[str, int]:
    found = reading.action_results(connection, CAMPAIGN, ACTION).figures.values
    return {name: found.get(name, 0) for name in counted(connection)}


def rows_of(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every projection, but the sums that are zero."""
    return {
        table.name: sorted(
            (tuple(row) for row in connection.execute(select(table)) if row._mapping.get("value") != 0), key=repr
        )
        for table in PROJECTIONS
    }


@pytest.mark.parametrize("seed", range(8))
def test_every_figure_is_what_the_raw_events_say(house: House, seed: int) -> None:
    made = history(seed, list(house.devices), 120)
    draw = random.Random(seed)
    while made:
        size = draw.randrange(1, 30)
        house.push(made[:size])
        made = made[size:]
        house.write(lambda connection: advance(connection, draw.randrange(1, 40)))
    house.project()
    assert house.read(shown) == house.read(counted)
    incremental = house.read(rows_of)
    house.write(start_anew)
    house.project()
    assert house.read(rows_of) == incremental


def test_answers_add_up_and_a_correction_replaces_them(house: House) -> None:
    contact = ContactReference(ContactId("x"))
    at = Milliseconds(now())
    filed = Event(
        new_event_id(at), "d0", 1, at, ReportFiled(ACTION, 1, contact, Answers((TagId("a"), TagId("b"))))
    )
    mended = ReportCorrected(filed.id, ACTION, 1, contact, Answers((TagId("b"),), {FieldId("f"): "yes: really"}))
    house.push([filed, Event(new_event_id(at), "d0", 2, at, mended)])
    house.project()
    found = house.read(lambda connection: reading.action_results(connection, CAMPAIGN, ACTION))
    assert [(each.of, each.count) for each in found.tags] == [("b", 1)]
    assert [(each.of, each.value, each.count) for each in found.fields] == [("f", "yes: really", 1)]
    assert sum(each.count for each in found.days) == 1


def test_an_action_that_was_never_published_was_sent_to_nobody_but_those_who_did_something_in_it(
    house: House,
) -> None:
    draft, published, closed = ActionId("draft"), ActionId("published"), ActionId("closed")
    house.publish(draft, ActionStatus.DRAFT)
    house.publish(published)
    house.publish(closed, ActionStatus.CLOSED)
    at = Milliseconds(now())
    house.push([Event(new_event_id(at), "d0", 1, at, ActionSeen(draft, 1))])
    house.project()

    def sent_to(action: ActionId) -> tuple[int, int]:
        found = house.read(lambda connection: reading.action_results(connection, CAMPAIGN, action))
        users = house.read(lambda connection: users_of(connection, CAMPAIGN, action)).rows
        return found.figures[Figure.SENT_TO], len(users)

    expected = {draft: (1, 1), published: (2, 2), closed: (2, 2), ACTION: (2, 2)}
    assert {action: sent_to(action) for action in expected} == expected
    assert sent_to(ActionId("unheard of")) == (0, 0)

    def overview() -> dict[str, int]:
        found = house.read(lambda connection: reading.overviews(connection, CAMPAIGN))
        return {each.action: each[Figure.SENT_TO] for each in found}

    assert overview() == {action: count for action, (count, _) in expected.items()}
    house.write(start_anew)
    house.project()
    assert overview() == {action: count for action, (count, _) in expected.items()}


def test_the_newest_count_of_known_people_holds(house: House) -> None:
    at = Milliseconds(now())
    house.push(
        [
            Event(new_event_id(at), device, seq, at, SuggestionsCounted(ACTION, 1, known))
            for device, seq, known in (("d0", 1, 5), ("d0", 2, 3), ("d1", 1, 4), ("d2", 1, 1))
        ]
    )
    house.project()
    users = house.read(lambda connection: users_of(connection, CAMPAIGN, ACTION)).rows
    assert {row.email: row.values[Figure.SUGGESTED_KNOWN] for row in users} == {
        "d0@example.org": 3,
        "d1@example.org": 5,
    }


def test_a_batch_is_taken_out_and_put_back(house: House) -> None:
    made = history(3, list(house.devices), 150)
    house.push(made)
    house.project()
    before = house.read(shown)
    organizer = Caller(CAMPAIGN, "C", "boss", b"", Role.ORGANIZER, "Boss", "", 0, revoked=False)
    wanted = Withdrawal("d0", ACTION, Milliseconds(0), Milliseconds(now()), "too fast")
    batch = house.write(lambda connection: withdraw(connection, organizer, wanted))
    taken = frozenset(
        each.id
        for each in made
        if each.stream == "d0" and isinstance(each.fact, MessageSent | ReportFiled | ReportCorrected)
    )
    assert batch.events == len(taken)
    assert (batch.action, batch.first_at, batch.last_at) == (ACTION, wanted.first_at, wanted.last_at)
    assert house.read(shown) == house.read(lambda connection: counted(connection, taken))
    house.write(lambda connection: put_back(connection, organizer, batch.id))
    assert house.read(shown) == before


def test_users_and_receivers_add_up_to_the_overview(house: House) -> None:
    house.push(history(5, list(house.devices), 200))
    house.project()
    overview = house.read(shown)
    users = house.read(lambda connection: users_of(connection, CAMPAIGN, ACTION)).rows
    assert len(users) == 2
    for figure in (Figure.INITIAL, Figure.RESPONSES, Figure.REPORTS, Figure.PERFORMS):
        assert sum(row.values.get(figure, 0) for row in users) == overview[figure]
    found, before = [], None
    while True:
        page = house.read(
            lambda connection, at=before: reading.receivers(connection, CAMPAIGN, ACTION, at, most=4)
        )
        found += page.rows
        before = page.before
        if before is None:
            break
    assert len({(row.device, row.contact) for row in found}) == len(found)
    assert sum(row.initial for row in found) == overview[Figure.INITIAL]
    assert sum(row.reported for row in found) == overview[Figure.REPORTS]
    line = house.read(
        lambda connection: reading.history(connection, CAMPAIGN, ACTION, found[0].device, found[0].contact)
    )
    assert len(line) >= found[0].initial + found[0].responses
    assert msgspec.json.encode(line)


def test_a_hundred_messages_in_two_minutes_are_noticed(house: House) -> None:
    begin = now() - DAY
    made = [
        Event(
            new_event_id(Milliseconds(begin)),
            "d0",
            number + 1,
            Milliseconds(begin + number * 1_000),
            MessageSent(
                ACTION,
                1,
                ContactReference(ContactId(f"x{number}")),
                Channel.TEXT,
                MessageKind.INITIAL,
                ScriptId("s"),
            ),
        )
        for number in range(130)
    ]
    house.push(made)
    house.project()
    found = house.read(lambda connection: reading.all_bursts(connection, CAMPAIGN))
    assert [(each.device, each.messages) for each in found] == [("d0", 130)]
    caller = Caller(CAMPAIGN, "C", "boss", b"", Role.ORGANIZER, "Boss", "", 0, revoked=False)
    wanted = Withdrawal("d0", ACTION, found[0].first_at, found[0].last_at, "a script ran")
    batch = house.write(lambda connection: withdraw(connection, caller, wanted))
    # Whoever looked at a stretch and left it out is not asked about it again, until it is put back.
    assert house.read(lambda connection: reading.all_bursts(connection, CAMPAIGN)) == []
    house.write(lambda connection: put_back(connection, caller, batch.id))
    assert house.read(lambda connection: reading.all_bursts(connection, CAMPAIGN)) == found
    assert stretches([number * 1_300 for number in range(200)]) == []


def test_pages_of_a_filter_are_what_the_whole_list_has_of_it(house: House) -> None:
    house.push(history(11, list(house.devices), 60))
    house.project()

    def pages(most: int, device: str, **wanted: bool | None) -> list[ReceiverRow]:
        found: list[ReceiverRow] = []
        before: int | None = None
        while True:
            page = house.read(
                lambda connection, at=before: reading.receivers(
                    connection, CAMPAIGN, ACTION, at, **wanted, device=device, most=most
                )
            )
            found += page.rows
            before = page.before
            if before is None:
                return found

    kinds = set()
    for device in ("", "d1"):
        whole = pages(1_000, device)
        kinds |= {(row.in_district, row.suggested) for row in whole}
        for in_district, suggested in itertools.product((None, True, False), repeat=2):
            assert pages(2, device, in_district=in_district, suggested=suggested) == [
                row
                for row in whole
                if in_district in (None, row.in_district) and suggested in (None, row.suggested)
            ]
    assert len(kinds) == 6  # nothing that could be filtered was missing


def test_whoever_has_lost_access_counts_as_asked_if_they_did_something(house: House) -> None:
    at = Milliseconds(now())
    house.push([Event(new_event_id(at), "d1", 1, at, ActionSeen(ACTION, 1))])
    house.project()

    def asked() -> tuple[int, int]:
        figures = house.read(lambda connection: reading.action_results(connection, CAMPAIGN, ACTION)).figures
        (listed,) = house.read(lambda connection: reading.overviews(connection, CAMPAIGN))
        assert listed.values == figures.values
        return figures[Figure.SENT_TO], figures[Figure.SEEN]

    def end_access(*ids: str) -> None:
        house.write(
            lambda connection: connection.execute(
                devices.update().where(devices.c.id.in_(ids)).values(revoked_at=at)
            )
        )

    assert asked() == (2, 1)
    end_access("d1")  # the same volunteer's other laptop, d2, still has it
    assert asked() == (2, 1)
    end_access("d2", "d0")
    assert asked() == (1, 1)
