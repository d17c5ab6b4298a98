"""Names put together from parts, and taken apart where a card gives only the whole."""

import re

from f2f_desktop.contacts.model import PersonName

TITLES = "mr mrs ms miss mx dr prof rev hon sr sra srta don doña herr frau mme fr sen rep"
PREFIXES = frozenset(TITLES.split())
BEHIND = "jr sr ii iii iv v md do phd edd esq dds dmd rn np pa cpa cfa jd dvm mba mpa mph msw lcsw pmp pe ma ms bs"
SUFFIXES = frozenset(BEHIND.split())
OF = "van von der den de del della di da dos das du la le los las el al bin ibn ter ten st st."
PARTICLES = frozenset(OF.split())
"""Words that begin a surname in the middle of a displayed name. The matcher's list (`matching.folding`) holds more:
`Mac`, `Ben`, `San`, `O` before a known surname belong to it, while in `Ann Ben Roe` and `Ann O Roe` they are names and
initials of their own."""
NOT_A_NAME = re.compile(r"[0-9@/\\()&+:|]|\s-\s")


def put_together(prefix: str, given: str, middle: str, family: str, suffix: str) -> str:
    """The name as it is displayed, of its parts."""
    return " ".join(filter(None, (prefix, given, middle, family, suffix)))


def taken_apart(full: str) -> PersonName:
    """The parts of a displayed name of two to five plain words; only `full` where that would be a guess.

    Understands a title before, a suffix behind, particles of a surname (`van der Berg`), and `Roe, Jane`.
    """
    unsplit = PersonName(full)
    if NOT_A_NAME.search(full):
        return unsplit
    before, comma, after = full.partition(",")
    suffix = ""
    if comma and is_suffix(after.strip()):
        full_words, suffix = before.split(), after.strip()
    elif comma:
        words = after.split()
        if not before.strip() or not 1 <= len(words) <= 3 or "," in after or len(before.split()) > 3:
            return unsplit
        return PersonName(full, words[0], " ".join(words[1:]), before.strip())
    else:
        full_words = full.split()
    prefix: list[str] = []
    while len(full_words) > 2 and full_words[0].lower().removesuffix(".") in PREFIXES:
        prefix.append(full_words.pop(0))
    if not suffix and len(full_words) > 2 and is_suffix(full_words[-1]):
        suffix = full_words.pop()
    if not 2 <= len(full_words) <= 5:
        return unsplit
    family_at = len(full_words) - 1
    while family_at > 1 and full_words[family_at - 1].lower() in PARTICLES:
        family_at -= 1
    return PersonName(
        full,
        full_words[0],
        " ".join(full_words[1:family_at]),
        " ".join(full_words[family_at:]),
        " ".join(prefix),
        suffix,
    )


def name_of(prefix: str, given: str, middle: str, family: str, suffix: str, full: str = "") -> PersonName:
    """A name of its parts; `full` is put together where it is not given. `Roe, PhD` as family is Roe with a suffix."""
    full = full or put_together(prefix, given, middle, family, suffix)
    before, comma, after = family.partition(",")
    if comma and not suffix and before.strip() and all(map(is_suffix, after.replace(",", " ").split())):
        family, suffix = before.strip(), after.strip()
    return PersonName(full, given, middle, family, prefix, suffix)


def is_suffix(word: str) -> bool:
    """Whether `word` stands behind a name: Jr., III, M.D."""
    return word.replace(".", "").lower() in SUFFIXES
