"""What a hub tells of itself: a line of JSON per request, and counters for Prometheus.

Neither holds anything personal: no name, no address of a laptop, no content, no device. An operation is named by its
pattern (`/v1/blobs/{name}/{number}`).
"""

import logging
import time
import traceback
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from f2f_desktop.hub.hub import Hub
from f2f_desktop.protocol.api import Problem, ProblemCode

log = logging.getLogger("f2f_desktop.hub")


class Records:
    """The counters of one hub process."""

    def __init__(self, hub: Hub) -> None:
        self._registry = CollectorRegistry()
        self.requests = Counter(
            "f2f_hub_requests", "Requests answered.", ["operation", "status"], registry=self._registry
        )
        self.seconds = Histogram(
            "f2f_hub_request_seconds", "Time until an answer is sent.", ["operation"], registry=self._registry
        )
        self.events = Counter(
            "f2f_hub_events", "Events by what became of them.", ["status"], registry=self._registry
        )
        waiting = Gauge("f2f_hub_writes_waiting", "Jobs that wait to be written.", registry=self._registry)
        waiting.set_function(lambda: hub.writer.waiting)
        transactions = Gauge("f2f_hub_transactions", "Transactions written so far.", registry=self._registry)
        transactions.set_function(lambda: hub.writer.transactions)

    def text(self) -> bytes:
        """Everything in Prometheus's text format."""
        return generate_latest(self._registry)

    def answered(self, operation: str, method: str, status: int, seconds: float, size: int) -> None:
        """Counts and writes down an answer."""
        name = f"{method} {operation}"
        self.requests.labels(name, str(status)).inc()
        self.seconds.labels(name).observe(seconds)
        if log.isEnabledFor(logging.INFO):
            line = {"operation": name, "status": status, "ms": round(seconds * 1000, 1), "bytes": size}
            log.info(msgspec.json.encode(line).decode())

    def broken(self, request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
        """The answer to a fault of our own; where it happened goes into the log, what it was about does not."""
        del request
        where = traceback.extract_tb(error.__traceback__)[-1]
        line = {"fault": type(error).__name__, "file": where.filename.rsplit("/", 1)[-1], "line": where.lineno}
        log.error(msgspec.json.encode(line).decode())
        problem = Problem(
            500, ProblemCode.BROKEN, "The hub met a fault of its own.", "Try again later.", time.time()
        )
        return Response(msgspec.json.encode(problem), status_code=500, media_type="application/problem+json")


class Recorder:
    """The middleware that times every request."""

    def __init__(self, app: ASGIApp, records: Records) -> None:
        self._app = app
        self._records = records

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, and notes what became of it."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        status, size = 500, 0

        async def noting(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            elif message["type"] == "http.response.body":
                size += len(message["body"])
            await send(message)

        try:
            await self._app(scope, receive, noting)
        finally:
            operation = str(scope.get("path_template") or "")
            self._records.answered(operation, scope["method"], status, time.perf_counter() - begun, size)
