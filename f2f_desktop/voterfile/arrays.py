"""Voters as plain arrays, and back without any work worth speaking of: how an extract lies ready on the laptop.

Codes and numbers are arrays of numbers already, codes in the smallest type that holds them; ids are an array of
bytes; a list of texts is UTF-8, one text a line, as an array of bytes. Long lists of texts (addresses) stay that
way in memory too: of hundreds of thousands, a few hundred are ever looked at. What comes in was made by `arrays_of`
and kept unchanged: it is not checked again.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast, overload

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.voterfile.national import NationalNames
from f2f_desktop.voterfile.voters import TextColumn, Voters

Array = NDArray[np.generic]

_IDS, _TEXT, _NUMBER, _DISTRICT, _NATIONAL = "ids", "text.", "number.", "district.", "national."
_CODES, _VALUES = ".codes", ".values"
_LONG = 1 << 18
"""Bytes of a list of texts from which on it stays undecoded."""
_NAMES, _SHARES = ".names", ".shares"


def arrays_of(voters: Voters) -> dict[str, Array]:
    """All that `voters` holds, by name."""
    arrays: dict[str, Array] = {_IDS: voters.ids}
    for prefix, columns in ((_TEXT, voters.texts), (_DISTRICT, voters.districts)):
        for name, column in columns.items():
            arrays[prefix + name + _CODES] = column.codes.astype(
                np.min_scalar_type(max(0, len(column.values) - 1))
            )
            arrays[prefix + name + _VALUES] = lines(column.values)
    arrays |= {_NUMBER + name: numbers for name, numbers in voters.numbers.items()}
    for kind, shares in voters.national.by_kind.items() if voters.national else ():
        if not shares:
            continue
        arrays[_NATIONAL + kind + _NAMES] = lines(tuple(shares))
        arrays[_NATIONAL + kind + _SHARES] = np.array(list(shares.values()), np.float64)
    return arrays


def voters_of(arrays: Mapping[str, Array]) -> Voters:
    """The voters that `arrays_of` took apart."""

    def columns(prefix: str) -> dict[str, TextColumn]:
        names = [name.removesuffix(_CODES) for name in arrays if name.startswith(prefix) and name.endswith(_CODES)]
        return {
            name.removeprefix(prefix): TextColumn(
                cast("NDArray[np.unsignedinteger]", arrays[name + _CODES]), texts(arrays[name + _VALUES])
            )
            for name in names
        }

    numbers = {
        name.removeprefix(_NUMBER): cast("NDArray[np.integer]", array)
        for name, array in arrays.items()
        if name.startswith(_NUMBER)
    }
    national = {
        name.removeprefix(_NATIONAL).removesuffix(_NAMES): dict(
            zip(texts(names), arrays[name.removesuffix(_NAMES) + _SHARES].tolist(), strict=True)
        )
        for name, names in arrays.items()
        if name.startswith(_NATIONAL) and name.endswith(_NAMES)
    }
    return Voters(
        cast("NDArray[np.bytes_]", arrays[_IDS]),
        columns(_TEXT),
        numbers,
        columns(_DISTRICT),
        NationalNames.of(national) if national else None,
    )


def lines(values: Sequence[str]) -> NDArray[np.uint8]:
    """A list of texts without line breaks as an array of bytes."""
    return np.frombuffer("\n".join(values).encode(), np.uint8)


def texts(array: Array) -> Sequence[str]:
    """The list of texts that `lines` made."""
    if len(array) > _LONG:
        return StoredTexts(cast("NDArray[np.uint8]", array))
    return tuple(array.tobytes().decode().split("\n"))


class StoredTexts(Sequence[str]):
    """A list of texts that is decoded text by text: a fifth of the memory, and there at once."""

    def __init__(self, array: NDArray[np.uint8]) -> None:
        """`array` as `lines` makes it."""
        self._array = array
        breaks = np.flatnonzero(array == ord("\n")).astype(np.int32)
        self._starts = np.concatenate((np.zeros(1, np.int32), breaks + np.int32(1)))
        self._ends = np.append(breaks, np.int32(len(array)))

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        return self._array[self._starts[place] : self._ends[place]].tobytes().decode()

    def __iter__(self) -> Iterator[str]:
        return iter(self._array.tobytes().decode().split("\n"))
