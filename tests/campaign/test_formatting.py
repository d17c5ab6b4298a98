"""A description's formatting: a small part of Markdown, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from f2f_desktop.campaign.formatting import (
    Line,
    LineKind,
    Span,
    is_address,
    plain_text,
    read_formatted,
    write_formatted,
)


def spans(text: str) -> tuple[Span, ...]:
    (line,) = read_formatted(text)
    return line.spans


def test_bold_italic_and_links_are_read() -> None:
    assert spans("Ask **three** *good* friends: [the plan](https://example.org/p).") == (
        Span("Ask "),
        Span("three", bold=True),
        Span(" "),
        Span("good", italic=True),
        Span(" friends: "),
        Span("the plan", link="https://example.org/p"),
        Span("."),
    )
    assert spans("***both***") == (Span("both", bold=True, italic=True),)


def test_lines_that_begin_with_a_dash_or_a_number_are_lists() -> None:
    kinds = [line.kind for line in read_formatted("First:\n- one\n- two\n1. a\n2. b\n-no\n1.no\n\nEnd")]
    paragraph, bullet, number = LineKind.PARAGRAPH, LineKind.BULLET, LineKind.NUMBER
    assert kinds == [paragraph, bullet, bullet, number, number, paragraph, paragraph, paragraph, paragraph]


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "a * b",
        "**not closed",
        "<b>no</b> <script>alert(1)</script> <img src=x>",
        "[x](javascript:alert(1))",
        "[x](file:///etc/passwd)",
        "[x](https://bank.example@evil.example/)",
        "[x]( https://example.org)",
        "C:\\folder",
        "&lt;b&gt;",
    ],
)
def test_whatever_else_looks_like_markup_is_text(text: str) -> None:
    assert "".join(span.text for span in spans(text)) == text
    assert all(not span.link and not span.bold and not span.italic for span in spans(text))


def test_a_backslash_takes_the_meaning_away() -> None:
    assert spans(r"\*not\* \[x\](https://example.org)") == (Span("*not* [x](https://example.org)"),)
    assert read_formatted(r"\- no list")[0] == Line(LineKind.PARAGRAPH, (Span("- no list"),))


def test_only_plain_web_addresses_are_links() -> None:
    assert is_address("http://example.org")
    assert is_address("https://example.org/a?b=c@d")
    for bad in (
        "ftp://example.org",
        "https://",
        "https://a b",
        "https://exämple.org",
        "https://a\\@b",
        "https://a@b",
    ):
        assert not is_address(bad)


def test_lists_and_searches_see_the_words_alone() -> None:
    assert plain_text("- **Ask** [us](https://example.org)\n*now*") == "Ask us\nnow"


WORDS = st.text(st.sampled_from("ab *[]()\\-.1<&é"), min_size=1, max_size=6)
SPANS = st.builds(Span, WORDS, st.booleans(), st.booleans(), st.sampled_from(["", "", "https://example.org/x"]))
LINES = st.builds(Line, st.sampled_from(LineKind), st.lists(SPANS, max_size=5).map(tuple))


@given(st.lists(LINES, min_size=1, max_size=4))
def test_what_is_written_reads_as_it_was(lines: list[Line]) -> None:
    text = write_formatted(lines)
    again = read_formatted(text)
    assert write_formatted(again) == text
    assert [line.kind for line in again] == [line.kind for line in lines]
    looks = [
        [
            (each, span.bold, span.italic, span.link)
            for span in line.spans
            for each in span.text
            if not each.isspace()
        ]
        for line in lines
    ]
    assert looks == [
        [
            (each, span.bold, span.italic, span.link)
            for span in line.spans
            for each in span.text
            if not each.isspace()
        ]
        for line in again
    ]


@given(st.text(st.sampled_from("a *[](:/)\\-.1\nhtps"), max_size=60))
def test_any_text_is_read_and_comes_to_rest(text: str) -> None:
    once = write_formatted(read_formatted(text))
    assert plain_text(once) == plain_text(text)
    assert write_formatted(read_formatted(once)) == once
