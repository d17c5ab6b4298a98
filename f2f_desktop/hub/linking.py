"""Tracked links: a short address leads where the campaign's signed content says, and nowhere else."""

import re

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from f2f_desktop.campaign.checklist import is_web_address
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.campaign.links import link_of
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.facts import insert_new_one
from f2f_desktop.hub.results.conversing import LONGEST_OFFLINE, keys_of_events, refresh
from f2f_desktop.hub.tables import link_codes, link_visits, links

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


MOST_UNKNOWN = 20_000
"""Short addresses of a campaign whose visits are kept although no message with them has arrived yet. Whoever makes
addresses up gets no further; of more, those that were visited last are kept."""

UNKNOWN_LIFE = LONGEST_OFFLINE
"""Milliseconds after which such a visit is forgotten: no laptop is away for longer."""

CLEARS_UP_AT = ("a", "b")
"""How the drawn part of an address ends whose first visit clears up: about one in 16."""


def note_links(connection: Connection, campaign: CampaignId, content: CampaignContent) -> None:
    """Takes over where a content's links lead. What is no longer in it still leads where it led: messages are out."""
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
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(link_visits).values(
        campaign_id=campaign, code=code, person=person, count=1, last_at=now()
    )
    count = connection.scalar(
        statement.on_conflict_do_update(
            index_elements=["code", "person"],
            set_={"count": link_visits.c.count + 1, "last_at": statement.excluded.last_at},
        ).returning(link_visits.c.count)
    )
    ids = list(connection.scalars(select(link_codes.c.event_id).where(link_codes.c.code == code)))
    if ids and person:
        refresh(connection, campaign, keys_of_events(connection, campaign, ids))
    if not ids and count == 1 and code.endswith(CLEARS_UP_AT):
        forget_unknown(connection, campaign)


def forget_unknown(connection: Connection, campaign: str) -> None:
    """Forgets visits of addresses that no message has had for long, and of too many such addresses the oldest."""
    visits = link_visits.c
    has_message = select(link_codes.c.code).where(link_codes.c.code == visits.code).exists()
    unknown = visits.campaign_id == campaign, ~has_message
    connection.execute(delete(link_visits).where(*unknown, visits.last_at < now() - UNKNOWN_LIFE))
    newest_first = select(visits.code).where(*unknown).order_by(visits.last_at.desc(), visits.code)
    surplus = newest_first.offset(MOST_UNKNOWN).limit(SURPLUS_AT_ONCE)
    connection.execute(delete(link_visits).where(visits.campaign_id == campaign, visits.code.in_(surplus)))


SURPLUS_AT_ONCE = 5_000
