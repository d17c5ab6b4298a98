"""recordlinkage: blocks, Jaro-Winkler and equality as features, Fellegi-Sunter by its ECM classifier (no labels)."""

import warnings
from collections.abc import Sequence

import duckdb
import numpy as np
import pandas as pd
import recordlinkage
from numpy.typing import NDArray

from f2f_desktop.contacts.model import Contact
from f2f_desktop.voterfile.voters import Voters
from tests.benchmarks.matching_peers import frames
from tests.benchmarks.matching_peers.answers import Answer
from tests.benchmarks.matching_peers.shares import as_answers, compete

_COLUMNS = """
    unique_id, coalesce(given, '') given, coalesce(surname, '') surname, coalesce(left(middle, 1), '') middle,
    coalesce(birth_year, 0) birth_year, coalesce(phones[1], '') phone, coalesce(zips[1], '') zip,
    coalesce(streets[1], '') street, coalesce(formals[2], given, '') formal,
    coalesce(list_distinct(list_concat(surnames, []))[-1], '') other_surname,
    surname || ' ' || left(given, 1) surname_initial, given || ' ' || left(surname, 3) given_start,
    given || ' ' || surname straight, surname || ' ' || given swapped
"""


def voter_frame(voters: Voters) -> pd.DataFrame:
    """The voters as recordlinkage wants them: what stands for its index."""
    con = frames.connect()
    frames.make_voter_table(con, voters)
    return _frame(con, "voters")


def _frame(con: duckdb.DuckDBPyConnection, table: str) -> pd.DataFrame:
    return con.sql(f"select {_COLUMNS} from {table} order by unique_id").df().set_index("unique_id")


def match(contacts: Sequence[Contact], voters: Voters, known: pd.DataFrame) -> list[Answer]:
    """Answers with probabilities in competition."""
    warnings.filterwarnings("ignore")
    con = frames.connect()
    frames.make_contact_table(con, contacts)
    mine = _frame(con, "contacts")
    pairs = _pairs(mine, known)
    compare = recordlinkage.Compare()
    compare.string("given", "given", method="jarowinkler", threshold=0.92, label="given")
    compare.string("surname", "surname", method="jarowinkler", threshold=0.92, label="surname")
    compare.exact("given", "given", label="given exact")
    compare.exact("surname", "surname", label="surname exact")
    compare.exact("formal", "formal", label="formal name")
    for column in ("phone", "street", "zip", "birth_year", "middle"):
        compare.exact(column, column, label=column)
    features = compare.compute(pairs, mine, known)
    for column, nothing in (("phone", ""), ("street", ""), ("zip", ""), ("birth_year", 0), ("middle", "")):
        empty = (mine.loc[pairs.get_level_values(0), column] == nothing).to_numpy()
        features.loc[empty, column] = 0
    classifier = recordlinkage.ECMClassifier(init="jaro", max_iter=100)
    classifier.fit(features)
    likely = np.clip(classifier.prob(features).to_numpy(np.float64), 1e-12, 1 - 1e-12)
    prior = float(np.clip(classifier.p, 1e-6, 1 - 1e-6))
    scores = np.log(likely / (1 - likely)) - np.log(prior / (1 - prior))
    owners: NDArray[np.int64] = pairs.get_level_values(0).to_numpy(np.int64)
    rows: NDArray[np.int64] = pairs.get_level_values(1).to_numpy(np.int64)
    found, in_file = compete(owners, scores, len(contacts), len(voters))
    return as_answers([contact.uid for contact in contacts], voters.ids, owners, rows, found, in_file)


def _pairs(mine: pd.DataFrame, known: pd.DataFrame) -> pd.MultiIndex:
    """Candidates: surname and initial, given name and the surname's first letters, both orders, number, street."""
    pairs = None
    for left, right in (
        ("surname_initial", "surname_initial"),
        ("given_start", "given_start"),
        ("straight", "swapped"),
        ("phone", "phone"),
        ("street", "street"),
    ):
        some, others = mine[mine[left] != ""], known[known[right] != ""]
        indexer = recordlinkage.Index()
        indexer.block(left_on=left, right_on=right)
        found = indexer.index(some, others)
        pairs = found if pairs is None else pairs.union(found)
    return pairs
