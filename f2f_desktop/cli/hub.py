"""`f2f-desktop hub`: sets up the campaign's server, runs it, invites people, and makes its figures anew."""

import argparse
import json
import secrets
import sys
from importlib.util import find_spec
from pathlib import Path

from f2f_desktop.cli.terminal import counted, print_qr
from f2f_desktop.cli.verbs import add_verb
from f2f_desktop.errors import KnownError

DAY = 24.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares `hub init`, `serve`, `invite`, `import`, `room`, `reproject` and `restored`."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    init = add_verb(verbs, "init", help="set up a hub and its campaign, and invite its first owner")
    _folder(init)
    init.add_argument("--campaign", required=True, metavar="NAME", help="the campaign's name")
    init.add_argument("--id", default="", help="the campaign's id; default: made up")
    init.add_argument("--url", default="", help="how laptops reach the hub, as https://hub.example.org")
    init.add_argument("--host", default="127.0.0.1", help="the address to listen on; default: this machine only")
    init.add_argument("--port", type=int, default=8443)
    init.add_argument("--database", default="", metavar="URL", help="postgresql://...; default: a file")
    init.add_argument(
        "--tls", choices=("own", "files", "none"), default="own", help="its own certificate, given files, or none"
    )
    init.add_argument("--certificate", default="", metavar="FILE", help="with --tls files")
    init.add_argument("--key", default="", metavar="FILE", help="with --tls files")
    init.add_argument(
        "--campaign-key", type=Path, metavar="FILE", help="the campaign's signing key, if it has one"
    )
    serve = add_verb(verbs, "serve", help="run the hub")
    _folder(serve)
    serve.add_argument("--host", default="")
    serve.add_argument("--port", type=int, default=-1, help="0: any that is free")
    invite = add_verb(verbs, "invite", help="invite somebody: a link, a file, a QR code, a join code")
    _folder(invite)
    invite.add_argument("--role", choices=("volunteer", "organizer", "owner"), default="volunteer")
    invite.add_argument("--label", default="", help="what it is for, to tell invites apart")
    invite.add_argument("--uses", type=int, default=1, help="how many laptops may join by it")
    invite.add_argument("--hours", type=float, default=3 * DAY, help="how long it is good for")
    invite.add_argument(
        "--code", action="store_true", help="a join code of six characters as well (a day at most)"
    )
    invite.add_argument("--campaign", default="", metavar="ID", help="where the hub has several")
    invite.add_argument("--out", type=Path, metavar="FILE.f2finvite")
    invite.add_argument("--qr", action="store_true", help="show the link as a QR code")
    packets = add_verb(verbs, "import", help="take in packets of reports from files")
    _folder(packets)
    packets.add_argument("files", nargs="+", type=Path)
    packets.add_argument("--receipts", type=Path, metavar="FILE.f2freceipt", help="write the receipts here")
    room = add_verb(
        verbs,
        "room",
        help="run a room's hub in a folder that the app has prepared; stops when its standard input ends",
    )
    _folder(room)
    room.add_argument(
        "--address", action="append", default=[], help="this machine's address on the venue's network"
    )
    room.add_argument("--hours", type=float, default=12.0, help="how long the join code is good for")
    room.add_argument("--port", type=int, default=-1, help="default: 8443, or any that is free")
    room.add_argument("--alone", action="store_true", help="for this machine only, without a join code")
    reproject = add_verb(verbs, "reproject", help="make the figures anew from the events")
    _folder(reproject)
    reproject.add_argument("--resume", action="store_true", help="go on where it was stopped")
    _folder(
        add_verb(
            verbs,
            "restored",
            help="say that the database was restored from a backup, so that laptops send again what it lacks",
        )
    )


def _folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--folder", type=Path, default=Path("hub"), help="the hub's folder; default: ./hub")


def run(arguments: argparse.Namespace) -> int:
    """Does it; 0 done, 1 nothing done."""
    if find_spec("litestar") is None:
        raise KnownError(
            "This installation has no hub.", "Install f2f-desktop[hub], or the organizer's installer."
        )
    return {
        "init": _init,
        "serve": _serve,
        "invite": _invite,
        "import": _import,
        "room": _room,
        "reproject": _reproject,
        "restored": _restored,
    }[arguments.verb](arguments)


def _init(arguments: argparse.Namespace) -> int:
    from f2f_desktop.campaign.ids import CampaignId
    from f2f_desktop.cli.signing_keys import new_signing_key, read_signing_key
    from f2f_desktop.hub.database import HubDatabase
    from f2f_desktop.hub.hub import add_campaign, campaign_named, set_up
    from f2f_desktop.hub.opening import tls_of
    from f2f_desktop.hub.settings import (
        CAMPAIGN_KEY,
        FILE,
        HubSettings,
        check_settings,
        database_key,
        read_settings,
        where,
        write_settings,
    )

    folder: Path = arguments.folder
    if not arguments.campaign.strip():
        raise KnownError("The campaign has no name.", "Give it one with --campaign.")
    is_new = not (folder / FILE).exists()
    if not is_new:
        settings = read_settings(folder)
    else:
        scheme = "http" if arguments.tls == "none" else "https"
        settings = HubSettings(
            arguments.url.rstrip("/") or f"{scheme}://{_reached_at(arguments.host)}:{arguments.port}",
            arguments.database,
            arguments.host,
            arguments.port,
            arguments.tls,
            arguments.certificate,
            arguments.key,
        )
        check_settings(settings)
    database_key()
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        folder.chmod(0o700)  # what else lies in a folder is nobody's here to close; each file is private by itself
    tls_of(folder, settings)
    if arguments.campaign_key:
        key = read_signing_key(arguments.campaign_key)
    elif (folder / CAMPAIGN_KEY).exists():
        key = read_signing_key(folder / CAMPAIGN_KEY)
    else:
        path = folder / CAMPAIGN_KEY
        key = new_signing_key(path)
        print(f"{path}: signs what volunteers believe. The hub does not need it: keep it with the owner.")
    campaign = CampaignId(arguments.id or secrets.token_hex(8))
    database = HubDatabase(where(folder, settings), database_key())
    try:
        set_up(database)
        if not arguments.id and (there := campaign_named(database, arguments.campaign)):
            raise KnownError(
                f"The hub in {folder} has a campaign of this name already: {there}.",
                f"Invite people to it: f2f-desktop hub invite --campaign {there}. For a second one, give --id.",
            )
        add_campaign(database, campaign, arguments.campaign, key.public)
    finally:
        database.close()
    if is_new:
        # Last: what could not be set up (a database that was not reached) must not stand in the way of a second try.
        write_settings(folder, settings)
    print(f"Hub for {arguments.campaign} (campaign {campaign}) in {folder}, to be reached at {settings.url}")
    print("Invite for the owner, good for a week and one laptop:")
    wanted = argparse.Namespace(
        folder=folder,
        role="owner",
        label="first owner",
        uses=1,
        hours=7 * DAY,
        code=False,
        campaign=campaign,
        out=folder / ("owner.f2finvite" if is_new else f"owner-{campaign}.f2finvite"),
        qr=False,
    )
    return _invite(wanted)


def _reached_at(host: str) -> str:
    """How laptops reach a hub that listens at `host`: nobody reaches the address that means all of them."""
    from f2f_desktop.hub.room import own_addresses

    if host in ("", "0.0.0.0", "::"):  # noqa: S104 - it is looked for, not listened at
        host = own_addresses()[0]
        print(f"Laptops will look for it at {host}, this machine's address; if that is wrong, give --url.")
    return f"[{host}]" if ":" in host else host


def _serve(arguments: argparse.Namespace) -> int:
    from f2f_desktop.hub.serving import serve
    from f2f_desktop.hub.settings import read_settings

    settings = read_settings(arguments.folder)
    host = arguments.host or settings.host

    def ready(port: int) -> None:
        print(json.dumps({"listening": f"{host}:{port}", "url": settings.url}), flush=True)

    serve(arguments.folder, host, settings.port if arguments.port < 0 else arguments.port, ready)
    return 0


def _invite(arguments: argparse.Namespace) -> int:
    from f2f_desktop.hub.inviting import invite
    from f2f_desktop.protocol.api import NewInvite
    from f2f_desktop.protocol.invites import write_invite_file, write_link
    from f2f_desktop.protocol.roles import Role

    wanted = NewInvite(
        Role(arguments.role), arguments.label, arguments.uses, arguments.hours, with_code=arguments.code
    )
    made, code = invite(arguments.folder, arguments.campaign, wanted)
    link = write_link(made)
    print(link)
    if code:
        print(f"join code: {code}  at  {made.address.url}")
    if arguments.out:
        _write_private(arguments.out, write_invite_file(made))
        print(f"{arguments.out}: the same as a file")
    if arguments.qr:
        print_qr(link)
    return 0


def _write_private(path: Path, data: bytes) -> None:
    """A file for its owner's eyes: whoever reads an invite can join by it. Raises `KnownError`."""
    from f2f_desktop.vault.files import write_durably

    try:
        write_durably(path, data)
    except OSError as error:
        raise KnownError(
            f"{path} cannot be written: {error.strerror or error}.", "Name another file, and do it again."
        ) from error


def _import(arguments: argparse.Namespace) -> int:
    from f2f_desktop.hub.by_file import take_files
    from f2f_desktop.protocol.receipts import write_receipts

    taken = take_files(arguments.folder, arguments.files)
    for path, outcome in taken.outcomes:
        if isinstance(outcome, KnownError):
            print(f"{path.name}: {outcome}", file=sys.stderr)
        else:
            counts: dict[str, int] = {}
            for answer in (answer for each in outcome for answer in each.answers):
                counts[answer.status] = counts.get(answer.status, 0) + 1
            print(f"{path.name}: " + ", ".join(f"{count} {status}" for status, count in sorted(counts.items())))
    if arguments.receipts and taken.receipts:
        _write_private(arguments.receipts, write_receipts(taken.receipts, taken.hub))
        print(f"{arguments.receipts}: {counted(len(taken.receipts), 'receipt')}, to be taken back to the laptops")
    return 0 if taken.receipts else 1


def _room(arguments: argparse.Namespace) -> int:
    import msgspec

    from f2f_desktop.hub.room import PORT, free_port, open_room, own_addresses, set_up_room
    from f2f_desktop.hub.serving import serve

    folder: Path = arguments.folder
    addresses = () if arguments.alone else tuple(arguments.address) or own_addresses()
    kit = set_up_room(folder, addresses)
    host = "127.0.0.1" if arguments.alone else "0.0.0.0"  # noqa: S104 - a room is for everybody on the network
    wanted = 0 if arguments.alone else PORT

    def ready(port: int) -> None:
        print(msgspec.json.encode(open_room(folder, kit, port, addresses, arguments.hours)).decode(), flush=True)

    serve(folder, host, arguments.port if arguments.port >= 0 else free_port(host, wanted), ready, leash=True)
    return 0


def _reproject(arguments: argparse.Namespace) -> int:
    from f2f_desktop.cli.terminal import terminal_progress
    from f2f_desktop.hub.opening import open_hub
    from f2f_desktop.hub.results.projector import advance, projected_events, start_anew, stored_events

    progress = terminal_progress()
    hub = open_hub(arguments.folder)
    try:
        if not arguments.resume:
            hub.write(start_anew)
        total = hub.write(stored_events)
        while hub.write(advance):
            progress(hub.write(projected_events), total)
    finally:
        hub.close()
    print(f"figures made anew from {counted(total, 'event')}")
    return 0


def _restored(arguments: argparse.Namespace) -> int:
    from f2f_desktop.hub.hub import begin_epoch
    from f2f_desktop.hub.opening import open_hub

    hub = open_hub(arguments.folder)
    try:
        epoch = begin_epoch(hub.database)
    finally:
        hub.close()
    print(f"new epoch {epoch}: laptops send again what the hub lacks")
    return 0
