"""What an organizer writes: kept in the vault piece by piece, over the content that is published."""

from enum import StrEnum

import msgspec
from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.tables import authored, synced_results


class Kind(StrEnum):
    """What a piece is."""

    ACTION = "action"
    TARGET_LIST = "target_list"
    TAG = "tag"
    FIELD = "field"
    IMAGE = "image"
    SETTINGS = "settings"


class Piece(msgspec.Struct, frozen=True):
    """A piece as it was last written; `content` None: it is to be taken away."""

    kind: Kind
    id: str
    content: bytes | None
    changed_at: Milliseconds


class Kept(msgspec.Struct, frozen=True):
    """An answer of the hub that was kept: to which question, and when."""

    name: str
    content: bytes
    at: Milliseconds


def write(connection: Connection, kind: Kind, id_: str, content: bytes | None) -> None:
    """Keeps a piece."""
    values = {"content": content, "changed_at": now()}
    statement = insert(authored).values(kind=kind, id=id_, **values)
    connection.execute(statement.on_conflict_do_update(["kind", "id"], set_=values))


def forget(connection: Connection, kind: Kind, id_: str) -> None:
    """Goes back to what is published."""
    connection.execute(delete(authored).where(authored.c.kind == kind, authored.c.id == id_))


def pieces(connection: Connection) -> list[Piece]:
    """Everything that is not published, in the order in which it was written."""
    rows = connection.execute(select(authored).order_by(authored.c.changed_at, authored.c.kind, authored.c.id))
    return [Piece(Kind(row.kind), row.id, row.content, Milliseconds(row.changed_at)) for row in rows]


def forget_published(connection: Connection, published: list[Piece]) -> None:
    """Forgets pieces that are published now, but for those that were changed meanwhile."""
    for piece in published:
        connection.execute(
            delete(authored).where(
                authored.c.kind == piece.kind,
                authored.c.id == piece.id,
                authored.c.changed_at == piece.changed_at,
                authored.c.content.is_not_distinct_from(piece.content),
            )
        )


MOST_KEPT, MOST_BYTES_KEPT = 400, 24 * 1024 * 1024
"""Answers of the hub that are kept, and the bytes of all of them."""


def keep_results(connection: Connection, name: str, content: bytes) -> None:
    """Keeps results as the hub gave them, and forgets those that were asked for longest ago beyond the bounds.

    Every filter, page and conversation that somebody looks at is an answer of its own.
    """
    values = {"content": content, "at": now()}
    statement = insert(synced_results).values(name=name, **values)
    connection.execute(statement.on_conflict_do_update(["name"], set_=values))
    kept = select(synced_results.c.name, func.length(synced_results.c.content).label("size")).order_by(
        (synced_results.c.name == name).desc(), synced_results.c.at.desc(), synced_results.c.name
    )
    size, old = 0, []
    for number, row in enumerate(connection.execute(kept)):
        size += row.size
        if number and (number >= MOST_KEPT or size > MOST_BYTES_KEPT):
            old.append(row.name)
    if old:
        connection.execute(delete(synced_results).where(synced_results.c.name.in_(old)))


def kept_results(connection: Connection, name: str) -> tuple[bytes, Milliseconds] | None:
    """Results as they were last kept, and when."""
    row = connection.execute(select(synced_results).where(synced_results.c.name == name)).one_or_none()
    return None if row is None else (row.content, Milliseconds(row.at))


def kept_pages(connection: Connection, beginning: str) -> list[Kept]:
    """The answers that were kept to all questions of this beginning, the newest first."""
    rows = connection.execute(
        select(synced_results)
        .where(synced_results.c.name.startswith(beginning, autoescape=True))
        .order_by(synced_results.c.at.desc(), synced_results.c.name)
    )
    return [Kept(row.name, row.content, Milliseconds(row.at)) for row in rows]
