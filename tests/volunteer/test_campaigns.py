"""A campaign on the laptop: always signed by one key, never older, and the volunteer's progress in it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from f2f_desktop.campaign.action import ActionStatus
from f2f_desktop.campaign.ids import ActionId, CampaignId
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.protocol.bundle import read_bundle, read_bundle_file, write_bundle
from f2f_desktop.vault.content import BundleOutdated, CampaignKeyChanged, OtherCampaign
from f2f_desktop.volunteer.campaigns import ActionClosed, NoCampaign, Volunteer
from f2f_desktop.workspace import Protection, Workspace
from tests.vault.evenings import ACTION, CHEAP, PASSPHRASE, campaign, opened

KEY = SigningKey.generate()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    found = opened(tmp_path / "vault", KEY, campaign(2))
    yield found
    found.lock()


def test_a_campaign_keeps_its_key_and_never_grows_younger(workspace: Workspace) -> None:
    install = workspace.services.campaigns.install
    with pytest.raises(CampaignKeyChanged, match="somebody else"):
        install(read_bundle(write_bundle(campaign(3), SigningKey.generate())))
    with pytest.raises(BundleOutdated):
        install(read_bundle(write_bundle(campaign(1), KEY)))
    other = msgspec.structs.replace(campaign(3), id=CampaignId("another"))
    with pytest.raises(OtherCampaign):
        install(read_bundle(write_bundle(other, KEY)))
    assert workspace.services.campaigns.content().version == 2
    install(read_bundle(write_bundle(campaign(3), KEY)))
    assert workspace.services.campaigns.content().version == 3
    assert workspace.services.campaigns.key() == KEY.public.to_bytes()


def test_the_same_bundle_again_changes_nothing(workspace: Workspace) -> None:
    before = workspace.services.campaigns.content()
    workspace.services.campaigns.install(read_bundle(write_bundle(campaign(2), KEY)))
    assert workspace.services.campaigns.content() == before


def test_before_a_bundle_there_is_no_campaign(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "vault")
    workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    campaigns = workspace.services.campaigns
    assert not campaigns.has_campaign()
    with pytest.raises(NoCampaign):
        campaigns.content()
    assert workspace.services.suggestions.rows(ACTION) == []
    workspace.lock()


def test_seeing_and_starting_count_once_and_completing_each_time(workspace: Workspace) -> None:
    campaigns = workspace.services.campaigns
    waiting = workspace.services.shift.waiting().events
    for _ in range(3):
        campaigns.see(ACTION)
        campaigns.start(ACTION)
        campaigns.complete(ACTION)
    progress = campaigns.actions()[0].progress
    assert progress.seen_at is not None
    assert progress.started_at is not None
    assert progress.completed == 3
    assert workspace.services.shift.waiting().events == waiting + 5


def test_an_action_that_is_gone_is_told_in_words(workspace: Workspace) -> None:
    gone = ActionId("gone")
    services = workspace.services
    for step in (
        services.campaigns.see,
        services.campaigns.action,
        services.suggestions.rows,
        services.shift.summary,
    ):
        with pytest.raises(ActionClosed):
            step(gone)


def test_only_published_actions_are_offered(workspace: Workspace) -> None:
    content = campaign(3)
    closed = msgspec.structs.replace(content.actions[0], id=ActionId("old"), status=ActionStatus.CLOSED)
    bundle = msgspec.structs.replace(content, actions=(closed, *content.actions))
    workspace.services.campaigns.install(read_bundle(write_bundle(bundle, KEY)))
    assert [card.action.id for card in workspace.services.campaigns.actions()] == [ACTION]


@pytest.mark.parametrize(
    ("name", "first"), [("Val Underhill", "Val"), ("  Val  ", "Val"), ("", ""), ("José Luis", "José")]
)
def test_scripts_are_signed_by_the_first_name(workspace: Workspace, name: str, first: str) -> None:
    workspace.services.campaigns.introduce(Volunteer(name, " v@example.org "))
    assert workspace.services.campaigns.volunteer().first_name == first
    assert workspace.services.campaigns.volunteer().email == "v@example.org"


def test_a_bundle_file_that_is_missing_or_a_folder_is_told_in_words(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.f2fbundle", tmp_path):
        with pytest.raises(KnownError, match="cannot be read"):
            read_bundle_file(path)
    (tmp_path / "x.f2fbundle").write_bytes(write_bundle(campaign(), KEY))
    assert read_bundle_file(tmp_path / "x.f2fbundle").content == campaign()
