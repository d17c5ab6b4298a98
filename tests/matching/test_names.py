"""What a contact's name may mean."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from f2f_desktop.contacts.model import Contact, Email, PersonName
from f2f_desktop.matching.names import MAX_HYPOTHESES, Reading, WrittenName, read_name
from f2f_desktop.matching.parameters import ReadingWeights
from tests.matching.people import contact

UNLIKELY = {Reading.SWAPPED, Reading.REMARK, Reading.BARE_SURNAME}


def readings(written: WrittenName) -> set[tuple[str, str]]:
    """(given name, surname) of every likely reading."""
    return {(h.first, h.last.whole) for h in written.hypotheses if h.reading not in UNLIKELY}


@pytest.mark.parametrize(
    ("full", "expected"),
    [
        ("Ann Smith", {("ANN", "SMITH")}),
        ("Smith, Ann B.", {("ANN", "SMITH")}),
        ("John Smith, MD", {("JOHN", "SMITH")}),
        ("Dr. Ann Smith PhD", {("ANN", "SMITH")}),
        ("Jen - PTA", {("JEN", "")}),
        ("Mike Plumber", {("MIKE", "")}),
        ("Mike (work)", {("MIKE", "")}),
        ("Bob from church", {("BOB", "")}),
        ("Ann Smith @ gym", {("ANN", "SMITH")}),
        ("Ann at work", {("ANN", "")}),
        ("Ann w/ twins", {("ANN", "")}),
        ("Ann Atwood", {("ANN", "ATWOOD")}),
        ("Ann Withers", {("ANN", "WITHERS")}),
        ("Ann Smith ❤️", {("ANN", "SMITH")}),
        ("Ann & Bob Smith", {("ANN", "SMITH"), ("BOB", "SMITH")}),
        ("Ann Jones and Bob Smith", {("ANN", "JONES"), ("BOB", "SMITH")}),
        ("José García López", {("JOSE", "LOPEZ"), ("JOSE", "GARCIALOPEZ")}),
        ("Juan de la Cruz", {("JUAN", "DELACRUZ")}),
        ("Jane Smith (née Doe)", {("JANE", "SMITH"), ("JANE", "DOE")}),
        ('Robert "Bobcat" Smith', {("ROBERT", "SMITH"), ("BOBCAT", "SMITH")}),
        ("Mrs. Henderson", {("", "HENDERSON")}),
        ("Aunt Linda", {("LINDA", "")}),
        ("The Hendersons", {("", "HENDERSONS"), ("", "HENDERSON")}),
        ("Henderson Family", {("", "HENDERSON")}),
        ("Mom", set()),
        ("Anna's mom", set()),
        ("❤️", set()),
        ("李明", set()),
        ("AJ Smith", {("AJ", "SMITH")}),
    ],
)
def test_a_displayed_name_is_read_as_people_mean_it(full: str, expected: set[tuple[str, str]]) -> None:
    assert readings(read_name(contact(full))) == expected


@pytest.mark.parametrize(
    ("given_name", "family", "expected"),
    [
        ("Ann", "Smith", {("ANN", "SMITH")}),
        ("Ann", "Smith (work)", {("ANN", "SMITH")}),
        ("Mike", "Plumber", {("MIKE", "")}),
        ("Mary Ann", "van Dyke", {("MARY", "VANDYKE")}),
        ("Ann & Bob", "Smith", {("ANN", "SMITH"), ("BOB", "SMITH")}),
        ("", "Ann Smith", {("ANN", "SMITH")}),
        ("Ann Smith", "", {("ANN", "SMITH")}),
        ("Ann", "S.", {("ANN", "S")}),
    ],
)
def test_name_fields_are_read(given_name: str, family: str, expected: set[tuple[str, str]]) -> None:
    assert readings(read_name(contact(given=given_name, family=family))) == expected


@pytest.mark.parametrize(
    ("given_name", "family", "email", "expected"),
    [
        ("Mike", "", "mike.sanders@example.org", ("MIKE", "SANDERS")),
        ("Mike", "", "msanders82@example.org", ("MIKE", "SANDERS")),
        ("Mike", "", "sandersm@example.org", ("MIKE", "SANDERS")),
        ("Mike", "S.", "mikesanders@example.org", ("MIKE", "SANDERS")),
        ("Jen", "Smith", "jen_miller@example.org", ("JEN", "MILLER")),
        ("M", "Rockins", "markrockins@example.org", ("MARK", "ROCKINS")),
        ("Shirl", "Woods", "shirley_duncan@example.org", ("SHIRLEY", "DUNCAN")),
        ("Bob", "", "robert.smith@example.org", ("ROBERT", "SMITH")),
        ("Kari", "Johnson", "karenjohnson@example.org", ("KAREN", "JOHNSON")),
        ("Muel", "Koehn", "samuel.koehn@example.org", ("SAMUEL", "KOEHN")),
        ("Krisin", "Vale", "kristin.vale@example.org", ("KRISTIN", "VALE")),
        ("Mom", "", "jean.alexander@example.org", ("JEAN", "ALEXANDER")),
    ],
)
def test_an_email_address_tells_missing_names(
    given_name: str, family: str, email: str, expected: tuple[str, str]
) -> None:
    assert expected in readings(read_name(contact(given=given_name, family=family, email=email)))


@pytest.mark.parametrize(
    "email", ["info@example.org", "sunshine@example.org", "mike@example.org", "smith@example.org"]
)
def test_an_email_address_without_a_name_tells_none(email: str) -> None:
    assert readings(read_name(contact(given="Mike", family="Smith", email=email))) == {("MIKE", "SMITH")}


@pytest.mark.parametrize("email", ["ann.smith@example.org", "annsmith@example.org", "b.smith@example.org"])
def test_somebody_elses_address_gives_no_other_name(email: str) -> None:
    assert readings(read_name(contact(given="Mike", family="Smith", email=email))) == {("MIKE", "SMITH")}


def test_a_suffix_and_a_title_are_noted() -> None:
    written = read_name(contact("Mr. Robert Smith Jr."))
    assert (written.generation, written.sex) == ("JR", "M")


@pytest.mark.parametrize("name", ["Mike's Pizza", "Joe's Auto Repair LLC", "Falls Dental"])
def test_firms_are_no_people(name: str) -> None:
    assert read_name(contact(name)).is_organisation


@pytest.mark.parametrize("name", ["Ann Church", "Don Baker", "Bob Cook"])
def test_people_with_a_firms_word_for_a_name_stay_people(name: str) -> None:
    given_name, family = name.split()
    assert not read_name(contact(given=given_name, family=family)).is_organisation


@settings(deadline=None)
@given(st.text(), st.text(), st.text(), st.text())
def test_any_text_gives_few_and_clean_readings(full: str, given_name: str, family: str, local: str) -> None:
    someone = Contact("u", PersonName(full, given_name, "", family), emails=(Email(f"{local}@example.org"),))
    written = read_name(someone)
    assert len(written.hypotheses) <= MAX_HYPOTHESES
    for hypothesis in written.hypotheses:
        words = (hypothesis.first, hypothesis.first_whole, hypothesis.last.whole, *hypothesis.last.parts)
        assert all(word.isascii() and " " not in word for word in words)
        assert hypothesis.first or hypothesis.last.whole


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=0x24F)), st.text(st.characters(max_codepoint=0x24F)))
def test_a_repeated_displayed_name_adds_nothing(given_name: str, family: str) -> None:
    alone = Contact("u", PersonName("", given_name, "", family))
    repeated = Contact("u", PersonName(f"{given_name} {family}", given_name, "", family))
    if given_name.strip() and family.strip():
        assert read_name(alone).hypotheses == read_name(repeated).hypotheses


def test_every_reading_has_its_weight_at_its_place() -> None:
    levels = ReadingWeights.names()
    assert [reading.name.lower() for reading in Reading] == list(levels[: len(Reading)])
    assert levels[len(Reading) :] == ("none",)
