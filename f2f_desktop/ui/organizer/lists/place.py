"""The place "Lists": upload, resolve, keep, and what there is."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import TargetListId
from f2f_desktop.campaign.targets import TargetList
from f2f_desktop.errors import KnownError
from f2f_desktop.organizer.errors import TargetColumnsMissing
from f2f_desktop.organizer.mappings import KeptMapping, Told
from f2f_desktop.organizer.target_columns import TargetMapping
from f2f_desktop.organizer.uploading import Beginning, Upload, beginning, upload
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.drop_zone import DropZone
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.jobs import Job
from f2f_desktop.ui.organizer.lists.from_voters import VoterList
from f2f_desktop.ui.organizer.lists.mapping import ListMappingDialog
from f2f_desktop.ui.organizer.lists.report import ListReport
from f2f_desktop.ui.organizer.place import PlaceWidget
from f2f_desktop.ui.organizer.unpublished import UnpublishedBanner
from f2f_desktop.ui.organizer.wording import Wording, number
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, Label, ProgressRow, TextStyle, Toast
from f2f_desktop.voterfile.voters import Voters

LISTS = frozenset({"lists"})
ID = Qt.ItemDataRole.UserRole + 1


class ListsPlace(PlaceWidget):
    """Target lists.

    Attributes:
        filtering: what a list from the voter file is made with, while somebody does; else None.
        report: what became of the list that was uploaded last, until it is kept or not; else None.
        mapping: the dialog that asks what columns hold, while it is open.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wording = Wording(self)
        self._job: Job[Upload] | None = None
        self._lists: tuple[TargetList, ...] = ()
        self._removed: TargetList | None = None
        self.report: ListReport | None = None
        self.mapping: ListMappingDialog | None = None
        self.unpublished = UnpublishedBanner(desk)
        self.drop = DropZone(
            self.tr("Drop a list here: CSV, TXT or XLSX with first_name, last_name and phone"),
            self.tr("Choose a file …"),
            self.tr("Lists (*.csv *.tsv *.txt *.xlsx)"),
        )
        self.from_voters = Button(self.tr("+ New list from the voter file"))
        self.drop.add_button(self.from_voters)
        self.filtering: VoterList | None = None
        self.progress = ProgressRow()
        self.table = QTreeWidget()
        self.table.setRootIsDecorated(False)
        self.table.setAccessibleName(self.tr("Lists"))
        self.table.setHeaderLabels(
            [self.tr("Name"), self.tr("In the voter file"), self.tr("Name and phone"), self.tr("Used by")]
        )
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.remove = Button(self.tr("Remove list"), Icon.TRASH)
        self.none = Label(
            self.tr("There is no list yet. Actions do without: volunteers reach out to whom they like.")
        )
        self.toast = Toast(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(em(self.font(), 0.6))
        self._column.addWidget(Label(self.tr("Lists"), TextStyle.TITLE))
        for widget in (self.unpublished, self.drop, self.progress, self.none):
            self._column.addWidget(widget)
        self._column.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self._column.addStretch(0)
        self.progress.hide()
        self.drop.files_given.connect(lambda files: self.take(files[0]))
        self.from_voters.clicked.connect(self.filter_voters)
        self.progress.stopped.connect(self._stop)
        self.table.currentItemChanged.connect(lambda _now, _before: self._judge())
        self.remove.clicked.connect(self.remove_current)
        self.toast.undone.connect(self._undo)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove_current)
        self._show(None)

    def refresh(self) -> None:
        self._desk.jobs.on_vault(self._desk.services.authoring.draft, success=self._show, initiator=self)
        self.unpublished.refresh()

    def follow(self, what: frozenset[str]) -> None:
        if what & {"lists", "actions"} and self.isVisible():
            self.refresh()

    # An upload

    def take(self, path: Path, mapping: TargetMapping | None = None) -> None:
        """Reads a list and resolves it against the extract on this computer, if there is one."""
        self._close_report()
        services = self._desk.services

        def ready() -> tuple[Voters | None, str, TargetListId]:
            try:
                voters = services.matchmaking.open().voters
            except KnownError:
                voters = None
            authoring = services.authoring
            return voters, authoring.draft().settings.region, authoring.new_list_id()

        self.progress.start(self.tr("Reading {file} …").format(file=path.name))
        self.drop.setEnabled(False)
        self._desk.jobs.on_vault(
            ready,
            success=lambda found: self._upload(path, mapping, *found),
            failure=lambda error: self._failed(path, error),
            initiator=self,
        )

    def _upload(
        self, path: Path, mapping: TargetMapping | None, voters: Voters | None, region: str, list_id: TargetListId
    ) -> None:
        job = self._desk.jobs.in_background(
            partial(upload, path, list_id, voters, mapping, region=region),
            success=self._uploaded,
            failure=lambda error: self._failed(path, error),
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
        self.drop.setEnabled(True)

    def _failed(self, path: Path, error: Exception) -> None:
        self._over()
        if isinstance(error, TargetColumnsMissing):
            self._desk.jobs.in_background(
                beginning,
                path,
                success=partial(self._look_up, path),
                initiator=self,
                with_progress=False,
            )
        else:
            self._desk.faults.show(error)

    def _look_up(self, path: Path, table: Beginning) -> None:
        self._desk.jobs.on_vault(
            self._desk.services.mappings.known,
            Told.LIST,
            table.header,
            success=partial(self._ask, path, table),
            initiator=self,
        )

    def _ask(self, path: Path, table: Beginning, kept: KeptMapping | None) -> None:
        self.mapping = ListMappingDialog(path.name, table, self, kept=kept)
        self.mapping.finished.connect(lambda result: self._answered(path, result))
        self.mapping.open()

    def _answered(self, path: Path, result: int) -> None:
        dialog, self.mapping = self.mapping, None
        if dialog is not None:
            mapping = dialog.mapping()
            dialog.deleteLater()
            if result == QDialog.DialogCode.Accepted:
                self._desk.jobs.on_vault(
                    self._desk.services.mappings.keep,
                    Told.LIST,
                    dialog.table.header,
                    mapping.columns,
                    path.name,
                    initiator=self,
                )
                self.take(path, mapping)

    def _uploaded(self, found: Upload) -> None:
        self.report = ListReport(found)
        self.report.keep_wanted.connect(self._keep)
        self.report.discard_wanted.connect(self._close_report)
        self._column.insertWidget(self._column.indexOf(self.drop), self.report, 1)
        self.drop.hide()
        self.table.hide()
        self.remove.hide()
        self.none.hide()
        self.report.name.setFocus()

    # A filter over the voter file

    def filter_voters(self) -> None:
        """Begins a list of the voters whom filters let pass."""
        self._close_report()
        self.filtering = VoterList(self._desk)
        self.filtering.keep_wanted.connect(self._keep)
        self.filtering.discard_wanted.connect(self._close_report)
        self._column.insertWidget(self._column.indexOf(self.drop), self.filtering, 1)
        self.drop.hide()
        self._show(None)
        self.filtering.load()

    def _keep(self, target_list: TargetList) -> None:
        self._close_report()
        words = self.tr("“{name}” is kept; choose it in an action.").format(name=target_list.name)
        self._desk.jobs.on_vault(
            self._desk.services.authoring.save_list,
            target_list,
            success=lambda _: self._told(words),
            changes=LISTS,
            initiator=self,
        )

    def _close_report(self) -> None:
        report, self.report = self.report, None
        if report is not None:
            self._column.removeWidget(report)
            report.hide()
            report.deleteLater()
        filtering, self.filtering = self.filtering, None
        if filtering is not None:
            filtering.stop()
            self._column.removeWidget(filtering)
            filtering.hide()
            filtering.deleteLater()
        self.drop.show()
        self._show(None)

    # What there is

    def current(self) -> TargetList | None:
        """The chosen list."""
        item = self.table.currentItem()
        wanted = item.data(0, ID) if item is not None else None
        return next((each for each in self._lists if each.id == wanted), None)

    def remove_current(self) -> None:
        """Takes the chosen list away; undone by the toast."""
        chosen = self.current()
        if chosen is not None:
            self._removed = chosen
            words = self.tr("“{name}” goes with the next publication.").format(name=chosen.name)
            self._desk.jobs.on_vault(
                self._desk.services.authoring.remove_list,
                chosen.id,
                success=lambda _: self._told(words, undoable=True),
                changes=LISTS,
                initiator=self,
            )

    def _undo(self) -> None:
        removed, self._removed = self._removed, None
        if removed is not None:
            self._desk.jobs.on_vault(
                self._desk.services.authoring.save_list,
                removed,
                success=lambda _: self.refresh(),
                changes=LISTS,
                initiator=self,
            )

    def _told(self, words: str, *, undoable: bool = False) -> None:
        self.toast.show_message(words, undoable=undoable)
        self.refresh()

    def _show(self, content: CampaignContent | None) -> None:
        if content is not None:
            self._lists = content.target_lists
            self.table.clear()
            for each in content.target_lists:
                users = [self._wording.title(a.title) for a in content.actions if a.target_list == each.id]
                item = QTreeWidgetItem(
                    self.table,
                    [each.name, number(len(each.voters)), number(len(each.entries)), ", ".join(users) or "–"],
                )
                item.setData(0, ID, each.id)
            first = self.table.topLevelItem(0)
            if first is not None:
                self.table.setCurrentItem(first)
        reporting = self.report is not None or self.filtering is not None
        self.table.setVisible(bool(self._lists) and not reporting)
        self.remove.setVisible(bool(self._lists) and not reporting)
        self.none.setVisible(not self._lists and not reporting)
        self._judge()

    def _judge(self) -> None:
        self.remove.setEnabled(self.current() is not None)
