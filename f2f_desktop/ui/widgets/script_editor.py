"""Where the volunteer makes a script their own, and sees how long it is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets.labels import Label, TextStyle
from f2f_desktop.volunteer.sms_length import Encoding, sms_length


class _PlainText(QPlainTextEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "script")
        # Tab leaves the field: nobody writes a tab into a text message, and the keyboard must get out.
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def sizeHint(self) -> QSize:
        return QSize(em(self.font(), 20), em(self.font(), 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self.font(), 10), em(self.font(), 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        ):
            event.ignore()  # Ctrl+Enter belongs to the page: hand off
            return
        super().keyPressEvent(event)


class ScriptEditor(QWidget):
    """A text to edit, with its length below: characters, and text messages where `counts_messages`.

    Signals:
        edited(str): the user changed the text; the argument is all of it.
    """

    edited = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        counts_messages: bool = True,
        filled: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`filled` makes of the text what is sent, where that is another: its length is told then."""
        super().__init__(parent)
        self._counts_messages = counts_messages
        self._filled = filled
        self._setting = False
        self.field = _PlainText()
        self.field.setAccessibleName(name)
        self.count = Label("", TextStyle.SMALL, muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.3))
        column.addWidget(self.field, 1)
        column.addWidget(self.count)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.field.textChanged.connect(self._changed)
        self._show_length()

    def text(self) -> str:
        """The text as it stands."""
        return self.field.toPlainText()

    def set_text(self, text: str) -> None:
        """Shows `text`, without a signal and without a way to undo into the text before."""
        self._setting = True
        self.field.setPlainText(text)
        self._setting = False

    def set_counts_messages(self, counts: bool) -> None:
        """Whether the length is also told in text messages (only texts are sent in pieces)."""
        self._counts_messages = counts
        self._show_length()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_length()

    def _changed(self) -> None:
        self._show_length()
        if not self._setting:
            self.edited.emit(self.text())

    def _show_length(self) -> None:
        text = self._filled(self.text()) if self._filled is not None else self.text()
        characters = self.tr("%n character(s)", "", len(text))
        if not self._counts_messages or not text:
            self.count.set_tone(None, muted=True)
            self.count.setText(characters)
            return
        length = sms_length(text)
        messages = self.tr("%n text message(s)", "", length.segments)
        words = f"{characters} · {messages}"
        if length.encoding is Encoding.UCS2 and length.segments > 1:
            words += " · " + self.tr("special characters such as “{example}” make it longer").format(
                example=length.first_special
            )
        self.count.set_tone(Tone.WARNING if length.segments > 3 else None, muted=True)
        self.count.setText(words)
