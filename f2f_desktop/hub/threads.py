"""From the event loop to what waits: reading in a thread, writing by the one who writes."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

from f2f_desktop.hub.hub import Hub
from f2f_desktop.hub.writer import Together

Item = TypeVar("Item")
Result = TypeVar("Result")


async def in_thread(hub: Hub, work: Callable[[], Result]) -> Result:
    """Runs what waits for a database or a processor off the event loop."""
    return await asyncio.get_running_loop().run_in_executor(hub.pool, work)


async def read(hub: Hub, work: Callable[[Connection], Result]) -> Result:
    """Reads from the database, in a thread."""

    def reading() -> Result:
        with hub.database.reading() as connection:
            return work(connection)

    return await in_thread(hub, reading)


async def written(hub: Hub, work: Callable[[Connection], Result]) -> Result:
    """Writes, and waits until it is committed. Raises `HubBusy`."""
    return await asyncio.wrap_future(hub.writer.submit(work))


async def written_together(hub: Hub, work: Together[Item, Result], item: Item) -> Result:
    """Writes together with all that is handed in for the same work meanwhile. Raises `HubBusy`."""
    return await asyncio.wrap_future(hub.writer.submit_to(work, item))
