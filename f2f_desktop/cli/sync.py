"""`f2f-desktop sync`: joins a hub and synchronizes a vault with it, shows how things stand and what has left."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from f2f_desktop.cli.opening import opened
from f2f_desktop.cli.terminal import counted
from f2f_desktop.cli.verbs import add_vault_folder, add_verb
from f2f_desktop.errors import KnownError
from f2f_desktop.protocol.invites import MAX_TEXT, read_invite
from f2f_desktop.protocol.invites import SUFFIX as INVITES
from f2f_desktop.protocol.join_codes import tidy_code
from f2f_desktop.protocol.readable import readable
from f2f_desktop.sync.troubles import words_of as trouble_words
from f2f_desktop.volunteer.ledger import LedgerLine
from f2f_desktop.workspace import Round, VolunteerServices, default_folder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares `sync now`, `join`, `status`, `ledger`, `extract` and `publish`."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    now = add_verb(verbs, "now", help="one round: send what waits, fetch what is new")
    now.add_argument("--json", action="store_true", help="how things stand after it, for programs")
    join = add_verb(verbs, "join", help="join a campaign by an invite, or by a hub's address and a join code")
    join.add_argument("invite", help="a link, a .f2finvite file, or a join code (with --at)")
    join.add_argument("--at", default="", metavar="ADDRESS", help="the hub's address, with a join code")
    join.add_argument("--name", default="", help="who you are; default: the vault's")
    join.add_argument("--email", default="")
    join.add_argument("--room", action="store_true", help="a venue's hub, beside the campaign's own")
    status = add_verb(verbs, "status", help="what is safe, what waits")
    status.add_argument("--json", action="store_true")
    ledger = add_verb(verbs, "ledger", help="everything that has left this computer")
    ledger.add_argument("--full", action="store_true", help="with the content of every request")
    extract = add_verb(verbs, "extract", help="download the extract that the campaign offers")
    extract.add_argument("label", nargs="?", default="", help="which one, where there are several")
    publish = add_verb(verbs, "publish", help="publish a campaign's content to the hub (organizers)")
    publish.add_argument("bundle", type=Path, metavar="FILE.f2fbundle")
    publish.add_argument("--key", type=Path, required=True, metavar="FILE", help="the campaign's signing key")
    publish.add_argument("--extract", type=Path, action="append", default=[], metavar="FILE.f2fx")
    add_vault_folder((now, join, status, ledger, extract, publish))


def run(arguments: argparse.Namespace) -> int:
    """Does it; 0 done, 1 nothing done, or not with every hub."""
    with opened(arguments.folder or default_folder(), create=arguments.verb == "join") as services:
        if arguments.verb == "now":
            return _now(services, as_json=arguments.json)
        if arguments.verb == "join":
            return _join(services, arguments)
        if arguments.verb == "status":
            return _status(services, as_json=arguments.json)
        if arguments.verb == "ledger":
            return _ledger(services, full=arguments.full)
        if arguments.verb == "extract":
            return _extract(services, arguments.label)
        return _publish(services, arguments)


def _now(services: VolunteerServices, *, as_json: bool) -> int:
    rounds = services.courier.round()
    _tell(rounds)
    if as_json:
        _status(services, as_json=True)
    return 1 if any(each.trouble for each in rounds) else 0


def _tell(rounds: Sequence[Round]) -> None:
    for each in rounds:
        if each.trouble is not None:
            print(f"{each.hub.address.url}: {each.trouble}", file=sys.stderr)
        elif each.pushed is not None and each.pulled is not None:
            safe = f"all {each.pushed.safe} safe" if each.pushed.complete else "not everything is safe yet"
            dead = f", {_needs_attention(each.pushed.dead)}" if each.pushed.dead else ""
            news = f", content version {each.pulled.content}" if each.pulled.content else ""
            carried = (
                f", {counted(each.handed.taken, 'packet')} of others handed over" if each.handed.taken else ""
            )
            print(f"{each.hub.address.url}: {each.pushed.sent} sent, {safe}{dead}{news}{carried}")
            for refusal in each.handed.refused:
                print(f"a packet of another laptop was refused: {refusal}", file=sys.stderr)


def _join(services: VolunteerServices, arguments: argparse.Namespace) -> int:
    name = arguments.name or services.campaigns.volunteer().name
    if not name:
        raise KnownError("The campaign wants to know who joins.", "Give --name.")
    if arguments.at:
        services.courier.join_by_code(arguments.at, arguments.invite, name, arguments.email, room=arguments.room)
    else:
        text = arguments.invite
        if Path(text).is_file():
            text = Path(text).read_bytes()[:MAX_TEXT].decode("utf-8", "replace")
        elif text.endswith(INVITES):
            raise KnownError(f"There is no file {text}.", "Check its name.")
        elif tidy_code(text):
            raise KnownError("A join code alone does not say where the hub is.", "Give its address with --at.")
        services.courier.join_by_invite(read_invite(text), name, arguments.email, room=arguments.room)
    standing = services.courier.standing()
    print(f"joined {standing.campaign_name} at {standing.hub_name}")
    return 0


def _status(services: VolunteerServices, *, as_json: bool) -> int:
    standing = services.courier.standing()
    if as_json:
        shown = {name: getattr(standing, name) for name in standing.__struct_fields__}
        print(json.dumps(shown | {"all_safe": standing.all_safe}))
        return 0
    if not standing.joined:
        print(f"not joined; {_waits(standing.waiting)}")
    elif standing.all_safe and standing.complete_at is not None:
        print(f"all {standing.complete_count} safe at {_clock(standing.complete_at)}")
    else:
        print(f"{_waits(standing.waiting)}, {_needs_attention(standing.dead)}")
    if standing.trouble:
        print(f"the last attempt ended in: {trouble_words(standing.trouble)}")
    return 0


def _ledger(services: VolunteerServices, *, full: bool) -> int:
    lines: list[LedgerLine] = []
    page = services.ledger.page()
    while page.lines:
        lines += page.lines
        page = services.ledger.page(page.lines[-1].entry.id)
    for line in reversed(lines):
        sent = line.entry.sent
        if sent is None:
            continue
        times = f" x {sent.times}" if sent.times > 1 else ""
        print(f"{_clock(line.at)}  {line.entry.bytes_out:8,} bytes  {sent.method} {sent.to}{sent.path}{times}")
        content = readable(services.ledger.content(line.entry.id)) if full else ""
        if content:
            print(content)
    print(f"{page.bytes_out:,} bytes in all")
    return 0


def _extract(services: VolunteerServices, label: str) -> int:
    offers = [offer for offer in services.courier.offers() if label in ("", offer.label, offer.id)]
    if len(offers) != 1:
        names = ", ".join(offer.label for offer in services.courier.offers())
        raise KnownError(f"The campaign offers: {names or 'no extract'}.", "Name one of them.")
    way = services.downloading.way_to(offers[0])
    extract = services.matchmaking.install_received(services.downloading.receive(offers[0]))
    by = f", an update of {way.size:,} bytes" if way.steps else ""
    print(f"{offers[0].label}: {counted(extract.manifest.count, 'voter')}{by}")
    return 0


def _publish(services: VolunteerServices, arguments: argparse.Namespace) -> int:
    from f2f_desktop.cli.signing_keys import read_signing_key
    from f2f_desktop.protocol.bundle import read_bundle

    bundle = read_bundle(arguments.bundle.read_bytes())
    files = [(path.stem, path.read_bytes()) for path in arguments.extract]
    version = services.organizing.publish(bundle.content, read_signing_key(arguments.key), files)
    print(f"version {version} is published")
    return 0


def _waits(count: int) -> str:
    return f"{counted(count, 'event')} {'waits' if count == 1 else 'wait'}"


def _needs_attention(count: int) -> str:
    return f"{count:,} {'needs' if count == 1 else 'need'} attention"


def _clock(at: int) -> str:
    return dt.datetime.fromtimestamp(at / 1000).astimezone().strftime("%Y-%m-%d %H:%M:%S")
