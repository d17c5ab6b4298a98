"""Where something may lie over a page without hiding what can be pressed there."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QWidget

CONTROLS = QAbstractButton | QLineEdit | QComboBox
SURFACES = QAbstractItemView | QPlainTextEdit
"""What is large, scrolls, and can be used where it still shows: how much of it is hidden makes no difference."""


STEP = 8
"""Pixels between two places of a list where a row is looked for."""


class Place(NamedTuple):
    """Where something may lie."""

    rect: QRect
    hides: int
    """How much it hides: points of controls, and one more for each surface; 0 for nothing."""


class Taken(NamedTuple):
    """A part of the page that somebody may want to press."""

    rect: QRect
    surface: bool = False
    """Whether it is large and scrolls."""


def taken_places(host: QWidget, but: QWidget) -> list[Taken]:
    """What of `host` can be pressed just now, in its coordinates; nothing that belongs to `but`."""
    return list(_taken(host, but))


def _taken(host: QWidget, but: QWidget) -> Iterator[Taken]:
    for widget in host.findChildren(QWidget):
        if not isinstance(widget, CONTROLS | SURFACES) or but.isAncestorOf(widget):
            continue
        if not widget.isEnabled() or not widget.isVisibleTo(host):
            continue
        rect = QRect(widget.mapTo(host, QPoint(0, 0)), widget.size())
        if isinstance(widget, QAbstractItemView):
            rect.setHeight(_filled(widget))
        part: QWidget | None = widget.parentWidget()
        while part is not None and part is not host:
            # What is scrolled out of sight cannot be pressed.
            rect = rect.intersected(QRect(part.mapTo(host, QPoint(0, 0)), part.size()))
            part = part.parentWidget()
        if not rect.isEmpty():
            yield Taken(rect, isinstance(widget, SURFACES))


def _filled(view: QAbstractItemView) -> int:
    """The height of the part of a list or a table that has rows in it, with its header."""
    viewport = view.viewport()
    empty = 0
    while empty < viewport.height() and not view.indexAt(QPoint(STEP, viewport.height() - 1 - empty)).isValid():
        empty += STEP
    # A row was met somewhere within the last step.
    return view.height() - max(0, min(empty, viewport.height()) - STEP)


def free_place(size: QSize, area: QRect, taken: Sequence[Taken], step: int) -> Place:
    """The lowest place in `area` for something of this size that hides nothing of `taken`, rather in the middle than
    at a side; else the place where it hides least. `step` is how finely places are tried, in pixels."""
    lefts = dict.fromkeys(
        (
            area.left() + (area.width() - size.width()) // 2,
            area.left(),
            area.right() + 1 - size.width(),
        )
    )
    lowest = area.bottom() + 1 - size.height()
    best: Place | None = None
    for top in range(lowest, area.top() - 1, -max(1, step)):
        for left in lefts:
            place = QRect(QPoint(left, top), size)
            hidden = 0
            for each in taken:
                common = each.rect.intersected(place)
                if not common.isEmpty():
                    hidden += 1 if each.surface else 1 + common.width() * common.height()
            if best is None or hidden < best.hides:
                best = Place(place, hidden)
            if not hidden:
                return best
    return best or Place(QRect(QPoint(next(iter(lefts)), lowest), size), 0)
