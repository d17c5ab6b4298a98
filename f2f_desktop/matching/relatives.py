"""Cards of somebody's relatives: `Kevin's wife`, `Kevin son`, `Mom`."""

import re

from f2f_desktop.matching.folding import fold
from f2f_desktop.matching.name_words import RELATIVES, ROLES

_OF_A_RELATIVE = RELATIVES | ROLES
_POSSESSED = re.compile(r"\w['’]s?\s+\w", re.IGNORECASE)


def names_a_relative(name: str) -> bool:
    """Whether a displayed name says how somebody is related, to the volunteer or to somebody else.

    Whoever that is, it need not be the one whose name, and often whose number, stands on the card.
    """
    last = name.rpartition(" ")[2]
    if last.isascii() and last.isalpha() and last.upper() not in _OF_A_RELATIVE:
        return False
    words = fold(name).split()
    if not words:
        return False
    return (
        all(word in _OF_A_RELATIVE for word in words)
        or (len(words) > 1 and words[-1] in RELATIVES)
        or (words[-1] in _OF_A_RELATIVE and _POSSESSED.search(name) is not None)
    )
