"""The room that this laptop keeps for a venue: where its hub's folder is, and the key that its database is sealed by.

The key lies in the vault alone: what volunteers did in the room is as unreadable as the vault, and goes with it.
"""

import secrets
import shutil
from pathlib import Path

import msgspec
from sqlalchemy import Connection, select

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.vault.files import erase
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.properties import get_bytes, remove, set_bytes
from f2f_desktop.vault.tables import foreign_opt_outs, opt_out_points

ROOM = "room"
PREFIX = "room-"


class KeptRoom(msgspec.Struct, frozen=True):
    """A room whose data this laptop keeps."""

    folder: str
    """Name of the folder in the vault's own."""
    key: str
    """64 hexadecimal digits."""
    opened_at: Milliseconds
    handed_over: bool = False
    """Whether the campaign's hub has vouched for all that was in it when it was last asked."""
    laptops: int = 0
    events: int = 0
    """As they were last counted."""


def kept(connection: Connection) -> KeptRoom | None:
    """The room, or None."""
    stored = get_bytes(connection, ROOM)
    return None if stored is None else msgspec.json.decode(stored, type=KeptRoom)


def keep(connection: Connection, room: KeptRoom) -> None:
    """Stores what is known of the room."""
    set_bytes(connection, ROOM, msgspec.json.encode(room))


def new_room() -> KeptRoom:
    """A room that nobody has joined yet."""
    return KeptRoom(f"{PREFIX}{secrets.token_hex(4)}", secrets.token_hex(32), now())


def has_begun(folder: Path, room: KeptRoom) -> bool:
    """Whether the room's hub has ever run, so that something may be in it; `folder` is the vault's."""
    return (folder / room.folder / "hub.db").exists()


def forget(connection: Connection) -> None:
    """Forgets the room and its key: from then on nobody can read its database."""
    remove(connection, ROOM)


def wipe_folders(folder: Path, but: str = "") -> None:
    """Erases every room's folder in the vault's own, but the one that is named."""
    for room in folder.glob(f"{PREFIX}*"):
        if room.name != but and room.is_dir():
            for path in room.rglob("*"):
                if path.is_file():
                    erase(path)
            shutil.rmtree(room, ignore_errors=True)


def opt_outs(connection: Connection) -> tuple[str, ...]:
    """Keyed hashes that nobody may use any more: others', and those that this laptop's own contacts asked for."""
    others = set(connection.scalars(select(foreign_opt_outs.c.point_hash)))
    return tuple(sorted(others | set(connection.scalars(select(opt_out_points.c.point_hash)))))
