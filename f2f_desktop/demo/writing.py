"""How people write their friends' names into an address book: short, misspelt, with a remark or a heart."""

from dataclasses import dataclass

import numpy as np

from f2f_desktop.contacts.nicknames import nickname_table, usual_short_forms
from f2f_desktop.matching.folding import fold

REMARKS = (
    "Plumber",
    "PTA",
    "Gym",
    "Work",
    "Soccer",
    "Neighbor",
    "Church",
    "Realtor",
    "College",
    "Yoga",
    "Babysitter",
)
ASIDES = (
    "(work)",
    "(PTA)",
    "[book club]",
    "- PTA",
    "- soccer",
    "from church",
    "@ gym",
    "| union",
    "(cell)",
    "w/ truck",
)
EMOJI = ("❤️", "🎸", "🏀", "🐶", "✨", "🌻")
TITLES = ("Dr.", "Coach", "Rev.", "Prof.", "Pastor")
USUAL = 0.85
"""Share of nicknames that are one of the usual short forms."""
KEYS = "qwertyuiop asdfghjkl zxcvbnm"


@dataclass(frozen=True)
class Habits:
    """How often a name is written in some way; shares of the names to which it can happen."""

    nickname: float = 0.28
    unknown_nickname: float = 0.02
    """A short form that stands in no table."""
    goes_by_middle_name: float = 0.02
    remark_as_surname: float = 0.025
    aside: float = 0.05
    emoji: float = 0.04
    title: float = 0.025
    couple: float = 0.02
    maiden_name: float = 0.15
    one_of_two_surnames: float = 0.5
    accents_dropped: float = 0.5
    swapped: float = 0.02
    comma: float = 0.015
    typo: float = 0.025
    initial: float = 0.02
    surname_initial: float = 0.025
    given_name_only: float = 0.06
    surname_only: float = 0.01
    suffix_written: float = 0.35
    middle_written: float = 0.06
    nickname_in_quotes: float = 0.02
    lower_case: float = 0.03


@dataclass(frozen=True)
class Named:
    """Somebody's names as they are."""

    given: str
    middle: str
    family: str
    maiden: str
    suffix: str
    sex: str
    partner: str = ""
    """Given name of somebody in the same household."""


@dataclass(frozen=True)
class Written:
    """A name as it stands in the fields of an address book."""

    given: str
    family: str
    middle: str = ""
    prefix: str = ""
    suffix: str = ""
    full: str = ""
    """The displayed name where it isn't given name and family name."""


def as_written(rng: np.random.Generator, person: Named, habits: Habits) -> Written:
    """One way in which a friend of this name may be saved."""

    def happens(chance: float) -> bool:
        return bool(rng.random() < chance)

    given, family, middle = person.given, person.family, ""
    if person.middle and happens(habits.goes_by_middle_name):
        given = person.middle
    elif happens(habits.nickname):
        given = short_form(rng, given)
    elif happens(habits.unknown_nickname):
        given = made_up_short_form(rng, given)
    if person.maiden and happens(habits.maiden_name):
        family = person.maiden
    parts = family.replace("-", " ").split()
    if len(parts) == 2 and happens(habits.one_of_two_surnames):
        family = parts[int(rng.random() < 0.3)]
    if happens(habits.accents_dropped):
        given, family = _plain(given), _plain(family)
    if happens(habits.typo):
        given, family = (misspelt(rng, given), family) if happens(0.5) else (given, misspelt(rng, family))
    if person.middle and happens(habits.middle_written):
        middle = person.middle if happens(0.4) else f"{person.middle[0]}."
    suffix = {"JR": "Jr.", "SR": "Sr."}.get(person.suffix, "") if happens(habits.suffix_written) else ""
    return _arranged(rng, Written(given, family, middle, "", suffix), person, habits)


def _arranged(rng: np.random.Generator, name: Written, person: Named, habits: Habits) -> Written:
    """Which fields the names stand in, and what else stands there."""
    given, family = name.given, name.family
    arrangements = (
        (habits.given_name_only, Written(given, "")),
        (habits.surname_only, Written("", family, prefix="Mr." if person.sex == "M" else "Mrs.")),
        (habits.remark_as_surname, Written(given, str(rng.choice(REMARKS)))),
        (habits.surname_initial, Written(given, family[:1] + ("." if rng.random() < 0.5 else ""))),
        (habits.initial, Written(given[:1], family)),
        (habits.swapped, Written(family, given)),
        (habits.comma, Written("", "", full=f"{family}, {given}")),
        (habits.couple if person.partner else 0.0, Written(f"{given} & {person.partner}", family)),
        (habits.aside, Written(given, f"{family} {rng.choice(ASIDES)}", name.middle)),
        (habits.emoji, Written(given, f"{family} {rng.choice(EMOJI)}", name.middle)),
        (habits.title, Written(given, family, name.middle, str(rng.choice(TITLES)))),
        (habits.nickname_in_quotes, Written(f'{person.given} "{short_form(rng, person.given)}"', family)),
        (habits.lower_case, Written(given.lower(), family.lower(), name.middle, "", name.suffix)),
    )
    chance = rng.random()
    for rate, arrangement in arrangements:
        chance -= rate
        if chance < 0:
            return arrangement
    return name


def short_form(rng: np.random.Generator, given: str) -> str:
    """A nickname that the tables know, if they know one; the usual ones most often."""
    name = fold(given)
    usual = usual_short_forms().get(name, ())
    if usual and rng.random() < USUAL:
        return usual[min(len(usual) - 1, int(rng.exponential(1.0)))].title()
    forms = sorted(nickname_table().short_for(name))
    return str(rng.choice(forms)).title() if forms else given


def made_up_short_form(rng: np.random.Generator, given: str) -> str:
    """A nickname that no table has: `Robs`, `Jenny-poo` without the poo."""
    stem = given[: 2 + int(rng.integers(0, 2))]
    return stem + str(rng.choice(("s", "zie", "bo", "ster", "ey", "o")))


def misspelt(rng: np.random.Generator, name: str) -> str:
    """`name` with one slip: a letter dropped, doubled, swapped with the next, or a neighbour on the keyboard."""
    if len(name) < 4:
        return name
    place = int(rng.integers(1, len(name) - 1))
    slip = int(rng.integers(0, 4))
    if slip == 0:
        return name[:place] + name[place + 1 :]
    if slip == 1:
        return name[:place] + name[place] + name[place:]
    if slip == 2:
        return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    key = KEYS.find(name[place].lower())
    return name[:place] + (KEYS[key + 1].strip() if 0 <= key < len(KEYS) - 1 else "e") + name[place + 1 :]


def _plain(name: str) -> str:
    """Without accents, capitals kept."""
    if name.isascii():
        return name
    return " ".join(word.capitalize() for word in fold(name).split())
