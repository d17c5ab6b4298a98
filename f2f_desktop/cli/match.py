"""`f2f-desktop match`: every card of an address book against an extract, one row each, in the order of the input."""

import argparse
import csv
import io
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from f2f_desktop.cli.terminal import counted, write_out, write_text
from f2f_desktop.contacts.model import Contact
from f2f_desktop.errors import KnownError
from f2f_desktop.matching.model import Match, MatchStatus

COLUMNS = (
    "contact_uid",
    "contact_name",
    "voter_id",
    "probability",
    "status",
    "runner_up_id",
    "runner_up_probability",
    "evidence",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what follows `match`."""
    from f2f_desktop.cli.contacts import region

    parser.add_argument("contacts", nargs="+", type=Path, metavar="CONTACTS", help="address books: vCard or CSV")
    parser.add_argument("--extract", required=True, type=Path, metavar="FILE.f2fx")
    parser.add_argument("--out", type=Path, metavar="FILE.csv", help="default: standard output")
    parser.add_argument(
        "--region",
        type=region,
        default="US",
        metavar="CC",
        help="region of phone numbers without a country code (default: US)",
    )
    parser.add_argument(
        "--mapping", type=Path, metavar="FILE.toml", help="what the columns of an unknown table hold"
    )


def run(arguments: argparse.Namespace) -> int:
    """Matches and writes the rows; 1 if no contact could be read."""
    from f2f_desktop.cli.contacts import read_files, read_mapping
    from f2f_desktop.matching.index import VoterIndex
    from f2f_desktop.matching.match import match
    from f2f_desktop.voterfile.opening import open_extract

    mapping = read_mapping(arguments.mapping) if arguments.mapping else None
    contacts = read_files(arguments.contacts, arguments.region, mapping)
    extract = open_extract(arguments.extract)
    print(
        f"{arguments.extract.name}: {len(extract.voters):,} voters, signed by {extract.signer.fingerprint}, "
        f"expires {extract.manifest.expires}",
        file=sys.stderr,
    )
    if not contacts:
        raise KnownError("No contact could be read.", "Check the files that are named above.")
    answers = match(contacts, VoterIndex.build(extract.voters))
    text = _as_csv(contacts, answers)
    if arguments.out is None:
        write_out([text.encode()])
    else:
        write_text(arguments.out, text)
    counts = Counter(answer.status for answer in answers)
    words = ", ".join(f"{counts[status]} {status}" for status in MatchStatus)
    print(f"{counted(len(contacts), 'contact')}: {words}", file=sys.stderr)
    return 0


def _as_csv(contacts: Sequence[Contact], answers: Sequence[Match]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for contact, answer in zip(contacts, answers, strict=True):
        unmatched = answer.status is MatchStatus.UNMATCHED
        best = None if unmatched else answer.best
        runner_up = answer.best if unmatched else answer.runner_up
        writer.writerow(
            (
                answer.contact_uid,
                contact.name.full or contact.organization,
                best.voter_id if best else "",
                f"{best.probability:.6f}" if best else f"{answer.not_in_file:.6f}",
                answer.status,
                runner_up.voter_id if runner_up else "",
                f"{runner_up.probability:.6f}" if runner_up else "",
                "; ".join(f"{e.field} {e.level} {e.weight:+.1f}" for e in best.evidence) if best else "",
            )
        )
    return text.getvalue()
