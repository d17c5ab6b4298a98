"""The voter extract in: choose or drop the file; it is checked, kept encrypted, and matched at once."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from f2f_desktop.errors import KnownError
from f2f_desktop.progress import Progress
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.drop_zone import DropZone
from f2f_desktop.ui.fault_words import fault_words
from f2f_desktop.ui.jobs import Job
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.importing.offers import OfferList
from f2f_desktop.ui.volunteer.matching_run import MatchingRun
from f2f_desktop.ui.widgets import Banner, ProgressRow
from f2f_desktop.volunteer.installing import WHOLE_FILE, label_of
from f2f_desktop.volunteer.matchmaking import MatchCounts
from f2f_desktop.voterfile.errors import ExtractNotReadable, ExtractTooLarge
from f2f_desktop.voterfile.opening import Extract
from f2f_desktop.workspace import InstalledExtract, VolunteerServices

MAX_FILE = 2 * 1024 * 1024 * 1024


class ExtractPanel(QWidget):
    """Installs an extract and says what is in it.

    Signals:
        installed(): an extract is in use.
        busy_changed(busy): whether one is being checked.
    """

    installed = Signal()
    busy_changed = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, match_at_once: bool = True) -> None:
        super().__init__(parent)
        self._desk = desk
        self._match_at_once = match_at_once
        self.matching = MatchingRun(desk, self)
        self.offers = OfferList(desk)
        self.zone = DropZone(
            self.tr("Drop the voter extract here: a .f2fx file from your organizer, or from their stick"),
            self.tr("Choose a file…"),
            self.tr("Voter extracts (*.f2fx *.f2fd);;All files (*)"),
        )
        self.progress = ProgressRow()
        self.progress.hide()
        self._result = Banner("", Tone.SUCCESS, closable=False)
        self._result.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.6))
        column.addWidget(self.offers)
        column.addWidget(self.zone)
        column.addWidget(self.progress)
        column.addWidget(self._result)
        self.zone.files_given.connect(self.install)
        self.matching.started.connect(lambda: self.progress.start(self.tr("Matching your contacts …")))
        self.matching.progressed.connect(self.progress.set_progress)
        self.matching.finished.connect(self._matched)
        self.matching.stopped.connect(self.progress.hide)
        self.progress.stopped.connect(self._stop)
        self._job: Job[Any] | None = None
        self.offers.installed.connect(self._installed)
        self.offers.busy_changed.connect(self._fetching)

    def install(self, paths: Sequence[Path]) -> None:
        """Checks the first of `paths` and makes it the extract in use."""
        self.zone.setEnabled(False)
        self._result.hide()
        self.progress.start(self.tr("Checking {name} …").format(name=paths[0].name))
        self.busy_changed.emit(True)
        self._job = self._desk.jobs.on_vault(
            install_file,
            self._desk.services,
            paths[0],
            success=self._installed,
            failure=self._failed,
            changes=frozenset({"extract"}),
            initiator=self,
            with_progress=True,
        )
        self._job.progressed.connect(self.progress.set_progress)
        self._job.cancelled.connect(self._rest)

    def refresh_offers(self) -> None:
        """Reads which extracts the campaign offers over its hub."""
        self.offers.refresh()

    def show_installed(self, extract: InstalledExtract | None) -> None:
        """Says which extract is in use."""
        if extract is None:
            self._result.hide()
            return
        day = long_date(extract.expires)
        words = self.tr("{label}: {count} voters. May be used until {day}.")
        count = QLocale().toString(extract.voters)
        self._result.say(words.format(label=self._called(extract.label), count=count, day=day), Tone.SUCCESS)

    def result_text(self) -> str:
        """What the panel says about the extract."""
        return self._result.text()

    def _installed(self, extract: Extract) -> None:
        self._rest()
        manifest = extract.manifest
        words = self.tr("{label}: {count} voters. Signed by {signer}. May be used until {day}.")
        signer = (
            self.tr("your campaign")
            if extract.signer.trusted
            else self.tr("an unknown key, {fingerprint}").format(fingerprint=extract.signer.fingerprint)
        )
        self._result.say(
            words.format(
                label=self._called(label_of(manifest)),
                count=QLocale().toString(manifest.count),
                signer=signer,
                day=long_date(manifest.expires),
            ),
            Tone.SUCCESS if extract.signer.trusted else Tone.WARNING,
        )
        self.installed.emit()
        if self._match_at_once:
            self.matching.start()

    def _called(self, label: str) -> str:
        return self.tr("The whole voter file") if label == WHOLE_FILE else label

    def _matched(self, counts: MatchCounts) -> None:
        self.progress.hide()
        words = self.tr("{matched} of your {contacts} contacts are in it; {ambiguous} to check.")
        told = words.format(matched=counts.matched, contacts=counts.contacts, ambiguous=counts.ambiguous)
        self._result.say(self._result.text().split("\n")[0] + "\n" + told, Tone.SUCCESS)

    def _failed(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, KnownError):
            self._result.say(" ".join(fault_words(error)), Tone.DANGER)
        else:
            self._desk.faults.show(error)

    def _fetching(self, busy: bool) -> None:
        self.zone.setEnabled(not busy)
        if busy:
            self._result.hide()
        self.busy_changed.emit(busy)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self.matching.cancel()

    def _rest(self) -> None:
        self._job = None
        self.zone.setEnabled(True)
        self.progress.hide()
        self.busy_changed.emit(False)


def long_date(day: dt.date) -> str:
    """A day in the user's language."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def install_file(services: VolunteerServices, path: Path, *, progress: Progress) -> Extract:
    """Reads an extract file and makes it the one in use. Raises `KnownError` in words."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise ExtractTooLarge("the file is larger than two gigabytes")
        data = path.read_bytes()
    except OSError as error:
        raise ExtractNotReadable(
            f"{path.name} cannot be read.", "Check that the file is there and try again."
        ) from error
    return services.matchmaking.install(data, progress)
