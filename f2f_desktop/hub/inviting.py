"""Invites made at the hub itself, by whoever runs it."""

from pathlib import Path

from sqlalchemy import select

from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.errors import KnownError
from f2f_desktop.hub.enrolment import issue, write_audit
from f2f_desktop.hub.opening import open_hub
from f2f_desktop.hub.settings import read_settings
from f2f_desktop.hub.tables import campaigns
from f2f_desktop.protocol.api import NewInvite
from f2f_desktop.protocol.invites import Address, Invite

OPERATOR = "operator"
"""Who it was, in the audit log: whoever has the hub's folder."""


def invite(folder: Path, campaign: str, wanted: NewInvite) -> tuple[Invite, str]:
    """An invite to a campaign of the hub in a folder, and its join code if one was asked for.

    `campaign` may be empty where the hub has one. Raises `KnownError`.
    """
    settings = read_settings(folder)
    hub = open_hub(folder)
    try:
        with hub.database.writing() as connection:
            rows = connection.execute(select(campaigns)).all()
            chosen = [row for row in rows if row.id == campaign or (not campaign and len(rows) == 1)]
            if not chosen:
                names = ", ".join(f"{row.id} ({row.name})" for row in rows)
                raise KnownError(f"Which campaign? This hub has {names or 'none'}.", "Name one with --campaign.")
            row = chosen[0]
            issued = issue(connection, CampaignId(row.id), wanted, OPERATOR, hub.identity.key)
            write_audit(connection, CampaignId(row.id), OPERATOR, "invite.issued", f"{issued.id} {wanted.role}")
        made = Invite(
            Address(settings.url, hub.certificate),
            hub.identity,
            CampaignId(row.id),
            row.name,
            bytes(row.public_key),
            issued.secret,
            issued.role,
            issued.expires_at,
        )
        return made, issued.code
    finally:
        hub.close()
