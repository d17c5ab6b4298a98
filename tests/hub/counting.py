"""What a hub holds, read from its database beside it."""

from collections import Counter
from pathlib import Path

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
