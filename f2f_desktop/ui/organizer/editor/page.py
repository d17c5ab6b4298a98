"""The editor of one action: sections in a column, the check list beside them."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.editor.audience import FilterSection, TargetListSection
from f2f_desktop.ui.organizer.editor.basics import BasicsSection
from f2f_desktop.ui.organizer.editor.checks import CheckList
from f2f_desktop.ui.organizer.editor.editing import Editing
from f2f_desktop.ui.organizer.editor.links import LinksSection
from f2f_desktop.ui.organizer.editor.report import ReportSection
from f2f_desktop.ui.organizer.editor.responses import ResponsesSection
from f2f_desktop.ui.organizer.editor.scripts import ScriptsSection
from f2f_desktop.ui.organizer.editor.section import Section
from f2f_desktop.ui.organizer.publishing import Publishing
from f2f_desktop.ui.organizer.wording import Wording
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, Label, ProgressRow, QuietButton, TextStyle, Toast

NARROW = 52
"""Width in line heights below which the check list stands above the sections."""


class EditorPage(QWidget):
    """An action under edit. Every change is kept at once.

    Attributes:
        editing: the action.
        sections: the parts of the editor by name.

    Signals:
        back_wanted(): the organizer is done.
        preview_wanted(action, content): the action is to be shown as a volunteer sees it.
    """

    back_wanted = Signal()
    preview_wanted = Signal(object, object)

    def __init__(
        self, desk: Desk, content: CampaignContent, action: Action, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wording = Wording(self)
        self.editing = Editing(desk, content, action, self)
        self.publishing = Publishing(desk, self)
        self.basics = BasicsSection(self.editing)
        self.target_list = TargetListSection(self.editing)
        self.filters = FilterSection(self.editing)
        self.scripts = ScriptsSection(self.editing)
        self.responses = ResponsesSection(self.editing)
        self.links = LinksSection(self.editing)
        self.report = ReportSection(self.editing)
        self.sections: dict[str, Section] = {
            each.name: each
            for each in (
                self.basics,
                self.target_list,
                self.filters,
                self.scripts,
                self.responses,
                self.links,
                self.report,
            )
        }
        self.checks = CheckList(self.editing)
        self.back = QuietButton(self.tr("Actions"), Icon.CHEVRON_LEFT)
        self.back.setToolTip(QKeySequence(Qt.Key.Key_Escape).toString())
        self.title = Label("", TextStyle.TITLE, wraps=False)
        self.kept = Label("", TextStyle.SMALL, muted=True, wraps=False)
        self.preview = Button(self.tr("Preview"), Icon.PHONE)
        self.progress = ProgressRow(stoppable=False)
        self.progress.hide()
        self.toast = Toast(self)
        self._lay_out()
        self._connect()
        self._show_title()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addWidget(self.title, 1)
        top.addWidget(self.preview)
        self._top = top
        self._sheet = Sheet(46.0)
        for section in self.sections.values():
            self._sheet.column.addWidget(section)
        self._sheet.column.addStretch(1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.checks)
        side.addWidget(self.progress)
        side.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.addWidget(self._sheet, 1)
        self._sides.addWidget(self._side)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.kept)
        column.addLayout(self._sides, 1)
        self._column = column
        self._arrange()

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.preview.clicked.connect(self.show_preview)
        self.checks.jump_wanted.connect(self.jump)
        self.checks.publish_wanted.connect(self.publish)
        self.editing.changed.connect(self._show_title)
        self.editing.changed.connect(lambda: self.kept.setText(self.tr("Saving …")))
        self.editing.saved.connect(lambda: self.kept.setText(self.tr("Saved on this computer")))
        self.publishing.began.connect(lambda: self.progress.start(self.tr("Publishing …")))
        self.publishing.ended.connect(self.progress.hide)
        self.publishing.published.connect(
            lambda _version: self.toast.show_message(
                self.tr("Published: volunteers get it with their next synchronization.")
            )
        )
        for key, act in {"Escape": self.back_wanted.emit, "Ctrl+P": self.show_preview}.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def begin(self) -> None:
        """Is shown for the first time."""
        self.filters.load()
        self.basics.title_line.setFocus()

    def read_again(self) -> None:
        """Reads the campaign around the action again: tags, lists, pictures."""
        self._desk.jobs.on_vault(self._desk.services.authoring.draft, success=self._surround, initiator=self)

    def follow(self, what: frozenset[str]) -> None:
        """Something changed elsewhere."""
        if what & {"lists", "questions"}:
            self.read_again()

    def flush(self) -> None:
        """Saves what was typed and is not saved yet."""
        self.editing.flush()

    def publish(self) -> None:
        """Publishes the action, with whatever else is changed."""
        self.editing.flush()
        self.publishing.publish([self.editing.action.id])

    def show_preview(self) -> None:
        """Shows the action as a volunteer sees it."""
        self.preview_wanted.emit(self.editing.action, self.editing.content)

    def jump(self, name: str) -> None:
        """Shows a section and gives the keyboard to it."""
        section = self.sections[name]
        self._sheet.verticalScrollBar().setValue(max(0, section.y() - em(self.font(), 0.5)))
        section.focus_first()
        # Focus scrolls by itself to the control, which may be at the lower edge: the heading is to be seen.
        QTimer.singleShot(0, section, lambda: self._sheet.verticalScrollBar().setValue(max(0, section.y())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < em(self.font(), NARROW)
        self._sides.setDirection(QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight)
        self.checks.set_narrow(narrow)
        # The title is to be read before whether it is saved.
        if (self._top.indexOf(self.kept) >= 0) == narrow:
            if narrow:
                self._top.removeWidget(self.kept)
                self._column.insertWidget(1, self.kept)
            else:
                self._column.removeWidget(self.kept)
                self._top.insertWidget(2, self.kept)
        self._side.setMaximumWidth(16_777_215 if narrow else em(self.font(), 17))
        self._side.setMinimumWidth(0 if narrow else em(self.font(), 17))

    def _show_title(self) -> None:
        self.title.setText(self._wording.title(self.editing.action.title))

    def _surround(self, content: CampaignContent) -> None:
        before = self.editing.content
        self.editing.surround(content)
        if (before.tags, before.fields) != (content.tags, content.fields):
            self.report.show_questions()
            self.responses.show_responses()
        self.basics.show_image()
