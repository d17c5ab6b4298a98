"""What a cut would do, told before it is done: who would be kept, and how many voters live where."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from f2f_desktop.voterfile.districts import Chosen, by_number

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
    dropped: dict[str, int]
    """Reason to number of rows."""
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
