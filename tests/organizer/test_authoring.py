"""Drafting offline, the check list, and publishing to a real hub."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from f2f_desktop.campaign.action import Action, ActionStatus
from f2f_desktop.campaign.checklist import Lack, is_web_address, merge_fields_for, missing
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId, LinkId, TagId
from f2f_desktop.campaign.links import TrackedLink, code_for, codes_in, link_of, new_link_id
from f2f_desktop.campaign.questions import ReportSettings
from f2f_desktop.campaign.targets import TargetEntry, TargetList
from f2f_desktop.cli.signing_keys import read_signing_key
from f2f_desktop.organizer.authoring import (
    Authoring,
    ImageUnusable,
    NotReady,
    SigningKeyMissing,
    SigningKeyUnreadable,
    SigningKeyWrong,
)
from f2f_desktop.sync.organizing import Organizing
from f2f_desktop.vault.authoring import Kind
from f2f_desktop.vault.content import content
from tests.hub.laptops import Laptop
from tests.hub.processes import HubProcess, invite, new_hub


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    made = new_hub(tmp_path / "hub").start()
    yield made
    made.stop()


@pytest.fixture
def owner(hub: HubProcess, tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "owner", "Olga Owner").join(invite(hub, "--role", "owner"))
    yield made
    made.close()


def written(action: Action, text: str = "Hi {{first_name}}!") -> Action:
    script = msgspec.structs.replace(action.scripts.text, text=text)
    return msgspec.structs.replace(
        action,
        title="Vote",
        description="Ask your friends.",
        scripts=msgspec.structs.replace(action.scripts, text=script),
    )


def test_a_draft_stays_here_until_it_is_published_and_versions_grow(
    hub: HubProcess, owner: Laptop, tmp_path: Path
) -> None:
    authoring, organizing = Authoring(owner.vault), Organizing(owner.vault, owner.courier)
    action = authoring.save(written(authoring.new_action("Spring")))
    other = authoring.new_action()
    assert [(row.published, row.changed) for row in authoring.actions()] == [(False, True)] * 2
    with pytest.raises(SigningKeyMissing):
        authoring.signing_key()
    authoring.keep_key(read_signing_key(hub.folder / "campaign.key"))

    ready = authoring.ready([action.id])
    assert organizing.publish(ready.content, authoring.signing_key()) == 1
    authoring.note_published(ready)
    rows = {row.action.id: row for row in authoring.actions()}
    assert (rows[action.id].published, rows[action.id].changed) == (True, False)
    assert rows[action.id].action.status is ActionStatus.PUBLISHED
    assert (rows[other.id].published, rows[other.id].changed) == (False, True)

    vera = Laptop(tmp_path / "vera").join(invite(hub))
    vera.round()
    with vera.vault.transaction() as connection:
        found = content(connection)
    assert found is not None
    assert [(each.title, each.version) for each in found.actions] == [("Vote", 1)]

    authoring.save(msgspec.structs.replace(rows[action.id].action, title="Vote early"))
    authoring.set_status(action.id, ActionStatus.CLOSED)
    ready = authoring.ready()
    assert organizing.publish(ready.content, authoring.signing_key()) == 2
    authoring.note_published(ready)
    vera.round()
    with vera.vault.transaction() as connection:
        found = content(connection)
    assert found is not None
    assert [(each.title, each.version, each.status) for each in found.actions] == [
        ("Vote early", 2, ActionStatus.CLOSED)
    ]
    vera.close()


def test_what_changes_while_it_is_published_stays_a_draft(hub: HubProcess, owner: Laptop) -> None:
    del hub
    authoring = Authoring(owner.vault)
    action = authoring.save(written(authoring.new_action()))
    ready = authoring.ready([action.id])
    authoring.save(msgspec.structs.replace(action, title="Changed meanwhile"))
    authoring.note_published(ready)
    assert authoring.action(action.id).title == "Changed meanwhile"


def test_an_unfinished_action_is_not_published_and_says_why(owner: Laptop) -> None:
    authoring = Authoring(owner.vault)
    action = authoring.new_action()
    lacks = {each.lack for each in authoring.missing(action)}
    assert {Lack.TITLE, Lack.SCRIPT, Lack.NOTHING_TO_REPORT} <= lacks
    with pytest.raises(NotReady) as error:
        authoring.ready([action.id])
    assert {each.lack for each in error.value.lacks[""]} == {Lack.TITLE, Lack.SCRIPT}


def test_another_campaign_s_key_and_a_bad_picture_are_refused(owner: Laptop) -> None:
    from f2f_desktop.events.signing import SigningKey

    authoring = Authoring(owner.vault)
    with pytest.raises(SigningKeyWrong):
        authoring.keep_key(SigningKey.generate())
    with pytest.raises(ImageUnusable):
        authoring.add_image("x.gif", b"GIF89a")
    image = authoring.add_image("x.png", b"\x89PNG\r\n\x1a\nrest")
    assert [each.id for each in authoring.draft().images] == [image.id]
    authoring.remove(Kind.IMAGE, image.id)
    assert not authoring.draft().images


def test_results_are_kept_for_when_there_is_no_network(hub: HubProcess, owner: Laptop) -> None:
    organizing = Organizing(owner.vault, owner.courier)
    assert organizing.overviews().trouble == ""
    assert [row.name for row in organizing.devices().value] == ["Olga Owner"]
    hub.kill()
    kept = organizing.devices()
    assert (kept.trouble, [row.name for row in kept.value]) == ("HubAnswersNot", ["Olga Owner"])
    hub.start()


def test_an_organizer_s_note_reaches_the_volunteer_once(hub: HubProcess, owner: Laptop, tmp_path: Path) -> None:
    vera, otto = (Laptop(tmp_path / name, name).join(invite(hub)) for name in ("vera", "otto"))
    organizing = Organizing(owner.vault, owner.courier)
    hers = [row.id for row in organizing.devices().value if row.name == "vera"]
    assert organizing.ask([*hers, "nobody"], "Please call Ann back.", ActionId("a")) == 1
    for laptop in (vera, vera, otto):
        laptop.round()
    (note,) = vera.courier.notes()
    assert (note.note.text, note.note.by, note.note.action) == ("Please call Ann back.", "Olga Owner", "a")
    assert not otto.courier.notes()
    vera.courier.put_away(note)
    vera.round()
    assert not vera.courier.notes()
    vera.close()
    otto.close()


def test_merge_fields_are_checked_against_what_the_list_and_the_links_give() -> None:
    action = Action(
        ActionId("a"),
        0,
        "T",
        "D",
        written_scripts("Hi {{first_name}} {{precinct}} {{link_plan}} {{nope}} {{"),
        links=(TrackedLink(LinkId("abcdef"), "Plan", "https://example.org/plan"),),
        target_list="l",  # type: ignore[arg-type]
        report=ReportSettings(tags=(TagId("gone"),)),
    )
    people = TargetList("l", "L", entries=(TargetEntry("A", "B", variables={"precinct": "7"}),))  # type: ignore[arg-type]
    found = {
        (each.lack, each.about) for each in missing(action, CampaignContent("c", "C", 1, target_lists=(people,)))
    }  # type: ignore[arg-type]
    assert (Lack.UNKNOWN_MERGE_FIELD, "nope") in found
    assert (Lack.UNKNOWN_TAG, "gone") in found
    assert not {about for lack, about in found if lack is Lack.UNKNOWN_MERGE_FIELD} - {"nope"}
    assert any(lack is Lack.BAD_BRACES for lack, _ in found)
    assert "precinct" in merge_fields_for(action, CampaignContent("c", "C", 1, target_lists=(people,)))  # type: ignore[arg-type]


def written_scripts(text: str):  # type: ignore[no-untyped-def]
    from f2f_desktop.campaign.ids import ScriptId
    from f2f_desktop.campaign.scripts import InitialScripts, Script

    return InitialScripts(Script(ScriptId("s"), text))


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://example.org", True),
        ("https://example.org:8443/a?b=c#d", True),
        ("http://example.org", False),
        ("https://user@example.org", False),
        ("https://example.org@evil.example", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://example.org/ä", False),
        ("https://example.org/a b", False),
    ],
)
def test_a_tracked_link_leads_to_a_web_address(url: str, good: bool) -> None:
    assert is_web_address(url) is good


def test_a_code_says_which_link_it_belongs_to() -> None:
    link = new_link_id()
    codes = {code_for(link, b"secret", str(number)) for number in range(100)}
    assert len(codes) == 100
    assert code_for(link, b"secret", "1") == code_for(link, b"secret", "1")
    assert codes_in(f"see https://hub.example.org/l/{min(codes)}, bye") == (min(codes),)
    assert {link_of(code) for code in codes} == {link}
    assert link_of("../../etc/pass") is None


def test_pictures_go_with_the_actions_that_show_them(hub: HubProcess, owner: Laptop) -> None:
    authoring, organizing = Authoring(owner.vault), Organizing(owner.vault, owner.courier)
    authoring.keep_key_file(hub.folder / "campaign.key")
    png = b"\x89PNG\r\n\x1a\n"
    first, second, stray = (authoring.add_image(name, png) for name in ("first", "second", "stray"))
    action = authoring.save(msgspec.structs.replace(written(authoring.new_action()), image=first.id))
    draft = authoring.save(msgspec.structs.replace(written(authoring.new_action()), image=second.id))
    ready = authoring.ready([action.id])
    assert [image.name for image in ready.content.images] == ["first"]
    organizing.publish(ready.content, authoring.signing_key())
    authoring.note_published(ready)
    assert authoring.unpublished() == 0
    assert {image.id for image in authoring.draft().images} == {first.id, second.id}
    assert stray.id not in {image.id for image in authoring.draft().images}
    ready = authoring.ready([draft.id])
    assert {image.name for image in ready.content.images} == {"first", "second"}
    authoring.save(msgspec.structs.replace(action, image=None))
    assert authoring.ready().content.images == ()


def test_a_key_file_that_is_none_is_said_so(owner: Laptop, tmp_path: Path) -> None:
    authoring = Authoring(owner.vault)
    (tmp_path / "short.key").write_bytes(b"short")
    for name in ("short.key", "missing.key"):
        with pytest.raises(SigningKeyUnreadable):
            authoring.keep_key_file(tmp_path / name)
    assert not authoring.has_key()
