"""A layout: how a state or a vendor writes its voter file, declared in one small TOML file each.

The layouts of this package lie in `layouts/`. An organizer describes any other delimited file in the same way, in
a mapping file; `resources/help/voter-file-mapping.md` teaches how. Every name of a column is compared without
case and without blanks around it. Where a column is named, the text may be

    ncid                    this column
    middle_name | midl_name whichever of them the file has
    full_phone_number?      this column, or nothing where the file does not have it
    =ELM                    the text ELM for every voter

and a list of such texts is joined by blanks: `["HOUSE_NUM", "STREET_NAME"]`.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from f2f_desktop.voterfile.errors import LayoutUnusable

Source = str | tuple[str, ...]
"""A column of the file, in the notation above, or several that are joined."""

PERSON_COLUMNS = (
    *("id", "first_name", "middle_name", "last_name", "suffix", "sex", "street_address", "city", "zip", "county"),
    *("party", "phone", "birth_year", "birth_date", "age", "registered"),
)
"""What `[columns]` may name. Of birth dates and ages only the year of birth goes on; `registered` is a date."""

_LAYOUTS = Path(__file__).parent / "layouts"

DELIMITERS = {"tab": "\t", "comma": ",", "pipe": "|", "semicolon": ";"}
ENCODINGS = {
    "auto": "",
    "utf-8": "",
    "utf-16": "utf-16",
    "latin-1": "cp1252",
    "windows-1252": "cp1252",
    "mac-roman": "mac_roman",
}
"""Name of an encoding to Python's; empty: found out, line by line UTF-8 or else Windows-1252."""


class _Declared(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the layout file; a key that means nothing is an error, since it is a typing error."""


class FileForm(_Declared, frozen=True, forbid_unknown_fields=True):
    """How the lines are written."""

    delimiter: str = "auto"
    """A name of DELIMITERS, one character, or `auto`."""
    encoding: str = "auto"
    """A name of ENCODINGS."""
    header: bool = True
    """Whether the first line names the columns. Without, `names` does."""
    names: tuple[str, ...] = ()


class Recognition(_Declared, frozen=True, forbid_unknown_fields=True):
    """By what a file shows that it has this layout."""

    header: tuple[str, ...] = ()
    """Columns that are all in the header."""
    orders: tuple[tuple[str, ...], ...] = ()
    """Orders of the columns in files that have lost their header."""
    shape: dict[str, str] = {}
    """Column to a regular expression which its values fit wholly: the evidence where the header is missing."""


class Status(_Declared, frozen=True, forbid_unknown_fields=True):
    """Who is registered. A status that is neither kept nor dropped is dropped, and counted as such."""

    column: str
    kept: tuple[str, ...]
    dropped: dict[str, tuple[str, ...]] = {}
    """Reason (`removed`) to the statuses that mean it."""


class Confidential(_Declared, frozen=True, forbid_unknown_fields=True):
    """Whose record is confidential: it never gets into an extract."""

    column: str = ""
    values: tuple[str, ...] = ("Y", "YES", "TRUE", "T", "1", "X")
    public: tuple[str, ...] = ()
    """Values of records that are not confidential. Where they are declared, any other value keeps a record out:
    it shows that the row is damaged."""
    withheld: tuple[str, ...] = ()
    """Texts that stand in place of a name or an address that is kept secret."""


class History(_Declared, frozen=True, forbid_unknown_fields=True):
    """The file of who voted when: a row per vote."""

    id: str
    date: str
    election: str
    """The column that says what kind of election it was."""
    general: tuple[str, ...] = ("GENERAL",)
    """The election was a general one if its text holds one of these ..."""
    not_general: tuple[str, ...] = ("PRIMARY", "RUNOFF", "SPECIAL", "MUNICIPAL")
    """... and none of these."""
    vote: str = ""
    """The column that says whether the vote counted; empty: every row is a vote."""
    counted: tuple[str, ...] = ()
    """Values of `vote` that count; none: all but those of `not_counted`."""
    not_counted: tuple[str, ...] = ()
    file: FileForm = FileForm()
    orders: tuple[tuple[str, ...], ...] = ()


class Layout(_Declared, frozen=True, forbid_unknown_fields=True):
    """A layout, as declared."""

    name: str
    columns: dict[str, Source]
    title: str = ""
    short: str = ""
    """Another name for the command line."""
    file: FileForm = FileForm()
    recognise: Recognition = Recognition()
    status: Status | None = None
    confidential: Confidential | None = None
    dates: tuple[str, ...] = ("%m/%d/%Y", "%Y-%m-%d")
    """How dates are written, as for Python's strptime."""
    districts: dict[str, Source] = {}
    """Kind of district to the column of its code; `county` and `city` are taken from `columns`."""
    also: dict[str, Source] = {}
    """Kind of district to a column with another way of writing it, which may be used to choose it."""
    history: History | None = None

    @property
    def kinds(self) -> dict[str, Source]:
        """All kinds of districts and where their codes stand, county and city included."""
        places = {kind: self.columns[kind] for kind in ("county", "city") if kind in self.columns}
        return places | self.districts


def read_layout(path: Path) -> Layout:
    """The layout in a TOML file. Raises LayoutUnusable, which says what is wrong with it."""
    try:
        layout = msgspec.convert(tomllib.loads(path.read_bytes().decode("utf-8-sig")), Layout)
    except OSError as error:
        raise LayoutUnusable(path.name, f"it cannot be read ({error.strerror or error})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LayoutUnusable(path.name, f"it is not TOML ({error})") from error
    except msgspec.ValidationError as error:
        raise LayoutUnusable(path.name, str(error)) from error
    for fault in _faults(layout):
        raise LayoutUnusable(path.name, fault)
    return layout


def built_in_layouts() -> dict[str, Layout]:
    """The layouts of this package, by name."""
    layouts = [read_layout(path) for path in sorted(_LAYOUTS.glob("*.toml"))]
    return {layout.name: layout for layout in layouts}


def _faults(layout: Layout) -> list[str]:
    """What a layout's types let pass but its reader cannot use."""
    faults = [
        f"[columns] {name} is not known; known are {', '.join(PERSON_COLUMNS)}"
        for name in layout.columns
        if name not in PERSON_COLUMNS
    ]
    faults += [
        f"[columns] must name the column of {name}" for name in ("id", "last_name") if name not in layout.columns
    ]
    for form in (layout.file, *([layout.history.file] if layout.history else [])):
        if form.delimiter not in DELIMITERS and form.delimiter != "auto" and len(form.delimiter) != 1:
            faults.append(f"delimiter {form.delimiter!r} is none of {', '.join(DELIMITERS)} or one character")
        if form.delimiter in {'"', "\n", "\r", "\0", " "}:
            faults.append("this delimiter cannot be told from the rest of the line")
        if form.encoding not in ENCODINGS:
            faults.append(f"encoding {form.encoding!r} is none of {', '.join(ENCODINGS)}")
        if not form.header and not form.names:
            faults.append("without a header, names must list the columns in their order")
    return [*faults, *_bad_patterns(layout)]


def _bad_patterns(layout: Layout) -> Iterator[str]:
    for pattern in layout.recognise.shape.values():
        try:
            re.compile(pattern)
        except re.error as error:
            yield f"{pattern!r} is no regular expression ({error})"
    for form in layout.dates:
        try:
            datetime.strptime(datetime(2001, 2, 3).strftime(form), form)  # noqa: DTZ001, DTZ007 - only tried out
        except ValueError:
            yield f"{form!r} is no way to write a date"
