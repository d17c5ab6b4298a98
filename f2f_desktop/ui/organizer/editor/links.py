"""Tracked links: a name and an address; scripts name them by a merge field."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from f2f_desktop.campaign.checklist import is_web_address
from f2f_desktop.campaign.links import TrackedLink, new_link_id
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.editor.editing import Editing
from f2f_desktop.ui.organizer.editor.section import Section
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.widgets import Button, IconButton, Label, TextStyle


class LinkRow(QWidget):
    """One link under edit."""

    def __init__(self, link: TrackedLink, put: Callable[[TrackedLink], None]) -> None:
        super().__init__()
        self.link, self._put = link, put
        self.name = QLineEdit(link.name)
        self.name.setPlaceholderText(self.tr("Name, such as: Plan"))
        self.name.setAccessibleName(self.tr("Name of the link"))
        self.url = QLineEdit(link.url)
        self.url.setPlaceholderText("https://example.org/…")
        self.url.setAccessibleName(self.tr("Address"))
        self.remove = IconButton(Icon.TRASH, self.tr("Remove this link"))
        self.note = Label("", TextStyle.SMALL, muted=True)
        row = QHBoxLayout()
        row.setSpacing(em(self.font(), 0.5))
        row.addWidget(self.name, 1)
        row.addWidget(self.url, 2)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.2))
        column.addLayout(row)
        column.addWidget(self.note)
        self.name.textEdited.connect(lambda text: self._change(name=text))
        self.url.textEdited.connect(lambda text: self._change(url=text.strip()))
        self._say()

    def _change(self, **values: str) -> None:
        self.link = msgspec.structs.replace(self.link, **values)
        self._put(self.link)
        self._say()

    def _say(self) -> None:
        if self.link.url and not is_web_address(self.link.url):
            self.note.set_tone(Tone.WARNING)
            self.note.setText(self.tr("The address must begin with https:// and hold no blanks."))
        elif self.link.name.strip():
            self.note.set_tone(None, muted=True)
            words = self.tr("In scripts: {field}")
            self.note.setText(words.format(field="{{" + self.link.field + "}}"))
        else:
            self.note.setText("")


class LinksSection(Section):
    """The tracked links of the action."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(
            "links",
            self.tr("Tracked links"),
            self.tr(
                "Optional. Each message gets a short address of its own, so that you see how many links were followed."
            ),
            editing,
            parent,
        )
        self.rows: list[LinkRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(em(self.font(), 0.5))
        self.add = Button(self.tr("Add a link"))
        self.column.addLayout(self._rows)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self.add_link)
        self.show_links()

    def show_links(self) -> None:
        """Builds a row for each link."""
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [LinkRow(each, self._put) for each in self.editing.action.links]
        for at, row in enumerate(self.rows):
            self._rows.addWidget(row)
            row.remove.clicked.connect(lambda _=False, at=at: self.remove_link(at))

    def add_link(self) -> None:
        """A new one, last."""
        fresh = TrackedLink(new_link_id(), "", "")
        self.editing.change(links=(*self.editing.action.links, fresh))
        self.show_links()
        self.rows[-1].name.setFocus()

    def remove_link(self, at: int) -> None:
        """Takes one away."""
        links = list(self.editing.action.links)
        del links[at]
        self.editing.change(links=tuple(links))
        self.show_links()
        self.add.setFocus()

    def _put(self, link: TrackedLink) -> None:
        self.editing.change(
            links=tuple(link if each.id == link.id else each for each in self.editing.action.links)
        )
