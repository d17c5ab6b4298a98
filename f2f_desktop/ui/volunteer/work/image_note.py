"""The action's image, which the volunteer attaches: it can be dragged into another window, or saved."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QSize, Qt, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDrag, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QWidget

from f2f_desktop.campaign.content import Image
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Label, QuietButton, TextStyle


class _Thumbnail(QLabel):
    """The picture, small; dragged out of the window it becomes a file."""

    def __init__(self) -> None:
        super().__init__()
        self._image: Image | None = None
        self._pressed_at = QPoint()
        self._folder: QTemporaryDir | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: Image) -> None:
        self._image = image
        picture = QPixmap()
        picture.loadFromData(QByteArray(image.data))
        if not picture.isNull():
            ratio = self.devicePixelRatioF()
            size = QSize(em(self.font(), 4), em(self.font(), 2.4)) * ratio
            picture = picture.scaled(
                size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            picture.setDevicePixelRatio(ratio)
        self.setPixmap(picture)
        self.setAccessibleName(image.alternative_text or image.name)
        self.setToolTip(image.alternative_text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        moved = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if self._image is None or moved < QApplication.startDragDistance():
            return
        # The campaign's own picture holds nothing of a person: it may lie in a temporary folder.
        self._folder = self._folder or QTemporaryDir()
        path = Path(self._folder.path()) / Path(self._image.name).name
        path.write_bytes(self._image.data)
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(path))])
        drag = QDrag(self)
        drag.setMimeData(content)
        drag.setPixmap(self.pixmap())
        drag.exec(Qt.DropAction.CopyAction)


class ImageNote(QWidget):
    """Says that the message goes with the image, or without.

    Signals:
        save_pressed(): the volunteer wants the image as a file.
    """

    save_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnail = _Thumbnail()
        self.words = Label("", TextStyle.SMALL, muted=True)
        self.save = QuietButton(self.tr("Save image"), Icon.EXPORT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._thumbnail, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignVCenter)
        self.save.clicked.connect(self.save_pressed)
        self.hide()

    def show_image(self, image: Image | None, *, goes_along: bool) -> None:
        """Shows the action's image if it goes along with the message, else nothing."""
        self.setVisible(image is not None and goes_along)
        if image is not None and goes_along:
            self._thumbnail.show_image(image)
            self.words.setText(
                self.tr("Goes with this picture: drag it into the message, or save it and attach it.")
            )
