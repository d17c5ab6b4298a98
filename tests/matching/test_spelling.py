"""The index of misspellings finds what comparing with every word finds."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from f2f_desktop.matching.spelling import MAX_LETTERS, MIN_LETTERS, OneEditIndex

WORDS = st.text("ABC", min_size=MIN_LETTERS, max_size=8)


def by_comparing_all(words: list[str], query: str) -> list[int]:
    """What the index must find."""
    return [place for place, word in enumerate(words) if OSA.distance(query, word) == 1]


@settings(deadline=None)
@given(st.lists(WORDS, max_size=60), st.lists(WORDS, max_size=5))
def test_the_index_finds_every_neighbour_and_nothing_else(words: list[str], queries: list[str]) -> None:
    found = OneEditIndex.build(words).neighbours(queries)
    assert found == [by_comparing_all(words, query) for query in queries]


def test_each_kind_of_slip_is_found() -> None:
    index = OneEditIndex.build(["HENDERSON", "SMITH"])
    slips = ["HENDRSON", "HENDERSSON", "HENDERSIN", "HEDNERSON", "ENDERSON", "HENDERSO"]
    assert index.neighbours(slips) == [[0]] * len(slips)


def test_two_slips_are_too_many() -> None:
    assert OneEditIndex.build(["HENDERSON"]).neighbours(["HNDERSIN"]) == [[]]


def test_words_too_short_or_too_long_are_left_out() -> None:
    index = OneEditIndex.build(["LI", "A" * (MAX_LETTERS + 1)])
    assert index.neighbours(["LEE", "A" * MAX_LETTERS, ""]) == [[], [], []]
