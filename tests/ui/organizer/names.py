"""What a screen reader is told of the controls on the screen."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QScrollArea, QTabBar, QTabWidget, QWidget


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a control: its accessible name, its text, or the label whose buddy it is."""
    interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    name = str(interface.text(QAccessible.Text.Name)).strip() if interface is not None else ""
    if isinstance(widget, QComboBox):
        # On Linux, Qt says what is chosen in place of the name.
        return widget.accessibleName()
    return name


def controls(page: QWidget) -> Iterator[QWidget]:
    """Everything on a page that the keyboard can reach, and that is seen."""
    for widget in (page, *page.findChildren(QWidget)):
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if widget.focusProxy() is not None or isinstance(widget, QScrollArea | QTabWidget):
            continue  # the keyboard goes on to what is in it
        if isinstance(widget, QTabBar) and all(widget.tabText(at) for at in range(widget.count())):
            continue  # it is called by its chosen tab
        if isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox):
            continue  # the field inside, which speaks for the whole
        yield widget


def nameless(page: QWidget) -> list[str]:
    """The controls on a page that a screen reader has no name for, each with the way to it."""
    return [_way_to(widget, page) for widget in controls(page) if not spoken_name(widget)]


def _way_to(widget: QWidget | None, page: QWidget) -> str:
    way: list[str] = []
    while widget is not None and widget is not page:
        way.append(type(widget).__name__)
        widget = widget.parentWidget()
    return " in ".join(way)
