"""Who may do what: every operation, asked by everybody, lets in exactly those whom it is for."""

import secrets
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest
from litestar import get
from litestar.routes import HTTPRoute

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.ids import Milliseconds
from f2f_desktop.events.facts import OptedOut
from f2f_desktop.hub import people_routes
from f2f_desktop.hub.access import OPTION, Access
from f2f_desktop.protocol.api import (
    DeadLetter,
    Enrolled,
    Enrolment,
    EnrolRequest,
    ForwardedDevices,
    ForwardedEvents,
    HeldEvent,
    HeldExtract,
    HelloRequest,
    NewInvite,
    NewNote,
    ProblemCode,
    PushRequest,
    SignedEnrolment,
)
from f2f_desktop.protocol.manifest import hash_of, publication
from f2f_desktop.protocol.packet import Packet, write_packet
from f2f_desktop.protocol.results import Withdrawal
from f2f_desktop.protocol.roles import Role
from tests.hub.laptops import contact, message
from tests.hub.processes import wait_until
from tests.hub.replicas import HARBOR, KEYS, VALLEY, Answer, Device, Replica

EVERYBODY = frozenset({"unsigned", "unknown", "revoked", "volunteer", "organizer", "owner"})
WITH_A_KEY = EVERYBODY - {"unsigned"}
MEMBERS = frozenset({"volunteer", "organizer", "owner"})
ORGANIZERS = frozenset({"organizer", "owner"})
OWNERS = frozenset({"owner"})

ALLOWED = {
    ("GET", "/health"): EVERYBODY,
    ("GET", "/metrics"): EVERYBODY,
    ("GET", "/openapi.json"): EVERYBODY,
    ("GET", "/l/{code}"): EVERYBODY,
    ("HEAD", "/l/{code}"): EVERYBODY,
    ("POST", "/v1/hello"): EVERYBODY,
    ("POST", "/v1/enrol"): WITH_A_KEY,
    ("POST", "/v1/enrol-again"): WITH_A_KEY,
    ("GET", "/v1/me"): MEMBERS,
    ("POST", "/v1/events"): MEMBERS,
    ("GET", "/v1/streams/{stream}"): MEMBERS,
    ("GET", "/v1/streams/{stream}/events"): MEMBERS,
    ("POST", "/v1/packets"): MEMBERS,
    ("GET", "/v1/changes"): MEMBERS,
    ("GET", "/v1/manifest"): MEMBERS,
    ("GET", "/v1/blobs/{name}/{number}"): MEMBERS,
    ("POST", "/v1/holders"): MEMBERS,
    ("GET", "/v1/holders"): ORGANIZERS,
    ("PUT", "/v1/manifest"): ORGANIZERS,
    ("GET", "/v1/blobs/{name}"): ORGANIZERS,
    ("PUT", "/v1/blobs/{name}/{number}"): ORGANIZERS,
    ("POST", "/v1/invites"): ORGANIZERS,
    ("GET", "/v1/invites"): ORGANIZERS,
    ("POST", "/v1/invites/{invite}/revoke"): ORGANIZERS,
    ("GET", "/v1/devices"): ORGANIZERS,
    ("POST", "/v1/devices"): ORGANIZERS,
    ("POST", "/v1/devices/{device}/revoke"): ORGANIZERS,
    ("POST", "/v1/forwarded-events"): ORGANIZERS,
    ("GET", "/v1/dead-letters"): ORGANIZERS,
    ("GET", "/v1/results"): ORGANIZERS,
    ("GET", "/v1/results/{action}"): ORGANIZERS,
    ("GET", "/v1/results/{action}/users"): ORGANIZERS,
    ("GET", "/v1/results/{action}/receivers"): ORGANIZERS,
    ("GET", "/v1/results/{action}/history/{device}/{contact}"): ORGANIZERS,
    ("GET", "/v1/bursts"): ORGANIZERS,
    ("GET", "/v1/opt-outs"): ORGANIZERS,
    ("GET", "/v1/withdrawals"): ORGANIZERS,
    ("POST", "/v1/withdrawals"): ORGANIZERS,
    ("POST", "/v1/withdrawals/{batch}/undo"): ORGANIZERS,
    ("POST", "/v1/notes"): ORGANIZERS,
    ("GET", "/v1/events"): ORGANIZERS,
    ("GET", "/v1/enrolments"): ORGANIZERS,
    ("GET", "/v1/enrolment"): MEMBERS,
    ("GET", "/v1/audit"): OWNERS,
}
"""Whom each operation is for. An operation that is not here fails the test, and so does one that is gone."""


def operations(replica: Replica) -> dict[tuple[str, str], dict[str, Any]]:
    """Every operation that can be routed to, with its options; Litestar's own included."""
    return {
        (method, route.path_format.replace(":str", "").replace(":int", "").replace(":path", "")): handler.opt
        for route in replica.app.routes
        if isinstance(route, HTTPRoute)
        for method, (handler, _) in route.route_handler_map.items()
    }


@dataclass
class People:
    """Somebody of each kind, and what the operations are asked about."""

    callers: dict[str, Device]
    ids: dict[str, str]


def people(replica: Replica) -> People:
    callers = {role.value: replica.device(role) for role in Role}
    callers["unknown"] = Device(replica)
    callers["revoked"] = replica.device(Role.OWNER)
    invite = replica.issue()
    done = callers["owner"].ask("POST", f"/v1/devices/{callers['revoked'].id}/revoke")
    assert done.status == 200
    ids = {"invite": invite.id, "device": callers["volunteer"].id, "stream": callers["volunteer"].stream}
    ids |= {
        "name": "0" * 64,
        "number": "0",
        "action": "a",
        "contact": "contact-0",
        "batch": "none",
        "path": "x",
        "code": "x",
    }
    return People(callers, ids)


def content_of(operation: tuple[str, str], caller: Device) -> object:
    """Something that the operation can read."""
    return {
        "/v1/hello": HelloRequest(secrets.token_bytes(16)),
        "/v1/enrol": EnrolRequest(secrets.token_bytes(16), "Nobody"),
        "/v1/enrol-again": SignedEnrolment(b"{}", bytes(64)),
        "/v1/events": PushRequest(caller.stream),
        "/v1/invites": NewInvite(),
        "/v1/devices": ForwardedDevices(()),
        "/v1/forwarded-events": ForwardedEvents(caller.key.public.to_bytes(), caller.stream, ()),
        "/v1/withdrawals": Withdrawal("none", "a", Milliseconds(0), Milliseconds(1)),  # type: ignore[arg-type]
        "/v1/notes": NewNote(("nobody",), "Please call"),
        "/v1/holders": HeldExtract("0" * 64),
    }.get(operation[1], b"x" if operation[0] == "PUT" else None if operation[0] in ("GET", "HEAD") else {})


def let_in(replica: Replica, everybody: People) -> dict[tuple[str, str], frozenset[str]]:
    """Whom each operation lets in, found by asking."""
    found = {}
    for operation in sorted(operations(replica)):
        method, pattern = operation
        target = pattern.format(**everybody.ids).replace("//", "/")
        if pattern == "/v1/blobs/{name}" or (method, pattern) == ("PUT", "/v1/blobs/{name}/{number}"):
            target += "?size=1"
        inside = set()
        for name in sorted(EVERYBODY):
            device = everybody.callers.get(name, everybody.callers["unknown"])
            content = content_of(operation, device)
            open_to_all = ALLOWED.get(operation) == EVERYBODY
            if name == "unsigned" or open_to_all:
                body = b"" if content is None else msgspec.json.encode(content)
                headers = device.signed(method, target, body) if name != "unsigned" else {}
                answer = replica.ask(method, target, {"content-type": "application/json"} | headers, body)
            elif (method, pattern) == ("POST", "/v1/devices/{device}/revoke"):
                answer = device.ask(method, target.replace(everybody.ids["device"], "nobody"))
            else:
                answer = device.ask(method, target, content)
            if is_let_in(answer):
                inside.add(name)
        found[operation] = frozenset(inside)
    return found


def is_let_in(answer: Answer) -> bool:
    """Whether the gate was passed: what the operation itself finds fault with, is another matter."""
    if answer.status < 400:
        return True
    closed = {ProblemCode.NOT_SIGNED, ProblemCode.UNKNOWN_DEVICE, ProblemCode.REVOKED, ProblemCode.FORBIDDEN}
    problem = answer.problem
    assert answer.status < 500, problem
    return problem.code not in closed


def test_every_operation_lets_in_exactly_those_whom_it_is_for(replica: Replica) -> None:
    everybody = people(replica)
    expected = {operation: ALLOWED.get(operation, frozenset()) for operation in operations(replica)}
    assert let_in(replica, everybody) == expected
    described = {
        (method.upper(), path)
        for path, item in msgspec.json.decode(replica.ask("GET", "/openapi.json").body)["paths"].items()
        for method in item
    }
    assert described == set(ALLOWED)


def test_whom_an_operation_names_is_what_the_table_says(sqlite_replica: Replica) -> None:
    groups = {
        Access.PUBLIC: EVERYBODY,
        Access.ANY_KEY: WITH_A_KEY,
        Role.VOLUNTEER: MEMBERS,
        Role.ORGANIZER: ORGANIZERS,
        Role.OWNER: OWNERS,
        None: frozenset(),
    }
    found = {operation: groups[opt.get(OPTION)] for operation, opt in operations(sqlite_replica).items()}
    assert found == {operation: ALLOWED.get(operation, frozenset()) for operation in found}


def test_an_operation_that_names_nobody_is_closed_to_everybody(
    monkeypatch: pytest.MonkeyPatch, open_sqlite: Any
) -> None:
    @get("/v1/forgotten")
    async def forgotten() -> dict[str, str]:
        """What somebody forgot to close."""
        return {"secret": "content"}

    monkeypatch.setattr(people_routes, "HANDLERS", [*people_routes.HANDLERS, forgotten])
    replica = open_sqlite()
    found = let_in(replica, people(replica))
    assert found["GET", "/v1/forgotten"] == frozenset()
    assert operations(replica).keys() - ALLOWED.keys() >= {("GET", "/v1/forgotten")}


def test_the_matrix_would_see_a_wrong_role(monkeypatch: pytest.MonkeyPatch, open_sqlite: Any) -> None:
    """The control: the same comparison fails where an operation is opened to more than it should be."""

    @get("/v1/audit", opt={OPTION: Role.ORGANIZER})
    async def wrong() -> dict[str, str]:
        """What is the owner's."""
        return {}

    handlers = [each for each in people_routes.HANDLERS if each is not people_routes.auditing]
    monkeypatch.setattr(people_routes, "HANDLERS", [*handlers, wrong])
    replica = open_sqlite()
    assert let_in(replica, people(replica))["GET", "/v1/audit"] == ORGANIZERS != ALLOWED["GET", "/v1/audit"]


def test_another_campaign_of_the_same_hub_gets_nothing(replica: Replica) -> None:
    owner, vera = replica.device(Role.OWNER), replica.device(name="Vera Harbor")
    stranger = replica.device(Role.OWNER, VALLEY, "Stranger")
    blob = b"the harbor's own list"
    publish_harbor(owner, blob)
    vera.pushed(vera.event(1, message(0)), vera.event(2, OptedOut(contact(7), ("f" * 32,))), vera.event(3, at=1))
    vera.pushed(msgspec.structs.replace(vera.event(4), signature=bytes(64)))
    wait_until(lambda: b"f" * 32 in owner.ask("GET", "/v1/changes").body)
    invite = replica.issue(label="harbor's invite")
    assert stranger.ask("POST", "/v1/notes", NewNote((vera.id,), "planted")).read(dict) == {"left": 0}
    assert owner.ask("POST", "/v1/notes", NewNote((vera.id,), "between us")).read(dict) == {"left": 1}
    assert b"between us" in vera.ask("GET", "/v1/changes").body
    assert vera.ask("POST", "/v1/holders", HeldExtract("c" * 64)).status == 200

    mine = stranger.ask("GET", "/v1/manifest")
    assert mine.status == 404
    assert stranger.ask("GET", f"/v1/blobs/{hash_of(blob)}/0").status == 404
    assert stranger.ask("GET", f"/v1/blobs/{hash_of(blob)}?size={len(blob)}").read(dict)["missing"] == [0]
    assert stranger.ask("POST", f"/v1/invites/{invite.id}/revoke").status == 404
    assert stranger.ask("POST", f"/v1/devices/{vera.id}/revoke").status == 404
    assert stranger.receipt(vera.stream).count == 0
    assert stranger.ask("GET", f"/v1/streams/{vera.stream}/events").read(list[HeldEvent]) == []
    assert stranger.ask("GET", "/v1/dead-letters").read(list[DeadLetter]) == []
    window = Withdrawal(vera.id, "a", Milliseconds(0), Milliseconds(1 << 50))  # type: ignore[arg-type]
    assert stranger.ask("POST", "/v1/withdrawals", window).status == 404
    batch = owner.ask("POST", "/v1/withdrawals", window).read(dict)["id"]
    assert stranger.ask("POST", f"/v1/withdrawals/{batch}/undo").status == 404
    packet = write_packet(Packet(HARBOR, vera.stream, (vera.event(5),)), vera.key)
    assert stranger.ask("POST", "/v1/packets", packet, "application/octet-stream").status == 403
    unnamed = write_packet(Packet("", vera.stream, (vera.event(5),)), vera.key)
    assert stranger.ask("POST", "/v1/packets", unnamed, "application/octet-stream").status == 403
    forwarded = ForwardedEvents(vera.key.public.to_bytes(), vera.stream, (vera.event(5),))
    assert stranger.ask("POST", "/v1/forwarded-events", forwarded).status == 403
    body = Enrolment(HARBOR, "d" * 16, bytes(32), Role.VOLUNTEER, "Planted", "", Milliseconds(1))
    assert stranger.ask("POST", "/v1/devices", ForwardedDevices((body,))).status == 403
    for target in (
        "/v1/devices",
        "/v1/invites",
        "/v1/audit",
        "/v1/changes",
        "/v1/events",
        "/v1/enrolments",
        "/v1/results",
        "/v1/results/a",
        "/v1/results/a/users",
        "/v1/results/a/receivers",
        f"/v1/results/a/history/{vera.id}/contact-0",
        "/v1/bursts",
        "/v1/withdrawals",
        "/v1/holders",
    ):
        said = stranger.ask("GET", target)
        assert said.status == 200
        for secret in (
            vera.id,
            "Vera Harbor",
            "harbor's invite",
            "f" * 32,
            "contact-0",
            batch,
            owner.id,
            "between us",
            "c" * 64,
        ):
            assert secret.encode() not in said.body, target
    # The control: the campaign's own owner does see what the stranger must not.
    assert b"Vera Harbor" in owner.ask("GET", "/v1/devices").body
    assert b"c" * 64 in owner.ask("GET", "/v1/holders").body
    assert b"harbor's invite" in owner.ask("GET", "/v1/invites").body
    assert b"contact-0" in owner.ask("GET", f"/v1/results/a/history/{vera.id}/contact-0").body or (
        owner.ask("GET", f"/v1/results/a/history/{vera.id}/contact-0").read(list)
    )
    assert owner.ask("GET", f"/v1/blobs/{hash_of(blob)}/0").body == blob
    assert vera.receipt().count == 3


def publish_harbor(owner: Device, blob: bytes) -> None:
    """Content of the campaign, and a blob beside it."""
    made = publication(CampaignContent(HARBOR, "Harbor", 1), KEYS[HARBOR], Milliseconds(1))
    for data in (*made.parts.values(), blob):
        target = f"/v1/blobs/{hash_of(data)}/0?size={len(data)}"
        assert owner.ask("PUT", target, data, "application/octet-stream").status == 200
    assert owner.ask("PUT", "/v1/manifest", made.manifest, "application/octet-stream").status == 200


def test_an_organizer_reaches_no_further_than_his_role(replica: Replica) -> None:
    owner, organizer = replica.device(Role.OWNER), replica.device(Role.ORGANIZER)
    assert organizer.ask("POST", "/v1/invites", NewInvite(Role.OWNER)).status == 403
    assert organizer.ask("POST", f"/v1/devices/{owner.id}/revoke").status == 403
    theirs = replica.issue(role=Role.OWNER)
    assert organizer.ask("POST", f"/v1/invites/{theirs.id}/revoke").status == 403
    assert (
        owner.ask("POST", f"/v1/devices/{owner.id}/revoke").problem.title == "This is the campaign's only owner."
    )
    assert organizer.ask("POST", f"/v1/devices/{organizer.id}/revoke").status == 200
    assert organizer.ask("GET", "/v1/devices").problem.code is ProblemCode.REVOKED
    planted = Enrolment(HARBOR, "e" * 16, bytes(32), Role.ORGANIZER, "Planted", "", Milliseconds(1))
    assert owner.ask("POST", "/v1/devices", ForwardedDevices((planted,))).status == 403


def test_another_devices_stream_cannot_be_read_or_added_to(replica: Replica) -> None:
    vera, otto = replica.device(), replica.device()
    vera.pushed(vera.event(1))
    assert otto.ask("GET", f"/v1/streams/{vera.stream}").status == 403
    assert otto.ask("GET", f"/v1/streams/{vera.stream}/events").status == 403
    forged = otto.event(2, stream=vera.stream)
    assert otto.push(forged, stream=vera.stream).status == 403
    assert otto.pushed(vera.event(2)).answers[0].code == "bad_signature"
    assert vera.receipt().count == 1


def test_every_write_of_organizers_leaves_a_row_in_the_audit_log(replica: Replica) -> None:
    owner, vera = replica.device(Role.OWNER), replica.device()
    blob = b"audited"
    made = publication(CampaignContent(HARBOR, "Harbor", 1), KEYS[HARBOR], Milliseconds(1))
    vera.pushed(vera.event(1, message(0)))
    wait_until(lambda: owner.ask("GET", "/v1/results/a/receivers").read(dict)["rows"])
    window = Withdrawal(vera.id, "a", Milliseconds(0), Milliseconds(1 << 50))  # type: ignore[arg-type]
    newcomer = Device(replica)
    device = Enrolment(HARBOR, "f" * 16, newcomer.key.public.to_bytes(), Role.VOLUNTEER, "N", "", Milliseconds(1))

    def uploaded(data: bytes) -> None:
        target = f"/v1/blobs/{hash_of(data)}/0?size={len(data)}"
        owner.ask("PUT", target, data, "application/octet-stream").read(dict)

    invite, batch = replica.issue(), ""

    def withdrawn() -> None:
        nonlocal batch
        batch = owner.ask("POST", "/v1/withdrawals", window).read(dict)["id"]

    def published() -> None:
        owner.ask("PUT", "/v1/manifest", made.manifest, "application/octet-stream").read(dict)

    for data in made.parts.values():
        uploaded(data)
    forwarded = ForwardedEvents(newcomer.key.public.to_bytes(), newcomer.stream, (newcomer.event(1),))
    writes: dict[tuple[str, str], tuple[str, Any]] = {
        ("POST", "/v1/invites"): ("invite.issued", lambda: owner.ask("POST", "/v1/invites", NewInvite())),
        ("POST", "/v1/invites/{invite}/revoke"): (
            "invite.revoked",
            lambda: owner.ask("POST", f"/v1/invites/{invite.id}/revoke"),
        ),
        ("POST", "/v1/devices"): (
            "devices.forwarded",
            lambda: owner.ask("POST", "/v1/devices", ForwardedDevices((device,))),
        ),
        ("POST", "/v1/forwarded-events"): (
            "events.forwarded",
            lambda: owner.ask("POST", "/v1/forwarded-events", forwarded),
        ),
        ("POST", "/v1/devices/{device}/revoke"): (
            "device.revoked",
            lambda: owner.ask("POST", f"/v1/devices/{'f' * 16}/revoke"),
        ),
        ("POST", "/v1/notes"): ("note.left", lambda: owner.ask("POST", "/v1/notes", NewNote((vera.id,), "Hello"))),
        ("PUT", "/v1/blobs/{name}/{number}"): ("content.stored", lambda: uploaded(blob)),
        ("PUT", "/v1/manifest"): ("content.published", published),
        ("POST", "/v1/withdrawals"): ("results.withdrawn", withdrawn),
        ("POST", "/v1/withdrawals/{batch}/undo"): (
            "results.put_back",
            lambda: owner.ask("POST", f"/v1/withdrawals/{batch}/undo"),
        ),
    }
    writing = {key for key, who in ALLOWED.items() if key[0] != "GET" and who <= ORGANIZERS}
    assert writes.keys() == writing
    for operation, (expected, do) in writes.items():
        before = owner.ask("GET", "/v1/audit").read(list)
        do()
        after = owner.ask("GET", "/v1/audit").read(list)
        assert len(after) == len(before) + 1, operation
        assert (after[0]["operation"], after[0]["device"]) == (expected, owner.id)


def test_who_joins_is_told_once_and_in_full(replica: Replica) -> None:
    vera = replica.device(name="Vera\x00 \u202eVolunteer\n" + "x" * 500)
    assert isinstance(vera.enrolled, Enrolled)
    name = vera.ask("GET", "/v1/me").read(dict)["name"]
    assert name.startswith("Vera Volunteer xxx")
    assert len(name) == 200
