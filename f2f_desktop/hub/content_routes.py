"""Content on its way down, and into the hub."""

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post, put
from litestar.params import JSONBody, PathParameter, QueryParameter
from sqlalchemy import Connection

from f2f_desktop.hub.access import OPTION
from f2f_desktop.hub.content import changes, newest_manifest, piece, publish, put_piece, state_of
from f2f_desktop.hub.holding import holder_rows, note_holder
from f2f_desktop.hub.opt_outs import opt_out_list
from f2f_desktop.hub.threads import read, written
from f2f_desktop.hub.visits import CountedWaiting, TheHub, TheVisit, caller_of, waits
from f2f_desktop.protocol.api import (
    LARGEST_BLOB,
    PIECE,
    BlobState,
    Changes,
    ExtractHolder,
    HeldExtract,
    OptOutList,
    Published,
)
from f2f_desktop.protocol.roles import Role

OCTETS = "application/octet-stream"

Name = Annotated[str, PathParameter(pattern="^[0-9a-f]{64}$", description="SHA-256 in hexadecimal.")]
Place = Annotated[int, QueryParameter(ge=0, le=1 << 53)]
Number = Annotated[int, PathParameter(ge=0, le=1 << 20)]
Size = Annotated[int, QueryParameter(ge=1, le=LARGEST_BLOB, description="Bytes of the whole file.")]


@get("/v1/changes", opt={OPTION: Role.VOLUNTEER}, operation_id="changes")
async def pulling(
    visit: TheVisit, hub: TheHub, cursor: Place = 0, note: Place = 0, waiting: CountedWaiting = None
) -> Changes:
    """What is new after a cursor: opt-outs first, then notes; and which version of the content is in force."""
    caller = caller_of(visit)
    await waits(hub, caller, waiting)

    def work(connection: Connection) -> Changes:
        return changes(connection, caller.campaign, cursor, hub.keys.epoch, caller.device, note)

    page = await read(hub, work)
    if hub.room and not cursor:
        # What the campaign's own hub had told the room's laptop belongs to no event here.
        page = msgspec.structs.replace(page, opt_outs=(*hub.room.opt_outs, *page.opt_outs))
    return page


@get("/v1/opt-outs", opt={OPTION: Role.ORGANIZER}, operation_id="optOuts")
async def listing_opt_outs(visit: TheVisit, hub: TheHub) -> OptOutList:
    """How many phones and addresses nobody may contact, and how they came on the list."""
    caller = caller_of(visit)
    return await read(hub, lambda connection: opt_out_list(connection, caller.campaign))


@get("/v1/manifest", opt={OPTION: Role.VOLUNTEER}, operation_id="manifest")
async def manifest(visit: TheVisit, hub: TheHub) -> Response[bytes]:
    """The newest manifest, as the campaign signed it."""
    caller = caller_of(visit)
    body = await read(hub, lambda connection: newest_manifest(connection, caller.campaign))
    return Response(body, media_type=OCTETS)


@put("/v1/manifest", opt={OPTION: Role.ORGANIZER}, operation_id="publish", status_code=200)
async def publishing(request: Request[Any, Any, Any], visit: TheVisit, hub: TheHub) -> Published:
    """Makes a manifest that the campaign signed its newest."""
    body, caller = await request.body(), caller_of(visit)
    without_extracts = hub.room is not None
    return await written(
        hub, lambda connection: publish(connection, caller, body, without_extracts=without_extracts)
    )


@get("/v1/blobs/{name:str}", opt={OPTION: Role.ORGANIZER}, operation_id="blobState")
async def blob_state(visit: TheVisit, hub: TheHub, name: Name, size: Size) -> BlobState:
    """Which pieces of a file the hub lacks."""
    caller = caller_of(visit)
    return await read(hub, lambda connection: state_of(connection, caller.campaign, name, size))


@get("/v1/blobs/{name:str}/{number:int}", opt={OPTION: Role.VOLUNTEER}, operation_id="piece")
async def getting_piece(
    visit: TheVisit,
    hub: TheHub,
    name: Name,
    number: Number,
    start: Annotated[int, QueryParameter(ge=0, le=PIECE)] = 0,
    length: Annotated[int, QueryParameter(ge=1, le=PIECE)] = PIECE,
) -> Response[bytes]:
    """A piece of a file: 1 MiB, the last one less; or a stretch of it, for lines that are cut often."""
    caller = caller_of(visit)
    data = await read(hub, lambda connection: piece(connection, caller.campaign, name, number))
    return Response(data[start : start + length], media_type=OCTETS)


@put("/v1/blobs/{name:str}/{number:int}", opt={OPTION: Role.ORGANIZER}, operation_id="putPiece", status_code=200)
async def putting_piece(
    request: Request[Any, Any, Any],
    visit: TheVisit,
    hub: TheHub,
    name: Name,
    number: Number,
    size: Size,
) -> BlobState:
    """Stores a piece of a file."""
    data, caller = await request.body(), caller_of(visit)
    return await written(hub, lambda connection: put_piece(connection, caller, name, size, number, data))


@post("/v1/holders", opt={OPTION: Role.VOLUNTEER}, operation_id="noteHolder", status_code=200)
async def noting_holder(data: JSONBody[HeldExtract], visit: TheVisit, hub: TheHub) -> dict[str, str]:
    """Notes which extract the device that asks has installed, however it got it."""
    caller = caller_of(visit)
    await written(hub, lambda connection: note_holder(connection, caller, data.extract))
    return {"noted": data.extract}


@get("/v1/holders", opt={OPTION: Role.ORGANIZER}, operation_id="holders")
async def listing_holders(visit: TheVisit, hub: TheHub) -> list[ExtractHolder]:
    """Which device has which extract in use, as it has said."""
    caller = caller_of(visit)
    return await read(hub, lambda connection: holder_rows(connection, caller.campaign))


HANDLERS = [
    pulling,
    listing_opt_outs,
    manifest,
    publishing,
    blob_state,
    getting_piece,
    putting_piece,
    noting_holder,
    listing_holders,
]
