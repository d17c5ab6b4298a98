"""Whether a vault goes on where it was left: a mark outside its folder, drawn anew at each unlocking.

A folder that was copied to another laptop, or put back from a backup, carries an older mark than the one that lies
outside, or finds none. What is recorded from then on goes to a new stream, so that two laptops never number their
events alike. Should the mark have been copied as well (a whole disk), the hub's receipts bring it to light (see
`sync.pushing`).
"""

import contextlib
import secrets
from pathlib import Path

from f2f_desktop.errors import KnownError
from f2f_desktop.vault.files import erase, write_durably
from f2f_desktop.vault.outbox import begin_stream
from f2f_desktop.vault.properties import get_text, set_text
from f2f_desktop.vault.vault import Vault

MARK = "continuity_mark"
"""The vault's own copy; empty: the mark outside cannot be kept, so it says nothing."""

LONGEST_MARK = 64


def go_on(vault: Vault, folder: Path) -> bool:
    """Compares the open vault with its mark in `folder`, and draws a new one. True if new events get a new stream.

    Nothing that a disk does keeps the vault from being used: where no mark can be kept, none is asked for.
    """
    path = mark_of(folder, vault.keys.vault)
    outside = _read(path)
    fresh = secrets.token_hex(16)
    with contextlib.suppress(KnownError):
        # The vault first: a crash between the two costs a new stream, never two laptops in one.
        with vault.transaction() as connection:
            known = get_text(connection, MARK)
            copied = bool(known) and known != outside
            if copied:
                begin_stream(connection)
            set_text(connection, MARK, fresh)
        if not _write(path, fresh):
            with vault.transaction() as connection:
                set_text(connection, MARK, "")
        return copied
    return False


def mark_of(folder: Path, vault: str) -> Path:
    """Where the mark of the vault with this id lies."""
    return folder / "marks" / f"{vault}.mark"


def forget(folder: Path, vault: str) -> None:
    """Removes the mark of a vault that is no more."""
    with contextlib.suppress(OSError, KnownError):
        erase(mark_of(folder, vault))


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST_MARK).decode("ascii", "replace")
    except OSError:
        return ""


def _write(path: Path, mark: str) -> bool:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_durably(path, mark.encode())
    except (OSError, KnownError):
        return False
    return True
