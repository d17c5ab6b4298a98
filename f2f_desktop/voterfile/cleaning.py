"""One raw value in, one clean value out: applied to the few distinct values of a column."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
_OLDEST_YEAR = 1890
_ZEROS = re.compile(r"(?<![0-9a-z.])0+(?=[0-9])")


def clean_text(text: str) -> str:
    """Upper case, NFC, one blank between words, no control characters, no quotes around it."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(' "').upper()
    bare = _CONTROL.sub(" ", unicodedata.normalize("NFC", text)).strip(' "')
    return " ".join(bare.split()).upper()


def clean_zip(text: str) -> str:
    """Five digits, or nothing. A spreadsheet takes the first digit of 07030: four digits get it back."""
    found = re.match(r"\s*([0-9]{4,5})(?![0-9])|\s*([0-9]{5})[0-9]{4}\s*$", text)
    return (found[1] or found[2]).zfill(5) if found else ""


def clean_sex(text: str) -> str:
    """M, F, X or nothing, from the letter or the word."""
    first = clean_text(text)[:1]
    return {"N": "X"}.get(first, first if first in {"M", "F", "X"} else "")


_PARTS = {"%m": r"(?P<month>[0-9]{1,2})", "%d": r"(?P<day>[0-9]{1,2})", "%Y": r"(?P<year>[0-9]{4})"}


@cache
def _pattern(form: str) -> re.Pattern[str] | None:
    """What finds the numbers of a date in a usual format, twenty times as fast as strptime; None for others."""
    pieces = re.split("(%[mdY])", form)
    if sorted(pieces[1::2]) != ["%Y", "%d", "%m"] or any("%" in piece or " " in piece for piece in pieces[::2]):
        return None
    return re.compile("".join(_PARTS.get(piece) or re.escape(piece) for piece in pieces))


def read_date(text: str, formats: Sequence[str]) -> date | None:
    """The date in `text`, written in one of `formats` (strptime's); a time behind it is passed over."""
    bare = text.strip()
    for form in formats:
        pattern = _pattern(form)
        if pattern and (found := pattern.fullmatch(bare)):
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                continue
    for candidate in (bare, bare.split(" ")[0].split("T")[0]):
        for form in formats:
            try:
                return datetime.strptime(candidate, form).date()  # noqa: DTZ007 - a calendar day has no zone
            except ValueError:
                continue
    return None


def read_birth_year(text: str, newest: int) -> int:
    """The year of birth in `text`, 0 where it is none or out of the question. `newest` is the latest possible."""
    bare = text.strip()
    year = int(bare) if re.fullmatch("[0-9]{4}", bare) else 0
    return year if _OLDEST_YEAR <= year <= newest else 0


def read_age(text: str) -> int | None:
    """The age in years in `text`, or None."""
    bare = text.strip()
    age = int(bare) if re.fullmatch("[0-9]{1,3}", bare) else 0
    return age if 1 <= age <= 130 else None


def same_code(code: str) -> str:
    """A district's code as it is compared: without case, double blanks, or zeros before a number (`COUNTY 07`).

    Behind a point zeros count: precinct 204.01 is not 204.1.
    """
    return _ZEROS.sub("", " ".join(code.split()).casefold())
