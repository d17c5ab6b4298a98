"""The evening at a glance: the campaign, its actions and how far the volunteer is with each."""

import datetime as dt

import msgspec

from f2f_desktop.vault.extracts import InstalledExtract
from f2f_desktop.vault.journal import Waiting
from f2f_desktop.vault.vault import Vault
from f2f_desktop.volunteer.campaigns import ActionCard, Campaigns
from f2f_desktop.volunteer.importing import Importing
from f2f_desktop.volunteer.matchmaking import MatchCounts, Matchmaking
from f2f_desktop.volunteer.shift import Shift
from f2f_desktop.volunteer.suggestions import ConversationState, Suggestions

RUNS_OUT_SOON = dt.timedelta(days=3)


class ActionOverview(msgspec.Struct, frozen=True):
    """An action with what the volunteer has done in it; all numbers count contacts."""

    card: ActionCard
    reachable: int
    starred: int
    reached: int
    reported: int


class Overview(msgspec.Struct, frozen=True):
    """What the start page and the top bar show."""

    campaign: str = ""
    first_name: str = ""
    actions: tuple[ActionOverview, ...] = ()
    contacts: int = 0
    matches: MatchCounts = MatchCounts(0, 0, 0, 0)
    extract: InstalledExtract | None = None
    waiting: Waiting = Waiting(0, 0, 0)

    def extract_expired(self, today: dt.date) -> bool:
        """Whether the extract may not be used any more."""
        return self.extract is not None and today > self.extract.expires

    def extract_expires_soon(self, today: dt.date) -> bool:
        """Whether it is time to ask for a new extract."""
        return self.extract is not None and today + RUNS_OUT_SOON > self.extract.expires


class Overviews:
    """Overviews of an open vault."""

    def __init__(self, vault: Vault) -> None:
        self._campaigns = Campaigns(vault)
        self._importing = Importing(vault)
        self._matchmaking = Matchmaking(vault)
        self._shift = Shift(vault)
        self._suggestions = Suggestions(vault)

    def now(self) -> Overview:
        """How things stand."""
        campaign = self._campaigns.content() if self._campaigns.has_campaign() else None
        return Overview(
            campaign.name if campaign else "",
            self._campaigns.volunteer().first_name,
            tuple(self._action(card) for card in self._campaigns.actions()) if campaign else (),
            self._importing.count(),
            self._matchmaking.counts(),
            self._matchmaking.installed(),
            self._shift.waiting(),
        )

    def _action(self, card: ActionCard) -> ActionOverview:
        rows = self._suggestions.rows(card.action.id)
        starred = sum(row.starred for row in rows)
        if card.action.target_list is not None:
            self._suggestions.record_suggested(card.action, starred)
        begun = (ConversationState.SENT, ConversationState.ANSWERED, ConversationState.REPORTED)
        return ActionOverview(
            card,
            sum(bool(row.channels) for row in rows),
            starred,
            sum(row.state in begun for row in rows),
            sum(row.state is ConversationState.REPORTED for row in rows),
        )
