"""The samples of all layouts, damaged in many ways: each cut ends with a report that adds up, or with a KnownError."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from f2f_desktop.errors import KnownError
from f2f_desktop.voterfile import cutting, screening
from f2f_desktop.voterfile.counting import EVERY_KIND
from f2f_desktop.voterfile.cutting import CutReport, CutRequest, count_voters, cut_extract
from f2f_desktop.voterfile.forms import Beginning
from f2f_desktop.voterfile.opening import open_extract
from f2f_desktop.voterfile.proposing import propose_mapping
from f2f_desktop.voterfile.raw import raw_files
from tests.voterfile.cast import NEVER
from tests.voterfile.samples import KEY
from tests.voterfile.test_layouts import CASES, Case
from tests.voterfile.voter_files import EXPIRES
from tests.voterfile.write_layout_samples import FOLDER

NOISE = (
    b"\t",
    b"|",
    b",",
    b'"',
    b"\0",
    b"\r",
    b"\n",
    b"\r\n",
    b"\xff",
    b"\x81",
    b"\xc3",
    b"'",
    b" ",
    b"A",
    b"9",
    b"\x1f",
    b"\x1a",
    b"",
)


def bytes_replaced(content: bytes, random: Random) -> bytes:
    """A few bytes replaced by others, or taken out."""
    for _ in range(random.randint(1, 12)):
        place = random.randrange(len(content))
        content = content[:place] + random.choice(NOISE) + content[place + random.randint(0, 2) :]
    return content


def cut_off(content: bytes, random: Random) -> bytes:
    """Only a part from the middle."""
    start, end = sorted(random.randrange(len(content)) for _ in range(2))
    return content[start:end] or b"x"


def lines_shuffled(content: bytes, random: Random) -> bytes:
    """Lines in another order, some twice, the header anywhere."""
    found = content.split(b"\n")
    return b"\n".join(random.choices(found, k=len(found) + 2))


def rows_ragged(content: bytes, random: Random) -> bytes:
    """A field lost or gained in some rows."""
    rows = content.split(b"\n")
    for place in range(len(rows)):
        if random.random() < 0.4 and rows[place]:
            at = random.randrange(len(rows[place]))
            rows[place] = rows[place][:at] + random.choice((b"", b"\t\t", b",,", b"||")) + rows[place][at + 3 :]
    return b"\n".join(rows)


def hole_of_nuls(content: bytes, random: Random) -> bytes:
    """A block that a failing disk has lost."""
    start = random.randrange(len(content))
    return content[:start] + b"\0" * random.choice((1, 7, 512)) + content[start + 40 :]


def other_line_ends(content: bytes, random: Random) -> bytes:
    """LF, CR and CR LF mixed."""
    return b"".join(line + random.choice((b"\n", b"\r\n", b"\r")) for line in content.split(b"\r\n"))


def other_encoding(content: bytes, random: Random) -> bytes:
    """Written in one encoding, and some of it in another."""
    text = content.decode("latin-1")
    return text.encode(random.choice(("utf-16", "utf-8-sig", "utf-16-be", "utf-8", "utf-32")), "replace")


def header_gone(content: bytes, random: Random) -> bytes:
    """Without the first line."""
    return content.split(b"\n", 1)[1] or b"\n"


def header_again(content: bytes, random: Random) -> bytes:
    """The file twice, one behind the other."""
    return content * 2


def columns_gone(content: bytes, random: Random) -> bytes:
    """Without some of the columns."""
    delimiter = max(b"\t|,", key=lambda mark: content.split(b"\n")[0].count(bytes([mark])))
    rows = [row.split(bytes([delimiter])) for row in content.split(b"\r\n")]
    gone = {random.randrange(len(rows[0])) for _ in range(3)}
    return b"\r\n".join(
        bytes([delimiter]).join(field for place, field in enumerate(row) if place not in gone) for row in rows
    )


def names_spoilt(content: bytes, random: Random) -> bytes:
    """Names of columns, those of districts above all, with marks that mean something to layouts and to SQL."""
    header, mark, rest = content.partition(b"\n")
    for word in (b"dist", b"DIST", b"_", b"Name"):
        header = header.replace(
            word, random.choice((word, b"|", b"?", b"=", b"//", b"' OR 1=1 --", b"\xff", b'"'))
        )
    return header + mark + rest


def tabs_within(content: bytes, random: Random) -> bytes:
    """A tab in some field."""
    return content.replace(b"OAK", random.choice((b"O\tK", b'"O\tK"', b'O"\t"K')), random.randint(1, 3))


def nearly_nothing(content: bytes, random: Random) -> bytes:
    """A byte or two, or a line without rows."""
    return random.choice(
        (b"\xff\xfe", b"\xef\xbb\xbf", b"\0", b'"', b"\n", b"PK\x03\x04", b"\x1f\x8b", content.split(b"\n")[0])
    )


Damage = Callable[[bytes, Random], bytes]
DAMAGES: tuple[Damage, ...] = (
    bytes_replaced, cut_off, lines_shuffled, rows_ragged, hole_of_nuls, other_line_ends, other_encoding, header_gone,
    header_again, columns_gone, nearly_nothing, names_spoilt, tabs_within,
)  # fmt: skip
HARMLESS: tuple[Damage, ...] = (other_line_ends, header_again, header_gone)
"""Damages that leave each row as it was: nobody gets in by them."""


def survives(case: Case, damage: Damage, seed: int, folder: Path) -> CutReport | None:
    """Cuts a damaged sample; None where it is refused. Anything but a KnownError goes on its way."""
    random = Random(f"{case} {damage.__name__} {seed}")
    hurt = random.choice(case.files)
    files = []
    for name in case.files:
        content = (FOLDER / case.layout / name).read_bytes()
        path = folder / name
        path.write_bytes(damage(content, random) if name == hurt else content)
        files.append(path)
    layout = random.choice(("auto", case.layout))
    with suppress(KnownError):
        propose_mapping(Beginning.of(raw_files(folder / hurt)[0]), "x")
    out = folder / "cut.f2fx"
    wanted = CutRequest(voters=tuple(files), layout=layout, expires=EXPIRES)
    try:
        counted = count_voters(wanted, [EVERY_KIND])
        report = cut_extract(wanted, out, KEY)
    except KnownError:
        return None
    assert report.rows == report.kept + sum(report.dropped.values())
    assert (counted.rows, counted.kept) == (report.rows, report.kept)
    assert all(sum(place.voters for place in places) >= report.kept for places in counted.by.values())
    if damage in HARMLESS:
        voters = open_extract(out).voters
        names = {voters.at(row).first_name for row in range(len(voters))}
        assert not names & NEVER, names
    return report


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_no_damage_to_a_sample_stops_the_program(damage: Damage, tmp_path: Path) -> None:
    for seed, case in enumerate(CASES[DAMAGES.index(damage) % 3 :: 3]):
        survives(case, damage, seed, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("case", CASES, ids=str)
def test_much_damage_to_a_sample_never_stops_the_program(case: Case, tmp_path: Path) -> None:
    for seed in range(12):
        for damage in DAMAGES:
            survives(case, damage, seed, tmp_path)


def test_control_a_planted_fault_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: object) -> None:
        raise IndexError("planted")

    monkeypatch.setattr(cutting, "form_of", faulty)
    with pytest.raises(IndexError, match="planted"):
        survives(CASES[0], header_again, 0, tmp_path)


def test_control_without_the_screening_somebody_gets_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screening, "cases", lambda layout, columns: [])
    with pytest.raises(AssertionError, match="HIDDEN"):
        survives(CASES[0], other_line_ends, 0, tmp_path)
