"""How people write their friends' names into an address book."""

import random
import unicodedata
from dataclasses import dataclass, replace

from tests.benchmarks.hard_people.nicknames import invented, nicknames_of
from tests.benchmarks.hard_people.rates import HandRates
from tests.benchmarks.hard_people.spelled import plain, slip

REMARKS = """
Plumber PTA Gym Work Soccer Church Realtor College Yoga Babysitter Landlord Dentist Uber Tinder Mechanic Camp Choir
Nextdoor 3B Costco Barber Tutor Softball Nails Airbnb Hinge Fraternity Rotary
""".split()
ASIDES = (
    "(work)", "(PTA)", "[book club]", "- PTA", "- soccer mom", "from church", "@ gym", "| union", "(cell)", "(new)",
    "- Lisa's friend", "(Oak St)", "w/ truck", "2", "(DO NOT ANSWER)", "ex", "- lake house", "*work*", "/ Dana's dad",
)  # fmt: skip
EMOJI = ("❤️", "🎸", "🏀", "🐶", "✨", "🌻", "🔥", "👩‍🏫", "🇲🇽")
TITLES = (
    ("Dr.", "Rev.", "Prof.", "Pastor", "Sgt", "Aunt", "Cousin", "Tía", "Sister", "Mrs.", "Ms."),
    ("Dr.", "Coach", "Rev.", "Prof.", "Pastor", "Sgt", "Uncle", "Cousin", "Tío", "Mr."),
)
RELATIONS = (
    ("Mom", "Grandma", "Mamá", "Wifey", "Abuelita", "My Love", "Boss"),
    ("Dad", "Grandpa", "Papi", "Hubby", "Honey", "Boss"),
)
"""Of women, of men."""
ENGLISH = ("Amy", "Kevin", "Grace", "Jason", "Vivian", "Eric", "Tina", "Andy", "Cindy", "Peter", "Lily", "Tony")


@dataclass(frozen=True)
class Named:
    """Somebody's names as the bearer writes them."""

    given: str
    second_given: str
    middle: str
    surname: str
    second_surname: str
    hyphen: bool
    other_surname: str
    """At birth, of a woman who took another; empty otherwise."""
    registered_as_born: bool
    suffix: str
    male: bool
    group: int
    partner: str
    """The partner's given name, or empty."""


@dataclass(frozen=True)
class Written:
    """The name as it stands on the card."""

    given: str = ""
    middle: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    displayed: str = ""
    """FN, where it is not the fields in their order."""
    nickname: str = ""

    @property
    def full(self) -> str:
        """FN."""
        parts = (self.prefix, self.given, self.middle, self.family, self.suffix)
        return self.displayed or " ".join(filter(None, parts))


def as_written(rng: random.Random, named: Named, rates: HandRates, nickname_field: float) -> Written:
    """The name of a friend, in one of the ways people write it."""
    if rng.random() < rates.relation:
        return _finished(rng, Written(given=rng.choice(RELATIONS[named.male])), rates)
    short = _short_form(rng, named, rates)
    given = _given(rng, named, short, rates)
    family = _surname(rng, named, rates)
    written = Written(given, family=family)
    kind = rng.random()
    if kind < rates.given_name_only:
        written = Written(given)
    elif kind < rates.given_name_only + rates.surname_only:
        written = Written("", family=family, prefix="Mr." if named.male else rng.choice(("Mrs.", "Ms.")))
    elif kind < rates.given_name_only + rates.surname_only + rates.remark_for_surname:
        written = Written(given, family=rng.choice(REMARKS))
    else:
        written = _with_more(rng, written, named, rates)
    if short and given != short and rng.random() < nickname_field:
        written = replace(written, nickname=short)
    return _finished(rng, _arranged(rng, written, named, rates), rates)


def _short_form(rng: random.Random, named: Named, rates: HandRates) -> str:
    """What friends say, or nothing."""
    known = nicknames_of(plain(named.given))
    if known and rng.random() < rates.nickname:
        return known[min(int(rng.expovariate(0.8)), len(known) - 1)]
    if rng.random() < rates.invented_short_form:
        return invented(rng, plain(named.given))
    if named.group == 2 and rng.random() < rates.english_name:
        return rng.choice(ENGLISH)
    return ""


def _given(rng: random.Random, named: Named, short: str, rates: HandRates) -> str:
    given = short or named.given
    if named.second_given and not short and rng.random() >= rates.drops_second_given_name:
        given = f"{named.given}{rng.choice((' ', ' ', '-', ''))}{named.second_given}"
    if len(named.middle) > 1 and rng.random() < rates.goes_by_middle_name:
        given = named.middle
    if rng.random() < rates.given_typo:
        given = slip(rng, given)
    if rng.random() < rates.initial_for_given_name:
        given = rng.choice(
            (f"{given[0]}.", given[0], f"{given[0]}{named.middle[:1]}", f"{given[0]}.{named.middle[:1]}.")
        )
    return given


def _surname(rng: random.Random, named: Named, rates: HandRates) -> str:
    surname = named.surname
    if named.second_surname:
        if named.hyphen:
            keeps_both = rng.random() >= rates.half_of_hyphenated
            surname = (
                f"{surname}-{named.second_surname}" if keeps_both else rng.choice((surname, named.second_surname))
            )
        else:
            kind = rng.random() - rates.first_of_two_surnames
            if kind >= 0:
                second = kind < rates.second_of_two_surnames
                surname = named.second_surname if second else f"{surname} {named.second_surname}"
    if named.other_surname:
        share = 1 - rates.new_name if named.registered_as_born else rates.maiden_name
        if rng.random() < share:
            surname = named.other_surname
    if rng.random() < rates.surname_typo:
        surname = slip(rng, surname)
    return surname


def _with_more(rng: random.Random, written: Written, named: Named, rates: HandRates) -> Written:
    """Initials, middle names, suffixes, titles and partners."""
    if rng.random() < rates.initial_for_surname:
        initial = written.family[0]
        return replace(written, family=rng.choice((f"{initial}.", initial)))
    if named.middle and rng.random() < rates.middle_written:
        written = replace(written, middle=rng.choice((named.middle, named.middle[0], f"{named.middle[0]}.")))
    if named.suffix and rng.random() < rates.suffix_written:
        written = replace(
            written, suffix=rng.choice((named.suffix.title(), f"{named.suffix.title()}.", named.suffix))
        )
    if rng.random() < rates.title:
        written = replace(written, prefix=rng.choice(TITLES[named.male]))
    if named.partner and rng.random() < rates.couple:
        both = (written.given, named.partner) if rng.random() < 0.5 else (named.partner, written.given)
        written = replace(written, given=rng.choice((" & ", " and ", "/", " + ")).join(both), middle="", suffix="")
    elif written.given != named.given and rng.random() < rates.nickname_in_quotes:
        written = replace(
            written, displayed=f'{named.given} "{written.given}" {written.family}', given=named.given
        )
    return written


def _arranged(rng: random.Random, written: Written, named: Named, rates: HandRates) -> Written:
    """The order of the names, and into which fields they go."""
    if not written.family or not written.given:
        return (
            replace(written, given=written.family, family="")
            if rng.random() < 0.3 and not written.given
            else written
        )
    if rng.random() < rates.surname_first[named.group]:
        if rng.random() < 0.5:
            return replace(written, displayed=f"{written.family} {written.given}")
        return replace(written, given=written.family, family=written.given, displayed="")
    if rng.random() < rates.fields_swapped:
        return replace(written, given=written.family, family=written.given, displayed="")
    if rng.random() < rates.comma:
        return replace(written, displayed=f"{written.family}, {written.given}")
    if rng.random() < rates.all_in_one_field:
        return Written(written.full, nickname=written.nickname)
    return written


def _finished(rng: random.Random, written: Written, rates: HandRates) -> Written:
    """Emoji, remarks, capitals, accents."""
    if rng.random() < rates.emoji:
        sign = rng.choice(EMOJI)
        last = "family" if written.family and rng.random() < 0.7 else "given"
        text = getattr(written, last)
        written = replace(written, **{last: f"{text} {sign}" if rng.random() < 0.7 else f"{sign} {text}"})
    if rng.random() < rates.remark_behind:
        aside = rng.choice(ASIDES)
        if written.displayed:
            written = replace(written, displayed=f"{written.displayed} {aside}")
        else:
            last = "family" if written.family else "given"
            written = replace(written, **{last: f"{getattr(written, last)} {aside}"})
    change = None
    kind = rng.random()
    if kind < rates.lower_case:
        change = str.lower
    elif kind < rates.lower_case + rates.upper_case:
        change = str.upper
    names = {name: getattr(written, name) for name in ("given", "middle", "family", "displayed", "nickname")}
    if change is not None:
        names = {name: change(text) for name, text in names.items()}
    if not all(text.isascii() for text in names.values()):
        names = _accents(rng, names, rates)
    return replace(written, **names)


def _accents(rng: random.Random, names: dict[str, str], rates: HandRates) -> dict[str, str]:
    if rng.random() < rates.accents_kept:
        form = "NFD" if rng.random() < rates.decomposed else "NFC"
        return {name: unicodedata.normalize(form, text) for name, text in names.items()}

    def bare(text: str) -> str:
        kept = (c for c in unicodedata.normalize("NFD", text) if not 0x300 <= ord(c) < 0x370)
        return unicodedata.normalize("NFC", "".join(kept))

    return {name: bare(text) for name, text in names.items()}
