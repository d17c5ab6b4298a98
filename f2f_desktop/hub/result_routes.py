"""Results, for organizers."""

from typing import Annotated

from litestar import get, post
from litestar.params import FromQuery, JSONBody, PathParameter, QueryParameter
from sqlalchemy import Connection

from f2f_desktop.campaign.ids import ActionId, ContactId
from f2f_desktop.hub.access import OPTION
from f2f_desktop.hub.paging import After, MostRows, Search
from f2f_desktop.hub.results import reading
from f2f_desktop.hub.results.users import users as page_of_users
from f2f_desktop.hub.results.withdrawing import all_batches, put_back, withdraw
from f2f_desktop.hub.threads import read, written
from f2f_desktop.hub.visits import TheHub, TheVisit, caller_of
from f2f_desktop.protocol.listing import LONGEST_SEARCH, ROWS_IN_A_PAGE, UserOrder
from f2f_desktop.protocol.results import (
    MOST_RECEIVERS,
    RECEIVERS_IN_A_PAGE,
    ActionFigures,
    ActionResults,
    BatchRow,
    Burst,
    HistoryLine,
    ReceiverPage,
    UserPage,
    Withdrawal,
)
from f2f_desktop.protocol.roles import Role

ORGANIZER = {OPTION: Role.ORGANIZER}

Text = Annotated[str, PathParameter(max_length=200)]


@get("/v1/results", opt=ORGANIZER, operation_id="results")
async def overviews(visit: TheVisit, hub: TheHub) -> list[ActionFigures]:
    """The overview of every action that anything has happened in."""
    campaign = caller_of(visit).campaign
    return await read(hub, lambda connection: reading.overviews(connection, campaign))


@get("/v1/results/{action:str}", opt=ORGANIZER, operation_id="actionResults")
async def action_results(action: Text, visit: TheVisit, hub: TheHub) -> ActionResults:
    """Everything about an action but its lists of people."""
    campaign = caller_of(visit).campaign
    return await read(hub, lambda connection: reading.action_results(connection, campaign, ActionId(action)))


@get("/v1/results/{action:str}/users", opt=ORGANIZER, operation_id="users")
async def users(
    action: Text,
    visit: TheVisit,
    hub: TheHub,
    order: FromQuery[UserOrder] = UserOrder.INITIAL,
    descending: FromQuery[bool] = True,
    search: Search = "",
    after: After = "",
    most: MostRows = ROWS_IN_A_PAGE,
) -> UserPage:
    """A page of the volunteers in an action."""
    campaign = caller_of(visit).campaign

    def work(connection: Connection) -> UserPage:
        return page_of_users(
            connection,
            campaign,
            ActionId(action),
            order,
            descending=descending,
            search=search,
            after=after,
            most=most,
        )

    return await read(hub, work)


@get("/v1/results/{action:str}/receivers", opt=ORGANIZER, operation_id="receivers")
async def receivers(
    action: Text,
    visit: TheVisit,
    hub: TheHub,
    before: Annotated[int | None, QueryParameter(ge=0, le=1 << 53)] = None,
    in_district: FromQuery[bool | None] = None,
    suggested: FromQuery[bool | None] = None,
    device: Annotated[str, QueryParameter(max_length=200)] = "",
    most: Annotated[int, QueryParameter(ge=1, le=MOST_RECEIVERS)] = RECEIVERS_IN_A_PAGE,
    search: Annotated[str, QueryParameter(max_length=LONGEST_SEARCH)] = "",
) -> ReceiverPage:
    """A page of an action's receivers, those messaged last first; `search`: how their name, or the volunteer's,
    begins."""
    campaign = caller_of(visit).campaign

    def work(connection: Connection) -> ReceiverPage:
        return reading.receivers(
            connection, campaign, ActionId(action), before, in_district, suggested, device, most, search
        )

    return await read(hub, work)


@get("/v1/results/{action:str}/history/{device:str}/{contact:str}", opt=ORGANIZER, operation_id="history")
async def history(action: Text, device: Text, contact: Text, visit: TheVisit, hub: TheHub) -> list[HistoryLine]:
    """What happened in a conversation."""
    campaign = caller_of(visit).campaign

    def work(connection: Connection) -> list[HistoryLine]:
        return reading.history(connection, campaign, ActionId(action), device, ContactId(contact))

    return await read(hub, work)


@get("/v1/bursts", opt=ORGANIZER, operation_id="bursts")
async def bursts(visit: TheVisit, hub: TheHub) -> list[Burst]:
    """Stretches in which a device says to have sent more than a person can."""
    campaign = caller_of(visit).campaign
    return await read(hub, lambda connection: reading.all_bursts(connection, campaign))


@get("/v1/withdrawals", opt=ORGANIZER, operation_id="withdrawals")
async def listing(visit: TheVisit, hub: TheHub) -> list[BatchRow]:
    """What was taken out of the figures."""
    campaign = caller_of(visit).campaign
    return await read(hub, lambda connection: all_batches(connection, campaign))


@post("/v1/withdrawals", opt=ORGANIZER, operation_id="withdraw")
async def withdrawing(data: JSONBody[Withdrawal], visit: TheVisit, hub: TheHub) -> BatchRow:
    """Takes a stretch of a device's messages and reports out of the figures."""
    caller = caller_of(visit)
    return await written(hub, lambda connection: withdraw(connection, caller, data))


@post("/v1/withdrawals/{batch:str}/undo", opt=ORGANIZER, operation_id="putBack", status_code=200)
async def putting_back(batch: Text, visit: TheVisit, hub: TheHub) -> BatchRow:
    """Counts again what was taken out."""
    caller = caller_of(visit)
    return await written(hub, lambda connection: put_back(connection, caller, batch))


HANDLERS = [overviews, action_results, users, receivers, history, bursts, listing, withdrawing, putting_back]
