"""The ledger of this laptop: what was looked up here, when, and how many bytes of it left (none, for a search).

It is a table and not a kind of event: events travel to the campaign and are kept there for ever, while what a
volunteer types when looking for a friend is nobody's business. It stays in the encrypted vault and is wiped with it.
"""

from enum import StrEnum

import msgspec
from sqlalchemy import Connection, insert, select, update

from f2f_desktop.campaign.ids import ContactId, Milliseconds, VoterId
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.tables import ledger


class LedgerKind(StrEnum):
    """What an entry tells of."""

    VOTER_SEARCH = "voter_search"
    """Somebody was looked for in the voter extract."""


class VoterSearched(msgspec.Struct, frozen=True):
    """One search of the extract: what was typed, for whom, how many voters it found, and who was chosen."""

    name: str = ""
    street: str = ""
    contact_id: ContactId | None = None
    found: int = 0
    chosen: VoterId | None = None


class LedgerEntry(msgspec.Struct, frozen=True):
    """One line of the ledger."""

    id: int
    at: Milliseconds
    kind: str
    searched: VoterSearched | None
    """What was looked for, where `kind` is `voter_search`."""
    bytes_out: int = 0
    """How many bytes left the laptop."""


def write_search(connection: Connection, searched: VoterSearched, former: int | None = None) -> int:
    """Writes a search down and gives its number; in place of `former`, where it is the same search typed further."""
    values = {
        "at": now(),
        "kind": LedgerKind.VOTER_SEARCH,
        "detail": msgspec.json.encode(searched),
        "bytes_out": 0,
    }
    if former is not None:
        before = _searched(connection, former)
        if before is not None and _goes_on(before, searched):
            connection.execute(update(ledger).where(ledger.c.id == former).values(**values))
            return former
    return int(connection.execute(insert(ledger).values(**values)).lastrowid)


def note_chosen(connection: Connection, number: int, voter_id: VoterId | None) -> None:
    """Notes in a search whom the volunteer took from it."""
    searched = _searched(connection, number)
    if searched is not None:
        detail = msgspec.json.encode(msgspec.structs.replace(searched, chosen=voter_id))
        connection.execute(update(ledger).where(ledger.c.id == number).values(detail=detail))


def entries(connection: Connection, most: int = 500) -> list[LedgerEntry]:
    """The newest lines, newest first. Of kinds that a newer program wrote, only that they are there."""
    rows = connection.execute(select(ledger).order_by(ledger.c.at.desc(), ledger.c.id.desc()).limit(most))
    return [
        LedgerEntry(
            row.id,
            row.at,
            row.kind,
            msgspec.json.decode(row.detail, type=VoterSearched) if row.kind == LedgerKind.VOTER_SEARCH else None,
            row.bytes_out,
        )
        for row in rows
    ]


def _searched(connection: Connection, number: int) -> VoterSearched | None:
    detail = connection.scalar(
        select(ledger.c.detail).where(ledger.c.id == number, ledger.c.kind == LedgerKind.VOTER_SEARCH)
    )
    return None if detail is None else msgspec.json.decode(detail, type=VoterSearched)


def _goes_on(before: VoterSearched, after: VoterSearched) -> bool:
    """Whether nothing that was typed before is lost: letters were only added, for the same contact."""
    return (
        before.chosen is None
        and before.contact_id == after.contact_id
        and after.name.startswith(before.name)
        and after.street.startswith(before.street)
    )
