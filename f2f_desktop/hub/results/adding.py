"""Adding to the figures: sums that are kept by what changes."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, Table, delete, select

from f2f_desktop.hub.inserting import adding, insert_rows
from f2f_desktop.hub.tables import figures, phones
from f2f_desktop.protocol.results import Figure

EVERYBODY = ""
"""The device under which the sums over all devices stand."""

BY_DEVICE = frozenset(Figure)
"""What is kept by device, too. Days, answers and scripts are shown of everybody together: by device they would be
hundreds of rows for each volunteer, which every page would have to read past."""


def add(connection: Connection, campaign: str, changes: Mapping[tuple[str, str], Mapping[str, int]]) -> None:
    """Adds to figures, and to everybody's in the same action.

    Args:
        changes: by action and device, by how much each figure changes; of `EVERYBODY`: in the sum alone.
    """
    sums: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (action, device), change in changes.items():
        for who in {device, EVERYBODY}:
            sums[action, who].update(change)
    rows = [
        {"campaign_id": campaign, "action_id": action, "device_id": who, "name": name, "value": value}
        for (action, who), change in sums.items()
        for name, value in change.items()
        if value and (who == EVERYBODY or name in BY_DEVICE)
    ]
    _add(connection, figures, ["campaign_id", "action_id", "device_id", "name"], rows)


def add_phones(connection: Connection, campaign: str, action: str, change: Mapping[str, int]) -> int:
    """Adds to the conversations per phone; gives by how much the number of different phones grows."""
    points = [point for point, value in change.items() if value]
    if not points:
        return 0
    rows = connection.execute(
        select(phones.c.point_hash, phones.c.value).where(
            phones.c.campaign_id == campaign, phones.c.action_id == action, phones.c.point_hash.in_(points)
        )
    )
    before: dict[str, int] = {row.point_hash: row.value for row in rows}
    after: dict[str, int] = {point: before.get(point, 0) + change[point] for point in points}
    _add(
        connection,
        phones,
        ["campaign_id", "action_id", "point_hash"],
        [
            {"campaign_id": campaign, "action_id": action, "point_hash": point, "value": change[point]}
            for point in points
        ],
    )
    gone = [point for point in points if after[point] <= 0]
    if gone:
        connection.execute(
            delete(phones).where(
                phones.c.campaign_id == campaign, phones.c.action_id == action, phones.c.point_hash.in_(gone)
            )
        )
    grown = sum(after[point] > 0 for point in points)
    return grown - sum(before.get(point, 0) > 0 for point in points)


def _add(connection: Connection, table: Table, key: list[str], rows: list[dict[str, object]]) -> None:
    # Always in the same order, so that no two transactions wait for each other.
    ordered = sorted(rows, key=lambda row: [str(row[name]) for name in key])
    insert_rows(connection, table, ordered, adding(table, key, "value"))
