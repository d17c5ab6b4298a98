"""Reads a voter file into numbers: each wanted column dictionary-encoded, a block of lines at a time on every core.

Nothing is copied to the disk, not even an archive's content: what is held is a code per row and column, the ids, and
each distinct value once. Blocks that are not regular are mended on the way, as `regular` does for whole files.

Three columns hold too many different values for that: ids are kept as they are; of an ordinary phone number the ten
digits are; of a street address that begins with a house number the number is kept apart.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.progress import Progress
from f2f_desktop.voterfile.blocks import Block, block_of
from f2f_desktop.voterfile.cores import on_every_core, threads
from f2f_desktop.voterfile.dictionary import Dictionary, Keys, Places, keys_of, word_at
from f2f_desktop.voterfile.known_ids import KnownIds
from f2f_desktop.voterfile.mending import Dialect, Mender
from f2f_desktop.voterfile.raw import RawFile
from f2f_desktop.voterfile.regular import whole_lines
from f2f_desktop.voterfile.stages import standing

Codes = NDArray[np.unsignedinteger]

_CHUNK = 4 << 20
"""Bytes of a block: small enough for the caches, large enough that Python's part does not count."""
_QUOTE, _BLANK = 34, 32
_LONGEST_ID = 72
"""Bytes of an id that are kept: more than any usable id has."""
_HIGH = np.uint64(0x8080808080808080)
_LETTER, _LOWER = np.uint64(0x4040404040404040), np.uint64(0x2020202020202020)
_HOUSE_DIGITS = 7
NO_HOUSE = 0


RowsRead = Callable[[int], None]
"""Told of so many more rows that were read."""


def uncounted(rows: int) -> None:
    """A `RowsRead` for callers that do not care."""


@dataclass(frozen=True)
class Wish:
    """Which columns of a file to read, by their places in a line."""

    id: int
    columns: tuple[int, ...]
    """To be dictionary-encoded, but for the two that follow."""
    phone: int | None = None
    address: int | None = None


@dataclass
class Column:
    """A column of n rows: codes, and the distinct values as the file writes them."""

    codes: Codes
    values: list[bytes]
    numbered: int = 0
    """From this code on values are streets, which stand behind a house number; 0: none are."""


@dataclass
class Rows:
    """n rows of a file, encoded."""

    ids: NDArray[np.bytes_]
    """In upper case, without outer blanks and quotes; empty where there is none."""
    voters: NDArray[np.int32] | None
    """Instead of the ids, where some are known: the row of each id among those, -1 where it is none of them."""
    columns: dict[int, Column]
    """By place."""
    phones: NDArray[np.int64] | None = None
    """Ten digits, 0 for none, or less the code of the text in column `phone`."""
    houses: NDArray[np.int32] | None = None
    counts: Counter[str] = field(default_factory=Counter)
    """What was mended, and what was left out for which reason."""

    def __len__(self) -> int:
        return len(self.ids if self.voters is None else self.voters)


def read_rows(
    raw: RawFile,
    dialect: Dialect,
    skip: int,
    wish: Wish,
    progress: Progress,
    counted: RowsRead = uncounted,
    known: KnownIds | None = None,
) -> Rows:
    """Reads the file behind its first `skip` lines. Progress is told in bytes, and `counted` the rows.

    With `known` ids, each row's place among them takes the place of its id. Raises VoterFileUnreadable, and what
    `progress` does.
    """
    reader = _Reader(dialect, wish, known)
    mender = Mender(dialect)
    with ThreadPoolExecutor(threads(), "voter-file") as pool:
        waiting: deque[tuple[bytes, Future[_Encoded | None]]] = deque()
        try:
            seen = 0

            def take() -> int:
                lines, future = waiting.popleft()
                encoded = future.result()
                if mender.waiting or encoded is None:
                    reader.add_lines(mender.mend(lines.replace(b"\r\n", b"\n")))
                else:
                    reader.add(encoded)
                counted(reader.fresh())
                return len(lines)

            for lines in whole_lines(raw, skip, mender.counts, _CHUNK):
                waiting.append((lines, pool.submit(reader.encode, lines)))
                if len(waiting) > 2 * threads():
                    seen += take()
                    progress(min(seen, raw.size), raw.size)
            while waiting:
                seen += take()
                progress(min(seen, raw.size), raw.size)
            reader.add_lines(mender.rest())
        finally:
            pool.shutdown(cancel_futures=True)
    return reader.rows(mender.counts, progress)


@dataclass
class _Coded:
    """A column of a block: codes, and the rows whose values no code is known for yet."""

    codes: NDArray[np.int32]
    missing: NDArray[np.intp]
    keys: Keys
    starts: Places
    ends: Places


@dataclass
class _Encoded:
    """A block, encoded as far as that can be done without the blocks before it."""

    buffer: bytes
    ids: NDArray[Any]
    """Or, where ids are known, the rows of theirs."""
    columns: dict[int, _Coded]
    phones: NDArray[np.int64] | None = None
    odd_phones: NDArray[np.intp] | None = None
    """The rows whose phone is none in ten digits; `columns` holds them."""
    houses: NDArray[np.int32] | None = None
    whole: NDArray[np.intp] | None = None
    """The rows whose address does not begin with a house number."""


class _Reader:
    """Encodes blocks (`encode`, on any thread) and puts them together (`add`, on one)."""

    def __init__(self, dialect: Dialect, wish: Wish, known: KnownIds | None) -> None:
        self._known = known
        self._dialect = dialect
        self._wish = wish
        self._dictionaries = {place: Dictionary() for place in wish.columns}
        self._streets = Dictionary()
        self._codes: dict[int, list[Codes]] = {place: [] for place in wish.columns}
        self._ids: list[NDArray[Any]] = []
        self._told = 0
        self._phones: list[NDArray[np.int64]] = []
        self._houses: list[NDArray[np.int32]] = []

    def encode(self, lines: bytes) -> _Encoded | None:
        """The encoded block, or None where the lines are not regular."""
        block = block_of(lines, self._dialect)
        if block is None and b"\r\n" in lines:
            block = block_of(lines.replace(b"\r\n", b"\n"), self._dialect)
        if block is None:
            return None
        ids = _ids(block, self._wish.id)
        encoded = _Encoded(block.buffer, self._known.rows(ids) if self._known else ids, {})
        for place in self._wish.columns:
            starts, ends = block.starts_of(place), block.ends_of(place)
            if place == self._wish.phone:
                self._phone(encoded, block, place, starts, ends)
            elif place == self._wish.address:
                self._address(encoded, block, place, starts, ends)
            else:
                encoded.columns[place] = _coded(self._dictionaries[place], block, starts, ends)
        return encoded

    def _phone(self, encoded: _Encoded, block: Block, place: int, starts: Places, ends: Places) -> None:
        encoded.phones, odd = _ten_digits(block, starts, ends)
        encoded.odd_phones = np.flatnonzero(odd)
        encoded.columns[place] = _coded(
            self._dictionaries[place], block, starts[encoded.odd_phones], ends[encoded.odd_phones]
        )

    def _address(self, encoded: _Encoded, block: Block, place: int, starts: Places, ends: Places) -> None:
        encoded.houses, behind = _houses(block, starts, ends, self._dialect.quoting)
        numbered = encoded.houses != NO_HOUSE
        encoded.whole = np.flatnonzero(~numbered)
        whole = _coded(self._dictionaries[place], block, starts[encoded.whole], ends[encoded.whole])
        rows = np.flatnonzero(numbered)
        encoded.columns[place] = whole
        encoded.columns[-1] = _coded(self._streets, block, behind[rows], ends[rows])

    def fresh(self) -> int:
        """How many rows were added since this was asked last."""
        count, self._told = sum(map(len, self._ids[self._told :])), len(self._ids)
        return count

    def add_lines(self, lines: bytes) -> None:
        """Adds regular lines."""
        if lines:
            encoded = self.encode(lines)
            assert encoded is not None, "what was mended is regular"
            self.add(encoded)

    def add(self, encoded: _Encoded) -> None:
        """Adds the next block, and numbers the values that are new in it."""
        count = len(encoded.ids)
        self._ids.append(encoded.ids)
        for place in self._wish.columns:
            codes = _numbered(self._dictionaries[place], encoded.columns[place], encoded.buffer)
            if place == self._wish.phone and encoded.phones is not None and encoded.odd_phones is not None:
                encoded.phones[encoded.odd_phones] = -codes.astype(np.int64)
                self._phones.append(encoded.phones)
            elif place == self._wish.address and encoded.houses is not None and encoded.whole is not None:
                streets = _numbered(self._streets, encoded.columns[-1], encoded.buffer)
                spread = np.empty(count, np.uint32)
                spread[encoded.whole] = codes
                spread[encoded.houses != NO_HOUSE] = streets
                self._codes[place].append(spread)
                self._houses.append(encoded.houses)
            else:
                self._codes[place].append(_narrow(codes, len(self._dictionaries[place].values)))

    def rows(self, counts: Counter[str], progress: Progress) -> Rows:
        """All that was added. Progress stays at the end."""
        kinds: dict[str | int, tuple[list[NDArray[Any]], Any]] = {
            "ids": (self._ids, np.int32 if self._known else "S1"),
            "phones": (self._phones, np.int64),
            "houses": (self._houses, np.int32),
            **{place: (parts, np.uint8) for place, parts in self._codes.items()},
        }
        works = [partial(_together, *each) for each in kinds.values()]
        joined = dict(zip(kinds, on_every_core(works, standing(progress, 1, 1)), strict=True))
        houses = joined["houses"] if self._wish.address is not None else None
        columns: dict[int, Column] = {}
        for place in self._wish.columns:
            values = self._dictionaries[place].values
            codes = joined.pop(place)
            if houses is not None and place == self._wish.address:
                codes = np.where(houses != NO_HOUSE, codes + np.uint32(len(values)), codes)
                columns[place] = Column(codes, [*values, *self._streets.values], len(values))
            else:
                columns[place] = Column(codes, values)
        phones = joined["phones"] if self._wish.phone is not None else None
        if self._known:
            return Rows(np.zeros(0, "S1"), joined["ids"], columns, phones, houses, counts)
        return Rows(joined["ids"], None, columns, phones, houses, counts)


def _together(parts: list[NDArray[Any]], empty: Any) -> NDArray[Any]:
    joined = np.concatenate(parts) if parts else np.zeros(0, empty)
    parts.clear()
    return joined


def _coded(dictionary: Dictionary, block: Block, starts: Places, ends: Places) -> _Coded:
    keys = keys_of(block.buffer, block.words, starts, ends - starts)
    codes = dictionary.codes(keys)
    missing = np.flatnonzero(codes < 0)
    return _Coded(codes, missing, keys[missing], starts[missing], ends[missing])


def _numbered(dictionary: Dictionary, column: _Coded, buffer: bytes) -> NDArray[np.int32]:
    if len(column.missing):
        column.codes[column.missing] = dictionary.add(column.keys, buffer, column.starts, column.ends)
    return column.codes


def _narrow(codes: NDArray[np.int32], values: int) -> Codes:
    """The codes in as few bytes as they need."""
    return codes.astype(np.uint8 if values <= 1 << 8 else np.uint16 if values <= 1 << 16 else np.uint32)


def _within_quotes(block: Block, starts: Places, ends: Places) -> tuple[Places, Places]:
    """The fields without a quote at either end."""
    letters = np.frombuffer(block.buffer, np.uint8)
    begin = starts + (letters[starts] == _QUOTE)
    return begin, np.maximum(begin, ends - (letters[ends - 1] == _QUOTE))


def _ids(block: Block, place: int) -> NDArray[np.bytes_]:
    """The ids in upper case, without blanks and quotes around them."""
    starts, ends = block.starts_of(place), block.ends_of(place)
    begin, end = _within_quotes(block, starts, ends)
    lengths = end - begin
    width = min(max(1, -(-int(lengths.max(initial=1)) // 8)), _LONGEST_ID // 8)
    parts = np.empty((len(block), width), np.uint64)
    for part in range(width):
        parts[:, part] = word_at(block.words, begin + 8 * part, lengths - 8 * part)
    letters = np.frombuffer(block.buffer, np.uint8)
    odd = ((parts & _HIGH) != 0).any(axis=1) | ((parts & _LETTER & (parts & _LOWER) << np.uint64(1)) != 0).any(
        axis=1
    )
    for edge in (letters[begin], letters[end - 1]):
        odd |= ((edge == _BLANK) | (edge == _QUOTE)) & (lengths > 0)
    odd |= lengths > _LONGEST_ID
    ids: NDArray[np.bytes_] = parts.view(f"S{8 * width}").ravel()
    for row in np.flatnonzero(odd).tolist():
        text = block.buffer[int(starts[row]) : int(ends[row])].decode().strip(' "').upper().encode()
        if len(text) > ids.dtype.itemsize:
            ids = ids.astype(f"S{_LONGEST_ID}")
        ids[row] = text
    return ids


def _ten_digits(block: Block, starts: Places, ends: Places) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The numbers that are written in ten digits and may be American, and which of the others are not empty."""
    begin, end = _within_quotes(block, starts, ends)
    lengths = end - begin
    first, second = word_at(block.words, begin, lengths), word_at(block.words, begin + 8, lengths - 8)
    digits = np.empty((len(block), 16), np.uint8)
    digits[:, :8], digits[:, 8:] = first.view(np.uint8).reshape(-1, 8), second.view(np.uint8).reshape(-1, 8)
    digits -= ord("0")
    numbers = np.zeros(len(block), np.int64)
    good = lengths == 10
    for place in range(10):
        digit = digits[:, place]
        good &= digit <= 9
        numbers = numbers * 10 + digit
    good &= (digits[:, 0] >= 2) & (digits[:, 3] >= 2)
    return np.where(good, numbers, 0), ~good & (lengths > 0)


def _houses(block: Block, starts: Places, ends: Places, quoting: bool) -> tuple[NDArray[np.int32], Places]:
    """The house number that each address begins with, NO_HOUSE for none, and where the street behind it begins."""
    letters = np.frombuffer(block.buffer, np.uint8)
    begin = starts if quoting else starts + (letters[starts] == _QUOTE)
    digits = word_at(block.words, begin, ends - begin).view(np.uint8).reshape(-1, 8) - np.uint8(ord("0"))
    houses = np.zeros(len(block), np.int32)
    length = np.zeros(len(block), np.int64)
    going = np.ones(len(block), np.bool_)
    for place in range(_HOUSE_DIGITS):
        going &= digits[:, place] <= 9
        houses = np.where(going, houses * 10 + digits[:, place], houses)
        length += going
    good = (digits[:, 0] >= 1) & (digits[:, 0] <= 9)
    behind = begin + length
    good &= letters[behind] == _BLANK
    behind = np.where(good, behind + 1, starts)
    for _ in range(3):
        behind += good & (letters[behind] == _BLANK)
    good &= (behind < ends) & (letters[behind] != _BLANK) & (letters[behind] != _QUOTE)
    return np.where(good, houses, NO_HOUSE), behind


def decoded_values(values: Sequence[bytes], quoting: bool) -> Iterator[str]:
    """The texts of fields as they stand in the file, their quotes resolved where quotes mean something."""
    for value in values:
        if quoting and value[:1] == b'"':
            yield value[1:-1].replace(b'""', b'"').decode()
        else:
            yield value.decode()
