"""What was looked up on this laptop, line by line, and how much of it left: nothing, for searches."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.wording import Wording
from f2f_desktop.ui.widgets import Label, PrimaryButton, TextStyle
from f2f_desktop.volunteer.looking_up import LedgerLine


class LedgerDialog(QDialog):
    """Shows the ledger in a table, newest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wording = Wording(self)
        self.setWindowTitle(self.tr("What was looked up"))
        self.sum = Label("", TextStyle.HEADING)
        self.table = QTableWidget(0, 5)
        self.table.setAccessibleName(self.tr("What was looked up on this laptop"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("When"),
                self.tr("Looked for"),
                self.tr("For"),
                self.tr("Found"),
                self.tr("Bytes sent"),
            ]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(em(self.font(), 1.9))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # Whatever was typed is read in whole, scrolled to where the window is narrow.
        header.setMaximumSectionSize(em(self.font(), 26))
        header.setStretchLastSection(True)
        close = PrimaryButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        pad = em(self.font(), 1.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(em(self.font(), 0.7))
        column.addWidget(self.sum)
        column.addWidget(
            Label(
                self.tr(
                    "Searches of the voter file are written down here, in the encrypted vault, and are wiped with it. "
                    "What you typed goes to nobody."
                ),
                muted=True,
            )
        )
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self.setMinimumWidth(em(self.font(), 34))
        self.resize(em(self.font(), 50), em(self.font(), 28))
        desk.jobs.on_vault(desk.services.looking_up.ledger, success=self._show, initiator=self)

    def _show(self, lines: Sequence[LedgerLine]) -> None:
        left = sum(line.entry.bytes_out for line in lines)
        counted = self.tr("%n line(s)", "", len(lines))
        self.sum.setText(
            self.tr("{lines}; {bytes} bytes left this laptop").format(
                lines=counted, bytes=self.locale().toString(left)
            )
        )
        self.table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            for column, text in enumerate(self._texts(line)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 4:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)

    def _texts(self, line: LedgerLine) -> tuple[str, ...]:
        searched = line.entry.searched
        left = self.locale().toString(line.entry.bytes_out)
        when = self._wording.moment(line.at)
        if searched is None:
            return when, line.entry.kind.replace("_", " "), "", "", left
        what = [self.tr("name “{text}”").format(text=searched.name)] if searched.name else []
        what += [self.tr("street “{text}”").format(text=searched.street)] if searched.street else []
        outcome = self.locale().toString(searched.found)
        if searched.chosen:
            outcome = self.tr("{count}, one chosen").format(count=outcome)
        return when, ", ".join(what), line.contact, outcome, left
