"""Splink (DuckDB backend), tuned as its documentation tells: one model for address books against voter files.

Blocking by phone, whole and partial names, both orders, nicknames, streets, rare surnames and birth years; comparisons
with nicknames as arrays, term frequencies on names, housemates' numbers, places and years. m is estimated from labels
or by EM, u by random sampling.
"""

import logging
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink import comparison_level_library as levels
from splink.comparison_library import CustomComparison

RARE = 6
"""A surname with at most so many bearers is enough to look at them all."""
RANDOM_PAIRS = 2e6
SEED = 1
UNSEEN_M = 1e-3
UNSEEN_U = 1e-6

warnings.filterwarnings("ignore")
logging.getLogger("splink").setLevel(logging.ERROR)


def _both(one: str, other: str) -> str:
    """A condition that has to hold one way or the other."""
    return f"(({one}) or ({other}))"


def _same(column: str, weight: float = 1.0) -> Any:
    level = levels.CustomLevel(f'"{column}_l" = "{column}_r"', f"{column} equal")
    return level.configure(tf_adjustment_column=column, tf_adjustment_weight=weight)


def _level(sql: str, label: str, frequency_of: str = "", weight: float = 1.0) -> Any:
    level = levels.CustomLevel(sql, label)
    if frequency_of:
        return level.configure(
            tf_adjustment_column=frequency_of, tf_adjustment_weight=weight, disable_tf_exact_match_detection=True
        )
    return level


def _missing(sql: str) -> Any:
    return levels.CustomLevel(sql, "missing").configure(is_null_level=True)


def _meet(column: str) -> str:
    return f'len(list_intersect("{column}_l", "{column}_r")) > 0'


def _cross_meet(one: str, other: str) -> str:
    return _both(
        f'len(list_intersect("{one}_l", "{other}_r")) > 0', f'len(list_intersect("{other}_l", "{one}_r")) > 0'
    )


def _none(column: str) -> str:
    return f'len("{column}_l") = 0 or len("{column}_r") = 0'


def _comparisons() -> list[Any]:
    first_initial = (
        'substr("given_l", 1, 1) = substr("given_r", 1, 1) and (len("given_l") = 1 or len("given_r") = 1)'
    )
    last_initial = (
        'substr("surname_l", 1, 1) = substr("surname_r", 1, 1) and (len("surname_l") = 1 or len("surname_r") = 1)'
    )
    reversed_names = '"given_l" = "surname_r" and "surname_l" = "given_r"'
    begins = _both('starts_with("given_l", "given_r")', 'starts_with("given_r", "given_l")')
    year_in_email = _both(
        'list_contains("email_years_l", "birth_year_r"::varchar)',
        'list_contains("email_years_r", "birth_year_l"::varchar)',
    )
    digits_in_email = _both(
        'list_contains("email_digits_l", ("birth_year_r" % 100)::varchar)',
        'list_contains("email_digits_r", ("birth_year_l" % 100)::varchar)',
    )
    no_years = (
        '("birth_year_l" is null and len("email_years_l") = 0 and len("email_digits_l") = 0) or '
        '("birth_year_r" is null and len("email_years_r") = 0 and len("email_digits_r") = 0)'
    )
    return [
        CustomComparison(output_column_name="given", comparison_levels=[
            _missing('"given_l" is null or "given_r" is null'),
            _same("given"),
            _level(reversed_names, "names the other way round"),
            _level(first_initial, "initial"),
            _level(_meet("givens"), "another reading", "given", 0.8),
            _level(_meet("formals"), "nickname", "given", 0.5),
            _level(_both('"given_l" = "middle_r"', '"given_r" = "middle_l"'), "middle name", "given", 0.5),
            _level(begins, "beginning"),
            levels.JaroWinklerLevel("given", 0.92),
            levels.ElseLevel(),
        ]),
        CustomComparison(output_column_name="surname", comparison_levels=[
            _missing('"surname_l" is null or "surname_r" is null'),
            _same("surname"),
            _level(reversed_names, "names the other way round"),
            _level(_meet("surnames"), "part or another reading", "surname", 0.8),
            _level(last_initial, "initial"),
            _level(_both('"surname_l" = "middle_r"', '"surname_r" = "middle_l"'), "maiden name", "surname", 0.5),
            levels.JaroWinklerLevel("surname", 0.92),
            levels.ElseLevel(),
        ]),
        CustomComparison(output_column_name="phone", comparison_levels=[
            _missing(f'({_none("phones")}) and not ({_cross_meet("phones", "home_phones")})'),
            _level(_meet("phones"), "same"),
            _level(_cross_meet("phones", "home_phones"), "a housemate's"),
            levels.ElseLevel(),
        ]),
        CustomComparison(output_column_name="middle", comparison_levels=[
            _missing('"middle_l" is null or "middle_r" is null'),
            _level('"middle_l" = "middle_r" and len("middle_l") > 1', "equal"),
            _level('substr("middle_l", 1, 1) = substr("middle_r", 1, 1)', "initial"),
            levels.ElseLevel(),
        ]),
        CustomComparison(output_column_name="place", comparison_levels=[
            _missing(_none("zips")),
            _level(_meet("streets"), "street address"),
            _level(_meet("zips"), "ZIP code"),
            levels.ElseLevel(),
        ]),
        CustomComparison(output_column_name="birth_year", comparison_levels=[
            _missing(no_years),
            _level('"birth_year_l" = "birth_year_r"', "equal"),
            _level(year_in_email, "year in the e-mail address"),
            _level(digits_in_email, "digits in the e-mail address"),
            _level('"birth_year_l" is null or "birth_year_r" is null', "another number in the e-mail address"),
            _level('abs("birth_year_l" - "birth_year_r") <= 1', "one off"),
            levels.ElseLevel(),
        ]),
        CustomComparison(output_column_name="suffix", comparison_levels=[
            _missing('"suffix_l" is null and "suffix_r" is null'),
            _level('"suffix_l" = "suffix_r"', "equal"),
            _level('"suffix_l" is null or "suffix_r" is null', "one says none"),
            levels.ElseLevel(),
        ]),
        CustomComparison(output_column_name="sex", comparison_levels=[
            _missing('"sex_l" is null or "sex_r" is null'), _level('"sex_l" = "sex_r"', "equal"), levels.ElseLevel(),
        ]),
    ]  # fmt: skip


def _rules() -> list[Any]:
    return [
        block_on("house_phones", arrays_to_explode=["house_phones"]),
        block_on("surnames", "substr(given, 1, 1)", arrays_to_explode=["surnames"]),
        block_on("formals", "substr(surname, 1, 3)", arrays_to_explode=["formals"]),
        block_on("givens", "substr(surname, 1, 1)", "substr(surname, -2)", arrays_to_explode=["givens"]),
        "l.given = r.surname and l.surname = r.given",
        block_on("surnames", "formals", arrays_to_explode=["surnames", "formals"]),
        block_on("streets", arrays_to_explode=["streets"]),
        block_on("rare_surname"),
        block_on("given", "birth_year", "substr(surname, 1, 1)"),
        block_on("surname", "birth_year"),
        "l.surname = r.middle and l.given = r.given",
        "l.given = r.middle and l.surname = r.surname",
    ]


def settings() -> SettingsCreator:
    """The model before training."""
    return SettingsCreator(
        link_type="link_only",
        comparisons=_comparisons(),
        blocking_rules_to_generate_predictions=_rules(),
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=False,
        max_iterations=15,
    )


def add_keys(con: duckdb.DuckDBPyConnection) -> None:
    """Columns that blocking alone needs."""
    con.execute(f"""
        create or replace table rare as
        select "surname" from voters where "surname" is not null group by "surname" having count(*) <= {RARE}""")
    for table in ("contacts", "voters"):
        con.execute(f"""
            create or replace table {table} as
            select {table}.*, list_concat(phones, home_phones) house_phones, phones[1] phone_key,
                rare.surname rare_surname
            from {table} left join rare using ("surname")""")


def linker(
    con: duckdb.DuckDBPyConnection, model: SettingsCreator | dict[str, Any] | Path
) -> tuple[Linker, DuckDBAPI]:
    """A linker of the tables `contacts` and `voters`."""
    api = DuckDBAPI(con)
    tables = [api.register(name, dataset_display_name=f"the_{name}") for name in ("contacts", "voters")]
    return Linker(tables, model, log_level=None, validate_settings=False), api


def train(
    con: duckdb.DuckDBPyConnection, labels: Sequence[tuple[int, int]] | None, start: dict[str, Any] | None = None
) -> dict[str, Any]:
    """A trained model: m from `labels` (numbers of contact and voter), or by EM where there are none.

    EM begins with the parameters of `start`, if given.
    """
    link, api = linker(con, start or settings())
    if start is None:
        link.training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=SEED)
    if labels is not None:
        import pandas as pd

        frame = pd.DataFrame(labels, columns=["unique_id_l", "unique_id_r"])
        frame["source_dataset_l"], frame["source_dataset_r"] = "the_contacts", "the_voters"
        table = link.table_management.register_labels_table(api.register(frame, table_name="labels"))
        link.training.estimate_m_from_pairwise_labels(table)
    else:
        for rule in (
            block_on("phone_key"),
            block_on("given", "surname"),
            block_on("surname", "birth_year"),
        ):
            link.training.estimate_parameters_using_expectation_maximisation(
                rule, fix_probability_two_random_records_match=True, record_sample_proportion=1.0
            )
    return _complete(link.misc.save_model_to_json())


def _complete(model: dict[str, Any]) -> dict[str, Any]:
    """Gives levels that no labelled or sampled pair had a small probability, instead of none."""
    for comparison in model["comparisons"]:
        for level in comparison["comparison_levels"]:
            if not level.get("is_null_level"):
                level["m_probability"] = level.get("m_probability") or UNSEEN_M
                level["u_probability"] = level.get("u_probability") or UNSEEN_U
    return model


def predict(link: Linker, prior: float) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Contact, voter and natural-log Bayes factor (the model's prior taken off) of every blocked pair."""
    found = link.inference.predict(threshold_match_weight=-12.0)
    table = found.as_duckdbpyrelation().select("unique_id_l, unique_id_r, source_dataset_l, match_weight")
    columns = table.fetchnumpy()
    swapped = bool(len(columns["source_dataset_l"])) and str(columns["source_dataset_l"][0]) != "the_contacts"
    left, right = ("unique_id_r", "unique_id_l") if swapped else ("unique_id_l", "unique_id_r")
    weights = np.asarray(columns["match_weight"], np.float64) * np.log(2.0)
    return (
        np.asarray(columns[left], np.int64),
        np.asarray(columns[right], np.int64),
        weights - np.log(prior / (1 - prior)),
    )
