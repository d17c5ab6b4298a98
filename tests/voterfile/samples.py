"""Invented voters, small and quick to make."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from random import Random

import numpy as np

from f2f_desktop.events.signing import SigningKey
from f2f_desktop.voterfile.voters import TextColumn, Voters
from f2f_desktop.voterfile.writing import ExtractDetails

KEY = SigningKey.from_bytes(bytes(range(32)))
CREATED = datetime(2026, 9, 1, 12, tzinfo=UTC)
DETAILS = ExtractDetails(layout="north-carolina", created=CREATED, expires=date(2026, 11, 30))

FIRST_NAMES = ("ROBERT", "MARÍA JOSÉ", "PEGGY", "TYLER", "O'NEAL", "ANNE-MARIE", "")
LAST_NAMES = ("SMITH", "GARCÍA LÓPEZ", "MC DONALD", "VAN DYKE", "ZHŌU")
STREETS = ("12 ELM ST", "14 ELM ST", "14 ELM ST #B", "RR 2 BOX 9", "0 OLD MILL RD", "907 1ST AVE", "")


def column(texts: Sequence[str]) -> TextColumn:
    """The text column of `texts`."""
    return TextColumn.encode(list(texts))


def some_voters(count: int, seed: int = 1) -> Voters:
    """`count` voters with every column, the same ones for the same seed."""
    random = Random(seed)
    rows = range(count)
    return Voters(
        ids=np.array([f"BN{100_000 + 7 * row}".encode() for row in rows], dtype="S8"),
        texts={
            "first_name": column([random.choice(FIRST_NAMES) for _ in rows]),
            "middle_name": column([random.choice("ABCDEFG ").strip() for _ in rows]),
            "last_name": column([random.choice(LAST_NAMES) for _ in rows]),
            "suffix": column([random.choice(("JR", "", "", "III")) for _ in rows]),
            "sex": column([random.choice(("M", "F", "X", "")) for _ in rows]),
            "street_address": column([random.choice(STREETS) for _ in rows]),
            "city": column([random.choice(("ELMTOWN", "ASHVALE")) for _ in rows]),
            "zip": column([random.choice(("27001", "27002")) for _ in rows]),
            "county": column(["ELM"] * count),
            "party": column([random.choice(("DEM", "REP", "UNA")) for _ in rows]),
        },
        numbers={
            "birth_year": np.array([random.choice((0, 1931, 1984, 2007)) for _ in rows], np.int16),
            "phone": np.array([random.choice((0, 919_555_0100 + row % 100)) for row in rows], np.int64),
            "frequency": np.array([random.randrange(5) for _ in rows], np.uint8),
            "votes_cast": np.array([random.randrange(3) for _ in rows], np.uint8),
            "votes_possible": np.array([random.randrange(2, 5) for _ in rows], np.uint8),
        },
        districts={
            "congressional": column([random.choice(("4", "13")) for _ in rows]),
            "precinct": column([random.choice(("01-02", "01-03", "")) for _ in rows]),
        },
    )


def contents(voters: Voters) -> dict[str, dict[str, object]]:
    """Everything that `voters` says, by id: equal for equal voters in whatever order."""
    return {
        voters.id_at(row): {name: text[row] for name, text in voters.texts.items()}
        | {name: int(number[row]) for name, number in voters.numbers.items()}
        | {f"district {kind}": code[row] for kind, code in voters.districts.items()}
        for row in range(len(voters))
    }
