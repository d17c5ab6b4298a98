"""Every key of a screen over that screen: opened by `?` or F1, gone with Escape or a click beside it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Card, IconButton, KeyHint, Label, TextStyle

KeyHelp = Mapping[str, Sequence[tuple[str, str]]]
"""Sections by title; in each the keys and what they do."""


class Overlay(QWidget):
    """Darkens its host and shows one card in the middle. It holds the keyboard until it is closed.

    Signals:
        closed(): it went away.
    """

    closed = Signal()

    def __init__(self, host: QWidget, name: str) -> None:
        super().__init__(host)
        self._host = host
        self._before: QWidget | None = None
        self.card = Card(self, padding=1.4)
        self.close_button = IconButton(Icon.CLOSE, self.tr("Close"))
        self.close_button.clicked.connect(self.leave)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        host.installEventFilter(self)
        self.hide()

    def enter(self) -> None:
        """Shows itself over the host."""
        self._before = self._host.focusWidget()
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self.place()
        self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Goes away; the keyboard returns to where it was."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def place(self) -> None:
        """Puts the card into the middle, as large as it wants and may be."""
        margin = em(self.font(), 1.5)
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        wanted = self.card.sizeHint().boundedTo(room.size())
        self.card.resize(wanted)
        self.card.move(room.center() - self.card.rect().center())

    def event(self, event: QEvent) -> bool:
        # Every key stays here: none of the page's single letters may act behind the overlay.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Question, Qt.Key.Key_Q):
            self.leave()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        del forward
        self.close_button.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host and self.isVisible():
            self.setGeometry(self._host.rect())
            self.place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), QColor(10, 14, 24, 150))


class HelpOverlay(Overlay):
    """The keys of a screen, in two columns where there is room."""

    def __init__(self, host: QWidget, title: str, keys: KeyHelp) -> None:
        super().__init__(host, title)
        head = QHBoxLayout()
        head.addWidget(Label(title, TextStyle.TITLE), 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.card.column.addLayout(head)
        self._content = QWidget()
        self._content.setProperty("role", "page")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._content)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(em(self.font(), 2.0))
        self._caps: list[KeyHint] = []
        self._grids: list[QGridLayout] = []
        sections = [self._section(name, rows) for name, rows in keys.items()]
        total, half = sum(len(rows) + 2 for rows in keys.values()), 0
        sides = (QVBoxLayout(), QVBoxLayout())
        for section, rows in zip(sections, keys.values(), strict=True):
            sides[0 if half < total / 2 else 1].addWidget(section)
            half += len(rows) + 2
        for side in sides:
            side.setSpacing(em(self.font(), 0.9))
            side.addStretch(1)
            self._columns.addLayout(side, 1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(title)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card.column.addWidget(self._scroll, 1)

    def place(self) -> None:
        margin = em(self.font(), 1.5)
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        wide = room.width() >= em(self.font(), 44)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)
        for grid in self._grids:
            # One width for all: what the keys do stands in one line down the whole column.
            grid.setColumnMinimumWidth(0, max(cap.sizeHint().width() for cap in self._caps))
        width = min(room.width(), em(self.font(), 60 if wide else 34))
        self.card.resize(width, room.height())
        self.card.column.activate()
        self._columns.activate()
        needed = self._content.minimumSizeHint().height() + em(self.font(), 5.5)
        self.card.resize(width, min(room.height(), needed))
        self.card.move(room.center() - self.card.rect().center())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if event.key() in step:
            bar.setValue(bar.value() + step[Qt.Key(event.key())] * em(self.font(), 2))
        super().keyPressEvent(event)

    def _section(self, name: str, rows: Sequence[tuple[str, str]]) -> QWidget:
        section = QWidget()
        grid = QGridLayout(section)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self.font(), 0.8))
        grid.setVerticalSpacing(em(self.font(), 0.35))
        grid.setColumnStretch(1, 1)
        self._grids.append(grid)
        grid.addWidget(Label(name, TextStyle.HEADING), 0, 0, 1, 2)
        for line, (key, words) in enumerate(rows, 1):
            cap = KeyHint(key)
            cap.setAccessibleName(key)
            self._caps.append(cap)
            grid.addWidget(cap, line, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(words), line, 1)
        grid.setColumnMinimumWidth(0, em(self.font(), 5.2))
        grid.setColumnStretch(1, 1)
        return section
