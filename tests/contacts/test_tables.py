"""Tables: delimiters, encodings, broken quotes, unknown columns."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.contacts import records, table
from f2f_desktop.contacts.columns import (
    BadMapping,
    ColumnField,
    ColumnMapping,
    ColumnsUnknown,
    MappedColumn,
    column_names,
    guessed,
    mapping_from_toml,
)
from f2f_desktop.contacts.csv_dialects import known_layout
from f2f_desktop.contacts.errors import NotAnAddressBook
from f2f_desktop.contacts.model import Contact, Problem
from f2f_desktop.contacts.outlook_headers import ENGLISH
from f2f_desktop.contacts.read import read_address_book

HEADER = "First Name,Last Name,E-mail Address,Mobile Phone,Home Street,Notes"
"""Enough of Outlook's."""


def read(text: str | bytes, mapping: ColumnMapping | None = None) -> tuple[Contact, ...]:
    return read_address_book("a.csv", text.encode() if isinstance(text, str) else text, mapping=mapping).contacts


def problems(text: str) -> tuple[Problem, ...]:
    return read_address_book("a.csv", text.encode()).problems


def names(text: str | bytes) -> list[str]:
    return [contact.name.full for contact in read(text)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_delimiters_and_encodings(delimiter: str, encoding: str) -> None:
    text = (HEADER + "\nJosé,Núñez,jose@example.org,919-555-0143,,\n").replace(",", delimiter)
    (jose,) = read(text.encode(encoding))
    assert jose.name.full == "José Núñez"
    assert jose.phones[0].e164 == "+19195550143"


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;"])
def test_excel_says_its_delimiter(first: str) -> None:
    assert names(f"{first}\n" + HEADER.replace(",", ";") + "\nJane;Roe;;;;\n") == ["Jane Roe"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_ends_of_lines(end: str) -> None:
    assert names(f"{HEADER}{end}Jane,Roe,,,,{end}Jo,Doe,,,,") == ["Jane Roe", "Jo Doe"]


def test_columns_are_found_by_name_in_any_order_and_case() -> None:
    (jane,) = read("MOBILE PHONE,last name,FIRST NAME,e-mail address\n919-555-0142,Roe,Jane,jane@example.org\n")
    assert (jane.name.given, jane.name.family, jane.phones[0].e164) == ("Jane", "Roe", "+19195550142")


def test_rows_too_short_and_too_long() -> None:
    text = f"{HEADER}\nJane\nJo,Doe,,,,,too,much\n,,,,,,,\nAnn,Lee,,,,,,\n"
    assert names(text) == ["Jane", "Jo Doe", "Ann Lee"]
    assert [(problem.card, problem.line, problem.reason) for problem in problems(text)] == [(2, 3, table.TOO_WIDE)]


def test_cells_with_line_ends_quotes_and_nuls() -> None:
    text = f'{HEADER}\n"Jane","Roe ""Janie""",,,"1 Main\nSt","a\n\nb"\nJo\0,Doe,,,,\n'
    assert names(text) == ['Jane Roe "Janie"', "Jo Doe"]
    assert read(text)[0].addresses[0].street == "1 Main St"
    assert problems(text) == ()


@pytest.mark.parametrize(
    "row",
    ['"Jane,Roe,,,,', 'Jane,"Roe,,,,', 'Jane,Roe,,,,"note', 'Jane,Roe,,,,"note" more" x', 'Jane,"Roe" x",,,,'],
)
def test_broken_quotes_cost_their_own_row_at_most(row: str) -> None:
    text = f"{HEADER}\nAnn,Lee,,,,\n{row}\n" + "".join(f"Jo,Doe{number},,,,\n" for number in range(3))
    found = names(text)
    assert len(found) == 5
    assert found[0] == "Ann Lee"
    assert found[1].startswith("Jane")
    assert found[2:] == ["Jo Doe0", "Jo Doe1", "Jo Doe2"]
    assert (2, 3, table.BROKEN_QUOTES) in [(one.card, one.line, one.reason) for one in problems(text)]


def test_without_the_second_reading_the_rest_of_the_file_would_be_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: one unclosed quote, read as the csv module does, swallows every row after it."""
    text = f'{HEADER}\n"Jane,Roe,,,,\n' + "Jo,Doe,,,,\n" * 20
    assert len(read(text)) == 21

    def trusting(first: str, lines: records.TextLines, taken: list[tuple[str, int]], delimiter: str) -> list[str]:
        import csv

        def feed() -> object:
            yield first + "\n"
            while (line := lines.next()) is not None:
                yield line[0] + "\n"

        return next(csv.reader(feed(), delimiter=delimiter))  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(records, "quoted_record", trusting)
    assert len(read(text)) == 1


def test_a_huge_cell_costs_nothing() -> None:
    assert names(f'{HEADER}\nJane,Roe,,,,"{"x" * 500_000}"\nJo,Doe,,,,\n') == ["Jane Roe", "Jo Doe"]


def test_a_line_beyond_all_bounds_is_cut_and_told() -> None:
    text = f"{HEADER}\nJane,Roe,,,,{'x' * 3_000_000}\nJo,Doe,,,,\n"
    assert names(text) == ["Jane Roe", "Jo Doe"]
    assert problems(text)[-1].reason == table.LINE_TOO_LONG


def test_phones_guarded_against_spreadsheets() -> None:
    text = HEADER + '\nJane,Roe,,\'+1 919 555 0142,,\nJo,Doe,,"=""+19195550143""",,\n'
    assert [contact.phones[0].e164 for contact in read(text)] == ["+19195550142", "+19195550143"]


UNKNOWN = (
    "Volunteer contact,Cell #,Their e-mail,Street,Town,Favourite colour\n"
    "Jane Roe,919-555-0142,j@example.org,1 Main St,Apex,red\n"
)


def test_an_unknown_table_asks_what_its_columns_hold() -> None:
    with pytest.raises(ColumnsUnknown) as caught:
        read(UNKNOWN + "Jo Doe,,,,,blue\n" * 10)
    asked = caught.value
    assert asked.header == ("Volunteer contact", "Cell #", "Their e-mail", "Street", "Town", "Favourite colour")
    assert len(asked.preview) == 5
    assert asked.preview[0][0] == "Jane Roe"
    assert all(len(row) == 6 for row in asked.preview)
    guess = {column.column: (column.field, column.label) for column in asked.guess.columns}
    assert guess == {
        "Volunteer contact": (ColumnField.FULL_NAME, ""),
        "Cell #": (ColumnField.PHONE, "mobile"),
        "Their e-mail": (ColumnField.EMAIL, ""),
        "Street": (ColumnField.STREET, ""),
        "Town": (ColumnField.CITY, ""),
    }
    (jane, *_) = read(UNKNOWN, asked.guess)
    assert (jane.name.given, jane.name.family) == ("Jane", "Roe")
    assert (jane.phones[0].e164, jane.phones[0].label) == ("+19195550142", "mobile")
    assert (jane.addresses[0].street, jane.addresses[0].city) == ("1 Main St", "Apex")


def test_a_mapping_survives_being_kept_as_json() -> None:
    mapping = ColumnMapping((MappedColumn("Cell", ColumnField.PHONE, "mobile"),), has_header=False)
    assert msgspec.json.decode(msgspec.json.encode(mapping), type=ColumnMapping) == mapping
    assert mapping.usable
    assert not ColumnMapping((MappedColumn("x", ColumnField.CITY),)).usable


def test_a_mapping_from_a_file() -> None:
    mapping = mapping_from_toml('[columns]\n"Volunteer contact" = "full_name"\n"Cell #" = "phone mobile"\n')
    (jane,) = read(UNKNOWN, mapping)
    assert (jane.name.full, jane.phones[0].label, jane.emails) == ("Jane Roe", "mobile", ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[columns]",
        '[columns]\n"A" = "colour"',
        '[columns]\n"A" = "city"',
        "columns = 3",
        "x = ",
        "[columns]\nA = 1",
    ],
)
def test_a_mapping_file_that_says_nothing_is_refused(text: str) -> None:
    with pytest.raises(BadMapping):
        mapping_from_toml(text)


def test_a_mapping_that_does_not_fit_asks_again() -> None:
    with pytest.raises(ColumnsUnknown):
        read(UNKNOWN, ColumnMapping((MappedColumn("Mobile", ColumnField.PHONE),)))


def test_a_table_without_header() -> None:
    text = "Jane Roe;919-555-0142;jane@example.org\nJo Doe;212-555-0187;jo@example.org\n"
    with pytest.raises(ColumnsUnknown) as caught:
        read(text)
    assert caught.value.header == ("Column 1", "Column 2", "Column 3")
    assert not caught.value.guess.has_header
    assert len(caught.value.preview) == 2
    jane, jo = read(text, caught.value.guess)
    assert (jane.name.full, jo.phones[0].e164, jo.emails[0].address) == (
        "Jane Roe",
        "+12125550187",
        "jo@example.org",
    )


def test_columns_of_one_name_are_told_apart() -> None:
    assert column_names(["Phone", "", "Phone", "Phone (2)", "Phone"]) == (
        "Phone", "Column 2", "Phone (2)", "Phone (2) (2)", "Phone (3)",
    )  # fmt: skip
    text = "Name,Phone,Phone\nJane Roe,919-555-0142,212-555-0187\n"
    with pytest.raises(ColumnsUnknown) as caught:
        read(text)
    (jane,) = read(text, caught.value.guess)
    assert len(jane.phones) == 2


@given(st.lists(st.sampled_from(["", "A", "A (2)", "A (3)", "Column 1", "Column 3"]), max_size=12))
def test_column_names_are_always_different(header: list[str]) -> None:
    assert len(set(column_names(header))) == len(header)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("First name", "given"), ("fname", "given"), ("Vorname", "given"), ("Prénom", "given"), ("Voornaam", "given"),
        ("Nombre", "full_name"), ("Nome", "full_name"), ("Naam", "full_name"), ("Nom complet", "full_name"),
        ("Nombre completo", "full_name"), ("Nome completo", "full_name"), ("Achternaam", "family"),
        ("Cognome", "family"), ("Sobrenome", "family"), ("GSM", "phone"), ("Mobiel nummer", "phone"),
        ("Telefoonnummer", "phone"), ("Handynummer", "phone"), ("Cellulare", "phone"), ("Telemóvel", "phone"),
        ("E-mailadres", "email"), ("Courriel", "email"), ("Posta elettronica", "email"),
        ("Correio eletrónico", "email"),
        ("Last name", "family"), ("Apellidos", "family"), ("Nachname", "family"), ("Surname", "family"),
        ("Name", "full_name"), ("Full Name", "full_name"), ("Contact name", "full_name"), ("Friend", "full_name"),
        ("Phone", "phone"), ("Cell Phone", "phone"), ("Telefon", "phone"), ("Mobile #", "phone"), ("Tel.", "phone"),
        ("Email", "email"), ("E-Mail Address", "email"), ("Correo electrónico", "email"),
        ("Zip", "postal_code"), ("ZIP code", "postal_code"), ("State", "region"), ("City", "city"),
        ("Date of birth", "birthday"), ("DOB", "birthday"), ("Company", "organization"), ("Nickname", "nickname"),
        ("Street address", "street"), ("Tags", "categories"), ("Instagram", "social"), ("Job title", "title"),
        ("Shoe size", None), ("Notes", None), ("ID", None),
    ],
)  # fmt: skip
def test_headers_say_what_a_column_holds(header: str, field: str | None) -> None:
    guess = guessed([header], [])
    assert [column.field.value for column in guess.columns] == ([field] if field else [])


@pytest.mark.parametrize(
    "header",
    [
        "Voornaam;Achternaam;GSM;Mail",
        "Vorname;Name;Mobiltelefon;E-Mail-Adresse",
        "Prénom;Nom;Portable;Adresse mail",
        "Nome;Cognome;Cellulare;Posta elettronica",
        "Nome;Sobrenome;Telemóvel;Correio eletrónico",
        "Nombre;Apellidos;Móvil;Correo electrónico",
        "First;Last;Cell;Mail",
    ],
)
def test_a_table_of_names_phones_and_addresses_in_seven_languages(header: str) -> None:
    with pytest.raises(ColumnsUnknown) as caught:
        read(f"{header}\nKim;Park;919-555-0142;kim@example.org\n")
    (kim,) = read(f"{header}\nKim;Park;919-555-0142;kim@example.org\n", caught.value.guess)
    assert (kim.name.given, kim.name.family, kim.name.full) == ("Kim", "Park", "Kim Park")
    assert (kim.phones[0].e164, kim.emails[0].address) == ("+19195550142", "kim@example.org")


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        (["Kim,Park,919-555-0142"], ["given", "family", "phone"]),
        (["Kim,Park,919-555-0142", "Jane,Roe,"], ["given", "family", "phone"]),
        (["Kim Park,Raleigh,919-555-0142", "Jane Roe,Cary,919-555-0143"], ["full_name", "phone"]),
        (["919-555-0142,Kim,Park"], ["phone", "given", "family"]),
        (["Kim,919-555-0142,Raleigh"], ["full_name", "phone"]),
    ],
)
def test_a_table_without_a_header_has_names_in_one_column_or_two(rows: list[str], fields: list[str]) -> None:
    cells = [row.split(",") for row in rows]
    guess = guessed(cells[0], cells[1:])
    assert not guess.has_header
    assert [column.field.value for column in guess.columns] == fields


def test_values_decide_where_the_header_does_not() -> None:
    guess = guessed(["A", "Contact", "B"], [["Jane", "919-555-0142", "j@example.org"]] * 3)
    assert [(column.column, column.field) for column in guess.columns] == [("Contact", "phone"), ("B", "email")]


@pytest.mark.parametrize("language", sorted(ENGLISH))
def test_every_translated_header_is_one_that_outlook_writes(language: str) -> None:
    from f2f_desktop.contacts.columns import folded
    from f2f_desktop.contacts.csv_dialects import OUTLOOK

    table_of_language = ENGLISH[language]
    assert all(folded(name) == name for name in table_of_language)
    meant = set(table_of_language.values())
    assert meant <= set(OUTLOOK)
    assert {"first name", "last name", "e-mail address", "mobile phone", "home phone", "business phone"} <= meant
    layout = known_layout(list(table_of_language))
    assert layout is not None
    assert layout.dialect == "outlook csv"


def test_prose_is_no_table() -> None:
    with pytest.raises((NotAnAddressBook, ColumnsUnknown)) as caught:
        read("Dear all,\nplease come on Sunday, or Monday.\nJane\n")
    assert not (isinstance(caught.value, ColumnsUnknown) and caught.value.guess.usable)


def test_a_table_is_known_by_its_header_wherever_that_is(tmp_path: Path) -> None:
    assert names("My contacts\n\n" + HEADER + "\nJane,Roe,,,,\n") == ["Jane Roe"]


def test_a_cell_that_speaks_of_cards_does_not_make_cards_of_a_table() -> None:
    assert names(HEADER + "\nJane,Roe,,,,BEGIN:VCARD\n") == ["Jane Roe"]
    assert names(HEADER + '\nJane,Roe,,,,"see\nBEGIN:VCARD\n"\n') == ["Jane Roe"]


def test_a_mapping_for_one_file_does_not_spoil_the_others() -> None:
    mapping = mapping_from_toml('[columns]\n"Cell #" = "phone mobile"\n"Volunteer contact" = "full_name"\n')
    assert [contact.name.full for contact in read("BEGIN:VCARD\nFN:Jo Doe\nEND:VCARD\n", mapping)] == ["Jo Doe"]
    assert [contact.name.full for contact in read(f"{HEADER}\nJane,Roe,,,,\n", mapping)] == ["Jane Roe"]
    (jane,) = read(UNKNOWN.replace("red", '"\nBEGIN:VCARD"'), mapping)
    assert jane.name.full == "Jane Roe"


def test_one_column_of_names_or_numbers() -> None:
    for text in ("Name\nJane Roe\nJo Doe\n", "Phone\n919-555-0142\n212-555-0187\n"):
        with pytest.raises(ColumnsUnknown) as caught:
            read(text)
        assert len(read(text, caught.value.guess)) == 2
