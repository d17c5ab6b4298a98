"""A hub for the demo campaign, with the volunteers of a week and what they did. On loopback, thrown away afterwards."""

import secrets
from collections.abc import Iterable
from pathlib import Path

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.events.envelope import SignedEvent
from f2f_desktop.events.signing import PublicKey, SigningKey
from f2f_desktop.hub.checking import checked
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.enrolment import register
from f2f_desktop.hub.hub import add_campaign, set_up
from f2f_desktop.hub.intake import Push, take_in
from f2f_desktop.hub.results.asking import note_published
from f2f_desktop.hub.results.projector import advance
from f2f_desktop.hub.settings import DATABASE, HubSettings, write_settings
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.api import MOST_EVENTS, Enrolment
from f2f_desktop.protocol.roles import Role

Doing = tuple[str, str, SigningKey, str, tuple[SignedEvent, ...]]
"""Name, e-mail, key, stream and events of one volunteer's laptop."""


def make_hub(
    folder: Path,
    content: CampaignContent,
    key: PublicKey,
    doings: Iterable[Doing],
    port: int,
    progress: Progress = no_progress,
) -> int:
    """Makes the hub's folder and takes everything in, through the door that laptops use; gives how many events.

    The content's actions count as sent to everybody; the content itself comes when its owner publishes it.
    """
    campaign = content.id
    folder.mkdir(parents=True, exist_ok=True)
    write_settings(folder, HubSettings(f"http://127.0.0.1:{port}", port=port, tls="none"))
    database = HubDatabase(folder / DATABASE)
    count = 0
    everybody = list(doings)
    try:
        keys = set_up(database)
        add_campaign(database, campaign, content.name, key)
        with database.writing() as connection:
            note_published(connection, campaign, content)
        for number, (who, email, device_key, stream, events) in enumerate(everybody):
            progress(number, len(everybody))
            device = secrets.token_hex(8)
            with database.writing() as connection:
                public = device_key.public
                register(
                    connection,
                    Enrolment(campaign, device, public.to_bytes(), Role.VOLUNTEER, who, email, now()),
                    keys.signing,
                )
                for start in range(0, len(events), MOST_EVENTS):
                    some = events[start : start + MOST_EVENTS]
                    push = Push(campaign, device, stream, checked(stream, some, public))
                    take_in(connection, push, keys.signing, keys.epoch)
                    count += len(some)
        while True:
            with database.writing() as connection:
                if not advance(connection):
                    break
        progress(len(everybody), len(everybody))
    finally:
        database.close()
    return count
