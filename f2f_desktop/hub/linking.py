"""Tracked links: a short address leads where the campaign's signed content says, and nowhere else."""

import re

import msgspec
from sqlalchemy import Connection, delete, select

from f2f_desktop.campaign.checklist import is_web_address
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.campaign.links import link_of
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.facts import insert_new_one
from f2f_desktop.hub.results.conversing import keys_of_events, refresh
from f2f_desktop.hub.tables import clicks, link_codes, links

ROBOTS = re.compile(
    r"bot\b|bot/|crawl|spider|preview|facebookexternalhit|whatsapp|telegram|slack|discord|twitter|skype|signal|"
    r"linkedin|embedly|curl|wget|python|java/|go-http|okhttp|headless|monitor|scan|fetch|http-client|bingbot|google-",
    re.IGNORECASE,
)
"""Names by which previews, scanners and robots call themselves; whoever calls himself nothing is one, too."""


def is_person(method: str, agent: str, purpose: str) -> bool:
    """Whether a visit is a person's, as far as the request says (`purpose`: Sec-Purpose, Purpose or X-Purpose)."""
    fetched_ahead = "prefetch" in purpose.lower() or "preview" in purpose.lower()
    return method == "GET" and bool(agent) and not fetched_ahead and ROBOTS.search(agent) is None


def note_links(connection: Connection, campaign: CampaignId, core: bytes) -> None:
    """Takes over where a content's links lead. What is no longer in it still leads where it led: messages are out."""
    try:
        content = msgspec.json.decode(core, type=CampaignContent)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return
    for link in (link for action in content.actions for link in action.links):
        if link_of(link.id + "aaaaaaaa") is None or not is_web_address(link.url):
            continue
        owner = connection.scalar(select(links.c.campaign_id).where(links.c.id == link.id))
        if owner not in (None, campaign):
            continue
        connection.execute(delete(links).where(links.c.id == link.id))
        insert_new_one(connection, links, {"id": link.id, "campaign_id": campaign, "url": link.url})


def target_of(connection: Connection, code: str) -> str | None:
    """Where a short address leads; None: nowhere."""
    link = link_of(code)
    return None if link is None else connection.scalar(select(links.c.url).where(links.c.id == link))


def note_click(connection: Connection, code: str, *, person: bool) -> None:
    """Counts a visit; it is in the figures as soon as the message is known."""
    link = link_of(code)
    campaign = connection.scalar(select(links.c.campaign_id).where(links.c.id == link))
    if campaign is None:
        return
    connection.execute(clicks.insert().values(campaign_id=campaign, code=code, at=now(), person=person))
    if person:
        ids = list(connection.scalars(select(link_codes.c.event_id).where(link_codes.c.code == code)))
        refresh(connection, campaign, keys_of_events(connection, campaign, ids))
