"""A list whose header is not the usual one: which of its columns hold what."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QScrollArea, QWidget

from f2f_desktop.organizer.target_columns import REQUIRED, TargetMapping
from f2f_desktop.organizer.uploading import Beginning
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Button, Label, PrimaryButton, TextStyle, button_row, dialog_column


class ListMappingDialog(QDialog):
    """Asks which columns hold the names, the phone number and ids; every other column becomes a script variable."""

    def __init__(self, file: str, table: Beginning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.setWindowTitle(self.tr("What is in these columns?"))
        self.resize(em(self.font(), 46), em(self.font(), 32))
        self.choices: dict[str, QComboBox] = {}
        self.hint = Label("", tone=Tone.WARNING)
        self.read_button = PrimaryButton(self.tr("Read the list"))
        leave = Button(self.tr("Cancel"))
        column = dialog_column(self)
        column.addWidget(Label(file, TextStyle.HEADING))
        words = self.tr(
            "The columns of this list are called otherwise than usual. Say which hold what; every other column can be "
            "used in scripts under its own name."
        )
        column.addWidget(Label(words, muted=True))
        column.addWidget(self._grid(), 1)
        column.addWidget(self.hint)
        column.addLayout(button_row(leave, self.read_button))
        self.read_button.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        self._judge()

    def mapping(self) -> TargetMapping:
        """What was chosen."""
        chosen = {field: choice.currentData() for field, choice in self.choices.items()}
        return TargetMapping(columns={field: header for field, header in chosen.items() if header})

    def _grid(self) -> QWidget:
        content = QWidget()
        content.setProperty("role", "page")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self.font(), 0.9))
        grid.setVerticalSpacing(em(self.font(), 0.5))
        for at, (field, words) in enumerate(self._fields().items()):
            choice = QComboBox()
            choice.setAccessibleName(words)
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            choice.addItem(self.tr("(not in the list)"), "")
            for place, header in enumerate(self.table.header):
                if header:
                    choice.addItem(header, header)
                    choice.setItemData(choice.count() - 1, place, Qt.ItemDataRole.UserRole + 1)
            choice.setCurrentIndex(max(0, choice.findData(self._guess(field))))
            sample = Label("", muted=True, wraps=False)
            choice.currentIndexChanged.connect(lambda _at, c=choice, s=sample: self._show_sample(c, s))
            self._show_sample(choice, sample)
            label = Label(words, wraps=False)
            label.setBuddy(choice)
            grid.addWidget(label, at, 0)
            grid.addWidget(choice, at, 1)
            grid.addWidget(sample, at, 2)
            self.choices[field] = choice
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(len(self.choices), 1)
        for choice in self.choices.values():
            choice.currentIndexChanged.connect(lambda _at: self._judge())
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    def _fields(self) -> dict[str, str]:
        return {
            "first_name": self.tr("First name (needed)"),
            "last_name": self.tr("Last name (needed)"),
            "phone": self.tr("Phone number (needed)"),
            "voter_id": self.tr("Voter id of the state"),
            "van_id": self.tr("VAN id"),
            "pdi_id": self.tr("PDI id"),
            "state_abbrev": self.tr("State"),
            "assigned_user_email": self.tr("E-mail of the volunteer it is assigned to"),
        }

    def _guess(self, field: str) -> str:
        """A column that sounds like it."""
        clues = {
            "first_name": ("first", "given", "nombre"),
            "last_name": ("last", "family", "surname", "apellido"),
            "phone": ("phone", "cell", "mobile", "tel"),
            "voter_id": ("voterid", "stateid", "ncid"),
            "van_id": ("van",),
            "pdi_id": ("pdi",),
            "state_abbrev": ("state", "st"),
            "assigned_user_email": ("assigned", "volunteer"),
        }[field]
        for clue in clues:
            for header in self.table.header:
                key = "".join(filter(str.isalnum, header.casefold()))
                if key == clue or (len(clue) > 2 and clue in key):
                    return header
        return ""

    def _show_sample(self, choice: QComboBox, sample: Label) -> None:
        place = choice.currentData(Qt.ItemDataRole.UserRole + 1)
        cells = [row[place] for row in self.table.rows if place is not None and place < len(row)]
        sample.setText(" · ".join(filter(None, cells)))

    def _judge(self) -> None:
        mapped = self.mapping().columns
        lacking = [words for field, words in self._fields().items() if field in REQUIRED and field not in mapped]
        self.read_button.setEnabled(not lacking)
        self.hint.setVisible(bool(lacking))
        self.hint.setText(self.tr("Still to say: {fields}").format(fields=", ".join(lacking)))
