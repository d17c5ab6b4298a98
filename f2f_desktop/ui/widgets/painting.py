"""Shapes that widgets and list delegates draw alike: rounded grounds, pills, avatars, the focus ring."""

import unicodedata
import zlib

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from f2f_desktop.ui.theme import AVATAR_COLOURS, Theme, ToneColours, em, scaled


def rounded(
    painter: QPainter, rect: QRectF, radius: float, ground: str | None, line: str | None = None, width: float = 1.0
) -> None:
    """A rounded rectangle of `ground` with an inner `line` (colours as `#rrggbb`)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    inset = width / 2 if line else 0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def focus_ring(painter: QPainter, rect: QRectF, radius: float, theme: Theme) -> None:
    """The ring around what has the keyboard: two pixels, inside `rect`."""
    rounded(painter, rect, radius, None, theme.focus, 2.0)


def initials(name: str) -> str:
    """One or two letters for a name: of the first and the last word that begin with a letter."""
    words = [word for word in name.replace("(", " ").replace('"', " ").split() if word[0].isalpha()]
    if not words:
        return "?"
    chosen = words if len(words) == 1 else [words[0], words[-1]]
    return "".join(unicodedata.normalize("NFC", word)[0].upper()[0] for word in chosen)


def avatar_colour(name: str) -> str:
    """The ground of a name's circle: always the same for the same name."""
    return AVATAR_COLOURS[zlib.crc32(name.casefold().encode()) % len(AVATAR_COLOURS)]


def paint_avatar(painter: QPainter, rect: QRectF, name: str, font: QFont) -> None:
    """A circle with the initials of `name` in white."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(avatar_colour(name)))
    painter.drawEllipse(rect)
    lettering = QFont(font)
    lettering.setBold(True)
    lettering.setPixelSize(max(8, round(rect.height() * 0.38)))
    painter.setFont(lettering)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(name))


def pill_font(font: QFont) -> QFont:
    """The font inside a pill, from the font around it."""
    return scaled(font, 0.86)


def pill_size(text: str, font: QFont) -> tuple[float, float]:
    """Width and height of a pill with `text`, in pixels, where the font around it is `font`."""
    inner = pill_font(font)
    return QFontMetricsF(inner).horizontalAdvance(text) + em(inner, 1.1), em(inner, 1.25)


def paint_pill(painter: QPainter, top_left: QPointF, text: str, colours: ToneColours, font: QFont) -> float:
    """A small rounded label; returns its width."""
    width, height = pill_size(text, font)
    rect = QRectF(top_left.x(), top_left.y(), width, height)
    rounded(painter, rect, height / 2, colours.ground)
    painter.setFont(pill_font(font))
    painter.setPen(QColor(colours.text))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    return width
