"""Answers are remembered: across readings of address books, merging and parting, and new extracts."""

import datetime as dt
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from f2f_desktop.campaign.ids import ContactId, VoterId
from f2f_desktop.contacts.model import Contact
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.matching.inference import Habits
from f2f_desktop.matching.match import match_book
from f2f_desktop.matching.model import Match
from f2f_desktop.matching.taught import Confirmed, Taught
from f2f_desktop.volunteer.standing import MatchState, Standing
from f2f_desktop.volunteer.teaching import habits_told
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract
from f2f_desktop.workspace import Protection, VolunteerServices, Workspace
from tests.matching.people import Person, contact, crowd, voters_from
from tests.memory_folder import MEMORY, has_room
from tests.vault.evenings import CHEAP, PASSPHRASE

KEY = SigningKey.generate()
ANN = Person("ann", "ANN", "ZELLWEGER", birth_year=1960, street_address="12 ELM ST", zip="27001")
BOB = Person("bob", "ROBERT", "ZELLWEGER", birth_year=1958, street_address="12 ELM ST", zip="27001")
TWIN = Person("twin", "ROBERT", "ZELLWEGER", birth_year=1990, street_address="99 OAK ST", zip="27002")
CARLA = Person(
    "carla", "CARLA", "WHISTLER", birth_year=1971, street_address="3 ASH ST", zip="27002", phone=9195550131
)
PEOPLE = (ANN, BOB, TWIN, CARLA)

ANNS = contact("Ann Zellweger", "Ann", "Zellweger", uid="ann-1", phone=9195550111, birthday="1960-02-03")
BOBS = contact("Bob Zellweger", "Bob", "Zellweger", uid="bob-1", phone=9195550112)
CARLAS = contact("Carla Whistler", "Carla", "Whistler", uid="carla-1", phone=9195550131)
CARDS = (ANNS, BOBS, CARLAS)


def extract(folder: Path, *people: Person) -> bytes:
    """An extract of a crowd and these people."""
    path = folder / "made.f2fx"
    details = ExtractDetails(layout="test", expires=dt.datetime.now(dt.UTC).date() + dt.timedelta(days=30))
    write_extract(path, voters_from([*crowd(2_000), *people]), details, KEY)
    data = path.read_bytes()
    path.unlink()
    return data


def run(services: VolunteerServices) -> None:
    services.matchmaking.keep(services.matchmaking.find(services.matchmaking.asked()))


def learn(services: VolunteerServices) -> tuple[Match, ...]:
    """The answers for those whom the newest decisions touch."""
    again = services.matchmaking.asked_again()
    if again is None:
        return ()
    found = services.matchmaking.find_again(again)
    services.matchmaking.keep(found)
    return tuple(each.match for each in found.matches)


def person(services: VolunteerServices, name: str) -> ContactId:
    return next(each.id for each in services.importing.contacts() if each.contact.name.full == name)


def stands(services: VolunteerServices, name: str) -> Standing:
    contact_id = person(services, name)
    found = services.suggestions.standing_of(contact_id)
    assert services.suggestions.standings()[contact_id] == found
    return found


@pytest.fixture
def services(tmp_path: Path) -> Iterator[VolunteerServices]:
    workspace = Workspace(tmp_path / "vault")
    workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    workspace.services.importing.store("book.vcf", CARDS, ())
    workspace.services.matchmaking.install(extract(tmp_path, *PEOPLE))
    run(workspace.services)
    yield workspace.services
    workspace.lock()


def test_an_answer_is_weighed_for_the_household_at_once_and_taken_back_with_it(
    services: VolunteerServices,
) -> None:
    before = stands(services, "Bob Zellweger")
    assert before.state is MatchState.AMBIGUOUS
    number = services.matchmaking.confirm(person(services, "Ann Zellweger"), VoterId("ann"))
    learn(services)
    after = stands(services, "Bob Zellweger")
    assert after.candidates[0].voter_id == "bob"
    # That the matcher is certain of Ann by itself speaks for Bob already; the volunteer's word says no less.
    assert after.probability > before.probability
    evidence = {piece.field for piece in after.candidates[0].evidence}
    assert "household" in evidence
    services.matchmaking.undo(number)
    learn(services)
    assert stands(services, "Bob Zellweger") == before
    assert services.matchmaking.asked_again() is None


def test_only_those_whom_an_answer_touches_are_matched_again(services: VolunteerServices) -> None:
    services.matchmaking.confirm(person(services, "Ann Zellweger"), VoterId("ann"))
    again = services.matchmaking.asked_again()
    assert again is not None
    found = services.matchmaking.find_again(again)
    assert {each.contact_id for each in found.matches} == {
        person(services, "Ann Zellweger"),
        person(services, "Bob Zellweger"),
    }


def test_a_skipped_question_teaches_nothing(services: VolunteerServices) -> None:
    services.matchmaking.skip(person(services, "Bob Zellweger"))
    assert services.matchmaking.asked_again() is None


def test_a_confirmed_voter_who_is_not_in_a_new_extract_stays_and_says_so(
    services: VolunteerServices, tmp_path: Path
) -> None:
    bob = person(services, "Bob Zellweger")
    services.matchmaking.confirm(bob, VoterId("bob"))
    services.matchmaking.install(extract(tmp_path, ANN, TWIN, CARLA))
    run(services)
    gone = stands(services, "Bob Zellweger")
    # The twin is there, and would be taken otherwise: nobody is matched silently.
    assert (gone.state, gone.voter_id) == (MatchState.CONFIRMED, "bob")
    assert gone.departed is not None
    assert gone.in_file is None
    services.matchmaking.install(extract(tmp_path, ANN, CARLA))
    run(services)
    assert stands(services, "Bob Zellweger").departed == gone.departed
    moved = Person(**{**BOB.__dict__, "street_address": "7 BIRCH ST"})
    services.matchmaking.install(extract(tmp_path, ANN, TWIN, CARLA, moved))
    run(services)
    back = stands(services, "Bob Zellweger")
    assert back.departed is None
    assert back.in_file is not None
    assert back.in_file.street_address == "7 BIRCH ST"


def test_a_confirmation_of_somebody_who_departed_can_be_taken_back(
    services: VolunteerServices, tmp_path: Path
) -> None:
    bob = person(services, "Bob Zellweger")
    services.matchmaking.confirm(bob, VoterId("bob"))
    services.matchmaking.install(extract(tmp_path, ANN, CARLA))
    run(services)
    assert services.matchmaking.undo_last(bob)
    learn(services)
    left = stands(services, "Bob Zellweger")
    assert left.state is not MatchState.CONFIRMED
    assert (left.voter_id, left.departed) == (None, None)


def test_rejected_pairs_stay_rejected_in_a_new_extract(services: VolunteerServices, tmp_path: Path) -> None:
    carla = person(services, "Carla Whistler")
    assert stands(services, "Carla Whistler").state is MatchState.MATCHED
    services.matchmaking.reject(carla, VoterId("carla"))
    learn(services)
    assert stands(services, "Carla Whistler").state is MatchState.REJECTED
    services.matchmaking.install(extract(tmp_path, *PEOPLE))
    run(services)
    assert stands(services, "Carla Whistler").state is MatchState.REJECTED
    assert "carla" not in {each.voter_id for each in stands(services, "Carla Whistler").candidates}


def test_a_card_that_comes_again_under_another_uid_keeps_its_answer_though_the_first_import_is_undone(
    services: VolunteerServices,
) -> None:
    workspace_import = services.importing.store("again.vcf", (msgspec.structs.replace(BOBS, uid="x9"),), ())
    assert workspace_import.merged == 1
    services.matchmaking.confirm(person(services, "Bob Zellweger"), VoterId("bob"))
    first = services.importing.store("third.vcf", (msgspec.structs.replace(CARLAS, uid="c9"),), ())
    services.matchmaking.reject(person(services, "Carla Whistler"), VoterId("carla"))
    services.importing.undo(workspace_import.id)
    services.importing.undo(first.id)
    assert stands(services, "Bob Zellweger").voter_id == "bob"
    assert stands(services, "Carla Whistler").voter_id is None


def test_what_was_said_of_a_card_passes_on_when_its_import_is_undone(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "heirs")
    workspace.create(Protection(PASSPHRASE, cost=CHEAP))
    services = workspace.services
    imports = [
        services.importing.store(f"{n}.vcf", (msgspec.structs.replace(BOBS, uid=f"u{n}"),), ()).id
        for n in range(3)
    ]
    number = services.matchmaking.confirm(person(services, "Bob Zellweger"), VoterId("bob"))
    services.importing.undo(imports[0])
    assert stands(services, "Bob Zellweger").voter_id == "bob"
    services.importing.undo(imports[1])
    assert stands(services, "Bob Zellweger").voter_id == "bob"
    services.matchmaking.undo(number)
    assert stands(services, "Bob Zellweger").voter_id is None
    workspace.lock()


def test_parted_cards_both_keep_a_rejection_and_one_keeps_the_confirmation(services: VolunteerServices) -> None:
    services.importing.store("again.vcf", (msgspec.structs.replace(CARLAS, uid="c2"),), ())
    merged = person(services, "Carla Whistler")
    services.matchmaking.reject(merged, VoterId("carla"))
    services.importing.separate(merged)
    run(services)
    two = [each.id for each in services.importing.contacts() if each.contact.name.family == "Whistler"]
    assert len(two) == 2
    assert {services.suggestions.standing_of(each).voter_id for each in two} == {None}
    services.matchmaking.confirm(two[0], VoterId("carla"))
    learn(services)
    assert [services.suggestions.standing_of(each).voter_id for each in two] == ["carla", None]


def test_cards_that_were_parted_are_matched_each_for_itself(services: VolunteerServices) -> None:
    other = msgspec.structs.replace(BOBS, uid="b2", birthday="1958-04-05")
    services.importing.store("again.vcf", (other,), ())
    run(services)
    assert stands(services, "Bob Zellweger").voter_id == "bob"
    services.importing.separate(person(services, "Bob Zellweger"))
    learn(services)
    two = [each for each in services.importing.contacts() if each.contact.name.given == "Bob"]
    found = {each.contact.birthday: services.suggestions.standing_of(each.id).state for each in two}
    assert found == {"1958-04-05": MatchState.MATCHED, "": MatchState.AMBIGUOUS}
    assert services.matchmaking.asked_again() is None


class Remembering(RuleBasedStateMachine):
    """Answers, readings, merges and extracts in any order, against a plain book of what was said."""

    imports: Bundle[str] = Bundle("imports")
    extracts: dict[frozenset[str], bytes]

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(prefix="f2f-", dir=MEMORY if has_room() else None)
        self._workspace = Workspace(Path(self._folder.name) / "vault")
        self._workspace.create(Protection(PASSPHRASE, cost=CHEAP))
        self.services = self._workspace.services
        self.words: list[tuple[int, frozenset[str], str, str]] = []
        """Number, uids of the person's cards, `confirmed` or `rejected`, voter."""
        self.inside = {person.id for person in PEOPLE}
        self.matched_again: tuple[Match, ...] = ()
        """What the last answer had matched again."""

    @initialize()
    def begin(self) -> None:
        self.services.importing.store("book.vcf", CARDS, ())
        self.new_extract(frozenset())

    def cards(self, contact_id: ContactId) -> frozenset[str]:
        return frozenset(each.contact.uid for each in self.services.importing.cards_of(contact_id))

    @rule(which=st.integers(0, 8), voter=st.sampled_from(PEOPLE), yes=st.booleans())
    def answer(self, which: int, voter: Person, yes: bool) -> None:
        people = self.services.importing.contacts()
        contact_id = people[which % len(people)].id
        say = self.services.matchmaking.confirm if yes else self.services.matchmaking.reject
        number = say(contact_id, VoterId(voter.id))
        self.words.append((number, self.cards(contact_id), "confirmed" if yes else "rejected", voter.id))
        self.matched_again = learn(self.services)

    @rule()
    def take_back(self) -> None:
        if self.words:
            self.services.matchmaking.undo(self.words.pop()[0])
            self.matched_again = learn(self.services)

    @rule(target=imports, card=st.sampled_from(CARDS), copy=st.integers(1, 3))
    def read_again_under_another_uid(self, card: Contact, copy: int) -> str:
        again = msgspec.structs.replace(card, uid=f"{card.uid}-again-{copy}")
        return self.services.importing.store("again.vcf", (again,), ()).id

    @rule(card=st.sampled_from(CARDS), organization=st.sampled_from(("", "Elm Bakery", "Oak Bakery")))
    def read_the_changed_card(self, card: Contact, organization: str) -> None:
        self.services.importing.store("book.vcf", (msgspec.structs.replace(card, organization=organization),), ())

    @rule(which=st.integers(0, 8))
    def part(self, which: int) -> None:
        people = [each for each in self.services.importing.contacts() if each.cards > 1]
        if people:
            self.services.importing.separate(people[which % len(people)].id)
            run(self.services)

    @rule(gone=st.frozensets(st.sampled_from([each.id for each in PEOPLE]), max_size=3))
    def new_extract(self, gone: frozenset[str]) -> None:
        self.inside = {person.id for person in PEOPLE} - gone
        made = type(self).extracts
        if gone not in made:
            people = [person for person in PEOPLE if person.id not in gone]
            made[gone] = extract(Path(self._folder.name), *people)
        self.services.matchmaking.install(made[gone])
        run(self.services)

    @invariant()
    def what_was_said_holds(self) -> None:
        for contact_id, standing in self.services.suggestions.standings().items():
            cards = self.cards(contact_id)
            last: dict[str, str] = {}
            confirmed: list[str] = []
            for _number, about, word, voter in self.words:
                if word == "confirmed" and about & cards:
                    confirmed.append(voter)
                if about & cards:
                    last[voter] = word
            if standing.state is MatchState.CONFIRMED:
                assert standing.voter_id in confirmed
                assert (standing.departed is None) == (standing.voter_id in self.inside)
            if standing.voter_id is not None:
                # A rejection holds for every card of the person it was about, until it is confirmed or taken back.
                assert last.get(standing.voter_id) != "rejected"
            rejected = {voter for voter, word in last.items() if word == "rejected"}
            assert not rejected & {each.voter_id for each in standing.candidates}
            if confirmed and len(self.words) == 1:
                assert standing.state is MatchState.CONFIRMED or len(cards) < len(self.words[0][1])

    @invariant()
    def a_voter_is_given_by_itself_to_one_contact_alone(self) -> None:
        holders: dict[str, list[MatchState]] = {}
        for standing in self.services.suggestions.standings().values():
            if standing.voter_id is not None:
                holders.setdefault(standing.voter_id, []).append(standing.state)
        for voter, states in holders.items():
            taken_silently = states.count(MatchState.MATCHED)
            assert taken_silently <= 1, (voter, states)
            assert not (taken_silently and MatchState.CONFIRMED in states), (voter, states)

    @invariant()
    def matching_a_part_again_gives_what_matching_everybody_would(self) -> None:
        matchmaking = self.services.matchmaking
        asked = matchmaking.asked()
        habits, decisions = learnt_from(self.services)
        part, self.matched_again = self.matched_again, ()
        if habits is None or asked.decisions != decisions:
            return
        contacts = [each.contact for each in asked.people]
        known = habits_told(habits, asked.taught)
        whole = match_book(contacts, matchmaking._indexed(), habits=known, taught=asked.taught)
        answers = {each.contact_uid: each for each in whole.matches}
        for each in part:
            assert each.candidates == answers[each.contact_uid].candidates

    def teardown(self) -> None:
        self._workspace.lock()
        self._folder.cleanup()


def learnt_from(services: VolunteerServices) -> tuple[Habits | None, frozenset[int]]:
    """The habits of the last whole run, and the decisions that the stored answers rest on."""
    from f2f_desktop.vault import matches

    with services.matchmaking._vault.transaction() as connection:
        learnt = matches.learnt(connection)
    return learnt.habits, learnt.decisions


def test_what_was_said_is_remembered_whatever_happens() -> None:
    Remembering.extracts = {}
    run_state_machine_as_test(
        Remembering,
        settings=settings(
            max_examples=8,
            stateful_step_count=10,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )


def test_a_matcher_that_forgets_rejections_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: rejections that hold only for the card they were stored under."""
    from f2f_desktop.vault.matches import Decision

    monkeypatch.setattr(Decision, "about", property(lambda self: frozenset({self.contact_id})))
    state = Remembering()
    Remembering.extracts = {}
    try:
        state.begin()
        state.read_again_under_another_uid(CARLAS, 1)
        whose = [each.contact.name.family for each in state.services.importing.contacts()].index("Whistler")
        state.answer(whose, CARLA, False)
        state.part(0)
        with pytest.raises(AssertionError):
            state.what_was_said_holds()
    finally:
        state.teardown()


def test_who_was_sure_before_a_person_said_otherwise_speaks_for_no_housemate_any_more() -> None:
    habits = Habits(0.3, sure={"v1": "ada", "v2": "ben", "v3": "cleo", "v4": "dan", "v5": "eve"})
    taught = Taught(
        (Confirmed(contact(uid="ada"), VoterId("v1")), Confirmed(contact(uid="eve"), VoterId("v9"))),
        {"ben": frozenset({VoterId("v2")}), "dan": frozenset({VoterId("v7")})},
        frozenset({"cleo"}),
    )
    assert habits_told(habits, taught).sure == {"v1": "ada", "v4": "dan"}
