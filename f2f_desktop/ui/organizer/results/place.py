"""Results: the actions with their figures, and everything about the one that was opened. It keeps itself up to date."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.organizer.exports import Format
from f2f_desktop.protocol.results import ActionFigures
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.exporting import ExportButton, Exporter, Wanted
from f2f_desktop.ui.organizer.place import PlaceWidget
from f2f_desktop.ui.organizer.results.action_view import ActionView
from f2f_desktop.ui.organizer.results.actions_table import ActionsTable
from f2f_desktop.ui.organizer.results.asking import AgeLine, Asking
from f2f_desktop.ui.organizer.results.words import ResultWords
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, HeadRow, IconButton, Label, TextStyle, Toast

EVERY = 30_000
"""Milliseconds between two looks at the hub while results are on the screen."""


class ResultsPlace(PlaceWidget):
    """The place "Results".

    Attributes:
        actions_table: the table of actions.
        view: the results of one action.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = ResultWords(self)
        self._content: CampaignContent | None = None
        self._overviews: list[ActionFigures] = []
        self.age = AgeLine()
        self.asking = Asking(desk, self.age, self)
        self.actions_table = ActionsTable()
        self.actions_table.opened.connect(self.open_action)
        self.view = ActionView(desk, self.asking)
        self.view.told.connect(self._told)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.actions_table)
        self._stack.addWidget(self.view)
        self.title = Label("", TextStyle.TITLE)
        self.back = IconButton(Icon.CHEVRON_LEFT, self.tr("All actions"), shortcut="Alt+Left")
        self.back.clicked.connect(self.show_actions)
        self.refresh_button = Button(self.tr("Refresh"), Icon.SYNC, shortcut="F5")
        self.refresh_button.clicked.connect(self.refresh)
        self.exporter = Exporter(desk, self)
        self.exporter.told.connect(self._told)
        self.export_button = ExportButton(self._wanted)
        self.export_button.wanted.connect(self._export)
        self.export_button.recurring_wanted.connect(self.recurring_export_wanted)
        self.toast = Toast(self)
        titled = QWidget()
        row = QHBoxLayout(titled)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        self._above = HeadRow(titled, self.refresh_button, self.export_button)
        pad = em(self.font(), 1.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(em(self.font(), 0.5))
        column.addWidget(self._above)
        column.addWidget(self.age)
        column.addWidget(self.exporter.row)
        column.addWidget(self._stack, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)
        self.show_actions(ask=False)

    def refresh(self) -> None:
        """Reads the campaign and the figures again."""
        self._desk.jobs.on_vault(
            self._desk.services.authoring.draft,
            success=self._take_content,
            failure=lambda _: self._take_content(None),
            initiator=self,
        )
        self._ask()

    def follow(self, what: frozenset[str]) -> None:
        if what & {"results", "actions", "tags", "fields", "content"} and self.isVisible():
            self.refresh()

    def show_actions(self, *, ask: bool = True) -> None:
        """Shows the table of actions."""
        self._stack.setCurrentWidget(self.actions_table)
        self.back.hide()
        self.title.setText(self.tr("Results"))
        self._above.arrange()
        if ask:
            self._ask()
            self.actions_table.table.setFocus()

    def open_action(self, action_id: str) -> None:
        """Shows the results of an action."""
        self.view.begin(ActionId(action_id), self._content)
        self.title.setText(self._words.action(self._content, ActionId(action_id)))
        self.back.show()
        self._above.arrange()
        self._stack.setCurrentWidget(self.view)
        self.view.refresh()
        self.view.tabs.tabBar().setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _look(self) -> None:
        if self._stack.currentWidget() is self.view:
            self.view.refresh(gently=True)
        else:
            self._ask()

    def _ask(self) -> None:
        if self._stack.currentWidget() is self.view:
            self.view.refresh()
        else:
            self.asking.ask("overviews", self._desk.services.organizing.overviews, success=self._take_overviews)

    def _take_overviews(self, overviews: list[ActionFigures]) -> None:
        self._overviews = overviews
        self.actions_table.show_actions(overviews, self._content)

    def _take_content(self, content: CampaignContent | None) -> None:
        self._content = content
        self.view.content = content
        self.view.receivers_tab.history.content = content
        self.actions_table.show_actions(self._overviews, content)
        if self._stack.currentWidget() is self.view and self.view.action is not None:
            self.title.setText(self._words.action(content, self.view.action))

    def _wanted(self) -> Wanted:
        return self.view.wanted if self._stack.currentWidget() is self.view else Wanted("actions")

    def _export(self, wanted: Wanted, form: Format) -> None:
        self.exporter.ask(wanted, form)

    def _told(self, words: str) -> None:
        self.toast.show_message(words)
