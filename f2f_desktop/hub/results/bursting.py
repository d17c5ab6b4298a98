"""Stretches in which a device says to have sent more than a person can: they are shown, and nobody is accused."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, delete, select, tuple_

from f2f_desktop.hub.tables import bursts, figures, messages
from f2f_desktop.protocol.results import Figure

MANY, WITHIN = 100, 2 * 60 * 1000
"""So many messages within so many milliseconds of the device's clock."""

Pair = tuple[str, str]
"""A device and an action."""


def refresh_bursts(
    connection: Connection,
    campaign: str,
    touched: Mapping[Pair, Sequence[int]],
    counted: ColumnElement[bool],
) -> None:
    """Looks anew at what these devices sent in these actions, once the figures are up to date.

    Args:
        touched: when messages were sent that may be new, of those that count.
        counted: which messages count.
    """
    pairs = sorted(touched)
    if not pairs:
        return
    known = _known(connection, campaign, pairs)
    sent = _sent(connection, campaign, pairs)
    for pair in pairs:
        # Whoever has sent fewer in all has no stretch; and where there was none, there is one around what is new.
        if pair not in known and (sent[pair] < MANY or not touched[pair]):
            continue
        around = None if pair in known else (min(touched[pair]) - WITHIN, max(touched[pair]) + WITHIN)
        times = _times(connection, campaign, pair, counted, around)
        found = stretches(times)
        if around is not None and found:
            found = stretches(_times(connection, campaign, pair, counted, None))
        _replace(connection, campaign, pair, found)


def _known(connection: Connection, campaign: str, pairs: Sequence[Pair]) -> set[Pair]:
    """Which of them have stretches already."""
    rows = connection.execute(
        select(bursts.c.device_id, bursts.c.action_id).where(
            bursts.c.campaign_id == campaign, tuple_(bursts.c.device_id, bursts.c.action_id).in_(pairs)
        )
    )
    return {(device, action) for device, action in rows}


def _sent(connection: Connection, campaign: str, pairs: Sequence[Pair]) -> Counter[Pair]:
    """How many messages that count they have sent."""
    sent: Counter[Pair] = Counter()
    rows = connection.execute(
        select(figures.c.device_id, figures.c.action_id, figures.c.value).where(
            figures.c.campaign_id == campaign,
            tuple_(figures.c.action_id, figures.c.device_id).in_([(action, device) for device, action in pairs]),
            figures.c.name.in_([Figure.INITIAL, Figure.RESPONSES]),
        )
    )
    for device, action, value in rows:
        sent[device, action] += value
    return sent


def _times(
    connection: Connection,
    campaign: str,
    pair: Pair,
    counted: ColumnElement[bool],
    around: tuple[int, int] | None,
) -> list[int]:
    device, action = pair
    query = select(messages.c.at).where(
        messages.c.campaign_id == campaign,
        messages.c.action_id == action,
        messages.c.device_id == device,
        counted,
    )
    if around is not None:
        query = query.where(messages.c.at.between(*around))
    return list(connection.scalars(query.order_by(messages.c.at)))


def _replace(connection: Connection, campaign: str, pair: Pair, found: Sequence[tuple[int, int, int]]) -> None:
    device, action = pair
    connection.execute(
        delete(bursts).where(
            bursts.c.campaign_id == campaign, bursts.c.device_id == device, bursts.c.action_id == action
        )
    )
    if found:
        row = {"campaign_id": campaign, "device_id": device, "action_id": action}
        connection.execute(
            bursts.insert(),
            [{**row, "first_at": first, "last_at": last, "messages": count} for first, last, count in found],
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
