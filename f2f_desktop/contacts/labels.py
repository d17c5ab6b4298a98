"""What kind of phone, e-mail address or postal address a value is."""

import re
from collections.abc import Sequence

from f2f_desktop.contacts.text import clean

APPLE_BUILT_IN = re.compile(r"_\$!<(.*)>!\$_")
LABELS = {
    "cell": "mobile",
    "mobile": "mobile",
    "iphone": "mobile",
    "x-mobil": "mobile",
    "home": "home",
    "work": "work",
    "business": "work",
    "main": "main",
    "fax": "fax",
    "homefax": "home fax",
    "workfax": "work fax",
    "otherfax": "fax",
    "pager": "pager",
    "other": "other",
    "school": "school",
    "x-school": "school",
    "car": "car",
    "x-assistant": "assistant",
}
"""Types and built-in labels, in lower case without blanks, to the words that the app uses."""

NOT_CATEGORIES = frozenset(("mycontacts", "starred"))
"""Groups, in lower case, that the address book and not its owner made."""


def label_of(text: str) -> str:
    """The app's word for an exporter's one (`_$!<Mobile>!$_`, `Cell`), or the user's own word as it is."""
    word = clean(text)
    built_in = APPLE_BUILT_IN.fullmatch(word)
    if built_in:
        word = built_in[1]
    known = LABELS.get(word.lower().replace(" ", ""))
    return known or (word.lower() if built_in else word)


def label_of_types(types: Sequence[str]) -> str:
    """The app's word for the types of a property (`cell`, `voice`, `pref`), in lower case; or empty."""
    words = [LABELS[word] for word in types if word in LABELS]
    if not words:
        own = next((word[2:] for word in types if word.startswith("x-") and word != "x-internet"), "")
        return clean(own)
    if "fax" in words and len(words) > 1:
        return " ".join(sorted(set(words) - {"mobile"}, key="fax".__eq__))
    return "mobile" if "mobile" in words else words[0]
