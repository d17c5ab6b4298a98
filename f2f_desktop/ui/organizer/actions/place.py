"""The place "Actions"."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.organizer.actions.list_page import ActionListPage
from f2f_desktop.ui.organizer.editor.page import EditorPage
from f2f_desktop.ui.organizer.place import PlaceWidget


class ActionsPlace(PlaceWidget):
    """The list of actions; an action that is edited lies over it.

    Attributes:
        list: the list.
        editor: the editor that is open, or None.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.list = ActionListPage(desk)
        self.editor: EditorPage | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.list.edit_wanted.connect(self.open_action)
        self.list.results_wanted.connect(self.results_wanted)

    def refresh(self) -> None:
        if self.editor is None:
            self.list.refresh()
        else:
            self.editor.read_again()

    def follow(self, what: frozenset[str]) -> None:
        if self.editor is not None:
            self.editor.follow(what)
        elif "actions" in what:
            self.list.read_actions()

    def flush(self) -> None:
        if self.editor is not None:
            self.editor.flush()

    def open_action(self, action_id: str) -> None:
        authoring = self._desk.services.authoring

        def read() -> tuple[CampaignContent, Action]:
            return authoring.draft(), authoring.action(ActionId(action_id))

        self._desk.jobs.on_vault(read, success=lambda found: self._open(*found), initiator=self)

    def close_editor(self) -> None:
        """Saves, and goes back to the list."""
        editor, self.editor = self.editor, None
        if editor is not None:
            editor.flush()
            self._stack.setCurrentWidget(self.list)
            self._stack.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
        self.list.refresh()
        self.list.tree.setFocus()

    def _open(self, content: CampaignContent, action: Action) -> None:
        if self.editor is not None:
            self.close_editor()
        self.editor = EditorPage(self._desk, content, action)
        self.editor.back_wanted.connect(self.close_editor)
        self.editor.preview_wanted.connect(self.preview_wanted)
        self._stack.addWidget(self.editor)
        self._stack.setCurrentWidget(self.editor)
        self.editor.begin()
