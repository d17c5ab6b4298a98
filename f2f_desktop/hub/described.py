"""The hub's description as OpenAPI: what Litestar derives from the operations, and what all of them have in common."""

from typing import Any

import msgspec
from litestar import Litestar

from f2f_desktop.hub.access import OPTION, Access
from f2f_desktop.protocol.api import Problem

REFUSALS = {
    "400": "The request cannot be read.",
    "404": "There is nothing by this name.",
    "405": "The operation is another one.",
    "408": "The request took too long to arrive.",
    "413": "The request is too large.",
    "429": "Too many requests, or too many wrong guesses; Retry-After says when to come back.",
    "500": "A fault of the hub's own.",
    "503": "The hub or its database has too much to do; Retry-After says when to come back.",
}
SIGNED_REFUSALS = {
    "401": "Not signed, by nobody known, or at a time too far from the hub's clock, which `now` tells.",
    "403": "The device's access was ended, its role does not reach that far, or the invite is not good.",
    "409": "The same request was received before, or what it brings does not fit what the hub has.",
}
BYTES = ("packet", "publish", "putPiece")
"""Operations whose content is bytes as they are."""

_SIGNATURE = """HTTP Message Signatures (RFC 9421), ed25519, label and tag `f2f`, over @method, @path, @query, f2f-hub
(the hub's public key in base64url) and content-digest (RFC 9530); `keyid` is the device's public key in base64url,
`created` lies within five minutes of the hub's clock, `nonce` is used once. Answers are signed by the hub's key over
@status, content-digest and the request's signature."""


def described(app: Litestar) -> bytes:
    """The description, as JSON."""
    made: dict[str, Any] = app.openapi_schema.to_schema()
    (problem,), schemas = msgspec.json.schema_components([Problem], ref_template="#/components/schemas/{name}")
    components = made.setdefault("components", {})
    components.setdefault("schemas", {}).update(schemas)
    components["securitySchemes"] = {
        "signature": {"type": "apiKey", "in": "header", "name": "signature", "description": _SIGNATURE}
    }
    options = {
        handler.operation_id: handler.opt.get(OPTION)
        for route in app.routes
        for handler in getattr(route, "route_handlers", ())
        if isinstance(getattr(handler, "operation_id", None), str)
    }
    for operation in (each for path in made["paths"].values() for each in path.values()):
        name = operation["operationId"]
        signed = options.get(name, Access.PUBLIC) is not Access.PUBLIC
        operation["security"] = [{"signature": []}] if signed else []
        for status, text in (REFUSALS | (SIGNED_REFUSALS if signed else {})).items():
            content = {"application/problem+json": {"schema": problem}}
            operation["responses"][status] = {"description": text, "content": content}
        if name in BYTES:
            octets = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
            operation["requestBody"] = {"required": True, "content": octets}
    return msgspec.json.encode(made)
