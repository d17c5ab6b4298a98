"""Keeps the bar, the menu and the popover true to how synchronizing stands."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from f2f_desktop.ui.settings_menu import SettingsMenu
from f2f_desktop.ui.sync_popover import SyncPopover
from f2f_desktop.ui.sync_words import Status, SyncWords
from f2f_desktop.ui.syncing import Syncing
from f2f_desktop.ui.top_bar import TopBar
from f2f_desktop.workspace import Waiting


class SyncBar(QObject):
    """Between `Syncing` and what shows it.

    Attributes:
        popover: what opens below the status.

    Signals:
        attention_wanted(), ledger_wanted(), join_wanted(), export_wanted(), carry_wanted(): chosen in the popover.
    """

    attention_wanted = Signal()
    ledger_wanted = Signal()
    join_wanted = Signal()
    export_wanted = Signal()
    carry_wanted = Signal()

    def __init__(self, syncing: Syncing, bar: TopBar, menu: SettingsMenu, window: QWidget) -> None:
        super().__init__(window)
        self._syncing, self._bar, self._menu = syncing, bar, menu
        self._words = SyncWords(self)
        self._waiting = Waiting(0, 0, 0)
        self.popover = SyncPopover(window)
        self.popover.sync_pressed.connect(syncing.now)
        self.popover.pause_pressed.connect(syncing.pause)
        self.popover.attention_pressed.connect(self.attention_wanted)
        self.popover.ledger_pressed.connect(self.ledger_wanted)
        self.popover.join_pressed.connect(self.join_wanted)
        self.popover.export_pressed.connect(self.export_wanted)
        self.popover.carry_pressed.connect(self.carry_wanted)
        syncing.changed.connect(self.follow)

    def go(self) -> None:
        """Goes for good, with the popover: the bar is made anew."""
        self._syncing.changed.disconnect(self.follow)
        self.popover.hide()
        self.popover.deleteLater()
        self.deleteLater()

    def show_waiting(self, waiting: Waiting) -> None:
        """Something was recorded or exported."""
        self._waiting = waiting
        self.follow()

    def follow(self) -> None:
        """Shows how things stand now."""
        standing = self._syncing.standing
        status = self._status()
        self._bar.show_status(status, "\n".join(self._lines()))
        joined = standing is not None and standing.joined and not standing.revoked
        self._menu.follow_sync(joined=joined, paused=standing is not None and standing.paused)
        if self.popover.isVisible():
            self.popover.show_state(status, self._lines(), standing, self._waiting.events)

    def open_popover(self) -> None:
        """Shows everything there is to know, below the status; a second time, takes it away."""
        if self.popover.isVisible():
            self.popover.leave()
            return
        self.popover.show_state(self._status(), self._lines(), self._syncing.standing, self._waiting.events)
        self.popover.open_below(self._bar.status)

    def _status(self) -> Status:
        return self._words.status(self._syncing.standing, self._waiting, running=self._syncing.running)

    def _lines(self) -> list[str]:
        return self._words.lines(self._syncing.standing, self._waiting, running=self._syncing.running)
