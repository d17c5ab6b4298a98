"""How far each volunteer is with an action."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from f2f_desktop.hub.results.adding import add
from f2f_desktop.hub.results.conversing import counts
from f2f_desktop.hub.tables import figures, known, progress
from f2f_desktop.protocol.results import Figure

_FIGURES = {"seen": Figure.SEEN, "started": Figure.STARTED, "completed": Figure.PERFORMS}


class ProgressKey(NamedTuple):
    """Whose progress, in which action."""

    action: str
    device: str


def refresh_progress(connection: Connection, campaign: str, keys: Iterable[ProgressKey]) -> None:
    """Counts anew how often an action was seen, started and finished on a device."""
    for key in sorted(keys):
        rows = connection.execute(
            select(progress.c.step, func.count())
            .where(
                progress.c.campaign_id == campaign,
                progress.c.action_id == key.action,
                progress.c.device_id == key.device,
                counts(progress),
            )
            .group_by(progress.c.step)
        )
        found = {_FIGURES[step]: count for step, count in rows}
        present = {
            row.name: row.value
            for row in connection.execute(
                select(figures.c.name, figures.c.value).where(
                    figures.c.campaign_id == campaign,
                    figures.c.action_id == key.action,
                    figures.c.device_id == key.device,
                    figures.c.name.in_([*_FIGURES.values(), Figure.SUGGESTED_KNOWN]),
                )
            )
        }
        found[Figure.SUGGESTED_KNOWN] = (
            connection.scalar(
                select(known.c.known)
                .where(
                    known.c.campaign_id == campaign,
                    known.c.action_id == key.action,
                    known.c.device_id == key.device,
                )
                .order_by(known.c.position.desc())
                .limit(1)
            )
            or 0
        )
        names = [*_FIGURES.values(), Figure.SUGGESTED_KNOWN]
        change: dict[str, int] = {name: found.get(name, 0) - present.get(name, 0) for name in names}
        add(connection, campaign, {key: change})
