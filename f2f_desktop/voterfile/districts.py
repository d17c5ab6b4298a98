"""Choosing voters by district: codes of one kind are alternatives, different kinds must all hold.

A district may be chosen by its code or by the layout's other way of writing it (`county=92` for WAKE). Codes are
compared without case, and numbers without leading zeros.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from f2f_desktop.campaign.filters import District
from f2f_desktop.voterfile.cleaning import same_code
from f2f_desktop.voterfile.errors import DistrictUnknown

_NAMED = 40
"""Codes that an error lists."""


@dataclass(frozen=True)
class Chosen:
    """The texts in the file that mean the chosen districts of one kind."""

    codes: tuple[str, ...]
    others: tuple[str, ...]
    """In the column with the other way of writing it."""


def wanted_codes(districts: Sequence[District], kinds: Collection[str]) -> dict[str, dict[str, str]]:
    """Per kind the wanted codes as they are compared, and as they were written. Raises DistrictUnknown."""
    wanted: dict[str, dict[str, str]] = defaultdict(dict)
    for district in districts:
        wanted[known_kind(district.kind, kinds)][same_code(district.code)] = district.code
    return dict(wanted)


def known_kind(kind: str, kinds: Collection[str]) -> str:
    """The kind of district that is meant: case, blanks, `-` and `_` make no difference. Raises DistrictUnknown."""
    for known in kinds:
        if _kind_compared(known) == _kind_compared(kind):
            return known
    raise DistrictUnknown(f"This file has no districts of the kind {kind!r}.", f"It has {', '.join(kinds)}.")


def _kind_compared(kind: str) -> str:
    return "".join(letter for letter in kind.casefold() if letter not in "-_ ")


def choose(
    kind: str,
    wanted: dict[str, str],
    codes: Collection[str],
    others: Collection[str],
    meanings: Mapping[str, str] | None = None,
) -> Chosen:
    """Which texts mean the wanted districts, of all `codes` and `others` that occur. Raises DistrictUnknown.

    `meanings` is what the layout says that codes mean: a district may be chosen by that, too.
    """
    by_code = _by_comparison(codes)
    by_other = _by_comparison(others)
    meant = {same_code(code): meaning for code, meaning in (meanings or {}).items()}
    for text in codes:
        if meaning := meant.get(same_code(text)):
            by_code[same_code(meaning)].append(text)
    chosen_codes: list[str] = []
    chosen_others: list[str] = []
    for code, written in wanted.items():
        if code in by_code:
            chosen_codes += by_code[code]
        elif code in by_other:
            chosen_others += by_other[code]
        else:
            shown = {meant.get(same_code(text), text) for text in codes}
            there = sorted(filter(None, shown), key=by_number)
            listed = ", ".join(there[:_NAMED]) + (f" and {len(there) - _NAMED} more" if there[_NAMED:] else "")
            raise DistrictUnknown(
                f"Nobody in the file lives in {kind} {written}.", f"There are: {listed or 'none at all'}."
            )
    return Chosen(tuple(chosen_codes), tuple(chosen_others))


def _by_comparison(texts: Collection[str]) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for text in texts:
        if text:
            found[same_code(text)].append(text)
    return found


def by_number(code: str) -> tuple[int, str]:
    """The place of a code in a list: numbers by their size, before everything else."""
    bare = same_code(code)
    return (int(bare), code) if bare.isdecimal() and len(bare) < 20 else (1 << 63, code)
