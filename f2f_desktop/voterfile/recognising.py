"""Which layout a file has, and what it is in it: voters, a history, or a companion. It says how sure it is and why.

The certainty, in hundredths, is a judgement and no probability:

    header      60 where all telling columns are in it, + 20 x the share of the columns known to the layout (of the
                file's, or of an order's, whichever is larger), + 18 x the share of the first rows with its values;
                where some telling columns are missing, but half of them and most others are there: 30, 40, and 10
    no header   55 + 30 x the share of rows that have the layout's width and values; 12 more where the layout never
                has a header; 10 less where there are hardly any rows
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from f2f_desktop.voterfile.errors import LayoutUnknown
from f2f_desktop.voterfile.forms import (
    HOW_TO_MAP,
    Beginning,
    Form,
    Signature,
    bare,
    folded,
    header_form,
    headless_form,
    looks_like_header,
    shape_share,
    told,
    without_prefix,
)
from f2f_desktop.voterfile.history_columns import columns_of_elections
from f2f_desktop.voterfile.layout import FileForm, Layout, Recognition, Source, alternatives, column_names

SURE = 90
"""From here on a layout is beyond doubt."""
CLOSE = 10
"""Another layout this near to the likeliest is told."""
_LEAST_FITTING = 0.4
"""Share of the first rows that must have the shape of a layout that nothing else shows: the others are damaged."""
_MOST = 0.6
_FEW_ROWS = 5

VOTERS, HISTORY, ELECTIONS = "voters", "history", "elections"
"""What a file is: `elections` has a column for each election, and no names. A companion is called by its title."""


@dataclass(frozen=True)
class Evidence:
    """What a file may be, how sure that is in hundredths, and why."""

    layout: Layout
    role: str
    certainty: int
    why: str


def signature_of(layout: Layout, role: str) -> Signature:
    """By what the files of this role are known."""
    if role == VOTERS:
        sources = (*layout.columns.values(), *layout.districts.values())
        more = layout.election_columns is not None
        return _with_people(Signature(layout.file, layout.recognise, sources, more=more), layout)
    if role == ELECTIONS:
        return _with_people(Signature(layout.file, Recognition(), (layout.columns["id"],), least=1), layout)
    history = layout.history
    if role == HISTORY and history is not None:
        named = tuple(filter(None, (history.id, history.date, history.election, history.vote)))
        return Signature(history.file, history.recognise, named)
    (companion,) = (each for each in layout.companions if each.title == role)
    adds = tuple(name for each in companion.adds.values() for name in (each.column, each.when) if name)
    return Signature(companion.file, companion.recognise, (*companion.on, *adds))


def _with_people(signature: Signature, layout: Layout) -> Signature:
    """The signature, and what may stand behind prefixes that the layout does not list, if its files have prefixes."""
    if not layout.file.prefixes:
        return signature

    def named(sources: Iterable[Source]) -> frozenset[str]:
        return frozenset(bare(name) for name in column_names(sources))

    statuses = named(status.column for status in layout.statuses)
    telling = (layout.columns.get(name, ()) for name in ("last_name", "street_address", "phone"))
    people = named(layout.columns.values()) | statuses
    return replace(signature, people=people, anchors=named(telling), statuses=statuses)


def roles_of(layout: Layout) -> list[str]:
    """What a file may be in this layout."""
    roles = [VOTERS]
    roles += [HISTORY] if layout.history else []
    roles += [ELECTIONS] if layout.election_columns else []
    return roles + [companion.title for companion in layout.companions]


def evidence(beginning: Beginning, layouts: Iterable[Layout]) -> list[Evidence]:
    """What the file may be, likeliest first."""
    found = [
        each
        for layout in layouts
        for role in roles_of(layout)
        if (each := _weigh(beginning, layout, role)) is not None
    ]
    return sorted(found, key=lambda each: -each.certainty)


def unknown_layout(beginning: Beginning, layouts: Iterable[Layout] = ()) -> LayoutUnknown:
    """The error that says what the file begins with, which of these layouts it may be after all, and what to do."""
    rows = beginning.rows(beginning.delimiter(FileForm()))
    what = f"The layout of {beginning.name} is not known. Its first line holds {told(rows)}."
    shaped = [layout for layout in layouts if layout.recognise.shape]
    nearly = [(headless_form(beginning, signature_of(layout, VOTERS))[1], layout) for layout in shaped]
    share, likeliest = max(nearly, key=lambda each: each[0], default=(0.0, None))
    if share and likeliest and not has_names(beginning):
        what += (
            f" Without a header it may be {likeliest.title or likeliest.name}, but only {share * 100:.0f} % of the"
            " first rows look like it."
        )
        return LayoutUnknown(what, f"If it is, say so: --layout {likeliest.name}. Else: {HOW_TO_MAP}")
    return LayoutUnknown(what, HOW_TO_MAP)


def has_names(beginning: Beginning) -> bool:
    """Whether the first line looks like a header, of whatever layout."""
    return looks_like_header(beginning.rows(beginning.delimiter(FileForm())))


def _weigh(beginning: Beginning, layout: Layout, role: str) -> Evidence | None:
    signature = signature_of(layout, role)
    form = header_form(beginning, signature, strict=True)
    if form is None:
        return _by_shape(beginning, layout, role, signature) if role != ELECTIONS else None
    if role == ELECTIONS:
        return _as_elections(form, layout)
    return _by_header(beginning, form, layout, role, signature)


def _by_header(
    beginning: Beginning, form: Form, layout: Layout, role: str, signature: Signature
) -> Evidence | None:
    telling = signature.recognise.header or _all_needed(layout, role)
    there = [name for column in telling if (name := _name_in(form, column))]
    if not telling or not _has_the_needed(form, layout, role):
        return None
    named = {bare(name) for name in form.names if name}
    orders = [*signature.orders, *(tuple(places) for places in signature.positions)]
    if signature.recognise.columns or not orders:
        orders.append((*column_names(telling), *signature.recognise.columns, *column_names(signature.sources)))
    prefixes = signature.file.prefixes
    known = [{bare(without_prefix(folded(name), prefixes)) for name in order} for order in orders]
    best = max(known, key=lambda each: (len(each & named) / len(each), len(each)))
    found, total = len(best & named), len(best)
    elections = {bare(form.names[place]) for place in columns_of_elections(form, layout)}
    of_file = len((set.union(*known) | elections) & named) / max(1, len(named))
    share = max(found / total, of_file)
    fitting, rows = shape_share(beginning, form, signature)
    if len(there) == len(telling):
        certainty = 60 + 20 * share + 18 * fitting
    elif 2 * len(there) >= len(telling) and share >= _MOST and fitting >= _MOST:
        certainty = 30 + 40 * share + 10 * fitting
    else:
        return None
    if found / total >= of_file:
        why = f"{found} of {total} known columns; {', '.join(there)}"
    else:
        why = f"{of_file * 100:.0f} % of its {len(named)} columns are known; {', '.join(there)}"
    if fitting < 1 and rows:
        why += f"; {fitting * 100:.0f} % of the first rows have its values"
    return Evidence(layout, role, round(certainty), why)


def _by_shape(beginning: Beginning, layout: Layout, role: str, signature: Signature) -> Evidence | None:
    if not signature.recognise.shape:
        return None
    form, share = headless_form(beginning, signature)
    if form is None or share < _LEAST_FITTING:
        return None
    certainty = 55 + 30 * share + (12 if not signature.file.header else 0)
    certainty -= 10 if len(beginning.lines) < _FEW_ROWS else 0
    what = "places" if form.spans else "columns"
    why = (
        f"no header, but {share * 100:.0f} % of the first rows have its {len(form.names)} {what} and their values"
    )
    return Evidence(layout, role, round(certainty), why)


def _as_elections(form: Form, layout: Layout) -> Evidence | None:
    """A history with a column for each election: it has the ids, and no names."""
    elections = columns_of_elections(form, layout)
    id_there = any(form.place(name) is not None for name in column_names((layout.columns["id"],)))
    names = column_names((layout.columns["last_name"],))
    if not elections or not id_there or any(form.place(name) is not None for name in names):
        return None
    return Evidence(layout, ELECTIONS, 92, f"ids and columns for {len(elections)} general elections, but no names")


def _all_needed(layout: Layout, role: str) -> tuple[str, ...]:
    """What must be there where a layout declares no telling columns: a mapping file."""
    if role == VOTERS:
        return (_first(layout.columns["id"]), _first(layout.columns["last_name"]))
    history = layout.history
    return tuple(filter(None, (history.id, history.date, history.election))) if history else ()


def _first(source: str | tuple[str, ...]) -> str:
    part = source if isinstance(source, str) else source[0]
    return part.split("//")[0]


def _has_the_needed(form: Form, layout: Layout, role: str) -> bool:
    """A voter file has ids and names; a history that lacks the date gets it from a companion."""
    if role != VOTERS:
        return True
    return all(
        any(form.place(name) is not None for name in column_names((layout.columns[column],)))
        for column in ("id", "last_name")
    )


def _name_in(form: Form, column: str) -> str:
    """What the file calls a telling column; empty where it lacks it."""
    for name in alternatives(column):
        if form.place(name) is not None:
            return name
    return ""
