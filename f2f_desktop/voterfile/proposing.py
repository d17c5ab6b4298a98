"""Proposes a mapping file for a voter file of no known layout, from the names of its columns and their values' shapes.

It is a beginning, to be looked through by who knows the file: every guess says what it rests on. What the file says
of people stays out of it; only codes (of statuses) are quoted.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from f2f_desktop.voterfile.cleaning import read_date
from f2f_desktop.voterfile.errors import MappingNotWritten
from f2f_desktop.voterfile.forms import Beginning, bare, folded
from f2f_desktop.voterfile.layout import DELIMITERS, FileForm

_DATES = ("%m/%d/%Y", "%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%m-%d-%Y", "%m/%d/%y", "%d/%m/%Y", "%m%d%Y")
_NAMES = {
    "id": "voterid voteridnumber voteridentificationnumber statevoterid ncid sosvoterid registrationid regid"
    " voternumber regnum regno registrationno voterno vuid voterregnum registrationnumber vanid voterfilevanid pdiid lalvoterid voterbaseid idvoter id",
    "first_name": "firstname fname namefirst first givenname given forename firstnames givennames tsmartfirstname votersfirstname",
    "middle_name": "middlename mname middlenames namemiddle middle mi middleinitial tsmartmiddlename votersmiddlename",
    "last_name": "lastname lname namelast last surname familyname family tsmartlastname voterslastname",
    "suffix": "suffix namesuffix sfx generation namesuffixlbl tsmartnamesuffix votersnamesuffix",
    "sex": "sex gender gendercode votersgender voterbasegender",
    "street_address": "residentialaddress residenceaddress residenceaddressline1 residentialaddress1 resstreetaddress"
    " streetaddress address address1 addressline addressline1 resaddress vaddress street regaddress tsmartfulladdress"
    " residenceaddressesaddressline",
    "city": "residentialcity residencecity rescity rescitydesc city vcity regcity town municipality tsmartcity"
    " residenceaddressescity",
    "zip": "residentialzip residencezip residencezipcode residentialzipcode reszip zip zip5 zipcode postcode postalcode"
    " regzipcode vzip5 ziporpostal tsmartzip residenceaddresseszip",
    "county": "countyname county countydesc countycode countynumber vfcountyname",
    "party": "party partyaffiliation partycd partycode politicalparty registeredparty partyname vfparty"
    " partiesdescription",
    "phone": "phone phonenumber phonenum cellphone cell mobile mobilephone telephone homephone fullphonenumber"
    " preferredphone voterbasephone votertelephonescellphoneformatted",
    "birth_year": "birthyear yearofbirth yob yrofbirth",
    "birth_date": "birthdate dateofbirth dob birthday born voterbasedob votersbirthdate",
    "age": "age currentage birthage votersage voterbaseage",
    "registered": "registrationdate regdate dateregistered registrdt datereg dateofregistration originalregistrationdate"
    " vfregistrationdate votersofficialregdate",
}
_DISTRICTS = {
    "congressional": "congressionaldistrict congressional cd uscongress uscongressdistrictcode ushouse congdist"
    " congdistabbrv uscongressionaldistrict vfcd",
    "state_senate": "statesenatedistrict statesenate sd senatedistrict senate statesenatedistrictcode ncsenateabbrv"
    " vfsd",
    "state_house": "statehousedistrict statehouse hd housedistrict staterepresentativedistrict assemblydistrict"
    " statehousedistrictcode nchouseabbrv legislativedistrict vfhd",
    "county_commission": "countycommissiondistrict countycommissionerdistrict countycommissioner"
    " countycommissionerdistrictcode commissiondistrict countycommissabbrv",
    "ward": "ward wardcode cityward wardabbrv councildistrict citycouncildistrict",
    "school": "schooldistrict school schooldistrictcode schooldistabbrv schoolboarddistrict",
    "precinct": "precinct precinctcode precinctname precinctabbrv precinctid vfprecinctname",
}
_STREET = (
    "streetnumber housenumber housenum regstnum stnum number",
    "directionprefix predir regstpredirection streetpredirection",
    "streetname regstname stname",
    "streettype regsttype sttype",
    "directionsuffix postdir regstpostdirection streetpostdirection",
    "unittype regunittype",
    "unitnum unitnumber regunitnum regstunitnum apartment apt unit extension",
)
"""Parts of an address, in their order."""
_STATUS = "status voterstatus statuscode statuscd registrationstatus voterstatuscode voterstatustypecode active regstatus"
_SECRET = re.compile(r"confidential|exempt(ion)?$|protected|safeathome")
_KEPT = re.compile(r"(ACT|A|I|IN|INA|ACTIVE|INACTIVE|REGISTERED|Y|YES|V|S|)", re.IGNORECASE)
_ELECTIONS = (
    "general-(?P<month>[0-9]{2})/(?P<day>[0-9]{2})/(?P<year>[0-9]{4})",
    "general[ _-]?(?P<year>[0-9]{4})",
    "general[ _-]?(?P<year>[0-9]{2})",
    "general_(?P<year>[0-9]{4})_(?P<month>[0-9]{2})_(?P<day>[0-9]{2})",
    "(voted in )?(?P<year>[0-9]{4})[ _-]?general( election)?",
    "(vb[._])?(vf_)?g(?P<year>[0-9]{4})",
    "(gen|g)[ _-]?(?P<year>[0-9]{2})",
)
_SHAPES: dict[str, str] = {
    "zip": "[0-9]{5}(-?[0-9]{4})?",
    "phone": r"\+?1?[ .-]?\(?[2-9][0-9]{2}\)?[ .-]?[0-9]{3}[ .-]?[0-9]{4}",
    "sex": "[MFUX]|MALE|FEMALE|UNKNOWN",
    "birth_year": "(19|20)[0-9]{2}",
    "age": "[1-9][0-9]|10[0-9]",
    "party": "[A-Z]{1,3}|DEMOCRAT(IC)?( PARTY)?|REPUBLICAN( PARTY)?|UNAFFILIATED|NON-?PARTISAN|LIBERTARIAN|GREEN",
    "first_name": r"[^\W\d_][^\d_]*",
    "last_name": r"[^\W\d_][^\d_]*",
    "city": r"[^\W\d_][^\d_]*",
    "street_address": "[0-9]+ .*[A-Z].*|(RR|PO|P.O.) .*",
    "id": "[A-Z]{0,5}[-]?[0-9]{3,}",
}
_NUMBER = re.compile(r"[0-9][0-9/.() -]*")
_BY_VALUES = (
    "id",
    "first_name",
    "last_name",
    "street_address",
    "zip",
    "phone",
    "sex",
    "party",
    "birth_date",
    "registered",
)
"""What can be told from the values alone."""
_NAME, _PART, _VALUES = 10.0, 3.0, 4.0
_LEAST = 6.0
"""Points of a guess that is made: a known name, or part of one and fitting values."""
_LEAST_BY_VALUES = 3.9
"""The same where no line names the columns."""
_MOST = 0.8
_MAX_STATUSES = 12


@dataclass(frozen=True)
class _Column:
    """A column of the file: its name, and the first values that are not blank."""

    name: str
    values: tuple[str, ...]
    filled: float

    def share(self, fits: Callable[[str], bool]) -> float:
        """The share of the values that fit."""
        return sum(map(fits, self.values)) / len(self.values) if self.values else 0.0


@dataclass(frozen=True)
class Proposal:
    """A mapping file as text, and what it found: our name of each column to the file's."""

    text: str
    found: dict[str, str]


def propose_mapping(beginning: Beginning, name: str) -> Proposal:
    """A mapping file for the file that begins so; `name` becomes the layout's."""
    delimiter = beginning.delimiter(FileForm())
    rows = [row for row in beginning.rows(delimiter) if len(row) > 1] or beginning.rows(delimiter)
    header = _is_header(rows)
    names = rows[0] if header else [f"column {place}" for place, _ in enumerate(rows[0], 1)]
    columns = [_column(each, place, rows[header:]) for place, each in enumerate(names) if each.strip()]
    formats = _formats(columns)
    found = _guesses(columns, _NAMES, formats, header)
    left = [column for column in columns if column.name not in found.values()]
    districts = _guesses(left, _DISTRICTS, formats, header) if header else {}
    lines = [
        "# A proposal, made from the names of the columns and the shapes of their values. Look through it before use;",
        "# the help page “Voter files: the mapping file” tells what each word means.",
        f"name = {_quoted(re.sub('[^a-z0-9]+', '-', name.casefold()).strip('-') or 'voters')}",
        f"title = {_quoted(name)}",
        f"dates = [{', '.join(_quoted(form) for form in formats)}]",
        "",
        "[file]",
        f"delimiter = {_quoted({mark: word for word, mark in DELIMITERS.items()}[delimiter])}",
        *([] if header else ["header = false", f"names = [{', '.join(map(_quoted, names))}]"]),
        "",
        *_person_lines(columns, found, formats),
        *_status_lines(left),
        *_secret_lines(columns),
        *(["", "[districts]"] if districts else []),
        *(f"{kind} = {_quoted(column)}" for kind, column in districts.items()),
        *_election_lines(columns),
    ]
    return Proposal("\n".join(lines) + "\n", found | districts)


def write_mapping(proposal: Proposal, path: Path) -> None:
    """Writes the mapping file; never over one that is there. Raises MappingNotWritten."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(proposal.text)
    except FileExistsError as error:
        raise MappingNotWritten(f"{path.name} is there already.", "Name a new file for the proposal.") from error
    except OSError as error:
        raise MappingNotWritten(
            f"{path.name} cannot be written: {error.strerror or error}.", "Name a file in another folder."
        ) from error


def _column(name: str, place: int, rows: Sequence[Sequence[str]]) -> _Column:
    values = [row[place].strip() for row in rows if place < len(row)]
    filled = tuple(value for value in values if value)
    return _Column(name.strip(), filled, len(filled) / max(1, len(values)))


def _is_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first line names columns: some known names, or words where the rows below have numbers."""
    known = {name for words in (*_NAMES.values(), *_DISTRICTS.values(), _STATUS) for name in words.split()}
    names = [bare(name) for name in rows[0]]
    if sum(name in known for name in names) >= 2:
        return True
    numbers = [sum(_NUMBER.fullmatch(field) is not None for field in row) for row in rows[:20]]
    return len(numbers) > 1 and numbers[0] == 0 and min(numbers[1:]) > 0


def _formats(columns: Sequence[_Column]) -> list[str]:
    """The ways in which the dates of the file are written."""
    found = [
        form
        for form in _DATES
        if any(
            column.share(lambda text, form=form: read_date(text, (form,)) is not None) > _MOST  # type: ignore[misc]
            and not column.share(lambda text: bool(re.fullmatch("[0-9]{5}(-?[0-9]{4})?", text))) > _MOST
            for column in columns
            if len(column.values) > 1 or column.values
        )
    ]
    return found[:3] or list(_DATES[:2])


def _guesses(
    columns: Sequence[_Column], words: dict[str, str], formats: Sequence[str], header: bool
) -> dict[str, str]:
    """Our names to the names of the file's columns, the best guesses first, no column twice."""
    scored = sorted(
        (
            (-_score(column, ours, names.split(), formats, header), place, order, ours, column.name)
            for order, (ours, names) in enumerate(words.items())
            for place, column in enumerate(columns)
        ),
    )
    found: dict[str, str] = {}
    least = _LEAST if header else _LEAST_BY_VALUES
    for points, _, _, ours, theirs in scored:
        if -points >= least and ours not in found and theirs not in found.values():
            found[ours] = theirs
    return {ours: found[ours] for ours in words if ours in found}


def _score(column: _Column, ours: str, names: Sequence[str], formats: Sequence[str], header: bool) -> float:
    name = bare(column.name)
    points = 0.0
    if not header and ours not in _BY_VALUES:
        return points
    if header and name in names:
        points = _NAME - names.index(name) / 100
    elif header and any(len(each) > 4 and each in name for each in names) and "mail" not in name:
        points = _PART
    fitting = column.share(_fits(ours, formats))
    if ours == "id" or (not header and "name" in ours):
        fitting *= len(set(column.values)) / max(1, len(column.values)) * column.filled
    elif not header and len(set(column.values)) < 2:
        fitting = 0
    return points + (_VALUES * fitting if points or not header else 0)


def _fits(ours: str, formats: Sequence[str]) -> Callable[[str], bool]:
    if ours in {"birth_date", "registered"}:
        return lambda text: len(text) > 4 and read_date(text, formats) is not None
    pattern = re.compile(_SHAPES.get(ours, ".*"), re.IGNORECASE)
    return lambda text: pattern.fullmatch(text) is not None


def _person_lines(columns: Sequence[_Column], found: dict[str, str], formats: Sequence[str]) -> Iterator[str]:
    by_name = {column.name: column for column in columns}
    yield "[columns]"
    for ours in _NAMES:
        if ours in found:
            share = by_name[found[ours]].share(_fits(ours, formats))
            told = f"  # {share:.0%} of the first values look like it" if ours in _SHAPES or "date" in ours else ""
            yield f"{ours} = {_quoted(found[ours])}{told}"
        elif ours == "street_address" and (parts := _street_parts(columns)):
            yield f"street_address = [{', '.join(map(_quoted, parts))}]"
        elif ours in {"id", "last_name"}:
            yield f'{ours} = ""  # NOT FOUND: write here the name of the column'
    rest = [column.name for column in columns if column.name not in found.values()]
    if rest:
        yield f"# not used: {', '.join(rest[:80])}"


def _street_parts(columns: Sequence[_Column]) -> list[str]:
    """The columns of an address that is written in parts, if there are those of a number and a street."""
    parts = [next((each.name for each in columns if bare(each.name) in words.split()), "") for words in _STREET]
    return [part for part in parts if part] if parts[0] and parts[2] else []


def _status_lines(columns: Sequence[_Column]) -> Iterator[str]:
    for column in sorted(columns, key=lambda each: each.name):
        codes = sorted({value.upper() for value in column.values})
        if bare(column.name) in _STATUS.split() and len(codes) <= _MAX_STATUSES:
            kept = [code for code in codes if _KEPT.fullmatch(code)]
            others = [code for code in codes if code not in kept]
            yield ""
            yield "[status]  # who is registered; any status that is not named here keeps a record out"
            yield f"column = {_quoted(column.name)}"
            yield f"kept = [{', '.join(map(_quoted, kept or ['ACTIVE', 'A']))}]"
            if others:
                yield f"dropped = {{ other = [{', '.join(map(_quoted, others))}] }}"
            return
    yield ""
    yield "# No column tells who is registered. If one does, name it: [status] column = ..., kept = [...]"


def _secret_lines(columns: Sequence[_Column]) -> Iterator[str]:
    for column in columns:
        if _SECRET.search(bare(column.name)):
            yield ""
            yield "[confidential]  # whose record never gets into an extract"
            yield f"column = {_quoted(column.name)}"
            yield 'values = ["Y", "YES", "TRUE", "T", "1", "X"]'
            return


def _election_lines(columns: Sequence[_Column]) -> Iterator[str]:
    names = [folded(column.name) for column in columns]
    patterns = [each for each in _ELECTIONS if any(re.fullmatch(each, name) for name in names)]
    if patterns:
        yield ""
        yield "[election_columns]  # one column for each general election"
        yield f"general = [{', '.join(map(_literal, patterns))}]"


def _quoted(text: str) -> str:
    """A text as TOML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(letter if letter.isprintable() else " " for letter in escaped) + '"'


def _literal(text: str) -> str:
    return f"'{text}'"
