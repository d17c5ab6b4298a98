"""Buttons that show their key: a small key cap in the place of the icon."""

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter

from f2f_desktop.ui.icons import ThemedEngine
from f2f_desktop.ui.volunteer.work.keys import WorkKey, shown
from f2f_desktop.ui.widgets import Button
from f2f_desktop.ui.widgets.painting import rounded

AnyButton = TypeVar("AnyButton", bound=Button)


class _KeyCapEngine(ThemedEngine):
    """Draws one letter in a rounded square."""

    def __init__(self, letter: str, token: str) -> None:
        super().__init__(token)
        self._letter = letter

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self.colour(mode)
        cap = QRectF(self.place(rect)).adjusted(0.5, 0.5, -0.5, -0.5)
        side = cap.height()
        rounded(painter, cap, side * 0.25, None, colour, max(1.0, side / 18))
        font = QFont(painter.font())
        font.setBold(True)
        font.setPixelSize(max(6, round(side * 0.66)))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._letter)

    def clone(self) -> QIconEngine:
        return _KeyCapEngine(self._letter, self.token)


def with_key(button: AnyButton, key: WorkKey) -> AnyButton:
    """`button` with the cap of `key`, which screen readers and the tooltip say too."""
    cap = shown(key)
    if len(cap) == 1:
        button.setIcon(QIcon(_KeyCapEngine(cap, button.ICON_TOKEN)))
    button.setToolTip(cap if not button.toolTip() else f"{button.toolTip()} ({cap})")
    button.setAccessibleDescription(QCoreApplication.translate("KeyCaps", "Key: {key}").format(key=cap))
    return button
