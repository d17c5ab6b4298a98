"""Look-ups by sorted keys find what comparing with every key finds."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from f2f_desktop.matching.sorted_keys import SortedKeys

KEYS = st.lists(st.integers(0, 2**62), max_size=40)


def by_comparing_all(keys: list[int], wanted: list[int], limit: int) -> list[tuple[int, int]]:
    """(place in `wanted`, row) that a look-up must find."""
    return [
        (place, row)
        for place, key in enumerate(wanted)
        for row, other in enumerate(keys)
        if other == key and keys.count(key) <= limit
    ]


@settings(deadline=None)
@given(KEYS, KEYS, st.integers(1, 3))
def test_a_sieve_loses_nothing(keys: list[int], others: list[int], limit: int) -> None:
    table = SortedKeys.build(np.array(keys, np.int64), np.arange(len(keys)))
    wanted = np.array(others + keys[::2], np.int64)
    places, rows = table.find_few(wanted, table.sieve(), limit)
    found = sorted(zip(places.tolist(), rows.tolist(), strict=True))
    assert found == by_comparing_all(keys, wanted.tolist(), limit)


def test_a_sieve_lets_few_keys_through_that_are_not_there() -> None:
    random = np.random.default_rng(1)
    table = SortedKeys.build(random.integers(0, 2**62, 10_000), np.arange(10_000))
    sieve = table.sieve()
    asked = random.integers(0, 2**62, 10_000)
    looked_up: list[int] = []

    class Counting(SortedKeys):
        def find(self, wanted, limit=None):  # type: ignore[no-untyped-def]
            looked_up.append(len(wanted))
            return super().find(wanted, limit)

    Counting(table.keys, table.rows).find_few(asked, sieve, 5)
    assert looked_up[0] < 1_500
