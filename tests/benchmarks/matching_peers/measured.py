"""One system in one fresh process: `python -m tests.benchmarks.matching_peers.measured SYSTEM TASK RESULT`.

Reads voters and contacts, runs the system, and writes its answers with seconds of wall clock and processor, and the
memory at the peak.
"""

import gc
import os
import pickle
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.matching_peers.answers import Answer
from tests.benchmarks.matching_peers.work import Result, Work


class _Clock:
    def __init__(self, result: Result) -> None:
        self.result = result

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measures what happens inside as stage `name`."""
        wall, processor = time.perf_counter(), time.process_time()
        yield
        self.result.seconds[name] = self.result.seconds.get(name, 0.0) + time.perf_counter() - wall
        self.result.processor[name] = self.result.processor.get(name, 0.0) + time.process_time() - processor


def _ours(work: Work, result: Result, clock: _Clock) -> None:
    from f2f_desktop.matching.index import VoterIndex
    from f2f_desktop.matching.match import match
    from f2f_desktop.matching.model import Match, MatchStatus

    def answers(matches: list[Match]) -> list[Answer]:
        return [
            Answer(
                each.contact_uid,
                tuple(str(candidate.voter_id) for candidate in each.candidates),
                tuple(candidate.probability for candidate in each.candidates),
                1.0 - each.not_in_file,
                each.status is MatchStatus.MATCHED,
                each.status is MatchStatus.AMBIGUOUS,
            )
            for each in matches
        ]

    with clock.stage("index"):
        # All that is made once when an extract is installed; see `VoterIndex.parts`.
        index = VoterIndex.build(work.voters)
        index.parts()
    with clock.stage("match"):
        matches = match(work.contacts, index)
    result.peak_mb = memory("VmHWM")
    result.answers = answers(matches)
    if work.repaired:
        result.ceiling = answers(match(work.repaired, index))
    else:
        with clock.stage("again"):
            match(work.contacts, index)
        with clock.stage("one contact"):
            match(work.contacts[:1], index, in_file_share=0.3)


def _splink(work: Work, result: Result, clock: _Clock) -> None:
    from tests.benchmarks.matching_peers import frames, splink_peer
    from tests.benchmarks.matching_peers.shares import as_answers, compete, normalise

    con = frames.connect()
    with clock.stage("index"):
        frames.make_voter_table(con, work.voters)
    with clock.stage("match"):
        frames.make_contact_table(con, work.contacts)
        splink_peer.add_keys(con)
    trained = work.model
    if trained is None:
        with clock.stage("train"):
            trained = {"model": splink_peer.train(con, None), "trust": 1.0, "offset": 0.0}
    with clock.stage("match"):
        link, _ = splink_peer.linker(con, trained["model"])
        with clock.stage("predict"):
            pairs = splink_peer.predict(link, trained["model"]["probability_two_random_records_match"])
        owners, rows, scores = pairs
        likely, in_file = compete(
            owners, scores, len(work.contacts), len(work.voters), trained["trust"], trained["offset"]
        )
        uids = [contact.uid for contact in work.contacts]
        result.answers = as_answers(uids, work.voters.ids, owners, rows, likely, in_file)
    if work.model is not None:
        likely, in_file = normalise(owners, scores, len(uids), len(work.voters), work.model["share"])
        result.documented = as_answers(uids, work.voters.ids, owners, rows, likely, in_file)


def _recordlinkage(work: Work, result: Result, clock: _Clock) -> None:
    from tests.benchmarks.matching_peers import recordlinkage_peer

    with clock.stage("index"):
        known = recordlinkage_peer.voter_frame(work.voters)
    with clock.stage("match"):
        result.answers = recordlinkage_peer.match(work.contacts, work.voters, known)


def _loop(name: str) -> Callable[[Work, Result, _Clock], None]:
    def run(work: Work, result: Result, clock: _Clock) -> None:
        from tests.benchmarks.matching_peers import loops

        with clock.stage("match"):
            result.answers = getattr(loops, name)(work.contacts, work.voters)
        if name == "ratio_loop":
            result.seconds["WRatio"] = loops.wratio_seconds(work.contacts, work.voters)

    return run


SYSTEMS: dict[str, Callable[[Work, Result, _Clock], None]] = {
    "this matcher": _ours,
    "Splink": _splink,
    "recordlinkage": _recordlinkage,
    "fuzz.ratio loop": _loop("ratio_loop"),
    "exact name": _loop("exact_names"),
    "exact phone": _loop("exact_phones"),
}


def memory(name: str) -> float:
    """`VmRSS` or `VmHWM` of this process in MB (10^6 bytes); where there is no /proc, the peak so far."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith(f"{name}:"))
        return int(line.split()[1]) * 1024 / 1e6
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def main(system: str, task: str, result_path: str) -> None:
    """Runs one system."""
    result = Result()
    work: Work = pickle.loads(Path(task).read_bytes())
    gc.collect()
    if os.access("/proc/self/clear_refs", os.W_OK):
        Path("/proc/self/clear_refs").write_text("5")  # forget the peak of reading the data (proc(5))
    result.base_mb = memory("VmRSS")
    SYSTEMS[system](work, result, _Clock(result))
    result.peak_mb = result.peak_mb or memory("VmHWM")
    Path(result_path).write_bytes(pickle.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
