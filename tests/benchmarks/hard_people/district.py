"""A district: households of grown-up people, as columns.

Rows are in the order in which they were made, household by household; only `voter_file` mixes them.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.hard_people.name_lists import NameLists
from tests.benchmarks.hard_people.rates import DistrictRates

THIS_YEAR = 2026
SPANISH = 3
LOCAL_CODES = (919, 984, 336, 743)
STATE_CODES = (252, 704, 980, 828, 910, 472)
FAR_CODES = (212, 312, 415, 503, 617, 206, 404, 305, 713, 602)
EXCHANGES = range(550, 580)
"""All numbers are invented, of these exchanges alone."""
ZIPS = 18
STREETS_PER_ZIP = 140
GROWN_UPS_PER_HOUSEHOLD = 2.0
SPARE_EVERY = 3
"""One number that nobody has for so many people, and two thousand more."""

Ints = NDArray[np.int32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class People:
    """n grown-ups as columns of shape (n,). Names are numbers into the lists; -1 is none."""

    lists: NameLists
    household: Ints
    group: NDArray[np.int8]
    male: Flags
    birth_year: NDArray[np.int16]
    given: Ints
    given_second: Ints
    """The second half of `Mary Ann`."""
    middle: Ints
    surname: Ints
    surname_second: Ints
    """The second half of `Smith-Jones`, `Garcia Lopez`."""
    hyphen: Flags
    born: Ints
    """Surname at birth."""
    born_second: Ints
    took_name: Flags
    suffix: NDArray[np.int8]
    """Index into SUFFIXES."""
    partner: Ints
    """Row of the partner at home, or -1."""
    zip: NDArray[np.int8]
    street: Ints
    number: Ints
    flat: Ints
    """0: none."""
    mobile: NDArray[np.int64]
    landline: NDArray[np.int64]
    """0: none."""
    registered: Flags
    spare_numbers: tuple[NDArray[np.int64], ...]
    """Telephone numbers that nobody has: local ones, the state's, far ones."""

    def __len__(self) -> int:
        return len(self.household)

    def housemates(self, row: int) -> list[int]:
        """The other rows of somebody's household."""
        first, last = np.searchsorted(self._sorted_households, (self.household[row], self.household[row] + 1))
        return [other for other in self._by_household[first:last].tolist() if other != row]

    def __post_init__(self) -> None:
        order = np.argsort(self.household, kind="stable")
        object.__setattr__(self, "_by_household", order)
        object.__setattr__(self, "_sorted_households", self.household[order])

    _by_household: NDArray[np.intp] = None  # type: ignore[assignment]
    _sorted_households: Ints = None  # type: ignore[assignment]


SUFFIXES = ("", "JR", "SR", "II", "III")


def make_people(lists: NameLists, rates: DistrictRates, voters: int, seed: int) -> People:
    """A district with exactly `voters` registered people."""
    rng = np.random.default_rng((seed, 1))
    households = int(voters / rates.registered / GROWN_UPS_PER_HOUSEHOLD) + 2
    homes = _Homes(rng, rates, households)
    n = len(homes.household)
    given, given_second = _given_names(rng, lists, rates, homes)
    middle = np.where(
        rng.random(n) < rates.middle_name, lists.draw_given(rng, homes.group, homes.male, homes.birth_year), -1
    )
    middle[middle == given] = -1
    names = _surnames(rng, lists, rates, homes)
    suffix = _suffixes(rng, rates, homes, given, given_second, middle, names[0], names[1])
    carries_maiden = names[5] & (rng.random(n) < rates.maiden_as_middle)
    mobile, landline, spare = _phone_numbers(rng, n, rng.random(households) < rates.landline, rates.local_mobile)
    registered = rng.random(n) < rates.registered
    surplus = np.flatnonzero(registered)[: max(0, int(registered.sum()) - voters)]
    registered[rng.permutation(np.flatnonzero(registered))[: len(surplus)]] = False
    missing = voters - int(registered.sum())
    registered[rng.permutation(np.flatnonzero(~registered))[: max(0, missing)]] = True
    return People(
        lists,
        homes.household,
        homes.group,
        homes.male,
        homes.birth_year,
        given,
        given_second,
        np.where(carries_maiden, -2 - names[3], middle).astype(np.int32),
        *names[:5],
        names[5],
        suffix,
        homes.partner,
        *_addresses(rng, rates, homes.household, households),
        mobile,
        landline[homes.household],
        registered,
        spare,
    )


class _Homes:
    """Who lives with whom, and of which group, sex and age: columns, one entry per person."""

    def __init__(self, rng: np.random.Generator, rates: DistrictRates, households: int) -> None:
        age = (20 + 72 * rng.beta(1.4, 1.9, households)).astype(int)
        group = rng.choice(4, households, p=rates.groups).astype(np.int8)
        male = rng.random(households) < 0.5
        coupled = rng.random(households) < np.select([age < 28, age < 75], [0.25, 0.6], 0.4)
        children = np.where((age > 41) & (age < 72), rng.choice(4, households, p=(0.55, 0.27, 0.13, 0.05)), 0)
        lodgers = np.where((age < 32) & ~coupled, rng.choice(4, households, p=(0.5, 0.25, 0.15, 0.1)), 0)
        elders = ((age > 35) & (age < 62) & (rng.random(households) < 0.05)).astype(int)
        heads = np.arange(households)
        with_partner, with_child = heads[coupled], np.repeat(heads, children)
        with_lodger, with_elder = np.repeat(heads, lodgers), heads[elders > 0]
        parts = (heads, with_partner, with_child, with_lodger, with_elder)
        self.household = np.concatenate(parts).astype(np.int32)
        self.role = np.repeat(np.arange(5), [len(part) for part in parts])
        starts = np.cumsum([0, *(len(part) for part in parts)])
        n = len(self.household)
        self.group = group[self.household].copy()
        any_group = (self.role == 3) | ((self.role == 1) & (rng.random(n) < rates.mixed_couple))
        self.group[any_group] = rng.choice(4, int(any_group.sum()), p=rates.groups)
        self.male = rng.random(n) < 0.49
        self.male[:households] = male
        of_partner = slice(starts[1], starts[2])
        self.male[of_partner] = male[with_partner] ^ (rng.random(len(with_partner)) < 0.97)
        ages = age[self.household].copy()
        ages[of_partner] += np.round(rng.normal(0, 3.5, len(with_partner))).astype(int)
        of_child = slice(starts[2], starts[3])
        oldest = np.minimum(age[with_child] - 19, 36)
        ages[of_child] = 18 + (rng.random(len(with_child)) * np.maximum(1, oldest - 17)).astype(int)
        ages[starts[3] : starts[4]] += rng.integers(-4, 5, starts[4] - starts[3])
        ages[starts[4] :] += rng.integers(20, 35, n - starts[4])
        self.birth_year = (THIS_YEAR - np.clip(ages, 18, 103)).astype(np.int16)
        second = np.flatnonzero(np.diff(self.household, prepend=-1) == 0)
        twins = second[(self.role[second] == 2) & (rng.random(len(second)) < rates.twins)]
        self.birth_year[twins] = self.birth_year[twins - 1]
        self.partner = np.full(n, -1, np.int32)
        self.partner[with_partner] = np.arange(starts[1], starts[2])
        self.partner[of_partner] = with_partner
        self.father = np.full(n, -1)
        self.mother = np.full(n, -1)
        mate = self.partner[with_child]
        head_is_father = self.male[with_child]
        self.father[of_child] = np.where(head_is_father, with_child, mate)
        self.mother[of_child] = np.where(head_is_father, mate, with_child)


def _given_names(
    rng: np.random.Generator, lists: NameLists, rates: DistrictRates, homes: _Homes
) -> tuple[Ints, Ints]:
    n = len(homes.household)
    given = lists.draw_given(rng, homes.group, homes.male, homes.birth_year)
    other = lists.draw_given(rng, homes.group, homes.male, homes.birth_year)
    double = rng.random(n) < np.array(rates.double_given_name)[homes.group]
    return given, np.where(double & (other != given), other, -1).astype(np.int32)


def _surnames(
    rng: np.random.Generator, lists: NameLists, rates: DistrictRates, homes: _Homes
) -> tuple[Ints, Ints, Flags, Ints, Ints, Flags]:
    """surname, its second half, hyphen, surname at birth, its second half, took another."""
    n = len(homes.household)
    spanish = homes.group == SPANISH
    born = lists.draw_surnames(rng, homes.group)
    second = lists.draw_surnames(rng, homes.group)
    two = spanish & (rng.random(n) < rates.two_surnames)
    father, mother = homes.father, homes.mother
    from_father, from_mother = father >= 0, (father < 0) & (mother >= 0)
    born = np.where(from_father, born[father], np.where(from_mother, born[mother], born))
    second = np.where(from_father & (mother >= 0), born[mother], second)
    # Whoever moved in with a grown-up child is his or her parent: half of them bear the child's name.
    elder = (homes.role == 4) & (rng.random(n) < 0.5)
    born[elder] = born[homes.household[elder]]
    born_second = np.where(two, second, -1)
    surname, surname_second = born.copy(), born_second.copy()
    hyphen = two & (rng.random(n) < 0.33)
    wife = (homes.partner >= 0) & ~homes.male & homes.male[homes.partner]
    takes = wife & (rng.random(n) < np.array(rates.took_surname)[homes.group])
    both = wife & ~takes & (rng.random(n) < rates.hyphenated * 3)
    his = born[np.maximum(homes.partner, 0)]
    surname = np.where(takes, his, surname)
    surname_second = np.where(takes, -1, np.where(both, his, surname_second))
    hyphen = np.where(both, rng.random(n) < 0.7, hyphen & ~takes)
    divorced = ~homes.male & (homes.partner < 0) & (homes.birth_year < THIS_YEAR - 30) & (homes.role != 2)
    divorced &= rng.random(n) < rates.divorced_with_his_name
    surname = np.where(divorced, lists.draw_surnames(rng, homes.group), surname)
    surname_second = np.where(divorced, -1, surname_second)
    took = (takes | divorced) & (surname != born)
    int32 = np.int32
    return (
        surname.astype(int32),
        surname_second.astype(int32),
        hyphen & (surname_second >= 0),
        born.astype(int32),
        born_second.astype(int32),
        took,
    )


def _suffixes(
    rng: np.random.Generator,
    rates: DistrictRates,
    homes: _Homes,
    given: Ints,
    given_second: Ints,
    middle: Ints,
    surname: Ints,
    surname_second: Ints,
) -> NDArray[np.int8]:
    """Makes some sons their fathers' namesakes, changing the names in place, and gives them their suffixes."""
    n = len(given)
    suffix = np.zeros(n, np.int8)
    others = homes.male & (rng.random(n) < rates.suffix)
    suffix[others] = rng.choice((1, 1, 1, 1, 2, 3, 4, 4), int(others.sum()))
    sons = np.flatnonzero(homes.male & (homes.father >= 0) & (rng.random(n) < rates.junior))
    _, eldest = np.unique(homes.father[sons], return_index=True)
    sons = sons[eldest]
    fathers = homes.father[sons]
    for column in (given, given_second, middle, surname, surname_second):
        column[sons] = column[fathers]
    suffix[sons] = np.where(rng.random(len(sons)) < 0.85, 1, 4)
    suffix[fathers] = np.where(suffix[sons] == 4, 1, np.where(rng.random(len(sons)) < 0.4, 2, 0))
    return suffix


def _phone_numbers(
    rng: np.random.Generator, people: int, with_landline: Flags, local_share: float
) -> tuple[NDArray[np.int64], NDArray[np.int64], tuple[NDArray[np.int64], ...]]:
    """Mobiles by person, landlines by household (0: none), and numbers that nobody has; no two alike."""
    kind = rng.random(people)
    local = kind < local_share
    far = kind > local_share + (1 - local_share) * 0.5
    state = ~local & ~far
    spare = people // SPARE_EVERY + 2_000
    mobile = np.zeros(people, np.int64)
    free = []
    for codes, those in ((LOCAL_CODES, local), (STATE_CODES, state), (FAR_CODES, far)):
        count = int(those.sum())
        numbers = different_numbers(
            rng, codes, count + spare + (int(with_landline.sum()) if those is local else 0)
        )
        mobile[those] = numbers[:count]
        free.append(numbers[count : count + spare])
        if those is local:
            landlines = numbers[count + spare :]
    landline = np.zeros(len(with_landline), np.int64)
    landline[with_landline] = landlines
    return mobile, landline, tuple(free)


def different_numbers(rng: np.random.Generator, codes: tuple[int, ...], count: int) -> NDArray[np.int64]:
    """`count` telephone numbers of ten digits, no two alike."""
    size = len(codes) * len(EXCHANGES) * 10_000
    if count > size:
        raise ValueError(f"{count} numbers are more than {len(codes)} area codes have")
    # Steps without a common divisor with the size come by every number once before they come round.
    step = next(step for step in rng.integers(size // 5, size, 1000).tolist() if math.gcd(step, size) == 1)
    places = (int(rng.integers(size)) + step * np.arange(count, dtype=np.int64)) % size
    exchange = EXCHANGES.start + places % (len(EXCHANGES) * 10_000) // 10_000
    area = np.array(codes, np.int64)[places // (len(EXCHANGES) * 10_000)]
    return area * 10_000_000 + exchange * 10_000 + places % 10_000


def _addresses(
    rng: np.random.Generator, rates: DistrictRates, household: Ints, households: int
) -> tuple[NDArray[np.int8], Ints, Ints, Ints]:
    """ZIP, street, house number, flat of each person."""
    zips = rng.choice(ZIPS, households, p=rng.dirichlet(np.full(ZIPS, 8.0))).astype(np.int8)
    street = zips.astype(np.int32) * STREETS_PER_ZIP + np.minimum(
        rng.exponential(STREETS_PER_ZIP / 4, households).astype(int), STREETS_PER_ZIP - 1
    )
    number = (
        rng.integers(1, 99, households) * 100
        + rng.integers(1, 50, households) * 2
        - rng.integers(0, 2, households)
    )
    in_flats = rng.random(households) < rates.flat
    number = np.where(in_flats, rng.integers(1, 12, households) * 100, number)
    flat = np.where(in_flats, rng.integers(1, 120, households), 0)
    columns = (zips, street.astype(np.int32), number.astype(np.int32), flat.astype(np.int32))
    return tuple(column[household] for column in columns)  # type: ignore[return-value]
