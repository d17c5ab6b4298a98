"""One conversation as a value: who, what to say, what was said, and what is reported of it."""

import msgspec

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ContactId, ScriptId
from f2f_desktop.campaign.scripts import ResponseScript
from f2f_desktop.campaign.settings import NamesUpstream
from f2f_desktop.contacts.model import Contact, PersonName
from f2f_desktop.contacts.names import taken_apart
from f2f_desktop.events.facts import Answers, ContactReference, MessageKind
from f2f_desktop.events.hashes import point_hash
from f2f_desktop.vault.conversations import StoredMessage, StoredReport
from f2f_desktop.volunteer.reachable import Point
from f2f_desktop.volunteer.standing import Standing

__all__ = [
    "Conversation",
    "Message",
    "MessageDraft",
    "StoredMessage",
    "StoredReport",
    "reference_to",
    "response_message",
    "with_draft",
]


class Message(msgspec.Struct, frozen=True):
    """A message as it stands in the editor."""

    kind: MessageKind
    script: ScriptId
    text: str
    subject: str = ""
    missing: tuple[str, ...] = ()
    """Merge fields of the script that have no value for this contact."""
    original: str = ""
    """The personalised script before the volunteer edited it."""
    with_image: bool = False

    @property
    def edited(self) -> bool:
        """Whether the volunteer changed the words."""
        return self.text.strip() != self.original.strip()


class MessageDraft(msgspec.Struct, frozen=True):
    """What is kept of a message that is being written."""

    kind: MessageKind
    script: ScriptId
    text: str
    subject: str = ""


class Conversation(msgspec.Struct, frozen=True):
    """Everything that the right side of the window shows of one contact in one action on one channel."""

    action: Action
    contact_id: ContactId
    contact: Contact
    name: str
    first_name: str
    standing: Standing
    starred: bool
    in_district: bool | None
    channel: Channel
    points: tuple[Point, ...]
    initial: Message
    """The first message as the campaign's script gives it."""
    message: Message
    """The message as it was left in the editor: the first one or a response, edited or not."""
    responses: tuple[ResponseScript, ...]
    """The answers that may be given on this channel, their merge fields filled in."""
    history: tuple[StoredMessage, ...]
    report: StoredReport | None
    draft: Answers
    """The report as it stands in the form: filed, corrected but not yet filed again, or new."""
    draft_changed: bool
    opted_out: bool
    cards: int = 1
    missing: dict[ScriptId, tuple[str, ...]] = {}
    """Merge fields without a value, by response script."""


def response_message(response: ResponseScript, missing: tuple[str, ...] = ()) -> Message:
    """A response script of a `Conversation` as a message; its fields are filled in already."""
    return Message(MessageKind.RESPONSE, response.id, response.text, "", missing, response.text)


def with_draft(
    initial: Message, responses: tuple[ResponseScript, ...], missing: dict[ScriptId, tuple[str, ...]], typed: bytes
) -> Message:
    """The message that was being written. A draft of a response that is gone becomes one of the first message."""
    draft = msgspec.json.decode(typed, type=MessageDraft)
    message = initial
    if draft.kind is MessageKind.RESPONSE:
        answer = next((each for each in responses if each.id == draft.script), None)
        message = response_message(answer, missing.get(answer.id, ())) if answer else initial
    return msgspec.structs.replace(message, text=draft.text, subject=draft.subject)


def answers_of(conversation: Conversation) -> Answers:
    """What the filed report says; nothing before there is one."""
    return conversation.report.answers if conversation.report else Answers()


def name_of_person(contact: Contact) -> PersonName:
    """The contact's name with its parts; empty where a firm, a number or an address stands in its place."""
    name = contact.name
    if name.given or name.family:
        return name
    words = name.full.split()
    firm = name.full.casefold() == contact.organization.casefold()
    if firm or "@" in name.full or not any(map(str.isalpha, name.full)):
        return PersonName()
    apart = taken_apart(name.full)
    return apart if apart.given else PersonName(name.full, given=words[0])


def reference_to(conversation: Conversation, campaign: CampaignContent, point: str) -> ContactReference:
    """A contact as the campaign may know it, by its setting for names."""
    setting = campaign.settings.names_upstream
    certain = conversation.standing.voter_id
    named = setting is NamesUpstream.ALWAYS or (setting is NamesUpstream.MATCHED_ONLY and certain is not None)
    # Not what the window shows: in place of a name that may be a number or an address, which never leave.
    return ContactReference(
        conversation.contact_id,
        certain,
        name_of_person(conversation.contact).full if named else "",
        point_hash(campaign.settings.phone_hash_key, point) if point else "",
    )
