"""`f2f-desktop extract cut` and `extract info`."""

import argparse
import datetime as dt
import sys
from pathlib import Path

import msgspec

from f2f_desktop.errors import KnownError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what follows `extract`."""
    commands = parser.add_subparsers(dest="step", required=True, metavar="cut|info")
    cut = commands.add_parser("cut", help="cut an extract from voter files", description="Cut an extract.")
    cut.add_argument(
        "voters", nargs="+", type=Path, metavar="VOTERS", help="voter files, or the ZIPs they came in"
    )
    cut.add_argument("--history", nargs="+", type=Path, default=[], metavar="FILE", help="who voted when")
    cut.add_argument("--layout", default="auto", metavar="auto|NAME|FILE.toml", help="layout, or a mapping file")
    cut.add_argument(
        "--district", action="append", default=[], metavar="KIND=CODE", help="only voters who live there"
    )
    cut.add_argument("--columns", metavar="A,B,...", help="columns that may be in the extract (default: all)")
    cut.add_argument("--expires", type=dt.date.fromisoformat, metavar="YYYY-MM-DD", help="default: in 60 days")
    cut.add_argument(
        "--key", type=Path, metavar="FILE", help="signing key (32 bytes); default: one for the occasion"
    )
    cut.add_argument("--out", required=True, type=Path, metavar="FILE.f2fx")
    info = commands.add_parser("info", help="say what an extract holds", description="Say what an extract holds.")
    info.add_argument("file", type=Path, metavar="FILE.f2fx")
    info.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Cuts or describes an extract."""
    return _cut(arguments) if arguments.step == "cut" else _info(arguments)


def _cut(arguments: argparse.Namespace) -> int:
    from f2f_desktop.campaign.filters import District
    from f2f_desktop.events.signing import SigningKey
    from f2f_desktop.voterfile.columns import COLUMNS
    from f2f_desktop.voterfile.cutting import DEFAULT_DAYS, CutRequest, cut_extract

    districts = []
    for text in arguments.district:
        kind, equals, code = text.partition("=")
        if not equals or not kind.strip() or not code.strip():
            print(f"f2f-desktop: --district wants KIND=CODE, such as county=WAKE, not {text}.", file=sys.stderr)
            return 2
        districts.append(District(kind.strip(), code.strip()))
    columns = tuple(name.strip() for name in arguments.columns.split(",")) if arguments.columns else COLUMNS
    unknown = [name for name in columns if name not in COLUMNS]
    if unknown:
        print(f"f2f-desktop: no such column: {', '.join(unknown)}. Known: {', '.join(COLUMNS)}.", file=sys.stderr)
        return 2
    if arguments.key is None:
        key = SigningKey.generate()
    else:
        try:
            key = SigningKey.from_bytes(arguments.key.read_bytes())
        except OSError as error:
            raise KnownError(f"{arguments.key} cannot be read.", "Name the file of the signing key.") from error
    expires = arguments.expires or dt.datetime.now(dt.UTC).date() + dt.timedelta(days=DEFAULT_DAYS)
    request = CutRequest(
        voters=tuple(arguments.voters),
        history=tuple(arguments.history),
        layout=arguments.layout,
        districts=tuple(districts),
        columns=columns,
        expires=expires,
    )
    report = cut_extract(request, arguments.out, key, progress=_on_terminal)
    print(f"Layout: {report.layout} ({report.confidence:.0%} sure: {report.reason})", file=sys.stderr)
    print(f"Rows read: {report.rows:,}; kept: {report.kept:,}", file=sys.stderr)
    for reason, count in sorted(report.dropped.items(), key=lambda each: -each[1]):
        print(f"  left out, {reason}: {count:,}", file=sys.stderr)
    if report.elections:
        years = ", ".join(str(day) for day in report.elections)
        print(f"Votes counted: {report.votes:,}; general elections: {years}", file=sys.stderr)
    if not report.kept:
        arguments.out.unlink(missing_ok=True)
        raise KnownError(
            "No voter is left, so there is no extract.", "Check the file, its layout and the districts."
        )
    size = arguments.out.stat().st_size
    print(
        f"{arguments.out}: {report.kept:,} voters, {size:,} bytes ({size / report.kept:.1f} a voter), "
        f"expires {expires}, signed by {key.public.fingerprint}"
    )
    return 0


def _on_terminal(done: int, total: int) -> None:
    if sys.stderr.isatty() and total:
        print(f"\r{done * 100 // total:3d} %", end="\r", file=sys.stderr)


def _info(arguments: argparse.Namespace) -> int:
    from f2f_desktop.voterfile.opening import open_extract

    extract = open_extract(arguments.file)
    manifest = extract.manifest
    if arguments.format == "json":
        sys.stdout.buffer.write(msgspec.json.encode(manifest) + b"\n")
        return 0
    voters = extract.voters
    print(f"{arguments.file.name}: an extract of {len(voters):,} voters")
    print(f"  layout     {manifest.layout}")
    print(f"  created    {manifest.created:%Y-%m-%d}")
    print(f"  expires    {manifest.expires}")
    print(f"  signed by  {extract.signer.fingerprint}")
    print(f"  columns    {', '.join([*voters.texts, *voters.numbers])}")
    for kind, column in voters.districts.items():
        codes = sorted(filter(None, column.values))
        print(f"  {kind}: {', '.join(codes[:12])}{', ...' if len(codes) > 12 else ''}")
    if manifest.districts:
        print(f"  cut to     {', '.join(f'{each.kind}={each.code}' for each in manifest.districts)}")
    return 0
