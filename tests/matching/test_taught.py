"""What a person has said goes first: confirmed voters are taken, rejected ones gone, housemates weighed."""

import math

import msgspec
import pytest

from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.contacts.model import Contact
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.match import match_book
from f2f_desktop.matching.model import Evidence, Match, MatchStatus
from f2f_desktop.matching.parameters import DEFAULT, HouseholdWeights
from f2f_desktop.matching.taught import NOTHING, Confirmed, Taught
from tests.matching.people import Person, contact, town

ANN = Person("ann", "ANN", "ZELLWEGER", birth_year=1960, street_address="12 ELM ST", zip="27001")
BOB = Person("bob", "ROBERT", "ZELLWEGER", birth_year=1958, street_address="12 ELM ST", zip="27001")
TWIN = Person("twin", "ROBERT", "ZELLWEGER", birth_year=1990, street_address="99 OAK ST", zip="27002")
LODGER = Person("lodger", "IMOGEN", "FARTHINGALE", birth_year=1999, street_address="12 ELM ST", zip="27001")

ANNS_CARD = contact("Ann Zellweger", "Ann", "Zellweger", uid="a", phone=9195550111)
BOBS_CARD = contact("Bob Zellweger", "Bob", "Zellweger", uid="b")
SURE_OF_ANN = Taught((Confirmed(ANNS_CARD, VoterId("ann")),))


@pytest.fixture(scope="module")
def index() -> VoterIndex:
    return town(ANN, BOB, TWIN, LODGER)


def answer(index: VoterIndex, someone: Contact, taught: Taught = NOTHING) -> Match:
    return match_book([someone], index, in_file_share=0.3, taught=taught).matches[0]


def probability(found: Match, voter: str) -> float:
    return next((each.probability for each in found.candidates if each.voter_id == voter), 0.0)


def household(found: Match, voter: str) -> Evidence | None:
    evidence = next((each.evidence for each in found.candidates if each.voter_id == voter), ())
    return next((piece for piece in evidence if piece.field == "household"), None)


def test_the_husband_of_a_confirmed_friend_is_likelier_than_his_namesake(index: VoterIndex) -> None:
    before, after = answer(index, BOBS_CARD), answer(index, BOBS_CARD, SURE_OF_ANN)
    assert before.status is MatchStatus.AMBIGUOUS
    assert probability(before, "bob") == pytest.approx(probability(before, "twin"), abs=1e-4)
    assert probability(after, "bob") > 0.9 > 0.1 > probability(after, "twin")
    said = household(after, "bob")
    assert said is not None
    assert (said.level, said.contact_value, said.voter_value) == ("surname", "Ann Zellweger", "ANN ZELLWEGER")
    assert household(after, "twin") is None


def test_a_shared_number_that_is_in_no_file_leads_to_the_housemate(index: VoterIndex) -> None:
    imogen = contact("Imogen", "Imogen", uid="i", phone=9195550111)
    assert answer(index, imogen).status is MatchStatus.UNMATCHED
    found = answer(index, imogen, SURE_OF_ANN)
    assert found.best is not None
    assert found.best.voter_id == "lodger"
    assert (said := household(found, "lodger")) is not None
    assert said.level == "phone"


def test_a_shared_number_with_another_name_does_not_decide(index: VoterIndex) -> None:
    # An unregistered housemate shares the number too.
    found = answer(index, contact("Carl Whistler", "Carl", "Whistler", uid="x", phone=9195550111), SURE_OF_ANN)
    assert found.status is not MatchStatus.MATCHED
    assert found.not_in_file > 0.5


def test_a_shared_address_counts_though_the_file_has_an_older_one(index: VoterIndex) -> None:
    ann = msgspec.structs.replace(
        ANNS_CARD, addresses=contact(street="5 New Rd", zip_code="27009").addresses, phones=()
    )
    imogen = contact("Imogen", "Imogen", uid="i", street="5 New Road", zip_code="27009")
    found = answer(index, imogen, Taught((Confirmed(ann, VoterId("ann")),)))
    assert (said := household(found, "lodger")) is not None
    assert said.level == "address"


def test_what_the_file_says_itself_is_not_counted_twice() -> None:
    index = town(with_changes(ANN, phone=9195550111), with_changes(BOB, phone=9195550111), TWIN)
    sharing = contact("Bob Zellweger", "Bob", "Zellweger", uid="b", phone=9195550111)
    found = answer(index, sharing, SURE_OF_ANN)
    assert (said := household(found, "bob")) is not None
    assert said.level == "surname"
    assert said.weight == HouseholdWeights().surname


def with_changes(person: Person, **changes: object) -> Person:
    return Person(**{**person.__dict__, **changes})  # type: ignore[arg-type]


def test_a_confirmed_voter_is_not_given_to_another_contact_by_itself(index: VoterIndex) -> None:
    namesake = contact("Ann Zellweger", "Ann", "Zellweger", uid="other", birthday="1960-03-01")
    assert answer(index, namesake).status is MatchStatus.MATCHED
    found = answer(index, namesake, SURE_OF_ANN)
    assert found.status is MatchStatus.AMBIGUOUS
    assert found.best is not None
    assert found.best.voter_id == "ann"
    # The control: two cards of one person may both have it.
    mail = contact(email="ann@example.org").emails
    same = msgspec.structs.replace(namesake, emails=mail)
    card = msgspec.structs.replace(ANNS_CARD, emails=mail, phones=())
    assert answer(index, same, Taught((Confirmed(card, VoterId("ann")),))).status is MatchStatus.MATCHED


def test_a_contact_that_was_decided_about_takes_nobody_from_others(index: VoterIndex) -> None:
    first = contact("Ann Zellweger", "Ann", "Zellweger", uid="1", birthday="1960-03-01")
    second = msgspec.structs.replace(first, uid="2", birthday="1960-03-02")
    alone = match_book([first, second], index, in_file_share=0.3).matches
    assert sorted(each.status for each in alone) == ["ambiguous", "matched"]
    nobody = match_book([first, second], index, in_file_share=0.3, taught=Taught(nobody=frozenset("1"))).matches
    assert nobody[1].status is MatchStatus.MATCHED
    other = Taught((Confirmed(first, VoterId("lodger")),))
    assert match_book([first, second], index, in_file_share=0.3, taught=other).matches[1].status == "matched"


def test_a_rejected_voter_is_no_candidate_and_what_is_left_is_at_most_a_question(index: VoterIndex) -> None:
    dated = msgspec.structs.replace(BOBS_CARD, birthday="1958-01-01", addresses=())
    assert answer(index, dated).status is MatchStatus.MATCHED
    found = answer(index, dated, Taught(rejected={"b": frozenset({VoterId("bob")})}))
    assert "bob" not in {each.voter_id for each in found.candidates}
    assert found.status is not MatchStatus.MATCHED
    # Also where a housemate of the rejected voter would speak for them.
    both = Taught(SURE_OF_ANN.confirmed, {"b": frozenset({VoterId("bob")})})
    assert "bob" not in {each.voter_id for each in answer(index, dated, both).candidates}
    # A rejection concerns that contact alone.
    assert answer(index, msgspec.structs.replace(dated, uid="c"), both).status is MatchStatus.MATCHED


def test_what_was_said_of_voters_who_are_not_in_this_file_changes_nothing(index: VoterIndex) -> None:
    elsewhere = Taught((Confirmed(ANNS_CARD, VoterId("gone")),), {"b": frozenset({VoterId("gone")})})
    assert answer(index, BOBS_CARD, elsewhere) == answer(index, BOBS_CARD)


def test_bars_add_up_to_the_probability(index: VoterIndex) -> None:
    for someone, taught in ((BOBS_CARD, NOTHING), (BOBS_CARD, SURE_OF_ANN), (ANNS_CARD, NOTHING)):
        found = answer(index, someone, taught)
        mass = sum(each.probability for each in found.candidates)
        scores = {
            each.voter_id: found.prior + sum(piece.weight for piece in each.evidence) for each in found.candidates
        }
        total = math.exp(found.null) + sum(map(math.exp, scores.values()))
        for each in found.candidates:
            assert math.exp(scores[each.voter_id]) / total == pytest.approx(each.probability, rel=0.02, abs=1e-3)
        assert mass + found.not_in_file == pytest.approx(1.0, abs=1e-2)


def test_the_lesson_can_be_left_out_by_its_weights(index: VoterIndex) -> None:
    """Control: without weights nothing but the voters that are taken changes."""
    deaf = msgspec.structs.replace(DEFAULT, household=HouseholdWeights(phone=0.0, address=0.0, surname=0.0))
    found = match_book([BOBS_CARD], index, deaf, in_file_share=0.3, taught=SURE_OF_ANN).matches[0]
    assert probability(found, "bob") < 0.6
