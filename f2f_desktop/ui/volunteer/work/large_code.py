"""The QR code over the whole page, for a phone that is held at arm's length."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from f2f_desktop.ui.help_overlay import Overlay
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Label, QrView, TextStyle


class LargeCode(Overlay):
    """One code, as large as the page allows."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, self.tr("Large QR code"))
        self._title = Label("", TextStyle.HEADING)
        self.view = QrView(self.tr("QR code for your phone"), preferred=26)
        self._caption = Label(self.tr("Scan with your phone's camera. Esc closes."), muted=True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        head = QHBoxLayout()
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.close_button)
        self.card.column.addLayout(head)
        self.card.column.addWidget(self.view, 1)
        self.card.column.addWidget(self._caption)

    def show_code(self, text: str, title: str) -> None:
        """Shows the code of `text` under `title`."""
        self._title.setText(title)
        self.view.set_text(text)
        self.enter()

    def place(self) -> None:
        margin = em(self.font(), 1.0)
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        height = room.height()
        width = min(room.width(), height - em(self.font(), 4))
        self.card.resize(max(width, self.card.minimumSizeHint().width()), height)
        self.card.move(room.center() - self.card.rect().center())
