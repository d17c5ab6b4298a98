"""One conversation: who, what to say, handing it over, and saying that it went out.

The app never sends anything. It shows a code, opens a link or copies a text; a person presses *send* on their own
phone and then says so here, which is the fact that is recorded.
"""

from collections.abc import Mapping

import msgspec

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId, ContactId
from f2f_desktop.campaign.links import codes_in
from f2f_desktop.campaign.merge_fields import BRACES, field_name, fill
from f2f_desktop.campaign.scripts import Script
from f2f_desktop.contacts.model import Contact
from f2f_desktop.errors import KnownError
from f2f_desktop.events.facts import (
    Answers,
    MessageKind,
    MessageSent,
    OptedOut,
    Voided,
)
from f2f_desktop.events.hashes import point_hash
from f2f_desktop.vault import cards, conversations
from f2f_desktop.vault.journal import record
from f2f_desktop.vault.vault import Vault
from f2f_desktop.volunteer.campaigns import Campaigns, Volunteer, action_of
from f2f_desktop.volunteer.conversation import (
    Conversation,
    Message,
    MessageDraft,
    answers_of,
    name_of_person,
    reference_to,
    with_draft,
)
from f2f_desktop.volunteer.handoff import HandOff, hand_off
from f2f_desktop.volunteer.reachable import Point, points_of
from f2f_desktop.volunteer.reports import Filed, Reports, with_response
from f2f_desktop.volunteer.standing import Standing
from f2f_desktop.volunteer.suggestions import Suggestions, display_name, is_closed
from f2f_desktop.volunteer.targets import Targets
from f2f_desktop.volunteer.tracking import link_values


class DoNotContact(KnownError):
    """The contact has opted out."""

    def __init__(self) -> None:
        super().__init__(
            "This person has asked not to be contacted again.", "If that was a mistake, undo the opt-out first."
        )


class ContactGone(KnownError):
    """The contact is not in the vault any more."""

    def __init__(self) -> None:
        super().__init__("This contact is not on this laptop any more.", "Choose another contact.")


class UnfilledMessage(KnownError):
    """The text still holds braces or is empty."""

    def __init__(self) -> None:
        super().__init__(
            "The message is empty or still has unfilled fields.", "Complete it before you hand it over."
        )


class Sent(msgspec.Struct, frozen=True):
    """A message as it was recorded, and the report that it filled in by itself. `unsend` takes both back."""

    event_id: str
    report: Filed | None = None


class Outreach:
    """The conversations of an open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._campaigns = Campaigns(vault)
        self._suggestions = Suggestions(vault)
        self._reports = Reports(vault)

    def conversation(
        self, action_id: ActionId, contact_id: ContactId, channel: Channel, known: Action | None = None
    ) -> Conversation:
        """Everything about one contact in one action; `known` is the action as it was, if it may have been closed.

        Raises `ContactGone`, `ActionClosed`, `NoCampaign`.
        """
        campaign = self._campaigns.content()
        action = action_of(campaign, action_id, known)
        volunteer = self._campaigns.volunteer()
        with self._vault.transaction() as connection:
            person = cards.contact(connection, contact_id)
            if person is None:
                raise ContactGone
            own_ids = cards.own_ids_of(connection, person.id)
            history = tuple(conversations.messages_of(connection, action_id, own_ids))
            filed = conversations.reports_of(connection, action_id, own_ids)
            drafts = conversations.drafts_of(connection, action_id, own_ids)
            opted_out = bool(conversations.opt_outs_of(connection, own_ids)) or is_closed(
                person.contact, conversations.opted_out_points(connection), campaign.settings.phone_hash_key
            )
        stands = self._suggestions.standing_of(person.id)
        listed = next((each for each in campaign.target_lists if each.id == action.target_list), None)
        suggested = Targets(listed, volunteer.email).suggested(person.contact, stands.voter_id)
        values = merge_values(
            person.contact, stands, volunteer, campaign, suggested.variables if suggested else {}
        )
        with self._vault.transaction() as connection:
            values |= link_values(connection, action, person.id, len(history))
        initial = initial_message(action, channel, values)
        filled = {each.id: fill(each.text, values) for each in action.responses if channel in each.channels}
        responses = tuple(
            msgspec.structs.replace(each, text=filled[each.id].text)
            for each in action.responses
            if each.id in filled
        )
        missing = {script: each.missing for script, each in filled.items() if each.missing}
        typed = drafts.get(channel)
        report = filed[-1] if filed else None
        draft = drafts.get("report")
        answers = report.answers if report else Answers()
        return Conversation(
            action=action,
            contact_id=person.id,
            contact=person.contact,
            name=display_name(person.contact),
            first_name=values.get("first_name", ""),
            standing=stands,
            starred=suggested is not None,
            in_district=(
                action.filters.in_districts(stands.in_file.districts)
                if stands.in_file is not None and action.filters.districts
                else None
            ),
            channel=channel,
            points=points_of(person.contact, channel),
            initial=initial,
            message=initial if typed is None else with_draft(initial, responses, missing, typed),
            responses=responses,
            history=history,
            report=report,
            draft=msgspec.json.decode(draft, type=Answers) if draft else answers,
            draft_changed=draft is not None,
            opted_out=opted_out,
            cards=person.cards,
            missing=missing,
        )

    def save_draft(self, conversation: Conversation, message: Message) -> None:
        """Keeps a message that is being written, so that neither a crash nor a look at another contact loses it.

        The first message as the script has it is no draft.
        """
        draft = MessageDraft(message.kind, message.script, message.text, message.subject)
        content = b"" if message == conversation.initial else msgspec.json.encode(draft)
        with self._vault.transaction() as connection:
            own_ids = cards.own_ids_of(connection, conversation.contact_id)
            conversations.save_draft(connection, conversation.action.id, own_ids, conversation.channel, content)

    def hand_off(self, conversation: Conversation, point: Point, message: Message) -> HandOff:
        """Links, code and text with which the volunteer passes the message to their own phone or account.

        Raises `DoNotContact`, `UnfilledMessage`, `UnusablePoint`.
        """
        self._check(conversation, message)
        return hand_off(point.channel, point.value, point.service, message.text.strip(), message.subject.strip())

    def mark_sent(self, conversation: Conversation, point: Point, message: Message) -> Sent:
        """Records that the volunteer has sent the message; a response also fills in its part of the report.

        What else has been typed into the report (`conversation.draft`) stays a draft: it is filed when the
        volunteer says so. Raises
        `DoNotContact`, `UnfilledMessage`.
        """
        now = self._check(conversation, message)
        campaign = self._campaigns.content()
        reference = reference_to(conversation, campaign, point.value)
        fact = MessageSent(
            action=conversation.action.id,
            action_version=conversation.action.version,
            contact=reference,
            channel=conversation.channel,
            kind=message.kind,
            script=message.script,
            edited=message.edited,
            suggested=conversation.starred,
            in_district=conversation.in_district,
            link_codes=codes_in(message.text),
        )
        response = next((each for each in now.responses if each.id == message.script), None)
        with self._vault.transaction() as connection:
            event = record(connection, fact)
            conversations.keep_text(connection, event.id, message.text.strip())
            own_ids = cards.own_ids_of(connection, conversation.contact_id)
            conversations.forget_draft(connection, conversation.action.id, own_ids, conversation.channel)
            filed = None
            if message.kind is MessageKind.RESPONSE and response and (response.apply_tags or response.set_fields):
                # The report in force is what is stored now: another may have been filed since the caller read one.
                answers = with_response(answers_of(now), response)
                report = self._reports.file_in(connection, conversation, reference, answers, response.id)
                filed = report if report.recorded else None
                typed = now.draft if conversation.draft == answers_of(conversation) else conversation.draft
                self._reports.keep_draft(connection, conversation, with_response(typed, response), answers)
        return Sent(event.id, filed)

    def unsend(self, event_id: str, report_event_id: str = "") -> None:
        """Undoes `mark_sent`: the message is counted no longer, nor the report that it filled in, if named."""
        with self._vault.transaction() as connection:
            record(connection, Voided(event_id, "undone"))
            if report_event_id:
                record(connection, Voided(report_event_id, "undone"))

    def opt_out(self, conversation: Conversation) -> str:
        """The contact is not to be contacted again: every hand-off is closed from now on. Gives the event's id."""
        campaign = self._campaigns.content()
        key = campaign.settings.phone_hash_key
        points = [phone.e164 for phone in conversation.contact.phones if phone.e164]
        points += [email.address for email in conversation.contact.emails]
        hashes = tuple(dict.fromkeys(point_hash(key, point) for point in points))
        with self._vault.transaction() as connection:
            return record(connection, OptedOut(reference_to(conversation, campaign, ""), hashes)).id

    def undo_opt_out(self, contact_id: ContactId) -> bool:
        """Takes back the opt-outs that were recorded here for a contact; False if there were none."""
        with self._vault.transaction() as connection:
            events = conversations.opt_outs_of(connection, cards.own_ids_of(connection, contact_id))
            for event_id in events:
                record(connection, Voided(event_id, "undone"))
        return bool(events)

    def _check(self, conversation: Conversation, message: Message) -> Conversation:
        """The conversation as it stands now. Raises `DoNotContact`, `UnfilledMessage`."""
        action = conversation.action
        now = self.conversation(action.id, conversation.contact_id, conversation.channel, action)
        if now.opted_out:
            raise DoNotContact
        # On the phone the text is what to say; who speaks freely has none.
        empty = not message.text.strip() and conversation.channel is not Channel.CALL
        if empty or BRACES.search(message.text) or BRACES.search(message.subject):
            raise UnfilledMessage
        return now


def initial_message(action: Action, channel: Channel, values: Mapping[str, str]) -> Message:
    """The action's first message on `channel`, personalised."""
    script: Script = action.scripts.for_channel(channel)
    filled, subject = fill(script.text, values), fill(script.subject or action.title, values)
    return Message(
        MessageKind.INITIAL,
        script.id,
        filled.text,
        subject.text if channel is Channel.EMAIL else "",
        tuple(dict.fromkeys((*filled.missing, *(subject.missing if channel is Channel.EMAIL else ())))),
        filled.text,
        script.with_image and action.image is not None,
    )


def merge_values(
    contact: Contact,
    stands: Standing,
    volunteer: Volunteer,
    campaign: CampaignContent,
    variables: Mapping[str, str],
) -> dict[str, str]:
    """What the merge fields of a script stand for. A column of the target list never hides a built-in field."""
    person = name_of_person(contact)
    voter = stands.in_file
    first = next(iter(person.given.split()), "")
    built_in = {
        "first_name": first,
        "last_name": person.family,
        "full_name": person.full,
        "nickname": contact.nicknames[0] if contact.nicknames else first,
        "volunteer_first_name": volunteer.first_name,
        "volunteer_name": volunteer.name,
        "campaign": campaign.name,
        "city": voter.city.title() if voter else "",
        "county": voter.county.title() if voter else "",
        "precinct": voter.districts.get("precinct", "") if voter else "",
    }
    return {**{field_name(name): value for name, value in variables.items()}, **built_in}
