"""What anybody may ask a hub: whether it is well, who it is, what it can do."""

import time
from contextlib import suppress
from typing import Annotated, Any

from litestar import HttpMethod, Litestar, Request, Response, get, post, route
from litestar.exceptions import NotFoundException, ValidationException
from litestar.params import JSONBody, PathParameter
from sqlalchemy import select

from f2f_desktop.errors import KnownError
from f2f_desktop.hub.access import OPTION, Access
from f2f_desktop.hub.described import described
from f2f_desktop.hub.enrolment import open_proof_keys
from f2f_desktop.hub.linking import is_person, note_click, target_of
from f2f_desktop.hub.tables import identity
from f2f_desktop.hub.threads import in_thread, read
from f2f_desktop.hub.visits import TheHub, TheRecords
from f2f_desktop.protocol.api import Hello, HelloRequest
from f2f_desktop.protocol.join_codes import proof

Code = Annotated[str, PathParameter(max_length=64)]

PUBLIC = {OPTION: Access.PUBLIC}


@get("/health", opt=PUBLIC, operation_id="health")
async def health(hub: TheHub) -> dict[str, str]:
    """Says that the hub runs and reaches its database."""
    await read(hub, lambda connection: connection.scalar(select(identity.c.only)))
    return {"status": "ok"}


@get("/metrics", opt=PUBLIC, operation_id="metrics", media_type="text/plain; version=0.0.4")
async def metrics(records: TheRecords) -> Response[bytes]:
    """Counters in Prometheus's text format."""
    return Response(records.text(), media_type="text/plain; version=0.0.4; charset=utf-8")


@get("/openapi.json", opt=PUBLIC, operation_id="openapi", sync_to_thread=False)
def openapi(request: Request[Any, Any, Any]) -> Response[bytes]:
    """This description."""
    app: Litestar = request.app
    if "description" not in app.state:
        app.state["description"] = described(app)
    return Response(app.state["description"], media_type="application/json")


@post("/v1/hello", opt=PUBLIC, operation_id="hello", status_code=200)
async def hello(data: JSONBody[HelloRequest], hub: TheHub) -> Hello:
    """Says who the hub is, and shows for each open join code that it knows it."""
    if not 16 <= len(data.nonce) <= 64:
        raise ValidationException("A nonce has 16 to 64 bytes.")
    keys = await read(hub, open_proof_keys)
    who = hub.identity

    def proofs() -> tuple[bytes, ...]:
        return tuple(proof(key, data.nonce, who.key, who.sealing_key, hub.certificate) for key in keys)

    return Hello(who, time.time(), await in_thread(hub, proofs))


@route(
    "/l/{code:str}",
    http_method=[HttpMethod.GET, HttpMethod.HEAD],
    opt=PUBLIC,
    operation_id=lambda _, method, __: "followLink" if method == "GET" else "checkLink",
    status_code=302,
)
async def follow_link(code: Code, request: Request[Any, Any, Any], hub: TheHub) -> Response[None]:
    """Leads from a message's short address to where the campaign's signed content says."""
    url = await read(hub, lambda connection: target_of(connection, code))
    if url is None:
        raise NotFoundException
    headers = request.headers
    purpose = " ".join(headers.get(name, "") for name in ("sec-purpose", "purpose", "x-purpose", "x-moz"))
    person = is_person(request.method, headers.get("user-agent", ""), purpose)
    # Counting must not keep anybody from where the link leads.
    with suppress(KnownError):
        hub.writer.submit(lambda connection: note_click(connection, code, person=person))
    return Response(
        None,
        status_code=302,
        headers={"location": url, "cache-control": "no-store", "referrer-policy": "no-referrer"},
    )


HANDLERS = [follow_link, health, metrics, openapi, hello]
