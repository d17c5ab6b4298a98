"""Files that have lost their header, beside others or alone, damaged or not; and headers with unknown prefixes."""

from pathlib import Path
from random import Random

import pytest

from f2f_desktop.campaign.filters import District
from f2f_desktop.voterfile import forms
from f2f_desktop.voterfile.cutting import CutRequest, count_voters
from f2f_desktop.voterfile.errors import LayoutUnknown
from tests.voterfile.cast import KEPT
from tests.voterfile.test_layouts import cut
from tests.voterfile.voter_files import EXPIRES
from tests.voterfile.write_layout_samples import FOLDER

PARTED = [("l2", "voters.csv"), ("pdi", "pdi.csv"), ("van-export-job", "canvassfile_77.csv")]
WIDTHS = {
    "narrower": lambda fields: fields[:-3],
    "wider": lambda fields: [*fields[:5], '"ZZ"', *fields[5:]],
    "wider at the end": lambda fields: [*fields, '"ZZ"'],
}


def parted(layout: str, name: str, folder: Path) -> tuple[Path, Path, list[list[str]]]:
    """The sample in two files, the second without a header, and the fields of its lines."""
    header, *rows = (FOLDER / layout / name).read_text().split("\n")
    head, rest = folder / "head.csv", folder / "rest.csv"
    head.write_text("\n".join([header, *rows[:2], ""]))
    rest.write_text("\n".join(rows[2:]))
    return head, rest, [row.rstrip("\r").split(",") for row in rows[2:] if row]


@pytest.mark.parametrize(("layout", "name"), PARTED)
@pytest.mark.parametrize("auto", [True, False])
def test_a_file_without_a_header_is_read_by_that_of_one_as_wide(
    layout: str, name: str, auto: bool, tmp_path: Path
) -> None:
    head, rest, _ = parted(layout, name, tmp_path)
    voters, report = cut([rest, head], tmp_path / "cut.f2fx", layout="auto" if auto else layout)
    assert {voters.at(row).first_name for row in range(len(voters))} == KEPT
    assert ("rest.csv has no header; it is read by that of the other files." in report.notes) == auto


@pytest.mark.parametrize(("layout", "name"), PARTED)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("auto", [True, False])
def test_a_header_of_another_width_is_never_borrowed(
    layout: str, name: str, width: str, auto: bool, tmp_path: Path
) -> None:
    """A column more or less, and a confidential record would be read as another's."""
    head, rest, rows = parted(layout, name, tmp_path)
    rest.write_text("\n".join(",".join(WIDTHS[width](row)) for row in rows))
    named, there = len(head.read_text().split("\n")[0].split(",")), len(WIDTHS[width](rows[0]))
    with pytest.raises(
        LayoutUnknown, match=rf"rest\.csv has no header.*{named} columns.* {there} fields.*header line"
    ):
        cut([head, rest], tmp_path / "cut.f2fx", layout="auto" if auto else layout)


def test_a_header_whose_values_do_not_fit_is_never_borrowed(tmp_path: Path) -> None:
    head, rest, rows = parted("l2", "voters.csv", tmp_path)
    rest.write_text("\n".join(",".join(reversed(row)) for row in rows))
    with pytest.raises(LayoutUnknown, match=r"rest\.csv has no header.*other values"):
        cut([head, rest], tmp_path / "cut.f2fx", layout="l2")


def floridas_rows(ragged: float) -> list[str]:
    rows = (FOLDER / "florida" / "BRO_20260106.txt").read_text().split("\n")[:1] * 150
    random = Random(5)
    made = [row.rstrip("\r").replace("100000002", f"1{number:08d}") for number, row in enumerate(rows)]
    for place, row in enumerate(made):
        if random.random() < ragged:
            fields = row.split("\t")
            at = random.randrange(len(fields))
            made[place] = "\t".join(
                random.choice(([*fields[:at], *fields[at + 1 :]], [*fields[:at], "x", *fields[at:]]))
            )
    return made


def test_floridas_rows_are_recognised_though_many_are_ragged(tmp_path: Path) -> None:
    (tmp_path / "BRO.txt").write_text("\n".join(floridas_rows(0.4)))
    voters, report = cut([tmp_path / "BRO.txt"], tmp_path / "cut.f2fx")
    assert report.manifest.layout == "florida"
    assert "% of the first rows have its 38 columns" in report.why
    assert report.certainty < 87
    whole = sum(row.count("\t") == 37 for row in floridas_rows(0.4))
    assert len(voters) == whole == 150 - sum(report.dropped.values())
    assert set(report.dropped) == {"too few columns", "too many columns"}


def test_rows_that_are_nearly_all_damaged_are_not_taken_for_floridas_but_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "BRO.txt").write_text("\n".join(floridas_rows(0.7)))
    told = (
        r"it may be Florida, but only [0-9]+ % of the first rows look like it\. If it is, say so: --layout florida"
    )
    with pytest.raises(LayoutUnknown, match=told):
        cut([tmp_path / "BRO.txt"], tmp_path / "cut.f2fx")
    voters, _ = cut([tmp_path / "BRO.txt"], tmp_path / "cut.f2fx", layout="florida")
    assert len(voters)


def renamed(text: str, **prefixes: str) -> str:
    header, rest = text.split("\n", 1)
    for old, new in prefixes.items():
        header = header.replace(f"{old}_", new)
    return f"{header}\n{rest}"


@pytest.mark.parametrize(
    "prefixes",
    [
        {"Voters": "VoterFile_", "Residence_Addresses": "ResAddr.", "VoterTelephones": "Phones_"},
        {"Voters": "Voters", "Residence_Addresses": "ResidenceAddresses", "VoterTelephones": "VoterTelephones"},
        {"Voters": "t1.", "Residence_Addresses": "t2.", "VoterTelephones": "t3."},
        {"Voters": "demo_", "Residence_Addresses": "demo_", "VoterTelephones": "demo_", "Parties": "demo_"},
    ],
)  # fmt: skip
def test_prefixes_of_l2_that_nobody_has_listed_are_learnt(prefixes: dict[str, str], tmp_path: Path) -> None:
    whole, _ = cut([FOLDER / "l2" / "voters.csv"], tmp_path / "whole.f2fx")
    (tmp_path / "voters.csv").write_text(renamed((FOLDER / "l2" / "voters.csv").read_text(), **prefixes))
    voters, report = cut([tmp_path / "voters.csv"], tmp_path / "cut.f2fx")
    assert report.manifest.layout == "l2"
    assert report.certainty >= 85
    assert [voters.at(row) for row in range(len(voters))] == [whole.at(row) for row in range(len(whole))]


def test_a_status_is_heeded_behind_whatever_prefix(tmp_path: Path) -> None:
    text = (FOLDER / "l2" / "voters.csv").read_text().replace("Voters_Active", "Registration.Active", 1)
    (tmp_path / "voters.csv").write_text(text)
    voters, report = cut([tmp_path / "voters.csv"], tmp_path / "cut.f2fx")
    assert {voters.at(row).first_name for row in range(len(voters))} == KEPT
    assert report.dropped["removed"] == 2


def test_what_stands_before_other_peoples_names_is_no_prefix(tmp_path: Path) -> None:
    header, *rows = (FOLDER / "l2" / "voters.csv").read_text().split("\n")
    more = '"Spouse_LastName","Spouse_FirstName","Mail_City","Mail_AddressLine","Mail_Zip","Dad_LastName"'
    more += ',"Dad_FirstName"'
    header = renamed(header + "\n", Voters="VoterFile_").rstrip()
    lines = [f"{more},{header}", *(f'"NO","NO","NO","NO","00000","NO","NO",{row}' for row in rows if row)]
    (tmp_path / "voters.csv").write_text("\n".join(lines))
    voters, _ = cut([tmp_path / "voters.csv"], tmp_path / "cut.f2fx")
    texts = {text for column in voters.texts.values() for text in column.values}
    assert {voters.at(row).first_name for row in range(len(voters))} == KEPT
    assert "NO" not in texts


def test_control_without_learning_such_a_file_is_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "_without_learnt_prefixes", lambda names, signature: names)
    (tmp_path / "voters.csv").write_text(renamed((FOLDER / "l2" / "voters.csv").read_text(), Voters="VoterFile_"))
    with pytest.raises(LayoutUnknown):
        cut([tmp_path / "voters.csv"], tmp_path / "cut.f2fx")


def test_districts_of_a_part_without_a_header_are_counted(tmp_path: Path) -> None:
    head, rest, _ = parted("l2", "voters.csv", tmp_path)
    wanted = CutRequest(voters=(head, rest), districts=(District("mosquito_abatement", "1"),), expires=EXPIRES)
    assert count_voters(wanted).kept == len(KEPT)
