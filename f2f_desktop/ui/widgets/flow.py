"""Things side by side that go to the next line where they no longer fit."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets.chips import Chip


class FlowLayout(QLayout):
    """A layout that fills lines from the start of the reading direction; its height follows its width."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._heights.clear()
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        width = sum(item.sizeHint().width() + self.spacing() for item in self._shown()) - self.spacing()
        return self._with_margins(
            QSize(max(0, width), max((i.sizeHint().height() for i in self._shown()), default=0))
        )

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Puts the items into `rect` if `move`; returns the height that they take."""
        inner = rect.marginsRemoved(self.contentsMargins())
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, top, line = inner.left(), inner.top(), 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(inner.width(), 1), 100_000))
            if left > inner.left() and left + size.width() > inner.right() + 1:
                left, top, line = inner.left(), top + line + self.spacing(), 0
            if move:
                at = QRect(QPoint(left, top), size)
                if mirrored:
                    at.moveRight(inner.right() - (left - inner.left()))
                item.setGeometry(at)
            left += size.width() + self.spacing()
            line = max(line, size.height())
        return top + line - rect.top() + self.contentsMargins().bottom()


class FlowBox(QWidget):
    """A widget around a `FlowLayout` that claims the height which its lines need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self, em(self.font(), 0.5))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Adds widgets at the end."""
        for widget in widgets:
            self.flow.addWidget(widget)
        self._claim_height()

    def clear(self) -> None:
        """Takes all widgets away."""
        while (item := self.flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._claim_height()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.FontChange):
            spacing = em(self.font(), 0.5)
            if self.flow.spacing() != spacing:
                self.flow.setSpacing(spacing)
            self._claim_height()
        return handled

    def _claim_height(self) -> None:
        needed = self.flow.heightForWidth(self.width()) if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 0
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)


class ChipFlow(FlowBox):
    """Chips to choose from, by key: one of them (`exclusive`; pressing it again takes it back) or any number.

    Signals:
        chosen_changed(frozenset[str]): the user chose or took back; the argument is all chosen keys.
        pressed(str): a chip was pressed; for chips that are not checkable.
    """

    chosen_changed = Signal(object)
    pressed = Signal(str)

    def __init__(
        self, name: str, *, exclusive: bool = False, checkable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._checkable = checkable
        self._chips: dict[str, Chip] = {}
        self._exclusive = exclusive

    def set_chips(
        self,
        texts: Mapping[str, str],
        *,
        tones: Mapping[str, Tone] | None = None,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        """Shows one chip per key of `texts`, in that order; what was chosen and is still there stays chosen."""
        kept = self.chosen()
        self.clear()
        self._chips = {}
        for key, text in texts.items():
            chip = Chip(
                text, (tones or {}).get(key, Tone.ACCENT), checkable=self._checkable, key=(keys or {}).get(key, "")
            )
            chip.setChecked(key in kept)
            chip.clicked.connect(lambda _checked=False, key=key: self._was_pressed(key))
            self._chips[key] = chip
            self.add(chip)

    def chip(self, key: str) -> Chip:
        """The chip of `key`."""
        return self._chips[key]

    def chosen(self) -> frozenset[str]:
        """The keys of the chosen chips."""
        return frozenset(key for key, chip in self._chips.items() if chip.isChecked())

    def set_chosen(self, keys: Iterable[str]) -> None:
        """Chooses exactly `keys`, without a signal."""
        wanted = frozenset(keys)
        for key, chip in self._chips.items():
            chip.setChecked(key in wanted)

    def _was_pressed(self, key: str) -> None:
        if self._exclusive and self._chips[key].isChecked():
            self.set_chosen([key])
        self.pressed.emit(key)
        if self._checkable:
            self.chosen_changed.emit(self.chosen())
