"""Whom an action is about: its target list, and its auto-filters with the voters that pass."""

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QWidget

from f2f_desktop.campaign.checklist import merge_fields_for
from f2f_desktop.campaign.filters import AutoFilters, VoterFrequency
from f2f_desktop.organizer.electorate import Electorate, electorate, passing
from f2f_desktop.ui.organizer.districts import DistrictChooser
from f2f_desktop.ui.organizer.editor.editing import Editing
from f2f_desktop.ui.organizer.editor.section import Section
from f2f_desktop.ui.organizer.wording import Wording, number
from f2f_desktop.ui.theme import Tone
from f2f_desktop.ui.widgets import ChipFlow, Label
from f2f_desktop.voterfile.voters import Voters

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
        self.districts = DistrictChooser()
        self.districts.choose(editing.action.filters.districts)
        self.parties = ChipFlow(self.tr("Party"))
        self.frequencies = ChipFlow(self.tr("Voter frequency"))
        self.count = Label("", tone=Tone.INFO)
        self.column.addWidget(Label(self.tr("District"), muted=True))
        self.column.addWidget(self.districts)
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
        self.districts.changed.connect(lambda districts: self._change(districts=districts))
        self.parties.chosen_changed.connect(
            lambda keys: self._change(parties=tuple(each for each in self._party_codes() if each in keys))
        )
        self.frequencies.chosen_changed.connect(
            lambda keys: self._change(frequencies=tuple(each for each in VoterFrequency if str(each) in keys))
        )
        self._offer()

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
        self.districts.know(self._electorate.districts if self._electorate is not None else {})
        self.parties.set_chips({code: self._wording.party(code) for code in self._party_codes()})
        self.parties.set_chosen(self.editing.action.filters.parties)

    def _party_codes(self) -> list[str]:
        known = self._electorate.parties if self._electorate is not None else {}
        chosen = self.editing.action.filters.parties
        return list(dict.fromkeys([*(known or PARTIES), *chosen]))
