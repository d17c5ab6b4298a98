"""Who the contact is in the voter file, why we think so, and the volunteer's word about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.matching.model import Candidate
from f2f_desktop.ui.icons import Icon
from f2f_desktop.ui.theme import em
from f2f_desktop.ui.volunteer.evidence import EvidenceWords
from f2f_desktop.ui.volunteer.wording import Wording, voter_address, voter_name
from f2f_desktop.ui.volunteer.work.beside import Beside
from f2f_desktop.ui.volunteer.work.key_caps import with_key
from f2f_desktop.ui.volunteer.work.keys import WorkKey
from f2f_desktop.ui.widgets import Button, Card, FlowBox, Label, QuietButton, TextStyle, Waterfall
from f2f_desktop.volunteer.matchmaking import Question
from f2f_desktop.volunteer.standing import MatchState, Standing
from f2f_desktop.voterfile.voters import Voter


class MatchPanel(Card):
    """One line that says where the contact stands, its buttons, and what unfolds below.

    Signals:
        confirmed(str): this voter (by id) is the contact.
        rejected(str): this voter is not; an empty id: nobody in the file is.
        undone(): the last word about this contact is taken back.
        review_pressed(): show the question on the page for all of them.
        find_pressed(): look for the contact in the voter file.
    """

    confirmed = Signal(str)
    rejected = Signal(str)
    undone = Signal()
    review_pressed = Signal()
    find_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, sunken=True, padding=0.6)
        self._wording = Wording(self)
        self._evidence = EvidenceWords(self)
        self._question: Question | None = None
        self._standing = Standing()
        self.sentence = Label("")
        self.why = with_key(QuietButton(self.tr("Why?")), WorkKey.WHY)
        self.choose = with_key(QuietButton(self.tr("Choose a voter")), WorkKey.CHOOSE)
        self.confirm = with_key(QuietButton(self.tr("That's them")), WorkKey.CONFIRM)
        self.reject = with_key(QuietButton(self.tr("Not them")), WorkKey.REJECT)
        self.undo = QuietButton(self.tr("Undo"), Icon.UNDO)
        self.review = QuietButton(self.tr("Review all"), Icon.CHEVRON_RIGHT)
        self.finder = with_key(QuietButton(self.tr("Find in the voter file")), WorkKey.FIND)
        self._buttons = FlowBox()
        self._buttons.add(self.confirm, self.reject, self.choose, self.finder, self.why, self.undo, self.review)
        self._why = QWidget()
        self._why_whom = Label("", TextStyle.HEADING)
        self.waterfall = Waterfall()
        why = QVBoxLayout(self._why)
        why.setContentsMargins(0, em(self.font(), 0.3), 0, 0)
        why.addWidget(self._why_whom)
        why.addWidget(self.waterfall)
        self._why.hide()
        self._candidates = QWidget()
        self._candidate_column = QVBoxLayout(self._candidates)
        self._candidate_column.setContentsMargins(0, 0, 0, 0)
        self._candidates.hide()
        self._line = Beside(self.sentence, self._buttons, push=True)
        self.column.addWidget(self._line)
        self.column.addWidget(self._candidates)
        self.column.addWidget(self._why)
        self.column.setSpacing(em(self.font(), 0.3))
        self.why.clicked.connect(self.toggle_why)
        self.choose.clicked.connect(self.toggle_candidates)
        self.confirm.clicked.connect(self._confirm_best)
        self.reject.clicked.connect(self._reject_best)
        self.undo.clicked.connect(self.undone)
        self.review.clicked.connect(self.review_pressed)
        self.finder.clicked.connect(self.find_pressed)

    def blank(self) -> None:
        """Shows nothing of the contact before, and keeps its place."""
        self._standing, self._question = Standing(), None
        self.sentence.setText("")
        self._why.hide()
        self._candidates.hide()
        for button in self._all_buttons():
            button.setEnabled(False)

    def show_standing(self, standing: Standing, question: Question | None, first_name: str) -> None:
        """Shows where the contact stands; `question` holds all voters that it could be."""
        self._standing, self._question = standing, question
        for button in self._all_buttons():
            button.setEnabled(True)
        state = standing.state
        pairs = question.candidates if question else ()
        self.sentence.setText(self._sentence(standing, first_name, len(pairs)))
        self.confirm.setVisible(state is MatchState.MATCHED)
        self.reject.setVisible(state.certain)
        self.choose.setVisible(bool(pairs) and not state.certain)
        self.why.setVisible(self._shown_candidate() is not None)
        self.undo.setVisible(state in (MatchState.CONFIRMED, MatchState.REJECTED))
        self.review.setVisible(state is MatchState.AMBIGUOUS)
        self.finder.setVisible(not state.certain or standing.departed is not None)
        self._fill_candidates(pairs, state)
        self._candidates.setVisible(state is MatchState.AMBIGUOUS and bool(pairs))
        self._why.hide()
        # Nothing to press: no empty line.
        self._buttons.setVisible(any(not button.isHidden() for button in self._all_buttons()))
        self._line.arrange()

    def toggle_why(self) -> None:
        """Unfolds or folds the evidence, and the other voters that it could be."""
        candidate = self._shown_candidate()
        if candidate is None:
            return
        unfold = self._why.isHidden()
        if unfold:
            self.waterfall.set_weights(self._evidence.steps(candidate, self._standing))
            voter = self._voter_of(candidate)
            name = ", ".join(filter(None, (voter_name(voter), self._born(voter)))) if voter else ""
            self._why_whom.setText(self.tr("Why it may be {voter}").format(voter=name))
        self._why.setVisible(unfold)
        if self._standing.state.certain:
            self._candidates.setVisible(unfold and self._candidate_column.count() > 0)

    def candidate_buttons(self) -> list[Button]:
        """The buttons that choose a voter, the likeliest first."""
        return [each for each in self._candidates.findChildren(Button) if not isinstance(each, QuietButton)]

    def toggle_candidates(self) -> None:
        """Unfolds or folds the voters that it could be."""
        if self._candidate_column.count():
            self._candidates.setVisible(self._candidates.isHidden())

    def press_confirm(self) -> None:
        """By keyboard: yes. Where there are several it could be, goes to the first of them."""
        if not self.confirm.isHidden():
            self.confirm.click()
        elif self._standing.state is MatchState.AMBIGUOUS and self._question:
            self._candidates.show()
            for button in self.candidate_buttons()[:1]:
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def press_reject(self) -> None:
        """By keyboard: no, not this voter; where several are possible, none of them."""
        if not self.reject.isHidden():
            self.reject.click()
        elif self._standing.state is MatchState.AMBIGUOUS:
            self.rejected.emit("")

    def _all_buttons(self) -> Sequence[Button]:
        return (self.confirm, self.reject, self.choose, self.finder, self.why, self.undo, self.review)

    def _shown_candidate(self) -> Candidate | None:
        """The candidate whose evidence is shown: the certain voter's, or else the likeliest."""
        candidates = self._standing.candidates
        wanted = self._standing.voter_id
        if wanted is not None:
            return next((each for each in candidates if each.voter_id == wanted), None)
        return candidates[0] if candidates and self._standing.state is MatchState.AMBIGUOUS else None

    def _sentence(self, standing: Standing, first_name: str, count: int) -> str:
        voter = standing.voter
        if standing.departed is not None and voter is not None:
            return self.tr("You confirmed {voter}, who is no longer in the voter file (since {day}).").format(
                voter=self._wording.voter(voter), day=self._wording.day(standing.departed)
            )
        if standing.state is MatchState.CONFIRMED and voter is not None:
            return self.tr("You confirmed: {voter}").format(voter=self._wording.voter(voter))
        if standing.state is MatchState.MATCHED and voter is not None:
            percent = min(99, int(standing.probability * 100))
            return self.tr("In the voter file: {voter} ({percent} % sure)").format(
                voter=self._wording.voter(voter), percent=percent
            )
        if standing.state is MatchState.AMBIGUOUS:
            name = first_name or self.tr("this contact")
            return self.tr("%n possible voter(s). Is one of them {name}?", "", count).format(name=name)
        if standing.state is MatchState.REJECTED:
            return self.tr("You said that nobody in the voter file is this contact.")
        return self.tr("Not found in the voter file: you can still reach out.")

    def _fill_candidates(self, pairs: Sequence[tuple[Candidate, Voter]], state: MatchState) -> None:
        while (item := self._candidate_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        if state.certain and len(pairs) > 1:
            self._candidate_column.addWidget(Label(self.tr("It could also be"), TextStyle.HEADING))
        for candidate, voter in pairs:
            if voter.id != self._standing.voter_id:
                self._candidate_column.addWidget(self._candidate_row(candidate, voter))
        if state is MatchState.AMBIGUOUS:
            nobody = QuietButton(self.tr("None of them"))
            nobody.clicked.connect(lambda: self.rejected.emit(""))
            self._candidate_column.addWidget(nobody, 0, Qt.AlignmentFlag.AlignLeft)

    def _candidate_row(self, candidate: Candidate, voter: Voter) -> QWidget:
        card = Card(padding=0.6)
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(em(self.font(), 0.1))
        name = Label(", ".join(filter(None, (voter_name(voter), self._born(voter)))), TextStyle.HEADING)
        place = Label(voter_address(voter), TextStyle.SMALL)
        share = round(candidate.probability * 100)
        percent = self.tr("{percent} % likely").format(percent=share or "< 1")
        why = Label(f"{percent}: {self._evidence.summary(candidate.evidence)}", TextStyle.SMALL, muted=True)
        words.addWidget(name)
        if place.text():
            words.addWidget(place)
        words.addWidget(why)
        choose = Button(self.tr("That's them"))
        choose.setAccessibleName(self.tr("{name} is this contact").format(name=name.text()))
        choose.clicked.connect(lambda: self.confirmed.emit(voter.id))
        row.addLayout(words, 1)
        row.addWidget(choose, 0, Qt.AlignmentFlag.AlignVCenter)
        card.column.addLayout(row)
        return card

    def _born(self, voter: Voter) -> str:
        return self.tr("born {year}").format(year=voter.birth_year) if voter.birth_year else ""

    def _voter_of(self, candidate: Candidate) -> Voter | None:
        if candidate.voter_id == self._standing.voter_id:
            return self._standing.voter
        pairs = self._question.candidates if self._question else ()
        return next((voter for each, voter in pairs if each.voter_id == candidate.voter_id), None)

    def _confirm_best(self) -> None:
        if (voter_id := self._standing.voter_id) is not None:
            self.confirmed.emit(voter_id)

    def _reject_best(self) -> None:
        if (voter_id := self._standing.voter_id) is not None:
            self.rejected.emit(VoterId(voter_id))
