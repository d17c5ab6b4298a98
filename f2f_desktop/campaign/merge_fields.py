"""Merge fields: `{{first_name}}` in a script becomes the friend's first name.

A field without a value is never sent as braces: `fill` names what is missing, and the volunteer sees it first.
"""

import re
from collections.abc import Mapping

import msgspec

FIELD = re.compile(r"\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*(?:\|([^{}]*))?\}\}")
"""`{{name}}`, or `{{name|what to say when it is missing}}`."""

BRACES = re.compile(r"\{\{|\}\}")


class FilledText(msgspec.Struct, frozen=True):
    """A script with its merge fields filled in. `missing` are the fields that had no value, in order."""

    text: str
    missing: tuple[str, ...]


def fields_of(script: str) -> tuple[str, ...]:
    """The names of the merge fields in `script`, each once, in order, in lower case."""
    return tuple(dict.fromkeys(found[1].lower() for found in FIELD.finditer(script)))


def fill(script: str, values: Mapping[str, str]) -> FilledText:
    """`script` with every merge field replaced by its value, its fallback, or nothing.

    Names are compared without case. A missing field leaves a gap that is closed: no double blank, no blank
    before punctuation, no braces, whatever they hold.
    """
    known = {name.lower(): value.strip() for name, value in values.items()}
    missing: list[str] = []

    def replacement(found: re.Match[str]) -> str:
        name = found[1].lower()
        value = known.get(name) or (found[2] or "").strip()
        if not value and name not in missing:
            missing.append(name)
        return value or "\0"

    text = FIELD.sub(replacement, script)
    text = re.sub(r"(?m)^\0[ \t]*|[ \t]*\0(?=[\s,.!?;:]|$)|\0[ \t]*", "", text)
    while BRACES.search(text):  # taking some away can bring others together
        text = BRACES.sub("", text)
    return FilledText(text, tuple(missing))
