"""A whole state's voter file and history, of invented people: millions of rows, the same ones for the same seed.

In the layout of North Carolina since 2022, about 400 bytes a voter: tab-separated, every field quoted, padded with
blanks, CR LF. `python -m tests.benchmarks.large_voter_files ROWS FOLDER` writes `ncvoter.txt` and `ncvhis.txt`.

The demo's district is made person by person; a state of five million has to be drawn in columns.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.demo.names import RARE_SURNAMES, STREETS
from f2f_desktop.demo.north_carolina import HISTORY_COLUMNS, VOTER_COLUMNS

SEED = 7
BLOCK = 100_000
"""Rows that are drawn at once."""
COUNTIES = 100
CITIES = 700
ZIPS = 900
PRECINCTS = 2_700
REMOVED_SHARE, CONFIDENTIAL_SHARE, PHONE_SHARE = 0.05, 0.002, 0.5
ELECTION_DAYS = {2016: "11/08", 2018: "11/06", 2020: "11/03", 2022: "11/08", 2024: "11/05"}
TURNOUT = {2016: 0.62, 2018: 0.46, 2020: 0.7, 2022: 0.44, 2024: 0.68}

_GIVEN = [
    head + tail
    for head in "Al An Be Ca Da El Fa Gra Ha Jo Ka Le Ma Na Ro".split()
    for tail in (
        "bert ce den dia e ela ely fred gan ia ina isa la len lia lyn na nna rah rie ron ry sha ta ton".split()
    )
]
_COLUMNS = {name: place for place, name in enumerate(VOTER_COLUMNS)}
_EVERY = ("county_id", "county_desc", "voter_reg_num", "ncid", "last_name", "first_name", "middle_name",
          "name_suffix_lbl", "status_cd", "voter_status_desc", "voter_status_reason_desc", "res_street_address",
          "res_city_desc", "state_cd", "zip_code", "mail_addr1", "mail_city", "mail_state", "mail_zipcode",
          "full_phone_number", "confidential_ind", "registr_dt", "race_code", "ethnic_code", "party_cd",
          "gender_code", "birth_year", "age_at_year_end", "birth_state", "drivers_lic", "precinct_abbrv",
          "precinct_desc", "municipality_abbrv", "municipality_desc", "ward_abbrv", "cong_dist_abbrv",
          "super_court_abbrv", "judic_dist_abbrv", "nc_senate_abbrv", "nc_house_abbrv", "county_commiss_abbrv",
          "school_dist_abbrv", "school_dist_desc", "vtd_abbrv", "vtd_desc")  # fmt: skip
"""The columns that hold something, in the order of the file."""


def _template() -> str:
    fields = [""] * len(VOTER_COLUMNS)
    for name in _EVERY:
        fields[_COLUMNS[name]] = "%s"
    return "\t".join(f'"{field}"' for field in fields) + "\r\n"


def _skewed(rng: np.random.Generator, values: list[str], count: int) -> list[str]:
    """Draws of which the first are the most frequent, as names are."""
    places = (len(values) * rng.random(count) ** 2.5).astype(np.int64)
    return np.array(values, dtype=object)[places].tolist()  # type: ignore[no-any-return]


def _voter_blocks(rows: int) -> Iterator[str]:
    surnames = [name.upper() for name in RARE_SURNAMES]
    given = [name.upper() for name in _GIVEN]
    streets = [street.upper() for street in STREETS]
    template = _template()
    for begin in range(0, rows, BLOCK):
        rng = np.random.default_rng([SEED, begin])
        numbers = np.arange(begin, min(begin + BLOCK, rows))
        yield "".join(template % row for row in zip(*_voters(rng, numbers, surnames, given, streets), strict=True))


def _voters(
    rng: np.random.Generator, numbers: NDArray[np.int64], surnames: list[str], given: list[str], streets: list[str]
) -> list[list[object]]:
    """The fields of a block, column by column, in the order of `_EVERY`."""
    count = len(numbers)
    place = (PRECINCTS * rng.random(count) ** 1.5).astype(np.int64)
    county, city, zip_code = place % COUNTIES, place % CITIES, place % ZIPS
    birth_year = 2008 - (90 * rng.random(count) ** 1.2).astype(np.int64)
    registered = np.maximum(birth_year + 18, 2026 - rng.integers(1, 30, count))
    removed = rng.random(count) < REMOVED_SHARE
    # Streets belong to places, and houses hold more than one voter.
    street = (rng.integers(0, 60, count) + 7 * place) % len(streets)
    house = 1 + 2 * rng.integers(0, 160, count) + 100 * (place % 40)
    flat = rng.random(count) < 0.12
    area = np.array([291, 392, 493, 594, 695, 796, 897])[place % 7]  # nine in the middle: codes that nobody has
    phone = rng.random(count) < PHONE_SHARE

    def choice(of: str, shares: list[float]) -> list[str]:
        drawn = rng.choice(len(shares), count, p=np.array(shares) / sum(shares))
        return np.array(of.split(), dtype=object)[drawn].tolist()  # type: ignore[no-any-return]

    def number(form: str, values: NDArray[np.int64]) -> list[str]:
        return [form % value for value in values.tolist()]

    addresses = [
        f"{house}  {streets[street]}{f' APT {house % 30 + 1}' if flat else ''}   "
        for house, street, flat in zip(house.tolist(), street.tolist(), flat.tolist(), strict=True)
    ]
    states = ["R" if each else "A" for each in removed.tolist()]
    lines = rng.integers(2_000_000, 9_999_999, count)
    precinct = number("%02d", place % 97)
    cities = number("TOWN %03d", city)
    zips = number("27%03d", zip_code)
    numbered = {
        "county_id": (county + 1).tolist(),
        "county_desc": number("COUNTY %02d", county + 1),
        "voter_reg_num": number("%012d", numbers),
        "ncid": [f"{'ABCDEFGHIJ'[n % 10]}{'KLMNOPQR'[n // 10 % 8]}{n:d}" for n in (numbers + 100_000).tolist()],
        "last_name": _skewed(rng, surnames, count),
        "first_name": _skewed(rng, given, count),
        "middle_name": _skewed(rng, given, count),
        "name_suffix_lbl": choice("%s JR SR III".replace("%s", "-"), [95, 3, 1, 1]),
        "status_cd": states,
        "voter_status_desc": ["REMOVED" if each == "R" else "ACTIVE" for each in states],
        "voter_status_reason_desc": ["MOVED FROM COUNTY" if each == "R" else "VERIFIED" for each in states],
        "res_street_address": addresses,
        "res_city_desc": cities,
        "state_cd": ["NC"] * count,
        "zip_code": zips,
        "mail_addr1": addresses,
        "mail_city": cities,
        "mail_state": ["NC"] * count,
        "mail_zipcode": zips,
        "full_phone_number": [
            f"{code}{line}" if has else ""
            for code, line, has in zip(area.tolist(), lines.tolist(), phone.tolist(), strict=True)
        ],
        "confidential_ind": ["Y" if each else "N" for each in (rng.random(count) < CONFIDENTIAL_SHARE).tolist()],
        "registr_dt": [
            f"{month:02d}/{day:02d}/{year}"
            for month, day, year in zip(
                rng.integers(1, 13, count).tolist(),
                rng.integers(1, 29, count).tolist(),
                registered.tolist(),
                strict=True,
            )
        ],
        "race_code": ["U"] * count,
        "ethnic_code": ["UN"] * count,
        "party_cd": choice("DEM REP UNA LIB", [31, 30, 38, 1]),
        "gender_code": choice("F M U", [50, 44, 6]),
        "birth_year": birth_year.tolist(),
        "age_at_year_end": (2026 - birth_year).tolist(),
        "birth_state": choice("NC NY VA OC", [60, 15, 15, 10]),
        "drivers_lic": choice("Y N", [80, 20]),
        "precinct_abbrv": precinct,
        "precinct_desc": number("PRECINCT %02d", place % 97),
        "municipality_abbrv": number("T%03d", city),
        "municipality_desc": cities,
        "ward_abbrv": number("W%d", place % 6),
        "cong_dist_abbrv": number("%02d", 1 + place % 14),
        "super_court_abbrv": number("%02dA", 1 + county % 30),
        "judic_dist_abbrv": number("%02d", 1 + county % 40),
        "nc_senate_abbrv": number("%02d", 1 + place % 50),
        "nc_house_abbrv": number("%03d", 1 + place % 120),
        "county_commiss_abbrv": number("%d", 1 + place % 5),
        "school_dist_abbrv": number("%d", 1 + place % 7),
        "school_dist_desc": number("SCHOOL #%d", 1 + place % 7),
        "vtd_abbrv": precinct,
        "vtd_desc": precinct,
    }
    numbered["name_suffix_lbl"] = ["" if each == "-" else each for each in numbered["name_suffix_lbl"]]
    return [numbered[name] for name in _EVERY]


def _history_blocks(rows: int) -> Iterator[str]:
    for begin in range(0, rows, BLOCK):
        rng = np.random.default_rng([SEED, begin, 1])
        numbers = np.arange(begin, min(begin + BLOCK, rows))
        for year, share in TURNOUT.items():
            day = f"{ELECTION_DAYS[year]}/{year}"
            middle = f'"\t"{day}"\t"{day} GENERAL"\t"IN-PERSON"\t"UNA"\t""\t"01"\t""\t"'
            voted = numbers[rng.random(len(numbers)) < share]
            yield "".join(
                f'"{n % COUNTIES + 1}"\t"COUNTY {n % COUNTIES + 1:02d}"\t"{n:012d}{middle}'
                f"{'ABCDEFGHIJ'[m % 10]}{'KLMNOPQR'[m // 10 % 8]}{m:d}"
                f'"\t"{n % COUNTIES + 1}"\t"COUNTY {n % COUNTIES + 1:02d}"\t""\t""\r\n'
                for n, m in ((n, n + 100_000) for n in voted.tolist())
            )


def _write(path: Path, header: tuple[str, ...], blocks: Iterator[str]) -> Path:
    with path.open("w", encoding="ascii", newline="") as file:
        file.write("\t".join(f'"{name}"' for name in header) + "\r\n")
        for block in blocks:
            file.write(block)
    return path


def write_voter_file(rows: int, folder: Path) -> Path:
    """Writes `ncvoter.txt` with so many rows."""
    return _write(folder / "ncvoter.txt", VOTER_COLUMNS, _voter_blocks(rows))


def write_history(rows: int, folder: Path) -> Path:
    """Writes `ncvhis.txt`, the votes of these voters in five general elections."""
    return _write(folder / "ncvhis.txt", HISTORY_COLUMNS, _history_blocks(rows))


if __name__ == "__main__":
    for write in (write_voter_file, write_history):
        print(write(int(sys.argv[1]), Path(sys.argv[2])))
