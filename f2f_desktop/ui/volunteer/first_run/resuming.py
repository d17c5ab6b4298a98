"""Which step of the first run comes next, decided by what the vault already has: it goes on after any interruption."""

from enum import StrEnum

import msgspec

from f2f_desktop.volunteer.preferences import SetUp
from f2f_desktop.workspace import VolunteerServices


class StepName(StrEnum):
    """The steps, in their order."""

    PROTECT = "protect"
    RECOVERY = "recovery"
    WHO = "who"
    CAMPAIGN = "campaign"
    CONTACTS = "contacts"
    EXTRACT = "extract"
    READY = "ready"


class HowFar(msgspec.Struct, frozen=True):
    """What an unlocked vault has of what the first run brings."""

    set_up: SetUp = SetUp()
    named: bool = False
    campaign: bool = False
    contacts: int = 0
    extract: bool = False


def how_far(services: VolunteerServices) -> HowFar:
    """Looks into the vault; for its thread."""
    return HowFar(
        services.preferences.set_up(),
        bool(services.campaigns.volunteer().name),
        services.campaigns.has_campaign() or services.courier.standing().joined,
        services.importing.count(),
        services.matchmaking.installed() is not None,
    )


def first_open(far: HowFar) -> StepName:
    """The first step that has not been done or skipped."""
    if not far.set_up.recovery_noted:
        return StepName.RECOVERY
    if not far.named:
        return StepName.WHO
    if not far.campaign:
        return StepName.CAMPAIGN
    if not far.contacts and not far.set_up.contacts_skipped:
        return StepName.CONTACTS
    if not far.extract and not far.set_up.extract_skipped:
        return StepName.EXTRACT
    return StepName.READY
