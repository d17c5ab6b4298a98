"""How far a long job is, where it was started, with a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets.buttons import Button
from f2f_desktop.ui.widgets.labels import Label


class ProgressRow(QWidget):
    """What is being done, a bar, and `Stop`.

    Signals:
        stopped(): the user wants it stopped. The row says so and waits for `set_progress` or its end.
    """

    stopped = Signal()

    def __init__(self, text: str = "", *, stoppable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(text)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(text)
        self._stop = Button(self.tr("Stop"), Icon.CLOSE)
        self._stop.clicked.connect(self._stop_pressed)
        left = QVBoxLayout()
        left.setSpacing(em(self.font(), 0.3))
        left.addWidget(self._label)
        left.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self.font(), 0.8))
        row.addLayout(left, 1)
        row.addWidget(self._stop)
        self._stop.setVisible(stoppable)
        self.set_progress(0, 0)

    def start(self, text: str) -> None:
        """Begins anew with a job described by `text`; how far it will go is not known yet."""
        self._label.setText(text)
        self._bar.setAccessibleName(text)
        self._stop.setEnabled(True)
        self.set_progress(0, 0)
        self.show()

    def set_progress(self, done: int, total: int) -> None:
        """Shows `done` of `total`; a total of 0 shows that something happens."""
        # Qt's bar counts in 32 bits, bytes of a big file may not fit.
        self._bar.setRange(0, 1000 if total > 0 else 0)
        if total > 0:
            self._bar.setValue(min(1000, done * 1000 // total))

    def _stop_pressed(self) -> None:
        self._stop.setEnabled(False)
        self._label.setText(self.tr("Stopping …"))
        self.stopped.emit()
