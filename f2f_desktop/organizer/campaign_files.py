"""A target list put into a campaign file: which actions suggest it, and the campaign's next version, signed.

A laptop takes a new version of its campaign only from the key that signed the first one, so nobody else's is used.
"""

import secrets
from collections.abc import Sequence
from pathlib import Path

import msgspec

from f2f_desktop.campaign.action import Action, ActionStatus
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId, CampaignId, ScriptId, TargetListId
from f2f_desktop.campaign.scripts import InitialScripts, Script
from f2f_desktop.campaign.settings import CampaignSettings
from f2f_desktop.campaign.targets import TargetList
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.organizer.errors import (
    ActionUnclear,
    ActionUnknown,
    CampaignOfAnotherKey,
    CampaignTooLarge,
)
from f2f_desktop.protocol.bundle import MAX_FILE, read_bundle_file, write_bundle
from f2f_desktop.protocol.signed_file import MAX_CONTENT

FIRST_SCRIPT = "Hi {{first_name}}, it's {{volunteer_first_name}}! How are you?"
FIRST_DESCRIPTION = "Talk with the people on the list whom you know."


def read_campaign(path: Path, key: SigningKey) -> CampaignContent:
    """The campaign in a file that `key` has signed.

    Raises CampaignOfAnotherKey, and as `read_bundle_file`.
    """
    bundle = read_bundle_file(path)
    if bundle.signer != key.public.to_bytes():
        raise CampaignOfAnotherKey(path.name, bundle.fingerprint, key.public.fingerprint)
    return bundle.content


def new_campaign(list_id: TargetListId, name: str, region: str, campaign: str = "") -> CampaignContent:
    """A campaign to begin with, at version 0: one published action, with a plain script, that is to suggest a list.

    `region` is the region of phone numbers (ISO 3166-1 alpha-2); `campaign` the id that a hub has given it, if one has.
    """
    script = Script(ScriptId(f"{list_id}-text"), FIRST_SCRIPT)
    action = Action(
        ActionId(list_id), 0, name, FIRST_DESCRIPTION, InitialScripts(script), target_list=TargetListId(list_id)
    )
    campaign_id = CampaignId(campaign or secrets.token_hex(16))
    return CampaignContent(campaign_id, name, 0, CampaignSettings(region=region), (action,))


def suggesting(
    campaign: CampaignContent, list_id: TargetListId, asked: Sequence[ActionId] = ()
) -> tuple[ActionId, ...]:
    """The actions that are to suggest the list, in the campaign's order.

    Those asked for; else those that suggest a list of this id now; else the only one that is not closed. Raises
    ActionUnknown, ActionUnclear.
    """
    there = [action.id for action in campaign.actions]
    if unknown := [each for each in asked if each not in there]:
        raise ActionUnknown(unknown[0], there)
    now = [action.id for action in campaign.actions if action.target_list == list_id]
    if chosen := [each for each in there if each in asked] or now:
        return tuple(chosen)
    still_open = [action.id for action in campaign.actions if action.status is not ActionStatus.CLOSED]
    if len(still_open) != 1:
        raise ActionUnclear(still_open)
    return tuple(still_open)


def with_target_list(
    campaign: CampaignContent, target_list: TargetList, actions: Sequence[ActionId]
) -> CampaignContent:
    """The campaign's next version: the list takes the place of one of the same id, and `actions` suggest it."""
    lists = {each.id: each for each in campaign.target_lists} | {target_list.id: target_list}
    published = tuple(
        msgspec.structs.replace(action, target_list=target_list.id, version=action.version + 1)
        if action.id in actions
        else action
        for action in campaign.actions
    )
    return msgspec.structs.replace(
        campaign, version=campaign.version + 1, actions=published, target_lists=tuple(lists.values())
    )


def signed(campaign: CampaignContent, key: SigningKey, name: str) -> bytes:
    """The bytes of the campaign file called `name`. Raises CampaignTooLarge if no laptop would take it."""
    data = write_bundle(campaign, key)
    if len(data) > MAX_FILE or len(msgspec.json.encode(campaign)) > MAX_CONTENT:
        raise CampaignTooLarge(name)
    return data
