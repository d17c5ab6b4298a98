"""The short addresses that stand for tracked links in a message."""

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.ids import ContactId
from f2f_desktop.campaign.links import PATH, code_for
from f2f_desktop.vault import properties
from f2f_desktop.vault.hubs import main_hub
from f2f_desktop.vault.vault import Transaction


def link_values(connection: Transaction, action: Action, contact_id: ContactId, sent: int) -> dict[str, str]:
    """What the merge fields of an action's links become in the next message to a contact.

    `sent` messages went to them before. Without a hub nothing can be counted: the link itself is written then.
    """
    if not action.links:
        return {}
    hub = main_hub(connection)
    if hub is None:
        return {link.field: link.url for link in action.links}
    secret = properties.hash_key(connection)
    message = f"{action.id}/{contact_id}/{sent}"
    return {link.field: hub.address.url + PATH + code_for(link.id, secret, message) for link in action.links}
