"""Reads layouts from their TOML files, and says what is wrong with one."""

import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

import msgspec

from f2f_desktop.voterfile.errors import LayoutUnknown, LayoutUnusable
from f2f_desktop.voterfile.layout import (
    AUTO,
    DELIMITERS,
    ENCODINGS,
    PERSON_COLUMNS,
    FileForm,
    Layout,
    Recognition,
)

_LAYOUTS = Path(__file__).parent / "layouts"
_MAPPED = ("party", "sex", "county", "city", "suffix")
"""Columns whose values `[values]` may tell, besides the kinds of districts."""


def read_layout(path: Path) -> Layout:
    """The layout in a TOML file. Raises LayoutUnusable, which says what is wrong with it."""
    try:
        layout = msgspec.convert(tomllib.loads(path.read_bytes().decode("utf-8-sig")), Layout)
    except OSError as error:
        raise LayoutUnusable(path.name, f"it cannot be read ({error.strerror or error})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LayoutUnusable(path.name, f"it is not TOML ({error})") from error
    except msgspec.ValidationError as error:
        raise LayoutUnusable(path.name, str(error)) from error
    for fault in _faults(layout):
        raise LayoutUnusable(path.name, fault)
    return layout


@cache
def built_in_layouts() -> dict[str, Layout]:
    """The layouts of this package, by name."""
    layouts = [read_layout(path) for path in sorted(_LAYOUTS.glob("*.toml"))]
    return {layout.name: layout for layout in layouts}


def named_layout(name: str) -> Layout | None:
    """The layout that `--layout` names: built in, or a mapping file; None for `auto`.

    Raises LayoutUnusable, and LayoutUnknown where there is neither.
    """
    if name.casefold() == AUTO:
        return None
    known = built_in_layouts()
    for layout in known.values():
        if name.casefold() in {layout.name, layout.short}:
            return layout
    path = Path(name)
    if path.suffix.casefold() == ".toml" or path.exists():
        return read_layout(path)
    raise LayoutUnknown(f"There is no layout {name!r}.", f"Known are auto, {', '.join(known)}, or a FILE.toml.")


def _faults(layout: Layout) -> Iterator[str]:
    """What a layout's types let pass but its reader cannot use."""
    for name in layout.columns:
        if name not in PERSON_COLUMNS:
            yield f"[columns] {name} is not known; known are {', '.join(PERSON_COLUMNS)}"
    for name in ("id", "last_name"):
        if name not in layout.columns:
            yield f"[columns] must name the column of {name}"
    for name in layout.values:
        if name not in (*_MAPPED, *layout.kinds):
            yield f"[values] {name} is none of {', '.join(dict.fromkeys((*_MAPPED, *layout.kinds)))}"
    history = layout.history
    if history and not (history.election or history.november):
        yield "[history] needs the column of the kind of election (election), or november = true"
    yield from _district_faults(layout)
    forms = [(layout.file, layout.recognise), *((each.file, each.recognise) for each in layout.companions)]
    for form, recognise in [*forms, *([(history.file, history.recognise)] if history else [])]:
        yield from _form_faults(form, recognise)
    yield from _bad_patterns(layout)


def _district_faults(layout: Layout) -> Iterator[str]:
    for kind in layout.districts.keys() & layout.more_districts.keys():
        yield f"{kind} stands both in [districts] and in [more_districts]"
    for companion in layout.companions:
        if companion.to not in {"voters", "history"}:
            yield f"a companion adds to voters or to history, not to {companion.to!r}"
        if not companion.recognise.header:
            yield f"the companion {companion.title!r} needs recognise.header"
        if companion.kinds and not companion.code:
            yield f"the companion {companion.title!r} has kinds of districts, but no column of their code"


def _form_faults(form: FileForm, recognise: Recognition) -> Iterator[str]:
    if form.delimiter not in DELIMITERS and form.delimiter != AUTO and len(form.delimiter) != 1:
        yield f"delimiter {form.delimiter!r} is none of {', '.join(DELIMITERS)} or one character"
    if form.delimiter in {'"', "\n", "\r", "\0", " "}:
        yield "this delimiter cannot be told from the rest of the line"
    if form.encoding not in ENCODINGS:
        yield f"encoding {form.encoding!r} is none of {', '.join(ENCODINGS)}"
    if not (form.header or form.names or form.positions or recognise.orders or recognise.positions):
        yield "without a header, names must list the columns in their order, or positions their places"
    for places in (form.positions, *recognise.positions):
        for name, (first, last) in places.items():
            if not 1 <= first <= last:
                yield f"the column {name} cannot reach from {first} to {last}"


def _bad_patterns(layout: Layout) -> Iterator[str]:
    patterns = [
        *layout.recognise.shape.values(),
        *(layout.history.recognise.shape.values() if layout.history else ()),
    ]
    patterns += layout.election_columns.general if layout.election_columns else ()
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            yield f"{pattern!r} is no regular expression ({error})"
    for pattern in layout.election_columns.general if layout.election_columns else ():
        if "(?P<year>" not in pattern:
            yield f"[election_columns] {pattern!r} must name the year: (?P<year>[0-9]{{4}})"
    for form in layout.dates:
        try:
            datetime.strptime(datetime(2001, 2, 3).strftime(form), form)  # noqa: DTZ001, DTZ007 - only tried out
        except ValueError:
            yield f"{form!r} is no way to write a date"
