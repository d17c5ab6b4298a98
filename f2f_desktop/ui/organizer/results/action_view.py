"""The results of one action: figures and charts, answers, volunteers, receivers, in tabs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.protocol.results import ActionResults, UserRow
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.organizer.exporting import Wanted
from f2f_desktop.ui.organizer.results.answers import AnswersTab, SummaryTab
from f2f_desktop.ui.organizer.results.asking import Asking
from f2f_desktop.ui.organizer.results.bursts import BurstsDialog
from f2f_desktop.ui.organizer.results.follow_up import FollowUpDialog
from f2f_desktop.ui.organizer.results.overview import OverviewTab
from f2f_desktop.ui.organizer.results.receivers import ReceiversTab
from f2f_desktop.ui.organizer.results.users import UsersTab


class ActionView(QWidget):
    """Shows one action; reads only what the tab on the screen needs.

    Signals:
        figures_changed(): something was left out of the figures, or put back.
        told(str): a word about what was done.
    """

    figures_changed = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asking = asking
        self.action: ActionId | None = None
        self.content: CampaignContent | None = None
        self.overview = OverviewTab()
        self.summary = SummaryTab()
        self.users = UsersTab(desk, asking)
        self.receivers_tab = ReceiversTab(desk, asking)
        self.answers = AnswersTab(scripts=False)
        self.scripts = AnswersTab(scripts=True)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setUsesScrollButtons(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Results by kind"))
        for widget, words in (
            (self.overview, self.tr("Overview")),
            (self.summary, self.tr("Reports summary")),
            (self.users, self.tr("Users")),
            (self.receivers_tab, self.tr("Receivers")),
            (self.answers, self.tr("Tags and custom fields")),
            (self.scripts, self.tr("Response scripts")),
        ):
            self.tabs.addTab(widget, words)
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.users.receivers_wanted.connect(self._show_receivers_of)
        self.users.bursts_wanted.connect(self.show_bursts)
        self.users.follow_up_wanted.connect(self.ask_to_follow_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)

    @property
    def wanted(self) -> Wanted:
        """The table behind the tab on the screen, for an export."""
        shown = self.tabs.currentWidget()
        names: dict[QWidget, str] = {self.overview: "days", self.users: "users", self.receivers_tab: "receivers"}
        return Wanted(names.get(shown, "answers"), self.action)

    def begin(self, action: ActionId, content: CampaignContent | None) -> None:
        """Shows another action."""
        self.content = content
        self.action = action
        self.users.begin(action, content)
        self.receivers_tab.begin(action, content)
        self.tabs.setCurrentWidget(self.overview)

    def refresh(self, *, gently: bool = False) -> None:
        """Reads what is on the screen again; `gently`: without disturbing who reads on."""
        if self.action is None:
            return
        shown = self.tabs.currentWidget()
        if shown is self.users:
            self.users.refresh(gently=gently)
        elif shown is self.receivers_tab:
            self.receivers_tab.refresh(gently=gently)
        else:
            self._asking.ask(
                "results", self._desk.services.organizing.results, self.action, success=self._show_results
            )

    def show_bursts(self) -> None:
        """Opens what looks implausible."""
        if self.action is None:
            return
        dialog = BurstsDialog(self._desk, self.action, self)
        dialog.figures_changed.connect(self.refresh)
        dialog.figures_changed.connect(self.figures_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_to_follow_up(self, volunteers: Sequence[UserRow]) -> None:
        """Opens what volunteers are to be asked."""
        if self.action is None or not volunteers:
            return
        dialog = FollowUpDialog(self._desk, self.action, volunteers, self)
        dialog.told.connect(self.told)
        dialog.open()

    def _tab_chosen(self, _index: int) -> None:
        self.refresh()

    def _show_results(self, results: ActionResults) -> None:
        if results.figures.action not in ("", self.action):
            return
        self.overview.show_results(results)
        self.summary.show_results(results, self.content)
        self.answers.show_results(results, self.content)
        self.scripts.show_results(results, self.content)

    def _show_receivers_of(self, user: UserRow) -> None:
        self.tabs.setCurrentWidget(self.receivers_tab)
        self.receivers_tab.show_of(user)
