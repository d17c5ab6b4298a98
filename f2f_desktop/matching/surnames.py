"""How written surnames relate to a file's: level and rarity of every pair, by arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching.folding import NameKey
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.name_columns import MOST_PARTS, letters_at
from f2f_desktop.matching.parameters import LastNameWeights, Parameters
from f2f_desktop.matching.ragged import Ragged
from f2f_desktop.matching.rarity import Rarity
from f2f_desktop.matching.sorted_keys import Rows, distinct, pair_key, places_of

LEVELS = LastNameWeights.names()
_EXACT = LEVELS.index("exact")
_ONE_PART = LEVELS.index("one_part")
_PARTS_SWAPPED = LEVELS.index("parts_swapped")
_INITIAL = LEVELS.index("initial")
_ONE_EDIT = LEVELS.index("one_edit")
_MIDDLE = LEVELS.index("middle_name")
_UNRELATED = LEVELS.index("unrelated")
_MISSING = LEVELS.index("missing")


@dataclass(frozen=True, eq=False)
class WrittenSurnames:
    """w distinct written surnames. Words are numbers of the index's vocabulary, 0 for one that no voter bears."""

    whole: NDArray[np.int32]
    parts: NDArray[np.int32]
    """Shape (w, MOST_PARTS): of a simple surname, the whole alone."""
    rarity: NDArray[np.float64]
    """Of the whole; means nothing for a surname that no voter bears."""
    part_rarity: NDArray[np.float64]
    """Shape (w, MOST_PARTS)."""
    initial_rarity: NDArray[np.float64]
    lengths: NDArray[np.int64]
    initials: NDArray[np.uint8]
    edit_keys: NDArray[np.int64]
    """Sorted pairs of written number and a word one edit away ..."""
    edit_rarity: NDArray[np.float64]
    """... and what the rarity's factor multiplies there."""
    sure: Ragged
    """By written surname: itself and its parts, as far as somebody bears them."""
    vague: Ragged
    """By written surname: misspellings."""

    @classmethod
    def relate(
        cls,
        written: Sequence[NameKey],
        correctable: frozenset[str],
        index: VoterIndex,
        rarity: Rarity,
        parameters: Parameters,
    ) -> "WrittenSurnames":
        """Relates surnames, each there once; misspellings are looked for only in the `correctable` ones."""
        number = index.vocabulary.get
        wholes = [key.whole for key in written]
        whole = np.array([number(name, 0) for name in wholes], np.int32)
        parts = np.zeros((len(written), MOST_PARTS), np.int32)
        parts[:, 0] = whole
        double = [place for place, key in enumerate(written) if key.parts]
        for place in double:
            numbers = [number(word, 0) for word in written[place].parts[:MOST_PARTS]]
            parts[place, : len(numbers)] = numbers
        borne = pair_key(
            np.repeat(np.arange(len(written)), MOST_PARTS + 1), np.column_stack((whole, parts)).ravel()
        )
        sure = distinct(borne[index.last_shares[borne & 0xFFFFFFFF] > 0])
        by_word = rarity.last_by_word()
        askers = np.flatnonzero([name in correctable for name in wholes])
        near, words = index.last_near([wholes[place] for place in askers.tolist()])
        near = askers[near]
        shares = rarity.last_shares(wholes, whole)
        misspelt = rarity.misspelt(np.exp(-by_word[words]), shares[near], parameters)
        weights = parameters.last_name.one_edit + parameters.last_name_rarity * misspelt
        kept = weights > parameters.last_name.unrelated
        edit_keys, edit_rarity = pair_key(near[kept], words[kept]), misspelt[kept]
        order = np.argsort(edit_keys)
        initials = letters_at(0, wholes)
        return cls(
            whole,
            parts,
            by_word[whole],
            by_word[parts],
            rarity.last_initials()[initials],
            np.fromiter(map(len, wholes), np.int64, len(wholes)),
            initials,
            edit_keys[order],
            edit_rarity[order],
            Ragged.of_pairs(sure, len(written)),
            Ragged.of_pairs(edit_keys[order], len(written)),
        )

    def compare(
        self, written: Rows, values: Rows, middle_values: Rows, index: VoterIndex, parameters: Parameters
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Level and rarity of each written surname (by number) against a voter's (by value).

        The weight is the level's plus the rarity times `last_name_rarity`.
        """
        names = index.last
        levels = np.full(len(written), _UNRELATED, np.int64)
        rarity = np.zeros(len(written))
        whole = names.whole[values]
        exact = (self.whole[written] == whole) & (whole > 0)
        levels[exact], rarity[exact] = _EXACT, self.rarity[written[exact]]
        rest = np.flatnonzero(~exact)
        self._initials(levels, rarity, rest, written, whole, index)
        self._misspellings(levels, rarity, rest, written, whole)
        self._shared_parts(levels, rarity, rest, written, names.parts[values[rest]])
        self._middle_names(levels, rarity, written, middle_values, index, parameters)
        missing = (self.lengths[written] == 0) | (whole == 0)
        levels[missing], rarity[missing] = _MISSING, 0.0
        return levels, rarity

    def _initials(
        self,
        levels: NDArray[np.int64],
        rarity: NDArray[np.float64],
        rest: Rows,
        written: Rows,
        whole: Rows,
        index: VoterIndex,
    ) -> None:
        places = rest[self.lengths[written[rest]] == 1]
        places = places[self.initials[written[places]] == index.initials[whole[places]]]
        levels[places], rarity[places] = _INITIAL, self.initial_rarity[written[places]]

    def _misspellings(
        self, levels: NDArray[np.int64], rarity: NDArray[np.float64], rest: Rows, written: Rows, whole: Rows
    ) -> None:
        places, found = places_of(pair_key(written[rest], whole[rest]), self.edit_keys)
        levels[rest[found]], rarity[rest[found]] = _ONE_EDIT, self.edit_rarity[places[found]]

    def _shared_parts(
        self,
        levels: NDArray[np.int64],
        rarity: NDArray[np.float64],
        rest: Rows,
        written: Rows,
        theirs: NDArray[np.int32],
    ) -> None:
        """One part of a double surname, the rarest that both have, or several in another order."""
        single = (theirs[:, 1] == 0) & (self.parts[written[rest], 1] == 0)
        rest, theirs = rest[~single], theirs[~single]
        if not len(rest):
            return
        mine = self.parts[written[rest]]
        shared = ((mine[:, :, None] == theirs[:, None, :]) & (mine[:, :, None] > 0)).any(axis=2)
        count = shared.sum(axis=1)
        any_ = count > 0
        best = np.where(shared, self.part_rarity[written[rest]], -np.inf).max(axis=1)
        levels[rest[any_]] = np.where(count[any_] > 1, _PARTS_SWAPPED, _ONE_PART)
        rarity[rest[any_]] = best[any_]

    def _middle_names(
        self,
        levels: NDArray[np.int64],
        rarity: NDArray[np.float64],
        written: Rows,
        middle_values: Rows,
        index: VoterIndex,
        parameters: Parameters,
    ) -> None:
        """A written surname that is the voter's middle name: often a maiden name."""
        places = np.flatnonzero((levels == _UNRELATED) & (self.lengths[written] > 1) & (self.whole[written] > 0))
        middles = index.middle
        values = middle_values[places]
        mine = self.whole[written[places]]
        same = (middles.whole[values] == mine) | (middles.parts[values] == mine[:, None]).any(axis=1)
        weight = parameters.last_name.middle_name + parameters.last_name_rarity * self.rarity[written[places]]
        same &= weight > parameters.last_name.unrelated
        levels[places[same]] = _MIDDLE
        rarity[places[same]] = self.rarity[written[places[same]]]
