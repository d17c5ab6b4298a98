"""Matches in the vault: what the matcher found, and what a person decided about it.

A decision outlives the matcher's next run, a re-import and a new extract: it is kept by contact and voter.
"""

from collections.abc import Iterable
from enum import StrEnum

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from f2f_desktop.campaign.ids import ContactId, VoterId
from f2f_desktop.matching.model import Match
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.tables import decisions, matches
from f2f_desktop.voterfile.voters import Voter


class Decided(StrEnum):
    """What a person can say about a contact's match."""

    CONFIRMED = "confirmed"
    """This voter is the contact."""
    REJECTED = "rejected"
    """This voter is not the contact; without a voter: the contact is not in the file."""
    SKIPPED = "skipped"
    """Ask again later."""


class Decision(msgspec.Struct, frozen=True):
    """One decision in force."""

    id: int
    contact_id: ContactId
    decided: Decided
    voter_id: VoterId | None
    voter: Voter | None


class StoredMatch(msgspec.Struct, frozen=True):
    """The matcher's answer for a contact, and its best voter."""

    contact_id: ContactId
    match: Match
    voter: Voter | None


def replace_matches(connection: Connection, extract_id: str, found: Iterable[StoredMatch]) -> None:
    """Puts a new run of the matcher in place of all former ones."""
    connection.execute(delete(matches))
    rows = [
        {
            "contact_id": stored.contact_id,
            "status": stored.match.status,
            "voter_id": stored.match.best.voter_id if stored.match.best else None,
            "probability": stored.match.best.probability if stored.match.best else 0.0,
            "found": msgspec.json.encode(stored.match),
            "voter": msgspec.json.encode(stored.voter) if stored.voter else None,
            "extract_id": extract_id,
        }
        for stored in found
    ]
    if rows:
        connection.execute(insert(matches), rows)


def all_matches(connection: Connection) -> dict[ContactId, StoredMatch]:
    """The matcher's last answer for every contact."""
    decode_match, decode_voter = msgspec.json.Decoder(Match).decode, msgspec.json.Decoder(Voter).decode
    return {
        row.contact_id: StoredMatch(
            row.contact_id, decode_match(row.found), decode_voter(row.voter) if row.voter else None
        )
        for row in connection.execute(select(matches.c.contact_id, matches.c.found, matches.c.voter))
    }


def match_of(connection: Connection, contact_id: ContactId) -> StoredMatch | None:
    """The matcher's last answer for one contact."""
    row = connection.execute(select(matches).where(matches.c.contact_id == contact_id)).one_or_none()
    if row is None:
        return None
    voter = msgspec.json.decode(row.voter, type=Voter) if row.voter else None
    return StoredMatch(row.contact_id, msgspec.json.decode(row.found, type=Match), voter)


def decide(connection: Connection, contact_id: ContactId, decided: Decided, voter: Voter | None) -> int:
    """Stores a decision and gives its number, by which it can be undone."""
    result = connection.execute(
        insert(decisions).values(
            contact_id=contact_id,
            decision=decided,
            voter_id=voter.id if voter else None,
            voter=msgspec.json.encode(voter) if voter else None,
            at=now(),
            undone=False,
        )
    )
    return int(result.lastrowid)


def undo_decision(connection: Connection, decision_id: int) -> None:
    """Takes a decision back; the one before it is in force again."""
    connection.execute(update(decisions).where(decisions.c.id == decision_id).values(undone=True))


def last_decision(connection: Connection, contact_ids: Iterable[ContactId]) -> int | None:
    """The number of the newest decision in force about a person, known by any of these ids."""
    return connection.scalar(
        select(decisions.c.id)
        .where(decisions.c.contact_id.in_(list(contact_ids)), decisions.c.undone.is_(False))
        .order_by(decisions.c.id.desc())
        .limit(1)
    )


def decisions_in_force(connection: Connection) -> list[Decision]:
    """Every decision that was not undone, oldest first."""
    rows = connection.execute(select(decisions).where(decisions.c.undone.is_(False)).order_by(decisions.c.id))
    decode = msgspec.json.Decoder(Voter).decode
    return [
        Decision(
            row.id,
            row.contact_id,
            Decided(row.decision),
            row.voter_id,
            decode(row.voter) if row.voter else None,
        )
        for row in rows
    ]
