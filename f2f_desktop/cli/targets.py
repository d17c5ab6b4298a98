"""`f2f-desktop targets resolve`: a campaign's list of people against an extract."""

import argparse
import csv
import io
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from f2f_desktop.cli.terminal import terminal_progress, write_text
from f2f_desktop.errors import KnownError

if TYPE_CHECKING:
    from f2f_desktop.organizer.target_lists import Resolution, Unresolved
    from f2f_desktop.organizer.target_rows import TargetRows

UNRESOLVED_COLUMNS = (
    *("line", "first_name", "last_name", "phone", "why", "other_line", "travels"),
    *("likeliest_id", "likeliest_probability", "runner_up_id", "runner_up_probability"),
)
MOST_TOLD = 20
"""Disagreeing names that are told one by one."""
OTHER_NAME = "found by its id, but the voter has another name"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what follows `targets`."""
    from f2f_desktop.cli.contacts import region

    verbs = parser.add_subparsers(dest="verb", metavar="resolve", required=True)
    resolve = verbs.add_parser(
        "resolve",
        help="find the people of a list in an extract",
        description="Finds the people of a list (CSV, TSV or XLSX) in an extract, by id or as contacts are matched. "
        "Whoever is not found goes along with name and phone, which laptops compare with contacts.",
    )
    resolve.add_argument("list", type=Path, metavar="LIST")
    resolve.add_argument("--extract", required=True, type=Path, metavar="FILE.f2fx")
    resolve.add_argument("--mapping", type=Path, metavar="FILE.toml", help="which columns hold what")
    resolve.add_argument("--name", help="what the list is called; default: the name of its file")
    resolve.add_argument(
        "--id", help="the list's id, under which a newer version replaces it; default: from its name"
    )
    resolve.add_argument("--out", required=True, type=Path, metavar="FILE.json")
    resolve.add_argument(
        "--unresolved", type=Path, metavar="FILE.csv", help="who is no voter of the list, and why"
    )
    resolve.add_argument(
        "--region",
        type=region,
        default="US",
        metavar="CC",
        help="region of phone numbers without a country code (default: US)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Resolves the list; 1 if nobody on it can be suggested."""
    from f2f_desktop.campaign.ids import TargetListId
    from f2f_desktop.organizer.target_columns import TargetMapping, read_target_mapping
    from f2f_desktop.organizer.target_lists import resolve
    from f2f_desktop.organizer.target_rows import read_target_rows
    from f2f_desktop.voterfile.opening import open_extract

    name = arguments.name or arguments.list.stem
    mapping = read_target_mapping(arguments.mapping) if arguments.mapping else TargetMapping()
    read = read_target_rows(arguments.list, mapping, region=arguments.region, progress=terminal_progress())
    extract = open_extract(arguments.extract)
    print(
        f"{arguments.extract.name}: {len(extract.voters):,} voters, signed by {extract.signer.fingerprint}, "
        f"expires {extract.manifest.expires}",
        file=sys.stderr,
    )
    list_id = TargetListId(arguments.id or slug(name))
    resolution = resolve(list_id, name, read.rows, extract.voters, progress=terminal_progress())
    tell(arguments.list.name, read, resolution)
    if arguments.unresolved is not None:
        write_text(arguments.unresolved, unresolved_csv(resolution))
    found = resolution.target_list
    if not found.voters and not found.entries:
        raise KnownError("Nobody on this list can be suggested.", "Check the list and the extract.")
    write_text(arguments.out, msgspec.json.encode(found).decode() + "\n")
    print(f"{arguments.out}: {len(found.voters):,} voters, {len(found.entries):,} entries")
    return 0


def slug(name: str) -> str:
    """A name as an id: lower case words with hyphens."""
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-") or "targets"


def tell(file: str, read: "TargetRows", resolution: "Resolution") -> None:
    """What became of the rows, on standard error."""
    for problem in read.problems:
        where = f" line {problem.line}:" if problem.line else ""
        print(f"{file}:{where} {problem.reason}", file=sys.stderr)
    for column in resolution.id_columns:
        state = "" if column.believed else "; they are not this extract's ids, so they were not used"
        print(
            f"{column.name}: {column.rows:,} rows, {column.found:,} in the extract, {column.agreeing:,} with the same "
            f"name{state}",
            file=sys.stderr,
        )
    for row, _ in resolution.other_names[:MOST_TOLD]:
        print(f"{file}: line {row.line}: The id is of a voter with another name; the id counts.", file=sys.stderr)
    if len(resolution.other_names) > MOST_TOLD:
        print(
            f"{file}: {len(resolution.other_names) - MOST_TOLD:,} more such rows; the file after --unresolved has all.",
            file=sys.stderr,
        )
    from f2f_desktop.organizer.target_lists import Why

    whys = Counter(each.why for each in resolution.unresolved)
    lost = sum(not each.travels for each in resolution.unresolved) - whys[Why.REPEATED]
    lines = [
        f"{len(read.rows):,} rows: {resolution.by_id:,} found by id, {resolution.by_match:,} by what they say",
        *(f"  {count:,}: {why}" for why, count in whys.most_common()),
        *([f"  {lost:,} of these lack a valid phone number or a name, and cannot be suggested"] if lost else []),
        f"script variables: {', '.join(read.variables) or 'none'}",
    ]
    print("\n".join(lines), file=sys.stderr)


def unresolved_csv(resolution: "Resolution") -> str:
    """The rows that are no voters of the list, with the reason and the nearest voters, and those whose id and name
    disagree; by line, and safe to open in a spreadsheet."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(UNRESOLVED_COLUMNS)
    rows = [
        (each.row, str(each.why), each.other_line, each.travels, _near(each)) for each in resolution.unresolved
    ]
    rows += [(row, OTHER_NAME, 0, False, [voter_id, "", "", ""]) for row, voter_id in resolution.other_names]
    for row, why, other_line, travels, near in sorted(rows, key=lambda each: each[0].line):
        name = row.contact.name
        cells = map(_safe, (name.given, name.family, row.phone, why))
        writer.writerow((row.line, *cells, other_line or "", "yes" if travels else "no", *near))
    return text.getvalue()


def _near(unresolved: "Unresolved") -> list[str]:
    """Id and probability of the likeliest voter and of the runner-up."""
    cells = []
    for voter in (unresolved.likeliest, unresolved.runner_up):
        cells += [voter.voter_id, f"{voter.probability:.6f}"] if voter else ["", ""]
    return cells


def _safe(text: str) -> str:
    """No cell is taken for a formula; a phone number may begin with its plus."""
    return f"'{text}" if text[:1] in ("=", "@", "-") or re.match(r"\+[^0-9]", text) else text
