"""Campaign-wide settings."""

from enum import StrEnum

import msgspec


class NamesUpstream(StrEnum):
    """Whether the name of a contact in a report goes to the campaign."""

    ALWAYS = "always"
    MATCHED_ONLY = "matched_only"
    NEVER = "never"


class CampaignSettings(msgspec.Struct, frozen=True):
    """What holds for every action of the campaign."""

    region: str = "US"
    """Default region of phone numbers: ISO 3166-1 alpha-2."""
    party_visible: bool = True
    names_upstream: NamesUpstream = NamesUpstream.MATCHED_ONLY
    swing_districts: tuple[str, ...] = ()
    """Districts marked as swing districts, each as `kind=code`."""
    extract_columns: tuple[str, ...] | None = None
    """Columns that an extract of a voter file holds unless an organizer says otherwise; None: all that there are."""
    phone_hash_key: bytes = b""
    """Key of the keyed hash under which phones are counted, never sent."""

    def is_swing(self, kind: str, code: str) -> bool:
        """Whether a district is marked as a swing district; codes are compared without case, as filters do."""
        return bool(self.swing_districts) and f"{kind}={code}".casefold() in (
            each.casefold() for each in self.swing_districts
        )
