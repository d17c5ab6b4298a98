"""Our splitting of structured values against vobject's model, on everything that both can read."""

import vobject
from hypothesis import given
from hypothesis import strategies as st
from vobject.base import ContentLine

from f2f_desktop.contacts.card_lines import CardLines
from f2f_desktop.contacts.cards import CardReader
from f2f_desktop.contacts.structured import fields, plain

VALUES = st.text(alphabet=st.sampled_from("ab;,\\n: é"), max_size=30).filter(
    lambda value: (len(value) - len(value.rstrip("\\"))) % 2 == 0
)


def by_model(name: str, value: str) -> list[str]:
    """The fields of a value as vobject's component understands them."""
    card = vobject.vCard()
    line = card.add(ContentLine(name, [], value, encoded=True)).transformToNative()
    order = {
        "N": ("family", "given", "additional", "prefix", "suffix"),
        "ADR": ("box", "extended", "street", "city", "region", "code", "country"),
    }[name]
    parts = [getattr(line.value, part) for part in order]
    return [part if isinstance(part, str) else " ".join(part) for part in parts]


@given(VALUES, st.sampled_from(["N", "ADR"]))
def test_fields_are_those_of_the_model(value: str, name: str) -> None:
    count = 5 if name == "N" else 7
    ours = [" ".join(part.split()) for part in (*fields(value), *[""] * count)[:count]]
    theirs = [" ".join(part.split()) for part in by_model(name, value)]
    assert ours == theirs


def test_the_comparison_can_fail() -> None:
    assert "a;b".split(",") != by_model("N", "a;b")[:1]


@given(VALUES)
def test_text_is_that_of_the_model_up_to_a_bare_comma(value: str) -> None:
    line = vobject.vCard().add(ContentLine("TITLE", [], value, encoded=True))
    # vobject leaves `\\:` as it is; exporters mean a colon.
    assert plain(value).replace("\\", "").startswith(line.value.replace("\\", ""))


def test_a_backslash_at_the_end_escapes_nothing() -> None:
    assert fields("Roe;Jane\\") == ["Roe", "Jane"]


@given(st.lists(st.sampled_from(["Roe", "Jane", "a;b", "c,d", "e\\f", "né", "x:y"]), min_size=5, max_size=5))
def test_what_vobject_writes_we_read(parts: list[str]) -> None:
    card = vobject.vCard()
    card.add("n").value = vobject.vcard.Name(*parts)
    card.add("fn").value = "Jane"
    written = card.serialize().encode()
    (raw,) = CardReader(CardLines(iter([written.replace(b"\r\n", b"\n")])))
    (name,) = [one.text for one in raw.properties if one.head.name == "N"]
    assert [part.replace(",", " ") for part in fields(name)] == [part.replace(",", " ") for part in parts]
