"""Facts and events: canonical bytes, kept when they are unknown, refused when they are none."""

import json
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.campaign.ids import ActionId, ContactId, FieldId, Milliseconds, ScriptId, TagId, VoterId
from f2f_desktop.events.envelope import Event, EventUnreadable, SignedEvent, read_event, signed, verified_event
from f2f_desktop.events.facts import (
    ActionCompleted,
    ActionSeen,
    ActionStarted,
    Answers,
    ContactReference,
    ContactsSynced,
    MessageKind,
    MessageSent,
    OptedOut,
    OptOutSource,
    PointsOptedOut,
    ReportCorrected,
    ReportFiled,
    UnknownFact,
    Voided,
    type_of,
)
from f2f_desktop.events.hashes import point_hash
from f2f_desktop.events.ids import new_event_id
from f2f_desktop.events.signing import BadSignature, SigningKey

KEY = SigningKey.from_bytes(bytes(range(32)))
ADA = ContactReference(ContactId("c1"), VoterId("AA1"), "Ada Quillfeather", "ab" * 16)
ANSWERS = Answers((TagId("ride"),), {FieldId("z"): "ja", FieldId("a"): "né ✓"}, "said \u2028 yes")
ACTION = ActionId("vote")
FACTS = (
    ActionSeen(ACTION, 1),
    ActionStarted(ACTION, 1),
    ActionCompleted(ACTION, 2),
    ContactsSynced(300, 91),
    MessageSent(ACTION, 1, ADA, Channel.TEXT, MessageKind.INITIAL, ScriptId("s"), True, True, False, ("x1",)),
    ReportFiled(ACTION, 1, ADA, ANSWERS, Channel.CALL, ScriptId("yes")),
    ReportCorrected("e0", ACTION, 1, ADA, ANSWERS),
    OptedOut(ADA, ("aa", "bb")),
    PointsOptedOut(("aa", "cc"), OptOutSource.FILE),
    Voided("e1", "undone"),
)


def event(fact: object) -> Event:
    return Event("e", "s", 7, Milliseconds(1_700_000_000_000), fact)  # type: ignore[arg-type]


@pytest.mark.parametrize("fact", FACTS, ids=type_of)
def test_a_fact_comes_back_as_it_was_signed(fact: object) -> None:
    assert verified_event(signed(event(fact), KEY), KEY.public) == event(fact)


@pytest.mark.parametrize("fact", FACTS, ids=type_of)
def test_the_bytes_are_canonical_json(fact: object) -> None:
    body = signed(event(fact), KEY).body
    canonical = json.dumps(json.loads(body), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert body == canonical.encode()


@pytest.mark.parametrize("fact", FACTS, ids=type_of)
def test_every_kind_of_fact_has_a_tag_of_its_own_that_stays_as_it_is(fact: object) -> None:
    tags = {
        "action.seen",
        "action.started",
        "action.completed",
        "contacts.synced",
        "message.sent",
        "report.filed",
        "report.corrected",
        "contact.opted_out",
        "points.opted_out",
        "voided",
    }
    assert type_of(fact) in tags  # type: ignore[arg-type]
    assert {type_of(each) for each in FACTS} == tags


def test_a_fact_of_the_future_is_kept_as_unknown() -> None:
    body = b'{"at":1,"fact":{"type":"poll.taken/2","votes":3},"id":"e","seq":1,"stream":"s"}'
    found = read_event(body)
    assert found.fact == UnknownFact("poll.taken/2")
    assert type_of(found.fact) == "poll.taken/2"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b'{"id":"e","stream":"s","seq":1,"at":1}',
        b'{"id":"e","stream":"s","seq":"1","at":1,"fact":{"type":"voided","event":"x"}}',
        b'{"id":"e","stream":"s","seq":1,"at":1,"fact":{}}',
        b'{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
)
def test_bytes_that_are_no_event_are_refused_in_words(body: bytes) -> None:
    with pytest.raises(EventUnreadable):
        read_event(body)


@given(st.binary(max_size=200))
def test_no_bytes_bring_the_reader_down(body: bytes) -> None:
    try:
        read_event(body)
    except EventUnreadable:
        return


def test_a_changed_event_does_not_verify_and_an_unchecked_one_would_pass() -> None:
    original = signed(event(FACTS[5]), KEY)
    changed = SignedEvent(original.body.replace(b"ride", b"sign"), original.signature)
    with pytest.raises(BadSignature):
        verified_event(changed, KEY.public)
    # The control: reading alone would take it.
    assert isinstance(read_event(changed.body).fact, ReportFiled)


def test_an_id_begins_with_its_time_and_is_a_version_7_uuid() -> None:
    early, late = new_event_id(Milliseconds(1_700_000_000_000)), new_event_id(Milliseconds(1_700_000_000_001))
    assert early < late
    assert (UUID(early).version, UUID(early).variant) == (7, "specified in RFC 4122")
    assert UUID(early).int >> 80 == 1_700_000_000_000
    assert len({new_event_id(Milliseconds(1)) for _ in range(2_000)}) == 2_000


def test_a_number_is_hashed_under_the_campaigns_key_and_an_address_without_case() -> None:
    # HMAC-SHA-256 of "+12125550101" under the key b"k", by openssl dgst -sha256 -hmac k
    assert point_hash(b"k", "+12125550101") == "01cdcb6fa9b1fff529187f0dadd67764"
    assert point_hash(b"k", " Ada@Example.org") == point_hash(b"k", "ada@example.org")
    assert point_hash(b"k", "+12125550101") != point_hash(b"l", "+12125550101")


def test_defaults_are_left_out_of_what_travels() -> None:
    body = signed(event(MessageSent(ACTION, 1, ADA, Channel.TEXT, MessageKind.INITIAL, ScriptId("s"))), KEY).body
    assert b"link_codes" not in body
    assert msgspec.json.decode(body)["fact"]["kind"] == "initial"
