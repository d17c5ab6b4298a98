"""The ledger of this laptop: what was looked up here, when, and how many bytes of it left (none, for a search).

It is a table and not a kind of event: events travel to the campaign and are kept there for ever, while what a
volunteer types when looking for a friend is nobody's business. It stays in the encrypted vault and is wiped with it.
"""

from enum import StrEnum

import msgspec
from sqlalchemy import Connection, Row, func, insert, select, update

from f2f_desktop.campaign.ids import ContactId, Milliseconds, VoterId
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.tables import ledger


class LedgerKind(StrEnum):
    """What an entry tells of."""

    VOTER_SEARCH = "voter_search"
    """Somebody was looked for in the voter extract."""
    REQUEST = "request"
    """Something was sent to a hub."""


class VoterSearched(msgspec.Struct, frozen=True):
    """One search of the extract: what was typed, for whom, how many voters it found, and who was chosen."""

    name: str = ""
    street: str = ""
    contact_id: ContactId | None = None
    found: int = 0
    chosen: VoterId | None = None


class RequestSent(msgspec.Struct, frozen=True, omit_defaults=True):
    """What went to a hub: nothing else leaves this laptop.

    `times` requests of the same kind that say nothing of their own ("what is new?") share a line.
    """

    to: str
    method: str
    path: str
    content: bytes = b""
    """The content as it was written, before it was packed: JSON, but for packets."""
    times: int = 1
    packed: int = 0
    """Bytes of the content as they went over the line."""


class LedgerEntry(msgspec.Struct, frozen=True):
    """One line of the ledger."""

    id: int
    at: Milliseconds
    kind: str
    searched: VoterSearched | None
    """What was looked for, where `kind` is `voter_search`."""
    bytes_out: int = 0
    """How many bytes left the laptop."""
    sent: RequestSent | None = None
    """What was sent, where `kind` is `request`."""


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


def write_request(connection: Connection, sent: RequestSent, bytes_out: int) -> None:
    """Writes down what is about to leave. Questions without content add to the line before, if it is the same."""
    at = now()
    if not sent.content:
        last = connection.execute(select(ledger).order_by(ledger.c.id.desc()).limit(1)).one_or_none()
        if last is not None and last.kind == LedgerKind.REQUEST:
            before = msgspec.json.decode(last.detail, type=RequestSent)
            if msgspec.structs.replace(before, times=1) == sent:
                detail = msgspec.json.encode(msgspec.structs.replace(before, times=before.times + 1))
                connection.execute(
                    update(ledger)
                    .where(ledger.c.id == last.id)
                    .values(at=at, detail=detail, bytes_out=last.bytes_out + bytes_out)
                )
                return
    connection.execute(
        insert(ledger).values(
            at=at, kind=LedgerKind.REQUEST, detail=msgspec.json.encode(sent), bytes_out=bytes_out
        )
    )


def entries_before(connection: Connection, before: int | None, most: int) -> list[LedgerEntry]:
    """The newest lines that were begun before the one with the number `before` (None: of all), newest first."""
    statement = select(ledger).order_by(ledger.c.id.desc()).limit(most)
    if before is not None:
        statement = statement.where(ledger.c.id < before)
    return [_entry(row) for row in connection.execute(statement)]


def entry(connection: Connection, number: int) -> LedgerEntry | None:
    """One line; None if it is not there."""
    row = connection.execute(select(ledger).where(ledger.c.id == number)).one_or_none()
    return None if row is None else _entry(row)


def count(connection: Connection) -> int:
    """How many lines there are."""
    return connection.scalar(select(func.count()).select_from(ledger)) or 0


def bytes_out(connection: Connection) -> int:
    """How many bytes have left this laptop by the ledger."""
    return connection.scalar(select(func.sum(ledger.c.bytes_out))) or 0


def _entry(row: Row[int, int, str, bytes, int]) -> LedgerEntry:
    return LedgerEntry(
        row.id,
        Milliseconds(row.at),
        row.kind,
        msgspec.json.decode(row.detail, type=VoterSearched) if row.kind == LedgerKind.VOTER_SEARCH else None,
        row.bytes_out,
        msgspec.json.decode(row.detail, type=RequestSent) if row.kind == LedgerKind.REQUEST else None,
    )


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
