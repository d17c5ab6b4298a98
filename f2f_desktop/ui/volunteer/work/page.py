"""The working screen: wires the list, the conversation, the keys and the state behind them."""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QEvent, QMargins, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ActionId, ContactId, VoterId
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.help_overlay import HelpOverlay
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.voter_search import VoterSearchDialog
from f2f_desktop.ui.volunteer.work.contact_list import ContactList
from f2f_desktop.ui.volunteer.work.conversation_pane import ConversationPane
from f2f_desktop.ui.volunteer.work.handing_over import HandingOver
from f2f_desktop.ui.volunteer.work.keys import CHANNEL_KEYS, KeyWords, WorkKey, wire, wire_one
from f2f_desktop.ui.volunteer.work.news import NewsBanner
from f2f_desktop.ui.volunteer.work.opener import Opener
from f2f_desktop.ui.volunteer.work.reading import Opened, Reading
from f2f_desktop.ui.volunteer.work.sight import Sight
from f2f_desktop.ui.volunteer.work.turns import Turns
from f2f_desktop.ui.volunteer.work.working import Working
from f2f_desktop.ui.widgets import Button, IconButton, Label, TextStyle, Toast
from f2f_desktop.volunteer.reports import Worth
from f2f_desktop.volunteer.suggestions import ContactRow


def press(button: QAbstractButton) -> None:
    """Presses a button by its key: only where a mouse could."""
    if button.isVisible() and button.isEnabled():
        button.click()


class WorkPage(QWidget):
    """One action at work: contacts on the left, a conversation on the right; by turns where it is narrow.

    Signals:
        review_requested(str): the questions about matches are to be shown, beginning with this contact's, if any.
        end_shift_requested(): the volunteer is done for today.
        back_requested(): back to the actions.
    """

    review_requested = Signal(str)
    end_shift_requested = Signal()
    back_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, opener: Opener | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.working = Working(desk, self)
        self._next_after_save = False
        self._wanted: ContactId | None = None
        self._build()
        self.handing_over = HandingOver(
            self, self.working, self.pane.message, self.toast.show_message, opener=opener
        )
        self._lay_out()
        self._connect()
        self._wire_keys()

    def open_action(self, action_id: ActionId, channel: Channel | None = None) -> None:
        """Shows an action's contacts, on a channel."""
        self._wanted = None
        chosen = channel or (self.working.channel if action_id == self.working.action_id else Channel.TEXT)
        self._title.setText("")
        self.news.hide()
        self.contacts.set_channel(chosen)
        self.pane.show_nobody()
        self.sides.show_list()
        self.working.open(action_id, chosen)

    def open_contact(self, action_id: ActionId, contact_id: ContactId, channel: Channel | None = None) -> None:
        """Shows an action with this contact current, whatever the list was narrowed to."""
        self.open_action(action_id, channel)
        self._wanted = contact_id

    def refresh(self, what: frozenset[str]) -> None:
        """Something changed: shows it, without disturbing what is being written."""
        self.working.refresh(what)

    def flush(self) -> None:
        """Saves what was typed and is not saved yet."""
        self.working.flush()

    def show_help(self) -> None:
        """Shows the keys."""
        self.help.enter()

    @cached_property
    def help(self) -> HelpOverlay:
        """The keys, made when they are first asked for."""
        return HelpOverlay(self, self.tr("The keys of this page"), KeyWords().sections())

    # Building

    def _build(self) -> None:
        self._back = IconButton(Icon.CHEVRON_LEFT, self.tr("Back to the actions"))
        self._title = Label("", TextStyle.HEADING)
        self._title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._to_list = Button(self.tr("Contacts"), Icon.CHEVRON_LEFT)
        self._review = Button(self.tr("Review matches"), Icon.QUESTION)
        self._end = Button(self.tr("End shift"), Icon.CHECK)
        self._keys = IconButton(Icon.HELP, self.tr("Keys of this page"))
        self.contacts = ContactList()
        self.pane = ConversationPane()
        self.toast = Toast(self, over=self.contacts, above=self.pane.bar)
        self.news = NewsBanner()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(em(self.font(), 0.5))
        bar.addWidget(self._back)
        bar.addWidget(self._to_list)
        bar.addWidget(self._title, 1)
        bar.addWidget(self._review)
        bar.addWidget(self._end)
        bar.addWidget(self._keys)
        self.sides = Turns(self.contacts, self.pane)
        self._sight = Sight(self.sides, self.working, self._open_current)
        self._column = QVBoxLayout(self)
        self._column.addLayout(bar)
        self._column.addWidget(self.news)
        self.news.hide()
        self._column.addWidget(self.sides, 1)
        self._to_list.hide()
        self._pad()

    def _connect(self) -> None:
        working, contacts, message = self.working, self.contacts, self.pane.message
        self._back.clicked.connect(self.back_requested)
        self._to_list.clicked.connect(self._leave)
        self.sides.turned.connect(self._turned)
        self._review.clicked.connect(lambda: self.review_requested.emit(""))
        self._end.clicked.connect(self.end_shift_requested)
        self._keys.clicked.connect(self.show_help)
        working.opened.connect(self._opened)
        working.read.connect(self._read)
        working.row_read.connect(self._row_read)
        working.done.connect(self._done)
        working.undone.connect(self._undone)
        working.gone.connect(working.read_all)
        working.news.connect(self.news.tell)
        contacts.contact_chosen.connect(self._contact_chosen)
        contacts.channel_chosen.connect(self._channel_chosen)
        contacts.opened.connect(self._open_current)
        contacts.leave_pressed.connect(self.back_requested)
        message.edited.connect(self._message_edited)
        message.sent_pressed.connect(self._sent)
        message.not_sent_pressed.connect(self._not_sent)
        self.pane.report.edited.connect(self._answers_edited)
        self.pane.bar.save_pressed.connect(self._save)
        self.pane.bar.save_and_next_pressed.connect(partial(self._save, goes_on=True))
        self.pane.person.opt_out_pressed.connect(self._opt_out)
        self.pane.person.undo_opt_out_pressed.connect(
            lambda: working.undo_opt_out(self.tr("May be contacted again"))
        )
        self.pane.person.separate_pressed.connect(lambda: working.separate(self.tr("Made two people")))
        match = self.pane.match
        match.confirmed.connect(self._confirmed)
        match.rejected.connect(self._rejected)
        match.undone.connect(lambda: working.undo_decision(self.tr("Your word about the match was taken back")))
        match.find_pressed.connect(self._look_up)
        match.review_pressed.connect(lambda: self.review_requested.emit(working.contact_id or ""))
        self.pane.history.undo_pressed.connect(
            lambda event_id: working.unsend(event_id, self.tr("Not counted as sent any more"))
        )
        self.toast.undone.connect(working.undo)
        self.toast.covers.connect(contacts.make_room)

    def _wire_keys(self) -> None:
        contacts, pane, message, report = self.contacts, self.pane, self.pane.message, self.pane.report
        sight = self._sight
        actions: dict[WorkKey, Callable[[], object]] = {
            WorkKey.NEXT: lambda: contacts.step(1),
            WorkKey.PREVIOUS: lambda: contacts.step(-1),
            WorkKey.SEARCH: self._search,
            WorkKey.STARRED: partial(press, contacts.starred),
            WorkKey.FILTERS: self._filters,
            WorkKey.UNDO: self._undo,
            WorkKey.LEAVE: self._leave,
            WorkKey.HELP: self.show_help,
        }
        fields: dict[WorkKey, Callable[[], object]] = {
            WorkKey.EDIT: message.focus_editor,
            WorkKey.TAGS: report.focus_tags,
            WorkKey.FIELDS: report.focus_questions,
            WorkKey.NOTE: report.focus_note,
        }
        looks: dict[WorkKey, Callable[[], object]] = {
            WorkKey.COPY: partial(press, message.copy),
            WorkKey.BIG_CODE: self.handing_over.show_large_code,
            WorkKey.OTHER_CODE: message.code.show_other,
            WorkKey.POINT: message.next_point,
            WorkKey.FIRST_MESSAGE: message.choose_first,
            WorkKey.CHOOSE: pane.match.toggle_candidates,
            WorkKey.FIND: partial(press, pane.match.finder),
            WorkKey.WHY: pane.match.toggle_why,
            WorkKey.HISTORY: pane.history.toggle,
        }
        steps: dict[WorkKey, Callable[[], object]] = {
            WorkKey.LAUNCH: partial(press, message.open),
            WorkKey.SENT: partial(press, message.sent),
            WorkKey.NOT_SENT: partial(press, message.not_sent),
            WorkKey.SAVE: partial(self._save, by_key=True),
            WorkKey.SAVE_NEXT: partial(self._save, by_key=True, goes_on=True),
            WorkKey.CONFIRM: pane.match.press_confirm,
            WorkKey.REJECT: pane.match.press_reject,
            WorkKey.OPT_OUT: partial(press, pane.person.opt_out),
        }
        wire(self, actions)
        wire(self, {key: partial(sight.once_read, act) for key, act in fields.items()})
        wire(self, {key: partial(sight.in_sight, act) for key, act in looks.items()})
        wire(self, {key: partial(sight.once_seen, act) for key, act in steps.items()})
        for key, channel in zip(CHANNEL_KEYS, Channel, strict=True):
            wire(self, {key: partial(press, contacts.channels.segment(str(channel)))})
        for digit in WorkKey.RESPONSE.value:
            wire_one(self, digit, partial(sight.in_sight, partial(message.choose_response, int(digit))))

    # What the state says

    def _opened(self, opened: Opened) -> None:
        action = next((each for each in opened.content.actions if each.id == self.working.action_id), None)
        self._title.setText(action.title if action else "")
        self.contacts.set_rows(opened.rows, self.working.contact_id)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            words = self._go_to(wanted)
            if self.contacts.current() == wanted:
                self.sides.show_conversation()
            if words:
                self.toast.show_message(words)
        if not isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit) and self.working.conversation is None:
            self.contacts.focus_list()

    def _read(self, reading: Reading, into_editor: bool) -> None:
        content = self.working.content
        if content is None:
            return
        self.pane.show_reading(reading, content, self.working.image(), into_editor=into_editor)
        self.handing_over.offer_code()
        self._sight.has_read()

    def _row_read(self, row: ContactRow) -> None:
        self.contacts.replace_row(row)
        if row.id == self.working.contact_id:
            self.pane.show_row(row)

    def _done(self, words: str, undoable: bool) -> None:
        self.toast.show_message(words, undoable=undoable)
        if self._next_after_save:
            self._next_after_save = False
            self._go_on()

    def _undone(self, words: str, contact_id: str) -> None:
        said = self.tr("Undone: {step}").format(step=words)
        cleared = self._go_to(ContactId(contact_id)) if contact_id != self.working.contact_id else ""
        self.toast.show_message(f"{said}. {cleared}" if cleared else said)

    def _go_to(self, contact_id: ContactId) -> str:
        """Makes a contact current; what to tell the user if filters had to go for that."""
        row = self.contacts.row_of(contact_id)
        if not self.contacts.reveal(contact_id) or row is None:
            return ""
        return self.tr("Filters cleared to show {name}.").format(name=row.name)

    # What the user does

    def _contact_chosen(self, contact_id: str) -> None:
        row = self.contacts.row_of(ContactId(contact_id)) if contact_id else None
        self.handing_over.forget()
        self._sight.forget()
        self.working.select(row.id if row else None)
        if row is None:
            self.pane.show_nobody()
        else:
            self.pane.begin(row)

    def _channel_chosen(self, key: str) -> None:
        self.working.select(self.contacts.current(), Channel(key))
        row = self.contacts.row_of(self.working.contact_id) if self.working.contact_id else None
        if row is not None:
            self.pane.begin(row)

    def _open_current(self) -> None:
        if self.working.contact_id is not None:
            self.sides.show_conversation()
            # Narrow: the conversation from its top, which arrow keys scroll. Wide: at the step that ends it.
            target = self.pane if self.sides.narrow else self.pane.message.sent
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _message_edited(self) -> None:
        message = self.pane.message.message()
        if message is not None:
            self.working.message_typed(self.pane.message.point(), message)

    def _answers_edited(self) -> None:
        conversation = self.working.conversation
        if conversation is not None:
            self.working.answers_typed(self.pane.report.answers())
            self.pane.show_report_status(conversation)

    def _sent(self) -> None:
        point, message = self.pane.message.point(), self.pane.message.message()
        if point is not None and message is not None:
            words = (
                self.tr("Noted: you talked") if self.working.channel is Channel.CALL else self.tr("Noted as sent")
            )
            self.working.mark_sent(point, message, self.pane.report.answers(), words)

    def _not_sent(self) -> None:
        self._go_on()

    def _save(self, *, by_key: bool = False, goes_on: bool = False) -> None:
        """Files the report, if there is one.

        A form left empty after something was sent is a report only where its button was pressed: a key is pressed in
        passing, and a conversation that waits for its answer is to stay among those without a report.
        """
        conversation = self.working.conversation
        if conversation is None or not self.pane.bar.save.isEnabled():
            return
        worth = self.pane.worth_filing(conversation, begun=self.working.begun)
        if worth is Worth.REPORT or (worth is Worth.EMPTY and not by_key):
            self._next_after_save = goes_on
            self.working.file_report(self.pane.report.answers(), self.tr("Report saved"))
            return
        words = {
            Worth.UNCHANGED: self.tr("Nothing has changed since the report was filed."),
            Worth.EMPTY: self.tr("No report yet: nothing is filled in. The button files one without answers."),
            Worth.NOTHING: self.tr("Nothing was sent and nothing is filled in: there is nothing to report."),
        }
        if not goes_on or worth is Worth.NOTHING or self._go_on():
            self.toast.show_message(words[worth])

    def _go_on(self) -> bool:
        """Goes to the next contact; False, with a word about it, where there is none."""
        moved = self.contacts.step(1)
        if not moved:
            self.toast.show_message(
                self.tr("That was the last contact of this list."), undoable=self.working.can_undo
            )
        self._leave_fields()
        return moved

    def _opt_out(self) -> None:
        conversation = self.working.conversation
        if conversation is None:
            return
        # At once, before anything is written: nobody may be reached by a code that still stands there.
        self.handing_over.forget()
        self.pane.message.set_closed(True)
        self.pane.person.close_hand_off(True, conversation.first_name or conversation.name)
        self.working.opt_out(self.tr("{name} will not be contacted again").format(name=conversation.name))

    def _confirmed(self, voter_id: str) -> None:
        self.working.confirm(VoterId(voter_id), self.tr("Match confirmed"))

    def _rejected(self, voter_id: str) -> None:
        self.working.reject(VoterId(voter_id) if voter_id else None, self.tr("Match rejected"))

    def _look_up(self) -> None:
        conversation = self.working.conversation
        if conversation is None:
            return
        dialog = VoterSearchDialog(self._desk, conversation.contact_id, conversation.name, self)
        dialog.chosen.connect(
            lambda entry, voter_id: self.working.choose(entry, VoterId(voter_id), self.tr("Match confirmed"))
        )
        dialog.open()

    def _undo(self) -> None:
        if not self.working.undo():
            self.toast.show_message(self.tr("There is nothing to undo."))

    # Where the keyboard is, and which side is shown

    def _search(self) -> None:
        self.sides.show_list()
        self.contacts.focus_search()

    def _filters(self) -> None:
        self.sides.show_list()
        self.contacts.toggle_filters()

    def _leave(self) -> None:
        focused: QWidget | None = self.focusWidget()
        in_field = isinstance(focused, QLineEdit | QPlainTextEdit) and self.pane.isAncestorOf(focused)
        if self.sides.narrow and in_field:
            # Out of the field first: the report that it belongs to is still to be saved.
            self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.sides.show_list()
        if not self.contacts.leave_search():
            self.contacts.focus_list()

    def _leave_fields(self) -> None:
        """After a step that goes on: the single letters work again."""
        if isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit) or self.focusWidget() is None:
            (self.pane if self.sides.narrow else self.contacts.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def _turned(self, conversation: bool) -> None:
        self._to_list.setVisible(conversation)
        self._back.setVisible(not conversation)

    def _pad(self) -> None:
        pad = em(self.font(), 0.8)
        self._column.setContentsMargins(QMargins(pad, pad // 2, pad, pad))
        self._column.setSpacing(em(self.font(), 0.5))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.working.flush()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._pad()
