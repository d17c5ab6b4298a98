"""A QR code on the screen, for a phone's camera."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from f2f_desktop.ui.qr import SMALLEST_MODULE, QrMatrix, QrTooLong, encode, to_image
from f2f_desktop.ui.theme import current_theme, em
from f2f_desktop.ui.widgets.labels import Label
from f2f_desktop.ui.widgets.painting import rounded

EDGE = 4
"""Pixels of white card around the quiet zone."""


class QrView(QWidget):
    """Shows a text as a QR code: always black on white, in the dark theme too, whole device pixels per module.

    A text that is too long is not an error of the page: the view says so in words.
    """

    def __init__(self, name: str, *, preferred: float = 15.0, parent: QWidget | None = None) -> None:
        """`name` is what screen readers say; `preferred` the side in line heights."""
        super().__init__(parent)
        self._preferred = preferred
        self._matrix: QrMatrix | None = None
        self._text = ""
        self._picture: QImage | None = None
        self._too_long = Label("", parent=self)
        self._too_long.hide()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """The text in the code; empty if there is none."""
        return self._text

    def is_shown(self) -> bool:
        """Whether there is a code to scan."""
        return self._matrix is not None

    def set_text(self, text: str) -> None:
        """Shows the code of `text`; an empty text shows none."""
        if text == self._text:
            return
        self._text = text
        self._picture = None
        self._too_long.hide()
        self.setAccessibleDescription("")
        try:
            self._matrix = encode(text) if text else None
        except QrTooLong as error:
            self._matrix = None
            self._too_long.setText(f"{error.what} {error.remedy}")
            self._too_long.show()
            self.setAccessibleDescription(self._too_long.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = max(em(self.font(), self._preferred), self.minimumSizeHint().width())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        modules = self._matrix.side_with_quiet_zone if self._matrix else 29
        side = modules * SMALLEST_MODULE + 2 * EDGE
        return QSize(side, side)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.DevicePixelRatioChange):
            self._picture = None
            pad = em(self.font(), 1.0)
            self._too_long.setGeometry(self.rect().adjusted(pad, pad, -pad, -pad))
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current_theme()
        side = min(self.width(), self.height())
        card = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        if self._matrix is None:
            rounded(painter, card, em(self.font(), 0.7), theme.sunken)
            return
        rounded(painter, card, em(self.font(), 0.5), "#ffffff", theme.border)
        # What we paint on may be finer than the widget's own screen (a picture of it at 200 %).
        ratio = painter.device().devicePixelRatio()
        wanted = int((side - 2 * EDGE) * ratio)
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            smallest = SMALLEST_MODULE * ratio * self._matrix.side_with_quiet_zone
            self._picture = to_image(self._matrix, max(wanted, int(smallest)))
            self._picture.setDevicePixelRatio(ratio)
        drawn = self._picture.deviceIndependentSize()
        corner = QPointF(card.center().x() - drawn.width() / 2, card.center().y() - drawn.height() / 2)
        # On a whole device pixel, or the edges of the modules blur.
        exact = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(exact, self._picture)
