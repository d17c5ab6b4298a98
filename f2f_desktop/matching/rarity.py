"""How many people could be written with a name: what an agreement on it is worth.

The share is the file's own, and at least the country's: contacts who live elsewhere bear names that are rare here
and common there. The country's shares are the extract's, where it carries some; of surnames, else, the program's.
"""

import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.contacts.nicknames import NicknameTable, nickname_table
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.parameters import Parameters

_NATIONAL = Path(__file__).with_name("national_surnames.txt")


@cache
def national_surname_shares() -> dict[str, float]:
    """Share of people with each of the most frequent surnames of the United States (Census 2000)."""
    shares = {}
    for line in _NATIONAL.read_text(encoding="ascii").splitlines():
        if not line.startswith("#"):
            name, per_100k = line.split()
            shares[name] = float(per_100k) / 100_000
    return shares


class Rarity:
    """Rarities by name for one file, remembered once computed. All are -ln of a share."""

    def __init__(self, index: VoterIndex, nicknames: NicknameTable | None = None) -> None:
        self.index = index
        self.nicknames = nicknames or nickname_table()
        self._smallest = 0.5 / max(1, len(index))
        self._national_surnames, self._national_given = index.national_names or (national_surname_shares(), {})

    def first(self, written: Sequence[str], words: NDArray[np.int64]) -> NDArray[np.float64]:
        """Rarities of given names, 0 for none: -ln of the share of people who could be written so.

        These are the bearers, and those it is a nickname for. `words`: the names' numbers in the index.
        """
        shares = (self.index.first_shares[words] + self._smallest).tolist()
        formal_of, share = self.nicknames.formal_of, self._given_share
        for place, name in enumerate(written):
            formal = formal_of(name)
            if formal or self._national_given:
                shares[place] = math.fsum([self._smallest, share(name), *map(share, formal)])
        return np.array([-math.log(share) if name else 0.0 for name, share in zip(written, shares, strict=True)])

    def _given_share(self, name: str) -> float:
        return max(self.index.first_share(name), self._national_given.get(name, 0.0))

    def national(self, written: str) -> float:
        """Share of people in the country with this surname, 0 if nobody tells."""
        return self._national_surnames.get(written, 0.0)

    def last_by_word(self) -> NDArray[np.float64]:
        """Rarity of every surname of the index's vocabulary, by number: here, or in the country."""
        shares = self.index.last_shares + self._smallest
        number = self.index.vocabulary.get
        for name, national in self._national_surnames.items():
            word = number(name, 0)
            if word and shares[word] < national:
                shares[word] = national
        return -np.log(shares)

    def last_shares(self, written: Sequence[str], words: NDArray[np.int32]) -> NDArray[np.float64]:
        """Shares of people with these surnames, here or in the country; 0 for one that nobody has.

        `words`: the surnames' numbers in the index.
        """
        country = self._national_surnames.get
        national = np.fromiter((country(name, 0.0) for name in written), np.float64, len(written))
        return np.asarray(np.maximum(self.index.last_shares[words], national))

    def first_initials(self) -> NDArray[np.float64]:
        """Rarity of a given name's initial, by ASCII code."""
        return -np.log(self.index.first_initial_shares + self._smallest)

    def last_initials(self) -> NDArray[np.float64]:
        """Rarity of a surname's initial, by ASCII code."""
        return -np.log(self.index.last_initial_shares + self._smallest)

    @staticmethod
    def misspelt(
        bearers: NDArray[np.float64], others: NDArray[np.float64], parameters: Parameters
    ) -> NDArray[np.float64]:
        """What written names one edit away from a voter's say.

        `bearers`: shares of people with the voter's name, `others`: with the name as written. With t the share of
        people whose name is written with one certain misspelling: ln(t / (bearers t + others)). Either somebody of
        the voter's name was misspelt, or somebody has that other name.
        """
        unseen = np.maximum(others, parameters.unseen_share)
        return np.asarray(-np.log(np.maximum(bearers, 1e-9) + unseen / parameters.typo_share))
