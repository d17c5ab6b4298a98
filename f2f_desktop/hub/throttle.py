"""Limits: how often a device may ask, and how often somebody may guess at invites.

Requests are counted in each process, which is enough to keep one laptop from drowning the others. Wrong guesses are
counted in the database, over all replicas and restarts.
"""

import hashlib
import hmac
import ipaddress
import threading
import time
from collections import OrderedDict

from sqlalchemy import Connection, delete, func, select, text, update

from f2f_desktop.hub.clock import now
from f2f_desktop.hub.facts import insert_new
from f2f_desktop.hub.faults import TooMany
from f2f_desktop.hub.tables import attempts
from f2f_desktop.hub.writer import HubBusy

REQUESTS_PER_SECOND = 20.0
BURST = 200.0

GUESS_WINDOW = 10 * 60 * 1000
"""Milliseconds over which wrong guesses are counted."""
GUESSES_PER_SOURCE = 10
GUESSES_IN_ALL = 200

GUESS_LOCK = 0x46_32_47
"""PostgreSQL's advisory lock under which guesses are looked at: rows cannot be locked before the first wrong one."""

MOST_BUCKETS = 20_000
EVERYBODY = "everybody"


STRANGERS_PER_SECOND = 50.0
STRANGERS_BURST = 1_000.0
"""Requests of whoever is not known yet, by where they come from: a whole venue joins through one address."""

MOST_IN_HAND = 256 * 1024 * 1024
"""Bytes of requests that one process holds at once."""


class Hand:
    """Bytes that have arrived and are not answered yet, over all requests of a process."""

    def __init__(self, most: int = MOST_IN_HAND) -> None:
        self._most, self.size = most, 0

    def take(self, size: int) -> None:
        """Counts bytes that arrive. Raises `HubBusy` where they are too many."""
        if self.size + size > self._most:
            raise HubBusy
        self.size += size

    def give_back(self, size: int) -> None:
        """They are dealt with."""
        self.size -= size


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


class Limits:
    """What one hub process allows: to devices, to strangers, and to all at once."""

    def __init__(self) -> None:
        self.devices = Buckets()
        self.strangers = Buckets(STRANGERS_PER_SECOND, STRANGERS_BURST)
        self.hand = Hand()


def check_guesses(connection: Connection, source: str) -> None:
    """Raises `TooMany` if too many guesses were wrong lately, from this source or in all.

    Whoever else guesses, at whichever replica, waits until this transaction ends: of guesses that are made at once, no
    more are looked at than of guesses that are made one after the other. On SQLite a transaction is alone anyway.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": GUESS_LOCK})
    at = now()
    window = at // GUESS_WINDOW
    rows = connection.execute(
        select(attempts.c.who, attempts.c.count).where(
            attempts.c.window == window, attempts.c.who.in_([source, EVERYBODY])
        )
    ).all()
    limits = {source: GUESSES_PER_SOURCE, EVERYBODY: GUESSES_IN_ALL}
    if any(row[1] >= limits[row[0]] for row in rows):
        raise TooMany(-(-((window + 1) * GUESS_WINDOW - at) // 1000))


def count_guess(connection: Connection, source: str) -> None:
    """Counts a wrong guess."""
    window = now() // GUESS_WINDOW
    for who in sorted((source, EVERYBODY)):
        insert_new(connection, attempts, [{"who": who, "window": window, "count": 0}])
        connection.execute(
            update(attempts)
            .where(attempts.c.who == who, attempts.c.window == window)
            .values(count=attempts.c.count + 1)
        )
    forget_guesses(connection)


def forget_guesses(connection: Connection) -> None:
    """Forgets where guesses came from as soon as it limits nobody any more."""
    connection.execute(delete(attempts).where(attempts.c.window < now() // GUESS_WINDOW))


def name_of_source(address: str, secret: bytes) -> str:
    """What stands for a network address in the database: keyed with a secret of the hub, so that none is kept.

    Of IPv6 the first 64 bits count, which is what one subscriber has.
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        network = address
    else:
        mapped = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
        width = 32 if mapped or ip.version == 4 else 64
        network = str(ipaddress.ip_network((mapped or ip, width), strict=False))
    return hmac.new(secret, b"f2f source 1" + network.encode(), hashlib.sha256).hexdigest()[:32]


def wrong_guesses(connection: Connection) -> int:
    """Wrong guesses in the present window."""
    window = now() // GUESS_WINDOW
    return (
        connection.scalar(
            select(func.sum(attempts.c.count)).where(attempts.c.window == window, attempts.c.who == EVERYBODY)
        )
        or 0
    )
