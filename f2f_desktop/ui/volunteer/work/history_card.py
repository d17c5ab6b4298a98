"""What was said so far: the messages that went out, and the report in force."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.campaign.ids import ScriptId
from f2f_desktop.events.facts import Answers, MessageKind
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.wording import CHANNEL_ICONS, Wording
from f2f_desktop.ui.volunteer.work.key_caps import with_key
from f2f_desktop.ui.volunteer.work.keys import WorkKey
from f2f_desktop.ui.volunteer.work.message_card import ReportNames
from f2f_desktop.ui.widgets import Card, IconView, Label, QuietButton, TextStyle
from f2f_desktop.volunteer.conversation import Conversation, StoredMessage


class HistoryCard(Card):
    """The history of one conversation, newest first; folded to its last line until it is asked for.

    Signals:
        undo_pressed(str): the message with this event id was not sent after all.
    """

    undo_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._open = False
        self.fold = with_key(QuietButton(self.tr("Show all")), WorkKey.HISTORY)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(em(self.font(), 0.7))
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("What was said so far"), TextStyle.HEADING), 1)
        head.addWidget(self.fold)
        self.column.addLayout(head)
        self.column.addLayout(self._entries)
        self._rows: list[QWidget] = []
        self.fold.clicked.connect(self.toggle)
        self.hide()

    def show_conversation(self, conversation: Conversation, names: ReportNames) -> None:
        """Shows the history of a conversation; hidden where there is none."""
        for row in self._rows:
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self._rows = []
        labels = {each.id: each.label for each in conversation.action.responses}
        if conversation.report is not None:
            self._rows.append(self._report_row(conversation, names))
        for place, message in enumerate(reversed(conversation.history)):
            self._rows.append(self._message_row(message, labels, undoable=place == 0))
        for row in self._rows:
            self._entries.addWidget(row)
        self.setVisible(bool(self._rows))
        self._fold_rows()

    def toggle(self) -> None:
        """Unfolds or folds."""
        self._open = not self._open
        self._fold_rows()

    def _fold_rows(self) -> None:
        for place, row in enumerate(self._rows):
            row.setVisible(self._open or place == 0)
        self.fold.setVisible(len(self._rows) > 1)
        self.fold.setText(self.tr("Show less") if self._open else self.tr("Show all"))

    def _report_row(self, conversation: Conversation, names: ReportNames) -> QWidget:
        report = conversation.report
        answers = report.answers if report else Answers()
        title = self.tr("Report, {when}").format(when=self._wording.moment(report.at) if report else "")
        return self._row(IconView(Icon.FLAG, Tone.SUCCESS, size=1.1), title, said_by(answers, names), None)

    def _message_row(self, message: StoredMessage, labels: Mapping[ScriptId, str], *, undoable: bool) -> QWidget:
        label = labels.get(message.script_id, "")
        kind = self.tr("First message")
        if message.kind is MessageKind.RESPONSE:
            kind = self.tr("Answer: {label}").format(label=label) if label else self.tr("Answer")
        title = f"{self._wording.channel(message.channel)} · {kind} · {self._wording.moment(message.at)}"
        undo = None
        if undoable:
            undo = QuietButton(self.tr("Not sent after all"), Icon.UNDO)
            undo.clicked.connect(lambda: self.undo_pressed.emit(message.event_id))
        return self._row(IconView(CHANNEL_ICONS[message.channel], size=1.1), title, message.text, undo)

    def _row(self, icon: IconView, title: str, text: str, button: QuietButton | None) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(em(self.font(), 0.6))
        words = QVBoxLayout()
        words.setSpacing(em(self.font(), 0.1))
        words.addWidget(Label(title, TextStyle.SMALL, muted=True))
        if text:
            words.addWidget(Label(text))
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        if button is not None:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


def said_by(answers: Answers, names: ReportNames) -> str:
    """What a report says, in one line."""
    fields = (f"{names.fields.get(field, '')} {value}".strip() for field, value in answers.fields.items())
    tags = (names.tags.get(tag, "") for tag in answers.tags)
    return " · ".join(filter(None, (*fields, *tags, answers.note.strip())))
