"""Events on their way up, and what the hub holds of them."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated, Any

import msgspec
from litestar import Request, get, post
from litestar.params import JSONBody, PathParameter, QueryParameter
from sqlalchemy import Connection, select

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.errors import KnownError
from f2f_desktop.hub.access import OPTION, WRITES_NONCE
from f2f_desktop.hub.checking import checked
from f2f_desktop.hub.faults import TooLarge
from f2f_desktop.hub.forwarding import check_stream, forwarded_part, joined, parts_of, take_forwarded, take_part
from f2f_desktop.hub.gate import Visit, note_visits
from f2f_desktop.hub.hub import HubKeys
from f2f_desktop.hub.intake import Push, held, receipt_of, stored_events, take_in_all
from f2f_desktop.hub.tables import dead_letters
from f2f_desktop.hub.threads import in_thread, read, written, written_together
from f2f_desktop.hub.visits import CountedWaiting, TheHub, TheRecords, TheVisit, caller_of, waits
from f2f_desktop.protocol.api import (
    MOST_EVENTS,
    DeadLetter,
    ForwardedEvents,
    HeldEvent,
    PacketAnswer,
    PushAnswer,
    PushRequest,
    RejectCode,
    StoredEvent,
)
from f2f_desktop.protocol.receipts import SignedReceipt
from f2f_desktop.protocol.roles import Role

Stream = Annotated[str, PathParameter(min_length=1, max_length=64)]
After = Annotated[int, QueryParameter(ge=0, le=1 << 53)]

DEAD_LETTERS_IN_A_PAGE = 500
LARGEST_UNPACKED = 64 * 1024 * 1024
"""Bytes of a packet that comes over the network, unpacked."""

BYTES_IN_A_PAGE = 4 * 1024 * 1024


class Arrived(msgspec.Struct, frozen=True):
    """A push that has passed the gate, and the keys of the hub that answers it."""

    visit: Visit
    push: Push
    keys: HubKeys


def take_pushes(connection: Connection, arrived: Sequence[Arrived]) -> list[PushAnswer | KnownError]:
    """Takes pushes in together, each once: what was seen before is `Replayed`, a foreign stream `Foreign`."""
    keys = arrived[0].keys
    noted = note_visits(connection, [each.visit for each in arrived])
    new = [each.push for each, replayed in zip(arrived, noted, strict=True) if replayed is None]
    taken = iter(take_in_all(connection, new, keys.signing, keys.epoch))
    outcomes = [replayed or next(taken) for replayed in noted]
    return [each if isinstance(each, KnownError) else PushAnswer(*each) for each in outcomes]


@post(
    "/v1/events",
    opt={OPTION: Role.VOLUNTEER, WRITES_NONCE: True},
    operation_id="push",
    status_code=200,
)
async def pushing(data: JSONBody[PushRequest], visit: TheVisit, hub: TheHub, records: TheRecords) -> PushAnswer:
    """Takes in up to 500 events of one stream; an answer per event, and a receipt."""
    if len(data.events) > MOST_EVENTS:
        raise TooLarge
    stream, caller = check_stream(data.stream), caller_of(visit)
    found = await in_thread(hub, lambda: checked(stream, data.events, visit.signed.key))
    push = Push(caller.campaign, caller.device, stream, found)
    answer = await written_together(hub, take_pushes, Arrived(visit, push, hub.keys))
    hub.projector.wake()
    for each in answer.answers:
        records.events.labels(each.status).inc()
    return answer


@get("/v1/streams/{stream:str}", opt={OPTION: Role.VOLUNTEER}, operation_id="receipt")
async def receipt(stream: Stream, visit: TheVisit, hub: TheHub, waiting: CountedWaiting = None) -> SignedReceipt:
    """What the hub holds of a stream of the caller's."""
    caller, name = caller_of(visit), check_stream(stream)
    await waits(hub, caller, waiting)
    return await read(
        hub,
        lambda connection: receipt_of(
            connection, caller.campaign, caller.device, name, hub.keys.signing, hub.keys.epoch
        ),
    )


@get("/v1/streams/{stream:str}/events", opt={OPTION: Role.VOLUNTEER}, operation_id="heldEvents")
async def held_events(
    stream: Stream,
    visit: TheVisit,
    hub: TheHub,
    after: After = 0,
) -> list[HeldEvent]:
    """What the hub holds of a stream of the caller's after a number, up to 5,000 events."""
    caller, name = caller_of(visit), check_stream(stream)
    return await read(hub, lambda connection: held(connection, caller.campaign, caller.device, name, after))


@post("/v1/packets", opt={OPTION: Role.VOLUNTEER}, operation_id="packet", status_code=200)
async def packet(request: Request[Any, Any, Any], visit: TheVisit, hub: TheHub) -> tuple[PacketAnswer, ...]:
    """Takes in a packet that the caller carries for whichever device; sealed or not."""
    data, caller = await request.body(), caller_of(visit)
    parts = await in_thread(hub, lambda: parts_of(data, hub.keys, LARGEST_UNPACKED))
    answers = [await written(hub, partial(take_part, carrier=caller, part=each, keys=hub.keys)) for each in parts]
    hub.projector.wake()
    return joined(answers)


@post("/v1/forwarded-events", opt={OPTION: Role.ORGANIZER}, operation_id="forwardEvents", status_code=200)
async def forwarding(data: JSONBody[ForwardedEvents], visit: TheVisit, hub: TheHub) -> PacketAnswer:
    """Takes in events that a room's hub has taken from a device."""
    if len(data.events) > MOST_EVENTS:
        raise TooLarge
    caller = caller_of(visit)
    part = await in_thread(hub, lambda: forwarded_part(data))
    answer = await written(hub, lambda connection: take_forwarded(connection, caller, part, hub.keys))
    hub.projector.wake()
    return answer


@get("/v1/events", opt={OPTION: Role.ORGANIZER}, operation_id="events")
async def listing_events(visit: TheVisit, hub: TheHub, after: After = 0) -> list[StoredEvent]:
    """Events as the devices signed them, after a position, up to 500: to hand a room over."""
    campaign = caller_of(visit).campaign
    return await read(hub, lambda connection: stored_events(connection, campaign, after))


@get("/v1/dead-letters", opt={OPTION: Role.ORGANIZER}, operation_id="deadLetters")
async def listing_dead_letters(visit: TheVisit, hub: TheHub, after: After = 0) -> list[DeadLetter]:
    """Events that were not taken, in the order in which they came."""
    campaign = caller_of(visit).campaign

    def work(connection: Connection) -> list[DeadLetter]:
        rows = connection.execute(
            select(dead_letters)
            .where(dead_letters.c.campaign_id == campaign, dead_letters.c.id > after)
            .order_by(dead_letters.c.id)
            .limit(DEAD_LETTERS_IN_A_PAGE)
        )
        found: list[DeadLetter] = []
        size = 0
        for row in rows:
            size += len(row.body) + len(row.signature)
            if found and size > BYTES_IN_A_PAGE:
                break
            body, signature = bytes(row.body), bytes(row.signature)
            found.append(
                DeadLetter(row.id, Milliseconds(row.at), row.device_id, RejectCode(row.code), body, signature)
            )
        return found

    return await read(hub, work)


HANDLERS = [pushing, receipt, held_events, packet, forwarding, listing_events, listing_dead_letters]
