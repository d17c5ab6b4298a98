"""Third step: which columns may be in the extract, until when it may be used, and what it is called."""

import datetime as dt

from PySide6.QtCore import QDate, QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QDateEdit, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from f2f_desktop.organizer.voter_files import LONGEST_DAYS, Survey, columns_offered
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.organizer.voter_files.column_boxes import ColumnBoxes, Tickable
from f2f_desktop.ui.organizer.voter_files.draft import Draft, in_days
from f2f_desktop.ui.organizer.voter_files.step import WizardStep
from f2f_desktop.ui.organizer.voter_files.words import DAY, FileWords
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Card, Label, TextStyle, inset

LONGEST_LABEL = 80


class ColumnsStep(WizardStep):
    """Allows columns."""

    def __init__(self, desk: Desk, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(desk, draft, parent)
        self.title = self.tr("Columns")
        self._words = FileWords(self)
        self._shown: Survey | None = None
        self._own_label = bool(draft.label)
        self._column_boxes, self._kind_boxes = ColumnBoxes(), ColumnBoxes()
        self.label = QLineEdit()
        self.label.setAccessibleName(self.tr("What volunteers see this extract called"))
        self.label.setMaxLength(LONGEST_LABEL)
        self.replaces = Label("", tone=Tone.INFO)
        self.expires = QDateEdit()
        inset(self.expires)
        self.expires.setCalendarPopup(True)
        self.expires.setDisplayFormat(DAY)
        self.expires.setAccessibleName(self.tr("Last day of use"))
        self._kinds_card = Card()
        self._lay_out()
        self._column_boxes.changed.connect(self._allow)
        self._kind_boxes.changed.connect(self._allow)
        self.label.textEdited.connect(self._name)
        self.expires.dateChanged.connect(self._expire)

    def _lay_out(self) -> None:
        about = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(self.font(), 0.9))
        grid.setVerticalSpacing(em(self.font(), 0.5))
        grid.addWidget(Label(self.tr("Name"), muted=True, wraps=False), 0, 0)
        grid.addWidget(self.label, 0, 1)
        grid.addWidget(self.replaces, 1, 1)
        grid.addWidget(Label(self.tr("Last day of use"), muted=True, wraps=False), 2, 0)
        grid.addWidget(self.expires, 2, 1)
        words = self.tr("On the day after, laptops wipe it by themselves.")
        grid.addWidget(Label(words, TextStyle.SMALL, muted=True), 3, 1)
        grid.setColumnStretch(1, 1)
        about.column.addLayout(grid)
        columns = Card()
        columns.column.addWidget(Label(self.tr("Columns that may leave this computer"), TextStyle.HEADING))
        words = self.tr(
            "What is not ticked is not in the extract, and so on no volunteer's laptop. The fewer, the better; what "
            "matching needs is named."
        )
        columns.column.addWidget(Label(words, muted=True))
        columns.column.addWidget(self._column_boxes)
        self._kinds_card.column.addWidget(Label(self.tr("Districts"), TextStyle.HEADING))
        words = self.tr("Volunteers see them, and actions can be filtered by them.")
        self._kinds_card.column.addWidget(Label(words, muted=True))
        self._kinds_card.column.addWidget(self._kind_boxes)
        sheet = Sheet(56.0)
        for card in (about, columns, self._kinds_card):
            sheet.column.addWidget(card)
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)

    @property
    def columns(self) -> dict[str, QCheckBox]:
        """A check box for each column, by its name."""
        return self._column_boxes.boxes

    @property
    def kinds(self) -> dict[str, QCheckBox]:
        """Likewise for each kind of districts."""
        return self._kind_boxes.boxes

    @property
    def ready(self) -> bool:
        return bool(self.draft.label.strip())

    def enter(self) -> None:
        draft = self.draft
        if self._shown is not draft.survey and draft.survey is not None:
            self._shown = draft.survey
            self._offer(draft.survey)
        if not self._own_label:
            chosen = [(each.kind, each.code) for each in draft.districts]
            draft.label = self._words.districts(chosen)[:LONGEST_LABEL] if chosen else self.tr("Whole voter file")
        self.label.setText(draft.label)
        with QSignalBlocker(self.expires):
            first, last = in_days(0), in_days(LONGEST_DAYS)
            self.expires.setDateRange(
                QDate(first.year, first.month, first.day), QDate(last.year, last.month, last.day)
            )
            self.expires.setDate(QDate(draft.expires.year, draft.expires.month, draft.expires.day))
        self._judge()
        self.label.setFocus()
        self.label.selectAll()

    def _offer(self, survey: Survey) -> None:
        usual = self.draft.usual_columns()
        self._column_boxes.offer(
            [
                Tickable(name, self._words.column(name), self._use(name, usual), name in usual, always)
                for name, always in columns_offered(survey.report).items()
            ]
        )
        kinds = self.draft.usual_kinds()
        larger = self.tr("makes the extract larger; only where it is needed")
        self._kind_boxes.offer(
            [
                Tickable(
                    kind, self._words.district_kind(kind), "" if kind in kinds else larger, ticked=kind in kinds
                )
                for kind in survey.report.kinds
                if kind not in survey.report.columns
            ]
        )
        self._kinds_card.setVisible(bool(self.kinds))

    def _use(self, column: str, usual: frozenset[str]) -> str:
        use = self._words.use(column)
        if column in usual:
            return use
        return self.tr("{use} (off by the campaign's settings)").format(use=use)

    def _allow(self) -> None:
        self.draft.columns = self._column_boxes.ticked()
        self.draft.kinds = self._kind_boxes.ticked()
        self.draft.cut = None

    def _name(self, text: str) -> None:
        self._own_label = True
        self.draft.label = text
        self.draft.cut = None
        self._judge()

    def _expire(self, date: QDate) -> None:
        self.draft.expires = dt.date(date.year(), date.month(), date.day())
        self.draft.cut = None

    def _judge(self) -> None:
        same = self.draft.label.strip() in self.draft.labels
        self.replaces.setVisible(same)
        self.replaces.setText(
            self.tr("Takes the place of the extract of this name: laptops that have it are offered the new one.")
        )
        self.judged.emit()
