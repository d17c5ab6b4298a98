"""The QR code beside a message: scanned by the volunteer's own phone, which then holds the message ready."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.work.key_caps import with_key
from f2f_desktop.ui.volunteer.work.keys import WorkKey
from f2f_desktop.ui.widgets import FlowBox, Label, QrView, QuietButton, TextStyle

QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's word for "no maximum"."""


class CodePanel(QWidget):
    """One code, the switch to the other form of it, and the way to see it large.

    Signals:
        large_pressed(): show the code over the whole page.
    """

    large_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: tuple[str, ...] = ()
        self._wants_other = False
        self.view = QrView(self.tr("QR code for your phone"), preferred=11.0)
        self.caption = Label("", TextStyle.SMALL, muted=True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.other = with_key(QuietButton(self.tr("Code doesn't work?")), WorkKey.OTHER_CODE)
        self.large = with_key(QuietButton(self.tr("Larger")), WorkKey.BIG_CODE)
        self._buttons = FlowBox()
        self._buttons.add(self.large, self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.35))
        column.addWidget(self.view, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.caption)
        column.addWidget(self._buttons)
        column.addStretch(1)
        self.other.clicked.connect(self.show_other)
        self.large.clicked.connect(self.large_pressed)
        self._fit()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        # As wide as the code, so that the words below wrap instead of pushing the message aside.
        self.setFixedWidth(max(em(self.font(), 15), self.view.sizeHint().width()))

    def show_codes(self, codes: tuple[str, ...], channel: Channel) -> None:
        """Shows the first of the codes; with none the panel goes away."""
        self._codes = codes
        self.setVisible(bool(codes))
        self.other.setVisible(len(codes) > 1)
        self._say(channel)
        self._show()

    def blank(self) -> None:
        """Shows no code, and keeps its place for the next."""
        self._codes = ()
        self.view.setFixedSize(self.view.size())
        self.view.set_text("")

    def show_other(self) -> None:
        """Goes to the other form of the code, and stays with it: it is the phone that wants it."""
        if len(self._codes) > 1:
            self._wants_other = not self._wants_other
            self._show()

    def text(self) -> str:
        """What the code on the screen says."""
        return self.view.text()

    def _show(self) -> None:
        self.view.setMinimumSize(0, 0)
        self.view.setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX)
        other = self._wants_other and len(self._codes) > 1
        self.view.set_text(self._codes[int(other)] if self._codes else "")
        self._fit()
        self.other.setText(self.tr("Back to the first code") if other else self.tr("Code doesn't work?"))

    def _say(self, channel: Channel) -> None:
        if channel is Channel.CALL:
            self.caption.setText(self.tr("Scan with your phone's camera, then press Call."))
        else:
            self.caption.setText(self.tr("Scan with your phone's camera, then press Send on the phone."))
