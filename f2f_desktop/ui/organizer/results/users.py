"""What each volunteer did in an action; whoever sent more than a person can is flagged."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.protocol.listing import UserOrder
from f2f_desktop.protocol.results import Figure, UserPage, UserRow
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.results.asking import Asking
from f2f_desktop.ui.organizer.results.paging import Pages
from f2f_desktop.ui.organizer.results.words import ResultWords
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Banner, Button, Column, DataTable, EmptyState, HeadRow, SearchField
from f2f_desktop.workspace import AsOf

SHOWN = (
    Figure.INITIAL,
    Figure.FOLLOWED_UP,
    Figure.REPORTS,
    Figure.SUGGESTED_KNOWN,
    Figure.SUGGESTED_REACHED,
)
SUGGESTED = (Figure.SUGGESTED_KNOWN, Figure.SUGGESTED_REACHED)


class UsersTab(QWidget):
    """The table of volunteers, by the page.

    Attributes:
        pages: what fills it.

    Signals:
        receivers_wanted(UserRow): whom this volunteer wrote to.
        bursts_wanted(): what looks implausible is to be seen.
        follow_up_wanted(list[UserRow]): these volunteers are to be asked to follow up.
    """

    receivers_wanted = Signal(object)
    bursts_wanted = Signal()
    follow_up_wanted = Signal(object)

    def __init__(self, desk: Desk, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = words = ResultWords(self)
        self._action: ActionId | None = None
        self._with_list = False
        columns: list[Column[UserRow]] = [
            Column(self.tr("Name"), self._name, by=UserOrder.NAME),
            Column(
                self.tr("Plausibility"),
                lambda row: self.tr("%n time(s)", "", row.flagged) if row.flagged else "",
                explained=self.tr("How often there were 100 and more messages within two minutes."),
                flag=lambda row: row.flagged > 0,
                by=UserOrder.FLAGGED,
            ),
            *(self._number(figure) for figure in SHOWN),
            Column(
                self.tr("Last seen"),
                lambda row: words.moment(row.last_seen),
                explained=self.tr("When the volunteer's laptop last reached the hub."),
                by=UserOrder.LAST_SEEN,
            ),
        ]
        self.search = SearchField(self.tr("Search volunteers"))
        self.banner = Banner("", Tone.WARNING, action=self.tr("Look at them"), closable=False)
        self.banner.acted.connect(self.bursts_wanted)
        self.banner.hide()
        self.left_out = Button(self.tr("What was left out…"), Icon.FLAG)
        self.left_out.clicked.connect(self.bursts_wanted)
        self.their_receivers = Button(self.tr("Their receivers"), Icon.PEOPLE)
        self.their_receivers.clicked.connect(self._ask_receivers)
        self.their_receivers.setEnabled(False)
        self.follow_up = Button(self.tr("Ask to follow up…"), Icon.MAIL)
        self.follow_up.clicked.connect(lambda: self.follow_up_wanted.emit(self.table.selected_rows()))
        self.follow_up.setEnabled(False)
        self.table: DataTable[UserRow] = DataTable(
            self.tr("Volunteers"), lambda row: row.user, columns, several=True, paged=True
        )
        usual = UserOrder.INITIAL, True
        self.pages: Pages[UserRow] = Pages(asking, self.table, self.search, self._question, usual, self)
        self.pages.came.connect(self._show)
        self.table.row_opened.connect(self.receivers_wanted)
        self.table.row_chosen.connect(lambda row: self.their_receivers.setEnabled(row is not None))
        self.table.selectionModel().selectionChanged.connect(self._offer_to_ask)
        self.empty = EmptyState(
            Icon.PEOPLE,
            self.tr("No volunteers yet"),
            self.tr("Invite them under People; they show here once they have joined."),
        )
        above = HeadRow(self.search, self.follow_up, self.their_receivers, self.left_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, em(self.font(), 0.6), 0, 0)
        column.setSpacing(em(self.font(), 0.6))
        column.addWidget(above)
        column.addWidget(self.banner)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        self.empty.hide()

    def begin(self, action: ActionId, content: CampaignContent | None) -> None:
        """Shows an action's volunteers, from the first."""
        known = content.actions if content is not None else ()
        self._with_list = any(each.id == action and each.target_list for each in known)
        if action != self._action:
            self._action = action
            self.table.set_rows(())

    def refresh(self, *, gently: bool = False) -> None:
        """Reads the first page again; `gently`: not while somebody reads on beyond it."""
        self.pages.refresh(gently=gently)

    def _question(self, order: UserOrder, **asked: Any) -> AsOf[UserPage]:
        assert self._action is not None
        return self._desk.services.organizing.page_of_users(self._action, order, **asked)

    def _show(self, page: UserPage, first: bool) -> None:
        if not first:
            return
        any_suggested = any(page.totals.get(figure) for figure in SUGGESTED)
        for figure in SUGGESTED:
            self.table.setColumnHidden(2 + SHOWN.index(figure), not (self._with_list or any_suggested))
        if page.flagged:
            self.banner.say(
                self.tr(
                    "Implausible: %n volunteer(s) with more messages than a person can send.", "", page.flagged
                ),
                Tone.WARNING,
                action=self.tr("Look at them"),
            )
        else:
            self.banner.hide()
        self.table.setColumnHidden(1, not page.flagged)
        self._offer_to_ask()
        nobody = not page.rows and not self.search.text().strip()
        self.table.setVisible(not nobody)
        self.empty.setVisible(nobody)

    def _offer_to_ask(self) -> None:
        self.follow_up.setEnabled(bool(self.table.selected_rows()))

    def _ask_receivers(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.receivers_wanted.emit(row)

    def _name(self, row: UserRow) -> str:
        return self._words.volunteer(row.name, row.email, row.user)

    def _number(self, figure: Figure) -> Column[UserRow]:
        def value(row: UserRow) -> int:
            return row.values.get(figure, 0)

        text: Callable[[UserRow], str] = lambda row: self._words.number(value(row))  # noqa: E731 - typed
        names = {
            Figure.INITIAL: self.tr("Initial messages"),
            Figure.FOLLOWED_UP: self.tr("Follow-ups"),
        }
        title = names.get(figure) or self._words.figure(figure)
        return Column(title, text, number=True, explained=self._words.definition(figure), by=UserOrder(figure))
