"""Joining, attacked: raced, guessed, late, revoked, forged; nothing to be read from a stolen database."""

import asyncio
import secrets
import threading
import time
from concurrent.futures import Future
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select, text, update

from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.hub import people_routes, throttle
from f2f_desktop.hub.enrolment import LONGEST_CODE_LIFE, MOST_OPEN_CODES
from f2f_desktop.hub.tables import attempts, devices, invites
from f2f_desktop.hub.throttle import (
    GUESS_WINDOW,
    GUESSES_IN_ALL,
    GUESSES_PER_SOURCE,
    check_guesses,
    count_guess,
    name_of_source,
)
from f2f_desktop.protocol.api import Enrolled, Enrolment, EnrolRequest, IssuedInvite, ProblemCode, SignedEnrolment
from f2f_desktop.protocol.join_codes import stretched
from f2f_desktop.protocol.roles import Role
from tests.hub.conftest import Open
from tests.hub.replicas import HARBOR, VALLEY, Answer, Device, Replica


def change_invite(replica: Replica, invite: IssuedInvite, **values: object) -> None:
    replica.hub.write(
        lambda connection: connection.execute(update(invites).where(invites.c.id == invite.id).values(**values))
    )


def joined(replica: Replica) -> int:
    with replica.hub.database.reading() as connection:
        return len(connection.execute(select(devices.c.id)).all())


def all_at_once(replicas: list[Replica], secret: bytes, many: int, source: str = "192.0.2.1") -> list[Answer]:
    """Many new devices that enrol at the same moment, spread over replicas."""
    pending: list[Future[Answer]] = []
    for number in range(many):
        device = Device(replicas[number % len(replicas)])
        body = msgspec.json.encode(EnrolRequest(secret, "Vera"))
        asking = device.replica.asking("POST", "/v1/enrol", device.signed("POST", "/v1/enrol", body), body, source)
        pending.append(asyncio.run_coroutine_threadsafe(asking, device.replica.loop))
    return [each.result(60) for each in pending]


def test_an_invite_for_three_lets_three_in_however_many_come_at_once(opened: Open) -> None:
    replicas = [opened(), opened()]
    invite = replicas[0].issue(uses=3)
    answers = all_at_once(replicas, invite.secret, 24)
    assert sorted(answer.status for answer in answers) == [200] * 3 + [403] * 21
    assert joined(replicas[0]) == 3


def test_the_same_device_may_ask_again_and_uses_nothing_up(opened: Open) -> None:
    first, second = opened(), opened()
    invite = first.issue(uses=2)
    device = Device(first)
    once = device.join(invite.secret).read(Enrolled)
    device.replica = second
    again = device.join(invite.secret, "Another name").read(Enrolled)
    assert (again.device, again.role) == (once.device, once.role)
    assert device.ask("GET", "/v1/me").read(dict)["name"] == "Vera"
    assert Device(first).join(invite.secret).status == 200
    assert Device(first).join(invite.secret).status == 403
    # The invite is used up, and still knows who has joined by it.
    assert device.join(invite.secret).status == 200


def test_one_device_by_two_invites_at_two_replicas_at_once_is_one_device(opened: Open) -> None:
    replicas = [opened(), opened()]
    for _ in range(5):
        key = SigningKey.generate()
        pending = []
        for replica in replicas:
            body = msgspec.json.encode(EnrolRequest(replica.issue().secret, "Vera"))
            headers = Device(replica, key).signed("POST", "/v1/enrol", body)
            asking = replica.asking("POST", "/v1/enrol", headers, body)
            pending.append(asyncio.run_coroutine_threadsafe(asking, replica.loop))
        answers = [each.result(60).read(Enrolled) for each in pending]
        assert answers[0].device == answers[1].device
    assert joined(replicas[0]) == 5


def test_an_invite_that_is_over_or_revoked_lets_nobody_in(replica: Replica) -> None:
    over, ended, owner = replica.issue(), replica.issue(uses=5), replica.device(Role.OWNER)
    change_invite(replica, over, expires_at=int(time.time() * 1000) - 1)
    assert Device(replica).join(over.secret).problem.code is ProblemCode.BAD_INVITE
    assert Device(replica).join(ended.secret).status == 200
    assert owner.ask("POST", f"/v1/invites/{ended.id}/revoke").status == 200
    assert Device(replica).join(ended.secret).problem.code is ProblemCode.BAD_INVITE


def test_a_code_is_good_for_a_day_at_most_and_its_link_for_longer(replica: Replica) -> None:
    invite = replica.issue(uses=5, hours=240.0, with_code=True)
    with replica.hub.database.reading() as connection:
        row = connection.execute(select(invites).where(invites.c.id == invite.id)).one()
    assert row.code_expires_at - row.created_at == LONGEST_CODE_LIFE
    assert row.expires_at - row.created_at == 240 * 3_600_000
    secret = stretched(invite.code, replica.hub.identity.key).secret
    assert Device(replica).join(secret).status == 200
    change_invite(replica, invite, code_expires_at=int(time.time() * 1000) - 1)
    assert Device(replica).join(secret).status == 403
    assert Device(replica).join(invite.secret).status == 200


def test_codes_of_one_campaign_do_not_use_up_those_of_another(
    sqlite_replica: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    from f2f_desktop.hub import enrolment

    monkeypatch.setattr(enrolment, "MOST_OPEN_CODES", 2)
    for _ in range(2):
        sqlite_replica.issue(HARBOR, with_code=True)
    with pytest.raises(KnownError, match="are open already"):
        sqlite_replica.issue(HARBOR, with_code=True)
    assert sqlite_replica.issue(VALLEY, with_code=True).code
    assert MOST_OPEN_CODES == 32


def guess(replica: Replica, source: str) -> Answer:
    device = Device(replica)
    device.client = source
    return device.join(secrets.token_bytes(32))


def test_guesses_from_one_place_are_counted_over_replicas_and_restarts(opened: Open) -> None:
    first, second = opened(), opened()
    for number in range(GUESSES_PER_SOURCE):
        assert guess((first, second)[number % 2], "192.0.2.7").status == 403
    for replica in (first, second, opened()):
        refused = guess(replica, "192.0.2.7")
        assert refused.problem.code is ProblemCode.TOO_MANY
        assert 0 < int(refused.headers["retry-after"]) <= GUESS_WINDOW // 1000
    assert guess(first, "192.0.2.8").status == 403
    # A code that is right is refused as well, or the limit would say nothing; the link, which nobody guesses, is not.
    invite = first.issue(uses=5, with_code=True)
    device = Device(first)
    device.client = "192.0.2.7"
    assert device.join(stretched(invite.code, first.hub.identity.key).secret).status == 429
    assert device.join(invite.secret).status == 200


def test_guesses_from_everywhere_are_counted_together(replica: Replica, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "GUESSES_IN_ALL", 20)
    statuses = [guess(replica, f"198.51.100.{number}").status for number in range(25)]
    assert statuses == [403] * 20 + [429] * 5
    assert GUESSES_IN_ALL == 200


def test_guesses_made_at_once_are_no_more_than_guesses_made_one_by_one(opened: Open) -> None:
    replicas = [opened(), opened()]
    statuses = [answer.status for answer in all_at_once(replicas, b"wrong", 60)]
    assert statuses.count(403) == GUESSES_PER_SOURCE
    assert statuses.count(429) == 60 - GUESSES_PER_SOURCE


def two_guesses(first: Replica, second: Replica) -> bool:
    """Whether the second guess is looked at while the first, which is the first wrong one of all, is not ended."""
    looked = threading.Event()

    def guess_again() -> None:
        with second.hub.database.writing() as connection:
            check_guesses(connection, "192.0.2.7")
            looked.set()

    with first.hub.database.writing() as connection:
        check_guesses(connection, "192.0.2.7")
        other = threading.Thread(target=guess_again)
        other.start()
        early = looked.wait(0.4)
        count_guess(connection, "192.0.2.7")
    other.join(30)
    assert looked.is_set()
    return early


def test_a_guess_waits_for_the_one_before_it_even_where_none_was_wrong_yet(opened: Open) -> None:
    assert not two_guesses(opened(), opened())


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_the_control_of_waiting_without_the_lock_both_are_looked_at(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "text", lambda _: text("SELECT :lock"))
    assert two_guesses(opened(), opened())


def test_the_control_guesses_that_are_not_counted_are_never_refused(
    sqlite_replica: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people_routes, "count_guess", lambda *_: None)
    assert {guess(sqlite_replica, "192.0.2.7").status for _ in range(GUESSES_PER_SOURCE + 5)} == {403}


def test_where_guesses_came_from_is_not_kept_and_soon_forgotten(sqlite_replica: Replica, tmp_path: Path) -> None:
    guess(sqlite_replica, "192.0.2.77")
    names = name_of_source("2001:db8:1:2:3::4", b"k"), name_of_source("2001:db8:1:2:ffff::9", b"k")
    assert names[0] == names[1] != name_of_source("2001:db8:1:3::4", b"k")
    assert name_of_source("192.0.2.1", b"k") != name_of_source("192.0.2.2", b"k")
    assert (
        name_of_source("::ffff:192.0.2.1", b"k")
        == name_of_source("192.0.2.1", b"k")
        != name_of_source("192.0.2.1", b"l")
    )
    sqlite_replica.hub.write(lambda connection: connection.execute(update(attempts).values(window=1)))
    sqlite_replica.device()
    with sqlite_replica.hub.database.reading() as connection:
        assert connection.execute(select(attempts)).all() == []
    assert b"192.0.2.77" not in everything(tmp_path)


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("hub.db*"))


def test_no_secret_and_no_code_is_in_the_database(sqlite_replica: Replica, tmp_path: Path) -> None:
    invite = sqlite_replica.issue(uses=2, with_code=True)
    keys = stretched(invite.code, sqlite_replica.hub.identity.key)
    assert Device(sqlite_replica).join(keys.secret).status == 200
    found = everything(tmp_path)
    assert invite.id.encode() in found
    for secret in (invite.secret, invite.code.encode(), keys.secret):
        assert secret not in found
        assert secret.hex().encode() not in found


def test_a_device_returns_by_what_the_hub_itself_has_signed(replica: Replica) -> None:
    vera, otto, stranger = replica.device(), replica.device(), replica.device(campaign=VALLEY)
    assert vera.enrolled
    assert otto.enrolled
    mine = vera.enrolled.enrolment
    fields = msgspec.json.decode(mine.body, type=Enrolment)

    def returns(device: Device, enrolment: SignedEnrolment) -> int:
        return device.ask("POST", "/v1/enrol-again", enrolment).status

    assert returns(vera, mine) == 200  # nothing was lost: nothing changes
    assert returns(otto, mine) == 403  # somebody else's
    assert returns(stranger, mine) == 403
    assert returns(vera, SignedEnrolment(mine.body, bytes(64))) == 403
    owner = msgspec.json.encode(msgspec.structs.replace(fields, role=Role.OWNER))
    assert returns(vera, SignedEnrolment(owner, mine.signature)) == 403
    by_another = SigningKey.generate().sign(b"f2f-enrolment/1\n" + mine.body)
    assert returns(vera, SignedEnrolment(mine.body, by_another)) == 403
    for rubbish in (b"", b"{}", b"[" * 20_000, b"\xff", b"null"):
        signature = replica.hub.keys.signing.sign(b"f2f-enrolment/1\n" + rubbish)
        assert returns(vera, SignedEnrolment(rubbish, signature)) == 403
    # The hub was restored from a backup and has lost vera; otto was locked out.
    replica.hub.write(lambda connection: connection.execute(devices.delete().where(devices.c.id == vera.id)))
    assert vera.ask("GET", "/v1/me").problem.code is ProblemCode.UNKNOWN_DEVICE
    assert returns(vera, mine) == 200
    assert vera.ask("GET", "/v1/me").read(dict)["device"] == vera.id
    ended = update(devices).where(devices.c.id == otto.id).values(revoked_at=Milliseconds(1))
    replica.hub.write(lambda connection: connection.execute(ended))
    assert returns(otto, otto.enrolled.enrolment) == 403
