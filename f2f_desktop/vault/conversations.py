"""Conversations as the projections have them: messages, reports, opt-outs, and what is still being typed."""

import msgspec
from sqlalchemy import Connection, delete, insert, select

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ActionId, ContactId, Milliseconds, ScriptId
from f2f_desktop.events.facts import Answers, MessageKind
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.tables import (
    action_progress,
    drafts,
    foreign_opt_outs,
    message_texts,
    messages,
    opt_out_points,
    opt_outs,
    reports,
)


class StoredMessage(msgspec.Struct, frozen=True):
    """A message that went out; `text` is what was written."""

    event_id: str
    position: int
    action_id: ActionId
    contact_id: ContactId
    channel: Channel
    kind: MessageKind
    script_id: ScriptId
    at: Milliseconds
    text: str = ""


class StoredReport(msgspec.Struct, frozen=True):
    """The report in force about a contact in an action."""

    event_id: str
    action_id: ActionId
    contact_id: ContactId
    answers: Answers
    corrections: int
    at: Milliseconds


class ActionProgress(msgspec.Struct, frozen=True):
    """How far the volunteer is with an action."""

    seen_at: Milliseconds | None = None
    started_at: Milliseconds | None = None
    completed: int = 0


def keep_text(connection: Connection, event_id: str, text: str) -> None:
    """Keeps on this laptop what a message said."""
    connection.execute(insert(message_texts).values(event_id=event_id, text=text))


def messages_of(
    connection: Connection, action_id: ActionId, contact_ids: list[ContactId] | None = None
) -> list[StoredMessage]:
    """The messages of an action, or of one person in it, oldest first."""
    statement = (
        select(messages, message_texts.c.text)
        .join(message_texts, message_texts.c.event_id == messages.c.event_id, isouter=True)
        .where(messages.c.action_id == action_id)
        .order_by(messages.c.position)
    )
    if contact_ids is not None:
        statement = statement.where(messages.c.contact_id.in_(contact_ids))
    return [
        StoredMessage(
            row.event_id,
            row.position,
            row.action_id,
            row.contact_id,
            Channel(row.channel),
            MessageKind(row.kind),
            row.script_id,
            row.at,
            row.text or "",
        )
        for row in connection.execute(statement)
    ]


def reports_of(
    connection: Connection, action_id: ActionId, contact_ids: list[ContactId] | None = None
) -> list[StoredReport]:
    """The reports in force of an action, or of one person in it, oldest first."""
    statement = select(reports).where(reports.c.action_id == action_id).order_by(reports.c.position)
    if contact_ids is not None:
        statement = statement.where(reports.c.contact_id.in_(contact_ids))
    decode = msgspec.json.Decoder(Answers).decode
    return [
        StoredReport(row.event_id, row.action_id, row.contact_id, decode(row.answers), row.corrections, row.at)
        for row in connection.execute(statement)
    ]


def opted_out(connection: Connection) -> dict[ContactId, str]:
    """The contacts who opted out, with an event that says so (see `opt_outs_of` for all)."""
    return {row.contact_id: row.event_id for row in connection.execute(select(opt_outs))}


def opt_outs_of(connection: Connection, contact_ids: list[ContactId]) -> list[str]:
    """The events that say that a person, known by any of these ids, opted out."""
    return list(connection.scalars(select(opt_outs.c.event_id).where(opt_outs.c.contact_id.in_(contact_ids))))


def opted_out_points(connection: Connection) -> frozenset[str]:
    """Keyed hashes of the phones and addresses that must not be used."""
    own = connection.scalars(select(opt_out_points.c.point_hash))
    return frozenset(own) | frozenset(connection.scalars(select(foreign_opt_outs.c.point_hash)))


def progress_of(connection: Connection, action_id: ActionId) -> ActionProgress:
    """How far the volunteer is with an action."""
    row = connection.execute(select(action_progress).where(action_progress.c.action_id == action_id)).one_or_none()
    return ActionProgress(row.seen_at, row.started_at, row.completed) if row else ActionProgress()


def save_draft(
    connection: Connection, action_id: ActionId, contact_ids: list[ContactId], part: str, content: bytes
) -> None:
    """Keeps what has been typed so far to a person, known by any of these ids; empty content forgets it."""
    forget_draft(connection, action_id, contact_ids, part)
    if content:
        connection.execute(
            insert(drafts).values(
                action_id=action_id, contact_id=contact_ids[0], part=part, content=content, at=now()
            )
        )


def forget_draft(connection: Connection, action_id: ActionId, contact_ids: list[ContactId], part: str) -> None:
    """Forgets what was typed for one part of the conversation with a person, known by any of these ids."""
    column = drafts.c
    connection.execute(
        delete(drafts).where(
            column.action_id == action_id, column.contact_id.in_(contact_ids), column.part == part
        )
    )


def drafts_of(connection: Connection, action_id: ActionId, contact_ids: list[ContactId]) -> dict[str, bytes]:
    """What has been typed in the conversation with a person, by part; the newest where cards were merged."""
    rows = connection.execute(
        select(drafts.c.part, drafts.c.content)
        .where(drafts.c.action_id == action_id, drafts.c.contact_id.in_(contact_ids))
        .order_by(drafts.c.at)
    )
    return {part: content for part, content in rows}  # noqa: C416 - rows are Row objects, not pairs
