"""Who must not get into an extract, as one question to each record."""

from f2f_desktop.voterfile.layout import Layout
from f2f_desktop.voterfile.scanning import FileColumns, among, literal

KEPT = ""
"""The reason of those who are not dropped."""
NO_ID = "no usable id"
CONFIDENTIAL = "confidential"
UNCLEAR = "confidential or not: unclear"
UNKNOWN_STATUS = "unknown status"
NO_NAME = "no name"

_LONGEST_ID = 64
_MAY_BE_WITHHELD = ("last_name", "first_name", "street_address")


def reason_to_drop(layout: Layout, columns: FileColumns) -> str:
    """SQL for the reason why a record is dropped; KEPT where it is not. The first reason that holds is given."""
    voter_id = columns.text(layout.columns["id"])
    cases = [(f"{voter_id} = '' OR strlen({voter_id}) > {_LONGEST_ID}", NO_ID)]
    if confidential := layout.confidential:
        if confidential.column:
            text = columns.text(confidential.column)
            cases.append((among(text, confidential.values), CONFIDENTIAL))
            if confidential.public:
                cases.append((f"NOT {among(text, confidential.public)}", UNCLEAR))
        cases += [
            (among(columns.text(layout.columns.get(name)), confidential.withheld), CONFIDENTIAL)
            for name in _MAY_BE_WITHHELD
            if confidential.withheld
        ]
    if status := layout.status:
        text = columns.text(status.column)
        cases += [(among(text, values), reason) for reason, values in status.dropped.items()]
        if status.kept:
            cases.append((f"NOT {among(text, status.kept)}", UNKNOWN_STATUS))
    names = (columns.text(layout.columns.get(name)) for name in ("first_name", "last_name"))
    cases.append((" AND ".join(f"{name} = ''" for name in names), NO_NAME))
    whens = " ".join(f"WHEN {condition} THEN {literal(reason)}" for condition, reason in cases)
    return f"CASE {whens} ELSE {literal(KEPT)} END"
