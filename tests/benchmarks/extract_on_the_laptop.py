"""Installs an extract, or opens the installed one, in a fresh process; prints time and memory.

    python -m tests.benchmarks.extract_on_the_laptop VAULT [EXTRACT]

Nothing is imported before the bare interpreter's memory is known.
"""

import resource
import sys
import time
from pathlib import Path

STATUS = Path("/proc/self/status")


def most_memory() -> float:
    """The most memory so far, in MB. Linux passes `ru_maxrss` on from the process that started this one."""
    if STATUS.exists():
        return int(STATUS.read_text().split("VmHWM:")[1].split()[0]) / 1024
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


BARE = most_memory()


def above_bare() -> str:
    """The most memory so far above the bare interpreter's."""
    return f"{most_memory() - BARE:.0f} MB"


def main() -> None:
    """Does the one or the other."""
    from f2f_desktop.vault.keys import WayIn
    from f2f_desktop.vault.vault import Protection, create, unlock_by_secret
    from f2f_desktop.volunteer.matchmaking import Matchmaking
    from tests.vault.evenings import CHEAP, PASSPHRASE

    folder = Path(sys.argv[1])
    data = Path(sys.argv[2]).read_bytes() if len(sys.argv) > 2 else b""
    if data:
        vault, _ = create(folder, Protection(PASSPHRASE, cost=CHEAP))
    else:
        vault = unlock_by_secret(folder, WayIn.PASSPHRASE, PASSPHRASE)
    imported = above_bare()
    matchmaking = Matchmaking(vault)
    begun, worked = time.perf_counter(), time.process_time()
    extract = matchmaking.install(data) if data else matchmaking.open()
    took, work = time.perf_counter() - begun, time.process_time() - worked
    size = sum(path.stat().st_size for path in folder.glob("extract-*")) / len(extract.voters)
    done = f"installed ({size:.0f} bytes a voter on the disk)" if data else "the installed one opened"
    print(
        f"{done} in {took:.2f} s ({work:.2f} s of work); {above_bare()} above the bare interpreter, {imported} before"
    )
    vault.lock()


if __name__ == "__main__":
    main()
