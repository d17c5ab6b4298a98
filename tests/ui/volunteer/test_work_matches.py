"""The match at the working screen: why, yes, no, choose another, undo; and cards that were put together."""

import math
import string
from collections.abc import Callable

import msgspec
import pytest

from f2f_desktop.campaign.ids import VoterId
from f2f_desktop.contacts.model import Contact, PersonName, Phone
from f2f_desktop.matching import parameters
from f2f_desktop.matching.model import Candidate, Evidence
from f2f_desktop.ui.volunteer.evidence import EvidenceWords
from f2f_desktop.ui.volunteer.work.context_chips import ContextChips
from f2f_desktop.ui.widgets import Step
from f2f_desktop.vault.matches import note_departed
from f2f_desktop.volunteer.standing import Standing
from tests.ui.volunteer.work_samples import EVIDENCE, Evening


def declared_levels() -> list[tuple[str, str]]:
    return [
        (field.FIELD, level)
        for field in vars(parameters).values()
        if isinstance(field, type) and issubclass(field, parameters.Levels) and field.FIELD
        for level in field.names()
    ]


def test_every_declared_level_has_a_sentence_of_its_own() -> None:
    words = EvidenceWords()
    assert len(declared_levels()) > 50
    for field, level in declared_levels():
        sentence = words.sentences()[field, level]
        assert {name for _, name, _, _ in string.Formatter().parse(sentence) if name} <= {"mine", "theirs"}
        spoken = words.sentence(Evidence(field, level, 1.0, "O'NEIL", "ROBERT"))
        assert spoken
        assert "{" not in spoken
        assert words.title(field)


def test_there_are_no_sentences_for_levels_that_do_not_exist() -> None:
    assert set(EvidenceWords().sentences()) == set(declared_levels())


def test_a_level_that_is_not_known_yet_is_still_said_in_some_words() -> None:
    assert EvidenceWords().sentence(Evidence("shoe_size", "same_half", 1.0)) == "same half"


def test_evidence_is_told_the_strongest_first_without_what_says_nothing() -> None:
    weights = EvidenceWords().weights(EVIDENCE)
    assert [weight.title for weight in weights] == ["Phone", "Last name", "First name", "ZIP code"]
    assert weights[2].words == "Renee is a nickname of Renata"
    assert EvidenceWords().summary(EVIDENCE, 2) == "same phone number; same last name, Oneil"


def test_the_sum_of_all_bars_is_the_probability() -> None:
    evidence = (Evidence("phone", "same", 12.1), Evidence("last_name", "exact", 7.3, "MAY", "MAY"))
    stands = Standing(prior=-11.1, null=2.0)
    weight = -11.1 + 12.1 + 7.3
    rival = -11.1 + 7.3
    p = math.exp(weight) / (math.exp(weight) + math.exp(rival) + math.exp(2.0))
    steps = EvidenceWords().steps(Candidate(VoterId("v"), p, evidence), stands)
    assert steps[0].step is Step.BASE
    assert steps[0].weight == -11.1
    total = steps[-1]
    assert (total.step, total.number) == (Step.TOTAL, "99 %")
    assert sum(each.weight for each in steps[:-1]) == pytest.approx(total.weight, abs=0.05)
    assert total.weight == pytest.approx(math.log(p / (1 - p)))
    # An answer that was stored before the odds were kept has the evidence alone.
    assert {each.step for each in EvidenceWords().steps(Candidate(VoterId("v"), p, evidence), Standing())} == {
        Step.EVIDENCE
    }


def test_a_confirmed_voter_who_left_the_file_is_said_so_and_nothing_else_is_shown(evening: Evening) -> None:
    evening.press("Y")
    contact = evening.current().id
    voter = evening.services.suggestions.standing_of(contact).voter_id
    assert voter is not None
    with evening.services.matchmaking._vault.transaction() as connection:
        note_departed(connection, voter)
    evening.page.working.refresh(frozenset({"extract"}))
    evening.rest()
    assert evening.current().departed
    assert "no longer in the voter file" in evening.page.pane.match.sentence.text()
    assert evening.page.pane.match.finder.isVisible()
    assert not any((evening.current().party, evening.current().districts))
    chips = [chip.text for chip in ContextChips().of(evening.current())]
    assert chips == ["No longer in the voter file"]


def test_why_shows_evidence_and_the_others_that_it_could_be(evening: Evening) -> None:
    match = evening.page.pane.match
    evening.press("W")
    assert match.waterfall.isVisible()
    assert "same phone number" in match.waterfall.bars.accessibleName()
    assert len(match.candidate_buttons()) == 1
    evening.press("W")
    assert not match.waterfall.isVisible()


def test_yes_no_and_undo(evening: Evening) -> None:
    match = evening.page.pane.match
    assert "In the voter file: Juan Núñez, born 1952" in match.sentence.text()
    evening.press("Y")
    assert match.sentence.text().startswith("You confirmed")
    evening.press("R")
    assert evening.current().match in ("rejected", "ambiguous")
    assert not evening.current().starred
    evening.press("U")
    assert evening.current().match == "confirmed"
    assert evening.current().starred
    match.undo.click()
    evening.rest()
    assert evening.current().match == "matched"


def test_an_ambiguous_contact_shows_who_it_could_be_and_takes_the_choice(evening: Evening) -> None:
    evening.go_to("Fatima Johnson")
    match = evening.page.pane.match
    assert "2 possible voter" in match.sentence.text()
    assert len(match.candidate_buttons()) == 2
    asked = []
    evening.page.review_requested.connect(asked.append)
    match.review.click()
    assert asked == [evening.current().id]
    evening.press("Y")
    assert match.candidate_buttons()[0].hasFocus()
    evening.press("Space")
    assert evening.current().match == "confirmed"
    evening.press("U")
    evening.press("R")
    assert evening.current().match == "rejected"
    assert "nobody" in match.sentence.text()


def test_another_voter_can_be_chosen(evening: Evening) -> None:
    evening.press("V")
    evening.page.pane.match.candidate_buttons()[0].click()
    evening.rest()
    assert evening.current().match == "confirmed"
    assert "born 1972" in evening.page.pane.match.sentence.text()


def test_cards_that_were_put_together_can_be_parted_and_joined_again(begin: Callable[..., Evening]) -> None:
    phone = Phone("+19195550142", "919-555-0142", label="mobile")
    card = Contact("a", PersonName("Kim Tansworth", given="Kim", family="Tansworth"), phones=(phone,))
    evening = begin([card, msgspec.structs.replace(card, uid="b", organization="Elm Bakery")])
    assert evening.page.contacts.model.rowCount() == 1
    assert evening.page.pane.person.separate.isVisible()
    evening.page.pane.person.separate.click()
    evening.rest()
    assert evening.page.contacts.model.rowCount() == 2
    evening.press("U")
    assert evening.page.contacts.model.rowCount() == 1


def test_a_single_card_has_nothing_to_part(evening: Evening) -> None:
    assert not evening.page.pane.person.separate.isVisible()
