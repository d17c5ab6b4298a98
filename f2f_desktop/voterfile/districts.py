"""Choosing voters by district: codes of one kind are alternatives, different kinds must all hold."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from f2f_desktop.campaign.filters import District
from f2f_desktop.voterfile.errors import DistrictUnknown
from f2f_desktop.voterfile.layout import Layout

MOST_NAMED = 40
"""Codes that an error lists."""


def same_code(code: str) -> str:
    """A code for comparing: no case, no leading zeros, blanks collapsed."""
    plain = " ".join(code.split()).casefold()
    return plain.lstrip("0") or "0" if plain.isdecimal() else plain


class Chooser:
    """Who lives in the chosen districts; keeps what codes there are, for the error that says so."""

    def __init__(self, districts: Sequence[District], layout: Layout) -> None:
        """Raises DistrictUnknown for a kind that the layout does not have."""
        self._wanted: dict[str, dict[str, str]] = defaultdict(dict)
        for district in districts:
            if district.kind not in layout.kinds:
                raise DistrictUnknown(
                    f"This file has no districts of the kind {district.kind}.",
                    f"It has {', '.join(layout.kinds)}.",
                )
            self._wanted[district.kind][same_code(district.code)] = district.code
        self._seen: dict[str, dict[str, str]] = {kind: {} for kind in self._wanted}
        self._folded: dict[str, str] = {}

    def lives_there(self, codes: Mapping[str, str], also: Callable[[str], str]) -> bool:
        """Whether a voter with these codes by kind lives in the chosen districts."""
        inside = True
        for kind, wanted in self._wanted.items():
            code, other = self._same(codes[kind]), self._same(also(kind))
            self._seen[kind].setdefault(code, codes[kind])
            if other:
                self._seen[kind].setdefault(other, "")
            inside = inside and (code in wanted or (bool(other) and other in wanted))
        return inside

    def check(self) -> None:
        """Raises DistrictUnknown for a chosen code that no voter has, and names those that there are."""
        for kind, wanted in self._wanted.items():
            for code, written in wanted.items():
                if code not in self._seen[kind]:
                    there = sorted({name for name in self._seen[kind].values() if name})
                    listed = ", ".join(there[:MOST_NAMED]) + (", ..." if len(there) > MOST_NAMED else "")
                    raise DistrictUnknown(
                        f"Nobody in the file lives in {kind} {written}.", f"There are: {listed}."
                    )

    def _same(self, code: str) -> str:
        found = self._folded.get(code)
        if found is None:
            found = self._folded[code] = same_code(code) if code else ""
        return found
