"""What a hub keeps does not grow without end: files that nobody publishes, visits of short addresses."""

from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Connection, select

from f2f_desktop.campaign.action import Action
from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import ActionId, Milliseconds, ScriptId
from f2f_desktop.campaign.links import code_for
from f2f_desktop.campaign.scripts import InitialScripts, Script
from f2f_desktop.hub import linking
from f2f_desktop.hub.clock import now
from f2f_desktop.hub.database import HubDatabase
from f2f_desktop.hub.linking import forget_unknown, note_click, note_links
from f2f_desktop.hub.results import reading
from f2f_desktop.hub.results.projector import start_anew
from f2f_desktop.hub.tables import blobs, link_visits, pieces
from f2f_desktop.protocol.manifest import ExtractOffer, hash_of, publication
from f2f_desktop.protocol.results import Figure
from f2f_desktop.protocol.roles import Role
from tests.hub.laptops import message
from tests.hub.processes import wait_until
from tests.hub.replicas import HARBOR, KEYS, Replica, set_up_hub
from tests.hub.test_links import LINK, PERSON


def test_files_that_were_never_published_are_thrown_away_after_a_month(replica: Replica) -> None:
    owner = replica.device(Role.OWNER)

    def sent(data: bytes) -> str:
        target = f"/v1/blobs/{hash_of(data)}/0?size={len(data)}"
        assert owner.ask("PUT", target, data, "application/octet-stream").status == 200
        return hash_of(data)

    def published(version: int, *extracts: bytes) -> None:
        offers = tuple(ExtractOffer(hash_of(data)[:16], "x", sent(data), len(data), "") for data in extracts)
        made = publication(CampaignContent(HARBOR, "Harbor", version), KEYS[HARBOR], Milliseconds(now()), offers)
        for data in made.parts.values():
            sent(data)
        assert owner.ask("PUT", "/v1/manifest", made.manifest, "application/octet-stream").status == 200

    def kept() -> set[str]:
        with replica.hub.database.reading() as connection:
            assert set(connection.scalars(select(pieces.c.hash))) == set(connection.scalars(select(blobs.c.hash)))
            return set(connection.scalars(select(blobs.c.hash)))

    former, stray, core = hash_of(b"former extract"), sent(b"stray"), kept()
    published(1, b"former extract")
    core = kept() - {former, stray}
    assert len(core) == 1
    published(2, b"newer extract")
    assert {former, stray, *core} < kept()  # a month is given to whoever means to publish
    replica.hub.write(lambda connection: connection.execute(blobs.update().values(at=1)))
    young = sent(b"on its way to be published")
    published(3)
    assert stray not in kept()
    assert {former, young, hash_of(b"newer extract"), *core} < kept()


def with_link(replica: Replica) -> None:
    action = Action(ActionId("a"), 1, "T", "D", InitialScripts(Script(ScriptId("s"), "hi")), links=(LINK,))
    content = CampaignContent(HARBOR, "Harbor", 1, actions=(action,))
    replica.hub.write(lambda connection: note_links(connection, HARBOR, content))


def visits_of(replica: Replica) -> list[tuple[str, bool, int]]:
    with replica.hub.database.reading() as connection:
        columns = link_visits.c.code, link_visits.c.person, link_visits.c.count
        return [tuple(row) for row in connection.execute(select(*columns).order_by(*columns))]


def test_a_flood_of_visits_takes_two_rows_an_address_and_every_click_is_counted(replica: Replica) -> None:
    with_link(replica)
    code = code_for(LINK.id, b"secret", "1")
    volunteer = replica.device()
    volunteer.pushed(volunteer.event(1, msgspec.structs.replace(message(1), link_codes=(code,))))
    for number in range(60):
        agent = PERSON if number % 3 else {"user-agent": "Slackbot-LinkExpanding 1.0"}
        assert replica.ask("GET", f"/l/{code}", agent).status == 302
    replica.hub.write(lambda connection: None)  # whatever was handed in before is done
    assert visits_of(replica) == [(code, False, 20), (code, True, 40)]
    wait_until(lambda: clicks(replica) == 40)
    replica.hub.write(start_anew)
    replica.hub.projector.wake()
    wait_until(lambda: clicks(replica) == 40)


def clicks(replica: Replica) -> int:
    with replica.hub.database.reading() as connection:
        found = reading.action_results(connection, HARBOR, ActionId("a"))
    return found.figures[Figure.CLICKS] if not found.behind else -1


def test_made_up_addresses_are_bounded_and_those_of_messages_stay(
    replica: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_link(replica)
    monkeypatch.setattr(linking, "MOST_UNKNOWN", 50)
    known = code_for(LINK.id, b"secret", "known")
    volunteer = replica.device()
    volunteer.pushed(volunteer.event(1, msgspec.structs.replace(message(1), link_codes=(known,))))
    wait_until(lambda: clicks(replica) == 0)

    def flooded(connection: Connection) -> None:
        note_click(connection, known, person=True)
        for number in range(600):
            note_click(connection, code_for(LINK.id, b"invented", str(number)), person=True)

    replica.hub.write(flooded)
    assert 50 <= len(visits_of(replica)) < 250
    assert (known, True, 1) in visits_of(replica)
    replica.hub.write(lambda connection: forget_unknown(connection, HARBOR))
    assert len(visits_of(replica)) == 51
    replica.hub.write(lambda connection: connection.execute(link_visits.update().values(last_at=1)))
    replica.hub.write(lambda connection: forget_unknown(connection, HARBOR))
    assert visits_of(replica) == [(known, True, 1)]


def test_the_control_without_clearing_up_made_up_addresses_fill_the_disk(
    sqlite_replica: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_link(sqlite_replica)
    monkeypatch.setattr(linking, "MOST_UNKNOWN", 50)
    monkeypatch.setattr(linking, "forget_unknown", lambda *_: None)

    def flooded(connection: Connection) -> None:
        for number in range(600):
            note_click(connection, code_for(LINK.id, b"invented", str(number)), person=True)

    sqlite_replica.hub.write(flooded)
    assert len(visits_of(sqlite_replica)) == 600


def test_visits_that_were_listed_are_counted_by_the_migration(database: str, tmp_path: Path) -> None:
    where = database or tmp_path / "hub.db"
    set_up_hub(where)
    made = HubDatabase(where)
    number = "BIGINT" if database else "INTEGER"
    with made.writing() as connection:
        for statement in (
            "DROP INDEX ix_figures_name",
            "ALTER TABLE devices DROP COLUMN sought",
            "DROP TABLE link_visits",
            "DROP TABLE published_actions",
            *(f"DROP INDEX ix_conversations_{name}" for name in ("sought", "sought_last", "sought_other")),
            *(
                f"ALTER TABLE conversations DROP COLUMN {name}"
                for name in ("sought", "sought_last", "sought_other")
            ),
            f"CREATE TABLE clicks (id {number}, campaign_id VARCHAR, code VARCHAR, at {number}, person BOOLEAN)",
            "CREATE INDEX ix_clicks_code ON clicks (code)",
            "INSERT INTO clicks VALUES (1, 'harbor', 'x', 7, true), (2, 'harbor', 'x', 9, true)",
            "INSERT INTO clicks VALUES (3, 'harbor', 'x', 8, false)",
            "UPDATE alembic_version SET version_num = '0001'",
        ):
            connection.exec_driver_sql(statement)
    made.close()
    again = HubDatabase(where)
    with again.reading() as connection:
        rows = connection.execute(select(link_visits).order_by(link_visits.c.person)).all()
        assert [tuple(row) for row in rows] == [("x", False, "harbor", 1, 8), ("x", True, "harbor", 2, 9)]
    again.close()
