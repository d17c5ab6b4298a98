"""Every action with its figures at a glance; one is opened from here."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from f2f_desktop.campaign.action import ActionStatus
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.protocol.results import ActionFigures, Figure
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.results.words import ResultWords
from f2f_desktop.ui.widgets import Column, DataTable, EmptyState

SHOWN = (
    Figure.SENT_TO,
    Figure.SEEN,
    Figure.STARTED,
    Figure.COMPLETED,
    Figure.PERFORMS,
    Figure.REPORTS,
    Figure.INITIAL,
)


@dataclass(frozen=True)
class ActionLine:
    """An action with its figures."""

    id: ActionId
    title: str
    status: str
    figures: ActionFigures


class ActionsTable(QWidget):
    """The table of actions.

    Signals:
        opened(str): the results of the action with this id are wanted.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ResultWords(self)
        columns: list[Column[ActionLine]] = [
            Column(self.tr("Action"), lambda row: row.title),
            Column(self.tr("Status"), lambda row: row.status),
            *(self._number(figure) for figure in SHOWN),
        ]
        self.table: DataTable[ActionLine] = DataTable(self.tr("Actions"), lambda row: row.id, columns)
        self.table.row_opened.connect(lambda row: self.opened.emit(row.id))
        self.table.clicked.connect(self._clicked)
        self.empty = EmptyState(
            Icon.FLAG,
            self.tr("No results yet"),
            self.tr("They show here once an action is published and volunteers have begun."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        self.table.hide()

    def show_actions(self, overviews: Sequence[ActionFigures], content: CampaignContent | None) -> None:
        """Shows every action that was published or in which anything happened."""
        found = {each.action: each for each in overviews}
        known = content.actions if content is not None else ()
        rows = [
            ActionLine(each.id, each.title, self._status(each.status), found.get(each.id, ActionFigures(each.id)))
            for each in known
            if each.status is not ActionStatus.DRAFT or each.id in found
        ]
        here = {each.id for each in rows}
        rows += [ActionLine(id_, str(id_), "", each) for id_, each in found.items() if id_ not in here]
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def _clicked(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.opened.emit(row.id)

    def _status(self, status: ActionStatus) -> str:
        return {
            ActionStatus.DRAFT: self.tr("Draft"),
            ActionStatus.PUBLISHED: self.tr("Published"),
            ActionStatus.CLOSED: self.tr("Closed"),
        }[status]

    def _number(self, figure: Figure) -> Column[ActionLine]:
        title = self.tr("Initial messages") if figure is Figure.INITIAL else self._words.figure(figure)
        return Column(
            title,
            lambda row: self._words.number(row.figures[figure]),
            lambda row: row.figures[figure],
            number=True,
            explained=self._words.definition(figure),
        )
