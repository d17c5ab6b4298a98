"""Results, read from the projections."""

from collections import defaultdict
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from f2f_desktop.campaign.ids import ActionId, CampaignId, ContactId, Milliseconds
from f2f_desktop.events.envelope import read_event
from f2f_desktop.events.facts import MessageSent, ReportCorrected, ReportFiled, type_of
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.results.adding import EVERYBODY
from f2f_desktop.hub.results.asking import actions_sent
from f2f_desktop.hub.results.conversing import counts
from f2f_desktop.hub.results.projector import behind
from f2f_desktop.hub.tables import bursts, conversations, devices, events, figures, messages, projected, reports
from f2f_desktop.protocol.results import (
    ActionFigures,
    ActionResults,
    AnswerCount,
    Burst,
    DayCount,
    Figure,
    HistoryLine,
    ReceiverPage,
    ReceiverRow,
    UserRow,
)
from f2f_desktop.protocol.roles import Role

RECEIVERS_IN_A_PAGE = 200

SUMS = (
    Figure.PERFORMS,
    Figure.REPORTS,
    Figure.INITIAL,
    Figure.PHONES,
    Figure.FOLLOWED_UP,
    Figure.RESPONSES,
    Figure.REACHED,
    Figure.SUGGESTED_REACHED,
    Figure.CLICKS,
)
"""Figures that are sums over all devices."""

OF_USERS = {Figure.SEEN: Figure.SEEN, Figure.STARTED: Figure.STARTED, Figure.COMPLETED: Figure.PERFORMS}
"""Figures that count users, and the figure of which a user must have one."""

USER_FIGURES = (
    Figure.INITIAL,
    Figure.RESPONSES,
    Figure.FOLLOWED_UP,
    Figure.REPORTS,
    Figure.PERFORMS,
    Figure.SUGGESTED_KNOWN,
    Figure.SUGGESTED_REACHED,
)


class _Device(msgspec.Struct, frozen=True):
    id: str
    user: str
    name: str
    email: str
    counts_as_asked: bool
    last_seen: int | None


def overviews(connection: Connection, campaign: CampaignId) -> list[ActionFigures]:
    """The overview of every action that was sent to volunteers, or that anything has happened in."""
    people = _devices(connection, campaign)
    names = [*SUMS, *OF_USERS.values()]
    by_action: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for name in dict.fromkeys(names):
        everybody = name in SUMS and name not in OF_USERS.values()
        rows = connection.execute(
            select(figures.c.action_id, figures.c.device_id, figures.c.value).where(
                figures.c.campaign_id == campaign,
                figures.c.name == name,
                figures.c.device_id == EVERYBODY if everybody else figures.c.value > 0,
            )
        )
        for row in rows:
            by_action[row.action_id][row.device_id][name] = row.value
    sent = actions_sent(connection, campaign)
    for action in sent:
        by_action[action]  # nobody has seen it yet, and yet it was sent
    return [
        ActionFigures(ActionId(action), _values(found, people, sent=action in sent))
        for action, found in sorted(by_action.items())
    ]


def action_results(connection: Connection, campaign: CampaignId, action: ActionId) -> ActionResults:
    """Everything about an action but its lists of people."""
    position = connection.scalar(select(projected.c.position).where(projected.c.campaign_id == campaign)) or 0
    rows = connection.execute(
        select(figures.c.device_id, figures.c.name, figures.c.value).where(
            figures.c.campaign_id == campaign,
            figures.c.action_id == action,
            (figures.c.device_id == EVERYBODY) | figures.c.name.in_(list(OF_USERS.values())),
        )
    )
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        found[row.device_id][row.name] = row.value
    everybody = found[EVERYBODY]
    return ActionResults(
        ActionFigures(
            action,
            _values(found, _devices(connection, campaign), sent=action in actions_sent(connection, campaign)),
        ),
        _answers(everybody, "tag:"),
        _answers(everybody, "field:"),
        _answers(everybody, "script:"),
        _days(everybody),
        now(),
        position,
        behind(connection, campaign),
    )


def _values(found: dict[str, dict[str, int]], people: dict[str, _Device], *, sent: bool) -> dict[str, int]:
    everybody = found.get(EVERYBODY, {})
    values: dict[str, int] = {name: everybody.get(name, 0) for name in SUMS}
    asked = {each.user for each in people.values() if each.counts_as_asked and sent}
    for figure, needed in OF_USERS.items():
        users = {
            people[device].user
            for device, own in found.items()
            if device != EVERYBODY and device in people and own.get(needed, 0) > 0
        }
        asked |= users
        values[figure] = len(users)
    values[Figure.SENT_TO] = len(asked)
    return values


def users(connection: Connection, campaign: CampaignId, action: ActionId) -> list[UserRow]:
    """Each volunteer in an action, the busiest first."""
    people = _devices(connection, campaign)
    rows = connection.execute(
        select(figures.c.device_id, figures.c.name, figures.c.value).where(
            figures.c.campaign_id == campaign,
            figures.c.action_id == action,
            figures.c.name.in_([*USER_FIGURES, Figure.SEEN, Figure.STARTED]),
            figures.c.device_id != EVERYBODY,
        )
    )
    values: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        if row.device_id in people:
            values[people[row.device_id].user][row.name] += row.value
    dense = _count_bursts(connection, campaign, action)
    sent = action in actions_sent(connection, campaign)
    grouped: dict[str, list[_Device]] = defaultdict(list)
    for each in people.values():
        if (sent and each.counts_as_asked) or each.user in values:
            grouped[each.user].append(each)
    found = [
        UserRow(
            user,
            tuple(sorted(each.id for each in own)),
            next((each.name for each in own if each.name), ""),
            own[0].email,
            {name: value for name, value in values[user].items() if value},
            max((Milliseconds(each.last_seen) for each in own if each.last_seen), default=None),
            sum(dense.get(each.id, 0) for each in own),
        )
        for user, own in grouped.items()
    ]
    return sorted(found, key=lambda row: (-row.values.get(Figure.INITIAL, 0), row.name.casefold(), row.user))


def receivers(
    connection: Connection,
    campaign: CampaignId,
    action: ActionId,
    before: int | None = None,
    in_district: bool | None = None,
    suggested: bool | None = None,
    device: str = "",
    most: int = RECEIVERS_IN_A_PAGE,
) -> ReceiverPage:
    """A page of an action's receivers, those messaged last first."""
    table = conversations
    wanted = [table.c.campaign_id == campaign, table.c.action_id == action]
    if before is not None:
        wanted.append(table.c.last_position < before)
    if in_district is not None:
        wanted.append(table.c.in_district.is_(in_district))
    if suggested is not None:
        wanted.append(table.c.suggested.is_(suggested))
    if device:
        wanted.append(table.c.device_id == device)
    rows = connection.execute(
        select(table, devices.c.name.label("volunteer"))
        .join(devices, devices.c.id == table.c.device_id)
        .where(*wanted)
        .order_by(table.c.last_position.desc())
        .limit(most + 1)
    ).all()
    shown = rows[:most]
    return ReceiverPage(
        tuple(
            ReceiverRow(
                row.device_id,
                row.volunteer,
                ContactId(row.contact_id),
                row.name,
                row.voter_id,
                Milliseconds(row.last_at),
                row.last_position,
                row.initial,
                row.responses,
                row.reported,
                row.suggested,
                row.in_district,
            )
            for row in shown
        ),
        shown[-1].last_position if len(rows) > most else None,
    )


def history(
    connection: Connection, campaign: CampaignId, action: ActionId, device: str, contact: ContactId
) -> list[HistoryLine]:
    """What happened in a conversation, in the order in which it arrived."""
    found: list[tuple[int, HistoryLine]] = []
    for table in (messages, reports):
        rows = connection.execute(
            select(table.c.position, counts(table).label("in_force"), events.c.body)
            .join(
                events,
                (events.c.campaign_id == table.c.campaign_id) & (events.c.position == table.c.position),
            )
            .where(
                table.c.campaign_id == campaign,
                table.c.action_id == action,
                table.c.device_id == device,
                table.c.contact_id == contact,
            )
        )
        found += [(row.position, _line(row)) for row in rows]
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def _line(row: Any) -> HistoryLine:
    event = read_event(row.body)
    fact = event.fact
    voided = not row.in_force
    if isinstance(fact, MessageSent):
        kind = f"{type_of(fact)}.{fact.kind}"
        return HistoryLine(event.id, event.at, kind, fact.channel, fact.script, fact.edited, voided=voided)
    assert isinstance(fact, ReportFiled | ReportCorrected)
    return HistoryLine(
        event.id,
        event.at,
        type_of(fact),
        fact.channel or "",
        fact.response or "",
        answers=fact.answers,
        voided=voided,
    )


def all_bursts(connection: Connection, campaign: CampaignId) -> list[Burst]:
    """Stretches in which a device says to have sent more than a person can, the newest first."""
    rows = connection.execute(
        select(bursts, devices.c.name)
        .join(devices, devices.c.id == bursts.c.device_id)
        .where(bursts.c.campaign_id == campaign)
        .order_by(bursts.c.first_at.desc())
    )
    return [
        Burst(
            row.device_id,
            row.name,
            ActionId(row.action_id),
            Milliseconds(row.first_at),
            Milliseconds(row.last_at),
            row.messages,
        )
        for row in rows
    ]


def _count_bursts(connection: Connection, campaign: CampaignId, action: ActionId) -> dict[str, int]:
    rows = connection.execute(
        select(bursts.c.device_id, func.count())
        .where(bursts.c.campaign_id == campaign, bursts.c.action_id == action)
        .group_by(bursts.c.device_id)
    )
    return {device: count for device, count in rows}  # noqa: C416 - rows are Row objects, not pairs


def _devices(connection: Connection, campaign: CampaignId) -> dict[str, _Device]:
    rows = connection.execute(select(devices).where(devices.c.campaign_id == campaign))
    return {
        row.id: _Device(
            row.id,
            row.email.casefold() or row.id,
            row.name,
            row.email,
            row.role == Role.VOLUNTEER and row.revoked_at is None,
            row.last_seen,
        )
        for row in rows
    }


def _answers(values: dict[str, int], prefix: str) -> tuple[AnswerCount, ...]:
    found = []
    for name, count in values.items():
        if name.startswith(prefix) and count:
            of, _, value = name.removeprefix(prefix).partition(":")
            found.append(AnswerCount(of, value, count))
    return tuple(sorted(found, key=lambda each: (each.of, -each.count, each.value)))


def _days(values: dict[str, int]) -> tuple[DayCount, ...]:
    found = []
    for name, count in values.items():
        if name.startswith("day:") and count:
            _, day, channel, figure = name.split(":")
            found.append(DayCount(day, channel, Figure(figure), count))
    return tuple(sorted(found, key=lambda each: (each.day, each.channel, each.figure)))
