"""The recovery sheet: the one way in when the passphrase is forgotten. Shown once, to be kept away from the laptop."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QCheckBox, QFileDialog, QSizePolicy, QWidget

from f2f_desktop.errors import KnownError
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import current_theme
from f2f_desktop.ui.volunteer.first_run.step import Step
from f2f_desktop.ui.widgets import Button, Card, FittedWidget, FlowBox, Label, TextStyle
from f2f_desktop.workspace import Argon2Cost, VolunteerServices

GROUPS_PER_LINE = 4


def in_lines(code: str) -> str:
    """A recovery code, four groups to a line."""
    groups = code.split("-")
    lines = [groups[start : start + GROUPS_PER_LINE] for start in range(0, len(groups), GROUPS_PER_LINE)]
    return "\n".join(" ".join(line) for line in lines)


def fixed_font(font: QFont) -> QFont:
    """A font in which every character is told from every other, larger than the `font` around it."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPointSizeF(font.pointSizeF() * 1.45)
    made.setBold(True)
    return made


class CodeView(FittedWidget):
    """Shows a recovery code in two lines."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_code(self, code: str) -> None:
        """Shows `code`; nothing if it is empty."""
        self._lines = in_lines(code).splitlines()
        self.setAccessibleName(self.tr("Recovery code: {code}").format(code=" ".join(code.split("-"))))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What is shown."""
        return "\n".join(self._lines)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(fixed_font(self.font()))
        width = max((metrics.horizontalAdvance(line) for line in self._lines), default=0.0)
        return QSize(int(width) + 2, int(metrics.height() * 1.25 * 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(fixed_font(self.font()))
        painter.setPen(QColor(current_theme().text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class RecoveryStep(Step):
    """Shows the recovery code until the volunteer says that they have it."""

    def __init__(self, desk: Desk, cost: Argon2Cost, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cost = cost
        self._code = ""
        self.heading = self.tr("Your recovery sheet")
        self.words = self.tr(
            "If you forget the passphrase, or the keyring is lost, only this code opens your vault. Write it down, "
            "print it or save it on a stick, and keep it away from this laptop. It is shown this once."
        )
        self.continue_text = self.tr("Continue")
        self.can_go_back = False
        card = Card(sunken=True)
        self._shown = CodeView()
        card.column.addWidget(self._shown)
        self.copy_button = Button(self.tr("Copy"), Icon.COPY)
        self.copy_button.clicked.connect(self.copy)
        self.save_button = Button(self.tr("Save as a file…"), Icon.EXPORT)
        self.save_button.clicked.connect(self.save)
        self.print_button = Button(self.tr("Print…"))
        self.print_button.clicked.connect(self.print)
        self.have_it = QCheckBox(self.tr("I have the code, away from this laptop"))
        self.have_it.toggled.connect(self.changed)
        buttons = FlowBox()
        buttons.add(self.copy_button, self.save_button, self.print_button)
        self._done = Label("", TextStyle.SMALL, muted=True)
        self._done.hide()
        self.column.addWidget(card)
        self.column.addWidget(buttons)
        self.column.addWidget(self._done)
        self.column.addWidget(self.have_it)

    def show_code(self, code: str) -> None:
        """Shows a code just made."""
        self._code = code
        self._shown.show_code(code)
        self.have_it.setChecked(False)
        self.have_it.setEnabled(True)
        self.changed.emit()

    def begin(self) -> None:
        if not self._code:
            # The app was closed before anybody noted the former code: it opens nothing any more.
            self.have_it.setEnabled(False)
            self._desk.jobs.on_vault(
                self._desk.workspace.new_recovery_sheet, self._cost, success=self.show_code, initiator=self
            )

    def first_field(self) -> QWidget:
        return self.copy_button

    def ready(self) -> bool:
        return bool(self._code) and self.have_it.isChecked()

    def proceed(self) -> None:
        self._desk.jobs.on_vault(
            note_recovery, self._desk.services, success=lambda _: self._noted(), initiator=self
        )

    def copy(self) -> None:
        """Puts the code into the clipboard."""
        QGuiApplication.clipboard().setText(in_lines(self._code))
        self._say(self.tr("Copied. Paste it somewhere safe, not on this laptop."))

    def save(self) -> None:
        """Saves the sheet as a text file. Raises `KnownError` where it cannot be written."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the recovery sheet"), self.tr("recovery-sheet.txt"), self.tr("Text (*.txt)")
        )
        if not name:
            return
        try:
            Path(name).write_text(self.sheet(), encoding="utf-8")
        except OSError as error:
            raise KnownError(
                self.tr("The recovery sheet could not be saved."), self.tr("Choose another folder.")
            ) from error
        self._say(self.tr("Saved as {name}.").format(name=Path(name).name))

    def print(self) -> None:
        """Prints the sheet. Raises `KnownError` where this system cannot print."""
        try:
            from PySide6.QtPrintSupport import QPrintDialog, QPrinter
        except ImportError as error:
            raise KnownError(
                self.tr("This computer cannot print."), self.tr("Write the code down, or save it on a stick.")
            ) from error
        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            document = QTextDocument()
            document.setDefaultFont(fixed_font(self.font()))
            document.setPlainText(self.sheet())
            document.print_(printer)
            self._say(self.tr("Sent to the printer."))

    def sheet(self) -> str:
        """The sheet as text."""
        return "\n".join(
            (
                self.tr("F2F Desktop: recovery sheet"),
                "",
                self.tr("This code opens the vault if the passphrase is forgotten."),
                self.tr("Keep it away from the laptop, and show it to nobody."),
                "",
                in_lines(self._code),
                "",
            )
        )

    def _say(self, words: str) -> None:
        self._done.setText(words)
        self._done.show()

    def _noted(self) -> None:
        self._code = ""
        self._shown.show_code("")
        self.settled.emit()


def note_recovery(services: VolunteerServices) -> None:
    """Notes that the volunteer has the recovery code."""
    known = services.preferences.set_up()
    services.preferences.keep_set_up(msgspec.structs.replace(known, recovery_noted=True))
