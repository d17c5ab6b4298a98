"""What things of an organizer are called on the screen."""

from PySide6.QtCore import QLocale

from f2f_desktop.campaign.action import ActionStatus
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.checklist import Lack, Missing
from f2f_desktop.campaign.filters import VoterFrequency
from f2f_desktop.organizer.authoring import ActionRow
from f2f_desktop.protocol.results import ActionFigures, Figure
from f2f_desktop.ui.theme import Tone
from f2f_desktop.ui.voter_words import VoterWords


class Wording(VoterWords):
    """Words for values, in the language that is spoken now."""

    def title(self, title: str) -> str:
        """An action's title, or what stands for it."""
        return title.strip() or self.tr("Untitled action")

    def status(self, row: ActionRow) -> tuple[str, Tone]:
        """Where an action is in its life, and the tone of that."""
        if row.action.status is ActionStatus.CLOSED:
            words = self.tr("Closed, not published yet") if row.changed else self.tr("Closed")
            return words, Tone.NEUTRAL
        if not row.published or row.action.status is ActionStatus.DRAFT:
            return self.tr("Draft"), Tone.INFO
        if row.changed:
            return self.tr("Changed"), Tone.WARNING
        return self.tr("Published"), Tone.SUCCESS

    def engagement(self, figures: ActionFigures | None) -> str:
        """How far volunteers are with an action."""
        if figures is None:
            return "–"
        return self.tr("{seen} seen · {started} started · {completed} completed of {sent_to}").format(
            **{
                name: number(figures[figure])
                for name, figure in (
                    ("seen", Figure.SEEN),
                    ("started", Figure.STARTED),
                    ("completed", Figure.COMPLETED),
                    ("sent_to", Figure.SENT_TO),
                )
            }
        )

    def channel(self, channel: Channel) -> str:
        """A channel's name."""
        return {
            Channel.TEXT: self.tr("Text message"),
            Channel.CALL: self.tr("Phone call"),
            Channel.EMAIL: self.tr("E-mail"),
            Channel.SOCIAL: self.tr("Social media"),
        }[channel]

    def frequency(self, frequency: VoterFrequency) -> str:
        """How often somebody votes."""
        return {
            VoterFrequency.ALWAYS: self.tr("Always votes"),
            VoterFrequency.SOMETIMES: self.tr("Votes sometimes"),
            VoterFrequency.RARELY: self.tr("Rarely votes"),
            VoterFrequency.NEW: self.tr("New voter"),
            VoterFrequency.UNKNOWN: self.tr("Not known"),
        }[frequency]

    def merge_field(self, name: str) -> str:
        """What a merge field stands for."""
        known = {
            "first_name": self.tr("First name"),
            "last_name": self.tr("Last name"),
            "full_name": self.tr("Full name"),
            "nickname": self.tr("Nickname"),
            "volunteer_first_name": self.tr("Volunteer's first name"),
            "volunteer_name": self.tr("Volunteer's name"),
            "campaign": self.tr("Name of the campaign"),
            "city": self.tr("City"),
            "county": self.tr("County"),
            "precinct": self.tr("Precinct"),
        }
        return known.get(name, name)

    def lack(self, missing: Missing) -> str:
        """An entry of the check list."""
        words = {
            Lack.TITLE: self.tr("The action has no title."),
            Lack.SCRIPT: self.tr("The first text message is empty."),
            Lack.RESPONSE_LABEL: self.tr("A response script has no name."),
            Lack.RESPONSE_TEXT: self.tr("The response script “{about}” is empty."),
            Lack.UNKNOWN_TAG: self.tr("A tag that is used is not there any more."),
            Lack.UNKNOWN_FIELD: self.tr("A custom field or answer that is used is not there any more."),
            Lack.UNKNOWN_LIST: self.tr("The target list is not there any more."),
            Lack.UNKNOWN_IMAGE: self.tr("The image is not there any more."),
            Lack.BAD_LINK: self.tr("The link “{about}” needs a name and an address that begins with https://"),
            Lack.BAD_BRACES: self.tr("Braces are not in pairs: “{about}”"),
            Lack.UNKNOWN_MERGE_FIELD: self.tr("Nothing fills the field “{about}”; it would be left out."),
            Lack.NOTHING_TO_REPORT: self.tr(
                "No tag or field is chosen for the report: volunteers see all of them."
            ),
            Lack.MANY_QUESTIONS: self.tr("{about} tags and fields are many to fill in after a conversation."),
            Lack.NO_DESCRIPTION: self.tr("There is no description."),
        }[missing.lack]
        return words.format(about=missing.about)


def number(count: int) -> str:
    """A number as the language writes it."""
    return QLocale().toString(count)
