"""Extracts of earlier versions stay readable, and the format's page says what the format is."""

from pathlib import Path

from f2f_desktop.shipped import resource
from f2f_desktop.voterfile.columns import NUMBER_COLUMNS
from f2f_desktop.voterfile.manifest import VERSION, Column, Manifest, Part, parts_of
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.voters import DISTRICT_KINDS, TEXT_COLUMNS
from tests.voterfile.samples import DETAILS, KEY, contents, some_voters

FIRST = Path(__file__).with_name("version-1.f2fx")
"""Written by the first version of the program, which knew no pieces and no national names."""


def test_a_file_of_the_first_version_opens() -> None:
    extract = open_extract(FIRST, trusted={KEY.public}, today=DETAILS.expires)
    assert contents(extract.voters) == contents(some_voters(60))
    assert extract.manifest.piece_bytes == 0
    assert not any(part.pieces for part in parts_of(extract.manifest.columns))
    assert extract.voters.national is None


def test_the_formats_page_names_every_key_column_and_kind() -> None:
    page = resource("help", "extract-format.md").read_text()
    keys = [*Manifest.__struct_fields__, *Column.__struct_fields__, *Part.__struct_fields__]
    names = [*keys, *TEXT_COLUMNS, *NUMBER_COLUMNS, *DISTRICT_KINDS]
    assert [name for name in names if f"`{name}`" not in page] == []
    assert f"`version` is {VERSION}" in page
