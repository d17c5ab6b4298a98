"""`f2f-desktop targets resolve`: a campaign's list of people against an extract."""

import argparse
import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from f2f_desktop.cli.terminal import counted, terminal_progress, write_bytes, write_text
from f2f_desktop.errors import KnownError

if TYPE_CHECKING:
    from f2f_desktop.campaign.ids import TargetListId
    from f2f_desktop.campaign.targets import TargetList
    from f2f_desktop.organizer.target_lists import Resolution, Unresolved
    from f2f_desktop.organizer.target_rows import TargetRows

UNRESOLVED_COLUMNS = (
    *("line", "first_name", "last_name", "phone", "why", "other_line", "travels", "kept_back"),
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
    resolve.add_argument("--out", type=Path, metavar="FILE.json", help="the resolved list by itself")
    resolve.add_argument(
        "--bundle",
        type=Path,
        metavar="FILE.f2fbundle",
        help="the campaign file that gets the list, in its next version; one that is not there becomes a new campaign "
        "with one action",
    )
    resolve.add_argument(
        "--key",
        type=Path,
        metavar="FILE",
        help="the campaign's signing key (32 bytes), for --bundle; made for a new campaign if it is not there",
    )
    resolve.add_argument(
        "--campaign",
        default="",
        metavar="ID",
        help="with a --bundle that is not there: the id that hub init has given the campaign; default: made up",
    )
    resolve.add_argument(
        "--action",
        action="append",
        default=[],
        metavar="ID",
        help="the action of --bundle that suggests the list; may be repeated; default: those that suggest it now, or "
        "the only open one",
    )
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

    if arguments.out is None and arguments.bundle is None:
        print("targets resolve wants --out or --bundle: where the list goes.", file=sys.stderr)
        return 2
    if arguments.bundle is not None and arguments.key is None:
        print("--bundle wants --key: the file of the campaign's signing key.", file=sys.stderr)
        return 2
    name = arguments.name or arguments.list.stem
    list_id = TargetListId(arguments.id or slug(name))
    publish = _publishing(arguments, list_id, name) if arguments.bundle is not None else None
    mapping = read_target_mapping(arguments.mapping) if arguments.mapping else TargetMapping()
    read = read_target_rows(arguments.list, mapping, region=arguments.region, progress=terminal_progress())
    extract = open_extract(arguments.extract)
    print(
        f"{arguments.extract.name}: {len(extract.voters):,} voters, signed by {extract.signer.fingerprint}, "
        f"expires {extract.manifest.expires}",
        file=sys.stderr,
    )
    resolution = resolve(list_id, name, read.rows, extract.voters, progress=terminal_progress())
    tell(arguments.list.name, read, resolution)
    if arguments.unresolved is not None:
        write_text(arguments.unresolved, unresolved_csv(resolution))
    found = resolution.target_list
    if not found.voters and not found.entries:
        raise KnownError("Nobody on this list can be suggested.", "Check the list and the extract.")
    if arguments.out is not None:
        write_text(arguments.out, msgspec.json.encode(found).decode() + "\n")
        print(f"{arguments.out}: {_told(found)}")
    if publish is not None:
        publish(found)
    return 0


def _told(found: "TargetList") -> str:
    """What a list holds: `12 voters and 3 people who are not in the file`."""
    people = "person" if len(found.entries) == 1 else "people"
    return f"{counted(len(found.voters), 'voter')} and {len(found.entries):,} {people} not in the file"


def _publishing(
    arguments: argparse.Namespace, list_id: "TargetListId", name: str
) -> "Callable[[TargetList], None]":
    """What writes the list into the campaign file. Whatever is wrong with that is raised now, not after the work."""
    from f2f_desktop.campaign.ids import ActionId
    from f2f_desktop.cli.signing_keys import new_signing_key, read_signing_key
    from f2f_desktop.organizer.campaign_files import (
        new_campaign,
        read_campaign,
        signed,
        suggesting,
        with_target_list,
    )

    is_new = not arguments.bundle.exists()
    key = None if is_new and not arguments.key.exists() else read_signing_key(arguments.key)
    if is_new or key is None:
        campaign = new_campaign(list_id, name, arguments.region, arguments.campaign)
    else:
        campaign = read_campaign(arguments.bundle, key)
    actions = suggesting(campaign, list_id, [ActionId(each) for each in arguments.action])

    def publish(found: "TargetList") -> None:
        own = key or new_signing_key(arguments.key)
        after = with_target_list(campaign, found, actions)
        write_bytes(arguments.bundle, signed(after, own, arguments.bundle.name))
        if key is None:
            print(f"{arguments.key}: a new key; keep it secret, every later version needs it", file=sys.stderr)
        print(
            f"{arguments.bundle}: {after.name}, version {after.version}, {_told(found)} "
            f"suggested by {', '.join(actions)}; signed by {own.public.fingerprint}"
        )

    return publish


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
    from f2f_desktop.organizer.target_lists import KeptBack

    whys = Counter(each.why for each in resolution.unresolved)
    kept_back = Counter(each.kept_back for each in resolution.unresolved)
    lines = [
        f"{len(read.rows):,} rows: {resolution.by_id:,} found by id, {resolution.by_match:,} by what they say",
        *(f"  {count:,}: {why}" for why, count in whys.most_common()),
        *(
            f"  {kept_back[each]:,} of these cannot be suggested: {each}"
            for each in (KeptBack.NO_PHONE, KeptBack.BAD_PHONE, KeptBack.NO_NAME)
            if kept_back[each]
        ),
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
        (each.row, str(each.why), each.other_line, each.travels, each.kept_back or "", _near(each))
        for each in resolution.unresolved
    ]
    rows += [(row, OTHER_NAME, 0, False, "", [voter_id, "", "", ""]) for row, voter_id in resolution.other_names]
    for row, why, other_line, travels, kept_back, near in sorted(rows, key=lambda each: each[0].line):
        name = row.contact.name
        number = row.phone or next((phone.original for phone in row.contact.phones), "")
        cells = map(_safe, (name.given, name.family, number, why))
        writer.writerow((row.line, *cells, other_line or "", "yes" if travels else "no", kept_back, *near))
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
