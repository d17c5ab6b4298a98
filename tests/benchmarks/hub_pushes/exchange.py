"""One connection to a hub that is kept open: as little of HTTP as a load needs, for the sake of its speed."""

import asyncio
from dataclasses import dataclass

from f2f_desktop.sync.hub_client import CONNECT_SECONDS, READ_SECONDS


@dataclass(frozen=True)
class Reply:
    """A hub's answer."""

    status: int
    retry_after: float
    body: bytes


class Connection:
    """A connection, opened when it is first needed, and anew after the hub has closed it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def send(self, data: bytes) -> Reply:
        """Sends a request and gives the answer.

        Raises `OSError`, `TimeoutError` or `asyncio.IncompleteReadError` where there is none; a laptop's patience.
        """
        try:
            if self._streams is None:
                opening = asyncio.open_connection("127.0.0.1", self._port)
                self._streams = await asyncio.wait_for(opening, CONNECT_SECONDS)
            reader, writer = self._streams
            writer.write(data)
            return await asyncio.wait_for(self._reply(reader), READ_SECONDS)
        except BaseException:
            self.close()
            raise

    async def _reply(self, reader: asyncio.StreamReader) -> Reply:
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").lower().split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines if line)
        body = await reader.readexactly(int(headers["content-length"]))
        if headers.get("connection") == "close":
            self.close()
        return Reply(int(first.split()[1]), float(headers.get("retry-after", 0)), body)

    def close(self) -> None:
        """Ends it."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None
