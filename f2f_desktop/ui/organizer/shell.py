"""The organizer's workspace: a side bar, and the place that was chosen in it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon, themed_icon
from f2f_desktop.ui.organizer.place import Place, PlaceWidget
from f2f_desktop.ui.organizer.places import places
from f2f_desktop.ui.organizer.results.recurring import Recurring, RecurringDialog
from f2f_desktop.ui.reading_order import follow_reading_order
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Button


class OrganizerPage(QWidget):
    """The organizer's page of the window. A place is made when it is first shown.

    Attributes:
        side_bar: the list of places.
        recurring: the export to a folder, which goes on whatever place is shown.

    Signals:
        own_contacts_wanted(): the organizer wants to talk to friends, as a volunteer does.
        preview_wanted(action, content): an action is to be shown as a volunteer sees it.
    """

    own_contacts_wanted = Signal()
    preview_wanted = Signal(object, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._places: dict[str, Place] = {place.name: place for place in places()}
        self._made: dict[str, PlaceWidget] = {}
        self._stack = QStackedWidget()
        self.recurring = Recurring(desk, self)
        self.recurring.begin()
        self.side_bar = QListWidget()
        self.side_bar.setFrameShape(QFrame.Shape.NoFrame)
        self.side_bar.setAccessibleName(self.tr("Places"))
        self.side_bar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side_bar.setProperty("role", "places")
        for number, place in enumerate(self._places.values(), 1):
            item = QListWidgetItem(themed_icon(place.icon), place.words)
            item.setData(Qt.ItemDataRole.UserRole, place.name)
            self.side_bar.addItem(item)
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda row=number - 1: self.side_bar.setCurrentRow(row))
        self.own_contacts = Button(self.tr("My own contacts"), Icon.PEOPLE)
        self.own_contacts.clicked.connect(self.own_contacts_wanted)
        side = QVBoxLayout()
        side.addWidget(self.side_bar, 1)
        side.addWidget(self.own_contacts)
        row = QHBoxLayout(self)
        row.addLayout(side)
        row.addWidget(self._stack, 1)
        self.side_bar.currentItemChanged.connect(self._chosen)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        # By the font itself: what widgets want follows it only after the style sheet has.
        words = [*(place.words for place in self._places.values()), self.own_contacts.text()]
        widest = max(QFontMetricsF(self.font()).horizontalAdvance(each) for each in words)
        width = int(widest) + em(self.font(), 4.6)
        self.side_bar.setFixedWidth(width)
        self.own_contacts.setFixedWidth(width)
        side = em(self.font(), 1.15)
        self.side_bar.setIconSize(QSize(side, side))
        for number in range(self.side_bar.count()):
            # Said and not measured: rows that are laid out before the style sheet is known overlap.
            self.side_bar.item(number).setSizeHint(QSize(width, em(self.font(), 2.3)))

    def focusNextPrevChild(self, forward: bool) -> bool:
        # What a place shows comes and goes; Qt would put what came last behind everything else.
        follow_reading_order(self)
        return super().focusNextPrevChild(forward)

    @property
    def places(self) -> list[str]:
        """The names of the places, in the order of the side bar."""
        return list(self._places)

    @property
    def current(self) -> str:
        """The name of the place on the screen; empty if there is none."""
        shown = self._stack.currentWidget()
        return next((name for name, widget in self._made.items() if widget is shown), "")

    def place(self, name: str) -> PlaceWidget:
        """The widget of a place, made now if need be."""
        if name not in self._made:
            made = self._made[name] = self._places[name].make(self._desk)
            made.results_wanted.connect(self._show_results)
            made.preview_wanted.connect(self.preview_wanted)
            made.recurring_export_wanted.connect(self.set_recurring_export)
            self._stack.addWidget(made)
        return self._made[name]

    def show_place(self, name: str) -> None:
        """Shows a place with what is true now."""
        self.side_bar.setCurrentRow(list(self._places).index(name))

    def set_recurring_export(self) -> None:
        """Opens the setting of the export to a folder."""
        dialog = RecurringDialog(self.recurring, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def refresh(self) -> None:
        """Reads again what is on the screen; shows the first place if there is none."""
        self.side_bar.setFocus(Qt.FocusReason.OtherFocusReason)
        shown = self._stack.currentWidget()
        if isinstance(shown, PlaceWidget):
            shown.refresh()
        elif self.side_bar.count():
            self.side_bar.setCurrentRow(0)

    def follow(self, what: frozenset[str]) -> None:
        """Something changed: the places that are made hear of it."""
        for widget in self._made.values():
            widget.follow(what)

    def flush(self) -> None:
        """Saves what was typed and is not saved yet."""
        for widget in self._made.values():
            widget.flush()

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        widget = self.place(item.data(Qt.ItemDataRole.UserRole))
        self._stack.setCurrentWidget(widget)
        widget.refresh()

    def _show_results(self, action_id: str) -> None:
        if "results" in self._places:
            self.show_place("results")
            self.place("results").open_action(action_id)
