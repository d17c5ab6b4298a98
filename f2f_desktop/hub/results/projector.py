"""Keeps the projections up to date: events in the order of their positions, a few hundred to a transaction.

It works behind the intake, so that no laptop waits for figures. How far it is, is a row of the database: it goes on
after a crash, from any replica, and makes everything anew where the projections were emptied. An event counts once,
since the position moves in the transaction that counts it.
"""

import logging
import threading

from sqlalchemy import Connection, bindparam, delete, func, select, update

from f2f_desktop.events.envelope import read_event
from f2f_desktop.events.facts import ActionCompleted, ActionSeen, ActionStarted, SuggestionsCounted, Voided
from f2f_desktop.hub.database import HubDatabaseUnusable
from f2f_desktop.hub.facts import Placed, countable, insert_new, project
from f2f_desktop.hub.results.conversing import Key, keys_of, keys_of_events, refresh
from f2f_desktop.hub.results.progressing import ProgressKey, refresh_progress
from f2f_desktop.hub.tables import PROJECTIONS, campaigns, events, progress, projected, streams
from f2f_desktop.hub.writer import HubBusy, Writer

log = logging.getLogger("f2f_desktop.hub")

AT_ONCE = 400
"""Events in one transaction: a push waits no longer than that takes."""

LOOK_EVERY = 2.0
"""Seconds after which it looks for what other replicas have taken in."""


class Projector:
    """The thread that keeps one hub process's projections up to date."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._woken = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="hub-projector", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """There is something new."""
        self._woken.set()

    def close(self) -> None:
        """Stops after the transaction that it is in; the rest is done at the next start."""
        self._closing.set()
        self._woken.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._closing.is_set():
            self._woken.wait(LOOK_EVERY)
            self._woken.clear()
            try:
                while self._writer.submit(advance).result():
                    if self._closing.is_set():
                        return
            except (HubBusy, HubDatabaseUnusable):
                # The database is away, or the hub is busy or closing: the next look goes on from where it was.
                self._woken.wait(LOOK_EVERY)
            except Exception:  # noqa: BLE001 - one event must not keep all later ones out of the figures
                self._step_over()

    def _step_over(self) -> None:
        """Goes on one by one, over what cannot be projected; it stays among the events, for a later version."""
        try:
            self._writer.submit(lambda connection: advance(connection, 1)).result()
        except (HubBusy, HubDatabaseUnusable):
            self._woken.wait(LOOK_EVERY)
        except Exception as error:  # noqa: BLE001 - see `_work`
            log.error('{"fault": "%s", "in": "projector"}', type(error).__name__)  # noqa: TRY400 - no content
            self._skip()
        self._woken.set()

    def _skip(self) -> None:
        try:
            self._writer.submit(skip).result()
        except (HubBusy, HubDatabaseUnusable):
            self._woken.wait(LOOK_EVERY)  # it is met again, and skipped then


def advance(connection: Connection, most: int = AT_ONCE) -> int:
    """Takes the next events into the projections; gives how many they were, 0: all are in."""
    for campaign, newest in connection.execute(select(campaigns.c.id, campaigns.c.position)).all():
        done = _position(connection, campaign)
        if done < newest:
            return _advance(connection, campaign, most)
    return 0


def skip(connection: Connection) -> None:
    """Leaves the next event out of the projections."""
    for campaign, newest in connection.execute(select(campaigns.c.id, campaigns.c.position)).all():
        done = _position(connection, campaign)
        if done < newest:
            insert_new(connection, projected, [{"campaign_id": campaign, "position": 0}])
            connection.execute(
                update(projected).where(projected.c.campaign_id == campaign).values(position=done + 1)
            )
            return


def behind(connection: Connection, campaign: str) -> int:
    """How many events are in no projection yet."""
    newest = connection.scalar(select(campaigns.c.position).where(campaigns.c.id == campaign)) or 0
    return int(newest) - _position(connection, campaign)


def start_anew(connection: Connection) -> None:
    """Empties the projections; `advance` makes them anew."""
    for table in PROJECTIONS:
        connection.execute(delete(table))


_DONE = select(projected.c.position).where(projected.c.campaign_id == bindparam("campaign"))


def _position(connection: Connection, campaign: str) -> int:
    return connection.scalar(_DONE, {"campaign": campaign}) or 0


def _advance(connection: Connection, campaign: str, most: int) -> int:
    insert_new(connection, projected, [{"campaign_id": campaign, "position": 0}])
    done: int = connection.execute(
        select(projected.c.position).where(projected.c.campaign_id == campaign).with_for_update()
    ).scalar_one()
    rows = connection.execute(
        select(events.c.position, events.c.body, streams.c.device_id)
        .join(streams, (streams.c.campaign_id == events.c.campaign_id) & (streams.c.stream == events.c.stream))
        .where(events.c.campaign_id == campaign, events.c.position > done)
        .order_by(events.c.position)
        .limit(most)
    ).all()
    if not rows:
        return 0
    placed = [Placed(campaign, row.device_id, row.position, countable(read_event(row.body))) for row in rows]
    project(connection, placed)
    voided = [each.event.fact.event for each in placed if isinstance(each.event.fact, Voided)]
    conversations: set[Key] = keys_of(placed) | keys_of_events(connection, campaign, voided)
    refresh(connection, campaign, conversations)
    refresh_progress(connection, campaign, _progress_keys(connection, campaign, placed, voided))
    connection.execute(
        update(projected).where(projected.c.campaign_id == campaign).values(position=rows[-1].position)
    )
    return len(rows)


def _progress_keys(
    connection: Connection, campaign: str, placed: list[Placed], voided: list[str]
) -> set[ProgressKey]:
    keys = {
        ProgressKey(each.event.fact.action, each.device)
        for each in placed
        if isinstance(each.event.fact, ActionSeen | ActionStarted | ActionCompleted | SuggestionsCounted)
    }
    if voided:
        keys |= {
            ProgressKey(row.action_id, row.device_id)
            for row in connection.execute(
                select(progress.c.action_id, progress.c.device_id).where(
                    progress.c.campaign_id == campaign, progress.c.event_id.in_(voided)
                )
            )
        }
    return keys


def projected_events(connection: Connection) -> int:
    """How many events the projections hold, over all campaigns."""
    return int(connection.scalar(select(func.sum(projected.c.position))) or 0)


def stored_events(connection: Connection) -> int:
    """How many events there are, over all campaigns."""
    return int(connection.scalar(select(func.sum(campaigns.c.position))) or 0)
