"""Which of the given files are voter files, which are histories or companions, and of which layout."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from f2f_desktop.voterfile.errors import HistoryUnusable, LayoutUnknown, VoterFileEmpty, VoterFileUnreadable
from f2f_desktop.voterfile.forms import Beginning
from f2f_desktop.voterfile.layout import ENCODINGS, FileForm, Layout
from f2f_desktop.voterfile.layout_files import built_in_layouts, named_layout
from f2f_desktop.voterfile.raw import RawFile, raw_files
from f2f_desktop.voterfile.recognising import (
    CLOSE,
    ELECTIONS,
    HISTORY,
    VOTERS,
    Evidence,
    evidence,
    has_names,
    roles_of,
    unknown_layout,
)

NAMED = 100
"""The certainty of a layout that was named."""
_LEAST_FIELDS = 3
"""An id and a name in two parts: what has fewer fields in a line is no file of voters."""
_DOCUMENTS = {
    *(".doc", ".docx", ".odt", ".rtf", ".pdf", ".ppt", ".pptx", ".htm", ".html", ".md", ".xml", ".json", ".toml"),
    *(".png", ".jpg", ".jpeg", ".gif", ".ini", ".db", ".lnk", ".url", ".f2fx", ".f2fd", ".key", ".vcf"),
}
"""Endings of files that may lie in a folder beside voter files, and are none."""


@dataclass(frozen=True)
class SortedFiles:
    """The layout, and the files by what they are in it."""

    layout: Layout
    certainty: int
    why: str
    files: dict[str, list[RawFile]] = field(default_factory=dict)
    """By role: `voters`, `history`, `elections`, or the title of a companion."""
    notes: tuple[str, ...] = ()
    """What else there is to tell about the files, in whole sentences."""

    def of(self, role: str) -> list[RawFile]:
        """The files of one role."""
        return self.files.get(role, [])


def sort_files(voters: Sequence[Path], history: Sequence[Path], layout: str) -> SortedFiles:
    """Sorts the files given as voter files and as histories. `layout`: `auto`, a name, or a mapping file.

    A folder stands for the files in it. Empty files are passed over, and members of archives that are none of the
    layout's files, as long as others are left. Raises LayoutUnknown, HistoryUnusable, VoterFileUnreadable.
    """
    named = named_layout(layout)
    notes: list[str] = []
    begun = _begun(voters, named.file if named else FileForm(), notes)
    if not begun:
        raise LayoutUnknown(
            f"There is no voter file in {', '.join(path.name or str(path) for path in voters)}.",
            "Choose a voter file, or the folder that it lies in.",
        )
    weighed = [(raw, evidence(begin, [named] if named else built_in_layouts().values())) for raw, begin in begun]
    foreign = _foreign(begun, weighed, voters)
    found, certainty, why = (
        (named, NAMED, "you named it") if named else _recognised(begun, weighed, foreign, notes)
    )
    files: dict[str, list[RawFile]] = {}
    for raw, known in weighed:
        roles = [each.role for each in known if each.layout is found]
        if not roles and raw in foreign:
            notes.append(f"{raw.name} is no voter file and was passed over.")
            continue
        files.setdefault(roles[0] if roles else VOTERS, []).append(raw)
    _add_histories(files, found, history, notes)
    if not files.get(VOTERS):
        raise LayoutUnknown(f"None of these files is a voter file of {found.title or found.name}.", "Name one.")
    moved = [raw.name for role, raws in files.items() if role != VOTERS for raw in raws if raw.path in voters]
    if moved:
        notes.append(f"Not voters but what goes with them: {', '.join(moved)}.")
    return SortedFiles(found, certainty, why, files, tuple(notes))


def _recognised(
    begun: Sequence[tuple[RawFile, Beginning]],
    weighed: Sequence[tuple[RawFile, list[Evidence]]],
    foreign: Sequence[RawFile],
    notes: list[str],
) -> tuple[Layout, int, str]:
    """The layout that all the voter files show, how sure it is and why."""
    best: list[Evidence] = []
    unknown: list[tuple[RawFile, Beginning]] = []
    for (raw, known), (_, begin) in zip(weighed, begun, strict=True):
        if known and known[0].role == VOTERS:
            best.append(known[0])
            others = {each.layout.title: each.certainty for each in known[1:] if each.role == VOTERS}
            notes += [
                f"A close call: {raw.name} may also be of the layout {title} ({certainty} %)."
                for title, certainty in others.items()
                if title != known[0].layout.title and certainty > known[0].certainty - CLOSE
            ]
        elif not known and raw not in foreign:
            unknown.append((raw, begin))
    marks = {_width(begin)[0] for (_, known), (_, begin) in zip(weighed, begun, strict=True) if known}
    for raw, begin in unknown:
        delimiter, fields = _width(begin)
        # Without a header it may go by that of another file; whether it fits is seen when it is read.
        if not best or delimiter not in marks or fields < _LEAST_FIELDS or has_names(begin):
            raise unknown_layout(begin, built_in_layouts().values())
        notes.append(f"{raw.name} has no header; it is read by that of the other files.")
    if not best:
        raise _no_voters(begun, weighed)
    for each in best:
        if each.layout is not best[0].layout:
            raise VoterFileUnreadable(
                f"These files have different layouts: {best[0].layout.title} and {each.layout.title}.",
                "Cut one extract of each.",
            )
    least = min(best, key=lambda each: each.certainty)
    return least.layout, least.certainty, least.why


def _foreign(
    begun: Sequence[tuple[RawFile, Beginning]],
    weighed: Sequence[tuple[RawFile, list[Evidence]]],
    given: Sequence[Path],
) -> list[RawFile]:
    """The files of no layout that nobody named: they lie beside others in an archive or in a folder.

    A file in a folder whose lines have as many fields as those of a known one is not foreign: it may be a part that
    has lost its header, and voters must not be missing without a word.
    """
    widths = {_width(begin) for (_, known), (_, begin) in zip(weighed, begun, strict=True) if known}
    return [
        raw
        for (raw, known), (_, begin) in zip(weighed, begun, strict=True)
        if not known
        and len(begun) > 1
        and (_in_archive(raw) or (raw.path not in given and _width(begin) not in widths))
    ]


def _width(beginning: Beginning) -> tuple[str, int]:
    """What parts the lines, and into how many fields most of them."""
    delimiter = beginning.delimiter(FileForm())
    return delimiter, Counter(map(len, beginning.rows(delimiter))).most_common(1)[0][0]


def _no_voters(
    begun: Sequence[tuple[RawFile, Beginning]], weighed: Sequence[tuple[RawFile, list[Evidence]]]
) -> LayoutUnknown:
    """The error where only histories or companions stand in place of voter files: a slip that is easily made."""
    for raw, known in weighed:
        if known and known[0].role in {HISTORY, ELECTIONS}:
            return LayoutUnknown(
                f"{raw.name} is a history of {known[0].layout.title}, not a voter file.", "Name it with --history."
            )
    for raw, known in weighed:
        if known:
            return LayoutUnknown(
                f"{raw.name} is a file of {known[0].role} of {known[0].layout.title}, not a voter file.",
                "Name the voter file, too.",
            )
    return unknown_layout(begun[0][1])


def _add_histories(
    files: dict[str, list[RawFile]], layout: Layout, history: Sequence[Path], notes: list[str]
) -> None:
    if history and roles_of(layout) == [VOTERS]:
        raise HistoryUnusable(
            f"The layout {layout.name} does not say how a history is written.",
            "Add [history] to the mapping file, or leave --history away.",
        )
    usual = HISTORY if layout.history else ELECTIONS
    form = layout.history.file if layout.history else layout.file
    for raw, begin in _begun(history, form, notes):
        roles = [each.role for each in evidence(begin, [layout]) if each.role != VOTERS]
        if not roles and _in_archive(raw):
            notes.append(f"{raw.name} is no history and was passed over.")
            continue
        files.setdefault(roles[0] if roles else usual, []).append(raw)


def _begun(paths: Sequence[Path], form: FileForm, notes: list[str]) -> list[tuple[RawFile, Beginning]]:
    """The files that are not empty, with their first lines. Raises VoterFileEmpty where none is left."""
    found: list[tuple[RawFile, Beginning]] = []
    empty: VoterFileEmpty | None = None
    for path in paths:
        whole = path.is_dir()
        inside = sorted(each for each in path.iterdir() if each.is_file()) if whole else [path]
        for each in inside:
            if whole and _no_data(each):
                notes.append(f"{each.name} is no voter file and was passed over.")
                continue
            try:
                found += [(raw, Beginning.of(raw)) for raw in raw_files(each, ENCODINGS[form.encoding])]
            except VoterFileEmpty as error:
                empty = error
                notes.append(f"{each.name} is empty and was passed over.")
    if empty and not found:
        raise empty
    return found


def _no_data(path: Path) -> bool:
    """Whether a file's name says that it is none of a state's or a vendor's: hidden, a document, or a picture."""
    return path.name.startswith(".") or path.suffix.lower() in _DOCUMENTS


def _in_archive(raw: RawFile) -> bool:
    return raw.name != raw.path.name
