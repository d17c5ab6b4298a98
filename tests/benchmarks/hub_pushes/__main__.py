"""`make bench-hub`: pushes of many laptops to a hub, beside the bare insert rate of the same rows in the same run.

    python -m tests.benchmarks.hub_pushes [--quick]

Each arrangement (SQLite, PostgreSQL, two hubs on one PostgreSQL) is measured in slices: laptops push 20 events at a
time, then the very rows that the hub has written are inserted by the driver alone into a database of the same kind,
twice: 20 events to a transaction, as one push alone would be, and as many to a transaction as the hub itself had.
The ratios are the medians of the slices. Then a crowd of laptops comes online at once. Hubs are real processes over
HTTP, without TLS; the load comes from this process, of requests that were signed beforehand, and shares the
processors with the hub, as does PostgreSQL.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from f2f_desktop.events.signing import PublicKey
from f2f_desktop.protocol.receipts import verified_receipt
from tests.benchmarks.hub_pushes.bare import inserted, rows_after
from tests.benchmarks.hub_pushes.crowd import Laptop, crowd, enter, requests_of
from tests.benchmarks.hub_pushes.hubs import CAMPAIGN, Arrangement, arranged
from tests.benchmarks.hub_pushes.load import Outcome, all_at_once, pushes
from tests.hub.processes import postgresql, server_binaries

EVENTS_IN_A_PUSH = 20
QUEUED = 50
"""Events that each laptop of the crowd has."""


@dataclass(frozen=True)
class Sizes:
    """How much is measured."""

    slices: int
    laptops: int
    """In a slice."""
    pushes: int
    """Of each of them."""
    connections: int
    crowd: int


FULL = Sizes(slices=3, laptops=200, pushes=8, connections=64, crowd=5_000)
QUICK = Sizes(slices=2, laptops=60, pushes=4, connections=64, crowd=300)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a minute instead of a quarter of an hour")
    parser.add_argument("--only", default="", metavar="NAME", help="arrangements whose name begins like this")
    parser.add_argument("--no-crowd", action="store_true")
    words = parser.parse_args()
    sizes = QUICK if words.quick else FULL
    _allow_connections(sizes.crowd)
    print(f"{os.cpu_count()} processors, load {', '.join(f'{each:.1f}' for each in os.getloadavg())}", flush=True)
    with ExitStack() as stack:
        arrangements = [("SQLite", None, 1)]
        if server_binaries() is None:
            print("PostgreSQL is left out: no server is installed (Debian: postgresql)")
        else:
            cluster = stack.enter_context(postgresql())
            arrangements += [("PostgreSQL", cluster, 1), ("two hubs on PostgreSQL", cluster, 2)]
        for name, cluster_or_none, replicas in arrangements:
            if name.startswith(words.only):
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="f2f-bench-hub-")))
                with arranged(name, folder, cluster_or_none, replicas) as made:
                    measure(made, sizes, with_crowd=not words.no_crowd)


def measure(made: Arrangement, sizes: Sizes, *, with_crowd: bool) -> None:
    """Prints one arrangement's figures."""
    print(f"\n{made.name}: {sizes.slices} slices of {sizes.laptops} laptops x {sizes.pushes} pushes x 20 events")
    _check(made, sizes, _slices(made, sizes))
    if with_crowd:
        _crowd(made, sizes)
    print(f"  peak memory of a hub process               {made.peak_mib():8.0f} MiB", flush=True)


def _slices(made: Arrangement, sizes: Sizes) -> list["_Slice"]:
    done: list[_Slice] = []
    position = 0
    for _ in range(sizes.slices):
        laptops = crowd(sizes.laptops, sizes.pushes, EVENTS_IN_A_PUSH)
        enter(made.database, CAMPAIGN, laptops)
        ready = requests_of(laptops, made.key())
        used, transactions = made.processor_seconds(), made.transactions()
        begun = time.perf_counter()
        outcome = pushes(laptops, ready, made.ports, sizes.connections)
        made.projected()
        seconds = time.perf_counter() - begun
        used, transactions = made.processor_seconds() - used, made.transactions() - transactions
        _vouched(outcome, laptops, made.key(), sizes.pushes * EVENTS_IN_A_PUSH)
        group = max(EVENTS_IN_A_PUSH, round(outcome.accepted / transactions))
        bare = inserted(made.bare, made.database, rows_after(made.database, position, EVENTS_IN_A_PUSH))
        grouped = inserted(made.bare_grouped, made.database, rows_after(made.database, position, group))
        count = outcome.accepted
        done.append(_Slice(outcome, seconds, used, group, count / bare, count / grouped))
        position += count
    return done


@dataclass(frozen=True)
class _Slice:
    outcome: Outcome
    seconds: float
    """Until the projections held all events."""
    used: float
    """Seconds of processor that the hubs used."""
    group: int
    """Events in one of the hubs' transactions, on average."""
    bare: float
    bare_grouped: float
    """Events a second."""

    @property
    def rate(self) -> float:
        return self.outcome.accepted / self.seconds


def _check(made: Arrangement, sizes: Sizes, slices: list[_Slice]) -> None:
    def median(of: Callable[[_Slice], float]) -> float:
        return statistics.median(of(each) for each in slices)

    group = median(lambda each: each.group)
    ratio, grouped = median(lambda each: each.rate / each.bare), median(lambda each: each.rate / each.bare_grouped)
    answered = median(lambda each: each.outcome.accepted / each.outcome.seconds)
    print(f"  checked, stored, answered by a receipt     {answered:8.0f} events/s")
    print(f"  the same until projected, too              {median(lambda each: each.rate):8.0f} events/s")
    print(
        f"  bare inserts, 20 events a transaction      {median(lambda each: each.bare):8.0f} events/s"
        f"   the hub reaches {ratio:.2f} of it"
    )
    print(
        f"  bare inserts, {group:3.0f} a transaction (the hub's) {median(lambda each: each.bare_grouped):8.0f} events/s"
        f"   the hub reaches {grouped:.2f} of it"
    )
    used = sum(each.used for each in slices) / sum(each.outcome.accepted for each in slices)
    p50, p99 = (median(lambda each, share=share: each.outcome.percentile(share)) for share in (0.5, 0.99))
    print(
        f"  a push over {sizes.connections} busy connections            "
        f"p50 {p50 * 1000:.0f} ms   p99 {p99 * 1000:.0f} ms"
    )
    print(f"  the hub's processor time per event         {used * 1e6:8.0f} us", flush=True)


def _crowd(made: Arrangement, sizes: Sizes) -> None:
    laptops = crowd(sizes.crowd, 1, QUEUED)
    enter(made.database, CAMPAIGN, laptops)
    outcome = all_at_once(laptops, requests_of(laptops, made.key()), made.ports, made.key())
    _vouched(outcome, laptops, made.key(), QUEUED)
    retries = ", ".join(f"{count} x {what}" for what, count in outcome.troubles.most_common()) or "none"
    print(
        f"  {sizes.crowd} laptops at once, {QUEUED} events each: all in after {outcome.seconds:.1f} s"
        f" ({outcome.accepted / outcome.seconds:.0f} events/s)\n"
        f"    until safe: p50 {outcome.percentile(0.5):.1f} s   p99 {outcome.percentile(0.99):.1f} s"
        f"   tried again: {outcome.troubles.total()} ({retries})   refused for good: 0"
    )


def _vouched(outcome: Outcome, laptops: list[Laptop], hub: bytes, expected: int) -> None:
    """Every laptop holds the hub's signed receipt for all that it has."""
    assert len(outcome.receipts) == len(laptops)
    for stream, signed in outcome.receipts.items():
        receipt = verified_receipt(signed, PublicKey.from_bytes(hub))
        assert (receipt.stream, receipt.count, receipt.gaps) == (stream, expected, ())


def _allow_connections(most: int) -> None:
    """Lets this process and the hubs that it starts hold so many connections, where the system limits them."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = max(soft, most + 500)
    resource.setrlimit(
        resource.RLIMIT_NOFILE, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard)
    )


if __name__ == "__main__":
    main()
