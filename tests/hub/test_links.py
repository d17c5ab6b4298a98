"""Tracked links: where they lead, what counts as a click, and where nothing leads."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import requests

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId, CampaignId, LinkId, ScriptId
from f2f_desktop.campaign.links import TrackedLink, code_for
from f2f_desktop.campaign.scripts import InitialScripts, Script
from f2f_desktop.cli.signing_keys import read_signing_key
from f2f_desktop.hub.linking import is_person
from f2f_desktop.protocol.results import Figure
from f2f_desktop.sync.organizing import Organizing
from tests.hub.laptops import Laptop, message
from tests.hub.processes import HubProcess, invite, new_hub, wait_until

PERSON = {"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1"}
LINK = TrackedLink(LinkId("pkanaa"), "Plan", "https://example.org/plan?x=1")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    made = new_hub(tmp_path / "hub").start()
    yield made
    made.stop()


def test_a_click_leads_where_the_campaign_signed_and_counts_once_the_message_is_known(
    hub: HubProcess, tmp_path: Path
) -> None:
    owner = Laptop(tmp_path / "owner", "Olga Owner").join(invite(hub, "--role", "owner"))
    organizing = Organizing(owner.vault, owner.courier)
    action = Action(ActionId("a"), 1, "T", "D", InitialScripts(Script(ScriptId("s"), "hi")), links=(LINK,))
    content = CampaignContent(CampaignId("harbor-votes"), "Harbor Votes", 1, actions=(action,))
    organizing.publish(content, read_signing_key(hub.folder / "campaign.key"))
    code = code_for(LINK.id, b"secret", "1")

    def visit(path: str, method: str = "GET", **headers: str) -> requests.Response:
        return requests.request(
            method, f"{hub.url}/l/{path}", headers=PERSON | headers, allow_redirects=False, timeout=10
        )

    answer = visit(code)
    assert (answer.status_code, answer.headers["location"]) == (302, LINK.url)
    visit(code, "HEAD")
    visit(code, **{"sec-purpose": "prefetch"})
    visit(code, **{"user-agent": "WhatsApp/2.23 (preview)"})
    for elsewhere in ("nolink" + code[6:], "https:%2F%2Fevil.example", code + "x", "..%2Fhealth"):
        assert visit(elsewhere).status_code in (400, 404)
        assert "location" not in visit(elsewhere).headers

    def clicks() -> int:
        found = organizing.results(ActionId("a")).value
        return found.figures[Figure.CLICKS]

    assert clicks() == 0
    owner.do(msgspec.structs.replace(message(1), link_codes=(code,)))
    owner.round()
    wait_until(lambda: clicks() == 1)
    visit(code)
    wait_until(lambda: clicks() == 2)
    owner.close()


@pytest.mark.parametrize(
    ("method", "agent", "purpose", "person"),
    [
        ("GET", PERSON["user-agent"], "", True),
        ("HEAD", PERSON["user-agent"], "", False),
        ("GET", "", "", False),
        ("GET", "Slackbot-LinkExpanding 1.0", "", False),
        ("GET", "facebookexternalhit/1.1", "", False),
        ("GET", PERSON["user-agent"], "prefetch;prerender", False),
        ("GET", "curl/8", "", False),
    ],
)
def test_previews_and_robots_are_told_apart(method: str, agent: str, purpose: str, person: bool) -> None:
    assert is_person(method, agent, purpose) is person
