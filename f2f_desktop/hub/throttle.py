"""Limits: how often a device may ask, and how often somebody may guess at invites.

Requests are counted in each process, which is enough to keep one laptop from drowning the others. Wrong guesses are
counted in the database, over all replicas and restarts.
"""

import threading
import time
from collections import OrderedDict

from sqlalchemy import Connection, delete, func, select, update

from f2f_desktop.hub.clock import now
from f2f_desktop.hub.facts import insert_new
from f2f_desktop.hub.faults import TooMany
from f2f_desktop.hub.tables import attempts

REQUESTS_PER_SECOND = 20.0
BURST = 200.0

GUESS_WINDOW = 10 * 60 * 1000
"""Milliseconds over which wrong guesses are counted."""
GUESSES_PER_SOURCE = 10
GUESSES_IN_ALL = 200

MOST_BUCKETS = 20_000
EVERYBODY = "everybody"


class Buckets:
    """A token bucket per key: `BURST` at once, `REQUESTS_PER_SECOND` in the long run."""

    def __init__(self, rate: float = REQUESTS_PER_SECOND, burst: float = BURST) -> None:
        self._rate, self._burst = rate, burst
        self._buckets: OrderedDict[bytes, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: bytes) -> None:
        """Counts a request. Raises `TooMany`."""
        moment = time.monotonic()
        with self._lock:
            left, since = self._buckets.pop(key, (self._burst, moment))
            left = min(self._burst, left + (moment - since) * self._rate)
            self._buckets[key] = (max(left - 1, 0.0), moment)
            while len(self._buckets) > MOST_BUCKETS:
                self._buckets.popitem(last=False)
        if left < 1:
            raise TooMany


def check_guesses(connection: Connection, source: str) -> None:
    """Raises `TooMany` if too many guesses were wrong lately, from this source or in all."""
    window = now() // GUESS_WINDOW
    rows = connection.execute(
        select(attempts.c.who, attempts.c.count).where(
            attempts.c.window == window, attempts.c.who.in_([source, EVERYBODY])
        )
    )
    limits = {source: GUESSES_PER_SOURCE, EVERYBODY: GUESSES_IN_ALL}
    if any(row[1] >= limits[row[0]] for row in rows):
        raise TooMany(GUESS_WINDOW // 1000)


def count_guess(connection: Connection, source: str) -> None:
    """Counts a wrong guess."""
    window = now() // GUESS_WINDOW
    for who in (source, EVERYBODY):
        insert_new(connection, attempts, [{"who": who, "window": window, "count": 0}])
        connection.execute(
            update(attempts)
            .where(attempts.c.who == who, attempts.c.window == window)
            .values(count=attempts.c.count + 1)
        )
    connection.execute(delete(attempts).where(attempts.c.window < window))


def wrong_guesses(connection: Connection) -> int:
    """Wrong guesses in the present window."""
    window = now() // GUESS_WINDOW
    return (
        connection.scalar(
            select(func.sum(attempts.c.count)).where(attempts.c.window == window, attempts.c.who == EVERYBODY)
        )
        or 0
    )
