"""Second step: districts of any kind, several at once, with how many voters live in all that is chosen."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListView, QVBoxLayout, QWidget

from f2f_desktop.campaign.filters import District
from f2f_desktop.errors import KnownError
from f2f_desktop.organizer.voter_files import Survey
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.fault_words import fault_words
from f2f_desktop.ui.organizer.voter_files.draft import Draft
from f2f_desktop.ui.organizer.voter_files.places_model import PlacesModel
from f2f_desktop.ui.organizer.voter_files.step import WizardStep
from f2f_desktop.ui.organizer.voter_files.words import FileWords
from f2f_desktop.ui.organizer.wording import number
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Chip, FlowBox, Label, SearchField, TextStyle


class DistrictsStep(WizardStep):
    """Chooses districts.

    Attributes:
        count: how many voters live in all that is chosen.
    """

    def __init__(self, desk: Desk, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(desk, draft, parent)
        self.title = self.tr("Districts")
        self._words = FileWords(self)
        self._shown: Survey | None = None
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of district"))
        self.kind.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.search = SearchField(self.tr("Search by code or name"))
        self.places = PlacesModel(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Districts"))
        self.list.setUniformItemSizes(True)
        self.list.setModel(self.places)
        self.nothing = Label(self.tr("No district of this kind is called so."), muted=True)
        self.chosen = FlowBox()
        self.count = Label("", TextStyle.HEADING)
        self.hint = Label("", tone=Tone.WARNING)
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _at: self._show_kind())
        self.search.textChanged.connect(self._sift)
        self.search.left_downwards.connect(self.list.setFocus)
        self.places.ticked.connect(self.tick)
        self.list.activated.connect(lambda index: self._toggle(index.row()))

    def _lay_out(self) -> None:
        words = self.tr(
            "Tick the districts whose voters the extract is to hold. Several of one kind: whoever lives in one of "
            "them. Of different kinds: whoever lives in all. Nothing ticked: the whole voter file."
        )
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.6))
        column.addWidget(Label(words, muted=True))
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        column.addWidget(self.chosen)
        column.addWidget(self.count)
        column.addWidget(self.hint)
        self.nothing.hide()
        self.hint.hide()

    def enter(self) -> None:
        if self._shown is not self.draft.survey and self.draft.survey is not None:
            self._shown = self.draft.survey
            report = self._shown.report
            with QSignalBlocker(self.kind):
                self.kind.clear()
                for kind in report.kinds:
                    places = [place for place in report.by.get(kind, ()) if place.code]
                    if places:
                        words = self.tr("{kind} ({count})").format(
                            kind=self._words.district_kind(kind), count=number(len(places))
                        )
                        self.kind.addItem(words, kind)
            self.search.clear()
            self._show_kind()
        self._show_chosen()
        self.kind.setFocus()

    def tick(self, district: District, on: bool) -> None:
        """Chooses a district, or takes it back."""
        kept = tuple(each for each in self.draft.districts if each != district)
        self.draft.districts = (*kept, district) if on else kept
        self.draft.cut = None
        self._show_chosen()

    def _toggle(self, row: int) -> None:
        district = self.places.district(row)
        self.tick(district, district not in self.draft.districts)

    def _show_kind(self) -> None:
        kind = str(self.kind.currentData() or "")
        report = self._shown.report if self._shown is not None else None
        places = report.by.get(kind, ()) if report is not None else ()
        self.places.show_kind(kind, places, frozenset(self.draft.districts))
        self._sift(self.search.text())

    def _sift(self, text: str) -> None:
        self.places.search(text)
        found = self.places.rowCount() > 0
        self.nothing.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.places.index(0))

    def _show_chosen(self) -> None:
        self.places.set_chosen(frozenset(self.draft.districts))
        self.chosen.clear()
        for district in self.draft.districts:
            words = (
                f"{self._words.district_kind(district.kind)}: {self._words.district(district.kind, district.code)}"
            )
            chip = Chip(words, checkable=False)
            chip.setToolTip(self.tr("Press to take it away"))
            chip.setAccessibleDescription(chip.toolTip())
            chip.setText(f"{words}  ×")
            chip.clicked.connect(lambda _=False, each=district: self.tick(each, False))
            self.chosen.add(chip)
        self.chosen.setVisible(bool(self.draft.districts))
        self._count()
        self.judged.emit()

    def _count(self) -> None:
        survey, districts = self._shown, self.draft.districts
        if survey is None:
            return
        if not districts:
            self._say(districts, survey.report.kept, ())
            return
        crossing = survey.crossing
        if crossing is None or any(each.kind not in crossing.kinds for each in districts):
            self.count.setText(self.tr("How many voters live in all of these is counted in the last step."))
            self.hint.hide()
            return
        self.desk.jobs.in_background(
            lambda: (crossing.passing(districts), crossing.counties(districts)),
            success=lambda found: self._say(districts, *found),
            failure=self._cannot,
            initiator=self,
            with_progress=False,
        )

    def _say(self, districts: tuple[District, ...], count: int, counties: tuple[str, ...]) -> None:
        if districts != self.draft.districts or self._shown is None:
            return
        words = self.tr("{count} of {all} voters live there.") if districts else self.tr("All {all} voters.")
        self.count.setText(words.format(count=number(count), all=number(self._shown.report.kept)))
        several = len(counties) > 1
        self.hint.setVisible(several)
        if several:
            words = self.tr(
                "What you have chosen lies in {count} counties, and may be another district in each. Tick a county, "
                "too."
            )
            self.hint.setText(words.format(count=number(len(counties))))

    def _cannot(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self.count.setText("")
            self.hint.show()
            self.hint.setText(" ".join(filter(None, fault_words(error))))
        else:
            self.desk.faults.show(error)
