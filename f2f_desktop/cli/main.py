"""`f2f-desktop`: finds the command, runs it, and is the one edge where its errors become words.

A command is a module of this package with `add_arguments(parser)` and `run(arguments) -> int`. It is imported
only when it is asked for, so that `contacts read` starts without Qt.

Exit status: 0 done, 1 nothing usable in the input, 2 usage.
"""

import argparse
import sys
from collections.abc import Sequence
from types import ModuleType

from f2f_desktop import __version__
from f2f_desktop.errors import KnownError

COMMANDS = {
    "contacts": "read address books",
    "extract": "cut and inspect voter-file extracts",
    "match": "match contacts against an extract",
    "packet": "export reports to a signed file",
    "demo": "play the demo campaign",
}
"""Command to its one-line help, in the order of `--help`."""


def command_module(name: str) -> ModuleType:
    """The module of a command, imported now."""
    if name == "contacts":
        from f2f_desktop.cli.contacts import __name__ as found
    elif name == "extract":
        from f2f_desktop.cli.extract import __name__ as found
    elif name == "match":
        from f2f_desktop.cli.match import __name__ as found
    elif name == "packet":
        from f2f_desktop.cli.packet import __name__ as found
    elif name == "demo":
        from f2f_desktop.cli.demo import __name__ as found
    else:
        from f2f_desktop.cli.app import __name__ as found
    return sys.modules[found]


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line `argv` (the process's own by default) and returns the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    parser = argparse.ArgumentParser(
        prog="f2f-desktop",
        description="Friend-to-friend campaigning that works offline. Without a command the app opens.",
    )
    parser.add_argument("--version", action="version", version=f"F2F Desktop {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    chosen = next((word for word in words if not word.startswith("-")), "")
    for name, help_text in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=help_text, description=help_text.capitalize() + ".")
        if name == chosen:
            command_module(name).add_arguments(subparser)
    arguments = parser.parse_args(words)
    try:
        return int(command_module(arguments.command or "app").run(arguments))
    except KnownError as error:
        print(f"f2f-desktop: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("f2f-desktop: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output went away (`| head`): that is its right.
        sys.stderr.close()
        return 0
