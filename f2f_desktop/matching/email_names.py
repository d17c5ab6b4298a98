"""Names in e-mail addresses: `mike.sanders@`, `msanders@`, `sandersmike82@`.

A name is believed only beside one that the contact bears: `info@` and `sunshine@` are no names.
"""

import re

from f2f_desktop.matching.folding import fold

MIN_NAME = 3
MAX_ADDRESS = 254
"""Letters of an e-mail address (RFC 5321, 4.5.3.1.3, less the brackets)."""
_WORD = re.compile(r"[A-Z]+")


def words_in_email(address: str) -> list[str]:
    """The words before the @, folded; digits and what follows a + are left out."""
    local = address[:MAX_ADDRESS].partition("@")[0].partition("+")[0]
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


def given_name_in_email(words: list[str], initial: str, last: str) -> str:
    """The given name beside the surname `last`, where only its `initial` is written; or ""."""
    if len(initial) != 1 or len(last) < MIN_NAME:
        return ""
    if len(words) > 1 and last in words:
        others = [word for word in words if word != last]
    else:
        word = words[0] if words else ""
        others = [word.removesuffix(last), word.removeprefix(last)] if word != last and last in word else []
    return next((word for word in others if len(word) >= MIN_NAME and word[0] == initial and word != last), "")


def _beside(words: list[str], first: str) -> str:
    for place, word in enumerate(words[:2]):
        related = word == first or (len(word) >= MIN_NAME and first.startswith(word)) or word == first[:1]
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
