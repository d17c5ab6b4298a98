"""Everything that left this laptop, line by line, with what it held; and what was looked up, of which nothing left."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from f2f_desktop.protocol.readable import readable
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.ledger_rows import PAGE, Column, LedgerModel
from f2f_desktop.ui.widgets import Button, Label, PrimaryButton, ProgressRow, TextStyle
from f2f_desktop.volunteer.ledger import LedgerPage
from f2f_desktop.workspace import VolunteerServices


class LedgerDialog(QDialog):
    """Shows the ledger in a table, newest first, and under it what the chosen line held."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._shown: int | None = None
        self.setWindowTitle(self.tr("What left this laptop"))
        self.sum = Label("", TextStyle.HEADING)
        self.model = LedgerModel(self._read, self)
        self.table = self._table()
        self.content = QPlainTextEdit()
        self.content.setReadOnly(True)
        self.content.setTabChangesFocus(True)
        font = QFont(self.font())
        font.setFamily(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family())
        self.content.setFont(font)
        self.content.setAccessibleName(self.tr("What the chosen line held"))
        self.content.setPlaceholderText(self.tr("Choose a line to read what it held."))
        self.progress = ProgressRow()
        self.progress.hide()
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.model.begin()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("What left this laptop, and what was looked up on it"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        # Of one height: measuring ten thousand rows would take seconds.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(em(self.font(), 1.9))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        for column, width in ((Column.WHEN, 7.5), (Column.WHERE, 12.5), (Column.BYTES, 6.5)):
            words = header.sectionSizeHint(column) + em(self.font(), 0.6)
            header.resizeSection(column, max(words, em(self.font(), width)))
        return table

    def _lay_out(self) -> None:
        save = Button(self.tr("Save as text…"), Icon.EXPORT)
        save.clicked.connect(self._ask_where)
        close = PrimaryButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(save)
        buttons.addStretch(1)
        buttons.addWidget(close)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.table)
        halves.addWidget(self.content)
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        pad = em(self.font(), 1.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(em(self.font(), 0.7))
        column.addWidget(self.sum)
        column.addWidget(
            Label(
                self.tr(
                    "Every request to the campaign's hub stands here before it is sent, with all that it holds. "
                    "Searches of the voter file stay on this laptop: what you typed goes to nobody. The list lies in "
                    "the encrypted vault and is wiped with it."
                ),
                muted=True,
            )
        )
        column.addWidget(halves, 1)
        column.addWidget(self.progress)
        column.addLayout(buttons)
        self.setMinimumWidth(em(self.font(), 34))
        self.resize(em(self.font(), 58), em(self.font(), 36))

    def write_to(self, path: Path) -> None:
        """Writes all of it as text."""
        self.progress.start(self.tr("Writing {name} …").format(name=path.name))
        job = self._desk.jobs.in_background(
            self._desk.services.ledger.write, path, failure=self._desk.faults.show, initiator=self
        )
        job.progressed.connect(self.progress.set_progress)
        self.progress.stopped.connect(job.cancel)
        job.ended.connect(self.progress.hide)

    def _ask_where(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the list"), self.tr("what-left-this-laptop.txt"), self.tr("Text (*.txt)")
        )
        if name:
            self.write_to(Path(name))

    def _read(self, before: int | None) -> None:
        self._desk.jobs.on_vault(self._desk.services.ledger.page, before, PAGE, success=self._show, initiator=self)

    def _show(self, page: LedgerPage) -> None:
        first = not self.model.lines
        self.model.add(page)
        counted = self.tr("%n line(s)", "", page.total)
        self.sum.setText(
            self.tr("{lines}; {bytes} bytes left this laptop").format(
                lines=counted, bytes=self.locale().toString(page.bytes_out)
            )
        )
        if first and page.lines:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self.model.line(index)
        if line is None:
            return
        self._shown = line.entry.id
        self.content.clear()
        if line.entry.sent is None:
            self.content.setPlainText(self.tr("A search of the voter file, on this laptop. Nothing left it."))
            return
        head = f"{line.entry.sent.method} {line.entry.sent.to}{line.entry.sent.path}\n"
        self._desk.jobs.on_vault(
            _content,
            self._desk.services,
            line.entry.id,
            success=partial(self._show_content, line.entry.id, head),
            initiator=self,
        )

    def _show_content(self, number: int, head: str, content: str) -> None:
        if number == self._shown:
            empty = self.tr("A question without content of its own; signed by this laptop's key.")
            self.content.setPlainText(f"{head}\n{content or empty}")


def _content(services: VolunteerServices, number: int) -> str:
    return readable(services.ledger.content(number))
