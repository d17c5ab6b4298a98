"""Reports: what the volunteer records about a conversation, in five seconds, and may correct later."""

from enum import Enum, auto

import msgspec

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ScriptId, TagId
from f2f_desktop.campaign.questions import CustomField, Tag
from f2f_desktop.campaign.scripts import ResponseScript
from f2f_desktop.errors import KnownError
from f2f_desktop.events.facts import Answers, ContactReference, ReportCorrected, ReportFiled, Voided
from f2f_desktop.vault import cards, conversations, outbox
from f2f_desktop.vault.journal import record
from f2f_desktop.vault.vault import Transaction, Vault
from f2f_desktop.volunteer.campaigns import Campaigns
from f2f_desktop.volunteer.conversation import Conversation, answers_of, reference_to


class ReportForm(msgspec.Struct, frozen=True):
    """What an action asks for, in display order."""

    tags: tuple[Tag, ...]
    fields: tuple[CustomField, ...]


class Filed(msgspec.Struct, frozen=True):
    """A report as it was stored. `event_id` undoes it, if this was `recorded` now: nothing is where nothing changed."""

    event_id: str
    correction: bool
    recorded: bool = True


class Worth(Enum):
    """Whether there is a report to file."""

    REPORT = auto()
    UNCHANGED = auto()
    """It says what is filed already."""
    EMPTY = auto()
    """Nothing is filled in, but something was sent: a report, if somebody means it."""
    NOTHING = auto()
    """Nothing is filled in and nothing was sent."""


class NothingToReport(KnownError):
    """A conversation that has not begun has no report."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing was sent and nothing is filled in, so there is nothing to report.",
            "Talk first, or fill in what you know.",
        )


def form_of(conversation: Conversation, campaign: CampaignContent) -> ReportForm:
    """The tags and fields of the action's report; all reportable ones where the action names none."""
    asked = conversation.action.report
    every_tag = sorted(campaign.tags, key=lambda tag: tag.order)
    every_field = sorted(campaign.fields, key=lambda field: field.order)
    if not asked.tags and not asked.fields:
        return ReportForm(
            tuple(tag for tag in every_tag if tag.reportable),
            tuple(field for field in every_field if field.reportable),
        )
    tags = {tag.id: tag for tag in every_tag}
    fields = {field.id: field for field in every_field}
    return ReportForm(
        tuple(tags[tag_id] for tag_id in asked.tags if tag_id in tags),
        tuple(fields[field_id] for field_id in asked.fields if field_id in fields),
    )


def with_response(answers: Answers, response: ResponseScript) -> Answers:
    """`answers` with what a response script sets by itself."""
    tags: dict[TagId, None] = dict.fromkeys((*answers.tags, *response.apply_tags))
    fields = {**answers.fields, **{each.field: each.value for each in response.set_fields}}
    return msgspec.structs.replace(answers, tags=tuple(tags), fields=fields)


def as_filed(answers: Answers) -> Answers:
    """`answers` without blanks around texts, and without fields that are left empty."""
    return msgspec.structs.replace(
        answers,
        note=answers.note.strip(),
        fields={field: value.strip() for field, value in answers.fields.items() if value.strip()},
    )


def says_the_same(one: Answers, other: Answers) -> bool:
    """Whether two reports have the same tags (in any order), fields and note."""
    first, second = as_filed(one), as_filed(other)
    return (frozenset(first.tags), first.fields, first.note) == (
        frozenset(second.tags),
        second.fields,
        second.note,
    )


def worth_filing(filed: Answers | None, answers: Answers, *, begun: bool) -> Worth:
    """Whether `answers` are a report: `filed` is the one in force, `begun` says whether anything was sent.

    A filed report may be emptied, which is a correction like others.
    """
    if filed is not None:
        return Worth.UNCHANGED if says_the_same(filed, answers) else Worth.REPORT
    if not says_the_same(answers, Answers()):
        return Worth.REPORT
    return Worth.EMPTY if begun else Worth.NOTHING


class Reports:
    """The reports of an open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._campaigns = Campaigns(vault)

    def save_draft(self, conversation: Conversation, answers: Answers) -> None:
        """Keeps a report that is being filled in; one equal to what is filed is no draft."""
        filed = answers_of(conversation)
        with self._vault.transaction() as connection:
            self.keep_draft(connection, conversation, answers, filed)

    def keep_draft(
        self, connection: Transaction, conversation: Conversation, answers: Answers, filed: Answers
    ) -> None:
        """`save_draft` within a transaction of the caller's; `filed` is what the report in force says."""
        content = b"" if says_the_same(answers, filed) else msgspec.json.encode(answers)
        own_ids = cards.own_ids_of(connection, conversation.contact_id)
        conversations.save_draft(connection, conversation.action.id, own_ids, "report", content)

    def file(self, conversation: Conversation, answers: Answers) -> Filed:
        """Files the report about a contact, or corrects the one that is filed; records nothing if it says the same.

        Raises NothingToReport.
        """
        reference = reference_to(conversation, self._campaigns.content(), "")
        with self._vault.transaction() as connection:
            return self.file_in(connection, conversation, reference, answers, None)

    def file_in(
        self,
        connection: Transaction,
        conversation: Conversation,
        reference: ContactReference,
        answers: Answers,
        response: ScriptId | None,
    ) -> Filed:
        """Files or corrects within a transaction of the caller's; `response` names the script that caused it."""
        action = conversation.action
        own_ids = cards.own_ids_of(connection, conversation.contact_id)
        filed = conversations.reports_of(connection, action.id, own_ids)
        common = (action.id, action.version)
        begun = bool(conversations.messages_of(connection, action.id, own_ids))
        worth = worth_filing(filed[-1].answers if filed else None, answers, begun=begun)
        if worth is Worth.NOTHING:
            raise NothingToReport
        if worth is Worth.UNCHANGED:
            conversations.forget_draft(connection, action.id, own_ids, "report")
            return Filed(filed[-1].event_id, bool(filed[-1].corrections), recorded=False)
        clean = as_filed(answers)
        fact: ReportFiled | ReportCorrected
        if filed:
            # The report keeps the id that it was filed under, also after cards were merged.
            same = msgspec.structs.replace(reference, id=filed[-1].contact_id)
            fact = ReportCorrected(filed[-1].event_id, *common, same, clean, conversation.channel, response)
        else:
            fact = ReportFiled(*common, reference, clean, conversation.channel, response)
        event = record(connection, fact)
        if filed:
            # If no hub took the one before, this one goes in its place: it needs no attention any more.
            outbox.discard(connection, filed[-1].event_id)
        conversations.forget_draft(connection, action.id, own_ids, "report")
        return Filed(event.id, bool(filed))

    def undo(self, event_id: str) -> None:
        """Takes a report back; the one before it is in force again."""
        with self._vault.transaction() as connection:
            former = outbox.superseded_by(connection, event_id)
            record(connection, Voided(event_id, "undone"))
            if former:
                outbox.keep_discarded(connection, former)
