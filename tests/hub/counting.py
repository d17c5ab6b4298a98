"""What a hub holds, read from its database beside it."""

from collections import Counter
from pathlib import Path
from typing import Self

from sqlalchemy import select

from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.results.projector import advance
from f2f_desktop.hub.settings import read_settings, where
from f2f_desktop.hub.tables import events, messages, reports


def held(folder: Path) -> tuple[Counter[str], Counter[int]]:
    """How often the hub of this folder holds each event by its id, and counts each fact by its number."""
    database = HubDatabase(where(folder, read_settings(folder)))
    try:
        with database.writing() as connection:
            while advance(connection):  # the figures may be a moment behind the events
                pass
            ids = Counter(connection.scalars(select(events.c.id)))
            numbers = Counter(
                int(contact.removeprefix("contact-"))
                for table in (messages, reports)
                for contact in connection.scalars(select(table.c.contact_id))
            )
    finally:
        database.close()
    return ids, numbers


class Watched:
    """The ids of a hub's events, looked at again and again while it runs, beside it. Use it as a context."""

    def __init__(self, folder: Path) -> None:
        self._database = HubDatabase(where(folder, read_settings(folder)))
        self._ids: set[str] = set()
        self._position = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def ids(self) -> set[str]:
        """What it holds now: of a hub that was not put back, what it held before and what came since."""
        with self._database.reading() as connection:
            rows = connection.execute(
                select(events.c.position, events.c.id).where(events.c.position > self._position)
            ).all()
        self._position = max([self._position, *(row.position for row in rows)])
        self._ids.update(row.id for row in rows)
        return self._ids
