"""Receivers searched by the beginning of a name: their own, or that of the volunteer who wrote.

Few are found by the index and sorted; where there are many, the newest are soon met on the way through all of them.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, literal, or_, select, tuple_

from f2f_desktop.campaign.ids import ActionId, CampaignId
from f2f_desktop.hub.tables import conversations, devices
from f2f_desktop.protocol.receivers import begins

FEW = 20_000
"""Found ones up to which all are gathered and sorted. Beyond, every page is met within some ten thousand rows even
where there are ten million."""
AT_ONCE = 500
"""Devices, or receivers, in one question."""
LAST = "\U0010ffff"
"""Behind every letter, byte by byte."""


class Seeking:
    """A search in an action.

    Attributes:
        by: the volunteers' devices whose receivers are all found.
    """

    def __init__(self, connection: Connection, campaign: CampaignId, action: ActionId, begun: str) -> None:
        """`begun` is what `protocol.receivers.beginning` gave, and not empty."""
        self._connection = connection
        self._begun = begun
        table = conversations.c
        self._action = and_(table.campaign_id == campaign, table.action_id == action)
        rows = connection.execute(select(devices.c.id, devices.c.name).where(devices.c.campaign_id == campaign))
        self.by = sorted(row.id for row in rows if begins(row.name, begun))

    def condition(self) -> ColumnElement[bool]:
        """That a conversation is found. So written that no index is taken for it."""
        names = [
            self._range(column.concat(""))
            for column in (conversations.c.sought, conversations.c.sought_last, conversations.c.sought_other)
        ]
        return or_(*names, conversations.c.device_id.concat("").in_(self.by))

    def few(self) -> bool:
        """Whether so few are found that all can be gathered."""
        left = FEW
        for part in self._parts():
            some = select(literal(1)).select_from(conversations).where(self._action, part).limit(left + 1)
            left -= self._connection.scalar(select(func.count()).select_from(some.subquery())) or 0
            if left < 0:
                return False
        return True

    def newest(self, filters: Sequence[ColumnElement[bool]], most: int) -> Iterable[ColumnElement[bool]]:
        """The newest of those who are found and pass the filters, as conditions that their keys have to fulfil."""
        table = conversations.c
        found: dict[tuple[str, str], int] = {}
        for part in self._parts():
            query = select(table.device_id, table.contact_id, table.last_position).where(
                self._action, part, *filters
            )
            # Not the index of all receivers in this order: it would be walked to find these few.
            query = query.order_by((table.last_position + 0).desc()).limit(most)
            for row in self._connection.execute(query):
                found[row.device_id, row.contact_id] = row.last_position
        keys = sorted(found, key=lambda key: found[key], reverse=True)[:most]
        for start in range(0, len(keys), AT_ONCE):
            yield tuple_(table.device_id, table.contact_id).in_(keys[start : start + AT_ONCE])

    def _parts(self) -> list[ColumnElement[bool]]:
        """Conditions of which each has an index, and which together find all."""
        table = conversations.c
        names = [self._range(column) for column in (table.sought, table.sought_last, table.sought_other)]
        chunks = [self.by[start : start + AT_ONCE] for start in range(0, len(self.by), AT_ONCE)]
        return [*names, *(table.device_id.in_(chunk) for chunk in chunks)]

    def _range(self, column: Any) -> ColumnElement[bool]:
        return and_(column >= self._begun, column < self._begun + LAST)
