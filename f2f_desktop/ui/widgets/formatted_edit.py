"""Formatted text under edit: a few buttons over it, and what is pasted comes as plain text."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
)
from PySide6.QtWidgets import QInputDialog, QTextEdit, QVBoxLayout, QWidget

from f2f_desktop.campaign.formatting import Span, is_address, read_formatted, write_formatted
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets.buttons import QuietButton
from f2f_desktop.ui.widgets.flow import FlowBox
from f2f_desktop.ui.widgets.formatted import fill_document, format_of, lines_of


class _Field(QTextEdit):
    """The text itself; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        return QSize(em(self.font(), 20), em(self.font(), 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self.font(), 8), em(self.font(), 8))


class FormattedEdit(QWidget):
    """Formatted text and its buttons.

    Attributes:
        field: the text.

    Signals:
        edited(str): the text as it is now, as `campaign.formatting` writes it.
    """

    edited = Signal(str)

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _Field()
        self.field.setAccessibleName(name)
        self.bold = self._button(self.tr("Bold"), "Ctrl+B", self.make_bold)
        self.italic = self._button(self.tr("Italic"), "Ctrl+I", self.make_italic)
        self.bullets = self._button(self.tr("List"), "Ctrl+Shift+8", self.make_bullets)
        self.numbers = self._button(self.tr("Numbered list"), "Ctrl+Shift+7", self.make_numbers)
        self.link = self._button(self.tr("Link …"), "Ctrl+K", self._ask_for_link)
        buttons = FlowBox()
        buttons.add(self.bold, self.italic, self.bullets, self.numbers, self.link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.25))
        column.addWidget(buttons)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        fill_document(self.field.document(), read_formatted(text))
        self.field.document().clearUndoRedoStacks()
        self.field.moveCursor(QTextCursor.MoveOperation.Start)
        self.field.textChanged.connect(lambda: self.edited.emit(self.text()))

    def text(self) -> str:
        """The text as it is written down."""
        return write_formatted(lines_of(self.field.document()))

    def make_bold(self) -> None:
        """Makes what is selected, or typed next, bold; or no longer."""
        look = QTextCharFormat()
        bold = self.field.fontWeight() >= QFont.Weight.DemiBold
        look.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        self.field.mergeCurrentCharFormat(look)

    def make_italic(self) -> None:
        """Makes what is selected, or typed next, italic; or no longer."""
        look = QTextCharFormat()
        look.setFontItalic(not self.field.fontItalic())
        self.field.mergeCurrentCharFormat(look)

    def make_bullets(self) -> None:
        """Makes the lines a list; or no longer."""
        self._make_list(QTextListFormat.Style.ListDisc)

    def make_numbers(self) -> None:
        """Makes the lines a numbered list; or no longer."""
        self._make_list(QTextListFormat.Style.ListDecimal)

    def make_link(self, address: str) -> bool:
        """Lets the selected words, or else the address itself, lead to an address; False where it is none."""
        address = address.strip()
        if not is_address(address):
            return False
        cursor = self.field.textCursor()
        words = cursor.selectedText().replace("\u2029", " ") or address
        cursor.insertText(words, format_of(Span(words, link=address)))
        # What is typed next leads nowhere.
        self.field.setTextCursor(cursor)
        self.field.setCurrentCharFormat(format_of(Span("")))
        return True

    def _make_list(self, style: QTextListFormat.Style) -> None:
        cursor = self.field.textCursor()
        present: QTextListFormat.Style | None = None
        if (listed := cursor.currentList()) is not None:
            present = listed.format().style()
        if present != style:
            made = QTextListFormat()
            made.setStyle(style)
            cursor.createList(made)
            return
        document = self.field.document()
        block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        while block.isValid():
            own = block.textList()
            if own is not None:
                own.remove(block)
                QTextCursor(block).setBlockFormat(QTextBlockFormat())
            if block == last:
                return
            block = block.next()

    def _ask_for_link(self) -> None:
        title, asked = self.tr("Link"), self.tr("Address, which begins with http:// or https://:")
        address, chosen = QInputDialog.getText(self, title, asked, text="https://")
        while chosen and not self.make_link(address):
            again = self.tr("This is no address of a web page. It begins with http:// or https://:")
            address, chosen = QInputDialog.getText(self, title, again, text=address)
        self.field.setFocus()

    def _button(self, words: str, keys: str, act: object) -> QuietButton:
        assert callable(act)
        button = QuietButton(words)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words} ({shown})")
        button.setAccessibleDescription(shown)
        button.clicked.connect(lambda _=False: (act(), self.field.setFocus()))
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        return button
