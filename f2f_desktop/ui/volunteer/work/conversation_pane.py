"""The right side: one conversation, from who it is with to what came of it."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from f2f_desktop.campaign.content import CampaignContent, Image
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.work.history_card import HistoryCard
from f2f_desktop.ui.volunteer.work.match_panel import MatchPanel
from f2f_desktop.ui.volunteer.work.message_card import MessageCard, ReportNames
from f2f_desktop.ui.volunteer.work.person_header import PersonHeader
from f2f_desktop.ui.volunteer.work.reading import Reading
from f2f_desktop.ui.volunteer.work.report_bar import ReportBar
from f2f_desktop.ui.volunteer.work.report_card import ReportCard
from f2f_desktop.ui.widgets import Card, EmptyState
from f2f_desktop.volunteer.conversation import Conversation
from f2f_desktop.volunteer.reports import Worth, form_of, worth_filing
from f2f_desktop.volunteer.suggestions import ContactRow

NARROW = 42
"""Width in line heights below which the code stands under the message."""


def _app() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a widget needs a QApplication")
    return app


class ConversationPane(QStackedWidget):
    """Everything about one contact, in a column that scrolls where the window is low.

    Attributes:
        person, match, message, report, history, bar: its parts.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = PersonHeader()
        self.match = MatchPanel()
        self.message = MessageCard()
        self.report = ReportCard()
        self.bar = ReportBar()
        self.history = HistoryCard()
        self._names = ReportNames({}, {})
        conversation = Card()
        conversation.column.addWidget(self.person)
        conversation.column.addWidget(self.match)
        conversation.column.addWidget(self.message)
        self._content = QWidget()
        self._content.setProperty("role", "page")
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(conversation)
        self._column.addWidget(self.report)
        self._column.addWidget(self.history)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._scroll.setAccessibleName(self.tr("Conversation"))
        self.setFocusProxy(self._scroll)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nobody = EmptyState(
            Icon.PEOPLE, self.tr("Nobody chosen"), self.tr("Choose a contact on the left to begin.")
        )
        working = QWidget()
        self._whole = QVBoxLayout(working)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._scroll, 1)
        self._whole.addWidget(self.bar)
        self.addWidget(self.nobody)
        self.addWidget(working)
        self._pad()
        _app().focusChanged.connect(self._focus_moved)

    def show_nobody(self) -> None:
        """Shows that nobody is chosen."""
        self.message.blank()
        self.setCurrentIndex(0)

    def begin(self, row: ContactRow) -> None:
        """Shows what the list knows of a contact, while the conversation is being read."""
        self.setCurrentIndex(1)
        self._scroll.verticalScrollBar().setValue(0)
        self.person.show_row(row)
        self.person.close_hand_off(False, "")
        # Nothing is hidden that is likely to come back in a moment: the page would jump, and be laid out twice.
        self.message.blank()
        self._set_reportable(False)
        self.match.blank()
        self.history.hide()

    def show_row(self, row: ContactRow) -> None:
        """Takes a newer row of the current contact."""
        self.person.show_row(row)

    def show_reading(
        self, reading: Reading, content: CampaignContent, image: Image | None, *, into_editor: bool
    ) -> None:
        """Shows a conversation; the editor and the form only if `into_editor`."""
        conversation = reading.conversation
        self._names = ReportNames(
            {tag.id: tag.name for tag in content.tags}, {field.id: field.name for field in content.fields}
        )
        self.person.show_conversation(conversation)
        self.match.show_standing(conversation.standing, reading.question, conversation.first_name)
        self.history.show_conversation(conversation, self._names)
        self.report.show_form(form_of(conversation, content))
        if into_editor:
            self.message.show_conversation(conversation, self._names, image)
            self.report.show_answers(conversation.draft)
        else:
            self.message.update_conversation(conversation)
        self._set_reportable(True)
        self.show_report_status(conversation)

    def show_report_status(self, conversation: Conversation) -> None:
        """Says whether the report is filed, and whether the form differs from it."""
        worth = self.worth_filing(conversation, begun=bool(conversation.history))
        self.bar.show_status(conversation.report, changed=worth is Worth.REPORT)

    def worth_filing(self, conversation: Conversation, *, begun: bool) -> Worth:
        """Whether the form holds a report to file; `begun` says whether anything was sent."""
        filed = conversation.report.answers if conversation.report else None
        return worth_filing(filed, self.report.answers(), begun=begun)

    def _set_reportable(self, reportable: bool) -> None:
        self.report.set_usable(reportable)
        self.bar.set_usable(reportable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.message.set_narrow(self.width() < em(self.font(), NARROW))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._pad()
            self.message.set_narrow(self.width() < em(self.font(), NARROW))

    def _pad(self) -> None:
        for column in (self._column, self._whole):
            column.setSpacing(em(self.font(), 0.5))

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._content.isAncestorOf(new):
            top = new.mapTo(self._content, QPoint(0, 0)).y()
            if new.height() < self._scroll.viewport().height() and top >= 0:
                self._scroll.ensureWidgetVisible(new, 0, em(self.font(), 1.5))
