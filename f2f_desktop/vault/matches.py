"""Matches in the vault: what the matcher found, and what a person decided about it.

A decision outlives the matcher's next run, a re-import and a new extract: it is kept by contact and voter. Which
decisions the matcher's last answer has learnt from is kept too, so that what was said since can be made good.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from enum import StrEnum

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, insert, select, true, update

from f2f_desktop.campaign.ids import ContactId, Milliseconds, VoterId
from f2f_desktop.matching.inference import Habits
from f2f_desktop.matching.model import Match
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.properties import get_bytes, set_bytes
from f2f_desktop.vault.tables import decision_cards, decisions, departed, matches
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
    cards: frozenset[ContactId] = frozenset()
    """The own ids of all cards that the person had."""
    departed: Milliseconds | None = None
    """Since when the extract in use does not hold the voter; None where it does."""

    @property
    def about(self) -> frozenset[ContactId]:
        """The cards that it holds for: a confirmation for one, a rejection for every card there was."""
        return frozenset({self.contact_id}) | (self.cards if self.decided is Decided.REJECTED else frozenset())


class Learnt(msgspec.Struct, frozen=True):
    """What the matcher's stored answer rests on: the decisions in force then, and what the book is like."""

    decisions: frozenset[int] = frozenset()
    habits: Habits | None = None
    extract_id: str = ""


_LEARNT = "matches_learnt"


class StoredMatch(msgspec.Struct, frozen=True):
    """The matcher's answer for a contact, and its best voter."""

    contact_id: ContactId
    match: Match
    voter: Voter | None


def replace_matches(connection: Connection, extract_id: str, found: Iterable[StoredMatch]) -> None:
    """Puts a new run of the matcher in place of all former ones."""
    connection.execute(delete(matches))
    _insert(connection, extract_id, found)


def change_matches(connection: Connection, extract_id: str, found: Iterable[StoredMatch]) -> None:
    """Puts new answers in place of those of the same contacts; all others stay."""
    found = list(found)
    for stored in found:
        connection.execute(delete(matches).where(matches.c.contact_id == stored.contact_id))
    _insert(connection, extract_id, found)


def learnt(connection: Connection) -> Learnt:
    """What the stored answer rests on."""
    stored = get_bytes(connection, _LEARNT)
    return Learnt() if stored is None else msgspec.json.decode(stored, type=Learnt)


def note_learnt(connection: Connection, what: Learnt) -> None:
    """Notes what the stored answer rests on."""
    set_bytes(connection, _LEARNT, msgspec.json.encode(what))


def _insert(connection: Connection, extract_id: str, found: Iterable[StoredMatch]) -> None:
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


def decide(
    connection: Connection,
    contact_id: ContactId,
    decided: Decided,
    voter: Voter | None,
    cards: Iterable[ContactId] = (),
) -> int:
    """Stores a decision about a person with these cards; gives its number, by which it can be undone."""
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
    number = int(result.lastrowid)
    about = [{"decision_id": number, "own_id": own_id} for own_id in sorted({contact_id, *cards})]
    connection.execute(insert(decision_cards), about)
    return number


def undo_decision(connection: Connection, decision_id: int) -> None:
    """Takes a decision back; the one before it is in force again."""
    connection.execute(update(decisions).where(decisions.c.id == decision_id).values(undone=True))


def last_decision(connection: Connection, contact_ids: Iterable[ContactId]) -> int | None:
    """The number of the newest decision in force about a person, known by any of these ids."""
    ids = frozenset(contact_ids)
    found = [each.id for each in decisions_in_force(connection) if each.about & ids]
    return max(found, default=None)


def decisions_in_force(connection: Connection) -> list[Decision]:
    """Every decision that was not undone, oldest first."""
    return _decisions(connection, decisions.c.undone.is_(False))


def decisions_numbered(connection: Connection, numbers: Iterable[int]) -> list[Decision]:
    """The decisions with these numbers, undone or not."""
    wanted = frozenset(numbers)
    return [each for each in _decisions(connection, true()) if each.id in wanted]


def _decisions(connection: Connection, which: ColumnElement[bool]) -> list[Decision]:
    rows = connection.execute(
        select(decisions, departed.c.since)
        .outerjoin(departed, departed.c.voter_id == decisions.c.voter_id)
        .where(which)
        .order_by(decisions.c.id)
    ).all()
    if not rows:
        return []
    about: dict[int, set[ContactId]] = defaultdict(set)
    for number, own_id in connection.execute(select(decision_cards.c.decision_id, decision_cards.c.own_id)):
        about[number].add(ContactId(own_id))
    decode = msgspec.json.Decoder(Voter).decode
    return [
        Decision(
            row.id,
            row.contact_id,
            Decided(row.decision),
            row.voter_id,
            decode(row.voter) if row.voter else None,
            frozenset(about[row.id]),
            row.since,
        )
        for row in rows
    ]


def note_departed(connection: Connection, voter_id: VoterId) -> None:
    """The extract in use does not hold this voter, whoever they are confirmed for."""
    connection.execute(insert(departed).prefix_with("OR IGNORE").values(voter_id=voter_id, since=now()))


def follow_extract(connection: Connection, voter_of: Callable[[VoterId], Voter | None]) -> None:
    """A new extract: what it says of confirmed voters counts from now on, and who is not in it has departed."""
    confirmed = {
        each.voter_id: each.departed
        for each in decisions_in_force(connection)
        if each.decided is Decided.CONFIRMED and each.voter_id is not None
    }
    connection.execute(delete(departed))
    for voter_id, since in confirmed.items():
        voter = voter_of(voter_id)
        if voter is None:
            connection.execute(insert(departed).values(voter_id=voter_id, since=since or now()))
        else:
            connection.execute(
                update(decisions).where(decisions.c.voter_id == voter_id).values(voter=msgspec.json.encode(voter))
            )
