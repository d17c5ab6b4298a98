"""What the columns of a target list hold: by their names, or as a mapping file says.

`first_name`, `last_name` and `phone` are required; `voter_id`, `van_id`, `pdi_id`, `state_abbrev` and
`assigned_user_email` are known; every other column becomes a script variable. Names are compared without case,
blanks and punctuation. A mapping file (TOML) says it for other headers, in the notation of voter files' layouts
(see `voterfile.layout`); `resources/help/target-lists.md` teaches how.
"""

import tomllib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from f2f_desktop.campaign.merge_fields import field_name
from f2f_desktop.organizer.errors import TargetColumnsMissing, TargetMappingUnusable
from f2f_desktop.voterfile.layout import DELIMITERS, ENCODINGS, FileForm, Source

REQUIRED = ("first_name", "last_name", "phone")
IDS = ("voter_id", "van_id", "pdi_id")
"""The voter's id in the voter file (the state's, as a rule), in VAN, in PDI; the first that is found decides."""
KNOWN = (*IDS, "state_abbrev", "assigned_user_email")
CLUES = ("middle_name", "suffix", "email", "street_address", "city", "zip", "birth_year")
"""Help to find the person, and are script variables like any other column."""

_SPELLINGS = {
    "voter_id": (
        *("state_voter_id", "state_id", "state_file_id", "sos_id"),
        *("ncid", "sos_voterid", "voter_identification_number", "lalvoterid", "voterbase_id"),
    ),
    "van_id": ("voter_file_van_id", "voterfile_vanid", "voter_vanid", "myvoters_vanid"),
    "pdi_id": ("pdi_voter_id",),
    "phone": ("phone_number", "cell_phone", "mobile_phone"),
    "state_abbrev": ("state_abbreviation",),
    "street_address": ("address",),
    "zip": ("zip_code", "zip5"),
    "email": ("email_address",),
}
"""Spellings that need no mapping file besides our own names; of the ids, what the states and vendors call them."""

Places = tuple[int | str, ...]
"""Columns by their place from 0, and fixed texts."""


class TargetMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mapping file. A key that means nothing is an error, since it is a typing error."""

    columns: dict[str, Source] = {}
    """One of our names to the column that holds it."""
    variables: dict[str, Source] = {}
    """Name of a script variable to its column, for columns that are to be called otherwise."""
    leave_out: tuple[str, ...] = ()
    """Columns that must not travel."""
    file: FileForm = FileForm()


class TargetColumns(msgspec.Struct, frozen=True):
    """Where in a row everything stands."""

    fields: dict[str, Places]
    """One of our names to its columns; only those that the list has."""
    variables: tuple[tuple[str, Places], ...]
    """Names of script variables, each different, and their columns."""


def read_target_mapping(path: Path) -> TargetMapping:
    """The mapping in a TOML file. Raises TargetMappingUnusable, which says what is wrong with it."""
    try:
        mapping = msgspec.convert(tomllib.loads(path.read_bytes().decode("utf-8-sig")), TargetMapping)
    except OSError as error:
        raise TargetMappingUnusable(path.name, f"it cannot be read ({error.strerror or error})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise TargetMappingUnusable(path.name, f"it is not TOML ({error})") from error
    except msgspec.ValidationError as error:
        raise TargetMappingUnusable(path.name, str(error)) from error
    if fault := _fault(mapping):
        raise TargetMappingUnusable(path.name, fault)
    return mapping


def columns_of(name: str, header: Sequence[str], mapping: TargetMapping) -> TargetColumns:
    """What the columns called `header` hold; `name` is the file's. Raises TargetColumnsMissing."""
    places: dict[str, int] = {}
    for place, text in enumerate(header):
        places.setdefault(_key(text), place)
    places.pop("", None)
    missing: list[str] = []

    def found(source: Source) -> Places:
        there, not_there = _places(source, places)
        missing.extend(not_there)
        return there

    fields = {field: found(source) for field, source in mapping.columns.items()}
    variables = {_variable(variable): found(source) for variable, source in mapping.variables.items()}
    named = {place for each in (*fields.values(), *variables.values()) for place in each}
    for field in (*REQUIRED, *KNOWN, *CLUES):
        spellings = (field, *_SPELLINGS.get(field, ()))
        there = [places[key] for key in map(_key, spellings) if key in places]
        if field not in fields and there and there[0] not in named:
            fields[field] = (there[0],)
    missing += [field for field in REQUIRED if not fields.get(field)]
    if missing:
        raise TargetColumnsMissing(name, list(dict.fromkeys(missing)), header)
    taken = {place for field in (*REQUIRED, *KNOWN) for place in fields.get(field, ())}
    taken |= {place for each in variables.values() for place in each}
    taken |= {places[_key(text)] for text in mapping.leave_out if _key(text) in places}
    for place, text in enumerate(header):
        variable = _variable(text)
        if place not in taken and variable:
            variables.setdefault(variable, (place,))
    return TargetColumns({field: each for field, each in fields.items() if each}, tuple(variables.items()))


def is_header(header: Sequence[str], mapping: TargetMapping) -> bool:
    """Whether a row names the columns of a target list."""
    try:
        columns_of("", header, mapping)
    except TargetColumnsMissing:
        return False
    return True


def _places(source: Source, places: dict[str, int]) -> tuple[Places, list[str]]:
    """The columns and texts that `source` stands for, and what of it the file lacks."""
    there: list[int | str] = []
    missing: list[str] = []
    for part in (source,) if isinstance(source, str) else source:
        if part.startswith("="):
            there.append(part[1:].strip())
            continue
        names = [each.strip() for each in part.split("|")]
        place = next((places[key] for key in (_key(each.rstrip("?")) for each in names) if key in places), None)
        if place is not None:
            there.append(place)
        elif not any(each.endswith("?") for each in names):
            missing.append(part)
    return tuple(there), missing


def _key(text: str) -> str:
    """A header as it is compared: `First Name`, `first_name` and `FirstName` are one."""
    return "".join(filter(str.isalnum, text.casefold()))


def _variable(text: str) -> str:
    """A header as the name of a script variable, which merge fields can name."""
    return field_name("".join("_" if letter in "{}|" else letter for letter in text))


def _fault(mapping: TargetMapping) -> str:
    known = (*REQUIRED, *KNOWN, *CLUES)
    unknown = [field for field in mapping.columns if field not in known]
    form = mapping.file
    if unknown:
        return f"[columns] {unknown[0]} is not known; known are {', '.join(known)}"
    if form.delimiter not in DELIMITERS and form.delimiter != "auto" and len(form.delimiter) != 1:
        return f"delimiter {form.delimiter!r} is none of {', '.join(DELIMITERS)} or one character"
    if form.delimiter in {'"', "\n", "\r", "\0", " "}:
        return "this delimiter cannot be told from the rest of the line"
    if form.encoding not in ENCODINGS:
        return f"encoding {form.encoding!r} is none of {', '.join(ENCODINGS)}"
    if not form.header and not form.names:
        return "without a header, names must list the columns in their order"
    if not all(map(_variable, mapping.variables)):
        return "a variable has no name"
    return ""
