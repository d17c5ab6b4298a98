"""The campaign's opt-out list as organizers see it: how long it is, and how its entries came on it."""

from sqlalchemy import Connection, func, select

from f2f_desktop.campaign.ids import CampaignId, Milliseconds
from f2f_desktop.hub.tables import devices, events, opt_outs, voids
from f2f_desktop.protocol.api import OptOutList, OptOutRow

MOST_ROWS = 1_000


def opt_out_list(connection: Connection, campaign: CampaignId) -> OptOutList:
    """What is on the list and was not undone. No hash leaves the hub this way."""
    undone = select(voids.c.voided).where(
        voids.c.campaign_id == campaign,
        voids.c.voided == opt_outs.c.event_id,
        voids.c.device_id == opt_outs.c.device_id,
    )
    in_force = (opt_outs.c.campaign_id == campaign) & ~undone.exists()
    points = connection.scalar(select(func.count(opt_outs.c.point_hash.distinct())).where(in_force)) or 0
    grouped = (
        select(
            opt_outs.c.event_id,
            opt_outs.c.device_id,
            opt_outs.c.position,
            opt_outs.c.source,
            func.count().label("points"),
        )
        .where(in_force)
        .group_by(opt_outs.c.event_id, opt_outs.c.device_id, opt_outs.c.position, opt_outs.c.source)
        .order_by(opt_outs.c.position.desc())
        .limit(MOST_ROWS)
        .subquery()
    )
    rows = connection.execute(
        select(grouped, events.c.at, devices.c.name)
        .join(events, (events.c.campaign_id == campaign) & (events.c.id == grouped.c.event_id))
        .outerjoin(devices, devices.c.id == grouped.c.device_id)
        .order_by(grouped.c.position.desc())
    )
    return OptOutList(
        points,
        tuple(
            OptOutRow(row.event_id, Milliseconds(row.at), row.device_id, row.name or "", row.source, row.points)
            for row in rows
        ),
    )
