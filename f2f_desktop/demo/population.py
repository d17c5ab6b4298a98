"""A synthetic district: households of invented people, most of them registered, with phones and histories.

Numbers are clearly invented: all have an exchange from 550 to 559, or on to 579 where a district needs more than
those million. Streets, cities and counties do not exist.
"""

import datetime as dt
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.contacts.nicknames import nickname_table
from f2f_desktop.demo import names
from f2f_desktop.demo.writing import misspelt
from f2f_desktop.matching.folding import fold

THIS_YEAR = 2026
ELECTION_DAYS = (
    dt.date(2016, 11, 8),
    dt.date(2018, 11, 6),
    dt.date(2020, 11, 3),
    dt.date(2022, 11, 8),
    dt.date(2024, 11, 5),
)
GENERALS = tuple(day.year for day in ELECTION_DAYS)
"""Years of the general elections in the histories."""
REMOVED_EVERY = 97
CONFIDENTIAL_EVERY = 403
"""Every so-many-th of the registered is removed, or confidential."""
AREA_CODES = (919, 984, 336, 743, 252, 704, 980, 828, 910, 472)
EXCHANGES = range(550, 560)
MORE_EXCHANGES = range(550, 580)

SPANISH = names.GROUPS.index("spanish")

CITIES = (
    ("RIVERS BEND", "ALDER", "27991"),
    ("RIVERS BEND", "ALDER", "27992"),
    ("RIVERS BEND", "ALDER", "27993"),
    ("MILLBROOK FALLS", "ALDER", "27994"),
    ("HERON LAKE", "FENWICK", "27995"),
    ("QUARRY HILL", "FENWICK", "27996"),
)
"""City, county and ZIP code of the six parts of the district."""


@dataclass(frozen=True)
class Mix:
    """Rates by which a district is drawn; shares of all people unless said otherwise."""

    black: float = 0.2
    asian: float = 0.06
    spanish: float = 0.12
    registered: float = 0.85
    phone_in_file: float = 0.55
    """Of the registered."""
    stale_phone: float = 0.2
    """Of the phones in the file: another person's by now."""
    junior: float = 0.02
    """Of the households with a grown-up son: he bears his father's name."""
    twins: float = 0.01
    landline: float = 0.3
    """Of the households."""
    registered_under_nickname: float = 0.02
    registered_under_maiden_name: float = 0.06
    """Of the women who took another."""
    misspelt: float = 0.003
    """Of the given names and surnames in the file."""
    maiden_as_middle: float = 0.25
    """Of the women who took another name."""


@dataclass(frozen=True, eq=False)
class Population:
    """n people as columns of shape (n,). `voter_ids` is empty for those who are not registered."""

    first: NDArray[np.str_]
    middle: NDArray[np.str_]
    last: NDArray[np.str_]
    maiden: NDArray[np.str_]
    suffix: NDArray[np.str_]
    sex: NDArray[np.str_]
    birth_year: NDArray[np.int16]
    household: NDArray[np.int32]
    house_number: NDArray[np.int32]
    street: NDArray[np.int32]
    """Index into `names.STREETS`."""
    place: NDArray[np.int8]
    """Index into CITIES."""
    phone: NDArray[np.int64]
    """The person's own number today, ten digits."""
    landline: NDArray[np.int64]
    """The household's number; 0 for none."""
    file_phone: NDArray[np.int64]
    """The number that the voter file gives; 0 for none. It may be stale."""
    party: NDArray[np.str_]
    voter_ids: NDArray[np.str_]
    precinct: NDArray[np.int16]
    voted: NDArray[np.bool_]
    """Shape (n, len(GENERALS))."""
    group: NDArray[np.int64]
    """Index into `names.GROUPS`: decides only what somebody is called."""
    file_first: NDArray[np.str_]
    """The given name as the voter file has it: sometimes a nickname, or misspelt."""
    file_last: NDArray[np.str_]
    """The surname as the voter file has it: sometimes still the maiden name, or misspelt."""
    mix: Mix = field(default_factory=Mix)

    def __len__(self) -> int:
        return len(self.first)

    @property
    def registered(self) -> NDArray[np.intp]:
        """Indices of the people who are in the voter file."""
        return np.flatnonzero(self.voter_ids != "")

    @property
    def removed(self) -> NDArray[np.bool_]:
        """Which of the registered have been taken off the rolls, in their order."""
        return self._every(REMOVED_EVERY)

    @property
    def confidential(self) -> NDArray[np.bool_]:
        """Which of the registered must stay hidden, in their order."""
        return self._every(CONFIDENTIAL_EVERY)

    def _every(self, nth: int) -> NDArray[np.bool_]:
        return np.asarray(np.arange(len(self.registered)) % nth == nth - 1, np.bool_)

    def registered_on(self) -> list[dt.date]:
        """The days on which the registered did so, in their order."""
        since = THIS_YEAR - np.random.default_rng(len(self)).integers(1, 25, len(self))
        years = np.maximum(self.birth_year + 18, since)[self.registered]
        return [dt.date(year, 3, 14) for year in years.tolist()]


def generate_district(seed: int, voters: int, mix: Mix | None = None) -> Population:
    """A district with about `voters` registered people; the same seed gives the same people."""
    mix = mix or Mix()
    rng = np.random.default_rng(seed)
    wanted = int(voters / mix.registered)
    sizes = rng.choice([1, 2, 3, 4], size=wanted, p=[0.35, 0.4, 0.16, 0.09])
    sizes = sizes[: int(np.searchsorted(np.cumsum(sizes), wanted)) + 1]
    household = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)[:wanted]
    n = len(household)
    homes = len(sizes)
    role = np.arange(n) - np.searchsorted(household, household)  # 0 head, 1 partner, 2.. children
    shares = (1 - mix.black - mix.asian - mix.spanish, mix.black, mix.asian, mix.spanish)
    group = rng.choice(len(shares), size=homes, p=shares)[household]

    sex = rng.choice(np.array(["F", "M"]), size=n)
    head_sex = sex[np.searchsorted(household, household)]
    partner = role == 1
    sex[partner] = np.where(
        rng.random(partner.sum()) < 0.94, np.where(head_sex[partner] == "F", "M", "F"), head_sex[partner]
    )
    head_age = rng.integers(24, 88, size=homes)[household]
    age = np.where(
        role == 0,
        head_age,
        np.where(partner, head_age + rng.integers(-6, 7, n), head_age - rng.integers(20, 36, n)),
    )
    age = np.where(age < 18, rng.integers(18, 27, n), np.minimum(age, 99))
    birth_year = (THIS_YEAR - age).astype(np.int16)

    first = names.draw_given_names(rng, group, sex, birth_year)
    middle = names.draw_given_names(rng, group, sex, birth_year)
    own = names.draw_surnames(rng, group)
    head_last = own[np.searchsorted(household, household)]
    shares_name = (role == 0) | (rng.random(n) < np.where(partner, 0.72, 0.9))
    last = np.where(shares_name, head_last, own)
    maiden = np.where(partner & shares_name & (sex == "F"), own, "")
    double = (group == SPANISH) & (rng.random(n) < 0.3)
    hyphen = (maiden != "") & (rng.random(n) < 0.08)
    mothers = names.draw_surnames(rng, group)
    last = np.where(double, np.char.add(np.char.add(last, " "), mothers), last)
    last = np.where(hyphen, np.char.add(np.char.add(maiden, "-"), last), last)

    suffix = np.full(n, "", dtype="U3")
    _name_sons_after_fathers(rng, mix, household, role, sex, first, last, suffix)
    _make_twins(rng, mix, role, birth_year)

    middle = np.where((maiden != "") & (rng.random(n) < mix.maiden_as_middle), maiden, middle)
    file_first, file_last = _as_registered(rng, mix, first, last, maiden)

    place = rng.choice(len(CITIES), size=homes, p=[0.3, 0.2, 0.14, 0.14, 0.12, 0.1])[household].astype(np.int8)
    street = rng.integers(0, len(names.STREETS), homes)[household].astype(np.int32)
    number = rng.integers(1, 2400, homes)[household].astype(np.int32)
    numbers = _different_numbers(rng, n + 2 * homes + n // 5)
    phone, numbers = numbers[:n], numbers[n:]
    landline = np.where(rng.random(homes) < mix.landline, numbers[:homes], 0)[household]
    nobodys = numbers[homes:]

    registered = rng.random(n) < mix.registered
    ids = np.char.add("ZZ", np.char.zfill(rng.permutation(n).astype("U7"), 6))
    listed = registered & (rng.random(n) < mix.phone_in_file)
    current = np.where((landline > 0) & (rng.random(n) < 0.4), landline, phone)
    stale = rng.random(n) < mix.stale_phone
    someone_elses = np.where(rng.random(n) < 0.5, phone[rng.permutation(n)], rng.choice(nobodys, n))
    file_phone = np.where(listed, np.where(stale, someone_elses, current), 0)

    leaning = rng.random(homes)[household]
    party = np.where(rng.random(n) < 0.36, "UNA", np.where(leaning + rng.normal(0, 0.2, n) < 0.52, "DEM", "REP"))
    party = np.where(rng.random(n) < 0.01, "LIB", party)
    precinct = (place * 6 + street % 6 + 1).astype(np.int16)
    return Population(
        first,
        np.where(rng.random(n) < 0.8, middle, ""),
        last,
        maiden,
        suffix,
        sex,
        birth_year,
        household,
        number,
        street,
        place,
        phone,
        landline,
        file_phone,
        party,
        np.where(registered, ids, ""),
        precinct,
        _histories(rng, birth_year),
        group,
        file_first,
        file_last,
        mix,
    )


def _as_registered(
    rng: np.random.Generator,
    mix: Mix,
    first: NDArray[np.str_],
    last: NDArray[np.str_],
    maiden: NDArray[np.str_],
) -> tuple[NDArray[np.str_], NDArray[np.str_]]:
    """Given names and surnames as the file has them."""
    file_first, file_last = first.copy(), last.copy()
    table = nickname_table()
    for i in np.flatnonzero(rng.random(len(first)) < mix.registered_under_nickname).tolist():
        short_forms = sorted(table.short_for(fold(str(first[i]))))
        if short_forms:
            file_first[i] = short_forms[int(rng.integers(0, len(short_forms)))].title()
    kept = (maiden != "") & (rng.random(len(first)) < mix.registered_under_maiden_name)
    file_last[kept] = maiden[kept]
    for column in (file_first, file_last):
        for i in np.flatnonzero(rng.random(len(first)) < mix.misspelt).tolist():
            column[i] = misspelt(rng, str(column[i]))
    return file_first, file_last


def _name_sons_after_fathers(
    rng: np.random.Generator,
    mix: Mix,
    household: NDArray[np.int32],
    role: NDArray[np.int64],
    sex: NDArray[np.str_],
    first: NDArray[np.str_],
    last: NDArray[np.str_],
    suffix: NDArray[np.str_],
) -> None:
    heads = np.searchsorted(household, household)
    sons = np.flatnonzero((role >= 2) & (sex == "M") & (sex[heads] == "M") & (last == last[heads]))
    named = sons[rng.random(len(sons)) < mix.junior * 5]
    first[named] = first[heads[named]]
    suffix[named] = "JR"
    suffix[heads[named]] = np.where(rng.random(len(named)) < 0.6, "SR", "")


def _make_twins(
    rng: np.random.Generator,
    mix: Mix,
    role: NDArray[np.int64],
    birth_year: NDArray[np.int16],
) -> None:
    second = np.flatnonzero(role == 3)
    twins = second[rng.random(len(second)) < mix.twins * 10]
    birth_year[twins] = birth_year[twins - 1]


def _different_numbers(rng: np.random.Generator, count: int) -> NDArray[np.int64]:
    """`count` telephone numbers, no two alike."""
    exchanges = EXCHANGES if len(AREA_CODES) * len(EXCHANGES) * 10_000 >= count else MORE_EXCHANGES
    area = np.array(AREA_CODES, np.int64)[:, None, None] * 10_000_000
    exchange = np.array(exchanges, np.int64)[None, :, None] * 10_000
    every = (area + exchange + np.arange(10_000)[None, None, :]).ravel()
    return np.asarray(every[rng.permutation(len(every))[:count]], np.int64)


def _histories(rng: np.random.Generator, birth_year: NDArray[np.int16]) -> NDArray[np.bool_]:
    n = len(birth_year)
    habit = rng.beta(1.1, 0.9, n)
    presidential = np.array([year % 4 == 0 for year in GENERALS])
    chance = np.clip(habit[:, None] + np.where(presidential, 0.12, -0.08)[None, :], 0.02, 0.98)
    old_enough = np.array(GENERALS)[None, :] - birth_year[:, None] >= 18
    return np.asarray((rng.random((n, len(GENERALS))) < chance) & old_enough, np.bool_)
