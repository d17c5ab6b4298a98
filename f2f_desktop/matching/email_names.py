"""Names in e-mail addresses: `mike.sanders@`, `msanders@`, `sandersmike82@`.

A name is believed only beside one that the contact bears: `info@` and `sunshine@` are no names.
"""

import re

from rapidfuzz.distance import OSA

from f2f_desktop.contacts.nicknames import nickname_table
from f2f_desktop.matching.folding import fold

MIN_NAME = 3
MAX_ADDRESS = 254
"""Letters of an e-mail address (RFC 5321, 4.5.3.1.3, less the brackets)."""
_WORD = re.compile(r"[A-Z]+")


def words_in_email(address: str) -> list[str]:
    """The words before the @, folded; digits and what follows a + are left out."""
    local = address[:MAX_ADDRESS].partition("@")[0].partition("+")[0]
    if local.isascii():
        return _WORD.findall(local.upper() if local.isalnum() else local.replace("'", "").replace("`", "").upper())
    return _WORD.findall(fold(local.replace(".", " ").replace("_", " ").replace("-", " ")))


def surname_in_email(words: list[str], first: str, known: str) -> str:
    """The surname beside the given name `first` or its initial, or "".

    `known` is the surname as written: one that says the same, or contradicts a written initial, is no news.
    """
    surname = _beside(words, first) if len(words) > 1 else _glued(words[0] if words else "", first)
    if not surname or (len(known) == 1 and surname[0] != known):
        return ""
    if len(known) > 1 and (surname in known or known in surname):
        return ""
    return surname


def given_name_in_email(words: list[str], first: str, last: str) -> str:
    """The given name beside the surname `last`, where `first` may be short for it, a slip, or its initial; or "".

    A partner's or a parent's address says another name: one that does not resemble `first` is no news.
    """
    if not first or len(last) < MIN_NAME or first in words:
        return ""
    if len(words) > 1 and last in words:
        others = [word for word in words if word != last]
    else:
        word = words[0] if words else ""
        others = [word.removesuffix(last), word.removeprefix(last)] if word != last and last in word else []
    known = (last, first)
    return next(
        (word for word in others if len(word) >= MIN_NAME and word not in known and _fits(word, first)), ""
    )


def whole_name_in_email(words: list[str]) -> tuple[str, str]:
    """Given name and surname as `mike.sanders@` has them, or two empty ones."""
    first, last = words if len(words) == 2 else ("", "")
    return (first, last) if min(len(first), len(last)) >= MIN_NAME else ("", "")


def _fits(word: str, first: str) -> bool:
    """Whether who is written `first` may have the given name `word`."""
    if len(first) < MIN_NAME:
        return word.startswith(first) or _is_nickname(first, word)
    alike = word.startswith(first[:MIN_NAME]) or word.endswith(first) or OSA.distance(word, first) == 1
    return alike or _is_nickname(first, word)


def _is_nickname(one: str, other: str) -> bool:
    formal_of = nickname_table().formal_of
    return other in formal_of(one) or one in formal_of(other)


def _beside(words: list[str], first: str) -> str:
    for place, word in enumerate(words[:2]):
        both_long = min(len(word), len(first)) >= MIN_NAME
        related = word in (first, first[:1]) or (
            both_long and (first.startswith(word) or word.startswith(first) or _is_nickname(first, word))
        )
        others = [other for at, other in enumerate(words) if at != place and len(other) >= MIN_NAME]
        if related and others:
            return others[0] if place else others[-1]
    return ""


def _glued(word: str, first: str) -> str:
    if len(first) >= MIN_NAME and len(word) - len(first) >= MIN_NAME:
        if word.startswith(first):
            return word[len(first) :]
        if word.endswith(first):
            return word[: -len(first)]
    if len(word) > MIN_NAME + 1 and first:
        if word[0] == first[0] and word[1:4] != first[1:4]:
            return word[1:]
        if word[-1] == first[0] and word[:3] != first[:3]:
            return word[:-1]
    return ""
