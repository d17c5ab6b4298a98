"""How a written surname compares with a voter's: the level, and its weight with the name's rarity."""

from rapidfuzz.distance import OSA

from f2f_desktop.matching.folding import NameKey
from f2f_desktop.matching.parameters import LastNameWeights, Parameters
from f2f_desktop.matching.rarity import Rarity

LEVELS = LastNameWeights.names()
_EXACT = LEVELS.index("exact")
_ONE_PART = LEVELS.index("one_part")
_PARTS_SWAPPED = LEVELS.index("parts_swapped")
_INITIAL = LEVELS.index("initial")
_ONE_EDIT = LEVELS.index("one_edit")
_MIDDLE = LEVELS.index("middle_name")
_UNRELATED = LEVELS.index("unrelated")
_MISSING = LEVELS.index("missing")
_MIN_TYPO = 4


class Surnames:
    """Compares surnames for one file and one set of weights."""

    def __init__(self, rarity: Rarity, parameters: Parameters) -> None:
        self.rarity = rarity
        self.weights = parameters.last_name.weights()
        self.factor = parameters.last_name_rarity
        self.parameters = parameters

    def compare(self, written: NameKey, voter: NameKey) -> tuple[int, float]:
        """Level and weight of a written surname against a voter's."""
        if not written.whole or not voter.whole:
            return _MISSING, self.weights[_MISSING]
        if written.whole == voter.whole:
            return self._rare(_EXACT, written.whole)
        if len(written.whole) == 1:
            if written.whole == voter.whole[0]:
                return _INITIAL, self.weights[_INITIAL] + self.factor * self.rarity.last_initial(written.whole)
            return _UNRELATED, self.weights[_UNRELATED]
        shared = set(written.parts or (written.whole,)) & set(voter.parts or (voter.whole,))
        if shared:
            level = _PARTS_SWAPPED if len(shared) > 1 else _ONE_PART
            return max(self._rare(level, part) for part in sorted(shared))
        if min(len(written.whole), len(voter.whole)) >= _MIN_TYPO:
            return self._misspelt(written.whole, voter.whole)
        return _UNRELATED, self.weights[_UNRELATED]

    def compare_middle(self, written: NameKey, middle: NameKey) -> tuple[int, float]:
        """Level and weight if the written surname is the voter's middle name; `unrelated` unless it is."""
        if len(written.whole) > 1 and middle.whole and written.whole in {middle.whole, *middle.parts}:
            level, weight = self._rare(_MIDDLE, written.whole)
            return level, weight
        return _UNRELATED, self.weights[_UNRELATED]

    def _rare(self, level: int, written: str) -> tuple[int, float]:
        return level, self.weights[level] + self.factor * self.rarity.last(written)

    def _misspelt(self, written: str, registered: str) -> tuple[int, float]:
        if OSA.distance(written, registered, score_cutoff=1) == 1:
            others = max(self._share(written), self.parameters.unseen_share)
            weight = self.rarity.misspelt(self._share(registered) + 1e-9, others, self.parameters.typo_share)
            weight = self.weights[_ONE_EDIT] + (self.factor * weight if weight > 0 else weight)
            if weight > self.weights[_UNRELATED]:
                return _ONE_EDIT, weight
        return _UNRELATED, self.weights[_UNRELATED]

    def _share(self, name: str) -> float:
        return max(self.rarity.index.last_share(name), self.rarity.national(name))
