"""What anybody may ask a hub: whether it is well, who it is, what it can do."""

import time
from typing import Annotated, Any

from litestar import Litestar, Request, Response, get, post
from litestar.exceptions import ValidationException
from litestar.params import Body
from sqlalchemy import select

from f2f_desktop.hub.access import OPTION, Access
from f2f_desktop.hub.enrolment import open_proof_keys
from f2f_desktop.hub.hub import Hub
from f2f_desktop.hub.records import Records
from f2f_desktop.hub.tables import identity
from f2f_desktop.hub.threads import in_thread, read
from f2f_desktop.protocol.api import Hello, HelloRequest
from f2f_desktop.protocol.join_codes import proof

PUBLIC = {OPTION: Access.PUBLIC}


@get("/health", opt=PUBLIC, operation_id="health")
async def health(hub: Hub) -> dict[str, str]:
    """Says that the hub runs and reaches its database."""
    await read(hub, lambda connection: connection.scalar(select(identity.c.only)))
    return {"status": "ok"}


@get("/metrics", opt=PUBLIC, operation_id="metrics", media_type="text/plain; version=0.0.4")
async def metrics(records: Records) -> Response[bytes]:
    """Counters in Prometheus's text format."""
    return Response(records.text(), media_type="text/plain; version=0.0.4; charset=utf-8")


@get("/openapi.json", opt=PUBLIC, operation_id="openapi", sync_to_thread=False)
def openapi(request: Request[Any, Any, Any]) -> dict[str, Any]:
    """This description."""
    app: Litestar = request.app
    return app.openapi_schema.to_schema()


@post("/v1/hello", opt=PUBLIC, operation_id="hello", status_code=200)
async def hello(
    data: Annotated[HelloRequest, Body(description="A random nonce, 16 to 64 bytes.")], hub: Hub
) -> Hello:
    """Says who the hub is, and shows for each open join code that it knows it."""
    if not 16 <= len(data.nonce) <= 64:
        raise ValidationException("A nonce has 16 to 64 bytes.")
    keys = await read(hub, open_proof_keys)
    who = hub.identity

    def proofs() -> tuple[bytes, ...]:
        return tuple(proof(key, data.nonce, who.key, who.sealing_key, hub.certificate) for key in keys)

    return Hello(who, time.time(), await in_thread(hub, proofs))


HANDLERS = [health, metrics, openapi, hello]
