"""What a list says when there is nothing in it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets.banner import IconView
from f2f_desktop.ui.widgets.buttons import PrimaryButton
from f2f_desktop.ui.widgets.labels import Label, TextStyle


class EmptyState(QWidget):
    """Icon, what there is not, why, and the step that changes it.

    Signals:
        acted(): the user pressed the step.
    """

    acted = Signal()

    def __init__(
        self, icon: Icon, title: str, text: str = "", *, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = IconView(icon, size=3.0)
        self._title = Label(title, TextStyle.HEADING)
        self._text = Label(text, muted=True)
        self._button = PrimaryButton(action)
        self._button.clicked.connect(self.acted)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._title)
        self._column.addWidget(self._text)
        self._column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.say(icon, title, text, action=action)
        self._pad()

    def say(self, icon: Icon, title: str, text: str = "", *, action: str = "") -> None:
        """Says something else."""
        self._icon.set_icon(icon)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(f"{title} {text}".strip())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._pad()

    def _pad(self) -> None:
        pad = em(self.font(), 1.5)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(em(self.font(), 0.7))
