"""Which tables there are for a campaign, by name, for the app and the command line alike."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.errors import KnownError
from f2f_desktop.organizer import tables
from f2f_desktop.organizer.tables import Table
from f2f_desktop.protocol.api import AuditRow, DeviceRow, OptOutList
from f2f_desktop.protocol.results import ActionFigures, ActionResults, BatchRow, ReceiverRow, UserRow

CAMPAIGN_TABLES = ("actions", "people", "withdrawals", "opt-outs", "audit")
ACTION_TABLES = ("users", "receivers", "answers", "days")


class Answers(Protocol):
    """Where results come from (`sync.organizing`), without the word of how old they are."""

    def overviews(self) -> list[ActionFigures]: ...

    def devices(self) -> list[DeviceRow]: ...

    def withdrawals(self) -> list[BatchRow]: ...

    def opt_outs(self) -> OptOutList: ...

    def audit(self) -> list[AuditRow]: ...

    def results(self, action: ActionId) -> ActionResults: ...

    def users(self, action: ActionId) -> list[UserRow]: ...

    def all_receivers(self, action: ActionId) -> Iterator[ReceiverRow]: ...


class NoSuchTable(KnownError):
    """There is no table by this name."""

    def __init__(self, name: str) -> None:
        known = ", ".join((*CAMPAIGN_TABLES, *ACTION_TABLES))
        super().__init__(f"There is no table {name!r}.", f"Name one of: {known}.")


class ActionNotNamed(KnownError):
    """The table is about one action, and none was named."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The table {name!r} is about one action.", "Name the action.")


def table_of(name: str, answers: Answers, content: CampaignContent, action: ActionId | None = None) -> Table:
    """A table by its name; some are about one action. Raises `NoSuchTable`, and what the hub raises."""
    if name == "actions":
        return tables.overview_table(answers.overviews(), content)
    if name == "people":
        return tables.devices_table(answers.devices())
    if name == "withdrawals":
        return tables.withdrawals_table(answers.withdrawals(), content)
    if name == "opt-outs":
        return tables.opt_outs_table(answers.opt_outs().rows)
    if name == "audit":
        return tables.audit_table(answers.audit())
    if name not in ACTION_TABLES:
        raise NoSuchTable(name)
    if action is None:
        raise ActionNotNamed(name)
    if name == "users":
        return tables.users_table(action, answers.users(action))
    if name == "receivers":
        return tables.receivers_table(action, answers.all_receivers(action))
    if name == "answers":
        return tables.answers_table(answers.results(action), content)
    return tables.days_table(answers.results(action))


def all_tables(
    answers: Answers, content: CampaignContent, actions: Iterable[ActionId], *, with_audit: bool
) -> list[Table]:
    """Every table of a campaign; `with_audit`: for owners."""
    names = [name for name in CAMPAIGN_TABLES if with_audit or name != "audit"]
    found = [table_of(name, answers, content) for name in names]
    for action in actions:
        found += [table_of(name, answers, content, action) for name in ACTION_TABLES]
    return found
