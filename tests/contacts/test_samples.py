"""One file per exporter, written by hand after the real ones: everything that they say is read."""

from pathlib import Path

import pytest

from f2f_desktop.contacts.book import AddressBook
from f2f_desktop.contacts.model import Contact, PersonName, PostalAddress, SocialProfile
from f2f_desktop.contacts.read import read_address_book_file

SAMPLES = Path(__file__).with_name("samples")


def book(name: str) -> AddressBook:
    read = read_address_book_file(SAMPLES / name)
    assert read.problems == ()
    return read


def numbers(contact: Contact) -> list[tuple[str, str]]:
    return [(phone.e164, phone.label) for phone in contact.phones]


def addresses(contact: Contact) -> list[str]:
    return [email.address for email in contact.emails]


def test_iphone() -> None:
    jane, jose, pizza = book("iphone.vcf").contacts
    assert jane.uid == "6ba7b810-9dad-41d1-80b4-00c04fd430c8"
    assert jane.name == PersonName("Dr. Jane Quinn Roe", "Jane", "Quinn", "Roe", "Dr.")
    assert jane.nicknames == ("Janie",)
    assert (jane.organization, jane.title) == ("Example Dental, LLC", "Hygienist")
    assert numbers(jane) == [
        ("+19195550142", "mobile"),
        ("+12125550187", "Lake house"),
        ("+19195550101", "work fax"),
    ]
    assert [(email.address, email.label) for email in jane.emails] == [
        ("jane.roe@example.org", "other"),
        ("front@dental.example.org", "work"),
    ]
    assert jane.addresses == (
        PostalAddress("12 Main St. Apt 4", "Raleigh", "NC", "27601", "United States", "home"),
    )
    assert jane.birthday == "--03-07"
    assert set(jane.social) == {
        SocialProfile("facebook", "jane.roe.example", "https://www.facebook.com/jane.roe.example"),
        SocialProfile("twitter", "janeroe", "http://twitter.com/janeroe"),
        SocialProfile("skype", "jane.roe.skype"),
    }
    # macOS writes accents apart from their letters; we write them as one.
    assert jose.name == PersonName("José Núñez", "José", "", "Núñez")
    assert [(phone.e164, phone.original) for phone in jose.phones] == [("", "555-0142")]
    assert pizza.name == PersonName("Corner Pizza")
    assert [(phone.e164, phone.extension) for phone in pizza.phones] == [("+19195550199", "12")]
    assert pizza.source.card == 3


def test_android() -> None:
    jose, jo = book("android.vcf").contacts
    assert jose.name == PersonName("José Núñez", "José", "", "Núñez")
    assert numbers(jose) == [("+19195550143", "mobile"), ("+19195550144", "home")]
    assert jose.nicknames == ("Pepe",)
    assert jose.organization == "Café"
    assert jose.addresses == (PostalAddress("5 Oak Ave", "Durham", "NC", "27701", "", "home"),)
    assert jose.birthday == "1979-05-05"
    assert [phone.e164 for phone in jo.phones] == ["+12125550111", "+12125550112"]


def test_samsung() -> None:
    (min_kim,) = book("samsung.vcf").contacts
    assert numbers(min_kim) == [
        ("+16465550123", "Table"),
        ("+16465550124", "mobile"),
        ("+16465550125", "work fax"),
    ]
    assert min_kim.nicknames == ("Minnie",)
    assert addresses(min_kim) == ["min@example.org"]


def test_google_vcard() -> None:
    (lee,) = book("google.vcf").contacts
    assert numbers(lee) == [("+17045550177", "mobile"), ("+17045550178", "Grandma's")]
    assert lee.social == (
        SocialProfile("linkedin", "lee-park-example", "https://www.linkedin.com/in/lee-park-example"),
    )
    assert (lee.birthday, lee.title, lee.categories) == ("1984-03-07", "Engineer, senior", ("Book club",))


def test_outlook_vcard() -> None:
    (zoe,) = book("outlook.vcf").contacts
    assert zoe.name == PersonName("Ms. Zoë Müller", "Zoë", "", "Müller", "Ms.")
    assert zoe.organization == "Café Example"
    assert numbers(zoe) == [("+19845550130", "work"), ("+19845550131", "mobile")]
    assert zoe.addresses[0].street == "100 Park Way Suite 5"
    assert zoe.birthday == "1970-11-05"


def test_thunderbird_vcard() -> None:
    (ann,) = book("thunderbird.vcf").contacts
    assert ann.nicknames == ("Annie", "Nan")
    assert [(phone.e164, phone.extension, phone.label) for phone in ann.phones] == [
        ("+13365550160", "77", "work"),
        ("+13365550161", "", "mobile"),
    ]
    assert ann.birthday == "--03-07"
    assert ann.source.dialect == "vcard 4.0"


def test_nextcloud() -> None:
    (omar,) = book("nextcloud.vcf").contacts
    assert omar.uid == "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"
    assert omar.name == PersonName("Omar Haddad", "Omar", "Ali Sami", "Haddad", "", "Jr.")
    assert omar.addresses[0].street == "9 Pine; Rear"
    assert addresses(omar) == ["omar@example.org"]
    assert omar.birthday == "1988-02-29"
    assert {profile.service: profile.handle for profile in omar.social} == {
        "instagram": "omar.h",
        "twitter": "omarh",
        "matrix": "omar:example.org",
    }


def test_google_csv_of_today() -> None:
    jane, pizza = book("google_new.csv").contacts
    assert jane.name == PersonName("Dr. Jane Quinn Roe", "Jane", "Quinn", "Roe", "Dr.")
    assert numbers(jane) == [
        ("+19195550142", "mobile"),
        ("+12125550187", "mobile"),
        ("+19195550101", "home fax"),
    ]
    assert addresses(jane) == ["jane.roe@example.org", "jr@example.org", "front@dental.example.org"]
    assert jane.addresses == (PostalAddress("12 Main St, Apt 4", "Raleigh", "NC", "27601", "US", "home"),)
    assert (jane.birthday, jane.categories, jane.nicknames) == ("--03-07", ("Book club",), ("Janie",))
    assert jane.social[0].handle == "janeroe"
    assert pizza.name == PersonName("Corner Pizza")


def test_google_csv_until_2024_in_utf16() -> None:
    (jose,) = book("google_old.csv").contacts
    assert jose.name == PersonName("José Núñez", "José", "", "Núñez")
    assert numbers(jose) == [("+19195550143", "mobile"), ("+19195550144", "home")]
    assert (jose.organization, jose.title, jose.categories) == ("Café Example", "Cook", ("Family",))


def test_outlook_classic_in_its_code_page() -> None:
    zoe, jo = book("outlook_classic.csv").contacts
    assert zoe.name == PersonName("Ms. Zoë Müller", "Zoë", "", "Müller", "Ms.")
    # Exchange's internal address and the assistant's phone are not hers.
    assert addresses(zoe) == ["zoe@example.org"]
    assert numbers(zoe) == [("+19845550130", "work"), ("+19845550131", "mobile")]
    assert (zoe.birthday, zoe.categories) == ("1970-11-05", ("Friends", "Neighbors"))
    assert jo.name == PersonName("Jo Doe Jr.", "Jo", "", "Doe", "", "Jr.")
    assert (jo.birthday, numbers(jo)) == ("", [("+12125550111", "mobile")])


def test_outlook_on_the_web() -> None:
    (min_kim,) = book("outlook_web.csv").contacts
    assert (min_kim.nicknames, min_kim.title, min_kim.birthday) == (("Minnie",), "Analyst", "1991-07-04")


@pytest.mark.parametrize(
    ("name", "full", "phones", "email"),
    [
        ("outlook_es.csv", "Sra. Lucía Fernández", ["+12105550150", "+12105550151"], "lucia@example.org"),
        ("outlook_de.csv", "Herr Jürgen Groß", ["+18305550160", "+18305550161"], "juergen@example.org"),
        ("outlook_fr.csv", "Mme Zoé Lefèvre", ["+13375550170"], "zoe.lefevre@example.org"),
    ],
)
def test_outlook_in_other_languages(name: str, full: str, phones: list[str], email: str) -> None:
    (person,) = book(name).contacts
    assert person.name.full == full
    assert [phone.e164 for phone in person.phones] == phones
    assert addresses(person) == [email]
    assert person.source.dialect == "outlook csv"
    assert person.addresses[0].city
    assert person.organization


def test_linkedin_leaves_out_members_who_are_gone() -> None:
    jane, lee = book("linkedin.csv").contacts
    assert jane.name == PersonName("Jane Roe, PhD", "Jane", "", "Roe", "", "PhD")
    assert jane.social[0].service == "linkedin"
    assert (lee.organization, lee.title, addresses(lee)) == ("Example Widgets", "Engineer", ["lee@example.org"])
    assert lee.source.card == 3


def test_thunderbird_csv() -> None:
    (ann,) = book("thunderbird.csv").contacts
    assert numbers(ann) == [("+13365550160", "work"), ("+13365550161", "mobile")]
    assert addresses(ann) == ["ann@example.org", "ann.work@example.org"]
    assert (ann.birthday, ann.organization, ann.title) == ("1975-03-07", "Example Org", "Clerk")


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_reading_twice_gives_the_same_uids(path: Path) -> None:
    assert read_address_book_file(path) == read_address_book_file(path)
