"""The hub against its own description: whatever is asked, as anybody, the answer is one that the description names."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import msgspec
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from f2f_desktop.events.signing import SigningKey
from f2f_desktop.protocol.api import Enrolled, EnrolRequest
from f2f_desktop.protocol.http_signatures import sign_request
from f2f_desktop.protocol.invites import read_invite
from tests.figures import note, note_control, sized, tell
from tests.hub.processes import HubProcess, invite

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
ROLES = ("volunteer", "organizer", "owner")
ASKED = "questions of schemathesis"
CLOSES = ("revokeDevice", "openapi", "metrics")
"""What would lock the asker out, or says too much to be read again and again."""


class Signing(requests.auth.AuthBase):
    """Signs whatever is asked, by one device's key."""

    def __init__(self, key: SigningKey, hub: bytes) -> None:
        self._key, self._hub = key, hub

    def __call__(self, asked: requests.PreparedRequest) -> requests.PreparedRequest:
        body = asked.body.encode() if isinstance(asked.body, str) else asked.body or b""
        assert isinstance(body, bytes)
        assert asked.method
        try:
            signed = sign_request(self._key, self._hub, asked.method, asked.path_url, body, time.time())
        except Exception:  # noqa: BLE001 - what is no address cannot be signed; the hub gets it all the same
            return asked
        asked.headers.update(signed)
        return asked


def joined(hub: HubProcess, role: str) -> Signing:
    asked = read_invite(invite(hub, "--role", role))
    signing = Signing(SigningKey.generate(), asked.hub.key)
    content = msgspec.json.encode(EnrolRequest(asked.secret, role))
    answer = requests.post(
        f"{hub.url}/v1/enrol", content, headers={"content-type": "application/json"}, auth=signing, timeout=20
    )
    msgspec.json.decode(answer.content, type=Enrolled)
    return signing


def ask_everything(hub: HubProcess, examples: int, turns: int, spoil: str = "") -> dict[str, int]:
    """Asks every operation; gives how often the hub answered what.

    Args:
        turns: how many of the three roles ask each operation; with 1, they take turns.
        spoil: an operation whose good answer is taken out of the description, to see that it is missed.
    """
    description = requests.get(f"{hub.url}/openapi.json", timeout=20).json()
    for item in description["paths"].values():
        for each in item.values():
            if each["operationId"] == spoil:
                del each["responses"]["200"]
    schema = schemathesis.openapi.from_dict(description)
    schema.config.base_url = hub.url
    counts: dict[str, int] = {}
    people = [joined(hub, role) for role in ROLES]
    for number, found in enumerate(schema.get_all_operations()):
        operation = found.ok()
        name = operation.definition.raw["operationId"]
        if name in CLOSES or (spoil and name != spoil):
            continue
        for turn in range(turns):
            _ask(operation, people[(number + turn) % len(people)], examples, counts)
    return counts


def _ask(operation: Any, signing: Signing, examples: int, counts: dict[str, int]) -> None:
    modes = [schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE]
    for mode in modes:
        strategy = operation.as_strategy(generation_mode=mode)

        def once(case: Any) -> None:
            response = case.call(auth=signing, timeout=30)
            counts[str(response.status_code)] = counts.get(str(response.status_code), 0) + 1
            case.validate_response(response, checks=CHECKS)

        run: Callable[[], None] = settings(
            max_examples=examples,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )(_given(strategy)(once))
        with suppress(Unsatisfiable):  # nothing about this operation can be wrong
            run()


def _given(strategy: Any) -> Any:
    return given(case=strategy)


@pytest.mark.filterwarnings("ignore")
def test_every_answer_is_one_that_the_description_names(sqlite_hub: HubProcess) -> None:
    counts = ask_everything(sqlite_hub, 2, 1)
    assert counts.get("200", 0) > 10
    assert not [status for status in counts if status.startswith("5")]
    assert "fault" not in (sqlite_hub.folder / "stderr.txt").read_text()


@pytest.mark.control
@pytest.mark.filterwarnings("ignore")
def test_the_control_an_answer_that_the_description_lacks_is_found(sqlite_hub: HubProcess) -> None:
    with pytest.raises(FailureGroup, match="Undocumented status code"):
        ask_everything(sqlite_hub, 1, 1, spoil="changes")
    note_control(ASKED, "an answer that the description lacks", "undocumented status code")


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")
def test_every_answer_to_thousands_of_questions_is_one_that_the_description_names(
    hub: HubProcess, database: str
) -> None:
    counts = ask_everything(hub, sized(150, 2), 3)
    tell(f"answers by status: {dict(sorted(counts.items()))}")
    note(f"{ASKED}, {'PostgreSQL' if database else 'SQLite'}", sum(counts.values()))
    assert not [status for status in counts if status.startswith("5")]
    assert "fault" not in (hub.folder / "stderr.txt").read_text()
