"""What the state knows of a district: the voters as columns, with the faults of a voter file, in no order.

`write_files` writes the same as North Carolina's `ncvoter` (67 columns, since 2022; tab-separated, quoted, CR LF).
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.voterfile.voters import TextColumn, Voters
from tests.benchmarks.hard_people.district import (
    SPANISH,
    STREETS_PER_ZIP,
    SUFFIXES,
    THIS_YEAR,
    ZIPS,
    People,
)
from tests.benchmarks.hard_people.nicknames import nicknames_of
from tests.benchmarks.hard_people.rates import DistrictRates
from tests.benchmarks.hard_people.spelled import by_state, slip

CITIES = ("MARLOW CREEK", "TANSY GROVE", "OLD FERRY", "PERDITA", "LOWER GRAVEN", "SALT MEADOW")
COUNTIES = ("GRAVEN", "TEASEL", "ORMOND")
_STREET_WORDS = """
Acorn Adder Amber Anvil Badger Barley Basil Bittern Bluff Bramble Brook Burdock Camas Cane Clover Cobble Crane Dale
Dove Ember Fallow Finch Flint Foundry Gale Garnet Gorse Grange Hedge Heath Indigo Iris Jasper Juniper Kestrel Larch
Lark Mallow Marsh Millrace Mint Moss Nettle Oat Osprey Otter Pebble Pewter Plover Quail Rook Rush Rye Sable Sedge
""".split()
_STREET_KINDS = "ST AVE RD LN DR CT WAY PL BLVD TRL".split()
STREETS = [f"{_STREET_WORDS[n % len(_STREET_WORDS)]} {_STREET_WORDS[n // len(_STREET_WORDS) % len(_STREET_WORDS)]}"
           f" {_STREET_KINDS[n % len(_STREET_KINDS)]}".upper() for n in range(ZIPS * STREETS_PER_ZIP)]  # fmt: skip
"""By number."""


def zip_code(number: int) -> str:
    """The ZIP code of a part of the district."""
    return str(27960 + number)


@dataclass(frozen=True, eq=False)
class VoterFile:
    """The file and whom its rows mean."""

    voters: Voters
    people: NDArray[np.int64]
    """By row of the file: the row of `People`."""
    row_of: NDArray[np.int64]
    """By row of `People`: the row of the file, or -1."""
    given_up: NDArray[np.int64]
    """By row of `People`: the mobile number that the file still gives, or 0."""
    mobile: NDArray[np.int64]
    """By row of `People`: the mobile number today; some have one that the file gives for somebody else."""

    def voter_id(self, person: int) -> str | None:
        """The truth: the id of somebody in the file."""
        row = int(self.row_of[person])
        return str(self.voters.id_at(row)) if row >= 0 else None

    def registered_name(self, person: int) -> tuple[str, str]:
        """Given name and surname in the file."""
        row = int(self.row_of[person])
        return self.voters.text("first_name")[row], self.voters.text("last_name")[row]


def make_voter_file(people: People, rates: DistrictRates, seed: int) -> VoterFile:
    """The file of the registered."""
    rng = np.random.default_rng((seed, 2))
    rows = rng.permutation(np.flatnonzero(people.registered))
    n = len(rows)
    row_of = np.full(len(people), -1, np.int64)
    row_of[rows] = np.arange(n)
    phone, given_up, mobile = _phones(rng, people, rates, rows)
    zips, address = _addresses(rng, people, rates, rows)
    spanish = people.group[rows] == SPANISH
    numbers = rng.permutation(n) + 100_000
    age_known = rng.random(n) >= rates.unknown_birth_year
    suffix = np.where(rng.random(n) < rates.suffix_in_file, people.suffix[rows], 0)
    texts = {
        "first_name": _given(rng, people, rates, rows),
        "middle_name": _middle(rng, people, rates, rows),
        "last_name": _last(rng, people, rates, rows, spanish),
        "suffix": _column(suffix.astype(np.int64), lambda code: SUFFIXES[code]),
        "sex": _column(people.male[rows].astype(np.int64), lambda code: "FM"[code]),
        "street_address": address,
        "city": _column(zips, lambda code: CITIES[code % len(CITIES)]),
        "county": _column(zips, lambda code: COUNTIES[code % len(COUNTIES)]),
        "zip": _column(zips, zip_code),
        "party": _column(rng.choice(3, n, p=(0.34, 0.3, 0.36)), lambda code: ("DEM", "REP", "UNA")[code]),
    }
    voters = Voters(
        np.char.add("EK", numbers.astype("U6")).astype("S8"),
        texts,
        {"birth_year": np.where(age_known, people.birth_year[rows], 0).astype(np.int16), "phone": phone},
        {"precinct": _column(zips * 4 + people.street[rows] % 4, lambda code: f"{code:02d}")},
    )
    return VoterFile(voters, rows, row_of, given_up, mobile)


def _column(
    keys: NDArray[np.integer], write: Callable[[int], str], instead: dict[int, str] | None = None
) -> TextColumn:
    """`write(key)` for every row, `instead` for some of them; each distinct key is written once."""
    distinct, places = np.unique(keys, return_inverse=True)
    numbers: dict[str, int] = {"": 0}
    codes = np.array([numbers.setdefault(write(int(key)), len(numbers)) for key in distinct.tolist()], np.uint32)
    column = codes[places]
    for row, text in (instead or {}).items():
        column[row] = numbers.setdefault(text, len(numbers))
    return TextColumn(column, tuple(numbers))


def _some(rng: np.random.Generator, share: float, size: int) -> list[int]:
    return np.flatnonzero(rng.random(size) < share).tolist()


def _given(rng: np.random.Generator, people: People, rates: DistrictRates, rows: NDArray[np.int64]) -> TextColumn:
    names, size = people.lists.given, len(people.lists.given) + 1
    first, second = people.given[rows].astype(np.int64), people.given_second[rows].astype(np.int64)
    draw = random.Random(int(rng.integers(2**32)))
    instead = {}
    for row in _some(rng, rates.nickname_in_file, len(rows)):
        known = nicknames_of(names[first[row]])
        if known:
            instead[row] = draw.choice(known).upper()
    for row in _some(rng, rates.typo_in_file, len(rows)):
        instead[row] = slip(draw, names[first[row]])

    def write(key: int) -> str:
        one, other = key // size, key % size - 1
        return names[one] if other < 0 else f"{names[one]} {names[other]}"

    return _column(first * size + second + 1, write, instead)


def _middle(rng: np.random.Generator, people: People, rates: DistrictRates, rows: NDArray[np.int64]) -> TextColumn:
    initial_only = rng.random(len(rows)) < rates.middle_initial_in_file

    def write(key: int) -> str:
        number = key // 2 - len(people.lists.surnames) - 2
        if number == -1:
            return ""
        name = people.lists.given[number] if number >= 0 else people.lists.surnames[-2 - number]
        return name[0] if key % 2 else name

    return _column(
        (people.middle[rows] + len(people.lists.surnames) + 2).astype(np.int64) * 2 + initial_only, write
    )


def _last(
    rng: np.random.Generator,
    people: People,
    rates: DistrictRates,
    rows: NDArray[np.int64],
    spanish: NDArray[np.bool_],
) -> TextColumn:
    n = len(rows)
    old = people.took_name[rows] & (rng.random(n) < rates.maiden_in_file)
    first = np.where(old, people.born[rows], people.surname[rows]).astype(np.int64)
    second = np.where(old, people.born_second[rows], people.surname_second[rows]).astype(np.int64)
    draw = random.Random(int(rng.integers(2**32)))
    names, size = people.lists.surnames, len(people.lists.surnames) + 1
    instead = {row: slip(draw, names[first[row]]) for row in _some(rng, rates.typo_in_file, n)}
    hyphen = people.hyphen[rows] & (second >= 0) & ~old
    style = (hyphen * 2 + (rng.random(n) < 0.6)) * 2 + spanish

    def write(key: int) -> str:
        style, pair = key % 8, key // 8
        parts = [pair // size, pair % size - 1]
        texts = [by_state(names[part], style // 2 % 2, spanish=bool(style % 2)) for part in parts if part >= 0]
        return ("-" if style // 4 else " ").join(texts)

    return _column((first * size + second + 1) * 8 + style, write, instead)


def _phones(
    rng: np.random.Generator, people: People, rates: DistrictRates, rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """The file's number by row; by person the number given up that the file has, and the mobile number today."""
    n = len(rows)
    has = rng.random(n) < rates.phone_in_file
    kind = rng.random(n)
    own = people.mobile[rows]
    landline = people.landline[rows]
    phone = np.where((kind < rates.landline_in_file) & (landline > 0), landline, own)
    mates = people.partner[rows]
    parents = kind > 1 - rates.housemates_mobile_in_file
    phone = np.where(parents & (mates >= 0), people.mobile[np.maximum(mates, 0)], phone)
    stale = rng.random(n) < rates.stale_phone
    old = np.zeros(n, np.int64)
    old[stale] = people.spare_numbers[0][: int(stale.sum())]
    phone = np.where(stale, old, phone)
    given_up = np.zeros(len(people), np.int64)
    given_up[rows[stale & has]] = old[stale & has]
    mobile = people.mobile.copy()
    passed_on = np.flatnonzero(stale & has & (rng.random(n) < rates.recycled_phone))
    if len(passed_on):
        owners = rng.choice(len(people), size=min(len(passed_on), len(people)), replace=False)
        owners = owners[given_up[owners] == 0]
        mobile[owners] = old[passed_on[: len(owners)]]
    return np.where(has, phone, 0), given_up, mobile


def _addresses(
    rng: np.random.Generator, people: People, rates: DistrictRates, rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], TextColumn]:
    """ZIP by row, and street address; those who moved stand under an address where others live by now."""
    moved = rng.random(len(rows)) < rates.moved
    homes = np.where(moved, rng.integers(0, len(people), len(rows)), rows)
    key = (people.street[homes].astype(np.int64) * 10_000 + people.number[homes]) * 200 + people.flat[homes]

    def write(key: int) -> str:
        return street_address(key // 200 // 10_000, key // 200 % 10_000, key % 200)

    return people.zip[homes].astype(np.int64), _column(key, write)


def street_address(street: int, number: int, flat: int) -> str:
    """House number, street and flat in capitals."""
    return f"{number} {STREETS[street]}" + (f" APT {flat}" if flat else "")


COLUMNS = tuple(
    """county_id county_desc voter_reg_num ncid last_name first_name middle_name name_suffix_lbl status_cd
    voter_status_desc reason_cd voter_status_reason_desc res_street_address res_city_desc state_cd zip_code mail_addr1
    mail_addr2 mail_addr3 mail_addr4 mail_city mail_state mail_zipcode full_phone_number confidential_ind registr_dt
    race_code ethnic_code party_cd gender_code birth_year age_at_year_end birth_state drivers_lic precinct_abbrv
    precinct_desc municipality_abbrv municipality_desc ward_abbrv ward_desc cong_dist_abbrv super_court_abbrv
    judic_dist_abbrv nc_senate_abbrv nc_house_abbrv county_commiss_abbrv county_commiss_desc township_abbrv
    township_desc school_dist_abbrv school_dist_desc fire_dist_abbrv fire_dist_desc water_dist_abbrv water_dist_desc
    sewer_dist_abbrv sewer_dist_desc sanit_dist_abbrv sanit_dist_desc rescue_dist_abbrv rescue_dist_desc
    munic_dist_abbrv munic_dist_desc dist_1_abbrv dist_1_desc vtd_abbrv vtd_desc""".split()
)


def write_files(voters: Voters, folder: Path) -> Path:
    """Writes `ncvoter.txt` into `folder` and gives its path."""
    path = folder / "ncvoter.txt"
    with path.open("w", encoding="iso-8859-1", newline="") as file:
        file.write("\t".join(f'"{name}"' for name in COLUMNS) + "\r\n")
        file.writelines(_lines(voters))
    return path


def _lines(voters: Voters) -> Iterator[str]:
    template = _template()
    texts = {name: column.decode() for name, column in voters.texts.items()}
    years, phones = voters.number("birth_year").tolist(), voters.number("phone").tolist()
    precincts = voters.districts["precinct"].decode()
    for row in range(len(voters)):
        year, phone = years[row], phones[row]
        values = {name: column[row] for name, column in texts.items()}
        county = COUNTIES.index(values["county"]) + 201
        yield template % {
            **values,
            "id": bytes(voters.ids[row]).decode(),
            "number": f"{row:012d}",
            "county_id": county,
            "phone": f"{phone:010d}" if phone else "",
            "year": year or "",
            "age": THIS_YEAR - year if year else "",
            "precinct": precincts[row],
        }


def _template() -> str:
    filled = {
        "county_id": "county_id", "county_desc": "county", "voter_reg_num": "number", "ncid": "id",
        "last_name": "last_name", "first_name": "first_name", "middle_name": "middle_name",
        "name_suffix_lbl": "suffix", "res_street_address": "street_address", "res_city_desc": "city",
        "zip_code": "zip", "full_phone_number": "phone", "party_cd": "party", "gender_code": "sex",
        "birth_year": "year", "age_at_year_end": "age", "precinct_abbrv": "precinct", "precinct_desc": "precinct",
        "vtd_abbrv": "precinct", "ward_abbrv": "precinct", "cong_dist_abbrv": "county_id",
        "nc_senate_abbrv": "county_id", "nc_house_abbrv": "zip",
    }  # fmt: skip
    fixed = {"status_cd": "A", "voter_status_desc": "ACTIVE", "state_cd": "NC", "confidential_ind": "N",
             "registr_dt": "03/14/2018", "race_code": "U", "ethnic_code": "UN"}  # fmt: skip
    fields = (f"%({filled[name]})s" if name in filled else fixed.get(name, "") for name in COLUMNS)
    return "\t".join(f'"{field}"' for field in fields) + "\r\n"
