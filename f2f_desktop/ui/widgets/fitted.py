"""A widget that is as large as what it paints, also after the size of the text was changed."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QDialog, QWidget


class FittedWidget(QWidget):
    """Never smaller than its `sizeHint`."""

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()


class FittedDialog(QDialog):
    """As high as what it shows just now, at the width that it has."""

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.LayoutRequest:
            # The last one of them deletes the dialog: nothing may be asked after it.
            return super().event(event)
        handled = super().event(event)
        layout = self.layout()
        if layout is not None:
            by_width = layout.hasHeightForWidth()
            height = layout.totalHeightForWidth(self.width()) if by_width else layout.totalSizeHint().height()
            if height != self.height():
                self.resize(self.width(), height)
        return handled
