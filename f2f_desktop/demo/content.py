"""The demo campaign: an invented candidate, two actions, scripts per channel, tags, fields, a target list."""

from collections.abc import Mapping, Sequence

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent, Image
from f2f_desktop.campaign.filters import AutoFilters, District
from f2f_desktop.campaign.ids import (
    ActionId,
    CampaignId,
    FieldId,
    MediaId,
    ScriptId,
    TagId,
    TargetListId,
    VoterId,
)
from f2f_desktop.campaign.questions import CustomField, ReportSettings, Tag
from f2f_desktop.campaign.scripts import FieldAnswer, InitialScripts, ResponseScript, Script
from f2f_desktop.campaign.settings import CampaignSettings, NamesUpstream
from f2f_desktop.campaign.targets import TargetEntry, TargetList, TargetVoter

VOTE = ActionId("vote-rivera")
RALLY = ActionId("library-rally")

TAGS = (
    Tag(TagId("ride"), "Needs a ride", 1),
    Tag(TagId("sign"), "Wants a yard sign", 2),
    Tag(TagId("volunteer"), "Will volunteer", 3),
    Tag(TagId("spanish"), "Speaks Spanish", 4),
    Tag(TagId("schools"), "Cares about schools", 5),
    Tag(TagId("housing"), "Cares about housing", 6),
    Tag(TagId("moved"), "Moved away", 7),
)

SUPPORT = FieldId("support")
PLAN = FieldId("plan")
COMING = FieldId("coming")

FIELDS = (
    CustomField(
        SUPPORT,
        "How did it go?",
        ("Will vote for Jordan", "Leaning yes", "Undecided", "Leaning no", "Not voting"),
        1,
    ),
    CustomField(PLAN, "When will they vote?", ("Early", "By mail", "On Election Day", "No plan yet"), 2),
    CustomField(COMING, "Coming to the rally?", ("Yes", "Maybe", "No"), 3),
)

_VOTE_TEXT = (
    "Hi {{first_name}}, it's {{volunteer_first_name}}! I'm helping Jordan Rivera run for City Council because the "
    "library hours got cut. Election Day is Tuesday, Nov 3. Can Jordan count on your vote?"
)
_VOTE_CALL = (
    "Hi {{first_name}}, it's {{volunteer_first_name}}. How have you been?\n\n"
    "I'm calling because I'm helping Jordan Rivera run for City Council. The library in {{city|our town}} now "
    "closes at five, and Jordan wants those hours back.\n\n"
    "Can Jordan count on your vote on Tuesday, November 3?\n\n"
    "(If yes) Great! Will you vote early or on Election Day?"
)
_VOTE_EMAIL = (
    "Hi {{first_name}},\n\nI'm spending some evenings helping Jordan Rivera run for City Council, because the "
    "library hours got cut and I'd like them back.\n\nElection Day is Tuesday, November 3. Can Jordan count on "
    "your vote?\n\n"
    "Thanks for thinking about it,\n{{volunteer_first_name}}"
)
_RALLY_TEXT = (
    "Hi {{first_name}}, {{volunteer_first_name}} here. We're meeting at the library steps on Saturday at 2 to get "
    "the opening hours back. {{why_you|It would be great to see you.}} Want to come along?"
)


def _responses() -> tuple[ResponseScript, ...]:
    return (
        ResponseScript(
            ScriptId("vote-yes"),
            "Said yes",
            "That's great, {{first_name}}, thank you! Do you know yet if you'll vote early or on Election Day?",
            apply_tags=(),
            set_fields=(FieldAnswer(SUPPORT, "Will vote for Jordan"),),
        ),
        ResponseScript(
            ScriptId("vote-unsure"),
            "Not sure yet",
            "Totally fair. What matters most to you this time? For me it was the library: Jordan was the only one "
            "who showed up at the hearing.",
            set_fields=(FieldAnswer(SUPPORT, "Undecided"),),
        ),
        ResponseScript(
            ScriptId("vote-help"),
            "Wants to help",
            "Wonderful! We meet on Thursdays at 6. Shall I pick you up?",
            apply_tags=(TagId("volunteer"),),
            set_fields=(FieldAnswer(SUPPORT, "Will vote for Jordan"),),
        ),
        ResponseScript(
            ScriptId("vote-moved"),
            "Moved away",
            "Oh, I didn't know! Good luck in the new place, {{first_name}}.",
            apply_tags=(TagId("moved"),),
        ),
        ResponseScript(
            ScriptId("vote-no"),
            "Not interested",
            "No problem at all, thanks for telling me. Talk soon!",
            channels=(Channel.TEXT, Channel.EMAIL, Channel.SOCIAL),
            set_fields=(FieldAnswer(SUPPORT, "Leaning no"),),
        ),
    )


def demo_content(
    targets: Sequence[VoterId],
    reasons: Mapping[VoterId, str],
    entries: Sequence[TargetEntry],
    districts: Sequence[District],
    images: Mapping[str, bytes],
    phone_hash_key: bytes,
) -> CampaignContent:
    """The demo campaign's content.

    `targets` are the voters whom it suggests, `reasons` their column `why_you`, `entries` people on the list whom
    it could not find; `districts` is where the seat is; `images` holds the PNG files `library.png` and `rally.png`.
    """
    suggested = TargetList(
        TargetListId("likely-friends"),
        "Voters who skip city elections",
        tuple(
            TargetVoter(voter_id, {"why_you": reasons[voter_id]} if voter_id in reasons else {})
            for voter_id in targets
        ),
        tuple(entries),
    )
    vote = Action(
        VOTE,
        1,
        "Ask your friends to vote for Jordan",
        "City elections are decided by a few hundred votes, and most people who like Jordan never hear that there "
        "is an election. A message from you does more than any advertisement.\n\nStart with the starred people: they "
        "live in the district and often skip city elections.",
        InitialScripts(
            Script(ScriptId("vote-text"), _VOTE_TEXT),
            Script(ScriptId("vote-call"), _VOTE_CALL, with_image=False),
            Script(ScriptId("vote-email"), _VOTE_EMAIL, subject="A quick question about November 3"),
        ),
        start_label="Reach out to friends",
        image=MediaId("library"),
        folder="City Council",
        target_list=suggested.id,
        filters=AutoFilters(districts=tuple(districts)),
        responses=_responses(),
        report=ReportSettings(tuple(tag.id for tag in TAGS[:6]), (SUPPORT, PLAN)),
    )
    rally = Action(
        RALLY,
        1,
        "Bring someone to the library rally",
        "Saturday at 2 on the library steps. Bring one friend who has never been to a rally.",
        InitialScripts(Script(ScriptId("rally-text"), _RALLY_TEXT)),
        start_label="Invite a friend",
        image=MediaId("rally"),
        folder="City Council",
        target_list=suggested.id,
        responses=(
            ResponseScript(
                ScriptId("rally-yes"),
                "I'll come",
                "Great! Meet me at the fountain at a quarter to two.",
                set_fields=(FieldAnswer(COMING, "Yes"),),
            ),
            ResponseScript(
                ScriptId("rally-maybe"),
                "Maybe",
                "I'll write again on Saturday morning, no pressure.",
                set_fields=(FieldAnswer(COMING, "Maybe"),),
            ),
            ResponseScript(
                ScriptId("rally-no"), "Can't", "Another time then!", set_fields=(FieldAnswer(COMING, "No"),)
            ),
        ),
        report=ReportSettings((TagId("ride"), TagId("volunteer"), TagId("spanish")), (COMING,)),
    )
    return CampaignContent(
        CampaignId("demo-rivera"),
        "Jordan Rivera for City Council",
        1,
        CampaignSettings(
            region="US",
            party_visible=True,
            names_upstream=NamesUpstream.MATCHED_ONLY,
            phone_hash_key=phone_hash_key,
        ),
        (vote, rally),
        TAGS,
        FIELDS,
        (suggested,),
        (
            Image(MediaId("library"), "library.png", images["library.png"], "A library with its lights on"),
            Image(MediaId("rally"), "rally.png", images["rally.png"], "People with signs in front of a library"),
        ),
    )
