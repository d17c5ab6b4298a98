"""The same person from several address books becomes one contact, and nobody else does."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from f2f_desktop.contacts import merging
from f2f_desktop.contacts.merging import compatible_names, merged, same_person_groups
from f2f_desktop.contacts.model import Contact, Email, PersonName, Phone, Source

MOBILE = "+19195550142"
LANDLINE = "+19195550100"


def card(
    name: str, phone: str = MOBILE, email: str = "", birthday: str = "", uid: str = "", suffix: str = ""
) -> Contact:
    given_name, _, family = name.partition(" ")
    return Contact(
        uid or f"{name}-{phone}-{email}-{birthday}-{suffix}",
        PersonName(f"{name} {suffix}".strip(), given_name, family=family, suffix=suffix),
        phones=(Phone(phone, phone),) if phone else (),
        emails=(Email(email),) if email else (),
        birthday=birthday,
        source=Source("a.vcf", 1),
    )


def together(*cards: Contact) -> bool:
    return len(same_person_groups(cards)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jane Roe", "Jane Roe"),
        ("Jane Roe", "JANE ROE"),
        ("José Núñez", "Jose Nunez"),
        ("Robert Roe", "Bob Roe"),
        ("Guadalupe Roe", "Lupe Roe"),
        ("Jane Roe", "J Roe"),
        ("Robert Roe", "B Roe"),
        ("Jane Roe", "Jane "),
        ("Jane Roe", "Jane R"),
        ("Jane O'Brien", "Jane OBrien"),
        ("Ana Garcia Lopez", "Ana Garcia"),
        ("Ana Garcia-Lopez", "Ana Garcia Lopez"),
        ("Jane Roe", ""),
    ],
)
def test_one_number_and_compatible_names_are_one_person(one: str, other: str) -> None:
    assert together(card(one), card(other))
    assert together(card(other), card(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jane Roe", "John Roe"),
        ("Jane Roe", "Jane Doe"),
        ("Rachel Roe", "Robert Roe"),
        ("Mary Ann Roe", "Mary Beth Roe"),
        ("Jane ", " Roe"),
        ("Acme Dental", "Jane Roe"),
    ],
)
def test_a_shared_landline_or_family_address_does_not_merge_different_people(one: str, other: str) -> None:
    assert not together(card(one, LANDLINE), card(other, LANDLINE))
    assert not together(card(one, "", "family@example.org"), card(other, "", "family@example.org"))


def test_equal_names_without_a_common_point_stay_apart() -> None:
    assert not together(card("Jane Roe", MOBILE), card("Jane Roe", LANDLINE))


def test_addresses_are_compared_without_case() -> None:
    assert together(card("Jane Roe", "", "Jane@example.org"), card("Jane Roe", "", "jane@example.org"))


def test_father_and_son_with_different_suffixes_stay_apart() -> None:
    assert not together(card("Robert Roe", suffix="Sr."), card("Robert Roe", suffix="Jr."))


def test_different_extensions_of_one_switchboard_are_different_points() -> None:
    one, other = (
        Contact(uid, PersonName("Jane Roe", "Jane", family="Roe"), phones=(Phone(LANDLINE, "", extension),))
        for uid, extension in (("a", "1"), ("b", "2"))
    )
    assert not together(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1984-03-07", "1984-03-07", True),
        ("1984-03-07", "--03-07", True),
        ("1984-03-07", "1984", True),
        ("1984-03-07", "", True),
        ("1984-03-07", "1985-03-07", False),
        ("1984-03-07", "--03-08", False),
    ],
)
def test_conflicting_birthdays_never_merge(one: str, other: str, same: bool) -> None:
    assert together(card("Jane Roe", birthday=one), card("Jane Roe", birthday=other)) == same


def test_an_initial_between_two_people_joins_neither() -> None:
    cards = [card("Robert Roe", LANDLINE), card("R Roe", LANDLINE), card("Rachel Roe", LANDLINE)]
    assert same_person_groups(cards) == [(0,), (1,), (2,)]


def test_but_the_sure_ones_in_that_family_are_still_joined() -> None:
    cards = [
        card("Robert Roe", LANDLINE),
        card("R Roe", LANDLINE),
        card("Rachel Roe", LANDLINE),
        card("Bob Roe", LANDLINE),
    ]
    assert same_person_groups(cards) == [(0, 3), (1,), (2,)]


def test_a_chain_of_points_joins() -> None:
    cards = [
        card("Jane Roe", MOBILE),
        card("Jane Roe", MOBILE, "jane@example.org", uid="b"),
        card("Jane Roe", "", "jane@example.org"),
    ]
    assert same_person_groups(cards) == [(0, 1, 2)]


def test_what_the_user_took_apart_stays_apart() -> None:
    cards = [card("Jane Roe", uid="a"), card("Jane Roe", uid="b"), card("Jo Doe", LANDLINE)]
    assert same_person_groups(cards) == [(0, 1), (2,)]
    assert same_person_groups(cards, [frozenset(("a", "b"))]) == [(0,), (1,), (2,)]


def test_a_merged_contact_has_the_best_name_and_all_points() -> None:
    one = msg(card("Bob Roe", MOBILE, "bob@example.org"), organization="Example Co")
    other = card("Robert Roe", MOBILE, "", "1984-03-07")
    third = card("R Roe", LANDLINE, "BOB@example.org", "--03-07")
    person = merged([one, other, third])
    assert person.name.full == "Robert Roe"
    assert person.nicknames == ("Bob",)
    assert [phone.e164 for phone in person.phones] == [MOBILE, LANDLINE]
    assert len(person.emails) == 1
    assert person.birthday == "1984-03-07"
    assert person.organization == "Example Co"
    assert person.uid == other.uid


def msg(contact: Contact, **changes: object) -> Contact:
    import msgspec

    return msgspec.structs.replace(contact, **changes)


def test_nobody_cannot_be_merged() -> None:
    with pytest.raises(ValueError, match="nobody"):
        merged([])


def test_compatible_names_are_told_for_bare_names_too() -> None:
    assert compatible_names(PersonName("Bob Roe"), PersonName("Robert Roe", "Robert", family="Roe"))
    assert not compatible_names(PersonName("Jane Roe"), PersonName("John Roe", "John", family="Roe"))


GIVEN = st.sampled_from(
    ["Robert", "Bob", "Rob", "R", "Rachel", "Jane", "Mary Ann", "Mary", "José", "Jose", "Pepe", ""]
)
FAMILY = st.sampled_from(["Roe", "Garcia", "Garcia Lopez", "R", "Doe", ""])
CARDS = st.lists(
    st.builds(
        lambda given_name, family, suffix, phones, emails, birthday, organization: Contact(
            "",
            PersonName(" ".join(filter(None, (given_name, family))), given_name, family=family, suffix=suffix),
            phones=tuple(Phone(phone, phone) for phone in phones),
            emails=tuple(Email(email) for email in emails),
            birthday=birthday,
            organization=organization,
        ),
        GIVEN,
        FAMILY,
        st.sampled_from(["", "", "", "Jr", "Sr"]),
        st.sets(st.sampled_from([MOBILE, LANDLINE, "+12125550142"]), max_size=2),
        st.sets(st.sampled_from(["a@example.org", "b@example.org"]), max_size=1),
        st.sampled_from(["", "", "1984", "--03-07", "1984-03-07", "1990-01-01"]),
        st.sampled_from(["", "", "Roe", "Example Co"]),
    ),
    max_size=9,
).map(lambda cards: [msg(one, uid=f"card {index}") for index, one in enumerate(cards)])


@given(
    CARDS, st.randoms(use_true_random=False), st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=3)
)
def test_order_changes_nothing(cards: list[Contact], rng: random.Random, pairs: set[tuple[int, int]]) -> None:
    apart = [frozenset((f"card {one}", f"card {other}")) for one, other in pairs if one != other]
    places = list(range(len(cards)))
    rng.shuffle(places)
    shuffled = [cards[place] for place in places]
    groups = same_person_groups(cards, apart)
    back = sorted(tuple(sorted(places[index] for index in group)) for group in same_person_groups(shuffled, apart))
    assert back == groups
    assert [merged([cards[index] for index in group]) for group in groups] == [
        merged([cards[index] for index in reversed(group)]) for group in groups
    ]
    for group in groups:
        uids = {cards[index].uid for index in group}
        assert not any(pair <= uids for pair in apart)


@given(CARDS)
@settings(max_examples=300)
def test_merging_what_was_merged_changes_nothing(cards: list[Contact]) -> None:
    people = [merged([cards[index] for index in group]) for group in same_person_groups(cards)]
    assert same_person_groups(people) == [(index,) for index in range(len(people))]
    for person in people:
        assert merged([person]) == person
        assert merged([person, person]) == person


@given(CARDS)
def test_no_group_holds_two_birthdays_or_two_people(cards: list[Contact]) -> None:
    for group in same_person_groups(cards):
        for one in group:
            for other in group:
                assert not merging.birthdays_differ(cards[one].birthday, cards[other].birthday)
                assert {cards[one].name.suffix, cards[other].name.suffix} != {"Jr", "Sr"}


def test_a_card_of_only_a_suffix_is_not_its_opposite() -> None:
    senior = Contact("b", PersonName("", suffix="Sr"), phones=(Phone(LANDLINE, LANDLINE),))
    assert same_person_groups([card("Robert Roe", LANDLINE, suffix="Jr"), senior]) == [(0,), (1,)]


def test_the_check_for_order_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: without the rule that a whole chain must fit, R. Roe goes to whoever comes first."""
    monkeypatch.setattr(merging, "all_fit", lambda chain, forbidden: True)
    cards = [card("Robert Roe", LANDLINE), card("R Roe", LANDLINE), card("Rachel Roe", LANDLINE)]
    assert same_person_groups(cards) != [(0,), (1,), (2,)]


def test_ten_thousand_cards_behind_one_number_are_no_trap() -> None:
    cards = [
        card("Jane Roe" + "".join(chr(97 + int(digit)) for digit in str(index)), LANDLINE)
        for index in range(10_000)
    ]
    assert len(same_person_groups(cards)) == 10_000
    same = [card("Jane Roe", LANDLINE, uid=str(index)) for index in range(10_000)]
    assert len(same_person_groups(same)) == 1
