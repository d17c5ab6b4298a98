"""Receivers are found by the beginning of their name or of the volunteer's, by the page, however many there are."""

import itertools
import random
from pathlib import Path

import pytest
from sqlalchemy import select

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ContactId, Milliseconds, ScriptId
from f2f_desktop.events.envelope import Event
from f2f_desktop.events.facts import ContactReference, MessageKind, MessageSent
from f2f_desktop.events.ids import new_event_id
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.results import reading, seeking
from f2f_desktop.hub.tables import conversations
from f2f_desktop.protocol.receivers import LONGEST_SOUGHT, beginning, begins, is_sought, sought
from f2f_desktop.protocol.results import ReceiverRow
from tests.hub.test_results import ACTION, CAMPAIGN, House, house

__all__ = ["house"]

FIRST = ("Ana", "Ánna", "Bert", "Carla María", "D", "Émile")
LAST = ("López García", "Adams", "d’Arc", "Bertram", "", "D1")


def written(house: House, count: int) -> None:
    """Messages to people of all those names, and to some whose name is not shared."""
    draw = random.Random(3)
    made = []
    for number in range(count):
        device = draw.choice(list(house.devices))
        name = f"{draw.choice(FIRST)} {draw.choice(LAST)}".strip() if draw.random() < 0.9 else ""
        at = Milliseconds(now())
        contact = ContactReference(ContactId(f"c{number}"), voter_id=None if name else f"BERT{number}", name=name)
        fact = MessageSent(
            ACTION,
            1,
            contact,
            Channel.TEXT,
            MessageKind.INITIAL,
            ScriptId("s"),
            suggested=draw.random() < 0.3,
            in_district=draw.choice([None, True, False]),
        )
        seq = 1 + sum(each.stream == device for each in made)
        made.append(Event(new_event_id(at), device, seq, at, fact))
    house.push(made)
    house.project()


def pages(house: House, search: str, most: int, device: str, **wanted: bool | None) -> list[ReceiverRow]:
    found: list[ReceiverRow] = []
    before: int | None = None
    while True:
        page = house.read(
            lambda connection, at=before: reading.receivers(
                connection, CAMPAIGN, ACTION, at, **wanted, device=device, most=most, search=search
            )
        )
        found += page.rows
        before = page.before
        if before is None:
            return found


def test_pages_of_a_search_are_what_the_whole_list_has_of_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(house, 120)
    whole = {device: pages(house, "", 1_000, device) for device in ("", "d1")}
    searches = ("an", "ANA L", "lópez", "lopez garcia an", "garcía", "d", "d1", "bert", "carla", "maria", "x")
    met: dict[str, int] = {}
    for few, search, device in itertools.product((seeking.FEW, 0), searches, whole):
        monkeypatch.setattr(seeking, "FEW", few)
        for in_district, suggested in ((None, None), (True, None), (False, True)):
            expected = [
                row
                for row in whole[device]
                if is_sought(row, beginning(search))
                and in_district in (None, row.in_district)
                and suggested in (None, row.suggested)
            ]
            found = pages(house, search, 3, device, in_district=in_district, suggested=suggested)
            assert found == expected, (few, search, device)
            met[search] = met.get(search, 0) + len(found)
    assert all(met[search] for search in searches[:-3])
    assert met["x"] == 0


def test_a_volunteers_name_finds_everybody_they_wrote_to(house: House) -> None:
    written(house, 60)
    whole = pages(house, "", 1_000, "")
    found = pages(house, "d2", 50, "")
    assert found == [row for row in whole if row.volunteer == "d2" or begins(row.name, "d2")]
    assert any(row.name and not begins(row.name, "d2") for row in found)


def test_a_name_may_be_begun_from_any_word_that_it_is_known_by() -> None:
    assert sought("  Ana   López García ") == ("ana lopez garcia", "garcia ana lopez", "lopez garcia ana")
    assert sought("Cher") == ("cher", "", "")
    assert sought("") == ("", "", "")
    assert all(len(each) <= LONGEST_SOUGHT for each in sought("x" * 500 + " " + "ﷺ" * 500))
    assert beginning(" LÓPEZ  García ") == "lopez garcia"
    assert beginning(" \x00 ") == ""
    for begun, found in (("ana", True), ("garcia a", True), ("lopez g", True), ("arc", False)):
        assert begins("Ana López García", begun) is found


def test_receivers_that_were_there_before_are_found_after_the_migration(database: str, tmp_path: Path) -> None:
    where = database or tmp_path / "hub.db"
    house = House(where)
    written(house, 30)
    columns = ("sought", "sought_last", "sought_other")
    before = house.read(lambda connection: set(map(tuple, connection.execute(select(conversations)))))
    with house.database.writing() as connection:
        for name in columns:
            connection.exec_driver_sql(f"DROP INDEX ix_conversations_{name}")
            connection.exec_driver_sql(f"ALTER TABLE conversations DROP COLUMN {name}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0003'")
    house.database.close()
    again = HubDatabase(where)
    with again.reading() as connection:
        assert set(map(tuple, connection.execute(select(conversations)))) == before
    again.close()
