"""What a small campaign's laptops report in four weeks: the events that `copies` makes many of.

Every id that has to be another one in another copy holds `TOKEN`. Laptops push some twenty events at a time, as they do
when a shift ends, so that events that follow each other in the hub are of one laptop.
"""

import random
import secrets
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import Connection

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ActionId, ContactId, FieldId, Milliseconds, ScriptId, TagId, VoterId
from f2f_desktop.events.envelope import Event
from f2f_desktop.events.facts import (
    ActionCompleted,
    ActionSeen,
    ActionStarted,
    Answers,
    ContactReference,
    ContactsSynced,
    Fact,
    MessageKind,
    MessageSent,
    OptedOut,
    ReportCorrected,
    ReportFiled,
    SuggestionsCounted,
    Voided,
    type_of,
)
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.tables import campaigns, devices, events, published_actions, streams
from f2f_desktop.protocol.roles import Role

TOKEN = "k000k"
PUSH = 20
"""Events that follow each other from one laptop."""

ACTIONS = (ActionId("turnout"), ActionId("pledge"), ActionId("school-board"), ActionId("thanks"))
SHARES = (70, 15, 10, 5)
"""Of a hundred events, how many are about each action."""

DAYS = 28
DAY = 24 * 3600 * 1000
FIRST, LAST = ("Ana", "Ben", "Carla", "Dev", "Edie", "Farid"), ("Abbott", "Benitez", "Cole", "Dorsey", "Ekholm")

_bytes = msgspec.json.Encoder(order="sorted").encode


@dataclass
class _Laptop:
    id: str
    draw: random.Random
    seq: int = 0
    own: list[Event] = field(default_factory=list)
    contacts: dict[str, list[ContactReference]] = field(default_factory=lambda: defaultdict(list))
    reports: dict[tuple[str, str], str] = field(default_factory=dict)


def laptop_name(copy: int, number: int) -> str:
    """A laptop's id, and its stream's."""
    return f"{token(copy)}-laptop-{number}"


def token(copy: int) -> str:
    """What stands in a copy's ids for `TOKEN`; as long as that one."""
    return f"k{copy:03d}k"


def enter_people(connection: Connection, campaign: str, copies: int, laptops: int, length: int) -> None:
    """Enters every copy's laptops and streams, as if they had joined long ago; every fiftieth has lost its access.

    All actions but the smallest were published.
    """
    connection.execute(
        published_actions.insert(),
        [{"campaign_id": campaign, "action_id": action, "since": 0} for action in ACTIONS[:-1]],
    )
    everybody = [(copy, number) for copy in range(copies) for number in range(laptops)]
    connection.execute(
        devices.insert(),
        [
            {
                "id": laptop_name(copy, number),
                "campaign_id": campaign,
                "public_key": secrets.token_bytes(32),
                "role": Role.VOLUNTEER,
                "name": f"Volunteer {copy}-{number}",
                # Every tenth is somebody's second laptop.
                "email": (email := f"v{copy}-{number - (number % 10 == 9)}@example.org"),
                "person": email,
                "enrolled_at": 0,
                "last_seen": now(),
                "revoked_at": now() if number % 50 == 0 else None,
            }
            for copy, number in everybody
        ],
    )
    connection.execute(
        streams.insert(),
        [
            {
                "campaign_id": campaign,
                "stream": laptop_name(copy, number),
                "device_id": laptop_name(copy, number),
                "highest": length // laptops,
                "count": length // laptops,
                "digest": bytes(32),
            }
            for copy, number in everybody
        ],
    )


def enter_events(connection: Connection, campaign: str, laptops: int, length: int) -> None:
    """Enters the first copy's events as an intake would have, but for the signatures, which nobody looks at again."""
    position = 0
    for made in _pushes(laptops, length):
        rows: list[dict[str, Any]] = []
        for event in made:
            position += 1
            rows.append(
                {
                    "campaign_id": campaign,
                    "position": position,
                    "id": event.id,
                    "stream": event.stream,
                    "seq": event.seq,
                    "type": type_of(event.fact),
                    "at": event.at,
                    "received_at": event.at + 3_600_000,
                    "body": _bytes(event),
                    "signature": secrets.token_bytes(64),
                }
            )
        connection.execute(events.insert(), rows)
    connection.execute(campaigns.update().where(campaigns.c.id == campaign).values(position=position))


def _pushes(laptops: int, length: int) -> Iterator[list[Event]]:
    begin = now() - DAYS * DAY
    people = [_Laptop(laptop_name(0, number), random.Random(number)) for number in range(laptops)]
    rounds = length // (laptops * PUSH)
    for turn in range(rounds):
        for laptop in people:
            at = begin + (turn * DAYS * DAY) // rounds
            made = []
            for number in range(PUSH):
                # Every tenth laptop's clock stands still in some shifts: what looks implausible has to be there.
                step = 100 if laptop.id.endswith("3") and turn % 20 < 8 else 90_000
                start = begin if step == 100 else at
                made.append(
                    _event(laptop, Milliseconds(start + (turn * PUSH + number if step == 100 else number) * step))
                )
            yield made


def _event(laptop: _Laptop, at: Milliseconds) -> Event:
    laptop.seq += 1
    made = Event(f"{at:012x}-{TOKEN}-{laptop.id[-4:]}-{laptop.seq}", laptop.id, laptop.seq, at, _fact(laptop))
    fact = made.fact
    if isinstance(fact, ReportFiled | ReportCorrected):
        laptop.reports[fact.action, fact.contact.id] = made.id
    laptop.own.append(made)
    return made


def _fact(laptop: _Laptop) -> Fact:
    draw = laptop.draw
    (action,) = draw.choices(ACTIONS, SHARES)
    roll = draw.random()
    known = laptop.contacts[action]
    if roll < 0.34 or not known:
        contact = _contact(laptop, len(known))
        known.append(contact)
        return _message(draw, action, contact, MessageKind.INITIAL)
    contact = draw.choice(known[-30:])
    if roll < 0.62:
        kind = MessageKind.RESPONSE if draw.random() < 0.9 else MessageKind.INITIAL
        return _message(draw, action, contact, kind)
    if roll < 0.90:
        answers = Answers(
            tuple(TagId(f"tag-{draw.randrange(12)}") for _ in range(draw.randrange(3))),
            {
                FieldId("vote"): draw.choice(["yes", "no", "by mail"]),
                FieldId("lang"): draw.choice(["en", "es", ""]),
            },
        )
        former = laptop.reports.get((action, contact.id))
        if former is not None:
            return ReportCorrected(former, action, 3, contact, answers, Channel.TEXT)
        return ReportFiled(action, 3, contact, answers, Channel.TEXT)
    if roll < 0.92:
        return Voided(draw.choice(laptop.own[-50:]).id)
    if roll < 0.925:
        return OptedOut(contact, (contact.point_hash,))
    if roll < 0.93:
        return ContactsSynced(300, 200)
    if roll < 0.935:
        return SuggestionsCounted(action, 3, draw.randrange(60))
    return draw.choice([ActionSeen, ActionStarted, ActionCompleted])(action, 3)


def _contact(laptop: _Laptop, number: int) -> ContactReference:
    draw = laptop.draw
    matched = draw.random() < 0.7
    # Some people are in several address books: the point has the copy's token, not the laptop's.
    point = f"{TOKEN}{draw.randrange(1 << 16):04x}" + "0" * 40
    return ContactReference(
        ContactId(f"{laptop.id}-c{number}-{draw.getrandbits(48):012x}"),
        VoterId(f"NC-{TOKEN}-{draw.randrange(1 << 30)}") if matched else None,
        f"{draw.choice(FIRST)} {draw.choice(LAST)}" if matched else "",
        point,
    )


def _message(draw: random.Random, action: ActionId, contact: ContactReference, kind: MessageKind) -> MessageSent:
    suggested = int(contact.point_hash[5:9], 16) % 50 == 0  # of one contact always the same: a fiftieth
    lives = None if contact.voter_id is None else int(contact.point_hash[5:9], 16) % 10 != 1
    (channel,) = draw.choices(list(Channel), [6, 2, 2, 1])
    return MessageSent(
        action,
        3,
        contact,
        channel,
        kind,
        ScriptId(f"{kind}-{draw.randrange(5)}"),
        draw.random() < 0.5,
        suggested,
        lives,
    )
