"""Events on their way up, and what the hub holds of them."""

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from litestar import Request, get, post
from litestar.params import Parameter
from sqlalchemy import Connection, select

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.errors import KnownError
from f2f_desktop.hub.access import OPTION, WRITES_NONCE
from f2f_desktop.hub.checking import checked
from f2f_desktop.hub.faults import TooLarge
from f2f_desktop.hub.forwarding import check_stream, take_forwarded, take_packet
from f2f_desktop.hub.gate import Visit, note_visits
from f2f_desktop.hub.hub import Hub, HubKeys
from f2f_desktop.hub.intake import Push, held, receipt_of, take_in_all
from f2f_desktop.hub.records import Records
from f2f_desktop.hub.tables import dead_letters
from f2f_desktop.hub.threads import in_thread, read, written, written_together
from f2f_desktop.hub.visits import caller_of
from f2f_desktop.protocol.api import (
    MOST_EVENTS,
    DeadLetter,
    ForwardedEvents,
    HeldEvent,
    PacketAnswer,
    PushAnswer,
    PushRequest,
    RejectCode,
)
from f2f_desktop.protocol.receipts import SignedReceipt
from f2f_desktop.protocol.roles import Role

DEAD_LETTERS_IN_A_PAGE = 500


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
async def pushing(data: PushRequest, visit: Visit, hub: Hub, records: Records) -> PushAnswer:
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
async def receipt(stream: str, visit: Visit, hub: Hub) -> SignedReceipt:
    """What the hub holds of a stream of the caller's."""
    caller, name = caller_of(visit), check_stream(stream)
    return await read(
        hub,
        lambda connection: receipt_of(
            connection, caller.campaign, caller.device, name, hub.keys.signing, hub.keys.epoch
        ),
    )


@get("/v1/streams/{stream:str}/events", opt={OPTION: Role.VOLUNTEER}, operation_id="heldEvents")
async def held_events(
    stream: str, visit: Visit, hub: Hub, after: Annotated[int, Parameter(ge=0, le=1 << 53)] = 0
) -> list[HeldEvent]:
    """What the hub holds of a stream of the caller's after a number, up to 5,000 events."""
    caller, name = caller_of(visit), check_stream(stream)
    return await read(hub, lambda connection: held(connection, caller.campaign, caller.device, name, after))


@post("/v1/packets", opt={OPTION: Role.VOLUNTEER}, operation_id="packet", status_code=200)
async def packet(request: Request[Any, Any, Any], visit: Visit, hub: Hub) -> tuple[PacketAnswer, ...]:
    """Takes in a packet that the caller carries for whichever device; sealed or not."""
    data, caller = await request.body(), caller_of(visit)
    return await written(hub, lambda connection: take_packet(connection, caller, data, hub.keys))


@post("/v1/forwarded-events", opt={OPTION: Role.ORGANIZER}, operation_id="forwardEvents", status_code=200)
async def forwarding(data: ForwardedEvents, visit: Visit, hub: Hub) -> PacketAnswer:
    """Takes in events that a room's hub has taken from a device."""
    if len(data.events) > MOST_EVENTS:
        raise TooLarge
    caller = caller_of(visit)
    return await written(hub, lambda connection: take_forwarded(connection, caller, data, hub.keys))


@get("/v1/dead-letters", opt={OPTION: Role.ORGANIZER}, operation_id="deadLetters")
async def listing_dead_letters(visit: Visit, hub: Hub, after: int = 0) -> list[DeadLetter]:
    """Events that were not taken, in the order in which they came."""
    campaign = caller_of(visit).campaign

    def work(connection: Connection) -> list[DeadLetter]:
        rows = connection.execute(
            select(dead_letters)
            .where(dead_letters.c.campaign_id == campaign, dead_letters.c.id > min(max(after, 0), 1 << 60))
            .order_by(dead_letters.c.id)
            .limit(DEAD_LETTERS_IN_A_PAGE)
        )
        return [
            DeadLetter(
                row.id,
                Milliseconds(row.at),
                row.device_id,
                RejectCode(row.code),
                bytes(row.body),
                bytes(row.signature),
            )
            for row in rows
        ]

    return await read(hub, work)


HANDLERS = [pushing, receipt, held_events, packet, forwarding, listing_dead_letters]
