"""`f2f-desktop room`: a room at a venue without internet, run by an organizer's laptop, and its way to the hub."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from f2f_desktop.cli.opening import opened
from f2f_desktop.cli.packet import bytes_of
from f2f_desktop.cli.terminal import counted, print_qr, terminal_progress
from f2f_desktop.cli.verbs import add_vault_folder, add_verb
from f2f_desktop.protocol.receipts import SUFFIX as RECEIPTS
from f2f_desktop.protocol.room import SUFFIX, OpenRoom, RoomNotStarted, read_open_room
from f2f_desktop.workspace import HandedOver, RoomStart, VolunteerServices, default_folder

STOP_WITHIN = 20.0
"""Seconds that a room's hub gets to finish what it has begun."""
LOOK_EVERY = 2.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares `room open`, `hand-over`, `export`, `receipts` and `forget`."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    room = add_verb(verbs, "open", help="run a hub for the venue, until Ctrl-C")
    room.add_argument("--address", action="append", default=[], help="this laptop's on the venue's network")
    room.add_argument("--hours", type=float, default=12.0, help="how long the join code is good for")
    room.add_argument("--qr", action="store_true", help="show the invite as a QR code")
    over = add_verb(verbs, "hand-over", help="bring what was done in the room to the campaign's hub")
    export = add_verb(verbs, "export", help="the same by a file, for the campaign's hub to import")
    export.add_argument("--out", type=Path, required=True, metavar=f"FILE{SUFFIX}")
    receipts = add_verb(verbs, "receipts", help="take the receipts that the hub gave for that file")
    receipts.add_argument("file", type=Path, metavar=f"FILE{RECEIPTS}")
    forget = add_verb(verbs, "forget", help="erase the room's data, once the campaign's hub vouches for it")
    add_vault_folder((room, over, export, receipts, forget))


def run(arguments: argparse.Namespace) -> int:
    """Does it; 0 done, 1 something is left."""
    with opened(arguments.folder or default_folder()) as services:
        if arguments.verb == "open":
            return _open(services, arguments)
        if arguments.verb == "forget":
            services.rooms.forget()
            print("the room's data is erased")
            return 0
        with running(services.rooms.prepare_alone()) as room:
            if arguments.verb == "hand-over":
                return _tell(services.rooms.hand_over(room, terminal_progress()))
            if arguments.verb == "receipts":
                return _tell(services.rooms.take_receipts(room, bytes_of(arguments.file)))
            events = services.rooms.export(room, arguments.out)
            print(
                f"{arguments.out}: {counted(events, 'event')}, for the campaign's hub alone to read (hub import)"
            )
    return 0


@contextmanager
def running(start: RoomStart) -> Iterator[OpenRoom]:
    """A room's hub, as a process of its own that ends with this one. Raises `RoomNotStarted`."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log:
        process = subprocess.Popen(  # noqa: S603 - this very program
            [sys.executable, "-m", "f2f_desktop", *start.words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env=os.environ | start.environment,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            if not line:
                log.seek(0)
                said = log.read().strip().splitlines()
                raise RoomNotStarted(*said[-1:])
            yield read_open_room(line)
        finally:
            process.stdin.close()
            try:
                process.wait(STOP_WITHIN)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdout.close()


def _open(services: VolunteerServices, arguments: argparse.Namespace) -> int:
    with running(services.rooms.prepare(tuple(arguments.address), arguments.hours)) as room:
        print(f"address:   {'  or  '.join(room.addresses)}")
        print(f"join code: {room.code}")
        print(room.link)
        if arguments.qr:
            print_qr(room.link)
        filled = services.rooms.fill(room, terminal_progress())
        for label in filled.missing:
            print(f"the extract {label} is not in the room: the campaign's hub was not reached", file=sys.stderr)
        shown = None
        try:
            while True:
                status = services.rooms.status(room)
                if status != shown:
                    print(f"{counted(status.laptops, 'laptop')}, {counted(status.events, 'event')}", flush=True)
                shown = status
                time.sleep(LOOK_EVERY)
        except KeyboardInterrupt:
            print("closed; hand it over: f2f-desktop room hand-over")
    return 0


def _tell(done: HandedOver) -> int:
    print(
        f"{counted(done.laptops, 'laptop')} ({done.new_laptops} new to the hub), {counted(done.events, 'event')}: "
        f"{done.sent} sent now, {done.vouched} vouched for"
    )
    for reason in done.refused:
        print(reason, file=sys.stderr)
    if not done.complete:
        return 1
    print("the campaign's hub has everything; the room's data can be erased: f2f-desktop room forget")
    return 0
