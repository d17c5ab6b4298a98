"""A voter that a contact could be: who it is, how likely, and what speaks for and against it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.matching.model import Candidate
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import Tone, em
from f2f_desktop.ui.volunteer.evidence import EvidenceWords
from f2f_desktop.ui.volunteer.wording import voter_address, voter_name
from f2f_desktop.ui.widgets import Button, Card, Compared, KeyHint, Label, Pill, QuietButton, TextStyle, Waterfall
from f2f_desktop.volunteer.standing import Standing
from f2f_desktop.voterfile.voters import Voter


class CandidateCard(Card):
    """One candidate, with the number key that chooses it.

    Signals:
        chosen(): this voter is the contact.
        why_pressed(): what speaks for the candidates is to be shown, or put away.
    """

    chosen = Signal()
    why_pressed = Signal()

    def __init__(
        self, key: int, candidate: Candidate, voter: Voter, stands: Standing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, padding=0.9)
        self._evidence = EvidenceWords(self)
        self._steps = self._evidence.steps(candidate, stands)
        self.name = name = voter_name(voter)
        share = f"{round(candidate.probability * 100)} %"
        self.setAccessibleName(self.tr("Voter {number}: {name}").format(number=key, name=name))
        self.button = Button(self.tr("This is them"), Icon.CHECK)
        self.button.setAccessibleName(self.tr("{name} is them").format(name=name))
        self.button.setAccessibleDescription(self.tr("Key: {key}").format(key=key))
        self.button.clicked.connect(self.chosen)
        self.why = QuietButton(self.tr("Why?"))
        self.why.setAccessibleDescription(name)
        self.why.clicked.connect(self.why_pressed)
        self._waterfall: Waterfall | None = None
        head = QHBoxLayout()
        head.setSpacing(em(self.font(), 0.5))
        head.addWidget(KeyHint(str(key)), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(em(self.font(), 0.2))
        words.addWidget(Label(name, TextStyle.HEADING))
        words.addWidget(Label(self._details(voter), muted=True))
        head.addLayout(words, 1)
        pill = Pill(share, Tone.INFO)
        pill.setToolTip(self.tr("How likely it is, by what is known"))
        head.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.why, 0, Qt.AlignmentFlag.AlignBottom)
        buttons.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(Label(self._evidence.summary(candidate.evidence), TextStyle.SMALL), 1)
        self._row.addLayout(buttons)
        self.column.addLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() - self.why.sizeHint().width() - self.button.sizeHint().width()
        narrow = beside < em(self.font(), 14)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _details(self, voter: Voter) -> str:
        born = self.tr("born {year}").format(year=voter.birth_year) if voter.birth_year else ""
        return " · ".join(filter(None, (voter_address(voter), born)))

    @property
    def compared(self) -> Compared:
        """The evidence for a comparison with others."""
        return Compared(self.name, self._steps)

    def show_why(self, shown: bool) -> None:
        """Shows the evidence as bars in the card, or puts it away."""
        if self._waterfall is None and shown:
            self._waterfall = Waterfall()
            self._waterfall.set_weights(self._steps)
            self.column.addWidget(self._waterfall)
        if self._waterfall is not None:
            self._waterfall.setVisible(shown)
