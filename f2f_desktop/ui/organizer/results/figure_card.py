"""A figure: its name, its number, and what it counts, for the pointer, the keyboard and screen readers."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from f2f_desktop.ui.theme import current_theme, em
from f2f_desktop.ui.widgets import Card, Label, TextStyle
from f2f_desktop.ui.widgets.painting import focus_ring


class FigureCard(Card):
    """Shows one figure. The definition appears under the pointer, and when the keyboard comes here."""

    def __init__(self, name: str, definition: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0.75)
        self._name = name
        self.value = Label("–", TextStyle.TITLE, wraps=False)
        self.share = Label("", TextStyle.SMALL, muted=True, wraps=False)
        self.column.setSpacing(em(self.font(), 0.1))
        self.column.addWidget(Label(name, TextStyle.SMALL, muted=True))
        self.column.addStretch(1)
        self.column.addWidget(self.value)
        self.column.addWidget(self.share)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setToolTip(definition)
        self.setAccessibleName(name)
        self.setAccessibleDescription(definition)

    def set_value(self, value: int, share: str = "") -> None:
        """Shows another number, and which part of what it is."""
        shown = self.locale().toString(value)
        self.value.setText(shown)
        self.share.setText(share)
        self.setAccessibleName(" ".join(filter(None, (f"{self._name}: {shown}", share))))

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(em(self.font(), 8), em(self.font(), 5)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), self.toolTip(), self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            focus_ring(QPainter(self), QRectF(self.rect()), em(self.font(), 0.85), current_theme())
