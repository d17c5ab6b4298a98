"""An invitation to be seen from the back of a room: join code, address, QR code; on a screen, or saved as a page."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPaintEvent,
    QPdfWriter,
)
from PySide6.QtWidgets import QWidget

from f2f_desktop.errors import KnownError
from f2f_desktop.ui.qr import QrTooLong, encode, to_image

PNG_SIZE = (1600, 2263)
"""Pixels; A4's proportions."""


class PosterNotSaved(KnownError):
    """The file could not be written."""

    def __init__(self) -> None:
        super().__init__("The page could not be saved.", "Choose another folder.")


@dataclass(frozen=True)
class Poster:
    """What stands on it, in the order from top to bottom. Empty parts are left out."""

    campaign: str
    how: str
    code: str
    address: str
    link: str
    until: str


def paint_poster(painter: QPainter, area: QRectF, poster: Poster) -> None:
    """Paints black on white, as large as the area lets it."""
    painter.fillRect(area, QColor("#ffffff"))
    painter.setPen(QColor("#101522"))
    upright = area.height() > area.width()
    pad = min(area.width(), area.height()) * 0.07
    inner = area.adjusted(pad, pad, -pad, -pad)
    picture = _code_picture(poster.link)
    words = QRectF(inner)
    if picture is not None:
        side = min(inner.width(), inner.height() * 0.45) if upright else min(inner.height(), inner.width() * 0.45)
        corner = (
            QPointF(inner.center().x() - side / 2, inner.bottom() - side)
            if upright
            else QPointF(inner.right() - side, inner.center().y() - side / 2)
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QRectF(corner, QRectF(0, 0, side, side).size()), picture)
        if upright:
            words.setBottom(corner.y() - pad / 2)
        else:
            words.setRight(corner.x() - pad)
    lines = [
        (poster.campaign, 0.11, True),
        (poster.how, 0.055, False),
        (spaced(poster.code), 0.24, True),
        (poster.address, 0.085, True),
        (poster.until, 0.05, False),
    ]
    shown = [(text, part, bold) for text, part, bold in lines if text]
    unit = words.height() / (sum(part for _, part, _ in shown) * 1.75 or 1.0)
    heights = [unit * part * 1.75 for _, part, _ in shown]
    top = words.top() + (words.height() - sum(heights)) / 2
    for (text, part, bold), height in zip(shown, heights, strict=True):
        _draw_fitted(painter, QRectF(words.left(), top, words.width(), height), text, unit * part, bold)
        top += height


def spaced(code: str) -> str:
    """A code in two halves, easier to read out: `K7M 2QX`."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}" if code else ""


def save_png(poster: Poster, path: Path) -> None:
    """Saves it as a picture; `path` ends in `.png`. Raises `PosterNotSaved`."""
    image = QImage(*PNG_SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_poster(painter, QRectF(image.rect()), poster)
    painter.end()
    if not image.save(str(path)):
        raise PosterNotSaved


def save_pdf(poster: Poster, path: Path) -> None:
    """Saves it as a page for a printer. Raises `PosterNotSaved`."""
    try:
        path.touch()
    except OSError as error:
        raise PosterNotSaved from error
    writer = QPdfWriter(str(path))
    writer.setResolution(300)
    writer.setTitle(poster.campaign)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    print_on(writer, poster)


def ask_to_print(poster: Poster, parent: QWidget) -> None:
    """Lets the user choose a printer, and prints it. Raises `PosterNotSaved` where this system prints nothing."""
    try:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter
    except ImportError as error:
        raise PosterNotSaved from error
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: print_on(printer, poster))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def print_on(page: QPagedPaintDevice, poster: Poster) -> None:
    """Paints it on a page, within the margins that the printer needs. Raises `PosterNotSaved`."""
    painter = QPainter()
    if not painter.begin(page):
        raise PosterNotSaved
    paint_poster(painter, QRectF(0, 0, page.width(), page.height()), poster)
    painter.end()


class Projection(QWidget):
    """The poster over the whole screen; Escape or a click closes it."""

    def __init__(self, poster: Poster, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.poster = poster
        self.setWindowTitle(poster.campaign)
        self.setAccessibleName(
            ". ".join(filter(None, (poster.campaign, poster.how, poster.code, poster.address, poster.until)))
        )
        self.setToolTip(self.tr("Escape closes it"))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_poster(QPainter(self), QRectF(self.rect()), self.poster)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11, Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close()


def _code_picture(link: str) -> QImage | None:
    if not link:
        return None
    try:
        return to_image(encode(link), 1200)
    except QrTooLong:
        return None


def _draw_fitted(painter: QPainter, rect: QRectF, text: str, height: float, bold: bool) -> None:
    """Draws a line as high as wanted, or as its width lets it."""
    font = QFont(painter.font())
    font.setBold(bold)
    font.setPixelSize(max(6, int(height)))
    width = QFontMetricsF(font, painter.device()).horizontalAdvance(text)
    if width > rect.width():
        # Letters are not exactly as much narrower as they are lower.
        font.setPixelSize(max(6, int(height * rect.width() / width * 0.97)))
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
