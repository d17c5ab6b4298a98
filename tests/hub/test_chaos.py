"""A line that misbehaves never makes a laptop say "safe" falsely; what is wrong is told apart; then all arrives."""

import itertools
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from f2f_desktop.hub.certificates import own_certificate
from f2f_desktop.sync import hub_client
from f2f_desktop.sync.troubles import (
    ClockWrong,
    HubAnswersNot,
    HubBusy,
    NetworkMissing,
    NotTheHub,
    OtherCertificate,
)
from f2f_desktop.vault import hubs as known
from f2f_desktop.vault.tables import hubs
from tests.figures import SHARE, note, note_control, tell
from tests.hub.chaos import BUSY, CLEAR, PORTAL, REDIRECT, Chaos, Mood
from tests.hub.counting import Watched, held
from tests.hub.day_worker import ids_of
from tests.hub.laptops import Laptop, message
from tests.hub.processes import HubProcess, invite, new_hub
from tests.memory_folder import folder_in_memory


@pytest.fixture(scope="module")
def hub_and_link(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[HubProcess, str]]:
    """One hub for all, and an invite to it."""
    with folder_in_memory(tmp_path_factory) as folder:
        made = new_hub(folder / "hub").start()
        yield made, invite(made, "--uses", "100")
        made.stop()


@pytest.fixture
def hub(hub_and_link: tuple[HubProcess, str]) -> HubProcess:
    return hub_and_link[0]


@pytest.fixture
def line(hub: HubProcess) -> Iterator[Chaos]:
    with Chaos(int(hub.url.rsplit(":", 1)[1])) as made:
        yield made


@pytest.fixture
def laptop(hub_and_link: tuple[HubProcess, str], line: Chaos, tmp_path: Path) -> Iterator[Laptop]:
    made = Laptop(tmp_path / "vault").join(hub_and_link[1])
    made.round()
    lead(made, line.url)
    yield made
    made.close()


def lead(laptop: Laptop, url: str, pin: bytes = b"") -> None:
    """From now on the laptop reaches its hub at another address."""
    with laptop.vault.transaction() as connection:
        connection.execute(hubs.update().values(url=url, pin=pin))


def trouble_of_a_round(laptop: Laptop, hub: HubProcess, number: int) -> str:
    """Records something, synchronizes, and gives the name of the trouble; a claim of safety must be true."""
    laptop.do(message(number))
    done = laptop.courier.round()[0]
    if laptop.courier.standing().all_safe:
        there, _ = held(hub.folder)
        assert [each for each in ids_of(laptop) if not there[each]] == []
        assert done.trouble is None or done.pushed is None
    return type(done.trouble).__name__ if done.trouble else ""


def assert_recovers(laptop: Laptop, hub: HubProcess, line: Chaos) -> None:
    line.mood = CLEAR
    laptop.round()
    assert laptop.courier.standing().all_safe
    there, numbers = held(hub.folder)
    assert set(ids_of(laptop)) <= set(there)
    assert all(count == 1 for count in there.values())
    assert sum(numbers.values()) == there.total()


@pytest.mark.parametrize(
    ("mood", "told"),
    [
        (Mood(instead=PORTAL), NotTheHub),
        (Mood(instead=REDIRECT), NotTheHub),
        (Mood(instead=BUSY), HubBusy),
        (Mood(up_to=0), HubAnswersNot),
        (Mood(down_to=0), HubAnswersNot),
        (Mood(length=5), HubAnswersNot),
        (Mood(length=-5), NotTheHub),
        (Mood(instead=b"HTTP/1.1 200 OK\r\ncontent-len"), HubAnswersNot),
        (Mood(instead=b"HTTP/1.1 200 OK\r\ncontent-length: "), HubAnswersNot),
    ],
    ids=[
        "portal",
        "redirect",
        "busy",
        "request lost",
        "answer lost",
        "too long",
        "too short",
        "a name",
        "a value",
    ],
)
def test_what_is_wrong_with_the_line_is_told_apart(
    hub: HubProcess,
    line: Chaos,
    laptop: Laptop,
    mood: Mood,
    told: type[Exception],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hub_client, "READ_SECONDS", 2.0)
    line.mood = mood
    assert trouble_of_a_round(laptop, hub, 1) == told.__name__
    assert not laptop.courier.standing().all_safe
    assert_recovers(laptop, hub, line)


def test_a_request_that_arrives_twice_counts_once(hub: HubProcess, line: Chaos, laptop: Laptop) -> None:
    line.mood = Mood(twice=True)
    trouble_of_a_round(laptop, hub, 1)
    assert_recovers(laptop, hub, line)


def test_a_slow_line_is_slow_and_a_hopeless_one_is_given_up(
    hub: HubProcess, line: Chaos, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    line.mood = Mood(drip=0.000_1)
    assert trouble_of_a_round(laptop, hub, 1) == ""
    assert laptop.courier.standing().all_safe
    monkeypatch.setattr(hub_client, "READ_SECONDS", 0.3)
    line.mood = Mood(drip=0.6)
    assert trouble_of_a_round(laptop, hub, 2) == "HubAnswersNot"
    assert_recovers(laptop, hub, line)


def test_no_network_is_told_apart_from_a_hub_that_is_down(hub: HubProcess, laptop: Laptop) -> None:
    lead(laptop, "http://hub.invalid:8443")
    assert trouble_of_a_round(laptop, hub, 1) == NetworkMissing.__name__
    lead(laptop, "http://127.0.0.1:9")
    assert trouble_of_a_round(laptop, hub, 2) == HubAnswersNot.__name__


def test_another_certificate_is_another_certificate(tmp_path: Path) -> None:
    hub = new_hub(tmp_path / "hub", tls="own").start()
    other = tmp_path / "other"
    other.mkdir()
    try:
        laptop = Laptop(tmp_path / "vault").join(invite(hub))
        laptop.round()
        with laptop.vault.transaction() as connection:
            pin = known.known_hubs(connection)[0].address.pin
        with Chaos(int(hub.url.rsplit(":", 1)[1]), own_certificate(other, ("localhost", "127.0.0.1"))) as line:
            lead(laptop, line.url, pin)
            assert trouble_of_a_round(laptop, hub, 1) == OtherCertificate.__name__
            assert not laptop.courier.standing().all_safe
        lead(laptop, hub.url, pin)
        laptop.round()
        assert laptop.courier.standing().all_safe
        laptop.close()
    finally:
        hub.stop()


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_is_years_off_keeps_nobody_from_synchronizing(
    hub: HubProcess, laptop: Laptop, monkeypatch: pytest.MonkeyPatch, years: int
) -> None:
    right, right_ns, off = time.time, time.time_ns, years * 365 * 86_400
    monkeypatch.setattr(time, "time", lambda: right() + off)
    monkeypatch.setattr(time, "time_ns", lambda: right_ns() + off * 1_000_000_000)
    assert trouble_of_a_round(laptop, hub, 1) == ""
    assert laptop.courier.standing().all_safe
    monkeypatch.setattr(time, "time", right)
    monkeypatch.setattr(time, "time_ns", right_ns)
    due = laptop.courier.due_in()
    assert due is not None
    assert due <= 15 * 60_000


def test_a_certificate_of_another_time_is_blamed_on_the_clock() -> None:
    error = OSError("certificate verify failed: certificate is not yet valid")
    assert isinstance(hub_client.trouble_of(error), ClockWrong)


CUTS = "lines cut within an exchange"


def cut_everywhere(
    hub: HubProcess, link: str, line: Chaos, folder: Path, every: int, laptops: int
) -> Counter[str]:
    """Cuts the line after every so many bytes of an exchange's requests, and of their answers, until all of it gets
    through; after each cut what was recorded must arrive, once. Gives what was told how often.

    `laptops` take turns: of one alone the hub would find that it asks too often, and its rounds would get longer.
    """
    told: Counter[str] = Counter()
    numbers = itertools.count(1)
    with Watched(hub.folder) as there, ExitStack() as closing:
        ready = []
        for number in range(laptops):
            ready.append(Laptop(folder / f"vault-{number}").join(link))
            closing.callback(ready[-1].close)
            ready[-1].round()
            lead(ready[-1], line.url)
        turns = itertools.cycle(ready)
        for up in (True, False):
            whole = 0  # an exchange's length differs by a few bytes from laptop to laptop
            for at in itertools.count(0, every):
                laptop = next(turns)
                laptop.do(message(next(numbers)))
                line.mood = Mood(up_to=at) if up else Mood(down_to=at)
                trouble = laptop.courier.round()[0].trouble
                told[type(trouble).__name__ if trouble else "went well"] += 1
                if laptop.courier.standing().all_safe:
                    assert set(ids_of(laptop)) <= there.ids(), f"a false claim after a cut at {at}"
                line.mood = CLEAR
                laptop.round()
                assert laptop.courier.standing().all_safe
                assert set(ids_of(laptop)) <= there.ids()
                whole = 0 if trouble else whole + 1
                if whole == laptops:
                    break
        for laptop in ready:
            assert_recovers(laptop, hub, line)
    return told


def test_a_line_that_is_cut_within_an_exchange_is_a_hub_that_answers_not(
    hub_and_link: tuple[HubProcess, str], line: Chaos, tmp_path: Path
) -> None:
    told = cut_everywhere(*hub_and_link, line, tmp_path, 211, 1)
    assert set(told) == {"HubAnswersNot", "went well"}
    assert told["HubAnswersNot"] > 8


@pytest.mark.long
def test_a_line_that_is_cut_at_every_byte(
    hub_and_link: tuple[HubProcess, str], line: Chaos, tmp_path: Path
) -> None:
    told = cut_everywhere(*hub_and_link, line, tmp_path, 1 if SHARE >= 1 else 7, 12)
    note(CUTS, told.total(), facts=told.total(), lost=0, doubled=0)
    tell(f"cut at {told.total():,} places: {dict(told)}")
    assert set(told) == {"HubAnswersNot", "went well"}


@pytest.mark.control
def test_a_laptop_that_takes_any_answer_is_seen(
    hub: HubProcess, line: Chaos, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: without the hub's signature a portal's page is taken for an answer."""
    monkeypatch.setattr(hub_client, "verify_answer", lambda *_: None)
    line.mood = Mood(instead=PORTAL)
    trouble = trouble_of_a_round(laptop, hub, 1)
    note_control(CUTS, "takes any answer", trouble if trouble != NotTheHub.__name__ else "")
    assert trouble != NotTheHub.__name__
