"""Carrying others' reports: packets of laptops without network, taken along to the hub, and the receipts back."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.protocol.packet import SUFFIX as PACKETS
from f2f_desktop.protocol.receipts import SUFFIX as RECEIPTS
from f2f_desktop.protocol.sealing import SUFFIX as SEALED
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.drop_zone import DropZone
from f2f_desktop.ui.fault_words import fault_words
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.jobs import Job
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.wording import Wording
from f2f_desktop.ui.widgets import (
    Banner,
    Button,
    Card,
    FlowBox,
    IconButton,
    Label,
    Pill,
    ProgressRow,
    QuietButton,
    TextStyle,
    Toast,
)
from f2f_desktop.workspace import Carried, Taken, VolunteerServices

CHANGES = frozenset({"carried"})
MOST_SHOWN = 100
"""Packets that get a line."""


class PacketLine(Card):
    """One packet: the file that it came in, and how far it is.

    Signals:
        again_pressed(), leave_pressed(): what they say.
    """

    again_pressed = Signal()
    leave_pressed = Signal()

    def __init__(self, packet: Carried, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent, sunken=True, padding=0.7)
        self.packet = packet
        self.setAccessibleName(packet.name)
        head = QHBoxLayout()
        head.addWidget(Label(packet.name), 1)
        self.pill = self._pill()
        head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        about = [self.tr("taken along {moment}").format(moment=wording.moment(packet.taken_at))]
        if packet.size:
            about.insert(0, QLocale().formattedDataSize(packet.size, 1))
        if packet.handed_over_at is not None:
            about.append(self.tr("delivered {moment}").format(moment=wording.moment(packet.handed_over_at)))
            about.append(self.tr("%n receipt(s) to give back", "", packet.receipts))
        self.column.addWidget(Label(" · ".join(about), TextStyle.SMALL, muted=True))
        self.again = Button(self.tr("Try again"), Icon.SYNC)
        self.leave = QuietButton(self.tr("Carry it no longer"), Icon.TRASH)
        for button, said in ((self.again, self.again_pressed), (self.leave, self.leave_pressed)):
            button.setAccessibleDescription(packet.name)
            button.clicked.connect(said)
        if packet.refusal:
            self.column.addWidget(Label(self._refusal()))
            steps = FlowBox()
            steps.add(self.again, self.leave)
            self.column.addWidget(steps)
        else:
            for button in (self.again, self.leave):
                button.setParent(self)
                button.hide()

    def _refusal(self) -> str:
        """The hub's own words where they are the window's language, else what helps in any case."""
        words = "It is damaged, or belongs to another campaign. Ask whoever made it to export it again."
        spoken = self.tr("It is damaged, or belongs to another campaign. Ask whoever made it to export it again.")
        return self.packet.refusal if spoken == words else spoken

    def _pill(self) -> Pill:
        if self.packet.refusal:
            return Pill(self.tr("Not taken by the hub"), Tone.WARNING)
        if self.packet.handed_over_at is not None:
            return Pill(self.tr("Delivered"), Tone.SUCCESS)
        return Pill(self.tr("Waiting"))


class CarryPage(Sheet):
    """The page.

    Attributes:
        zone: where files come in.
        outcome, failures: what came of the last files; those that could not be used.
        lines: the packets that are shown.

    Signals:
        back_requested(): back to the actions.
        taken(): packets were taken along, to be delivered.
        join_requested(): a hub is to be joined first.
    """

    back_requested = Signal()
    taken = Signal()
    join_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(46.0, parent)
        self._desk = desk
        self._wording = Wording(self)
        self._job: Job[Taken] | None = None
        self.lines: list[PacketLine] = []
        patterns = f"*{PACKETS} *{SEALED} *{RECEIPTS}"
        self.zone = DropZone(
            self.tr("Drop packets of others here, or receipts that somebody brings you"),
            self.tr("Choose files…"),
            self.tr("Packets and receipts ({patterns});;All files (*)").format(patterns=patterns),
            several=True,
        )
        self.missing = Banner("", Tone.INFO, closable=False)
        self.missing.acted.connect(self.join_requested)
        self.progress = ProgressRow()
        self.outcome, self.failures = Banner(""), Banner("", Tone.DANGER)
        self.summary = Label("", TextStyle.HEADING)
        self.receipts = Button(self.tr("Save receipts to a file…"), Icon.EXPORT)
        self.forget = QuietButton(self.tr("Forget what is delivered"), Icon.TRASH)
        self.toast = Toast(self)
        self._lay_out()
        self.zone.files_given.connect(self.take_files)
        self.progress.stopped.connect(self._stop)
        self.receipts.clicked.connect(self._ask_where)
        self.forget.clicked.connect(self._forget)

    def refresh(self) -> None:
        """Reads what is carried."""
        self._desk.jobs.on_vault(_known, self._desk.services, success=self._show, initiator=self)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Takes packets along, and receipts in."""
        if self._job is not None:
            return
        self.outcome.hide()
        self.failures.hide()
        self.zone.setEnabled(False)
        self.progress.start(self.tr("Reading %n file(s) …", "", len(paths)))
        self._job = self._desk.jobs.in_background(
            self._desk.services.carrying.take_files,
            list(paths),
            success=self._took,
            failure=self._failed,
            changes=CHANGES,
            initiator=self,
        )
        self._job.progressed.connect(self.progress.set_progress)
        self._job.cancelled.connect(self._stopped)

    def write_receipts(self, path: Path) -> None:
        """Writes the receipts that came back to a file."""
        self._desk.jobs.on_vault(
            self._desk.services.carrying.write_receipts,
            path,
            success=lambda count: self.toast.show_message(
                self.tr(
                    "%n receipt(s) saved in {name}. Give the file back to whoever made the packets.", "", count
                ).format(name=path.name)
            ),
            failure=self._failed,
            initiator=self,
        )

    def _lay_out(self) -> None:
        back = IconButton(Icon.CHEVRON_LEFT, self.tr("Back to the actions"))
        back.clicked.connect(self.back_requested)
        head = QHBoxLayout()
        head.addWidget(back)
        head.addWidget(Label(self.tr("Carry others' reports"), TextStyle.TITLE), 1)
        self.column.addLayout(head)
        self.column.addWidget(
            Label(
                self.tr(
                    "Somebody without network can give you their reports as a file. This laptop delivers them as "
                    "soon as it is online. They are sealed: you can neither read nor change them."
                ),
                muted=True,
            )
        )
        for widget in (self.missing, self.zone, self.progress, self.outcome, self.failures):
            self.column.addWidget(widget)
        self._carried = QWidget()
        column = QVBoxLayout(self._carried)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.6))
        steps = FlowBox()
        steps.add(self.receipts, self.forget)
        self._list = QVBoxLayout()
        self._list.setSpacing(em(self.font(), 0.6))
        column.addWidget(self.summary)
        column.addWidget(steps)
        column.addLayout(self._list)
        self.column.addWidget(self._carried)
        self.column.addStretch(1)
        for hidden in (self.missing, self.progress, self.outcome, self.failures, self._carried):
            hidden.hide()

    def _show(self, known: tuple[str, list[Carried]]) -> None:
        campaign, packets = known
        self.missing.setVisible(not campaign)
        if not campaign:
            self.missing.say(
                self.tr("Join your campaign's hub first: packets are carried to it."),
                Tone.INFO,
                action=self.tr("Join a hub…"),
            )
        self.zone.setVisible(bool(campaign))
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for packet in list(reversed(packets))[:MOST_SHOWN]:
            line = PacketLine(packet, self._wording)
            line.again_pressed.connect(partial(self._again, packet))
            line.leave_pressed.connect(partial(self._leave, packet))
            self._list.addWidget(line)
            self.lines.append(line)
        self.summary.setText(self._counted(campaign, packets))
        self.receipts.setEnabled(any(packet.receipts for packet in packets))
        self.forget.setEnabled(any(packet.handed_over_at is not None for packet in packets))
        self._carried.setVisible(bool(packets))

    def _counted(self, campaign: str, packets: list[Carried]) -> str:
        """How many there are, and how far."""
        refused = sum(bool(packet.refusal) for packet in packets)
        waits = [packet for packet in packets if packet.handed_over_at is None and not packet.refusal]
        words = [self.tr("%n packet(s) for {campaign}", "", len(packets)).format(campaign=campaign)]
        if waits:
            size = QLocale().formattedDataSize(sum(packet.size for packet in waits), 1)
            words.append(self.tr("%n waiting, {size}", "", len(waits)).format(size=size))
        if refused:
            words.append(self.tr("%n not taken by the hub", "", refused))
        if not waits and not refused:
            words.append(self.tr("all delivered"))
        return " · ".join(words)

    def _took(self, taken: Taken) -> None:
        self._rest()
        words = []
        if taken.packets:
            words.append(self.tr("%n packet(s) taken along.", "", taken.packets))
            self.taken.emit()
        if taken.known:
            words.append(self.tr("%n packet(s) had been taken along before.", "", taken.known))
        if taken.receipts:
            words.append(self.tr("%n receipt(s) for this laptop: what they cover is safe.", "", taken.receipts))
        if words:
            self.outcome.say("\n".join(words), Tone.SUCCESS)
        failed = [f"{name}: {' '.join(fault_words(error))}" for name, error in taken.failed]
        if failed:
            self.failures.say("\n".join(failed), Tone.DANGER)

    def _failed(self, error: Exception) -> None:
        self._rest()
        self._desk.faults.show(error)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _stopped(self) -> None:
        self._rest()
        self.outcome.say(self.tr("Stopped. What was taken along until then is kept."), Tone.NEUTRAL)
        self.refresh()

    def _rest(self) -> None:
        self._job = None
        self.progress.hide()
        self.zone.setEnabled(True)

    def _again(self, packet: Carried) -> None:
        self._desk.jobs.on_vault(
            self._desk.services.carrying.try_again,
            packet,
            success=lambda _: self.taken.emit(),
            changes=CHANGES,
            initiator=self,
        )

    def _leave(self, packet: Carried) -> None:
        self._desk.jobs.on_vault(self._desk.services.carrying.forget, packet, changes=CHANGES, initiator=self)

    def _forget(self) -> None:
        self._desk.jobs.on_vault(
            self._desk.services.carrying.forget_handed_over,
            success=lambda count: self.toast.show_message(self.tr("%n packet(s) forgotten", "", count)),
            changes=CHANGES,
            initiator=self,
        )

    def _ask_where(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        moment = f"{dt.datetime.now().astimezone():%Y-%m-%d-%H%M}"
        proposed = Path(documents) / (self.tr("receipts-{moment}").format(moment=moment) + RECEIPTS)
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save receipts"), str(proposed), self.tr("Receipts (*{suffix})").format(suffix=RECEIPTS)
        )
        if name:
            path = Path(name)
            self.write_receipts(path if path.suffix else path.with_suffix(RECEIPTS))


def _known(services: VolunteerServices) -> tuple[str, list[Carried]]:
    return services.carrying.campaign(), services.carrying.packets()
