"""A table whose columns nobody knows: five of its rows, and a choice over each column of what it holds."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QScrollArea,
    QWidget,
)

from f2f_desktop.contacts.columns import ColumnField, ColumnMapping, MappedColumn
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, Label, PrimaryButton, TextStyle, button_row, dialog_column
from f2f_desktop.volunteer.address_books import UnknownTable

Meaning = tuple[ColumnField, str]
"""A field and the label of its values."""


class MappingDialog(QDialog):
    """Asks what the columns of a table hold; `mapping` is the answer."""

    def __init__(self, table: UnknownTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.setWindowTitle(self.tr("What is in these columns?"))
        self.resize(em(self.font(), 52), em(self.font(), 28))
        self._meanings = self._offered()
        self.choices: list[QComboBox] = []
        self.read_button = PrimaryButton(self.tr("Read the file"))
        self.read_button.clicked.connect(self.accept)
        leave_out = Button(self.tr("Leave this file out"))
        leave_out.clicked.connect(self.reject)
        self._hint = Label("", muted=True)
        column = dialog_column(self)
        column.addWidget(Label(table.path.name, TextStyle.HEADING))
        column.addWidget(
            Label(
                self.tr(
                    "We do not know this kind of table. Say over each column what it holds; these are the first "
                    "rows of the file. The answer is kept for every table with the same columns."
                ),
                muted=True,
            )
        )
        column.addWidget(self._grid(), 1)
        column.addWidget(self._hint)
        column.addLayout(button_row(leave_out, self.read_button))
        self._judge()
        if self.choices:
            self.choices[0].setFocus()

    def mapping(self) -> ColumnMapping:
        """What was chosen."""
        columns = []
        for name, choice in zip(self.table.header, self.choices, strict=True):
            meaning = choice.currentData()
            if meaning is not None:
                field, label = self._meanings[meaning][1]
                columns.append(MappedColumn(name, field, label))
        return ColumnMapping(tuple(columns), self.table.guess.has_header)

    def _grid(self) -> QWidget:
        content = QWidget()
        content.setProperty("role", "page")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self.font(), 0.8))
        grid.setVerticalSpacing(em(self.font(), 0.4))
        guessed = {column.column: (column.field, column.label) for column in self.table.guess.columns}
        for place, name in enumerate(self.table.header):
            choice = self._choice(name, guessed.get(name))
            self.choices.append(choice)
            grid.addWidget(Label(name, wraps=False, style=TextStyle.HEADING), 0, place)
            grid.addWidget(choice, 1, place)
            for row, cells in enumerate(self.table.preview):
                text = cells[place] if place < len(cells) else ""
                cell = Label(text or "–", wraps=False, muted=True)
                cell.setToolTip(text)
                grid.addWidget(cell, row + 2, place)
            grid.setColumnMinimumWidth(place, em(self.font(), 9))
        grid.setRowStretch(len(self.table.preview) + 2, 1)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("Columns and first rows"))
        return scroll

    def _choice(self, name: str, guess: Meaning | None) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(self.tr("What “{column}” holds").format(column=name))
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.addItem(self.tr("(leave out)"), None)
        for place, (words, _) in enumerate(self._meanings):
            choice.addItem(words, place)
        if guess is not None:
            exact = next((at for at, (_, meaning) in enumerate(self._meanings) if meaning == guess), None)
            loose = next((at for at, (_, meaning) in enumerate(self._meanings) if meaning[0] == guess[0]), None)
            found = exact if exact is not None else loose
            choice.setCurrentIndex(0 if found is None else found + 1)
        choice.currentIndexChanged.connect(self._judge)
        return choice

    def _judge(self) -> None:
        usable = self.mapping().usable
        self.read_button.setEnabled(usable)
        self._hint.setText(
            "" if usable else self.tr("At least one column must hold a name, a phone number or an e-mail address.")
        )

    def _offered(self) -> list[tuple[str, Meaning]]:
        f = ColumnField
        return [
            (self.tr("Full name"), (f.FULL_NAME, "")),
            (self.tr("First name"), (f.GIVEN, "")),
            (self.tr("Middle name"), (f.MIDDLE, "")),
            (self.tr("Last name"), (f.FAMILY, "")),
            (self.tr("Nickname"), (f.NICKNAME, "")),
            (self.tr("Suffix (Jr, III)"), (f.SUFFIX, "")),
            (self.tr("Title (Dr, Mrs)"), (f.PREFIX, "")),
            (self.tr("Mobile phone"), (f.PHONE, "mobile")),
            (self.tr("Home phone"), (f.PHONE, "home")),
            (self.tr("Work phone"), (f.PHONE, "work")),
            (self.tr("Phone"), (f.PHONE, "")),
            (self.tr("E-mail"), (f.EMAIL, "")),
            (self.tr("Street and number"), (f.STREET, "")),
            (self.tr("City"), (f.CITY, "")),
            (self.tr("State"), (f.REGION, "")),
            (self.tr("ZIP code"), (f.POSTAL_CODE, "")),
            (self.tr("Country"), (f.COUNTRY, "")),
            (self.tr("Organization"), (f.ORGANIZATION, "")),
            (self.tr("Job title"), (f.TITLE, "")),
            (self.tr("Birthday"), (f.BIRTHDAY, "")),
            (self.tr("Groups"), (f.CATEGORIES, "")),
            (self.tr("Facebook"), (f.SOCIAL, "facebook")),
            (self.tr("Instagram"), (f.SOCIAL, "instagram")),
            (self.tr("X (Twitter)"), (f.SOCIAL, "twitter")),
            (self.tr("LinkedIn"), (f.SOCIAL, "linkedin")),
        ]
