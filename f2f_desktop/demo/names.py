"""Names of invented people, in the proportions of the country: by group and year of birth, with a long tail.

The lists (resources/demo/given_names.txt, surnames.txt) hold names that thousands bear; who bears which is drawn at
random. Beyond the listed surnames a tail of invented ones is spliced from their syllables, for half of a district's
people bear a surname that few others have.
"""

import itertools
import re
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.shipped import resource

GROUPS = ("white", "black", "asian", "spanish")
"""In the order of the columns of surnames.txt."""
DECADES = (1925, 1950, 1965, 1980, 1995)
"""First years of the lists by time of birth."""

TAIL_SHARE = (0.45, 0.22, 0.35, 0.22)
"""By group: share of people whose surname is none of the listed ones (Census 2000, top 3,000)."""
OWN_NAMES_SHARE = (0.0, 0.3, 0.5, 0.62)
"""By group: share of people with a given name of the group's own list."""
ANY_AGE_SHARE = 0.3
"""Share of given names that are drawn whatever the year of birth: the less fashionable ones."""

Names = NDArray[np.str_]

_CAPITALS = re.compile(
    r"^(Mc|O(?=brien|connor|neal|neil|neill|hara|keefe|rourke|donnell|malley|leary|reilly|dell))(.)(.*)$"
)
_ACCENTED = {
    plain.title(): accented
    for plain, accented in (
        pair.split("=")
        for pair in (
            "garcia=García rodriguez=Rodríguez martinez=Martínez hernandez=Hernández lopez=López gonzalez=González "
            "perez=Pérez sanchez=Sánchez ramirez=Ramírez gomez=Gómez diaz=Díaz gutierrez=Gutiérrez chavez=Chávez "
            "alvarez=Álvarez jimenez=Jiménez vasquez=Vásquez vazquez=Vázquez fernandez=Fernández dominguez=Domínguez "
            "pena=Peña nunez=Núñez ibanez=Ibáñez suarez=Suárez velazquez=Velázquez munoz=Muñoz marquez=Márquez "
            "mendez=Méndez rios=Ríos leon=León cortez=Cortéz avila=Ávila acuna=Acuña zuniga=Zúñiga bermudez=Bermúdez "
            "delacruz=De_la_Cruz deleon=De_León delarosa=De_la_Rosa delossantos=De_los_Santos delatorre=De_la_Torre "
            "vandyke=Van_Dyke vanhorn=Van_Horn vanburen=Van_Buren stclair=St._Clair stjohn=St._John"
        ).split()
    )
}

_HEADS = """
Alder Apple Ar Arn Ash Bal Bar Barn Beck Berk Birch Black Blake Brad Bram Bran Brent Brook Buck Burn Cald Carl Cart
Chad Chal Clay Cliff Cor Crom Cul Dal Dar Dray Dun Ed El Eld Elm Ever Fair Far Fen Fern Find Flan Fox Gar Gil Glen
Good Gran Green Had Hal Ham Har Hart Hath Haw Hazel Heath Hen Her Hil Hol Hop Hunt In Kel Ken Kil Kim Kings Kirk Lang
Lather Leigh Lin Lind Lock Long Mal Mans Mar May Mead Mel Mer Mid Mil Nor Nott Oak Old Or Os Pad Pem Pen Per Pick
Quin Rad Ran Rath Red Rich Ring Ripp Rock Rose Roth Rush Ruth Sand Sel Shel Sher Sil Small Stan Stave Stone Strat
Sum Swan Tan Thorn Til Tre Tun Under Van Wade Wain Wake Wal War Water Web Wes Wet Wex Whit Wil Win Wing Wood Wor
Wynd Yar
""".split()
_TAILS = """
a beck berg bert bourne brand bridge brook burn bury by cliff combe cott croft dale dell den der don dorf er ers
feld field fold ford gate grave grove ham han hart haven head holm holt house hurst ington ins kin kins land lane law
leigh ler ley ling lock low man mann march mark mead mer mere mond mont moor more mouth ner ness nor pool port ridge
rick ridge rod row sell sey shaw side son stadt stead stein ster stock stone stow strom ston ter thorpe ton tree vale
vers wald ward water way well wick win wood worth wright yard
""".split()
RARE_SURNAMES = [head + tail for head, tail in itertools.product(_HEADS, _TAILS)]

STREETS = [
    f"{name} {kind}"
    for name, kind in itertools.product(
        """
Alder Aspen Beech Birch Cedar Cherry Chestnut Dogwood Elm Fern Hazel Hickory Holly Laurel Linden Magnolia
Maple Mill Orchard Park Pine Poplar Quarry River Spring Spruce Sycamore Walnut Willow Meadow Church School
Lake Ridge Valley Sunset Heron Falcon
""".split(),
        "St Ave Rd Ln Dr Ct Way Pl".split(),
    )
]
"""Invented street names in the voter file's abbreviations."""


class Weighted(NamedTuple):
    """Names and their shares, adding up to 1."""

    names: Names
    shares: NDArray[np.float64]

    def draw(self, rng: np.random.Generator, count: int) -> Names:
        """`count` names. (By inverse distribution: `rng.choice` over long lists is slow.)"""
        places = np.searchsorted(np.cumsum(self.shares), rng.random(count) * 0.9999999)
        return self.names[places]


def zipf(count: int, exponent: float = 0.9) -> NDArray[np.float64]:
    """Shares of `count` names by rank, adding up to 1: few are common, many are rare."""
    weights = 1.0 / np.arange(1, count + 1) ** exponent
    return np.asarray(weights / weights.sum(), np.float64)


@cache
def given_names(sex: str, kind: str) -> Weighted:
    """Given names of a sex (F, M): `kind` is a decade's first year, a group, or `any`."""
    for line in resource("demo", "given_names.txt").read_text(encoding="utf-8").splitlines():
        title, _, listed = line.partition(": ")
        if title == f"{sex} {kind}":
            words = listed.split()
            return Weighted(np.array(words), zipf(len(words), 1.1 if kind == "any" else 0.65))
    raise KeyError(kind)


@cache
def surnames(group: int) -> Weighted:
    """The listed surnames of a group, without the tail."""
    words, shares = [], []
    for line in resource("demo", "surnames.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, *by_group = line.split()
            if float(by_group[group]) > 0:
                words.append(_as_people_write(word))
                shares.append(float(by_group[group]))
    return Weighted(np.array(words), np.array(shares) / sum(shares))


def _as_people_write(surname: str) -> str:
    if surname in _ACCENTED:
        return _ACCENTED[surname].replace("_", " ")
    found = _CAPITALS.match(surname)
    if found:
        prefix, initial, rest = found.groups()
        return prefix + ("'" if prefix == "O" else "") + initial.upper() + rest
    return surname


_UNWANTED = re.compile(
    "(?i)fuc|fuk|shit|cunt|cock|dick|slut|whor|nig|fag|rape|tit|ass|arse|puss|jap|kik|spic|cum|poo"
)
_SYLLABLES = re.compile(r"^(.+?[aeiouy]+[^aeiouy])(.*[aeiouy].*|[^aeiouy]{2,})$")


@cache
def rare_surnames(group: int, seed: int, count: int) -> Names:
    """About `count` invented surnames of a group, spliced from the listed ones' beginnings and ends."""
    listed = [str(word) for word in surnames(group).names if str(word).isalpha() and not word.startswith("Mc")]
    pieces = [found.groups() for found in map(_SYLLABLES.match, listed) if found]
    heads = sorted({head for head, _ in pieces if len(head) < 7})
    ends = sorted({end for _, end in pieces if len(end) < 7})
    rng = np.random.default_rng(seed)
    spliced = np.char.add(
        np.array(heads)[rng.integers(0, len(heads), count)], np.array(ends)[rng.integers(0, len(ends), count)]
    )
    spliced = spliced[[not _UNWANTED.search(name) for name in spliced.tolist()]]
    compounds = np.array(RARE_SURNAMES) if GROUPS[group] in {"white", "black"} else np.array([], dtype="U1")
    return np.unique(np.concatenate((spliced[: count - len(compounds)], compounds)))


def draw_given_names(
    rng: np.random.Generator, group: NDArray[np.int64], sex: Names, birth_year: NDArray[np.int16]
) -> Names:
    """A given name for each person."""
    drawn = np.empty(len(group), dtype="U16")
    chance = rng.random(len(group))
    own = rng.random(len(group)) < np.array(OWN_NAMES_SHARE)[group]
    decade = np.clip(np.searchsorted(DECADES, birth_year, side="right") - 1, 0, len(DECADES) - 1)
    for letter in ("F", "M"):
        of_sex = sex == letter
        for number, name in enumerate(GROUPS[1:], 1):
            chosen = of_sex & own & (group == number)
            drawn[chosen] = given_names(letter, name).draw(rng, int(chosen.sum()))
        ageless = of_sex & ~own & (chance < ANY_AGE_SHARE)
        drawn[ageless] = given_names(letter, "any").draw(rng, int(ageless.sum()))
        for number, year in enumerate(DECADES):
            chosen = of_sex & ~own & ~ageless & (decade == number)
            drawn[chosen] = given_names(letter, str(year)).draw(rng, int(chosen.sum()))
    return drawn


def draw_surnames(rng: np.random.Generator, group: NDArray[np.int64]) -> Names:
    """A surname for each person: mostly listed ones, else one of the tail."""
    drawn = np.empty(len(group), dtype="U32")
    rare = rng.random(len(group)) < np.array(TAIL_SHARE)[group]
    for number in range(len(GROUPS)):
        chosen = ~rare & (group == number)
        drawn[chosen] = surnames(number).draw(rng, int(chosen.sum()))
        chosen = rare & (group == number)
        # The tail is the whole country's, not the district's: elsewhere people bear other rare names.
        tail = rare_surnames(number, 1, 60_000)
        skewed = (len(tail) * rng.random(int(chosen.sum())) ** 1.6).astype(np.int64)
        drawn[chosen] = _shuffled_tail(number)[skewed]
    return drawn


@cache
def _shuffled_tail(group: int) -> Names:
    tail = rare_surnames(group, 1, 60_000)
    return tail[np.random.default_rng(group).permutation(len(tail))]
