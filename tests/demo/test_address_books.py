"""The volunteer's address book: its truth holds, and every dialect reads back."""

from collections.abc import Callable, Sequence

import pytest

from f2f_desktop.contacts.read import read_address_book
from f2f_desktop.demo.address_books import BookMix, Friend, draw_friends
from f2f_desktop.demo.book_dialects import (
    android_vcard,
    google_csv,
    google_vcard,
    iphone_vcard,
    linkedin_csv,
    nextcloud_vcard,
    outlook_csv,
    outlook_vcard,
    render_books,
)
from f2f_desktop.demo.population import Population, generate_district
from f2f_desktop.demo.writing import misspelt

COUNT = 400


@pytest.fixture(scope="module")
def district() -> Population:
    return generate_district(6, 8_000)


@pytest.fixture(scope="module")
def friends(district: Population) -> list[Friend]:
    return draw_friends(district, 7, COUNT)


def test_the_share_in_the_file_is_as_asked_for(district: Population, friends: list[Friend]) -> None:
    assert len(friends) == COUNT
    assert sum(bool(friend.voter_id) for friend in friends) == round(COUNT * 0.3)
    few = draw_friends(district, 7, COUNT, mix=BookMix(in_file=0.05))
    assert sum(bool(friend.voter_id) for friend in few) == round(COUNT * 0.05)


def test_who_is_said_to_be_in_the_file_is_there(district: Population, friends: list[Friend]) -> None:
    registered = set(district.voter_ids.tolist()) - {""}
    ids = [friend.voter_id for friend in friends if friend.voter_id]
    assert set(ids) <= registered
    assert len(set(ids)) == len(ids)


def test_the_same_seed_gives_the_same_book(district: Population, friends: list[Friend]) -> None:
    assert draw_friends(district, 7, COUNT) == friends
    assert draw_friends(district, 8, COUNT) != friends


def test_every_friend_can_be_reached_or_is_a_firm(friends: list[Friend]) -> None:
    assert all(friend.phones or friend.email or friend.social or friend.organization for friend in friends)


@pytest.mark.parametrize("render", [iphone_vcard, android_vcard, google_vcard, outlook_vcard, nextcloud_vcard])
def test_cards_read_back(render: Callable[[Sequence[Friend]], bytes], friends: list[Friend]) -> None:
    book = read_address_book("book.vcf", render(friends))
    assert not book.problems
    assert [contact.uid for contact in book.contacts] == [friend.uid for friend in friends]
    for contact, friend in zip(book.contacts, friends, strict=True):
        assert contact.name.full == (friend.full or friend.organization)
        assert len(contact.phones) == len({number for _, number in friend.phones})


@pytest.mark.parametrize("render", [google_csv, outlook_csv])
def test_tables_read_back(render: Callable[[Sequence[Friend]], bytes], friends: list[Friend]) -> None:
    book = read_address_book("book.csv", render(friends))
    assert len(book.contacts) == len(friends)
    mails = [[email.address for email in contact.emails] for contact in book.contacts]
    assert mails == [[friend.email] if friend.email else [] for friend in friends]


def test_linkedin_reads_back(friends: list[Friend]) -> None:
    named = [friend for friend in friends if friend.full]
    assert len(read_address_book("Connections.csv", linkedin_csv(named)).contacts) == len(named)


def test_books_hold_everybody_and_some_twice(friends: list[Friend]) -> None:
    books = render_books(friends)
    assert sum(len(book.friends) for book in books) > len(friends)
    assert {friend.full for book in books for friend in book.friends} == {friend.full for friend in friends}


def test_a_slip_is_one_slip() -> None:
    import numpy as np
    from rapidfuzz.distance import OSA

    rng = np.random.default_rng(1)
    for _ in range(200):
        assert OSA.distance("Henderson", misspelt(rng, "Henderson")) <= 1
