"""Whatever an address book says, matching answers."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from f2f_desktop.contacts.model import Contact, Email, PersonName, Phone, PostalAddress
from f2f_desktop.matching.index import VoterIndex
from f2f_desktop.matching.match import match
from f2f_desktop.matching.model import MatchStatus
from tests.matching.people import town

WORDS = st.sampled_from(
    ["Ann", "Smith", "J", "Mr.", "&", "José", "de la", "PTA", "-", "(Bob)", "Jr", "❤️", "²", "Q,"]
)
NAMES = st.one_of(st.text(max_size=20), st.lists(WORDS, max_size=5).map(" ".join))
NUMBERS = st.sampled_from(["", "+19195550101", "+4930123456", "+1²"])
ZIPS = st.text("0123456789٣²-", max_size=7)
CONTACTS = st.builds(
    Contact,
    st.text(max_size=4),
    st.builds(PersonName, NAMES, NAMES, NAMES, NAMES, NAMES, NAMES),
    st.lists(NAMES, max_size=2).map(tuple),
    st.lists(st.builds(Phone, NUMBERS, NAMES), max_size=3).map(tuple),
    st.lists(st.builds(Email, st.one_of(NAMES, st.just("ann1980@example.org"))), max_size=2).map(tuple),
    st.lists(st.builds(PostalAddress, NAMES, NAMES, NAMES, ZIPS), max_size=2).map(tuple),
    birthday=st.sampled_from(["", "1980-01-01", "--01-01", "1980", "²²²²", "0000-00-00"]),
    organization=NAMES,
)


@cache
def index() -> VoterIndex:
    """A small town."""
    return town(voters=300)


@settings(deadline=None)
@given(st.lists(CONTACTS, max_size=6))
def test_every_contact_gets_one_sound_answer(contacts: list[Contact]) -> None:
    answers = match(contacts, index())
    assert [answer.contact_uid for answer in answers] == [contact.uid for contact in contacts]
    for answer in answers:
        probabilities = [candidate.probability for candidate in answer.candidates]
        assert probabilities == sorted(probabilities, reverse=True)
        assert all(0.0 <= probability <= 1.0 for probability in probabilities)
        assert 0.0 <= answer.not_in_file <= 1.0
        assert answer.candidates or answer.status is MatchStatus.UNMATCHED


def test_endless_names_take_no_longer_than_long_ones() -> None:
    """Control by example: each of these would take hours if a pattern's time grew with the square."""
    for text in (
        "( )" * 300_000,
        " " * 900_000 + "x",
        "(" * 900_000,
        "A " * 400_000,
        "a&" * 400_000,
        "🎸" * 300_000,
    ):
        name = PersonName(text, text, text, text, text, text)
        someone = Contact(
            "u",
            name,
            (text,),
            emails=(Email(f"{text}@example.org"),),
            addresses=(PostalAddress(text, text, text, text),),
            organization=text,
        )
        assert len(match([someone], index())) == 1
