"""Reading takes time in the length of the input, not its square, whatever a value, a header or a head is made of."""

import re
import time
from collections.abc import Callable

import pytest

from f2f_desktop.contacts import cards, columns, text
from f2f_desktop.contacts.columns import ColumnsUnknown, looks
from f2f_desktop.contacts.read import read_address_book

SIZES = (8_000, 32_000)


def grows_by_square(work: Callable[[int], object]) -> bool:
    """Whether four times the input takes far more than four times the processor's time (sixteen, if by the square)."""
    small, large = (taken(work, size) for size in SIZES)
    return large > 8 * small + 0.1 and taken(work, SIZES[1]) > 8 * small + 0.1


def taken(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start


def unknown_table(cell: str) -> None:
    """Reads a table of headers that nobody knows with this cell in it, and this for a header."""
    for data in (f"foo,bar\n{cell},1\n", f"{cell},bar\nx,1\n"):
        with pytest.raises(ColumnsUnknown):
            read_address_book("a.csv", data.encode())


def card(line: str) -> None:
    """Reads a card with this line in it."""
    read_address_book("a.vcf", f"BEGIN:VCARD\nVERSION:3.0\nFN:Jane Roe\n{line}\nEND:VCARD\n".encode())


MARKS = "\u0301\u0323"
"""An accent above and one below: putting many in order is what costs."""


@pytest.mark.parametrize("piece", ["a", "@", ".", " ", "0", "a@", "a.", "(", "x ", "é", MARKS])
def test_a_long_cell_of_an_unknown_table(piece: str) -> None:
    assert not grows_by_square(lambda size: unknown_table("b" + piece * (size // len(piece))))


@pytest.mark.parametrize("name", ["FN", "N", "TEL", "EMAIL", "ADR", "ORG", "URL", "IMPP", "CATEGORIES"])
@pytest.mark.parametrize("piece", ["a", "@", " ", "a@", ";", "\\,", MARKS])
def test_a_long_value_of_a_card(name: str, piece: str) -> None:
    assert not grows_by_square(lambda size: card(f"{name}:b{piece * (size // len(piece))}"))


@pytest.mark.parametrize("head", ['TEL;{}"b', 'TEL;"{}', "TEL;TYPE={}", "TEL;X-CUSTOM({}"])
@pytest.mark.parametrize("piece", ["a", ";", '"', '",', "="])
def test_a_long_head_of_a_property(head: str, piece: str) -> None:
    assert not grows_by_square(lambda size: card(head.format(piece * (size // len(piece))) + ":9195550142"))


def test_this_test_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "LOOKED_AT", 1 << 20)
    monkeypatch.setattr(columns, "LOOKS_LIKE_EMAIL", re.compile(r"[^\s@]+@[^\s@]+\.[a-zA-Z]{2,}"))
    assert grows_by_square(lambda size: unknown_table("a" * (size // 3)))
    monkeypatch.setattr(cards, "SEMICOLONS", re.compile(r'((?:[^;"]|"[^"]*")*+)(?:;|$)'))
    assert grows_by_square(lambda size: card("TEL;" + "a" * (size // 5) + '"b:9195550142'))
    monkeypatch.setattr(text, "with_few_marks", str)
    assert grows_by_square(lambda size: text.clean("b" + MARKS * (size // 2)))


def test_what_looks_like_an_address_is_still_told() -> None:
    assert looks("Jane <jane@example.org>") is columns.ColumnField.EMAIL
    assert looks("a@b@example.org") is columns.ColumnField.EMAIL
    assert looks("@example.org") is None
    assert text.clean("e" + "\u0301" * 3 + " x" * 100).startswith("é")
