"""Who must not get into an extract, as one question to each record.

Besides what a layout declares, some things keep a record out of every extract: a column that calls it confidential,
whatever the layout knows of it, and a name or an address that is withheld.
"""

import re
from collections.abc import Iterator

from f2f_desktop.voterfile.forms import bare
from f2f_desktop.voterfile.layout import Confidential, Layout, column_names
from f2f_desktop.voterfile.scanning import FileColumns, among, literal

KEPT = ""
"""The reason of those who are not dropped."""
HEADER_AGAIN = "header line again"
OTHER_HEADER = "header line with other columns"
SHIFTED = "not of the layout's shape"
NO_ID = "no usable id"
CONFIDENTIAL = "confidential"
UNCLEAR = "confidential or not: unclear"
UNKNOWN_STATUS = "unknown status"
NO_NAME = "no name"
REMOVED = "removed"

NOT_REGISTERED = (
    *(
        "DROPPED",
        "REMOVED",
        "CANCELLED",
        "CANCELED",
        "UNREGISTERED",
        "NOT REGISTERED",
        "PURGED",
        "DECEASED",
        "DENIED",
    ),
    *("REGISTERED DROPPED", "REGISTERED REMOVED", "REGISTERED CANCELLED", "REGISTERED CANCELED"),
)
"""Words in a column of statuses that no layout declares, which say that somebody is not, or no longer, registered."""

WITHHELD = (
    *("CONFIDENTIAL", "CONFIDENTIAL VOTER", "CONFIDENTIAL RECORD", "CONFIDENTIAL ADDRESS", "ADDRESS CONFIDENTIAL"),
    *("WITHHELD", "EXEMPT", "PROTECTED", "REDACTED", "NOT PUBLIC", "PROTECTED RECORD", "SUPPRESSED"),
    *("ADDRESS WITHHELD", "NAME WITHHELD", "ADDRESS PROTECTED", "PROTECTED ADDRESS", "SAFE AT HOME", "ACP"),
)
"""Texts that stand in place of a name or an address that is kept secret."""
_WITHHELD_BEGINS = ("*", "CONFIDENTIAL", "ADDRESS CONFIDENTIAL")
"""How other such texts begin; no name does, and an address begins with a number or a street."""

_LONGEST_ID = 64
_MAY_BE_WITHHELD = ("last_name", "first_name", "street_address")
_CONFIDENTIAL_COLUMN = re.compile(
    r"confidential|records?exempt|(address|record|identity|voter)protect|protect(ed)?(address|record|voter)"
    r"|safeathome|addressconfidentiality|^(voters?)?acp(ind|indicator|flag|voter|participant|status)?$"
    r"|^(is)?(secret|withheld|sealed|suppressed)(voter|record|address|ind|indicator|flag)?$"
)
"""Names (made bare) of columns that are heeded whatever the layout says."""
_OTHER_STATUS = re.compile(
    r"ballot|absentee|optin|phone|mail|marital|applica|uocava|military|address|volunteer|donor"
)
"""Names (made bare) of columns with statuses of something else than the registration."""


def reason_to_drop(layout: Layout, columns: FileColumns) -> str:
    """SQL for the reason why a record is dropped; KEPT where it is not. The first reason that holds is given."""
    whens = " ".join(f"WHEN {condition} THEN {literal(reason)}" for condition, reason in cases(layout, columns))
    return f"CASE {whens} ELSE {literal(KEPT)} END" if whens else literal(KEPT)


def cases(layout: Layout, columns: FileColumns) -> list[tuple[str, str]]:
    """The conditions, in SQL, under which a record is dropped, each with its reason; the first that holds counts."""
    names = (columns.text(layout.columns.get(name)) for name in ("first_name", "last_name"))
    return [
        *_damages(layout, columns),
        *_confidences(layout, columns),
        *_statuses(layout, columns),
        (" AND ".join(f"{name} = ''" for name in names), NO_NAME),
    ]


def _damages(layout: Layout, columns: FileColumns) -> Iterator[tuple[str, str]]:
    """Conditions under which a row is no record, or one whose columns nobody can be sure of."""
    voter_id = columns.text(layout.columns["id"])
    form = columns.form
    own = [place for name in column_names((layout.columns["id"],)) if (place := form.place(name)) is not None]
    if form.written and own:
        yield f"{voter_id} = {literal(form.written[own[0]])}", HEADER_AGAIN
        yield among(voter_id, filter(None, form.written)), OTHER_HEADER
    if form.doubtful:
        for column, pattern in layout.recognise.shape.items():
            place = form.place(column)
            if place is not None:
                yield f"NOT regexp_full_match({columns.at(place)}, {literal(pattern)})", SHIFTED
    yield f"{voter_id} = '' OR strlen({voter_id}) > {_LONGEST_ID}", NO_ID


def _confidences(layout: Layout, columns: FileColumns) -> Iterator[tuple[str, str]]:
    confidential = layout.confidential or Confidential()
    if confidential.column:
        text = columns.text(confidential.column)
        yield among(text, confidential.values), CONFIDENTIAL
        if confidential.public:
            yield f"NOT {among(text, confidential.public)}", UNCLEAR
    declared = {bare(name) for name in column_names((confidential.column,))}
    for place, name in enumerate(columns.form.names):
        if _CONFIDENTIAL_COLUMN.search(bare(name)) and bare(name) not in declared:
            yield among(columns.at(place), Confidential().values), CONFIDENTIAL
    for name in _MAY_BE_WITHHELD:
        if name in layout.columns:
            text = columns.text(layout.columns[name])
            withheld = among(text, (*WITHHELD, *confidential.withheld))
            begins = " OR ".join(f"starts_with({text}, {literal(words)})" for words in _WITHHELD_BEGINS)
            yield f"({withheld} OR {begins})", CONFIDENTIAL


def _statuses(layout: Layout, columns: FileColumns) -> Iterator[tuple[str, str]]:
    declared = {bare(name) for name in column_names(status.column for status in layout.statuses)}
    registered = [name for name in columns.form.names if "deceased" not in bare(name) and bare(name) in declared]
    if not registered:
        for place, name in enumerate(columns.form.names):
            if "status" in bare(name) and not _OTHER_STATUS.search(bare(name)):
                yield among(columns.at(place), NOT_REGISTERED), REMOVED
    for status in layout.statuses:
        text = columns.text(status.column)
        if not columns.has(status.column):
            continue
        yield from ((among(text, values), reason) for reason, values in status.dropped.items())
        if status.kept:
            yield f"NOT {among(text, status.kept)}", UNKNOWN_STATUS
