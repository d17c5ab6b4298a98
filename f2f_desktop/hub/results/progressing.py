"""How far each volunteer is with an action."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from f2f_desktop.hub.results.adding import EVERYBODY, add
from f2f_desktop.hub.results.conversing import counts
from f2f_desktop.hub.tables import devices, figures, known, progress
from f2f_desktop.protocol.results import Figure

OF_USERS = {Figure.SEEN: Figure.SEEN, Figure.STARTED: Figure.STARTED, Figure.COMPLETED: Figure.PERFORMS}
"""Figures that count volunteers, and the figure of which one of a volunteer's devices must have one."""

_FIGURES = {"seen": Figure.SEEN, "started": Figure.STARTED, "completed": Figure.PERFORMS}


class ProgressKey(NamedTuple):
    """Whose progress, in which action."""

    action: str
    device: str


def users_name(figure: Figure) -> str:
    """Under which name the number of volunteers stands among everybody's figures."""
    return f"users:{figure}"


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
        users = {
            users_name(figure): 1 if found.get(needed, 0) else -1
            for figure, needed in OF_USERS.items()
            if (found.get(needed, 0) > 0) != (present.get(needed, 0) > 0)
            and not _has_on_another(connection, campaign, key, needed)
        }
        change: dict[str, int] = {name: found.get(name, 0) - present.get(name, 0) for name in names}
        add(connection, campaign, {key: change, (key.action, EVERYBODY): users})


def _has_on_another(connection: Connection, campaign: str, key: ProgressKey, name: Figure) -> bool:
    """Whether another device of the same volunteer has some of a figure."""
    person = select(devices.c.person).where(devices.c.id == key.device).scalar_subquery()
    others = (
        select(figures.c.value)
        .join(devices, devices.c.id == figures.c.device_id)
        .where(
            devices.c.campaign_id == campaign,
            devices.c.person == person,
            devices.c.id != key.device,
            figures.c.campaign_id == campaign,
            figures.c.action_id == key.action,
            figures.c.name == name,
            figures.c.value > 0,
        )
    )
    return connection.execute(others.limit(1)).first() is not None
