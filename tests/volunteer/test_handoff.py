"""Links are built from checked parts: nothing that stands in an address book becomes a command."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.campaign.channels import Channel
from f2f_desktop.volunteer.handoff import (
    SERVICES,
    UnusablePoint,
    hand_off,
    ios_sms_link,
    mailto_link,
    profile_link,
    sms_link,
)

NUMBER = "+12125550101"


@given(text=st.text(max_size=80))
def test_a_text_comes_through_the_links_whole(text: str) -> None:
    for link in (sms_link(NUMBER, text), ios_sms_link(NUMBER, text)):
        head, _, body = link.partition("body=")
        assert unquote(body) == text
        assert head.startswith(f"sms:{NUMBER}?")
        assert link.isascii()


@pytest.mark.parametrize(
    "number", ["*67", "911", "+1212555010a", "tel:+12125550101", "+1 212", "", "+12125550101;ext=2"]
)
def test_only_full_numbers_are_dialled(number: str) -> None:
    for channel in (Channel.TEXT, Channel.CALL):
        with pytest.raises(UnusablePoint):
            hand_off(channel, number, "", "hi")


@given(subject=st.text(max_size=40), text=st.text(max_size=80))
def test_a_mail_link_has_subject_and_body_and_no_other_header(subject: str, text: str) -> None:
    link = mailto_link("ada@example.org", subject, text)
    parts = urlsplit(link)
    assert parts.path == "ada@example.org"
    assert set(parse_qs(parts.query, keep_blank_values=True)) <= {"subject", "body"}
    assert link.isascii()


@pytest.mark.parametrize(
    "address",
    ["a@b?cc=x@y.org", "a@example.org,b@example.org", "a@example.org&bcc=c", "a b@example.org", "a@b", "x"],
)
def test_an_address_that_smuggles_headers_is_refused(address: str) -> None:
    with pytest.raises(UnusablePoint):
        mailto_link(address, "s", "t")


@pytest.mark.parametrize(
    ("service", "account", "link"),
    [
        ("instagram", "@ada.q", "https://www.instagram.com/ada.q"),
        ("Twitter", "ada_q", "https://x.com/ada_q"),
        ("linkedin", "ada-q", "https://www.linkedin.com/in/ada-q"),
        ("whatsapp", "+1 212-555-0101", "https://wa.me/12125550101"),
        ("signal", "+12125550101", "https://signal.me/#p/+12125550101"),
        ("linkedin", "http://www.linkedin.com/in/ada-q?x=1#y", "https://www.linkedin.com/in/ada-q"),
        ("", "https://facebook.com/ada.q", "https://facebook.com/ada.q"),
    ],
)
def test_profile_links(service: str, account: str, link: str) -> None:
    assert profile_link(service, account) == link


@pytest.mark.parametrize(
    ("service", "account"),
    [
        ("instagram", "javascript:alert(1)"),
        ("instagram", "https://evil.example.org/ada"),
        ("facebook", "https://facebook.com.example.org/ada"),
        ("facebook", "file:///etc/passwd"),
        ("facebook", "https://facebook.com/../x"),
        ("myspace", "ada"),
        ("instagram", "a b"),
        ("instagram", ".."),
    ],
)
def test_what_is_no_profile_is_refused(service: str, account: str) -> None:
    with pytest.raises(UnusablePoint):
        profile_link(service, account)


@given(service=st.sampled_from(sorted(SERVICES)), account=st.text(max_size=30))
def test_a_profile_link_always_names_a_known_host(service: str, account: str) -> None:
    try:
        link = profile_link(service, account)
    except UnusablePoint:
        return
    assert link.startswith("https://")
    assert urlsplit(link).hostname in {host for hosts in SERVICES.values() for host in hosts}
