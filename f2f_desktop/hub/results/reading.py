"""Results, read from the projections."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, case, func, literal, select

from f2f_desktop.campaign.ids import ActionId, CampaignId, ContactId, Milliseconds
from f2f_desktop.events.envelope import read_event
from f2f_desktop.events.facts import MessageSent, ReportCorrected, ReportFiled, type_of
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.results.adding import EVERYBODY
from f2f_desktop.hub.results.asking import actions_sent, has_access
from f2f_desktop.hub.results.conversing import IDS_AT_ONCE, counts
from f2f_desktop.hub.results.progressing import OF_USERS, users_name
from f2f_desktop.hub.results.projector import behind
from f2f_desktop.hub.results.seeking import Seeking
from f2f_desktop.hub.tables import bursts, conversations, devices, events, figures, messages, projected, reports
from f2f_desktop.protocol.receivers import beginning
from f2f_desktop.protocol.results import (
    RECEIVERS_IN_A_PAGE,
    ActionFigures,
    ActionResults,
    AnswerCount,
    Burst,
    DayCount,
    Figure,
    HistoryLine,
    ReceiverPage,
    ReceiverRow,
)

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


def overviews(connection: Connection, campaign: CampaignId) -> list[ActionFigures]:
    """The overview of every action that was sent to volunteers, or that anything has happened in."""
    rows = connection.execute(
        select(figures.c.action_id, figures.c.name, figures.c.value).where(
            figures.c.campaign_id == campaign,
            figures.c.device_id == EVERYBODY,
            figures.c.name.in_([*SUMS, *map(users_name, OF_USERS)]),
        )
    )
    by_action: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        by_action[row.action_id][row.name] = row.value
    sent = actions_sent(connection, campaign)
    for action in sent:
        by_action[action]  # nobody has seen it yet, and yet it was sent
    asked = _asked(connection, campaign)
    former = _active_without_access(connection, campaign)
    return [
        ActionFigures(
            ActionId(action),
            _values(
                everybody,
                asked + former.get(action, 0) if action in sent else _active(connection, campaign, action),
            ),
        )
        for action, everybody in sorted(by_action.items())
    ]


def action_results(connection: Connection, campaign: CampaignId, action: ActionId) -> ActionResults:
    """Everything about an action but its lists of people."""
    position = connection.scalar(select(projected.c.position).where(projected.c.campaign_id == campaign)) or 0
    rows = connection.execute(
        select(figures.c.name, figures.c.value).where(
            figures.c.campaign_id == campaign, figures.c.action_id == action, figures.c.device_id == EVERYBODY
        )
    )
    everybody = {row.name: row.value for row in rows}
    if action in actions_sent(connection, campaign):
        asked = _asked(connection, campaign) + _active_without_access(connection, campaign).get(action, 0)
    else:
        asked = _active(connection, campaign, action)
    return ActionResults(
        ActionFigures(action, _values(everybody, asked)),
        _answers(everybody, "tag:"),
        _answers(everybody, "field:"),
        _answers(everybody, "script:"),
        _days(everybody),
        now(),
        position,
        behind(connection, campaign),
    )


def _values(everybody: dict[str, int], asked: int) -> dict[str, int]:
    values: dict[str, int] = {name: everybody.get(name, 0) for name in SUMS}
    values |= {figure: everybody.get(users_name(figure), 0) for figure in OF_USERS}
    values[Figure.SENT_TO] = asked
    return values


def _asked(connection: Connection, campaign: CampaignId) -> int:
    """Volunteers whose access is open."""
    people = select(devices.c.person).where(devices.c.campaign_id == campaign, has_access(devices)).distinct()
    return connection.scalar(select(func.count()).select_from(people.subquery())) or 0


def _active_without_access(connection: Connection, campaign: CampaignId) -> dict[str, int]:
    """By action, how many have done something in it who are not among those that are asked."""
    other = devices.alias()
    open_ = select(literal(1)).where(
        other.c.campaign_id == campaign, other.c.person == devices.c.person, has_access(other)
    )
    rows = connection.execute(
        select(devices.c.id, devices.c.person).where(
            devices.c.campaign_id == campaign, ~has_access(devices), ~open_.exists()
        )
    )
    persons: dict[str, str] = {row.id: row.person for row in rows}
    active: dict[str, set[str]] = defaultdict(set)
    ids = list(persons)
    # Asked for by device: a join would lead SQLite through everybody's figures.
    for start in range(0, len(ids), IDS_AT_ONCE):
        found = connection.execute(
            select(figures.c.action_id, figures.c.device_id).where(
                figures.c.campaign_id == campaign,
                figures.c.device_id.in_(ids[start : start + IDS_AT_ONCE]),
                figures.c.name.in_(list(OF_USERS.values())),
                figures.c.value > 0,
            )
        )
        for action, device in found:
            active[action].add(persons[device])
    return {action: len(people) for action, people in active.items()}


def _active(connection: Connection, campaign: CampaignId, action: str) -> int:
    """How many have done something in an action: of one that was never published, nobody else was asked."""
    people = (
        select(devices.c.person)
        .join(figures, (figures.c.device_id == devices.c.id) & (figures.c.campaign_id == devices.c.campaign_id))
        .where(
            figures.c.campaign_id == campaign,
            figures.c.action_id == action,
            figures.c.name.in_(list(OF_USERS.values())),
            figures.c.value > 0,
        )
        .distinct()
    )
    return connection.scalar(select(func.count()).select_from(people.subquery())) or 0


def receivers(
    connection: Connection,
    campaign: CampaignId,
    action: ActionId,
    before: int | None = None,
    in_district: bool | None = None,
    suggested: bool | None = None,
    device: str = "",
    most: int = RECEIVERS_IN_A_PAGE,
    search: str = "",
) -> ReceiverPage:
    """A page of an action's receivers, those messaged last first; `search`: who is found by the beginning of a name."""
    table = conversations
    query = (
        select(table, devices.c.name.label("volunteer"))
        .join(devices, devices.c.id == table.c.device_id)
        .where(table.c.campaign_id == campaign, table.c.action_id == action)
    )
    begun = beginning(search)
    seeking = Seeking(connection, campaign, action, begun) if begun else None
    if seeking is not None and not device and seeking.few():
        filters = [] if before is None else [table.c.last_position + 0 < before]
        filters += _passed(in_district, suggested)
        keys = seeking.newest(filters, most + 1)
        rows = sorted(
            (row for key in keys for row in connection.execute(query.where(key))),
            key=lambda row: -row.last_position,
        )
        return _page(rows, most)
    if seeking is not None:
        query = query.where(seeking.condition())
    if device:
        rows = _of_device(
            connection, query.where(table.c.device_id == device), before, in_district, suggested, most + 1
        )
    else:
        if before is not None:
            query = query.where(table.c.last_position < before)
        rows = _of_each_kind(connection, query, in_district, suggested, most + 1)
    return _page(rows, most)


def _page(rows: Sequence[Any], most: int) -> ReceiverPage:
    """The first `most` of these conversations, and where the next page begins if there are more."""
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


def _of_device(
    connection: Connection,
    query: Any,
    before: int | None,
    in_district: bool | None,
    suggested: bool | None,
    most: int,
) -> list[Any]:
    """The newest of one volunteer's laptop. They are few, and the primary key finds them; everything else is said so
    that no other index could be taken for it, which would lead SQLite through all volunteers'."""
    table = conversations
    position = table.c.last_position + 0
    if before is not None:
        query = query.where(position < before)
    query = query.where(*_passed(in_district, suggested))
    return list(connection.execute(query.order_by(position.desc()).limit(most)))


def _passed(in_district: bool | None, suggested: bool | None) -> list[Any]:
    """That a conversation passes these filters, said so that no index is taken for it."""
    wanted = (conversations.c.in_district, in_district), (conversations.c.suggested, suggested)
    return [case((column == value, 1), else_=0) == 1 for column, value in wanted if value is not None]


def _of_each_kind(
    connection: Connection, query: Any, in_district: bool | None, suggested: bool | None, most: int
) -> list[Any]:
    """The newest of a filter. An index has each combination in order, so that the newest of each are asked for: however
    few there are, nobody reads past all the others."""
    table = conversations
    kinds: list[list[Any]] = [[]]
    if in_district is not None or suggested is not None:
        kinds = [
            [
                table.c.suggested == listed,
                table.c.in_district.is_(None) if lives is None else table.c.in_district == lives,
            ]
            for listed in ((True, False) if suggested is None else (suggested,))
            for lives in ((True, False, None) if in_district is None else (in_district,))
        ]
    newest = table.c.last_position.desc()
    found = [row for kind in kinds for row in connection.execute(query.where(*kind).order_by(newest).limit(most))]
    return sorted(found, key=lambda row: row.last_position, reverse=True)[:most]


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
