"""Receives a file slowly, in a process of its own that can be killed: `python -m ... SOURCE TARGET`."""

import sys
import time
from pathlib import Path

from f2f_desktop.voterfile.receiving_file import receive_file
from tests.voterfile.lines import Line


def main() -> None:
    """Says when it begins and when it is done."""
    line = Line(Path(sys.argv[1]).read_bytes(), at_most=4_000)

    def slowly(start: int, end: int) -> bytes:
        time.sleep(0.002)
        return line(start, end)

    sys.stdout.write("begins\n")
    sys.stdout.flush()
    receive_file(slowly, Path(sys.argv[2]))
    sys.stdout.write(f"done {line.given}\n")


if __name__ == "__main__":
    main()
