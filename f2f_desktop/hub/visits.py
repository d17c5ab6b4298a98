"""What has passed the gate, for the operations behind it."""

from typing import Annotated

from litestar import Request
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from f2f_desktop.hub.enrolment import Caller, note_waiting
from f2f_desktop.hub.gate import Visit
from f2f_desktop.hub.hub import Hub
from f2f_desktop.hub.records import Records
from f2f_desktop.hub.threads import written_together
from f2f_desktop.protocol.api import MOST_WAITING

TheHub = NamedDependency[Hub]
TheRecords = NamedDependency[Records]
TheVisit = NamedDependency[Visit]
"""What the application hands to an operation under the names `hub`, `records` and `visit`."""

CountedWaiting = Annotated[
    int | None,
    QueryParameter(
        ge=0, le=MOST_WAITING, description="How many events wait on the device: a number, nothing else."
    ),
]


def provide_visit(request: Request) -> Visit:  # type: ignore[type-arg]
    """The request as the gate let it through."""
    visit = request.scope["state"]["visit"]
    assert isinstance(visit, Visit)
    return visit


def caller_of(visit: Visit) -> Caller:
    """The registered device; the gate has seen to it that there is one."""
    assert visit.caller is not None
    return visit.caller


async def waits(hub: Hub, caller: Caller, waiting: int | None) -> None:
    """Notes how many events wait on the device that asks, where it says so and that is news."""
    if waiting is not None and waiting != caller.waiting:
        await written_together(hub, note_waiting, (caller.device, waiting))
