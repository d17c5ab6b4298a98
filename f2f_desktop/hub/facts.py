"""What facts add to the projections: one row or a few per event, in whatever order events arrive."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from f2f_desktop.campaign.links import link_of
from f2f_desktop.events.envelope import Event
from f2f_desktop.events.facts import (
    ActionCompleted,
    ActionSeen,
    ActionStarted,
    ContactReference,
    ContactsSynced,
    Fact,
    MessageSent,
    OptedOut,
    PointsOptedOut,
    ReportCorrected,
    ReportFiled,
    SuggestionsCounted,
    UnknownFact,
    Voided,
    type_of,
)
from f2f_desktop.hub.inserting import IGNORED, insert_rows
from f2f_desktop.hub.tables import (
    books,
    known,
    link_codes,
    messages,
    opt_outs,
    progress,
    reports,
    voids,
)

Row = dict[str, Any]

REPROJECTED_AT_ONCE = 5_000

LONGEST_TEXT = 4_096
LONGEST_ID = 128
"""Characters of an id in a fact. Four of them, in UTF-8, fit into an entry of PostgreSQL's indexes."""
LARGEST_NUMBER = (1 << 53) - 1
"""What a number in a fact is cut to; see `_storable`."""


class Placed(msgspec.Struct, frozen=True):
    """An event, whose it is, and its position in the campaign."""

    campaign: str
    device: str
    position: int
    event: Event


def countable(event: Event) -> Event:
    """The event, with a fact that counts nothing where an id in it is none.

    What is too long for an index, or holds what no text of a database holds, was written by no F2F Desktop. It stays
    among the events as it came, and keeps nobody else's facts out of the figures.
    """
    if all(map(_is_id, _ids_of(event.fact))):
        return event
    return msgspec.structs.replace(event, fact=UnknownFact(type_of(event.fact)))


def _ids_of(fact: Fact | UnknownFact) -> tuple[str | None, ...]:
    match fact:
        case MessageSent():
            return (fact.action, fact.script, *fact.link_codes, *_ids_of_contact(fact.contact))
        case ReportFiled() | ReportCorrected():
            superseded = (fact.supersedes,) if isinstance(fact, ReportCorrected) else ()
            answered = (*fact.answers.tags, *fact.answers.fields)
            return (fact.action, fact.response, *_ids_of_contact(fact.contact), *answered, *superseded)
        case ActionSeen() | ActionStarted() | ActionCompleted() | SuggestionsCounted():
            return (fact.action,)
        case OptedOut() | PointsOptedOut():
            return fact.point_hashes
        case Voided():
            return (fact.event,)
    return ()


def _ids_of_contact(contact: ContactReference) -> tuple[str | None, ...]:
    return contact.id, contact.voter_id, contact.point_hash


def _is_id(text: str | None) -> bool:
    return text is None or (len(text) <= LONGEST_ID and "\x00" not in text)


def insert_new(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Adds the rows whose key is not there yet."""
    insert_rows(connection, table, rows, IGNORED)


def newly_inserted(connection: Connection, table: Table, key: Column[Any], rows: Sequence[Row]) -> set[Any]:
    """Adds the rows whose key is not there yet; gives the keys of those that were added."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).on_conflict_do_nothing().returning(key)
    return set(connection.scalars(statement, rows))


def insert_new_one(connection: Connection, table: Table, row: Row) -> bool:
    """Adds a row; False if its key was there."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    key = next(iter(table.primary_key))
    # Asked for by RETURNING: the number of rows is not known (-1) after an INSERT on PostgreSQL.
    insert = dialect.insert(table).values(row).on_conflict_do_nothing().returning(key)
    return connection.execute(insert).first() is not None


def project(connection: Connection, placed: Iterable[Placed]) -> None:
    """Writes what events add to the projections; facts of unknown types add nothing."""
    rows: dict[Table, list[Row]] = defaultdict(list)
    for each in placed:
        for table, row in _rows_of(each):
            rows[table].append({name: _storable(value) for name, value in row.items()})
    for table, found in rows.items():
        insert_new(connection, table, found)


def _storable(value: Any) -> Any:
    """A value as both databases take it: PostgreSQL's texts hold no NUL, its integers end."""
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT or "\x00" in value:
            return value.replace("\x00", "")[:LONGEST_TEXT]
        return str(value)  # of an enumeration, too
    if isinstance(value, int) and not isinstance(value, bool):
        return max(-LARGEST_NUMBER, min(value, LARGEST_NUMBER))
    return value


def _rows_of(placed: Placed) -> Iterable[tuple[Table, Row]]:
    fact = placed.event.fact
    row: Row = {
        "campaign_id": placed.campaign,
        "event_id": placed.event.id,
        "device_id": placed.device,
        "position": placed.position,
    }
    at = {"at": placed.event.at}
    match fact:
        case MessageSent():
            yield messages, row | at | _message(fact)
            for code in set(fact.link_codes):
                if link_of(code) is not None:
                    yield link_codes, {"campaign_id": placed.campaign, "event_id": placed.event.id, "code": code}
        case ReportFiled() | ReportCorrected():
            yield reports, row | at | _report(fact)
        case ActionSeen() | ActionStarted() | ActionCompleted():
            step = {ActionSeen: "seen", ActionStarted: "started", ActionCompleted: "completed"}[type(fact)]
            yield progress, row | at | {"action_id": fact.action, "step": step}
        case ContactsSynced():
            yield books, row | {"contacts": fact.contacts, "matched": fact.matched}
        case SuggestionsCounted():
            yield known, row | {"action_id": fact.action, "known": fact.known}
        case OptedOut() | PointsOptedOut():
            source = fact.source if isinstance(fact, PointsOptedOut) else "contact"
            for point in set(fact.point_hashes):
                yield opt_outs, row | {"point_hash": point, "source": source}
        case Voided():
            yield voids, row | {"voided": fact.event}


def _message(fact: MessageSent) -> Row:
    return {
        "action_id": fact.action,
        "contact_id": fact.contact.id,
        "voter_id": fact.contact.voter_id,
        "name": fact.contact.name,
        "point_hash": fact.contact.point_hash,
        "channel": fact.channel,
        "kind": fact.kind,
        "script_id": fact.script,
        "edited": fact.edited,
        "suggested": fact.suggested,
        "in_district": fact.in_district,
    }


def _report(fact: ReportFiled | ReportCorrected) -> Row:
    return {
        "action_id": fact.action,
        "contact_id": fact.contact.id,
        "voter_id": fact.contact.voter_id,
        "name": fact.contact.name,
        "supersedes": fact.supersedes if isinstance(fact, ReportCorrected) else None,
        "answers": msgspec.json.encode(fact.answers, order="deterministic"),
        "response_id": fact.response,
    }
