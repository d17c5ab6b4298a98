"""What no hub would take: told with the contact's name, and with a way out of it."""

import msgspec

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ActionId, ContactId, Milliseconds
from f2f_desktop.events.envelope import EventUnreadable, read_event
from f2f_desktop.events.facts import ContactReference, Fact, ReportCorrected, ReportFiled, UnknownFact
from f2f_desktop.vault import cards, conversations, outbox
from f2f_desktop.vault.content import content
from f2f_desktop.vault.outbox import DeadLetterHere
from f2f_desktop.vault.vault import Transaction, Vault
from f2f_desktop.volunteer.suggestions import display_name


class Letter(msgspec.Struct, frozen=True):
    """An event that a hub would not take."""

    event_id: str
    type: str
    """The tag of its fact: `report.filed`."""
    at: Milliseconds
    code: str
    """Why it was not taken (see `protocol.api.RejectCode`)."""
    text: str
    """The hub's own words about it, in English; may be empty."""
    action_id: ActionId | None = None
    action: str = ""
    """The action's title, if the campaign still has it."""
    contact_id: ContactId | None = None
    contact: str = ""
    """The contact's name on this laptop."""
    channel: Channel | None = None
    superseded: bool = False
    """The volunteer has corrected this report since, or taken it back: nothing is lost without it."""

    @property
    def editable(self) -> bool:
        """Whether its conversation can be opened and its report corrected."""
        return self.type.startswith("report.") and bool(self.contact) and bool(self.action)


class Attention:
    """The letters that an open vault could not deliver."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def letters(self) -> list[Letter]:
        """All that nobody has discarded, in the order in which it was recorded."""
        with self._vault.transaction() as connection:
            campaign = content(connection)
            titles = {action.id: action.title for action in campaign.actions} if campaign else {}
            return [_letter(connection, dead, titles) for dead in outbox.dead(connection)]

    def send_again(self, event_ids: list[str]) -> None:
        """Lets events be sent once more, with the next round."""
        with self._vault.transaction() as connection:
            for event_id in event_ids:
                outbox.revive(connection, event_id)

    def discard(self, event_ids: list[str]) -> None:
        """Shows them no longer; the journal keeps them."""
        with self._vault.transaction() as connection:
            for event_id in event_ids:
                outbox.discard(connection, event_id)

    def undo_discard(self, event_ids: list[str]) -> None:
        """Shows them again."""
        with self._vault.transaction() as connection:
            for event_id in event_ids:
                outbox.keep_discarded(connection, event_id)


def _letter(connection: Transaction, dead: DeadLetterHere, titles: dict[ActionId, str]) -> Letter:
    common = (dead.event_id, dead.type, dead.recorded_at, dead.code, dead.text)
    try:
        fact: Fact | UnknownFact = read_event(dead.body).fact
    except EventUnreadable:
        return Letter(*common)
    action_id: ActionId | None = getattr(fact, "action", None)
    reference: ContactReference | None = getattr(fact, "contact", None)
    person = None if reference is None else cards.contact(connection, reference.id)
    superseded = False
    if isinstance(fact, ReportFiled | ReportCorrected):
        own_ids = cards.own_ids_of(connection, person.id) if person else [fact.contact.id]
        in_force = conversations.reports_of(connection, fact.action, own_ids)
        superseded = all(report.event_id != dead.event_id for report in in_force)
    return Letter(
        *common,
        action_id=action_id,
        action=titles.get(action_id, "") if action_id else "",
        contact_id=person.id if person else None,
        contact=display_name(person.contact) if person else "",
        channel=getattr(fact, "channel", None),
        superseded=superseded,
    )
