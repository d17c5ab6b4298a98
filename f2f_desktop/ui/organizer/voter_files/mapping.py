"""A voter file of no known layout: which of its columns hold what, with its first rows beside."""

from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from f2f_desktop.organizer.mappings import KeptMapping
from f2f_desktop.organizer.voter_files import Sample
from f2f_desktop.ui.organizer.voter_files.words import FileWords
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Button, ColumnGrid, Label, PrimaryButton, TextStyle, button_row, dialog_column
from f2f_desktop.voterfile.layout import PERSON_COLUMNS
from f2f_desktop.voterfile.voters import DISTRICT_KINDS

NEEDED = ("id", "last_name")
ROWS_SHOWN = 4


class VoterMappingDialog(QDialog):
    """Asks which columns hold ids, names, addresses and districts; whatever is left is not read."""

    def __init__(self, sample: Sample, parent: QWidget | None = None, *, kept: KeptMapping | None = None) -> None:
        """`kept` is what was said of a file with the same header before."""
        super().__init__(parent)
        self.sample = sample
        self._words = FileWords(self)
        self.setWindowTitle(self.tr("What is in these columns?"))
        self.resize(em(self.font(), 56), em(self.font(), 42))
        self.grid = ColumnGrid(sample.columns, sample.rows, self.tr("(not in the file)"))
        known = sample.guessed if kept is None else kept.told
        for ours, name in self._fields().items():
            self.grid.ask(ours, name, known.get(ours, ""))
        self.choices = self.grid.choices
        self.hint = Label("", tone=Tone.WARNING)
        self.read_button = PrimaryButton(self.tr("Read the file"))
        leave = Button(self.tr("Cancel"))
        column = dialog_column(self)
        column.addWidget(Label(sample.file, TextStyle.HEADING))
        words = self.tr(
            "Say which columns hold what. Voter id and last name are needed; names, street address, ZIP code, year of "
            "birth and phone number make matching good. Columns that are not named here are not read."
        )
        column.addWidget(Label(words, muted=True))
        self.rows = self._first_rows()
        column.addWidget(self.rows)
        if kept is not None:
            column.addWidget(Label(self.tr("As you said of {file} the last time.").format(file=kept.file)))
        column.addWidget(self.grid, 1)
        column.addWidget(self.hint)
        column.addLayout(button_row(leave, self.read_button))
        self.read_button.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        self.grid.changed.connect(self._judge)
        self._judge()
        self.choices["id"].setFocus()

    def told(self) -> dict[str, str]:
        """Our names of columns and kinds of districts to the file's, as they were chosen."""
        return self.grid.chosen()

    def _first_rows(self) -> QTableWidget:
        table = QTableWidget(min(ROWS_SHOWN, len(self.sample.rows)), len(self.sample.columns))
        table.setAccessibleName(self.tr("The first rows"))
        table.setHorizontalHeaderLabels(list(self.sample.columns))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        for at in range(table.rowCount()):
            for place, cell in enumerate(self.sample.rows[at][: table.columnCount()]):
                table.setItem(at, place, QTableWidgetItem(cell))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.resizeRowsToContents()
        table.ensurePolished()
        bar = table.horizontalScrollBar().sizeHint().height()
        table.setFixedHeight(
            table.horizontalHeader().sizeHint().height()
            + table.verticalHeader().length()
            + bar
            + 2 * table.frameWidth()
        )
        return table

    def _fields(self) -> dict[str, str]:
        needed = self.tr("{column} (needed)")
        people = {
            ours: needed.format(column=self._words.column(ours)) if ours in NEEDED else self._words.column(ours)
            for ours in PERSON_COLUMNS
        }
        return people | {kind: self._words.district_kind(kind) for kind in DISTRICT_KINDS}

    def _judge(self) -> None:
        told, fields = self.told(), self._fields()
        lacking = [self._words.column(ours) for ours in NEEDED if ours not in told]
        twice = [
            fields[ours]
            for ours, theirs in told.items()
            if sum(theirs == other for other in told.values()) > 1 and ours in PERSON_COLUMNS
        ]
        self.read_button.setEnabled(not lacking)
        said = []
        if lacking:
            said.append(self.tr("Still to say: {fields}").format(fields=", ".join(lacking)))
        if twice:
            said.append(self.tr("The same column twice: {fields}").format(fields=", ".join(twice)))
        self.hint.setVisible(bool(said))
        self.hint.setText(" ".join(said))
