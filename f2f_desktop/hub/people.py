"""The campaign's laptops as organizers see them, by the page."""

from typing import Any

from sqlalchemy import BigInteger, Connection, case, cast, func, select

from f2f_desktop.campaign.ids import CampaignId, Milliseconds
from f2f_desktop.hub.paging import Place, by_bytes, has_words, page_of, place_text
from f2f_desktop.hub.tables import devices, streams
from f2f_desktop.protocol.api import DevicePage, DeviceRow
from f2f_desktop.protocol.listing import ROWS_IN_A_PAGE, DeviceOrder
from f2f_desktop.protocol.roles import Role

TEXTS = {DeviceOrder.ID, DeviceOrder.NAME, DeviceOrder.EMAIL}
"""What is sorted as text; everything else is a number."""


def device_page(
    connection: Connection,
    campaign: CampaignId,
    order: DeviceOrder = DeviceOrder.PRESENT,
    *,
    descending: bool = False,
    search: str = "",
    after: str = "",
    most: int = ROWS_IN_A_PAGE,
) -> DevicePage:
    """A page of the campaign's devices. Raises `NoSuchPlace` where `after` is none of the places that pages gave."""
    key = _key(connection, order, campaign)
    name, id_ = by_bytes(connection, devices.c.sought), by_bytes(connection, devices.c.id)
    query = select(devices, key.label("key")).where(
        devices.c.campaign_id == campaign, *has_words(devices.c.sought, search)
    )
    as_text = order in TEXTS
    rows = connection.execute(
        page_of(query, (key, name, id_), after, most, as_text=as_text, descending=descending)
    ).all()
    shown = rows[:most]
    counts = _events(connection, campaign, [row.id for row in shown])
    last = shown[-1] if len(rows) > most else None
    return DevicePage(
        tuple(
            DeviceRow(
                row.id,
                Role(row.role),
                row.name,
                row.email,
                Milliseconds(row.enrolled_at),
                row.last_seen,
                row.revoked_at,
                counts.get(row.id, 0),
                row.waiting,
            )
            for row in shown
        ),
        "" if last is None else place_text(Place(last.key, last.sought, last.id)),
    )


def _key(connection: Connection, order: DeviceOrder, campaign: CampaignId) -> Any:
    match order:
        case DeviceOrder.PRESENT:
            return case((devices.c.revoked_at.is_(None), 0), else_=1)
        case DeviceOrder.ID:
            return by_bytes(connection, devices.c.id)
        case DeviceOrder.NAME:
            return by_bytes(connection, devices.c.sought)
        case DeviceOrder.EMAIL:
            return by_bytes(connection, func.lower(devices.c.email))
        case DeviceOrder.ROLE:
            return case({str(role): number for number, role in enumerate(Role)}, value=devices.c.role)
        case DeviceOrder.JOINED:
            return devices.c.enrolled_at
        case DeviceOrder.LAST_SEEN:
            return func.coalesce(devices.c.last_seen, 0)
        case DeviceOrder.EVENTS:
            sums = (
                select(func.sum(streams.c.count))
                .where(streams.c.campaign_id == campaign, streams.c.device_id == devices.c.id)
                .scalar_subquery()
            )
            return cast(func.coalesce(sums, 0), BigInteger)
        case DeviceOrder.WAITING:
            return func.coalesce(devices.c.waiting, -1)
        case DeviceOrder.ACCESS_ENDED:
            return func.coalesce(devices.c.revoked_at, 0)


def _events(connection: Connection, campaign: CampaignId, ids: list[str]) -> dict[str, int]:
    """How many events have arrived from each of these."""
    rows = connection.execute(
        select(streams.c.device_id, func.sum(streams.c.count))
        .where(streams.c.campaign_id == campaign, streams.c.device_id.in_(ids))
        .group_by(streams.c.device_id)
    )
    return {device: int(count) for device, count in rows}
