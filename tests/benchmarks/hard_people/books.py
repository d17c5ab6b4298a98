"""Whom a volunteer knows, and what stands on their cards besides the name.

Friends in the file, mostly from the volunteer's own corner; their housemates, registered or not; many more people
elsewhere, who bear names like everybody's, some of them exactly a voter's; organisations.
"""

import random
from dataclasses import dataclass, field, replace

import numpy as np

from tests.benchmarks.hard_people.district import (
    SPANISH,
    STREETS_PER_ZIP,
    SUFFIXES,
    ZIPS,
    People,
)
from tests.benchmarks.hard_people.handwriting import Named, Written, as_written
from tests.benchmarks.hard_people.rates import BookRates, Configuration
from tests.benchmarks.hard_people.spelled import by_bearer, plain
from tests.benchmarks.hard_people.voter_file import CITIES, VoterFile, street_address, zip_code

FAR_CITIES = (("Port Sable", "30998"), ("Bellweather", "60999"), ("Dry Lantern", "90998"), ("East Umber", "10997"))
ORGANISATIONS = """
Perdita Dental Care|Salt Meadow Library|Old Ferry Auto|Graven Pizza|Tansy Grove Pediatrics|Ormond Credit Union|
Marlow Plumbing LLC|Smith & Sons|Johnson Realty|Dr. Garcia's Office|Martinez Landscaping|The Williams Group|Kim's Nails|
Lee Tailors|Voicemail|Roadside Assistance|Davis Heating and Air|Graven County Schools
""".replace("\n", "").split("|")
LOCAL, STATE, FAR = range(3)
"""Kinds of area codes, in the order of `People.spare_numbers`."""
WORDS = "sunshine runner bookworm mamabear guitarhero skater moonpie hiker tarheel bluesky ladybug".split()


@dataclass(frozen=True)
class Card:
    """One entry of the address book as the volunteer wrote it."""

    uid: str
    name: Written
    phones: tuple[tuple[str, str], ...] = ()
    """Pairs of label (`mobile`, `home`, `work`) and number as written."""
    email: str = ""
    street: str = ""
    city: str = ""
    zip: str = ""
    birthday: str = ""
    organization: str = ""
    social: str = ""


@dataclass(frozen=True)
class Book:
    """Cards in the order of the book, and the truth about each by uid."""

    cards: tuple[Card, ...]
    truth: dict[str, str | None]
    """Voter id; None for somebody who is not in the file."""
    proper_names: dict[str, tuple[str, str]]
    """Given name and surname as an oracle knows them: the file's, for those who are in it."""
    planted: frozenset[str] = field(default=frozenset())
    """Strangers who were given a voter's name on purpose."""


def make_book(
    people: People, file: VoterFile, elsewhere: People, configuration: Configuration, count: int, seed: int
) -> Book:
    """An address book of `count` cards; `elsewhere` are the people from whom strangers are drawn."""
    return _Maker(people, file, elsewhere, configuration, seed).make(count)


@dataclass(frozen=True)
class _Entry:
    card: Card
    proper: tuple[str, str]
    voter_id: str | None = None
    planted: bool = False


class _Maker:
    """Draws the cards of one book. `given_up`: numbers of the file that nobody in the district has any more."""

    def __init__(
        self, people: People, file: VoterFile, elsewhere: People, configuration: Configuration, seed: int
    ) -> None:
        self.people, self.file, self.elsewhere = people, file, elsewhere
        self.rates: BookRates = configuration.book
        self.hand = configuration.hand
        self.rng = random.Random(f"{seed} cards")
        self.numbers = np.random.default_rng((seed, 3))
        self.home_zips = tuple(self.rng.sample(range(ZIPS), 2))
        self.used = [0, 0, 0]
        self.given_up = np.setdiff1d(file.given_up[file.given_up > 0], file.mobile)

    def make(self, count: int) -> Book:
        inside = self._inside(round(count * self.rates.in_file))
        here = self._unregistered(inside, round((count - len(inside)) * self.rates.unregistered_here))
        entries = [self._resident(row) for row in inside + here]
        strangers = self.numbers.permutation(len(self.elsewhere))[: count - len(entries)].tolist()
        entries += [self._stranger(row) for row in strangers]
        self.rng.shuffle(entries)
        uids = [f"{self.rng.getrandbits(64):016x}" for _ in entries]
        return Book(
            tuple(replace(entry.card, uid=uid) for uid, entry in zip(uids, entries, strict=True)),
            {uid: entry.voter_id for uid, entry in zip(uids, entries, strict=True)},
            {uid: entry.proper for uid, entry in zip(uids, entries, strict=True)},
            frozenset(uid for uid, entry in zip(uids, entries, strict=True) if entry.planted),
        )

    # Who ---------------------------------------------------------------------------------------------------------

    def _inside(self, count: int) -> list[int]:
        near = self.file.people[np.isin(self.people.zip[self.file.people], self.home_zips)]
        chosen: dict[int, None] = {}
        while len(chosen) < count:
            pool = near if len(near) and self.rng.random() < self.rates.near else self.file.people
            row = int(pool[self.rng.randrange(len(pool))])
            chosen[row] = None
            if self.rng.random() < self.rates.family:
                mates = [mate for mate in self.people.housemates(row) if self.file.row_of[mate] >= 0]
                chosen.update(dict.fromkeys(mates[: count - len(chosen)]))
        return list(chosen)

    def _unregistered(self, inside: list[int], count: int) -> list[int]:
        """Half of them from the households of friends."""
        mates = [mate for row in inside for mate in self.people.housemates(row) if self.file.row_of[mate] < 0]
        mates = self.rng.sample(mates, min(len(mates), count // 2))
        others = np.flatnonzero(self.file.row_of < 0)
        others = others[self.numbers.permutation(len(others))[:count]]
        return list(dict.fromkeys([*mates, *others.tolist()]))[:count]

    # What --------------------------------------------------------------------------------------------------------

    def _named(self, people: People, row: int, *, registered_as_born: bool = False) -> Named:
        spanish = int(people.group[row]) == SPANISH

        def given(number: int) -> str:
            return by_bearer(people.lists.given[number], spanish=spanish) if number >= 0 else ""

        def family(number: int) -> str:
            return by_bearer(people.lists.surnames[number], spanish=spanish) if number >= 0 else ""

        middle = int(people.middle[row])
        partner = int(people.partner[row])
        return Named(
            given(int(people.given[row])),
            given(int(people.given_second[row])),
            family(-2 - middle) if middle <= -2 else given(middle),
            family(int(people.surname[row])),
            family(int(people.surname_second[row])),
            bool(people.hyphen[row]),
            family(int(people.born[row])) if people.took_name[row] else "",
            registered_as_born,
            SUFFIXES[people.suffix[row]],
            bool(people.male[row]),
            int(people.group[row]),
            given(int(people.given[partner])) if partner >= 0 else "",
        )

    def _resident(self, row: int) -> _Entry:
        """Somebody of the district, registered or not."""
        people, rng, rates = self.people, self.rng, self.rates
        voter = self.file.voter_id(row)
        as_born = voter is not None and bool(people.took_name[row])
        if voter is not None:
            as_born &= self.file.registered_name(row)[1] == people.lists.surnames[people.born[row]]
        named = self._named(people, row, registered_as_born=as_born)
        mobile, old = int(self.file.mobile[row]), int(self.file.given_up[row])
        if rng.random() < rates.old_number:
            mobile = old or self._number(LOCAL)
        zips, street, number, flat = (
            int(column[row]) for column in (people.zip, people.street, people.number, people.flat)
        )
        if rng.random() < rates.old_address:
            zips = rng.randrange(ZIPS)
            street, number, flat = (
                zips * STREETS_PER_ZIP + rng.randrange(STREETS_PER_ZIP),
                rng.randrange(1, 9999),
                0,
            )
        address = (street_address(street, number, flat), CITIES[zips % len(CITIES)], zip_code(zips))
        card = self._card(named, mobile, int(people.landline[row]), int(people.birth_year[row]), address)
        proper = self.file.registered_name(row) if voter is not None else self._proper(named)
        return _Entry(card, proper, voter)

    def _stranger(self, row: int) -> _Entry:
        """Somebody from elsewhere, or an organisation."""
        people, rng, rates = self.elsewhere, self.rng, self.rates
        if rng.random() < rates.organisation:
            name = rng.choice(ORGANISATIONS)
            phones = (("work", self._written_number(self._number(LOCAL))),)
            return _Entry(Card("", Written(), phones, organization=name), ("", name))
        named = self._named(people, row)
        planted = rng.random() < rates.namesake
        if planted:
            model = int(self.file.people[rng.randrange(len(self.file.people))])
            given, surname = self.file.registered_name(model)
            named = replace(
                named, given=given.title(), surname=surname.title(), second_given="", second_surname="",
                other_surname="", male=bool(self.people.male[model]),
            )  # fmt: skip
        mobile = self._number(LOCAL if rng.random() < rates.local_number else rng.choice((STATE, FAR)))
        if len(self.given_up) and rng.random() < rates.recycled:
            mobile = int(self.given_up[rng.randrange(len(self.given_up))])
        landline = self._number(FAR) if people.landline[row] else 0
        city, code = rng.choice(FAR_CITIES)
        address = (
            street_address(int(people.street[row]), int(people.number[row]), int(people.flat[row])),
            city,
            code,
        )
        card = self._card(named, mobile, landline, int(people.birth_year[row]), address)
        return _Entry(card, self._proper(named), None, planted)

    @staticmethod
    def _proper(named: Named) -> tuple[str, str]:
        join = "-" if named.hyphen else " "
        return plain(f"{named.given} {named.second_given}".strip()), plain(
            f"{named.surname}{join}{named.second_surname}" if named.second_surname else named.surname
        )

    def _card(self, named: Named, mobile: int, landline: int, year: int, address: tuple[str, str, str]) -> Card:
        rng, rates = self.rng, self.rates
        phones = []
        if rng.random() < rates.mobile:
            phones.append(("mobile", self._written_number(mobile)))
        if landline and rng.random() < rates.landline:
            phones.append(("home", self._written_number(landline)))
        if rng.random() < rates.work_phone:
            phones.append(("work", self._written_number(self._number(LOCAL))))
        rng.shuffle(phones)
        email = self._email(named, year) if rng.random() < rates.email else ""
        if not phones and not email:
            phones.append(("mobile", self._written_number(mobile)))
        street, city, code = address if rng.random() < rates.address else ("", "", "")
        birthday = ""
        if rng.random() < rates.birthday:
            day = f"{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"
            birthday = f"{year}-{day}" if rng.random() < rates.year_of_birthday else f"--{day}"
        social = ""
        if rng.random() < rates.social:
            social = self._local_part(named, year).replace(".", "_")
        name = as_written(rng, named, self.hand, rates.nickname_field)
        return Card(
            "", name, tuple(phones), email, self._written_street(street), city.title(), code, birthday, "", social
        )

    def _email(self, named: Named, year: int) -> str:
        return f"{self._local_part(named, year)}@example.{self.rng.choice(('org', 'com', 'net'))}"

    def _local_part(self, named: Named, year: int) -> str:
        rng = self.rng
        if rng.random() >= self.rates.name_in_email:
            return f"{rng.choice(WORDS)}{rng.randrange(1, 2020)}"
        surname = named.other_surname if named.other_surname and rng.random() < 0.15 else named.surname
        first, last = ("".join(filter(str.isalpha, plain(part))).lower() for part in (named.given, surname))
        local = rng.choice(
            (
                f"{first}.{last}",
                f"{first[0]}{last}",
                f"{first}{last}",
                f"{last}{first[0]}",
                f"{first}_{last}",
                first,
            )
        )
        kind = rng.random()
        if kind < 0.2:
            return f"{local}{rng.choice((year, f'{year % 100:02d}', f'{year % 100:02d}'))}"
        return f"{local}{rng.randrange(1, 100)}" if kind < 0.3 or local == first else local

    def _number(self, kind: int) -> int:
        """A number that nobody else has, of area codes of the kind LOCAL, STATE or FAR."""
        self.used[kind] += 1
        return int(self.people.spare_numbers[kind][-self.used[kind]])

    def _written_number(self, number: int) -> str:
        text = f"{number:010d}"
        area, exchange, line = text[:3], text[3:6], text[6:]
        return self.rng.choice(
            (f"({area}) {exchange}-{line}", f"+1{text}", f"{area}-{exchange}-{line}", text,
             f"1-{area}-{exchange}-{line}", f"{area}.{exchange}.{line}", f"+1 {area} {exchange} {line}")
        )  # fmt: skip

    def _written_street(self, street: str) -> str:
        """The street as people write it: with or without short forms and the flat."""
        if not street:
            return ""
        text, flat, number = street.title().partition(" Apt ")
        if self.rng.random() < 0.4:
            for short, long in _LONG.items():
                text = text.removesuffix(f" {short}") + f" {long}" if text.endswith(f" {short}") else text
        return (
            f"{text} {self.rng.choice(('Apt', '#', 'Unit'))} {number}"
            if flat and self.rng.random() < 0.8
            else text
        )


_LONG = {"St": "Street", "Ave": "Avenue", "Rd": "Road", "Ln": "Lane", "Dr": "Drive", "Ct": "Court", "Pl": "Place"}
