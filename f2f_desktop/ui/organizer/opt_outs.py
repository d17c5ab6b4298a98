"""The campaign's opt-out list in the settings: how long it is, what came on it when and how, and adding to it."""

from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from f2f_desktop.events.facts import OptOutSource
from f2f_desktop.organizer.exports import Format
from f2f_desktop.organizer.opt_out_files import BadRow, PointsRead, read_points
from f2f_desktop.organizer.opt_outs import Added
from f2f_desktop.protocol.api import OptOutList, OptOutRow
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.jobs import Job
from f2f_desktop.ui.organizer.exporting import Exporter, Wanted
from f2f_desktop.ui.organizer.results.asking import AgeLine, Asking
from f2f_desktop.ui.organizer.results.words import ResultWords
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, Card, Column, DataTable, FlowBox, Label, ProgressRow, TextStyle, Toast

OPT_OUTS = frozenset({"opt_outs"})
CONTACT = "contact"


class OptOutCard(Card):
    """The opt-out list. Numbers and addresses are hashed on this laptop; nobody sees any here.

    Attributes:
        point: what is to be put on the list, looked for, or taken off.
        table: how entries came on the list.
        problems: rows of the imported file that put nothing on it.
    """

    def __init__(self, desk: Desk, toast: Toast, parent: QWidget | None = None) -> None:
        """`toast` says what was done; its undo is this card's, if it was the last to speak."""
        super().__init__(parent)
        self._desk = desk
        self._toast = toast
        self._words = words = ResultWords(self)
        self._last: Added | None = None
        self._job: Job[PointsRead] | None = None
        self.age = AgeLine()
        self._asking = Asking(desk, self.age, self)
        self.count = Label("")
        self.point = QLineEdit()
        self.point.setPlaceholderText(self.tr("Phone number or e-mail address"))
        self.point.setAccessibleName(self.point.placeholderText())
        self.point.setMaxLength(250)
        self.add = Button(self.tr("Add"))
        self.look = Button(self.tr("Is it on the list?"), Icon.SEARCH)
        self.remove = Button(self.tr("Take off"), Icon.TRASH)
        self.remove.setToolTip(self.tr("What was put on the list on this laptop by mistake"))
        self.said = Label("")
        self.said.hide()
        self.import_button = Button(self.tr("Import a file …"), Icon.IMPORT)
        self.export_button = Button(self.tr("Export…"), Icon.EXPORT)
        self.progress = ProgressRow("")
        self.progress.hide()
        self.exporter = Exporter(desk, self)
        self.problems = QTreeWidget()
        self.problems.setRootIsDecorated(False)
        self.problems.setUniformRowHeights(True)
        self.problems.setHeaderLabels([self.tr("Line"), self.tr("What is wrong")])
        self.problems.setAccessibleName(self.tr("Rows that put nothing on the list"))
        self.problems.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.problems.setFixedHeight(em(self.font(), 10))
        self.problems.hide()
        columns: list[Column[OptOutRow]] = [
            Column(self.tr("When"), lambda row: words.moment(row.at), lambda row: row.at),
            Column(self.tr("How"), self._how),
            Column(self.tr("Recorded by"), lambda row: words.volunteer(row.name, "", row.device)),
            Column(
                self.tr("Numbers and addresses"),
                lambda row: words.number(row.points),
                lambda row: row.points,
                number=True,
            ),
        ]
        self.table: DataTable[OptOutRow] = DataTable(self.tr("Opt-out list"), lambda row: row.id, columns, wide=1)
        self.table.setFixedHeight(em(self.font(), 13))
        self.table.hide()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.column.addWidget(Label(self.tr("Opt-out list"), TextStyle.HEADING))
        words = self.tr(
            "Whoever is on it is closed for all volunteers after their next synchronization. Numbers and addresses "
            "are hashed on this laptop before they go anywhere, so that nobody can read the list: not here, not at "
            "the hub."
        )
        self.column.addWidget(Label(words, muted=True))
        self.column.addWidget(self.count)
        row = QHBoxLayout()
        row.addWidget(self.point, 1)
        row.addWidget(self.add)
        self.column.addLayout(row)
        buttons = FlowBox()
        buttons.add(self.look, self.remove, self.import_button, self.export_button)
        self.column.addWidget(buttons)
        for widget in (self.said, self.progress, self.problems, self.exporter.row, self.table, self.age):
            self.column.addWidget(widget)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_typed)
        self.point.returnPressed.connect(self.add_typed)
        self.look.clicked.connect(self.look_up)
        self.remove.clicked.connect(self.remove_typed)
        self.import_button.clicked.connect(self._ask_for_file)
        self.export_button.clicked.connect(lambda: self.exporter.ask(Wanted("opt-outs"), Format.XLSX))
        self.exporter.told.connect(self._say)
        self.progress.stopped.connect(self._stop)
        self._toast.undone.connect(self._undo)

    def refresh(self) -> None:
        """Asks the hub how the list stands."""
        self._asking.ask("opt-outs", self._desk.services.organizing.opt_outs, success=self._show)

    # One by hand

    def add_typed(self) -> None:
        """Puts what was typed on the list."""
        self._do(self._desk.services.opt_outs.add, self.point.text(), success=self._added)

    def look_up(self) -> None:
        """Says whether what was typed is on the list."""

        def found(listed: bool) -> None:
            self._say(
                self.tr("It is on the opt-out list.") if listed else self.tr("It is not on the opt-out list.")
            )

        self._do(self._desk.services.opt_outs.is_listed, self.point.text(), success=found, changes=frozenset())

    def remove_typed(self) -> None:
        """Takes off the list what was put on it here by mistake."""

        def removed(_count: int) -> None:
            self.point.clear()
            self._say(self.tr("It was taken off the list. If others asked for it, too, it stays closed."))

        self._do(self._desk.services.opt_outs.remove, self.point.text(), success=removed)

    def _added(self, added: Added) -> None:
        self.point.clear()
        self.problems.hide()
        if added.new:
            self._undoable(added, self.tr("%n put on the opt-out list.", "", added.new))
        else:
            self._say(self.tr("It was on the list already."))

    # A file

    def import_file(self, path: Path) -> None:
        """Puts on the list what a do-not-contact file holds, and tells its bad rows."""
        if self._job is not None:
            return
        self.said.hide()
        self.problems.hide()
        self.progress.start(self.tr("Reading {file} …").format(file=path.name))
        region = self._desk.services.opt_outs.region
        self._desk.jobs.on_vault(region, success=lambda code: self._read(path, code), initiator=self)

    def _read(self, path: Path, region: str) -> None:
        job = self._desk.jobs.in_background(
            read_points,
            path,
            region,
            success=self._keep,
            failure=self._desk.faults.show,
            initiator=self,
        )
        self._job = job
        job.progressed.connect(self.progress.set_progress)
        job.ended.connect(self._over)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _over(self) -> None:
        self._job = None
        self.progress.hide()

    def _keep(self, read: PointsRead) -> None:
        self._tell_problems(read)
        if not read.points:
            self._say(self.tr("{file} holds no phone number and no e-mail address.").format(file=read.file))
            return
        self._do(
            lambda points: self._desk.services.opt_outs.add_points(points, OptOutSource.FILE),
            read.points,
            success=lambda added: self._imported(read, added),
        )

    def _imported(self, read: PointsRead, added: Added) -> None:
        bad = len(read.problems) + read.unlisted
        words = self.tr(
            "{file}: rows read: {rows}, put on the list: {new}, on it already: {known}, bad rows: {bad}"
        )
        number = self._words.number
        self._undoable(
            added,
            words.format(
                file=read.file,
                rows=number(read.rows + bad),
                new=number(added.new),
                known=number(added.known),
                bad=number(bad),
            ),
        )

    def _tell_problems(self, read: PointsRead) -> None:
        self.problems.clear()
        reasons = {
            BadRow.NO_POINT: self.tr("No phone number and no e-mail address"),
            BadRow.EMPTY: self.tr("Nothing in the columns for numbers and addresses"),
        }
        for problem in read.problems:
            QTreeWidgetItem(self.problems, [self._words.number(problem.line), reasons[problem.why]])
        if read.unlisted:
            more = self.tr("{count} more").format(count=self._words.number(read.unlisted))
            QTreeWidgetItem(self.problems, ["", more])
        self.problems.setVisible(bool(read.problems))

    def _ask_for_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Import a do-not-contact file"),
            "",
            self.tr("Lists (*.csv *.txt *.tsv *.xlsx);;All files (*)"),
        )
        if name:
            self.import_file(Path(name))

    # What is shown

    def _show(self, found: OptOutList) -> None:
        self.count.setText(
            self.tr("Numbers and addresses on the list: {count}").format(count=self._words.number(found.points))
        )
        self.table.set_rows(found.rows)
        self.table.setVisible(bool(found.rows))

    def _how(self, row: OptOutRow) -> str:
        return {
            CONTACT: self.tr("Asked a volunteer"),
            OptOutSource.BY_HAND: self.tr("Added by hand"),
            OptOutSource.FILE: self.tr("From a file"),
        }.get(row.source, row.source)

    def _undoable(self, added: Added, words: str) -> None:
        self._last = added if added.events else None
        self._say(words)
        if added.events:
            self._toast.show_message(words, undoable=True)

    def _undo(self) -> None:
        added, self._last = self._last, None
        if added is not None:
            self._do(
                self._desk.services.opt_outs.undo,
                added,
                success=lambda _: self._say(self.tr("Taken off the list again.")),
            )

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setAccessibleName(words)
        self.said.setVisible(bool(words))

    def _do(self, work: object, argument: object, success: object, changes: frozenset[str] = OPT_OUTS) -> None:
        assert callable(work)
        assert callable(success)
        self.said.hide()
        self._desk.jobs.on_vault(
            work, argument, success=success, failure=self._desk.faults.show, changes=changes, initiator=self
        )
