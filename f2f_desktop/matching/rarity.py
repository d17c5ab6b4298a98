"""How many people could be written with a name: what an agreement on it is worth.

The share is the file's own, and at least the country's: contacts who live elsewhere bear names that are rare here
and common there. The country's shares are the extract's, where it carries some; of surnames, else, the program's.
"""

import math
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
        self._first: dict[str, float] = {}
        self._national_surnames, self._national_given = index.national_names or (national_surname_shares(), {})

    def first_share(self, written: str) -> float:
        """Share of people who could be written with this given name: bearers, and those it is a nickname for."""
        known = self._first.get(written)
        if known is None:
            share = self._given_share
            formal = self.nicknames.formal_of(written)
            known = self._first[written] = math.fsum([self._smallest, share(written), *map(share, formal)])
        return known

    def last_share(self, written: str) -> float:
        """Share of people with this surname, here or in the country."""
        here = self.index.last_share(written) + self._smallest
        return max(here, self.national(written))

    def _given_share(self, name: str) -> float:
        return max(self.index.first_share(name), self._national_given.get(name, 0.0))

    def national(self, written: str) -> float:
        """Share of people in the country with this surname, 0 if nobody tells."""
        return self._national_surnames.get(written, 0.0)

    def first(self, written: str) -> float:
        """Rarity of a given name."""
        return -math.log(self.first_share(written))

    def last_by_word(self) -> NDArray[np.float64]:
        """Rarity of every surname of the index's vocabulary, by number; the same as `last` of each."""
        shares = self.index.last_shares + self._smallest
        number = self.index.vocabulary.get
        for name, national in self._national_surnames.items():
            word = number(name, 0)
            if word and shares[word] < national:
                shares[word] = national
        return -np.log(shares)

    def last(self, written: str) -> float:
        """Rarity of a surname."""
        return -math.log(self.last_share(written))

    def first_initial(self, letter: str) -> float:
        """Rarity of a given name's initial."""
        return -math.log(float(self.index.first_initial_shares[ord(letter)]) + self._smallest)

    def last_initials(self) -> NDArray[np.float64]:
        """Rarity of a surname's initial, by ASCII code."""
        return -np.log(self.index.last_initial_shares + self._smallest)

    def first_misspelt(self, written: str, registered: str, parameters: Parameters) -> float:
        """What a given name one edit away from the voter's says (see `misspelt`)."""
        bearers = max(self.index.first_share(registered), 1e-9)
        others = max(self.index.first_share(written), parameters.unseen_share)
        return misspelt(bearers, others, parameters.typo_share)

    def last_misspelt(self, written: str, registered: str, parameters: Parameters) -> float:
        """What a surname one edit away from the voter's says (see `misspelt`)."""
        bearers = max(self.index.last_share(registered), self.national(registered)) + 1e-9
        others = max(self.index.last_share(written), self.national(written), parameters.unseen_share)
        return misspelt(bearers, others, parameters.typo_share)


def misspelt(bearers: float, others: float, typo_share: float) -> float:
    """What a written name one edit away from the voter's says.

    `bearers`: share of people with the voter's name, `others`: with the name as written, `typo_share`: how often
    a name is written with one certain misspelling. ln(t / (bearers t + others)): either somebody of the voter's
    name was misspelt, or somebody has that other name.
    """
    return -math.log(bearers + others / typo_share)
