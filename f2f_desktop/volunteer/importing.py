"""Contacts in: address books that have been read become people in the vault; and out again.

Reading (`contacts.read`) is done elsewhere, off the vault's thread. One reading is one transaction: cancelled or
killed, it leaves nothing behind.
"""

from collections.abc import Sequence

from f2f_desktop.campaign.ids import ContactId
from f2f_desktop.contacts.model import Contact, Problem
from f2f_desktop.vault import cards
from f2f_desktop.vault.cards import ImportSummary, StoredCard, StoredContact
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.vault import Vault
from f2f_desktop.volunteer.suggestions import record_counts


class Importing:
    """The address books of an open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def store(self, label: str, contacts: Sequence[Contact], problems: Sequence[Problem]) -> ImportSummary:
        """Stores contacts that were read, merges people, and says what changed. `label` names the files."""
        with self._vault.transaction() as connection:
            summary = cards.store_import(connection, label, contacts, problems, now())
            record_counts(connection)
        return summary

    def undo(self, import_id: str) -> None:
        """Takes an import back: its cards go, and those that it had replaced return."""
        with self._vault.transaction() as connection:
            cards.undo_import(connection, import_id)
            record_counts(connection)

    def contacts(self) -> list[StoredContact]:
        """Every person, by name."""
        with self._vault.transaction() as connection:
            return cards.all_contacts(connection)

    def count(self) -> int:
        """How many people there are."""
        with self._vault.transaction() as connection:
            return cards.count_contacts(connection)

    def cards_of(self, contact_id: ContactId) -> list[StoredCard]:
        """The cards that a person was merged from."""
        with self._vault.transaction() as connection:
            return cards.cards_of(connection, contact_id)

    def separate(self, contact_id: ContactId) -> tuple[ContactId, ...]:
        """Takes a merged person apart; gives what `rejoin` needs to undo it."""
        with self._vault.transaction() as connection:
            own_ids = tuple(card.own_id for card in cards.cards_of(connection, contact_id))
            cards.separate(connection, contact_id)
        return own_ids

    def rejoin(self, own_ids: Sequence[ContactId]) -> None:
        """Undoes `separate`."""
        with self._vault.transaction() as connection:
            cards.rejoin(connection, own_ids)
