"""A volunteer's address book, with known truth: who of the district is in it, and how people write their friends.

Most friends live elsewhere, are not registered, or live in a friend's household; they bear names like everybody
else's, so that many are namesakes of somebody in the file.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from f2f_desktop.demo import names
from f2f_desktop.demo.population import AREA_CODES, CITIES, EXCHANGES, Population, generate_district
from f2f_desktop.demo.writing import Habits, Named, as_written
from f2f_desktop.matching.folding import fold

FAR_AREA_CODES = (212, 312, 415, 503, 617, 206, 404, 305, 713, 602)
FAR_CITIES = (("Port Verity", "30997"), ("Stonehollow", "60998"), ("Vista Larga", "90996"), ("New Arden", "10994"))
"""Cities that do not exist, with ZIP codes that nobody has."""
ORGANISATIONS = (
    "Rivers Bend Dental",
    "Heron Lake Library",
    "Falls Auto Repair",
    "Quarry Hill Pizza",
    "Millbrook Pediatrics",
    "Alder County Credit Union",
    "Fenwick Plumbing LLC",
)
WORDS = ("sunshine", "gogators", "bookworm", "runner", "guitarhero", "mamabear", "blue.sky", "hiker")
ELSEWHERE = 12_000
"""People elsewhere from whom friends are drawn."""


@dataclass(frozen=True)
class BookMix:
    """Rates by which an address book is drawn; shares of its contacts unless said otherwise."""

    in_file: float = 0.3
    unregistered_here: float = 0.08
    organisation: float = 0.04
    recycled_number: float = 0.01
    """Of those not in the file: the number is one that the file still gives for somebody else."""
    near: float = 0.7
    """Of those in the file: drawn from the volunteer's own part of the district."""
    housemate: float = 0.15
    """Of those in the file: a housemate, registered or not, is in the book too."""
    local_number: float = 0.35
    """Of those elsewhere: the mobile number has a local area code."""
    mobile: float = 0.88
    home_phone: float = 0.25
    """Of those with a landline."""
    email: float = 0.45
    address: float = 0.12
    birthday: float = 0.12
    social: float = 0.12
    moved: float = 0.08
    """Of the addresses: an old one."""
    habits: Habits = field(default_factory=Habits)


@dataclass(frozen=True)
class Friend:
    """One entry of the address book as the volunteer wrote it."""

    uid: str
    given: str
    family: str
    phones: tuple[tuple[str, str], ...] = ()
    """Pairs of label (`mobile`, `home`) and number as written."""
    email: str = ""
    street: str = ""
    city: str = ""
    zip: str = ""
    birthday: str = ""
    """`YYYY-MM-DD` or empty."""
    organization: str = ""
    social: str = ""
    """Handle on a social service."""
    voter_id: str = ""
    """The truth: who it is in the voter file; empty for somebody who is not there."""
    middle: str = ""
    prefix: str = ""
    suffix: str = ""
    displayed: str = ""
    """The displayed name where it is not made of the parts."""

    @property
    def full(self) -> str:
        """The name as displayed."""
        parts = (self.prefix, self.given, self.middle, self.family, self.suffix)
        return self.displayed or " ".join(filter(None, parts))


def draw_friends(
    population: Population, seed: int, count: int, share_in_file: float | None = None, mix: BookMix | None = None
) -> list[Friend]:
    """`count` friends, of whom `share_in_file` (by default the mix's) are in the voter file."""
    mix = mix or BookMix()
    share = mix.in_file if share_in_file is None else share_in_file
    rng = np.random.default_rng((seed, count))
    inside = _choose_inside(rng, population, round(count * share), mix)
    known = [_resident(rng, population, i, mix) for i in inside]
    outside = count - len(known)
    here = _choose_unregistered(rng, population, inside, round(outside * mix.unregistered_here), mix)
    known += [_resident(rng, population, i, mix) for i in here]
    elsewhere = generate_district(seed + 1, ELSEWHERE, population.mix)
    stale = _stale_numbers(population)
    for i in rng.choice(len(elsewhere), size=max(0, count - len(known)), replace=False).tolist():
        known.append(_stranger(rng, elsewhere, i, mix, stale))
    order = rng.permutation(len(known))
    return [replace(known[place], uid=f"friend-{number:05d}") for number, place in enumerate(order.tolist())]


def _choose_inside(rng: np.random.Generator, population: Population, count: int, mix: BookMix) -> list[int]:
    """Registered people: mostly from the volunteer's part of the district, some of one household."""
    registered = population.registered
    near = registered[population.place[registered] <= 1]
    chosen: dict[int, None] = {}
    while len(chosen) < count:
        pool = near if len(near) and rng.random() < mix.near else registered
        i = int(pool[rng.integers(0, len(pool))])
        chosen[i] = None
        if rng.random() < mix.housemate:
            for other in housemates(population, i):
                if population.voter_ids[other] and len(chosen) < count:
                    chosen[other] = None
    return list(chosen)


def _choose_unregistered(
    rng: np.random.Generator, population: Population, inside: Sequence[int], count: int, mix: BookMix
) -> list[int]:
    """Unregistered people of the district; housemates of friends first."""
    taken = set(inside)
    with_friends = [
        other
        for i in inside
        if rng.random() < mix.housemate
        for other in housemates(population, i)
        if not population.voter_ids[other] and other not in taken
    ]
    others = np.flatnonzero(population.voter_ids == "")
    others = others[rng.permutation(len(others))[:count]]
    return list(dict.fromkeys([*with_friends, *others.tolist()]))[:count]


def housemates(population: Population, i: int) -> list[int]:
    """The other people of somebody's household."""
    low, high = np.searchsorted(population.household, (population.household[i], population.household[i] + 1))
    return [other for other in range(int(low), int(high)) if other != i]


def _stale_numbers(population: Population) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Numbers that the file gives for people who no longer have them."""
    stale = (population.file_phone > 0) & (population.file_phone != population.phone)
    return np.asarray(population.file_phone[stale & (population.file_phone != population.landline)], np.int64)


def _named(people: Population, i: int) -> Named:
    others = housemates(people, i)
    partner = str(people.first[others[0]]) if others else ""
    parts = (people.first, people.middle, people.last, people.maiden, people.suffix, people.sex)
    given, middle, family, maiden, suffix, sex = (str(part[i]) for part in parts)
    return Named(given, middle, family, maiden, suffix, sex, partner)


def _resident(rng: np.random.Generator, population: Population, i: int, mix: BookMix) -> Friend:
    """Somebody who lives in the district."""
    city, _, zip_code = CITIES[population.place[i]]
    street = f"{population.house_number[i]} {names.STREETS[population.street[i]]}"
    landline = int(population.landline[i])
    return _friend(rng, population, i, int(population.phone[i]), landline, (street, city.title(), zip_code), mix)


def _stranger(
    rng: np.random.Generator,
    elsewhere: Population,
    i: int,
    mix: BookMix,
    stale: np.ndarray[tuple[int], np.dtype[np.int64]],
) -> Friend:
    """Somebody from elsewhere: an organisation, or a person of another population."""
    if rng.random() < mix.organisation:
        number = written_number(rng, _number(rng, AREA_CODES))
        return Friend("", "", "", (("work", number),), organization=str(rng.choice(ORGANISATIONS)))
    far = int(rng.choice(FAR_AREA_CODES)) * 10_000_000
    landline = far + int(elsewhere.landline[i]) % 10_000_000 if elsewhere.landline[i] else 0
    phone = _number(rng, AREA_CODES) if rng.random() < mix.local_number else _number(rng, FAR_AREA_CODES)
    if len(stale) and rng.random() < mix.recycled_number:
        phone = int(rng.choice(stale))
    city, zip_code = FAR_CITIES[int(rng.integers(0, len(FAR_CITIES)))]
    street = f"{elsewhere.house_number[i]} {names.STREETS[elsewhere.street[i]]}"
    friend = _friend(rng, elsewhere, i, phone, landline, (street, city, zip_code), mix)
    return replace(friend, voter_id="")


def _friend(
    rng: np.random.Generator,
    people: Population,
    i: int,
    phone: int,
    landline: int,
    home: tuple[str, str, str],
    mix: BookMix,
) -> Friend:
    name = as_written(rng, _named(people, i), mix.habits)
    phones: list[tuple[str, str]] = []
    if rng.random() < mix.mobile:
        phones.append(("mobile", written_number(rng, phone)))
    if landline and rng.random() < mix.home_phone:
        phones.append(("home", written_number(rng, landline)))
    year = int(people.birth_year[i])
    street, city, zip_code = home if rng.random() < mix.address else ("", "", "")
    if street and rng.random() < mix.moved:
        street = f"{rng.integers(1, 2400)} {rng.choice(names.STREETS)}"
    given, family = str(people.first[i]), str(people.last[i])
    email = _email(rng, given, family, year) if rng.random() < mix.email else ""
    handle = f"{fold(given)}.{fold(family)}".lower().replace(" ", "").replace("-", "")
    social = handle.replace(".", "") if rng.random() < mix.social else ""
    if not email and not social and not phones:
        email = f"{handle}@example.org"
    return Friend(
        uid="",
        given=name.given,
        family=name.family,
        phones=tuple(phones),
        email=email,
        street=street,
        city=city,
        zip=zip_code,
        birthday=_birthday(rng, year) if rng.random() < mix.birthday else "",
        social=social,
        voter_id=str(people.voter_ids[i]),
        middle=name.middle,
        prefix=name.prefix,
        suffix=name.suffix,
        displayed=name.full,
    )


def _birthday(rng: np.random.Generator, year: int) -> str:
    return f"{year}-{rng.integers(1, 13):02d}-{rng.integers(1, 29):02d}"


def _email(rng: np.random.Generator, given: str, family: str, year: int) -> str:
    first, last = (fold(part).lower().replace("-", " ").split()[0] for part in (given, family))
    local = (
        f"{first}.{last}",
        f"{first[0]}{last}",
        f"{first}{last}",
        f"{first}.{last}{year % 100:02d}",
        f"{first}{year}",
        f"{rng.choice(WORDS)}{rng.integers(1, 99)}",
        f"{last}.{first}",
    )
    return f"{local[int(rng.integers(0, len(local)))]}@example.org"


def _number(rng: np.random.Generator, codes: Sequence[int]) -> int:
    exchange = int(rng.integers(EXCHANGES.start, EXCHANGES.stop))
    return int(rng.choice(codes)) * 10_000_000 + exchange * 10_000 + int(rng.integers(0, 10_000))


def written_number(rng: np.random.Generator, number: int) -> str:
    """A ten-digit number in one of the ways in which people write it."""
    text = f"{number:010d}"
    forms = (
        f"({text[:3]}) {text[3:6]}-{text[6:]}",
        f"{text[:3]}-{text[3:6]}-{text[6:]}",
        f"+1{text}",
        f"+1 {text[:3]} {text[3:6]} {text[6:]}",
        f"{text[:3]}.{text[3:6]}.{text[6:]}",
    )
    return str(forms[int(rng.integers(0, len(forms)))])
