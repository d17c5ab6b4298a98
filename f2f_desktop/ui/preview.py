"""An action as a volunteer sees it, on an invented contact: the volunteer's own screens, to look at only."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.errors import KnownError
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.start import ActionPanel
from f2f_desktop.ui.volunteer.work.conversation_pane import ConversationPane
from f2f_desktop.ui.volunteer.work.reading import Reading
from f2f_desktop.ui.widgets import Button, Label, SegmentedControl
from f2f_desktop.volunteer.campaigns import Volunteer
from f2f_desktop.volunteer.handoff import hand_off
from f2f_desktop.volunteer.sampling import sample_conversation, sample_overview, sample_row

START = "start"


class ActionPreview(QDialog):
    """Shows an action on every channel. Nothing that is pressed in it is kept or sent.

    Attributes:
        start: the action on the volunteer's start page.
        pane: the volunteer's conversation.
    """

    def __init__(
        self, action: Action, content: CampaignContent, volunteer: Volunteer, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action, self._content, self._volunteer = action, content, volunteer
        self.setWindowTitle(self.tr("Preview"))
        self.resize(em(self.font(), 70), em(self.font(), 58))
        self.channels = SegmentedControl(
            self.tr("What is shown"),
            {
                START: self.tr("Start page"),
                str(Channel.TEXT): self.tr("Text"),
                str(Channel.CALL): self.tr("Call"),
                str(Channel.EMAIL): self.tr("E-mail"),
                str(Channel.SOCIAL): self.tr("Social"),
            },
            icons={
                START: Icon.FLAG,
                str(Channel.TEXT): Icon.TEXT,
                str(Channel.CALL): Icon.PHONE,
                str(Channel.EMAIL): Icon.MAIL,
                str(Channel.SOCIAL): Icon.PEOPLE,
            },
        )
        self.start = ActionPanel(sample_overview(content, action))
        self.start.button.setEnabled(False)
        self.pane = ConversationPane()
        self.done_button = Button(self.tr("Close the preview"))
        bottom = QHBoxLayout()
        words = self.tr("This is what a volunteer sees, with an invented contact. Nothing here is sent or kept.")
        bottom.addWidget(Label(words, muted=True), 1)
        bottom.addWidget(self.done_button)
        column = QVBoxLayout(self)
        begin = Sheet(52.0)
        begin.column.addWidget(self.start)
        begin.column.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(begin)
        self._pages.addWidget(self.pane)
        column.addWidget(self.channels)
        column.addWidget(self._pages, 1)
        column.addLayout(bottom)
        self.channels.chosen.connect(self._show)
        self.done_button.clicked.connect(self.accept)
        self.pane.message.edited.connect(self._close_ways)
        self.channels.set_current(str(Channel.TEXT))
        self.show_channel(Channel.TEXT)

    def _show(self, key: str) -> None:
        if key == START:
            self._pages.setCurrentIndex(0)
        else:
            self.show_channel(Channel(key))

    def show_channel(self, channel: Channel) -> None:
        """Shows the conversation on a channel."""
        self._pages.setCurrentWidget(self.pane)
        conversation = sample_conversation(self._content, self._action, channel, self._volunteer)
        image = next((each for each in self._content.images if each.id == self._action.image), None)
        self.pane.begin(sample_row(conversation, self._content))
        self.pane.show_reading(Reading(conversation, None, None), self._content, image, into_editor=True)
        self._show_code(channel)
        self._close_ways()

    def _show_code(self, channel: Channel) -> None:
        message, point = self.pane.message.message(), self.pane.message.point()
        codes: tuple[str, ...] = ()
        if message is not None and point is not None and channel in (Channel.TEXT, Channel.CALL):
            try:
                codes = (hand_off(channel, point.value, point.service, message.text).code,)
            except KnownError:
                codes = ()
        self.pane.message.code.show_codes(codes, channel)

    def _close_ways(self) -> None:
        """Nothing can be sent, marked or filed; answers can be looked at."""
        card = self.pane.message
        card.editor.field.setReadOnly(True)
        card.subject.setReadOnly(True)
        for widget in (card.open, card.copy, card.sent, card.not_sent, card.image.save, self.pane.person.opt_out):
            widget.setEnabled(False)
        self.pane.match.setEnabled(False)
        self.pane.bar.set_usable(False)
