"""What names a contact may mean: an address book's text becomes a few (given name, surname) hypotheses.

People write names as they think of them: `Mike Plumber`, `Jen - PTA`, `Smith, Ann`, `Ann & Bob Smith`, `❤️ Mom`.
Each reading is kept as a hypothesis of a declared kind; scoring weighs the kinds (see `parameters`), so that an
unlikely reading never needs to be ruled out here.
"""

import re
import unicodedata
from enum import IntEnum
from operator import attrgetter
from typing import NamedTuple

import msgspec

from f2f_desktop.contacts.model import Contact, PersonName
from f2f_desktop.matching.email_names import (
    given_name_in_email,
    surname_in_email,
    whole_name_in_email,
    words_in_email,
)
from f2f_desktop.matching.folding import PARTICLES, NameKey, fold, given_name_key, surname_key
from f2f_desktop.matching.name_words import (
    AMBIGUOUS_TITLES,
    DEGREES,
    FAMILIAR_TITLES,
    GENERATIONS,
    ORGANISATION_WORDS,
    REMARKS,
    ROLES,
    TITLES,
)
from f2f_desktop.matching.relatives import names_a_relative

MAX_HYPOTHESES = 8
MAX_LETTERS = 200
"""What stands behind that in a name field is no name."""


class Reading(IntEnum):
    """How a hypothesis reads the contact's name. The names are the levels of the evidence field `reading`."""

    AS_FIELDS = 0
    """Given name and family name stand in their own fields."""
    AS_WRITTEN = 1
    """From the displayed name, in its order; also `Smith, Ann`."""
    NICKNAME_FIELD = 2
    """The nickname field, or a nickname in quotes or brackets, in place of the given name."""
    DOUBLE_SURNAME = 3
    """The last two words are the surname: `José García López`."""
    COUPLE = 4
    """The first of `Ann & Bob Smith`."""
    FROM_EMAIL = 5
    """No surname, or only initials, are written, but the e-mail address has more."""
    OTHER_SURNAME = 6
    """A maiden or married name: from the e-mail address, or behind `née`."""
    REMARK = 7
    """The word behind the given name reads like a remark, but is taken for a surname after all."""
    BARE_SURNAME = 8
    """The only word is a surname; or a given name, in the field of the surname."""
    PARTNER = 9
    """The second of `Ann & Bob Smith`."""
    SWAPPED = 10
    """Family name first, or the two fields filled the wrong way round."""


class NameHypothesis(msgspec.Struct, frozen=True, gc=False):
    """One reading: given name, middle name and surname as keys; an unknown one is empty."""

    reading: Reading
    first: str
    first_whole: str
    """All words of a double given name: MARYANN where `first` is MARY; else the same as `first`."""
    middle: str
    last: NameKey


class WrittenName(msgspec.Struct, frozen=True, gc=False):
    """What a contact's name says."""

    hypotheses: tuple[NameHypothesis, ...] = ()
    generation: str = ""
    """JR, SR, II, III, IV."""
    sex: str = ""
    """M or F, where a title tells it."""
    is_organisation: bool = False
    is_relative: bool = False
    """`Kevin's wife`, `Kevin son`, `Mom`: whoever it is, it need not be the one whose name or number is there."""


class _Person(NamedTuple):
    """Words of one person's name after titles, suffixes and remarks are off."""

    words: tuple[str, ...] = ()
    remark: str = ""
    """A word taken off the end that might be a surname."""
    surname_only: bool = False
    """`Mrs. Henderson`, `The Smiths`."""
    familiar: bool = False
    """After a title that goes with given names: `Aunt Linda`."""


_NO_NAME = NameKey("")
_BY_READING = attrgetter("reading")
_ASIDE = re.compile(r"\(([^)]*)\)?|\[([^\]]*)\]?|\{([^}]*)\}?|[\"“”«„]([^\"“”»]*)[\"“”»]?")
_MAIDEN = re.compile(r"^(?:n[eé]e?|born|formerly|maiden)\b[\s:.]*(.+)$", re.IGNORECASE)
_REMARK_CUT = re.compile(
    r"(?:\s+[-–—~|•:/]+\s+|\s*[|@•;]\s*|\s+(?:(?:from|at|with|via)\s+|(?:w/|c/o)\s*)(?=\S)).*$", re.IGNORECASE
)
_MARKED = re.compile(r"[^\w\s.,'’&+]|\s(?:from|at|with|via)\s", re.IGNORECASE)
"""Whatever `_ASIDE` or `_REMARK_CUT` could begin with."""
_COUPLE = re.compile(r"\s*(?:&|\+|/)\s*|\s+(?:and|y|und|et)\s+", re.IGNORECASE)
_WITH_DIGRAPHS = re.compile(r"[äöüåæøÄÖÜÅÆØ]|[aouAOU]\u0308|[aA]\u030a")
_DIGRAPHS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "æ": "ae", "ø": "oe"}
    | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Æ": "Ae", "Ø": "Oe"}
)
"""As German, Swedish and Danish names are written without their letters; `fold` takes the letter below the marks."""
_POSSESSIVE = re.compile(r"[a-z]['’]s\b", re.IGNORECASE)


def read_name(contact: Contact, known_nicknames: frozenset[str] = frozenset()) -> WrittenName:
    """All readings of the contact's name, the likeliest first, at most MAX_HYPOTHESES.

    `known_nicknames` (folded) decides whether a word in brackets is a nickname or a remark.
    """
    name = contact.name
    if not contact.nicknames and _is_plain(name, contact.organization):
        first, last = name.given.upper(), name.family.upper()
        as_fields = NameHypothesis(Reading.AS_FIELDS, first, first, "", NameKey(last))
        if contact.emails or first == last:
            reader = _Reader(known_nicknames)
            reader.found[first, last] = as_fields
            return reader.finished(contact)
        swapped = NameHypothesis(Reading.SWAPPED, last, last, "", NameKey(first))
        return WrittenName((as_fields, swapped), is_relative=names_a_relative(f"{first} {last}"))
    return _Reader(known_nicknames).read(contact)


_WITH_MEANING = frozenset(
    {"THE", "FAMILY", "FAMILIA"}.union(TITLES, ROLES, REMARKS, GENERATIONS, DEGREES, PARTICLES, ORGANISATION_WORDS)
)
"""Words that may be no name."""


def _is_plain(name: PersonName, organisation: str) -> bool:
    """Whether the name is just one plain word in each field, as most are: then there is nothing to take apart."""
    given, family = name.given, name.family
    return (
        1 < len(given) <= MAX_LETTERS
        and 1 < len(family) <= MAX_LETTERS
        and given.isalpha()
        and family.isalpha()
        and given.isascii()
        and family.isascii()
        and not (name.middle or name.prefix or name.suffix or organisation)
        and (not name.full or name.full == f"{given} {family}")
        and given.upper() not in _WITH_MEANING
        and family.upper() not in _WITH_MEANING
    )


class _Reader:
    """Collects hypotheses of one contact.

    Attributes: `found`: hypotheses by (first, last, middle), each with its likeliest reading;
    `generation`, `sex`: what suffix and title say; `aliases`: nicknames from quotes and brackets; `maiden`.
    """

    def __init__(self, known_nicknames: frozenset[str]) -> None:
        self.known_nicknames = known_nicknames
        self.found: dict[tuple[str, str], NameHypothesis] = {}
        self.generation = ""
        self.sex = ""
        self.aliases: list[str] = []
        self.maiden = ""

    def read(self, contact: Contact) -> WrittenName:
        name = contact.name
        if max(map(len, msgspec.structs.astuple(name))) > MAX_LETTERS:
            name = PersonName(*(part[:MAX_LETTERS] for part in msgspec.structs.astuple(name)))
        if self._is_organisation(name, contact.organization[:MAX_LETTERS]):
            return WrittenName(is_organisation=True)
        if name.prefix or name.suffix:
            self._note_affixes(f"{name.prefix} {name.suffix}")
        self._read_parts(name)
        if _WITH_DIGRAPHS.search(name.full + name.given + name.family):
            parts = msgspec.structs.astuple(name)
            self._read_parts(
                PersonName(*(unicodedata.normalize("NFC", part).translate(_DIGRAPHS) for part in parts))
            )
        for nickname in contact.nicknames[:3]:
            self._note_alias(nickname[:MAX_LETTERS])
        self._add_aliases()
        self._add_maiden()
        return self.finished(contact)

    def _read_parts(self, name: PersonName) -> None:
        if name.given or name.family:
            self._read_fields(name.given, name.middle, name.family)
        if name.full and not self._says_no_more(name) and not _POSSESSIVE.search(name.full):
            self._read_display(name.full)

    def finished(self, contact: Contact) -> WrittenName:
        """What was found, with the readings that only make sense beside others."""
        self._add_from_email(contact)
        self._add_swapped()
        hypotheses = sorted(self.found.values(), key=_BY_READING)
        name = contact.name
        is_relative = names_a_relative((name.full or f"{name.given} {name.family}")[:MAX_LETTERS])
        return WrittenName(tuple(hypotheses[:MAX_HYPOTHESES]), self.generation, self.sex, is_relative=is_relative)

    @staticmethod
    def _says_no_more(name: PersonName) -> bool:
        """Whether the displayed name has the words of the fields, in whatever order.

        With a middle name it may be the other way about: the fields were guessed from what is displayed. Without a
        family name the given one is read as a displayed one is.
        """
        if not name.family:
            return name.full == name.given and not name.middle
        if name.middle and name.full == f"{name.given} {name.middle} {name.family}":
            return False
        fields = f"{name.prefix} {name.given} {name.middle} {name.family} {name.suffix}"
        return name.full == f"{name.given} {name.family}" or set(fold(name.full).split()) <= set(
            fold(fields).split()
        )

    @staticmethod
    def _is_organisation(name: PersonName, organisation: str) -> bool:
        if name.given and name.family and (not organisation or fold(name.full) != fold(organisation)):
            return False
        words = fold(_REMARK_CUT.sub("", name.full or f"{name.given} {name.family}")).split()
        if not words:
            return bool(organisation)
        if organisation and fold(organisation).split() == words:
            return True
        if len(words) < 2 or name.family:
            return False
        return any(word in ORGANISATION_WORDS for word in words[1:]) or (words[0] == "THE" and len(words) > 2)

    # Taking apart ---------------------------------------------------------------------------------------------

    def _without_asides(self, text: str) -> str:
        """`text` without brackets, quotes and remarks; nicknames and maiden names found there are noted."""
        if text.isalpha():
            return text
        if not _MARKED.search(text):
            return " ".join(text.split())

        def note(found: re.Match[str]) -> str:
            inner = next((group for group in found.groups() if group), "").strip()
            maiden = _MAIDEN.match(inner)
            if maiden:
                self.maiden = fold(maiden.group(1))
            elif found.group(4) or fold(inner) in self.known_nicknames:
                self._note_alias(inner)
            return " "

        text = " ".join(_ASIDE.sub(note, text).split())
        return _REMARK_CUT.sub("", text) or text

    def _note_alias(self, text: str) -> None:
        alias = fold(text)
        words = alias.split()
        if len(words) == 1 and len(alias) > 1 and alias not in REMARKS and alias not in ROLES:
            self.aliases.append(alias.replace("-", ""))

    def _note_affixes(self, text: str) -> None:
        for word in fold(text).split():
            self.generation = self.generation or GENERATIONS.get(word, "")
            self.sex = self.sex or TITLES.get(word, "")

    def _person(self, words: list[str]) -> _Person:
        """The words of one person: titles off the front; suffixes, degrees and remarks off the end."""
        titled = familiar = False
        while words and words[0] in TITLES and (len(words) > 2 or words[0] not in AMBIGUOUS_TITLES):
            self.sex = self.sex or TITLES[words[0]]
            titled, familiar = True, words[0] in FAMILIAR_TITLES
            words = words[1:]
        while words and words[0] in ROLES and words[0] != "BABY":
            words = words[1:]
            titled = True
        while len(words) > 1 and words[-1] in GENERATIONS:
            self.generation = self.generation or GENERATIONS[words[-1]]
            words = words[:-1]
        while len(words) > 1 and words[-1] in DEGREES and (len(words) > 2 or words[-1] not in {"DO", "PA"}):
            words = words[:-1]
        while len(words) > 1 and words[-1] in GENERATIONS:
            self.generation = self.generation or GENERATIONS[words[-1]]
            words = words[:-1]
        remark = ""
        while len(words) > 1 and (words[-1] in REMARKS or words[-1] in ROLES):
            remark = words[-1]
            words = words[:-1]
        words = [word for word in words if word.isalpha() or any(letter.isalpha() for letter in word)]
        return _Person(tuple(words), remark, titled and not familiar and len(words) == 1, familiar)

    # Readings -------------------------------------------------------------------------------------------------

    def _add(self, reading: Reading, first_words: list[str], middle: str, last: NameKey) -> None:
        if len(first_words) == 1 and first_words[0].isalpha():
            first = whole = first_words[0]
        else:
            given = given_name_key(" ".join(first_words))
            first, whole = given.parts[0] if given.parts else given.whole, given.whole
            if not middle and len(given.parts) > 1:
                middle = given.parts[1]
            if not first and not last.whole:
                return
        hypothesis = NameHypothesis(reading, first, whole, middle.replace("-", "") if middle else "", last)
        key = (whole, last.whole)
        known = self.found.get(key)
        if known is None or known.reading > reading or (known.reading == reading and middle and not known.middle):
            self.found[key] = hypothesis

    def _read_fields(self, given: str, middle: str, family: str) -> None:
        if not family:
            self._read_display(f"{given} {middle}", Reading.AS_FIELDS)
            return
        given_text = self._without_asides(given)
        partners = _COUPLE.split(given_text)
        family_person = self._person(fold(self._without_asides(family)).split())
        family_words = list(family_person.words)
        if family_words and (family_words[0] in REMARKS or family_words[0] in ROLES):
            family_person = _Person((), " ".join(family_words[:1]))
            family_words = []
        if not given_text.strip():
            self._read_surname_only(family_words)
            return
        if len(family_words) > 1 and len(family_words[0]) == 1:
            middle = middle or family_words[0]
            family_words = family_words[1:]
        last = surname_key(" ".join(family_words))
        for number, partner in enumerate(partners):
            if _POSSESSIVE.search(partner):
                continue
            person = self._person(fold(partner).split())
            together = Reading.PARTNER if number else Reading.COUPLE
            reading = Reading.AS_FIELDS if len(partners) == 1 else together
            if last.whole:
                self._add(reading, list(person.words), fold(middle), last)
            else:
                self._add_words(person, reading)
            if family_person.remark:
                self._add(Reading.REMARK, list(person.words), "", surname_key(family_person.remark))

    def _read_surname_only(self, family_words: list[str]) -> None:
        """A card with only the family field filled: a surname, or the whole name."""
        if len(family_words) > 1 and family_words[0] not in PARTICLES:
            self._add_words(_Person(tuple(family_words)), Reading.AS_WRITTEN)
        elif family_words:
            self._add(Reading.AS_FIELDS, [], "", surname_key(" ".join(family_words)))
            self._add(Reading.BARE_SURNAME, family_words, "", _NO_NAME)

    def _read_display(self, text: str, reading: Reading = Reading.AS_WRITTEN) -> None:
        text = self._without_asides(text)
        if "@" in text or not text.strip():
            return
        if "," in text and self._read_comma(text):
            return
        words_of_partners = [fold(partner).split() for partner in _COUPLE.split(text)]
        words_of_partners = [words for words in words_of_partners if words]
        if not words_of_partners:
            return
        if len(words_of_partners) == 1:
            words = words_of_partners[0]
            if words[0] == "THE" or (len(words) > 1 and words[-1] in {"FAMILY", "FAMILIA"}):
                self._read_family(words)
            else:
                self._add_words(self._person(words), reading)
            return
        shared = self._person(words_of_partners[-1]).words
        for number, words in enumerate(words_of_partners):
            person = self._person(words)
            if len(person.words) == 1 and len(shared) > 1:
                person = person._replace(words=(*person.words, *shared[1:]))
            self._add_words(person, Reading.PARTNER if number else Reading.COUPLE)

    def _read_comma(self, text: str) -> bool:
        """`Smith, Ann B.`: whether that was it. `John Smith, MD` has no given name behind the comma."""
        before, after = (fold(part).split() for part in text.split(",", 1))
        person = self._person(after)
        last = self._person(before).words
        only_suffixes = all(word in DEGREES or word in GENERATIONS for word in after)
        if not last or only_suffixes or not person.words:
            self._add_words(self._person(before + (after if only_suffixes else [])), Reading.AS_WRITTEN)
            return True
        if len(last) > 2 or person.words[0] in REMARKS:
            self._add_words(self._person(before), Reading.AS_WRITTEN)
            return True
        middle = person.words[1] if len(person.words) > 1 else ""
        self._add(Reading.AS_WRITTEN, [person.words[0]], middle, surname_key(" ".join(last)))
        return True

    def _read_family(self, words: list[str]) -> None:
        """`The Smiths`, `Smith Family`, `Familia Reyes`."""
        words = [word for word in words if word not in {"THE", "FAMILY", "FAMILIA", "LA"}]
        if words:
            last = " ".join(words)
            self._add(Reading.AS_WRITTEN, [], "", surname_key(last))
            if last.endswith("S") and len(words) == 1:
                self._add(Reading.AS_WRITTEN, [], "", surname_key(last[:-1]))

    def _add_words(self, person: _Person, reading: Reading) -> None:
        """Given name first, surname last; what stands between is a middle name or half a double surname."""
        words = list(person.words)
        if not words:
            return
        if person.surname_only:
            self._add(reading, [], "", surname_key(words[0]))
            return
        if len(words) == 1:
            self._add(reading, words, "", _NO_NAME)
            if not person.remark:
                self._add(max(reading, Reading.BARE_SURNAME), [], "", surname_key(words[0]))
        else:
            start = len(words) - 1
            while start > 1 and words[start - 1] in PARTICLES:
                start -= 1
            middle = words[1] if start > 1 else ""
            self._add(reading, [words[0]], middle, surname_key(" ".join(words[start:])))
            if start > 1 and len(words[start - 1]) > 1:
                double = max(reading, Reading.DOUBLE_SURNAME)
                before = words[1] if start > 2 else ""
                self._add(double, [words[0]], before, surname_key(" ".join(words[start - 1 :])))
        if person.remark:
            self._add(Reading.REMARK, words[:1], "", surname_key(person.remark))

    def _add_aliases(self) -> None:
        for alias in dict.fromkeys(self.aliases):
            plain = [h for h in self.found.values() if h.reading <= Reading.AS_WRITTEN]
            for hypothesis in plain[:2]:
                self._add(Reading.NICKNAME_FIELD, [alias], hypothesis.middle, hypothesis.last)
            if not plain:
                self._add(Reading.NICKNAME_FIELD, [alias], "", _NO_NAME)

    def _add_maiden(self) -> None:
        if self.maiden:
            for hypothesis in list(self.found.values())[:1]:
                last = surname_key(self.maiden.split()[-1])
                self._add(Reading.OTHER_SURNAME, [hypothesis.first_whole], hypothesis.middle, last)

    def _add_from_email(self, contact: Contact) -> None:
        """Surnames that an e-mail address has beside the given name, and given names beside the surname."""
        if not contact.emails:
            return
        if not self.found:
            for email in contact.emails[:3]:
                first, last = whole_name_in_email(words_in_email(email.address))
                self._add(Reading.FROM_EMAIL, [first], "", NameKey(last))
            return
        bases = [h for h in self.found.values() if h.first and h.reading <= Reading.COUPLE][:2]
        nameless = all(len(hypothesis.last.whole) < 2 for hypothesis in bases)
        reading = Reading.FROM_EMAIL if nameless else Reading.OTHER_SURNAME
        for email in contact.emails[:3]:
            words = words_in_email(email.address)
            for base in bases:
                surname = surname_in_email(words, base.first, base.last.whole)
                if surname and surname not in ROLES and surname not in REMARKS:
                    self._add(reading, [base.first_whole], base.middle, NameKey(surname))
                for last in dict.fromkeys(filter(None, (base.last.whole, surname))):
                    given = given_name_in_email(words, base.first, last)
                    if not given:
                        continue
                    if len(base.first) == 1 and last == base.last.whole:
                        # `M. Rockins` with mark.rockins@ is Mark, and no Mary.
                        self.found.pop((base.first_whole, base.last.whole), None)
                    known = base.last if last == base.last.whole else NameKey(last)
                    self._add(Reading.FROM_EMAIL, [given], base.middle, known)

    def _add_swapped(self) -> None:
        for hypothesis in list(self.found.values())[:2]:
            if hypothesis.reading > Reading.AS_WRITTEN or len(hypothesis.last.whole) < 2 or not hypothesis.first:
                continue
            if len(hypothesis.first) > 1 and not hypothesis.last.parts:
                self._add(
                    Reading.SWAPPED, [hypothesis.last.whole], hypothesis.middle, NameKey(hypothesis.first_whole)
                )
                if len(hypothesis.middle) > 1:
                    # `Tseng Wei Ling`: both words behind the surname are the given name.
                    given = [hypothesis.middle, hypothesis.last.whole]
                    self._add(Reading.SWAPPED, given, "", NameKey(hypothesis.first_whole))
