"""Our icons: monochrome SVGs, coloured as they are painted, so that they follow the theme and stay crisp."""

from enum import StrEnum
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from f2f_desktop.shipped import resource
from f2f_desktop.ui.theme import Theme, current_theme


class Icon(StrEnum):
    """Every icon; the value is the file's name in `resources/icons/`."""

    STAR = "star"
    STAR_OUTLINE = "star-outline"
    SEARCH = "search"
    LOCK = "lock"
    UNDO = "undo"
    HELP = "help"
    QUESTION = "question"
    CLOUD = "cloud"
    CLOUD_OFFLINE = "cloud-offline"
    CLOUD_DONE = "cloud-done"
    SYNC = "sync"
    CHECK = "check"
    PHONE = "phone"
    TEXT = "text"
    MAIL = "mail"
    PEOPLE = "people"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_UP = "chevron-up"
    CLOSE = "close"
    COPY = "copy"
    QR = "qr"
    IMPORT = "import"
    EXPORT = "export"
    WARNING = "warning"
    INFO = "info"
    FLAG = "flag"
    MOON = "moon"
    SUN = "sun"
    SETTINGS = "settings"
    BLOCK = "block"
    EDIT = "edit"
    TRASH = "trash"
    FILTER = "filter"
    FOLDER = "folder"
    CHART = "chart"
    DISTRICT = "district"


@cache
def _source(icon: Icon) -> str:
    return resource("icons", f"{icon}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(icon: Icon, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(icon).replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, icon: Icon, rect: QRectF | QRect, colour: str) -> None:
    """Draws `icon` in `colour` (`#rrggbb`) into `rect`."""
    _renderer(icon, colour).render(painter, QRectF(rect))


class ThemedEngine(QIconEngine):
    """What paints itself in a colour of whatever theme is applied at that moment, as fine as the screen is."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self.token = token

    def colour(self, mode: QIcon.Mode) -> str:
        """The colour to paint in."""
        theme: Theme = current_theme()
        return theme.muted if mode == QIcon.Mode.Disabled else str(getattr(theme, self.token))

    def place(self, rect: QRect) -> QRect:
        """The square to paint in: of a rectangle that is wider than high (a button asks for a gap before its text)
        the start."""
        side = min(rect.width(), rect.height())
        place = QRect(rect.left(), rect.top() + (rect.height() - side) // 2, side, side)
        if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(rect.right())
        return place

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # `size` is in the widget's pixels (measured with 6.11.3); the picture has `scale` times as many.
        image = QImage(size * scale, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(scale)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return QPixmap.fromImage(image)


class _SvgEngine(ThemedEngine):
    def __init__(self, icon: Icon, token: str) -> None:
        super().__init__(token)
        self._icon = icon

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, self._icon, self.place(rect), self.colour(mode))

    def clone(self) -> QIconEngine:
        return _SvgEngine(self._icon, self.token)


def themed_icon(icon: Icon, token: str = "text") -> QIcon:  # noqa: S107 - a colour's name
    """`icon` in the theme's colour `token` (a colour of `Theme`: `text`, `muted`, `on_accent`, ...)."""
    return QIcon(_SvgEngine(icon, token))
