"""The facts that a laptop reports. A fact is immutable: a correction is a new one that names the old.

A new kind of fact is a new struct here with a tag of its own, added to `Fact`; a changed meaning is a new
version of the struct's tag. Whoever meets a tag that he does not know keeps the event as it is.
"""

from enum import StrEnum

import msgspec

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ActionId, ContactId, FieldId, ScriptId, TagId, VoterId


class ContactReference(msgspec.Struct, frozen=True, omit_defaults=True):
    """A contact as the campaign may know it.

    `id` is random and made on the laptop. The name is there only as the campaign's setting and the volunteer's
    choice allow; a phone or e-mail only as a keyed hash, so that it can be counted without being sent.
    """

    id: ContactId
    voter_id: VoterId | None = None
    name: str = ""
    point_hash: str = ""
    """Keyed hash of the phone number or address that the fact is about (see `events.hashes`)."""


class MessageKind(StrEnum):
    """Whether a message opened the conversation or answered in it."""

    INITIAL = "initial"
    RESPONSE = "response"


class ActionSeen(msgspec.Struct, frozen=True, tag="action.seen"):
    """The volunteer has had the action on the screen."""

    action: ActionId
    action_version: int


class ActionStarted(msgspec.Struct, frozen=True, tag="action.started"):
    """The volunteer has pressed the action's start button."""

    action: ActionId
    action_version: int


class ActionCompleted(msgspec.Struct, frozen=True, tag="action.completed"):
    """The volunteer has finished a round of the action: every conversation of it has its report."""

    action: ActionId
    action_version: int


class ContactsSynced(msgspec.Struct, frozen=True, tag="contacts.synced"):
    """How many contacts this laptop holds and how many of them are matched: counts only."""

    contacts: int
    matched: int


class SuggestionsCounted(msgspec.Struct, frozen=True, tag="suggestions.counted"):
    """How many people of the action's target list turned up among this laptop's contacts: a count only."""

    action: ActionId
    action_version: int
    known: int


class MessageSent(msgspec.Struct, frozen=True, tag="message.sent", omit_defaults=True):
    """The volunteer says that a message went out. Its text stays on the laptop."""

    action: ActionId
    action_version: int
    contact: ContactReference
    channel: Channel
    kind: MessageKind
    script: ScriptId
    """The initial script or the response script that it was made from."""
    edited: bool = False
    suggested: bool = False
    """Whether the contact was on the action's target list."""
    in_district: bool | None = None
    """Whether the matched voter lives in the action's district; None if unmatched."""
    link_codes: tuple[str, ...] = ()


class Answers(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a report says."""

    tags: tuple[TagId, ...] = ()
    fields: dict[FieldId, str] = {}
    note: str = ""


class ReportFiled(msgspec.Struct, frozen=True, tag="report.filed", omit_defaults=True):
    """The first report about a contact in an action.

    `response` names the response script that set some of the answers by itself.
    """

    action: ActionId
    action_version: int
    contact: ContactReference
    answers: Answers
    channel: Channel | None = None
    response: ScriptId | None = None


class ReportCorrected(msgspec.Struct, frozen=True, tag="report.corrected", omit_defaults=True):
    """The report `supersedes` (an event's id) is replaced by this one."""

    supersedes: str
    action: ActionId
    action_version: int
    contact: ContactReference
    answers: Answers
    channel: Channel | None = None
    response: ScriptId | None = None


class OptedOut(msgspec.Struct, frozen=True, tag="contact.opted_out"):
    """The contact does not want to hear from the campaign again.

    `point_hashes` are keyed hashes of all their phone numbers and e-mail addresses.
    """

    contact: ContactReference
    point_hashes: tuple[str, ...]


class OptOutSource(StrEnum):
    """How points came on the opt-out list otherwise than by a volunteer's contact."""

    BY_HAND = "by_hand"
    FILE = "file"


class PointsOptedOut(msgspec.Struct, frozen=True, tag="points.opted_out"):
    """An organizer says that nobody may contact these phones and addresses: keyed hashes, at most a few hundred."""

    point_hashes: tuple[str, ...]
    source: OptOutSource


class Voided(msgspec.Struct, frozen=True, tag="voided"):
    """The event `event` is to be counted no longer: it was a mistake, and has been undone.

    To void this one changes nothing: what shall count again is recorded anew.
    """

    event: str
    reason: str = ""


Fact = (
    ActionSeen
    | ActionStarted
    | ActionCompleted
    | ContactsSynced
    | SuggestionsCounted
    | MessageSent
    | ReportFiled
    | ReportCorrected
    | OptedOut
    | PointsOptedOut
    | Voided
)


class UnknownFact(msgspec.Struct, frozen=True):
    """A fact of a newer version: kept and shown as such, never dropped."""

    type: str


def type_of(fact: Fact | UnknownFact) -> str:
    """The tag under which a fact travels: `message.sent`."""
    return fact.type if isinstance(fact, UnknownFact) else str(fact.__struct_config__.tag)
