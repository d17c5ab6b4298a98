"""A hub tells nobody of anybody: neither its log nor its counters hold what is personal or secret."""

import logging

import pytest

from f2f_desktop.events.facts import Answers, ContactReference, OptedOut, ReportFiled
from f2f_desktop.hub.tables import devices
from f2f_desktop.protocol.api import EnrolRequest, NewInvite, NewNote
from f2f_desktop.protocol.join_codes import stretched
from f2f_desktop.protocol.roles import Role
from tests.hub.laptops import message
from tests.hub.replicas import Device, Replica

NAME, EMAIL, POINT = "Canary Quillfeather", "canary@example.org", "c0ffee" * 6
CONTACT, NOTE, ADDRESS, LABEL = "contact-of-canary", "canary's note", "203.0.113.77", "canary label"


@pytest.mark.expects_warnings
def test_nothing_personal_is_in_the_log_or_the_counters(
    sqlite_replica: Replica, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    owner = sqlite_replica.device(Role.OWNER)
    invite = sqlite_replica.issue(uses=3, with_code=True, label=LABEL)
    code_secret = stretched(invite.code, sqlite_replica.hub.identity.key).secret
    vera = Device(sqlite_replica)
    vera.client = ADDRESS
    assert vera.ask("POST", "/v1/enrol", EnrolRequest(code_secret, NAME, EMAIL)).status == 200
    reference = ContactReference(CONTACT, name=NAME, point_hash=POINT)  # type: ignore[arg-type]
    vera.pushed(
        vera.event(1, message(0)),
        vera.event(2, ReportFiled("a", 1, reference, Answers(note=NOTE))),  # type: ignore[arg-type]
        vera.event(3, OptedOut(reference, (POINT,))),
    )
    for target in (
        "/v1/devices",
        "/v1/results/a",
        f"/v1/results/a/history/x/{CONTACT}",
        f"/v1/streams/{vera.stream}",
    ):
        owner.ask("GET", target)
        vera.ask("GET", target)
    owner.ask("POST", "/v1/invites", NewInvite(label=LABEL))
    owner.ask("POST", "/v1/notes", NewNote(("x",), NOTE))
    vera.ask("POST", "/v1/events", b"rubbish of " + NAME.encode())
    wrong = Device(sqlite_replica)
    wrong.client = ADDRESS
    wrong.join(b"a wrong guess", NAME)
    sqlite_replica.ask("GET", f"/l/{CONTACT}", client=ADDRESS)
    sqlite_replica.ask("GET", f"/nowhere/{CONTACT}?name={NAME.replace(' ', '+')}", client=ADDRESS)
    # And where a fault of our own tells of what it met.
    sqlite_replica.hub.write(lambda connection: connection.execute(devices.update().values(role=NAME)))
    assert sqlite_replica.ask("GET", "/v1/me", vera.signed("GET", "/v1/me")).status == 500
    metrics = sqlite_replica.ask("GET", "/metrics").body.decode()
    told = "\n".join(record.getMessage() + str(record.exc_info or "") for record in caplog.records) + metrics
    assert "POST /v1/enrol" in told  # the control: something is told
    assert '"fault":"ValueError"' in told
    ids = invite.code, vera.stream, vera.key.public.to_bytes().hex()
    for secret in (NAME, "Quillfeather", EMAIL, POINT, CONTACT, NOTE, ADDRESS, LABEL, *ids):
        assert secret not in told, secret
