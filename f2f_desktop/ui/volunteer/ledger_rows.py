"""The ledger as a table: a line for whatever left this laptop or was looked up on it, read a page at a time."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from f2f_desktop.protocol.readable import Sending
from f2f_desktop.ui.volunteer.wording import Wording
from f2f_desktop.volunteer.ledger import LedgerLine, LedgerPage

NOWHERE = QModelIndex()
PAGE = 500
"""Lines that are read at once; the next ones when somebody scrolls to them."""


class Column(IntEnum):
    """The columns of the table."""

    WHEN = 0
    WHAT = 1
    WHERE = 2
    BYTES = 3


class LedgerWords(QObject):
    """What a line says, in the user's language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)

    def when(self, line: LedgerLine) -> str:
        """The moment."""
        return self._wording.moment(line.at)

    def what(self, line: LedgerLine) -> str:
        """What was sent, or looked for."""
        searched, told = line.entry.searched, line.told
        if searched is not None:
            words = [self.tr("name “{text}”").format(text=searched.name)] if searched.name else []
            words += [self.tr("street “{text}”").format(text=searched.street)] if searched.street else []
            found = self.tr("%n found", "", searched.found)
            if searched.chosen:
                found = self.tr("{count}, one chosen").format(count=found)
            return self.tr("Looked for: {what} ({found})").format(what=", ".join(words), found=found)
        if told is None:
            return line.entry.kind.replace("_", " ")
        if told.sending is Sending.EVENTS:
            return self._events(told.events, told.reports, told.messages)
        words_for = {
            Sending.JOINING: self.tr("Joining: your name, your e-mail address, this laptop's key"),
            Sending.STATE: self.tr("Question: what does the hub have of this laptop?"),
            Sending.NEWS: self.tr("Question: what is new?"),
            Sending.CONTENT: self.tr("Question for a part of the campaign or of the extract"),
            Sending.PACKET: self.tr("A packet of reports"),
            Sending.HOLDING: self.tr("Which of the campaign's extracts is installed on this laptop"),
            Sending.PUBLISHING: self.tr("Publishing the campaign's content"),
        }.get(told.sending, line.entry.sent.path if line.entry.sent else "")
        times = line.entry.sent.times if line.entry.sent else 1
        return words_for if times == 1 else self.tr("{what} ({times} times)").format(what=words_for, times=times)

    def where(self, line: LedgerLine) -> str:
        """Where it went to."""
        sent = line.entry.sent
        if sent is None:
            return self.tr("nowhere; for {name}").format(name=line.contact) if line.contact else self.tr("nowhere")
        return sent.to.partition("://")[2] or sent.to

    def _events(self, events: int, reports: int, messages: int) -> str:
        words = [self.tr("%n report(s)", "", reports)] if reports else []
        words += [self.tr("%n note(s) of a message sent", "", messages)] if messages else []
        other = events - reports - messages
        words += [self.tr("%n other note(s)", "", other)] if other else []
        return ", ".join(words)


class LedgerModel(QAbstractTableModel):
    """The lines that were read so far.

    Attributes:
        lines: those, newest first.
    """

    def __init__(self, fetch: Callable[[int | None], None], parent: QObject | None = None) -> None:
        """`fetch` asks for the page before a line with that number; it comes by `add`."""
        super().__init__(parent)
        self._fetch = fetch
        self._words = LedgerWords(self)
        self._total = 0
        self._asked = False
        self.lines: list[LedgerLine] = []

    def begin(self) -> None:
        """Reads from the newest line on."""
        self.beginResetModel()
        self.lines, self._total, self._asked = [], 0, True
        self.endResetModel()
        self._fetch(None)

    def add(self, page: LedgerPage) -> None:
        """Takes the next page."""
        self._asked = False
        self._total = page.total if page.lines else len(self.lines)
        if page.lines:
            first = len(self.lines)
            self.beginInsertRows(NOWHERE, first, first + len(page.lines) - 1)
            self.lines += page.lines
            self.endInsertRows()

    def line(self, index: QModelIndex | QPersistentModelIndex) -> LedgerLine | None:
        """The line of an index."""
        return self.lines[index.row()] if index.isValid() and index.row() < len(self.lines) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not parent.isValid() and not self._asked and len(self.lines) < self._total

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self._fetch(self.lines[-1].entry.id)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("When"), self.tr("What"), self.tr("Where to"), self.tr("Bytes sent"))[section]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.BYTES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if index.column() == Column.WHEN:
            return self._words.when(line)
        if index.column() == Column.WHAT:
            return self._words.what(line)
        if index.column() == Column.WHERE:
            return self._words.where(line)
        return QLocale().toString(line.entry.bytes_out)
