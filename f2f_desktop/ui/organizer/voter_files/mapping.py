"""A voter file of no known layout: which of its columns hold what, with its first rows beside."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from f2f_desktop.organizer.voter_files import Sample
from f2f_desktop.ui.organizer.voter_files.words import FileWords
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Button, Label, PrimaryButton, TextStyle, button_row, dialog_column
from f2f_desktop.voterfile.layout import PERSON_COLUMNS
from f2f_desktop.voterfile.voters import DISTRICT_KINDS

NEEDED = ("id", "last_name")
ROWS_SHOWN = 4


class VoterMappingDialog(QDialog):
    """Asks which columns hold ids, names, addresses and districts; whatever is left is not read."""

    def __init__(self, sample: Sample, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample = sample
        self._words = FileWords(self)
        self.setWindowTitle(self.tr("What is in these columns?"))
        self.resize(em(self.font(), 56), em(self.font(), 42))
        self.choices: dict[str, QComboBox] = {}
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
        column.addWidget(self._grid(), 1)
        column.addWidget(self.hint)
        column.addLayout(button_row(leave, self.read_button))
        self.read_button.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        self._judge()
        self.choices["id"].setFocus()

    def told(self) -> dict[str, str]:
        """Our names of columns and kinds of districts to the file's, as they were chosen."""
        chosen = {ours: str(choice.currentData() or "") for ours, choice in self.choices.items()}
        return {ours: theirs for ours, theirs in chosen.items() if theirs}

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

    def _grid(self) -> QWidget:
        content = QWidget()
        content.setProperty("role", "page")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self.font(), 0.9))
        grid.setVerticalSpacing(em(self.font(), 0.5))
        for at, (ours, words) in enumerate(self._fields().items()):
            choice = QComboBox()
            choice.setAccessibleName(words)
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(18)
            choice.addItem(self.tr("(not in the file)"), "")
            guess = self.sample.guessed.get(ours, "")
            if " + " in guess:
                choice.addItem(guess, guess)
            for name in self.sample.columns:
                if name.strip():
                    choice.addItem(name, name)
            choice.setCurrentIndex(max(0, choice.findData(guess)))
            shown = Label("", muted=True, wraps=False)
            choice.currentIndexChanged.connect(lambda _at, c=choice, s=shown: self._show_values(c, s))
            self._show_values(choice, shown)
            label = Label(words, wraps=False)
            label.setBuddy(choice)
            grid.addWidget(label, at, 0)
            grid.addWidget(choice, at, 1)
            grid.addWidget(shown, at, 2)
            self.choices[ours] = choice
        for choice in self.choices.values():
            choice.currentIndexChanged.connect(lambda _at: self._judge())
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(len(self.choices), 1)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    def _fields(self) -> dict[str, str]:
        needed = self.tr("{column} (needed)")
        people = {
            ours: needed.format(column=self._words.column(ours)) if ours in NEEDED else self._words.column(ours)
            for ours in PERSON_COLUMNS
        }
        return people | {kind: self._words.district_kind(kind) for kind in DISTRICT_KINDS}

    def _show_values(self, choice: QComboBox, shown: Label) -> None:
        names = str(choice.currentData() or "").split(" + ")
        places = [self.sample.columns.index(name) for name in names if name in self.sample.columns]
        cells = [" ".join(row[place].strip() for place in places if place < len(row)) for row in self.sample.rows]
        shown.setText(" · ".join(filter(None, (cell.strip() for cell in cells[:3]))))

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
