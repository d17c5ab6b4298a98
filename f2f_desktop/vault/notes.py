"""Notes of organizers to this laptop's volunteer."""

import msgspec
from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.dialects.sqlite import insert

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.protocol.api import Note
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.tables import notes


class StoredNote(msgspec.Struct, frozen=True):
    """A note, and the hub that it came from."""

    hub: bytes
    note: Note


_NEWEST = select(func.max(notes.c.id)).where(notes.c.hub == bindparam("of"))


def newest(connection: Connection, hub: bytes) -> int:
    """Number of the newest note of a hub; 0 before the first."""
    return connection.scalar(_NEWEST, {"of": hub}) or 0


def store(connection: Connection, hub: bytes, found: tuple[Note, ...]) -> None:
    """Keeps notes."""
    for note in found:
        values = {"at": note.at, "by": note.by, "text": note.text, "action_id": note.action}
        connection.execute(insert(notes).values(hub=hub, id=note.id, **values).on_conflict_do_nothing())


def unread(connection: Connection) -> list[StoredNote]:
    """Notes that were not put away, the newest first."""
    rows = connection.execute(
        select(notes).where(notes.c.read_at.is_(None)).order_by(notes.c.at.desc(), notes.c.id)
    )
    return [StoredNote(row.hub, Note(row.id, row.at, row.by, row.text, row.action_id)) for row in rows]


def put_away(connection: Connection, note: StoredNote) -> None:
    """Shows a note no longer."""
    _write_read(connection, note, now())


def bring_back(connection: Connection, note: StoredNote) -> None:
    """Shows a note again that was put away."""
    _write_read(connection, note, None)


def _write_read(connection: Connection, note: StoredNote, at: Milliseconds | None) -> None:
    connection.execute(update(notes).where(notes.c.hub == note.hub, notes.c.id == note.note.id).values(read_at=at))
