"""A list whose header is not the usual one: which of its columns hold what."""

from PySide6.QtWidgets import QDialog, QWidget

from f2f_desktop.organizer.mappings import KeptMapping
from f2f_desktop.organizer.target_columns import REQUIRED, TargetMapping
from f2f_desktop.organizer.uploading import Beginning
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Button, ColumnGrid, Label, PrimaryButton, TextStyle, button_row, dialog_column


class ListMappingDialog(QDialog):
    """Asks which columns hold the names, the phone number and ids; every other column becomes a script variable."""

    def __init__(
        self, file: str, table: Beginning, parent: QWidget | None = None, *, kept: KeptMapping | None = None
    ) -> None:
        """`kept` is what was said of a list with the same header before."""
        super().__init__(parent)
        self.table = table
        self.setWindowTitle(self.tr("What is in these columns?"))
        self.resize(em(self.font(), 48), em(self.font(), 40))
        self.grid = ColumnGrid(table.header, table.rows, self.tr("(not in the list)"))
        for field, name in self._fields().items():
            self.grid.ask(field, name, self._guess(field) if kept is None else kept.told.get(field, ""))
        self.choices = self.grid.choices
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
        if kept is not None:
            column.addWidget(Label(self.tr("As you said of {file} the last time.").format(file=kept.file)))
        column.addWidget(self.grid, 1)
        column.addWidget(self.hint)
        column.addLayout(button_row(leave, self.read_button))
        self.read_button.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        self.grid.changed.connect(self._judge)
        self._judge()

    def mapping(self) -> TargetMapping:
        """What was chosen."""
        return TargetMapping(columns=dict(self.grid.chosen()))

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

    def _judge(self) -> None:
        mapped = self.mapping().columns
        lacking = [words for field, words in self._fields().items() if field in REQUIRED and field not in mapped]
        self.read_button.setEnabled(not lacking)
        self.hint.setVisible(bool(lacking))
        self.hint.setText(self.tr("Still to say: {fields}").format(fields=", ".join(lacking)))
