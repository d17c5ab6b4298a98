"""How the reports of a shift reach the campaign: over the hub with its receipt, or as a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.fault_words import words_of
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.packet_export import PacketExport
from f2f_desktop.ui.sync_words import SyncWords, capitalized
from f2f_desktop.ui.syncing import Syncing
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Banner, Button, Card, Label, PrimaryButton, ProgressRow, TextStyle
from f2f_desktop.workspace import Exported, Standing, Waiting


class SendingCard(Card):
    """Drains what waits, and shows the receipt; without a hub, or without a network, offers the file.

    Attributes:
        receipt: what the hub has vouched for, or why it has not.
        exported: what was written to a file.

    Signals:
        drained(): an attempt to send everything is over, well or not.
        export_pressed(): a file is wanted.
    """

    drained = Signal()
    export_pressed = Signal()

    def __init__(self, desk: Desk, packets: PacketExport, syncing: Syncing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._packets, self._syncing = desk, packets, syncing
        self._sync_words = SyncWords(self)
        self._waiting = Waiting(0, 0, 0)
        self._draining = False
        title = self.tr("Give your reports to the campaign")
        self.setAccessibleName(title)
        self._words = Label("", muted=True)
        self.progress = ProgressRow(stoppable=False)
        self.receipt = Banner("", Tone.SUCCESS, closable=False)
        self.exported = Banner("", Tone.SUCCESS, closable=False)
        self.send_button = PrimaryButton(self.tr("Send now"), Icon.SYNC)
        self.export_button = Button(self.tr("Export…"), Icon.EXPORT)
        buttons = QHBoxLayout()
        buttons.setSpacing(em(self.font(), 0.6))
        buttons.addWidget(self.send_button)
        buttons.addWidget(self.export_button)
        buttons.addStretch(1)
        self.column.addWidget(Label(title, TextStyle.HEADING))
        self.column.addWidget(self._words)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.receipt)
        self.column.addWidget(self.exported)
        self.column.addLayout(buttons)
        for widget in (self.progress, self.receipt, self.exported, self.send_button):
            widget.hide()
        self.send_button.clicked.connect(self.drain)
        self.export_button.clicked.connect(self.export_pressed)
        packets.exported.connect(self._show_exported)
        syncing.changed.connect(self.follow)
        syncing.finished.connect(self._finished)

    @property
    def standing(self) -> Standing | None:
        """How things stand with a hub that can be sent to; None where there is none."""
        standing = self._syncing.standing
        return standing if standing is not None and standing.joined and not standing.revoked else None

    @property
    def undrained(self) -> bool:
        """Whether something waits that the hub could be given."""
        return self.standing is not None and not self.standing.all_safe

    @property
    def safe_words(self) -> str:
        """What the hub has vouched for, in a sentence; empty if that is not everything."""
        standing = self.standing
        if standing is None or not standing.all_safe:
            return ""
        # A clock's own point ("2:05 p.m.") ends the sentence as well.
        return capitalized(self._sync_words.safe(standing)).removesuffix(".") + "."

    def show_waiting(self, waiting: Waiting) -> None:
        """Something was recorded, sent or exported."""
        self._waiting = waiting
        self.follow()

    def drain(self) -> None:
        """Sends everything that waits, now."""
        self._draining = True
        self.receipt.hide()
        self.progress.start(self.tr("Sending what waits …"))
        self._syncing.now()
        self.follow()

    def follow(self) -> None:
        """Shows how things stand now."""
        standing = self.standing
        self.export_button.setEnabled(self._waiting.events > 0)
        self.send_button.setVisible(standing is not None and not standing.all_safe)
        self.send_button.setEnabled(not self._draining)
        if standing is None:
            self.receipt.hide()
            self.progress.hide()
            self._words.setText(self._words_by_file())
            return
        if standing.all_safe:
            self._words.setText(self._sync_words.lines(standing, self._waiting, running=False)[0])
        else:
            self._words.setText(self._words_by_hub(standing))
        if self._draining:
            return
        self.progress.hide()
        if standing.all_safe:
            self.receipt.say(self.safe_words, Tone.SUCCESS)
        elif standing.dead:
            words = self.tr("%n event(s) were not taken by the hub: see what needs attention.", "", standing.dead)
            self.receipt.say(words, Tone.WARNING)
        elif standing.trouble:
            advice = self.tr("Or export to a file now.")
            self.receipt.say(" ".join((*words_of(standing.trouble), advice)), Tone.WARNING)
        else:
            self.receipt.hide()

    def _finished(self, _well: bool) -> None:
        if self._draining:
            self._draining = False
            self._desk.jobs.on_vault(self._desk.services.courier.standing, success=self._drained, initiator=self)

    def _drained(self, standing: Standing) -> None:
        self._syncing.standing = standing
        self.follow()
        self.drained.emit()

    def _words_by_hub(self, standing: Standing) -> str:
        if standing.reports_waiting:
            words = self.tr("%n report(s) wait, and {events} events in all.", "", standing.reports_waiting)
            return words.format(events=standing.waiting)
        return self.tr("%n event(s) wait.", "", standing.waiting)

    def _words_by_file(self) -> str:
        waiting = self._waiting
        if not waiting.events:
            return self.tr("Nothing waits: there is nothing to hand over.")
        if not waiting.unexported:
            return self.tr("Everything is in a packet. Exporting again does no harm.")
        words = self.tr(
            "{events} events wait, {reports} of them reports. Save them on a stick for your organizer."
        )
        return words.format(events=waiting.unexported, reports=waiting.reports)

    def _show_exported(self, exported: Exported) -> None:
        self.exported.say(self._packets.words(exported), Tone.SUCCESS)
