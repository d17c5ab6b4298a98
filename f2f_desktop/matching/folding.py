"""Names and streets as plain keys: ASCII capitals, particles glued, so that two spellings of one name meet.

Voters and contacts pass through the same functions; that they agree matters more than what they agree on.
"""

import re
import unicodedata

import msgspec

_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d"}
    | {"Ð": "D", "ð": "d", "Ł": "L", "ł": "l", "Þ": "TH", "þ": "th", "ı": "i"}
    | dict.fromkeys("'’‘ʼ`´ʻ", "")
    | dict.fromkeys("‐‑‒⁃−", "-")
)
_NOT_NAME = re.compile(r"[^A-Z0-9-]+")
_HYPHENS = re.compile(r"-+")

GENERATION_WORDS = frozenset("JR SR II III IV".split())
"""Some files write them behind the surname, in the same field."""

PARTICLES = frozenset(
    "VAN VON VANDER VANDEN DE DEL DELA DELLA LA LE LAS LOS DI DA DO DOS DAS DU EL AL BEN BIN ABU ST SAN SANTA "
    "MC MAC O D TER TEN DER DEN ZU ZUM".split()
)
"""Words that belong to the surname after them: VAN DYKE and VANDYKE are one."""


class NameKey(msgspec.Struct, frozen=True, gc=False):
    """A given name or surname: all its letters as one word, and its parts where it has several."""

    whole: str
    parts: tuple[str, ...] = ()
    """The words of a double name, and the bare word behind a particle. Empty for a simple name."""


def fold(text: str) -> str:
    """`text` in ASCII capitals and digits, words parted by one blank, hyphens kept inside words.

    Accents, apostrophes, emoji and whatever else is no Latin letter go. A name in another script folds to "".
    """
    if text.isascii():
        if text.isalpha():
            return text.upper()
        if text.replace(" ", "").isalpha():
            return " ".join(text.upper().split())
        text = text.replace("'", "").replace("`", "")
    else:
        text = unicodedata.normalize("NFKD", text).translate(_LETTERS_WITHOUT_DECOMPOSITION)
        text = "".join([character for character in text if not unicodedata.combining(character)])
        text = text.encode("ascii", "replace").decode("ascii").replace("?", " ")
    words = _NOT_NAME.sub(" ", text.upper()).split()
    if "-" not in text:
        return " ".join(words)
    return " ".join(filter(None, (_HYPHENS.sub("-", word).strip("-") for word in words)))


def surname_key(folded: str) -> NameKey:
    """The key of a folded surname: `GARCIA-LOPEZ` and `GARCIA LOPEZ` alike, particles glued."""
    if folded.isalpha():
        return NameKey(folded)
    parts: list[str] = []
    cores: list[str] = []
    glue = ""
    words = folded.replace("-", " ").split()
    if len(words) > 1 and words[-1] in GENERATION_WORDS:
        words.pop()
    for word in words:
        if word in PARTICLES:
            glue += word
            continue
        parts.append(glue + word)
        if glue:
            cores.append(word)
        glue = ""
    if glue:
        parts.append(glue)
    whole = "".join(parts)
    if len(parts) == 1:
        parts = []
    return NameKey(whole, tuple(part for part in dict.fromkeys(parts + cores) if len(part) > 1))


def given_name_key(folded: str) -> NameKey:
    """The key of a folded given name: `MARY ANN` and `MARY-ANN` are MARYANN with the parts MARY and ANN."""
    if folded.isalpha():
        return NameKey(folded)
    parts = folded.replace("-", " ").split()
    return NameKey("".join(parts), tuple(parts) if len(parts) > 1 else ())


_STREET_WORDS = {
    "STREET": "ST",
    "STR": "ST",
    "AVENUE": "AVE",
    "AV": "AVE",
    "ROAD": "RD",
    "DRIVE": "DR",
    "LANE": "LN",
    "COURT": "CT",
    "CIRCLE": "CIR",
    "PLACE": "PL",
    "BOULEVARD": "BLVD",
    "TERRACE": "TER",
    "TERR": "TER",
    "TRAIL": "TRL",
    "PARKWAY": "PKWY",
    "HIGHWAY": "HWY",
    "SQUARE": "SQ",
    "CROSSING": "XING",
    "COVE": "CV",
    "EXTENSION": "EXT",
    "POINT": "PT",
    "RIDGE": "RDG",
    "RUN": "RUN",
    "MOUNT": "MT",
    "SAINT": "ST",
    "NORTH": "N",
    "SOUTH": "S",
    "EAST": "E",
    "WEST": "W",
    "NORTHEAST": "NE",
    "NORTHWEST": "NW",
    "SOUTHEAST": "SE",
    "SOUTHWEST": "SW",
}
_UNIT = re.compile(r"(?:\b(?:APARTMENT|APT|UNIT|SUITE|STE|LOT|TRLR|RM|ROOM|BLDG|FL|FLOOR)\b|#).*$")


class StreetKey(msgspec.Struct, frozen=True, gc=False):
    """A street address for comparing: number and street in postal abbreviations, and the unit."""

    house: str
    """`1204 N OAK ST`; empty where the text does not begin with a house number."""
    unit: str


def street_word(word: str) -> str:
    """A word of a street as the post abbreviates it: STREET is ST."""
    return _STREET_WORDS.get(word, word)


def street_key(address: str) -> StreetKey:
    """The key of a street address. Abbreviations follow USPS Publication 28, appendix C."""
    upper = address.upper().split("\n", 1)[0]
    unit_found = _UNIT.search(upper)
    unit = ""
    if unit_found and unit_found.start() > 0:
        unit = re.sub(r"^(?:[A-Z]+\b|#)\W*", "", fold(unit_found.group()).strip()) or fold(unit_found.group())
        upper = upper[: unit_found.start()]
    words = fold(upper).replace("-", " ").split()
    if len(words) < 2 or not words[0][0].isdigit():
        return StreetKey("", "")
    return StreetKey(" ".join(_STREET_WORDS.get(word, word) for word in words), unit)
