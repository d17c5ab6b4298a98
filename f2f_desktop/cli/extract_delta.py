"""`f2f-desktop extract delta` and `extract apply`: the few rows that change, instead of the whole extract again."""

import argparse
from pathlib import Path
from typing import Any


def add_commands(commands: "argparse._SubParsersAction[Any]") -> None:
    """Declares both commands."""
    delta = commands.add_parser(
        "delta", help="make an update from one extract to the next", description="Make an update of an extract."
    )
    delta.add_argument("old", type=Path, metavar="OLD.f2fx", help="the extract that the volunteers have")
    delta.add_argument("new", type=Path, metavar="NEW.f2fx", help="the extract that they are to have")
    delta.add_argument("--out", required=True, type=Path, metavar="FILE.f2fd")
    apply = commands.add_parser(
        "apply", help="make the new extract from the old one and an update", description="Apply an update."
    )
    apply.add_argument("old", type=Path, metavar="OLD.f2fx")
    apply.add_argument("delta", type=Path, metavar="FILE.f2fd")
    apply.add_argument("--out", required=True, type=Path, metavar="NEW.f2fx")


def make(arguments: argparse.Namespace) -> int:
    """Makes an update."""
    from f2f_desktop.voterfile.delta_making import make_delta
    from f2f_desktop.voterfile.replacing import check_folder, replacing

    check_folder(arguments.out)
    content = make_delta(arguments.old, arguments.new)
    with replacing(arguments.out) as file:
        file.write(content)
    whole = arguments.new.stat().st_size
    print(f"{arguments.out}: {len(content):,} bytes, {len(content) / whole:.1%} of {arguments.new.name}")
    return 0


def apply(arguments: argparse.Namespace) -> int:
    """Applies an update."""
    from f2f_desktop.voterfile.archive import read_file
    from f2f_desktop.voterfile.delta_applying import apply_delta
    from f2f_desktop.voterfile.opening import read_manifest
    from f2f_desktop.voterfile.replacing import check_folder, replacing

    check_folder(arguments.out)
    content = apply_delta(read_file(arguments.old), read_file(arguments.delta))
    manifest, signer = read_manifest(content)
    with replacing(arguments.out) as file:
        file.write(content)
    print(
        f"{arguments.out}: {manifest.count:,} voters, {len(content):,} bytes, expires {manifest.expires}, "
        f"signed by {signer.fingerprint}"
    )
    return 0
