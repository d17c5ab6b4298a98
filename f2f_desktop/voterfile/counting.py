"""What a cut would do, told before it is done: who would be kept, and how many voters live where."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from f2f_desktop.campaign.filters import District
from f2f_desktop.voterfile.districts import COUNTY, Chosen, by_number, choose, wanted_codes, within_counties
from f2f_desktop.voterfile.layout import Source

EVERY_KIND = "all"
"""In place of kinds to count by: all that the file has."""


class Place(msgspec.Struct, frozen=True):
    """How many voters live in one district."""

    code: str
    name: str
    """The other way of writing it, where the file has one."""
    voters: int


class CountReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a cut would do: `rows` is `kept` and all that is `dropped`."""

    layout: str
    certainty: int
    """How sure the layout is, in hundredths; 100 where it was named."""
    why: str
    notes: tuple[str, ...]
    rows: int
    kept: int
    mended: int = 0
    """Damaged rows that could be read nevertheless."""
    dropped: dict[str, int]
    """Reason to number of rows."""
    files: dict[str, tuple[str, ...]] = {}
    """What files are (`voters`, `history`, ...) to their names."""
    by: dict[str, tuple[Place, ...]]
    """Kind of district to its districts in the order of their codes; rows with an id that occurs twice count twice."""
    kinds: tuple[str, ...]
    """The kinds of districts that this file may be cut by."""
    only_asked: tuple[str, ...] = ()
    """Those of them that an extract holds only where its columns name them."""
    columns: dict[str, str]
    """The columns that an extract of this file may hold besides districts, and what each is for."""


def lives_in(record: Sequence[str], chosen: Mapping[str, Chosen]) -> bool:
    """Whether a group of records (reason, then code and other text per kind) lives in the chosen districts."""
    return all(
        record[1 + 2 * place] in texts.codes or record[2 + 2 * place] in texts.others
        for place, texts in enumerate(chosen.values())
    )


def tally(living: Mapping[tuple[str, ...], int]) -> tuple[Place, ...]:
    """The voters of each district, out of those by code and other text, and its most frequent other text."""
    voters: Counter[str] = Counter()
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for (code, name), count in living.items():
        voters[code] += count
        names[code][name] += count
    return tuple(
        Place(code, names[code].most_common(1)[0][0], voters[code]) for code in sorted(voters, key=by_number)
    )


@dataclass(frozen=True, eq=False)
class Crossing:
    """How many voters live in each combination of districts: what any choice of districts keeps follows from it.

    Rows with an id that occurs twice count twice.
    """

    kinds: Mapping[str, Source]
    """The kinds that it knows, as the layout declares them."""
    meanings: Mapping[str, Mapping[str, str]]
    """What the layout says that codes of a kind mean."""
    pairs: Mapping[str, Sequence[tuple[str, str]]]
    """Kind to its distinct pairs of code and other text."""
    places: Mapping[str, NDArray[np.int32]]
    """Kind to an index into its pairs for each combination."""
    voters: NDArray[np.int64]
    """Voters of each combination."""

    def passing(self, districts: Sequence[District]) -> int:
        """The voters who live in these districts. Raises DistrictUnknown and DistrictAmbiguous, as cutting does."""
        return int(self.voters[self._chosen(districts)].sum())

    def counties(self, districts: Sequence[District]) -> tuple[str, ...]:
        """The counties in which chosen districts lie whose codes mostly begin anew in each; none where it is clear."""
        asked = wanted_codes(districts, self.kinds)
        if not within_counties(asked, self.kinds):
            return ()
        codes = {self.pairs[COUNTY][place][0] for place in self.places[COUNTY][self._chosen(districts)].tolist()}
        return tuple(sorted(filter(None, codes), key=by_number))

    def _chosen(self, districts: Sequence[District]) -> NDArray[np.bool_]:
        taken = np.ones(len(self.voters), bool)
        for kind, wanted in wanted_codes(districts, self.kinds).items():
            pairs = self.pairs[kind]
            codes, others = {code for code, _ in pairs}, {other for _, other in pairs}
            texts = choose(kind, wanted, codes, others, self.meanings.get(kind))
            fits = np.array([code in texts.codes or other in texts.others for code, other in pairs], bool)
            taken &= fits[self.places[kind]]
        return taken


def crossing(
    kinds: Mapping[str, Source],
    meanings: Mapping[str, Mapping[str, str]],
    groups: Mapping[tuple[str, ...], int],
) -> Crossing:
    """The crossing of records by code and other text of each kind, in the order of `kinds`."""
    pairs: dict[str, list[tuple[str, str]]] = {}
    places: dict[str, NDArray[np.int32]] = {}
    for at, kind in enumerate(kinds):
        numbers: dict[tuple[str, str], int] = {}
        found = (numbers.setdefault((group[2 * at], group[2 * at + 1]), len(numbers)) for group in groups)
        places[kind] = np.fromiter(found, np.int32, count=len(groups))
        pairs[kind] = list(numbers)
    return Crossing(kinds, meanings, pairs, places, np.fromiter(groups.values(), np.int64, count=len(groups)))
