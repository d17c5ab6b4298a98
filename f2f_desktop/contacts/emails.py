"""E-mail addresses as address books hold them."""

import re

from f2f_desktop.contacts.model import Email
from f2f_desktop.contacts.text import clean

MAX_LENGTH = 320
"""RFC 3696, errata 1690: 64 + 1 + 255."""

BETWEEN_ANGLES = re.compile(r"<([^<>]*)>")
SEPARATORS = re.compile(r" ::: |[,;\s]+")
ADDRESS = re.compile(r"[^\s@<>(),;:\"\[\]\\]+@[^\s@<>(),;:\"\[\]\\]+")


def emails(text: str, label: str) -> list[Email]:
    """The addresses in one field, in lower case; empty if there is none.

    Understands `mailto:`, `Jane Roe <jane@example.org>` and several addresses separated by commas, semicolons
    or blanks. Exchange's internal addresses (`/o=...`) are none.
    """
    cleaned = clean(text[: 20 * MAX_LENGTH])
    found = []
    for piece in BETWEEN_ANGLES.findall(cleaned) or SEPARATORS.split(cleaned):
        address = normalised(piece)
        if address:
            found.append(Email(address, label, cleaned if address != cleaned else address))
    return found


def normalised(text: str) -> str:
    """One address in lower case, empty if `text` is none.

    RFC 5321 lets a mail server tell JANE from jane before the @; none in use does, and people write both.
    """
    text = text.strip(" '\"`.,;<>")
    if text[:7].lower() == "mailto:":
        text = text[7:].partition("?")[0].strip()
    if len(text) > MAX_LENGTH or not ADDRESS.fullmatch(text):
        return ""
    return text.lower()
