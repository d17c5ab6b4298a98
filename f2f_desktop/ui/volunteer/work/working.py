"""The state behind the working screen: which action, which contact, what is being written, what can be undone.

It calls the services on the vault's thread and says by signals what came of it; it knows no widget. Whatever comes
back for a contact that is no longer current is dropped.
"""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent, Image
from f2f_desktop.campaign.ids import ActionId, ContactId, VoterId
from f2f_desktop.errors import KnownError
from f2f_desktop.events.facts import Answers
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.volunteer.work.codes import Codes
from f2f_desktop.ui.volunteer.work.news import News, action_in, news_of
from f2f_desktop.ui.volunteer.work.reading import Opened, Reading, Undoable
from f2f_desktop.volunteer.campaigns import ActionClosed
from f2f_desktop.volunteer.conversation import Conversation, Message
from f2f_desktop.volunteer.outreach import ContactGone
from f2f_desktop.volunteer.reachable import Point
from f2f_desktop.workspace import VolunteerServices

AUTOSAVE = 600
"""Milliseconds without a key after which a draft is saved; it is saved at once when the contact changes."""

MESSAGES = frozenset({"messages", "reports"})
REPORTS = frozenset({"reports"})
MATCHES = frozenset({"matches"})
OPT_OUTS = frozenset({"opt_outs"})
CONTACTS = frozenset({"contacts", "matches"})


class FileNotWritten(KnownError):
    """A file could not be written where the volunteer wanted it."""

    def __init__(self) -> None:
        super().__init__("The file could not be saved there.", "Choose another folder.")


class Working(QObject):
    """One volunteer at work on one action.

    Attributes:
        action_id, channel, contact_id: what is open.
        content: the campaign's content, once it was read.
        conversation: the current contact's, once it was read.
        codes: links and codes of the message as it stands.

    Signals:
        opened(Opened): an action was opened, or all of it was read again.
        read(Reading, bool): a contact was read; True if the editor and the form are to show it, False if only
            what surrounds them is.
        row_read(ContactRow): a row changed.
        done(str, bool): a step was recorded; its words, and whether it can be undone.
        undone(str, ContactId): the step with these words, about this contact, was taken back.
        gone(): the current contact is not there any more.
        news(News): the campaign's content is newer; the conversation that is open goes on as it was.
    """

    opened = Signal(object)
    read = Signal(object, bool)
    row_read = Signal(object)
    done = Signal(str, bool)
    undone = Signal(str, str)
    gone = Signal()
    news = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.codes = Codes(desk, self)
        self.action_id: ActionId | None = None
        self.channel = Channel.TEXT
        self.contact_id: ContactId | None = None
        self.content: CampaignContent | None = None
        self.conversation: Conversation | None = None
        self._reading = 0
        # Messages of the current contact that steps count as sent: as asked for, and as far as they were read back.
        self._counted = self._read_back = 0
        self._typed_message: Message | None = None
        self._typed_answers: Answers | None = None
        self._steps: list[Undoable] = []
        self._own_changes: frozenset[str] | None = None
        self._outdated = False
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(AUTOSAVE)
        self._autosave.timeout.connect(self.flush)

    # Opening and reading

    def open(self, action_id: ActionId, channel: Channel) -> None:
        """Opens an action on a channel."""
        self.flush()
        if action_id != self.action_id:
            self._steps.clear()
        self.action_id, self.channel = action_id, channel
        self.contact_id = self.conversation = None
        self.read_all()

    def read_all(self) -> None:
        """Reads the action and all its rows."""
        action_id = self.action_id
        if action_id is None or not self._desk.workspace.unlocked:
            return

        self._outdated = False

        def work(services: VolunteerServices) -> Opened:
            services.campaigns.see(action_id)
            return Opened(services.campaigns.content(), services.suggestions.rows(action_id))

        def success(opened: Opened) -> None:
            if self.action_id == action_id:
                self.content = opened.content
                self.opened.emit(opened)

        self._run(work, success, failure=self._open_failed)

    def select(self, contact_id: ContactId | None, channel: Channel | None = None) -> None:
        """Makes a contact current, on this or another channel; what was typed for the one before is kept."""
        self.flush()
        self.channel = channel or self.channel
        self.contact_id, self.conversation = contact_id, None
        if self._outdated:
            self.read_all()
        self.codes.stop()
        self._reading += 1
        self._counted = self._read_back = 0
        if contact_id is not None:
            self._read(contact_id, into_editor=True)

    def refresh(self, what: frozenset[str]) -> None:
        """Something changed somewhere: reads rows and surroundings again, and leaves what is being written alone."""
        own, self._own_changes = self._own_changes, None
        if what == own or self.action_id is None:
            return
        if "campaign" in what and self.conversation is not None:
            # Nothing moves under the hands of somebody who writes: it is read once the conversation is left.
            self._outdated = True
            self._tell_news()
            what -= {"campaign"}
        if what & {"contacts", "matches", "reports", "messages", "opt_outs", "campaign", "extract", "volunteer"}:
            self.read_all()
            if self.contact_id is not None:
                self._read(self.contact_id, into_editor=False)

    def _tell_news(self) -> None:
        before, action_id = self.content, self.action_id
        if before is None or action_id is None:
            return

        def success(after: CampaignContent) -> None:
            found = news_of(before, after, action_id)
            if found and self.action_id == action_id:
                self.news.emit(found)

        self._run(lambda services: services.campaigns.content(), success)

    @property
    def begun(self) -> bool:
        """Whether a message went to the current contact: also one whose step is on its way, and not read back yet.

        A quick hand is ahead of the screen.
        """
        known = len(self.conversation.history) if self.conversation is not None else 0
        return known + self._counted - self._read_back > 0

    def image(self) -> Image | None:
        """The action's image."""
        if self.content is None or self.conversation is None:
            return None
        wanted = self.conversation.action.image
        return next((each for each in self.content.images if each.id == wanted), None)

    # What is being written

    def message_typed(self, point: Point | None, message: Message) -> None:
        """The message stands so in the editor, for this number or address."""
        self._typed_message = message
        self._autosave.start()
        self.codes.ask(self.conversation, point, message)

    def answers_typed(self, answers: Answers) -> None:
        """The report stands so in the form."""
        self._typed_answers = answers
        self._autosave.start()

    def flush(self) -> None:
        """Saves what was typed and not saved yet."""
        self._autosave.stop()
        conversation = self.conversation
        message, answers = self._typed_message, self._typed_answers
        self._typed_message = self._typed_answers = None
        if conversation is None or not self._desk.workspace.unlocked or (message is None and answers is None):
            return

        def work(services: VolunteerServices) -> None:
            if message is not None:
                services.outreach.save_draft(conversation, message)
            if answers is not None:
                services.reports.save_draft(conversation, answers)

        self._run(work)

    # Steps

    def mark_sent(self, point: Point, message: Message, answers: Answers, words: str) -> None:
        """Records that the message went out; `answers` is what the report form holds now."""
        conversation = self._as_it_stands(answers)
        if conversation is None:
            return

        def work(services: VolunteerServices) -> Callable[[], object]:
            sent = services.outreach.mark_sent(conversation, point, message)
            report = sent.report.event_id if sent.report else ""

            def take_back() -> None:
                services.outreach.unsend(sent.event_id, report)
                services.outreach.save_draft(conversation, message)
                services.reports.save_draft(conversation, answers)

            return take_back

        self._step(words, MESSAGES, work, messages=1)

    def unsend(self, event_id: str, words: str) -> None:
        """A message of the history was not sent after all."""
        self._step(
            words, MESSAGES, lambda services: services.outreach.unsend(event_id), undoable=False, messages=-1
        )

    def file_report(self, answers: Answers, words: str) -> None:
        """Files the report, or corrects it."""
        conversation = self._as_it_stands(answers)
        if conversation is None:
            return

        def work(services: VolunteerServices) -> Callable[[], object] | None:
            filed = services.reports.file(conversation, answers)
            if not filed.recorded:
                return None

            def take_back() -> None:
                services.reports.undo(filed.event_id)
                services.reports.save_draft(conversation, answers)

            return take_back

        self._step(words, REPORTS, work)

    def opt_out(self, words: str) -> None:
        """The contact is not to be contacted again; this can close other contacts with the same number too."""
        conversation = self.conversation
        if conversation is None:
            return
        self.flush()

        def work(services: VolunteerServices) -> Callable[[], object]:
            services.outreach.opt_out(conversation)
            return lambda: services.outreach.undo_opt_out(conversation.contact_id)

        self._step(words, OPT_OUTS, work, rereads_all=True)

    def undo_opt_out(self, words: str) -> None:
        """The opt-out was a mistake."""
        contact_id = self.contact_id
        if contact_id is not None:
            self._step(
                words,
                OPT_OUTS,
                lambda services: services.outreach.undo_opt_out(contact_id),
                undoable=False,
                rereads_all=True,
            )

    def confirm(self, voter_id: VoterId, words: str) -> None:
        """This voter is the contact."""
        self._decide(words, lambda services, contact: services.matchmaking.confirm(contact, voter_id))

    def choose(self, entry: int, voter_id: VoterId, words: str) -> None:
        """This voter, found by a search (its number in the ledger), is the contact."""
        self._decide(words, lambda services, contact: services.looking_up.choose(entry, contact, voter_id))

    def reject(self, voter_id: VoterId | None, words: str) -> None:
        """This voter, or nobody in the file, is the contact."""
        self._decide(words, lambda services, contact: services.matchmaking.reject(contact, voter_id))

    def undo_decision(self, words: str) -> None:
        """Takes back the last word about the contact's match."""
        contact_id = self.contact_id
        if contact_id is not None:
            self.flush()
            self._step(words, MATCHES, lambda services: services.matchmaking.undo_last(contact_id), undoable=False)

    def separate(self, words: str) -> None:
        """The cards of this contact are different people."""
        contact_id = self.contact_id
        if contact_id is None:
            return
        self.flush()

        def work(services: VolunteerServices) -> Callable[[], object]:
            own_ids = services.importing.separate(contact_id)
            return lambda: services.importing.rejoin(own_ids)

        self._step(words, CONTACTS, work, rereads_all=True)

    def save_file(self, path: str, data: bytes, words: str) -> None:
        """Writes a file for the volunteer, such as the action's image."""

        def write() -> None:
            try:
                Path(path).write_bytes(data)
            except OSError as error:
                raise FileNotWritten from error

        self._desk.jobs.in_background(
            write, success=lambda _nothing: self.done.emit(words, False), initiator=self, with_progress=False
        )

    def undo(self) -> bool:
        """Takes back the last step; False if there is none."""
        if not self._steps:
            return False
        step = self._steps.pop()
        self.flush()
        if step.contact_id == self.contact_id:
            self._counted -= step.messages

        def success(_nothing: object) -> None:
            self._own_changes = step.changes
            self.undone.emit(step.words, step.contact_id)
            self._after(step.contact_id, rereads_all=step.rereads_all)

        self._run(lambda _services: step.take_back(), success, changes=step.changes)
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps)

    @property
    def at_rest(self) -> bool:
        """Whether everything that was asked for has come; a draft may still wait to be saved."""
        return not (self._desk.jobs.busy or self.codes.waiting)

    # Within

    def _decide(self, words: str, decide: Callable[[VolunteerServices, ContactId], int]) -> None:
        contact_id = self.contact_id
        if contact_id is None:
            return
        self.flush()

        def work(services: VolunteerServices) -> Callable[[], object]:
            number = decide(services, contact_id)
            return lambda: services.matchmaking.undo(number)

        self._step(words, MATCHES, work)

    def _step(
        self,
        words: str,
        changes: frozenset[str],
        work: Callable[[VolunteerServices], object],
        *,
        undoable: bool = True,
        rereads_all: bool = False,
        messages: int = 0,
    ) -> None:
        contact_id, number = self.contact_id, self._reading
        if contact_id is None:
            return
        self._counted += messages

        def success(take_back: object) -> None:
            if undoable and callable(take_back):
                self._steps.append(Undoable(words, contact_id, take_back, changes, rereads_all, messages))
            self._own_changes = changes
            self.done.emit(words, undoable)
            self._after(contact_id, rereads_all=rereads_all)

        def failure(error: Exception) -> None:
            if number == self._reading:
                self._counted -= messages
            self._step_failed(error)

        self._run(work, success, failure=failure, changes=changes)

    def _step_failed(self, error: Exception) -> None:
        # What the screen showed ahead of the answer may be wrong now.
        self._desk.jobs.fault.emit(error)
        if self.contact_id is not None:
            self._read(self.contact_id, into_editor=True)

    def _after(self, contact_id: ContactId, *, rereads_all: bool) -> None:
        if rereads_all:
            self.read_all()
        self._read(contact_id, into_editor=True)

    def _as_it_stands(self, answers: Answers) -> Conversation | None:
        """The conversation with the report as the form holds it; whatever was typed is saved first."""
        self.flush()
        if self.conversation is None:
            return None
        return msgspec.structs.replace(self.conversation, draft=answers)

    def _read(self, contact_id: ContactId, *, into_editor: bool) -> None:
        action_id, channel, number = self.action_id, self.channel, self._reading
        known = action_in(self.content, action_id)
        counted = (
            self._counted
        )  # the vault does one thing after the other: this reading sees what was asked for before
        if action_id is None or not self._desk.workspace.unlocked:
            return

        def work(services: VolunteerServices) -> Reading:
            conversation = services.outreach.conversation(action_id, contact_id, channel, known)
            question = services.matchmaking.question(contact_id)
            return Reading(conversation, question, services.suggestions.row(action_id, contact_id, known))

        def success(reading: Reading) -> None:
            if reading.row is not None and self.action_id == action_id:
                self.row_read.emit(reading.row)
            if number != self._reading or self.contact_id != contact_id:
                return  # the user has gone on
            self._read_back = counted
            if into_editor and self._typed_something():
                # Letters that came in the meantime are worth more than what was read.
                self._take(reading, into_editor=False)
            else:
                self._take(reading, into_editor=into_editor)

        self._run(work, success, failure=self._read_failed)

    def _typed_something(self) -> bool:
        return self._typed_message is not None or self._typed_answers is not None

    def _take(self, reading: Reading, *, into_editor: bool) -> None:
        first = self.conversation is None
        self.conversation = reading.conversation
        self.read.emit(reading, into_editor or first)

    def _open_failed(self, error: Exception) -> None:
        if isinstance(error, ActionClosed) and action_in(self.content, self.action_id) is not None:
            # The list stays as it was: what was begun can be reported.
            self.news.emit(News(closed=True))
        else:
            self._desk.jobs.fault.emit(error)

    def _read_failed(self, error: Exception) -> None:
        if isinstance(error, ContactGone):
            self.gone.emit()
        else:
            self._desk.jobs.fault.emit(error)

    def _run(
        self,
        work: Callable[[VolunteerServices], object],
        success: Callable[..., object] | None = None,
        *,
        failure: Callable[[Exception], object] | None = None,
        changes: frozenset[str] = frozenset(),
    ) -> None:
        services = self._desk.services
        self._desk.jobs.on_vault(
            lambda: work(services), success=success, failure=failure, changes=changes, initiator=self
        )
