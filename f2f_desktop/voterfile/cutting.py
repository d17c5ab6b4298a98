"""Cutting an extract: voter files and histories in, one signed extract out, and a report of what was left out.

Confidential, removed and denied records never get in; race and ethnicity are never read; of a birth date only the
year goes on. The files are gone through twice: once to count who is dropped and who lives where, once to load
those who are wanted. What is dropped is never held.
"""
# ruff: noqa: S608 - a text of the user gets into a statement through `literal` alone

import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from f2f_desktop.campaign.filters import District
from f2f_desktop.events.signing import SigningKey
from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile.districts import Chosen, choose, wanted_codes
from f2f_desktop.voterfile.errors import HistoryUnusable, NobodyLeft, VoterFileUnreadable
from f2f_desktop.voterfile.frequency import DEFAULT_ELECTIONS
from f2f_desktop.voterfile.history import Elections, last_general_elections, load_votes
from f2f_desktop.voterfile.layout import ENCODINGS, FileForm, Source, built_in_layouts
from f2f_desktop.voterfile.loading import create_kept, load_kept, voters_of, wanted_columns
from f2f_desktop.voterfile.manifest import Manifest
from f2f_desktop.voterfile.mending import LOST, MENDED, Dialect
from f2f_desktop.voterfile.national import NationalNames
from f2f_desktop.voterfile.raw import RawFile, raw_files
from f2f_desktop.voterfile.recognising import Form, Recognised, form_of, named_layout, recognise
from f2f_desktop.voterfile.regular import make_regular
from f2f_desktop.voterfile.replacing import check_folder
from f2f_desktop.voterfile.scanning import Database, FileColumns, Scan, parts_of
from f2f_desktop.voterfile.screening import KEPT, reason_to_drop
from f2f_desktop.voterfile.stages import Stages
from f2f_desktop.voterfile.writing import ExtractDetails, write_extract

DEFAULT_DAYS = 60
"""Days until an extract expires, if nothing else is said."""
OTHER_DISTRICT = "other district"
REPEATED_ID = "same id again"


class CutRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What to cut from which files."""

    voters: tuple[Path, ...]
    history: tuple[Path, ...] = ()
    layout: str = "auto"
    """`auto`, the name of a layout, or the path of a mapping file."""
    districts: tuple[District, ...] = ()
    columns: tuple[str, ...] | None = None
    """Names of columns and kinds of districts that may be in the extract; None: all."""
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
    sure: bool
    """Whether the layout is beyond doubt."""
    why: str
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


def cut_extract(request: CutRequest, out: Path, key: SigningKey, *, progress: Progress = no_progress) -> CutReport:
    """Cuts the extract `out`, signed by `key`. It appears whole or not at all.

    Progress is told in bytes, each counted as often as the files are gone through. Raises `VoterFileError`,
    `ExtractNotWritten`, and `Cancelled` where `progress` does.
    """
    check_folder(out)
    try:
        with tempfile.TemporaryDirectory(prefix="f2f-cut-") as folder, Database(Path(folder)) as database:
            return _Cut(request, Path(folder), database, progress).into(out, key)
    except OSError as error:
        raise VoterFileUnreadable(
            f"The work folder for cutting cannot be used: {error.strerror or error}.",
            "Make room on the disk for a copy of the voter files, or set TMPDIR to a folder that has it.",
        ) from error


class _Cut:
    """One cut, step by step."""

    def __init__(self, request: CutRequest, folder: Path, database: Database, progress: Progress) -> None:
        self._request = request
        self._folder = folder
        self._database = database
        self._recognised = _recognised(request)
        self._layout = self._recognised.layout
        self._voters = _raw(request.voters, self._layout.file)
        self._history = _raw(request.history, self._layout.history.file) if self._layout.history else []
        # Voter files are examined, counted and loaded; histories examined and read twice; the rest is the end.
        sizes = 3 * sum(raw.size for raw in self._voters), 3 * sum(raw.size for raw in self._history)
        self._stages = Stages(progress, sum(sizes) * 5 // 4)
        self._today = datetime.now(UTC).date()
        self._damage: Counter[str] = Counter()
        self._history_damage: Counter[str] = Counter()

    def into(self, out: Path, key: SigningKey) -> CutReport:
        """All the steps."""
        request, layout = self._request, self._layout
        wanted = wanted_codes(request.districts, layout.kinds)
        scans = [self._voter_scan(raw) for raw in self._voters]
        dropped, chosen = self._count(scans, wanted)
        columns = wanted_columns(layout, request.columns, bool(self._history))
        create_kept(self._database, columns, no_progress)
        for scan in scans:
            load_kept(self._database, layout, scan, columns, chosen, self._stages.stage(scan.size))
        elections = self._load_history()
        voters, repeated = voters_of(
            self._database,
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
            raise NobodyLeft(", ".join(f"{reason}: {count:,}" for reason, count in dropped.most_common()))
        details = ExtractDetails(
            layout=layout.name,
            expires=request.expires,
            districts=request.districts,
            elections=elections.days,
            campaign_id=request.campaign_id,
            campaign_name=request.campaign_name,
        )
        voters = replace(voters, national=request.national)
        manifest = write_extract(out, voters, details, key, progress=self._stages.stage(self._stages.left))
        return CutReport(
            layout=layout.title or layout.name,
            sure=self._recognised.sure,
            why=self._recognised.why,
            rows=len(voters) + dropped.total(),
            kept=len(voters),
            mended=self._damage[MENDED],
            dropped=dict(dropped.most_common()),
            history_rows=elections.rows,
            history_lost=sum(self._history_damage[reason] for reason in LOST),
            votes=elections.votes,
            elections=elections.days,
            manifest=manifest,
        )

    def _voter_scan(self, raw: RawFile) -> Scan:
        layout = self._layout
        telling = [*layout.recognise.header, *_column_names((layout.columns["id"], layout.columns["last_name"]))]
        form = form_of(raw, layout.file, layout.recognise.orders, telling)
        return self._scan(raw, form, self._damage)

    def _scan(self, raw: RawFile, form: Form, damage: Counter[str]) -> Scan:
        """Makes a file regular, so that it can be read by column."""
        dialect = Dialect(form.delimiter, len(form.names), form.quoting)
        file = make_regular(raw, dialect, form.skip, self._folder, self._stages.stage(raw.size))
        damage.update(file.counts)
        return Scan(file, FileColumns(form, raw.name), raw.size)

    def _count(
        self, scans: Sequence[Scan], wanted: Mapping[str, dict[str, str]]
    ) -> tuple[Counter[str], dict[str, Chosen]]:
        """How many records are dropped for which reason, and which texts mean the wanted districts."""
        layout = self._layout
        groups: Counter[tuple[str, ...]] = Counter()
        for scan in scans:
            codes = [
                scan.columns.text(source)
                for kind in wanted
                for source in (layout.kinds[kind], layout.also.get(kind))
            ]
            asked = ", ".join([reason_to_drop(layout, scan.columns), *codes])
            for *group, count in self._database.rows(
                f"SELECT {asked}, count(*) FROM {scan.relation} GROUP BY ALL", self._stages.stage(scan.size)
            ):
                groups[tuple(group)] += count
        dropped: Counter[str] = Counter()
        for record, count in groups.items():
            dropped[record[0]] += count
        del dropped[KEPT]
        kept = {record: count for record, count in groups.items() if record[0] == KEPT}
        chosen = {
            kind: choose(kind, codes, {record[place] for record in kept}, {record[place + 1] for record in kept})
            for place, (kind, codes) in zip(range(1, 1 + 2 * len(wanted), 2), wanted.items(), strict=True)
        }
        dropped[OTHER_DISTRICT] = sum(
            count
            for record, count in kept.items()
            if not all(
                record[1 + 2 * place] in texts.codes or record[2 + 2 * place] in texts.others
                for place, texts in enumerate(chosen.values())
            )
        )
        return dropped, chosen

    def _load_history(self) -> Elections:
        """Loads who voted in the last general elections; none without history files."""
        history = self._layout.history
        if not self._request.history:
            return Elections((), (), 0, 0)
        if history is None:
            raise HistoryUnusable(
                f"The layout {self._layout.name} does not say how a history is written.",
                "Add [history] to the mapping file, or leave --history away.",
            )
        sources = (history.id, history.date, history.election)
        scans = []
        for raw in self._history:
            form = form_of(raw, history.file, history.orders, _column_names(sources))
            scans.append(self._scan(raw, form, self._history_damage))
        size = sum(scan.size for scan in scans)
        elections = last_general_elections(
            self._database,
            history,
            scans,
            self._layout.dates,
            self._request.elections,
            self._today,
            self._stages.stage(size),
        )
        load_votes(self._database, history, scans, elections, self._stages.stage(size))
        return elections


def _recognised(request: CutRequest) -> Recognised:
    """The layout that was named, or the one that all the voter files show."""
    named = named_layout(request.layout)
    if named is not None:
        return Recognised(named, sure=True, why="you named it")
    found = [recognise(raw, built_in_layouts().values()) for path in request.voters for raw in raw_files(path)]
    for each in found:
        if each.layout.name != found[0].layout.name:
            raise VoterFileUnreadable(
                f"These files have different layouts: {found[0].layout.title} and {each.layout.title}.",
                "Cut one extract of each.",
            )
    return min(found, key=lambda each: each.sure)


def _raw(paths: Iterable[Path], form: FileForm) -> list[RawFile]:
    return [raw for path in paths for raw in raw_files(path, ENCODINGS[form.encoding])]


def _column_names(sources: Iterable[Source]) -> list[str]:
    """The names of the columns that `sources` may draw on."""
    return [
        name.strip().rstrip("?")
        for source in sources
        for part in parts_of(source)
        if not part.startswith("=")
        for name in part.split("|")
    ]
