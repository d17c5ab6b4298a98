"""A voter file's column of names as numbers: folded once per distinct value, compared as arrays ever after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.matching.folding import NameKey, fold, given_name_key, surname_key
from f2f_desktop.matching.sorted_keys import Rows
from f2f_desktop.voterfile.voters import TextColumn

MOST_PARTS = 4
"""Parts of a double name that are kept; a fifth is hardly ever written."""


@dataclass(frozen=True, eq=False)
class NameColumn:
    """n names of v distinct values. Numbers are those of the words in the index's vocabulary; 0 is no word."""

    codes: NDArray[np.uint32]
    """Shape (n,): distinct value per voter."""
    whole: NDArray[np.int32]
    """Shape (v,): the whole name as one word."""
    main: NDArray[np.int32]
    """Shape (v,): the first part of a double name, else the whole."""
    parts: NDArray[np.int32]
    """Shape (v, MOST_PARTS): the parts of a double name; of a simple one, the whole alone."""
    counts: NDArray[np.int64]
    """Shape (v,): how many voters have the value."""

    @classmethod
    def read(cls, column: TextColumn, vocabulary: dict[str, int], *, surnames: bool) -> "NameColumn":
        """Folds the distinct values of `column`, giving new words the next numbers of `vocabulary`."""
        number = vocabulary.setdefault
        keys = _keys_of(column.values, surnames=surnames)
        whole = np.array([number(key.whole, len(vocabulary)) for key in keys], np.int32)
        main = whole.copy()
        parts = np.zeros((len(keys), MOST_PARTS), np.int32)
        parts[:, 0] = whole
        for value, key in enumerate(keys):
            if key.parts:
                numbers = [number(part, len(vocabulary)) for part in key.parts[:MOST_PARTS]]
                parts[value, : len(numbers)] = numbers
                main[value] = numbers[0]
        return cls.of(column.codes, whole, main, parts)

    @classmethod
    def of(
        cls,
        codes: NDArray[np.uint32],
        whole: NDArray[np.int32],
        main: NDArray[np.int32],
        parts: NDArray[np.int32],
    ) -> "NameColumn":
        """The column, its values counted."""
        return cls(codes, whole, main, parts, np.bincount(codes, minlength=len(whole)))

    @classmethod
    def restored(
        cls, name: str, codes: NDArray[np.uint32], stored: Mapping[str, NDArray[np.generic]]
    ) -> "NameColumn":
        """The column that `stored` took apart.

        Raises:
            KeyError: an array is missing.
        """
        whole, main, parts = (
            stored[f"{name}.{part}"].astype(np.int32, copy=False) for part in ("whole", "main", "parts")
        )
        return cls.of(codes, whole, main, parts)

    def stored(self, name: str) -> dict[str, NDArray[np.generic]]:
        """The arrays from which `restored` makes the column again, without the codes."""
        return {f"{name}.whole": self.whole, f"{name}.main": self.main, f"{name}.parts": self.parts}

    def shares(self, words: int, *, of_parts: bool) -> NDArray[np.float64]:
        """By word: the share of voters whose name is it, or also (`of_parts`) contains it, or begins with it."""
        totals = np.bincount(self.whole, self.counts, words)
        for part in self.parts.T if of_parts else (self.main,):
            new = part != self.whole
            totals += np.bincount(part[new], self.counts[new], words)
        totals[0] = 0.0
        return np.asarray(totals / max(1, len(self.codes)), np.float64)

    def words_by_row(self) -> tuple[Rows, NDArray[np.int32]]:
        """(row, word) for the whole name and every part of every voter."""
        rows = np.arange(len(self.codes), dtype=np.int32)
        all_rows, all_words = [rows], [self.whole[self.codes]]
        for part in self.parts.T:
            new = (part > 0) & (part != self.whole)
            if new.any():
                having = np.flatnonzero(new[self.codes]).astype(np.int32)
                all_rows.append(having)
                all_words.append(part[self.codes[having]])
        return np.concatenate(all_rows), np.concatenate(all_words)


def _keys_of(values: Sequence[str], *, surnames: bool) -> list[NameKey]:
    make_key = surname_key if surnames else given_name_key
    # Most values are plain capitals already; that they all are is cheaper to see of the whole.
    together = "".join(values)
    if together.isascii() and together == together.upper():
        return [NameKey(value) if value.isalpha() else make_key(fold(value)) for value in values]
    return [make_key(fold(value)) for value in values]


def letters_at(place: int, words: Sequence[str]) -> NDArray[np.uint8]:
    """By word (folded): its letter at `place` as ASCII code, 0 for none. Shape (n,)."""
    text = "".join([word[place : place + 1] or "\0" for word in words])
    return np.frombuffer(text.encode("ascii"), np.uint8)
