"""Extract and matches on the laptop: encrypted, by the campaign's hand, wiped when their time is over."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.matching.model import Candidate, Match, MatchStatus
from f2f_desktop.vault import extracts
from f2f_desktop.vault.extracts import InstalledExtractDamaged
from f2f_desktop.vault.files import DiskFull
from f2f_desktop.vault.matches import StoredMatch
from f2f_desktop.volunteer import matchmaking as room
from f2f_desktop.volunteer.matchmaking import MatchCounts, NoExtract
from f2f_desktop.volunteer.standing import MatchState
from f2f_desktop.volunteer.teaching import Asked, Found
from f2f_desktop.voterfile.errors import ExtractExpired, ExtractSignedByStranger
from f2f_desktop.workspace import Protection, VolunteerServices, Workspace
from tests.vault.evenings import CHEAP, PASSPHRASE, contact_id, friend, opened
from tests.vault.secret_evening import extract_of_ada
from tests.volunteer.districts import match, voter

KEY = SigningKey.generate()
ADA = "Ada Quillfeather"


@pytest.fixture
def extract(tmp_path: Path) -> bytes:
    return extract_of_ada(tmp_path, KEY)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    found = opened(tmp_path / "vault", KEY)
    yield found
    found.lock()


@pytest.fixture
def services(workspace: Workspace) -> VolunteerServices:
    return workspace.services


def run(services: VolunteerServices) -> MatchCounts:
    return services.matchmaking.keep(services.matchmaking.find(services.matchmaking.asked()))


def learn(services: VolunteerServices) -> bool:
    """Matches again whom the newest answers touch; whether there was anything to learn."""
    again = services.matchmaking.asked_again()
    if again is not None:
        services.matchmaking.keep(services.matchmaking.find_again(again))
    return again is not None


def encrypted(workspace: Workspace) -> list[str]:
    return sorted(path.name for path in workspace.folder.glob("extract-*"))


def test_friends_are_matched_on_the_laptop_and_the_answer_outlives_locking(
    workspace: Workspace, extract: bytes
) -> None:
    services = workspace.services
    services.matchmaking.install(extract)
    assert run(services) == MatchCounts(3, 1, 0, 2)
    workspace.lock()
    workspace.unlock(PASSPHRASE)
    assert workspace.services.matchmaking.counts() == MatchCounts(3, 1, 0, 2)
    question = workspace.services.matchmaking.question(contact_id(workspace.services, ADA))
    assert question is not None
    assert question.standing.state is MatchState.MATCHED
    # The extract is opened for the question by itself: its voters can be shown.
    assert question.candidates[0][1].street_address == "77 MARROWFAT LANE"


def test_a_confirmed_voter_has_all_that_the_extract_says_also_after_locking(
    workspace: Workspace, extract: bytes
) -> None:
    workspace.services.matchmaking.install(extract)
    run(workspace.services)
    workspace.lock()
    workspace.unlock(PASSPHRASE)
    services = workspace.services
    services.matchmaking.confirm(contact_id(services, "Ben Marrowby"), VoterId("ZZ900002"))
    stands = services.suggestions.standing_of(contact_id(services, "Ben Marrowby"))
    assert stands.voter is not None
    assert (stands.voter.last_name, stands.voter.party) == ("PFEFFERNUSS", "REP")


def test_without_an_extract_a_confirmed_voter_is_the_one_that_was_matched(services: VolunteerServices) -> None:
    match(services, ada=voter("v1"))
    services.matchmaking.confirm(contact_id(services, ADA), VoterId("v1"))
    stands = services.suggestions.standing_of(contact_id(services, ADA))
    assert (stands.state, stands.voter) == (MatchState.CONFIRMED, voter("v1"))
    with pytest.raises(NoExtract):
        services.matchmaking.open()
    with pytest.raises(NoExtract):
        services.matchmaking.find(Asked(()))


def test_decisions_outlive_a_new_run_and_are_taken_back_one_by_one(
    services: VolunteerServices, extract: bytes
) -> None:
    services.matchmaking.install(extract)
    run(services)
    ada = contact_id(services, ADA)
    services.matchmaking.reject(ada, VoterId("ZZ900001"))
    run(services)
    assert services.suggestions.standing_of(ada).state is not MatchState.MATCHED
    services.matchmaking.reject(ada, None)
    run(services)
    assert services.suggestions.standing_of(ada).state is MatchState.REJECTED
    assert services.matchmaking.undo_last(ada)
    assert services.matchmaking.undo_last(ada)
    assert not services.matchmaking.undo_last(ada)
    assert learn(services)
    assert not learn(services)
    assert services.suggestions.standing_of(ada).state is MatchState.MATCHED


def test_a_decision_outlives_a_merge(services: VolunteerServices) -> None:
    services.importing.store("mail.csv", (friend("ben-2", "Ben", "Marrowby", "", "ben@example.org"),), ())
    ben = next(each.id for each in services.importing.contacts() if each.contact.uid == "ben")
    younger = next(each.id for each in services.importing.contacts() if each.contact.uid == "ben-2")
    services.matchmaking.confirm(younger, VoterId("v9"))
    link = friend("ben-3", "Ben", "Marrowby", "+12125550102", "ben@example.org")
    services.importing.store("phone.csv", (link,), ())
    merged = contact_id(services, "Ben Marrowby")
    assert merged == ben
    assert services.suggestions.standing_of(merged).voter_id == "v9"
    assert services.suggestions.standings()[merged].voter_id == "v9"
    assert services.matchmaking.undo_last(merged)
    assert services.suggestions.standing_of(merged).voter_id is None


def test_an_extract_by_another_hand_than_the_campaigns_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    stranger = extract_of_ada(tmp_path, SigningKey.generate())
    with pytest.raises(ExtractSignedByStranger):
        workspace.services.matchmaking.install(stranger)
    assert encrypted(workspace) == []
    # The control: as long as there is no campaign, anybody's is taken.
    alone = Workspace(tmp_path / "alone")
    alone.create(Protection(PASSPHRASE, cost=CHEAP))
    alone.services.matchmaking.install(stranger)
    alone.lock()


def test_a_new_extract_takes_the_place_of_the_old_one(workspace: Workspace, extract: bytes) -> None:
    services = workspace.services
    services.matchmaking.install(extract)
    (first,) = encrypted(workspace)
    services.matchmaking.install(extract)
    (second,) = encrypted(workspace)
    assert first != second
    assert services.matchmaking.installed() is not None
    services.matchmaking.forget_extract()
    assert encrypted(workspace) == []
    assert services.matchmaking.installed() is None
    with pytest.raises(NoExtract):
        services.matchmaking.open()


def test_the_encrypted_file_opens_only_unchanged(workspace: Workspace, extract: bytes) -> None:
    services = workspace.services
    services.matchmaking.install(extract)
    (name,) = encrypted(workspace)
    path = workspace.folder / name
    data = path.read_bytes()
    for broken in (b"", data[:-1], data[:20] + bytes([data[20] ^ 1]) + data[21:], b"\0" * len(data)):
        path.write_bytes(broken)
        services.matchmaking.close()
        with pytest.raises(InstalledExtractDamaged, match="Import the extract file again"):
            services.matchmaking.open()
    path.unlink()
    with pytest.raises(InstalledExtractDamaged):
        services.matchmaking.open()
    path.write_bytes(data)
    assert len(services.matchmaking.open().voters) == 302


def test_an_expired_extract_is_wiped_at_the_next_unlocking_and_told_of(
    workspace: Workspace, extract: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.services.matchmaking.install(extract)
    later = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=31)
    monkeypatch.setattr(room, "today", lambda: later)
    workspace.services.matchmaking.close()
    with pytest.raises(ExtractExpired):
        workspace.services.matchmaking.open()
    assert encrypted(workspace) != []
    workspace.lock()
    workspace.unlock(PASSPHRASE)
    assert encrypted(workspace) == []
    kept = workspace.services.matchmaking.installed()
    assert kept is not None
    assert kept.expires < later
    with pytest.raises(ExtractExpired, match="current extract"):
        workspace.services.matchmaking.open()
    # Nor does a clock that is set back bring it to life: the key is gone.
    monkeypatch.undo()
    with pytest.raises(InstalledExtractDamaged):
        workspace.services.matchmaking.open()


def test_locking_gives_the_opened_extract_up_though_a_screen_still_holds_the_services(
    workspace: Workspace, extract: bytes
) -> None:
    services = workspace.services
    services.matchmaking.install(extract)
    assert services.matchmaking.extract is not None
    workspace.lock()
    assert services.matchmaking.extract is None


def test_a_full_disk_leaves_the_former_extract(
    workspace: Workspace, extract: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = workspace.services
    services.matchmaking.install(extract)
    before = encrypted(workspace)

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(extracts, "seal", full)
    with pytest.raises(DiskFull):
        services.matchmaking.install(extract)
    assert encrypted(workspace) == before
    services.matchmaking.close()
    assert len(services.matchmaking.open().voters) == 302


def test_the_campaign_hears_how_many_were_matched(services: VolunteerServices, extract: bytes) -> None:
    waiting = services.shift.waiting().events
    services.matchmaking.install(extract)
    run(services)
    assert services.shift.waiting().events == waiting + 1
    run(services)
    assert services.shift.waiting().events == waiting + 1


def test_questions_put_off_come_last(services: VolunteerServices) -> None:
    twins = (Candidate(VoterId("v1"), 0.48), Candidate(VoterId("v2"), 0.47))
    services.matchmaking.keep(
        Found(
            tuple(
                StoredMatch(each.id, Match(each.id, MatchStatus.AMBIGUOUS, twins, 0.05), voter("v1"))
                for each in services.importing.contacts()
            )
        )
    )
    asked = services.matchmaking.questions()
    assert [each.name.split()[0] for each in asked] == ["Ada", "Ben", "Cleo"]
    services.matchmaking.skip(asked[0].contact_id)
    assert [each.name.split()[0] for each in services.matchmaking.questions()] == ["Ben", "Cleo", "Ada"]
    services.matchmaking.confirm(asked[1].contact_id, VoterId("v1"))
    assert [each.name.split()[0] for each in services.matchmaking.questions()] == ["Cleo", "Ada"]
