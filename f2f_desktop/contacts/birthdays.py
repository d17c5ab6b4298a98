"""Birthdays in every dialect to `YYYY-MM-DD`, `--MM-DD`, `YYYY-MM` or `YYYY`; empty where nothing is certain."""

import re
from datetime import date

NO_YEAR = ("1604", "0000", "1600")
"""Years that stand for none: Apple's (leap) year, and what others write. A 1604 is never a living person's."""
EARLIEST, LATEST = 1875, 2035
MONTH_FIRST_REGIONS = frozenset(("US", "PR", "GU", "VI", "AS", "MP", "PH", "PW", "FM", "MH"))

ISO = re.compile(r"([0-9]{4}|--)-?(?:([0-9]{2})(?:-?([0-9]{2}))?)?(?:[T ].*)?")
NUMBERS = re.compile(r"([0-9]{1,4})\s*[./-]\s*([0-9]{1,2})\s*[./-]\s*([0-9]{1,4})\.?(?:\s+[0-9:]+.*)?")
DAY_MONTH_NAME = re.compile(r"([0-9]{1,2})\.?[\s-]+([A-Za-z]{3,9})\.?,?(?:[\s-]+([0-9]{4}))?")
MONTH_NAME_DAY = re.compile(r"([A-Za-z]{3,9})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?(?:\s+([0-9]{4}))?")
MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES.split(), 1)}


def birthday(text: str, region: str = "US") -> str:
    """The date that `text` says. `region` decides whether `3/7/1984` is in March or in July."""
    text = text.strip()
    if not text or len(text) > 40:
        return ""
    if found := ISO.fullmatch(text):
        return date_of(found[1], found[2], found[3])
    if found := NUMBERS.fullmatch(text):
        return of_numbers(found[1], found[2], found[3], region)
    if found := DAY_MONTH_NAME.fullmatch(text):
        return date_of(found[3] or "--", month_number(found[2]), found[1])
    if found := MONTH_NAME_DAY.fullmatch(text):
        return date_of(found[3] or "--", month_number(found[1]), found[2])
    return ""


def of_numbers(first: str, second: str, third: str, region: str) -> str:
    """A date of three numbers whose order has to be guessed."""
    if len(first) == 4:
        return date_of(first, second, third)
    month, day = (first, second) if region in MONTH_FIRST_REGIONS else (second, first)
    if int(month) > 12:
        month, day = day, month
    year = third
    if len(year) == 2:
        # Nobody who is asked to vote was born after 2029, and few before 1930.
        year = ("19" if int(year) >= 30 else "20") + year
    return date_of(year, month, day)


def date_of(year: str, month: str | None, day: str | None) -> str:
    """A date of its parts as digits (`--` or one of NO_YEAR: no year); empty if there is no such day."""
    has_year = year != "--" and year not in NO_YEAR
    if has_year and not (year.isascii() and year.isdigit() and EARLIEST <= int(year) <= LATEST):
        return ""
    if not month:
        return year if has_year else ""
    if not day:
        return f"{year}-{int(month):02}" if has_year and 1 <= int(month) <= 12 else ""
    try:
        date(int(year) if has_year else 1604, int(month), int(day))
    except ValueError:
        return ""
    return f"{year if has_year else '-'}-{int(month):02}-{int(day):02}"


def month_number(name: str) -> str:
    """`March` or `mar` as `3`; `0`, which no date has, for anything else."""
    return str(MONTHS.get(name[:3].lower(), 0))
