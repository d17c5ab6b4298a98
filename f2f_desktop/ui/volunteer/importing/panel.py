"""Contacts in, as the user sees it: choose or drop, watch, stop, see what came, undo."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.drop_zone import DropZone
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.importing.carddav_dialog import CardDavDialog
from f2f_desktop.ui.volunteer.importing.importer import Importer
from f2f_desktop.ui.volunteer.importing.mapping_dialog import MappingDialog
from f2f_desktop.ui.volunteer.importing.problems import ProblemsDialog
from f2f_desktop.ui.widgets import Banner, Button, IconView, Label, ProgressRow, QuietButton, TextStyle
from f2f_desktop.volunteer.address_books import UnknownTable
from f2f_desktop.volunteer.matchmaking import MatchCounts
from f2f_desktop.workspace import ImportSummary


class ImportPanel(QWidget):
    """Imports contacts and says what happened.

    Signals:
        imported(): an import was stored or taken back.
        busy_changed(busy): whether an import is under way.
    """

    imported = Signal()
    busy_changed = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._summary: ImportSummary | None = None
        self.importer = Importer(desk, self)
        self._build()
        self._connect()

    def import_files(self, paths: Sequence[Path]) -> None:
        """Imports files that arrived some other way."""
        self.importer.import_files(paths)

    def summary_text(self) -> str:
        """What the last import brought, as it is shown."""
        return self._result.text()

    def show_problems(self) -> None:
        """Opens the list of what could not be read."""
        if self._summary is not None:
            ProblemsDialog(self._summary.problems, self).open()

    def undo(self) -> None:
        """Takes the last import back."""
        if self._summary is not None and (self._summary.new or self._summary.changed):
            self.importer.undo(self._summary)

    def _build(self) -> None:
        self.zone = DropZone(
            self.tr("Drop address books here: vCard (.vcf) or CSV, from a phone, Google, Outlook, LinkedIn …"),
            self.tr("Choose files…"),
            self.tr("Address books (*.vcf *.vcard *.csv *.txt *.tsv);;All files (*)"),
            several=True,
            icon=Icon.PEOPLE,
        )
        self.server_button = Button(self.tr("From a server (CardDAV)…"), Icon.CLOUD)
        self.zone.add_button(self.server_button)
        promise = QHBoxLayout()
        promise.setSpacing(em(self.font(), 0.4))
        promise.addWidget(IconView(Icon.LOCK, Tone.SUCCESS, size=1.0))
        promise.addWidget(
            Label(
                self.tr("Your contacts stay on this laptop, encrypted. They are never uploaded."),
                TextStyle.SMALL,
                muted=True,
            ),
            1,
        )
        self.progress = ProgressRow()
        self.progress.hide()
        self._result = Banner("", Tone.SUCCESS, closable=False)
        self._result.hide()
        self.undo_button = Button(self.tr("Undo import"), Icon.UNDO)
        self.problems_button = QuietButton("")
        self._steps = QWidget()
        steps = QHBoxLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.addWidget(self.problems_button)
        steps.addStretch(1)
        steps.addWidget(self.undo_button)
        self._steps.hide()
        self._matching = ProgressRow()
        self._matching.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.6))
        column.addWidget(self.zone)
        column.addLayout(promise)
        column.addWidget(self.progress)
        column.addWidget(self._result)
        column.addWidget(self._steps)
        column.addWidget(self._matching)

    def _connect(self) -> None:
        importer, matching = self.importer, self.importer.matching
        self.zone.files_given.connect(self.import_files)
        self.server_button.clicked.connect(self._ask_for_server)
        self.progress.stopped.connect(importer.cancel)
        self.undo_button.clicked.connect(self.undo)
        self.problems_button.clicked.connect(self.show_problems)
        importer.began.connect(self._began)
        importer.progressed.connect(self.progress.set_progress)
        importer.columns_asked.connect(self._ask_for_columns)
        importer.storing.connect(self._storing)
        importer.imported.connect(self._imported)
        importer.undone.connect(self._undone)
        importer.stopped.connect(self._stopped)
        matching.started.connect(lambda: self._matching.start(self.tr("Matching with the voter extract …")))
        matching.progressed.connect(self._matching.set_progress)
        matching.finished.connect(self._matched)
        matching.stopped.connect(self._matching.hide)
        self._matching.stopped.connect(matching.cancel)

    def _began(self, words: str) -> None:
        self.zone.setEnabled(False)
        self._result.hide()
        self._steps.hide()
        self.progress.start(self.tr("Reading {names} …").format(names=words))
        self.busy_changed.emit(True)

    def _storing(self) -> None:
        self.progress.start(self.tr("Storing and merging …"))

    def _imported(self, summary: ImportSummary) -> None:
        self._rest()
        self._summary = summary
        parts = [self.tr("%n read", "", summary.new + summary.changed + summary.unchanged)]
        if summary.problems:
            parts.append(self.tr("%n need(s) a look", "", len(summary.problems)))
        if summary.unchanged:
            parts.append(self.tr("%n already here", "", summary.unchanged))
        if summary.changed:
            parts.append(self.tr("%n updated", "", summary.changed))
        if summary.merged:
            parts.append(self.tr("%n merged", "", summary.merged))
        nothing = not (summary.new or summary.changed or summary.unchanged)
        self._result.say(" · ".join(parts), Tone.WARNING if nothing else Tone.SUCCESS)
        self.problems_button.setText(self.tr("See what needs a look (%n)", "", len(summary.problems)))
        self.problems_button.setVisible(bool(summary.problems))
        undoable = bool(summary.new or summary.changed)
        self.undo_button.setVisible(undoable)
        self._steps.setVisible(bool(summary.problems) or undoable)
        self.imported.emit()

    def _matched(self, counts: MatchCounts) -> None:
        self._matching.hide()
        words = self.tr("{matched} of {contacts} are in the voter file; {ambiguous} to check.")
        told = words.format(matched=counts.matched, contacts=counts.contacts, ambiguous=counts.ambiguous)
        text = self._result.text().split("\n")[0]
        if text and not self._result.isHidden():
            self._result.say(f"{text}\n{told}", Tone.SUCCESS)

    def _undone(self) -> None:
        self._summary = None
        self._steps.hide()
        self._result.say(self.tr("The import was undone."), Tone.NEUTRAL)
        self.imported.emit()

    def _stopped(self) -> None:
        self._rest()
        self._result.say(self.tr("Stopped. Nothing of it was kept."), Tone.NEUTRAL)

    def _rest(self) -> None:
        self.zone.setEnabled(True)
        self.progress.hide()
        self.busy_changed.emit(False)

    def _ask_for_columns(self, table: UnknownTable) -> None:
        dialog = MappingDialog(table, self)
        dialog.accepted.connect(lambda: self.importer.answer(table, dialog.mapping()))
        dialog.rejected.connect(lambda: self.importer.leave_out(table))
        dialog.open()

    def _ask_for_server(self) -> None:
        dialog = CardDavDialog(self._desk, self)
        dialog.chosen.connect(self.importer.import_by)
        dialog.open()
