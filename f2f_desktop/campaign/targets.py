"""Target lists: the people whom the campaign wants reached. A contact on one is shown with a star."""

import msgspec

from f2f_desktop.campaign.ids import TargetListId, VoterId


class TargetVoter(msgspec.Struct, frozen=True):
    """A person on the list whom the campaign found in the voter file, with script variables."""

    voter_id: VoterId
    variables: dict[str, str] = {}
    assigned_user_email: str = ""


class TargetEntry(msgspec.Struct, frozen=True):
    """A person on the list whom the campaign did not find; compared with contacts on the laptop.

    `phone` is E.164 or empty.
    """

    first_name: str
    last_name: str
    phone: str = ""
    variables: dict[str, str] = {}
    assigned_user_email: str = ""


class TargetList(msgspec.Struct, frozen=True):
    """The people whom an action suggests."""

    id: TargetListId
    name: str
    voters: tuple[TargetVoter, ...] = ()
    entries: tuple[TargetEntry, ...] = ()
