"""Whether two names may be one person's, and how strong that is."""

import re
import unicodedata
from enum import IntEnum

import msgspec

from f2f_desktop.contacts.model import Contact, PersonName
from f2f_desktop.contacts.names import taken_apart
from f2f_desktop.contacts.nicknames import other_forms

NOT_LETTERS = re.compile(r"[\W\d_]+")
APOSTROPHES = re.compile("['’ʼ`´]")


class Likeness(IntEnum):
    """How alike two names are. Above DIFFERENT they may be one person's."""

    DIFFERENT = 0
    PARTIAL = 1
    """An initial, or a part that one of them lacks."""
    NICKNAME = 2
    """Bob and Robert; or one of two given names, or of two surnames."""
    EQUAL = 3


class NameKey(msgspec.Struct, frozen=True, order=True):
    """A name as it is compared: words in lower case without accents. All empty: nobody knows."""

    given: tuple[str, ...] = ()
    middle: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    suffix: str = ""
    whole: tuple[str, ...] = ()
    """Of an organization, or of a name that has no parts: compared as a whole."""

    @property
    def unknown(self) -> bool:
        """Whether there is no name at all."""
        return not (self.given or self.family or self.whole)


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case without accents, apostrophes and dots."""
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return tuple(NOT_LETTERS.sub(" ", APOSTROPHES.sub("", text).casefold()).split())


def name_key(name: PersonName, organization: str = "") -> NameKey:
    """The key of a name. `organization` tells a firm's card, which has no person's name, from a person's."""
    if not (name.given or name.family):
        if "@" in name.full or not any(map(str.isalpha, name.full)):
            return NameKey(suffix="".join(words(name.suffix)))
        if organization and words(name.full) == words(organization):
            return NameKey(whole=words(name.full))
        apart = taken_apart(name.full)
        if not apart.given:
            whole = words(name.full)
            return NameKey(given=whole) if len(whole) == 1 else NameKey(whole=whole)
        name = apart
    return NameKey(words(name.given), words(name.middle), words(name.family), "".join(words(name.suffix)))


def key_of(contact: Contact) -> NameKey:
    """The key of a contact's name."""
    return name_key(contact.name, contact.organization)


def compatible_names(one: PersonName, other: PersonName) -> bool:
    """Whether both may be the same person's name: equal, a nickname, an initial, or a part missing."""
    return likeness(name_key(one), name_key(other)) > Likeness.DIFFERENT


def likeness(one: NameKey, other: NameKey) -> Likeness:
    """How alike two names are; symmetric."""
    if one == other:
        return Likeness.EQUAL
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return Likeness.DIFFERENT
    if one.unknown or other.unknown:
        return Likeness.PARTIAL
    if one.whole or other.whole:
        return Likeness.DIFFERENT
    if (not one.given or not other.given) and (not one.family or not other.family):
        # "Jane" and "Roe" have nothing in common.
        return Likeness.DIFFERENT
    parts = [
        of_given(one.given, other.given),
        of_words(one.middle, other.middle),
        of_words(one.family, other.family),
        Likeness.EQUAL if one.suffix == other.suffix else Likeness.PARTIAL,
    ]
    if given_and_middle_are_split_otherwise(one, other):
        parts[:2] = [Likeness.NICKNAME]
    return min(parts)


def given_and_middle_are_split_otherwise(one: NameKey, other: NameKey) -> bool:
    """Whether `Mary Ann` is a double name in one and given and middle name in the other."""
    return one.given + one.middle == other.given + other.middle


def of_given(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness:
    """How alike two given names are."""
    plain = of_words(one, other)
    if plain > Likeness.DIFFERENT:
        return plain
    first, second = one[0], other[0]
    if len(one) > 1 and len(other) > 1 and one[1:] != other[1:]:
        return Likeness.DIFFERENT
    if second in other_forms(first) or first in other_forms(second):
        return Likeness.NICKNAME
    for initial, name in ((first, second), (second, first)):
        if len(initial) == 1 and any(form.startswith(initial) for form in other_forms(name)):
            return Likeness.PARTIAL
    return Likeness.DIFFERENT


def of_words(one: tuple[str, ...], other: tuple[str, ...]) -> Likeness:
    """How alike two parts of a name are, without nicknames: `Garcia Lopez` is like `Garcia`, `J` like `Jane`."""
    if one == other:
        return Likeness.EQUAL
    if not one or not other:
        return Likeness.PARTIAL
    if "".join(one) == "".join(other):
        return Likeness.NICKNAME
    short, long = sorted((one, other), key=len)
    if len(short) < len(long) and len("".join(short)) > 1 and set(short) <= set(long):
        return Likeness.NICKNAME
    if len(one) == len(other) and all(map(same_or_initial, one, other)):
        return Likeness.PARTIAL
    if len(short) == 1 and len(short[0]) == 1 and long[0].startswith(short[0]):
        return Likeness.PARTIAL
    return Likeness.DIFFERENT


def same_or_initial(one: str, other: str) -> bool:
    """Whether two words are equal, or one is the other's initial."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
