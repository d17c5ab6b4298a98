"""Chips by keyboard: while one of a group has the focus, digits press them and arrows go along."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from f2f_desktop.ui.widgets import Chip, ChipFlow


class ChipKeys(QObject):
    """Watches the chips of one group.

    A digit reaches the group before the page, whose own digits choose an answer: the group claims it when Qt asks
    (`ShortcutOverride`).
    """

    def __init__(self, group: ChipFlow) -> None:
        super().__init__(group)
        self._chips: list[Chip] = []

    def watch(self, chips: Sequence[Chip]) -> None:
        """Takes these chips, in the order of their digits; Tab stops at the first chosen one, or at the first."""
        self._chips = list(chips)
        for chip in self._chips:
            chip.installEventFilter(self)

    def focus(self) -> bool:
        """Gives the keyboard to the group; False if it is empty."""
        wanted = next((chip for chip in self._chips if chip.isChecked()), next(iter(self._chips), None))
        if wanted is None or not wanted.isVisible():
            return False
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def has_focus(self) -> bool:
        """Whether one of the chips has the keyboard."""
        return any(chip.hasFocus() for chip in self._chips)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        meant = self._meant(watched, event)
        if meant is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            meant.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if event.text().isdigit():
                meant.click()
            return True
        return False

    def _meant(self, watched: QObject, event: QKeyEvent) -> Chip | None:
        """The chip that a key is about, or None if the key is none of ours."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if not plain:
            return None
        if event.text().isdigit() and event.text() != "0":
            place = int(event.text()) - 1
            return self._chips[place] if place < len(self._chips) else None
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        here = next((place for place, chip in enumerate(self._chips) if chip is watched), None)
        if here is None or event.key() not in steps:
            return None
        return self._chips[(here + steps[Qt.Key(event.key())]) % len(self._chips)]
