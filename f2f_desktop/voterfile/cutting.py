"""Cutting an extract: voter files and histories in, one signed extract out, and a report of what was left out.

Confidential, removed and denied records never get in; race and ethnicity are never read; of a birth date only the
year goes on. Whoever is dropped may stand in the memory of the cut until it is known who is wanted, but nowhere else.
"""

import errno
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from f2f_desktop.campaign.filters import District
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.columns import COLUMNS
from f2f_desktop.voterfile.companions import load_companion, with_companion, with_kinds_of
from f2f_desktop.voterfile.counting import EVERY_KIND, CountReport, Crossing, crossing, lives_in, tally
from f2f_desktop.voterfile.district_columns import kinds_of, with_district_columns
from f2f_desktop.voterfile.districts import (
    COUNTY,
    Chosen,
    choose,
    in_several_counties,
    known_kind,
    wanted_codes,
    within_counties,
)
from f2f_desktop.voterfile.elections import Elections
from f2f_desktop.voterfile.encoded_history import EncodedHistory
from f2f_desktop.voterfile.encoding import RowsRead, uncounted
from f2f_desktop.voterfile.errors import ExpiryPast, HistoryUnusable, NobodyLeft, VoterFileUnreadable
from f2f_desktop.voterfile.forms import Beginning, Form, form_of, header_form
from f2f_desktop.voterfile.frequency import DEFAULT_ELECTIONS
from f2f_desktop.voterfile.history import load_votes
from f2f_desktop.voterfile.history_columns import columns_of_elections, load_votes_by_column
from f2f_desktop.voterfile.layout import Source
from f2f_desktop.voterfile.loading import Wanted, allowed_columns, voters_of, wanted_columns
from f2f_desktop.voterfile.manifest import Manifest, Reading
from f2f_desktop.voterfile.mending import LOST, MENDED, RECODED, Dialect
from f2f_desktop.voterfile.national import NationalNames
from f2f_desktop.voterfile.raw import RawFile
from f2f_desktop.voterfile.recognising import ELECTIONS, HISTORY, VOTERS, signature_of
from f2f_desktop.voterfile.records import EncodedRecords, Groups, Records, ScannedRecords
from f2f_desktop.voterfile.regular import RegularFile, make_regular
from f2f_desktop.voterfile.replacing import check_folder
from f2f_desktop.voterfile.scanning import Database, FileColumns, Scan
from f2f_desktop.voterfile.screening import KEPT, OTHER_HEADER
from f2f_desktop.voterfile.sorting import sort_files
from f2f_desktop.voterfile.stages import Stages
from f2f_desktop.voterfile.uses import USES
from f2f_desktop.voterfile.work_folder import work_folder
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract

DEFAULT_DAYS = 60
"""Days until an extract expires, if nothing else is said."""
OTHER_DISTRICT = "other district"
REPEATED_ID = "same id again"
MOST_CROSSED = 100_000
"""Combinations of districts that are kept to count by; a large state has some ten thousand."""
_COUNTED = ("frequency", "votes_cast", "votes_possible")
"""Columns that come from a history."""


class CutRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What to cut from which files."""

    voters: tuple[Path, ...]
    history: tuple[Path, ...] = ()
    layout: str = "auto"
    """`auto`, the name of a layout, or the path of a mapping file."""
    districts: tuple[District, ...] = ()
    columns: tuple[str, ...] | None = None
    """Names of columns and kinds of districts that may be in the extract, `districts` for all usual kinds; None: all
    columns and all usual kinds."""
    elections: int = DEFAULT_ELECTIONS
    """How many general elections voter frequency is counted over, at most."""
    expires: date
    campaign_id: str = ""
    campaign_name: str = ""
    national: NationalNames | None = None
    """Frequencies of names in the whole country, for the extract to carry."""


class CutReport(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the rows: `rows` is `kept` and all that is `dropped`."""

    layout: str
    certainty: int
    """How sure the layout is, in hundredths; 100 where it was named."""
    why: str
    notes: tuple[str, ...] = ()
    """What else there is to tell about the files, in whole sentences."""
    rows: int
    kept: int
    mended: int
    """Damaged rows that could be read nevertheless."""
    dropped: dict[str, int]
    """Reason to number of rows."""
    history_rows: int
    history_lost: int
    """Damaged rows of the history."""
    votes: int
    """Rows of the history that were votes in `elections`."""
    elections: tuple[date, ...]
    """Newest first."""
    manifest: Manifest


def cut_extract(
    request: CutRequest,
    out: Path,
    key: SigningKey,
    *,
    progress: Progress = no_progress,
    counted: RowsRead = uncounted,
) -> CutReport:
    """Cuts the extract `out`, signed by `key`. It appears whole or not at all.

    Progress is told in bytes, each counted as often as the files are gone through; `counted` is told the rows that
    were read. Raises `VoterFileError`, `ExtractNotWritten`, and `Cancelled` where `progress` does.
    """
    if request.expires < datetime.now(UTC).astimezone().date():
        raise ExpiryPast(request.expires)
    check_folder(out)
    with _work(request, progress, counted) as cut:
        return cut.into(out, key)


def count_voters(
    request: CutRequest,
    by: Sequence[str] = (),
    *,
    progress: Progress = no_progress,
    counted: RowsRead = uncounted,
) -> CountReport:
    """What `cut_extract` would keep and leave out, and how many voters live in each district of the kinds `by`.

    Nothing is written. Progress and errors are those of `cut_extract`; an unknown kind of district is
    DistrictUnknown, which names the kinds that there are.
    """
    with _work(request, progress, counted) as cut:
        return cut.count(by)


def survey_voters(
    request: CutRequest, *, progress: Progress = no_progress, counted: RowsRead = uncounted
) -> tuple[CountReport, Crossing | None]:
    """What `count_voters` says by every kind of district, and what any choice of districts would keep.

    The crossing knows the kinds that an extract usually holds where all kinds together make more than MOST_CROSSED
    combinations, and is None where those do, too.
    """
    with _work(request, progress, counted) as cut:
        report = cut.count((EVERY_KIND,))
        return report, cut.crossing(report.kinds)


@contextmanager
def _work(request: CutRequest, progress: Progress, counted: RowsRead) -> Iterator["_Cut"]:
    """A cut with its work folder and its database, which are gone in the end."""
    try:
        with work_folder() as folder, Database(folder) as database:
            yield _Cut(request, folder, database, progress, counted)
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise VoterFileUnreadable(
            "The disk is full: the work folder for cutting has no room left."
            if full
            else f"The work folder for cutting cannot be used: {error.strerror or error}.",
            "Make room on the disk for a copy of the voter files, or set TMPDIR to a folder that has it.",
        ) from error


class _Cut:
    """One cut, step by step."""

    def __init__(
        self, request: CutRequest, folder: Path, database: Database, progress: Progress, counted: RowsRead
    ) -> None:
        self._counted = counted
        self._request = request
        self._folder = folder
        self._database = database
        self._sorted = sort_files(request.voters, request.history, request.layout)
        self._layout = self._sorted.layout
        # Every file is examined; voter files then are counted and loaded, histories read twice; the rest is the end.
        sizes = sum(raw.size for raws in self._sorted.files.values() for raw in raws)
        self._stages = Stages(progress, 3 * sizes * 5 // 4)
        self._today = datetime.now(UTC).date()
        self._regular: dict[tuple[RawFile, Form], RegularFile] = {}
        self._by_county: list[str] = []
        self._there: dict[str, Source] = {}
        self._counted_records: Records
        self._doubt = ""
        self._damage: Counter[str] = Counter()
        self._history_damage: Counter[str] = Counter()

    def into(self, out: Path, key: SigningKey) -> CutReport:
        """All the steps."""
        request, files = self._request, self._sorted
        forms = self._forms(VOTERS)
        kinds = self._learn_kinds(forms)
        layout = self._layout
        wanted = wanted_codes(request.districts, kinds)
        elections_within = [(raw, form) for raw, form in forms if self._has_elections(form)]
        with_history = bool(files.of(HISTORY) or files.of(ELECTIONS) or elections_within)
        columns = wanted_columns(layout, allowed_columns(layout, request.columns), with_history)
        asked = self._asked(wanted, kinds)
        records = self._records(forms, columns, asked)
        dropped, chosen = self._count(records.groups(asked, self._stages.stage(self._stages.left // 8)), wanted)
        records.load(chosen)
        by_column = self._scans(ELECTIONS, self._history_damage)
        by_column += [self._scan(raw, form, Counter()) for raw, form in elections_within]
        elections = self._load_history(records, by_column)
        voters, repeated = voters_of(
            records.table(bool(elections.days), self._stages.stage(self._stages.left // 8)),
            columns,
            layout.dates,
            elections.days,
            self._today,
            self._stages.stage(self._stages.left // 2),
        )
        dropped[REPEATED_ID] += repeated
        lost = Counter({reason: self._damage[reason] for reason in LOST})
        dropped = +(dropped + lost)
        if not len(voters):
            told = f"{layout.title or layout.name} ({files.certainty} %)"
            raise NobodyLeft(", ".join(f"{reason}: {count:,}" for reason, count in dropped.most_common()), told)
        reading = Reading(
            certainty=files.certainty,
            why=files.why,
            rows=len(voters) + dropped.total(),
            mended=self._damage[MENDED],
            dropped=dict(dropped.most_common()),
            history_rows=elections.rows,
            history_lost=sum(self._history_damage[reason] for reason in LOST),
        )
        details = ExtractDetails(
            layout=layout.name,
            expires=request.expires,
            districts=tuple(District(known_kind(each.kind, kinds), each.code) for each in request.districts),
            elections=elections.days,
            campaign_id=request.campaign_id,
            campaign_name=request.campaign_name,
            reading=reading,
        )
        voters = replace(voters, national=request.national)
        manifest = write_extract(out, voters, details, key, progress=self._stages.stage(self._stages.left))
        return CutReport(
            layout=layout.title or layout.name,
            certainty=files.certainty,
            why=files.why,
            notes=self._notes(),
            rows=reading.rows,
            kept=len(voters),
            mended=reading.mended,
            dropped=reading.dropped,
            history_rows=reading.history_rows,
            history_lost=reading.history_lost,
            votes=elections.votes,
            elections=elections.days,
            manifest=manifest,
        )

    def count(self, by: Sequence[str]) -> CountReport:
        """Counts instead of cutting."""
        files = self._sorted
        forms = self._forms(VOTERS)
        self._there = there = self._learn_kinds(forms)
        layout = self._layout
        wanted = wanted_codes(self._request.districts, there)
        kinds = list(there) if EVERY_KIND in by else [known_kind(kind, there) for kind in by]
        asked = self._asked(wanted, there)
        records = self._records(forms, Wanted({}, {}, (), {}), [*asked, *kinds])
        self._counted_records = records
        groups = records.groups(asked, self._stages.stage(self._stages.left // 2))
        dropped, chosen = self._count(groups, wanted)
        records.load(chosen)
        dropped[REPEATED_ID] += (repeated := records.repeated())
        taken = sum(count for record, count in groups.items() if record[0] == KEPT and lives_in(record, chosen))
        lost = Counter({reason: self._damage[reason] for reason in LOST})
        dropped = +(dropped + lost)
        kept = taken - repeated
        self._stages.stage(self._stages.left)(1, 1)
        return CountReport(
            layout=layout.title or layout.name,
            certainty=files.certainty,
            why=files.why,
            notes=self._notes(),
            rows=kept + dropped.total(),
            kept=kept,
            mended=self._damage[MENDED],
            dropped=dict(dropped.most_common()),
            files={role: tuple(raw.name for raw in raws) for role, raws in files.files.items()},
            by={kind: tally(living) for kind, living in records.living(kinds).items()},
            kinds=tuple(there),
            only_asked=tuple(kind for kind in there if kind in layout.more_districts),
            columns={name: USES[name] for name in ("id", *COLUMNS) if name in layout.columns or name in _COUNTED},
        )

    def crossing(self, kinds: Sequence[str]) -> Crossing | None:
        """What `count` has counted by these kinds, by all of them at once."""
        usual = [kind for kind in kinds if kind not in self._layout.more_districts]
        for each in (list(kinds), usual):
            groups = self._counted_records.crossed(each, MOST_CROSSED) if each else None
            if groups is not None:
                return crossing({kind: self._there[kind] for kind in each}, self._layout.values, groups)
        return None

    def _asked(self, wanted: Collection[str], kinds: Collection[str]) -> list[str]:
        """The kinds by which records are grouped: those that are wanted, and counties where these may begin anew."""
        self._by_county = within_counties(wanted, kinds)
        return [*wanted, *([COUNTY] if self._by_county else [])]

    def _notes(self) -> tuple[str, ...]:
        """What else there is to tell about the files, now that they are read."""
        notes = self._sorted.notes + ((self._doubt,) if self._doubt else ())
        if recoded := self._damage[RECODED]:
            notes += (f"Not in UTF-8 and read as Windows-1252: {recoded:,} line{'s' * (recoded != 1)}.",)
        return notes

    def _learn_kinds(self, forms: Sequence[tuple[RawFile, Form]]) -> dict[str, Source]:
        """The kinds of districts that these files have: of the layout, of their headers, and of companion files."""
        self._layout = with_district_columns(self._layout, [form for _, form in forms])
        added: list[str] = []
        for companion in self._layout.companions:
            if companion.to == VOTERS and self._sorted.of(companion.title):
                if companion.kinds:
                    beside = self._scans(companion.title, Counter())
                    self._layout = with_kinds_of(self._layout, companion, self._database, beside)
                added += next(each.adds for each in self._layout.companions if each.title == companion.title)
        return kinds_of(self._layout, [form for _, form in forms], added)

    def _records(self, forms: Sequence[tuple[RawFile, Form]], columns: Wanted, kinds: Collection[str]) -> Records:
        """The records of the voter files, in the quickest way in which they can be read."""
        added = any(each.to == VOTERS and self._sorted.of(each.title) for each in self._layout.companions)
        encoded = EncodedRecords(self._database, self._layout, columns, self._folder, self._damage, self._counted)
        if not added and encoded.read(forms, kinds, self._stages, 3):
            return encoded
        scans = self._scans(VOTERS, self._damage)
        return ScannedRecords(self._database, self._layout, columns, scans, self._stages)

    def _forms(self, role: str) -> list[tuple[RawFile, Form]]:
        """The files of one role, and how each is written."""
        signature = signature_of(self._layout, role)
        begun = [(raw, Beginning.of(raw)) for raw in self._sorted.of(role)]
        # The header of one may be that of others, too.
        with_header = [form for _, begin in begun if (form := header_form(begin, signature, strict=True))]
        return [(raw, form_of(begin, signature, with_header)) for raw, begin in begun]

    def _scans(self, role: str, damage: Counter[str]) -> list[Scan]:
        """The files of one role, regular, and with what the companions add to them."""
        if not self._sorted.of(role):
            return []
        scans = [self._scan(raw, form, damage) for raw, form in self._forms(role)]
        for place, companion in enumerate(self._layout.companions):
            if companion.to == role and self._sorted.of(companion.title):
                table = f"companion{role}{place}"
                beside = self._scans(companion.title, Counter())
                adding = load_companion(self._database, companion, beside, table, no_progress)
                scans = [with_companion(scan, adding) for scan in scans]
        return scans

    def _has_elections(self, form: Form) -> bool:
        """Whether a voter file has columns of elections itself, and there is no history besides."""
        beside = self._sorted.of(HISTORY) or self._sorted.of(ELECTIONS)
        return not beside and bool(columns_of_elections(form, self._layout))

    def _scan(self, raw: RawFile, form: Form, damage: Counter[str]) -> Scan:
        """Makes a file regular, so that it can be read by column."""
        dialect = Dialect(form.delimiter, form.fields, form.quoting)
        file = self._regular.get((raw, form))
        if file is None:
            file = make_regular(raw, dialect, form.skip, self._folder, self._stages.stage(raw.size))
            self._regular[raw, form] = file
        damage.update(file.counts)
        return Scan(file, FileColumns(form, raw.name), raw.size)

    def _count(
        self, groups: Groups, wanted: Mapping[str, dict[str, str]]
    ) -> tuple[Counter[str], dict[str, Chosen]]:
        """How many records are dropped for which reason, and which texts mean the wanted districts."""
        layout = self._layout
        dropped: Counter[str] = Counter()
        for record, count in groups.items():
            dropped[record[0]] += count
        del dropped[KEPT]
        if dropped[OTHER_HEADER]:
            raise VoterFileUnreadable(
                "Files with different columns were put together in one: a second header names other columns.",
                "Hand in the files one by one.",
            )
        kept = {record: count for record, count in groups.items() if record[0] == KEPT}
        chosen = {
            kind: choose(
                kind,
                codes,
                {record[place] for record in kept},
                {record[place + 1] for record in kept},
                layout.values.get(kind),
            )
            for place, (kind, codes) in zip(range(1, 1 + 2 * len(wanted), 2), wanted.items(), strict=True)
        }
        living = [record for record in kept if lives_in(record, chosen)]
        dropped[OTHER_DISTRICT] = sum(kept.values()) - sum(kept[record] for record in living)
        if self._by_county:
            self._doubt = in_several_counties(self._by_county, {record[-2] for record in living})
        return dropped, chosen

    def _load_history(self, records: Records, by_column: Sequence[Scan]) -> Elections:
        """Loads who voted in the last general elections; none without a history."""
        history, at_most, today, formats = (
            self._layout.history,
            self._request.elections,
            self._today,
            self._layout.dates,
        )
        damage = self._history_damage
        if history is not None and self._sorted.of(HISTORY):
            forms = self._forms(HISTORY)
            added = any(each.to == HISTORY and self._sorted.of(each.title) for each in self._layout.companions)
            if not added:
                self._refuse_without_dates([FileColumns(form, raw.name) for raw, form in forms])
                encoded = EncodedHistory(self._database, history, formats, today, self._folder, damage)
                if isinstance(records, EncodedRecords) and encoded.can_read(forms):
                    elections, voted = encoded.votes(
                        forms, records.ids(self._stages.stage(0)), at_most, self._stages
                    )
                    records.note_votes(voted)
                    return elections
            scans = self._scans(HISTORY, damage)
            self._refuse_without_dates([scan.columns for scan in scans])
            self._join_with(records)
            stage = self._stages.stage(2 * sum(scan.size for scan in scans))
            return load_votes(self._database, history, scans, formats, at_most, today, stage)
        if by_column:
            self._join_with(records)
        stage = self._stages.stage(sum(scan.size for scan in by_column))
        return load_votes_by_column(self._database, self._layout, by_column, at_most, today, stage)

    def _join_with(self, records: Records) -> None:
        """Has the ids in the database, where a history is joined with them."""
        if isinstance(records, EncodedRecords):
            records.kept_in_database(no_progress)

    def _refuse_without_dates(self, files: Sequence[FileColumns]) -> None:
        """Raises HistoryUnusable where a history has codes of elections, and nothing says what they mean."""
        history = self._layout.history
        missing = [
            each for each in self._layout.companions if each.to == HISTORY and not self._sorted.of(each.title)
        ]
        for columns in files:
            if missing and history and not columns.has(history.date):
                raise HistoryUnusable(
                    f"{columns.name} holds codes of elections, not their dates.",
                    f"Hand in the file of {missing[0].title} with it.",
                )
