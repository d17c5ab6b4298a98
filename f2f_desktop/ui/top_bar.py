"""The bar over every page: whose campaign, how things stand, and what is possible at any time."""

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.sync_words import Status
from f2f_desktop.ui.theme import current_theme, em
from f2f_desktop.ui.widgets import Button, IconButton, Label, StatusIndicator, TextStyle
from f2f_desktop.workspace import Waiting


class TopBar(QFrame):
    """Brand, campaign, status, and buttons. Locked, it shows only what needs no vault.

    Signals:
        status_pressed(), export_pressed(), theme_pressed(), lock_pressed(), help_pressed(): what they say.
    """

    status_pressed = Signal()
    export_pressed = Signal()
    theme_pressed = Signal()
    lock_pressed = Signal()
    help_pressed = Signal()

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        brand = Label(self.tr("Friend to Friend"), TextStyle.HEADING, wraps=False)
        brand.setMinimumWidth(brand.sizeHint().width())
        self._brand = brand
        self._campaign = Label("", muted=True, wraps=False)
        self.status = StatusIndicator()
        self._export_text = self.tr("Export")
        self.export = Button(self._export_text, Icon.EXPORT)
        self.export.setAccessibleName(self.tr("Export waiting reports to a file"))
        self.export.setToolTip(self.tr("Write what waits to a signed file (Ctrl+E)"))
        self.theme = IconButton(Icon.MOON, self.tr("Dark colors"))
        self.lock = IconButton(Icon.LOCK, self.tr("Lock (Ctrl+L)"))
        self.help = IconButton(Icon.HELP, self.tr("Help (F1)"))
        self.more = IconButton(Icon.SETTINGS, self.tr("Settings and files"))
        self._menu = menu
        self.more.clicked.connect(self._open_menu)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(
            em(self.font(), 1.0), em(self.font(), 0.5), em(self.font(), 1.0), em(self.font(), 0.3)
        )
        row.setSpacing(em(self.font(), 0.5))
        row.addWidget(brand)
        row.addWidget(self._campaign, 1)
        for widget in (self.status, self.export, self.theme, self.lock, self.help, self.more):
            row.addWidget(widget)
        self.status.clicked.connect(self.status_pressed)
        self.export.clicked.connect(self.export_pressed)
        self.theme.clicked.connect(self.theme_pressed)
        self.lock.clicked.connect(self.lock_pressed)
        self.help.clicked.connect(self.help_pressed)
        self.follow_theme()
        self.show_locked()

    def show_locked(self) -> None:
        """Shows nothing of what is in the vault."""
        self._campaign.setText("")
        for widget in (self.status, self.export, self.lock, self.help):
            widget.hide()
        self._fit()

    def show_unlocked(self, campaign: str, waiting: Waiting) -> None:
        """Shows the campaign, and offers to export what waits."""
        self._campaign.setText(campaign)
        self._campaign.setToolTip(campaign)
        for widget in (self.status, self.export, self.lock, self.help):
            widget.show()
        self.export.setEnabled(waiting.events > 0)
        self._fit()

    def show_status(self, status: Status, details: str) -> None:
        """Shows how things stand with the hub; `details` is for whoever points at it."""
        if (self.status.text(), self.status.toolTip()) != (status.text, details):
            self.status.set_status(status.text, status.icon, status.tone)
            self.status.setToolTip(details)
            self.status.setAccessibleDescription(details)
            self._fit()

    def follow_theme(self) -> None:
        """Offers the other theme."""
        dark = current_theme().dark
        self.theme.set_icon(Icon.SUN if dark else Icon.MOON)
        self.theme.set_name(self.tr("Light colors") if dark else self.tr("Dark colors"))
        self._brand.setMinimumWidth(self._brand.sizeHint().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Where not everything has room, a word of the button goes first, then our own name; the status stays."""
        self.export.setText(self._export_text)
        self._brand.show()
        if self._wanted() > self.width():
            self.export.setText("")
        if self._wanted() > self.width() and self._campaign.text():
            self._brand.hide()

    def _wanted(self) -> int:
        margins = self._row.contentsMargins()
        items = (self._row.itemAt(at) for at in range(self._row.count()))
        widgets = (item.widget() for item in items if item is not None)
        shown = [widget for widget in widgets if widget is not None and not widget.isHidden()]
        gaps = self._row.spacing() * (len(shown) - 1)
        return sum(widget.sizeHint().width() for widget in shown) + gaps + margins.left() + margins.right()

    def _open_menu(self) -> None:
        corner = self.more.mapToGlobal(self.more.rect().bottomRight())
        self._menu.popup(corner - QPoint(self._menu.sizeHint().width(), 0))
