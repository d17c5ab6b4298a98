"""Second step: districts of any kind, several at once, with how many voters live in all that is chosen."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from f2f_desktop.campaign.filters import District
from f2f_desktop.errors import KnownError
from f2f_desktop.organizer.voter_files import Survey
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.organizer.voter_files.district_chooser import DistrictChooser
from f2f_desktop.ui.organizer.voter_files.draft import Draft
from f2f_desktop.ui.organizer.voter_files.file_faults import file_fault
from f2f_desktop.ui.organizer.voter_files.step import WizardStep
from f2f_desktop.ui.organizer.wording import number
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Label, TextStyle


class DistrictsStep(WizardStep):
    """Chooses districts.

    Attributes:
        count: how many voters live in all that is chosen.
    """

    def __init__(self, desk: Desk, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(desk, draft, parent)
        self.title = self.tr("Districts")
        self._shown: Survey | None = None
        self.chooser = DistrictChooser()
        self.count = Label("", TextStyle.HEADING)
        self.hint = Label("", tone=Tone.WARNING)
        words = self.tr(
            "Tick the districts whose voters the extract is to hold. Several of one kind: whoever lives in one of "
            "them. Of different kinds: whoever lives in all. Nothing ticked: the whole voter file."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.6))
        column.addWidget(Label(words, muted=True))
        column.addWidget(self.chooser, 1)
        column.addWidget(self.count)
        column.addWidget(self.hint)
        self.hint.hide()
        self.chooser.changed.connect(self._changed)

    def enter(self) -> None:
        if self._shown is not self.draft.survey and self.draft.survey is not None:
            self._shown = self.draft.survey
            report = self._shown.report
            self.chooser.offer({kind: report.by.get(kind, ()) for kind in report.kinds})
        self.chooser.set_districts(self.draft.districts)
        self._count()
        self.chooser.kind.setFocus()

    def _changed(self) -> None:
        self.draft.districts = self.chooser.districts
        self.draft.cut = None
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
            self.hint.setText(file_fault(error))
        else:
            self.desk.faults.show(error)
