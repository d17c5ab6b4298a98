"""A part of the editor."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from f2f_desktop.ui.organizer.editor.editing import Editing
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import Card, Label, TextStyle


class Section(Card):
    """A card with a heading, which changes a part of the action.

    Attributes:
        name: what the check list calls it in the code.
        title: its heading.
        editing: the action that it changes.

    Signals:
        structure_changed(): it was built anew, and may be of another height.
    """

    structure_changed = Signal()

    def __init__(self, name: str, title: str, hint: str, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.title, self.editing = name, title, editing
        self.setAccessibleName(title)
        self.column.addWidget(Label(title, TextStyle.HEADING))
        if hint:
            self.column.addWidget(Label(hint, muted=True))

    def focus_first(self) -> None:
        """Gives the keyboard to its first control."""
        for child in self.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(self) and child.isEnabled():
                child.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def labelled(self, text: str, widget: QWidget) -> QVBoxLayout:
        """A widget under its label, which names it for screen readers."""
        box = QVBoxLayout()
        box.setSpacing(em(self.font(), 0.25))
        label = Label(text, muted=True)
        label.setBuddy(widget)
        if not widget.accessibleName():
            widget.setAccessibleName(text)
        box.addWidget(label)
        box.addWidget(widget)
        return box
