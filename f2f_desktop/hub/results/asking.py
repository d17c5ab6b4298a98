"""Whom the campaign has asked: an action is sent to volunteers with the first content that has it published."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, and_, select

from f2f_desktop.campaign.action import ActionStatus
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId, CampaignId
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.facts import insert_new
from f2f_desktop.hub.tables import published_actions
from f2f_desktop.protocol.roles import Role


def note_published(connection: Connection, campaign: CampaignId, content: CampaignContent) -> None:
    """Notes which actions go out with a content; those that were closed later, or left out, were sent nevertheless."""
    at = now()
    insert_new(
        connection,
        published_actions,
        [
            {"campaign_id": campaign, "action_id": action.id, "since": at}
            for action in content.actions
            if action.status is not ActionStatus.DRAFT
        ],
    )


def actions_sent(connection: Connection, campaign: CampaignId) -> Collection[ActionId]:
    """The actions that the campaign has sent to its volunteers, at some time."""
    rows = connection.scalars(
        select(published_actions.c.action_id).where(published_actions.c.campaign_id == campaign)
    )
    return {ActionId(each) for each in rows}


def has_access(table: Any) -> Any:
    """That a row of `devices` is a volunteer's whose access is open."""
    return and_(table.c.role == Role.VOLUNTEER, table.c.revoked_at.is_(None))
