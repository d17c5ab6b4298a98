"""What a keystroke in the search of the extract costs: `python -m tests.benchmarks.looking_up`.

Against a plain loop over all voters in the same run.
"""

import time
from collections.abc import Callable

from f2f_desktop.demo.columns import voters_of
from f2f_desktop.demo.population import generate_district
from f2f_desktop.matching.looking_up import VoterQuery, VoterSearch
from f2f_desktop.voterfile.voters import Voters

VOTERS = 500_000
TYPED = ("s", "sm", "smi", "smith", "smith j", "smith john", "bob smith")
STREETS = ("1", "12", "12 o", "12 oak", "12 oak street")


def main() -> None:
    """Prints milliseconds of processor time a search, and how often faster than the loop."""
    voters = voters_of(generate_district(9, VOTERS))
    search = VoterSearch(voters)
    first, _ = timed(lambda: search.find(VoterQuery("x")))
    first_street, _ = timed(lambda: search.find(VoterQuery(street="1")))
    print(f"{VOTERS:,} voters; the first search by name {first:.0f} ms, by street {first_street:.0f} ms")
    loop, _ = timed(lambda: plain(voters, "SMITH"))
    for query in (*map(VoterQuery, TYPED), *(VoterQuery(street=typed) for typed in STREETS)):
        best, found = min((timed(lambda q=query: search.find(q)) for _ in range(5)), key=lambda one: one[0])
        print(
            f"{query.name or query.street:15} {best:7.1f} ms {loop / best:8.0f} x faster  {found.total:8,} found"
        )
    print(f"a loop over all surnames: {loop:.0f} ms")


def plain(voters: Voters, word: str) -> list[int]:
    """The same by a loop, and by surname alone."""
    last = voters.text("last_name")
    return [row for row in range(len(voters)) if last[row].startswith(word)]


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Milliseconds of processor time, and the result."""
    start = time.process_time()
    result = work()
    return (time.process_time() - start) * 1000, result


if __name__ == "__main__":
    main()
