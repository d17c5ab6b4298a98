"""The opt-out list in the vault: what all have put on it, and what was put on it here by hand or by a file."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from f2f_desktop.vault.conversations import opted_out_points
from f2f_desktop.vault.tables import events, opt_out_points

ADDITION = "points.opted_out"
"""The tag of `events.facts.PointsOptedOut`."""


def all_points(connection: Connection) -> frozenset[str]:
    """Keyed hashes of everything that is on the list, as far as this laptop knows."""
    return opted_out_points(connection)


def added_here(connection: Connection) -> frozenset[str]:
    """Keyed hashes that this laptop has put on the list by hand or by a file, and not taken off again."""
    return frozenset(
        connection.scalars(
            select(opt_out_points.c.point_hash)
            .join(events, events.c.id == opt_out_points.c.event_id)
            .where(events.c.type == ADDITION)
        )
    )


def additions_with(connection: Connection, hashes: Collection[str]) -> list[tuple[str, bytes]]:
    """Id and bytes of the events by which any of these hashes were put on the list here, oldest first."""
    rows = connection.execute(
        select(events.c.id, events.c.body, events.c.position)
        .distinct()
        .join(opt_out_points, events.c.id == opt_out_points.c.event_id)
        .where(events.c.type == ADDITION, opt_out_points.c.point_hash.in_(hashes))
        .order_by(events.c.position)
    )
    return [(row.id, row.body) for row in rows]
