"""The extracts that the campaign offers over its hub: fetched piece by piece, stopped and taken up again at will."""

from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.errors import KnownError
from f2f_desktop.progress import Progress
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.fault_words import fault_words
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.jobs import Job
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Banner, Button, Card, Label, ProgressRow, TextStyle
from f2f_desktop.volunteer.downloading import Way
from f2f_desktop.voterfile.opening import Extract
from f2f_desktop.workspace import ExtractOffer, VolunteerServices


class OfferList(QWidget):
    """A line for each extract, with a button that fetches it.

    Attributes:
        buttons: those, in the order of the offers.

    Signals:
        installed(Extract): an extract was fetched and is in use.
        busy_changed(busy): whether one is being fetched.
    """

    installed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job[Any] | None = None
        self._begun: str = ""
        self.offers: tuple[ExtractOffer, ...] = ()
        self.buttons: list[Button] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(em(self.font(), 0.5))
        self.progress = ProgressRow()
        self.progress.hide()
        self.progress.stopped.connect(self._stop)
        self.message = Banner("", Tone.DANGER, closable=False)
        self.message.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.6))
        column.addLayout(self._lines)
        column.addWidget(self.progress)
        column.addWidget(self.message)
        self.hide()

    def refresh(self) -> None:
        """Reads what is offered."""
        self._desk.jobs.on_vault(_offered, self._desk.services, success=self._show, initiator=self)

    def fetch(self, offer: ExtractOffer) -> None:
        """Fetches an extract, from where an earlier attempt was stopped."""
        if self._job is not None:
            return
        self._begun = offer.hash
        self.message.hide()
        self.progress.start(self.tr("Fetching {label} …").format(label=offer.label))
        self._set_busy(True)
        self._job = self._desk.jobs.on_network(
            _fetched,
            self._desk.services,
            offer,
            success=self._fetched,
            failure=self._failed,
            initiator=self,
        )
        self._job.progressed.connect(self.progress.set_progress)
        self._job.cancelled.connect(self._stopped)

    def _fetched(self, data: bytes) -> None:
        self.progress.start(self.tr("Checking and encrypting …"))
        self._job = self._desk.jobs.on_vault(
            self._desk.services.matchmaking.install_received,
            data,
            success=self._installed,
            failure=self._failed,
            changes=frozenset({"extract"}),
            initiator=self,
            with_progress=True,
        )
        self._job.progressed.connect(self.progress.set_progress)
        self._job.cancelled.connect(self._stopped)

    def _installed(self, extract: Extract) -> None:
        self._begun = ""
        self._rest()
        self.installed.emit(extract)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _stopped(self) -> None:
        self._rest()
        self.message.say(
            self.tr("Stopped. What has arrived is kept, encrypted: it goes on from there."), Tone.NEUTRAL
        )

    def _failed(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, KnownError):
            kept = self.tr("What has arrived is kept.")
            self.message.say(" ".join((*fault_words(error), kept)), Tone.DANGER)
        else:
            self._desk.faults.show(error)

    def _rest(self) -> None:
        self._job = None
        self.progress.hide()
        self._set_busy(False)
        self.refresh()

    def _set_busy(self, busy: bool) -> None:
        for button in self.buttons:
            button.setEnabled(not busy)
        self.busy_changed.emit(busy)

    def _show(self, found: list[tuple[ExtractOffer, Way]]) -> None:
        self.offers = tuple(offer for offer, _ in found)
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for offer, way in found:
            self._lines.addWidget(self._line(offer, way))
        self.setVisible(bool(self.offers))

    def _line(self, offer: ExtractOffer, way: Way) -> QWidget:
        words = self.tr("Update") if way.steps else self.tr("Download")
        if self._begun == offer.hash:
            words = self.tr("Go on downloading")
        elif way.in_use:
            words = self.tr("Download again")
        button = Button(words, Icon.IMPORT)
        button.setAccessibleName(f"{words}: {offer.label}")
        button.setEnabled(self._job is None)
        button.clicked.connect(partial(self._pressed, offer))
        self.buttons.append(button)
        card = Card(sunken=True, padding=0.7)
        row = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(offer.label))
        about = [self.tr("%n voter(s)", "", offer.voters), _bytes(way.size)]
        if way.in_use:
            about.append(self.tr("in use"))
        elif way.steps:
            about[-1] = self.tr("{size} instead of {whole}: only what has changed").format(
                size=_bytes(way.size), whole=_bytes(offer.size)
            )
        names.addWidget(Label(" · ".join(about), TextStyle.SMALL, muted=True))
        row.addLayout(names, 1)
        row.addWidget(button)
        card.column.addLayout(row)
        return card

    def _pressed(self, offer: ExtractOffer, _checked: bool = False) -> None:
        self.fetch(offer)


def _bytes(size: int) -> str:
    return QLocale().formattedDataSize(size, 1)


def _offered(services: VolunteerServices) -> list[tuple[ExtractOffer, Way]]:
    standing = services.courier.standing()
    offers = services.courier.offers() if standing.joined and not standing.revoked else ()
    return [(offer, services.downloading.way_to(offer)) for offer in offers]


def _fetched(services: VolunteerServices, offer: ExtractOffer, *, progress: Progress) -> bytes:
    return services.downloading.receive(offer, progress)
