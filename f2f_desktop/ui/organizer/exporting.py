"""Tables out of the app: one or all, as CSV, XLSX or JSON, with progress and a way to stop."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.organizer.exporting import all_tables, table_of
from f2f_desktop.organizer.exports import Format, export_all, export_table, file_name
from f2f_desktop.organizer.tables import Written
from f2f_desktop.progress import Progress
from f2f_desktop.protocol.roles import Role
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.jobs import Job
from f2f_desktop.ui.widgets import Button, ProgressRow
from f2f_desktop.workspace import VolunteerServices, latest


@dataclass(frozen=True)
class Wanted:
    """What is to be written: a table by its name, of an action where it is about one; no name: everything."""

    table: str = ""
    action: ActionId | None = None


def ending(wanted: Wanted, form: Format) -> str:
    """A file's ending: everything is one workbook, or a ZIP of files."""
    return form if wanted.table or form is Format.XLSX else "zip"


def write(
    services: VolunteerServices, wanted: Wanted, path: Path, form: Format, progress: Progress
) -> list[Written]:
    """Asks the hub and writes the file; for a thread of the pool. Raises what the hub and the disk raise."""
    answers, content = latest(services), services.authoring.draft()
    if wanted.table:
        return [export_table(table_of(wanted.table, answers, content, wanted.action), path, form, progress)]
    actions = [each.action for each in answers.overviews()]
    owner = services.courier.role() is Role.OWNER
    return export_all(all_tables(answers, content, actions, with_audit=owner), path, form, progress)


class Exporter(QObject):
    """Writes files for a place.

    Attributes:
        row: how far it is, for the place to show; hidden while nothing is written.

    Signals:
        told(str): what was written.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._job: Job[list[Written]] | None = None
        self.row = ProgressRow("", parent=parent)
        self.row.hide()
        self.row.stopped.connect(self._stop)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._job is not None

    def ask(self, wanted: Wanted, form: Format) -> None:
        """Lets the user say where to, and writes."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suffix = ending(wanted, form)
        name = file_name(wanted.table or self.tr("everything"))
        proposed = Path(documents) / f"{name}.{suffix}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export"), str(proposed), self.tr("Files (*.{suffix})").format(suffix=suffix)
        )
        if chosen:
            path = Path(chosen)
            self.write(wanted, path if path.suffix else path.with_suffix(f".{suffix}"), form)

    def write(self, wanted: Wanted, path: Path, form: Format) -> None:
        """Writes, one file at a time."""
        if self.busy:
            return
        self.row.start(self.tr("Writing {name} …").format(name=path.name))
        self._job = self._desk.jobs.in_background(
            write,
            self._desk.services,
            wanted,
            path,
            form,
            success=lambda written: self._done(path, written),
            failure=self._desk.faults.show,
            initiator=self,
        )
        self._job.progressed.connect(self._progressed)
        self._job.ended.connect(self._ended)

    def _progressed(self, done: int, total: int) -> None:
        self.row.set_progress(done, total)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _ended(self) -> None:
        self._job = None
        self.row.hide()

    def _done(self, path: Path, written: Sequence[Written]) -> None:
        rows = sum(each.rows for each in written)
        self.told.emit(self.tr("%n row(s) written to {name}.", "", rows).format(name=path.name))


class ExportButton(Button):
    """Opens the menu of what can be exported.

    Signals:
        wanted(Wanted, Format): the user chose.
        recurring_wanted(): the user wants to set the export to a folder.
    """

    wanted = Signal(object, object)
    recurring_wanted = Signal()

    def __init__(self, shown: Callable[[], Wanted], parent: QWidget | None = None) -> None:
        """`shown` says which table is on the screen."""
        super().__init__("", Icon.EXPORT, parent=parent)
        self.setText(self.tr("Export"))
        self._shown = shown
        menu = QMenu(self)
        this = menu.addMenu(self.tr("This table"))
        everything = menu.addMenu(self.tr("Everything"))
        names = {
            Format.CSV: self.tr("CSV (any program)"),
            Format.XLSX: self.tr("XLSX (Excel, LibreOffice)"),
            Format.JSON: self.tr("JSON (programs)"),
        }
        zipped = {
            Format.CSV: self.tr("CSV files in a ZIP"),
            Format.XLSX: self.tr("XLSX, a sheet per table"),
            Format.JSON: self.tr("JSON files in a ZIP"),
        }
        for form in Format:
            this.addAction(names[form]).triggered.connect(
                lambda _checked=False, form=form: self.wanted.emit(self._shown(), form)
            )
            everything.addAction(zipped[form]).triggered.connect(
                lambda _checked=False, form=form: self.wanted.emit(Wanted(), form)
            )
        menu.addSeparator()
        menu.addAction(self.tr("Again and again, to a folder…")).triggered.connect(self.recurring_wanted)
        self.setMenu(menu)
