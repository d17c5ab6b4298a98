"""Taking a batch out of the figures, and putting it back: the events stay."""

import secrets

from sqlalchemy import Connection, delete, select, update

from f2f_desktop.campaign.ids import ActionId, CampaignId, Milliseconds
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.enrolment import Caller, NotThere, write_audit
from f2f_desktop.hub.facts import insert_new
from f2f_desktop.hub.results.conversing import keys_of_events, refresh
from f2f_desktop.hub.tables import batches, devices, messages, reports, withdrawals
from f2f_desktop.protocol.results import BatchRow, Withdrawal


def withdraw(connection: Connection, caller: Caller, wanted: Withdrawal) -> BatchRow:
    """Takes a device's messages and reports in an action, between two moments of its clock, out of the figures.

    Raises `NotThere` where there are none.
    """
    ids: list[str] = []
    for table in (messages, reports):
        ids += connection.scalars(
            select(table.c.event_id).where(
                table.c.campaign_id == caller.campaign,
                table.c.action_id == wanted.action,
                table.c.device_id == wanted.device,
                table.c.at >= wanted.first_at,
                table.c.at <= wanted.last_at,
            )
        )
    if not ids:
        raise NotThere
    batch = secrets.token_hex(8)
    connection.execute(
        batches.insert().values(
            id=batch,
            campaign_id=caller.campaign,
            device_id=wanted.device,
            action_id=wanted.action,
            first_at=wanted.first_at,
            last_at=wanted.last_at,
            reason=wanted.reason[:500].replace("\x00", ""),
            events=len(ids),
            made_at=now(),
            made_by=caller.device,
        )
    )
    insert_new(
        connection,
        withdrawals,
        [{"campaign_id": caller.campaign, "event_id": event, "batch_id": batch} for event in ids],
    )
    refresh(connection, caller.campaign, keys_of_events(connection, caller.campaign, ids))
    write_audit(connection, caller.campaign, caller.device, "results.withdrawn", f"{batch}: {len(ids)} events")
    return _rows(connection, caller.campaign, batch)[0]


def put_back(connection: Connection, caller: Caller, batch: str) -> BatchRow:
    """Counts a batch again. Raises `NotThere`."""
    changed = connection.execute(
        update(batches)
        .where(batches.c.id == batch, batches.c.campaign_id == caller.campaign, batches.c.undone_at.is_(None))
        .values(undone_at=now())
    )
    if not changed.rowcount:
        raise NotThere
    ids = list(
        connection.scalars(
            select(withdrawals.c.event_id).where(
                withdrawals.c.campaign_id == caller.campaign, withdrawals.c.batch_id == batch
            )
        )
    )
    connection.execute(
        delete(withdrawals).where(withdrawals.c.campaign_id == caller.campaign, withdrawals.c.batch_id == batch)
    )
    refresh(connection, caller.campaign, keys_of_events(connection, caller.campaign, ids))
    write_audit(connection, caller.campaign, caller.device, "results.put_back", batch)
    return _rows(connection, caller.campaign, batch)[0]


def all_batches(connection: Connection, campaign: CampaignId) -> list[BatchRow]:
    """What was taken out, the newest first."""
    return _rows(connection, campaign)


def _rows(connection: Connection, campaign: CampaignId, only: str = "") -> list[BatchRow]:
    query = (
        select(batches, devices.c.name)
        .outerjoin(devices, devices.c.id == batches.c.device_id)
        .where(batches.c.campaign_id == campaign)
        .order_by(batches.c.made_at.desc(), batches.c.id)
    )
    if only:
        query = query.where(batches.c.id == only)
    return [
        BatchRow(
            row.id,
            row.device_id,
            row.name or "",
            row.reason,
            row.events,
            Milliseconds(row.made_at),
            row.undone_at,
            ActionId(row.action_id),
            Milliseconds(row.first_at),
            Milliseconds(row.last_at),
        )
        for row in connection.execute(query)
    ]
