"""What dialogs are made of: a column under a heading, rows of a form, buttons at the foot."""

from collections.abc import Iterable

from PySide6.QtWidgets import QAbstractSpinBox, QDialog, QFormLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets.labels import Label


def dialog_column(dialog: QDialog, pad: float = 1.0) -> QVBoxLayout:
    """The column that fills a dialog; `pad`, in widths of an M, is left free around it."""
    column = QVBoxLayout(dialog)
    space = em(dialog.font(), pad)
    column.setContentsMargins(space, space, space, space)
    column.setSpacing(em(dialog.font(), 0.7))
    return column


def form_of(rows: Iterable[tuple[str, QWidget] | tuple[str, QWidget, QLayout]], dialog: QWidget) -> QFormLayout:
    """A form with a row for each name and field; with a layout, this stands in the row and holds the field.

    The fields bear the names for screen readers, too.
    """
    form = QFormLayout()
    form.setSpacing(em(dialog.font(), 0.6))
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    for name, field, *around in rows:
        field.setAccessibleName(name)
        label = Label(name, wraps=False)
        label.setBuddy(field)
        label.setMinimumHeight(field.sizeHint().height())
        if around:
            form.addRow(label, around[0])
        else:
            form.addRow(label, field)
    return form


def inset(field: QAbstractSpinBox) -> None:
    """Keeps a number or a date off the edge of its field: a style sheet's padding does not reach the text of these."""
    field.lineEdit().setTextMargins(em(field.font(), 0.45), 0, 0, 0)


def button_row(*buttons: QWidget, before: QWidget | None = None) -> QHBoxLayout:
    """Buttons at the right end of a row; `before` takes the room before them."""
    row = QHBoxLayout()
    if before is None:
        row.addStretch(1)
    else:
        row.addWidget(before, 1)
    for button in buttons:
        row.addWidget(button)
    return row
