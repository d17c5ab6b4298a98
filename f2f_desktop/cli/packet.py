"""`f2f-desktop packet`: reports out of a vault as signed files, and other laptops' carried to the hub."""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from f2f_desktop.cli.opening import opened
from f2f_desktop.cli.terminal import counted
from f2f_desktop.cli.verbs import add_vault_folder, add_verb
from f2f_desktop.errors import KnownError
from f2f_desktop.events.envelope import Event
from f2f_desktop.events.facts import type_of
from f2f_desktop.events.signing import PublicKey
from f2f_desktop.protocol.packet import SUFFIX, Packet, read_packet
from f2f_desktop.protocol.receipts import SUFFIX as RECEIPTS
from f2f_desktop.protocol.receipts import is_receipts
from f2f_desktop.protocol.sealing import is_sealed
from f2f_desktop.workspace import VolunteerServices, Workspace, default_folder

MAX_FILE = 256 * 1024 * 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares `packet export`, `import`, `receipts` and `inspect`."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    export = add_verb(
        verbs,
        "export",
        help="write what waits in a vault to a signed file",
        description="Writes every event without a receipt to a signed file. Doing it again repeats them: with the "
        "same ids, and no harm. Where the vault has joined a hub, the file is sealed: only that hub can read it.",
    )
    export.add_argument("--out", type=Path, required=True, metavar=f"FILE{SUFFIX}")
    taking = add_verb(
        verbs,
        "import",
        help="carry packets to the hub, take receipts; without a hub: say what is in packets",
        description="In a vault that has joined a hub, packets of other laptops are taken along, sealed, and handed "
        f"to the hub with the next `sync now`; receipts ({RECEIPTS}) that come back for this laptop are believed. "
        "Without a vault, or before it has joined: as `packet inspect`.",
    )
    receipts = add_verb(verbs, "receipts", help="write the receipts for what was carried to a file")
    receipts.add_argument("--out", type=Path, required=True, metavar=f"FILE{RECEIPTS}")
    inspect = add_verb(
        verbs,
        "inspect",
        help="check packets and say what is in them",
        description="Checks the signatures of packets and says what is in them: events by type, and gaps in each "
        "stream. The same event in several files counts once.",
    )
    for verb in (taking, inspect):
        verb.add_argument("files", nargs="+", metavar=f"FILE{SUFFIX}", type=Path)
    add_vault_folder((export, taking, receipts))


def run(arguments: argparse.Namespace) -> int:
    """Does it; 0 done, 1 nothing usable in the input."""
    if arguments.verb == "inspect":
        return inspect_packets(arguments.files)
    folder: Path = arguments.folder or default_folder()
    if arguments.verb == "export":
        return export_packet(folder, arguments.out)
    if arguments.verb == "receipts":
        return write_receipts(folder, arguments.out)
    return import_files(folder, arguments.files)


def export_packet(folder: Path, out: Path) -> int:
    """Writes the packet of the vault in `folder`. Raises what unlocking and exporting raise."""
    with opened(folder) as services:
        exported = services.packets.export(out)
    sealed = ", sealed to the campaign's hub" if exported.sealed else ""
    print(
        f"{exported.path}: {counted(exported.events, 'event')} (numbers {exported.first} to {exported.last}){sealed}"
    )
    return 0


def write_receipts(folder: Path, out: Path) -> int:
    """Writes the receipts for what the vault in `folder` has carried. Raises what unlocking and writing raise."""
    with opened(folder) as services:
        count = services.carrying.write_receipts(out)
    print(f"{out}: {counted(count, 'receipt')}, to be taken back to the laptops")
    return 0


def import_files(folder: Path, paths: Sequence[Path]) -> int:
    """Takes packets along and believes receipts; without a hub, says what is in the packets."""
    if not Workspace(folder).exists:
        return inspect_packets(paths)
    with opened(folder) as services:
        if services.carrying.joined():
            return _take_files(services, paths)
    return inspect_packets(paths)


def _take_files(services: VolunteerServices, paths: Sequence[Path]) -> int:
    usable = 0
    for path in paths:
        try:
            data = bytes_of(path)
            if is_receipts(data):
                count = services.courier.take_receipts(data)
                waiting = counted(services.courier.standing().waiting, "event")
                print(f"{path.name}: {counted(count, 'receipt')} for this laptop; {waiting} still without one")
            elif services.carrying.take_along(path.name, data):
                print(f"{path.name}: taken along; it is handed to the hub with the next round")
            else:
                print(f"{path.name}: was taken along before")
        except KnownError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
        else:
            usable += 1
    return 0 if usable else 1


def inspect_packets(paths: Sequence[Path]) -> int:
    """Says what is in the packets; 1 if none of them could be read."""
    events: dict[str, Event] = {}
    devices: dict[str, set[str]] = defaultdict(set)
    readable = 0
    for path in paths:
        try:
            packet, inside, device = packet_in(path)
        except KnownError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        readable += 1
        for stream in {packet.stream, *(event.stream for event in inside)}:
            devices[stream].add(device.fingerprint)
        repeated = sum(event.id in events for event in inside)
        events |= {event.id: event for event in inside}
        print_packet(path, packet, inside, device.fingerprint, repeated)
    if readable > 1:
        print(f"together: {counted(len(events), 'different event')}")
    for stream, signers in devices.items():
        seqs = sorted(event.seq for event in events.values() if event.stream == stream)
        missing = gaps(seqs)
        state = f"missing {', '.join(missing)}" if missing else "complete"
        print(f"stream {stream}: numbers {span(seqs)}, {state}")
        if len(signers) > 1:
            print(f"stream {stream}: signed by different keys, which should not happen", file=sys.stderr)
    return 0 if readable else 1


def print_packet(path: Path, packet: Packet, inside: Sequence[Event], fingerprint: str, repeated: int) -> None:
    """One packet: who made it, and its events by type."""
    inside_it = counted(len(inside), "event")
    print(f"{path.name}: {inside_it}, campaign {packet.campaign or 'none'}, signed by {fingerprint}")
    for kind, count in sorted(Counter(type_of(event.fact) for event in inside).items()):
        print(f"  {count:6} {kind}")
    if repeated:
        print(f"  {repeated:6} of them were in an earlier file")


def packet_in(path: Path) -> tuple[Packet, tuple[Event, ...], PublicKey]:
    """The packet in a file, checked. Raises `KnownError` in words."""
    data = bytes_of(path)
    if is_sealed(data):
        raise KnownError(
            "This packet is sealed: only the campaign's hub can read it.",
            "Import it on a laptop that has joined the campaign, or at the hub itself.",
        )
    packet, inside, device = read_packet(data)
    return packet, inside, device


def bytes_of(path: Path) -> bytes:
    """A file's content. Raises `KnownError` in words."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise KnownError("The file is too large for a packet of reports.", "Choose another file.")
        return path.read_bytes()
    except OSError as error:
        raise KnownError("The file cannot be read.", "Check its name, and that you may open it.") from error


def span(seqs: Sequence[int]) -> str:
    """`3 to 17`, or `none`."""
    return f"{seqs[0]} to {seqs[-1]}" if seqs else "none"


def gaps(seqs: Iterable[int]) -> list[str]:
    """The numbers missing between the first and the last of `seqs`, which rise: `4`, `7-9`."""
    found, former = [], None
    for seq in seqs:
        if former is not None and seq > former + 1:
            found.append(str(former + 1) if seq == former + 2 else f"{former + 1}-{seq - 1}")
        former = seq
    return found
