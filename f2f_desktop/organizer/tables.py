"""Every table that leaves the app: its columns, their types, and where its rows come from."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

import msgspec

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.protocol.api import AuditRow, DeviceRow, OptOutRow
from f2f_desktop.protocol.results import (
    ActionFigures,
    ActionResults,
    AnswerCount,
    BatchRow,
    Figure,
    ReceiverRow,
    UserRow,
)

Cell = str | int | bool | datetime | None
Row = tuple[Cell, ...]


class Type(StrEnum):
    """What a column holds."""

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes_no"
    TIME = "time"


@dataclass(frozen=True)
class Column:
    """A column's heading and type."""

    name: str
    type: Type = Type.TEXT


@dataclass(frozen=True)
class Table:
    """A table to be written; `rows` is read once, row by row."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]


OVERVIEW_FIGURES = (
    Figure.SENT_TO,
    Figure.SEEN,
    Figure.STARTED,
    Figure.COMPLETED,
    Figure.PERFORMS,
    Figure.REPORTS,
    Figure.INITIAL,
    Figure.PHONES,
    Figure.FOLLOWED_UP,
    Figure.RESPONSES,
    Figure.CLICKS,
)

USER_FIGURES = (
    Figure.INITIAL,
    Figure.FOLLOWED_UP,
    Figure.RESPONSES,
    Figure.REPORTS,
    Figure.PERFORMS,
    Figure.SUGGESTED_KNOWN,
    Figure.SUGGESTED_REACHED,
)


def overview_table(overviews: Iterable[ActionFigures], content: CampaignContent) -> Table:
    """The figures of every action."""
    titles = {action.id: action.title for action in content.actions}
    return Table(
        "actions",
        (Column("action_id"), Column("action"), *(Column(each, Type.NUMBER) for each in OVERVIEW_FIGURES)),
        (
            (each.action, titles.get(each.action, ""), *(each[figure] for figure in OVERVIEW_FIGURES))
            for each in overviews
        ),
    )


def users_table(action: ActionId, users: Iterable[UserRow]) -> Table:
    """What each volunteer did in an action."""
    return Table(
        f"users {action}",
        (
            Column("volunteer"),
            Column("email"),
            *(Column(each, Type.NUMBER) for each in USER_FIGURES),
            Column("last_seen", Type.TIME),
            Column("implausible_stretches", Type.NUMBER),
        ),
        (
            (
                row.name,
                row.email,
                *(row.values.get(figure, 0) for figure in USER_FIGURES),
                moment(row.last_seen),
                row.flagged,
            )
            for row in users
        ),
    )


def receivers_table(action: ActionId, receivers: Iterable[ReceiverRow]) -> Table:
    """Whom volunteers wrote to in an action, as far as the campaign may know them."""
    return Table(
        f"receivers {action}",
        (
            Column("volunteer"),
            Column("contact"),
            Column("contact_id"),
            Column("voter_id"),
            Column("last_messaged", Type.TIME),
            Column("initial_messages", Type.NUMBER),
            Column("replies", Type.NUMBER),
            Column("report_filed", Type.YES_NO),
            Column("in_district", Type.YES_NO),
            Column("suggested", Type.YES_NO),
        ),
        (
            (
                row.volunteer,
                row.name,
                row.contact,
                row.voter_id or "",
                moment(row.last_at),
                row.initial,
                row.responses,
                row.reported,
                row.in_district,
                row.suggested,
            )
            for row in receivers
        ),
    )


def answers_table(results: ActionResults, content: CampaignContent) -> Table:
    """Tags, custom fields and response scripts: how often each."""
    tags = {tag.id: tag.name for tag in content.tags}
    fields = {field.id: field.name for field in content.fields}
    scripts = {
        response.id: response.label
        for action in content.actions
        if action.id == results.figures.action
        for response in action.responses
    }

    def rows() -> Iterator[Row]:
        of: tuple[tuple[str, tuple[AnswerCount, ...], Callable[[str], str]], ...] = (
            ("tag", results.tags, lambda id_: tags.get(id_, "")),  # type: ignore[call-overload]
            ("custom field", results.fields, lambda id_: fields.get(id_, "")),  # type: ignore[call-overload]
            ("response script", results.scripts, lambda id_: scripts.get(id_, "")),  # type: ignore[call-overload]
        )
        for kind, counts, name in of:
            for each in counts:
                yield kind, each.of, name(each.of), each.value, each.count

    columns = Column("kind"), Column("id"), Column("name"), Column("value"), Column("count", Type.NUMBER)
    return Table(f"answers {results.figures.action}", columns, rows())


def days_table(results: ActionResults) -> Table:
    """What happened on each day, by channel."""
    return Table(
        f"days {results.figures.action}",
        (Column("day"), Column("channel"), Column("figure"), Column("count", Type.NUMBER)),
        ((each.day, each.channel, each.figure, each.count) for each in results.days),
    )


def devices_table(devices: Iterable[DeviceRow]) -> Table:
    """The campaign's laptops."""
    return Table(
        "people",
        (
            Column("name"),
            Column("email"),
            Column("role"),
            Column("joined", Type.TIME),
            Column("last_seen", Type.TIME),
            Column("access_ended", Type.TIME),
            Column("events", Type.NUMBER),
            Column("waiting", Type.NUMBER),
        ),
        (
            (
                row.name,
                row.email,
                row.role,
                moment(row.enrolled_at),
                moment(row.last_seen),
                moment(row.revoked_at),
                row.events,
                row.waiting,
            )
            for row in devices
        ),
    )


def opt_outs_table(rows: Iterable[OptOutRow]) -> Table:
    """How entries came on the campaign's opt-out list; of the numbers and addresses there are only hashes."""
    return Table(
        "opt-outs",
        (Column("at", Type.TIME), Column("recorded_by"), Column("source"), Column("points", Type.NUMBER)),
        ((moment(row.at), row.name or row.device, row.source, row.points) for row in rows),
    )


def audit_table(rows: Iterable[AuditRow]) -> Table:
    """What organizers and owners did."""
    return Table(
        "audit",
        (Column("at", Type.TIME), Column("who"), Column("operation"), Column("detail")),
        ((moment(row.at), row.name or row.device, row.operation, row.detail) for row in rows),
    )


def withdrawals_table(rows: Iterable[BatchRow], content: CampaignContent) -> Table:
    """What was taken out of the figures."""
    titles = {action.id: action.title for action in content.actions}
    return Table(
        "withdrawals",
        (
            Column("volunteer"),
            Column("action_id"),
            Column("action"),
            Column("first_event", Type.TIME),
            Column("last_event", Type.TIME),
            Column("reason"),
            Column("events", Type.NUMBER),
            Column("taken_out", Type.TIME),
            Column("put_back", Type.TIME),
        ),
        (
            (
                row.volunteer,
                row.action,
                titles.get(row.action, ""),
                moment(row.first_at),
                moment(row.last_at),
                row.reason,
                row.events,
                moment(row.made_at),
                moment(row.undone_at),
            )
            for row in rows
        ),
    )


def moment(at: int | None) -> datetime | None:
    """A moment in UTC, to the second; None for none, and for what no calendar holds."""
    if at is None or not 0 <= at <= LAST_MOMENT:
        return None
    return datetime.fromtimestamp(at // 1000, UTC)


LAST_MOMENT = 253_402_300_799_000
"""The end of the year 9999."""


class Written(msgspec.Struct, frozen=True):
    """A table that was written."""

    name: str
    rows: int
