"""What is behind the status in the bar: how things stand in full, the last trouble, and what can be done."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.sync_words import Status
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button, Card, FlowBox, IconView, Label, PrimaryButton, QuietButton, TextStyle
from f2f_desktop.workspace import Standing


class SyncPopover(QFrame):
    """Hangs below the status until something is chosen, Escape is pressed, or somebody clicks elsewhere.

    Signals:
        sync_pressed(), pause_pressed(bool), attention_pressed(), ledger_pressed(), join_pressed(), export_pressed(),
            carry_pressed(): what they say.
    """

    sync_pressed = Signal()
    pause_pressed = Signal(bool)
    attention_pressed = Signal()
    ledger_pressed = Signal()
    join_pressed = Signal()
    export_pressed = Signal()
    carry_pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.window_below = window
        self._anchor: QWidget | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Synchronizing"))
        self._paused = False
        self._icon = IconView(Icon.CLOUD, size=1.5)
        self._title = Label("", TextStyle.HEADING)
        self._hub = Label("", TextStyle.SMALL, muted=True)
        self._lines = QVBoxLayout()
        self.sync = PrimaryButton(self.tr("Synchronize now"), Icon.SYNC)
        self.pause = Button("")
        self.attention = Button(self.tr("See what needs attention"), Icon.WARNING)
        self.join = PrimaryButton(self.tr("Join a hub…"), Icon.CLOUD)
        self.export = Button(self.tr("Export to a file…"), Icon.EXPORT)
        self.carry = QuietButton(self.tr("Carry others' reports…"))
        self.ledger = QuietButton(self.tr("What left this laptop…"))
        self._lay_out()
        for button, said in (
            (self.sync, self.sync_pressed),
            (self.attention, self.attention_pressed),
            (self.ledger, self.ledger_pressed),
            (self.join, self.join_pressed),
            (self.export, self.export_pressed),
            (self.carry, self.carry_pressed),
        ):
            button.clicked.connect(self.leave)
            button.clicked.connect(said)
        self.pause.clicked.connect(self._pause)

    def show_state(self, status: Status, lines: list[str], standing: Standing | None, waiting: int) -> None:
        """Says how things stand; `waiting` events could be exported."""
        self._icon.set_icon(status.icon, status.tone)
        self._title.setText(status.text)
        joined = standing is not None and standing.joined
        self._hub.setVisible(joined)
        if standing is not None and joined:
            where = standing.hub_name.partition("://")[2] or standing.hub_name
            self._hub.setText(
                self.tr("{campaign}, hub {address}").format(campaign=standing.campaign_name, address=where)
            )
        while (item := self._lines.takeAt(0)) is not None:
            label = item.widget()
            if label is not None:
                label.hide()
                label.deleteLater()
        for line in lines:
            self._lines.addWidget(Label(line))
        revoked = standing is not None and standing.revoked
        self._paused = standing is not None and standing.paused
        self.sync.setVisible(joined and not revoked)
        self.pause.setVisible(joined and not revoked)
        self.pause.setText(self.tr("Resume") if self._paused else self.tr("Pause"))
        self.join.setVisible(not joined or revoked)
        self.export.setVisible(waiting > 0 and (not joined or revoked))
        self.attention.setVisible(standing is not None and standing.dead > 0)

    def open_below(self, anchor: QWidget) -> None:
        """Shows itself below what was pressed, within the window."""
        width = em(self.font(), 25)
        self.setFixedWidth(width)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(width, max(layout.heightForWidth(width), layout.minimumSize().height()))
        window = self.window_below
        corner = anchor.mapTo(window, anchor.rect().bottomRight())
        self.move(max(0, min(corner.x(), window.width()) - width), corner.y() + em(self.font(), 0.2))
        self._anchor = anchor
        self.show()
        self.raise_()
        for _ in range(2):
            # Only laid out do the lines know how high they are.
            if layout is not None:
                layout.activate()
                self.resize(width, layout.totalHeightForWidth(width))
        first = next(
            button for button in (self.attention, self.sync, self.join, self.ledger) if not button.isHidden()
        )
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Goes away; the keyboard returns to what was pressed."""
        self.hide()
        if self._anchor is not None:
            self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A click elsewhere, or the keyboard going elsewhere, closes it.
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusIn) and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and watched.window() is self.window() and watched is not self._anchor:
                self.hide()
        return False

    def _lay_out(self) -> None:
        card = Card(padding=1.0)
        head = QHBoxLayout()
        head.setSpacing(em(self.font(), 0.5))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        card.column.addLayout(head)
        card.column.addWidget(self._hub)
        self._lines.setSpacing(em(self.font(), 0.4))
        card.column.addLayout(self._lines)
        steps = FlowBox()
        steps.add(self.attention, self.sync, self.join, self.pause, self.export)
        card.column.addWidget(steps)
        more = FlowBox()
        more.add(self.carry, self.ledger)
        card.column.addWidget(more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _pause(self) -> None:
        self.leave()
        self.pause_pressed.emit(not self._paused)
