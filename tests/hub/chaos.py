"""A line that misbehaves: a TCP proxy between a laptop and a hub, on a thread of its own."""

import asyncio
import contextlib
import ssl
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

PORTAL_PAGE = b"<html><body>Welcome to the venue's wifi. Please sign in.</body></html>"
PORTAL = (
    b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: %d\r\nconnection: close\r\n\r\n"
    % len(PORTAL_PAGE)
    + PORTAL_PAGE
)
REDIRECT = (
    b"HTTP/1.1 302 Found\r\nlocation: https://portal.example.org/\r\n"
    b"content-length: 0\r\nconnection: close\r\n\r\n"
)
BUSY = b"HTTP/1.1 503 Busy\r\nretry-after: 7\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


@dataclass(frozen=True)
class Mood:
    """What the line does with each connection.

    Attributes:
        up_to: bytes of the request that get through, before the line is cut; -1: all.
        down_to: bytes of the answer likewise.
        instead: this answer is given, and the hub never hears of the request.
        twice: every request is sent to the hub twice; the laptop gets the answer that comes second.
        drip: seconds between one byte and the next of the answer.
        length: added to the answer's content-length.
        lasts: seconds after which the line is cut, whatever is under way; 0: never.
        pace: bytes of answers in a second; 0: as many as there are.
    """

    up_to: int = -1
    down_to: int = -1
    instead: bytes = b""
    twice: bool = False
    drip: float = 0.0
    length: int = 0
    lasts: float = 0.0
    pace: int = 0


CLEAR = Mood()


class Chaos:
    """The proxy. Use it as a context; `mood` may change at any time, and holds for connections that begin then."""

    def __init__(self, port: int, certificate: tuple[Path, Path] | None = None) -> None:
        """Leads to a hub on this port; with a certificate and its key it shows these."""
        self.mood, self.connections, self.url = CLEAR, 0, ""
        self._lines: set[asyncio.Task[None]] = set()
        self._to, self._certificate = port, certificate

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="chaos")
        self._thread.start()
        context = None
        if self._certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*self._certificate)
        opening = asyncio.start_server(self._begin, "127.0.0.1", 0, ssl=context)
        self._server: Any = asyncio.run_coroutine_threadsafe(opening, self._loop).result(10)
        port = self._server.sockets[0].getsockname()[1]
        self.url = f"{'https' if context else 'http'}://127.0.0.1:{port}"
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _end(self) -> None:
        self._server.close()
        others = [each for each in asyncio.all_tasks() if each is not asyncio.current_task()]
        for each in others:
            each.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A task of our own: of one that asyncio begins, it tells the log that it was cancelled before its first step.
        line = asyncio.ensure_future(self._line(reader, writer))
        self._lines.add(line)
        line.add_done_callback(self._lines.discard)
        line.add_done_callback(lambda _: writer.close())

    async def _line(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mood, opened = self.mood, [writer]
        self.connections += 1
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError):
                if mood.instead:
                    await reader.read(64 * 1024)
                    writer.write(mood.instead)
                    await writer.drain()
                    return
                ends = [await asyncio.open_connection("127.0.0.1", self._to) for _ in range(1 + mood.twice)]
                opened += [each[1] for each in ends]
                up = asyncio.ensure_future(self._up(reader, [each[1] for each in ends], mood))
                down = asyncio.ensure_future(self._down(ends, writer, mood))
                await asyncio.wait({up, down}, timeout=mood.lasts or None, return_when=asyncio.FIRST_COMPLETED)
                for each in (up, down):
                    each.cancel()
                await asyncio.gather(up, down, return_exceptions=True)
        except asyncio.CancelledError:
            pass
        finally:
            for each in opened:
                each.close()

    @staticmethod
    async def _up(reader: asyncio.StreamReader, writers: list[asyncio.StreamWriter], mood: Mood) -> None:
        left = mood.up_to
        while data := await reader.read(64 * 1024):
            if left >= 0:
                data = data[:left]
                left -= len(data)
            for each in writers:
                each.write(data)
                await each.drain()
            if left == 0:
                return

    @staticmethod
    async def _down(
        ends: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]], writer: asyncio.StreamWriter, mood: Mood
    ) -> None:
        left, size = mood.down_to, 1 if mood.drip else 64 * 1024
        if mood.twice:
            await ends[0][0].read(64 * 1024)
        while data := await ends[-1][0].read(size):
            if mood.length and b"content-length: " in data:
                head, _, tail = data.partition(b"content-length: ")
                said, _, rest = tail.partition(b"\r\n")
                data = head + b"content-length: %d\r\n" % max(0, int(said) + mood.length) + rest
            if left >= 0:
                data = data[:left]
                left -= len(data)
            writer.write(data)
            await writer.drain()
            if left == 0:
                return
            if mood.drip:
                await asyncio.sleep(mood.drip)
            if mood.pace:
                await asyncio.sleep(len(data) / mood.pace)
