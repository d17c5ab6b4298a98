"""Who is on an action's target list: the star, computed on the laptop."""

from collections.abc import Mapping

import msgspec

from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.campaign.targets import TargetEntry, TargetList, TargetVoter
from f2f_desktop.contacts.model import Contact, PersonName
from f2f_desktop.contacts.same_name import compatible_names, key_of


class Suggested(msgspec.Struct, frozen=True):
    """A contact's place on the list: the script variables that the campaign gave with it."""

    variables: dict[str, str]


class Targets:
    """A target list made ready for looking up many contacts.

    A row that is assigned to another volunteer does not count, and one that is assigned to this volunteer goes
    before one for everybody. A voter of the list is found by id; an entry that the campaign could not find in the
    voter file, by phone number and a compatible name, never by one of them alone.
    """

    def __init__(self, target_list: TargetList | None, volunteer_email: str) -> None:
        own = volunteer_email.strip().casefold()

        def mine(row: TargetVoter | TargetEntry) -> bool:
            assigned = row.assigned_user_email.strip().casefold()
            return not assigned or assigned == own

        def assigned_last(row: TargetVoter | TargetEntry) -> bool:
            return bool(row.assigned_user_email.strip())

        self._voters: Mapping[VoterId, TargetVoter] = {}
        self._entries: dict[str, list[TargetEntry]] = {}
        if target_list is not None:
            voters = sorted(filter(mine, target_list.voters), key=assigned_last)
            self._voters = {row.voter_id: row for row in voters}
            for entry in sorted(filter(mine, target_list.entries), key=assigned_last, reverse=True):
                if entry.phone:
                    self._entries.setdefault(entry.phone, []).append(entry)

    def suggested(self, contact: Contact, voter_id: VoterId | None) -> Suggested | None:
        """The contact's row on the list, or None. `voter_id` is the contact's certain voter."""
        if voter_id is not None and voter_id in self._voters:
            return Suggested(self._voters[voter_id].variables)
        if self._entries and not key_of(contact).unknown:
            for phone in contact.phones:
                for entry in self._entries.get(phone.e164, ()):
                    name = PersonName(
                        f"{entry.first_name} {entry.last_name}", given=entry.first_name, family=entry.last_name
                    )
                    if compatible_names(contact.name, name):
                        return Suggested(entry.variables)
        return None
