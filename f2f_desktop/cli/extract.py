"""`f2f-desktop extract`: count first, cut one, say what one holds, make an update of one, apply an update."""

import argparse
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from f2f_desktop.cli import extract_delta
from f2f_desktop.cli.terminal import ended_in_order, write_out

if TYPE_CHECKING:
    from f2f_desktop.campaign.filters import District
    from f2f_desktop.voterfile.counting import CountReport
    from f2f_desktop.voterfile.cutting import CutReport
    from f2f_desktop.voterfile.manifest import Manifest
    from f2f_desktop.voterfile.national import NationalNames
    from f2f_desktop.voterfile.opening import Signer

_SHOWN = 3
"""Districts of each kind that a count of all kinds names."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what follows `extract`."""
    commands = parser.add_subparsers(dest="step", required=True, metavar="count|cut|info|delta|apply")
    count = commands.add_parser(
        "count",
        help="count who would be in an extract, before cutting it",
        description="Count the voters that a cut would keep, and those in each district; nothing is written.",
    )
    _add_files(count)
    count.add_argument(
        "--by",
        action="append",
        default=[],
        metavar="KIND",
        help="count each district of this kind; repeatable; all: every kind that the file has, in short",
    )
    count.add_argument("--format", choices=("text", "json"), default="text")
    cut = commands.add_parser(
        "cut",
        help="cut an extract from voter files",
        description="Cut an extract.",
        epilog=_columns_in_words(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_files(cut)
    cut.add_argument(
        "--history", nargs="+", action="extend", type=Path, default=[], metavar="FILE", help="who voted when"
    )
    cut.add_argument(
        "--columns",
        metavar="A,B,...",
        help="columns and kinds of districts that may be in the extract (“districts”: the usual kinds; others by"
        " their names); default: all columns, the usual kinds. Ids and names are always in",
    )
    cut.add_argument(
        "--elections", type=int, default=4, metavar="N", help="general elections that count for voter frequency"
    )
    cut.add_argument(
        "--national-names", type=Path, metavar="FILE.csv", help="names' frequencies in the whole country, to carry"
    )
    cut.add_argument("--expires", type=_day, metavar="YYYY-MM-DD", help="last day of use; default: in 60 days")
    cut.add_argument(
        "--key", type=Path, metavar="FILE", help="signing key (32 bytes); default: one for the occasion"
    )
    cut.add_argument("--out", type=Path, metavar="FILE.f2fx", help="the extract")
    cut.add_argument(
        "--propose-mapping",
        type=Path,
        metavar="FILE.toml",
        help="cut nothing, but write a mapping file for the voter file, guessed, to be looked through",
    )
    info = commands.add_parser("info", help="say what an extract holds", description="Say what an extract holds.")
    info.add_argument("file", type=Path, metavar="FILE.f2fx")
    info.add_argument("--format", choices=("text", "json"), default="text")
    extract_delta.add_commands(commands)


def _add_files(parser: argparse.ArgumentParser) -> None:
    """What counting and cutting have in common."""
    parser.add_argument(
        "voters", nargs="+", type=Path, metavar="VOTERS", help="voter files, or the ZIPs they came in"
    )
    parser.add_argument(
        "--layout", default="auto", metavar="auto|NAME|FILE.toml", help="layout, or a mapping file"
    )
    parser.add_argument(
        "--district",
        action="append",
        default=[],
        metavar="KIND=CODE",
        help="only voters who live there: any kind of district that the file has (count lists them); codes of one"
        " kind are alternatives, different kinds must all hold",
    )


def _columns_in_words() -> str:
    from f2f_desktop.voterfile.uses import USES

    lines = [f"  {name:<15} {use}" for name, use in USES.items()]
    return "\n".join(["columns, and what each is for:", *lines, "  districts       shown, and filters"])


def run(arguments: argparse.Namespace) -> int:
    """Counts, cuts or describes an extract."""
    steps = {
        "count": _count,
        "cut": _cut,
        "info": _info,
        "delta": extract_delta.make,
        "apply": extract_delta.apply,
    }
    with ended_in_order():
        return steps[arguments.step](arguments)


def _count(arguments: argparse.Namespace) -> int:
    from f2f_desktop.voterfile.counting import EVERY_KIND
    from f2f_desktop.voterfile.cutting import CutRequest, count_voters

    districts = _districts(arguments.district)
    if isinstance(districts, str):
        return _usage(districts)
    request = CutRequest(
        voters=tuple(arguments.voters), layout=arguments.layout, districts=districts, expires=date.max
    )
    shown = _Progress()
    report = count_voters(request, arguments.by, progress=shown.step, counted=shown.count)
    if arguments.format == "json":
        write_out([msgspec.json.encode(report), b"\n"])
        return 0
    where = ", ".join(f"{each.kind}={each.code}" for each in districts) or "the whole file"
    lines = [
        f"{report.layout} ({report.certainty} %): {report.why}",
        *report.notes,
        f"Rows: {report.rows:,}; would be kept of {where}: {report.kept:,}",
        *(f"  left out, {reason}: {count:,}" for reason, count in report.dropped.items()),
        f"May be cut by: {', '.join(report.kinds) or 'no district'}",
    ]
    if report.only_asked:
        lines.append(f"Of these only in an extract whose --columns name them: {', '.join(report.only_asked)}")
    if EVERY_KIND in arguments.by:
        lines += _in_short(report)
    for kind, places in report.by.items() if EVERY_KIND not in arguments.by else ():
        lines.append(f"By {kind}:")
        width = max((len(place.code) for place in places), default=0)
        for place in places:
            name = place.name if place.name != place.code else ""
            lines.append(f"  {place.code or '(none)':<{max(width, 6)}}  {place.voters:>11,}  {name}".rstrip())
    lines += ["Columns for --columns, and what each is for:"]
    lines += [f"  {name:<15} {use}" for name, use in report.columns.items()]
    print("\n".join(lines))
    return 0


def _in_short(report: "CountReport") -> list[str]:
    """A line for each kind of district: how many there are, how many voters live in one, and the largest."""
    lines = [f"By every kind ({'districts':>9}  {'voters in one':>13}  the largest):"]
    width = max(map(len, report.by), default=0)
    for kind, places in report.by.items():
        named = sorted((place for place in places if place.code or place.name), key=lambda place: -place.voters)
        largest = ", ".join(f"{place.code or place.name} ({place.voters:,})" for place in named[:_SHOWN])
        voters = sum(place.voters for place in named)
        lines.append(f"  {kind:<{width}}  {len(named):>9,}  {voters:>13,}  {largest}".rstrip())
    return lines


def _districts(texts: list[str]) -> "tuple[District, ...] | str":
    """What `--district` asks for, or what is wrong with it."""
    from f2f_desktop.campaign.filters import District

    districts = []
    for text in texts:
        kind, _, code = text.partition("=")
        if not kind.strip() or not code.strip():
            return f"--district wants KIND=CODE, such as county=WAKE, not {text}."
        districts.append(District(kind.strip().casefold(), code.strip()))
    return tuple(districts)


def _cut(arguments: argparse.Namespace) -> int:
    from f2f_desktop.voterfile.cutting import DEFAULT_DAYS, CutRequest, cut_extract
    from f2f_desktop.voterfile.errors import ColumnUnknown
    from f2f_desktop.voterfile.frequency import MAX_ELECTIONS
    from f2f_desktop.voterfile.national import read_national_names

    if arguments.propose_mapping is not None:
        return _propose(arguments.voters, arguments.propose_mapping)
    if arguments.out is None:
        return _usage("--out FILE.f2fx says where the extract goes.")
    if not 1 <= arguments.elections <= MAX_ELECTIONS:
        return _usage(f"--elections wants a number from 1 to {MAX_ELECTIONS}.")
    districts = _districts(arguments.district)
    if isinstance(districts, str):
        return _usage(districts)
    columns = None
    if arguments.columns is not None:
        columns = [name.strip() for name in arguments.columns.split(",") if name.strip()]
    today = datetime.now(UTC).astimezone().date()
    expires = arguments.expires or today + timedelta(days=DEFAULT_DAYS)
    if expires < today:
        return _usage(f"--expires {expires} is over already.")
    national = None
    if arguments.national_names is not None:
        national, problems = read_national_names(arguments.national_names)
        print("\n".join(problems), end="\n" if problems else "", file=sys.stderr)
    request = CutRequest(
        voters=tuple(arguments.voters),
        history=tuple(arguments.history),
        layout=arguments.layout,
        districts=districts,
        columns=tuple(columns) if columns is not None else None,
        elections=arguments.elections,
        expires=expires,
        national=national,
    )
    from f2f_desktop.cli.signing_keys import read_signing_key
    from f2f_desktop.events.signing import SigningKey

    shown = _Progress()
    key = read_signing_key(arguments.key) if arguments.key else SigningKey.generate()
    try:
        report = cut_extract(request, arguments.out, key, progress=shown.step, counted=shown.count)
    except ColumnUnknown as error:
        return _usage(f"--columns: {error}")
    _tell(report)
    print(_summary(arguments.out, report))
    return 0


def _propose(voters: list[Path], mapping: Path) -> int:
    """Writes a mapping file for the first of the voter files."""
    from f2f_desktop.voterfile.forms import Beginning
    from f2f_desktop.voterfile.proposing import NEEDED, propose_mapping, write_mapping
    from f2f_desktop.voterfile.raw import raw_files

    raw = raw_files(voters[0])[0]
    proposal = propose_mapping(Beginning.of(raw), Path(raw.name).stem)
    write_mapping(proposal, mapping)
    guessed = f"with {len(proposal.found)} columns guessed:" if proposal.found else "in which nothing is guessed:"
    print(f"{mapping}: a proposal for {raw.name}, {guessed}")
    for ours, theirs in proposal.found.items():
        print(f"  {ours:<18} {theirs}")
    if proposal.found:
        print(f"Who is registered: {proposal.status or 'NO COLUMN FOUND that tells it; see [status]'}")
        print(f"Who is confidential: {proposal.secret or 'NO COLUMN FOUND that tells it; see [confidential]'}")
    if not proposal.header:
        print("Its first line names no columns: the guesses rest on values alone.")
    if proposal.missing:
        print(
            f"Not found: {', '.join(proposal.missing)}. If the file has them, name their columns under [columns]."
        )
    if lacking := [name for name in NEEDED if name in proposal.missing]:
        print(
            f"It cannot be used before [columns] names {' and '.join(lacking)} (help: “Voter files: the mapping file”)."
        )
    if not proposal.found:
        print("No column has a name or values that are known. Is this a voter file, one record a line?")
    print(f"Look through it, correct it, and cut with --layout {mapping}")
    return 0


def _usage(what: str) -> int:
    print(f"f2f-desktop: {what}", file=sys.stderr)
    return 2


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2026-11-03") from None


class _Progress:
    """Tells progress on standard error, where somebody looks at it: how far it is, and the rows that were read."""

    def __init__(self) -> None:
        self._rows = 0

    def count(self, rows: int) -> None:
        """So many more rows were read."""
        self._rows += rows

    def step(self, done: int, total: int) -> None:
        """So much of the whole is done."""
        if sys.stderr.isatty():
            told = f"{done * 100 // max(1, total):3d} %, {self._rows:,} rows"
            print(f"\r{told}" if done < total else "\r\033[K", end="", file=sys.stderr, flush=True)


def _tell(report: "CutReport") -> None:
    """What became of the rows, on standard error."""
    lines = [
        f"Layout: {report.layout} ({report.certainty} %): {report.why}",
        *report.notes,
        f"Rows read: {report.rows:,}; kept: {report.kept:,}"
        + f"; mended: {report.mended:,}" * bool(report.mended),
        *(f"  left out, {reason}: {count:,}" for reason, count in report.dropped.items()),
    ]
    if report.elections:
        days = ", ".join(day.isoformat() for day in report.elections)
        lost = f" ({report.history_lost:,} damaged)" if report.history_lost else ""
        lines += [
            f"History rows read: {report.history_rows:,}{lost}",
            f"General elections: {days}; votes in them: {report.votes:,}",
        ]
    print("\n".join(lines), file=sys.stderr)


def _summary(path: Path, report: "CutReport") -> str:
    from f2f_desktop.events.signing import PublicKey

    size = path.stat().st_size
    return (
        f"{path}: {report.kept:,} voters, {size:,} bytes ({size / report.kept:.1f} a voter), expires "
        f"{report.manifest.expires}, signed by {PublicKey.from_bytes(report.manifest.signer).fingerprint}"
    )


def _info(arguments: argparse.Namespace) -> int:
    """Describes an extract after it was opened whole: what is described is not damaged. Expired ones are."""
    from f2f_desktop.voterfile.opening import open_extract, read_manifest

    manifest, signer = read_manifest(arguments.file)
    size = arguments.file.stat().st_size
    expired = manifest.expires < datetime.now(UTC).astimezone().date()
    voters = open_extract(arguments.file, today=manifest.expires if expired else None).voters
    if arguments.format == "json":
        write_out([msgspec.json.encode(_described(manifest, signer, expired) | {"size": size}), b"\n"])
        return 0
    rows = {
        "layout": manifest.layout,
        "campaign": manifest.campaign_name or "none",
        "cut to": ", ".join(f"{each.kind}={each.code}" for each in manifest.districts) or "the whole file",
        "created": f"{manifest.created:%Y-%m-%d %H:%M} UTC",
        "expires": f"{manifest.expires}{' (over)' if expired else ''}",
        "signed by": signer.fingerprint,
        "size": f"{size:,} bytes, {size / max(1, manifest.count):.1f} a voter",
        "columns": ", ".join([*voters.texts, *voters.numbers]),
        "elections": ", ".join(day.isoformat() for day in manifest.elections) or "none",
        "national": "no names" if voters.national is None else _names(voters.national),
    }
    if reading := manifest.reading:
        dropped = ", ".join(f"{reason} {count:,}" for reason, count in reading.dropped.items())
        rows["layout"] += f" ({reading.certainty} %): {reading.why}"
        rows["rows"] = f"{reading.rows:,} read, {manifest.count:,} kept, {reading.mended:,} mended"
        rows["left out"] = dropped or "none"
        if reading.history_rows:
            rows["history"] = f"{reading.history_rows:,} rows read, {reading.history_lost:,} damaged"
    print(f"{arguments.file.name}: an extract of {manifest.count:,} voters")
    for name, text in rows.items():
        print(f"  {name:<10} {text}")
    for kind, column in voters.districts.items():
        codes = sorted(filter(None, column.values))
        print(f"  {kind + ':':<18} {', '.join(codes[:12])}{', ...' if len(codes) > 12 else ''}")
    return 0


def _names(national: "NationalNames") -> str:
    return f"{len(national.surnames):,} surnames, {len(national.given_names):,} given names"


def _described(manifest: "Manifest", signer: "Signer", expired: bool) -> dict[str, object]:
    """The manifest for scripts: the key as its fingerprint too, the parts as their sizes."""
    fields: dict[str, object] = msgspec.to_builtins(manifest)
    columns = [{"name": each.name, "role": each.role, "size": each.size} for each in manifest.columns]
    return fields | {"columns": columns, "fingerprint": signer.fingerprint, "expired": expired}
