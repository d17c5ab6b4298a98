"""The records of voter files: how many are dropped or live where, and those that are wanted as a table.

There are two ways. Most files are read into numbers at once (`EncodedRecords`: see `encoding` and `distinct`). Files of
fixed width, and those to which other files add columns, are scanned by DuckDB (`ScannedRecords`), more slowly. Both
are told what to do in the same SQL, and give the same.
"""
# ruff: noqa: S608 - a text of the user gets into a statement through `literal` alone

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from f2f_desktop.progress import Progress, no_progress
from f2f_desktop.voterfile import screening
from f2f_desktop.voterfile.cores import gathered
from f2f_desktop.voterfile.distinct import EncodedFile, load_ids, reasons_of, wish_for
from f2f_desktop.voterfile.districts import Chosen
from f2f_desktop.voterfile.encoding import RowsRead, Wish, read_rows
from f2f_desktop.voterfile.forms import Form
from f2f_desktop.voterfile.layout import Layout
from f2f_desktop.voterfile.loading import Wanted, phone_number, stored
from f2f_desktop.voterfile.mending import Dialect
from f2f_desktop.voterfile.ordering import repeated
from f2f_desktop.voterfile.raw import RawFile
from f2f_desktop.voterfile.scanning import Database, FileColumns, Scan, among, literal
from f2f_desktop.voterfile.stages import Stages, standing
from f2f_desktop.voterfile.table import ADDRESS, Table, add_votes, table_of_database, table_of_files

Groups = Counter[tuple[str, ...]]
"""How many records have the same reason to be dropped, and per kind of district the same code and other text."""


class Records(Protocol):
    """The records of all voter files of a cut."""

    def groups(self, kinds: Collection[str], progress: Progress) -> Groups:
        """The number of records by reason (screening.KEPT: none) and by the districts of these kinds."""

    def load(self, chosen: Mapping[str, Chosen]) -> None:
        """Takes the records that are not dropped and live in the chosen districts; the table `kept` has their ids."""

    def living(self, kinds: Collection[str]) -> dict[str, Groups]:
        """Per kind how many of the records that were taken live in the district of this code and other text."""

    def crossed(self, kinds: Collection[str], most: int) -> Groups | None:
        """How many of the records that were taken live in the same districts of all these kinds, by code and other text
        of each; None where there are more than `most` combinations."""

    def repeated(self) -> int:
        """How many of the records that were taken have an id that occurs before."""

    def table(self, with_votes: bool, progress: Progress) -> Table:
        """The records that were taken; with votes from the table `votes` (id, voted)."""


class EncodedRecords:
    """Records that are read at once."""

    def __init__(
        self,
        database: Database,
        layout: Layout,
        wanted: Wanted,
        folder: Path,
        damage: Counter[str],
        counted: RowsRead,
    ) -> None:
        self._counted = counted
        self._database = database
        self._layout = layout
        self._wanted = wanted
        self._folder = folder
        self._damage = damage
        self._files: list[EncodedFile] = []
        self._reasons: list[NDArray[np.uint8]] = []
        self._taken: list[NDArray[np.intp]] = []
        self._voted: NDArray[np.uint32] | None = None

    def read(
        self, forms: Sequence[tuple[RawFile, Form]], kinds: Collection[str], stages: Stages, worth: int
    ) -> bool:
        """Reads all files; False, and nothing done, where they cannot be read in this way.

        Each stage of progress is worth `worth` times the bytes of a file.
        """
        columns = [FileColumns(form, raw.name) for raw, form in forms]
        wishes = [self._wish(each, kinds) for each in columns]
        if any(form.spans for _, form in forms) or None in wishes:
            return False
        for (raw, form), each, wish in zip(forms, columns, wishes, strict=True):
            assert wish is not None
            dialect = Dialect(form.delimiter, form.fields, form.quoting)
            rows = read_rows(raw, dialect, form.skip, wish, stages.stage(worth * raw.size), self._counted)
            self._damage.update(rows.counts)
            voter_id = each.text(self._layout.columns["id"])
            file = EncodedFile(self._database, each, rows, wish, form.quoting, voter_id, self._folder)
            self._files.append(file)
        return True

    def groups(self, kinds: Collection[str], progress: Progress) -> Groups:
        """See Records."""
        groups: Groups = Counter()
        for file in self._files:
            cases = screening.cases(self._layout, file.columns)
            reasons, names = reasons_of(file, cases, screening.KEPT, progress)
            self._reasons.append(reasons)
            groups += file.groups(reasons, names, _districts(self._layout, file.columns, kinds))
        return groups

    def load(self, chosen: Mapping[str, Chosen]) -> None:
        """See Records."""
        for file, reasons in zip(self._files, self._reasons, strict=True):
            taken = reasons == 0
            for kind, texts in chosen.items():
                code, other = _districts(self._layout, file.columns, [kind])
                taken &= file.ask(code).rows(set(texts.codes)) | file.ask(other).rows(set(texts.others))
            self._taken.append(np.flatnonzero(taken))

    def living(self, kinds: Collection[str]) -> dict[str, Groups]:
        """See Records."""
        living: dict[str, Groups] = {kind: Counter() for kind in kinds}
        for file, taken in zip(self._files, self._taken, strict=True):
            for kind, groups in living.items():
                groups.update(file.counted(_districts(self._layout, file.columns, [kind]), taken))
        return living

    def crossed(self, kinds: Collection[str], most: int) -> Groups | None:
        """See Records."""
        crossed: Groups = Counter()
        for file, taken in zip(self._files, self._taken, strict=True):
            groups = file.crossed(_districts(self._layout, file.columns, kinds), taken, most)
            if groups is None:
                return None
            crossed.update(groups)
        return crossed if len(crossed) <= most else None

    def repeated(self) -> int:
        """See Records."""
        ids = self.ids()
        again = repeated(ids)
        return int(again.sum()) - len(np.unique(ids[again]))

    def ids(self, progress: Progress = no_progress) -> NDArray[np.bytes_]:
        """The ids of the records that were taken."""
        files = zip(self._files, self._taken, strict=True)
        return np.concatenate([gathered(file.rows.ids, rows, standing(progress)) for file, rows in files])

    def note_votes(self, voted: NDArray[np.uint32]) -> None:
        """Adds the votes of those who were taken; then there need be no table `votes`."""
        self._voted = voted

    def kept_in_database(self, progress: Progress) -> None:
        """Makes the table `kept` of the ids that were taken: a history is joined with it."""
        load_ids(self._database, self.ids(), "kept", "id", self._folder, progress)

    def table(self, with_votes: bool, progress: Progress) -> Table:
        """See Records."""
        files = list(zip(self._files, self._taken, strict=True))
        questions = [_texts(self._wanted, file.columns) for file in self._files]
        phones = [_phone(self._wanted, self._layout, file.columns) for file in self._files]
        table = table_of_files(files, questions, phones, progress)
        self._files.clear()
        if self._voted is not None:
            table.voted = self._voted
        elif with_votes:
            add_votes(table, self._database, progress)
        return table

    def _wish(self, columns: FileColumns, kinds: Collection[str]) -> Wish | None:
        texts = _texts(self._wanted, columns)
        texts.pop(ADDRESS, None)
        address = columns.text(self._layout.columns.get(ADDRESS))
        return wish_for(
            [condition for condition, _ in screening.cases(self._layout, columns)],
            [*texts.values(), *_districts(self._layout, columns, kinds)],
            columns.text(self._layout.columns["id"]),
            _phone(self._wanted, self._layout, columns),
            address,
        )


class ScannedRecords:
    """Records that DuckDB reads out of regular files."""

    def __init__(self, database: Database, layout: Layout, wanted: Wanted, scans: Sequence[Scan], stages: Stages):
        self._database = database
        self._layout = layout
        self._wanted = wanted
        self._scans = scans
        self._conditions: list[str] = []
        self._stages = stages

    def groups(self, kinds: Collection[str], progress: Progress) -> Groups:
        """See Records."""
        progress(0, 1)
        groups: Groups = Counter()
        for scan in self._scans:
            reason = screening.reason_to_drop(self._layout, scan.columns)
            asked = ", ".join([reason, *_districts(self._layout, scan.columns, kinds)])
            for *group, count in self._database.rows(
                f"SELECT {asked}, count(*) FROM {scan.relation} GROUP BY ALL", self._stages.stage(scan.size)
            ):
                groups[tuple(group)] += count
        return groups

    def load(self, chosen: Mapping[str, Chosen]) -> None:
        """See Records."""
        names = ["id VARCHAR", "phone BIGINT", *(f"{name} VARCHAR" for name in stored(self._wanted))]
        self._database.execute(f"CREATE TABLE kept ({', '.join(names)})", no_progress)
        for scan in self._scans:
            columns = scan.columns
            conditions = [f"{screening.reason_to_drop(self._layout, columns)} = {literal(screening.KEPT)}"]
            for kind, texts in chosen.items():
                code, other = _districts(self._layout, columns, [kind])
                conditions.append(f"({among(code, texts.codes)} OR {among(other, texts.others)})")
            self._conditions.append(" AND ".join(conditions))
            values = [
                columns.text(self._layout.columns["id"]),
                _phone(self._wanted, self._layout, columns) or "0",
                *_texts(self._wanted, columns).values(),
            ]
            self._database.execute(
                f"INSERT INTO kept SELECT {', '.join(values)} FROM {scan.relation} WHERE {self._conditions[-1]}",
                self._stages.stage(scan.size),
            )

    def living(self, kinds: Collection[str]) -> dict[str, Groups]:
        """See Records."""
        living: dict[str, Groups] = {kind: Counter() for kind in kinds}
        names = list(living)
        for scan, condition in zip(self._scans, self._conditions, strict=True):
            asked = _districts(self._layout, scan.columns, names)
            if not asked:
                continue
            rows = self._database.rows(
                f"SELECT place, code, other, count(*) FROM (SELECT unnest({list(range(len(names)))}) AS place,"
                f" unnest([{', '.join(asked[::2])}]) AS code, unnest([{', '.join(asked[1::2])}]) AS other"
                f" FROM {scan.relation} WHERE {condition}) GROUP BY ALL",
                self._stages.stage(0),
            )
            for place, code, other, count in rows:
                living[names[place]][code, other] += count
        return living

    def crossed(self, kinds: Collection[str], most: int) -> Groups | None:
        """See Records."""
        crossed: Groups = Counter()
        for scan, condition in zip(self._scans, self._conditions, strict=True):
            asked = ", ".join(_districts(self._layout, scan.columns, kinds))
            for *group, count in self._database.rows(
                f"SELECT {asked}, count(*) FROM {scan.relation} WHERE {condition} GROUP BY ALL LIMIT {most + 1}",
                self._stages.stage(0),
            ):
                crossed[tuple(group)] += count
        return crossed if len(crossed) <= most else None

    def repeated(self) -> int:
        """See Records."""
        ((count,),) = self._database.rows("SELECT count(*) - count(DISTINCT id) FROM kept", no_progress)
        return int(count)

    def table(self, with_votes: bool, progress: Progress) -> Table:
        """See Records."""
        return table_of_database(self._database, list(stored(self._wanted)), with_votes, progress)


def _districts(layout: Layout, columns: FileColumns, kinds: Collection[str]) -> list[str]:
    """SQL for the code and the other text of each kind of district."""
    return [columns.text(source) for kind in kinds for source in (layout.kinds[kind], layout.also.get(kind))]


def _texts(wanted: Wanted, columns: FileColumns) -> dict[str, str]:
    return {name: columns.text(source) for name, source in stored(wanted).items()}


def _phone(wanted: Wanted, layout: Layout, columns: FileColumns) -> str:
    return phone_number(columns, layout) if "phone" in wanted.allowed and "phone" in layout.columns else ""
