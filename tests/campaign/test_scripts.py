"""Channels inherit the text script, and campaigns travel as JSON without losing anything."""

import msgspec
import pytest

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.content import CampaignContent, Image
from f2f_desktop.campaign.ids import ActionId, MediaId, ScriptId, TargetListId, VoterId
from f2f_desktop.campaign.scripts import InitialScripts, Script
from f2f_desktop.campaign.targets import TargetEntry, TargetList, TargetVoter
from tests.vault.evenings import campaign

TEXT, MAIL = Script(ScriptId("t"), "text"), Script(ScriptId("m"), "mail", "subject", with_image=False)


@pytest.mark.parametrize(
    ("channel", "script"),
    [(Channel.TEXT, TEXT), (Channel.CALL, TEXT), (Channel.EMAIL, MAIL), (Channel.SOCIAL, TEXT)],
)
def test_a_channel_without_a_script_of_its_own_takes_the_text_script(channel: Channel, script: Script) -> None:
    assert InitialScripts(TEXT, email=MAIL).for_channel(channel) is script


def test_a_campaign_survives_the_way_to_json_and_back() -> None:
    content = msgspec.structs.replace(
        campaign(),
        images=(Image(MediaId("i"), "i.png", bytes(range(256)), "dots"),),
        target_lists=(
            TargetList(
                TargetListId("l"),
                "List",
                (TargetVoter(VoterId("AA1"), {"Why": "¿Por qué?"}, "val@example.org"),),
                (TargetEntry("Ada", "Quillfeather", "+12125550101"),),
            ),
        ),
    )
    data = msgspec.json.encode(content, order="deterministic")
    assert msgspec.json.decode(data, type=CampaignContent) == content


def test_an_older_program_reads_a_campaign_with_words_it_does_not_know() -> None:
    data = msgspec.json.encode({**msgspec.to_builtins(campaign()), "invented_later": {"x": 1}})
    content = msgspec.json.decode(data, type=CampaignContent)
    assert content.actions[0].id == ActionId("vote")
