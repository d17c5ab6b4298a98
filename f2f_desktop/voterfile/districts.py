"""Choosing voters by district: codes of one kind are alternatives, different kinds must all hold.

A district may be chosen by its code or by the layout's other way of writing it (`county=92` for WAKE). Codes are
compared without case, without the words that every district of a kind bears (`CD-1`, `District 1` and `Congressional
01` are 1), and numbers without leading zeros. A state or the form of a town (`NC-01`, `CITY OF ELM`) may be left away
where that leaves no doubt.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from f2f_desktop.campaign.filters import District
from f2f_desktop.voterfile.cleaning import same_code
from f2f_desktop.voterfile.errors import DistrictAmbiguous, DistrictUnknown
from f2f_desktop.voterfile.forms import bare
from f2f_desktop.voterfile.layout import Source, column_names

_NAMED = 40
"""Codes that an error lists."""
_SHORT = {
    "cd": "congressional",
    "us_house": "congressional",
    "congress": "congressional",
    "sd": "state_senate",
    "senate": "state_senate",
    "hd": "state_house",
    "house": "state_house",
    "state_assembly": "state_house",
    "assembly": "state_house",
    "school_district": "school",
    "county_commissioner": "county_commission",
}
"""What kinds are called, too."""
_OF_EVERY_KIND = ("district", "districts", "dist", "number", "no", "code")
_OF_KIND = {
    "congressional": "us united states congress congressional house representative cd",
    "state_senate": "state senate senatorial legislative sd ld",
    "state_house": "state house assembly representative legislative hd ad ld",
    "county_commission": "county commission commissioner council supervisor board",
    "municipality": "municipality municipal",
    "precinct": "precinct pct prec",
    "judicial": "judicial court jd",
}
"""Words that the codes of these kinds may bear, besides the words that the kind is called by."""
_WITH_A_STATE = ("congressional", "state_senate", "state_house", "legislative", "judicial")
"""Kinds that are numbered state by state."""
COUNTY = "county"
_WITHIN_A_COUNTY = frozenset(
    "precinct precinct_split precinct_part precinct_group precinct_suffix election_precinct split vtd ward township"
    " county_commission county_council supervisor school_board council city_council fire water sewer sanitation rescue"
    " municipal_district village_precinct school_precinct".split()
)
"""Kinds whose codes mostly begin anew in each county."""
_STATES = frozenset(
    "al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or"
    " pa ri sc sd tn tx ut vt va wa wv wi wy pr gu vi as mp".split()
)
_PLACES = ("municipality", "municipal_corporation", "jurisdiction", "village", "township", "city", "county")
_FORMS = ("city", "town", "village", "township", "borough", "county", "parish")
"""Forms of places; two places of one name may differ in nothing else."""
_STATE = re.compile(r"([a-z]{2})[ _-]*((?:[a-z]{2})?[ _-]*[0-9]+)")
_PLACE = re.compile(rf"({'|'.join(_FORMS)}) of (.+)|(.+) ({'|'.join(_FORMS)})")
_ORDINAL = re.compile(r"([0-9]+)(?:st|nd|rd|th)")


@dataclass(frozen=True)
class Chosen:
    """The texts in the file that mean the chosen districts of one kind."""

    codes: tuple[str, ...]
    others: tuple[str, ...]
    """In the column with the other way of writing it."""


def wanted_codes(districts: Sequence[District], kinds: Mapping[str, Source]) -> dict[str, dict[str, str]]:
    """Per kind the wanted codes as they are compared, and as they were written. Raises DistrictUnknown."""
    wanted: dict[str, dict[str, str]] = defaultdict(dict)
    for district in districts:
        wanted[known_kind(district.kind, kinds)][same_code(district.code)] = district.code
    return dict(wanted)


def known_kind(kind: str, kinds: Mapping[str, Source]) -> str:
    """The kind of district that is meant, by its name, a usual other one, or that of its column in the file.

    Case, blanks, `-` and `_` make no difference, nor does the word district. Raises DistrictUnknown, which names the
    kinds that there are.
    """
    meant = bare(kind)
    called = {bare(known): known for known in kinds}
    columns = {
        bare(names[0]): known for known, source in kinds.items() if len(names := column_names((source,))) == 1
    }
    usual = {bare(short): known for short, known in _SHORT.items() if known in kinds}
    for name in (meant, meant.removesuffix("district").removesuffix("dist")):
        for table in (called, usual, columns):
            if name in table:
                return table[name]
    there = ", ".join(kinds) or "no districts at all"
    raise DistrictUnknown(f"This file has no districts of the kind {kind!r}.", f"It has {there}.")


def within_counties(wanted: Collection[str], kinds: Collection[str]) -> list[str]:
    """Of the wanted kinds those whose codes begin anew in each county, unless counties are chosen as well."""
    if COUNTY in wanted or COUNTY not in kinds:
        return []
    return [kind for kind in wanted if kind in _WITHIN_A_COUNTY]


def in_several_counties(kinds: Sequence[str], counties: Collection[str]) -> str:
    """What is to be told of the chosen districts of these kinds, which lie in these counties; empty: nothing."""
    there = [county for county in counties if county]
    if len(there) < 2:
        return ""
    return (
        f"What was chosen by {' and '.join(kinds)} lies in {len(there)} counties ({_listed(there)}), and may be"
        " another district in each: --district county=... chooses one."
    )


def choose(
    kind: str,
    wanted: dict[str, str],
    codes: Collection[str],
    others: Collection[str],
    meanings: Mapping[str, str] | None = None,
) -> Chosen:
    """Which texts mean the wanted districts, of all `codes` and `others` that occur.

    `meanings` is what the layout says that codes mean: a district may be chosen by that, too. Raises DistrictUnknown,
    and DistrictAmbiguous where several districts may be meant.
    """
    meant = {same_code(code): meaning for code, meaning in (meanings or {}).items()}
    written = _by_core(kind, {text: (text, meant.get(same_code(text), "")) for text in codes})
    named = _by_core(kind, {text: (text,) for text in others})
    chosen_codes: list[str] = []
    chosen_others: list[str] = []
    for as_written in wanted.values():
        if found := _meant(kind, as_written, written):
            chosen_codes += found
        elif found := _meant(kind, as_written, named):
            chosen_others += found
        else:
            shown = {meant.get(same_code(text), text) for text in codes}
            raise DistrictUnknown(
                f"Nobody in the file lives in {kind} {as_written}.",
                f"There are: {_listed(shown) or 'none at all'}.",
            )
    return Chosen(tuple(dict.fromkeys(chosen_codes)), tuple(dict.fromkeys(chosen_others)))


def _listed(texts: Collection[str]) -> str:
    there = sorted(filter(None, texts), key=by_number)
    return ", ".join(there[:_NAMED]) + (f" and {len(there) - _NAMED} more" if there[_NAMED:] else "")


@dataclass(frozen=True)
class _Written:
    """One way in which the file writes a district."""

    text: str
    """What stands in the file."""
    shown: str
    """The text, or what the layout says that it means."""
    sort: str
    """The state, or the form of the place, that the text names."""


def _by_core(kind: str, texts: Mapping[str, Sequence[str]]) -> dict[str, list[_Written]]:
    found: defaultdict[str, list[_Written]] = defaultdict(list)
    for text, ways in texts.items():
        for way in filter(None, ways):
            core, sort = code_core(kind, way)
            found[core].append(_Written(text, way, sort))
    return found


def _meant(kind: str, wanted: str, texts: Mapping[str, Sequence[_Written]]) -> list[str]:
    """The texts of the one district that is meant; none where there is no such district."""
    core, sort = code_core(kind, wanted)
    found = list(texts.get(core, ()))
    exact = [each for each in found if same_code(each.shown) == same_code(wanted)]
    if exact and not core.isdecimal():
        return [each.text for each in exact]
    if kind in _PLACES:
        # A town and a city of one name are two places, the name alone perhaps a third.
        for fitting in (sort, *([""] if sort else [])):
            if same := [each for each in found if each.sort == fitting]:
                return [each.text for each in same]
    found = [each for each in found if not sort or each.sort in {"", sort}]
    sorts = {each.sort for each in found if each.sort}
    if len(sorts) < 2:
        return [each.text for each in found]
    if exact:
        return [each.text for each in exact]
    raise DistrictAmbiguous(
        f"{kind} {wanted} may be one of several districts: {_listed({each.shown for each in found})}."
    )


def code_core(kind: str, text: str) -> tuple[str, str]:
    """What tells a district from the others of its kind, and the state or the form of the place that stands with it.

    `NC-01`, `CD 1`, `1st Congressional District` and `01` are all 1 among congressional districts. What stands within
    a code stays: precinct 01-2 is not 012.
    """
    code = same_code(text)
    sort = ""
    state = _STATE.fullmatch(code) if kind in _WITH_A_STATE else None
    if state and state[1] in _STATES - _own_words(kind):
        sort, code = state[1], same_code(state[2])
    if kind in _PLACES and (place := _PLACE.fullmatch(code)):
        form, name = place[1] or place[4], place[2] or place[3]
        if form != kind:
            sort, code = form, name
        elif place[1] or kind != "city":
            code = name
    before, behind = _wordy(kind)
    core = before.sub("", code, 1) or code
    core = behind.sub("", core) or core
    if ordinal := _ORDINAL.fullmatch(core):
        core = ordinal[1]
    return same_code(core), sort


@cache
def _own_words(kind: str) -> frozenset[str]:
    words = {*_OF_EVERY_KIND, *kind.casefold().split("_"), *_OF_KIND.get(kind, "").split()}
    return frozenset(words - set(_FORMS) if kind in _PLACES else words)


@cache
def _wordy(kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds the words of a kind before a code, and behind it."""
    words = "|".join(map(re.escape, sorted(_own_words(kind), key=len, reverse=True)))
    return (
        re.compile(rf"^(?:(?:{words})\.?(?![a-z])[ _#:.-]*)+"),
        re.compile(rf"(?:[ _-]+(?:{words}))+$"),
    )


def by_number(code: str) -> tuple[int, str]:
    """The place of a code in a list: numbers by their size, before everything else."""
    bare = same_code(code)
    return (int(bare), code) if bare.isdecimal() and len(bare) < 20 else (1 << 63, code)
