"""The campaign on this laptop: its bundle, its actions, and how far the volunteer is with them."""

import msgspec

from f2f_desktop.campaign.action import Action, ActionStatus
from f2f_desktop.campaign.content import CampaignContent, Image
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.errors import KnownError
from f2f_desktop.events.facts import ActionCompleted, ActionSeen, ActionStarted
from f2f_desktop.protocol.bundle import Bundle
from f2f_desktop.vault import properties
from f2f_desktop.vault.content import campaign_key, content, install_bundle
from f2f_desktop.vault.conversations import ActionProgress, progress_of
from f2f_desktop.vault.journal import record
from f2f_desktop.vault.vault import Vault


class NoCampaign(KnownError):
    """No bundle has been installed yet."""

    def __init__(self) -> None:
        super().__init__("There is no campaign in this vault yet.", "Open the campaign file that you were given.")


class ActionClosed(KnownError):
    """The action is not in the campaign any more."""

    def __init__(self) -> None:
        super().__init__("This action has been closed by the campaign.", "Choose another action.")


class Volunteer(msgspec.Struct, frozen=True):
    """Who works here: the name that goes into scripts, the e-mail address that target lists are assigned by."""

    name: str = ""
    email: str = ""

    @property
    def first_name(self) -> str:
        """The name that scripts are signed with."""
        return self.name.split()[0] if self.name.split() else ""


class ActionCard(msgspec.Struct, frozen=True):
    """An action as the start page shows it."""

    action: Action
    image: Image | None
    progress: ActionProgress


def action_of(campaign: CampaignContent, action_id: ActionId, known: Action | None = None) -> Action:
    """One action of a campaign, or `known`, the action as it was, if the campaign has it no longer.

    Raises `ActionClosed` where it is not known either.
    """
    for action in campaign.actions:
        if action.id == action_id:
            return action
    if known is not None and known.id == action_id:
        return known
    raise ActionClosed


class Campaigns:
    """What an open vault knows of its campaign."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def install(self, bundle: Bundle) -> CampaignContent:
        """Makes a bundle this vault's campaign, or its newest version.

        Raises `CampaignKeyChanged`, `BundleOutdated`, `OtherCampaign`.
        """
        with self._vault.transaction() as connection:
            install_bundle(connection, bundle)
        return bundle.content

    def content(self) -> CampaignContent:
        """The campaign's content. Raises `NoCampaign`."""
        with self._vault.transaction() as connection:
            found = content(connection)
        if found is None:
            raise NoCampaign
        return found

    def has_campaign(self) -> bool:
        """Whether a bundle has been installed."""
        return self.key() is not None

    def key(self) -> bytes | None:
        """The public key that the campaign signs with."""
        with self._vault.transaction() as connection:
            return campaign_key(connection)

    def action(self, action_id: ActionId) -> Action:
        """One action. Raises `ActionClosed` if the campaign has it no longer."""
        return action_of(self.content(), action_id)

    def actions(self) -> list[ActionCard]:
        """The published actions in the campaign's order, with the volunteer's progress."""
        campaign = self.content()
        images = {image.id: image for image in campaign.images}
        with self._vault.transaction() as connection:
            return [
                ActionCard(
                    action,
                    images.get(action.image) if action.image else None,
                    progress_of(connection, action.id),
                )
                for action in campaign.actions
                if action.status is ActionStatus.PUBLISHED
            ]

    def see(self, action_id: ActionId) -> None:
        """Notes that the volunteer has had the action on the screen; once."""
        action = self.action(action_id)
        with self._vault.transaction() as connection:
            if progress_of(connection, action_id).seen_at is None:
                record(connection, ActionSeen(action.id, action.version))

    def start(self, action_id: ActionId) -> None:
        """Notes that the volunteer has pressed the start button; once."""
        action = self.action(action_id)
        with self._vault.transaction() as connection:
            if progress_of(connection, action_id).started_at is None:
                record(connection, ActionStarted(action.id, action.version))

    def complete(self, action_id: ActionId) -> None:
        """Notes that the volunteer has finished a round of the action."""
        action = self.action(action_id)
        with self._vault.transaction() as connection:
            record(connection, ActionCompleted(action.id, action.version))

    def volunteer(self) -> Volunteer:
        """Who works here."""
        with self._vault.transaction() as connection:
            return Volunteer(
                properties.get_text(connection, properties.VOLUNTEER_NAME),
                properties.get_text(connection, properties.VOLUNTEER_EMAIL),
            )

    def introduce(self, volunteer: Volunteer) -> None:
        """Stores who works here."""
        with self._vault.transaction() as connection:
            properties.set_text(connection, properties.VOLUNTEER_NAME, volunteer.name.strip())
            properties.set_text(connection, properties.VOLUNTEER_EMAIL, volunteer.email.strip())
