"""Cards as they should not be: wrong encodings, broken structure, hostile sizes. Nobody is lost by them."""

import os
import threading
from pathlib import Path

import msgspec
import pytest

from f2f_desktop.contacts import cards, read
from f2f_desktop.contacts.errors import NotAnAddressBook
from f2f_desktop.contacts.model import Contact
from f2f_desktop.contacts.phones import phones_in
from f2f_desktop.contacts.read import read_address_book

JANE = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jane Roe\r\nN:Roe;Jane;;;\r\nTEL:919-555-0142\r\nEND:VCARD\r\n"
JOSE = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:José Núñez\r\nN:Núñez;José;;;\r\nTEL:+1 919 555 0143\r\nEND:VCARD\r\n"


def people(data: bytes | str) -> tuple[Contact, ...]:
    return read_address_book("a.vcf", data.encode() if isinstance(data, str) else data).contacts


def names(data: bytes | str) -> list[str]:
    return [contact.name.full for contact in people(data)]


def reasons(data: bytes | str) -> list[tuple[int, int, str]]:
    book = read_address_book("a.vcf", data.encode() if isinstance(data, str) else data)
    return [(problem.card, problem.line, problem.reason) for problem in book.problems]


def body(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"],
)
def test_every_encoding_of_a_file(encoding: str) -> None:
    assert names((JANE + JOSE).encode(encoding)) == ["Jane Roe", "José Núñez"]


def test_files_joined_with_their_byte_order_marks() -> None:
    assert names(JANE.encode("utf-8-sig") + JOSE.encode("utf-8-sig")) == ["Jane Roe", "José Núñez"]
    assert names(JANE.encode("utf-16") + JOSE.encode("utf-16")) == ["Jane Roe", "José Núñez"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\r\r\n"])
def test_every_end_of_line(end: str) -> None:
    data = (JANE + JOSE).replace("\r\n", end)
    assert names(data) == ["Jane Roe", "José Núñez"]
    assert reasons(data) == []


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\r\r\n"])
def test_lines_are_counted_whatever_ends_them(end: str) -> None:
    assert reasons((JANE + "\r\n" + "BEGIN:VCARD\r\nEND:VCARD\r\n").replace("\r\n", end))[0][:2] == (2, 8)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9", "José"),
        (b"FN;ENCODING=QUOTED-PRINTABLE:Jos=E9", "José"),
        (b"FN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Jos=E9", "José"),
        (b"FN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Jos=C3=A9", "José"),
        (b"FN;CHARSET=UTF-8;QUOTED-PRINTABLE:Jos=E9", "José"),
        (b"FN;CHARSET=SHIFT_JIS;QUOTED-PRINTABLE:=8E=52=93=63", "山田"),
        ("FN;CHARSET=SHIFT_JIS:山田 表".encode("shift_jis"), "山田 表"),
        ("FN;CHARSET=windows-1251:Ива́н".replace("\u0301", "").encode("cp1251"), "Иван"),
        (b"FN;CHARSET=no-such-thing:Jos\xc3\xa9", "José"),
        (b"FN;CHARSET=unicode_escape:Jos\\x41", "Jos\\x41"),
        (b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=\r\n=A9", "José"),
        (b"FN;ENCODING=QUOTED-PRINTABLE:Jane=20=\r\nRoe", "Jane Roe"),
        (b"FN;ENCODING=quoted-printable:Jane=20= \r\nRoe", "Jane Roe"),
        (b"FN;ENCODING=BASE64:SmFuZSBSb2U=", "Jane Roe"),
        (b"FN;CHARSET=ISO-2022-JP:\x1b$B;3ED\x1b(B", "山田"),
    ],
)
def test_values_say_their_charset_or_are_guessed(value: bytes, name: str) -> None:
    assert names(b"BEGIN:VCARD\r\nVERSION:2.1\r\n" + value + b"\r\nTEL:9195550142\r\nEND:VCARD\r\n") == [name]


def test_folds_of_3_0_take_one_blank_away_and_those_of_2_1_none() -> None:
    assert names(body("FN:Jane\r\n  Ro\r\n\te")) == ["Jane Roe"]
    assert names(body("FN:Jane\r\n Roe", version="2.1")) == ["Jane Roe"]


def test_a_fold_inside_a_character() -> None:
    raw = body("FN:José Núñez").encode().replace(b"\xc3\xb1", b"\xc3\r\n \xb1")
    assert names(raw) == ["José Núñez"]


def test_a_soft_break_never_swallows_the_next_property() -> None:
    (jane,) = people(body("FN:Jane Roe", "NOTE;ENCODING=QUOTED-PRINTABLE:pay=", "TEL:9195550142", version="2.1"))
    assert jane.phones[0].e164 == "+19195550142"
    (jane,) = people(body("FN:Jane Roe", "NOTE:pay=", "TEL:9195550142"))
    assert jane.phones[0].e164 == "+19195550142"


@pytest.mark.parametrize(
    "photo",
    [
        "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD" * 100,
        "PHOTO;ENCODING=b;TYPE=JPEG:QUJD\r\n " + "\r\n ".join(["QUJD" * 18] * 50),
        "PHOTO;ENCODING=BASE64;JPEG:\r\n" + "\r\n".join(["QUJD" * 18] * 50) + "\r\n",
        "PHOTO;ENCODING=BASE64;JPEG:\r\n    " + "\r\n    ".join(["QUJD" * 18] * 50),
        "PHOTO:data:image/jpeg;base64," + "QUJD" * 100,
        "PHOTO;VALUE=uri:https://photos.example.org/\r\n a?b=c;d",
        "LOGO;X-A=1;ENCODING=b:" + "QUJD" * 200_000,
        "X-PICTURE;ENCODING=B:" + "QUJD" * 1_000,
        "PHOTO;ENCODING=b:" + "QUJD" * 3_000_000,
    ],
    ids=[
        "inline",
        "folded",
        "bare lines",
        "indented",
        "data uri",
        "link",
        "huge logo",
        "other name",
        "12 MB line",
    ],
)
def test_photos_are_dropped_and_what_follows_is_not(photo: str) -> None:
    data = body("FN:Jane Roe", photo, "TEL:9195550142") + JOSE
    jane, jose = people(data)
    assert jane.phones[0].e164 == "+19195550142"
    assert jose.name.full == "José Núñez"
    assert reasons(data) == []


def test_missing_end_is_said_and_costs_nobody() -> None:
    data = JANE.replace("END:VCARD\r\n", "") + JOSE + JANE.replace("END:VCARD\r\n", "").replace("Jane", "Jo")
    assert names(data) == ["Jane Roe", "José Núñez", "Jo Roe"]
    assert reasons(data) == [(1, 1, cards.NO_END), (3, 12, cards.NO_END)]


def test_a_file_cut_off_in_the_middle() -> None:
    data = (JOSE + JANE)[:-25]
    assert names(data) == ["José Núñez", "Jane Roe"]
    assert [reason[0] for reason in reasons(data)] == [2]


def test_a_card_without_begin() -> None:
    data = "VERSION:3.0\r\nFN:Jane Roe\r\nTEL:9195550142\r\nEND:VCARD\r\n" + JOSE
    assert names(data) == ["Jane Roe", "José Núñez"]
    assert reasons(data) == [(1, 1, cards.NO_BEGIN)]


@pytest.mark.parametrize(
    "data",
    [
        (JANE + JOSE).replace("END:VCARD\r\nBEGIN:VCARD", "END:VCARDBEGIN:VCARD"),
        (JANE + JOSE).replace("END:VCARD\r\nBEGIN:VCARD", "END:VCARD  BEGIN:VCARD"),
        (JANE + JOSE).replace("BEGIN:VCARD\r\n", "BEGIN:VCARD"),
        (JANE + JOSE).replace("BEGIN", "item1.BEGIN"),
        (JANE + JOSE).replace("BEGIN:VCARD", "begin:vcard").replace("END:VCARD", "End : vCard "),
        "\r\n\r\n" + (JANE + JOSE).replace("\r\n", "\r\n\r\n"),
        "".join(f"    {line}" for line in (JANE + JOSE).splitlines(keepends=True)),
        (JANE + JOSE).replace("VERSION", "\tVERSION").replace("FN", "\tFN").replace("\r\nN:", "\r\n\tN:"),
        "some words first\r\n\r\n" + JANE + "and between\r\n" + JOSE + "and behind",
        (JANE + JOSE).replace("FN:", "fn:").replace("\r\nTEL:", "\r\ntel;cell:"),
        (JANE + JOSE).replace("END:VCARD", "  END:VCARD"),
    ],
    ids=[
        "run together", "with blanks", "begin and version", "group", "letter case", "empty lines", "indented",
        "properties indented", "words around", "lower case", "end indented",
    ],
)  # fmt: skip
def test_odd_shapes_of_two_cards(data: str) -> None:
    assert names(data) == ["Jane Roe", "José Núñez"]
    assert all(contact.phones for contact in people(data))


def test_an_indented_card_may_be_folded() -> None:
    data = body("FN:Jane", "NOTE:a", "TEL:9195550142").replace("FN:Jane", "FN:Jane\r\n  Roe")
    indented = "".join(f"  {line}" for line in data.splitlines(keepends=True))
    (jane,) = people(indented)
    assert jane.name.full == "Jane Roe"
    assert jane.phones


@pytest.mark.parametrize("begin", ["AGENT:\r\nBEGIN:VCARD", "AGENT:BEGIN:VCARD"])
def test_an_agent_is_nobody_of_ours(begin: str) -> None:
    agent = JOSE.replace("BEGIN:VCARD", begin)
    data = JANE.replace("TEL:", f"{agent}TEL:")
    (jane,) = people(data)
    assert (jane.name.full, jane.phones[0].e164) == ("Jane Roe", "+19195550142")
    assert reasons(data) == [(1, 1, cards.AGENT_LEFT_OUT)]


def test_an_agent_on_one_line() -> None:
    data = body("FN:Jane Roe", "AGENT:BEGIN:VCARD\\nFN:Jo\\nEND:VCARD\\n", "TEL:9195550142")
    (jane,) = people(data)
    assert jane.phones
    assert reasons(data) == [(1, 1, cards.AGENT_LEFT_OUT)]


def test_the_address_of_an_agent_is_no_problem() -> None:
    assert reasons(body("FN:Jane Roe", "AGENT;VALUE=uri:https://example.org/jo.html", "TEL:9195550142")) == []


@pytest.mark.parametrize(
    ("value", "street", "city"),
    [
        (";;12 Oak St=3B Apt 4;Raleigh;NC;27601;USA", "12 Oak St; Apt 4", "Raleigh"),
        (";;12 R=C3=ADo St=3b Apt 4;Raleigh;NC;27601;USA", "12 R\u00edo St; Apt 4", "Raleigh"),
        (";;12 Oak St\\=3B Apt 4;Raleigh;NC;27601;USA", "12 Oak St; Apt 4", "Raleigh"),
        # Where no semicolon stands plainly, the separators themselves were encoded.
        ("=3B=3B12 Oak St=3BRaleigh=3BNC=3B27601=3BUSA", "12 Oak St", "Raleigh"),
    ],
)
def test_an_encoded_semicolon_is_one_of_the_text(value: str, street: str, city: str) -> None:
    card = f"ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{value}"
    (jane,) = people(body("FN:Jane Roe", card, version="2.1"))
    assert (jane.addresses[0].street, jane.addresses[0].city) == (street, city)


def test_an_agent_without_end_costs_nobody_after_it() -> None:
    data = body("FN:Jane Roe", "AGENT:\r\nBEGIN:VCARD\r\nFN:Jo Doe") + JOSE + JANE
    assert names(data) == ["Jane Roe", "José Núñez", "Jane Roe"]


def test_nested_cards_both_come_in() -> None:
    inner = JOSE
    jane, jose = people(JANE.replace("TEL:", f"{inner}TEL:"))
    assert (jane.name.full, jane.phones[0].e164) == ("Jane Roe", "+19195550142")
    assert (jose.name.full, jose.phones[0].e164) == ("José Núñez", "+19195550143")


def test_five_thousand_nested_cards_all_come_in() -> None:
    data = "".join(f"BEGIN:VCARD\r\nFN:Jane Roe{number}\r\n" for number in range(5_000)) + "END:VCARD\r\n" * 5_000
    assert names(data) == [f"Jane Roe{number}" for number in range(5_000)]


def test_200_000_soft_line_breaks_cost_nothing_that_follows() -> None:
    for name in ("NOTE", "FN"):
        data = body(f"{name};ENCODING=QUOTED-PRINTABLE:" + "=41=\r\n" * 200_000, "TEL:9195550142", version="2.1")
        (contact,) = people(data + "")
        assert contact.phones[0].e164 == "+19195550142"


def test_a_card_of_endless_lines_keeps_what_came_first() -> None:
    data = body("FN:Jane Roe", "TEL:9195550142", *(f"EMAIL:a{number}@example.org" for number in range(5_000)))
    (jane,) = people(data)
    assert jane.name.full == "Jane Roe"
    assert jane.phones[0].e164 == "+19195550142"
    assert len(jane.emails) == 200
    assert {reason[2] for reason in reasons(data)} >= {cards.CARD_TOO_LONG}
    assert names(data + JOSE) == ["Jane Roe", "José Núñez"]


@pytest.mark.parametrize(
    "line",
    ["TEL" + ";A" * 30, "TEL;TYPE=" + "a," * 25, "TEL" + ";TYPE=;" * 24, 'TEL;X="' + 'a";b="' * 20_000 + ":1"],
)
def test_lines_on_which_other_readers_hang(line: str) -> None:
    assert names(body("FN:Jane Roe", line, "TEL:9195550142") + JOSE) == ["Jane Roe", "José Núñez"]


def test_a_line_that_is_no_property_is_told_once() -> None:
    data = body("FN:Jane Roe", "what is this", "and this", "TEL:9195550142")
    (jane,) = people(data)
    assert jane.phones
    assert reasons(data) == [(1, 1, cards.NO_PROPERTY)]


def test_an_empty_card_is_told_and_a_group_is_not() -> None:
    data = body("NOTE:nothing") + body("FN:Team", "KIND:group") + body("FN:Team", "X-ADDRESSBOOKSERVER-KIND:group")
    assert names(data + JANE) == ["Jane Roe"]
    assert [(card, line) for card, line, _ in reasons(data + JANE)] == [(1, 1)]


def test_what_is_of_no_person_is_no_card_without_begin() -> None:
    data = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n" + JANE
    assert names(data) == ["Jane Roe"]
    assert reasons(data) == []


def test_problems_never_hold_what_the_card_says() -> None:
    secret = "zanzibar"
    data = body(f"EMAIL:{secret}", f"{secret} {secret}", f"TEL;{secret}") + f"BEGIN:VCARD\r\nNOTE:{secret}\r\n"
    book = read_address_book("a.vcf", data.encode())
    assert len(book.problems) >= 2
    assert all(secret not in problem.reason for problem in book.problems)


def test_a_name_is_taken_from_whatever_there_is() -> None:
    data = (
        body("N:Roe;Jane;;;")
        + body("FN:", "N:;;;;", "NICKNAME:Janie")
        + body("N:;;;;", "ORG:Example Co;Unit")
        + body("EMAIL:jane@example.org")
        + body("TEL:919 555 0142")
    )
    assert names(data) == ["Jane Roe", "Janie", "Example Co", "jane@example.org", ""]


@pytest.mark.parametrize(
    ("value", "family", "given"),
    [
        ("N:Roe\\, Ann;Jane\\;Ann;;;", "Roe, Ann", "Jane;Ann"),
        ("N:Roe", "Roe", ""),
        ("N:Roe;Jane,Ann", "Roe", "Jane Ann"),
        ("N:Roe;Jane\\", "Roe", "Jane"),
        ("N:Roe;Jane;a;b;c;d;e", "Roe", "Jane"),
        ("N;SORT-AS=\"Roe,Jane\":Roe;Jane;;;", "Roe", "Jane"),
        ("N;X=\"a:b;c\":Roe;Jane;;;", "Roe", "Jane"),
    ],
)  # fmt: skip
def test_names_with_escapes_and_too_few_or_too_many_parts(value: str, family: str, given: str) -> None:
    (person,) = people(body(value, "TEL:9195550142"))
    assert (person.name.family, person.name.given) == (family, given)


def test_a_comma_in_a_displayed_name_is_part_of_it() -> None:
    (person,) = people(body("FN:Roe, Jane"))
    assert (person.name.full, person.name.given, person.name.family) == ("Roe, Jane", "Jane", "Roe")


def test_the_same_card_has_the_same_uid_and_another_has_another() -> None:
    first, again, other = people(JANE + JANE.replace("TEL", "NOTE:x\r\nTEL") + JOSE)
    assert first.uid == again.uid
    assert first.uid != other.uid


def test_the_dialect_is_told_by_content() -> None:
    assert read_address_book("contacts.csv", JANE.encode()).dialect == "vcard 3.0"


@pytest.mark.parametrize(
    "data", [b"", b"\r\n \r\n", b"\xef\xbb\xbf", b"PK\x03\x04" + bytes(range(32)) * 40, b"hello",
     b"\x89PNG\r\n\x1a\n" + bytes(500)],
)  # fmt: skip
def test_what_is_no_address_book_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(NotAnAddressBook):
        read_address_book("a.vcf", data)


def test_too_many_cards_and_too_much_text_are_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MAX_CARDS", 3)
    assert len(people(JANE * 5)) == 3
    assert reasons(JANE * 5)[-1][0] == 0
    monkeypatch.setattr(read, "MAX_CARDS", 100)
    monkeypatch.setattr(cards, "MAX_TEXT_BYTES", len(JANE) * 2)
    assert reasons(JANE * 5)[-1][0] == 0


def test_progress_is_told_every_fifty_cards_and_may_stop_the_reading() -> None:
    steps: list[tuple[int, int]] = []
    data = (JANE * 500).encode()
    read_address_book("a.vcf", data, progress=lambda done, total: steps.append((done, total)))
    assert len(steps) == 11
    assert steps[-1] == (len(data), len(data))
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)

    class Stop(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Stop

    with pytest.raises(Stop):
        read_address_book("a.vcf", data, progress=stop)


def test_books_are_read_on_several_threads_at_once() -> None:
    results: list[list[str]] = []
    threads = [threading.Thread(target=lambda: results.append(names(JANE * 200))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [["Jane Roe"] * 200] * 4


def test_a_file_name_that_is_no_text_is_written_as_one(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.vcf")
    path.write_bytes(JANE.encode())
    (jane,) = read.read_address_book_file(path).contacts
    assert jane.source.file == "caf\ufffd.vcf"
    msgspec.json.encode(jane)


def test_nobodys_numbers_stay_in_memory() -> None:
    people(JANE)
    assert phones_in.cache_info().currsize == 0


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        (["FN:Jane Roe"], "Jane"),
        (["FN:Jane Roe", "N:;;;;"], "Jane"),
        (["FN:Jane Roe", "ORG:Example Co"], "Jane"),
        (["FN:Corner Pizza", "N:;;;;", "ORG:Corner Pizza"], ""),
        (["FN:Corner Pizza", "N:;;;;", "ORG:Pizza Inc"], ""),
        (["FN:Corner Pizza", "ORG:Corner Pizza"], ""),
        (["FN:Corner Pizza", "KIND:org"], ""),
    ],
)
def test_a_person_without_parts_of_a_name_gets_them_and_a_firm_does_not(lines: list[str], given: str) -> None:
    (one,) = people(body(*lines))
    assert one.name.given == given
