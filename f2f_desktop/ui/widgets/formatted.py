"""Formatted text as a document and on the screen. Nothing that somebody wrote is ever read as HTML."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from f2f_desktop.campaign.formatting import Line, LineKind, Span, is_address, plain_text, read_formatted
from f2f_desktop.ui.theme import current_theme

_STYLES = {LineKind.BULLET: QTextListFormat.Style.ListDisc, LineKind.NUMBER: QTextListFormat.Style.ListDecimal}


def fill_document(document: QTextDocument, lines: Sequence[Line]) -> None:
    """Puts lines into a document. No colours: it is on the screen when the theme changes."""
    document.clear()
    cursor = QTextCursor(document)
    former: LineKind | None = None
    for number, line in enumerate(lines):
        if number:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        style = _STYLES.get(line.kind)
        if style is not None:
            before = cursor.block().previous().textList() if former is line.kind else None
            if before is not None:
                before.add(cursor.block())
            else:
                made = QTextListFormat()
                made.setStyle(style)
                cursor.createList(made)
        for span in line.spans:
            cursor.insertText(span.text, format_of(span))
        former = line.kind


def format_of(span: Span) -> QTextCharFormat:
    """How a span looks."""
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold if span.bold else QFont.Weight.Normal)
    made.setFontItalic(span.italic)
    if span.link:
        made.setAnchor(True)
        made.setAnchorHref(span.link)
        made.setFontUnderline(True)
    return made


def lines_of(document: QTextDocument) -> tuple[Line, ...]:
    """The lines of a document."""
    found: list[Line] = []
    block = document.begin()
    while block.isValid():
        found.append(_line_of(block))
        block = block.next()
    return tuple(found)


def _line_of(block: QTextBlock) -> Line:
    kind, spans = LineKind.PARAGRAPH, []
    if (listed := block.textList()) is not None:
        numbered = listed.format().style() == QTextListFormat.Style.ListDecimal
        kind = LineKind.NUMBER if numbered else LineKind.BULLET
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        look = fragment.charFormat()
        words = fragment.text().replace("\u2028", " ").replace("\ufffc", "")
        bold = look.fontWeight() >= QFont.Weight.DemiBold
        spans.append(Span(words, bold, look.fontItalic(), look.anchorHref() if look.isAnchor() else ""))
        at += 1
    return Line(kind, tuple(spans))


class FormattedText(QLabel):
    """Formatted text that is as high as it needs to be. A link is opened only once its address has been shown.

    Attributes:
        box: the question about an address, while it is open.

    Signals:
        link_confirmed(str): the user has seen where it leads, and wants to go there.
    """

    link_confirmed = Signal(str)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = read_formatted(text)
        self.box: QMessageBox | None = None
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if any(span.link for line in self._lines for span in line.spans):
            reached = (
                Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            self.setTextInteractionFlags(reached)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(plain_text(text))
        self.linkActivated.connect(self._ask)
        self._shown = ""
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._claim_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._fill()

    def _fill(self) -> None:
        theme = current_theme()
        made = html_of(self._lines, theme.muted, theme.accent)
        if made != self._shown:
            self._shown = made
            self.setText(made)
        self._claim_height()

    def _claim_height(self) -> None:
        # Some containers ignore heightForWidth: tell them by the minimum, as `Label` does.
        needed = self.heightForWidth(self.width()) if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 0
        if needed != self.minimumHeight():
            self.setMinimumHeight(max(0, needed))

    def _ask(self, address: str) -> None:
        if not is_address(address):
            return
        asked = self.tr("Open this address?")
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Friend to Friend"), asked, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(address)
        go = box.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        go.clicked.connect(lambda: self.link_confirmed.emit(address))
        box.finished.connect(self._answered)
        self.box = box
        box.open()

    def _answered(self) -> None:
        box, self.box = self.box, None
        if box is not None:
            box.deleteLater()


def html_of(lines: Sequence[Line], text: str, link: str) -> str:
    """The lines as HTML for a label: every word of theirs is escaped, so that none of it is markup."""
    parts: list[str] = []
    for kind, group in groupby(lines, key=lambda line: line.kind):
        bodies = ["".join(_span_html(span, link) for span in line.spans) for line in group]
        if kind is LineKind.PARAGRAPH:
            parts += [f'<p style="margin:0">{body or "&nbsp;"}</p>' for body in bodies]
        else:
            tag = "ul" if kind is LineKind.BULLET else "ol"
            items = "".join(f"<li>{body}</li>" for body in bodies)
            parts.append(f'<{tag} style="margin-top:0; margin-bottom:0">{items}</{tag}>')
    return f'<div style="color:{text}">{"".join(parts)}</div>'


def _span_html(span: Span, link: str) -> str:
    words = escape(span.text)
    if span.link:
        words = f'<a href="{escape(span.link)}" style="color:{link}">{words}</a>'
    if span.italic:
        words = f"<i>{words}</i>"
    return f"<b>{words}</b>" if span.bold else words
