"""Everything to a folder, again and again, while the app is open and unlocked."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from f2f_desktop.errors import KnownError
from f2f_desktop.organizer.exports import Format, file_name
from f2f_desktop.organizer.tables import Written
from f2f_desktop.progress import Progress
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.fault_words import fault_words
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.exporting import Wanted, ending, write
from f2f_desktop.ui.organizer.results.words import ResultWords
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import (
    Button,
    Label,
    PrimaryButton,
    TextStyle,
    button_row,
    dialog_column,
    form_of,
    inset,
)
from f2f_desktop.volunteer.preferences import RecurringExport
from f2f_desktop.workspace import VolunteerServices

MINUTE = 60_000


class Recurring(QObject):
    """Writes everything to a folder every so many minutes. What goes wrong is told in its dialog, and tried again.

    Attributes:
        setting: what is set; None until it was read.
        last: how the last export went, in words; empty: there was none yet.
        went_wrong: whether the last one did.

    Signals:
        changed(): setting or outcome are other ones.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = ResultWords(self)
        self._writing = False
        self.setting: RecurringExport | None = None
        self.last = ""
        self.went_wrong = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.write_now)

    def begin(self) -> None:
        """Reads the setting, and begins if it says so."""
        self._desk.jobs.on_vault(
            self._desk.services.preferences.recurring_export, success=self._take, initiator=self
        )

    def set(self, setting: RecurringExport) -> None:
        """Keeps another setting, and writes at once if it says so."""
        self._desk.jobs.on_vault(self._desk.services.preferences.set_recurring_export, setting, initiator=self)
        self._take(setting)
        if setting.on:
            self.write_now()

    def write_now(self) -> None:
        """Writes, unless that is under way or the app is locked."""
        if self._writing or self.setting is None or not self._desk.workspace.unlocked:
            return
        self._writing = True
        job = self._desk.jobs.in_background(
            write_to_folder,
            self._desk.services,
            self.setting,
            success=self._wrote,
            failure=self._failed,
            initiator=self,
        )
        job.ended.connect(self._ended)

    def _take(self, setting: RecurringExport) -> None:
        self.setting = setting
        self._timer.stop()
        if setting.on and setting.folder:
            self._timer.start(setting.minutes * MINUTE)
        self.changed.emit()

    def _ended(self) -> None:
        self._writing = False

    def _wrote(self, outcome: tuple[str, Sequence[Written]]) -> None:
        at = self._words.moment(QDateTime.currentMSecsSinceEpoch())
        self.last = self.tr("{name} was written at {time}.").format(name=outcome[0], time=at)
        self.went_wrong = False
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            self._desk.faults.show(error)
            return
        at = self._words.moment(QDateTime.currentMSecsSinceEpoch())
        self.last = self.tr("It did not work at {time}: {why}").format(
            time=at, why=" ".join(filter(None, fault_words(error)))
        )
        self.went_wrong = True
        self.changed.emit()


def write_to_folder(
    services: VolunteerServices, setting: RecurringExport, progress: Progress
) -> tuple[str, list[Written]]:
    """Writes everything into the folder that is set, over the former file; the file's name and what is in it."""
    form = Format(setting.form)
    name = f"{file_name(services.authoring.draft().name)}.{ending(Wanted(), form)}"
    return name, write(services, Wanted(), Path(setting.folder) / name, form, progress)


class RecurringDialog(QDialog):
    """Sets the export to a folder."""

    def __init__(self, recurring: Recurring, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recurring = recurring
        setting = recurring.setting or RecurringExport()
        self.setWindowTitle(self.tr("Export to a folder"))
        self.on = QCheckBox(self.tr("Write everything again and again while the app is open"))
        self.on.setChecked(setting.on)
        self.folder = QLineEdit(setting.folder)
        self.folder.setReadOnly(True)
        self.folder.setPlaceholderText(self.tr("No folder chosen"))
        choose = Button(self.tr("Choose…"), Icon.FOLDER)
        choose.clicked.connect(self._choose)
        self.form = QComboBox()
        for form, words in (
            (Format.XLSX, self.tr("XLSX, a sheet per table")),
            (Format.CSV, self.tr("CSV files in a ZIP")),
            (Format.JSON, self.tr("JSON files in a ZIP")),
        ):
            self.form.addItem(words, str(form))
        self.form.setCurrentIndex(self.form.findData(setting.form))
        self.minutes = QSpinBox()
        inset(self.minutes)
        self.minutes.setRange(1, 24 * 60)
        self.minutes.setValue(setting.minutes)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(choose)
        fields = form_of(
            (
                (self.tr("Folder"), self.folder, place),
                (self.tr("Format"), self.form),
                (self.tr("Every so many minutes"), self.minutes),
            ),
            self,
        )
        self.last = Label("", TextStyle.SMALL, muted=True)
        self.save = PrimaryButton(self.tr("Save"))
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        column = dialog_column(self)
        column.addWidget(Label(self.tr("Export to a folder"), TextStyle.HEADING))
        column.addWidget(
            Label(
                self.tr(
                    "For a shared drive or a program that reads along. One file, always the newest figures. It holds "
                    "names of volunteers: choose a folder that only your team can open."
                ),
                muted=True,
            )
        )
        column.addWidget(self.on)
        column.addLayout(fields)
        column.addWidget(self.last)
        column.addStretch(1)
        column.addLayout(button_row(cancel, self.save))
        self.setMinimumWidth(em(self.font(), 34))
        self.on.toggled.connect(self._judge)
        recurring.changed.connect(self._tell)
        self._tell()
        self._judge()

    def accept(self) -> None:
        self._recurring.set(
            RecurringExport(
                self.on.isChecked(), self.folder.text(), str(self.form.currentData()), self.minutes.value()
            )
        )
        super().accept()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self.folder.text())
        if folder:
            self.folder.setText(folder)
            self._judge()

    def _tell(self) -> None:
        self.last.setText(self._recurring.last)
        self.last.setVisible(bool(self._recurring.last))
        self.last.set_tone(Tone.WARNING if self._recurring.went_wrong else None, muted=True)

    def _judge(self) -> None:
        self.save.setEnabled(not self.on.isChecked() or bool(self.folder.text()))
