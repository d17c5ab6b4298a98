"""The demo's hub: a week of forty volunteers behind it, on loopback, in a process of its own."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.demo.week import demo_week
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.demo import make_hub
from f2f_desktop.hub.inviting import invite
from f2f_desktop.protocol.api import NewInvite
from f2f_desktop.protocol.invites import write_link
from f2f_desktop.protocol.roles import Role

SEED = 7
STOP_WITHIN = 15


@contextmanager
def demo_hub(folder: Path, content: CampaignContent, key: SigningKey) -> Iterator[str]:
    """Makes the hub and runs it; gives an owner's invite, as a link."""
    week = demo_week(content, now(), SEED)
    doings = [(each.name, each.email, each.key, each.stream, each.events) for each in week]
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    count = make_hub(folder, content, key.public, doings, port)
    print(f"Hub: {len(week)} volunteers, {count:,} events of a week")
    made, _ = invite(folder, content.id, NewInvite(Role.OWNER, "demo", 1, 24.0))
    command = [sys.executable, "-m", "f2f_desktop", "hub", "serve", "--folder", str(folder)]
    with (folder / "log.txt").open("w") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)  # noqa: S603 - ourselves
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            if not line or "listening" not in json.loads(line):
                raise KnownError("The demo's hub did not start.", f"Look into {folder / 'log.txt'}.")
            yield write_link(made)
        finally:
            process.terminate()
            process.wait(STOP_WITHIN)
            if process.stdout is not None:
                process.stdout.close()
