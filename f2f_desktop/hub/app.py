"""The hub's operations over HTTP, put together."""

import traceback
from typing import Any

import msgspec
from litestar import Litestar, Request, Response
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.openapi.config import OpenAPIConfig
from litestar.serialization import decode_json

from f2f_desktop import __version__
from f2f_desktop.errors import KnownError
from f2f_desktop.hub import content_routes, event_routes, people_routes, public_routes, result_routes
from f2f_desktop.hub.faults import RETRY_AFTER, Unreadable, headers_of, problem_of, wait_of
from f2f_desktop.hub.gate import Gate
from f2f_desktop.hub.hub import Hub
from f2f_desktop.hub.records import Recorder, Records
from f2f_desktop.hub.throttle import Limits
from f2f_desktop.hub.visits import provide_visit
from f2f_desktop.protocol.api import LARGEST_REQUEST, Problem, ProblemCode

_CODES = {
    404: ProblemCode.NOT_FOUND,
    405: ProblemCode.NOT_FOUND,
    413: ProblemCode.TOO_LARGE,
    429: ProblemCode.TOO_MANY,
}


_TITLES = {
    ProblemCode.NOT_FOUND: "There is nothing here.",
    ProblemCode.TOO_LARGE: "The request is too large.",
    ProblemCode.TOO_MANY: "Too many requests.",
    ProblemCode.UNREADABLE: "The request cannot be read.",
}


def make_app(hub: Hub) -> Litestar:
    """The hub as an ASGI application."""
    records = Records(hub)
    limits = Limits()

    def gate(app: object) -> Gate:
        return Gate(app, hub, limits)  # type: ignore[arg-type]

    def recorder(app: object) -> Recorder:
        return Recorder(app, records)  # type: ignore[arg-type]

    def http(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
        assert isinstance(error, HTTPException)
        return records.broken(request, error) if error.status_code >= 500 else _http(error)

    def broken(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
        if isinstance(error, RecursionError | UnicodeDecodeError) and _was_decoding(error):
            return _answer(problem_of(Unreadable("The request's content is no JSON that can be read.")))
        return records.broken(request, error)

    return Litestar(
        route_handlers=[
            *public_routes.HANDLERS,
            *people_routes.HANDLERS,
            *event_routes.HANDLERS,
            *content_routes.HANDLERS,
            *result_routes.HANDLERS,
        ],
        middleware=[recorder, gate],
        dependencies={
            "hub": Provide(lambda: hub, sync_to_thread=False),
            "records": Provide(lambda: records, sync_to_thread=False),
            "visit": Provide(provide_visit, sync_to_thread=False),
        },
        exception_handlers={
            KnownError: _known,
            HTTPException: http,
            Exception: broken,
        },
        openapi_config=OpenAPIConfig(
            title="F2F Desktop hub", version=__version__, use_handler_docstrings=True, render_plugins=()
        ),
        request_max_body_size=LARGEST_REQUEST,
        debug=False,
        logging_config=None,
    )


def _was_decoding(error: Exception) -> bool:
    """Whether the fault was met in a request's content: Litestar expects of JSON neither depth nor bad UTF-8."""
    return traceback.extract_tb(error.__traceback__)[-1].name == decode_json.__name__


def _known(_: Request, error: Exception) -> Response[bytes]:  # type: ignore[type-arg]
    assert isinstance(error, KnownError)
    return _answer(problem_of(error), wait_of(error))


def _http(error: HTTPException) -> Response[bytes]:
    code = _CODES.get(error.status_code, ProblemCode.UNREADABLE)
    return _answer(Problem(error.status_code, code, _TITLES[code], error.detail))


def _answer(problem: Problem, wait: int = RETRY_AFTER) -> Response[bytes]:
    body = msgspec.json.encode(problem)
    headers = {name.decode(): value.decode() for name, value in headers_of(problem, len(body), wait)}
    media = headers.pop("content-type")
    headers.pop("content-length")
    return Response(body, status_code=problem.status, headers=headers, media_type=media)
