"""The help names every layout and every word that a mapping file may hold."""

import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from f2f_desktop.voterfile import layout as schema
from f2f_desktop.voterfile.layout import PERSON_COLUMNS, Layout
from f2f_desktop.voterfile.layout_files import built_in_layouts

HELP = Path(__file__).parents[2] / "resources" / "help"
MAPPING = (HELP / "voter-file-mapping.md").read_text(encoding="utf-8")
LAYOUTS = (HELP / "voter-file-layouts.md").read_text(encoding="utf-8")
STRUCTS = [
    each
    for each in vars(schema).values()
    if isinstance(each, type) and issubclass(each, msgspec.Struct) and each.__module__ == schema.__name__
]
NOT_TAUGHT = {"short"}
"""A name on the command line, for layouts of the program alone."""


@pytest.mark.parametrize("name", sorted(built_in_layouts()))
def test_the_three_tables_of_the_help_have_every_layout(name: str) -> None:
    assert len(re.findall(rf"^\| `{name}`", LAYOUTS, re.MULTILINE)) == 3


@pytest.mark.parametrize("name", sorted(built_in_layouts()))
def test_the_help_names_every_kind_of_district_of_a_layout(name: str) -> None:
    (row,) = re.findall(rf"^\| `{name}` \| ([^|]*) \|$", LAYOUTS, re.MULTILINE)
    told = {
        *re.findall("[a-z_0-9]+", row),
        "county",
        "city",
        "congressional",
        "state_senate",
        "state_house",
        "precinct",
    }
    # The kinds of headers that are out of use are not worth a word.
    assert set(built_in_layouts()[name].kinds) - told <= {"district_2"}


def test_the_help_names_every_word_of_the_schema() -> None:
    words = {field for struct in STRUCTS for field in struct.__struct_fields__} | set(PERSON_COLUMNS)
    assert len(words) > 40
    assert {word for word in words - NOT_TAUGHT if not re.search(rf"\b{word}\b", MAPPING)} == set()


def test_every_example_of_the_help_is_part_of_a_layout() -> None:
    whole, *parts = re.findall(r"```toml\n(.*?)```", MAPPING, re.DOTALL)
    assert len(parts) >= 4
    for part in parts:
        merged = tomllib.loads(whole) | tomllib.loads(part)
        assert msgspec.convert(merged, Layout).name == "springfield"
