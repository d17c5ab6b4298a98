"""A script with its merge fields: put in from a menu, checked while typing, with the length that it comes to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from f2f_desktop.campaign.checklist import STANDARD_FIELDS, faults_of
from f2f_desktop.ui.organizer.editor.editing import Editing
from f2f_desktop.ui.organizer.wording import Wording
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Label, QuietButton, ScriptEditor, TextStyle


class ScriptField(QWidget):
    """A script under edit.

    Signals:
        edited(str): the text as it is now.
    """

    edited = Signal(str)

    def __init__(
        self, name: str, text: str, editing: Editing, *, counts_messages: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._wording = Wording(self)
        self.editor = ScriptEditor(name, counts_messages=counts_messages, filled=editing.filled)
        self.editor.set_text(text)
        self.insert = QuietButton(self.tr("Insert a field"))
        self.insert.setAccessibleDescription(name)
        self.menu = QMenu(self.insert)
        self.insert.setMenu(self.menu)
        self.faults = Label("", TextStyle.SMALL, tone=Tone.WARNING)
        top = QHBoxLayout()
        label = Label(name, muted=True)
        label.setBuddy(self.editor.field)
        top.addWidget(label, 1)
        top.addWidget(self.insert)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.25))
        column.addLayout(top)
        column.addWidget(self.editor)
        column.addWidget(self.faults)
        self.setFocusProxy(self.editor)
        self.editor.edited.connect(self.edited)
        self.editor.edited.connect(lambda _text: self.check())
        self.menu.aboutToShow.connect(self.offer)
        editing.changed.connect(self.check)
        self.check()

    def offer(self) -> None:
        """Fills the menu with every field that there is now."""
        self.menu.clear()
        known = self._editing.fields()
        own = [name for name in known if name not in STANDARD_FIELDS]
        for name in known:
            if name in STANDARD_FIELDS:
                self._offer(name, self._wording.merge_field(name))
        if own:
            self.menu.addSeparator()
        for name in own:
            self._offer(name, name)

    def put_in(self, name: str) -> None:
        """Puts a field in at the cursor."""
        self.editor.field.insertPlainText("{{" + name + "}}")
        self.editor.setFocus()

    def check(self) -> None:
        """Says what is wrong with the fields of the text."""
        found = faults_of(self.editor.text(), self._editing.fields())
        self.faults.setText("\n".join(self._wording.lack(each) for each in found))
        self.faults.setVisible(bool(found))

    def _offer(self, name: str, words: str) -> None:
        entry = self.menu.addAction(f"{words}   {{{{{name}}}}}")
        entry.triggered.connect(lambda _=False: self.put_in(name))
