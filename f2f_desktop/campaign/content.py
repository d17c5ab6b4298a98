"""Everything that a campaign sends down to a laptop, as one value."""

import msgspec

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.ids import CampaignId, MediaId
from f2f_desktop.campaign.questions import CustomField, Tag
from f2f_desktop.campaign.settings import CampaignSettings
from f2f_desktop.campaign.targets import TargetList


class Image(msgspec.Struct, frozen=True):
    """A picture of an action: PNG or JPEG bytes, at most 1 MB."""

    id: MediaId
    name: str
    data: bytes
    alternative_text: str = ""


class CampaignContent(msgspec.Struct, frozen=True):
    """A campaign at one version. A laptop never replaces a version by an older one."""

    id: CampaignId
    name: str
    version: int
    settings: CampaignSettings = CampaignSettings()
    actions: tuple[Action, ...] = ()
    tags: tuple[Tag, ...] = ()
    fields: tuple[CustomField, ...] = ()
    target_lists: tuple[TargetList, ...] = ()
    images: tuple[Image, ...] = ()
