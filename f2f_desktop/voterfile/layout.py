"""A layout: how a state or a vendor writes its voter file, declared in one small TOML file each.

The layouts of this package lie in `layouts/`. An organizer describes any other file in the same way, in a mapping
file; `resources/help/voter-file-mapping.md` teaches how. Names of columns are compared by their letters and digits
alone, so that `Voter File VANID`, `VoterFileVANID` and `voter_file_vanid ` are one. Where a column is named, the text
may be

    ncid                    this column
    middle_name | midl_name whichever of them the file has
    full_phone_number?      this column, or nothing where the file does not have it
    Cell? // Home?          voter by voter the first of them that is not blank
    =ELM                    the text ELM for every voter

and a list of such texts is joined by blanks: `["HOUSE_NUM", "STREET_NAME"]`.
"""

from collections.abc import Iterable

import msgspec

Source = str | tuple[str, ...]
"""A column of the file, in the notation above, or several that are joined."""

PERSON_COLUMNS = (
    *("id", "first_name", "middle_name", "last_name", "suffix", "sex", "street_address", "city", "zip", "county"),
    *("party", "phone", "birth_year", "birth_date", "age", "registered"),
)
"""What `[columns]` may name. Of birth dates and ages only the year of birth goes on; `registered` is a date."""

AUTO = "auto"
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

Span = tuple[int, int]
"""The first and the last character of a column in lines of fixed width, counted from 1."""


class _Declared(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the layout file; a key that means nothing is an error, since it is a typing error."""


class FileForm(_Declared, frozen=True, forbid_unknown_fields=True):
    """How the lines are written."""

    delimiter: str = AUTO
    """A name of DELIMITERS, one character, or `auto`."""
    encoding: str = AUTO
    """A name of ENCODINGS."""
    header: bool = True
    """Whether a line names the columns. Without, `names`, `positions` or the orders of `[recognise]` do."""
    names: tuple[str, ...] = ()
    positions: dict[str, Span] = {}
    """Column to its place, in a file of fixed width."""
    prefixes: tuple[str, ...] = ()
    """What may stand before the name of any column and says nothing: `vb.`, `vb_`."""


class Recognition(_Declared, frozen=True, forbid_unknown_fields=True):
    """By what a file shows that it is of this layout."""

    header: tuple[str, ...] = ()
    """Columns that are all in the header; `a | b`: one of them is."""
    columns: tuple[str, ...] = ()
    """Other columns that such files are known to have, in no order."""
    orders: tuple[tuple[str, ...], ...] = ()
    """Orders of all columns: what the header holds, and what the columns are in files that have lost it."""
    positions: tuple[dict[str, Span], ...] = ()
    """Places of the columns in files of fixed width."""
    shape: dict[str, str] = {}
    """Column to a regular expression which its values fit wholly. It is evidence, and where nothing but it says
    what the columns are, a row that does not fit it is left out."""


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
    """Texts that stand in place of a name or an address that is kept secret, besides those of every layout."""


class History(_Declared, frozen=True, forbid_unknown_fields=True):
    """The file of who voted when: a row per vote."""

    id: str
    date: str
    election: str = ""
    """The column that says what kind of election it was."""
    general: tuple[str, ...] = ("GENERAL",)
    """The election was a general one if its text holds one of these ..."""
    not_general: tuple[str, ...] = ("PRIMARY", "RUNOFF", "SPECIAL", "MUNICIPAL")
    """... and none of these."""
    november: bool = False
    """Only the day of federal elections (even years, the Tuesday after the first Monday of November) is one of a
    general election: for files that do not tell kinds, or call every election in November general."""
    vote: str = ""
    """The column that says whether the vote counted; empty: every row is a vote."""
    counted: tuple[str, ...] = ()
    """Values of `vote` that count; none: all but those of `not_counted`."""
    not_counted: tuple[str, ...] = ()
    file: FileForm = FileForm()
    recognise: Recognition = Recognition()


class ElectionColumns(_Declared, frozen=True, forbid_unknown_fields=True):
    """Who voted when, in files that have a column for each election."""

    general: tuple[str, ...]
    """Regular expressions which the name of a column (in small letters) fits wholly if it is a general election's.
    The groups `year` (of two or four digits), `month` and `day` give the date; without a month it is the day of
    federal elections in that year."""
    voted: tuple[str, ...] = ()
    """Values that are votes; none: all but those of `not_voted`."""
    not_voted: tuple[str, ...] = ("", "N", "NO", "0", "FALSE", "NULL")
    november: bool = True
    """As in `[history]`."""


class Added(_Declared, frozen=True, forbid_unknown_fields=True):
    """A column that a companion file adds."""

    column: str
    """Of the companion file."""
    when: str = ""
    """A column of the companion file which says what its row is about; empty: every row counts."""
    holds: tuple[str, ...] = ()
    """Only rows whose text in `when` holds one of these words."""
    equals: tuple[str, ...] = ()
    """Only rows whose text in `when` is one of these."""


class Companion(_Declared, frozen=True, forbid_unknown_fields=True):
    """A file that says more about a code of the voter file or the history: the districts of a precinct."""

    title: str
    to: str
    """`voters` or `history`: whose rows it adds columns to."""
    on: tuple[str, ...]
    """The columns in which the two agree; `a | b`: called so in one or the other."""
    adds: dict[str, Added]
    """Name of the new column, as `[columns]` and `[districts]` call it, to what it is."""
    kinds: str = ""
    """The column that says of which kind a row's district is: voters may be chosen by every kind that occurs ..."""
    code: str = ""
    """... by this column, or ..."""
    also: str = ""
    """... by this one."""
    file: FileForm = FileForm()
    recognise: Recognition = Recognition()


class Layout(_Declared, frozen=True, forbid_unknown_fields=True):
    """A layout, as declared."""

    name: str
    columns: dict[str, Source]
    title: str = ""
    short: str = ""
    """Another name for the command line."""
    file: FileForm = FileForm()
    recognise: Recognition = Recognition()
    status: Status | tuple[Status, ...] | None = None
    """All of several must hold. One whose column is optional and missing is passed over."""
    confidential: Confidential | None = None
    dates: tuple[str, ...] = ("%m/%d/%Y", "%Y-%m-%d")
    """How dates are written, as for Python's strptime."""
    values: dict[str, dict[str, str]] = {}
    """Column (or kind of district) to what its values mean: `party` to `{ D = "DEM" }`. Others stay as they are."""
    districts: dict[str, Source] = {}
    """Kind of district to the column of its code; `county` and `city` are taken from `columns`. Any word may be a
    kind. These are in every extract, unless its columns are listed."""
    more_districts: dict[str, Source] = {}
    """Further kinds: voters may be chosen by them, but only an extract whose columns name them holds them."""
    districts_behind: str = ""
    """Behind this column of the file every one is of a kind of district, whatever it is called."""
    also: dict[str, Source] = {}
    """Kind of district to a column with another way of writing it, which may be used to choose it."""
    history: History | None = None
    election_columns: ElectionColumns | None = None
    companions: tuple[Companion, ...] = ()

    @property
    def kinds(self) -> dict[str, Source]:
        """All kinds of districts and where their codes stand, county and city included."""
        places = {kind: self.columns[kind] for kind in ("county", "city") if kind in self.columns}
        return places | self.districts | self.more_districts

    @property
    def statuses(self) -> tuple[Status, ...]:
        """What must hold of a record's status."""
        if isinstance(self.status, Status):
            return (self.status,)
        return self.status or ()


def parts_of(source: Source | None) -> tuple[str, ...]:
    """The columns and texts that `source` joins, one by one."""
    return () if source is None else (source,) if isinstance(source, str) else source


def alternatives(part: str) -> list[str]:
    """The names in `a | b?`, without the marks."""
    return [name.strip().rstrip("?").strip() for name in part.split("|")]


def optional(part: str) -> bool:
    """Whether none of the columns of `part` need be in the file."""
    return any(name.strip().endswith("?") for name in part.split("|"))


def column_names(sources: Iterable[Source]) -> list[str]:
    """The names of all the columns that `sources` may draw on."""
    return [
        name
        for source in sources
        for part in parts_of(source)
        if not part.startswith("=")
        for choice in part.split("//")
        for name in alternatives(choice)
    ]
