"""Stretches in which a device says to have sent more than a person can: they are shown, and nobody is accused."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, delete, select

from f2f_desktop.hub.tables import bursts, messages

MANY, WITHIN = 100, 2 * 60 * 1000
"""So many messages within so many milliseconds of the device's clock."""


def refresh_bursts(
    connection: Connection, campaign: str, pairs: Iterable[tuple[str, str]], counted: ColumnElement[bool]
) -> None:
    """Looks anew at what these devices sent in these actions; `counted` says which messages count."""
    for device, action in sorted(pairs):
        times = list(
            connection.scalars(
                select(messages.c.at)
                .where(
                    messages.c.campaign_id == campaign,
                    messages.c.action_id == action,
                    messages.c.device_id == device,
                    counted,
                )
                .order_by(messages.c.at)
            )
        )
        connection.execute(
            delete(bursts).where(
                bursts.c.campaign_id == campaign, bursts.c.device_id == device, bursts.c.action_id == action
            )
        )
        found = stretches(times)
        if found:
            connection.execute(
                bursts.insert(),
                [
                    {
                        "campaign_id": campaign,
                        "device_id": device,
                        "action_id": action,
                        "first_at": first,
                        "last_at": last,
                        "messages": count,
                    }
                    for first, last, count in found
                ],
            )


def stretches(times: list[int], many: int = MANY, within: int = WITHIN) -> list[tuple[int, int, int]]:
    """First and last moment and number of messages of each stretch of ascending times that is too dense."""
    found: list[tuple[int, int, int]] = []
    marked = [False] * len(times)
    for end in range(many - 1, len(times)):
        if times[end] - times[end - many + 1] <= within:
            marked[end - many + 1 : end + 1] = [True] * many
    start = None
    for index, dense in enumerate([*marked, False]):
        if dense and start is None:
            start = index
        elif not dense and start is not None:
            found.append((times[start], times[index - 1], index - start))
            start = None
    return found
