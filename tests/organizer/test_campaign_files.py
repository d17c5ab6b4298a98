"""`targets resolve --bundle`: the list in a campaign file, which laptops take as the campaign's next version."""

import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from f2f_desktop.campaign.action import ActionStatus
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId, TargetListId
from f2f_desktop.campaign.targets import TargetEntry, TargetList
from f2f_desktop.cli.main import main
from f2f_desktop.contacts.model import Contact, PersonName, Phone
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.organizer import campaign_files
from f2f_desktop.organizer.campaign_files import signed, suggesting, with_target_list
from f2f_desktop.organizer.errors import ActionUnclear, ActionUnknown, CampaignTooLarge
from f2f_desktop.protocol.bundle import read_bundle, read_bundle_file, write_bundle
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract
from f2f_desktop.workspace import Workspace
from tests.matching.people import Person, crowd, voters_from
from tests.vault.evenings import ACTION, campaign, opened

KEY = SigningKey.generate()
LIST = """\
first_name,last_name,phone,voter_id,why_you
Zelda,Quillfeather,919-555-0101,ZZ900001,You love the library.
Nobody,Whoever,919-555-0199,,You are new in town.
"""


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("extract") / "district.f2fx"
    details = ExtractDetails(layout="test", expires=datetime.now(UTC).date() + timedelta(days=9))
    zelda = Person("ZZ900001", "ZELDA", "QUILLFEATHER", phone=9195550101)
    write_extract(path, voters_from([*crowd(500), zelda]), details, SigningKey.generate())
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a list, a campaign at version 2, and its key."""
    (tmp_path / "friends.csv").write_text(LIST)
    (tmp_path / "campaign.f2fbundle").write_bytes(write_bundle(campaign(2), KEY))
    (tmp_path / "campaign.key").write_bytes(KEY.to_bytes())
    return tmp_path


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    found = opened(tmp_path / "vault", KEY, campaign(2))
    yield found
    found.lock()


def resolve(folder: Path, extract: Path, *more: str, bundle: str = "campaign.f2fbundle") -> int:
    words = ["--bundle", str(folder / bundle), "--key", str(folder / "campaign.key")]
    return main(["targets", "resolve", str(folder / "friends.csv"), "--extract", str(extract), *words, *more])


def test_a_laptop_takes_the_campaign_with_the_list_and_gives_the_star(
    folder: Path, extract: Path, workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert resolve(folder, extract, "--action", ACTION) == 0
    assert f"version 3, 1 voter and 1 person not in the file suggested by {ACTION}" in capsys.readouterr().out
    services = workspace.services
    nobody = Contact(
        "n", PersonName("Nobody Whoever", "Nobody", family="Whoever"), phones=(Phone("+19195550199", ""),)
    )
    services.importing.store("book", [nobody], [])
    before = {row.name: row.starred for row in services.suggestions.rows(ACTION)}
    services.campaigns.install(read_bundle_file(folder / "campaign.f2fbundle"))
    after = {row.name: row.starred for row in services.suggestions.rows(ACTION)}
    assert (before["Nobody Whoever"], after["Nobody Whoever"]) == (False, True)
    (kept,) = [each for each in services.campaigns.content().target_lists if each.id == "friends"]
    assert [(voter.voter_id, voter.variables) for voter in kept.voters] == [
        ("ZZ900001", {"why_you": "You love the library."})
    ]


def test_the_list_of_the_same_id_is_replaced_and_the_rest_of_the_campaign_stays(
    folder: Path, extract: Path
) -> None:
    assert resolve(folder, extract, "--action", ACTION) == 0
    first = read_bundle_file(folder / "campaign.f2fbundle").content
    (folder / "friends.csv").write_text(LIST.replace("Nobody", "Somebody"))
    assert resolve(folder, extract) == 0
    second = read_bundle_file(folder / "campaign.f2fbundle").content
    assert (first.version, second.version) == (3, 4)
    names = [[entry.first_name for each in now.target_lists for entry in each.entries] for now in (first, second)]
    assert "Nobody" in names[0]
    assert "Nobody" not in names[1]
    assert len(names[0]) == len(names[1])
    assert first.tags == second.tags
    assert [action.version for action in second.actions if action.id == ACTION] == [
        action.version + 2 for action in campaign(2).actions if action.id == ACTION
    ]


def test_another_key_is_refused_before_the_work(
    folder: Path, extract: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Control for the star above: laptops would refuse what it signs."""
    before = (folder / "campaign.f2fbundle").read_bytes()
    (folder / "campaign.key").write_bytes(SigningKey.generate().to_bytes())
    assert resolve(folder, extract) == 1
    told = capsys.readouterr().err
    assert "was signed by the key" in told
    assert "rows" not in told
    assert (folder / "campaign.f2fbundle").read_bytes() == before


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda folder: (folder / "campaign.key").unlink(), "campaign.key cannot be read"),
        (lambda folder: (folder / "campaign.key").write_bytes(b"short"), ""),
        (lambda folder: (folder / "campaign.f2fbundle").write_bytes(b"nothing"), "This is no campaign file"),
        (
            lambda folder: (folder / "campaign.f2fbundle").write_bytes(write_bundle(campaign(2), KEY)[:-9]),
            "damaged",
        ),
        (lambda folder: (folder / "friends.csv").write_text("a,b\n1,2\n"), "no column"),
    ],
)
def test_whatever_is_wrong_is_said_and_nothing_is_written(
    folder: Path, extract: Path, capsys: pytest.CaptureFixture[str], change: object, words: str
) -> None:
    assert callable(change)
    change(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert resolve(folder, extract) == 1
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_where_there_is_no_campaign_file_one_begins_and_its_key_is_kept_secret(
    folder: Path, extract: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "campaign.key").unlink()
    assert resolve(folder, extract, "--name", "Friends", "--region", "US", bundle="new.f2fbundle") == 0
    assert "a new key" in capsys.readouterr().err
    key = SigningKey.from_bytes((folder / "campaign.key").read_bytes())
    if sys.platform != "win32":
        assert stat.S_IMODE((folder / "campaign.key").stat().st_mode) == 0o600
    bundle = read_bundle_file(folder / "new.f2fbundle")
    assert bundle.signer == key.public.to_bytes()
    (action,) = bundle.content.actions
    assert (bundle.content.version, action.status, action.target_list) == (1, ActionStatus.PUBLISHED, "friends")
    assert resolve(folder, extract, "--name", "Friends", bundle="new.f2fbundle") == 0
    again = read_bundle_file(folder / "new.f2fbundle").content
    assert (again.id, again.version, len(again.target_lists)) == (bundle.content.id, 2, 1)


def test_a_list_without_a_place_to_go_is_usage(folder: Path, extract: Path) -> None:
    words = ["targets", "resolve", str(folder / "friends.csv"), "--extract", str(extract)]
    assert main(words) == 2
    assert main([*words, "--bundle", str(folder / "campaign.f2fbundle")]) == 2


def with_actions(*statuses: ActionStatus, suggests: str | None = None) -> CampaignContent:
    content = campaign(1)
    actions = tuple(
        msgspec.structs.replace(
            content.actions[0],
            id=ActionId(f"a{number}"),
            status=status,
            target_list=TargetListId(suggests) if suggests and number == 1 else None,
        )
        for number, status in enumerate(statuses)
    )
    return msgspec.structs.replace(content, actions=actions)


def test_which_actions_suggest_the_list_is_never_guessed() -> None:
    published, closed, draft = ActionStatus.PUBLISHED, ActionStatus.CLOSED, ActionStatus.DRAFT
    mine = TargetListId("list")
    assert suggesting(with_actions(published, closed), mine) == ("a0",)
    assert suggesting(with_actions(closed, draft), mine) == ("a1",)
    assert suggesting(with_actions(published, published, suggests="list"), mine) == ("a1",)
    assert suggesting(with_actions(published, published), mine, [ActionId("a1"), ActionId("a0")]) == ("a0", "a1")
    with pytest.raises(ActionUnclear, match="a0, a1"):
        suggesting(with_actions(published, published, suggests="another"), mine)
    with pytest.raises(ActionUnclear, match="no open action"):
        suggesting(with_actions(closed), mine)
    with pytest.raises(ActionUnknown, match="a0"):
        suggesting(with_actions(published), mine, [ActionId("x")])


def test_a_campaign_file_that_no_laptop_takes_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = tuple(TargetEntry("A", str(number), f"+1919555{number:04d}") for number in range(500))
    after = with_target_list(campaign(1), TargetList(TargetListId("x"), "X", (), entries), [])
    assert read_bundle(signed(after, KEY, "x")).content == after
    monkeypatch.setattr(campaign_files, "MAX_FILE", 2_000)
    with pytest.raises(CampaignTooLarge):
        signed(after, KEY, "x")
