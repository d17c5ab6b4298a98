"""A widget that is as large as what it paints, also after the size of the text was changed."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QWidget


class FittedWidget(QWidget):
    """Never smaller than its `sizeHint`."""

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
