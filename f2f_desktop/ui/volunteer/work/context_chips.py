"""The context of a contact as chips: what the campaign allows a volunteer to see, in few words."""

from datetime import UTC, date, datetime
from typing import NamedTuple

from PySide6.QtCore import QObject

from f2f_desktop.campaign.filters import VoterFrequency
from f2f_desktop.campaign.ids import ContactId
from f2f_desktop.ui.theme import Tone
from f2f_desktop.ui.volunteer.wording import Wording
from f2f_desktop.volunteer.standing import MatchState
from f2f_desktop.volunteer.suggestions import ContactRow, ConversationState

FREQUENCY_TONES = {
    VoterFrequency.ALWAYS: Tone.SUCCESS,
    VoterFrequency.SOMETIMES: Tone.WARNING,
    VoterFrequency.RARELY: Tone.DANGER,
    VoterFrequency.NEW: Tone.ACCENT,
}


class ContextChip(NamedTuple):
    """A word or two, and the tone that it is shown in."""

    text: str
    tone: Tone


class ContextChips(QObject):
    """Makes the chips of a row: what happened first, then what the voter file says, the more telling first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._kept: dict[ContactId, tuple[ContactRow, date, tuple[ContextChip, ...]]] = {}

    def of(self, row: ContactRow) -> tuple[ContextChip, ...]:
        """Every chip of a row. Kept for the next painting, as long as it is the same row on the same day."""
        today = datetime.now(UTC).astimezone().date()
        kept = self._kept.get(row.id)
        if kept is None or kept[0] is not row or kept[1] != today:
            kept = self._kept[row.id] = (row, today, (*self._conversation(row), *self._voter(row)))
        return kept[2]

    def spoken(self, row: ContactRow) -> str:
        """The row for screen readers: star, name, context, place."""
        star = self.tr("suggested by the campaign") if row.starred else ""
        return ", ".join(filter(None, (row.name, star, *(chip.text for chip in self.of(row)), row.place)))

    def _conversation(self, row: ContactRow) -> tuple[ContextChip, ...]:
        day = self._wording.day(row.last_at) if row.last_at is not None else ""
        if row.state is ConversationState.OPTED_OUT:
            return (ContextChip(self.tr("Do not contact"), Tone.DANGER),)
        if row.state is ConversationState.REPORTED:
            return (ContextChip(self.tr("Reported"), Tone.SUCCESS),)
        if row.state is ConversationState.ANSWERED:
            return (ContextChip(self.tr("Answered {day}").format(day=day), Tone.ACCENT),)
        if row.state is ConversationState.SENT:
            return (ContextChip(self._wording.touched(row.last_channel, day), Tone.NEUTRAL),)
        return ()

    def _voter(self, row: ContactRow) -> tuple[ContextChip, ...]:
        if row.match is MatchState.AMBIGUOUS:
            check = self.tr("Check: %n possible voter(s)", "", row.candidates)
            return (ContextChip(self.tr("Maybe a match"), Tone.NEUTRAL), ContextChip(check, Tone.WARNING))
        if not row.match.certain:
            return (ContextChip(self.tr("Not in the voter file"), Tone.NEUTRAL),)
        if row.departed:
            return (ContextChip(self.tr("No longer in the voter file"), Tone.WARNING),)
        registered = self.tr("Registered")
        if row.party:
            registered = self.tr("Registered · {party}").format(party=self._wording.party(row.party))
        chips = []
        if row.frequency in FREQUENCY_TONES:
            chips.append(ContextChip(self._wording.frequency(row.frequency), FREQUENCY_TONES[row.frequency]))
        if row.in_district is not None:
            inside = self.tr("In district") if row.in_district else self.tr("Outside the district")
            chips.append(ContextChip(inside, Tone.INFO if row.in_district else Tone.NEUTRAL))
        if row.in_swing_district:
            chips.append(ContextChip(self.tr("Swing district"), Tone.ACCENT))
        return (*chips, ContextChip(registered, Tone.NEUTRAL))
