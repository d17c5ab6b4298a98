"""Bytes of unknown origin to clean text.

Address books are mislabelled more often than not: a charset is believed only where it decodes, and bytes that
are valid UTF-8 are UTF-8 whatever a one-byte charset says.
"""

import re
import unicodedata

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
"""Controls, zero-width blanks and direction marks. U+200C and U+200D stay: names and emoji are spelt with them."""

CHARSET_NAME = re.compile(
    r"(?:utf-?(?:7|8|16|32)(?:-?[lb]e)?|us-ascii|ascii|latin-?[0-9]+|iso-?8859-?[0-9]+|(?:windows|cp|ibm)-?[0-9]+"
    r"|koi8-?[rtu]|(?:x-)?s(?:hift)?-?_?jis(?:[-_x0-9]*)|euc-?(?:jp|kr|cn)|gb(?:k|2312|18030)|big5(?:-?hkscs)?"
    r"|iso-?2022-?(?:jp|kr)(?:-[0-9a-z]+)?|ks_c_5601-1987|tis-?620|mac-?(?:roman|cyrillic|greek|latin2))"
)
"""Charsets worth believing. Python's other codecs (`idna`, `unicode_escape`, ...) are no text in a card."""

ONE_BYTE = re.compile(r"(?:us-ascii|ascii|latin|iso-?8859|windows|cp-?125|ibm|mac|koi8)")
"""Charsets in which any bytes are some text, so that decoding proves nothing."""


def decoded(raw: bytes, charset: str = "") -> str:
    """The text that `raw` most likely is: by `charset` where it can be, else UTF-8, else Windows-1252.

    Never fails; bytes that Windows-1252 leaves open become the Latin-1 characters of the same number.
    """
    if raw.isascii() and not charset:
        return raw.decode("ascii")
    name = charset.strip().lower()
    if name and not ONE_BYTE.match(name) and CHARSET_NAME.fullmatch(name):
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if name and CHARSET_NAME.fullmatch(name) and ONE_BYTE.match(name) and "ascii" not in name:
        try:
            return raw.decode(name)
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


MOST_MARKS = 30
"""Combining marks that may follow each other (UAX #15, Stream-Safe Text Format): no script needs as many, and
putting them in order takes the square of their number."""


def with_few_marks(text: str) -> str:
    """`text` without the combining marks that follow `MOST_MARKS` others."""
    kept, run = [], 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def clean(text: str) -> str:
    """`text` in NFC, without invisible characters, blanks collapsed and trimmed, on one line."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text or text[:1] == " " or text[-1:] == " " else text
    # A lone surrogate cannot be written anywhere; it only comes from bytes that lied about their encoding.
    text = text.encode("utf-8", "replace").decode("utf-8")
    if len(text) > 4 * MOST_MARKS:
        text = with_few_marks(text)
    return " ".join(INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())
