"""A conversation with an invented contact: what an action looks like to a volunteer, before anybody has it."""

import msgspec

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.filters import VoterFrequency
from f2f_desktop.campaign.ids import ContactId, VoterId
from f2f_desktop.campaign.links import PATH
from f2f_desktop.campaign.merge_fields import fill
from f2f_desktop.contacts.model import Contact, Email, PersonName, Phone, SocialProfile
from f2f_desktop.events.facts import Answers
from f2f_desktop.vault.conversations import ActionProgress
from f2f_desktop.volunteer.campaigns import ActionCard, Volunteer
from f2f_desktop.volunteer.conversation import Conversation
from f2f_desktop.volunteer.outreach import initial_message, merge_values
from f2f_desktop.volunteer.overview import ActionOverview
from f2f_desktop.volunteer.reachable import points_of
from f2f_desktop.volunteer.standing import MatchState, Standing
from f2f_desktop.volunteer.suggestions import ContactRow
from f2f_desktop.voterfile.voters import Voter

SAMPLE = Contact(
    "sample",
    PersonName("Shannon Okafor", given="Shannon", family="Okafor"),
    phones=(Phone("+12025550143", "(202) 555-0143", label="mobile"),),
    emails=(Email("shannon@example.org"),),
    social=(SocialProfile("instagram", "shannon.example"),),
)
VOTER = Voter(
    VoterId("SAMPLE"),
    "SHANNON",
    last_name="OKAFOR",
    city="GREENVILLE",
    county="GREENVILLE",
    frequency=VoterFrequency.SOMETIMES,
    votes_cast=2,
    votes_possible=4,
)


def sample_conversation(
    content: CampaignContent, action: Action, channel: Channel, volunteer: Volunteer
) -> Conversation:
    """An action on a channel, with an invented contact who is on its list; links lead nowhere."""
    listed = next((each for each in content.target_lists if each.id == action.target_list), None)
    variables: dict[str, str] = {}
    if listed is not None:
        first = [each.variables for each in listed.voters[:1]] + [each.variables for each in listed.entries[:1]]
        variables = next(iter(first), {})
    volunteer = volunteer if volunteer.name else Volunteer("Robin Castellano")
    standing = Standing(MatchState.MATCHED, VOTER, 0.98)
    values = merge_values(SAMPLE, standing, volunteer, content, variables)
    values |= {link.field: f"https://example.org{PATH}{link.id}sample" for link in action.links}
    initial = initial_message(action, channel, values)
    filled = {each.id: fill(each.text, values) for each in action.responses if channel in each.channels}
    return Conversation(
        action=action,
        contact_id=ContactId("sample"),
        contact=SAMPLE,
        name=SAMPLE.name.full,
        first_name=SAMPLE.name.given,
        standing=standing,
        starred=listed is not None,
        in_district=True if action.filters.districts else None,
        channel=channel,
        points=points_of(SAMPLE, channel),
        initial=initial,
        message=initial,
        responses=tuple(
            msgspec.structs.replace(each, text=filled[each.id].text)
            for each in action.responses
            if each.id in filled
        ),
        history=(),
        report=None,
        draft=Answers(),
        draft_changed=False,
        opted_out=False,
        missing={script: each.missing for script, each in filled.items() if each.missing},
    )


def sample_overview(content: CampaignContent, action: Action) -> ActionOverview:
    """The action as the start page shows it to somebody who has just got it."""
    image = next((each for each in content.images if each.id == action.image), None)
    return ActionOverview(
        ActionCard(action, image, ActionProgress()), reachable=120, starred=0, reached=0, reported=0
    )


def sample_row(conversation: Conversation, content: CampaignContent) -> ContactRow:
    """The invented contact as the list shows them."""
    return ContactRow(
        conversation.contact_id,
        conversation.name,
        frozenset(Channel),
        starred=conversation.starred,
        match=conversation.standing.state,
        party="UNA" if content.settings.party_visible else "",
        frequency=VOTER.frequency,
        in_district=conversation.in_district,
        place="Greenville 27834",
    )
