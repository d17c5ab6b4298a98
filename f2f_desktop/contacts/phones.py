"""Phone numbers as people write them, to E.164.

Google's phone number library decides what is a valid number; here is only what it does not understand:
several numbers in one field, caller-id prefixes, spreadsheet guards, old Mexican mobile numbers.
"""

import re
from functools import cache, lru_cache

import phonenumbers

from f2f_desktop.contacts.model import Phone
from f2f_desktop.contacts.text import clean

MAX_TEXT = 250
"""Characters of a text that the library looks at; longer ones are no number."""
MAX_NUMBERS = 10
"""Numbers taken from one field."""

SEPARATOR = re.compile(
    r"\s*(?:/|\||;(?!\s*(?:ext|x|isub|phone-context|[0-9]{1,6}\s*$))|\b(?:or|and|o|ou|oder)\b)\s*", re.IGNORECASE
)
CALLER_ID_PREFIX = re.compile(r"^\s*[*#][0-9]{2}[#*]?[\s,]*(?=[+(0-9])")
NORTH_AMERICAN = re.compile(r"(\+?1[ .-]?)?\(?([2-9][0-9]{2})\)?[ .-]?([2-9][0-9]{2})[ .-]?([0-9]{4})")
TRUNK_ZERO = re.compile(r"\(?0\(?[2-9][0-9]{2}(?:\)\s?|[\s.-])[0-9]{3}[\s.-][0-9]{4}\b")
"""A zero before a North American number, told by its groups: `020 7946 0123` is London's, not Maine's."""
TRUNK_IN_BRACKETS = re.compile(r"\(0\)")
"""`+44 (0)20 …`: the zero is for those who leave the country code out."""
PAUSE = re.compile(r"(?<=[0-9])\s*[pwPW]\s*(?=[0-9#*]+$)")
"""What phones dial after a pause: an extension."""
AS_DECIMAL = re.compile(r"^(\+?[0-9]{7,15})\.0+$")
AS_POWER = re.compile(r"([0-9])[.,]([0-9]{1,14})[eE]\+?([0-9]{1,2})")
"""`9.198320365E+09`: how a spreadsheet writes a number that is wider than its column."""
OLD_MEXICAN_MOBILE = re.compile(r"^\+521([0-9]{10})$")
URI_SCHEME = re.compile(r"^(?:tel|callto|sms|fax|modem):(?://)?", re.IGNORECASE)
MANY_DIGITS = re.compile(r"(?:[0-9][^0-9]*){7}")
WORDS = re.compile(r"[^\W\d_]{2}")


@lru_cache(maxsize=65_536)
def phones_in(text: str, region: str) -> tuple[tuple[str, str, str], ...]:
    """The numbers in one field, each as (E.164 or empty, extension, the text it was written as).

    `region` is the region of numbers without a country code (ISO 3166-1 alpha-2). A text without any digit has
    none.
    """
    text = unguarded(clean(text[: 4 * MAX_TEXT]))
    if not any(char.isdecimal() for char in text) and not WORDS.search(text):
        return ()
    pieces = [piece for piece in SEPARATOR.split(text) if piece]
    if len(pieces) > 1 and all(MANY_DIGITS.search(piece) for piece in pieces):
        return tuple((*parsed(piece, region), piece) for piece in pieces[:MAX_NUMBERS])
    number = parsed(text, region)
    if not number[0] and not any(char.isdecimal() for char in text):
        return ()
    return ((*number, text),)


def phones(text: str, label: str, region: str) -> list[Phone]:
    """`phones_in` as contact points."""
    return [Phone(e164, original, extension, label) for e164, extension, original in phones_in(text, region)]


def unguarded(text: str) -> str:
    """`text` without what spreadsheets do to a number: `'+1…`, `="…"`, `19195550142.0`, `1.9195550142E+10`.

    Of a power of ten only where every digit is written: `9.19555E+09` has most likely lost some.
    """
    text = text.removeprefix("'").strip()
    if text.startswith("="):
        text = text[1:].strip().strip('"').strip()
    power = AS_POWER.fullmatch(text)
    if power and len(power[2]) == int(power[3]):
        return power[1] + power[2]
    return AS_DECIMAL.sub(r"\1", text)


def parsed(text: str, region: str) -> tuple[str, str]:
    """E.164 and extension of one number; both empty unless it is a full, valid number."""
    if len(text) > MAX_TEXT:
        return "", ""
    plain = CALLER_ID_PREFIX.sub("", URI_SCHEME.sub("", text))
    found = valid(plain, region)
    if not found[0]:
        for other in second_readings(plain, region):
            found = valid(other, region)
            if found[0]:
                break
    return found


def second_readings(text: str, region: str) -> list[str]:
    """Other ways to read a number that is not valid as it stands, the likeliest first."""
    readings = [
        other
        for pattern, instead in ((TRUNK_IN_BRACKETS, ""), (PAUSE, " x"))
        if (other := pattern.sub(instead, text)) != text
    ]
    compact = re.sub(r"[^0-9+]", "", text)
    if mexican := OLD_MEXICAN_MOBILE.match("+" + compact.lstrip("+")):
        readings.append("+52" + mexican[1])
    if compact.startswith("00"):
        # The international prefix of most of the world, in an address book of a region that has another one.
        readings.append("+" + compact[2:])
    elif TRUNK_ZERO.match(text) and phonenumbers.country_code_for_region(region) == 1:
        readings.append(compact[1:])
    if WORDS.search(text) or "(" in text:
        matcher = phonenumbers.PhoneNumberMatcher(text, region, max_tries=10)
        readings += [match.raw_string for match in matcher][:1]
    return readings


def valid(text: str, region: str) -> tuple[str, str]:
    """E.164 and extension as the library reads `text`, if it is a valid number."""
    number = north_american(text, region)
    if number is None:
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            return "", ""
    if not (plainly_valid(number) or phonenumbers.is_valid_number(number)):
        return "", ""
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return e164, number.extension or ""


@cache
def patterns_of_the_states() -> tuple[re.Pattern[str], ...]:
    """The library's patterns of the national numbers of the United States: any, and a fixed line or a mobile."""
    states = phonenumbers.PhoneMetadata.metadata_for_region("US")
    kinds = (states.general_desc, states.fixed_line) if states else ()
    found = [kind.national_number_pattern for kind in kinds if kind]
    return tuple(re.compile(pattern) for pattern in found if pattern)


def plainly_valid(number: phonenumbers.PhoneNumber) -> bool:
    """Whether a number is one of the United States' fixed lines or mobiles: valid, at a fourth of the library's time.

    The library asks the same patterns, and some twenty others before and after.
    """
    national = str(number.national_number)
    patterns = patterns_of_the_states()
    return (
        number.country_code == 1
        and not number.italian_leading_zero
        and len(national) == 10
        and len(patterns) == 2
        and all(pattern.fullmatch(national) for pattern in patterns)
    )


def north_american(text: str, region: str) -> phonenumbers.PhoneNumber | None:
    """What the library would parse in a plain number of ten digits, or eleven with the 1, at a third of its time."""
    found = NORTH_AMERICAN.fullmatch(text)
    if not found or not (text.startswith("+") or phonenumbers.country_code_for_region(region) == 1):
        return None
    return phonenumbers.PhoneNumber(country_code=1, national_number=int(found[2] + found[3] + found[4]))
