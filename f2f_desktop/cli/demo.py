"""`f2f-desktop demo`: the demo campaign in a window, or walked through offscreen where there is no display."""

import argparse
import importlib.util
import os
import sys
import tempfile
from pathlib import Path

from f2f_desktop.demo.build import CONTACTS, VOTERS, build_demo, build_voter_files
from f2f_desktop.protocol.bundle import read_bundle


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what follows `demo`."""
    parser.add_argument("--language", choices=("en", "es"), default="", help="the system's if it is not given")
    parser.add_argument(
        "--shots", type=Path, metavar="DIR", help="walk through it offscreen and save pictures there"
    )
    parser.add_argument(
        "--size", type=size, metavar="WIDTHxHEIGHT", help="of the window on the walk, such as 1024x680"
    )
    parser.add_argument(
        "--text-size",
        type=int,
        choices=range(100, 161),
        metavar="PERCENT",
        default=100,
        help="on the walk, to 160",
    )


def run(arguments: argparse.Namespace) -> int:
    """Builds the demo in a temporary folder, and opens it or walks through it."""
    if arguments.shots is None and has_display():
        return _open(arguments.language)
    if arguments.shots is None:
        print("There is no display, so the demo walks through a volunteer's evening by itself.")
    return _walk(arguments.shots or Path("shots"), arguments)


def has_hub() -> bool:
    """Whether this installation can run a hub."""
    return importlib.util.find_spec("litestar") is not None


def has_organizer_tools() -> bool:
    """Whether this installation can cut extracts."""
    return importlib.util.find_spec("duckdb") is not None


def size(text: str) -> tuple[int, int]:
    """Width and height in pixels. Raises ValueError, which becomes a word about the usage."""
    width, _, height = text.partition("x")
    return int(width), int(height)


def has_display() -> bool:
    """Whether a window could be seen."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _walk(shots: Path, arguments: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from f2f_desktop.demo.content import VOTE
    from f2f_desktop.ui.app import FIRST_SIZE
    from f2f_desktop.ui.walk import Evening, Look

    look = Look(arguments.language, arguments.size or FIRST_SIZE, arguments.text_size / 100)
    with tempfile.TemporaryDirectory(prefix="f2f-demo-") as scratch:
        folder = Path(scratch)
        print(f"Making an invented district of {VOTERS:,} voters and {CONTACTS} friends ...")
        files = build_demo(folder / "files")
        evening = Evening(folder / "vault", shots, print, look)
        evening.begin(files.bundle, files.extract, files.books)
        evening.answer_questions(5)
        evening.work(VOTE)
        evening.end(folder / "reports.f2fpacket")
        if has_hub():
            from f2f_desktop.cli.demo_hub import demo_hub

            content = read_bundle(files.bundle.read_bytes()).content
            with demo_hub(folder / "hub", content, files.key) as link:
                week = Evening(folder / "organizer", shots, print, look, first=len(evening.pictures))
                state = build_voter_files(folder / "state") if has_organizer_tools() else ()
                week.organize(link, content, files.key, files.extract, state)
        else:
            print("The organizer's side needs f2f-desktop[hub]; it is left out.")
    return 0


def _open(language: str) -> int:
    from f2f_desktop.ui.app import open_demo

    with tempfile.TemporaryDirectory(prefix="f2f-demo-") as scratch:
        folder = Path(scratch)
        print(f"Making an invented district of {VOTERS:,} voters and {CONTACTS} friends ...")
        files = build_demo(folder / "files")
        return open_demo(folder / "vault", files.bundle, files.extract, files.books, language)
