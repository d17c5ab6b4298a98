"""Finding a contact in the voter file by hand: name or street, incremental; every search goes into the ledger first."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from f2f_desktop.campaign.ids import ContactId
from f2f_desktop.matching.looking_up import Hits, VoterQuery
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.rows import RowRole, RowsModel
from f2f_desktop.ui.theme import current_theme, em, scaled
from f2f_desktop.ui.volunteer.wording import Wording, voter_address, voter_name
from f2f_desktop.ui.widgets import Button, Label, PrimaryButton, SearchField, TextStyle
from f2f_desktop.ui.widgets.painting import focus_ring, rounded
from f2f_desktop.volunteer.looking_up import LookedUp, VoterRow


class VoterWords(QObject):
    """Says who a voter is, in two lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)

    def who(self, row: VoterRow) -> str:
        """Name and year of birth."""
        born = self.tr("born {year}").format(year=row.voter.birth_year) if row.voter.birth_year else ""
        return ", ".join(filter(None, (voter_name(row.voter), born)))

    def where(self, row: VoterRow) -> str:
        """Address, and the party where it may be seen."""
        party = self._wording.party(row.voter.party) if row.voter.party else ""
        return " · ".join(filter(None, (voter_address(row.voter), party)))

    def mark(self, row: VoterRow) -> str:
        """What was said about this voter before; empty if nothing."""
        if row.rejected:
            return self.tr("You said: not them")
        return self.tr("You confirmed: {name}").format(name=row.taken_by) if row.taken_by else ""

    def spoken(self, row: VoterRow) -> str:
        """All of it, for a screen reader."""
        return ", ".join(filter(None, (self.who(row), self.where(row), self.mark(row))))


class VoterDelegate(QStyledItemDelegate):
    """Paints the `VoterRow` of a `RowsModel`."""

    def __init__(self, words: VoterWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(em(option.font, 12), em(option.font, 2.9))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(RowRole.ROW)
        if not isinstance(row, VoterRow):
            return
        theme, font = current_theme(), option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(painter, outer, em(font, 0.5), theme.selection)
            if option.state & QStyle.StateFlag.State_HasFocus:
                focus_ring(painter, outer, em(font, 0.5), theme)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, outer, em(font, 0.5), theme.hover)
        inner = outer.adjusted(em(font, 0.7), em(font, 0.25), -em(font, 0.7), -em(font, 0.25))
        half = inner.height() / 2
        mark = self._words.mark(row)
        small = scaled(font, 0.9)
        taken = QFontMetricsF(small).horizontalAdvance(mark) + em(font, 0.6) if mark else 0.0
        upper, lower = inner.adjusted(0, 0, -taken, -half), inner.adjusted(0, half, 0, 0)
        for text, how, colour, place in (
            (self._words.who(row), scaled(font, 1.0, bold=True), theme.text, upper),
            (self._words.where(row), small, theme.muted, lower),
        ):
            painter.setFont(how)
            painter.setPen(QColor(colour))
            shown = QFontMetricsF(how).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if mark:
            painter.setFont(small)
            painter.setPen(QColor(theme.warning.text))
            painter.drawText(
                inner.adjusted(0, 0, 0, -half), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, mark
            )
        painter.restore()


class VoterSearchDialog(QDialog):
    """Two fields, the voters that fit, and one of them to be chosen.

    Signals:
        chosen(int, str): the search's number in the ledger, and the id of the voter who is the contact.
    """

    chosen = Signal(int, str)

    def __init__(self, desk: Desk, contact_id: ContactId, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._contact_id = contact_id
        self._number = 0
        self._entry: int | None = None
        self._words = VoterWords(self)
        self.setWindowTitle(self.tr("Find in the voter file"))
        self.name = SearchField(self.tr("Name"), self.tr("Name, nickname or its beginning"))
        self.street = SearchField(self.tr("Street"), self.tr("House number, street, city or ZIP code"))
        self.status = Label("", TextStyle.SMALL, muted=True)
        self.model: RowsModel[VoterRow] = RowsModel(
            lambda row: row.voter.id, self._words.who, self._words.spoken, self
        )
        self.view = _Hits()
        self.view.setAccessibleName(self.tr("Voters that fit"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(VoterDelegate(self._words, self.view))
        self.choose = PrimaryButton(self.tr("That's them"), Icon.CHECK)
        self.choose.setEnabled(False)
        cancel = Button(self.tr("Cancel"))
        self._lay_out(name, cancel)
        for field in (self.name, self.street):
            field.searched.connect(self._search)
            field.left_downwards.connect(self._into_list)
        self.view.selectionModel().currentChanged.connect(lambda: self.choose.setEnabled(self._row() is not None))
        self.view.doubleClicked.connect(self.accept)
        self.view.entered_key.connect(self.accept)
        self.choose.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self._say_nothing_yet()
        desk.jobs.on_vault(desk.services.looking_up.ready, failure=self._no_extract, initiator=self)

    def accept(self) -> None:
        """Takes the voter on the highlighted line."""
        row = self._row()
        if row is not None and self._entry is not None:
            self.chosen.emit(self._entry, row.voter.id)
            super().accept()

    def _lay_out(self, name: str, cancel: Button) -> None:
        pad = em(self.font(), 1.0)
        fields = QHBoxLayout()
        fields.setSpacing(em(self.font(), 0.6))
        fields.addWidget(self.name, 1)
        fields.addWidget(self.street, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(em(self.font(), 0.6))
        column.addWidget(Label(self.tr("Who is {name} in the voter file?").format(name=name), TextStyle.HEADING))
        column.addLayout(fields)
        column.addWidget(self.status)
        column.addWidget(self.view, 1)
        told = self.tr(
            "Every search is written down on this laptop (Settings, What left this laptop). Nothing of it leaves it."
        )
        column.addWidget(Label(told, TextStyle.SMALL, muted=True))
        column.addLayout(buttons)
        # Enter chooses only where a voter is highlighted: in a field it searches.
        for button in (self.choose, cancel):
            button.setAutoDefault(False)
        self.setMinimumWidth(em(self.font(), 26))
        self.resize(em(self.font(), 44), em(self.font(), 32))

    # Searching

    def _search(self) -> None:
        self._number += 1
        query = VoterQuery(self.name.text(), self.street.text())
        if query.empty:
            self.model.set_rows((), ())
            self._say_nothing_yet()
            return
        number = self._number
        self._desk.jobs.in_background(
            self._desk.services.looking_up.hits,
            query,
            success=lambda hits: self._write_down(number, query, hits),
            failure=self._no_extract,
            initiator=self,
            with_progress=False,
        )

    def _write_down(self, number: int, query: VoterQuery, hits: Hits) -> None:
        if number != self._number:
            return  # more was typed: what it found is not looked at
        self._desk.jobs.on_vault(
            self._desk.services.looking_up.look_up,
            self._contact_id,
            query,
            hits,
            self._entry,
            success=lambda found: self._show(number, found),
            failure=self._no_extract,
            initiator=self,
        )

    def _show(self, number: int, found: LookedUp) -> None:
        self._entry = found.entry
        if number != self._number:
            return
        self.model.set_rows(found.rows, range(len(found.rows)))
        if not found.rows:
            self.status.setText(self.tr("Nobody fits. Try fewer letters, a former name, or the street."))
        elif found.total > len(found.rows):
            self.status.setText(
                self.tr("{total} voters fit; these {shown} fit best. Type more to narrow it down.").format(
                    total=self.locale().toString(found.total), shown=len(found.rows)
                )
            )
        else:
            self.status.setText(self.tr("%n voter(s) fit", "", found.total))
        self.choose.setEnabled(False)

    def _say_nothing_yet(self) -> None:
        self.choose.setEnabled(False)
        self.status.setText(self.tr("Type a name, a street, or both."))

    def _no_extract(self, error: Exception) -> None:
        self.reject()
        self._desk.faults.show(error)

    # The list

    def _row(self) -> VoterRow | None:
        row = self.view.currentIndex().data(RowRole.ROW)
        return row if isinstance(row, VoterRow) else None

    def _into_list(self) -> None:
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.view.setCurrentIndex(self.model.index(0))


class _Hits(QListView):
    """The list of voters.

    Signals:
        entered_key(): Enter was pressed on a line.
    """

    entered_key = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_key.emit()
        else:
            super().keyPressEvent(event)
