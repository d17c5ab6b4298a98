"""Columns to tick, each with what it is for beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Label


@dataclass(frozen=True)
class Tickable:
    """A column, or a kind of district."""

    name: str
    words: str
    use: str
    """What it is for."""
    ticked: bool
    always: bool = False
    """Whether it cannot be taken out."""


class ColumnBoxes(QWidget):
    """Check boxes under each other.

    Attributes:
        boxes: those on the screen, by the column's name.

    Signals:
        changed(): the user ticked one, or took the tick away.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._space()

    def offer(self, columns: Sequence[Tickable]) -> None:
        """Shows these in the place of others."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.boxes = {}
        for at, column in enumerate(columns):
            box = QCheckBox(column.words)
            box.setChecked(column.ticked or column.always)
            box.setEnabled(not column.always)
            box.setAccessibleDescription(column.use)
            box.clicked.connect(self.changed)
            self.boxes[column.name] = box
            self._grid.addWidget(box, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Label(column.use, muted=True), at, 1)

    def ticked(self) -> frozenset[str]:
        """The names of those that are ticked."""
        return frozenset(name for name, box in self.boxes.items() if box.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(em(self.font(), 0.9))
        self._grid.setVerticalSpacing(em(self.font(), 0.35))
