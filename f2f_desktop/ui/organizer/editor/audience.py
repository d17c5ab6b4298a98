"""Whom an action is about: its target list, and its auto-filters with the voters that pass."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QWidget

from f2f_desktop.campaign.checklist import merge_fields_for
from f2f_desktop.campaign.filters import AutoFilters, District, VoterFrequency
from f2f_desktop.organizer.electorate import Electorate, electorate, passing
from f2f_desktop.ui.organizer.editor.editing import Editing
from f2f_desktop.ui.organizer.editor.section import Section
from f2f_desktop.ui.organizer.wording import Wording, number
from f2f_desktop.ui.theme import Tone
from f2f_desktop.ui.widgets import Button, Chip, ChipFlow, FlowBox, Label
from f2f_desktop.voterfile.voters import DISTRICT_KINDS, Voters

KINDS = ("county", "city", *DISTRICT_KINDS)
PARTIES = ("DEM", "REP", "UNA", "LIB", "GRE")
PAUSE = 150
"""Milliseconds after which voters are counted anew."""


class TargetListSection(Section):
    """The people whom the action suggests."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(
            "target_list",
            self.tr("Target list"),
            self.tr(
                "Optional. Contacts on the list are shown with a star. Without one, volunteers reach out to whom they "
                "like."
            ),
            editing,
            parent,
        )
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.title)
        self.choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(20)
        self.columns = Label("", muted=True)
        self.column.addWidget(self.choice)
        self.column.addWidget(self.columns)
        self.choice.activated.connect(lambda _at: self._choose())
        editing.changed.connect(self.show_lists)
        self.show_lists()

    def _choose(self) -> None:
        self.editing.change(target_list=self.choice.currentData() or None)
        self._say()

    def show_lists(self) -> None:
        """Offers every list that there is."""
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItem(self.tr("No list"), "")
            for each in self.editing.content.target_lists:
                people = number(len(each.voters) + len(each.entries))
                self.choice.addItem(
                    self.tr("{name} ({count} people)").format(name=each.name, count=people), each.id
                )
            at = self.choice.findData(self.editing.action.target_list or "")
            self.choice.setCurrentIndex(max(0, at))
        self._say()

    def _say(self) -> None:
        without = merge_fields_for(
            msgspec.structs.replace(self.editing.action, target_list=None), self.editing.content
        )
        columns = [name for name in self.editing.fields() if name not in without]
        self.columns.setVisible(bool(columns))
        words = self.tr("Its columns can be used in scripts: {columns}")
        self.columns.setText(words.format(columns=", ".join(columns)))


class FilterSection(Section):
    """Which matched contacts the action is about."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(
            "filters",
            self.tr("Auto-filters"),
            self.tr(
                "Matched contacts who do not pass are not shown. Contacts who are not in the file always are."
            ),
            editing,
            parent,
        )
        self._wording = Wording(self)
        self._voters: Voters | None = None
        self._electorate: Electorate | None = None
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of district"))
        self.code = QComboBox()
        self.code.setEditable(True)
        self.code.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.code.setAccessibleName(self.tr("District"))
        self.code.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.code.setMinimumContentsLength(10)
        for combo in (self.kind, self.code):
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add = Button(self.tr("Add district"))
        self.chosen = FlowBox()
        self.parties = ChipFlow(self.tr("Party"))
        self.frequencies = ChipFlow(self.tr("Voter frequency"))
        self.count = Label("", tone=Tone.INFO)
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addWidget(self.code, 1)
        row.addWidget(self.add)
        self.column.addWidget(Label(self.tr("District"), muted=True))
        self.column.addLayout(row)
        self.column.addWidget(self.chosen)
        self.column.addWidget(Label(self.tr("Party"), muted=True))
        self.column.addWidget(self.parties)
        self.column.addWidget(Label(self.tr("Voter frequency"), muted=True))
        self.column.addWidget(self.frequencies)
        self.column.addWidget(self.count)
        self.frequencies.set_chips({str(each): self._wording.frequency(each) for each in VoterFrequency})
        self.frequencies.set_chosen(str(each) for each in editing.action.filters.frequencies)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._count)
        self.kind.currentIndexChanged.connect(lambda _at: self._offer_codes())
        self.add.clicked.connect(self.add_district)
        line = self.code.lineEdit()
        if line is not None:
            line.returnPressed.connect(self.add_district)
        self.parties.chosen_changed.connect(
            lambda keys: self._change(parties=tuple(each for each in self._party_codes() if each in keys))
        )
        self.frequencies.chosen_changed.connect(
            lambda keys: self._change(frequencies=tuple(each for each in VoterFrequency if str(each) in keys))
        )
        self._offer()
        self._show_districts()

    def load(self) -> None:
        """Opens the extract on this computer, if there is one, to count by it."""
        services = self.editing.desk.services
        self.editing.desk.jobs.on_vault(
            lambda: services.matchmaking.open().voters,
            success=self._opened,
            failure=lambda _error: self.count.setText(
                self.tr("There is no voter extract on this computer: how many voters pass is not known.")
            ),
            initiator=self,
        )

    def add_district(self) -> None:
        """Puts the district that is chosen or typed among the filters."""
        kind, text = str(self.kind.currentData()), self.code.currentText().strip()
        at = self.code.findText(text, Qt.MatchFlag.MatchFixedString)
        code = str(self.code.itemData(at)) if at >= 0 else text
        if code:
            district = District(kind, code)
            districts = self.editing.action.filters.districts
            if district not in districts:
                self._change(districts=(*districts, district))
            self.code.setEditText("")
            self._show_districts()

    def remove_district(self, district: District) -> None:
        """Takes a district away."""
        districts = self.editing.action.filters.districts
        self._change(districts=tuple(each for each in districts if each != district))
        self._show_districts()

    def _change(self, **values: object) -> None:
        self.editing.change(filters=msgspec.structs.replace(self.editing.action.filters, **values))
        self._pause.start()

    def _opened(self, voters: Voters) -> None:
        self._voters = voters
        self.editing.desk.jobs.in_background(
            electorate, voters, success=self._know, initiator=self, with_progress=False
        )
        self._count()

    def _know(self, found: Electorate) -> None:
        self._electorate = found
        self._offer()

    def _count(self) -> None:
        if self._voters is not None:
            filters = self.editing.action.filters
            self.editing.desk.jobs.in_background(
                passing,
                self._voters,
                filters,
                success=lambda count: self._say(filters, count),
                initiator=self,
                with_progress=False,
            )

    def _say(self, filters: AutoFilters, count: int) -> None:
        if filters == self.editing.action.filters and self._voters is not None:
            words = self.tr("{count} of {all} voters of the extract pass.")
            self.count.setText(words.format(count=number(count), all=number(len(self._voters))))

    def _offer(self) -> None:
        """Offers what the extract holds; without one, what there may be."""
        known = self._electorate.districts if self._electorate is not None else {}
        kinds: Sequence[str] = [*known] or KINDS
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for kind in kinds:
                self.kind.addItem(self._wording.district_kind(kind), kind)
        self._offer_codes()
        self.parties.set_chips({code: self._wording.party(code) for code in self._party_codes()})
        self.parties.set_chosen(self.editing.action.filters.parties)

    def _party_codes(self) -> list[str]:
        known = self._electorate.parties if self._electorate is not None else {}
        chosen = self.editing.action.filters.parties
        return list(dict.fromkeys([*(known or PARTIES), *chosen]))

    def _offer_codes(self) -> None:
        known = self._electorate.districts if self._electorate is not None else {}
        codes = known.get(str(self.kind.currentData()), {})
        self.code.clear()
        for code, count in codes.items():
            words = self.tr("{code} ({count} voters)").format(code=code, count=number(count))
            self.code.addItem(words, code)
        self.code.setEditText("")
        line = self.code.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("Choose or type") if codes else self.tr("Type its code"))
        completer = self.code.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def _show_districts(self) -> None:
        self.chosen.clear()
        for district in self.editing.action.filters.districts:
            code = self._wording.district(district.kind, district.code)
            words = f"{self._wording.district_kind(district.kind)}: {code}"
            chip = Chip(words, checkable=False)
            chip.setToolTip(self.tr("Press to take it away"))
            chip.setAccessibleDescription(chip.toolTip())
            chip.setText(f"{words}  ×")
            chip.clicked.connect(lambda _=False, each=district: self.remove_district(each))
            self.chosen.add(chip)
        self.chosen.setVisible(bool(self.editing.action.filters.districts))
