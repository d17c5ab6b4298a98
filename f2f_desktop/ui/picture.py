"""A picture that fills its place: scaled, cut at the edges, with rounded corners."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from f2f_desktop.ui.theme import em


class Picture(QWidget):
    """Shows an image file's bytes; hides itself where they are no image that Qt can read."""

    def __init__(
        self, data: bytes, alternative_text: str, *, size: tuple[float, float], parent: QWidget | None = None
    ) -> None:
        """`size` is width and height in line heights."""
        super().__init__(parent)
        self._size = size
        self._image = QImage.fromData(data)
        self.setAccessibleName(alternative_text)
        self.setToolTip(alternative_text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if self._image.isNull():
            self.hide()

    def sizeHint(self) -> QSize:
        return QSize(em(self.font(), self._size[0]), em(self.font(), self._size[1]))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(self.rect())
        corners = QPainterPath()
        corners.addRoundedRect(place, em(self.font(), 0.6), em(self.font(), 0.6))
        painter.setClipPath(corners)
        pixels = self.size() * self.devicePixelRatioF()
        scaled = self._image.scaled(
            pixels, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
        )
        cut = QRectF(0, 0, pixels.width(), pixels.height())
        cut.moveCenter(QRectF(scaled.rect()).center())
        painter.drawImage(place, scaled, cut)
