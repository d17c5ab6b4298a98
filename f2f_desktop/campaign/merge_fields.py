"""Merge fields: `{{first_name}}` in a script becomes the friend's first name.

A field without a value is never sent as braces: `fill` names what is missing, and the volunteer sees it first.
"""

import re
from collections.abc import Mapping

import msgspec

FIELD = re.compile(r"\{\{([^{}|]*)(?:\|([^{}]*))?\}\}")
"""`{{name}}`, or `{{name|what to say when it is missing}}`."""

BRACES = re.compile(r"\{\{|\}\}")

GAP = "\0"
"""Stands for a missing value while the text is put together; no text may hold it otherwise."""


class FilledText(msgspec.Struct, frozen=True):
    """A script with its merge fields filled in. `missing` are the fields that had no value, in order."""

    text: str
    missing: tuple[str, ...]


def field_name(written: str) -> str:
    """A field's name as it is compared: `first_name` for ` First Name `, as a column of a list may be headed."""
    return "_".join(written.casefold().split())


def fields_of(script: str) -> tuple[str, ...]:
    """The names of the merge fields in `script`, each once, in order, in the form of `field_name`."""
    return tuple(dict.fromkeys(filter(None, (field_name(found[1]) for found in FIELD.finditer(script)))))


def fill(script: str, values: Mapping[str, str]) -> FilledText:
    """`script` with every merge field replaced by its value, its fallback, or nothing.

    Names are compared as `field_name` says. A missing field leaves a gap that is closed: no double blank, no
    blank before punctuation, no braces, whatever they hold. What a value holds is never read as a field.
    """
    known = {field_name(name): value.replace(GAP, "").strip() for name, value in values.items()}
    missing: list[str] = []

    def replacement(found: re.Match[str]) -> str:
        name = field_name(found[1])
        value = known.get(name) or (found[2] or "").strip()
        if not value and name and name not in missing:
            missing.append(name)
        return value or GAP

    text = FIELD.sub(replacement, script.replace(GAP, ""))
    text = re.sub(r"(?m)^\0[ \t]*|[ \t]*\0(?=[\s,.!?;:]|$)|\0[ \t]*", "", text)
    while BRACES.search(text):  # taking some away can bring others together
        text = BRACES.sub("", text)
    return FilledText(text, tuple(missing))
