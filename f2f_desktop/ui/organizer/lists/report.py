"""What became of an uploaded list: counts, bad rows, and who was not found."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from f2f_desktop.campaign.targets import TargetList
from f2f_desktop.organizer.uploading import Upload
from f2f_desktop.ui.organizer.lists.words import KEPT_BACK, WHYS, said
from f2f_desktop.ui.organizer.wording import number
from f2f_desktop.ui.widgets import Button, Card, Label, PrimaryButton, TextStyle

MOST_SHOWN = 2_000
"""Rows with something to say that are shown one by one."""


class ListReport(Card):
    """A list that was read, before it is kept.

    Signals:
        keep_wanted(target_list): it is to be kept.
        discard_wanted(): it is not.
    """

    keep_wanted = Signal(object)
    discard_wanted = Signal()

    def __init__(self, upload: Upload, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.upload = upload
        found = upload.resolution
        self.name = QLineEdit(found.target_list.name)
        self.name.setAccessibleName(self.tr("Name of the list"))
        self.keep = PrimaryButton(self.tr("Keep the list"))
        self.discard = Button(self.tr("Discard"))
        row = QHBoxLayout()
        row.addWidget(Label(self.tr("Name"), muted=True, wraps=False))
        row.addWidget(self.name, 1)
        row.addWidget(self.discard)
        row.addWidget(self.keep)
        self.column.addWidget(Label(upload.file, TextStyle.HEADING))
        self.summary = Label("\n".join(self._summary()))
        self.column.addWidget(self.summary)
        self.column.addLayout(row)
        self.rows = QTreeWidget()
        self.rows.setRootIsDecorated(False)
        self.rows.setUniformRowHeights(True)
        self.rows.setHeaderLabels([self.tr("Line"), self.tr("Name"), self.tr("What there is to say")])
        self.rows.setAccessibleName(self.tr("Rows with something to say"))
        self.rows.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # What there is to say is read to its end, by the scroll bar if need be.
        self.rows.header().setStretchLastSection(False)
        self.column.addWidget(self.rows, 1)
        self._fill()
        people = len(found.target_list.voters) + len(found.target_list.entries)
        self.keep.setEnabled(people > 0)
        self.keep.clicked.connect(lambda: self.keep_wanted.emit(self.target_list()))
        self.discard.clicked.connect(self.discard_wanted)

    def target_list(self) -> TargetList:
        """The list under the name that it was given."""
        found = self.upload.resolution.target_list
        return msgspec.structs.replace(found, name=self.name.text().strip() or found.name)

    def _summary(self) -> list[str]:
        upload, found = self.upload, self.upload.resolution
        lines = [self.tr("Rows read: {count}").format(count=number(len(upload.read.rows)))]
        if upload.against:
            words = self.tr(
                "Found among the {all} voters of the extract: {count} ({ids} by id, {matches} by match)"
            )
            lines.append(
                words.format(
                    count=number(len(found.target_list.voters)),
                    all=number(upload.against),
                    ids=number(found.by_id),
                    matches=number(found.by_match),
                )
            )
        else:
            lines.append(self.tr("There is no voter extract on this computer, so nobody was looked up."))
        others = len(found.target_list.entries)
        if others:
            words = self.tr("With name and phone, for volunteers' laptops to compare with contacts: {count}")
            lines.append(words.format(count=number(others)))
        if upload.read.variables:
            words = self.tr("Columns for scripts: {columns}")
            lines.append(words.format(columns=", ".join(upload.read.variables)))
        return lines

    def _fill(self) -> None:
        told = [(problem.line, "", said(problem.reason)) for problem in self.upload.read.problems]
        if self.upload.against:
            for each in self.upload.resolution.unresolved:
                words = f"{said(str(WHYS[each.why]))}; {said(str(KEPT_BACK[each.kept_back]))}"
                told.append((each.row.line, each.row.contact.name.full, words))
        told.sort(key=lambda each: each[0])
        self.rows.setVisible(bool(told))
        for line, name, words in told[:MOST_SHOWN]:
            QTreeWidgetItem(self.rows, [number(line), name, words])
        if len(told) > MOST_SHOWN:
            more = self.tr("{count} more").format(count=number(len(told) - MOST_SHOWN))
            QTreeWidgetItem(self.rows, ["", "", more])
