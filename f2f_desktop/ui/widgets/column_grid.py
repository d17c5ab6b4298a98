"""Which columns of a table hold what: a choice for each thing that is wanted, with its first values beside."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QWidget

from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets.labels import Label

JOINED = " + "
"""Between the columns of a thing that is held in parts, such as a street address."""
VALUES_SHOWN = 3


class ColumnGrid(QScrollArea):
    """A row for each thing: what it is, the column that holds it, and what that column holds.

    Attributes:
        choices: the choice of each thing, by its name.

    Signals:
        changed(): another column was chosen.
    """

    changed = Signal()

    def __init__(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        none: str,
        parent: QWidget | None = None,
    ) -> None:
        """`none` are the words for a thing that no column holds."""
        super().__init__(parent)
        self._header, self._rows, self._none = tuple(header), rows, none
        self.choices: dict[str, QComboBox] = {}
        content = QWidget()
        content.setProperty("role", "page")
        self._grid = QGridLayout(content)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._grid.setColumnStretch(2, 1)
        self._space()

    def ask(self, name: str, words: str, guess: str = "") -> None:
        """Adds a thing; `guess` is the column that holds it, or several joined by ` + `."""
        choice = QComboBox()
        choice.setAccessibleName(words)
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(18)
        choice.addItem(self._none, "")
        for column in dict.fromkeys(self._header):
            if column.strip():
                choice.addItem(column, column)
        if JOINED in guess and choice.findData(guess) < 0 and set(guess.split(JOINED)) <= set(self._header):
            choice.insertItem(1, guess, guess)
        choice.setCurrentIndex(max(0, choice.findData(guess)))
        shown = Label("", muted=True, wraps=False)
        label = Label(words, wraps=False)
        label.setBuddy(choice)
        at = len(self.choices)
        for place, widget in enumerate((label, choice, shown)):
            self._grid.addWidget(widget, at, place)
        self._grid.setRowStretch(at, 0)
        self._grid.setRowStretch(at + 1, 1)
        self.choices[name] = choice
        choice.currentIndexChanged.connect(lambda _at: self._show_values(choice, shown))
        choice.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self._show_values(choice, shown)

    def chosen(self) -> dict[str, str]:
        """The things that a column holds, with that column."""
        found = {name: str(choice.currentData() or "") for name, choice in self.choices.items()}
        return {name: column for name, column in found.items() if column}

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        self._grid.setContentsMargins(0, 0, em(self.font(), 0.5), 0)
        self._grid.setHorizontalSpacing(em(self.font(), 0.9))
        self._grid.setVerticalSpacing(em(self.font(), 0.5))

    def _show_values(self, choice: QComboBox, shown: Label) -> None:
        columns = str(choice.currentData() or "")
        names = [columns] if columns in self._header else columns.split(JOINED)
        places = [self._header.index(name) for name in names if name in self._header]
        cells = (" ".join(row[place].strip() for place in places if place < len(row)) for row in self._rows)
        shown.setText(" · ".join([cell.strip() for cell in cells if cell.strip()][:VALUES_SHOWN]))
