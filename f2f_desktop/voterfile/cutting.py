"""Cutting an extract: voter files and histories in, one signed extract out, and a report of what was left out.

Confidential, removed and denied records never get in; race and ethnicity are never read; of a birth date only the
year goes on. Damaged rows are counted, by reason, and cost nobody else.
"""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from f2f_desktop.campaign.filters import District
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.columns import COLUMNS
from f2f_desktop.voterfile.delimited import Lines, delimiter_of, opened, records
from f2f_desktop.voterfile.districts import Chooser
from f2f_desktop.voterfile.errors import LayoutUnusable, VoterFileUnreadable
from f2f_desktop.voterfile.frequency import frequency_codes
from f2f_desktop.voterfile.history import Histories, read_histories
from f2f_desktop.voterfile.layout import Layout, Source
from f2f_desktop.voterfile.manifest import Manifest
from f2f_desktop.voterfile.recognising import Recognised, folded, recognise
from f2f_desktop.voterfile.voters import TEXT_COLUMNS, TextColumn, Voters
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract

DEFAULT_DAYS = 60
"""Days until an extract expires, if nothing else is said."""
PROGRESS_EVERY = 20_000
"""Rows between two reports of progress."""


class CutRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What to cut from which files."""

    voters: tuple[Path, ...]
    history: tuple[Path, ...] = ()
    layout: str = "auto"
    districts: tuple[District, ...] = ()
    columns: tuple[str, ...] = COLUMNS
    expires: dt.date
    campaign_id: str = ""
    campaign_name: str = ""


class CutReport(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the rows."""

    layout: str
    reason: str
    confidence: float
    rows: int
    kept: int
    dropped: dict[str, int]
    """Reason to number of rows."""
    votes: int
    """Rows of the history that were counted."""
    elections: tuple[dt.date, ...]
    manifest: Manifest


def cut_extract(request: CutRequest, out: Path, key: SigningKey, *, progress: Progress = no_progress) -> CutReport:
    """Cuts the extract `out`, signed by `key`. It appears whole or not at all.

    `progress` counts bytes read. Raises `VoterFileError` and its kin, `ExtractNotWritten`.
    """
    found = [recognise(path, request.layout) for path in request.voters]
    layout = found[0].layout
    total = sum(path.stat().st_size for path in (*request.voters, *request.history))
    table = _Table(layout, request.districts)
    done = 0
    for path, recognised in zip(request.voters, found, strict=True):
        if recognised.layout.name != layout.name:
            raise VoterFileUnreadable(
                f"{path.name} has another layout than {request.voters[0].name}.", "Cut it alone."
            )
        table.read(path, recognised, _from(done, total, progress))
        done += path.stat().st_size
    table.chooser.check()
    histories = read_histories(request.history, layout, _from(done, total, progress))
    voters = table.voters(histories, request.columns)
    details = ExtractDetails(
        layout=layout.name,
        expires=request.expires,
        districts=request.districts,
        elections=histories.elections,
        campaign_id=request.campaign_id,
        campaign_name=request.campaign_name,
    )
    manifest = write_extract(out, voters, details, key)
    return CutReport(
        layout=layout.title,
        reason=found[0].reason,
        confidence=found[0].confidence,
        rows=table.rows,
        kept=len(voters),
        dropped=dict(table.dropped),
        votes=histories.votes,
        elections=histories.elections,
        manifest=manifest,
    )


def _from(done: int, total: int, progress: Progress) -> Callable[[int], None]:
    """Progress within one file, as progress in all of them."""
    return lambda read: progress(min(done + read, total), total)


class _Table:
    """The rows kept so far, as lists of texts by column."""

    def __init__(self, layout: Layout, districts: Sequence[District]) -> None:
        self.rows = 0
        self.dropped: Counter[str] = Counter()
        self.chooser = Chooser(districts, layout)
        self._layout = layout
        self._ids: dict[str, None] = {}
        self._texts: dict[str, list[str]] = {name: [] for name in TEXT_COLUMNS}
        self._districts: dict[str, list[str]] = {kind: [] for kind in layout.districts}
        self._others: dict[str, list[str]] = {n: [] for n in ("phone", "birth_year", "registered")}
        self._days = _DateReader(layout.dates)

    def read(self, path: Path, recognised: Recognised, progress: Callable[[int], None]) -> None:
        """Reads one file's rows."""
        reader = _RowReader(self._layout, recognised.header)
        year = dt.datetime.now(dt.UTC).year
        with opened(path) as (file, _):
            lines = Lines(file, self._layout.file)
            rest = iter(lines)
            first = next(rest, "")
            delimiter = delimiter_of(first, self._layout.file)
            if not recognised.has_header:
                rest = itertools.chain([first], rest)
            for number, fields in enumerate(records(rest, delimiter)):
                if number % PROGRESS_EVERY == 0:
                    progress(lines.bytes_read)
                self.rows += 1
                reason = self._keep(reader, fields, year)
                if reason:
                    self.dropped[reason] += 1

    def _keep(self, reader: "_RowReader", fields: list[str], year: int) -> str:
        """Keeps one row, or gives the reason for leaving it out."""
        if not reader.fits(fields):
            return "wrong number of columns"
        get = reader.get
        reason = reader.reason_to_drop(fields)
        if reason:
            return reason
        voter_id = get("id", fields)
        if not voter_id or not voter_id.isascii():
            return "no usable id"
        if not get("last_name", fields) and not get("first_name", fields):
            return "no name"
        codes = {kind: reader.district(kind, fields) for kind in self._layout.kinds}
        if not self.chooser.lives_there(codes, lambda kind: reader.also(kind, fields)):
            return "other district"
        if voter_id in self._ids:
            return "repeated id"
        self._ids[voter_id] = None
        for name, texts in self._texts.items():
            texts.append(_cleaned(name, get(name, fields)))
        for kind, column in self._districts.items():
            column.append(codes[kind].upper())
        self._others["phone"].append(get("phone", fields))
        self._others["birth_year"].append(self._birth_year(get, fields, year))
        self._others["registered"].append(get("registered", fields))
        return ""

    def _birth_year(self, get: Callable[[str, list[str]], str], fields: list[str], year: int) -> str:
        born = get("birth_year", fields)
        if born:
            return born
        day = self._days.day(get("birth_date", fields))
        if day:
            return str(dt.date.fromordinal(day).year)
        age = get("age", fields)
        return str(year - int(age)) if age.isdecimal() and 0 < int(age) < 130 else ""

    def voters(self, histories: Histories, allowed: Sequence[str]) -> Voters:
        """The kept rows as columns, restricted to those that are allowed and hold anything."""
        count = len(self._ids)
        births = np.fromiter((_year(text) for text in self._others["birth_year"]), np.int16, count)
        registered = np.fromiter((self._days.day(text) for text in self._others["registered"]), np.int64, count)
        numbers: dict[str, NDArray[np.integer]] = {
            "birth_year": births,
            "phone": np.fromiter((_phone(text) for text in self._others["phone"]), np.int64, count),
        }
        if histories.elections:
            voted = histories.voted(list(self._ids))
            codes = frequency_codes(voted, histories.elections, births, registered)
            numbers |= dict(zip(("frequency", "votes_cast", "votes_possible"), codes, strict=True))
        texts = {name: TextColumn.encode(column) for name, column in self._texts.items() if any(column)}
        districts = {kind: TextColumn.encode(column) for kind, column in self._districts.items() if any(column)}
        return Voters(
            np.array([voter_id.encode() for voter_id in self._ids] or [b""], dtype=np.bytes_)[:count],
            {name: column for name, column in texts.items() if name in allowed},
            {name: column for name, column in numbers.items() if name in allowed and column.any()},
            districts,
        )


class _RowReader:
    """Finds a layout's columns in the rows of one file."""

    def __init__(self, layout: Layout, header: Sequence[str]) -> None:
        self._layout = layout
        self._place = {folded(name): number for number, name in reversed(list(enumerate(header)))}
        self._width = len(header)
        self._sources = {name: self._find(source) for name, source in layout.columns.items()}
        self._kinds = {kind: self._find(source) for kind, source in layout.kinds.items()}
        self._also = {kind: self._find(source) for kind, source in layout.also.items()}
        status, confidential = layout.status, layout.confidential
        self._status = self._find(status.column) if status else []
        self._dropped = {
            value.upper(): reason
            for reason, values in (status.dropped if status else {}).items()
            for value in values
        }
        self._kept = frozenset(value.upper() for value in (status.kept if status else ()))
        self._confidential = self._find(f"{confidential.column}?") if confidential and confidential.column else []
        self._secret = frozenset(value.upper() for value in (confidential.values if confidential else ()))
        self._withheld = frozenset(value.upper() for value in (confidential.withheld if confidential else ()))
        self._needed = 1 + max(
            (place for parts in self._sources.values() for place in parts if isinstance(place, int)), default=0
        )

    def fits(self, fields: list[str]) -> bool:
        """Whether a row has the header's columns; empty ones at the end may be missing or too many."""
        if len(fields) > self._width:
            return not any(fields[self._width :])
        return len(fields) == self._width or len(fields) >= self._needed

    def get(self, name: str, fields: list[str]) -> str:
        """The text of one of the layout's columns."""
        return self._text(self._sources.get(name, []), fields)

    def district(self, kind: str, fields: list[str]) -> str:
        """The code of the voter's district of a kind."""
        return self._text(self._kinds[kind], fields)

    def also(self, kind: str, fields: list[str]) -> str:
        """The other way of writing that code, if the file has one."""
        return self._text(self._also.get(kind, []), fields)

    def reason_to_drop(self, fields: list[str]) -> str:
        """Why this record must not get into an extract; empty if it may."""
        if self._text(self._confidential, fields).upper() in self._secret and self._confidential:
            return "confidential"
        if self._withheld and any(
            self.get(name, fields).upper() in self._withheld
            for name in ("last_name", "first_name", "street_address")
        ):
            return "confidential"
        if self._status:
            status = self._text(self._status, fields).upper()
            if status not in self._kept:
                return self._dropped.get(status, "unknown status")
        return ""

    @staticmethod
    def _text(parts: Sequence[int | str], fields: list[str]) -> str:
        if len(parts) == 1:
            part = parts[0]
            return part if isinstance(part, str) else (fields[part] if part < len(fields) else "")
        texts = (p if isinstance(p, str) else (fields[p] if p < len(fields) else "") for p in parts)
        return " ".join(filter(None, texts))

    def _find(self, source: Source) -> list[int | str]:
        """Places of the columns that a source names; a text stands for itself. Raises LayoutUnusable."""
        parts: list[int | str] = []
        for each in (source,) if isinstance(source, str) else source:
            if each.startswith("="):
                parts.append(each[1:])
                continue
            names = [name.strip() for name in each.split("|")]
            places = [self._place.get(folded(name.rstrip("?"))) for name in names]
            present = [place for place in places if place is not None]
            if present:
                parts.append(present[0])
            elif not any(name.endswith("?") for name in names):
                raise LayoutUnusable(self._layout.name, f"the file has no column {each}")
        return parts


class _DateReader:
    """Reads dates, each distinct text once."""

    def __init__(self, forms: Sequence[str]) -> None:
        self._forms = forms
        self._known: dict[str, int] = {"": 0}

    def day(self, text: str) -> int:
        """The proleptic Gregorian ordinal of a date; 0 where it is none."""
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def _read(self, text: str) -> int:
        for form in self._forms:
            try:
                return dt.datetime.strptime(text[:10], form).replace(tzinfo=dt.UTC).toordinal()
            except ValueError:
                continue
        return 0


def _cleaned(name: str, text: str) -> str:
    text = " ".join(text.split()).upper()
    if name == "zip":
        digits = "".join(character for character in text if character.isdecimal())
        return digits[:5].zfill(5) if digits else ""
    if name == "sex":
        return text[:1] if text[:1] in ("M", "F", "X") else ""
    return text


def _year(text: str) -> int:
    return int(text) if len(text) == 4 and text.isdecimal() and 1850 < int(text) < 2100 else 0


def _phone(text: str) -> int:
    digits = "".join(character for character in text if character in "0123456789")
    if len(digits) == 11 and digits[0] == "1":
        digits = digits[1:]
    return int(digits) if len(digits) == 10 and digits[0] in "23456789" else 0
