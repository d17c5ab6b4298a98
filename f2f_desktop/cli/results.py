"""`f2f-desktop results`: what came of a campaign, on the screen and as files. For organizers."""

import argparse
import time
from pathlib import Path

from f2f_desktop.campaign.ids import ActionId
from f2f_desktop.cli.opening import opened
from f2f_desktop.cli.terminal import counted, terminal_progress
from f2f_desktop.cli.verbs import add_vault_folder, add_verb
from f2f_desktop.errors import KnownError
from f2f_desktop.organizer.exporting import ACTION_TABLES, CAMPAIGN_TABLES, all_tables, table_of
from f2f_desktop.organizer.exports import Format, export_all, export_table, file_name
from f2f_desktop.organizer.tables import OVERVIEW_FIGURES
from f2f_desktop.protocol.roles import Role
from f2f_desktop.sync.troubles import words_of as trouble_words
from f2f_desktop.workspace import VolunteerServices, default_folder, latest

ALL = "all"
LONGEST = 7 * 24 * 60.0
"""Minutes between two exports, at most."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares `results show` and `results export`."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    show = add_verb(verbs, "show", help="the figures of every action")
    export = add_verb(
        verbs,
        "export",
        help="write a table, or everything, as CSV, XLSX or JSON",
        description=f"Tables of the campaign: {', '.join(CAMPAIGN_TABLES)}; of an action: {', '.join(ACTION_TABLES)}; "
        f"or {ALL}: one file with everything (a workbook, or a ZIP of CSV or JSON files).",
    )
    export.add_argument("table", metavar="TABLE")
    export.add_argument("--action", default="", metavar="ID", help="which one; default: the only one")
    export.add_argument("--format", choices=[each.value for each in Format], default=Format.CSV.value)
    export.add_argument("--out", type=Path, required=True, metavar="FILE|FOLDER")
    export.add_argument(
        "--every", type=float, default=0.0, metavar="MINUTES", help="again and again, until stopped"
    )
    add_vault_folder((show, export))


def run(arguments: argparse.Namespace) -> int:
    """Does it; 0 done. Raises `KnownError`."""
    every = getattr(arguments, "every", 0.0)
    if not 0 <= every <= LONGEST:
        raise KnownError("An export is repeated every 1 to 10,080 minutes.", "Choose another --every.")
    while True:
        with opened(arguments.folder or default_folder()) as services:
            if arguments.verb == "show":
                return _show(services)
            _export(services, arguments)
        if not every:
            return 0
        time.sleep(max(every, 1.0) * 60)


def _show(services: VolunteerServices) -> int:
    answer = services.organizing.overviews()
    titles = {action.id: action.title for action in services.authoring.draft().actions}
    for each in answer.value:
        print(titles.get(each.action) or each.action)
        print("  " + ", ".join(f"{figure} {each[figure]}" for figure in OVERVIEW_FIGURES))
    if answer.trouble:
        print(f"(as of the last time the hub answered; now: {trouble_words(answer.trouble)})")
    return 0


def _export(services: VolunteerServices, arguments: argparse.Namespace) -> None:
    answers, content, form = latest(services), services.authoring.draft(), Format(arguments.format)
    known = [each.action for each in answers.overviews()]
    progress = terminal_progress()
    if arguments.table == ALL:
        owner = services.courier.role() is Role.OWNER
        tables = all_tables(answers, content, known, with_audit=owner)
        ending = form if form is Format.XLSX else "zip"
        path = _place(arguments.out, f"{file_name(content.name)}.{ending}")
        for written in export_all(tables, path, form, progress):
            print(f"{path}: {written.name}, {counted(written.rows, 'row')}")
        return
    action = ActionId(arguments.action) if arguments.action else None
    if action is None and arguments.table in ACTION_TABLES:
        if len(known) != 1:
            raise KnownError(f"There are {len(known)} actions.", f"Name one with --action: {', '.join(known)}")
        action = known[0]
    if action is not None and action not in known:
        raise KnownError(f"There is no action {action}.", f"Name one of: {', '.join(known) or 'none yet'}")
    table = table_of(arguments.table, answers, content, action)
    path = _place(arguments.out, f"{file_name(table.name)}.{form}")
    written = export_table(table, path, form, progress)
    print(f"{path}: {counted(written.rows, 'row')}")


def _place(out: Path, name: str) -> Path:
    return out / name if out.is_dir() else out
