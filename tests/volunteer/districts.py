"""Vaults with matched friends: a district, a target list, and who is whom in the voter file."""

from pathlib import Path

import msgspec

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.filters import AutoFilters, VoterFrequency
from f2f_desktop.campaign.ids import TargetListId, VoterId
from f2f_desktop.campaign.targets import TargetEntry, TargetList, TargetVoter
from f2f_desktop.contacts.model import Contact
from f2f_desktop.matching.model import Candidate, Match, MatchStatus
from f2f_desktop.vault.matches import StoredMatch
from f2f_desktop.volunteer.suggestions import ContactRow
from f2f_desktop.volunteer.teaching import Found
from f2f_desktop.voterfile.voters import Voter
from f2f_desktop.workspace import VolunteerServices, Workspace
from tests.vault.evenings import ACTION, campaign, contact_id, opened

LIST = TargetListId("list")


def voter(number: str, party: str = "DEM", precinct: str = "01", **more: object) -> Voter:
    """A voter of precinct `precinct` in Elm County."""
    found = Voter(
        VoterId(number),
        "ADA",
        last_name="QUILLFEATHER",
        city="ELMTOWN",
        zip="27001",
        county="ELM",
        party=party,
        frequency=VoterFrequency.SOMETIMES,
        districts={"precinct": precinct, "county": "ELM"},
    )
    return msgspec.structs.replace(found, **more)


def with_action(
    content: CampaignContent | None = None,
    filters: AutoFilters | None = None,
    targets: tuple[TargetVoter | TargetEntry, ...] | None = None,
    **settings: object,
) -> CampaignContent:
    """The campaign of `evenings` with other filters, a target list, other settings."""
    content = content or campaign()
    action = msgspec.structs.replace(
        content.actions[0],
        filters=filters or AutoFilters(),
        target_list=None if targets is None else LIST,
    )
    listed = TargetList(
        LIST,
        "List",
        tuple(each for each in targets or () if isinstance(each, TargetVoter)),
        tuple(each for each in targets or () if isinstance(each, TargetEntry)),
    )
    return msgspec.structs.replace(
        content,
        actions=(action,),
        target_lists=(listed,),
        settings=msgspec.structs.replace(content.settings, **settings),
    )


def settled(
    folder: Path, content: CampaignContent | None = None, more: tuple[Contact, ...] = (), **matched: Voter
) -> Workspace:
    """A vault in which the contacts whose first names are the keywords are matched with these voters."""
    workspace = opened(folder, content=content)
    if more:
        workspace.services.importing.store("more.vcf", more, ())
    match(workspace.services, **matched)
    return workspace


def match(services: VolunteerServices, **matched: Voter) -> None:
    """Stores a run of the matcher that found these voters, by the contacts' first names, and nobody else."""
    found = []
    for person in services.importing.contacts():
        who = matched.get(person.contact.name.given.lower())
        status = MatchStatus.MATCHED if who else MatchStatus.UNMATCHED
        likely = (Candidate(who.id, 0.97),) if who else ()
        answer = Match(person.id, status, likely, 0.03 if who else 1.0)
        found.append(StoredMatch(person.id, answer, who))
    services.matchmaking.keep(Found(tuple(found)))


def row(services: VolunteerServices, name: str) -> ContactRow:
    """The row of the contact whose name begins with `name`; whether read with all or alone, it is the same."""
    found = next(each for each in services.suggestions.rows(ACTION) if each.name.startswith(name))
    assert services.suggestions.row(ACTION, contact_id(services, found.name)) == found
    return found


def listed(services: VolunteerServices) -> list[str]:
    """The first names in the list, in its order."""
    return [each.name.split()[0] for each in services.suggestions.rows(ACTION)]
