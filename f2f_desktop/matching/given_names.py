"""How a written given name compares with a voter's: the level, and its weight with the name's rarity."""

from rapidfuzz.distance import OSA

from f2f_desktop.matching.folding import NameKey
from f2f_desktop.matching.names import NameHypothesis
from f2f_desktop.matching.nicknames import NicknameTable
from f2f_desktop.matching.parameters import FirstNameWeights, Parameters
from f2f_desktop.matching.rarity import Rarity

LEVELS = FirstNameWeights.names()
_EXACT = LEVELS.index("exact")
_NICKNAME = LEVELS.index("nickname")
_REGISTERED = LEVELS.index("registered_nickname")
_SIBLING = LEVELS.index("sibling_nickname")
_PREFIX = LEVELS.index("prefix")
_MIDDLE = LEVELS.index("middle_name")
_INITIAL = LEVELS.index("initial")
_INITIALS = LEVELS.index("initials")
_ONE_EDIT = LEVELS.index("one_edit")
_UNRELATED = LEVELS.index("unrelated")
_MISSING = LEVELS.index("missing")
_MIN_PREFIX = 3
_MIN_TYPO = 4


class GivenNames:
    """Compares given names for one file and one set of weights."""

    def __init__(self, rarity: Rarity, nicknames: NicknameTable, parameters: Parameters) -> None:
        self.rarity = rarity
        self.nicknames = nicknames
        self.weights = parameters.first_name.weights()
        self.factor = parameters.first_name_rarity
        self.parameters = parameters

    def compare(self, written: NameHypothesis, voter: NameKey) -> tuple[int, float]:
        """Level and weight of the hypothesis's given name against a voter's first name."""
        first = written.first
        if not first or not voter.whole:
            return _MISSING, self.weights[_MISSING]
        main = voter.parts[0] if voter.parts else voter.whole
        if first in {voter.whole, main} or written.first_whole == voter.whole:
            return self._rare(_EXACT, first)
        if len(first) == 1 or len(main) == 1:
            if first[0] == main[0]:
                return _INITIAL, self.weights[_INITIAL] + self.factor * self.rarity.first_initial(first[0])
            return _UNRELATED, self.weights[_UNRELATED]
        nicknames = self.nicknames
        if main in nicknames.formal_of(first) or voter.whole in nicknames.formal_of(first):
            return self._rare(_NICKNAME, first)
        if first in nicknames.formal_of(main):
            return self._rare(_REGISTERED, first)
        if nicknames.are_siblings(first, main):
            return self._rare(_SIBLING, first)
        if min(len(first), len(main)) >= _MIN_PREFIX and (main.startswith(first) or first.startswith(main)):
            return self._rare(_PREFIX, first)
        if min(len(first), len(main)) >= _MIN_TYPO and OSA.distance(first, main, score_cutoff=1) == 1:
            return self._misspelt(first, main)
        return _UNRELATED, self.weights[_UNRELATED]

    def compare_middle(self, written: NameHypothesis, middle: NameKey) -> tuple[int, float]:
        """Level and weight if the voter goes by the middle name; `unrelated` unless it agrees."""
        first = written.first
        if len(first) > 1 and len(middle.whole) > 1:
            main = middle.parts[0] if middle.parts else middle.whole
            if first in {middle.whole, main}:
                return self._rare(_MIDDLE, first)
            if main in self.nicknames.formal_of(first):
                level, weight = self._rare(_MIDDLE, first)
                return level, weight + self.weights[_NICKNAME]
        return _UNRELATED, self.weights[_UNRELATED]

    def compare_initials(self, written: NameHypothesis, first: NameKey, middle: NameKey) -> tuple[int, float]:
        """Level and weight of `AJ` against first and middle name; `unrelated` unless both begin so."""
        letters = written.first
        if (
            len(letters) == 2
            and first.whole[:1] == letters[0]
            and middle.whole[:1] == letters[1]
            and letters not in {first.whole, middle.whole}
        ):
            rarity = self.rarity.first_initial(letters[0]) + self.rarity.first_initial(letters[1])
            return _INITIALS, self.weights[_INITIALS] + self.factor * rarity
        return _UNRELATED, self.weights[_UNRELATED]

    def _rare(self, level: int, written: str) -> tuple[int, float]:
        return level, self.weights[level] + self.factor * self.rarity.first(written)

    def _misspelt(self, written: str, registered: str) -> tuple[int, float]:
        bearers = self.rarity.index.first_share(registered)
        others = max(self.rarity.index.first_share(written), self.parameters.unseen_share)
        weight = self.rarity.misspelt(max(bearers, 1e-9), others, self.parameters.typo_share)
        weight = self.weights[_ONE_EDIT] + (self.factor * weight if weight > 0 else weight)
        return (_ONE_EDIT, weight) if weight > self.weights[_UNRELATED] else (_UNRELATED, self.weights[_UNRELATED])
