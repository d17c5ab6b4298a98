"""The cases that go wrong elsewhere: each by name, among a crowd of twenty thousand voters."""

import dataclasses

import pytest

from f2f_desktop.contacts.read import read_address_book
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.match import Home, match
from f2f_desktop.matching.model import Match, MatchStatus
from f2f_desktop.voterfile.national import NationalNames
from tests.matching.people import Person, contact, match_one, town

PHONE = 919_555_0101
OTHER_PHONE = 212_555_0142
OTHER_MOBILE = 919_555_0177
HOUSE = {"street_address": "12 HEMLOCK BLVD", "zip": "27991", "city": "RIVERS BEND"}
ROBERT = Person("ROBERT", "ROBERT", "VANTERPOOL", "JAMES", sex="M", birth_year=1958, phone=PHONE, **HOUSE)
KAREN = Person("KAREN", "KAREN", "VANTERPOOL", "ANN", sex="F", birth_year=1960, **HOUSE)


def found(answer: Match) -> tuple[str, str]:
    """Status and the id of the likeliest voter."""
    return answer.status.value, answer.best.voter_id if answer.best else ""


def nearly_certain(match: Match) -> str:
    """The voter whom the contact is with a probability of .95: matched, or the first that a person is asked about.

    Somebody of the same household with a like name who is not registered can't be ruled out by number or address.
    """
    best = match.best
    return best.voter_id if best and best.probability >= 0.95 else ""


def test_a_nickname_and_the_own_phone_match() -> None:
    index = town(ROBERT, KAREN)
    assert found(match_one(contact("Bob Vanterpool", phone=PHONE), index)) == ("matched", "ROBERT")


def test_the_landline_finds_the_housemate_whose_name_is_written() -> None:
    index = town(ROBERT, KAREN)
    assert nearly_certain(match_one(contact("Karen Vanterpool", phone=PHONE), index)) == "KAREN"


@pytest.mark.parametrize(
    ("written", "registered", "sex"),
    [
        ("Robert", "ROBERTA", "F"),
        ("Mario", "MARIA", "F"),
        ("Maria", "MARIO", "M"),
        ("Carl", "CARLA", "F"),
        ("Carlos", "CARLA", "F"),
        ("Patrick", "PATRICIA", "F"),
        ("Louis", "LOUISE", "F"),
    ],
)
def test_a_man_s_name_for_a_woman_s_is_no_slip_of_the_pen(written: str, registered: str, sex: str) -> None:
    """Mario Vanterpool with Maria Vanterpool's number is her husband or her brother."""
    others = [
        Person(f"{name}{number}", name, f"{name}SON{number}", sex="FM"[male])
        for name, male in ((written.upper(), sex == "F"), (registered, sex == "M"))
        for number in range(30)
    ]
    voter = Person("V", registered, "VANTERPOOL", sex=sex, phone=PHONE, **HOUSE)
    answer = match_one(contact(f"{written} Vanterpool", phone=PHONE), town(voter, *others))
    assert found(answer) == ("ambiguous", "V")
    assert [each.level for each in answer.best.evidence if each.field == "title"] == ["alike_name"]  # type: ignore[union-attr]
    unknown = match_one(
        contact(f"{written} Vanterpool", phone=PHONE), town(dataclasses.replace(voter, sex=""), *others)
    )
    assert unknown.best is not None
    assert unknown.best.probability > answer.best.probability  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("written", "registered"), [("Ronald", "DONALD"), ("Jason", "MASON"), ("Kristin", "KRISTEN")]
)
def test_who_bears_a_name_of_his_own_is_asked_about_however_like_it_is(written: str, registered: str) -> None:
    """Ronald with Donald's number may be his brother; Ronadl is a slip."""
    others = [
        Person(f"{name}{number}", name, f"{name}SON{number}")
        for name in (written.upper(), registered)
        for number in range(30)
    ]
    index = town(Person("V", registered, "VANTERPOOL", phone=PHONE, **HOUSE), *others)
    assert found(match_one(contact(f"{written} Vanterpool", phone=PHONE), index)) == ("ambiguous", "V")
    slip = f"{registered[:-2]}{registered[-1]}{registered[-2]}".title()
    assert found(match_one(contact(f"{slip} Vanterpool", phone=PHONE), index)) == ("matched", "V")


def test_a_common_man_s_name_is_asked_about_for_a_woman_whose_short_form_it_may_be() -> None:
    others = [Person(f"A{number}", "ANDREW", f"ALDERSON{number}", sex="M") for number in range(60)]
    others += [Person(f"S{number}", "SAM", f"SAMSON{number}", sex="M") for number in range(5)]
    andrea = Person("ANDREA", "ANDREA", "VANTERPOOL", sex="F", phone=PHONE, **HOUSE)
    samantha = Person("SAMANTHA", "SAMANTHA", "VANTERPOOL", sex="F", phone=PHONE, **HOUSE)
    asked = match_one(contact("Andrew Vanterpool", phone=PHONE), town(andrea, *others))
    assert found(asked) == ("ambiguous", "ANDREA")
    assert found(match_one(contact("Sam Vanterpool", phone=PHONE), town(samantha, *others))) == (
        "matched",
        "SAMANTHA",
    )


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("J\u00fcrgen M\u00fcllerstein", "JUERGEN", "MUELLERSTEIN"),
        ("Ju\u0308rgen Mu\u0308llerstein", "JUERGEN", "MUELLERSTEIN"),
        ("J\u00fcrgen M\u00fcllerstein", "JURGEN", "MULLERSTEIN"),
        ("Bj\u00f8rn \u00c5sg\u00e5rdsen", "BJOERN", "AASGAARDSEN"),
    ],
)
def test_letters_with_marks_may_be_two_letters_in_the_file(written: str, first: str, last: str) -> None:
    index = town(Person("V", first, last, phone=PHONE, **HOUSE))
    assert found(match_one(contact(written, phone=PHONE), index)) == ("matched", "V")


def test_a_son_of_the_father_s_name_and_number_is_not_the_father() -> None:
    index = town(Person("SENIOR", "HAROLD", "VANTERPOOL", suffix="SR", sex="M", phone=PHONE, **HOUSE))
    junior = match_one(contact("Harold Vanterpool Jr", phone=PHONE), index)
    assert found(junior) == ("ambiguous", "SENIOR")
    assert found(match_one(contact("Harold Vanterpool Sr", phone=PHONE), index)) == ("matched", "SENIOR")


def test_phone_and_surname_alone_never_decide() -> None:
    index = town(ROBERT, KAREN)
    answer = match_one(contact("Tabitha Vanterpool", phone=PHONE), index)
    assert answer.status is not MatchStatus.MATCHED


@pytest.mark.parametrize("name", ["Vanterpool", "Mrs. Vanterpool", "The Vanterpools"])
def test_a_surname_with_a_shared_landline_is_a_question(name: str) -> None:
    index = town(ROBERT, Person("KAREN", "KAREN", "VANTERPOOL", sex="F", phone=PHONE, **HOUSE))
    assert match_one(contact(name, phone=PHONE), index).status is not MatchStatus.MATCHED


def test_without_a_given_name_nobody_is_matched_unasked() -> None:
    """Whoever else lives there need not be registered."""
    answer = match_one(
        contact("Mrs. Vanterpool", phone=PHONE, street="12 Hemlock Blvd", zip_code="27991"), town(KAREN)
    )
    alone = Person("KAREN", "KAREN", "VANTERPOOL", sex="F", phone=PHONE, **HOUSE)
    sure = match_one(
        contact("Mrs. Vanterpool", phone=PHONE, street="12 Hemlock Blvd", zip_code="27991"), town(alone)
    )
    assert answer.status is MatchStatus.AMBIGUOUS
    assert sure.status is MatchStatus.AMBIGUOUS
    assert sure.best is not None
    assert sure.best.voter_id == "KAREN"


@pytest.mark.parametrize(
    ("name", "level"), [("Samo", "begins_alike"), ("Muel", "ends_alike"), ("Sully", "same_letter")]
)
def test_a_short_form_in_no_table_says_in_what_it_resembles_the_name(name: str, level: str) -> None:
    samuel = Person("SAMUEL", "SAMUEL", "VANTERPOOL", phone=PHONE, **HOUSE)
    answer = match_one(contact(f"{name} Vanterpool", phone=PHONE), town(samuel, KAREN))
    assert answer.best is not None
    assert answer.best.voter_id == "SAMUEL"
    assert next(piece.level for piece in answer.best.evidence if piece.field == "first_name") == level


def test_an_odd_name_looks_among_names_that_begin_or_end_as_it_does() -> None:
    """Without a number or an address: the surname alone is too frequent to look at all its bearers."""
    others = [Person(f"O{n}", f"{letter}AVIS", "VANTERPOOL") for n, letter in enumerate("BCDFGHJKLM")]
    clayton = Person("CLAYTON", "CLAYTON", "VANTERPOOL")
    latoya = Person("LATOYA", "LATOYA", "VANTERPOOL")
    index = town(clayton, latoya, *others)
    for name, voter_id in (("Clayzy", "CLAYTON"), ("Toya", "LATOYA")):
        answer = match_one(contact(f"{name} Vanterpool"), index)
        assert answer.best is not None
        assert answer.best.voter_id == voter_id


def test_a_first_name_with_the_own_phone_matches() -> None:
    index = town(ROBERT, KAREN)
    assert nearly_certain(match_one(contact("Bob", phone=PHONE), index)) == "ROBERT"


def test_a_first_name_alone_matches_nobody() -> None:
    assert match_one(contact("Bob"), town(ROBERT)).status is MatchStatus.UNMATCHED


def test_a_new_owner_of_the_number_is_not_the_old_one() -> None:
    index = town(ROBERT, KAREN)
    answer = match_one(contact("Priscilla Zwick", phone=PHONE), index)
    assert answer.status is MatchStatus.UNMATCHED


def test_two_equally_good_voters_are_a_question() -> None:
    namesake = Person("OTHER", "ROBERT", "VANTERPOOL", birth_year=1981)
    answer = match_one(contact("Robert Vanterpool"), town(ROBERT, namesake))
    assert answer.status is MatchStatus.AMBIGUOUS
    assert answer.best is not None
    assert answer.runner_up is not None
    assert answer.best.probability == pytest.approx(answer.runner_up.probability, abs=0.05)


def test_a_birthday_parts_two_namesakes() -> None:
    namesake = Person("OTHER", "ROBERT", "VANTERPOOL", birth_year=1981)
    answer = match_one(contact("Robert Vanterpool", birthday="1981-05-05"), town(ROBERT, namesake))
    assert found(answer) == ("matched", "OTHER")


def test_father_and_son_are_a_question_without_a_suffix() -> None:
    father = Person("SENIOR", "ROBERT", "VANTERPOOL", suffix="SR", birth_year=1950, phone=PHONE, **HOUSE)
    son = Person("JUNIOR", "ROBERT", "VANTERPOOL", suffix="JR", birth_year=1980, phone=PHONE, **HOUSE)
    index = town(father, son)
    assert match_one(contact("Robert Vanterpool", phone=PHONE), index).status is MatchStatus.AMBIGUOUS
    assert found(match_one(contact("Robert Vanterpool Jr.", phone=PHONE), index)) == ("matched", "JUNIOR")
    assert found(match_one(contact("Robert Vanterpool Sr", phone=PHONE), index)) == ("matched", "SENIOR")


def test_twins_are_told_apart_by_their_given_names() -> None:
    twins = [
        Person(name, name, "VANTERPOOL", birth_year=1990, phone=PHONE, **HOUSE) for name in ("ALICE", "CLARA")
    ]
    index = town(*twins)
    assert found(match_one(contact("Clara Vanterpool", phone=PHONE), index)) == ("matched", "CLARA")
    assert match_one(contact("C Vanterpool", phone=PHONE), index).best.voter_id == "CLARA"  # type: ignore[union-attr]
    unsure = match_one(contact("Vanterpool", phone=PHONE), index)
    assert unsure.status is MatchStatus.AMBIGUOUS


def test_a_misspelt_name_with_the_phone_matches() -> None:
    index = town(ROBERT, KAREN)
    assert found(match_one(contact("Robert Vanterpol", phone=PHONE), index)) == ("matched", "ROBERT")


def test_swapped_fields_with_the_phone_match() -> None:
    index = town(ROBERT, KAREN)
    swapped = contact(given="Vanterpool", family="Robert", phone=PHONE)
    assert found(match_one(swapped, index)) == ("matched", "ROBERT")


def test_one_part_of_a_double_surname_with_the_phone_matches() -> None:
    jose = Person("JOSE", "JOSE", "ECHEVARRIA LUQUE", phone=PHONE)
    assert found(match_one(contact("Pepe Echevarría", phone=PHONE), town(jose))) == ("matched", "JOSE")


def test_a_rare_name_is_asked_about_where_the_file_has_another_number() -> None:
    """It may be a namesake, however rare the name: a father, a cousin, somebody who is not registered."""
    answer = match_one(contact("Robert Vanterpool", phone=OTHER_MOBILE), town(ROBERT))
    assert found(answer) == ("ambiguous", "ROBERT")


def test_a_number_weighs_less_than_the_name_and_the_birthday() -> None:
    """Control: what a namesake would not share settles it."""
    card = contact("Robert Vanterpool", phone=OTHER_MOBILE, birthday="1958-05-05")
    assert found(match_one(card, town(ROBERT))) == ("matched", "ROBERT")


def test_a_maiden_name_with_the_phone_is_at_least_a_question() -> None:
    married = Person("JEN", "JENNIFER", "WINTERBOTTOM", "VANTERPOOL", phone=PHONE)
    answer = match_one(contact("Jen Vanterpool", phone=PHONE), town(married))
    assert answer.status is not MatchStatus.UNMATCHED
    assert answer.best is not None
    assert answer.best.voter_id == "JEN"


def test_a_maiden_name_alone_never_matches() -> None:
    married = Person("JEN", "JENNIFER", "WINTERBOTTOM", "VANTERPOOL")
    assert match_one(contact("Jen Vanterpool"), town(married)).status is not MatchStatus.MATCHED


def test_a_maiden_name_alone_finds_the_voter_whose_middle_name_it_is() -> None:
    married = Person("JEN", "JENNIFER", "WINTERBOTTOM", "VANTERPOOL")
    namesake = Person("AMY", "AMY", "VANTERPOOL")
    assert probability_of(match_one(contact("Jen Vanterpool"), town(married, namesake)), "JEN") > 0.01


def test_of_a_couple_the_first_is_meant() -> None:
    index = town(ROBERT, KAREN)
    assert match_one(contact("Karen & Bob Vanterpool", phone=OTHER_PHONE), index).best.voter_id == "KAREN"  # type: ignore[union-attr]
    alone = town(ROBERT)
    assert match_one(contact("Tabitha & Bob Vanterpool", phone=PHONE), alone).status is not MatchStatus.MATCHED


def test_a_firm_with_a_voters_phone_is_not_the_voter() -> None:
    assert (
        match_one(contact("Vanterpool Roofing LLC", phone=PHONE), town(ROBERT)).status is not MatchStatus.MATCHED
    )


def test_an_address_and_the_name_match() -> None:
    index = town(ROBERT, KAREN)
    at_home = contact("Bob Vanterpool", street="12 Hemlock Boulevard", zip_code="27991-0001")
    assert nearly_certain(match_one(at_home, index)) == "ROBERT"


def test_an_address_in_another_town_is_another_address() -> None:
    index = town(ROBERT, KAREN)
    near = match_one(contact("Bob Vanterpool", street="12 Hemlock Blvd", zip_code="27991"), index)
    far = match_one(contact("Bob Vanterpool", street="12 Hemlock Blvd", zip_code="90210"), index)
    assert near.best is not None
    assert near.best.probability > (far.best.probability if far.best else 0.0)
    assert far.status is not MatchStatus.MATCHED


def test_an_unknown_birth_year_says_nothing() -> None:
    ageless = Person("ROBERT", "ROBERT", "VANTERPOOL", phone=PHONE)
    with_birthday = match_one(contact("Bob Vanterpool", phone=PHONE, birthday="1958-01-02"), town(ageless))
    assert with_birthday.best is not None
    assert "birth_year" not in {evidence.field for evidence in with_birthday.best.evidence}


def test_a_role_is_no_name() -> None:
    assert match_one(contact("Mom"), town(KAREN)).candidates == ()


def test_the_volunteers_own_zip_code_speaks_for_a_neighbour() -> None:
    index = town(ROBERT)
    somebody = [contact("Bob Vanterpool")]
    plain = match(somebody, index, in_file_share=0.3)[0].best
    near = match(somebody, index, in_file_share=0.3, home=Home(zip="27991"))[0].best
    assert plain is not None
    assert near is not None
    assert near.probability > plain.probability


def test_one_voter_goes_to_one_person() -> None:
    sure, also_sure = (
        contact("Bob Vanterpool", uid="a", phone=PHONE, birthday="1958-01-02"),
        contact("Robert Vanterpool", uid="b", birthday="1958-01-02", phone=OTHER_PHONE, street="12 Hemlock Blvd"),
    )
    answers = match([sure, also_sure], town(ROBERT), in_file_share=0.3)
    assert [answer.status for answer in answers] == [MatchStatus.MATCHED, MatchStatus.AMBIGUOUS]
    assert answers[1].best is not None
    assert answers[1].best.voter_id == "ROBERT"
    assert other_card(answers[0]) == ("", "")
    assert other_card(answers[1]) == ("fits_better", "Bob Vanterpool")


def test_two_cards_of_one_person_share_a_voter() -> None:
    cards = [contact("Bob Vanterpool", uid="a", phone=PHONE), contact("Robert Vanterpool", uid="b", phone=PHONE)]
    answers = match(cards, town(ROBERT), in_file_share=0.3)
    assert [answer.status for answer in answers] == [MatchStatus.MATCHED, MatchStatus.MATCHED]
    assert {other_card(answer) for answer in answers} == {("", ""), ("same_person", "Robert Vanterpool")}


def test_a_name_that_is_rare_here_and_common_in_the_country_says_less() -> None:
    index = town(ROBERT)
    someone = contact("Robert Vanterpool")
    usual = probability_of(match_one(someone, index), "ROBERT")
    voters = dataclasses.replace(index.voters, national=NationalNames({"VANTERPOOL": 0.01}, {"ROBERT": 0.05}))
    assert probability_of(match_one(someone, VoterIndex.build(voters)), "ROBERT") < usual / 2


def other_card(answer: Match) -> tuple[str, str]:
    """What the evidence says of another card that fits the same voter: the level, and the name there."""
    evidence = answer.best.evidence if answer.best else ()
    return next(((each.level, each.contact_value) for each in evidence if each.field == "other_card"), ("", ""))


def probability_of(answer: Match, voter: str) -> float:
    """Of one voter; 0 where the voter is no candidate."""
    return next((each.probability for each in answer.candidates if each.voter_id == voter), 0.0)


@pytest.mark.parametrize(
    "name", ["Bob's wife", "Bobs Wife", "Robert Vanterpool son", "Dad", "Bob's mom", "Esposa"]
)
def test_somebodys_relative_with_that_persons_number_is_asked_about(name: str) -> None:
    found = match_one(contact(name, phone=PHONE), town(ROBERT))
    assert found.status is not MatchStatus.MATCHED


def test_a_name_that_only_ends_like_a_relatives_is_matched() -> None:
    """Control: Hermano Vanterpool and a Mrs. Sonn are people of their own."""
    sonn = Person("SONN", "ROBERT", "SONN", phone=PHONE, **HOUSE)
    assert found(match_one(contact("Robert Sonn", phone=PHONE), town(sonn))) == ("matched", "SONN")


@pytest.mark.parametrize("full", ["Priscilla Mc Gonagall", "Priscilla McGonagall"])
def test_a_surname_in_two_words_is_read_from_what_is_displayed(full: str) -> None:
    voter = Person("P", "PRISCILLA", "MCGONAGALL", birth_year=1970)
    card = read_address_book("a.vcf", f"BEGIN:VCARD\nVERSION:3.0\nFN:{full}\nEND:VCARD\n".encode()).contacts[0]
    best = match_one(card, town(voter)).best
    assert best is not None
    assert best.voter_id == "P"
    assert best.probability > 0.9


def test_a_double_surname_is_read_from_what_is_displayed() -> None:
    voter = Person("P", "GUADALUPE", "QUINTANILLA GUERRERO", birth_year=1970)
    text = "BEGIN:VCARD\nVERSION:3.0\nFN:Lupe Quintanilla Guerrero\nEND:VCARD\n"
    best = match_one(read_address_book("a.vcf", text.encode()).contacts[0], town(voter)).best
    assert best is not None
    assert best.voter_id == "P"


@pytest.mark.parametrize(("first", "middle"), [("WEI-LING", ""), ("WEI", "LING"), ("WEI LING", "")])
def test_a_given_name_of_two_words_behind_the_surname(first: str, middle: str) -> None:
    voter = Person("W", first, "TSENGTSE", middle, birth_year=1980)
    best = match_one(contact("Tsengtse Wei Ling"), town(voter)).best
    assert best is not None
    assert best.voter_id == "W"
    assert best.probability > 0.5
