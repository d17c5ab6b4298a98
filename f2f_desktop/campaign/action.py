"""An action: one friend-to-friend drive."""

from enum import StrEnum

import msgspec

from f2f_desktop.campaign.filters import AutoFilters
from f2f_desktop.campaign.ids import ActionId, MediaId, TargetListId
from f2f_desktop.campaign.links import TrackedLink
from f2f_desktop.campaign.questions import ReportSettings
from f2f_desktop.campaign.scripts import InitialScripts, ResponseScript


class ActionStatus(StrEnum):
    """Where an action is in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"


class Action(msgspec.Struct, frozen=True):
    """One drive as the volunteer sees it. `version` grows with every publication; events name it."""

    id: ActionId
    version: int
    title: str
    description: str
    scripts: InitialScripts
    start_label: str = "Start"
    """The text on the start button."""
    image: MediaId | None = None
    folder: str = ""
    status: ActionStatus = ActionStatus.PUBLISHED
    target_list: TargetListId | None = None
    filters: AutoFilters = AutoFilters()
    responses: tuple[ResponseScript, ...] = ()
    report: ReportSettings = ReportSettings()
    links: tuple[TrackedLink, ...] = ()
