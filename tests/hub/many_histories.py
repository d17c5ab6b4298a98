"""Histories by the thousand, in as many processes and sittings as it takes:

    python -m tests.hub.many_histories --log histories.log

plays what the log does not hold yet, a line for every `AT_ONCE` seeds; `--sum` only says what it holds.
"""

import argparse
import hashlib
import multiprocessing
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

import f2f_desktop
from tests.figures import tell
from tests.hub.histories import play

FIRST, FULL, AT_ONCE = 1_000_000, 100_000, 250


class Stretch(msgspec.Struct, frozen=True):
    """What the histories of `count` seeds from `first` on came to.

    Attributes:
        broken: seeds whose history broke, with what broke.
        figures: what happened in them how often.
        seconds: of a processor.
        code: which code played them, see `code_played`.
    """

    first: int
    count: int
    broken: tuple[tuple[int, str], ...]
    figures: dict[str, int]
    seconds: float
    code: str = ""


def code_played() -> str:
    """A short hash of the program and of the histories: figures of different code are not added up."""
    folders = Path(f2f_desktop.__file__).parent, Path(__file__).parent
    whole = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*.py")):
            whole.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()[:12]


def play_stretch(first: int) -> Stretch:
    """The histories of the next `AT_ONCE` seeds."""
    begun = time.process_time()
    figures, broken = play(range(first, first + AT_ONCE))
    return Stretch(first, AT_ONCE, tuple(broken), dict(figures), time.process_time() - begun)


def play_many(firsts: list[int], processes: int) -> Iterator[Stretch]:
    """Plays a stretch from each of these seeds on, in any order."""
    if processes == 1:
        yield from map(play_stretch, firsts)
        return
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        yield from pool.imap_unordered(play_stretch, firsts)


class Sum(msgspec.Struct):
    """Stretches added up."""

    histories: int = 0
    broken: list[tuple[int, str]] = msgspec.field(default_factory=list)
    figures: Counter[str] = msgspec.field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, stretch: Stretch) -> None:
        self.histories += stretch.count
        self.broken += stretch.broken
        self.figures.update(stretch.figures)
        self.seconds += stretch.seconds

    def __str__(self) -> str:
        each = self.seconds / max(1, self.histories) * 1000
        return (
            f"{self.histories:,} histories, {len(self.broken)} broken, {each:.0f} ms of a processor each: "
            f"{dict(sorted(self.figures.items()))}"
        )


def read_log(log: Path) -> list[Stretch]:
    """What a log holds; a line that was cut short is none."""
    found = []
    for line in log.read_bytes().split(b"\n") if log.exists() else ():
        with suppress(msgspec.DecodeError):
            found.append(msgspec.json.decode(line, type=Stretch))
    return found


def missing(log: Path, first: int, count: int) -> list[int]:
    """Where the stretches begin that this code has not played yet."""
    code = code_played()
    done = {each.first for each in read_log(log) if each.code == code}
    return [start for start in range(first, first + count, AT_ONCE) if start not in done]


def summed(log: Path) -> dict[str, Sum]:
    """What each code has played, a seed counted once."""
    sums: dict[str, Sum] = defaultdict(Sum)
    for each in {(each.code, each.first): each for each in read_log(log)}.values():
        sums[each.code].add(each)
    return dict(sums)


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--log", type=Path, required=True)
    words.add_argument("--first", type=int, default=FIRST)
    words.add_argument("--count", type=int, default=FULL)
    words.add_argument("--processes", type=int, default=1)
    words.add_argument("--sum", action="store_true")
    asked = words.parse_args()
    if not asked.sum:
        code = code_played()
        wanted = missing(asked.log, asked.first, asked.count)
        with asked.log.open("ab", buffering=0) as log:
            for each in play_many(wanted, asked.processes):
                # After what may be half a line.
                log.write(b"\n" + msgspec.json.encode(msgspec.structs.replace(each, code=code)) + b"\n")
    for code, total in summed(asked.log).items():
        tell(f"code {code}: {total}")
        for seed, why in total.broken:
            tell(f"seed {seed}: {why}")


if __name__ == "__main__":
    main()
