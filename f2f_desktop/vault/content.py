"""The campaign's content in the vault: the newest version, always signed by the same key."""

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.errors import KnownError
from f2f_desktop.protocol.bundle import Bundle
from f2f_desktop.vault.journal import now
from f2f_desktop.vault.properties import hash_key
from f2f_desktop.vault.tables import bundles, hubs


class CampaignKeyChanged(KnownError):
    """The bundle is signed by another key than the campaign's first one."""


class BundleOutdated(KnownError):
    """The laptop has a newer version already."""


class OtherCampaign(KnownError):
    """The vault belongs to another campaign."""


def install_bundle(connection: Connection, bundle: Bundle) -> None:
    """Puts a bundle in place of an older version of the same campaign.

    Raises `CampaignKeyChanged`, `BundleOutdated`, `OtherCampaign`.
    """
    joined = connection.execute(select(hubs.c.campaign_id, hubs.c.campaign_key)).first()
    if joined is not None and joined.campaign_id == bundle.content.id and joined.campaign_key != bundle.signer:
        raise CampaignKeyChanged(
            "This file claims to be from your campaign, but somebody else signed it.",
            "Do not use it; ask your organizer.",
        )
    present = connection.execute(select(bundles)).one_or_none()
    if present is not None:
        if present.campaign_id != bundle.content.id:
            raise OtherCampaign(
                "This vault already belongs to another campaign.", "Open the file in a vault of its own."
            )
        if present.signer != bundle.signer:
            raise CampaignKeyChanged(
                "This file claims to be from your campaign, but somebody else signed it.",
                "Do not use it; ask your organizer.",
            )
        if present.version > bundle.content.version:
            raise BundleOutdated("You have a newer version of this campaign already.", "Nothing was changed.")
    values = {
        "version": bundle.content.version,
        "signer": bundle.signer,
        "content": msgspec.json.encode(bundle.content),
        "installed_at": now(),
    }
    statement = insert(bundles).values(campaign_id=bundle.content.id, **values)
    connection.execute(statement.on_conflict_do_update(["campaign_id"], set_=values))


def content(connection: Connection) -> CampaignContent | None:
    """The campaign's content, or None before a bundle is installed.

    Where the campaign gives no key for hashing phone numbers, this vault's own takes its place: opt-outs still
    work here, and no hash leaves the laptop that anybody could try all numbers against.
    """
    found = stored_content(connection)
    if found is None:
        return None
    if found.settings.phone_hash_key:
        return found
    settings = msgspec.structs.replace(found.settings, phone_hash_key=hash_key(connection))
    return msgspec.structs.replace(found, settings=settings)


def stored_content(connection: Connection) -> CampaignContent | None:
    """The campaign's content as it was published, or None before a bundle is installed."""
    stored = connection.scalar(select(bundles.c.content))
    return msgspec.json.decode(stored, type=CampaignContent) if stored else None


def campaign_key(connection: Connection) -> bytes | None:
    """The public key that the campaign's files must be signed by, or None before a bundle is installed."""
    return connection.scalar(select(bundles.c.signer))
