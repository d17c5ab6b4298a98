"""How a column becomes a few parts of an extract, and back: small first, then quick to open.

Every array is an `.npy` file (format 1.0, see numpy.lib.format) of bytes in planes: shape (width, n), the least
significant byte of every value in plane 0. Numbers that are small on the whole then have planes of zeros, which
cost nothing. Every list of texts is UTF-8, one text a line, the first one empty.

Reading trusts nothing: shapes, widths and codes are checked, nothing is ever unpickled.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from f2f_desktop.voterfile.addresses import split_addresses
from f2f_desktop.voterfile.errors import ExtractDamaged
from f2f_desktop.voterfile.voters import TextColumn

Parts = dict[str, bytes]
"""Name of the part within its column (`codes.npy`) to its content."""
PartReader = Callable[[str], bytes]
"""Gives the content of a part of the column, by that name."""

_HEAD = re.compile(
    rb"\x93NUMPY\x01\x00(..)\{'descr': '\|u1', 'fortran_order': False, 'shape': \(([0-9]{1,9}), ([0-9]{1,9})\), \} *\n",
    re.DOTALL,
)
"""The head of an .npy file of format 1.0 that holds bytes in two dimensions: its length, and the dimensions."""
_MAX_WIDTH = 8
_MAX_ID = 64
"""Bytes of the longest id."""
_BAD_ID = f"ids must have 1 to {_MAX_ID} bytes, none of them NUL"
_MAX_SHAPES = 65_536
_MAX_DIGITS = 18
"""Decimal digits that always fit an int64."""
_PER_SHARE = 1_000_000_000
_LINES = 10_000
"""A phone's last four digits, the line, are as good as random; the six before are few."""


# Arrays of numbers


def pack_array(values: NDArray[np.integer]) -> bytes:
    """`values` (not negative) in planes, as an .npy file."""
    top = int(values.max()) if len(values) else 0
    width = max(1, (top.bit_length() + 7) // 8)
    word = next(size for size in (1, 2, 4, 8) if size >= width)
    numbers = np.ascontiguousarray(values, dtype=f"<u{word}")
    return _npy(numbers.view(np.uint8).reshape(-1, word)[:, :width].T)


def unpack_array(content: bytes, count: int, limit: int) -> NDArray[np.uint64]:
    """The `count` numbers in `content`, each at most `limit`. Raises ExtractDamaged."""
    values = np.zeros(count, np.uint64)
    for place, plane in enumerate(_planes(content, count, _MAX_WIDTH)):
        values |= plane.astype(np.uint64) << np.uint64(8 * place)
    if count and int(values.max()) > limit:
        raise ExtractDamaged("a number in it is out of range")
    return values


def _npy(planes: NDArray[np.uint8]) -> bytes:
    file = BytesIO()
    npy.write_array(file, np.ascontiguousarray(planes), version=(1, 0), allow_pickle=False)
    return file.getvalue()


def _planes(content: bytes, count: int, max_width: int) -> NDArray[np.uint8]:
    # numpy's own reader takes the head for a piece of Python and runs into its errors; ours takes one form only.
    head = _HEAD.match(content)
    if not head or head.end() != 10 + int.from_bytes(head[1], "little"):
        raise ExtractDamaged("the head of a column cannot be read")
    width, length = int(head[2]), int(head[3])
    if not 1 <= width <= max_width or length != count or len(content) - head.end() != width * length:
        raise ExtractDamaged("a column has the wrong length")
    return np.frombuffer(content, np.uint8, offset=head.end()).reshape(width, length)


def pack_numbers(values: NDArray[np.integer]) -> Parts:
    """A column of numbers."""
    return {"npy": pack_array(values)}


def unpack_numbers(part: PartReader, count: int, limit: int) -> NDArray[np.uint64]:
    """A column of `count` numbers, each at most `limit`."""
    return unpack_array(part("npy"), count, limit)


# Texts


def pack_texts(column: TextColumn) -> Parts:
    """A column of texts: codes, and the list of values that are in use.

    Frequent values get small codes; among about equally frequent ones the list is in alphabetical order, which
    compresses best.
    """
    values = column.values
    counts: Counter[str] = Counter()
    for value, count in zip(values, np.bincount(column.codes, minlength=len(values)).tolist(), strict=True):
        counts[value] += count
    del counts[""]
    used = [value for value, count in counts.items() if count]
    used.sort(key=lambda value: (-counts[value].bit_length(), value))
    listed = ["", *used]
    content = "\n".join(listed)
    if content.count("\n") != len(listed) - 1 or "\r" in content or "\0" in content:
        raise ValueError("a text with a line break or a NUL does not belong into an extract")
    numbers = {value: code for code, value in enumerate(listed)}
    renumber = np.fromiter((numbers.get(value, 0) for value in values), np.uint32, count=len(values))
    return {"codes.npy": pack_array(renumber[column.codes]), "values.txt": content.encode()}


def unpack_texts(part: PartReader, count: int) -> TextColumn:
    """A column of `count` texts."""
    values = _listed(part("values.txt"))
    codes = unpack_array(part("codes.npy"), count, len(values) - 1)
    return TextColumn(codes.astype(np.uint32), values)


def _listed(content: bytes) -> tuple[str, ...]:
    """The texts of a list, each different, the first one empty."""
    try:
        values = tuple(content.decode().split("\n"))
    except UnicodeDecodeError as error:
        raise ExtractDamaged("a text in it cannot be read") from error
    if values[0] or len(set(values)) != len(values):
        raise ExtractDamaged("a list of texts in it is wrong")
    return values


# Street addresses: house numbers apart, streets are then few


def pack_addresses(column: TextColumn) -> Parts:
    """A column of street addresses: the streets as texts, and the steps from one house number to the next.

    Rows that stand in the order of their streets have small steps.
    """
    numbers, streets = split_addresses(column)
    steps = np.diff(numbers, prepend=0)
    zigzag = np.where(steps < 0, -2 * steps - 1, 2 * steps)  # 0, -1, 1, -2, 2 ... -> 0, 1, 2, 3, 4 ...
    return pack_texts(streets) | {"houses.npy": pack_array(zigzag)}


def unpack_addresses(part: PartReader, count: int) -> TextColumn:
    """A column of `count` street addresses."""
    streets = unpack_texts(part, count)
    zigzag = unpack_array(part("houses.npy"), count, 1 << 32).astype(np.int64)
    numbers = np.cumsum(np.where(zigzag & 1, -(zigzag + 1) // 2, zigzag // 2))
    if count and (int(numbers.min()) < 0 or int(numbers.max()) >= 10**9):
        raise ExtractDamaged("a house number in it is out of range")
    # House number 0 of street 0, the empty address, comes first where it occurs.
    keys, codes = np.unique((streets.codes.astype(np.int64) << 30) | numbers, return_inverse=True)
    missing = 0 if len(keys) and keys[0] == 0 else 1
    values = [
        f"{number} {streets.values[street]}" if number else streets.values[street]
        for street, number in zip((keys >> 30).tolist(), (keys & (1 << 30) - 1).tolist(), strict=True)
    ]
    return TextColumn((codes + missing).astype(np.uint32), ("",) * missing + tuple(values))


# Phones


def pack_phones(values: NDArray[np.integer]) -> Parts:
    """A column of ten-digit phone numbers (0: none): area code and exchange as texts, and the line."""
    # Ten digits have few beginnings: a table of all of them is quicker than sorting.
    beginnings = np.asarray(values // _LINES, np.int64)
    prefixes = np.flatnonzero(np.bincount(beginnings, minlength=1))
    places = np.zeros(int(prefixes[-1]) + 1 if len(prefixes) else 1, np.uint32)
    places[prefixes] = np.arange(len(prefixes))
    codes = places[beginnings]
    column = TextColumn.encode([str(prefix) if prefix else "" for prefix in prefixes.tolist()])
    return pack_texts(TextColumn(column.codes[codes], column.values)) | {"lines.npy": pack_array(values % _LINES)}


def unpack_phones(part: PartReader, count: int) -> NDArray[np.int64]:
    """A column of `count` phone numbers."""
    prefixes = unpack_texts(part, count)
    lines = unpack_array(part("lines.npy"), count, _LINES - 1).astype(np.int64)
    if not all(re.fullmatch("[1-9][0-9]{0,5}", value) for value in prefixes.values[1:]):
        raise ExtractDamaged("a phone number in it is out of range")
    numbers = np.array([int(value or 0) for value in prefixes.values], np.int64)
    return np.asarray(numbers[prefixes.codes] * _LINES + lines, np.int64)


# Voter ids: few beginnings, and a number


def pack_ids(ids: NDArray[np.bytes_]) -> tuple[str, Parts]:
    """The ids, with the name of their encoding.

    `shapes`: `BN012345` is of the shape `6 BN` (six digits after BN) and has the number 12345. `bytes`: ids that
    show no such pattern are stored byte by byte.
    """
    count, width = len(ids), ids.dtype.itemsize
    # A plane for each place of a letter, whatever room the array has: neighbours in memory are quicker.
    planes = np.ascontiguousarray(np.frombuffer(ids.tobytes(), np.uint8).reshape(count, width).T)
    width = max(1, max((place + 1 for place in range(width) if planes[place].any()), default=0))
    planes = planes[:width]
    lengths, heads, filled = (np.zeros(count, np.uint8) for _ in range(3))
    if count and width > _MAX_ID:
        raise ValueError(_BAD_ID)
    for place, letter in enumerate(planes):
        there = letter != 0
        filled += there
        np.maximum(lengths, there * np.uint8(place + 1), out=lengths)
        letters_end = (there & ((letter < ord("0")) | (letter > ord("9")))) * np.uint8(place + 1)
        np.maximum(heads, letters_end, out=heads)
    if count and (int(lengths.min()) == 0 or bool((filled != lengths).any())):
        raise ValueError(_BAD_ID)
    digits = lengths - heads
    shapes, codes = _shapes(planes, heads, digits)
    if len(shapes) > _MAX_SHAPES or (count and int(digits.max()) > _MAX_DIGITS):
        return "bytes", {"bytes.npy": _npy(planes)}
    numbers = np.zeros(count, np.int64)
    for place, letter in enumerate(planes):
        inside = (place >= heads) & (place < lengths)
        np.multiply(numbers, 10, out=numbers, where=inside)
        np.add(numbers, letter - np.uint8(ord("0")), out=numbers, where=inside)
    column = TextColumn.encode(shapes)
    parts = pack_texts(TextColumn(column.codes[codes], column.values))
    return "shapes", parts | {"numbers.npy": pack_array(numbers)}


def _shapes(
    planes: NDArray[np.uint8], heads: NDArray[np.integer], digits: NDArray[np.integer]
) -> tuple[list[str], NDArray[np.intp]]:
    """The distinct shapes (`6 BN`), and which of them each id has. `planes`: the letters of each place."""
    width = len(planes)
    longest = int(heads.max(initial=0))
    if longest < 8:
        keys = digits.astype(np.uint64)
        for place in range(longest):
            keys |= (planes[place] * (place < heads)).astype(np.uint64) << np.uint64(8 * (place + 1))
        known = np.unique(keys)
        return [
            f"{key & 255} {(key >> 8).to_bytes(8, 'little').rstrip(bytes(1)).decode()}" for key in known.tolist()
        ], np.searchsorted(known, keys)
    beginnings = np.where(np.arange(width) < heads[:, None], planes.T, 0)
    rows = np.concatenate([digits[:, None].astype(np.uint8), beginnings], axis=1)
    distinct, codes = np.unique(rows.view(np.dtype((np.void, width + 1))).ravel(), return_inverse=True)
    raw = [bytes(item) for item in distinct]
    return [str(item[0]) + " " + item[1:].rstrip(b"\0").decode() for item in raw], codes


def unpack_ids(encoding: str, part: PartReader, count: int) -> NDArray[np.bytes_]:
    """The ids, whichever encoding they have."""
    if encoding == "bytes":
        planes = _planes(part("bytes.npy"), count, _MAX_ID)
        return np.ascontiguousarray(planes.T).view(f"S{len(planes)}").ravel()
    if encoding != "shapes":
        raise _unknown(encoding)
    column = unpack_texts(part, count)
    numbers = unpack_array(part("numbers.npy"), count, 10**_MAX_DIGITS - 1).astype(np.int64)
    heads, digits = _heads_and_digits(column.values)
    width = max(1, heads.shape[1] + int(digits.max(initial=0)))
    head_lengths = (heads != 0).sum(axis=1)
    letters = np.zeros((count, width), np.uint8)
    codes = column.codes
    places = head_lengths[codes] + digits[codes]  # digits still to come, counted from the left
    powers = 10 ** np.arange(_MAX_DIGITS + 1, dtype=np.int64)
    if count and bool((numbers >= powers[digits][codes]).any()):
        raise ExtractDamaged("an id in it is out of range")
    for place in range(width):
        left = places - place - 1  # digits to the right of this place
        figure = numbers // powers[np.clip(left, 0, _MAX_DIGITS)] % 10 + ord("0")
        head = heads[codes, place] if place < heads.shape[1] else np.zeros(count, np.uint8)
        letters[:, place] = np.where(head != 0, head, np.where(left >= 0, figure, 0))
    return letters.view(f"S{width}").ravel()


def _heads_and_digits(shapes: Sequence[str]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Per shape the letters of its beginning, padded with NUL to one width, and its number of digits."""
    heads, digits = [b""], [0]
    for shape in shapes[1:]:
        found = re.fullmatch(r"([0-9]{1,2}) ([^\0]*)", shape)
        head = found[2].encode() if found else b""
        if not found or int(found[1]) > _MAX_DIGITS or not 1 <= len(head) + int(found[1]) <= _MAX_ID:
            raise ExtractDamaged("an id in it is out of range")
        heads.append(head)
        digits.append(int(found[1]))
    width = max(map(len, heads))
    padded = b"".join(head.ljust(width, b"\0") for head in heads)
    return np.frombuffer(padded, np.uint8).reshape(len(heads), width), np.array(digits, np.int64)


# Names and how frequent they are


def pack_shares(shares: Mapping[str, float]) -> Parts:
    """Names in alphabetical order, and the share of people who bear each, in parts of a thousand million."""
    names = sorted(shares)
    values = np.array([0, *(round(shares[name] * _PER_SHARE) for name in names)], np.int64)
    return {"names.txt": "\n".join(["", *names]).encode(), "shares.npy": pack_array(values)}


def unpack_shares(encoding: str, part: PartReader) -> dict[str, float]:
    """Name to share. Raises ExtractDamaged."""
    if encoding != "shares":
        raise _unknown(encoding)
    names = _listed(part("names.txt"))
    shares = unpack_array(part("shares.npy"), len(names), _PER_SHARE) / _PER_SHARE
    return dict(zip(names[1:], shares.tolist()[1:], strict=True))


# A column's encoding, by the name that the manifest has for it


def pack_text_column(name: str, column: TextColumn) -> tuple[str, Parts]:
    """A text column, with the name of the encoding that suits it."""
    if name == "street_address":
        return "addresses", pack_addresses(column)
    return "texts", pack_texts(column)


def unpack_text_column(encoding: str, part: PartReader, count: int) -> TextColumn:
    """A text column in whichever encoding. Raises ExtractDamaged."""
    if encoding == "texts":
        return unpack_texts(part, count)
    if encoding == "addresses":
        return unpack_addresses(part, count)
    raise _unknown(encoding)


def pack_number_column(name: str, values: NDArray[np.integer]) -> tuple[str, Parts]:
    """A number column, with the name of the encoding that suits it."""
    if name == "phone":
        return "phones", pack_phones(values)
    return "numbers", pack_numbers(values)


def unpack_number_column(encoding: str, part: PartReader, count: int, limit: int) -> NDArray[np.integer]:
    """A number column in whichever encoding, no number above `limit`. Raises ExtractDamaged."""
    if encoding == "numbers":
        return unpack_numbers(part, count, limit)
    if encoding == "phones":
        return unpack_phones(part, count)
    raise _unknown(encoding)


def _unknown(encoding: str) -> ExtractDamaged:
    return ExtractDamaged(f"a column is stored in a way that is not known here ({encoding[:20]!r})")
