"""Last step: what the extract will hold, counted; then it is cut, and published or saved."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.organizer.authoring import SigningKeyMissing
from f2f_desktop.organizer.voter_files import (
    EXTRACT_SUFFIX,
    CutExtract,
    count,
    cut,
    file_name,
    save_extract,
    save_for_sticks,
)
from f2f_desktop.progress import Progress
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.fault_words import fault_words
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.jobs import Job
from f2f_desktop.ui.organizer.voter_files.draft import Draft
from f2f_desktop.ui.organizer.voter_files.file_faults import file_fault
from f2f_desktop.ui.organizer.voter_files.offering import Offering
from f2f_desktop.ui.organizer.voter_files.step import WizardStep
from f2f_desktop.ui.organizer.voter_files.told import told
from f2f_desktop.ui.organizer.voter_files.words import FileWords, day_words, size_words
from f2f_desktop.ui.organizer.wording import number
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import Tone
from f2f_desktop.ui.widgets import Banner, Button, Card, FlowBox, Label, PrimaryButton, ProgressRow, TextStyle
from f2f_desktop.voterfile.counting import CountReport

Thing = TypeVar("Thing")


class CutStep(WizardStep):
    """Counts, cuts, hands out.

    Attributes:
        summary: what the extract will hold; `result`: what it holds.

    Signals:
        published(label): volunteers can download it now.
        told(words): something has been saved.
    """

    published = Signal(str)
    told = Signal(str)

    def __init__(self, desk: Desk, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(desk, draft, parent)
        self.title = self.tr("Cut and publish")
        self._words = FileWords(self)
        self._job: Job[Any] | None = None
        self.offering = Offering(desk, self)
        self.summary = Label("")
        self.counted = Label("", TextStyle.HEADING)
        self.progress = ProgressRow()
        self.message = Banner("", Tone.DANGER, closable=False)
        self.cut_button = PrimaryButton(self.tr("Cut the extract"))
        self.result_card = Card()
        self.result = Label("", TextStyle.HEADING)
        self.details = Label("", muted=True)
        self.publish_button = PrimaryButton(self.tr("Publish to the campaign's hub"), Icon.CLOUD)
        self.save_button = Button(self.tr("Save as a file …"), Icon.EXPORT)
        self.stick_button = Button(self.tr("Save for sticks …"), Icon.FOLDER)
        self._lay_out()
        self.progress.stopped.connect(self.stop)
        self.cut_button.clicked.connect(self.cut)
        self.publish_button.clicked.connect(self.publish)
        self.save_button.clicked.connect(self._ask_where)
        self.stick_button.clicked.connect(self._ask_folder)
        self.message.acted.connect(self._ask_for_key)
        self.offering.began.connect(self._sending)
        self.offering.progressed.connect(self.progress.set_progress)
        self.offering.ended.connect(self._sent)
        self.offering.published.connect(self._published)

    def _lay_out(self) -> None:
        about = Card()
        about.column.addWidget(self.summary)
        about.column.addWidget(self.counted)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cut_button)
        about.column.addLayout(row)
        self.result_card.column.addWidget(self.result)
        self.result_card.column.addWidget(self.details)
        words = self.tr(
            "Published, volunteers can download it at once. Saved for sticks, the campaign file lies beside it: both "
            "are opened on a laptop without network."
        )
        self.result_card.column.addWidget(Label(words, muted=True))
        buttons = FlowBox()
        buttons.add(self.publish_button, self.save_button, self.stick_button)
        self.result_card.column.addWidget(buttons)
        self._sheet = sheet = Sheet(56.0)
        for widget in (about, self.progress, self.message, self.result_card):
            sheet.column.addWidget(widget)
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        for hidden in (self.progress, self.message, self.result_card):
            hidden.hide()

    @property
    def busy(self) -> bool:
        return self._job is not None or self.offering.busy

    def enter(self) -> None:
        self.message.hide()
        self.summary.setText("\n".join(self._lines()))
        if self.draft.cut is None:
            self._count()
        self._judge()
        self.cut_button.setFocus()

    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # Counting

    def _lines(self) -> list[str]:
        draft, choice = self.draft, self.draft.choice()
        offered = list(draft.survey.report.columns) if draft.survey is not None else []
        allowed = choice.columns or ()
        columns = [name for name in offered if name in allowed]
        kinds = [kind for kind in allowed if kind not in columns]
        left = [name for name in offered if name not in columns]
        lines = [
            self.tr("Name: {label}").format(label=choice.label),
            self.tr("Voters of: {districts}").format(
                districts=self._words.districts([(each.kind, each.code) for each in choice.districts])
            ),
            self.tr("Columns: {columns}").format(columns=", ".join(map(self._words.column, columns))),
        ]
        if left:
            names = ", ".join(map(self._words.column, left))
            lines.append(self.tr("Left out: {columns}").format(columns=names))
        if kinds:
            names = ", ".join(map(self._words.district_kind, kinds))
            lines.append(self.tr("Districts: {kinds}").format(kinds=names))
        lines.append(self.tr("Last day of use: {day}").format(day=day_words(choice.expires.isoformat())))
        return lines

    def _count(self) -> None:
        survey = self.draft.survey
        if survey is None or self.busy:
            return
        self.counted.setText(self.tr("Being counted …"))
        self._start(self.tr("Counting …"), self._counted, count, survey.files, self.draft.choice())

    def _counted(self, report: CountReport) -> None:
        self.counted.setText(self._voters(report.kept))
        notes = [told(note) for note in report.notes if note not in self._known_notes()]
        if notes:
            self.message.say(" ".join(notes), Tone.WARNING)

    def _known_notes(self) -> tuple[str, ...]:
        """What the first step has said already."""
        return self.draft.survey.report.notes if self.draft.survey is not None else ()

    def _voters(self, count: int) -> str:
        words = self.tr("1 voter") if count == 1 else self.tr("{count} voters")
        return words.format(count=number(count))

    # Cutting

    def cut(self) -> None:
        """Cuts the extract, signed by the campaign's key."""
        if self.busy or self.draft.survey is None:
            return
        self.message.hide()
        authoring = self.desk.services.authoring

        def ready() -> tuple[CampaignContent, SigningKey]:
            return authoring.draft(), authoring.signing_key()

        self.desk.jobs.on_vault(ready, success=self._cut_with, failure=self._failed, initiator=self)

    def _cut_with(self, found: tuple[CampaignContent, SigningKey]) -> None:
        content, key = found
        survey = self.draft.survey
        if survey is not None and not self.busy:
            campaign = (str(content.id), content.name)
            self._start(self.tr("Cutting …"), self._is_cut, cut, survey.files, self.draft.choice(), key, campaign)

    def _is_cut(self, made: CutExtract) -> None:
        self.draft.cut = made
        report = made.report
        self.result.setText(
            self.tr("{voters}, {size}").format(voters=self._voters(report.kept), size=size_words(len(made.data)))
        )
        per_voter = self.locale().toString(len(made.data) / max(1, report.kept), "f", 1)
        lines = [self.tr("{count} bytes a voter").format(count=per_voter)]
        if report.elections:
            days = ", ".join(day_words(day.isoformat()) for day in report.elections)
            lines.append(
                self.tr("Voter frequency is counted over the general elections of {days}.").format(days=days)
            )
        elif report.history_rows:
            lines.append(self.tr("The history holds no general election: there is no voter frequency."))
        lines += [
            self.tr("{count} rows left out: {reason}").format(
                count=number(rows), reason=self._words.reason(reason)
            )
            for reason, rows in report.dropped.items()
        ]
        self.details.setText("\n".join(lines))
        self._judge()
        self.publish_button.setFocus()
        QTimer.singleShot(0, self, lambda: self._sheet.ensureWidgetVisible(self.stick_button))

    # Handing out

    def publish(self) -> None:
        """Offers the extract to volunteers."""
        if self.draft.cut is not None and not self.busy:
            self.message.hide()
            self.offering.offer(self.draft.cut)

    def save(self, path: Path) -> None:
        """Writes the extract as a file."""
        made = self.draft.cut
        if made is not None and not self.busy:
            words = self.tr("{file} is saved.").format(file=path.name)
            self._start(
                self.tr("Saving …"), lambda _: self.told.emit(words), self._aside(save_extract, made, path)
            )

    def save_beside(self, folder: Path) -> None:
        """Writes the extract and the campaign file into a folder, for a stick."""
        made, authoring = self.draft.cut, self.desk.services.authoring
        if made is None or self.busy:
            return

        def published() -> tuple[CampaignContent, SigningKey]:
            return authoring.published(), authoring.signing_key()

        def write(found: tuple[CampaignContent, SigningKey]) -> None:
            self._start(self.tr("Saving …"), said, self._aside(save_for_sticks, made, *found, folder))

        def said(names: tuple[str, str]) -> None:
            self.told.emit(
                self.tr("{extract} and {campaign} are saved.").format(extract=names[0], campaign=names[1])
            )

        self.desk.jobs.on_vault(published, success=write, failure=self._failed, initiator=self)

    def _ask_where(self) -> None:
        name = f"{file_name(self.draft.label)}{EXTRACT_SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(self, self.save_button.text(), name, self.tr("Extracts (*.f2fx)"))
        if chosen:
            self.save(Path(chosen))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.stick_button.text())
        if chosen:
            self.save_beside(Path(chosen))

    def _sending(self) -> None:
        self.progress.start(self.tr("Publishing …"))
        self._judge()

    def _sent(self) -> None:
        self.progress.hide()
        self._judge()

    def _published(self, _version: int) -> None:
        self.published.emit(self.draft.label.strip())

    # Within

    def _aside(self, function: Callable[..., Thing], *arguments: Any) -> Callable[..., Thing]:
        """The function, for `_start`: it tells no progress of its own."""

        def run(*, progress: Progress) -> Thing:
            del progress
            return function(*arguments)

        return run

    def _start(
        self, words: str, success: Callable[[Any], object], function: Callable[..., Any], *arguments: Any
    ) -> None:
        self.progress.start(words)
        job = self.desk.jobs.in_background(
            function, *arguments, success=success, failure=self._failed, initiator=self
        )
        self._job = job
        job.progressed.connect(self.progress.set_progress)
        job.cancelled.connect(self._stopped)
        job.ended.connect(self._over)
        self._judge()

    def _over(self) -> None:
        self._job = None
        self.progress.hide()
        self._judge()
        if self.isVisible():
            (self.cut_button if self.draft.cut is None else self.publish_button).setFocus()

    def _stopped(self) -> None:
        self.counted.setText("")
        self.message.say(self.tr("Stopped. Nothing was kept."), Tone.NEUTRAL)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, SigningKeyMissing):
            self.message.say(" ".join(fault_words(error)), Tone.WARNING, action=self.tr("Open campaign.key …"))
        elif isinstance(error, KnownError):
            self.counted.setText("")
            self.message.say(file_fault(error), Tone.DANGER)
        else:
            self.desk.faults.show(error)

    def _ask_for_key(self) -> None:
        title = self.tr("Open campaign.key, which the hub's set-up made")
        name, _ = QFileDialog.getOpenFileName(self, title, "", self.tr("Campaign key (*.key);;All files (*)"))
        if name:
            self.take_key(Path(name))

    def take_key(self, path: Path) -> None:
        """Keeps the campaign's key in this file, and cuts."""
        self.desk.jobs.on_vault(
            self.desk.services.authoring.keep_key_file,
            path,
            success=lambda _: self.cut(),
            failure=self._failed,
            changes=frozenset({"settings"}),
            initiator=self,
        )

    def _judge(self) -> None:
        is_cut, busy = self.draft.cut is not None, self.busy
        self.result_card.setVisible(is_cut)
        self.cut_button.setVisible(not is_cut)
        self.cut_button.setEnabled(not busy and self.draft.survey is not None)
        for button in (self.publish_button, self.save_button, self.stick_button):
            button.setEnabled(is_cut and not busy)
        self.judged.emit()
