"""Notes from organizers to volunteers."""

from sqlalchemy import Connection, bindparam, select

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.errors import KnownError
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.enrolment import Caller, write_audit
from f2f_desktop.hub.tables import devices, notes
from f2f_desktop.protocol.api import LONGEST_NOTE, NewNote, Note

MOST_DEVICES = 5_000
NOTES_AT_ONCE = 100


def leave_note(connection: Connection, caller: Caller, wanted: NewNote) -> int:
    """Leaves a note for devices of the caller's campaign; gives for how many. Raises `KnownError`."""
    text = wanted.text.replace("\x00", "").strip()
    if not 0 < len(text) <= LONGEST_NOTE or not 0 < len(wanted.devices) <= MOST_DEVICES:
        raise KnownError(f"A note has 1 to {LONGEST_NOTE} characters, and somebody to read it.", "Write it anew.")
    known = connection.scalars(
        select(devices.c.id).where(
            devices.c.campaign_id == caller.campaign,
            devices.c.id.in_(wanted.devices),
            devices.c.revoked_at.is_(None),
        )
    ).all()
    at = now()
    rows = [
        {
            "campaign_id": caller.campaign,
            "device_id": device,
            "at": at,
            "by": caller.name,
            "text": text,
            "action_id": wanted.action.replace("\x00", "")[:64],
        }
        for device in known
    ]
    if rows:
        connection.execute(notes.insert(), rows)
        write_audit(connection, caller.campaign, caller.device, "note.left", f"for {len(rows)} laptops")
    return len(rows)


_AFTER = (
    select(notes)
    .where(notes.c.device_id == bindparam("device"), notes.c.id > bindparam("after"))
    .order_by(notes.c.id)
    .limit(NOTES_AT_ONCE)
)


def notes_after(connection: Connection, device: str, number: int) -> tuple[Note, ...]:
    """The notes to a device after a number."""
    rows = connection.execute(_AFTER, {"device": device, "after": number})
    return tuple(Note(row.id, Milliseconds(row.at), row.by, row.text, row.action_id) for row in rows)
