"""Telling the campaign's hub which of its extracts this laptop has installed, and learning what it withdrew.

The hub learns one thing: the hash of a file that it offers itself, once per file. What was installed from elsewhere and
is not among the campaign's offers is not told.
"""

from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import PublicKey
from f2f_desktop.protocol.api import HeldExtract
from f2f_desktop.protocol.manifest import FormerExtract, id_of, read_manifest
from f2f_desktop.sync.hub_client import HubClient
from f2f_desktop.vault import extracts, hubs, properties
from f2f_desktop.vault.hubs import KnownHub
from f2f_desktop.vault.vault import Vault

TOLD = "extract_told_"


def tell_installed(vault: Vault, hub: KnownHub, client: HubClient) -> None:
    """Tells the hub of the extract in use, unless it knows. Raises the errors of `troubles`."""
    with vault.transaction() as connection:
        installed = extracts.installed_extract(connection)
        epoch = next((each.epoch for each in hubs.known_hubs(connection) if each.identity == hub.identity), "")
        told = properties.get_text(connection, TOLD + hub.identity.key.hex())
        offers = hubs.offers_of(connection)
    if installed is None:
        return
    name = next((each.hash for each in offers if each.id == installed.id), "")
    # A hub that was put back from a backup begins another epoch, and may have forgotten.
    if not name or told == f"{epoch} {name}":
        return
    client.post("/v1/holders", HeldExtract(name), dict[str, str])
    with vault.transaction() as connection:
        properties.set_text(connection, TOLD + hub.identity.key.hex(), f"{epoch} {name}")


def former_extracts(vault: Vault) -> tuple[FormerExtract, ...]:
    """What the campaign offered before, by its newest manifest here; the newest last."""
    with vault.transaction() as connection:
        hub = hubs.main_hub(connection)
        body = b"" if hub is None else hubs.manifest_of(connection, hub.identity.key)
    if hub is None or not body:
        return ()
    try:
        return read_manifest(body, CampaignId(hub.campaign), PublicKey.from_bytes(hub.campaign_key)).former
    except KnownError:  # of a newer version of the program: what it says is not known here
        return ()


def withdrawn_here(vault: Vault) -> FormerExtract | None:
    """The extract in use, if the campaign has withdrawn it."""
    with vault.transaction() as connection:
        installed = extracts.installed_extract(connection)
        offered = {each.id for each in hubs.offers_of(connection)}
    if installed is None or installed.id in offered:
        return None
    former = former_extracts(vault)
    return next((each for each in former if each.withdrawn and id_of(each.hash) == installed.id), None)
