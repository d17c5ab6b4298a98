"""Phones, e-mail addresses, birthdays, accounts and names, one value at a time."""

import re

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.contacts.birthdays import birthday
from f2f_desktop.contacts.emails import emails
from f2f_desktop.contacts.model import PersonName, SocialProfile
from f2f_desktop.contacts.names import PARTICLES, name_of, taken_apart
from f2f_desktop.contacts.phones import north_american, phones, plainly_valid
from f2f_desktop.contacts.social import profile
from f2f_desktop.contacts.text import clean, decoded
from f2f_desktop.matching import folding


def e164(text: str, region: str = "US") -> list[tuple[str, str]]:
    return [(phone.e164, phone.extension) for phone in phones(text, "", region)]


@pytest.mark.parametrize(
    "text",
    [
        "919-555-0142",
        "(919) 555-0142",
        "+1 919 555 0142",
        "1.919.555.0142",
        "tel:+1-919-555-0142",
        "９１９-555-0142",
        "\u202a+1 (919) 555\u20110142\u202c",
        "'+19195550142",
        '="9195550142"',
        "=9195550142",
        "*67 919 555 0142",
        "*679195550142",
        "0919-555-0142",
        "00 1 919 555 0142",
        "001 919 555 0142",
        "011 1 919 555 0142",
        "919-555-0142 (work)",
        "+1 (0) 919 555 0142",
        "19195550142.0",
        "9.195550142E+09",
        "9,195550142E+09",
        "1.9195550142e+10",
        "Jane: 919-555-0142",
        "+1 (919) 555-0142 mobile",
    ],
)
def test_one_number_in_many_spellings(text: str) -> None:
    assert e164(text) == [("+19195550142", "")]


@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("919-555-0142 x102", "102"),
        ("919-555-0142 ext. 9", "9"),
        ("919-555-0142,,102", "102"),
        ("tel:+1-919-555-0142;ext=33", "33"),
        ("919-555-0142;33", "33"),
        ("919 555 0142 #7", "7"),
        ("919-555-0142p77", "77"),
        ("9195550142w77", "77"),
    ],
)
def test_extensions_are_kept_apart(text: str, extension: str) -> None:
    assert e164(text) == [("+19195550142", extension)]


@pytest.mark.parametrize(
    "text",
    [
        "919-555-0142 / 212-555-0187",
        "919-555-0142 or 212-555-0187",
        "919-555-0142; 212-555-0187",
        "(919) 555-0142/(212) 555-0187",
        "9195550142|2125550187",
    ],
)
def test_two_numbers_in_one_field(text: str) -> None:
    assert e164(text) == [("+19195550142", ""), ("+12125550187", "")]


@pytest.mark.parametrize(
    "text", ["555-0142", "+1 555 0142", "911", "22000", "*67", "#31#", "1", "919-555-01", "x" * 300 + "1"]
)
def test_what_is_no_full_number_keeps_its_text_only(text: str) -> None:
    assert [(phone.e164, phone.original) for phone in phones(text, "", "US")] == [("", text)]


@pytest.mark.parametrize("text", ["", " ", "-", "none", "n/a", "ask her"])
def test_what_holds_no_digit_is_no_number(text: str) -> None:
    assert phones(text, "", "US") == []


def test_other_regions_and_countries() -> None:
    assert e164("020 7946 0123", "GB") == [("+442079460123", "")]
    assert e164("020 7946 0123") == [("", "")]
    assert e164("+5215555550142") == [("+525555550142", "")]
    assert e164("787-555-0142") == [("+17875550142", "")]
    assert e164("1-800-FLOWERS") == [("+18003569377", "")]


def test_the_text_is_kept_as_it_was_written() -> None:
    (phone,) = phones("(919) 555-0142", "home", "US")
    assert (phone.original, phone.label) == ("(919) 555-0142", "home")


@given(st.text(max_size=300))
def test_any_text_gives_valid_numbers_or_none(text: str) -> None:
    for phone in phones(text, "", "US"):
        assert phone.e164 == "" or re.fullmatch(r"\+[1-9][0-9]{6,14}", phone.e164)
        assert phone.original


@given(st.from_regex(r"(\+?1[ .-]?)?\(?[2-9][0-9]{2}\)?[ .-]?[2-9][0-9]{2}[ .-]?[0-9]{4}", fullmatch=True))
def test_plain_north_american_numbers_are_read_as_the_library_does(text: str) -> None:
    import phonenumbers

    text = "".join(str(int(char)) if char.isdigit() else char for char in text)
    ours = north_american(text, "US")
    assert ours is not None
    assert ours == phonenumbers.parse(text, "US")
    assert north_american(text.lstrip("+"), "GB") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jane@Example.ORG", ["jane@example.org"]),
        (" mailto:jane@example.org?subject=x ", ["jane@example.org"]),
        ("Jane Roe <jane@example.org>", ["jane@example.org"]),
        ('"Roe, Jane" <jane@example.org>, Jo <jo@example.org>', ["jane@example.org", "jo@example.org"]),
        ("jane@example.org; jo@example.org", ["jane@example.org", "jo@example.org"]),
        ("\u200bjane@example.org\u202c", ["jane@example.org"]),
        ("'jane@example.org'", ["jane@example.org"]),
        ("josé@exámple.org", ["josé@exámple.org"]),
        ("/o=Example/cn=jane", []),
        ("jane", []),
        ("jane@", []),
        ("a@b@c", []),
        ("", []),
        ("x" * 400 + "@example.org", []),
    ],
)
def test_e_mail_addresses(text: str, found: list[str]) -> None:
    assert [email.address for email in emails(text, "")] == found


def test_the_original_of_an_address_is_kept() -> None:
    assert emails("Jane Roe <Jane@Example.org>", "home")[0].original == "Jane Roe <Jane@Example.org>"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("19840307", "1984-03-07"),
        ("1984-03-07", "1984-03-07"),
        ("1984-03-07T00:00:00Z", "1984-03-07"),
        ("19840307T101010Z", "1984-03-07"),
        ("--0307", "--03-07"),
        ("--03-07", "--03-07"),
        ("1604-03-07", "--03-07"),
        ("1604-02-29", "--02-29"),
        ("1984-03", "1984-03"),
        ("1984", "1984"),
        ("3/7/1984", "1984-03-07"),
        ("25/12/1984", "1984-12-25"),
        ("3/7/84", "1984-03-07"),
        ("1984/3/7", "1984-03-07"),
        ("7.3.1984", "1984-07-03"),
        ("7 Mar 1984", "1984-03-07"),
        ("March 7, 1984", "1984-03-07"),
        ("Mar 7", "--03-07"),
        ("0/0/00", ""),
        ("0.0.00", ""),
        ("1984-02-30", ""),
        ("2990-01-01", ""),
        ("0001-01-01", ""),
        ("---07", ""),
        ("circa 1800", ""),
        ("", ""),
        ("١٩٨٤-٠٣-٠٧", ""),
        ("99999999999999999999999999", ""),
    ],
)
def test_birthdays(text: str, date: str) -> None:
    assert birthday(text) == date


def test_where_the_day_comes_first() -> None:
    assert birthday("3/7/1984", "MX") == "1984-07-03"
    assert birthday("7.3.1984", "DE") == "1984-03-07"


@given(st.text(max_size=45) | st.from_regex(r"[0-9/. -]{4,12}", fullmatch=True))
def test_any_text_gives_a_birthday_of_a_known_form(text: str) -> None:
    assert re.fullmatch(r"|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}-[0-9]{2}", birthday(text))


@pytest.mark.parametrize(
    ("text", "service", "found"),
    [
        ("http://www.facebook.com/jane.roe", "", SocialProfile("facebook", "jane.roe", "http://www.facebook.com/jane.roe")),
        ("instagram.com/janeroe", "", SocialProfile("instagram", "janeroe", "https://instagram.com/janeroe")),
        ("https://x.com/janeroe?s=20", "", SocialProfile("twitter", "janeroe", "https://x.com/janeroe?s=20")),
        ("https://tiktok.com/@janeroe", "", SocialProfile("tiktok", "janeroe", "https://tiktok.com/@janeroe")),
        ("https://www.facebook.com/profile.php?id=1", "", SocialProfile("facebook", "", "https://www.facebook.com/profile.php?id=1")),
        ("@janeroe", "Instagram", SocialProfile("instagram", "janeroe")),
        ("jane.roe", "facebook", SocialProfile("facebook", "jane.roe")),
        ("x-apple:janeroe", "Twitter", SocialProfile("twitter", "janeroe")),
        ("skype:jane?chat", "", SocialProfile("skype", "jane")),
        ("xmpp:jane@example.org", "", SocialProfile("jabber", "jane@example.org")),
        ("https://example.org/home", "", None),
        ("javascript:alert(1)", "", None),
        ("javascript:alert(1)", "facebook", None),
        ("file:///etc/passwd", "", None),
        ("data:text/html,x", "facebook", None),
        ("", "facebook", None),
        ("two words", "facebook", None),
    ],
)  # fmt: skip
def test_accounts(text: str, service: str, found: SocialProfile | None) -> None:
    assert profile(text, service) == found


@given(st.text(max_size=80), st.sampled_from(["", "facebook", "javascript"]))
def test_no_account_has_a_link_that_is_not_of_the_web(text: str, service: str) -> None:
    found = profile(text, service)
    assert found is None or found.url == "" or re.match(r"https?://", found.url, re.IGNORECASE)


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("Jane Roe", ("Jane", "", "Roe", "", "")),
        ("Jane Quinn Roe", ("Jane", "Quinn", "Roe", "", "")),
        ("Dr. Jane Roe", ("Jane", "", "Roe", "Dr.", "")),
        ("Robert Roe Jr.", ("Robert", "", "Roe", "", "Jr.")),
        ("Robert Roe, Jr.", ("Robert", "", "Roe", "", "Jr.")),
        ("Roe, Jane", ("Jane", "", "Roe", "", "")),
        ("Roe, Jane Quinn", ("Jane", "Quinn", "Roe", "", "")),
        ("Jan van der Berg", ("Jan", "", "van der Berg", "", "")),
        ("Mom", ("", "", "", "", "")),
        ("Ann & Bob Roe", ("", "", "", "", "")),
        ("Plumber 24h", ("", "", "", "", "")),
        ("jane@example.org", ("", "", "", "", "")),
        ("one two three four five six", ("", "", "", "", "")),
        (",", ("", "", "", "", "")),
        ("", ("", "", "", "", "")),
    ],
)
def test_names_are_taken_apart_only_where_it_is_no_guess(full: str, parts: tuple[str, ...]) -> None:
    given_name, middle, family, prefix, suffix = parts
    assert taken_apart(full) == PersonName(full, given_name, middle, family, prefix, suffix)


def test_every_particle_of_a_displayed_name_is_one_for_the_matcher_too() -> None:
    """But `ibn`: both sides hold it as a word of its own, and meet."""
    assert {each.strip(".").upper() for each in PARTICLES} - folding.PARTICLES == {"IBN"}


def test_degrees_behind_a_surname_are_a_suffix() -> None:
    assert name_of("", "Jane", "", "Roe, MBA, PMP", "").family == "Roe"
    assert name_of("", "Jane", "", "Roe, Ann", "").family == "Roe, Ann"


@given(st.text(max_size=60))
def test_taking_a_name_apart_loses_no_word(full: str) -> None:
    name = taken_apart(clean(full))
    if name.given:
        words = f"{name.prefix} {name.given} {name.middle} {name.family} {name.suffix}".replace(",", " ").split()
        assert sorted(words) == sorted(name.full.replace(",", " ").split())


@given(st.text(max_size=60))
def test_clean_text_is_clean_already(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert "\n" not in clean(text)
    clean(text).encode()


@given(st.text(alphabet=st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=40))
def test_text_survives_its_own_encoding(text: str) -> None:
    assert decoded(text.encode("utf-8")) == text
    assert decoded(text.encode("utf-8"), "iso-8859-1") == text
    assert decoded(text.encode("utf-16-le"), "utf-16-le") == text


@given(
    st.binary(max_size=60),
    st.sampled_from(["", "utf-8", "shift_jis", "latin-1", "idna", "utf-7", "cp932"]),
)
def test_any_bytes_are_some_text(raw: bytes, charset: str) -> None:
    assert isinstance(decoded(raw, charset), str)


@pytest.mark.parametrize("text", ["9.19555E+09", "9.19555014E+09", "9.1955501420E+09", "9E+09"])
def test_a_power_of_ten_that_has_lost_digits_is_no_number(text: str) -> None:
    assert [number for number, _ in e164(text) if number] == []


def test_plainly_valid_numbers_are_valid_to_the_library() -> None:
    areas = [*range(201, 1000, 7), 808, 671, 787, 876, 242, 416, 800, 900]
    numbers = [
        phonenumbers.PhoneNumber(country_code=1, national_number=area * 10_000_000 + rest)
        for area in areas
        for rest in (5550142, 2345678, 1112222, 5551212, 9110000)
    ]
    plain = [number for number in numbers if plainly_valid(number)]
    assert len(plain) > 100
    assert all(map(phonenumbers.is_valid_number, plain))
    assert not plainly_valid(phonenumbers.parse("0919 555 0142", "US"))
