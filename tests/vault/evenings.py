"""Vaults for tests, with a small campaign and a few invented friends in them."""

from pathlib import Path

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId, CampaignId, ContactId, FieldId, ScriptId, TagId
from f2f_desktop.campaign.questions import CustomField, Tag
from f2f_desktop.campaign.scripts import FieldAnswer, InitialScripts, ResponseScript, Script
from f2f_desktop.campaign.settings import CampaignSettings
from f2f_desktop.contacts.model import Contact, Email, PersonName, Phone
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.protocol.bundle import read_bundle, write_bundle
from f2f_desktop.vault.keys import Argon2Cost
from f2f_desktop.volunteer.campaigns import Volunteer
from f2f_desktop.workspace import Protection, VolunteerServices, Workspace

CHEAP = Argon2Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "correct horse battery"
ACTION = ActionId("vote")
YES = ScriptId("said-yes")
SUPPORT = FieldId("support")
RIDE = TagId("ride")


def campaign(version: int = 1, settings: CampaignSettings | None = None) -> CampaignContent:
    """A campaign with one action, two tags and a field."""
    action = Action(
        ACTION,
        version,
        "Vote",
        "Ask your friends",
        InitialScripts(
            Script(ScriptId("text"), "Hi {{first_name}}, it's {{volunteer_first_name}}. {{why|Vote?}}"),
            email=Script(ScriptId("mail"), "Dear {{first_name}}, of {{precinct}}", subject="For {{first_name}}"),
        ),
        responses=(
            ResponseScript(
                YES,
                "Said yes",
                "Thanks {{first_name}}!",
                apply_tags=(RIDE,),
                set_fields=(FieldAnswer(SUPPORT, "Yes"),),
            ),
        ),
    )
    return CampaignContent(
        CampaignId("c"),
        "Rivera",
        version,
        settings or CampaignSettings(phone_hash_key=b"k" * 32),
        (action,),
        (Tag(RIDE, "Needs a ride", 2), Tag(TagId("sign"), "Wants a sign", 1)),
        (CustomField(SUPPORT, "Support", ("Yes", "No")),),
    )


def friend(uid: str, given: str, family: str, phone: str = "", email: str = "") -> Contact:
    """An invented contact."""
    return Contact(
        uid,
        PersonName(f"{given} {family}", given=given, family=family),
        phones=(Phone(phone, phone, label="mobile"),) if phone else (),
        emails=(Email(email, original=email),) if email else (),
    )


FRIENDS = (
    friend("ada", "Ada", "Quillfeather", "+12125550101", "ada@example.org"),
    friend("ben", "Ben", "Marrowby", "+12125550102"),
    friend("cleo", "Cleo", "Tansworth", "", "cleo@example.org"),
)


def opened(folder: Path, key: SigningKey | None = None, content: CampaignContent | None = None) -> Workspace:
    """A new vault with the campaign and the friends in it, unlocked."""
    workspace = Workspace(folder)
    workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    try:
        furnish(workspace.services, key, content)
    except BaseException:
        workspace.lock()
        raise
    return workspace


def furnish(services: VolunteerServices, key: SigningKey | None, content: CampaignContent | None) -> None:
    """Puts the campaign, the volunteer and the friends into a vault."""
    services.campaigns.install(read_bundle(write_bundle(content or campaign(), key or SigningKey.generate())))
    services.campaigns.introduce(Volunteer("Val Underhill", "val@example.org"))
    services.importing.store("friends.vcf", FRIENDS, ())


def contact_id(services: VolunteerServices, name: str) -> ContactId:
    """The id of the contact with this name."""
    return next(row.id for row in services.suggestions.rows(ACTION) if row.name == name)


def send(services: VolunteerServices, name: str, channel: Channel = Channel.TEXT) -> str:
    """Hands the initial script over and marks it sent; gives the event's id."""
    conversation = services.outreach.conversation(ACTION, contact_id(services, name), channel)
    return services.outreach.mark_sent(conversation, conversation.points[0], conversation.message).event_id
