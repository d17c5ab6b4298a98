"""A merge field becomes its value, its fallback or nothing; braces are never sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.campaign.merge_fields import fields_of, fill


@pytest.mark.parametrize(
    ("script", "text", "missing"),
    [
        ("Hi {{first_name}}!", "Hi Ada!", ()),
        ("Hi {{ First_Name }}!", "Hi Ada!", ()),
        ("Hi {{nick|friend}}!", "Hi friend!", ()),
        ("Hi {{nick}}, bye", "Hi, bye", ("nick",)),
        ("{{nick}} hello", "hello", ("nick",)),
        ("a {{nick}} b {{nick}} c", "a b c", ("nick",)),
        ("{{}} {{1}} {x}", " 1 {x}", ()),
    ],
)
def test_filling_in(script: str, text: str, missing: tuple[str, ...]) -> None:
    filled = fill(script, {"first_name": "Ada"})
    assert (filled.text, filled.missing) == (text, missing)


def test_the_fields_of_a_script_are_named_once_in_order() -> None:
    assert fields_of("{{b}} {{A}} {{b|x}}") == ("b", "a")


pieces = st.sampled_from(["{", "}", "{{", "}}", "{{a}}", "{{b|", "|", "a", " ", "{{ a | x }}", "\n"])
scripts = st.lists(pieces, max_size=12).map("".join)


@given(script=scripts, value=scripts, other=scripts)
def test_no_text_ever_holds_double_braces(script: str, value: str, other: str) -> None:
    text = fill(script, {"a": value, "b": other}).text
    assert "{{" not in text
    assert "}}" not in text
