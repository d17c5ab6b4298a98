"""Buttons by what they mean: the one main step, another step, a quiet one, a dangerous one, an icon, the star."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from f2f_desktop.ui.icons import Icon, paint_icon, themed_icon
from f2f_desktop.ui.theme import current_theme, em
from f2f_desktop.ui.widgets.painting import focus_ring, rounded


class Button(QPushButton):
    """A button of the second rank: a step beside the main one."""

    ROLE = "secondary"
    ICON_TOKEN = "text"  # noqa: S105 - a colour's name
    ICON_GAP = 0.25
    """Line heights of nothing between icon and text, beside the little that Fusion leaves."""

    def __init__(
        self, text: str, icon: Icon | None = None, *, shortcut: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("role", self.ROLE)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if icon:
            self.set_icon(icon)
        if shortcut:
            self.setShortcut(QKeySequence(shortcut))

    def set_icon(self, icon: Icon) -> None:
        """Puts an icon in the colour of the button's text before the text."""
        self.setIcon(themed_icon(icon, self.ICON_TOKEN))

    def sizeHint(self) -> QSize:
        # The icon grows with the text, whatever size Fusion would give it.
        side = em(self.font(), 1.05)
        wanted = QSize(side + em(self.font(), self.ICON_GAP), side) if self.text() else QSize(side, side)
        if self.iconSize() != wanted:
            self.setIconSize(wanted)
        return super().sizeHint()


class _FilledButton(Button):
    """A button on a ground of its own: a ring around it would drown in it, so the ring is inside."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            ink = str(getattr(current_theme(), self.ICON_TOKEN))
            rounded(QPainter(self), ring, em(self.font(), 0.45), None, ink, 2.0)


class PrimaryButton(_FilledButton):
    """The main step of a screen; there is one."""

    ROLE = "primary"
    ICON_TOKEN = "on_accent"  # noqa: S105 - a colour's name


class QuietButton(Button):
    """A step that is there when looked for: text in the link colour, no ground."""

    ROLE = "quiet"
    ICON_TOKEN = "link"  # noqa: S105 - a colour's name


class DangerButton(_FilledButton):
    """A step that takes something away."""

    ROLE = "danger"
    ICON_TOKEN = "on_danger"  # noqa: S105 - a colour's name


class IconButton(Button):
    """An icon alone. `name` is what screen readers say and the tooltip shows."""

    ROLE = "icon"

    def __init__(self, icon: Icon, name: str, *, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", icon, shortcut=shortcut, parent=parent)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Names the button for screen readers and in its tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(name)


class StarButton(QPushButton):
    """A star that is on or off: filled or in outline, and said so.

    `name` is what the star stands for, such as "Suggested by the campaign".
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = max(26, em(self.font(), 1.8))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current_theme()
        rect = QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            rounded(painter, rect, rect.height() / 4, theme.hover)
        paint_star(painter, rect, em(self.font(), 1.2), filled=self.isChecked(), empty_line=theme.muted)
        if self.hasFocus():
            focus_ring(painter, rect, rect.height() / 4, theme)


def paint_star(painter: QPainter, rect: QRectF, side: float, *, filled: bool, empty_line: str = "") -> None:
    """A star of `side` pixels in the middle of `rect`: gold with an outline, or the outline alone."""
    theme = current_theme()
    place = QRectF(0, 0, side, side)
    place.moveCenter(rect.center())
    if filled:
        paint_icon(painter, Icon.STAR, place, theme.star)
        paint_icon(painter, Icon.STAR_OUTLINE, place, theme.star_line)
    else:
        paint_icon(painter, Icon.STAR_OUTLINE, place, empty_line or theme.star_empty)
