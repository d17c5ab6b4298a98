"""Which columns of a file look like those of electoral districts, and what kinds of districts they are.

A layout declares the kinds that its files are known to have. Vendors and states add others: whatever stands in the
header, is used for nothing else, and bears the name of a district, may be chosen by, too.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from f2f_desktop.voterfile.forms import Form, bare
from f2f_desktop.voterfile.layout import Layout, Source, column_names, parts_of

_DISTRICTS = (
    "fire water sewer sewage sanitation sanitary sanit rescue ambulance hospital library cemetery park parks"
    " recreation port pud publicutility utility utilities irrigation drainage levee flood conservation transit"
    " transportation airport judicial judic court courts magistrate prosecutorial prosecuting precinct ward wards"
    " council councilmanic commission commissioner commissioners commissions commiss supervisor supervisors"
    " supervisorial assembly senate senatorial congress congressional legislative legislature school schools"
    " boardofeducation educationboard boardofregents regents communitycollege juniorcollege careercenter"
    " educationalservicecenter township village municipality municipal munic borough parish jurisdiction vtd"
    " metropolitan mosquito diking constable justiceofpeace justiceofthepeace selectmen alderman aldermanic"
    " improvement trustee vocational statehouse ushouse"
).split()
"""Words that tell a district."""
_AROUND = (
    "city county state us united states town board of the and at large special local regional area unified elementary"
    " high secondary community public service services protection control center sub super superior supreme circuit"
    " appeals common pleas district dist division zone seat part split suffix group election new old joint union rural"
    " education health member representative house vf tsmart nc"
).split()
"""Words that may stand beside them."""
_DISTRICT = re.compile(rf"(?:{'|'.join(sorted(_DISTRICTS, key=len, reverse=True))})")
_WORDS = re.compile(rf"(?:{'|'.join(sorted([*_DISTRICTS, *_AROUND], key=len, reverse=True))}|[0-9])+")
_OPEN = re.compile(r".*(?:district|dist)[0-9]?")
"""A column that says that it is of a district, of whatever kind."""
_OTHER = re.compile(
    r"mail|poll|voted|voting|ballot|phone|email|address|street|(?:^|_)(?:is|has)_|date|score|status"
)
"""Words in the names of columns that speak of something else."""
_CODES = ("abbrv", "abbr", "code", "number", "num", "nbr", "no", "id")
_NAMES = ("description", "desc", "name", "label", "lbl")
_ENDS = re.compile(rf"(?:{'|'.join((*_CODES, *_NAMES))})$")
_BEFORE = ("vf", "tsmart", "nc")
_LONGEST = 60
_PLACES = ("county", "city")
"""Kinds that layouts take from their columns of people."""


@dataclass(frozen=True)
class Found:
    """A column that looks like one of a district."""

    kind: str
    column: str
    """Its name, made bare."""
    named: bool
    """Whether it has another way of writing the code, such as the name of the district."""


def district_named(column: str) -> Found | None:
    """What kind of district a column of this (folded) name is of, or None where it looks like none."""
    words = [word for word in re.split(r"[^0-9a-z]+", column.casefold()) if word]
    if not words or len(column) > _LONGEST or _OTHER.search("_".join(words)):
        return None
    end = words.pop() if len(words) > 1 and words[-1] in (*_CODES, *_NAMES) else ""
    if not end and len(words) == 1 and (found := _ENDS.search(words[0])):
        end, words = found[0], [words[0][: found.start()]]
    letters = "".join(words)
    if not (_OPEN.fullmatch(letters) or (_WORDS.fullmatch(letters) and _DISTRICT.search(letters))):
        return None
    return Found(_kind(words), bare(column), end in _NAMES)


def _kind(words: list[str]) -> str:
    """The name of the kind: the words of the column without those that every column of districts has."""
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    kept = [word for word in words if word not in {"district", "dist", "districts"}] or words
    if len(kept) == 1:
        kept = [re.sub("(?<=.)district$", "", kept[0])]
    return "_".join(kept)


def with_district_columns(layout: Layout, forms: Iterable[Form]) -> Layout:
    """The layout, and the kinds of districts that the headers of these files show besides those it declares."""
    tables = _Tables(dict(layout.districts), dict(layout.more_districts), dict(layout.also))
    for form in forms:
        used = _used(layout, form)
        behind = form.place(layout.districts_behind)
        for place, name in enumerate(form.names):
            if not bare(name).isalnum() or bare(name) in used:
                continue
            found = district_named(name)
            if found is None and behind is not None and place > behind:
                found = Found("_".join(re.findall("[0-9a-z]+", name)), bare(name), False)
            if found is not None:
                tables.add(form, found)
    return msgspec.structs.replace(layout, districts=tables.stored, more_districts=tables.more, also=tables.also)


@dataclass(frozen=True)
class _Tables:
    """The tables of a layout that name columns of districts, while columns are added to them."""

    stored: dict[str, Source]
    more: dict[str, Source]
    also: dict[str, Source]

    def add(self, form: Form, found: Found) -> None:
        """Adds a column: as the code of a new kind, or of one that this file lacks, or as another way of writing it."""
        source, kind = f"{found.column}?", found.kind
        if any(source in _parts(table[kind]) for table in (self.stored, self.more, self.also) if kind in table):
            return
        table = self.stored if kind in self.stored else self.more
        if kind in _PLACES or (kind in table and not isinstance(table[kind], str)):
            kind, table = found.column, self.more
        if kind not in table:
            table[kind] = source
        elif not _in_form(table[kind], form):
            table[kind] = f"{table[kind]} | {source}"
        elif kind not in self.also and not found.named and _named(table[kind]):
            table[kind], self.also[kind] = source, table[kind]
        elif kind not in self.also or not _in_form(self.also[kind], form):
            self.also[kind] = f"{self.also[kind]} | {source}" if kind in self.also else source
        elif found.column not in self.stored:
            self.more.setdefault(found.column, source)


def _named(source: Source) -> bool:
    """Whether the column that was found first is the one with the name."""
    end = _ENDS.search(column_names((source,))[0])
    return end is not None and end[0] in _NAMES


def _parts(source: Source) -> list[str]:
    return [part.strip() for text in parts_of(source) for part in text.split("|")]


def _in_form(source: Source, form: Form) -> bool:
    return any(form.place(name) is not None for name in column_names((source,)))


def _used(layout: Layout, form: Form) -> set[str]:
    """The columns that the layout has a use for: of people all, of districts those that serve in this file."""
    confidential = [layout.confidential.column] if layout.confidential else []
    statuses = [status.column for status in layout.statuses]
    used = {bare(name) for name in column_names((*layout.columns.values(), *statuses, *confidential))}
    for source in (*layout.districts.values(), *layout.more_districts.values(), *layout.also.values()):
        for part in parts_of(source):
            for choice in part.split("//"):
                names = column_names((choice,))
                used |= {bare(name) for name in [each for each in names if form.place(each) is not None][:1]}
    return used


def kinds_of(layout: Layout, forms: Iterable[Form], added: Iterable[str]) -> dict[str, Source]:
    """The kinds of districts that these files have; `added` are columns that companion files add to them."""
    columns = [*forms]
    beside = {bare(name) for name in added}
    return {
        kind: source
        for kind, source in layout.kinds.items()
        if any(part.startswith("=") for part in parts_of(source))
        or any(_in_form(source, form) for form in columns)
        or any(bare(name) in beside for name in column_names((source,)))
    }
