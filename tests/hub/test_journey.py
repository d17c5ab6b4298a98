"""From an invite to "all safe", against a real hub on both databases."""

from pathlib import Path
from typing import Any

import pytest
import requests
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import CampaignId
from f2f_desktop.cli.signing_keys import read_signing_key
from f2f_desktop.errors import KnownError
from f2f_desktop.sync.listing import all_devices
from f2f_desktop.sync.organizing import Organizing
from f2f_desktop.sync.pushing import push
from f2f_desktop.sync.troubles import AccessEnded, HubAnswersNot
from f2f_desktop.vault.content import content
from f2f_desktop.vault.conversations import opted_out_points
from f2f_desktop.vault.hubs import known_hubs
from tests.hub.laptops import Laptop, opt_out
from tests.hub.processes import HubProcess, hub_command, invite, wait_until


def test_what_was_done_arrives_once_and_is_vouched_for(hub: HubProcess, tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "vault").join(invite(hub))
    laptop.work(6)
    assert laptop.courier.standing().waiting == 12
    done = laptop.round()
    assert done.pushed is not None
    assert (done.pushed.sent, done.pushed.safe, done.pushed.complete) == (12, 12, True)
    standing = laptop.courier.standing()
    assert standing.all_safe
    assert (standing.complete_count, standing.waiting) == (12, 0)
    again = laptop.round()
    assert again.pushed is not None
    assert again.pushed.sent == 0
    laptop.close()


def test_without_the_hub_nothing_is_safe_and_nothing_is_lost(hub: HubProcess, tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "vault").join(invite(hub))
    laptop.work(2)
    port = int(hub.url.rsplit(":", 1)[1])
    hub.kill()
    done = laptop.courier.round()[0]
    assert isinstance(done.trouble, HubAnswersNot)
    assert not laptop.courier.standing().all_safe
    hub.start(port)
    laptop.round()
    assert laptop.courier.standing().all_safe
    laptop.close()


def test_content_comes_down_signed_and_opt_outs_of_others_count(hub: HubProcess, tmp_path: Path) -> None:
    owner = Laptop(tmp_path / "owner", "Olga Owner").join(invite(hub, "--role", "organizer"))
    vera = Laptop(tmp_path / "vera").join(invite(hub))
    key = read_signing_key(hub.folder / "campaign.key")
    Organizing(owner.vault, owner.courier).publish(
        CampaignContent(CampaignId("harbor-votes"), "Harbor Votes", 3), key
    )
    assert vera.round().pulled is not None
    with vera.vault.transaction() as connection:
        found = content(connection)
        assert found is not None
        assert (found.name, found.version) == ("Harbor Votes", 3)
    owner.do(opt_out(77))
    owner.round()

    def hears_of_it() -> bool:
        vera.round()
        with vera.vault.transaction() as connection:
            return f"{77:032x}" in opted_out_points(connection)

    wait_until(hears_of_it)
    owner.close()
    vera.close()


def test_a_revoked_laptop_is_out_with_its_next_request(hub: HubProcess, tmp_path: Path) -> None:

    owner = Laptop(tmp_path / "owner", "Olga Owner").join(invite(hub, "--role", "organizer"))
    vera = Laptop(tmp_path / "vera").join(invite(hub))
    vera.round()
    with owner.vault.transaction() as connection:
        from f2f_desktop.vault.hubs import known_hubs

        known = known_hubs(connection)[0]
    client = owner.courier.client(known)
    devices = all_devices(client)
    hers = next(device.id for device in devices if device.name == "Vera Volunteer")
    client.post(f"/v1/devices/{hers}/revoke", {}, dict)
    client.close()
    vera.work(1)
    assert isinstance(vera.courier.round()[0].trouble, AccessEnded)
    assert vera.courier.standing().revoked
    owner.close()
    vera.close()


def test_a_join_code_leads_to_the_hub_that_knows_it(tmp_path: Path) -> None:
    from tests.hub.processes import new_hub

    made = new_hub(tmp_path / "hub", tls="own").start()
    try:
        shown = invite(made, "--code")
        code = shown.split("join code: ")[1].split()[0]
        laptop = Laptop(tmp_path / "vault")
        laptop.courier.join_by_code(made.url.removeprefix("https://"), code.lower(), "Vera Volunteer")
        laptop.work(1)
        laptop.round()
        assert laptop.courier.standing().all_safe
        laptop.close()
        other = Laptop(tmp_path / "other")
        with pytest.raises(KnownError, match="does not know the code"):
            other.courier.join_by_code(made.url, "ABCDEF" if code != "ABCDEF" else "ABCDEG", "Otto Other")
        other.close()
    finally:
        made.stop()


def test_a_hub_stops_gracefully(sqlite_hub: HubProcess) -> None:
    assert sqlite_hub.stop() == 0
    assert "Traceback" not in (sqlite_hub.folder / "stderr.txt").read_text()
    assert hub_command("reproject", "--folder", sqlite_hub.folder).returncode == 0


class BrokenOnTheWayUp(HTTPAdapter):
    """A line on which whatever is larger than a question is cut."""

    def send(self, request: PreparedRequest, *arguments: Any, **options: Any) -> Response:
        if request.method == "POST":
            raise requests.ConnectionError("cut")
        return super().send(request, *arguments, **options)


def test_organizers_see_how_many_events_wait_on_a_laptop(hub: HubProcess, tmp_path: Path) -> None:
    owner = Laptop(tmp_path / "owner", "Olga Owner").join(invite(hub, "--role", "organizer"))
    vera = Laptop(tmp_path / "vera").join(invite(hub))

    def waiting() -> int | None:
        rows = Organizing(owner.vault, owner.courier).devices().value
        return next(row.waiting for row in rows if row.name == "Vera Volunteer")

    assert waiting() is None
    vera.round()
    assert waiting() == 0
    vera.work(6)
    with vera.vault.transaction() as connection:
        known = known_hubs(connection)[0]
    client = vera.courier.client(known)
    client.session.mount("http://", BrokenOnTheWayUp())
    with pytest.raises(KnownError):
        push(vera.vault, known, client)
    client.close()
    assert waiting() == 12
    vera.round()
    assert waiting() == 0
    vera.close()
    owner.close()
