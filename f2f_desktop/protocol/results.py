"""Results as organizers read them, and what each figure means: the one place that says it.

A user is a volunteer: laptops that joined under the same e-mail address are one, others are one each. What was undone,
or taken out by an organizer, counts nowhere; what was corrected counts once, as it stands.
"""

from enum import StrEnum

import msgspec

from f2f_desktop.campaign.ids import ActionId, ContactId, Milliseconds
from f2f_desktop.events.facts import Answers

RECEIVERS_IN_A_PAGE = 200
"""Receivers that a screen asks for at a time."""

MOST_RECEIVERS = 5_000
"""Receivers that an export asks for at a time: a hub answers only so many requests a second."""


class Figure(StrEnum):
    """A figure of an action; `DEFINITIONS` says what it counts."""

    SENT_TO = "sent_to"
    SEEN = "seen"
    STARTED = "started"
    COMPLETED = "completed"
    PERFORMS = "performs"
    REPORTS = "reports"
    INITIAL = "initial"
    PHONES = "phones"
    FOLLOWED_UP = "followed_up"
    RESPONSES = "responses"
    REACHED = "reached"
    SUGGESTED_KNOWN = "suggested_known"
    SUGGESTED_REACHED = "suggested_reached"
    CLICKS = "clicks"


DEFINITIONS = {
    Figure.SENT_TO: "Volunteers whose access is open, once the action was published; and everybody who has done "
    "something in it.",
    Figure.SEEN: "Volunteers who have had this action on their screen.",
    Figure.STARTED: "Volunteers who have pressed its start button.",
    Figure.COMPLETED: "Volunteers who have finished a round of it at least once.",
    Figure.PERFORMS: "How many rounds of it were finished, by all volunteers together.",
    Figure.REPORTS: "Conversations with a report in force. A corrected report counts once, an undone one not at all.",
    Figure.INITIAL: "First messages that volunteers said they sent to personal contacts, on all channels.",
    Figure.PHONES: "Different phone numbers and addresses that a first message went to.",
    Figure.FOLLOWED_UP: "Conversations in which a reply was sent after the contact had answered.",
    Figure.RESPONSES: "Replies that volunteers said they sent.",
    Figure.REACHED: "Conversations with at least one first message.",
    Figure.SUGGESTED_KNOWN: "People of the target list who turned up among the contacts of this volunteer.",
    Figure.SUGGESTED_REACHED: "Conversations with suggested contacts to whom a first message went.",
    Figure.CLICKS: "Clicks on tracked links in messages; previews and robots are not counted.",
}


class ActionFigures(msgspec.Struct, frozen=True):
    """An action's overview."""

    action: ActionId
    values: dict[str, int] = {}
    """By `Figure`; what is missing is 0."""

    def __getitem__(self, figure: Figure) -> int:
        return self.values.get(figure, 0)


class AnswerCount(msgspec.Struct, frozen=True):
    """How often something was answered."""

    of: str
    """The tag, field or response script."""
    value: str
    """A field's value; empty for tags and scripts."""
    count: int


class DayCount(msgspec.Struct, frozen=True):
    """What happened on a day of the volunteers' clocks (UTC)."""

    day: str
    """ISO date."""
    channel: str
    """Empty: reports."""
    figure: Figure
    count: int


class ActionResults(msgspec.Struct, frozen=True):
    """Everything about an action but its lists of people."""

    figures: ActionFigures
    tags: tuple[AnswerCount, ...] = ()
    fields: tuple[AnswerCount, ...] = ()
    scripts: tuple[AnswerCount, ...] = ()
    days: tuple[DayCount, ...] = ()
    as_of: Milliseconds = Milliseconds(0)
    """The hub's clock."""
    position: int = 0
    """The newest event that the figures hold."""
    behind: int = 0
    """Events that have arrived and are in no figure yet."""


class UserRow(msgspec.Struct, frozen=True):
    """A volunteer in an action."""

    user: str
    devices: tuple[str, ...]
    name: str
    email: str
    values: dict[str, int]
    last_seen: Milliseconds | None
    flagged: int = 0
    """Stretches with more messages than a person can send."""


class UserPage(msgspec.Struct, frozen=True):
    """Volunteers in an action, sorted and searched as was asked (see `listing`)."""

    rows: tuple[UserRow, ...]
    after: str
    """What the next page is asked for by; empty: this was the last one."""
    flagged: int = 0
    """Volunteers of the whole action, on this page or not, with more messages than a person can send."""
    totals: dict[str, int] = {}
    """Figures of all volunteers together, by `Figure`."""


class ReceiverRow(msgspec.Struct, frozen=True):
    """A contact in an action, as far as the campaign may know them."""

    device: str
    volunteer: str
    contact: ContactId
    name: str
    voter_id: str | None
    last_at: Milliseconds
    position: int
    initial: int
    responses: int
    reported: bool
    suggested: bool
    in_district: bool | None


class ReceiverPage(msgspec.Struct, frozen=True):
    """Receivers, those messaged last first."""

    rows: tuple[ReceiverRow, ...]
    before: int | None
    """Where the next page begins; None: this was the last one."""


class HistoryLine(msgspec.Struct, frozen=True):
    """Something that happened in a conversation."""

    event: str
    at: Milliseconds
    type: str
    channel: str = ""
    script: str = ""
    edited: bool = False
    answers: Answers = msgspec.field(default_factory=Answers)
    voided: bool = False


class Burst(msgspec.Struct, frozen=True):
    """A stretch in which more was sent than a person can send."""

    device: str
    volunteer: str
    action: ActionId
    first_at: Milliseconds
    last_at: Milliseconds
    messages: int


class Withdrawal(msgspec.Struct, frozen=True):
    """What an organizer takes out of the figures: a device's events in an action between two moments."""

    device: str
    action: ActionId
    first_at: Milliseconds
    last_at: Milliseconds
    reason: str = ""


class BatchRow(msgspec.Struct, frozen=True):
    """Something that was taken out of the figures, and whether that was undone."""

    id: str
    device: str
    volunteer: str
    reason: str
    events: int
    made_at: Milliseconds
    undone_at: Milliseconds | None
    action: ActionId = ActionId("")
    first_at: Milliseconds | None = None
    """Of the stretch, by the device's clock."""
    last_at: Milliseconds | None = None
