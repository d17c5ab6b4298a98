"""What the facts add up to: tables that `record` keeps up to date and `rebuild` makes anew.

Each kind of fact has one function that writes its projection. They are applied in the order of positions, both
when a fact is recorded and when all are replayed, so that both ways end in the same tables.
"""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.events.envelope import Event, read_event
from f2f_desktop.events.facts import (
    ActionCompleted,
    ActionSeen,
    ActionStarted,
    MessageSent,
    OptedOut,
    PointsOptedOut,
    ReportCorrected,
    ReportFiled,
    Voided,
)
from f2f_desktop.vault.tables import (
    PROJECTIONS,
    action_progress,
    events,
    messages,
    opt_out_points,
    opt_outs,
    reports,
)


class Placed(msgspec.Struct, frozen=True):
    """An event and its position in the vault."""

    position: int
    event: Event


def project(connection: Connection, placed: Placed) -> None:
    """Writes what an event changes in the projections; facts of unknown types change nothing."""
    writer = _WRITERS.get(type(placed.event.fact))
    if writer is not None:
        writer(connection, placed, placed.event.fact)


def rebuild(connection: Connection) -> None:
    """Empties the projections and replays every event of the vault."""
    for table in PROJECTIONS:
        connection.execute(delete(table))
    rows = connection.execute(select(events.c.position, events.c.body).order_by(events.c.position)).all()
    for position, body in rows:
        project(connection, Placed(position, read_event(body)))


def _progress(connection: Connection, action: ActionId) -> None:
    statement = insert(action_progress).values(action_id=action, completed=0)
    connection.execute(statement.on_conflict_do_nothing())


def _seen(connection: Connection, placed: Placed, fact: ActionSeen) -> None:
    _progress(connection, fact.action)
    column = action_progress.c
    connection.execute(
        update(action_progress)
        .where(column.action_id == fact.action, column.seen_at.is_(None))
        .values(seen_at=placed.event.at)
    )


def _started(connection: Connection, placed: Placed, fact: ActionStarted) -> None:
    _progress(connection, fact.action)
    column = action_progress.c
    connection.execute(
        update(action_progress)
        .where(column.action_id == fact.action, column.started_at.is_(None))
        .values(started_at=placed.event.at)
    )


def _completed(connection: Connection, _: Placed, fact: ActionCompleted) -> None:
    _progress(connection, fact.action)
    column = action_progress.c
    connection.execute(
        update(action_progress).where(column.action_id == fact.action).values(completed=column.completed + 1)
    )


def _sent(connection: Connection, placed: Placed, fact: MessageSent) -> None:
    connection.execute(
        insert(messages).values(
            event_id=placed.event.id,
            position=placed.position,
            action_id=fact.action,
            contact_id=fact.contact.id,
            channel=fact.channel,
            kind=fact.kind,
            script_id=fact.script,
            at=placed.event.at,
        )
    )


def _reported(connection: Connection, placed: Placed, fact: ReportFiled | ReportCorrected) -> None:
    values = {
        "event_id": placed.event.id,
        "position": placed.position,
        "answers": msgspec.json.encode(fact.answers, order="deterministic"),
        "at": placed.event.at,
    }
    statement = insert(reports).values(action_id=fact.action, contact_id=fact.contact.id, corrections=0, **values)
    connection.execute(
        statement.on_conflict_do_update(
            ["action_id", "contact_id"], set_={**values, "corrections": reports.c.corrections + 1}
        )
    )


def _opted_out(connection: Connection, placed: Placed, fact: OptedOut) -> None:
    connection.execute(
        insert(opt_outs).values(event_id=placed.event.id, contact_id=fact.contact.id, at=placed.event.at)
    )
    _close_points(connection, placed, fact.point_hashes)


def _points_opted_out(connection: Connection, placed: Placed, fact: PointsOptedOut) -> None:
    _close_points(connection, placed, fact.point_hashes)


def _close_points(connection: Connection, placed: Placed, points: Sequence[str]) -> None:
    rows = [{"event_id": placed.event.id, "point_hash": point} for point in sorted(set(points))]
    if rows:
        connection.execute(insert(opt_out_points), rows)


def _voided(connection: Connection, placed: Placed, fact: Voided) -> None:
    row = connection.execute(
        select(events.c.position, events.c.body).where(
            events.c.id == fact.event, events.c.position < placed.position
        )
    ).one_or_none()
    if row is None:
        return
    undone = read_event(row.body).fact
    if isinstance(undone, ReportFiled | ReportCorrected):
        _replay_reports(connection, undone.action, undone.contact.id, placed.position)
    elif isinstance(undone, ActionSeen | ActionStarted | ActionCompleted):
        _replay_progress(connection, undone.action, placed.position)
    else:
        for table in (messages, opt_outs, opt_out_points):
            connection.execute(delete(table).where(table.c.event_id == fact.event))


def _replay_reports(connection: Connection, action: str, contact: str, until: int) -> None:
    """Makes the report about a contact anew from the facts up to a position that were not voided."""
    connection.execute(delete(reports).where(reports.c.action_id == action, reports.c.contact_id == contact))
    for placed in _counting(connection, ("report.filed", "report.corrected"), until):
        fact = placed.event.fact
        if isinstance(fact, ReportFiled | ReportCorrected) and (fact.action, fact.contact.id) == (action, contact):
            _reported(connection, placed, fact)


def _replay_progress(connection: Connection, action: str, until: int) -> None:
    """Makes an action's progress anew from the facts up to a position that were not voided."""
    connection.execute(delete(action_progress).where(action_progress.c.action_id == action))
    for placed in _counting(connection, ("action.seen", "action.started", "action.completed"), until):
        fact = placed.event.fact
        if isinstance(fact, ActionSeen | ActionStarted | ActionCompleted) and fact.action == action:
            project(connection, placed)


def _counting(connection: Connection, types: tuple[str, ...], until: int) -> list[Placed]:
    """The events of these types up to a position that were not voided up to there, in order."""
    rows = connection.execute(
        select(events.c.position, events.c.body)
        .where(events.c.type.in_((*types, "voided")), events.c.position <= until)
        .order_by(events.c.position)
    ).all()
    found = [Placed(position, read_event(body)) for position, body in rows]
    gone = {placed.event.fact.event for placed in found if isinstance(placed.event.fact, Voided)}
    return [
        placed for placed in found if placed.event.id not in gone and not isinstance(placed.event.fact, Voided)
    ]


_WRITERS: dict[type, Callable[[Connection, Placed, Any], None]] = {
    ActionSeen: _seen,
    ActionStarted: _started,
    ActionCompleted: _completed,
    MessageSent: _sent,
    ReportFiled: _reported,
    ReportCorrected: _reported,
    OptedOut: _opted_out,
    PointsOptedOut: _points_opted_out,
    Voided: _voided,
}
