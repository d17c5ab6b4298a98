"""Who the conversation is with: avatar, name, context, and the way to never contact them again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.work.beside import Beside
from f2f_desktop.ui.volunteer.work.context_chips import ContextChips
from f2f_desktop.ui.volunteer.work.key_caps import with_key
from f2f_desktop.ui.volunteer.work.keys import WorkKey
from f2f_desktop.ui.widgets import Avatar, Banner, FlowBox, Label, Pill, QuietButton, TextStyle
from f2f_desktop.volunteer.conversation import Conversation
from f2f_desktop.volunteer.suggestions import ContactRow


class PersonHeader(QWidget):
    """The head of a conversation.

    Signals:
        opt_out_pressed(): the contact is not to be contacted again.
        undo_opt_out_pressed(): that was a mistake.
        separate_pressed(): the two cards are two people.
    """

    opt_out_pressed = Signal()
    undo_opt_out_pressed = Signal()
    separate_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = ContextChips(self)
        self._avatar = Avatar(size=2.2)
        self.name = Label("", TextStyle.TITLE)
        self.name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.opt_out = with_key(QuietButton(self.tr("Do not contact")), WorkKey.OPT_OUT)
        self.opt_out.setToolTip(self.tr("They asked not to be contacted again: closes every hand-off (D)"))
        self._pills = FlowBox()
        self.closed = Banner(tone=Tone.DANGER, closable=False, action=self.tr("Undo"))
        self.closed.hide()
        self._merged = Label("", TextStyle.SMALL, muted=True)
        self.separate = QuietButton(self.tr("These are two people"), Icon.PEOPLE)
        top = QHBoxLayout()
        top.setSpacing(em(self.font(), 0.6))
        top.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        self._name_and_pills = Beside(self.name, self._pills)
        top.addWidget(self._name_and_pills, 1)
        top.addWidget(self.opt_out, 0, Qt.AlignmentFlag.AlignTop)
        self._merge_row = QWidget()
        merge = QHBoxLayout(self._merge_row)
        merge.setContentsMargins(0, 0, 0, 0)
        merge.addWidget(self._merged, 1)
        merge.addWidget(self.separate)
        self._merge_row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self.font(), 0.45))
        column.addLayout(top)
        column.addWidget(self._merge_row)
        column.addWidget(self.closed)
        self.opt_out.clicked.connect(self.opt_out_pressed)
        self.closed.acted.connect(self.undo_opt_out_pressed)
        self.separate.clicked.connect(self.separate_pressed)

    def show_row(self, row: ContactRow) -> None:
        """Shows what the list knows, before the conversation has been read."""
        self._avatar.set_name(row.name)
        self.name.setText(row.name)
        self._pills.clear()
        self._pills.add(*(Pill(chip.text, chip.tone) for chip in self._context.of(row)))
        if row.starred:
            self._pills.add(Pill(self.tr("★ Suggested"), Tone.WARNING))
        self._name_and_pills.arrange()

    def show_conversation(self, conversation: Conversation) -> None:
        """Shows what belongs to the conversation."""
        self.name.setText(conversation.name)
        self._avatar.set_name(conversation.name)
        self.close_hand_off(conversation.opted_out, conversation.first_name or conversation.name)
        self._merge_row.setVisible(conversation.cards > 1)
        self._merged.setText(self.tr("Put together from %n address-book card(s).", "", conversation.cards))

    def close_hand_off(self, closed: bool, name: str) -> None:
        """Says that this person must not be contacted, or no longer says so."""
        self.opt_out.setEnabled(not closed)
        if closed:
            words = self.tr("{name} asked not to be contacted again. Every way to reach them is closed.")
            self.closed.say(words.format(name=name), Tone.DANGER, action=self.tr("That was a mistake"))
        else:
            self.closed.hide()
