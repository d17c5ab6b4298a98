"""An organizer's voter files: recognised or mapped, counted, cut into an extract, and handed out as files.

What reads voter files is imported when it is needed: the window starts without it, and volunteers' installations have
no DuckDB at all.
"""

import datetime as dt
import re
import tempfile
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from f2f_desktop.campaign.content import CampaignContent
from f2f_desktop.campaign.filters import District
from f2f_desktop.destination import place_of
from f2f_desktop.errors import KnownError
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.protocol.bundle import SUFFIX, write_bundle

if TYPE_CHECKING:
    from f2f_desktop.voterfile.counting import CountReport, Crossing
    from f2f_desktop.voterfile.cutting import CutReport, CutRequest
    from f2f_desktop.voterfile.forms import Beginning

AUTO = "auto"
DEFAULT_DAYS = 60
"""Days until an extract expires, if nothing else is said."""
LONGEST_DAYS = 400
EXTRACT_SUFFIX = ".f2fx"


class ExtractNotSaved(KnownError):
    """The extract, or the campaign file beside it, could not be written where it was to go."""

    def __init__(self) -> None:
        super().__init__("The files could not be written.", "Make room, or choose another folder.")


class ColumnMapping(msgspec.Struct, frozen=True):
    """Which columns of a file of no known layout hold what: a mapping file's text, and what it says of records."""

    text: str
    status: str = ""
    """The column that tells who is registered; empty: none does."""
    kept: tuple[str, ...] = ()
    """Its values of those who are."""
    confidential: str = ""
    """The column that tells whose record is confidential."""


@dataclass(frozen=True)
class Sample:
    """How a file of no known layout begins, and what its columns may hold."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guessed: Mapping[str, str]
    """Our names of columns and kinds of districts to the file's; of an address in parts, joined by ` + `."""
    header: bool = True
    """Whether the file's first line names its columns; else `columns` counts them."""


@dataclass(frozen=True)
class VoterFiles:
    """Voter files and how they are to be read."""

    paths: tuple[Path, ...]
    layout: str = AUTO
    """`auto`, or the name of a layout."""
    mapping: ColumnMapping | None = None
    """In place of a layout."""


@dataclass(frozen=True)
class Survey:
    """Voter files that were gone through."""

    files: VoterFiles
    report: "CountReport"
    crossing: "Crossing | None"
    """What any choice of districts keeps; None where that can only be counted in the file itself."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What of voter files goes into an extract."""

    label: str = ""
    districts: tuple[District, ...] = ()
    columns: tuple[str, ...] | None = None
    """Names of columns and kinds of districts; None: all usual ones."""
    expires: dt.date


@dataclass(frozen=True)
class CutExtract:
    """An extract that was cut, signed, and not handed out yet."""

    label: str
    data: bytes = field(repr=False)
    report: "CutReport"


def layouts() -> dict[str, str]:
    """The layouts that are known: name to title."""
    from f2f_desktop.voterfile.layout_files import built_in_layouts

    return {name: layout.title or name for name, layout in built_in_layouts().items()}


def survey(files: VoterFiles, progress: Progress = no_progress) -> Survey:
    """Goes through the files once: their layout, what became of the rows, and the voters of every district.

    Raises `VoterFileError` (`LayoutUnknown` where they have to be mapped, `OrganizerToolsMissing`) and `Cancelled`.
    """
    from f2f_desktop.voterfile.cutting import survey_voters

    with _request(files, Choice(expires=dt.date.max)) as request:
        report, crossing = survey_voters(request, progress=progress)
    return Survey(files, report, crossing)


def count(files: VoterFiles, choice: Choice, progress: Progress = no_progress) -> "CountReport":
    """What cutting would keep, exactly. Raises as `survey`, and where nobody lives in a district."""
    from f2f_desktop.voterfile.cutting import count_voters

    with _request(files, choice) as request:
        return count_voters(request, progress=progress)


def cut(
    files: VoterFiles, choice: Choice, key: SigningKey, campaign: tuple[str, str], progress: Progress = no_progress
) -> CutExtract:
    """Cuts an extract for the campaign (id and name), signed by its key.

    Raises as `count`, `NobodyLeft`, and `Cancelled`.
    """
    from f2f_desktop.voterfile.cutting import cut_extract

    with (
        _request(files, choice, campaign) as request,
        tempfile.TemporaryDirectory(prefix="f2f-extract-") as folder,
    ):
        out = Path(folder) / f"extract{EXTRACT_SUFFIX}"
        report = cut_extract(request, out, key, progress=progress)
        return CutExtract(choice.label, out.read_bytes(), report)


def sample(path: Path) -> Sample:
    """The beginning of a file, with guesses at what its columns hold. Raises `VoterFileError`."""
    from f2f_desktop.voterfile.proposing import propose_mapping

    beginning, name = _beginning(path)
    found = propose_mapping(beginning, Path(name).stem)
    return Sample(name, found.columns, found.rows, found.found, found.header)


def mapped(path: Path, told: Mapping[str, str]) -> ColumnMapping:
    """The mapping of a file whose columns somebody has told. Raises `VoterFileError`."""
    from f2f_desktop.voterfile.proposing import propose_mapping

    beginning, name = _beginning(path)
    text = propose_mapping(beginning, Path(name).stem, told).text
    said = tomllib.loads(text)
    status = said.get("status", {})
    return ColumnMapping(
        text,
        status.get("column", ""),
        tuple(status.get("kept", ())),
        said.get("confidential", {}).get("column", ""),
    )


def save_extract(extract: CutExtract, path: Path) -> None:
    """Writes the extract as a file. Raises `ExtractNotSaved`."""
    try:
        place_of(path).write_bytes(extract.data)
    except OSError as error:
        raise ExtractNotSaved from error


def save_for_sticks(
    extract: CutExtract, content: CampaignContent, key: SigningKey, folder: Path
) -> tuple[str, str]:
    """Writes the extract and the campaign file side by side; gives their names. Raises `ExtractNotSaved`."""
    names = f"{file_name(extract.label)}{EXTRACT_SUFFIX}", f"{file_name(content.name)}{SUFFIX}"
    save_extract(extract, folder / names[0])
    try:
        (folder / names[1]).write_bytes(write_bundle(content, key))
    except OSError as error:
        raise ExtractNotSaved from error
    return names


def file_name(label: str) -> str:
    """A label as the name of a file, without its ending."""
    return re.sub(r"[^\w]+", "-", label.casefold()).strip("-") or "extract"


def columns_offered(report: "CountReport") -> dict[str, bool]:
    """The columns that an extract of these files may hold, in the order in which they are asked about; whether each is
    always in."""
    from f2f_desktop.voterfile.uses import REQUIRED

    return {name: name in REQUIRED or name == "id" for name in report.columns}


def allowed(columns: Collection[str], kinds: Sequence[str]) -> tuple[str, ...]:
    """What may be in the extract, as cutting wants it said: columns, then kinds of districts."""
    return (*columns, *(kind for kind in kinds if kind not in columns))


def _beginning(path: Path) -> tuple["Beginning", str]:
    from f2f_desktop.voterfile.forms import Beginning
    from f2f_desktop.voterfile.raw import raw_files

    raw = max(raw_files(path), key=lambda each: each.size)
    return Beginning.of(raw), raw.name


@contextmanager
def _request(files: VoterFiles, choice: Choice, campaign: tuple[str, str] = ("", "")) -> Iterator["CutRequest"]:
    """The request for these files; a mapping lies in a file as long as it is worked on."""
    from f2f_desktop.voterfile.cutting import CutRequest

    with tempfile.TemporaryDirectory(prefix="f2f-mapping-") as folder:
        layout = files.layout
        if files.mapping is not None:
            path = Path(folder) / "mapping.toml"
            path.write_text(files.mapping.text, encoding="utf-8")
            layout = str(path)
        yield CutRequest(
            voters=files.paths,
            layout=layout,
            districts=choice.districts,
            columns=choice.columns,
            expires=choice.expires,
            campaign_id=campaign[0],
            campaign_name=campaign[1],
        )
