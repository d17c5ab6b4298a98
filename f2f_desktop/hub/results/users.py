"""What each volunteer did in an action, by the page: the database sorts all, and only a page is read in full."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, Connection, and_, case, cast, func, literal, select

from f2f_desktop.campaign.ids import ActionId, CampaignId, Milliseconds
from f2f_desktop.hub.paging import Place, by_bytes, has_words, page_of, place_text
from f2f_desktop.hub.results.adding import EVERYBODY
from f2f_desktop.hub.results.asking import actions_sent, has_access
from f2f_desktop.hub.tables import bursts, devices, figures
from f2f_desktop.protocol.listing import ROWS_IN_A_PAGE, UserOrder
from f2f_desktop.protocol.results import Figure, UserPage, UserRow

USER_FIGURES = (
    Figure.INITIAL,
    Figure.RESPONSES,
    Figure.FOLLOWED_UP,
    Figure.REPORTS,
    Figure.PERFORMS,
    Figure.SUGGESTED_KNOWN,
    Figure.SUGGESTED_REACHED,
)
SIGNS = (*USER_FIGURES, Figure.SEEN, Figure.STARTED)
"""Figures of which somebody who takes part has one."""


def users(
    connection: Connection,
    campaign: CampaignId,
    action: ActionId,
    order: UserOrder = UserOrder.INITIAL,
    *,
    descending: bool = False,
    search: str = "",
    after: str = "",
    most: int = ROWS_IN_A_PAGE,
) -> UserPage:
    """A page of the volunteers in an action: those whom it was sent to, and who has done something in it.

    Raises `NoSuchPlace` where `after` is none of the places that pages gave.
    """
    sent = action in actions_sent(connection, campaign)
    listed = _listed(connection, campaign, action, order, everybody=sent)
    columns = listed.c.key, listed.c.name, listed.c.user
    query = select(*columns).where(*has_words(listed.c.name, search))
    as_text = order in (UserOrder.USER, UserOrder.NAME)
    found = connection.execute(page_of(query, columns, after, most, as_text=as_text, descending=descending)).all()
    shown = found[:most]
    return UserPage(
        tuple(_rows(connection, campaign, action, [row.user for row in shown])),
        place_text(Place(*shown[-1])) if len(found) > most else "",
        _count_flagged(connection, campaign, action),
        _totals(connection, campaign, action),
    )


def _listed(
    connection: Connection,
    campaign: CampaignId,
    action: ActionId,
    order: UserOrder,
    *,
    everybody: bool,
) -> Any:
    """All volunteers of the list, a row each: by what they are sorted, their name, their id."""
    signs = figures.alias()
    active = (
        select(literal(1))
        .where(
            signs.c.campaign_id == campaign,
            signs.c.action_id == action,
            signs.c.device_id == devices.c.id,
            signs.c.name.in_(SIGNS),
            signs.c.value != 0,
        )
        .correlate(devices)
        .exists()
    )
    of_list = case((has_access(devices), 1), (active, 1), else_=0) if everybody else case((active, 1), else_=0)
    sought = by_bytes(connection, devices.c.sought)
    named = func.min(case((devices.c.name != "", sought)))
    name = func.coalesce(named, func.min(sought))
    user = by_bytes(connection, devices.c.person)
    source: Any = devices
    key: Any
    match order:
        case UserOrder.USER:
            key = user
        case UserOrder.NAME:
            key = name
        case UserOrder.LAST_SEEN:
            key = func.coalesce(func.max(devices.c.last_seen), 0)
        case UserOrder.FLAGGED:
            counted = _bursts(campaign, action).subquery()
            source = devices.outerjoin(counted, counted.c.device_id == devices.c.id)
            key = _sum(counted.c.stretches)
        case _:
            own = and_(
                figures.c.campaign_id == campaign,
                figures.c.action_id == action,
                figures.c.device_id == devices.c.id,
                figures.c.name == str(order),
            )
            source = devices.outerjoin(figures, own)
            key = _sum(figures.c.value)
    return (
        select(key.label("key"), name.label("name"), user.label("user"))
        .select_from(source)
        .where(devices.c.campaign_id == campaign)
        .group_by(devices.c.person)
        .having(func.max(of_list) == 1)
        .subquery()
    )


def _sum(column: Any) -> Any:
    return cast(func.coalesce(func.sum(column), 0), BigInteger)


def _bursts(campaign: CampaignId, action: ActionId) -> Any:
    return (
        select(bursts.c.device_id, func.count().label("stretches"))
        .where(bursts.c.campaign_id == campaign, bursts.c.action_id == action)
        .group_by(bursts.c.device_id)
    )


def _rows(connection: Connection, campaign: CampaignId, action: ActionId, people: Sequence[str]) -> list[UserRow]:
    """What there is of these volunteers, in this order."""
    columns = (devices.c[name] for name in ("id", "person", "name", "email", "sought", "last_seen"))
    owned: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(
        select(*columns)
        .where(devices.c.campaign_id == campaign, devices.c.person.in_(people))
        .order_by(by_bytes(connection, devices.c.sought), by_bytes(connection, devices.c.id))
    ):
        owned[row.person].append(row)
    users_of = {row.id: row.person for own in owned.values() for row in own}
    of_these = list(users_of)
    values: dict[str, dict[str, int]] = defaultdict(dict)
    # Unpacked, not by name: of a page these are two thousand rows.
    for device, name, value in connection.execute(
        select(figures.c.device_id, figures.c.name, figures.c.value).where(
            figures.c.campaign_id == campaign,
            figures.c.action_id == action,
            figures.c.device_id.in_(of_these),
            figures.c.name.in_(SIGNS),
            figures.c.value != 0,
        )
    ):
        own_values = values[users_of[device]]
        own_values[name] = own_values.get(name, 0) + value
    flagged: Counter[str] = Counter()
    for device, stretches in connection.execute(_bursts(campaign, action).where(bursts.c.device_id.in_(of_these))):
        flagged[users_of[device]] += stretches
    return [_row(user, owned[user], values.get(user, {}), flagged[user]) for user in people]


def _row(user: str, own: Sequence[Any], values: dict[str, int], flagged: int) -> UserRow:
    first = next((each for each in own if each.name), own[0])
    return UserRow(
        user,
        tuple(sorted(each.id for each in own)),
        first.name,
        first.email,
        values,
        max((Milliseconds(each.last_seen) for each in own if each.last_seen), default=None),
        flagged,
    )


def _count_flagged(connection: Connection, campaign: CampaignId, action: ActionId) -> int:
    people = (
        select(devices.c.person)
        .where(
            devices.c.id.in_(
                select(bursts.c.device_id).where(bursts.c.campaign_id == campaign, bursts.c.action_id == action)
            )
        )
        .distinct()
    )
    return connection.scalar(select(func.count()).select_from(people.subquery())) or 0


def _totals(connection: Connection, campaign: CampaignId, action: ActionId) -> dict[str, int]:
    rows = connection.execute(
        select(figures.c.name, figures.c.value).where(
            figures.c.campaign_id == campaign,
            figures.c.action_id == action,
            figures.c.device_id == EVERYBODY,
            figures.c.name.in_(USER_FIGURES),
        )
    )
    return {row.name: row.value for row in rows if row.value}
