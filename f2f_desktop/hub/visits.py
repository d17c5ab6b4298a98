"""What has passed the gate, for the operations behind it."""

from litestar import Request
from litestar.di import NamedDependency

from f2f_desktop.hub.enrolment import Caller
from f2f_desktop.hub.gate import Visit
from f2f_desktop.hub.hub import Hub
from f2f_desktop.hub.records import Records

TheHub = NamedDependency[Hub]
TheRecords = NamedDependency[Records]
TheVisit = NamedDependency[Visit]
"""What the application hands to an operation under the names `hub`, `records` and `visit`."""


def provide_visit(request: Request) -> Visit:  # type: ignore[type-arg]
    """The request as the gate let it through."""
    visit = request.scope["state"]["visit"]
    assert isinstance(visit, Visit)
    return visit


def caller_of(visit: Visit) -> Caller:
    """The registered device; the gate has seen to it that there is one."""
    assert visit.caller is not None
    return visit.caller
