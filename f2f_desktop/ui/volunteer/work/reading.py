"""What the state behind the working screen reads, and what it can take back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ContactId
from f2f_desktop.volunteer.conversation import Conversation
from f2f_desktop.volunteer.matchmaking import Question
from f2f_desktop.volunteer.suggestions import ContactRow


class Opened(NamedTuple):
    """An action that was opened: the campaign's content, and all rows."""

    content: CampaignContent
    rows: list[ContactRow]


class Reading(NamedTuple):
    """One contact as it was read: the conversation, the possible voters, the row (None: filtered out)."""

    conversation: Conversation
    question: Question | None
    row: ContactRow | None


@dataclass(frozen=True)
class Undoable:
    """A step that can be taken back: what it was, about whom, and how."""

    words: str
    contact_id: ContactId
    take_back: Callable[[], object]
    changes: frozenset[str]
    rereads_all: bool = False
    messages: int = 0
    """Messages that it counted as sent."""
