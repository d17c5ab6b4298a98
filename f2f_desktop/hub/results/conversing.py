"""A conversation: a volunteer's contact in an action. What is in force is found anew whenever an event touches it.

That way it does not matter in which order events arrive, or what undoes what: the conversation's row says what it adds
to the figures, and the figures change by the difference to what it added before.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, and_, delete, func, literal, select, tuple_

from f2f_desktop.events.facts import Answers, MessageKind, MessageSent, ReportCorrected, ReportFiled
from f2f_desktop.hub.facts import Placed
from f2f_desktop.hub.inserting import insert_rows, replacing
from f2f_desktop.hub.results.adding import EVERYBODY, add, add_phones
from f2f_desktop.hub.results.bursting import refresh_bursts
from f2f_desktop.hub.tables import (
    conversations,
    events,
    link_codes,
    link_visits,
    messages,
    reports,
    voids,
    withdrawals,
)
from f2f_desktop.protocol.receivers import name_shown, sought
from f2f_desktop.protocol.results import Figure

LONGEST_VALUE = 100
"""Characters of a field's value under which its answers are counted."""

KEYS_AT_ONCE = 200
IDS_AT_ONCE = 500


class Key(NamedTuple):
    """Whose conversation with whom, in which action."""

    action: str
    device: str
    contact: str


class Standing(msgspec.Struct, frozen=True):
    """What is in force in a conversation."""

    row: dict[str, Any]
    counted: Mapping[str, int]
    points: frozenset[str]
    """Phones and addresses that a first message went to."""
    sent: tuple[int, ...]
    """When its messages were sent, by the device's clock."""


class Counted(msgspec.Struct, frozen=True):
    """What a conversation adds, as its row keeps it."""

    figures: dict[str, int] = {}
    points: tuple[str, ...] = ()


_COUNTED, _ANSWERS = msgspec.json.Decoder(Counted), msgspec.json.Decoder(Answers)


def keys_of(placed: Iterable[Placed]) -> set[Key]:
    """The conversations that these events touch by themselves."""
    return {
        Key(each.event.fact.action, each.device, each.event.fact.contact.id)
        for each in placed
        if isinstance(each.event.fact, MessageSent | ReportFiled | ReportCorrected)
    }


def keys_of_events(connection: Connection, campaign: str, ids: Sequence[str]) -> set[Key]:
    """The conversations that the events with these ids belong to."""
    found: set[Key] = set()
    for start in range(0, len(ids), IDS_AT_ONCE):
        some = ids[start : start + IDS_AT_ONCE]
        for table in (messages, reports):
            columns = table.c.action_id, table.c.device_id, table.c.contact_id
            rows = connection.execute(
                select(*columns).where(table.c.campaign_id == campaign, table.c.event_id.in_(some))
            )
            found |= {Key(*row) for row in rows}
    return found


def refresh(connection: Connection, campaign: str, keys: Iterable[Key]) -> None:
    """Finds anew what is in force in these conversations, and changes the figures by the difference."""
    ordered = sorted(keys)
    touched: dict[tuple[str, str], list[int]] = {(key.device, key.action): [] for key in ordered}
    for start in range(0, len(ordered), KEYS_AT_ONCE):
        for key, standing in _refresh(connection, campaign, ordered[start : start + KEYS_AT_ONCE]).items():
            touched[key.device, key.action] += standing.sent
    refresh_bursts(connection, campaign, touched, counts(messages))


def _refresh(connection: Connection, campaign: str, keys: Sequence[Key]) -> dict[Key, Standing]:
    before = _stored(connection, campaign, keys)
    standings = _standings(connection, campaign, keys)
    changes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    points: dict[str, Counter[str]] = defaultdict(Counter)
    for key in keys:
        old = before.get(key, Counted())
        new = standings.get(key)
        change = changes[key.action, key.device]
        change.update(new.counted if new else {})
        change.subtract(old.figures)
        points[key.action].update(new.points if new else ())
        points[key.action].subtract(old.points)
    insert_rows(connection, conversations, [standings[key].row for key in keys if key in standings], _REPLACED)
    _forget(connection, campaign, [key for key in keys if key in before and key not in standings])
    for action, change in points.items():
        changes[action, EVERYBODY][Figure.PHONES] = add_phones(connection, campaign, action, change)
    add(connection, campaign, changes)
    return standings


def _of(table: Any, campaign: str, keys: Sequence[Key]) -> Any:
    """That a row belongs to one of these conversations. So written, both databases ask an index for each."""
    columns = tuple_(table.c.action_id, table.c.device_id, table.c.contact_id)
    return and_(table.c.campaign_id == campaign, columns.in_([tuple(key) for key in keys]))


def _stored(connection: Connection, campaign: str, keys: Sequence[Key]) -> dict[Key, Counted]:
    table = conversations
    rows = connection.execute(
        select(table.c.action_id, table.c.device_id, table.c.contact_id, table.c.counted).where(
            _of(table, campaign, keys)
        )
    )
    return {Key(*row[:3]): _COUNTED.decode(row.counted) for row in rows}


@cache
def counts(table: Any) -> Any:
    """Whether an event of `messages`, `reports` or `progress` is neither undone nor taken out."""
    undone = select(literal(1)).where(
        voids.c.campaign_id == table.c.campaign_id,
        voids.c.voided == table.c.event_id,
        voids.c.device_id == table.c.device_id,
        voids.c.position > table.c.position,
    )
    taken_out = select(literal(1)).where(
        withdrawals.c.campaign_id == table.c.campaign_id, withdrawals.c.event_id == table.c.event_id
    )
    return ~undone.exists() & ~taken_out.exists()


def _standings(connection: Connection, campaign: str, keys: Sequence[Key]) -> dict[Key, Standing]:
    sent: dict[Key, list[Row[Any]]] = defaultdict(list)
    filed: dict[Key, list[Row[Any]]] = defaultdict(list)
    for table, found in ((messages, sent), (reports, filed)):
        rows = connection.execute(
            select(table, events.c.received_at)
            .join(
                events,
                (events.c.campaign_id == table.c.campaign_id) & (events.c.position == table.c.position),
            )
            .where(_of(table, campaign, keys), counts(table))
            .order_by(table.c.position)
        )
        for row in rows:
            found[Key(row.action_id, row.device_id, row.contact_id)].append(row)
    clicked = _clicks(connection, campaign, [row.event_id for rows in sent.values() for row in rows])
    return {key: _standing(campaign, key, sent[key], filed[key], clicked) for key in sent.keys() | filed.keys()}


def _clicks(connection: Connection, campaign: str, ids: Sequence[str]) -> dict[str, int]:
    """How often the short addresses of messages were visited by people."""
    found: Counter[str] = Counter()
    for start in range(0, len(ids), IDS_AT_ONCE):
        rows = connection.execute(
            select(link_codes.c.event_id, func.sum(link_visits.c.count))
            .join(link_visits, link_visits.c.code == link_codes.c.code)
            .where(
                link_codes.c.campaign_id == campaign,
                link_codes.c.event_id.in_(ids[start : start + IDS_AT_ONCE]),
                link_visits.c.person,
            )
            .group_by(link_codes.c.event_id)
        )
        for event, count in rows:
            found[event] = int(count)
    return found


def _standing(
    campaign: str,
    key: Key,
    sent: Sequence[Row[Any]],
    filed: Sequence[Row[Any]],
    clicked: Mapping[str, int],
) -> Standing:
    counted: Counter[str] = Counter()
    points: set[str] = set()
    for row in sent:
        initial = row.kind == MessageKind.INITIAL
        figure = Figure.INITIAL if initial else Figure.RESPONSES
        counted[figure] += 1
        counted[day_name(row, row.channel, figure)] += 1
        counted[Figure.CLICKS] += clicked.get(row.event_id, 0)
        if initial and row.point_hash:
            points.add(row.point_hash)
        if not initial:
            counted[f"script:{row.script_id}"] += 1
    report = in_force(filed)
    if report is not None:
        counted[Figure.REPORTS] = 1
        counted[day_name(report, "", Figure.REPORTS)] += 1
        counted.update(_answered(report))
    suggested = any(row.suggested for row in sent)
    if counted[Figure.INITIAL]:
        counted[Figure.REACHED] = 1
        counted[Figure.SUGGESTED_REACHED] = int(suggested)
    counted[Figure.FOLLOWED_UP] = int(counted[Figure.RESPONSES] > 0)
    everything = sorted([*sent, *filed], key=lambda row: row.position)
    name = next((each.name for each in reversed(everything) if each.name), "")
    voter_id = next((each.voter_id for each in reversed(everything) if each.voter_id), None)
    begun = sought(name_shown(name, voter_id))
    lives = [row.in_district for row in sent if row.in_district is not None]
    counted = +counted
    stored = {
        "campaign_id": campaign,
        "action_id": key.action,
        "device_id": key.device,
        "contact_id": key.contact,
        "name": name,
        "voter_id": voter_id,
        "sought": begun.written,
        "sought_last": begun.last,
        "sought_other": begun.other,
        "last_at": (sent or filed)[-1].at,
        "last_position": (sent or filed)[-1].position,
        "initial": counted[Figure.INITIAL],
        "responses": counted[Figure.RESPONSES],
        "reported": report is not None,
        "answers": b"{}" if report is None else bytes(report.answers),
        "suggested": suggested,
        "in_district": lives[-1] if lives else None,
        "counted": msgspec.json.encode(Counted(dict(counted), tuple(sorted(points)))),
    }
    return Standing(stored, counted, frozenset(points), tuple(row.at for row in sent))


def in_force(filed: Sequence[Row[Any]]) -> Row[Any] | None:
    """The report that stands: superseded by none that counts; the newest, where there are several."""
    superseded = {row.supersedes for row in filed if row.supersedes}
    standing = [row for row in filed if row.event_id not in superseded]
    return standing[-1] if standing else (filed[-1] if filed else None)


def _answered(report: Row[Any]) -> "Counter[str]":
    answers = _ANSWERS.decode(report.answers)
    found: Counter[str] = Counter()
    for tag in set(answers.tags):
        found[f"tag:{tag}"] += 1
    for field, value in answers.fields.items():
        if value.strip():
            found[f"field:{field}:{value.strip()[:LONGEST_VALUE]}".replace("\x00", "")] += 1
    return found


def day_name(row: Row[Any], channel: str, figure: Figure) -> str:
    """The figure of a day: the device's, unless its clock is off by more than a hub could have waited for it."""
    at = row.at if row.received_at - LONGEST_OFFLINE <= row.at <= row.received_at + AHEAD else row.received_at
    return f"day:{_day(at // DAY)}:{channel}:{figure}"


@lru_cache(maxsize=1024)
def _day(number: int) -> str:
    return (dt.date(1970, 1, 1) + dt.timedelta(days=number)).isoformat()


DAY = 24 * 3600 * 1000
LONGEST_OFFLINE = 60 * DAY
AHEAD = DAY


_KEY = ("campaign_id", "action_id", "device_id", "contact_id")
_REPLACED = replacing(_KEY, [column.name for column in conversations.c if column.name not in _KEY])


def _forget(connection: Connection, campaign: str, keys: Sequence[Key]) -> None:
    for key in keys:
        connection.execute(
            delete(conversations).where(
                conversations.c.campaign_id == campaign,
                conversations.c.action_id == key.action,
                conversations.c.device_id == key.device,
                conversations.c.contact_id == key.contact,
            )
        )
