"""Reports: what the volunteer records about a conversation, in five seconds, and may correct later."""

import msgspec

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ScriptId, TagId
from f2f_desktop.campaign.questions import CustomField, Tag
from f2f_desktop.campaign.scripts import ResponseScript
from f2f_desktop.events.facts import Answers, ContactReference, ReportCorrected, ReportFiled, Voided
from f2f_desktop.vault import cards, conversations
from f2f_desktop.vault.journal import record
from f2f_desktop.vault.vault import Transaction, Vault
from f2f_desktop.volunteer.campaigns import Campaigns
from f2f_desktop.volunteer.conversation import Conversation, answers_of, reference_to


class ReportForm(msgspec.Struct, frozen=True):
    """What an action asks for, in display order."""

    tags: tuple[Tag, ...]
    fields: tuple[CustomField, ...]


class Filed(msgspec.Struct, frozen=True):
    """A report as it was stored. `event_id` undoes it."""

    event_id: str
    correction: bool


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
        content = b"" if answers == filed else msgspec.json.encode(answers)
        own_ids = cards.own_ids_of(connection, conversation.contact_id)
        conversations.save_draft(connection, conversation.action.id, own_ids, "report", content)

    def file(self, conversation: Conversation, answers: Answers) -> Filed:
        """Files the report about a contact, or corrects the one that is filed."""
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
        clean = msgspec.structs.replace(
            answers,
            note=answers.note.strip(),
            fields={field: value.strip() for field, value in answers.fields.items() if value.strip()},
        )
        fact: ReportFiled | ReportCorrected
        if filed:
            # The report keeps the id that it was filed under, also after cards were merged.
            same = msgspec.structs.replace(reference, id=filed[-1].contact_id)
            fact = ReportCorrected(filed[-1].event_id, *common, same, clean, conversation.channel, response)
        else:
            fact = ReportFiled(*common, reference, clean, conversation.channel, response)
        event = record(connection, fact)
        conversations.forget_draft(connection, action.id, own_ids, "report")
        return Filed(event.id, bool(filed))

    def undo(self, event_id: str) -> None:
        """Takes a report back; the one before it is in force again."""
        with self._vault.transaction() as connection:
            record(connection, Voided(event_id, "undone"))
