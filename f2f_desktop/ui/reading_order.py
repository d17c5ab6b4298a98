"""The order of the Tab key: that in which a page is read, whatever was built when."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """The controls in a widget that are seen, as its layouts place them: down a column, along a row."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea):
        if (content := widget.widget()) is not None:
            yield from in_reading_order(content)
    elif isinstance(widget, QStackedWidget):
        if (shown := widget.currentWidget()) is not None:
            yield from in_reading_order(shown)
    elif (layout := widget.layout()) is not None:
        yield from _of_layout(layout)


def follow_reading_order(page: QWidget) -> None:
    """Lets Tab go through a page as it is read now. Qt's own order is that in which things were made."""
    order = list(in_reading_order(page))
    for before, after in pairwise(order):
        QWidget.setTabOrder(before, after)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None and not widget.isHidden():
            yield from in_reading_order(widget)
        elif inner is not None:
            yield from _of_layout(inner)
