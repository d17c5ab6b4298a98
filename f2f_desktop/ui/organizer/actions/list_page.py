"""The list of actions: folders, search, status, engagement, and what can be done with the chosen one."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QStackedWidget, QVBoxLayout, QWidget

from f2f_desktop.campaign.action import Action, ActionStatus
from f2f_desktop.organizer.authoring import ActionRow
from f2f_desktop.protocol.results import ActionFigures
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.organizer.actions.tree import ActionTree
from f2f_desktop.ui.organizer.ages import age_words
from f2f_desktop.ui.organizer.unpublished import UnpublishedBanner
from f2f_desktop.ui.organizer.wording import Wording
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.widgets import (
    Button,
    EmptyState,
    FlowBox,
    Label,
    PrimaryButton,
    SearchField,
    TextStyle,
    Toast,
)
from f2f_desktop.workspace import AsOf

ACTIONS = frozenset({"actions"})


class ActionListPage(QWidget):
    """Every action of the campaign.

    Signals:
        edit_wanted(str): the action with this id is to be edited.
        results_wanted(str): its results are to be shown.
    """

    edit_wanted = Signal(str)
    results_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wording = Wording(self)
        self._undo: Action | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._judge()

    def _build(self) -> None:
        self.search = SearchField(self.tr("Search actions"))
        self.create_button = PrimaryButton(self.tr("+ Create new"))
        menu = QMenu(self.create_button)
        self.friend_to_friend = menu.addAction(self.tr("Friend to Friend"))
        self.create_button.setMenu(menu)
        self.unpublished = UnpublishedBanner(self._desk)
        self.tree = ActionTree()
        self.empty = EmptyState(
            Icon.FLAG,
            self.tr("No actions yet"),
            self.tr("An action is what volunteers do: whom to talk to, what to say, what to report."),
            action=self.tr("Create the first one"),
        )
        self._middle = QStackedWidget()
        self._middle.addWidget(self.empty)
        self._middle.addWidget(self.tree)
        self.edit = Button(self.tr("Edit"), Icon.EDIT)
        self.results = Button(self.tr("View results"), Icon.INFO)
        self.copy = Button(self.tr("Copy"), Icon.COPY)
        self.move_button = Button(self.tr("Move to …"), Icon.FOLDER)
        self.move_menu = QMenu(self.move_button)
        self.move_button.setMenu(self.move_menu)
        self.close_button = Button(self.tr("Close"), Icon.BLOCK)
        self.delete = Button(self.tr("Delete draft"), Icon.TRASH)
        self.age = Label("", TextStyle.SMALL, muted=True)
        self.toast = Toast(self)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.create_button)
        buttons = FlowBox()
        buttons.add(self.edit, self.results, self.copy, self.move_button, self.close_button, self.delete)
        column = QVBoxLayout(self)
        column.setSpacing(em(self.font(), 0.6))
        column.addWidget(Label(self.tr("Actions"), TextStyle.TITLE))
        column.addLayout(top)
        column.addWidget(self.unpublished)
        column.addWidget(self._middle, 1)
        column.addWidget(self.age)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.search.searched.connect(self.tree.search)
        self.search.left_downwards.connect(self.tree.setFocus)
        self.friend_to_friend.triggered.connect(lambda _checked=False: self.create_action())
        self.empty.acted.connect(self.create_action)
        self.tree.opened.connect(self.edit_wanted)
        self.tree.moved.connect(self.move_to)
        self.tree.chosen_changed.connect(self._judge)
        self.edit.clicked.connect(lambda: self._with_current(self.edit_wanted.emit))
        self.results.clicked.connect(lambda: self._with_current(self.results_wanted.emit))
        self.copy.clicked.connect(self.copy_current)
        self.move_menu.aboutToShow.connect(self._offer_folders)
        self.close_button.clicked.connect(self.close_or_reopen)
        self.delete.clicked.connect(self.delete_current)
        self.toast.undone.connect(self._undo_delete)
        self.unpublished.published.connect(self._published)
        for key, act in {
            "Ctrl+N": self.create_action,
            "Ctrl+D": self.copy_current,
            "Ctrl+M": self.move_button.showMenu,
            "Ctrl+F": self.search.setFocus,
        }.items():
            # While the list is seen, even if the keyboard is in the side bar still.
            QShortcut(QKeySequence(key), self).activated.connect(act)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.tree)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete_current)

    # What is shown

    def refresh(self) -> None:
        """Reads the actions, and asks the hub how far volunteers are."""
        self.read_actions()
        self._desk.jobs.in_background(
            self._desk.services.organizing.overviews,
            success=self._show_figures,
            failure=self._no_figures,
            initiator=self,
            with_progress=False,
        )

    def read_actions(self) -> None:
        """Reads the actions again."""
        authoring = self._desk.services.authoring
        self._desk.jobs.on_vault(
            lambda: (authoring.actions(), authoring.unpublished()), success=self._show, initiator=self
        )

    def _show(self, found: tuple[list[ActionRow], int]) -> None:
        rows, unpublished = found
        self.tree.show_rows(rows)
        self._middle.setCurrentWidget(self.tree if rows else self.empty)
        self.unpublished.show_count(unpublished)
        self._judge()

    def _show_figures(self, found: AsOf[list[ActionFigures]]) -> None:
        self.tree.show_figures({each.action: each for each in found.value})
        self.age.setText(age_words(found, QLocale()))

    def _no_figures(self, _error: Exception) -> None:
        self.age.setText(self.tr("User engagement is shown once the campaign's hub has been reached."))

    def _judge(self) -> None:
        row = self.tree.current_row()
        for button in (self.edit, self.copy, self.move_button):
            button.setEnabled(row is not None)
        self.results.setEnabled(row is not None and row.published)
        closed = row is not None and row.action.status is ActionStatus.CLOSED
        self.close_button.setEnabled(row is not None and (row.published or closed))
        self.close_button.setText(self.tr("Reopen") if closed else self.tr("Close"))
        self.delete.setEnabled(row is not None and row.changed)
        self.delete.setText(
            self.tr("Discard changes") if row is not None and row.published else self.tr("Delete draft")
        )

    # What is done

    def create_action(self) -> None:
        """A new draft, in the folder that is chosen, opened for editing."""
        row = self.tree.current_row()
        self._desk.jobs.on_vault(
            self._desk.services.authoring.new_action,
            row.action.folder if row is not None else "",
            success=lambda action: self.edit_wanted.emit(action.id),
            changes=ACTIONS,
            initiator=self,
        )

    def copy_current(self) -> None:
        """A copy of the chosen action, as a draft."""
        row = self.tree.current_row()
        if row is None:
            return
        title = self.tr("{title} (copy)").format(title=self._wording.title(row.action.title))
        self._desk.jobs.on_vault(
            self._desk.services.authoring.copy,
            row.action.id,
            title,
            success=self._copied,
            changes=ACTIONS,
            initiator=self,
        )

    def _copied(self, action: Action) -> None:
        self._tell(self.tr("“{title}” was made, as a draft.").format(title=action.title))
        self._read_and_choose(action.id)

    def move_to(self, action_id: str, folder: str) -> None:
        """Puts an action into a folder."""
        self._desk.jobs.on_vault(
            self._desk.services.authoring.move,
            action_id,
            folder,
            success=lambda _: self._read_and_choose(action_id),
            changes=ACTIONS,
            initiator=self,
        )

    def close_or_reopen(self) -> None:
        """Closes the chosen action, or opens it again, with the next publication."""
        row = self.tree.current_row()
        if row is None:
            return
        closing = row.action.status is not ActionStatus.CLOSED
        status = ActionStatus.CLOSED if closing else ActionStatus.PUBLISHED
        words = (
            self.tr("“{title}” is closed with the next publication.")
            if closing
            else self.tr("“{title}” is open again with the next publication.")
        )
        title = self._wording.title(row.action.title)
        self._desk.jobs.on_vault(
            self._desk.services.authoring.set_status,
            row.action.id,
            status,
            success=lambda _: self._told_and_read(words.format(title=title), row.action.id),
            changes=ACTIONS,
            initiator=self,
        )

    def delete_current(self) -> None:
        """Throws the draft away; undone by the toast."""
        row = self.tree.current_row()
        if row is not None and row.changed:
            self._desk.jobs.on_vault(
                self._desk.services.authoring.delete_draft,
                row.action.id,
                success=lambda action: self._deleted(action, row),
                changes=ACTIONS,
                initiator=self,
            )

    def _deleted(self, action: Action, row: ActionRow) -> None:
        self._undo = action
        words = (
            self.tr("The changes of “{title}” were discarded.")
            if row.published
            else self.tr("The draft “{title}” was deleted.")
        )
        self.toast.show_message(words.format(title=self._wording.title(action.title)), undoable=True)
        self.read_actions()

    def _undo_delete(self) -> None:
        action, self._undo = self._undo, None
        if action is not None:
            self._desk.jobs.on_vault(
                self._desk.services.authoring.save,
                action,
                success=lambda kept: self._read_and_choose(kept.id),
                changes=ACTIONS,
                initiator=self,
            )

    def _offer_folders(self) -> None:
        self.move_menu.clear()
        row = self.tree.current_row()
        if row is None:
            return
        choices = [("", self.tr("(no folder)")), *((folder, folder) for folder in self.tree.folders())]
        for folder, words in choices:
            entry = self.move_menu.addAction(words)
            entry.setEnabled(folder != row.action.folder)
            entry.triggered.connect(lambda _=False, to=folder: self.move_to(row.action.id, to))
        self.move_menu.addSeparator()
        self.move_menu.addAction(self.tr("New folder …")).triggered.connect(
            lambda: self._ask_for_folder(row.action.id)
        )

    def _ask_for_folder(self, action_id: str) -> None:
        name, chosen = QInputDialog.getText(
            self, self.tr("New folder"), self.tr("Name (a slash makes a folder in a folder):")
        )
        folder = "/".join(part.strip() for part in name.split("/") if part.strip())
        if chosen and folder:
            self.move_to(action_id, folder)

    def _published(self) -> None:
        self._tell(self.tr("Published: volunteers get it with their next synchronization."))
        self.read_actions()

    def _told_and_read(self, words: str, action_id: str) -> None:
        self._tell(words)
        self._read_and_choose(action_id)

    def _read_and_choose(self, action_id: str) -> None:
        self.read_actions()
        # The vault works in order: once this comes back, the rows are on the screen.
        self._desk.jobs.on_vault(
            self._desk.services.authoring.unpublished,
            success=lambda _: self.tree.choose(action_id),
            initiator=self,
        )

    def _with_current(self, call: object) -> None:
        row = self.tree.current_row()
        if row is not None and callable(call):
            call(row.action.id)

    def _tell(self, words: str) -> None:
        self.toast.show_message(words)
