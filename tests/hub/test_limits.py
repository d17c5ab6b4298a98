"""Hostile content: too large, too deep, no text of any kind. It is told so, and nobody else is kept waiting."""

import asyncio
import threading
import time

import msgspec
import pytest
import zstandard
from sqlalchemy import Connection, select

from f2f_desktop.events.envelope import SignedEvent
from f2f_desktop.events.facts import OptedOut
from f2f_desktop.hub import gate, intake, throttle
from f2f_desktop.hub.tables import blobs, events, pieces
from f2f_desktop.hub.throttle import Hand
from f2f_desktop.hub.writer import HubBusy, Writer
from f2f_desktop.protocol.api import (
    LARGEST_EVENT,
    LARGEST_REQUEST,
    MOST_EVENTS,
    DeadLetter,
    Enrolment,
    ForwardedDevices,
    ProblemCode,
    PushAnswer,
    PushRequest,
)
from f2f_desktop.protocol.manifest import hash_of
from f2f_desktop.protocol.packet import Packet, write_packet
from f2f_desktop.protocol.roles import Role
from tests.hub.conftest import Open
from tests.hub.laptops import contact, message
from tests.hub.processes import wait_until
from tests.hub.replicas import HARBOR, Answer, Device, Replica


def raw(device: Device, body: bytes) -> SignedEvent:
    return SignedEvent(body, device.key.sign(body))


def body_of(device: Device, number: int, fact: bytes, **changes: bytes) -> bytes:
    fields = {
        "id": b'"raw-%d"' % number,
        "stream": b'"%s"' % device.stream.encode(),
        "seq": b"%d" % number,
        "at": b"1",
    }
    fields |= changes
    inside = b",".join(b'"%s":%s' % (name.encode(), value) for name, value in fields.items())
    return b"{" + inside + b',"fact":' + fact + b"}"


KNOWN = b'{"type":"action.seen","action":"%s","action_version":1}'
DEEP = b"[" * 20_000 + b"]" * 20_000

REJECTED = {
    "no JSON": lambda device: b"rubbish",
    "nothing": lambda device: b"",
    "no text": lambda device: body_of(device, 9, KNOWN % b"\xff\xfe"),
    "half a surrogate": lambda device: body_of(device, 9, KNOWN % b"\\ud800"),
    "a wrong escape": lambda device: body_of(device, 9, KNOWN % b"\\q"),
    "deep": lambda device: body_of(device, 9, b'{"type":"new.thing","x":' + DEEP + b"}"),
    "deep id": lambda device: body_of(device, 9, KNOWN % b"a", id=DEEP),
    "a number without end": lambda device: body_of(device, 9, KNOWN % b"a", seq=b"9" * 4_000),
    "number nought": lambda device: body_of(device, 0, KNOWN % b"a"),
    "a negative number": lambda device: body_of(device, -1, KNOWN % b"a"),
    "a fraction": lambda device: body_of(device, 9, KNOWN % b"a", seq=b"1.5"),
    "an id not in ASCII": lambda device: body_of(device, 9, KNOWN % b"a", id='"ñandú"'.encode()),
    "an id with NUL": lambda device: body_of(device, 9, KNOWN % b"a", id=b'"a\\u0000"'),
    "an id without end": lambda device: body_of(device, 9, KNOWN % b"a", id=b'"' + b"a" * 65 + b'"'),
    "an empty id": lambda device: body_of(device, 9, KNOWN % b"a", id=b'""'),
    "a type with NUL": lambda device: body_of(device, 9, b'{"type":"a\\u0000"}'),
    "another stream": lambda device: body_of(device, 9, KNOWN % b"a", stream=b'"other"'),
    "too large": lambda device: body_of(device, 9, KNOWN % (b"a" * LARGEST_EVENT)),
}


def test_one_bad_event_is_in_nobodys_way_and_is_kept(replica: Replica) -> None:
    device, owner = replica.device(), replica.device(Role.OWNER)
    bad = [raw(device, make(device)) for make in REJECTED.values()]
    answer = device.pushed(device.event(1), *bad, device.event(2))
    assert [each.status for each in answer.answers] == ["accepted", *["rejected"] * len(bad), "accepted"]
    again = device.pushed(*bad, device.event(3))
    assert again.answers[-1].status == "accepted"
    assert device.receipt().count == 3
    letters = owner.ask("GET", "/v1/dead-letters").read(list[DeadLetter])
    kept = {letter.body for letter in letters}
    assert kept == {each.body[:LARGEST_EVENT] for each in bad}
    assert owner.ask("GET", f"/v1/dead-letters?after={letters[-1].id}").read(list) == []
    wait_until(lambda: owner.ask("GET", "/v1/results/a").read(dict)["behind"] == 0)


def test_dead_letters_of_one_device_are_bounded_and_their_pages_too(
    sqlite_replica: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MOST_DEAD_LETTERS", 80)
    device, other, owner = sqlite_replica.device(), sqlite_replica.device(), sqlite_replica.device(Role.OWNER)
    for start in range(0, 120, 40):
        device.pushed(*(raw(device, b"%d" % number + b"x" * 60_000) for number in range(start, start + 40)))
    other.pushed(raw(other, b"mine"))
    found: list[DeadLetter] = []
    while page := owner.ask("GET", f"/v1/dead-letters?after={found[-1].id if found else 0}").read(
        list[DeadLetter]
    ):
        assert len(page) < 80
        found += page
    assert len(found) == 81
    assert found[-1].body == b"mine"


NOT_COUNTED = {
    "a long action": lambda device: KNOWN % ("".join(f"{n:x}" for n in range(3_000)).encode()),
    "an action with NUL": lambda device: KNOWN % b"a\\u0000b",
    "numbers without end": lambda device: (
        b'{"type":"contacts.synced","contacts":%s,"matched":-%s}' % (b"9" * 4_000, b"9" * 4_000)
    ),
    "a type of tomorrow": lambda device: b'{"type":"new.thing","x":1}',
    "a newer form": lambda device: b'{"type":"action.seen","action":{"id":"a"}}',
    "a long tag": lambda device: (
        b'{"type":"report.filed","action":"a","action_version":1,"contact":{"id":"c"},"answers":{"tags":["%s"],'
        b'"fields":{"f\\u0000":"v"}}}' % (b"t" * 9_000)
    ),
    "an answer with NUL": lambda device: (
        b'{"type":"report.filed","action":"a","action_version":1,"contact":{"id":"c"},"answers":{'
        b'"fields":{"f":"v\\u0000w"},"note":"\\u0000"}}'
    ),
    "a name with NUL": lambda device: (
        b'{"type":"report.filed","action":"a","action_version":1,"contact":{"id":"c","name":"\\u0000"},"answers":{}}'
    ),
}


def test_facts_that_cannot_be_counted_are_kept_and_keep_no_other_out_of_the_figures(replica: Replica) -> None:
    device, owner = replica.device(), replica.device(Role.OWNER)
    hostile = [
        raw(device, body_of(device, number, make(device), at=b"9" * 300))
        for number, make in enumerate(NOT_COUNTED.values(), 1)
    ]
    last = len(hostile) + 1
    honest = [device.event(last, message(0)), device.event(last + 1, OptedOut(contact(1), ("e" * 32,)))]
    answer = device.pushed(*hostile, *honest)
    assert {each.status for each in answer.answers} == {"accepted"}
    wait_until(lambda: owner.ask("GET", "/v1/results/a").read(dict)["behind"] == 0)
    figures = owner.ask("GET", "/v1/results/a").read(dict)["figures"]["values"]
    assert figures["initial"] == 1
    assert b"e" * 32 in device.ask("GET", "/v1/changes").body
    with replica.hub.database.reading() as connection:
        types = set(connection.scalars(select(events.c.type)))
    assert "new.thing" in types
    assert device.receipt().count == last + 1


def test_old_and_new_clients_may_push(replica: Replica) -> None:
    device = replica.device()
    old = b'{"stream":"%s"}' % device.stream.encode()
    assert device.ask("POST", "/v1/events", old).read(PushAnswer).answers == ()
    event = msgspec.json.encode(device.event(1))
    new = b'{"stream":"%s","events":[%s],"hint":{"of":"tomorrow"}}' % (
        device.stream.encode(),
        event[:-1] + b',"proof":"new"}',
    )
    assert device.ask("POST", "/v1/events", new).read(PushAnswer).answers[0].status == "accepted"


def test_events_beyond_the_limit_are_refused_whole(sqlite_replica: Replica) -> None:
    device = sqlite_replica.device()
    many = tuple(device.event(number) for number in range(1, MOST_EVENTS + 2))
    assert device.push(*many).problem.code is ProblemCode.TOO_LARGE
    assert device.receipt().count == 0
    assert len(device.pushed(*many[:-1]).answers) == MOST_EVENTS


def packed(device: Device, body: bytes) -> Answer:
    headers = device.signed("POST", "/v1/events", body) | {"content-encoding": "zstd"}
    return device.replica.ask("POST", "/v1/events", headers, body)


def test_a_bomb_is_refused_before_it_is_unpacked(sqlite_replica: Replica) -> None:
    device = sqlite_replica.device()
    good = msgspec.json.encode(PushRequest(device.stream))
    assert packed(device, zstandard.compress(good)).status == 200
    bomb = zstandard.compress(bytes(LARGEST_REQUEST + 1))
    assert len(bomb) < 2_000
    assert packed(device, bomb).problem.code is ProblemCode.TOO_LARGE
    assert packed(device, zstandard.compress(bytes(1 << 30))).problem.code is ProblemCode.TOO_LARGE
    sizeless = zstandard.ZstdCompressor(write_content_size=False).compress(bytes(1 << 20))
    claim = zstandard.compress(bytes(100_000))
    lying = claim.replace((100_000 - 0).to_bytes(4, "little"), (50_000).to_bytes(4, "little"), 1)
    assert lying != claim
    for hostile in (sizeless, lying, claim[:-1], claim + b"more", b"", b"rubbish", good):
        assert packed(device, hostile).problem.code is ProblemCode.UNREADABLE
    headers = device.signed("POST", "/v1/events", good) | {"content-encoding": "gzip"}
    assert sqlite_replica.ask("POST", "/v1/events", headers, good).status == 400


def test_requests_of_rubbish_are_told_so(replica: Replica) -> None:
    device, owner = replica.device(), replica.device(Role.OWNER)
    rubbish = [b"", b"\xff\xfe", b"[" * 100_000, b"null", b"[]", b'"', b'{"x":NaN}', b"NaN"]
    for target in (
        "/v1/events",
        "/v1/invites",
        "/v1/devices",
        "/v1/forwarded-events",
        "/v1/withdrawals",
        "/v1/notes",
    ):
        for body in rubbish:
            answer = owner.ask("POST", target, body)
            assert answer.status == 400, (target, body[:20], answer.body)
            assert answer.problem.status == 400
    for body in (b'{"stream":1}', b'{"stream":"\\ud800"}', b'{"stream":""}', b'{"stream":"a/\\u0000"}'):
        assert owner.ask("POST", "/v1/events", body).status == 400
    for body in rubbish:
        assert device.ask("POST", "/v1/packets", body, "application/octet-stream").status == 400
        open_to_all = replica.ask("POST", "/v1/hello", {"content-type": "application/json"}, body)
        assert open_to_all.status == (400 if len(body) < 4_096 else 413)
    assert replica.ask("POST", "/v1/hello", {"content-type": "application/json"}, bytes(5_000)).status == 413
    assert device.ask("POST", "/v1/events", bytes(LARGEST_REQUEST + 1)).status == 413
    planted = Enrolment(HARBOR, "d" * 16, device.key.public.to_bytes(), Role.VOLUNTEER, "\x00", "\x00", 10**30)  # type: ignore[arg-type]
    assert owner.ask("POST", "/v1/devices", ForwardedDevices((planted,))).read(dict) == {"entered": 0}
    new = msgspec.structs.replace(planted, key=Device(replica).key.public.to_bytes())
    assert owner.ask("POST", "/v1/devices", ForwardedDevices((new,))).read(dict) == {"entered": 1}
    for device_id in ("", "a" * 65, "ñ", "a\x00"):
        odd = msgspec.structs.replace(new, device=device_id, key=Device(replica).key.public.to_bytes())
        assert owner.ask("POST", "/v1/devices", ForwardedDevices((odd,))).status == 400
    for wanted in ({"uses": 10**30}, {"hours": 1e300}, {"uses": 0}, {"hours": -1}, {"role": "king"}):
        assert owner.ask("POST", "/v1/invites", wanted).status == 400
    window = {"device": "\x00", "action": "\x00", "first_at": 10**30, "last_at": 10**30}
    assert owner.ask("POST", "/v1/withdrawals", window).status in (400, 404)


ODD_NAMES = ("%00", "%2F", "..%2F..", "%C3%B1", "%FF", "a" * 300, "%", "%25", "%ED%A0%80", "a%0Ab", "'--")


def test_names_of_rubbish_are_told_so(replica: Replica) -> None:
    owners = [replica.device(Role.OWNER) for _ in ODD_NAMES]
    for name, owner in zip(ODD_NAMES, owners, strict=True):
        _ask_by(replica, owner, name)


def _ask_by(replica: Replica, owner: Device, name: str) -> None:

    def status(method: str, target: str) -> int:
        # What leads nowhere is not signed, and what is no address cannot be.
        answer = replica.ask(method, target, owner.signed(method, target) if name != "%" else {})
        assert answer.status < 400 or answer.problem
        return answer.status

    for target in (
        f"/v1/streams/{name}",
        f"/v1/streams/{name}/events",
        f"/v1/blobs/{name}?size=1",
        f"/v1/blobs/{name}/0",
        f"/v1/results/{name}",
        f"/v1/results/{name}/users",
        f"/v1/results/{name}/receivers?device={name}",
        f"/v1/results/a/history/{name}/{name}",
        f"/v1/changes?cursor={name}",
        f"/v1/dead-letters?after={name}",
    ):
        assert status("GET", target) < 500, target
    for target in (f"/v1/invites/{name}/revoke", f"/v1/devices/{name}/revoke", f"/v1/withdrawals/{name}/undo"):
        assert status("POST", target) in (400, 401, 404), target
    assert replica.ask("GET", f"/l/{name}").status in (400, 404)
    for number in ("-1", "9" * 30, "1e400", "9" * 5_000):
        for target in (f"/v1/changes?cursor={number}", f"/v1/results/a/receivers?before={number}"):
            assert status("GET", target) == (401 if name == "%" else 400)
        assert status("GET", f"/v1/blobs/{'0' * 64}/{number}") in (400, 401, 404)


def test_a_large_packet_goes_in_by_parts_and_a_bomb_does_not(replica: Replica) -> None:
    carrier, maker = replica.device(), replica.device()
    made = tuple(maker.event(number) for number in range(1, 1_202))
    packet = write_packet(Packet(HARBOR, maker.stream, made), maker.key)
    (answer,) = carrier.ask("POST", "/v1/packets", packet, "application/octet-stream").read(list)
    assert [each["status"] for each in answer["answers"]] == ["accepted"] * 1_201
    assert maker.receipt().count == 1_201
    head, _, _ = packet.partition(b"\n")
    bomb = head + b"\n" + zstandard.compress(bytes(200 * 1024 * 1024))
    assert carrier.ask("POST", "/v1/packets", bomb, "application/octet-stream").status == 400


def test_pieces_that_arrive_at_two_replicas_at_once_make_one_file(opened: Open) -> None:
    replicas = [opened(), opened()]
    owner = replicas[0].device(Role.OWNER)
    for turn in range(4):
        data = bytes([turn]) * (3 * 1024 * 1024 + 5)
        parts = [data[start : start + (1 << 20)] for start in range(0, len(data), 1 << 20)]
        pending = []
        for number, part in enumerate(parts):
            replica = replicas[number % 2]
            target = f"/v1/blobs/{hash_of(data)}/{number}?size={len(data)}"
            asking = replica.asking("PUT", target, owner.signed("PUT", target, part), part)
            pending.append(asyncio.run_coroutine_threadsafe(asking, replica.loop))
        assert {each.result(60).status for each in pending} == {200}
        assert owner.ask("GET", f"/v1/blobs/{hash_of(data)}/3").body == data[-5:]


def test_a_file_that_is_not_what_it_was_called_is_thrown_away_and_asked_for_anew(sqlite_replica: Replica) -> None:
    owner = sqlite_replica.device(Role.OWNER)
    target = f"/v1/blobs/{hash_of(b'right')}/0?size=5"
    said = owner.ask("PUT", target, b"wrong", "application/octet-stream").read(dict)
    assert said["missing"] == [0]
    assert owner.ask("GET", f"/v1/blobs/{hash_of(b'right')}/0").status == 404
    assert owner.ask("PUT", target, b"right", "application/octet-stream").read(dict)["missing"] == []


def test_files_that_never_came_to_their_end_are_thrown_away(sqlite_replica: Replica) -> None:
    owner = sqlite_replica.device(Role.OWNER)
    old = f"/v1/blobs/{'a' * 64}/0?size=2000000"
    assert owner.ask("PUT", old, bytes(1 << 20), "application/octet-stream").status == 200
    sqlite_replica.hub.write(lambda connection: connection.execute(blobs.update().values(at=1)))
    assert (
        owner.ask("PUT", old.replace("a" * 64, "b" * 64), bytes(1 << 20), "application/octet-stream").status == 200
    )
    with sqlite_replica.hub.database.reading() as connection:
        assert set(connection.scalars(select(pieces.c.hash))) == {"b" * 64}
    for number in range(8):
        last = owner.ask(
            "PUT", f"/v1/blobs/{number:064x}/0?size={1 << 29}", bytes(1 << 20), "application/octet-stream"
        )
    assert last.problem.code is ProblemCode.CONFLICT


def test_requests_that_fill_the_memory_are_asked_to_come_back(
    sqlite_replica: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = Hand(100)
    hand.take(60)
    with pytest.raises(HubBusy):
        hand.take(60)
    hand.give_back(60)
    hand.take(60)
    monkeypatch.setattr(throttle.Hand, "take", lambda *_: (_ for _ in ()).throw(HubBusy()))
    answer = sqlite_replica.ask("GET", "/health")
    assert (answer.status, answer.problem.code) == (503, ProblemCode.BUSY)
    assert int(answer.headers["retry-after"]) > 0


def in_work(replica: Replica, devices: list[Device]) -> list[int]:
    """What requests are answered that come while nothing can be written; those in work are let go on at last."""
    hold, stuck = threading.Event(), threading.Event()

    def busy(_: Connection) -> None:
        stuck.set()
        hold.wait(60)

    writing = replica.hub.writer.submit(busy)
    stuck.wait(60)
    target = "/v1/me"
    pending = [
        asyncio.run_coroutine_threadsafe(
            replica.asking("GET", target, each.signed("GET", target), b""), replica.loop
        )
        for each in devices
    ]
    # Those in work wait to be written, perhaps with the projector beside them; the others are answered at once.
    wait_until(lambda: sum(each.done() for each in pending) + replica.hub.writer.waiting >= len(devices))
    at_once = [each.result().status for each in pending if each.done()]
    hold.set()
    writing.result(60)
    assert sorted(each.result(60).status for each in pending) == [200] * (len(devices) - len(at_once)) + at_once
    return at_once


def test_beyond_so_many_requests_in_work_one_is_asked_at_once_to_come_back(
    sqlite_replica: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "MOST_AT_ONCE", 6)
    devices = [sqlite_replica.device()] * 20
    for _ in range(2):  # places are given back
        assert in_work(sqlite_replica, devices) == [503] * 14
    stranger = Device(sqlite_replica)
    assert [stranger.ask("GET", "/v1/me").status for _ in range(10)] == [401] * 10
    assert in_work(sqlite_replica, devices) == [503] * 14


def test_the_control_without_the_limit_all_requests_are_in_work_together(
    sqlite_replica: Replica, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "MOST_AT_ONCE", 1_000)
    assert in_work(sqlite_replica, [sqlite_replica.device()] * 20) == []


def test_one_device_cannot_drown_the_others(sqlite_replica: Replica) -> None:
    loud, quiet = sqlite_replica.device(), sqlite_replica.device()
    begun = time.monotonic()
    answers = [loud.ask("GET", "/v1/me") for _ in range(320)]
    refused = [each for each in answers if each.status == 429]
    assert refused or time.monotonic() - begun > 5  # 20 a second are allowed, and 200 at once
    assert all(each.problem.code is ProblemCode.TOO_MANY for each in refused)
    assert quiet.ask("GET", "/v1/me").status == 200


def test_whoever_has_gone_away_takes_no_one_with_him(sqlite_replica: Replica) -> None:
    writer: Writer = sqlite_replica.hub.writer
    gone = writer.submit(lambda connection: time.sleep(0.1))
    waiting = writer.submit(lambda connection: 1)
    waiting.cancel()
    gone.cancel()
    assert writer.submit(lambda connection: 2).result(10) == 2
