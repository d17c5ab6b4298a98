"""The demo's week, through the door that laptops use."""

from pathlib import Path

from f2f_desktop.campaign.filters import District
from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.demo.content import VOTE, demo_content
from f2f_desktop.demo.week import demo_week
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.demo import make_hub
from f2f_desktop.hub.results import reading
from f2f_desktop.hub.settings import DATABASE
from f2f_desktop.protocol.results import Figure


def test_a_week_of_volunteers_gives_results_that_look_like_a_campaign(tmp_path: Path) -> None:
    voters = [VoterId(f"DEMO{number:07d}") for number in range(40)]
    images = {"library.png": b"x", "rally.png": b"y"}
    content = demo_content(voters, {}, (), (District("city", "RIVERS BEND"),), images, bytes(32))
    week = demo_week(content, now(), 3, volunteers=9)
    again = demo_week(content, now(), 3, volunteers=9)
    assert [len(each.events) for each in week] == [len(each.events) for each in again]
    doings = [(each.name, each.email, each.key, each.stream, each.events) for each in week]
    count = make_hub(tmp_path / "hub", content, SigningKey.generate().public, doings, 8443)
    assert count == sum(len(each.events) for each in week)
    database = HubDatabase(tmp_path / "hub" / DATABASE)
    with database.reading() as connection:
        found = reading.action_results(connection, content.id, VOTE)
        assert found.behind == 0
        assert found.figures[Figure.SENT_TO] == 9
        assert found.figures[Figure.INITIAL] > found.figures[Figure.REPORTS] > 0
        assert all((found.tags, found.fields, found.scripts, found.days))
        (burst,) = reading.all_bursts(connection, content.id)
        assert 110 < burst.messages <= 120  # a few of them were undone
    database.close()
