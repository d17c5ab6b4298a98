"""Looking for a friend in the voter extract: what was typed is searched here and written to the ledger, then shown."""

import msgspec

from f2f_desktop.campaign.ids import ContactId, VoterId
from f2f_desktop.matching.looking_up import Hits, VoterQuery, VoterSearch
from f2f_desktop.vault import cards, ledger, matches
from f2f_desktop.vault.content import content
from f2f_desktop.vault.ledger import VoterSearched
from f2f_desktop.vault.vault import Vault
from f2f_desktop.volunteer.matchmaking import Matchmaking, NoExtract
from f2f_desktop.volunteer.standing import by_person, said
from f2f_desktop.volunteer.suggestions import display_name
from f2f_desktop.voterfile.opening import Extract
from f2f_desktop.voterfile.voters import Voter


class VoterRow(msgspec.Struct, frozen=True):
    """A voter who was found, with no more than the campaign lets a volunteer see: never a number or a history."""

    voter: Voter
    """Only name, year of birth, address and, where the campaign shows it, party."""
    taken_by: str = ""
    """Name of another contact whom the volunteer confirmed as this voter."""
    rejected: bool = False
    """The volunteer has said that this voter is not the contact."""


class LookedUp(msgspec.Struct, frozen=True):
    """What a search brought, and its number in the ledger."""

    entry: int
    query: VoterQuery
    rows: tuple[VoterRow, ...]
    total: int


class LookingUp:
    """Searches the opened extract of a vault."""

    def __init__(self, vault: Vault, matchmaking: Matchmaking) -> None:
        self._vault = vault
        self._matchmaking = matchmaking
        self._search: tuple[Extract, VoterSearch] | None = None

    def ready(self) -> None:
        """Opens the extract. Raises `NoExtract`, `ExtractExpired` and its kin."""
        self._matchmaking.open()

    def close(self) -> None:
        """Gives up what was made from the extract."""
        self._search = None

    def hits(self, query: VoterQuery) -> Hits:
        """The voters who fit: arrays only, for a thread of the pool. What is not shown by `look_up` is not used."""
        extract = self._matchmaking.extract
        if extract is None:
            raise NoExtract
        if self._search is None or self._search[0] is not extract:
            self._search = (extract, VoterSearch(extract.voters))
        return self._search[1].find(query)

    def look_up(
        self, contact_id: ContactId | None, query: VoterQuery, hits: Hits, former: int | None = None
    ) -> LookedUp:
        """Writes a search to the ledger and gives what may be shown of it.

        `former` is the entry of the search before it: the same one, typed further, takes its place.
        """
        extract = self._matchmaking.extract
        if extract is None:
            raise NoExtract
        searched = VoterSearched(query.name.strip(), query.street.strip(), contact_id, hits.total)
        with self._vault.transaction() as connection:
            entry = ledger.write_search(connection, searched, former)
            campaign = content(connection)
            decided = by_person(matches.decisions_in_force(connection), cards.owners(connection))
            words = {person: said(about) for person, about in decided.items()}
            taken = {
                word.confirmed.voter_id: person
                for person, word in words.items()
                if word.confirmed is not None and person != contact_id
            }
            found = [extract.voters.at(row) for row in hits.rows]
            holders = {
                voter.id: cards.contact(connection, taken[voter.id]) for voter in found if voter.id in taken
            }
        with_party = campaign is None or campaign.settings.party_visible
        mine = words.get(contact_id) if contact_id is not None else None
        rows = tuple(
            VoterRow(
                shown_of(voter, with_party=with_party),
                display_name(holder.contact) if (holder := holders.get(voter.id)) is not None else "",
                mine is not None and voter.id in mine.rejected,
            )
            for voter in found
        )
        return LookedUp(entry, query, rows, hits.total)

    def choose(self, entry: int, contact_id: ContactId, voter_id: VoterId) -> int:
        """Confirms a voter who was found; gives the number by which `Matchmaking.undo` takes it back."""
        with self._vault.transaction() as connection:
            ledger.note_chosen(connection, entry, voter_id)
        return self._matchmaking.confirm(contact_id, voter_id)


def shown_of(voter: Voter, *, with_party: bool) -> Voter:
    """What a volunteer may see of somebody in the file who is not their contact yet."""
    return Voter(
        voter.id,
        voter.first_name,
        voter.middle_name,
        voter.last_name,
        voter.suffix,
        street_address=voter.street_address,
        city=voter.city,
        zip=voter.zip,
        birth_year=voter.birth_year,
        party=voter.party if with_party else "",
    )
