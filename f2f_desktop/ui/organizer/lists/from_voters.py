"""A filter over the voter file as a list: whom it lets pass, counted while it is set."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from f2f_desktop.campaign.filters import AutoFilters, VoterFrequency
from f2f_desktop.campaign.targets import TargetList
from f2f_desktop.errors import KnownError
from f2f_desktop.organizer.voter_lists import (
    MOST_VOTERS,
    OLDEST,
    Filterable,
    VoterFilters,
    count_chosen,
    filterable,
    list_of,
    voters_in,
)
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.fault_words import fault_words
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.jobs import Job
from f2f_desktop.ui.organizer.voter_files.district_chooser import DistrictChooser
from f2f_desktop.ui.organizer.voter_files.words import FileWords
from f2f_desktop.ui.organizer.wording import Wording, number
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import (
    Banner,
    Button,
    Card,
    ChipFlow,
    Label,
    PrimaryButton,
    ProgressRow,
    TextStyle,
    inset,
)
from f2f_desktop.voterfile.counting import Place
from f2f_desktop.voterfile.voters import Voters

PAUSE = 150
"""Milliseconds after which voters are counted anew."""


class VoterList(QWidget):
    """Makes a list of voters.

    Attributes:
        count: how many pass.

    Signals:
        keep_wanted(target_list): the list is to be kept.
        discard_wanted(): it is not.
    """

    keep_wanted = Signal(object)
    discard_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = Wording(self)
        self._file_words = FileWords(self)
        self._voters: Voters | None = None
        self._job: Job[Any] | None = None
        self._own_name = False
        self.source = Label("", muted=True)
        self.other = Button(self.tr("Another extract or voter file …"), Icon.FOLDER)
        self.progress = ProgressRow()
        self.message = Banner("", Tone.DANGER, closable=False)
        self.districts = DistrictChooser()
        self.parties = ChipFlow(self.tr("Party"))
        self.frequencies = ChipFlow(self.tr("Voter frequency"))
        self.sexes = ChipFlow(self.tr("Sex"))
        self.youngest, self.oldest = self._age(self.tr("At least so old")), self._age(self.tr("At most so old"))
        self.with_phone = QCheckBox(self.tr("Only voters with a phone number in the file"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the list"))
        self.count = Label("", TextStyle.HEADING)
        self.keep = PrimaryButton(self.tr("Keep the list"))
        self.discard = Button(self.tr("Discard"))
        self._parts: dict[str, QWidget] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._lay_out()
        self._wire()

    def _age(self, name: str) -> QSpinBox:
        box = QSpinBox()
        inset(box)
        box.setRange(17, OLDEST)
        box.setSpecialValueText(self.tr("any"))
        box.setAccessibleName(name)
        return box

    def _lay_out(self) -> None:
        self._filters = Card()
        ages = QWidget()
        row = QHBoxLayout(ages)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(self.tr("from"), wraps=False))
        row.addWidget(self.youngest)
        row.addWidget(Label(self.tr("to"), wraps=False))
        row.addWidget(self.oldest)
        row.addWidget(Label(self.tr("at the end of this year"), muted=True, wraps=False))
        row.addStretch(1)
        self.districts.setFixedHeight(em(self.font(), 17))
        for name, words, widget in (
            ("districts", self.tr("District"), self.districts),
            ("parties", self.tr("Party"), self.parties),
            ("frequencies", self.tr("Voter frequency"), self.frequencies),
            ("ages", self.tr("Age"), ages),
            ("sexes", self.tr("Sex"), self.sexes),
            ("phones", self.tr("Phone number"), self.with_phone),
        ):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(em(self.font(), 0.3))
            column.addWidget(Label(words, muted=True))
            column.addWidget(widget)
            self._filters.column.addWidget(part)
            self._parts[name] = part
        sheet = Sheet(60.0)
        head = Card()
        head.column.addWidget(Label(self.tr("New list from the voter file"), TextStyle.HEADING))
        words = self.tr(
            "Everybody who passes is on the list, by voter id: contacts who match get a star. What is not known of a "
            "voter passes no filter on it. A list holds at most {count} people."
        )
        head.column.addWidget(Label(words.format(count=number(MOST_VOTERS)), muted=True))
        row = QHBoxLayout()
        row.addWidget(self.source, 1)
        row.addWidget(self.other)
        head.column.addLayout(row)
        for widget in (head, self.progress, self.message, self._filters):
            sheet.column.addWidget(widget)
        sheet.column.addStretch(1)
        below = QGridLayout()
        below.setHorizontalSpacing(em(self.font(), 0.8))
        below.addWidget(self.count, 0, 0, 1, 4)
        below.addWidget(Label(self.tr("Name"), muted=True, wraps=False), 1, 0)
        below.addWidget(self.name, 1, 1)
        below.addWidget(self.discard, 1, 2)
        below.addWidget(self.keep, 1, 3)
        below.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet, 1)
        column.addLayout(below)
        self.progress.hide()
        self.message.hide()
        self._judge()

    def _wire(self) -> None:
        self.other.clicked.connect(self._ask)
        self.progress.stopped.connect(self.stop)
        self.districts.changed.connect(self._changed)
        for chips in (self.parties, self.frequencies, self.sexes):
            chips.chosen_changed.connect(lambda _keys: self._changed())
        for box in (self.youngest, self.oldest):
            box.valueChanged.connect(lambda _age: self._changed())
        self.with_phone.clicked.connect(lambda _on: self._changed())
        self._pause.timeout.connect(self._count)
        self.name.textEdited.connect(self._named)
        self.keep.clicked.connect(self._make)
        self.discard.clicked.connect(self._leave)

    # Whose voters

    def load(self) -> None:
        """Takes the extract on this computer, if there is one."""
        matchmaking = self._desk.services.matchmaking

        def opened() -> tuple[str, Voters] | None:
            try:
                installed = matchmaking.installed()
                label = installed.label if installed is not None else ""
                return label, matchmaking.open().voters
            except KnownError:
                return None

        self._desk.jobs.on_vault(opened, success=self._opened, initiator=self)

    def take(self, paths: tuple[Path, ...]) -> None:
        """Reads an extract or voter files."""
        if self._job is not None:
            return
        names = ", ".join(path.name for path in paths)
        self.message.hide()
        self.progress.start(self.tr("Reading {file} …").format(file=names))
        job = self._desk.jobs.in_background(
            voters_in, paths, success=partial(self._take, names), failure=self._failed, initiator=self
        )
        self._job = job
        job.progressed.connect(self.progress.set_progress)
        job.ended.connect(self._over)
        self._judge()

    def stop(self) -> None:
        """Stops the reading."""
        if self._job is not None:
            self._job.cancel()

    def _ask(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.other.text(),
            "",
            self.tr("Extracts and voter files (*.f2fx *.txt *.csv *.tsv *.tab *.zip);;All files (*)"),
        )
        if names:
            self.take(tuple(Path(name) for name in names))

    def _opened(self, found: tuple[str, Voters] | None) -> None:
        if found is None:
            self.source.setText(
                self.tr("There is no voter extract on this computer: choose one, or a voter file.")
            )
            self.other.setFocus()
        else:
            label, voters = found
            words = self.tr("The extract on this computer: {label}")
            self._take(words.format(label=label) if label else self.tr("The extract on this computer"), voters)

    def _take(self, words: str, voters: Voters) -> None:
        self._voters = voters
        self.source.setText(self.tr("{source}, {count} voters").format(source=words, count=number(len(voters))))
        self._desk.jobs.in_background(filterable, voters, success=self._offer, initiator=self, with_progress=False)

    def _offer(self, found: Filterable) -> None:
        by = {
            kind: [Place(code, "", count) for code, count in codes.items()]
            for kind, codes in found.electorate.districts.items()
        }
        self.districts.offer(by)
        self.districts.set_districts(())
        counted = self.tr("{name} ({count})")
        self.parties.set_chips(
            {
                code: counted.format(name=self._words.party(code), count=number(count))
                for code, count in found.electorate.parties.items()
            }
        )
        self.frequencies.set_chips(
            {
                str(each): counted.format(name=self._words.frequency(each), count=number(found.frequencies[each]))
                for each in VoterFrequency
                if each in found.frequencies
            }
        )
        self.sexes.set_chips(
            {sex: counted.format(name=self._sex(sex), count=number(count)) for sex, count in found.sexes.items()}
        )
        for name, there in (
            ("districts", bool(by)),
            ("parties", bool(found.electorate.parties)),
            ("frequencies", bool(found.frequencies)),
            ("ages", found.born > 0),
            ("sexes", bool(found.sexes)),
            ("phones", found.phones > 0),
        ):
            self._parts[name].setVisible(there)
        self._changed()
        self.districts.kind.setFocus()

    def _sex(self, sex: str) -> str:
        return {"M": self.tr("Men"), "F": self.tr("Women"), "X": self.tr("Neither")}.get(sex, sex)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            self._desk.faults.show(error)
            return
        what, remedy = fault_words(error)
        if type(error).__name__ in {"LayoutUnknown", "LayoutUnusable"}:
            remedy = self.tr("Cut an extract from it under Voter files, where you can say what its columns hold.")
        self.message.say(" ".join(filter(None, (what, remedy))), Tone.DANGER)

    def _over(self) -> None:
        self._job = None
        self.progress.hide()
        self._judge()

    # Who passes

    def filters(self) -> VoterFilters:
        """What was set."""
        any_age = self.youngest.minimum()
        return VoterFilters(
            AutoFilters(
                self.districts.districts,
                tuple(sorted(self.parties.chosen())),
                tuple(each for each in VoterFrequency if str(each) in self.frequencies.chosen()),
            ),
            self.youngest.value() if self.youngest.value() > any_age else None,
            self.oldest.value() if self.oldest.value() > any_age else None,
            tuple(sorted(self.sexes.chosen())),
            self.with_phone.isChecked() and not self._parts["phones"].isHidden(),
        )

    def _changed(self) -> None:
        if not self._own_name:
            chosen = [(each.kind, each.code) for each in self.districts.districts]
            self.name.setText(self._file_words.districts(chosen) if chosen else self.tr("Voters"))
        self._pause.start()
        self._judge()

    def _count(self) -> None:
        if self._voters is not None:
            filters = self.filters()
            self._desk.jobs.in_background(
                count_chosen,
                self._voters,
                filters,
                today(),
                success=lambda count: self._say(filters, count),
                initiator=self,
                with_progress=False,
            )

    def _say(self, filters: VoterFilters, count: int) -> None:
        if self._voters is None or filters != self.filters():
            return
        words = self.tr("{count} of {all} voters pass.")
        said = words.format(count=number(count), all=number(len(self._voters)))
        if count > MOST_VOTERS:
            most = self.tr("That is more than the {count} that a list holds.").format(count=number(MOST_VOTERS))
            said = f"{said} {most}"
        self.count.setText(said)
        self.keep.setEnabled(0 < count <= MOST_VOTERS)

    def _named(self, _text: str) -> None:
        self._own_name = True
        self._judge()

    def _make(self) -> None:
        if self._voters is None:
            return
        self._desk.jobs.in_background(
            list_of,
            self._voters,
            self.filters(),
            today(),
            self._desk.services.authoring.new_list_id(),
            self.name.text().strip() or self.tr("Voters"),
            success=self._made,
            failure=self._failed,
            initiator=self,
            with_progress=False,
        )

    def _made(self, found: TargetList) -> None:
        self.keep_wanted.emit(found)

    def _leave(self) -> None:
        self.stop()
        self.discard_wanted.emit()

    def _judge(self) -> None:
        there = self._voters is not None
        self._filters.setVisible(there)
        self.other.setEnabled(self._job is None)
        if not there:
            self.keep.setEnabled(False)


def today() -> dt.date:
    """The day by this computer's clock."""
    return dt.datetime.now(dt.UTC).astimezone().date()
