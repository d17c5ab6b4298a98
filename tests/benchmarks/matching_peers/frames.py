"""Contacts and voters as tables for the peers, with all that this matcher knows: one row each, alike on both sides.

Names are read from the contacts by this project's own parser and folded alike; nicknames come from its own table;
the numbers of a voter's housemates stand beside the voter's.
"""

from collections.abc import Sequence

import duckdb
import numpy as np
import pandas as pd

from f2f_desktop.contacts.model import Contact
from f2f_desktop.contacts.nicknames import nickname_table
from f2f_desktop.matching.clues import read_clues, voter_generation
from f2f_desktop.matching.folding import fold, given_name_key, street_key, surname_key
from f2f_desktop.voterfile.voters import TextColumn, Voters

LARGEST_HOUSEHOLD = 8
SCALARS = "unique_id given surname middle suffix sex birth_year".split()
LISTS = "givens formals surnames phones home_phones streets zips email_years email_digits".split()


def connect() -> duckdb.DuckDBPyConnection:
    """A database in memory that keeps quiet."""
    con = duckdb.connect()
    con.execute("set enable_progress_bar = false")
    return con


def contact_table(contacts: Sequence[Contact]) -> pd.DataFrame:
    """One row per contact; `unique_id` is its number. Lists hold what the other readings of the name have."""
    nicknames = nickname_table()
    rows = []
    for number, clues in enumerate(read_clues(contacts)):
        readings = clues.name.hypotheses
        firsts = list(dict.fromkeys(word for each in readings for word in (each.first, each.first_whole) if word))
        lasts = [word for each in readings for word in (each.last.whole, *each.last.parts) if word]
        best = next(
            (each for each in readings if each.first and each.last.whole), readings[0] if readings else None
        )
        formals = [formal for first in firsts for formal in (first, *nicknames.formal_of(first))]
        rows.append((
            number,
            best.first if best else "",
            best.last.whole if best else "",
            next((each.middle for each in readings if each.middle), ""),
            clues.name.generation,
            clues.name.sex,
            clues.birth_year,
            firsts,
            list(dict.fromkeys(formals)),
            list(dict.fromkeys(lasts)),
            [str(phone) for phone in clues.phones],
            [],
            [home.street.house for home in clues.homes if home.street.house],
            [home.zip for home in clues.homes if home.zip],
            [str(year) for year in clues.years_in_email],
            [str(year) for year in clues.short_years_in_email],
        ))  # fmt: skip
    return pd.DataFrame(rows, columns=SCALARS + LISTS)


def make_contact_table(
    con: duckdb.DuckDBPyConnection, contacts: Sequence[Contact], name: str = "contacts"
) -> None:
    """The same as a table of DuckDB; empty texts and zeros are NULL."""
    con.register("contacts_frame", contact_table(contacts))
    lists = ", ".join(f"{each}::varchar[] {each}" for each in LISTS)
    con.execute(f"create or replace table {name} as select {_NULLS}, {lists} from contacts_frame")
    con.unregister("contacts_frame")


_NULLS = (
    "unique_id::bigint unique_id, nullif(given, '') given, nullif(surname, '') surname, nullif(middle, '') middle, "
    "nullif(suffix, '') suffix, nullif(sex, '') sex, nullif(birth_year, 0)::integer birth_year"
)


def make_voter_table(con: duckdb.DuckDBPyConnection, voters: Voters, name: str = "voters") -> None:
    """The voters as a table of DuckDB; `unique_id` is the row."""
    nicknames = nickname_table()
    first, middle, last = (voters.text(column) for column in ("first_name", "middle_name", "last_name"))
    firsts = [given_name_key(fold(value)) for value in first.values]
    lasts = [surname_key(fold(value)) for value in last.values]
    con.register("by_first", pd.DataFrame({
        "code": np.arange(len(firsts)),
        "given": [key.parts[0] if key.parts else key.whole for key in firsts],
        "givens": [list(dict.fromkeys(filter(None, (key.whole, *key.parts)))) for key in firsts],
        "formals": [[n for word in (key.whole, *key.parts) if word for n in (word, *nicknames.formal_of(word))]
                    for key in firsts],
    }))  # fmt: skip
    con.register("by_last", pd.DataFrame({
        "code": np.arange(len(lasts)),
        "surname": [key.whole for key in lasts],
        "surnames": [list(dict.fromkeys(filter(None, (key.whole, *key.parts)))) for key in lasts],
    }))  # fmt: skip
    address = voters.text("street_address")
    streets = np.array([street_key(value).house for value in address.values], object)
    zips = _values(voters.text("zip"))
    phones = voters.number("phone").astype(np.int64)
    con.register("rows", pd.DataFrame({
        "unique_id": np.arange(len(voters)),
        "first_code": first.codes.astype(np.int64),
        "last_code": last.codes.astype(np.int64),
        "middle": np.array([fold(value).replace(" ", "") for value in middle.values], object)[middle.codes],
        "suffix": np.array([voter_generation(v) for v in voters.text("suffix").values], object)[
            voters.text("suffix").codes],
        "sex": _values(voters.text("sex")),
        "birth_year": voters.number("birth_year").astype(np.int64),
        "address": address.codes.astype(np.int64),
        "street": streets[address.codes],
        "zip": zips,
        "phone": phones,
    }))  # fmt: skip
    con.execute(f"""
        create or replace table {name} as
        with homes as (
            select address, zip, list(distinct phone::varchar) numbers from rows
            group by all having count(*) between 2 and {LARGEST_HOUSEHOLD} and max(phone) > 0)
        select {_NULLS.replace("unique_id::", "rows.unique_id::")}, givens, formals, surnames,
            case when phone > 0 then [phone::varchar] else [] end::varchar[] phones,
            coalesce(list_filter(numbers, lambda n: n <> '0' and n <> phone::varchar), [])::varchar[] home_phones,
            case when street <> '' then [street] else [] end::varchar[] streets,
            case when zip <> '' then [zip] else [] end::varchar[] zips,
            []::varchar[] email_years, []::varchar[] email_digits
        from rows join by_first on first_code = by_first.code join by_last on last_code = by_last.code
        left join homes using (address, zip) order by rows.unique_id""")
    for each in ("by_first", "by_last", "rows"):
        con.unregister(each)


def _values(column: TextColumn) -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
    return np.array(column.values, object)[column.codes]
