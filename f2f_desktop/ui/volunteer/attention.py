"""What needs attention: events that the hub would not take, each with its ways out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from f2f_desktop.protocol.packet import SUFFIX
from f2f_desktop.ui.desk import Desk
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.sheet import Sheet
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.wording import Wording
from f2f_desktop.ui.widgets import (
    Button,
    Card,
    EmptyState,
    FlowBox,
    IconButton,
    Label,
    Pill,
    PrimaryButton,
    QuietButton,
    TextStyle,
    Toast,
)
from f2f_desktop.volunteer.attention import Letter
from f2f_desktop.workspace import Exported

CHANGES = frozenset({"attention"})
MOST_SHOWN = 50
"""Letters that get a card at once; deciding about some brings up the rest."""


class LetterCard(Card):
    """One event, why it was not taken, and what can be done.

    Signals:
        edit_pressed(), again_pressed(), discard_pressed(): what they say.
    """

    edit_pressed = Signal()
    again_pressed = Signal()
    discard_pressed = Signal()

    def __init__(self, letter: Letter, words: "LetterWords", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letter = letter
        title = words.title(letter)
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.addWidget(Label(title, TextStyle.HEADING), 1)
        if letter.superseded:
            head.addWidget(Pill(self.tr("Replaced since"), Tone.SUCCESS), 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(Label(words.about(letter), TextStyle.SMALL, muted=True))
        self.column.addWidget(Label(words.reason(letter)))
        self.edit = PrimaryButton(self.tr("Open and correct"), Icon.EDIT)
        self.again = Button(self.tr("Send again"), Icon.SYNC)
        self.discard = QuietButton(self.tr("Discard…"), Icon.TRASH)
        for button, said in (
            (self.edit, self.edit_pressed),
            (self.again, self.again_pressed),
            (self.discard, self.discard_pressed),
        ):
            button.setAccessibleDescription(title)
            button.clicked.connect(said)
        steps = FlowBox()
        if letter.editable and not letter.superseded:
            steps.add(self.edit)
        else:
            self.edit.setParent(self)
            self.edit.hide()  # there is nothing to correct any more
        steps.add(self.again, self.discard)
        self.column.addWidget(steps)


class LetterWords(QObject):
    """Words for an event that was not taken."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)

    def title(self, letter: Letter) -> str:
        """What it is, and about whom."""
        kinds = {
            "report.filed": self.tr("Report"),
            "report.corrected": self.tr("Corrected report"),
            "message.sent": self.tr("Note of a message sent"),
            "contact.opted_out": self.tr("Wish not to be contacted"),
            "points.opted_out": self.tr("Entry on the opt-out list"),
            "voided": self.tr("Undoing of a step"),
        }
        kind = kinds.get(letter.type, self.tr("Note of what you did"))
        if not letter.contact:
            return kind
        return self.tr("{what} about {name}").format(what=kind, name=letter.contact)

    def about(self, letter: Letter) -> str:
        """When, and in which action."""
        return " · ".join(filter(None, (self._wording.moment(letter.at), letter.action)))

    def reason(self, letter: Letter) -> str:
        """Why it was not taken, with what helps."""
        reasons = {
            "too_large": self.tr("It is too large for the hub. Shorten the note, then it is sent in its place."),
            "unreadable": self.tr("The hub cannot read it. A newer program may; sending it again does no harm."),
            "bad_signature": self.tr("Its signature does not fit. Send it again; if it stays, export it."),
            "wrong_stream": self.tr("It came under another number than it was signed for. Send it again."),
            "same_id": self.tr("The hub holds something else under its number. Export it for your organizer."),
        }
        return reasons.get(letter.code, letter.text or self.tr("The hub gave no reason."))


class AttentionPage(Sheet):
    """The page.

    Attributes:
        cards: those of the letters that are shown.

    Signals:
        back_requested(): back to the actions.
        conversation_requested(str, str, Channel): the conversation in this action, with this contact, is to be
            opened.
    """

    back_requested = Signal()
    conversation_requested = Signal(str, str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(46.0, parent)
        self._desk = desk
        self._words = LetterWords(self)
        self._discarded: list[str] = []
        self.cards: list[LetterCard] = []
        self._count = Label("", muted=True)
        self.all_again = Button(self.tr("Send all again"), Icon.SYNC)
        self.export = Button(self.tr("Export to a file…"), Icon.EXPORT)
        self.empty = EmptyState(
            Icon.CHECK,
            self.tr("Nothing needs attention"),
            self.tr("Whatever the hub would not take stands here, with what can be done about it."),
        )
        self.toast = Toast(self)
        self._lay_out()
        self.all_again.clicked.connect(lambda: self._send_again([card.letter.event_id for card in self.cards]))
        self.export.clicked.connect(self._ask_where)
        self.toast.undone.connect(self._undo)

    def refresh(self) -> None:
        """Reads what there is."""
        self._desk.jobs.on_vault(self._desk.services.attention.letters, success=self._show, initiator=self)

    def discard(self, letter: Letter) -> None:
        """Discards a letter, without asking; it can be undone."""
        self._discarded = [letter.event_id]
        self._desk.jobs.on_vault(
            self._desk.services.attention.discard,
            self._discarded,
            success=lambda _: self._said(self.tr("Discarded: {what}").format(what=self._words.title(letter))),
            changes=CHANGES,
            initiator=self,
        )

    def export_to(self, path: Path) -> None:
        """Writes all of them to a file."""
        self._desk.jobs.on_vault(
            self._desk.services.packets.export_dead, path, success=self._exported, initiator=self
        )

    def _lay_out(self) -> None:
        back = IconButton(Icon.CHEVRON_LEFT, self.tr("Back to the actions"))
        back.clicked.connect(self.back_requested)
        head = QHBoxLayout()
        head.addWidget(back)
        head.addWidget(Label(self.tr("Needs attention"), TextStyle.TITLE), 1)
        self.column.addLayout(head)
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(em(self.font(), 0.6))
        steps = FlowBox()
        steps.add(self.all_again, self.export)
        top.addWidget(self._count)
        top.addWidget(steps)
        self.column.addWidget(self._top)
        self._list = QVBoxLayout()
        self._list.setSpacing(em(self.font(), 0.8))
        self.column.addLayout(self._list)
        self.column.addWidget(self.empty)
        self.column.addStretch(1)
        self._top.hide()
        self.empty.hide()

    def _show(self, letters: list[Letter]) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        for letter in letters[:MOST_SHOWN]:
            card = LetterCard(letter, self._words)
            card.edit_pressed.connect(partial(self._edit, letter))
            card.again_pressed.connect(partial(self._send_again, [letter.event_id]))
            card.discard_pressed.connect(partial(self._ask_to_discard, letter))
            self._list.addWidget(card)
            self.cards.append(card)
        self._count.setText(
            self.tr(
                "%n event(s) are saved here, but the hub would not take them. Everything else is sent all the same.",
                "",
                len(letters),
            )
        )
        self._top.setVisible(bool(letters))
        self.empty.setVisible(not letters)

    def _edit(self, letter: Letter) -> None:
        if letter.action_id is not None and letter.contact_id is not None:
            self.conversation_requested.emit(letter.action_id, letter.contact_id, letter.channel)

    def _send_again(self, event_ids: list[str]) -> None:
        self._desk.jobs.on_vault(
            self._desk.services.attention.send_again,
            event_ids,
            success=lambda _: self.toast.show_message(self.tr("It is sent again with the next synchronizing.")),
            changes=CHANGES,
            initiator=self,
        )

    def _ask_to_discard(self, letter: Letter) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Discard"),
            self.tr("Discard this for good? The campaign will not get it."),
            parent=self,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(self._words.title(letter))
        yes = box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes.clicked.connect(partial(self._sure, letter))
        box.open()

    def _sure(self, letter: Letter, _checked: bool = False) -> None:
        self.discard(letter)

    def _said(self, words: str) -> None:
        self.toast.show_message(words, undoable=True)

    def _undo(self) -> None:
        self._desk.jobs.on_vault(
            self._desk.services.attention.undo_discard, self._discarded, changes=CHANGES, initiator=self
        )

    def _ask_where(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = Path(documents) / (self.tr("not-taken-by-the-hub") + SUFFIX)
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), str(proposed), self.tr("Packets (*{suffix})").format(suffix=SUFFIX)
        )
        if name:
            path = Path(name)
            self.export_to(path if path.suffix else path.with_suffix(SUFFIX))

    def _exported(self, exported: Exported) -> None:
        words = self.tr("%n event(s) saved in {name}. Hand the file to your organizer.", "", exported.events)
        self.toast.show_message(words.format(name=exported.path.name))
