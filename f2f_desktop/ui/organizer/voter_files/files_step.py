"""First step: the files, the layout that they have, and what became of their rows."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.errors import KnownError
from f2f_desktop.organizer.mappings import KeptMapping, Told
from f2f_desktop.organizer.voter_files import (
    AUTO,
    ColumnMapping,
    Sample,
    Survey,
    VoterFiles,
    layouts,
    mapped,
    sample,
    survey,
)
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.drop_zone import DropZone
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.jobs import Job
from f2f_desktop.ui.organizer.voter_files.draft import Draft
from f2f_desktop.ui.organizer.voter_files.file_faults import file_fault, may_be_mapped
from f2f_desktop.ui.organizer.voter_files.file_report import FileReport
from f2f_desktop.ui.organizer.voter_files.mapping import VoterMappingDialog
from f2f_desktop.ui.organizer.voter_files.step import WizardStep
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Banner, Button, HeadRow, Label, ProgressRow

MAPPED = "mapped"


class FilesStep(WizardStep):
    """Takes the files.

    Attributes:
        report: what was found in the files; hidden before.
        mapping: the dialog that asks what columns hold, while it is open.
    """

    def __init__(self, desk: Desk, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(desk, draft, parent)
        self.title = self.tr("Voter files")
        self._paths: tuple[Path, ...] = ()
        self._mapping: ColumnMapping | None = None
        self._job: Job[Any] | None = None
        self._offered: KeptMapping | None = None
        self.mapping: VoterMappingDialog | None = None
        self.drop = DropZone(
            self.tr(
                "Drop the voter files of a state or a vendor here: text, CSV, or the ZIP they came in. Several at "
                "once, such as county files, with the history of who voted when"
            ),
            self.tr("Choose files …"),
            self.tr("Voter files (*.txt *.csv *.tsv *.tab *.dat *.lst *.zip *.gz *.xls);;All files (*)"),
            several=True,
        )
        self.layout_choice = QComboBox()
        self.layout_choice.setAccessibleName(self.tr("Layout of the files"))
        self.layout_choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.layout_choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.layout_choice.setMinimumContentsLength(18)
        self.layout_choice.addItem(self.tr("Recognise the layout"), AUTO)
        self.layout_choice.addItem(self.tr("Say what the columns hold …"), MAPPED)
        self.others = Button(self.tr("Other files"), Icon.FOLDER)
        self.progress = ProgressRow()
        self.message = Banner("", Tone.DANGER, closable=False)
        self.report = FileReport()
        named = QWidget()
        row = QHBoxLayout(named)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(self.tr("Layout"), muted=True, wraps=False))
        row.addWidget(self.layout_choice, 1)
        self._row = HeadRow(named, self.others)
        sheet = Sheet(56.0)
        for widget in (self.drop, self._row, self.progress, self.message, self.report):
            sheet.column.addWidget(widget)
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        column.setSpacing(em(self.font(), 0.6))
        self.progress.hide()
        self.message.hide()
        self.report.hide()
        self._row.hide()
        self.drop.files_given.connect(lambda files: self.take(tuple(files)))
        self.layout_choice.activated.connect(lambda _at: self._choose_layout())
        self.others.clicked.connect(self.drop.choose)
        self.progress.stopped.connect(self.stop)
        self.message.acted.connect(self._step_of_message)

    @property
    def ready(self) -> bool:
        return self.draft.survey is not None and self.draft.survey.report.kept > 0 and not self.busy

    @property
    def busy(self) -> bool:
        return self._job is not None

    def enter(self) -> None:
        if self.layout_choice.count() == 2:
            self.desk.jobs.in_background(layouts, success=self._offer_layouts, initiator=self, with_progress=False)
        if not self._paths:
            self.drop.button.setFocus()

    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def take(self, paths: tuple[Path, ...]) -> None:
        """Goes through these files."""
        self._paths = paths
        self._mapping = None
        self.layout_choice.setCurrentIndex(0)
        self._read()

    def ask_columns(self) -> None:
        """Asks what the columns of the largest file hold."""
        if not self._paths or self.busy:
            return
        self.desk.jobs.in_background(
            sample,
            self._largest(),
            success=partial(self._look_up, self._ask),
            failure=self._failed,
            initiator=self,
            with_progress=False,
        )

    def _largest(self) -> Path:
        return max(self._paths, key=lambda path: path.stat().st_size if path.is_file() else 0)

    def _look_up(self, then: Callable[[Sample, KeptMapping | None], None], begun: Sample) -> None:
        """Looks for what was said of a file with the same header."""
        if not begun.header:
            then(begun, None)
            return
        self.desk.jobs.on_vault(
            self.desk.services.mappings.known,
            Told.VOTERS,
            begun.columns,
            success=partial(then, begun),
            initiator=self,
        )

    def _offer_layouts(self, known: dict[str, str]) -> None:
        for name, title in known.items():
            self.layout_choice.insertItem(self.layout_choice.count() - 1, title, name)

    def _choose_layout(self) -> None:
        if self.layout_choice.currentData() == MAPPED:
            self.ask_columns()
        else:
            self._mapping = None
            self._read()

    def _ask(self, begun: Sample, kept: KeptMapping | None) -> None:
        self.mapping = VoterMappingDialog(begun, self, kept=kept)
        self.mapping.finished.connect(self._answered)
        self.mapping.open()

    def _answered(self, result: int) -> None:
        dialog, self.mapping = self.mapping, None
        if dialog is None:
            return
        told, begun = dialog.told(), dialog.sample
        dialog.deleteLater()
        if result != QDialog.DialogCode.Accepted:
            if self._mapping is None:
                self.layout_choice.setCurrentIndex(0)
            return
        if begun.header:
            self.desk.jobs.on_vault(
                self.desk.services.mappings.keep,
                Told.VOTERS,
                begun.columns,
                told,
                begun.file,
                initiator=self,
            )
        self._read_as(told)

    def _read_as(self, told: Mapping[str, str]) -> None:
        self.desk.jobs.in_background(
            mapped,
            self._largest(),
            told,
            success=self._know_columns,
            failure=self._failed,
            initiator=self,
            with_progress=False,
        )

    def _know_columns(self, mapping: ColumnMapping) -> None:
        self._mapping = mapping
        self.layout_choice.setCurrentIndex(self.layout_choice.findData(MAPPED))
        self._read()

    def _read(self) -> None:
        if not self._paths or self.busy:
            return
        self.draft.take(None)
        layout = AUTO if self._mapping else str(self.layout_choice.currentData())
        files = VoterFiles(self._paths, layout, self._mapping)
        names = ", ".join(path.name for path in self._paths[:3]) + (" …" if len(self._paths) > 3 else "")
        self.message.hide()
        self.report.hide()
        self.drop.hide()
        self._row.hide()
        self.progress.start(self.tr("Reading {file} …").format(file=names))
        job = self.desk.jobs.in_background(
            survey, files, success=self._found, failure=self._failed, initiator=self
        )
        self._job = job
        job.progressed.connect(self.progress.set_progress)
        job.ended.connect(self._over)
        self.judged.emit()

    def _over(self) -> None:
        self._job = None
        self.progress.hide()
        self._row.show()
        self.drop.setVisible(self.draft.survey is None)
        self.judged.emit()

    def _found(self, found: Survey) -> None:
        self.draft.take(found)
        self.report.show_survey(found)
        self.report.show()
        self.others.setFocus()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            self.desk.faults.show(error)
            return
        self._offered = None
        step = self.tr("Say what the columns hold …") if may_be_mapped(error) else ""
        self.message.say(file_fault(error), Tone.DANGER, action=step)
        self._row.show()
        self.layout_choice.setFocus()
        if may_be_mapped(error) and self._mapping is None:
            self.desk.jobs.in_background(
                sample,
                self._largest(),
                success=partial(self._look_up, self._offer_kept),
                failure=lambda _error: None,  # what is wrong has been said
                initiator=self,
                with_progress=False,
            )

    def _offer_kept(self, _begun: Sample, kept: KeptMapping | None) -> None:
        """Somebody has said of such a file what its columns hold: nothing has to be said again."""
        self._offered = kept
        if kept is not None:
            words = self.tr(
                "This file has the same header as {file}, of which you have said what its columns hold. It can be "
                "read likewise; or look at what you said, by the layout above."
            )
            self.message.say(words.format(file=kept.file), Tone.INFO, action=self.tr("Read it likewise"))

    def _step_of_message(self) -> None:
        if self._offered is not None:
            self.message.hide()
            self._read_as(self._offered.told)
        else:
            self.ask_columns()
