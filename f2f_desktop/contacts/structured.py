"""Values with structure (N, ADR, ORG, CATEGORIES) and text with backslashes, as vobject's model understands them.

The plain case, no backslash, is split here; where there is one, vobject's behaviours for the property decide.
A test holds the two against each other on every value that either can read.
"""

import re
from collections.abc import Sequence

ESCAPED = re.compile(r"\\(.)", re.DOTALL)
LINE_BREAKS = {"n": "\n", "N": "\n"}


def fields(value: str) -> list[str]:
    """The fields of a value separated by semicolons; several values of one field are joined by a blank.

    N: family, given, middle, prefix, suffix. ADR: box, extended, street, city, region, code, country.
    """
    if "\\" not in value:
        parts = value.split(";")
        return [part.replace(",", " ") for part in parts] if "," in value else parts
    return [part if isinstance(part, str) else " ".join(part) for part in split_by_model(value)]


def split_by_model(value: str) -> Sequence[str | Sequence[str]]:
    """The fields of a value with backslashes, by vobject."""
    from vobject.vcard import splitFields

    trailing = len(value) - len(value.rstrip("\\"))
    if trailing % 2:
        # A backslash at the very end escapes nothing; vobject would take it for one.
        value = value[:-1]
    parts: Sequence[str | Sequence[str]] = splitFields(value)
    return parts


def items(value: str) -> list[str]:
    """The values of a list separated by commas (NICKNAME, CATEGORIES)."""
    if "\\" not in value:
        return value.split(",")
    return [plain(item) for item in re.split(r"(?<!\\),", value)]


def plain(value: str) -> str:
    """A text value with its backslashes undone. Unlike vobject's, it goes on after a bare comma."""
    if "\\" not in value:
        return value
    return ESCAPED.sub(
        lambda found: LINE_BREAKS.get(found[1], found[1] if found[1] in "\\,;:" else found[0]), value
    )
