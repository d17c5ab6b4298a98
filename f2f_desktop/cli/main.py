"""`f2f-desktop`: finds the command, runs it, and is the one edge where its errors become words.

A command is a module of this package with `add_arguments(parser)` and `run(arguments) -> int`. It is imported
only when it is asked for, so that `contacts read` starts without Qt.

Exit status: 0 done, 1 nothing usable in the input, 2 usage.
"""

import argparse
import errno
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from f2f_desktop import __version__
from f2f_desktop.cli.terminal import OutputNotWritten, finish_output, let_output_go
from f2f_desktop.errors import KnownError

COMMANDS = {
    "contacts": "read address books",
    "extract": "cut and inspect voter-file extracts",
    "match": "match contacts against an extract",
    "targets": "resolve a target list against an extract",
    "packet": "export reports to a signed file",
    "sync": "join a campaign's hub, and synchronize with it",
    "results": "what came of a campaign, as figures and files",
    "room": "run a hub for a venue without internet, and hand it over",
    "hub": "set up and run the campaign's server",
    "demo": "play the demo campaign",
}
"""Command to its one-line help, in the order of `--help`."""


NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


class Command(NamedTuple):
    """The two functions of a command's module."""

    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def command(name: str) -> Command:
    """A command, whose module is imported now."""
    if name == "contacts":
        from f2f_desktop.cli import contacts

        return Command(contacts.add_arguments, contacts.run)
    if name == "extract":
        from f2f_desktop.cli import extract

        return Command(extract.add_arguments, extract.run)
    if name == "match":
        from f2f_desktop.cli import match

        return Command(match.add_arguments, match.run)
    if name == "targets":
        from f2f_desktop.cli import targets

        return Command(targets.add_arguments, targets.run)
    if name == "sync":
        from f2f_desktop.cli import sync

        return Command(sync.add_arguments, sync.run)
    if name == "results":
        from f2f_desktop.cli import results

        return Command(results.add_arguments, results.run)
    if name == "hub":
        from f2f_desktop.cli import hub

        return Command(hub.add_arguments, hub.run)
    if name == "room":
        from f2f_desktop.cli import room

        return Command(room.add_arguments, room.run)
    if name == "packet":
        from f2f_desktop.cli import packet

        return Command(packet.add_arguments, packet.run)
    if name == "demo":
        from f2f_desktop.cli import demo

        return Command(demo.add_arguments, demo.run)
    from f2f_desktop.cli import app

    return Command(app.add_arguments, app.run)


OUTPUTS = ("out", "unresolved", "bundle")
"""Arguments that name files to be written."""


def overwritten_input(arguments: argparse.Namespace) -> Path | None:
    """A file that the command would read and write: nobody means that, and the input would be lost."""
    values = vars(arguments)
    inputs = [
        path
        for name, value in values.items()
        if name not in OUTPUTS
        for path in (value if isinstance(value, list) else [value])
        if isinstance(path, Path)
    ]
    outputs = [values[name] for name in OUTPUTS if isinstance(values.get(name), Path)]
    return next(
        (out for out in outputs for path in inputs if out.is_file() and path.is_file() and out.samefile(path)),
        None,
    )


def _open_app(words: Sequence[str]) -> int:
    """Without a command, or with a file in place of one, the app opens."""
    parser = argparse.ArgumentParser(
        prog="f2f-desktop",
        description="Friend-to-friend campaigning that works offline. Without a command the app opens.",
        epilog="Commands: " + "; ".join(f"{name} ({text})" for name, text in COMMANDS.items()),
    )
    parser.add_argument("--version", action="version", version=f"F2F Desktop {__version__}")
    app = command("app")
    app.add_arguments(parser)
    return app.run(parser.parse_args(words))


def _command_first(words: list[str]) -> list[str]:
    """`--folder NAME sync now` means `sync now --folder NAME`; without a command the folder is the window's."""
    name, equals, _ = words[0].partition("=") if words else ("", "", "")
    taken = (1 if equals else 2) if name == "--folder" else 0
    follows_command = taken > 0 and len(words) > taken and words[taken] in COMMANDS
    return [*words[taken:], *words[:taken]] if follows_command else words


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line `argv` (the process's own by default) and returns the exit status."""
    words = _command_first(list(sys.argv[1:] if argv is None else argv))
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A name that the terminal has no letters for is no reason to stop.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return _run(words)
    except OutputNotWritten as error:
        let_output_go()
        print(f"f2f-desktop: {error}", file=sys.stderr)
        return 1
    except KnownError as error:
        print(f"f2f-desktop: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("f2f-desktop: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output went away (`| head`): that is its right.
        let_output_go()
        return 0
    except OSError as error:
        if error.filename is not None:
            # Most commands tell of their files themselves; what they forget is told here.
            reason = error.strerror or error
            print(f"f2f-desktop: {error.filename}: {reason}. Name another file or folder.", file=sys.stderr)
            return 1
        # What has no name and no room is standard output.
        if error.errno not in NO_ROOM:
            raise
        let_output_go()
        print(f"f2f-desktop: {OutputNotWritten(error)}", file=sys.stderr)
        return 1


def _run(words: Sequence[str]) -> int:
    """Runs a command. It is the first word or none: `--folder NAME` belongs to the window.

    A command comes before a file of the same name, which `./match` opens.
    """
    parser = argparse.ArgumentParser(
        prog="f2f-desktop",
        description="Friend-to-friend campaigning that works offline. Without a command the app opens.",
    )
    parser.add_argument("--version", action="version", version=f"F2F Desktop {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    chosen = words[0] if words and not words[0].startswith("-") else ""
    if not chosen or (chosen not in COMMANDS and (chosen.startswith("f2f:") or Path(chosen).is_file())):
        return _open_app(words)
    for name, help_text in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=help_text, description=help_text.capitalize() + ".")
        if name == chosen:
            command(name).add_arguments(subparser)
    arguments = parser.parse_args(words)
    lost = overwritten_input(arguments)
    if lost is not None:
        print(
            f"f2f-desktop: {lost} is read by this command: choose another name for what it writes.",
            file=sys.stderr,
        )
        return 2
    status = command(arguments.command).run(arguments)
    finish_output()
    return status
