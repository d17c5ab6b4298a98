"""A merge field becomes its value, its fallback or nothing; braces are never sent."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.campaign import merge_fields
from f2f_desktop.campaign.merge_fields import FilledText, fields_of, fill


@pytest.mark.parametrize(
    ("script", "text", "missing"),
    [
        ("Hi {{first_name}}!", "Hi Ada!", ()),
        ("Hi {{ First_Name }}!", "Hi Ada!", ()),
        ("Hi {{First Name}}!", "Hi Ada!", ()),
        ("Hi {{nick|friend}}!", "Hi friend!", ()),
        ("Hi {{first_name|friend}}!", "Hi Ada!", ()),
        ("Hi {{nick|}}!", "Hi!", ("nick",)),
        ("Hi {{nick}}, bye", "Hi, bye", ("nick",)),
        ("{{nick}} hello", "hello", ("nick",)),
        ("a {{nick}} b {{nick}} c", "a b c", ("nick",)),
        ("a {{one}} {{two}} c", "a c", ("one", "two")),
        ("line\n{{nick}} next", "line\nnext", ("nick",)),
        ("Vota en {{año de voto}}", "Vota en", ("año_de_voto",)),
        ("Hi {{1}}", "Hi", ("1",)),
        ("{{}} {x}", "{x}", ()),
        ("{{first_name", "first_name", ()),
        ("", "", ()),
    ],
)
def test_filling_in(script: str, text: str, missing: tuple[str, ...]) -> None:
    assert fill(script, {"first_name": "Ada"}) == FilledText(text, missing)


def test_a_column_of_a_list_is_found_however_its_heading_is_written() -> None:
    filled = fill("At {{polling_place}} / {{POLLING PLACE}}", {"Polling  Place": "Elm Hall"})
    assert filled == FilledText("At Elm Hall / Elm Hall", ())


def test_a_blank_value_counts_as_missing() -> None:
    assert fill("Hi {{first_name}}!", {"first_name": "  "}) == FilledText("Hi!", ("first_name",))


@pytest.mark.parametrize("value", ["{{last_name}}", "{{last_name|Roe}}", "{{{{last_name}}}}", "{{a{{b}}c}}"])
def test_what_a_value_holds_is_never_read_as_a_field(value: str) -> None:
    filled = fill("Hi {{first_name}}!", {"first_name": value, "last_name": "Secret"})
    assert "Secret" not in filled.text
    assert "{{" not in filled.text
    assert filled.missing == ()


def test_the_sign_of_a_gap_inside_a_text_is_no_gap() -> None:
    assert fill("a \0 b {{x}}", {"x": "1\0 2"}).text == "a  b 1 2"


def test_the_fields_of_a_script_are_named_once_in_order() -> None:
    assert fields_of("{{b}} {{A}} {{b|x}} {{}}") == ("b", "a")


pieces = st.sampled_from(
    ["{", "}", "{{", "}}", "{{a}}", "{{b|", "|", "a", " ", "{{ a | x }}", "\n", "\0", "{{c}}"]
)
scripts = st.lists(pieces, max_size=12).map("".join)


@given(script=scripts, value=scripts, other=scripts)
def test_no_text_ever_holds_double_braces(script: str, value: str, other: str) -> None:
    text = fill(script, {"a": value, "b": other}).text
    assert "{{" not in text
    assert "}}" not in text
    assert "\0" not in text


@given(script=scripts, value=scripts)
def test_a_field_without_a_value_is_always_named_as_missing(script: str, value: str) -> None:
    assert ("c" in fill(script, {"a": value}).missing) is ("{{c}}" in script)


def test_the_property_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge_fields, "BRACES", re.compile("never"))
    assert "{{" in fill("{{ {{a}}", {"a": "x"}).text
