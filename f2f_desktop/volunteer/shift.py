"""The end of a shift: what still lacks a report, what still waits to be sent, and leaving the laptop clean."""

import msgspec

from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.vault.journal import Waiting, waiting
from f2f_desktop.vault.vault import Vault
from f2f_desktop.volunteer.suggestions import ContactRow, ConversationState, Suggestions


class ShiftSummary(msgspec.Struct, frozen=True):
    """What the volunteer did in an action, and what is left to do."""

    reached: int
    reported: int
    unreported: tuple[ContactRow, ...]
    waiting: Waiting


class Shift:
    """The end of a session on an open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._suggestions = Suggestions(vault)

    def waiting(self) -> Waiting:
        """How much has not reached the campaign yet."""
        with self._vault.transaction() as connection:
            return waiting(connection)

    def summary(self, action_id: ActionId) -> ShiftSummary:
        """Who was reached in an action, and which conversations have no report."""
        rows = self._suggestions.rows(action_id)
        begun = (ConversationState.SENT, ConversationState.ANSWERED)
        unreported = tuple(row for row in rows if row.state in begun)
        reported = sum(row.state is ConversationState.REPORTED for row in rows)
        return ShiftSummary(reported + len(unreported), reported, unreported, self.waiting())
